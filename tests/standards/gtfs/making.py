"""A small feed in BODS's own columns, which a test bends to what it is about."""

from zipfile import ZipFile

HEADINGS = {
    "agency": "agency_id,agency_name,agency_url,agency_timezone,agency_lang,"
    "agency_phone,agency_noc",
    "stops": "stop_id,stop_code,stop_name,stop_lat,stop_lon,wheelchair_boarding,"
    "location_type,parent_station,platform_code",
    "routes": "route_id,agency_id,route_short_name,route_long_name,route_type",
    "trips": "route_id,service_id,trip_id,trip_headsign,block_id,shape_id,"
    "wheelchair_accessible,trip_direction_name,vehicle_journey_code",
    "stop_times": "trip_id,arrival_time,departure_time,stop_id,stop_sequence,"
    "stop_headsign,pickup_type,drop_off_type,shape_dist_traveled,timepoint",
    "calendar": "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
    "start_date,end_date",
    "calendar_dates": "service_id,date,exception_type",
    "frequencies": "trip_id,start_time,end_time,headway_secs,exact_times",
    "transfers": "from_stop_id,to_stop_id,transfer_type,min_transfer_time",
    "booking_rules": "booking_rule_id,booking_type,message,phone_number",
    "location_group_stops": "location_group_id,stop_id",
    "fare_attributes": "fare_id,price,currency_type,payment_method,transfers,"
    "agency_id,transfer_duration",
    "fare_rules": "fare_id,route_id,origin_id,destination_id,contains_id",
    "fare_products": "fare_product_id,fare_product_name,rider_category_id,"
    "fare_media_id,amount,currency",
    "rider_categories": "rider_category_id,rider_category_name,"
    "is_default_fare_category",
    "fare_leg_rules": "leg_group_id,network_id,from_area_id,to_area_id,"
    "from_timeframe_group_id,to_timeframe_group_id,fare_product_id",
    "fare_transfer_rules": "from_leg_group_id,to_leg_group_id,transfer_count,"
    "duration_limit,duration_limit_type,fare_transfer_type,fare_product_id",
    "areas": "area_id,area_name",
    "stop_areas": "area_id,stop_id",
    "networks": "network_id,network_name",
    "route_networks": "network_id,route_id",
    "feed_info": "feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,"
    "feed_end_date,feed_version",
}
BASE = {
    "agency": ["OP1,Valley Lines,https://a.example,Europe/London,EN,,VLYL"],
    "stops": [
        "450A,wyga,Mill Lane,53.700000,-1.900000,1,,,",
        "450B,wygb,Top Road,53.710000,-1.910000,0,,,",
        "450C,wygc,Clothmarket,53.720000,-1.920000,2,,,",
    ],
    "routes": ["7001,OP1,594,,3"],
    "trips": ["7001,100,T1,Clothmarket,,,0,outbound,VJ1"],
    "stop_times": [
        "T1,08:00:00,08:00:00,450A,0,,0,1,0.000000,1",
        "T1,08:10:00,08:11:00,450B,1,,0,0,3.000000,0",
        "T1,08:20:00,08:20:00,450C,2,,1,0,5.000000,1",
    ],
    "calendar": ["100,1,1,1,1,1,0,0,20261101,20270328"],
    "feed_info": ["ITO World,https://i.example,EN,20261101,20270328,20261127_115702"],
}


def a_feed(folder, *, name="itm_valley_gtfs.zip", headings=None, **changed):
    """Write a feed; a table given as None is left out."""
    path = folder / name
    with ZipFile(path, "w") as box:
        for table, rows in (BASE | changed).items():
            if rows is not None:
                heading = (headings or {}).get(table, HEADINGS[table])
                box.writestr(f"{table}.txt", "\r\n".join([heading, *rows, ""]))
    return path

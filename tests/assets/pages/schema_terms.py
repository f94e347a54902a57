"""The terms of schema.org that our pages use, as schema.org 30 has them: which property
a type may bear, and which types or values a property may hold."""

TEXT, URL, NUMBER, YES_NO, DATE, TIME, MOMENT, DURATION = (
    "Text",
    "URL",
    "Number",
    "Boolean",
    "Date",
    "Time",
    "DateTime",
    "Duration",
)
THING = {
    "name": {TEXT},
    "url": {URL},
    "description": {TEXT},
    "sameAs": {URL},
    "mainEntityOfPage": {"WebPage", URL},
}
WORK = {**THING, "text": {TEXT}, "usageInfo": {"CreativeWork", URL}}
PLACE = {
    **THING,
    "address": {"PostalAddress", TEXT},
    "geo": {"GeoCoordinates"},
    "telephone": {TEXT},
    "amenityFeature": {"LocationFeatureSpecification"},
    "openingHoursSpecification": {"OpeningHoursSpecification"},
    "isAccessibleForFree": {YES_NO},
}
EVENT = {
    **THING,
    "startDate": {DATE, MOMENT},
    "endDate": {DATE, MOMENT},
    "duration": {DURATION},
    "eventStatus": {URL},
    "eventAttendanceMode": {URL},
    "eventSchedule": {"Schedule"},
    "location": {"Place", "VirtualLocation"},
    "organizer": {"Organization"},
    "offers": {"Offer"},
    "isAccessibleForFree": {YES_NO},
    "inLanguage": {TEXT},
    "typicalAgeRange": {TEXT},
    "subEvent": {"Event"},
}
TYPES = {
    "Place": PLACE,
    "Library": PLACE,
    "Park": PLACE,
    "Museum": PLACE,
    "Organization": {**THING, "telephone": {TEXT}, "address": {"PostalAddress"}},
    "EventSeries": EVENT,
    "WebPage": WORK,
    "CreativeWork": WORK,
    "Event": EVENT,
    "VirtualLocation": THING,
    "PostalAddress": {
        "streetAddress": {TEXT},
        "postalCode": {TEXT},
        "addressCountry": {TEXT},
    },
    "GeoCoordinates": {"latitude": {NUMBER}, "longitude": {NUMBER}},
    "Offer": {**THING, "price": {TEXT, NUMBER}, "priceCurrency": {TEXT}},
    "Schedule": {
        "byDay": {TEXT, URL},
        "repeatFrequency": {DURATION, TEXT},
        "startTime": {TIME},
        "endTime": {TIME},
        "startDate": {DATE},
        "endDate": {DATE},
        "exceptDate": {DATE},
        "scheduleTimezone": {TEXT},
    },
    "OpeningHoursSpecification": {
        "dayOfWeek": {URL},
        "opens": {TIME},
        "closes": {TIME},
        "validFrom": {DATE},
        "validThrough": {DATE},
    },
    "LocationFeatureSpecification": {**THING, "value": {YES_NO}},
}

"""Where the ground's facts come from: one module for each open data set.

boundaries     polygons of areas, as the ONS portal gives them
points         a point for each area, weighted by where people live or not
lookup_oa      output area to LSOA, MSOA and district, exact
lookup_change  LSOA 2011 to LSOA 2021, exact, with what became of each
lookup_wards   LSOA to ward, best fit
lookup_icb     LSOA to NHS place (sub-ICB location) and integrated care board
rural_urban    rural-urban class
msoa_names     the names people know, of the House of Commons Library
postcodes      postcode to point, output area and LSOA; several editions

Shared by the lookups: ``headings`` finds areas in headings, ``lookup_table`` reads a
table of pairs.
"""

"""Every question about the ground; answers are frozen values."""

from weft.ground.queries.about import (
    AreaAbout,
    AreaName,
    DatasetAbout,
    LinkAbout,
    NotKnown,
    RegionAbout,
    RegionReport,
    Start,
    StartFound,
    StartKind,
    StartsFound,
)
from weft.ground.queries.areas import (
    area,
    areas,
    areas_inside,
    links,
    lsoa_at,
    lsoa_finder,
    neighbours,
    newest_vintage,
)
from weft.ground.queries.mixing import refuse_mixing
from weft.ground.queries.regions import calendar, ledger, region, regions, report
from weft.ground.queries.starts import find_start, forgotten
from weft.ground.queries.telling import report_as_json

__all__ = [
    "AreaAbout",
    "AreaName",
    "DatasetAbout",
    "LinkAbout",
    "NotKnown",
    "RegionAbout",
    "RegionReport",
    "Start",
    "StartFound",
    "StartKind",
    "StartsFound",
    "area",
    "areas",
    "areas_inside",
    "calendar",
    "find_start",
    "forgotten",
    "ledger",
    "links",
    "lsoa_at",
    "lsoa_finder",
    "neighbours",
    "newest_vintage",
    "refuse_mixing",
    "region",
    "regions",
    "report",
    "report_as_json",
]

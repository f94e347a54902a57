"""Every question to the register; answers are frozen values, never rows.

The search has a room of its own: ``weft.assets.queries.search``.
"""

from weft.assets.queries.about import (
    AssetAbout,
    Brief,
    GroupAbout,
    Lost,
    OfferAbout,
    OfferCalendar,
    OfferInBrief,
    PlaceAbout,
    SessionAbout,
    TieAbout,
    TimesAbout,
    WordAbout,
)
from weft.assets.queries.asking import ToAsk, groups_to_ask
from weft.assets.queries.assets import asset_page, group_page
from weft.assets.queries.hands import Hands, in_whose_hands
from weft.assets.queries.lost import lost_assets, lost_in
from weft.assets.queries.near import AssetsIn, Listed, assets_in
from weft.assets.queries.offers import calendar_of, offer_page
from weft.assets.queries.weeks import Hour, Thread, WeekCloth, region_week

__all__ = [
    "AssetAbout",
    "AssetsIn",
    "Brief",
    "GroupAbout",
    "Hands",
    "Hour",
    "Listed",
    "Lost",
    "OfferAbout",
    "OfferCalendar",
    "OfferInBrief",
    "PlaceAbout",
    "SessionAbout",
    "Thread",
    "TieAbout",
    "TimesAbout",
    "ToAsk",
    "WeekCloth",
    "WordAbout",
    "asset_page",
    "assets_in",
    "calendar_of",
    "group_page",
    "groups_to_ask",
    "in_whose_hands",
    "lost_assets",
    "lost_in",
    "offer_page",
    "region_week",
]

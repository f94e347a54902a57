"""Which address leads to which page that needs several parts?"""

from django.urls import path

from weft.web.pages.views import (
    about,
    campaigns,
    finder,
    maps,
    news,
    places,
    spreadsheets,
    steward,
)

app_name = "web"
urlpatterns = [
    path("", finder.home, name="home"),
    path("week.<slug:kind>", finder.week_file, name="week_file_of_region"),
    path("choices", finder.choices, name="choices"),
    path("choices/week.<slug:kind>", finder.choices_file, name="choices_file"),
    path("surprise", finder.surprise, name="surprise"),
    path("my-list", about.my_list, name="my_list"),
    path("places", places.places, name="places"),
    path("places/find", places.which_place, name="which_place"),
    path("places/<slug:code>", places.place, name="place"),
    path("places/<slug:code>/sheet", places.sheet, name="sheet"),
    path(
        "places/<slug:code>/missing/<slug:key>.<slug:kind>",
        places.missing_file,
        name="missing_file",
    ),
    path("places/<slug:code>/week.<slug:kind>", places.week_file, name="week_file"),
    path("map", maps.map_, name="map"),
    path("map/<slug:region>.pmtiles", maps.tiles, name="tiles"),
    path("open", about.open_, name="open"),
    path("open/who-may", about.who_may, name="who_may"),
    path("open/<slug:shelf>/<slug:name>", about.document, name="document"),
    path("languages/<slug:code>", about.in_language, name="language"),
    path("new", news.new, name="new"),
    path("new.atom", news.atom, name="new_atom"),
    path("new/mail", news.ask_for_mail, name="new_ask"),
    path("new/mail/<str:secret>", news.mail, name="new_mail"),
    path("steward/campaigns", campaigns.campaigns, name="campaigns"),
    path(
        "steward/campaigns/<uuid:key>", campaigns.take_down, name="campaign_take_down"
    ),
    path("steward", steward.home, name="steward"),
    path("steward/groups/<uuid:group>", steward.decide_group, name="decide_group"),
    path("steward/replies/<uuid:reply>", steward.decide_reply, name="decide_reply"),
    path("steward/sheets", spreadsheets.sheets, name="sheets"),
    path("steward/sheets/look", spreadsheets.look, name="sheet_look"),
    path("steward/sheets/take", spreadsheets.take, name="sheet_take"),
    path("steward/sheets/<int:number>/undo", spreadsheets.undo, name="sheet_undo"),
    path(
        "steward/proposals/<uuid:proposal>",
        steward.decide_proposal,
        name="decide_proposal",
    ),
    path("privacy", about.privacy, name="privacy"),
    path("accessibility", about.accessibility, name="accessibility"),
]

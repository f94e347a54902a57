"""Which address leads to which page of one thing?"""

from django.urls import path

from weft.assets.pages import (
    changes_in_hand,
    how_sure,
    in_hand,
    rests_in_hand,
    rooms_in_hand,
    telling,
    views,
)

app_name = "assets"
urlpatterns = [
    path("open/sureness", how_sure.sureness, name="sureness"),
    path(
        "open/sureness/<slug:name>.<slug:kind>",
        how_sure.sureness_file,
        name="sureness_file",
    ),
    path("tell-us", telling.tell_us, name="tell_us"),
    path("tell-us/<uuid:key>", telling.tell_us, name="tell_us_of"),
    path("tell-us/take-back", telling.take_back, name="take_back"),
    path("g/<str:secret>", in_hand.in_hand, name="in_hand"),
    path("g/<str:secret>/changes", changes_in_hand.changes, name="changes_in_hand"),
    path("g/<str:secret>/weeks-off", rests_in_hand.rests, name="rests_in_hand"),
    path("g/<str:secret>/rooms", rooms_in_hand.rooms, name="rooms_in_hand"),
    path("offers/<uuid:key>", views.offer, name="offer"),
    path("offers/<uuid:key>/calendar.ics", views.calendar, name="calendar"),
    path("assets/<uuid:key>", views.asset, name="asset"),
    path("groups/<uuid:key>", views.group, name="group"),
    path("<slug:kind>/<uuid:key>/code.svg", views.code, name="code"),
]

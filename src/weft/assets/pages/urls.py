"""Which address leads to which page of one thing?"""

from django.urls import path

from weft.assets.pages import (
    asking,
    at_risk,
    auditing,
    doubles,
    how_sure,
    in_hand,
    noting,
    rooms_in_hand,
    stopping,
    telling,
    ties,
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
    path("at-risk", at_risk.at_risk, name="at_risk"),
    path("at-risk/last-days.ics", at_risk.deadlines, name="deadlines"),
    path("at-risk/<slug:name>.<slug:kind>", at_risk.at_risk_file, name="at_risk_file"),
    path("ties", ties.ties, name="ties"),
    path("ties/<slug:name>.<slug:kind>", ties.ties_file, name="ties_file"),
    path("steward/doubles", doubles.doubles, name="doubles"),
    path("steward/doubles/say", doubles.double, name="double"),
    path("steward/overlaps", doubles.overlaps, name="overlaps"),
    path("steward/overlaps/say", doubles.overlap, name="overlap"),
    path("open/right", auditing.how_right, name="how_right"),
    path(
        "open/right/<slug:region>.<slug:kind>",
        auditing.how_right_file,
        name="how_right_file",
    ),
    path("steward/audit", auditing.audit, name="audit"),
    path("steward/audit/<int:entry>", auditing.audit_entry, name="audit_entry"),
    path("tell-us", telling.tell_us, name="tell_us"),
    path("tell-us/<uuid:key>", telling.tell_us, name="tell_us_of"),
    path("help-out/note", noting.note, name="note"),
    path("tell-us/<uuid:key>/visit", noting.visit, name="visit"),
    path("tell-us/take-back", telling.take_back, name="take_back"),
    path("g/<str:secret>", in_hand.in_hand, name="in_hand"),
    path("g/<str:secret>/month.<slug:kind>", in_hand.month_file, name="month_file"),
    path("stop/<str:secret>", stopping.stop, name="stop"),
    path("steward/asking", asking.asking, name="asking"),
    path(
        "steward/asking/<slug:region>.<slug:kind>",
        asking.asking_file,
        name="asking_file",
    ),
    path("steward/messages/<uuid:key>", asking.message, name="message"),
    path("g/<str:secret>/rooms", rooms_in_hand.rooms, name="rooms_in_hand"),
    path("offers/<uuid:key>", views.offer, name="offer"),
    path("offers/<uuid:key>/calendar.ics", views.calendar, name="calendar"),
    path("assets/<uuid:key>", views.asset, name="asset"),
    path("groups/<uuid:key>", views.group, name="group"),
    path("<slug:kind>/<uuid:key>/code.svg", views.code, name="code"),
]

"""At which addresses does need answer?"""

from django.urls import path, re_path

from weft.need.pages.views import replies, views

app_name = "need"
CODE = "(?P<code>[EWNS][0-9]{8})"
KEY = "(?P<key>[a-z][a-z-]*)"

urlpatterns = [
    path("need", views.front, name="front"),
    path(
        "need/who/<slug:where>/<slug:group>.<slug:kind>",
        views.who_file,
        name="who_file",
    ),
    path("need/areas", views.which_area, name="which_area"),
    re_path(rf"^need/areas/{CODE}$", views.profile, name="profile"),
    re_path(
        rf"^need/areas/{CODE}\.(?P<kind>csv|xlsx|json)$",
        views.profile_file,
        name="profile_file",
    ),
    re_path(
        rf"^need/areas/{CODE}/beside$", views.profile_beside, name="profile_beside"
    ),
    path("need/replies/take-back", replies.take_back, name="take_back"),
    re_path(rf"^need/areas/{CODE}/{KEY}/reply$", replies.reply, name="reply"),
    re_path(rf"^need/{KEY}$", views.indicator, name="indicator"),
    re_path(
        rf"^need/{KEY}\.(?P<kind>csv|xlsx)$",
        views.indicator_file,
        name="indicator_file",
    ),
    re_path(
        rf"^need/{KEY}/(?P<picture>[a-z]+)\.(?P<kind>csv|xlsx)$",
        views.picture_file,
        name="picture_file",
    ),
    re_path(rf"^need/{KEY}/beside$", views.indicator_beside, name="indicator_beside"),
]

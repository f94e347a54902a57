"""At which addresses does access answer?"""

from django.urls import path, register_converter

from weft.access.pages import next_offer, views, weeks
from weft.access.pages.lab import views as lab

register_converter(weeks.MondayConverter, "monday")

app_name = "access"
urlpatterns = [
    path("choice", views.front, name="front"),
    path("choice.<slug:kind>", views.front_file, name="front_file"),
    path("choice/gates", views.gates, name="gates"),
    path("choice/gates.<slug:kind>", views.gates_file, name="gates_file"),
    path("choice/maps.<slug:kind>", views.maps_file, name="maps_file"),
    path("choice/weeks", weeks.weeks, name="weeks"),  # so no life is called «weeks»
    path("choice/feed.atom", weeks.feed, name="weeks_feed"),
    path(
        "choice/weeks/<monday:monday>/package.zip", weeks.package, name="week_package"
    ),
    path("choice/next", next_offer.next_offer, name="next_offer"),
    path("choice/next/<slug:what>.<slug:kind>", next_offer.next_file, name="next_file"),
    path("choice/lab", lab.lab, name="lab"),
    path("choice/lab/beside", lab.lab_beside, name="lab_beside"),
    path("choice/lab/<slug:which>.<slug:kind>", lab.lab_file, name="lab_file"),
    path("choice/<slug:slug>", views.life, name="choice_of"),
    path("choice/<slug:slug>/hours", views.hours, name="hours_of"),
    path("choice/<slug:slug>/hours.<slug:kind>", views.hours_file, name="hours_file"),
    path("choice/<slug:slug>/fair", views.fair, name="fair_of"),
    path(
        "choice/<slug:slug>/fair/<slug:what>.<slug:kind>",
        views.fair_file,
        name="fair_file",
    ),
    path("choice/<slug:slug>/neighbourhoods", views.neighbourhoods, name="beside_of"),
    path(
        "choice/<slug:slug>/neighbourhoods.<slug:kind>",
        views.beside_file,
        name="beside_file",
    ),
    path("choice/<slug:slug>/way.<slug:kind>", views.way_file, name="way_file"),
    path(
        "choice/<slug:slug>/in-the-way.<slug:kind>",
        views.barriers_file,
        name="barriers_file",
    ),
    path(
        "choice/<slug:slug>/changes.<slug:kind>",
        views.changes_file,
        name="changes_file",
    ),
    path("choice/<slug:slug>/areas.<slug:kind>", views.areas_file, name="areas_file"),
]

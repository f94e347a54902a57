"""At which addresses does access answer?"""

from django.urls import path, register_converter

from weft.access.pages import views, weeks

register_converter(weeks.MondayConverter, "monday")

app_name = "access"
urlpatterns = [
    path("choice", views.front, name="front"),
    path("choice.<slug:kind>", views.front_file, name="front_file"),
    path("choice/weeks", weeks.weeks, name="weeks"),  # so no life is called «weeks»
    path("choice/feed.atom", weeks.feed, name="weeks_feed"),
    path(
        "choice/weeks/<monday:monday>/package.zip", weeks.package, name="week_package"
    ),
    path("choice/<slug:slug>", views.life, name="choice_of"),
    path("choice/<slug:slug>/hours", views.hours, name="hours_of"),
    path("choice/<slug:slug>/hours.<slug:kind>", views.hours_file, name="hours_file"),
    path("choice/<slug:slug>/areas.<slug:kind>", views.areas_file, name="areas_file"),
]

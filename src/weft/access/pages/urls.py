"""At which addresses does access answer?"""

from django.urls import path

from weft.access.pages import views

app_name = "access"
urlpatterns = [
    path("choice", views.front, name="front"),
    path("choice.<slug:kind>", views.front_file, name="front_file"),
    path("choice/<slug:slug>", views.life, name="choice_of"),
    path("choice/<slug:slug>/hours", views.hours, name="hours_of"),
    path("choice/<slug:slug>/hours.<slug:kind>", views.hours_file, name="hours_file"),
    path("choice/<slug:slug>/areas.<slug:kind>", views.areas_file, name="areas_file"),
]

"""At which addresses does access answer?"""

from django.urls import path

from weft.access.pages import next_offer, views

app_name = "access"
urlpatterns = [
    path("choice", views.front, name="front"),
    path("choice.<slug:kind>", views.front_file, name="front_file"),
    path("choice/next", next_offer.next_offer, name="next_offer"),
    path("choice/next/<slug:what>.<slug:kind>", next_offer.next_file, name="next_file"),
    path("choice/<slug:slug>", views.life, name="choice_of"),
    path("choice/<slug:slug>/areas.<slug:kind>", views.areas_file, name="areas_file"),
]

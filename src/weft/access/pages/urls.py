"""At which addresses does access answer?"""

from django.urls import path

from weft.access.pages import views
from weft.access.pages.lab import views as lab

app_name = "access"
urlpatterns = [
    path("choice", views.front, name="front"),
    path("choice.<slug:kind>", views.front_file, name="front_file"),
    path("choice/lab", lab.lab, name="lab"),
    path("choice/lab/beside", lab.lab_beside, name="lab_beside"),
    path("choice/lab/<slug:which>.<slug:kind>", lab.lab_file, name="lab_file"),
    path("choice/<slug:slug>", views.life, name="choice_of"),
    path("choice/<slug:slug>/areas.<slug:kind>", views.areas_file, name="areas_file"),
]

"""Which address leads to which page of the ground?"""

from django.urls import path

from weft.ground.pages import views

app_name = "ground"
urlpatterns = [
    path("regions", views.index, name="index"),
    path("regions/<slug:slug>", views.report, name="report"),
    path("regions/<slug:slug>/report.<slug:kind>", views.report_file, name="file"),
]

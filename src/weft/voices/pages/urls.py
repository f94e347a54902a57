"""Which address leads to which page of voices?"""

from django.urls import path

from weft.voices.pages import missing, views

app_name = "voices"
urlpatterns = [
    path("voices", views.front, name="front"),
    path("voices/<slug:slug>", views.wall_page, name="wall"),
    path("voices/<slug:slug>/missing", missing.missing, name="missing"),
    path(
        "voices/<slug:slug>/missing.<slug:kind>",
        missing.missing_file,
        name="missing_file",
    ),
    path("voices/<slug:slug>/words", views.words, name="words"),
    path("voices/<slug:slug>/words.<slug:kind>", views.words_file, name="words_file"),
]

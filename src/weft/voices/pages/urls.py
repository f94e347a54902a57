"""Which address leads to which page of voices?"""

from django.urls import path

from weft.voices.pages import causes, views

app_name = "voices"
urlpatterns = [
    path("voices", views.front, name="front"),
    path("voices/<slug:slug>", views.wall_page, name="wall"),
    path("voices/<slug:slug>/words", views.words, name="words"),
    path("voices/<slug:slug>/words.<slug:kind>", views.words_file, name="words_file"),
    path("voices/<slug:slug>/causes", causes.loops, name="causes"),
    path(
        "voices/<slug:slug>/causes.<slug:kind>", causes.causes_file, name="causes_file"
    ),
]

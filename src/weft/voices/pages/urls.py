"""Which address leads to which page of voices?"""

from django.urls import path

from weft.voices.pages import causes, drawing, in_hand, missing, slip, views

app_name = "voices"
urlpatterns = [
    path("v/<str:secret>", in_hand.in_hand, name="in_hand"),
    path("v/<str:secret>/text/<int:source>", in_hand.text, name="text_in_hand"),
    path("v/<str:secret>/causes", drawing.causes_in_hand, name="causes_in_hand"),
    path("voices", views.front, name="front"),
    path("voices/slip", slip.slip, name="slip"),
    path("voices/<slug:slug>", views.wall_page, name="wall"),
    path("voices/<slug:slug>/missing", missing.missing, name="missing"),
    path(
        "voices/<slug:slug>/missing.<slug:kind>",
        missing.missing_file,
        name="missing_file",
    ),
    path(
        "voices/<slug:slug>/project.<slug:kind>",
        views.project_file,
        name="project_file",
    ),
    path("voices/<slug:slug>/words", views.words, name="words"),
    path("voices/<slug:slug>/words.<slug:kind>", views.words_file, name="words_file"),
    path("voices/<slug:slug>/causes", causes.loops, name="causes"),
    path("voices/<slug:slug>/causes/what-if", causes.what_if, name="what_if"),
    path(
        "voices/<slug:slug>/causes/what-if.<slug:kind>",
        causes.what_if_file,
        name="what_if_file",
    ),
    path(
        "voices/<slug:slug>/causes/<slug:what>.<slug:kind>",
        causes.causes_table,
        name="causes_table",
    ),
    path(
        "voices/<slug:slug>/causes.<slug:kind>", causes.causes_file, name="causes_file"
    ),
]

"""Which address leads to which page of voices?"""

from django.urls import path

from weft.voices.pages import (
    capture,
    causes,
    codes,
    in_hand,
    missing,
    pictures,
    readings,
    room,
    slip,
    views,
)

app_name = "voices"
urlpatterns = [
    path("v/<str:secret>", in_hand.in_hand, name="in_hand"),
    path("v/<str:secret>/text/<int:source>", in_hand.text, name="text_in_hand"),
    path(
        "v/<str:secret>/text/<int:source>/readings", readings.readings, name="readings"
    ),
    path(
        "v/<str:secret>/text/<int:source>/readings.<slug:kind>",
        readings.readings_file,
        name="readings_file",
    ),
    path(
        "v/<str:secret>/text/<int:source>/readings/places.<slug:kind>",
        readings.places_file,
        name="places_file",
    ),
    path("reader/<str:secret>", readings.reader, name="reader"),
    path("v/<str:secret>/codes", codes.codes, name="codes"),
    path("v/<str:secret>/codes.<slug:kind>", codes.codes_file, name="codes_file"),
    path("v/<str:secret>/codes/history", codes.code_history, name="code_history"),
    path(
        "v/<str:secret>/codes/history.<slug:kind>",
        codes.code_history_file,
        name="code_history_file",
    ),
    path("v/<str:secret>/capture", capture.capture, name="capture"),
    path(
        "v/<str:secret>/picture/<int:source>", pictures.picture, name="picture_in_hand"
    ),
    path("v/<str:secret>/picture/<int:source>.jpg", pictures.held, name="held_picture"),
    path("v/<str:secret>/workshop/<str:ref>", room.room, name="room_in_hand"),
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
    path(
        "voices/<slug:slug>/words/<int:number>.jpg",
        pictures.part_shown,
        name="part_shown",
    ),
    path("voices/<slug:slug>/causes", causes.loops, name="causes"),
    path(
        "voices/<slug:slug>/causes.<slug:kind>", causes.causes_file, name="causes_file"
    ),
]

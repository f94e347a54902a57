"""Which address leads to which page of voices?"""

from django.urls import path

from weft.voices.pages import (
    capture,
    causes,
    in_hand,
    missing,
    pictures,
    report,
    room,
    slip,
    suggestions,
    themes,
    views,
)

app_name = "voices"
urlpatterns = [
    path("v/<str:secret>", in_hand.in_hand, name="in_hand"),
    path("v/<str:secret>/text/<int:source>", in_hand.text, name="text_in_hand"),
    path("v/<str:secret>/suggestions", suggestions.suggestions, name="suggestions"),
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
    path("voices/<slug:slug>/report", report.report, name="report"),
    path(
        "voices/<slug:slug>/report.<slug:kind>", report.report_file, name="report_file"
    ),
    path("voices/<slug:slug>/themes", themes.themes, name="themes"),
    path(
        "voices/<slug:slug>/themes.<slug:kind>", themes.themes_file, name="themes_file"
    ),
    path("voices/<slug:slug>/requirements", themes.requirements, name="requirements"),
    path(
        "voices/<slug:slug>/requirements.<slug:kind>",
        themes.requirements_file,
        name="requirements_file",
    ),
    path("voices/<slug:slug>/next-room", missing.which_next, name="next_room"),
    path(
        "voices/<slug:slug>/next-room.<slug:kind>",
        missing.which_next_file,
        name="next_room_file",
    ),
    path("voices/<slug:slug>/coverage", report.lost, name="coverage"),
    path(
        "voices/<slug:slug>/coverage.<slug:kind>",
        report.lost_file,
        name="coverage_file",
    ),
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

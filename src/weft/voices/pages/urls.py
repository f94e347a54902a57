"""Which address leads to which page of voices?"""

from django.urls import path

from weft.voices.pages import (
    asks,
    capture,
    causes,
    codes,
    drawing,
    in_hand,
    missing,
    opened,
    pictures,
    priorities,
    readings,
    report,
    room,
    rounds,
    slip,
    suggestions,
    themes,
    there,
    typing,
    views,
    votes,
    voting,
)

app_name = "voices"
urlpatterns = [
    path("v/<str:secret>", in_hand.in_hand, name="in_hand"),
    path("v/<str:secret>/text/<int:source>", in_hand.text, name="text_in_hand"),
    path("v/<str:secret>/votes", rounds.rounds, name="rounds_in_hand"),
    path("v/<str:secret>/votes/<int:round>", rounds.round_page, name="round_in_hand"),
    path("v/<str:secret>/votes/<int:round>/paper", rounds.paper, name="paper_in_hand"),
    path(
        "v/<str:secret>/votes/<int:round>/ballots",
        typing.ballots,
        name="ballots_in_hand",
    ),
    path(
        "v/<str:secret>/votes/<int:round>/<slug:kind>.csv",
        rounds.round_file,
        name="round_file",
    ),
    path("vote/<slug:key>", voting.vote, name="vote"),
    path("v/<str:secret>/suggestions", suggestions.suggestions, name="suggestions"),
    path("v/<str:secret>/there", there.telling, name="telling"),
    path("v/<str:secret>/asks", asks.asks_in_hand, name="asks_in_hand"),
    path(
        "v/<str:secret>/priorities",
        priorities.priorities_in_hand,
        name="priorities_in_hand",
    ),
    path("v/<str:secret>/open", opened.open_in_hand, name="open_in_hand"),
    path("answer/<str:secret>", asks.answer, name="answer"),
    path("room/<str:secret>", there.room, name="room"),
    path("room/<str:secret>/sheet", there.room_sheet, name="room_sheet"),
    path("v/<str:secret>/capture", capture.capture, name="capture"),
    path(
        "v/<str:secret>/picture/<int:source>", pictures.picture, name="picture_in_hand"
    ),
    path("v/<str:secret>/picture/<int:source>.jpg", pictures.held, name="held_picture"),
    path("v/<str:secret>/workshop/<str:ref>", room.room, name="room_in_hand"),
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
    path("v/<str:secret>/causes", drawing.causes_in_hand, name="causes_in_hand"),
    path("voices", views.front, name="front"),
    path("voices/slip", slip.slip, name="slip"),
    path("voices/asks", asks.asks_of, name="asks"),
    path("voices/asks.<slug:kind>", asks.asks_file, name="asks_file"),
    path("voices/<slug:slug>", views.wall_page, name="wall"),
    path("voices/<slug:slug>/asks", asks.asks_of, name="asks_of"),
    path("voices/<slug:slug>/asks.<slug:kind>", asks.asks_file, name="asks_file_of"),
    path("voices/<slug:slug>/priorities", priorities.priorities_of, name="priorities"),
    path(
        "voices/<slug:slug>/priorities.<slug:kind>",
        priorities.priorities_file,
        name="priorities_file",
    ),
    path("voices/<slug:slug>/open", opened.open_of, name="open"),
    path("voices/<slug:slug>/open.<slug:kind>", opened.open_file, name="open_file"),
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
    path("voices/<slug:slug>/votes", votes.votes, name="votes"),
    path("voices/<slug:slug>/votes.<slug:kind>", votes.votes_file, name="votes_file"),
    path("voices/<slug:slug>/votes/log", votes.votes_log, name="votes_log"),
    path(
        "voices/<slug:slug>/votes/log.<slug:kind>",
        votes.votes_log_file,
        name="votes_log_file",
    ),
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

"""Who may open which page? Every route stands here; one that does not opens to nobody.

``weft.config.guard`` keeps the doors, ``/open/who-may`` shows them to everybody, and
``tests/house_rules/test_policy.py`` goes through every route that Django knows.
"""

from collections.abc import Mapping
from enum import StrEnum


class Door(StrEnum):
    """To whom a page opens; the words stand on ``/open/who-may``."""

    ANYBODY = "anybody"
    LINK = "whoever has a link to the thing it is about"
    INVITATION = "whoever was asked to join"
    PROVING = "who has just signed in, to add a way to show who they are"
    STEWARD = "who checks this list, signed in with two proofs"
    ADMINISTRATOR = "who runs this site, signed in with two proofs"


def _to(door: Door, part: str, names: str) -> dict[str, Door]:
    """Name some routes of one part."""
    return {f"{part}{name}": door for name in names.split()}


DOORS: Mapping[str, Door] = {
    **_to(Door.ANYBODY, "", "health health-json"),
    **_to(Door.ANYBODY, "web:", "home choices choices_file surprise way_there my_list"),
    **_to(Door.ANYBODY, "web:", "week_file_of_region"),
    **_to(Door.ANYBODY, "web:", "own_week own_week_file"),
    **_to(Door.ANYBODY, "web:", "quick quick_sheet quick_card"),
    **_to(
        Door.ANYBODY,
        "web:",
        "places which_place place sheet missing_file week_file",
    ),
    **_to(Door.ANYBODY, "web:", "lost map tiles language said_aloud"),
    **_to(Door.ANYBODY, "web:", "turns turn words words_file help_out what_is_this"),
    **_to(Door.ANYBODY, "web:", "robots sitemap sitemap_part"),
    **_to(Door.ANYBODY, "web:", "open_files open_file"),
    **_to(Door.ANYBODY, "web:", "open_feed open_feed_file"),
    **_to(Door.ANYBODY, "web:", "embed_help embed_place embed_group"),
    **_to(Door.ANYBODY, "web:", "open who_may document privacy accessibility"),
    **_to(Door.ANYBODY, "", "account_login mfa_login_webauthn mfa_authenticate"),
    **_to(Door.ANYBODY, "", "account_logout"),
    **_to(Door.INVITATION, "", "account_join"),
    **_to(Door.PROVING, "", "mfa_index mfa_activate_totp mfa_add_webauthn"),
    **_to(Door.PROVING, "", "mfa_view_recovery_codes mfa_generate_recovery_codes"),
    **_to(Door.STEWARD, "web:", "steward decide_reply decide_proposal decide_group"),
    **_to(Door.STEWARD, "web:", "decided"),
    **_to(Door.ANYBODY, "web:", "new new_atom new_ask"),
    **_to(Door.ANYBODY, "web:", "new_mail"),  # whoever got a mail: a secret of its own
    **_to(Door.STEWARD, "web:", "campaigns campaign_take_down"),
    **_to(Door.STEWARD, "web:", "sheets sheet_look sheet_take sheet_undo"),
    **_to(Door.STEWARD, "web:", "feeds feed feed_report feed_decide"),
    **_to(Door.STEWARD, "assets:", "doubles double overlaps overlap"),
    **_to(Door.STEWARD, "assets:", "young young_adult young_group unlisting"),
    **_to(Door.STEWARD, "assets:", "disputes ask_community dispute_link"),
    **_to(Door.ANYBODY, "assets:", "holders holders_file"),
    **_to(Door.STEWARD, "assets:", "asking asking_file message audit audit_entry"),
    **_to(Door.STEWARD, "assets:", "questions_file"),
    **_to(Door.ANYBODY, "assets:", "stop"),  # whoever got a mail: a secret of its own
    **_to(Door.LINK, "assets:", "in_hand month_file"),
    **_to(Door.LINK, "pathways:", "cards_in_hand"),
    **_to(Door.LINK, "assets:", "rooms_in_hand rests_in_hand changes_in_hand"),
    **_to(Door.LINK, "assets:", "door_in_hand like told_of_us"),
    **_to(Door.LINK, "assets:", "people_in_hand things_in_hand thing_in_hand"),
    **_to(Door.LINK, "assets:", "hands_in_hand spare_in_hand hand_in_hand"),
    **_to(Door.STEWARD, "assets:", "links"),
    **_to(Door.STEWARD, "assets:", "doors door_looked_at decide_door"),
    **_to(Door.ANYBODY, "assets:", "door"),
    **_to(Door.ANYBODY, "assets:", "offer calendar asset group code"),
    **_to(Door.ANYBODY, "assets:", "sureness sureness_file how_right how_right_file"),
    **_to(Door.ANYBODY, "assets:", "ties ties_file at_risk at_risk_file deadlines"),
    **_to(Door.ANYBODY, "assets:", "tell_us tell_us_of take_back note visit"),
    **_to(Door.ANYBODY, "access:", "front front_file maps_file choice_of areas_file"),
    **_to(
        Door.ANYBODY,
        "access:",
        "hours_of hours_file fair_of fair_file gates gates_file",
    ),
    **_to(
        Door.ANYBODY,
        "access:",
        "beside_of beside_file barriers_file changes_file way_file",
    ),
    **_to(Door.ANYBODY, "access:", "weeks weeks_feed week_package"),
    **_to(Door.ANYBODY, "access:", "next_offer next_file"),
    **_to(Door.ANYBODY, "access:", "lab lab_file lab_beside"),
    **_to(Door.ANYBODY, "voices:", "front wall words words_file missing missing_file"),
    **_to(Door.ANYBODY, "voices:", "project_file"),
    **_to(Door.ANYBODY, "voices:", "slip"),  # whoever has one: a secret of its own
    **_to(Door.LINK, "voices:", "rounds_in_hand round_in_hand round_file"),
    **_to(Door.LINK, "voices:", "paper_in_hand ballots_in_hand"),
    **_to(Door.ANYBODY, "voices:", "vote"),  # whoever has a ballot: a code of its own
    **_to(Door.ANYBODY, "voices:", "votes votes_file votes_log votes_log_file"),
    **_to(Door.LINK, "voices:", "suggestions"),
    **_to(Door.LINK, "voices:", "telling room room_sheet asks_in_hand answer"),
    **_to(Door.LINK, "voices:", "priorities_in_hand open_in_hand"),
    **_to(Door.ANYBODY, "voices:", "asks asks_file asks_of asks_file_of"),
    **_to(Door.ANYBODY, "voices:", "priorities priorities_file open open_file"),
    **_to(Door.LINK, "voices:", "capture picture_in_hand held_picture room_in_hand"),
    **_to(Door.ANYBODY, "voices:", "part_shown"),
    **_to(Door.LINK, "voices:", "readings readings_file places_file reader"),
    **_to(Door.LINK, "voices:", "codes codes_file code_history code_history_file"),
    **_to(Door.LINK, "voices:", "in_hand text_in_hand causes_in_hand"),
    **_to(Door.ANYBODY, "voices:", "causes causes_file"),
    **_to(Door.ANYBODY, "voices:", "causes_table what_if what_if_file"),
    **_to(Door.ANYBODY, "voices:", "themes themes_file"),
    **_to(Door.ANYBODY, "voices:", "requirements requirements_file"),
    **_to(Door.ANYBODY, "voices:", "next_room next_room_file"),
    **_to(Door.ANYBODY, "voices:", "report report_file coverage coverage_file"),
    **_to(Door.ANYBODY, "need:", "front which_area who_file"),
    **_to(Door.ANYBODY, "need:", "profile profile_file profile_beside"),
    **_to(Door.ANYBODY, "need:", "indicator indicator_file indicator_beside"),
    **_to(Door.ANYBODY, "need:", "picture_file reply take_back"),
    **_to(Door.ANYBODY, "ground:", "index report file"),
    **_to(Door.ANYBODY, "api:", "choices area openapi nowhere"),
    **_to(Door.ANYBODY, "assets_api:", "assets"),
    **_to(Door.ANYBODY, "need_api:", "indicators indicator profile who"),
    **_to(Door.ANYBODY, "openactive:", "services sessions"),
    **_to(Door.ANYBODY, "openreferral:", "about openapi services service nowhere"),
    **_to(Door.ANYBODY, "openreferral:", "service_at_locations service_at_location"),
    **_to(Door.ANYBODY, "openreferral:", "organizations organization"),
    **_to(Door.ANYBODY, "openreferral:", "taxonomies taxonomy"),
    **_to(Door.ANYBODY, "openreferral:", "taxonomy_terms taxonomy_term"),
}


def door_of(route: str) -> Door | None:
    """Say to whom a route opens; None where nobody has said, and so to nobody."""
    return DOORS.get(route)

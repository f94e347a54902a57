"""By which ways does what is registered go out, and which rule holds at each of them?

The one list of them. A route that does not stand here fails a test, and so does one
that the leak test does not walk (``tests/leaks``); a file that leaves by a command is
named there too. The rule itself stands in ``assets/domain/visibility.py`` and nowhere
else. What only somebody with a key may open is no channel, and says so here.
"""

from collections.abc import Mapping
from enum import StrEnum

from weft.assets.domain.visibility import Channel


class Apart(StrEnum):
    """Why a route carries nothing of the register to anybody."""

    ABOUT_US = "it speaks of Weft, its sources or its numbers, and names no thing"
    VOICES = "it shows what people said in a room, to whom that room let it be shown"
    ASKING = "it takes what somebody says, and shows no more of a thing than its page"
    WITH_A_KEY = "it opens to those who hold a link or sign in, and to nobody else"


Way = Channel | Apart


def _by(way: Way, part: str, names: str) -> dict[str, Way]:
    """Name some routes of one part."""
    return {f"{part}{name}": way for name in names.split()}


WAYS: Mapping[str, Way] = {
    # --- pages of one thing, where somebody goes on purpose; the rest carries things
    **_by(Channel.PAGE, "assets:", "asset group offer door"),
    **_by(Channel.PRINT, "assets:", "code"),
    **_by(Channel.PRINT, "web:", "quick_card"),
    **_by(Channel.CALENDAR, "assets:", "calendar deadlines"),
    # --- lists, searches and pages that are made of them
    **_by(Channel.SEARCH, "web:", "home week_file_of_region choices choices_file"),
    **_by(Channel.SEARCH, "web:", "surprise way_there my_list"),
    **_by(Channel.SEARCH, "web:", "places which_place place lost"),
    **_by(Channel.SEARCH, "web:", "sheet missing_file week_file new new_ask"),
    **_by(Channel.SEARCH, "web:", "turns turn help_out what_is_this"),
    **_by(Channel.SEARCH, "web:", "quick quick_sheet"),
    **_by(Channel.SEARCH, "access:", "next_offer next_file"),
    **_by(Channel.SEARCH, "access:", "lab lab_file lab_beside"),
    **_by(Channel.SEARCH, "api:", "choices area"),
    **_by(Channel.SEARCH, "assets:", "ties ties_file at_risk at_risk_file"),
    **_by(Channel.SEARCH, "assets:", "holders holders_file"),
    **_by(Channel.MAP, "web:", "map"),
    **_by(Channel.TILES, "web:", "tiles"),
    **_by(Channel.EMBED, "web:", "embed_help embed_place embed_group"),
    **_by(Channel.SEARCH_ENGINE, "web:", "robots sitemap sitemap_part"),
    # --- what programs take
    **_by(Channel.BULK, "assets_api:", "assets"),
    **_by(Channel.BULK, "web:", "open_file"),
    **_by(Channel.FEED, "web:", "new_atom"),
    **_by(Channel.FEED, "openactive:", "services sessions"),
    **_by(Channel.FEED, "openreferral:", "about openapi services service nowhere"),
    **_by(Channel.FEED, "openreferral:", "service_at_locations service_at_location"),
    **_by(Channel.FEED, "openreferral:", "organizations organization"),
    **_by(Channel.FEED, "openreferral:", "taxonomies taxonomy"),
    **_by(Channel.FEED, "openreferral:", "taxonomy_terms taxonomy_term"),
    # --- no channels
    **_by(Apart.ASKING, "assets:", "tell_us tell_us_of take_back stop note visit"),
    **_by(Apart.ASKING, "web:", "new_mail"),
    **_by(Apart.ASKING, "voices:", "slip"),
    **_by(Apart.VOICES, "voices:", "vote votes votes_file votes_log votes_log_file"),
    **_by(Apart.ABOUT_US, "", "health health-json"),
    **_by(Apart.ABOUT_US, "web:", "language said_aloud open who_may document"),
    **_by(Apart.ABOUT_US, "web:", "privacy accessibility words words_file open_files"),
    **_by(Apart.ABOUT_US, "assets:", "sureness sureness_file how_right how_right_file"),
    **_by(Apart.ABOUT_US, "web:", "open_feed open_feed_file"),
    **_by(Apart.ABOUT_US, "api:", "openapi nowhere"),
    **_by(Apart.ABOUT_US, "access:", "front front_file maps_file choice_of"),
    **_by(Apart.ABOUT_US, "access:", "hours_of hours_file fair_of fair_file"),
    **_by(Apart.ABOUT_US, "access:", "beside_of beside_file barriers_file way_file"),
    **_by(Apart.ABOUT_US, "access:", "changes_file areas_file gates gates_file"),
    **_by(Apart.ABOUT_US, "web:", "own_week own_week_file"),
    **_by(Apart.ABOUT_US, "access:", "weeks weeks_feed week_package"),
    **_by(Apart.VOICES, "voices:", "project_file part_shown"),
    **_by(Apart.VOICES, "voices:", "front wall words words_file missing missing_file"),
    **_by(Apart.VOICES, "voices:", "asks asks_file asks_of asks_file_of"),
    **_by(Apart.VOICES, "voices:", "priorities priorities_file open open_file"),
    **_by(Apart.VOICES, "voices:", "causes causes_file"),
    **_by(Apart.VOICES, "voices:", "causes_table what_if what_if_file"),
    **_by(Apart.VOICES, "voices:", "themes themes_file"),
    **_by(Apart.VOICES, "voices:", "requirements requirements_file"),
    **_by(Apart.VOICES, "voices:", "next_room next_room_file"),
    **_by(Apart.VOICES, "voices:", "report report_file coverage coverage_file"),
    **_by(Apart.ABOUT_US, "need:", "front which_area who_file"),
    **_by(Apart.ABOUT_US, "need:", "profile profile_file profile_beside"),
    **_by(Apart.ABOUT_US, "need:", "indicator indicator_file indicator_beside"),
    **_by(Apart.ABOUT_US, "need:", "picture_file reply take_back"),
    **_by(Apart.ABOUT_US, "need_api:", "indicators indicator profile who"),
    **_by(Apart.ABOUT_US, "ground:", "index report file"),
    **_by(Apart.WITH_A_KEY, "", "account_login account_logout account_join"),
    **_by(Apart.WITH_A_KEY, "", "mfa_login_webauthn mfa_authenticate mfa_index"),
    **_by(Apart.WITH_A_KEY, "", "mfa_activate_totp mfa_add_webauthn"),
    **_by(Apart.WITH_A_KEY, "", "mfa_view_recovery_codes"),
    **_by(Apart.WITH_A_KEY, "", "mfa_generate_recovery_codes"),
    **_by(Apart.WITH_A_KEY, "web:", "steward decide_reply decide_proposal"),
    **_by(Apart.WITH_A_KEY, "web:", "decide_group decided"),
    **_by(Apart.WITH_A_KEY, "web:", "sheets sheet_look sheet_take sheet_undo"),
    **_by(Apart.WITH_A_KEY, "assets:", "doubles double overlaps overlap"),
    **_by(Apart.WITH_A_KEY, "assets:", "disputes ask_community dispute_link"),
    **_by(Apart.WITH_A_KEY, "assets:", "young young_adult young_group unlisting"),
    **_by(Apart.WITH_A_KEY, "web:", "campaigns campaign_take_down"),
    **_by(Apart.WITH_A_KEY, "web:", "feeds feed feed_decide feed_report"),
    **_by(Apart.WITH_A_KEY, "assets:", "asking asking_file questions_file message"),
    **_by(Apart.WITH_A_KEY, "assets:", "audit audit_entry"),
    **_by(Apart.WITH_A_KEY, "assets:", "in_hand month_file"),
    **_by(Apart.WITH_A_KEY, "assets:", "people_in_hand things_in_hand thing_in_hand"),
    **_by(Apart.WITH_A_KEY, "assets:", "hands_in_hand spare_in_hand hand_in_hand"),
    **_by(Apart.WITH_A_KEY, "assets:", "links"),
    **_by(Apart.WITH_A_KEY, "pathways:", "cards_in_hand"),
    **_by(Apart.WITH_A_KEY, "voices:", "rounds_in_hand round_in_hand round_file"),
    **_by(Apart.WITH_A_KEY, "voices:", "paper_in_hand ballots_in_hand"),
    **_by(Apart.WITH_A_KEY, "voices:", "suggestions"),
    **_by(Apart.WITH_A_KEY, "voices:", "telling room room_sheet asks_in_hand answer"),
    **_by(Apart.WITH_A_KEY, "voices:", "priorities_in_hand open_in_hand"),
    **_by(Apart.WITH_A_KEY, "voices:", "capture picture_in_hand held_picture"),
    **_by(Apart.WITH_A_KEY, "voices:", "room_in_hand"),
    **_by(Apart.WITH_A_KEY, "voices:", "codes codes_file"),
    **_by(Apart.WITH_A_KEY, "voices:", "readings readings_file places_file reader"),
    **_by(Apart.WITH_A_KEY, "voices:", "code_history code_history_file"),
    **_by(Apart.WITH_A_KEY, "voices:", "in_hand text_in_hand causes_in_hand"),
    **_by(Apart.WITH_A_KEY, "assets:", "rooms_in_hand rests_in_hand changes_in_hand"),
    **_by(Apart.WITH_A_KEY, "assets:", "door_in_hand doors door_looked_at decide_door"),
    **_by(Apart.WITH_A_KEY, "assets:", "like told_of_us"),
}
"""Every route, and by which rule it carries things."""

FOR_SEARCH_ENGINES = frozenset({"web:home", "web:places", "web:place", "web:map"})
"""Lists that a search engine may keep: what they name has a place, or a holder who said
yes to search engines (``assets.queries.around.stories_in``)."""


def may_be_indexed(route: str) -> bool:
    """Tell whether a search engine may keep what a route answers.

    Pages of one thing say themselves whether theirs may (``assets/pages/views.py``).
    """
    way = WAYS.get(route)
    return way in {Channel.PAGE, Apart.ABOUT_US} or route in FOR_SEARCH_ENGINES

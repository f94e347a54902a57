"""Who may do which deed, to which kind of thing, and to which of its fields?

One table; the rows of voices stand in a file of their own. It is read by
``services.require``, by the record itself, which takes no deed that has no row here,
and by the page ``/open/who-may``. Those who act by a link may act on the one thing that
their link is bound to, whatever a row says besides.

A new deed gets its row here; ``tests/house_rules/test_policy.py`` looks for it.
"""

from collections.abc import Collection
from enum import StrEnum

from weft.accounts.actors import BOUND, Actor
from weft.accounts.rules import (
    ANYTHING,
    BY_LINK,
    EVERYBODY,
    HEADS,
    HOLDERS,
    HOUSE,
    INVITED,
    KEEPERS,
    Rule,
    row,
)
from weft.accounts.rules_of_voices import VOICES
from weft.accounts.things import Thing


class Refusal(StrEnum):
    """Why a deed may not be done; for tests and for who writes code, not for pages."""

    NO_ROW = "the policy has no row for this deed"
    NOT_THIS_KIND = "the policy says nothing of this deed to this kind of thing"
    NOT_THEIRS = "whoever acts may do it only to their own thing"
    NOT_THEM = "whoever acts may not do this"
    NOT_THESE_FIELDS = "whoever acts may not change these fields"


RULES: tuple[Rule, ...] = (
    # --- what is built from files, by commands and their jobs
    row("ground.load", "region", HOUSE, "read in the areas of a region"),
    row("ground.name_places", "region", HOUSE, "read in the names of places"),
    row("ground.count_people", "region", HOUSE, "note how many people live where"),
    row("ground.keep_ledger", "region", HOUSE, "note whose data a region is made of"),
    row("ground.keep_line", "region", KEEPERS | HOUSE, "note whose data a feed is"),
    row("assets.load", "region", HOUSE, "read in what others have listed"),
    row("assets.derive", "region", HOUSE, "make the list and its dates anew"),
    row("assets.take_questions", "region", HOUSE, "note which question helps most"),
    row("access.publish", "region", HOUSE, "published for whom there is a choice"),
    row("access.keep_ready", "region", HOUSE, "made ready what could be put on next"),
    row("access.load", "region", HOUSE, "read in streets and timetables"),
    row("need.load", "region", HOUSE, "read in published numbers about areas"),
    row("assets.derive_some", "region", KEEPERS | HOUSE, "list a few things anew"),
    # --- cards that are handed over
    row("pathways.hand_over", "card", EVERYBODY, "make a card to hand over"),
    row("pathways.came_with_card", "asset", BY_LINK, "say who came with a card"),
    row("pathways.lapse_cards", "cards", HOUSE, "forget cards that nobody used"),
    *VOICES,
    # --- what is told twice
    row("assets.link", "region", HOUSE, "look for what is told twice"),
    row("assets.judge", "link", KEEPERS | HOUSE, "say if two entries are one thing"),
    row("assets.take_back", "link", KEEPERS | HOUSE, "take back what was said of two"),
    row("assets.put_off", "link", KEEPERS | HOUSE, "leave a question for later"),
    # --- spreadsheets
    row("assets.take_spreadsheet", "import", KEEPERS | HOUSE, "take a spreadsheet in"),
    row(
        "assets.undo_import", "import", KEEPERS | HOUSE, "take a spreadsheet out again"
    ),
    # --- other people's feeds
    row("assets.add_feed", "feed", HEADS, "have a feed read from now on"),
    row("assets.stop_feed", "feed", HEADS, "have a feed read no more"),
    row("assets.harvest", "feed", KEEPERS | HOUSE, "read a feed"),
    row("assets.take_run", "feed", KEEPERS | HOUSE, "take in what a feed sent"),
    row("assets.leave_run", "feed", KEEPERS | HOUSE, "leave what a feed sent"),
    # --- how sure we are of what we hold
    row("assets.hear", "asset", HOLDERS | KEEPERS | HOUSE, "say if it is still so"),
    row("assets.hear", "offer", HOLDERS | KEEPERS | HOUSE, "say if it is still so"),
    # --- what a group says of itself, by its link
    row(
        "assets.confirm_group",
        "asset",
        BY_LINK | KEEPERS | HOUSE,
        "say that all of a group is still right",
    ),
    row("assets.pause_group", "asset", BY_LINK | KEEPERS, "say that it has a break"),
    row("assets.end_pause", "asset", BY_LINK | KEEPERS, "say that it is back"),
    row("assets.say_room", "asset", BY_LINK | KEEPERS, "say if somebody new may come"),
    row("assets.change_times", "asset", BY_LINK | KEEPERS, "tell its new times"),
    row("assets.take_times_back", "asset", BY_LINK | KEEPERS, "take those back"),
    row("assets.tell_rest", "asset", BY_LINK | KEEPERS, "tell when it does not meet"),
    row("assets.take_rest_back", "asset", BY_LINK | KEEPERS, "take that back"),
    row("assets.tell_change", "asset", BY_LINK | KEEPERS, "say what it changed"),
    row("assets.take_change_back", "asset", BY_LINK | KEEPERS, "take that back"),
    row("assets.give_door", "asset", BY_LINK | KEEPERS, "give a picture of its door"),
    row("assets.take_door_back", "asset", BY_LINK | KEEPERS, "take that back"),
    row("assets.show_door", "door", KEEPERS, "show a picture of a door"),
    row("assets.hide_door", "door", KEEPERS, "show it no more"),
    row("assets.refuse_door", "door", KEEPERS, "delete a picture of a door"),
    row("assets.say_stopped", "asset", HOLDERS | KEEPERS, "say that it has stopped"),
    row("assets.go_on_after_all", "asset", HOLDERS | KEEPERS, "take that back"),
    row("assets.say_like", "asset", BY_LINK | KEEPERS, "say what an offer is like"),
    row("assets.take_like_back", "asset", BY_LINK | KEEPERS, "take that back"),
    row("assets.say_of_room", "asset", BY_LINK | KEEPERS, "say what its room is like"),
    row(
        "assets.say_new_faces", "asset", BY_LINK, "say how many came for the first time"
    ),
    row("assets.take_faces_back", "asset", BY_LINK, "take that back"),
    row("assets.answer_visit", "asset", BY_LINK | KEEPERS, "answer a visitor"),
    row("assets.take_answer_back", "asset", BY_LINK | KEEPERS, "take that back"),
    row("assets.disown_group", "asset", HOLDERS, "say that it is not theirs"),
    row("assets.own_again", "asset", HOLDERS | KEEPERS, "say that it is theirs"),
    row("assets.keep_hidden", "asset", KEEPERS, "keep hidden what is nobody's"),
    # --- what a group does with what it holds
    row("assets.name_held", "asset", HOLDERS | HOUSE, "name what they hold"),
    row(
        "assets.show_held", "asset", HOLDERS | HOUSE, "show or withdraw what is theirs"
    ),
    row("assets.set_terms", "asset", HOLDERS | HOUSE, "say on whose terms it is told"),
    row(
        "assets.allow_channels",
        "asset",
        HOLDERS | HOUSE,
        "say by which ways it may be told",
    ),
    row(
        "assets.name_to_funders",
        "asset",
        HOLDERS | HOUSE,
        "say if funders may read its name",
    ),
    row(
        "assets.say_young",
        "asset",
        HOLDERS | KEEPERS | HOUSE,
        "say if young people run it",
    ),
    row(
        "assets.say_hands",
        "asset",
        HOLDERS | HOUSE,
        "say who decides, pays, owns it or works with it",
    ),
    row("assets.take_hands_back", "asset", HOLDERS | HOUSE, "take that back"),
    row("assets.say_owned", "asset", HOLDERS | HOUSE, "say how it is owned"),
    row("assets.say_part_of", "asset", HOLDERS | HOUSE, "say what it is a part of"),
    row("assets.say_spare", "asset", BY_LINK | KEEPERS, "say when its room is empty"),
    row("assets.say_looking", "asset", BY_LINK | KEEPERS, "say what it looks for"),
    row("assets.say_ends", "asset", BY_LINK | KEEPERS, "say when something ends"),
    row("assets.ask_for_a_hand", "asset", BY_LINK | KEEPERS, "ask for a hand"),
    row("assets.take_ask_back", "asset", BY_LINK | KEEPERS, "take that back"),
    row("assets.note_came_back", "asset", HOLDERS | HOUSE, "note what came back"),
    row("assets.forget_came_back", "asset", HOLDERS | HOUSE, "take that away again"),
    row("assets.name_adult", "asset", KEEPERS, "note a young group’s one grown-up"),
    row("assets.forget_adult", "asset", KEEPERS, "forget that grown-up"),
    # --- how groups are written to
    row(
        "assets.give_address",
        "asset",
        HOLDERS | KEEPERS | HOUSE,
        "say where it may be written to",
    ),
    row(
        "assets.forget_address",
        "asset",
        HOLDERS | KEEPERS | HOUSE,
        "forget where it was written to",
    ),
    row("assets.stop_mail", "asset", EVERYBODY, "stop all mail that they get"),
    row("assets.write_again", "asset", EVERYBODY, "take that back"),
    row("assets.choose_round", "region", KEEPERS | HOUSE, "choose whom to ask"),
    row("assets.send_message", "message", HOUSE, "send one of those messages"),
    row("assets.note_message", "message", HOUSE, "note what a mail server said"),
    row("assets.let_be", "message", KEEPERS, "not ask them this time"),
    row("assets.ask_after_all", "message", KEEPERS, "take that back"),
    row("assets.write_by_hand", "message", KEEPERS, "get a message to copy"),
    row("assets.note_sent_by_hand", "message", KEEPERS, "say that they sent it"),
    row("assets.note_link_given", "asset", KEEPERS | HOUSE, "give a group its link"),
    row("assets.not_sent_by_hand", "message", KEEPERS, "take that back"),
    row(
        "assets.hear_it_came_back",
        "message",
        KEEPERS | HOUSE,
        "say that a mail came back",
    ),
    # --- what is new, and who wants to hear of it
    row("assets.publish_campaign", "campaign", KEEPERS, "say what is on for a while"),
    row("assets.take_campaign_down", "campaign", KEEPERS, "take that down"),
    row("assets.put_campaign_back", "campaign", KEEPERS, "put it back"),
    row("assets.ask_to_hear", "reader", EVERYBODY, "ask to hear what is new"),
    row("assets.say_yes", "reader", EVERYBODY, "say yes to that, by their mail"),
    row("assets.hear_no_more", "reader", EVERYBODY, "stop it, and be forgotten"),
    row("assets.forget_reader", "reader", HOUSE, "forget who cannot be reached"),
    row("assets.take_turn", "reader", HOUSE, "write to who wants to hear"),
    row("assets.give_turn_back", "reader", HOUSE, "try that once more"),
    row(
        "assets.forget_who_never_said_yes",
        "readers",
        HOUSE,
        "forget who never said yes",
    ),
    # --- how often the list is wrong
    row("assets.draw_audit", "region", HOUSE, "draw fifty entries to look at"),
    row("assets.note_finding", "audit", KEEPERS, "say what they found"),
    row("assets.take_finding_back", "audit", KEEPERS, "take that back"),
    # --- what people say to numbers about their place
    row("need.propose_reply", "reply", EVERYBODY, "say something to a number"),
    row("need.take_back_reply", "reply", EVERYBODY, "take back what they said"),
    row("need.accept_reply", "reply", KEEPERS | HOUSE, "let a reply stand"),
    row("need.decline_reply", "reply", KEEPERS | HOUSE, "keep a reply from standing"),
    row("need.take_replies", "replies", KEEPERS | HOUSE, "take replies from paper"),
    # --- what people tell us of what is here
    row("assets.propose_change", "proposal", EVERYBODY, "tell us something"),
    row("assets.take_back_change", "proposal", EVERYBODY, "take back what they told"),
    row(
        "assets.accept_change",
        "proposal",
        KEEPERS | HOUSE,
        "take it as so",
        fields=[
            "name",
            "place",
            "when",
            "telephone",
            "step_free",
            "held_by",
            "room",
            "what",
            "also_called",
            "closed_on",
            "closed_why",
            "shown_as",
        ],
    ),
    row("assets.accept_change", "asset", HOLDERS, "take as so what was told of it"),
    row("assets.decline_change", "asset", HOLDERS, "say that it is as it was"),
    row("assets.decline_change", "proposal", KEEPERS | HOUSE, "leave it as it was"),
    row("assets.take_gathered", "region", KEEPERS | HOUSE, "take words from paper"),
    row("assets.lower_disputed", "asset", EVERYBODY, "say that it is held by others"),
    row("assets.raise_again", "asset", EVERYBODY, "take that back"),
    row("assets.ask_community", "asset", EVERYBODY, "name who should be asked"),
    row("assets.answer_dispute", "asset", HOLDERS, "say if a tradition is theirs"),
    row("assets.leave_out", "region", KEEPERS | HOUSE, "leave out who asked for it"),
    row("assets.list_again", "region", KEEPERS | HOUSE, "list again who asked for it"),
    row(
        "assets.unlist", "asset", KEEPERS | HOUSE, "take off the list who asked for it"
    ),
    row(
        "assets.unlist", "offer", KEEPERS | HOUSE, "take off the list what asked for it"
    ),
    row("assets.take_unlisting_back", "asset", KEEPERS | HOUSE, "take that back"),
    row("assets.take_unlisting_back", "offer", KEEPERS | HOUSE, "take that back"),
    # --- what the house does for itself
    row("jobs.try_once_more", "work", HEADS | HOUSE, "ask for stuck work once more"),
    row("accounts.refuse", "door", EVERYBODY, "be refused at a door, and it is noted"),
    # --- accounts: for those who check the list and those who run the site
    row("accounts.invite", "account", HEADS, "ask somebody to check this list"),
    row("accounts.join", "account", INVITED, "take an invitation"),
    row("accounts.sign_in", "account", KEEPERS, "sign in"),
    row("accounts.add_proof", "account", KEEPERS, "add a way to show who they are"),
    row("accounts.remove", "account", HEADS, "take somebody's account away"),
    # --- links: for those who look after a thing, without an account
    row(
        "accounts.make_link",
        ANYTHING,
        KEEPERS | HOUSE,
        "give a link to who looks after a thing",
    ),
    row(
        "accounts.let_in",
        ANYTHING,
        HOLDERS | KEEPERS | HOUSE,
        "let somebody in, by a link of their own",
    ),
    row("accounts.use_link", ANYTHING, BOUND, "use the link they were given"),
    row(
        "accounts.renew_link",
        ANYTHING,
        HOLDERS | KEEPERS | HOUSE,
        "change a link for a new one",
    ),
    row(
        "accounts.revoke_link",
        ANYTHING,
        BY_LINK | KEEPERS | HOUSE,
        "switch a link off",
    ),
)


def refusal(
    *, by: Actor, deed: str, thing: Thing, fields: Collection[str] = ()
) -> Refusal | None:
    """Say why a deed may not be done; None where it may.

    Parameters
    ----------
    by
        Who wants to do it.
    deed
        The deed's name, as ``ground.load``.
    thing
        What it is done to.
    fields
        The fields that would change, where the deed changes some and not others.

    Returns
    -------
    Refusal | None
        The first reason that stands in the way of every row.
    """
    rows = [rule for rule in RULES if rule.deed == deed]
    if not rows:
        return Refusal.NO_ROW
    about = [rule for rule in rows if rule.is_about(thing)]
    if not about:
        return Refusal.NOT_THIS_KIND
    theirs = [rule for rule in about if by.kind in rule.who]
    if not theirs:
        return Refusal.NOT_THEM
    if by.kind in BOUND and by.of != thing:
        return Refusal.NOT_THEIRS
    if not any(rule.covers(fields) for rule in theirs):
        return Refusal.NOT_THESE_FIELDS
    return None

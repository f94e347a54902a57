"""Who may do which deed, to which kind of thing, and to which of its fields?

One table. It is read by ``services.require``, by the record itself, which takes no
deed that has no row here, and by the page ``/open/who-may``. Those who act by a link
may act on the one thing that their link is bound to, whatever a row says besides.

A new deed gets its row here; ``tests/house_rules/test_policy.py`` looks for it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from weft.accounts.actors import BOUND, Actor, ActorKind
from weft.accounts.things import Thing

ANYTHING = "anything"
HOUSE = frozenset({ActorKind.JOB, ActorKind.COMMAND})
KEEPERS = frozenset({ActorKind.STEWARD, ActorKind.ADMINISTRATOR})
HEADS = frozenset({ActorKind.ADMINISTRATOR, ActorKind.COMMAND})
HOLDERS = frozenset({ActorKind.HOLDER})
BY_LINK = frozenset({ActorKind.HOLDER, ActorKind.MEMBER})
INVITED = frozenset({ActorKind.INVITED})
EVERYBODY = frozenset(ActorKind)


class Refusal(StrEnum):
    """Why a deed may not be done; for tests and for who writes code, not for pages."""

    NO_ROW = "the policy has no row for this deed"
    NOT_THIS_KIND = "the policy says nothing of this deed to this kind of thing"
    NOT_THEIRS = "whoever acts may do it only to their own thing"
    NOT_THEM = "whoever acts may not do this"
    NOT_THESE_FIELDS = "whoever acts may not change these fields"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row: who may do a deed to a kind of thing.

    ``fields`` names those that may be changed; ``None`` means the whole of it.
    """

    deed: str
    thing: str
    who: frozenset[ActorKind]
    words: str  # what is done, for the page: «… may <words>»
    fields: frozenset[str] | None = None

    def is_about(self, thing: Thing) -> bool:
        """Tell whether the row speaks of this kind of thing."""
        return self.thing in {thing.kind, ANYTHING}

    def covers(self, fields: Collection[str]) -> bool:
        """Tell whether the row lets all these fields be changed."""
        return self.fields is None or self.fields.issuperset(fields)


def _row(
    deed: str,
    thing: str,
    who: frozenset[ActorKind],
    words: str,
    fields: Iterable[str] | None = None,
) -> Rule:
    return Rule(
        deed=deed,
        thing=thing,
        who=who,
        words=words,
        fields=None if fields is None else frozenset(fields),
    )


RULES: tuple[Rule, ...] = (
    # --- what is built from files, by commands and their jobs
    _row("ground.load", "region", HOUSE, "read in the areas of a region"),
    _row("ground.name_places", "region", HOUSE, "read in the names of places"),
    _row("ground.count_people", "region", HOUSE, "note how many people live where"),
    _row("ground.keep_ledger", "region", HOUSE, "note whose data a region is made of"),
    _row("ground.keep_line", "region", KEEPERS | HOUSE, "note whose data a feed is"),
    _row("assets.load", "region", HOUSE, "read in what others have listed"),
    _row("assets.derive", "region", HOUSE, "make the list and its dates anew"),
    _row("assets.take_questions", "region", HOUSE, "note which question helps most"),
    _row("access.publish", "region", HOUSE, "published for whom there is a choice"),
    _row("access.keep_ready", "region", HOUSE, "made ready what could be put on next"),
    _row("access.load", "region", HOUSE, "read in streets and timetables"),
    _row("need.load", "region", HOUSE, "read in published numbers about areas"),
    _row("assets.derive_some", "region", KEEPERS | HOUSE, "list a few things anew"),
    # --- cards that are handed over
    _row("pathways.hand_over", "card", EVERYBODY, "make a card to hand over"),
    _row("pathways.came_with_card", "asset", BY_LINK, "say who came with a card"),
    _row("pathways.lapse_cards", "cards", HOUSE, "forget cards that nobody used"),
    # --- what was said in a room, and what is made of it
    _row("voices.take_in", "project", KEEPERS | HOUSE, "take in what was said, whole"),
    _row("voices.give_slip", "project", BY_LINK | KEEPERS, "give a slip to who spoke"),
    _row("voices.add_workshop", "project", BY_LINK, "add a time that people met"),
    _row("voices.add_words", "project", BY_LINK | HOUSE, "put in what was said"),
    _row("voices.add_picture", "project", BY_LINK | HOUSE, "put in a picture"),
    _row(
        "voices.add_recording",
        "project",
        BY_LINK | HOUSE,
        "put in a transcript",
    ),
    _row("voices.keep_a_place", "project", BY_LINK, "keep a missing picture's place"),
    _row("voices.say_who_is_seen", "project", BY_LINK, "say who is in a picture"),
    _row("voices.cover_picture", "project", BY_LINK, "cover a part of a picture"),
    _row("voices.tell_room", "project", BY_LINK, "tell more of a time people met"),
    _row("voices.leave_pictures", "project", EVERYBODY, "take themselves out of all"),
    _row("voices.take_words_out", "project", BY_LINK, "take that out again"),
    _row("voices.mark", "project", BY_LINK, "mark what somebody said"),
    _row("voices.unmark", "project", BY_LINK, "take that mark out again"),
    _row("voices.put_codes", "project", BY_LINK, "put codes to a passage"),
    _row("voices.take_code_off", "project", BY_LINK, "take a code off a passage"),
    _row("voices.see_as", "project", BY_LINK, "say of which time a passage tells"),
    _row("voices.keep_whole", "project", BY_LINK, "let a poem stay a poem"),
    _row("voices.make_code", "project", BY_LINK, "make a code"),
    _row("voices.rename_code", "project", BY_LINK, "give a code another name"),
    _row("voices.write_memo", "project", BY_LINK, "write what a code means"),
    _row("voices.move_code", "project", BY_LINK, "put a code under another"),
    _row("voices.merge_codes", "project", BY_LINK, "let one code go into another"),
    _row("voices.split_code", "project", BY_LINK, "split a code"),
    _row("voices.delete_code", "project", BY_LINK, "take a code out"),
    _row("voices.undo", "project", BY_LINK, "take back what was done to codes"),
    _row("voices.make_claim", "project", BY_LINK, "say what was made of it"),
    _row("voices.ask_reader", "project", BY_LINK, "ask somebody to code a text blind"),
    _row(
        "voices.drop_reader", "project", BY_LINK, "leave out a reader who is not done"
    ),
    _row("voices.own_done", "project", BY_LINK, "say that they have coded a text"),
    _row("voices.mark_blind", "reading", BY_LINK, "mark words of a text, unseen"),
    _row("voices.unmark_blind", "reading", BY_LINK, "take their own mark out again"),
    _row("voices.reader_done", "reading", BY_LINK, "say that they are done"),
    _row("voices.put_behind", "project", BY_LINK, "put words behind a claim"),
    _row("voices.draw_cause", "project", BY_LINK, "draw what makes what"),
    _row("voices.take_cause_out", "project", BY_LINK, "take that off the map again"),
    _row("voices.keep_thing", "project", BY_LINK, "put a thing on the map"),
    _row("voices.place_thing", "project", BY_LINK, "say where it stands on the map"),
    _row("voices.join_things", "project", BY_LINK, "make one thing of two"),
    _row("voices.take_thing_out", "project", BY_LINK, "take it off the map again"),
    _row("voices.undo_drawing", "project", BY_LINK, "undo what was drawn last"),
    _row("voices.name_loop", "project", BY_LINK, "give what goes round a name"),
    _row("voices.take_arrows_in", "project", BY_LINK, "bring a map from a file"),
    _row("voices.ask_room", "project", BY_LINK, "put a question to a workshop"),
    _row("voices.set_suggests", "project", BY_LINK, "turn machine help on or off"),
    _row("voices.offer", "project", BY_LINK, "let a machine offer words to look at"),
    _row("voices.answer_suggestion", "project", BY_LINK, "answer what it offered"),
    _row("voices.object", "project", EVERYBODY, "say: that is not what we meant"),
    _row("voices.give_room_link", "project", BY_LINK, "give a room its link"),
    _row("voices.note_sent", "project", BY_LINK, "note when the draft was sent"),
    _row("voices.let_choose_first", "project", BY_LINK, "let who spoke choose first"),
    _row("voices.add_ask", "project", BY_LINK, "ask something of a body"),
    _row("voices.take_ask_out", "project", BY_LINK, "take an ask out again"),
    _row("voices.give_answer_link", "project", BY_LINK, "give a body its link"),
    _row("voices.type_reply", "project", BY_LINK, "write down what a body said"),
    _row("voices.reply_to_ask", "ask", BY_LINK, "answer what is asked of them"),
    _row("voices.state_priorities", "project", BY_LINK, "say what comes first"),
    _row("voices.take_priorities_out", "project", BY_LINK, "take that out again"),
    _row("voices.put_elsewhere", "project", BY_LINK, "say who would put it elsewhere"),
    _row("voices.say_strength", "project", BY_LINK, "say what a place has"),
    _row("voices.ask_openly", "project", BY_LINK, "keep a question open, or answer it"),
    _row("voices.name_work", "project", BY_LINK, "note which work somebody named"),
    _row("voices.bear_on", "project", BY_LINK, "put words to what is taken to be so"),
    _row("voices.take_note_out", "project", BY_LINK, "take such a note out again"),
    _row("voices.choose_shown", "project", EVERYBODY, "show theirs or only count it"),
    _row("voices.object_there", "workshop", BY_LINK, "say: that is not what we meant"),
    _row("voices.take_objection_back", "project", EVERYBODY, "take that back"),
    _row("voices.withdraw", "project", EVERYBODY, "take back what they said"),
    # --- what people vote on
    _row("voices.add_round", "project", BY_LINK, "let people vote"),
    _row("voices.put_statement", "project", BY_LINK, "put in what is voted on"),
    _row("voices.rule", "project", BY_LINK, "say if people vote on it, and why not"),
    _row("voices.undo_ruling", "project", BY_LINK, "take that back"),
    _row("voices.give_ballots", "project", BY_LINK, "make ballots"),
    _row("voices.type_ballots", "project", BY_LINK, "type in ballots from paper"),
    _row("voices.undo_typing", "project", BY_LINK, "take those out again"),
    _row("voices.shut_round", "project", BY_LINK | HOUSE, "end a vote and count it"),
    _row("voices.take_votes", "project", BY_LINK | HOUSE, "read in a vote’s files"),
    _row("voices.vote", "project", EVERYBODY, "vote, with a ballot’s code"),
    _row("voices.put_own", "project", EVERYBODY, "put in what they would say"),
    _row("voices.take_own_back", "project", EVERYBODY, "take that back"),
    # --- what is told twice
    _row("assets.link", "region", HOUSE, "look for what is told twice"),
    _row("assets.judge", "link", KEEPERS | HOUSE, "say if two entries are one thing"),
    _row("assets.take_back", "link", KEEPERS | HOUSE, "take back what was said of two"),
    _row("assets.put_off", "link", KEEPERS | HOUSE, "leave a question for later"),
    # --- spreadsheets
    _row("assets.take_spreadsheet", "import", KEEPERS | HOUSE, "take a spreadsheet in"),
    _row(
        "assets.undo_import", "import", KEEPERS | HOUSE, "take a spreadsheet out again"
    ),
    # --- other people's feeds
    _row("assets.add_feed", "feed", HEADS, "have a feed read from now on"),
    _row("assets.stop_feed", "feed", HEADS, "have a feed read no more"),
    _row("assets.harvest", "feed", KEEPERS | HOUSE, "read a feed"),
    _row("assets.take_run", "feed", KEEPERS | HOUSE, "take in what a feed sent"),
    _row("assets.leave_run", "feed", KEEPERS | HOUSE, "leave what a feed sent"),
    # --- how sure we are of what we hold
    _row("assets.hear", "asset", HOLDERS | KEEPERS | HOUSE, "say if it is still so"),
    _row("assets.hear", "offer", HOLDERS | KEEPERS | HOUSE, "say if it is still so"),
    # --- what a group says of itself, by its link
    _row(
        "assets.confirm_group",
        "asset",
        BY_LINK | KEEPERS | HOUSE,
        "say that all of a group is still right",
    ),
    _row("assets.pause_group", "asset", BY_LINK | KEEPERS, "say that it has a break"),
    _row("assets.end_pause", "asset", BY_LINK | KEEPERS, "say that it is back"),
    _row("assets.say_room", "asset", BY_LINK | KEEPERS, "say if somebody new may come"),
    _row("assets.change_times", "asset", BY_LINK | KEEPERS, "tell its new times"),
    _row("assets.take_times_back", "asset", BY_LINK | KEEPERS, "take those back"),
    _row("assets.tell_rest", "asset", BY_LINK | KEEPERS, "tell when it does not meet"),
    _row("assets.take_rest_back", "asset", BY_LINK | KEEPERS, "take that back"),
    _row("assets.tell_change", "asset", BY_LINK | KEEPERS, "say what it changed"),
    _row("assets.take_change_back", "asset", BY_LINK | KEEPERS, "take that back"),
    _row("assets.give_door", "asset", BY_LINK | KEEPERS, "give a picture of its door"),
    _row("assets.take_door_back", "asset", BY_LINK | KEEPERS, "take that back"),
    _row("assets.show_door", "door", KEEPERS, "show a picture of a door"),
    _row("assets.hide_door", "door", KEEPERS, "show it no more"),
    _row("assets.refuse_door", "door", KEEPERS, "delete a picture of a door"),
    _row("assets.say_stopped", "asset", HOLDERS | KEEPERS, "say that it has stopped"),
    _row("assets.go_on_after_all", "asset", HOLDERS | KEEPERS, "take that back"),
    _row("assets.say_like", "asset", BY_LINK | KEEPERS, "say what an offer is like"),
    _row("assets.take_like_back", "asset", BY_LINK | KEEPERS, "take that back"),
    _row("assets.say_of_room", "asset", BY_LINK | KEEPERS, "say what its room is like"),
    _row(
        "assets.say_new_faces", "asset", BY_LINK, "say how many came for the first time"
    ),
    _row("assets.take_faces_back", "asset", BY_LINK, "take that back"),
    _row("assets.answer_visit", "asset", BY_LINK | KEEPERS, "answer a visitor"),
    _row("assets.take_answer_back", "asset", BY_LINK | KEEPERS, "take that back"),
    _row("assets.disown_group", "asset", HOLDERS, "say that it is not theirs"),
    _row("assets.own_again", "asset", HOLDERS | KEEPERS, "say that it is theirs"),
    _row("assets.keep_hidden", "asset", KEEPERS, "keep hidden what is nobody's"),
    # --- what a group does with what it holds
    _row("assets.name_held", "asset", HOLDERS | HOUSE, "name what they hold"),
    _row(
        "assets.show_held", "asset", HOLDERS | HOUSE, "show or withdraw what is theirs"
    ),
    _row("assets.set_terms", "asset", HOLDERS | HOUSE, "say on whose terms it is told"),
    _row(
        "assets.allow_channels",
        "asset",
        HOLDERS | HOUSE,
        "say by which ways it may be told",
    ),
    _row(
        "assets.name_to_funders",
        "asset",
        HOLDERS | HOUSE,
        "say if funders may read its name",
    ),
    _row(
        "assets.say_young",
        "asset",
        HOLDERS | KEEPERS | HOUSE,
        "say if young people run it",
    ),
    _row(
        "assets.say_hands",
        "asset",
        HOLDERS | HOUSE,
        "say who decides, pays, owns it or works with it",
    ),
    _row("assets.take_hands_back", "asset", HOLDERS | HOUSE, "take that back"),
    _row("assets.say_owned", "asset", HOLDERS | HOUSE, "say how it is owned"),
    _row("assets.say_part_of", "asset", HOLDERS | HOUSE, "say what it is a part of"),
    _row("assets.say_spare", "asset", BY_LINK | KEEPERS, "say when its room is empty"),
    _row("assets.say_looking", "asset", BY_LINK | KEEPERS, "say what it looks for"),
    _row("assets.say_ends", "asset", BY_LINK | KEEPERS, "say when something ends"),
    _row("assets.ask_for_a_hand", "asset", BY_LINK | KEEPERS, "ask for a hand"),
    _row("assets.take_ask_back", "asset", BY_LINK | KEEPERS, "take that back"),
    _row("assets.note_came_back", "asset", HOLDERS | HOUSE, "note what came back"),
    _row("assets.forget_came_back", "asset", HOLDERS | HOUSE, "take that away again"),
    _row("assets.name_adult", "asset", KEEPERS, "note a young group’s one grown-up"),
    _row("assets.forget_adult", "asset", KEEPERS, "forget that grown-up"),
    # --- how groups are written to
    _row(
        "assets.give_address",
        "asset",
        HOLDERS | KEEPERS | HOUSE,
        "say where it may be written to",
    ),
    _row(
        "assets.forget_address",
        "asset",
        HOLDERS | KEEPERS | HOUSE,
        "forget where it was written to",
    ),
    _row("assets.stop_mail", "asset", EVERYBODY, "stop all mail that they get"),
    _row("assets.write_again", "asset", EVERYBODY, "take that back"),
    _row("assets.choose_round", "region", KEEPERS | HOUSE, "choose whom to ask"),
    _row("assets.send_message", "message", HOUSE, "send one of those messages"),
    _row("assets.note_message", "message", HOUSE, "note what a mail server said"),
    _row("assets.let_be", "message", KEEPERS, "not ask them this time"),
    _row("assets.ask_after_all", "message", KEEPERS, "take that back"),
    _row("assets.write_by_hand", "message", KEEPERS, "get a message to copy"),
    _row("assets.note_sent_by_hand", "message", KEEPERS, "say that they sent it"),
    _row("assets.note_link_given", "asset", KEEPERS | HOUSE, "give a group its link"),
    _row("assets.not_sent_by_hand", "message", KEEPERS, "take that back"),
    _row(
        "assets.hear_it_came_back",
        "message",
        KEEPERS | HOUSE,
        "say that a mail came back",
    ),
    # --- what is new, and who wants to hear of it
    _row("assets.publish_campaign", "campaign", KEEPERS, "say what is on for a while"),
    _row("assets.take_campaign_down", "campaign", KEEPERS, "take that down"),
    _row("assets.put_campaign_back", "campaign", KEEPERS, "put it back"),
    _row("assets.ask_to_hear", "reader", EVERYBODY, "ask to hear what is new"),
    _row("assets.say_yes", "reader", EVERYBODY, "say yes to that, by their mail"),
    _row("assets.hear_no_more", "reader", EVERYBODY, "stop it, and be forgotten"),
    _row("assets.forget_reader", "reader", HOUSE, "forget who cannot be reached"),
    _row("assets.take_turn", "reader", HOUSE, "write to who wants to hear"),
    _row("assets.give_turn_back", "reader", HOUSE, "try that once more"),
    _row(
        "assets.forget_who_never_said_yes",
        "readers",
        HOUSE,
        "forget who never said yes",
    ),
    # --- how often the list is wrong
    _row("assets.draw_audit", "region", HOUSE, "draw fifty entries to look at"),
    _row("assets.note_finding", "audit", KEEPERS, "say what they found"),
    _row("assets.take_finding_back", "audit", KEEPERS, "take that back"),
    # --- what people say to numbers about their place
    _row("need.propose_reply", "reply", EVERYBODY, "say something to a number"),
    _row("need.take_back_reply", "reply", EVERYBODY, "take back what they said"),
    _row("need.accept_reply", "reply", KEEPERS | HOUSE, "let a reply stand"),
    _row("need.decline_reply", "reply", KEEPERS | HOUSE, "keep a reply from standing"),
    _row("need.take_replies", "replies", KEEPERS | HOUSE, "take replies from paper"),
    # --- what people tell us of what is here
    _row("assets.propose_change", "proposal", EVERYBODY, "tell us something"),
    _row("assets.take_back_change", "proposal", EVERYBODY, "take back what they told"),
    _row(
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
    _row("assets.accept_change", "asset", HOLDERS, "take as so what was told of it"),
    _row("assets.decline_change", "asset", HOLDERS, "say that it is as it was"),
    _row("assets.decline_change", "proposal", KEEPERS | HOUSE, "leave it as it was"),
    _row("assets.take_gathered", "region", KEEPERS | HOUSE, "take words from paper"),
    _row("assets.lower_disputed", "asset", EVERYBODY, "say that it is held by others"),
    _row("assets.raise_again", "asset", EVERYBODY, "take that back"),
    _row("assets.ask_community", "asset", EVERYBODY, "name who should be asked"),
    _row("assets.answer_dispute", "asset", HOLDERS, "say if a tradition is theirs"),
    _row("assets.leave_out", "region", KEEPERS | HOUSE, "leave out who asked for it"),
    _row("assets.list_again", "region", KEEPERS | HOUSE, "list again who asked for it"),
    _row(
        "assets.unlist", "asset", KEEPERS | HOUSE, "take off the list who asked for it"
    ),
    _row(
        "assets.unlist", "offer", KEEPERS | HOUSE, "take off the list what asked for it"
    ),
    _row("assets.take_unlisting_back", "asset", KEEPERS | HOUSE, "take that back"),
    _row("assets.take_unlisting_back", "offer", KEEPERS | HOUSE, "take that back"),
    # --- what the house does for itself
    _row("jobs.try_once_more", "work", HEADS | HOUSE, "ask for stuck work once more"),
    _row("accounts.refuse", "door", EVERYBODY, "be refused at a door, and it is noted"),
    # --- accounts: for those who check the list and those who run the site
    _row("accounts.invite", "account", HEADS, "ask somebody to check this list"),
    _row("accounts.join", "account", INVITED, "take an invitation"),
    _row("accounts.sign_in", "account", KEEPERS, "sign in"),
    _row("accounts.add_proof", "account", KEEPERS, "add a way to show who they are"),
    _row("accounts.remove", "account", HEADS, "take somebody's account away"),
    # --- links: for those who look after a thing, without an account
    _row(
        "accounts.make_link",
        ANYTHING,
        KEEPERS | HOUSE,
        "give a link to who looks after a thing",
    ),
    _row(
        "accounts.let_in",
        ANYTHING,
        HOLDERS | KEEPERS | HOUSE,
        "let somebody in, by a link of their own",
    ),
    _row("accounts.use_link", ANYTHING, BOUND, "use the link they were given"),
    _row(
        "accounts.renew_link",
        ANYTHING,
        HOLDERS | KEEPERS | HOUSE,
        "change a link for a new one",
    ),
    _row(
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

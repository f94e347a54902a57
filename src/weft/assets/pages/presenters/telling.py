"""What does somebody tell us, and what do we ask them?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.urls import reverse

from weft.assets.domain.kinds import ASSET_WORDS, SOMETHING_TO_DO
from weft.assets.domain.proposals import (
    MAY_BE_NEW,
    MOST_LETTERS,
    MOST_LETTERS_OF_A_FACT,
    MOST_LETTERS_OF_A_LINE,
    MOST_LETTERS_OF_WHO,
    WISHES,
    Decider,
    Felt,
    ProposalKind,
    ProposalTold,
    ToldField,
)
from weft.assets.pages.presenters.shared import thing_address
from weft.assets.queries.decided import BecameOf
from weft.assets.queries.proposals import ThingMeant
from weft.commons.crisis import HelpLine, heard, lines_for
from weft.commons.saying import counted, dated
from weft.commons.standing import Standing

OF_AN_OFFER: Mapping[ProposalKind, str] = {
    ProposalKind.WRONG: "Something we say is wrong",
    ProposalKind.CLOSED: "It has closed",
}
OF_A_THING: Mapping[ProposalKind, str] = {
    **OF_AN_OFFER,
    ProposalKind.HOLDER: "It is held by others than you say",
}
OF_A_PLACE: Mapping[ProposalKind, str] = {
    ProposalKind.USED: "We use this as a community place",
    **OF_A_THING,
}
OF_NO_THING: Mapping[ProposalKind, str] = {
    ProposalKind.NEW: "Something is here that you do not list",
    ProposalKind.MISSING: "Something is missing here, and I would go",
    ProposalKind.START: "I want to start something",
    ProposalKind.WORDS: "A word on your list of words is wrong, or hurts",
}
TAKEN = "We took it as so. The list follows it."
LEFT = "We left the list as it was. This is why:"
OF_NO_PLACE_YET = (
    "Where is it, or where should it be?",
    "A hall, a street, a town. Without it nobody near can help.",
)
NOTED = (ProposalKind.GIFT, ProposalKind.OFFER, ProposalKind.WORRY)
FELT = ((str(Felt.YES), "Yes"), (str(Felt.PARTLY), "In part"), (str(Felt.NO), "No"))
NEIGHBOURS_READ = (
    "Somebody who looks after this list reads it. Then neighbours who may help can "
    "read it, without any telephone number."
)
WHAT_COMES: Mapping[ProposalKind, str] = {
    ProposalKind.HOLDER: (
        "We ask those whose it is. Until they answer, we say less about it."
    ),
    ProposalKind.VISIT: (
        "Somebody who looks after this list reads it. Then it stands on the page."
    ),
    **dict.fromkeys(WISHES, NEIGHBOURS_READ),
    ProposalKind.GIFT: (
        "Somebody who looks after this list reads it. Then neighbours can see it."
    ),
    ProposalKind.OFFER: (
        "Somebody who looks after this list reads it. Then neighbours can see it."
    ),
    ProposalKind.WORRY: (
        "Somebody who looks after this list reads it. Nobody else ever does."
    ),
}
WHATS = (
    ("", SOMETHING_TO_DO),
    *((str(kind), ASSET_WORDS[kind]) for kind in MAY_BE_NEW),
)
ASKED: Mapping[ToldField, tuple[str, str]] = {
    ToldField.NAME: ("What is it called?", ""),
    ToldField.PLACE: ("Where is it?", "A hall, a street, a town."),
    ToldField.WHEN: ("When is it?", "Like «Tuesdays 2 to 4, not in August»."),
    ToldField.TELEPHONE: ("Which number do people ring?", "Not your own."),
    ToldField.STEP_FREE: (
        "Can one get in without steps?",
        "Yes, no, or what it is like.",
    ),
    ToldField.HELD_BY: ("Whose is it?", "A group or a community. No person’s name."),
    ToldField.ALSO_CALLED: (
        "What do you call it?",
        "And in whose words, if you like: «Rush Sunday (the bearers)».",
    ),
    ToldField.ROOM: (
        "What is the room right for?",
        "Like «a sink, daylight, a sprung floor, may be loud».",
    ),
    ToldField.CLOSED_ON: (
        "If it has closed: since when?",
        "Like «31 October». Leave it empty if you do not know.",
    ),
    ToldField.CLOSED_WHY: (
        "If it has closed: why?",
        "Its page may say this. No person’s name.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingPage:
    """Room to tell us something, of one thing or of none.

    ``problem`` says why it could not be taken, and ``code`` takes back what was.
    """

    typed: ProposalTold
    kind: str = ""
    thing: ThingMeant | None = None
    problem: str = ""
    code: str = ""
    room: int = field(default=MOST_LETTERS, init=False)
    room_for_who: int = field(default=MOST_LETTERS_OF_WHO, init=False)
    room_for_a_line: int = field(default=MOST_LETTERS_OF_A_LINE, init=False)
    room_for_a_fact: int = field(default=MOST_LETTERS_OF_A_FACT, init=False)

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """List what can be told."""
        some = told_of(self.thing)
        return tuple((str(kind), words) for kind, words in some.items())

    @property
    def asked(self) -> tuple[tuple[str, str, str, str], ...]:
        """List what may be filled in: its name, question, hint, and what was typed."""
        return tuple(
            (str(name), question, hint, self.typed.told.get(name, ""))
            for name, (question, hint) in self._asked.items()
            if self._may_ask(name)
        )

    @property
    def whats(self) -> tuple[tuple[str, str], ...]:
        """Offer what something new may be; nothing where it is about a thing."""
        return WHATS if self.thing is None else ()

    @property
    def what(self) -> str:
        """Say what was chosen."""
        return self.typed.told.get(ToldField.WHAT, "")

    @property
    def _asked(self) -> Mapping[ToldField, tuple[str, str]]:
        """List every question; of no thing, the place is also where one is missing."""
        return ASKED if self.thing else {**ASKED, ToldField.PLACE: OF_NO_PLACE_YET}

    def _may_ask(self, name: ToldField) -> bool:
        """Tell whether a field makes sense of what it is about."""
        thing = self.thing
        match name:
            case ToldField.ROOM:
                return thing is not None and thing.is_room
            case ToldField.HELD_BY:
                return thing is None or not thing.is_offer
            case ToldField.ALSO_CALLED:
                return thing is not None and not thing.is_offer
            case ToldField.CLOSED_ON | ToldField.CLOSED_WHY:
                return thing is not None
        return True

    @property
    def address(self) -> str:
        """Where it goes."""
        if self.thing is None:
            return reverse("assets:tell_us")
        return reverse("assets:tell_us_of", args=[self.thing.key])

    @property
    def thing_address(self) -> str:
        """Where the page of the thing stands."""
        return thing_address(self.thing)

    @property
    def thing_name(self) -> str:
        """Name it, where that may be seen."""
        return (self.thing.name if self.thing else "") or "what you were looking at"

    @property
    def what_comes(self) -> str:
        """Say what happens to it now."""
        kind = self.typed.kind
        is_theirs = self.thing is not None and self.thing.is_intangible
        if kind is ProposalKind.HOLDER and not is_theirs:
            kind = ProposalKind.WRONG  # somebody reads it first
        return WHAT_COMES.get(
            kind,
            "Somebody who looks after this list reads it. Until then nothing changes.",
        )

    @property
    def help_now(self) -> tuple[HelpLine, ...]:
        """List whom to ring, where what was written cannot wait."""
        return lines_for(heard(self.typed.words, *self.typed.told.values()))

    @property
    def felt(self) -> tuple[tuple[str, str], ...]:
        """Offer the answers to how it felt."""
        return FELT

    @property
    def visit_address(self) -> str:
        """Where a line about a visit goes."""
        return reverse("assets:visit", args=[self.thing.key]) if self.thing else ""

    @property
    def thing_is_named(self) -> bool:
        """Tell whether all of the thing may be seen."""
        return self.thing is not None and bool(self.thing.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackPage:
    """Room for a code, what was wrong with one, or that the words are gone.

    ``found`` is what became of what the code belongs to, where that was asked.
    """

    code: str = ""
    problem: str = ""
    done: bool = False
    found: BecameOf | None = None

    @property
    def became(self) -> tuple[str, ...]:
        """Say what became of it, line by line."""
        return became_in_words(self.found) if self.found else ()

    @property
    def thing_address(self) -> str:
        """Where the page of the thing stands."""
        return thing_address(self.found.thing) if self.found else ""


def became_in_words(one: BecameOf) -> tuple[str, ...]:
    """Say to whoever told us what became of it, and how long it took."""
    told = f"You told us on {dated(one.said_on)}."
    if one.decided_on is None:
        waits = (
            "We have asked those whose it is. They have not all answered yet."
            if one.decides is Decider.COMMUNITIES
            else "Nobody has decided yet. Until then nothing changes."
        )
        return (told, waits)
    took = counted(one.days, "day", "days") if one.days else ""
    after = f", {took} later" if took else ", the same day"
    said = TAKEN if one.standing is Standing.ACCEPTED else LEFT
    return (told, f"It was read on {dated(one.decided_on)}{after}.", said, one.why)


def told_of(thing: ThingMeant | None) -> Mapping[ProposalKind, str]:
    """List what can be told of a thing, or of none."""
    if thing is None:
        return OF_NO_THING
    if thing.is_offer:
        return OF_AN_OFFER
    return OF_A_PLACE if thing.is_place else OF_A_THING


def kind_typed(typed: str, *, of: ThingMeant | None) -> ProposalKind | None:
    """Read what somebody chose, where that can be chosen there."""
    return next((kind for kind in told_of(of) if kind == typed), None)

"""What may somebody tell us of what is here, and who decides about it?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from weft.assets.domain.kinds import AssetKind
from weft.commons.errors import NotPossible
from weft.ground.domain.named import folded

MOST_LETTERS = 600
MOST_LETTERS_OF_A_LINE = 280
MOST_LETTERS_OF_WHO = 80
MOST_LETTERS_OF_A_FACT = 200
WAITING_FOR_ONE_THING = 10
WAITING_IN_A_REGION = 300
"""So many unread proposals are enough until somebody has read them: a flood would bury
the ones that are meant."""

_MAIL = re.compile(r"\S@\S+\.\S")
_NUMBER = re.compile(r"(?:\d[\s()-]*){7,}")


class ProposalKind(StrEnum):
    """What somebody tells us."""

    NEW = "new"  # it is here, and not on the list
    WRONG = "wrong"  # what we say of it is not so
    CLOSED = "closed"  # it has ended
    MISSING = "missing"  # nobody does it here, and somebody would go
    START = "start"  # somebody wants to begin something
    HOLDER = "holder"  # it is not theirs whom we name
    USED = "used"  # people here use it as a community place
    WORDS = "words"  # our list of people's words says something that is not so
    VISIT = "visit"  # what it was like to walk in
    GIFT = "gift"  # something to give or to lend
    OFFER = "offer"  # something somebody would do
    WORRY = "worry"  # for whoever checks the list, and never shown


ABOUT_A_THING = frozenset(
    {
        ProposalKind.WRONG,
        ProposalKind.CLOSED,
        ProposalKind.HOLDER,
        ProposalKind.USED,
        ProposalKind.VISIT,
    }
)
PUBLIC_WORDS = frozenset({ProposalKind.VISIT, ProposalKind.GIFT, ProposalKind.OFFER})
"""Whose words everybody reads, once somebody who checks the list has let them stand."""

WISHES = frozenset({ProposalKind.MISSING, ProposalKind.START})
"""What neighbours read who may help with it, once somebody has let that stand."""

NEEDS_NO_WORDS = frozenset(
    {ProposalKind.CLOSED, ProposalKind.HOLDER, ProposalKind.USED}
)


PLACES = frozenset({AssetKind.PLACE, AssetKind.AREA, AssetKind.LINE})
"""What people may use as a community place: a hairdresser's, a shelter, a green."""


class Decider(StrEnum):
    """Who decides about a proposal."""

    STEWARD = "steward"
    COMMUNITIES = "communities"  # whose it is: nobody decides that from a desk


class Asked(StrEnum):
    """What those who look after a thing said, when they were asked."""

    NOT_SO = "not so"  # it is as we have it
    NOT_LISTED = "not listed"  # they ask not to be listed


class ToldField(StrEnum):
    """What somebody may tell, field by field."""

    NAME = "name"
    PLACE = "place"
    WHEN = "when"
    TELEPHONE = "telephone"
    STEP_FREE = "step_free"
    HELD_BY = "held_by"  # whose it is, where it is not theirs whom we name
    ROOM = "room"  # what it is right for: water, light, sound, floor
    WHAT = "what"  # of something new: AssetKind; nothing for something to do
    ALSO_CALLED = "also_called"  # another name, and in whose words: «name (who)»
    WELCOME = "welcome"  # of a visit: Felt
    SAFE = "safe"  # of a visit: Felt
    CLOSED_ON = "closed_on"  # since when it is closed, in their words
    CLOSED_WHY = "closed_why"  # for its page, once whoever checks the list has read it
    SHOWN_AS = "shown_as"  # as whom it is shown: whoever checks the list decides


OUTDONE = "outdone"
"""Kept of a mending whose sources have told otherwise since, and are believed."""


class Felt(StrEnum):
    """How a place felt to one who walked in; nobody is asked for more than they say."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


OF_THE_LIST = (
    ToldField.NAME,
    ToldField.PLACE,
    ToldField.WHEN,
    ToldField.TELEPHONE,
    ToldField.STEP_FREE,
    ToldField.ROOM,
)
"""What may be told of a thing, field by field."""

OF_SOMETHING_NEW = (ToldField.WHAT, ToldField.HELD_BY)
OF_A_VISIT = (ToldField.WELCOME, ToldField.SAFE)
MAY_BE_NEW = (
    AssetKind.GROUP,
    AssetKind.PLACE,
    AssetKind.CHANNEL,
    AssetKind.INFRASTRUCTURE,
    AssetKind.TRAINING,
    AssetKind.RESEARCH,
    AssetKind.FUND,
    AssetKind.PARTNERSHIP,
    AssetKind.EVENT,
    AssetKind.SKILL,
    AssetKind.METHOD,
    AssetKind.STORY,
    AssetKind.TRADITION,
    AssetKind.LANGUAGE,
    AssetKind.RECIPE,
    AssetKind.BELONGING,
)
"""What anybody may say is here, besides something to do. Nobody says so of a person."""


def fields_of(kind: ProposalKind) -> tuple[ToldField, ...]:
    """List the fields that somebody may fill in, telling such a thing."""
    if kind in PUBLIC_WORDS | {ProposalKind.WORRY}:
        return OF_A_VISIT if kind is ProposalKind.VISIT else ()
    if kind is ProposalKind.WORDS:
        return (ToldField.NAME,)
    return (*OF_THE_LIST, *_BESIDES.get(kind, ()))


_BESIDES = {
    ProposalKind.NEW: OF_SOMETHING_NEW,
    ProposalKind.MISSING: OF_SOMETHING_NEW,
    ProposalKind.START: OF_SOMETHING_NEW,
    ProposalKind.WRONG: (ToldField.ALSO_CALLED,),
    ProposalKind.CLOSED: (ToldField.CLOSED_ON, ToldField.CLOSED_WHY),
    ProposalKind.HOLDER: (ToldField.HELD_BY,),
}


def decider_of(kind: ProposalKind, *, intangible: bool) -> Decider:
    """Say who decides about what was told of a thing.

    Who holds a tradition is for the communities to say whose it is.
    """
    is_theirs = kind is ProposalKind.HOLDER and intangible
    return Decider.COMMUNITIES if is_theirs else Decider.STEWARD


def mark_of(name: str, place: str) -> str:
    """Give what is kept of a name and place that asked not to be listed.

    The words themselves are kept nowhere, or the list would be one of those who asked
    not to be on any.
    """
    return sha256(f"{folded(name)}\n{folded(place)}".encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalTold:
    """What somebody tells us, in their own words and, if they like, field by field.

    Attributes
    ----------
    kind
        What they tell.
    thing
        The asset or offer that it is about, if any.
    words
        As they were said, in any language; never changed.
    said_as
        As whom, if they like: «a neighbour», never a name.
    told
        What it should say, for the fields they know.
    """

    kind: ProposalKind
    thing: UUID | None = None
    words: str = ""
    said_as: str = ""
    told: Mapping[ToldField, str] = field(default_factory=dict)

    def checked(self) -> "ProposalTold":
        """Give it without blanks around its words.

        Raises
        ------
        NotPossible
            When nothing was said, too much, how to reach a person, or when it is
            about a thing and names none.
        """
        plain = replace(
            self,
            words=self.words.strip(),
            said_as=" ".join(self.said_as.split()),
            told={
                name: " ".join(value.split())
                for name, value in self.told.items()
                if value.strip() and name in fields_of(self.kind)
            },
        )
        problem = _problem_of(plain)
        if problem:
            raise NotPossible(problem)
        return plain


def _problem_of(told: ProposalTold) -> str:
    """Say what keeps a proposal from being taken; nothing if all is well."""
    if told.kind in ABOUT_A_THING and told.thing is None:
        return "Open the page of the thing you mean first, and tell us from there."
    if told.kind is ProposalKind.NEW and not told.told.get(ToldField.NAME):
        return "Tell us what it is called."
    if not told.words and told.kind in PUBLIC_WORDS | {ProposalKind.WORRY}:
        return "Write it in a line first."
    if not (told.words or told.told or told.kind in NEEDS_NO_WORDS):
        return "Write what you want to tell us first."
    if not _is_chosen(told.told):
        return "Choose one of the answers, or none."
    return _too_long(told) or _reaches_somebody(told)


def _is_chosen(told: Mapping[ToldField, str]) -> bool:
    """Tell whether what is chosen from a list stands in it."""
    felt = _FELT.issuperset(told.get(one, Felt.YES) for one in OF_A_VISIT)
    return felt and told.get(ToldField.WHAT, MAY_BE_NEW[0]) in MAY_BE_NEW


def _too_long(told: ProposalTold) -> str:
    room = MOST_LETTERS_OF_A_LINE if told.kind in PUBLIC_WORDS else MOST_LETTERS
    if len(told.words) > room:
        return f"That is {len(told.words):,} letters. There is room for {room}."
    if len(told.said_as) > MOST_LETTERS_OF_WHO:
        return f"Say who is speaking in {MOST_LETTERS_OF_WHO} letters or fewer."
    if any(len(value) > MOST_LETTERS_OF_A_FACT for value in told.told.values()):
        return f"Keep each answer to {MOST_LETTERS_OF_A_FACT} letters or fewer."
    return ""


def _reaches_somebody(told: ProposalTold) -> str:
    """Keep e-mail addresses out: they are people's, where a telephone is a group's.

    Where everybody will read the words, a telephone number may be somebody's too.
    """
    if any(map(_MAIL.search, (told.words, told.said_as, *told.told.values()))):
        return "Please leave out e-mail addresses. We keep none of anybody’s."
    said = (told.words, told.said_as)
    if told.kind in PUBLIC_WORDS | WISHES and any(map(_NUMBER.search, said)):
        return "Please leave out telephone numbers. Everybody will read this."
    return ""


_FELT = frozenset(Felt)

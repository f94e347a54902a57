"""Which words stand before somebody who checks the list?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from weft.assets.domain.closing import day_closed
from weft.assets.domain.proposals import (
    OF_THE_LIST,
    PUBLIC_WORDS,
    WISHES,
    Asked,
    ProposalKind,
    ToldField,
)
from weft.assets.domain.told import NO, YES
from weft.assets.pages.presenters.shared import thing_address
from weft.assets.pages.presenters.telling import WHATS
from weft.assets.queries.proposals import ProposalAbout
from weft.commons.saying import ago, dated
from weft.web.queue import ReplyWaiting, Waiting

WHYS = (
    ("It names somebody, or tells how to reach them.", "No: it names somebody"),
    ("It speaks of something else than this number.", "No: it is about something else"),
    ("It would hurt somebody who reads it.", "No: it would hurt somebody"),
)
"""Why words may not stand: what whoever said them is told, and what the button says."""
WHYS_NOT_PUBLIC = (
    ("It names somebody, or tells how to reach them.", "No: it names somebody"),
    ("It would hurt somebody who reads it.", "No: it would hurt somebody"),
    ("It does not speak of this.", "No: it does not speak of this"),
)
"""Why words may not stand where everybody reads them."""
WHYS_NOT_WISHED = (*WHYS_NOT_PUBLIC[:2], ("It is here already.", "No: it is here"))
"""Why neighbours do not read of a wish."""
WHYS_NOT_SEEN_TO = (
    ("There is nothing in it that we can do.", "No: there is nothing we can do"),
)
"""Why a worry is laid aside."""
WE_ASKED = "We asked, and it is not so."
WHYS_NOT = (
    (WE_ASKED, "No: we asked, and it is not so"),
    ("It speaks of somebody, not of something here.", "No: it is about a person"),
)
"""Why the list may stay as it was."""
ASKED_NOT = "They asked not to be listed."
SAID: Mapping[str, Asked] = {WE_ASKED: Asked.NOT_SO, ASKED_NOT: Asked.NOT_LISTED}
"""Which of these reasons are somebody's own answer."""
TOLD = {
    ProposalKind.NEW: ("Is this here, and not on the list?", "Yes, list it like this"),
    ProposalKind.WRONG: ("Is this wrong on the list?", "Yes, say it like this"),
    ProposalKind.CLOSED: ("Has it closed?", "Yes, it has closed"),
    ProposalKind.MISSING: (
        "May neighbours see that this is missing?",
        "Yes, and nobody’s name",
    ),
    ProposalKind.START: (
        "May neighbours see that they want to start this?",
        "Yes, and nobody’s name",
    ),
    ProposalKind.HOLDER: ("Is it held by others?", "Yes, say that people do not agree"),
    ProposalKind.USED: ("Do people use it as a community place?", "Yes, say so"),
    ProposalKind.WORDS: ("Is a row of our words wrong?", "Yes, I see to it"),
    ProposalKind.VISIT: ("May this stand on its page?", "Yes, and nobody’s name"),
    ProposalKind.GIFT: ("May neighbours see this gift?", "Yes, and nobody’s name"),
    ProposalKind.OFFER: ("May neighbours see this offer?", "Yes, and nobody’s name"),
    ProposalKind.WORRY: ("Who can see to this worry?", "I have seen to it"),
}
"""What is to be decided, and what the button says that takes it as so."""
FIELDS = {
    ToldField.NAME: "Name",
    ToldField.PLACE: "Place",
    ToldField.WHEN: "When",
    ToldField.TELEPHONE: "Telephone",
    ToldField.STEP_FREE: "Without steps",
    ToldField.HELD_BY: "Whose it is",
    ToldField.ROOM: "The room is right for",
    ToldField.CLOSED_ON: "Closed since",
    ToldField.CLOSED_WHY: "Why it closed",
    ToldField.WHAT: "What it is",
    ToldField.ALSO_CALLED: "Also called",
    ToldField.WELCOME: "Felt welcome",
    ToldField.SAFE: "Felt safe",
    ToldField.SHOWN_AS: "Shown as",
}
TO_MEND = {
    ProposalKind.NEW: (
        ToldField.WHAT,
        *(one for one in OF_THE_LIST if one != ToldField.ROOM),
        ToldField.HELD_BY,
    ),
    ProposalKind.WRONG: tuple(
        one for one in OF_THE_LIST if one not in {ToldField.PLACE, ToldField.ROOM}
    ),
    ProposalKind.CLOSED: (ToldField.CLOSED_ON, ToldField.CLOSED_WHY),
    ProposalKind.HOLDER: (ToldField.HELD_BY,),
}
"""What is written field by field when it is accepted."""
LEFT_EMPTY = {
    ProposalKind.WRONG: (
        "Where you leave a line empty, nothing changes. Leave all empty where nobody "
        "knows what is right: we then say that we are not sure."
    ),
    ProposalKind.CLOSED: (
        "Everybody can read this on its page. Without a day it is the day we were told."
    ),
    ProposalKind.HOLDER: (
        "Its page then names both, and says that people do not agree. Name no person."
    ),
}
"""What follows where a line is left empty."""
SPOKEN_OF = (ToldField.ROOM, ToldField.ALSO_CALLED)
"""What is written of something wrong only where somebody spoke of it."""
DONE = {
    ("reply", "accepted"): "It stands beside its number now.",
    ("reply", "declined"): "It does not stand beside its number.",
    ("proposal", "accepted"): "It is taken as so. What follows from it is done.",
    ("proposal", "declined"): "The list stays as it was.",
}
TURNED_ROUND = {
    ("reply", "accepted"): ("Take it away again", "It was let stand by a slip."),
    ("reply", "declined"): ("Let it stand after all", ""),
    ("proposal", "accepted"): ("Put it back as it was", "It was taken by a slip."),
    ("proposal", "declined"): ("Take it as so after all", ""),
}
"""What turning a decision round is called, and why, where it takes something away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyOnPage:
    """Words to let stand or not: all that is needed for it, and their buttons."""

    sort = "reply"
    item: ReplyWaiting
    today: date

    @property
    def id(self) -> str:
        """Name it for links."""
        return f"reply-{self.item.reply}"

    @property
    def who(self) -> str:
        """Say as whom it was said, and how long it has waited."""
        return _who(self.item.said_as, self.item.since, self.today)

    @property
    def address(self) -> str:
        """Where the answer goes."""
        return reverse("web:decide_reply", args=[self.item.reply])

    @property
    def place_address(self) -> str:
        """Where the number stands."""
        return reverse("web:place", args=[self.item.area_code])

    @property
    def whys(self) -> tuple[tuple[str, str], ...]:
        """List the reasons why words may not stand."""
        return WHYS


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalOnPage:
    """What was told of a thing: all that is needed to decide, and the buttons."""

    sort = "proposal"
    about: ProposalAbout
    today: date

    @property
    def id(self) -> str:
        """Name it for links."""
        return f"proposal-{self.about.proposal}"

    @property
    def who(self) -> str:
        """Say as whom it was told, and how long it has waited."""
        return _who(self.about.said_as, self.about.said_on, self.today)

    @property
    def address(self) -> str:
        """Where the answer goes."""
        return reverse("web:decide_proposal", args=[self.about.proposal])

    @property
    def question(self) -> str:
        """Ask what is to be decided."""
        return TOLD[self.about.kind][0]

    @property
    def yes(self) -> str:
        """Say what the button says that takes it as so."""
        return TOLD[self.about.kind][1]

    @property
    def as_whom(self) -> str:
        """Give as whom it may be shown, where nobody can tell who that is."""
        is_read = self.about.kind in PUBLIC_WORDS | WISHES
        return self.about.said_as if is_read else ""

    @property
    def whys(self) -> tuple[tuple[str, str], ...]:
        """List the reasons why the list may stay as it was."""
        if self.about.kind in PUBLIC_WORDS:
            return WHYS_NOT_PUBLIC
        if self.about.kind in WISHES:
            return WHYS_NOT_WISHED
        if self.about.kind is ProposalKind.WORRY:
            return WHYS_NOT_SEEN_TO
        if self.about.kind is ProposalKind.NEW:
            return (*WHYS_NOT, (ASKED_NOT, "No: they asked not to be listed"))
        return WHYS_NOT

    @property
    def thing(self) -> str:
        """Name the thing, where its name may be seen."""
        thing = self.about.thing
        if thing is None:
            return ""
        return thing.name or "Something that is known to exist"

    @property
    def thing_address(self) -> str:
        """Where the page of the thing stands."""
        return thing_address(self.about.thing)

    @property
    def unlisting_address(self) -> str:
        """Where the thing is taken off the list for good, if that is what they ask."""
        thing = self.about.thing
        found = f"?thing={thing.key}" if thing else ""
        return f"{reverse('assets:unlisting')}{found}"

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """List what it should say, by what was asked."""
        return tuple(
            (FIELDS[name], _said(name, value))
            for name, value in self.about.told.items()
        )

    @property
    def to_mend(self) -> tuple[tuple[str, str, str], ...]:
        """List what it shall say: each field, its name for people, what was told."""
        told = self.about.told
        return tuple(
            (str(one), FIELDS[one], self._as_it_may_stand(one, told.get(one, "")))
            for one in self._fields
        )

    @property
    def _fields(self) -> tuple[ToldField, ...]:
        """Name what may be mended; some only where somebody spoke of it."""
        fields = TO_MEND.get(self.about.kind, ())
        is_wrong = self.about.kind is ProposalKind.WRONG
        told = [one for one in SPOKEN_OF if is_wrong and self.about.told.get(one)]
        return (*fields, *told)

    @property
    def whats(self) -> tuple[tuple[str, str], ...]:
        """Offer what something new may be."""
        return WHATS

    @property
    def left_empty(self) -> str:
        """Say what follows where a line is left empty."""
        return LEFT_EMPTY.get(
            self.about.kind, "Where you leave a line empty, nothing is said of it."
        )

    def _as_it_may_stand(self, one: ToldField, value: str) -> str:
        """Give what was told where it can be taken like that; else it is only shown."""
        if one is ToldField.CLOSED_ON:
            day = day_closed(value, today=self.about.said_on)
            return dated(day) if day else ""
        is_taken = one is not ToldField.STEP_FREE or value.casefold() in {YES, NO}
        return value if is_taken else ""


ItemOnPage = ReplyOnPage | ProposalOnPage


def item_on_page(item: Waiting, *, today: date) -> ItemOnPage:
    """Show one thing that waits."""
    if isinstance(item, ReplyWaiting):
        return ReplyOnPage(item=item, today=today)
    return ProposalOnPage(about=item.about, today=today)


def _said(one: ToldField, value: str) -> str:
    """Say what was told the way people say it."""
    return dict(WHATS).get(value, value) if one is ToldField.WHAT else value


def _who(said_as: str, since: date, today: date) -> str:
    return f"{said_as or 'Somebody'}, {ago(since, today=today)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class JustDecided:
    """What was decided last, and what became of it."""

    sort: str
    key: UUID
    done: str

    @property
    def news(self) -> str:
        """Say what became of it."""
        return DONE.get((self.sort, self.done), "")

    @property
    def undo_address(self) -> str:
        """Where the decision is turned round."""
        return reverse(f"web:decide_{self.sort}", args=[self.key])

    @property
    def turned_round(self) -> tuple[str, str]:
        """Say what turning it round does, and why, where it takes something away."""
        return TURNED_ROUND[self.sort, self.done]

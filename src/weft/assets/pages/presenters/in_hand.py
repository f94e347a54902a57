"""In which words does a group's own page speak to it?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.urls import reverse

from weft.accounts.roles import LinkRole
from weft.assets.domain.holding import LONGEST_PAUSE
from weft.assets.domain.kinds import Visibility
from weft.assets.domain.messages import listed_when
from weft.assets.pages.presenters import disputes as of_disputes
from weft.assets.pages.presenters import ending as of_ending
from weft.assets.pages.presenters import held as of_held
from weft.assets.pages.presenters import one_question as of_one_question
from weft.assets.pages.presenters.disputes import AskedOnPage
from weft.assets.pages.presenters.ending import stopped_in_words
from weft.assets.pages.presenters.held import HeldOnPage
from weft.assets.pages.presenters.month import MonthPicture
from weft.assets.pages.presenters.one_question import OneQuestionOnPage
from weft.assets.pages.presenters.shown import ShownOnPage, shown_of
from weft.assets.queries.holding import GroupInHand
from weft.commons.saying import ago, counted, dated, day, day_of, first_large

FIRST = 2
"""Things that are shown at once; a group with more finds the rest folded up."""

DONE: Mapping[str, str] = {
    "yes": "Thank you. People can see that you said so today.",
    "times": "Your new times are on the list now.",
    "old-times": "The old times are on the list again.",
    "pause": "Your break is on the list now.",
    "back": "You are back on the list, as before.",
    "full": "The list says now that you are full.",
    "room": "The list says now that you have room.",
    "not-ours": "Nobody can find this group now. Somebody will look into it.",
    "ours": "The group is back on the list, as before.",
    "faces": "Thank you. You can change it all week.",
    "no-faces": "We have thrown the number away.",
    "stop": "It is done. We do not write to you any more.",
    "write-again": "We may write to you again, once a month at most.",
    "address": "Thank you. We write there once a month at most.",
    "no-address": "We have thrown the address away.",
    "answer-visitor": "Your answer stands beside the visitor’s words now.",
    "unanswer": "Your answer is gone.",
}

MORE = (
    ("What it is like: cost, joining, the first ten minutes", "like"),
    ("Weeks in which we do not meet", "weeks-off"),
    ("What we changed, and because of whose words", "changes"),
    ("What our room is right for", "rooms"),
    ("A picture of the door", "door"),
    ("Who decides, who pays, with whom we work", "hands"),
    ("Room to spare, what we look for, what ends soon", "to-spare"),
    ("Ask for a hand", "hand"),
    ("What only those read whom you let in", "things"),
    ("Did somebody come with a card?", "cards"),
    ("Who may come in here by a link", "people"),
)


OF_HOLDERS = frozenset({"hands"})
"""What whoever was let in does not speak of."""
OF_GROUPS = frozenset({"to-spare", "hand"})
"""What somebody who connects people does not speak of: no person stands in a list."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be taken, and by which field that is shown."""

    field: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """New times as they were typed, and what was understood of them."""

    offer: str = ""
    said: str = ""
    start: str = ""
    understood: tuple[str, ...] = ()


NOTHING_TYPED = Draft()


@dataclass(frozen=True, slots=True, kw_only=True)
class MailOfGroup:
    """Whether a group gets mail from us.

    ``kept`` is what undoes a stop just made; the page carries it, and we do not.
    """

    has_address: bool = False
    wants_none: bool = False
    kept: str = field(default="", repr=False)


NO_MAIL = MailOfGroup()


@dataclass(frozen=True, slots=True, kw_only=True)
class InHandPage:
    """What the list says of a group, and what the group can say to it."""

    group: GroupInHand
    held: tuple[HeldOnPage, ...] = ()
    asked: tuple[AskedOnPage, ...] = ()
    question: OneQuestionOnPage | None = None
    role: LinkRole
    here: str
    now: datetime
    done: str = ""
    problem: Problem | None = None
    draft: Draft = NOTHING_TYPED
    told: int = 0  # what people told us of them, that nobody has decided
    mail: MailOfGroup = NO_MAIL
    month: MonthPicture

    @property
    def name(self) -> str:
        """Use the group's own name for itself."""
        return self.group.name

    @property
    def listed_by(self) -> str:
        """Say who listed it, in their own name; "" where they did so themselves."""
        own = self.group.listed_by == self.group.name
        return "" if own else (self.group.listed_by or "Somebody")

    @property
    def listed(self) -> str:
        """Say what was done, and when."""
        done = "listed you here" if self.listed_by else "You put this here"
        on, told_on = self.group.listed_on, self.group.told_on
        return f"{done}{listed_when(on, told_on, by_themselves=not self.listed_by)}."

    @property
    def news(self) -> str:
        """Say what came of the last tap."""
        theirs = {**of_held.DONE, **of_disputes.DONE, **of_ending.DONE}
        every = {**DONE, **theirs, **of_one_question.DONE}
        return every.get(self.done, "")

    @property
    def first(self) -> tuple[ShownOnPage, ...]:
        """Give as much as leaves the answer near a phone's first screen."""
        return self._shown[:FIRST]

    @property
    def others(self) -> tuple[ShownOnPage, ...]:
        """Give the rest, for whoever wants to see it."""
        return self._shown[FIRST:]

    @property
    def how_many_others(self) -> str:
        """Say how many things more there are."""
        many = counted(len(self.others), "thing", "things")
        return f"And {many} more. Your yes is for all of it"

    @property
    def _shown(self) -> tuple[ShownOnPage, ...]:
        """List what a «yes» confirms: no side of it that is not shown here."""
        return shown_of(self.group, now=self.now, here=self.here)

    @property
    def told_us(self) -> str:
        """Say how many people told us something that waits."""
        many = counted(self.told, "thing waits", "things wait")
        return f"{first_large(many)} for an answer." if self.told else ""

    @property
    def stopped(self) -> str:
        """Say since when they do none of it any more, if they said so."""
        said = self.group.stopped
        return stopped_in_words(said) if said else ""

    @property
    def ended(self) -> tuple[tuple[str, str, str], ...]:
        """List what they do not do any more, while they go on."""
        return of_ending.ended(self.group)

    @property
    def may_have_stopped(self) -> tuple[tuple[str, str], ...]:
        """Offer each thing that they do, or all of it."""
        return of_ending.may_have_stopped(self.group)

    @property
    def confirmed(self) -> str:
        """Say when they last said that it is right."""
        on = self.group.confirmed_on
        if on is None:
            return "You have not said yet if this is right."
        return f"You last said that this is right {ago(on, today=day_of(self.now))}."

    @property
    def on_a_break(self) -> str:
        """Say until when they are on a break, if they are."""
        back_on = self.group.back_on
        if back_on is None or back_on <= day_of(self.now):
            return ""
        return f"You are on a break. You are back from {day(back_on)}."

    @property
    def days_to_choose(self) -> tuple[str, str]:
        """Give the first and the last day on which they may be back."""
        today = day_of(self.now)
        return str(today + timedelta(days=1)), str(today + LONGEST_PAUSE)

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """List what new times may be for."""
        return tuple((str(one.key), one.name) for one in self.group.offers)

    @property
    def drafted(self) -> str:
        """Name what new times were just typed for."""
        return dict(self.choices).get(self.draft.offer, "")

    @property
    def changed(self) -> tuple[tuple[str, str], ...]:
        """List what has new times by their word, and say from when."""
        return tuple(
            (str(one.key), f"{one.name}: new times from {dated(one.new_from)}.")
            for one in self.group.offers
            if one.new_from
        )

    def error(self, field: str) -> str:
        """Say what was wrong with a field."""
        at = self.problem
        return at.words if at is not None and at.field == field else ""

    @property
    def today(self) -> str:
        """Give the first day from which new times may count."""
        return str(day_of(self.now))

    @property
    def may_disown(self) -> bool:
        """Tell whether whoever looks may say that it is not theirs."""
        return self.role is LinkRole.HOLDER

    @property
    def more(self) -> tuple[tuple[str, str], ...]:
        """Lead to what they may say besides, each on a page of its own."""
        return tuple(
            one
            for one in MORE
            if not (one[1] in OF_HOLDERS and self.role is not LinkRole.HOLDER)
            and not (one[1] in OF_GROUPS and self.group.is_person)
        )

    @property
    def is_seen(self) -> bool:
        """Tell whether others can see it."""
        return self.group.visibility is Visibility.PUBLIC

    @property
    def address(self) -> str:
        """Lead to what everybody sees."""
        return reverse("assets:group", args=[self.group.key])

"""In which words is a community asked whose something is, and its answer told?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from weft.assets.domain.disputes import Answer
from weft.assets.domain.messages import Messages
from weft.assets.queries.disputes import Asked, AskedAbout, Dispute
from weft.commons.saying import ago, counted, dated, first_large

CHOICES = (
    (str(Answer.OURS), "It is ours, and nobody else’s"),
    (str(Answer.SHARED), "It is ours, and others’ too"),
    (str(Answer.KEEP), "It is ours. Say only that it is there, no more"),
    (str(Answer.NOT_OURS), "It is not ours"),
)
SAID: Mapping[Answer, str] = {
    Answer.OURS: "it is ours, and nobody else’s",
    Answer.SHARED: "it is ours, and others’ too",
    Answer.KEEP: "it is ours, and only that it is there may be said",
    Answer.NOT_OURS: "it is not ours",
}
DONE: Mapping[str, str] = {"whose": "Thank you. Your answer stands, with your name."}


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOnPage:
    """What a community is asked, as it sees it."""

    one: AskedAbout

    @property
    def id(self) -> str:
        """Name it for labels."""
        return f"whose-{self.one.proposal}"

    @property
    def thing(self) -> str:
        """Name it, where the community may read its name."""
        return self.one.name or f"something that is kept ({self.one.kind.lower()})"

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """List what it can answer."""
        return CHOICES

    @property
    def chosen(self) -> str:
        """Say what it answered last."""
        return str(self.one.answer or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkMade:
    """A link that was just made for a community, shown once.

    ``rests`` says why they should not be written to today; "" where they may be.
    """

    community: UUID
    messages: Messages
    rests: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeOnPage:
    """One dispute, who was asked, and what came of it."""

    one: Dispute
    today: date

    @property
    def heading(self) -> str:
        """Name it, where its name may be read."""
        return self.one.thing or f"Something that is known to exist ({self.one.kind})"

    @property
    def who(self) -> str:
        """Say as whom it was said, and when."""
        since = ago(self.one.said_on, today=self.today)
        return f"{self.one.said_as or 'Somebody'}, {since}"

    @property
    def standing(self) -> str:
        """Say how it stands."""
        if self.one.is_open:
            waits = sum(one.answer is None for one in self.one.asked)
            if not self.one.asked:
                return "Nobody could be asked yet. Name whom to ask."
            if waits:
                many = counted(waits, "answer is", "answers are")
                return f"{first_large(many)} still to come."
            return "All have answered, and they do not agree. Ask them to talk."
        on = f" on {dated(self.one.decided_on)}" if self.one.decided_on else ""
        return f"Those whose it is have answered{on}."

    @property
    def asked(self) -> tuple[tuple[Asked, str], ...]:
        """List who was asked, and what each said, in whose name."""
        return tuple((one, _said(one)) for one in self.one.asked)


def _said(one: Asked) -> str:
    if one.answer is None:
        return f"asked on {dated(one.asked_on)}, no answer yet"
    on = f", {dated(one.answered_on)}" if one.answered_on else ""
    by = f" ({one.said_as}{on})" if one.said_as else f" ({on.removeprefix(', ')})"
    return f"“{SAID[one.answer]}”{by}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputesPage:
    """Every dispute about whose something is, for those who check the list."""

    disputes: tuple[Dispute, ...]
    today: date
    made: LinkMade | None = None
    problem: str = ""

    @property
    def items(self) -> tuple[DisputeOnPage, ...]:
        """List them, open ones first."""
        return tuple(DisputeOnPage(one=one, today=self.today) for one in self.disputes)

    @property
    def answer(self) -> str:
        """Say how many are open."""
        many = sum(one.is_open for one in self.disputes)
        if not many:
            return "Nothing is in dispute."
        return f"{first_large(counted(many, 'thing is', 'things are'))} in dispute."

"""In which words does somebody see whom we ask this week, and what came back?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from weft.assets.domain.messages import Messages
from weft.assets.domain.post import WAITS, MessageStanding
from weft.assets.pages.presenters.worth_asking import QuestionOnPage, QuestionsOnPage
from weft.assets.queries.post import MessageAbout, PostStanding, RoundAbout
from weft.assets.queries.worth_asking import QuestionAbout
from weft.commons.saying import ago, counted, dated, first_large, number
from weft.ground.queries import RegionAbout
from weft.shell.tables import Column, Table

STANDINGS = {
    MessageStanding.CHOSEN: "waits to be sent",
    MessageStanding.GOING: "handed over; nobody told us if it went",
    MessageStanding.SENT: "sent by mail",
    MessageStanding.BY_HAND: "sent by hand",
    MessageStanding.RUNG: "rung for the audit",
    MessageStanding.CAME_BACK: "came back: nobody is at that address",
    MessageStanding.LET_BE: "not asked this time",
    MessageStanding.PASSED: "not sent; its week went by",
}
"""How a message stands, for people and for the file."""
OUT = frozenset({MessageStanding.SENT, MessageStanding.GOING})
COLUMNS = (
    Column("Group"),
    Column("Things it would set right", numeric=True, decimals=2),
    Column("How it stands"),
    Column("On"),
    Column("They answered on"),
)


@dataclass(frozen=True, slots=True)
class Written:
    """The texts of one message, with a link that is told this once."""

    message: UUID
    texts: Messages


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageOnPage:
    """One message: why, how it stands, and what can be done about it."""

    about: MessageAbout
    today: date
    texts: Messages | None = None
    question: QuestionOnPage | None = None

    @property
    def id(self) -> str:
        """Name it for links."""
        return f"message-{self.about.message}"

    @property
    def address(self) -> str:
        """Where the answer goes."""
        return reverse("assets:message", args=[self.about.message])

    @property
    def why(self) -> str:
        """Say what asking them would gain."""
        gain = self.about.gain
        if gain is None:
            return "They were rung for the audit. That counts as this month’s message."
        return (
            f"If we ask, we expect {gain:.1f} more things to be right in three months."
        )

    @property
    def standing(self) -> str:
        """Say how it stands, and since when."""
        told = first_large(STANDINGS[self.about.standing])
        on = self.about.went_on
        return f"{told}, {ago(on, today=self.today)}." if on else f"{told}."

    @property
    def answer(self) -> str:
        """Say what came back from them."""
        on = self.about.answered_on
        if on is not None:
            return f"They answered {ago(on, today=self.today)}."
        return "No answer yet." if self.about.went_on else ""

    @property
    def by_mail(self) -> str:
        """Say whether it can go by mail."""
        if self.about.has_address:
            return "We have an e-mail address of theirs."
        if self.about.came_back:
            return "Nobody is at the e-mail address that we had."
        return "We have no e-mail address of theirs."

    @property
    def waits(self) -> bool:
        """Tell whether it may still be sent."""
        return self.about.standing in WAITS

    @property
    def is_out(self) -> bool:
        """Tell whether it went by mail, and so may come back."""
        return self.about.standing in OUT

    @property
    def by_hand(self) -> bool:
        """Tell whether somebody said that they sent it."""
        return self.about.standing is MessageStanding.BY_HAND

    @property
    def let_be(self) -> bool:
        """Tell whether somebody decided not to ask."""
        return self.about.standing is MessageStanding.LET_BE


def _how_many(count: int) -> str:
    return number(count) if count else "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundOnPage:
    """The week of one region."""

    slug: str
    name: str
    about: RoundAbout | None
    messages: tuple[MessageOnPage, ...]
    questions: QuestionsOnPage

    @property
    def answer(self) -> str:
        """Say how many were chosen, went and answered."""
        if self.about is None:
            return "No week has been chosen yet. It is, each morning at ten."
        many = len(self.messages)
        went = sum(one.about.went_on is not None for one in self.messages)
        answered = sum(one.about.answered_on is not None for one in self.messages)
        chosen = counted(many, "group is", "groups are")
        return (
            f"{first_large(chosen)} worth a message in the week from "
            f"{dated(self.about.monday)}. {first_large(_how_many(went))} went out, and "
            f"{_how_many(answered)} answered."
        )

    @property
    def table(self) -> Table:
        """Tell the week in rows, to keep; no address is among them."""
        week = dated(self.about.monday) if self.about else ""
        return Table(
            title=f"Whom we asked in {self.name} in the week from {week}",
            columns=COLUMNS,
            rows=tuple(
                (
                    one.about.name,
                    one.about.gain,
                    STANDINGS[one.about.standing],
                    one.about.went_on,
                    one.about.answered_on,
                )
                for one in self.messages
            ),
            notes=("Expected, three months on. See docs/methods/sureness.md.",),
        )

    def file(self, kind: str) -> str:
        """Lead to the table as a file."""
        return reverse("assets:asking_file", args=[self.slug, kind])

    def questions_file(self, kind: str) -> str:
        """Lead to the questions as a file."""
        return reverse("assets:questions_file", args=[self.slug, kind])


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundPage:
    """Whom we ask this week, in every region."""

    told: tuple[tuple[RegionAbout, RoundAbout | None], ...]
    questions: Mapping[str, tuple[QuestionAbout, ...]]
    standing: PostStanding
    today: date
    sends: bool
    written: Written | None = None
    problem: str = ""

    @property
    def rounds(self) -> tuple[RoundOnPage, ...]:
        """Show the week of each region."""
        return tuple(self._round(region, about) for region, about in self.told)

    def _round(self, region: RegionAbout, about: RoundAbout | None) -> RoundOnPage:
        asks = QuestionsOnPage(region.name, self.questions.get(region.slug, ()))
        messages = [self._one(one, asks) for one in (about.messages if about else ())]
        messages.sort(
            key=lambda one: -(one.question.about.people if one.question else 0)
        )
        return RoundOnPage(
            slug=region.slug,
            name=region.name,
            about=about,
            messages=tuple(messages),
            questions=asks,
        )

    def _one(self, about: MessageAbout, asks: QuestionsOnPage) -> MessageOnPage:
        own = self.written
        texts = own.texts if own and own.message == about.message else None
        return MessageOnPage(
            about=about,
            today=self.today,
            texts=texts,
            question=asks.of(about.group),
        )

    @property
    def how(self) -> str:
        """Say whether mail goes out by itself."""
        if self.sends:
            return (
                "What waits goes out by mail each morning at ten, where we have an "
                "address. The rest you can send by hand."
            )
        return (
            "This site sends no mail. Take the text, send it yourself, and tell us "
            "that you did."
        )

    @property
    def counts(self) -> tuple[tuple[str, str], ...]:
        """Say how many can be written to, and how many asked us not to."""
        told = self.standing
        return (
            ("E-mail addresses that work", f"{told.addresses:,}"),
            ("Where nobody is any more", f"{told.nobody_there:,}"),
            ("Groups that asked us not to write", f"{told.asked_for_none:,}"),
        )

"""In which words does somebody see which question could open most, and whom to ask?"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from weft.assets.domain.worth_asking import NOT_SEEN, asked_in_words, opens_in_words
from weft.assets.queries.worth_asking import QuestionAbout
from weft.commons.saying import counted, first_large
from weft.shell.tables import Column, Table

AT_ONCE = 5
COLUMNS = (
    Column("Who could be asked"),
    Column("About"),
    Column("Question"),
    Column("People with a third choice (estimate)", numeric=True, decimals=0),
)


@dataclass(frozen=True, slots=True)
class QuestionOnPage:
    """One question worth asking."""

    about: QuestionAbout

    @property
    def words(self) -> str:
        """Put the question."""
        return asked_in_words(self.about.about, self.about.tongues)

    @property
    def more(self) -> str:
        """Say of how many more things in the building the answer tells."""
        many = len(self.about.more)
        return (
            f", and {counted(many, 'more thing', 'more things')} there" if many else ""
        )

    @property
    def opens(self) -> str:
        """Say what asking could bring."""
        return opens_in_words(self.about.people)

    @property
    def address(self) -> str:
        """Lead to the offer."""
        return reverse("assets:offer", args=[self.about.offer])

    @property
    def whom(self) -> str:
        """Say who could be asked."""
        return self.about.group_name or "Nobody here looks after it"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsOfOffer:
    """The week's questions about one offer, on its own page.

    A number that rounds to nobody is told to whoever checks the list, and to nobody
    else: it would say of how few it is.
    """

    every: Sequence[QuestionAbout]
    keeps: bool

    @property
    def shown(self) -> tuple[QuestionOnPage, ...]:
        """Give those that whoever looks may see."""
        seen = (one for one in self.every if self.keeps or one.people != NOT_SEEN)
        return tuple(map(QuestionOnPage, seen))

    @property
    def list(self) -> str:
        """Lead to all of the week's questions; "" for whoever may not see them."""
        return the_weeks(self.every[0].region) if self.keeps and self.every else ""


def the_weeks(region: str) -> str:
    """Lead to all of a region's questions of this week."""
    return f"{reverse('assets:asking')}#questions-{region}"


@dataclass(frozen=True, slots=True)
class QuestionsOnPage:
    """The week's questions of one region, the one that could open most first."""

    name: str
    every: Sequence[QuestionAbout]

    @property
    def first(self) -> tuple[QuestionOnPage, ...]:
        """Give the first few."""
        return tuple(map(QuestionOnPage, self.every[:AT_ONCE]))

    @property
    def others(self) -> tuple[QuestionOnPage, ...]:
        """Give the rest."""
        return tuple(map(QuestionOnPage, self.every[AT_ONCE:]))

    def of(self, group: UUID) -> QuestionOnPage | None:
        """Give the question to ask a group first."""
        mine = (one for one in self.every if one.group == group)
        return next(map(QuestionOnPage, mine), None)

    @property
    def table(self) -> Table:
        """Tell all of them in rows."""
        return Table(
            title=f"Which question could open most in {self.name}",
            columns=COLUMNS,
            rows=tuple(
                (
                    first_large(one.whom),
                    one.about.name + one.more,
                    one.words,
                    one.about.people,
                )
                for one in map(QuestionOnPage, self.every)
            ),
            notes=(
                "If the answer is the one that opens it. See docs/methods/what-if.md.",
            ),
        )

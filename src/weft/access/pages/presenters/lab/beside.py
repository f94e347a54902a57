"""How is it said what two scenarios bring, and whether it matters who weighs?"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from weft.access.domain.choice.values import CERTAIN
from weft.access.domain.whatif import Counts, Disagreement
from weft.access.pages.presenters.lab.answer import LICENCE, AnswerSaid
from weft.access.pages.presenters.lab.page import EMPTY, made_at
from weft.access.pages.presenters.said import people, week_of
from weft.access.queries.lives import lives
from weft.access.queries.scenarios import Making, Ready
from weft.commons.times import Week
from weft.ground.queries import RegionAbout
from weft.shell.tables import Column, Table

NAMES = ("A", "B")
WHO = {"mine": "One person", "theirs": "Another person"}
COUNTS = {
    Counts.THIRD: "who comes to three things or more",
    Counts.MORE: "who has more to choose from",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person's weights, as they were chosen."""

    who: str
    need: int
    life: str
    times: int

    @property
    def title(self) -> str:
        """Say whose they are."""
        return WHO[self.who]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What both people find, by one thing that may be counted."""

    counts: Counts
    found: Disagreement

    @property
    def words(self) -> str:
        """Say whether they choose the same."""
        mine, theirs = (_choice(pair) for pair in (self.found.mine, self.found.theirs))
        what = COUNTS[self.counts]
        if self.found.matters:
            return (
                f"It matters, if one counts {what}: one person would choose {mine}, "
                f"the other {theirs}."
            )
        if mine == theirs:
            same = f"both would choose {mine}" if mine else "both find A and B alike"
            return f"It does not matter, if one counts {what}: {same}."
        one = mine or theirs
        return (
            f"It does not matter, if one counts {what}: one would choose {one}, the "
            "other finds A and B alike."
        )


@dataclass(frozen=True, kw_only=True)
class BesidePage:
    """Two scenarios beside each other."""

    region: RegionAbout | None
    week: Week
    texts: tuple[str, ...]
    people: tuple[Person, ...]
    here: Ready | Making | None = None
    said: tuple[AnswerSaid, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    problem: str = ""

    @property
    def making(self) -> Making | None:
        """Say how long it will be."""
        return self.here if isinstance(self.here, Making) else None

    @property
    def made(self) -> str:
        """Say as of when the week is."""
        return made_at(self.here) if isinstance(self.here, Ready) else ""

    @property
    def when(self) -> str:
        """Say which week."""
        return week_of(self.week)

    @property
    def shown(self) -> Sequence[tuple[str, AnswerSaid, str]]:
        """Give each scenario: its name, its answer, where it may be changed."""
        return [
            (name, said, self.lab(text))
            for name, said, text in zip(NAMES, self.said, self.texts, strict=True)
        ]

    def lab(self, text: str) -> str:
        """Lead to the lab with a scenario in it."""
        told = {"week": self.week.monday.isoformat(), "what": text}
        return f"{reverse('access:lab')}?{urlencode(told, safe='~')}"

    @property
    def typed(self) -> tuple[tuple[str, str, str], ...]:
        """Give the two fields: name, words, what stands in them."""
        return tuple(
            (name.lower(), name, "" if text == EMPTY else text)
            for name, text in zip(NAMES, self.texts, strict=True)
        )

    @property
    def lives(self) -> tuple[tuple[str, str], ...]:
        """List the lives that may count more."""
        return (("", "None of them"), *((one.slug, one.title) for one in lives()))

    @property
    def table(self) -> Table:
        """Tell for each life what A and B bring, for certain."""
        rows = []
        for n, head in enumerate(self.said[0].answer.ready.reckoned.heads):
            known = head.known is not None
            told = [
                people(int((getattr(one.told, what))[n, :, CERTAIN].sum()))
                for what in ("gain", "loss", "more", "less")
                for one in self.said
            ]
            rows.append((head.life.title, *(told if known else [None] * len(told))))
        kinds = ("Come to three", "Fall below three", "More", "Less")
        return Table(
            title="People, for certain",
            columns=(
                Column("A week like this"),
                *(
                    Column(f"{kind}, {name}", numeric=True, decimals=0)
                    for kind in kinds
                    for name in NAMES
                ),
            ),
            rows=tuple(rows),
            source=self.said[0].source,
            licence=LICENCE,
        )


def _choice(pair: tuple[int, int]) -> str:
    """Say which of two brings more; "" where they are alike."""
    first, second = pair
    return "" if first == second else NAMES[int(second > first)]

"""How does a vote read that is over: what all agree on, and where they part?"""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from weft.commons.saying import counted, first_large
from weft.shell.plots import Plot
from weft.shell.tables import Table
from weft.voices.domain.polling import StatementState
from weft.voices.domain.votes import Way
from weft.voices.domain.votes.results import Result, StatementCounted
from weft.voices.pages.presenters.opinion_space import LETTERS, space_plot
from weft.voices.pages.presenters.vote_lines import ResultLine
from weft.voices.pages.presenters.vote_tables import (
    log_table,
    tried_table,
    votes_table,
)
from weft.voices.queries.votes import VotesShown

FEW = 5
WELL, SOMEWHAT = 0.8, 0.5  # adjusted Rand: how far groups come out the same again
SAID_BY = "Said and voted on by people who took part; not a fact that was checked."


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCard:
    """A group, and what speaks for it."""

    letter: str
    size: int
    says: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class VotesPage:
    """The votes of a project, one of them open."""

    shown: VotesShown
    fewest: int

    @property
    def rounds(self) -> tuple[tuple[str, str, bool], ...]:
        """Lead to each vote that is over: name, address, and whether it is this."""
        here = self.shown.chosen.shown.number if self.shown.chosen else None
        at = reverse("voices:votes", args=[self.shown.wall.slug])
        return tuple(
            (name, f"{at}?round={number}", number == here)
            for number, name in self.shown.rounds
        )

    @property
    def result(self) -> Result | None:
        """Give what may be told."""
        return self.shown.chosen.result if self.shown.chosen else None

    @property
    def turnout(self) -> str:
        """Say how many voted, of how many asked."""
        chosen, found = self.shown.chosen, self.result
        if chosen is None:
            return ""
        if found is None:
            return (
                f"Fewer than {self.fewest} people voted. What they said is not counted "
                "here, so that nobody can be known by it."
            )
        asked = chosen.shown.asked
        people = first_large(counted(found.voted, "person", "people"))
        of = (
            "; nobody noted how many were asked"
            if asked is None
            else f" of {counted(asked, 'person', 'people')} asked"
        )
        over = found.voted - found.counted
        rest = (
            f" Counted here are the {found.counted} who answered enough to stand in a "
            "group."
            if over > 0
            else ""
        )
        return f"{people} voted{of}.{rest}"

    @cached_property
    def lines(self) -> tuple[ResultLine, ...]:
        """Give every statement with its counts, as they were numbered."""
        chosen, found = self.shown.chosen, self.result
        if chosen is None or found is None:
            return ()
        said = {one.number: one for one in chosen.shown.statements}
        return tuple(
            ResultLine(statement=said[one.number], counted=one)
            for one in found.statements
        )

    @property
    def agreed(self) -> tuple[ResultLine, ...]:
        """Give what all groups agree on most; without groups what most agree to."""
        return tuple(sorted(self._counted, key=lambda one: -_agreed(one.counted)))[:FEW]

    @property
    def divides(self) -> tuple[ResultLine, ...]:
        """Give where people part most."""
        apart = [one for one in self._counted if one.counted.divides > 0]
        return tuple(sorted(apart, key=lambda one: -one.counted.divides))[:FEW]

    @property
    def _counted(self) -> tuple[ResultLine, ...]:
        return tuple(one for one in self.lines if one.counted.said is not None)

    @property
    def answer(self) -> str:
        """Say in a sentence what all agree on."""
        best = next(iter(self.agreed), None)
        return f"«{best.statement.words}»" if best else ""

    @property
    def groups(self) -> tuple[GroupCard, ...]:
        """Give the groups, with what each says more than the others."""
        found = self.result
        if found is None or found.groups is None or self.shown.chosen is None:
            return ()
        every = self.shown.chosen.shown.statements
        return tuple(
            GroupCard(
                letter=LETTERS[at],
                size=size,
                says=tuple(
                    f"{_WAYS[one.way]} ({one.said} of {one.of}): "
                    f"«{every[one.statement].words}»"
                    for one in found.speaks[at]
                ),
            )
            for at, size in enumerate(found.sizes)
        )

    @property
    def no_groups(self) -> str:
        """Say why no groups are shown; "" where they are."""
        found = self.result
        if found is None or found.groups is not None:
            return ""
        return (
            f"No groups are shown: too few voted, or one group would have fewer than "
            f"{self.fewest} people."
        )

    @property
    def holds(self) -> str:
        """Say how far the groups would come out the same again."""
        shown = self.result.shown if self.result else None
        if shown is None:
            return ""
        if shown.again >= WELL:
            how = "These groups hold: they come out much the same each time."
        elif shown.again >= SOMEWHAT:
            how = "These groups hold somewhat: some people come out in another."
        else:
            how = "These groups hold badly: each time they come out differently."
        return (
            f"{how} We looked for groups again fifty times among four fifths of the "
            f"voters. Alike: {shown.again:.2f}, where 1 is always the same and 0 is "
            "by chance."
        )

    @property
    def space(self) -> Plot | None:
        """Draw who votes alike."""
        found = self.result
        if found is None or found.groups is None:
            return None
        return space_plot(
            found.points, found.groups, found.spread, self.shown.wall.name
        )

    @property
    def _source(self) -> str:
        return self.shown.wall.name

    @property
    def waits(self) -> str:
        """Say what is not shown."""
        chosen = self.shown.chosen
        if chosen is None:
            return ""
        out = sum(
            one.state in {StatementState.OUT, StatementState.BACK}
            for one in chosen.shown.statements
        )
        held = sum(one.state is StatementState.HELD for one in chosen.shown.statements)
        closed = sum(
            one.state is StatementState.IN and not one.open
            for one in chosen.shown.statements
        )
        told = [
            f"{words}: {many}."
            for many, words in (
                (out, "Left out or taken back"),
                (held, "Not read in time"),
                (closed, "Not open to all"),
            )
            if many
        ]
        return " ".join(told)

    @property
    def files(self) -> tuple[str, str]:
        """Lead to the table as CSV and for Excel."""
        chosen = self.shown.chosen
        asked = f"?round={chosen.shown.number}" if chosen else ""
        csv, excel = (
            reverse("voices:votes_file", args=[self.shown.wall.slug, kind]) + asked
            for kind in ("csv", "xlsx")
        )
        return csv, excel

    @property
    def log_address(self) -> str:
        """Lead to what was decided of each sentence."""
        chosen = self.shown.chosen
        asked = f"?round={chosen.shown.number}" if chosen else ""
        return reverse("voices:votes_log", args=[self.shown.wall.slug]) + asked

    @property
    def log_files(self) -> tuple[str, str]:
        """Lead to the log as CSV and for Excel."""
        chosen = self.shown.chosen
        asked = f"?round={chosen.shown.number}" if chosen else ""
        csv, excel = (
            reverse("voices:votes_log_file", args=[self.shown.wall.slug, kind]) + asked
            for kind in ("csv", "xlsx")
        )
        return csv, excel

    @property
    def tried(self) -> Table | None:
        """Tell every way of grouping that was tried."""
        found = self.result
        if found is None or not found.tried:
            return None
        return tried_table(found, self.shown.wall.name)

    @property
    def table(self) -> Table | None:
        """Give every statement as a table."""
        found = self.result
        if found is None:
            return None
        return votes_table(
            self.lines,
            groups=len(found.sizes),
            title=self.shown.wall.name,
            notes=tuple(one for one in (SAID_BY, self.turnout, self.holds) if one),
        )

    @property
    def log(self) -> Table | None:
        """Tell what was decided of each sentence."""
        chosen = self.shown.chosen
        return log_table(chosen.shown) if chosen else None


_WAYS = {Way.AGREE: "They agree", Way.DISAGREE: "They disagree"}


def _agreed(one: StatementCounted) -> float:
    """Say how far all agree: by groups, else by the share of all."""
    if one.consensus is not None:
        return one.consensus
    said = one.said
    return (said.agree + 1) / (said.of + 2) if said else 0.0

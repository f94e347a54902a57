"""What would be more and what less, by the map that people drew?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse

from weft.commons.saying import counted, first_large
from weft.shell.plots import Caption, Mark, Plot, bars
from weft.shell.tables import Cell, Column, Table
from weft.voices.domain.causes.fuzzy import (
    OPINION,
    Rule,
    Running,
    Weighted,
    WhatIf,
    weighted,
    what_if,
)
from weft.voices.domain.keys import thing_key
from weft.voices.queries.causes import CausesShown

RULES = {
    Rule.MODIFIED: "Each thing keeps what it has, and takes up what comes to it",
    Rule.KOSKO: "Each thing is only what comes to it",
    Rule.RESCALED: "The same as the first, and halfway means that nobody knows",
}
NAMES = {
    Rule.MODIFIED: "keeps what it has",
    Rule.KOSKO: "only what comes",
    Rule.RESCALED: "halfway: not known",
}
WORDS = {
    Rule.MODIFIED: "modified",
    Rule.KOSKO: "kosko",
    Rule.RESCALED: "rescaled",
}
SAME = 0.005  # of a state from 0 to 1: a smaller difference is none
DRAWN = 12
CHANGES = 3  # things that can be changed at once
Held = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class WhatIfPage:
    """A map, and what somebody changes on it.

    Attributes
    ----------
    asked
        Keys of things, and how much there would be of each, in hundredths.
    rule
        By which it is reckoned first; the others stand beside it.
    """

    shown: CausesShown
    asked: tuple[Held, ...]
    rule: Rule

    @cached_property
    def map(self) -> Weighted:
        """Give every arrow the same weight."""
        return weighted(self.shown.arrows)

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """Give every thing by its key."""
        return {thing_key(name): name for name in self.map.things}

    @property
    def held(self) -> dict[str, float]:
        """Give what is changed, as states from 0 to 1."""
        return {
            self.keys[key]: much / 100 for key, much in self.asked if key in self.keys
        }

    @property
    def lost(self) -> str:
        """Say that something asked for is not there any more."""
        gone = any(key not in self.keys for key, _ in self.asked)
        return "One thing that was asked for is not on the map any more." * gone

    @cached_property
    def results(self) -> Mapping[Rule, WhatIf]:
        """Run the map under each rule; empty while nothing is changed."""
        if not self.held:
            return {}
        return {
            rule: what_if(self.map, self.held, running=Running(rule=rule))
            for rule in RULES
        }

    @property
    def rows(self) -> tuple[tuple[int, Held], ...]:
        """Give the fields: what is changed so far, and what may be."""
        given = [one for one in self.asked if one[0] in self.keys]
        blank = [("", 100)] * (CHANGES - len(given))
        return tuple(enumerate([*given, *blank][:CHANGES], start=1))

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Offer every thing."""
        return (("", "Nothing"), *sorted(self.keys.items(), key=lambda one: one[1]))

    @property
    def rules(self) -> tuple[tuple[str, str], ...]:
        """Offer the three rules."""
        return tuple((WORDS[rule], words) for rule, words in RULES.items())

    @property
    def rule_word(self) -> str:
        """Say which is chosen."""
        return WORDS[self.rule]

    @property
    def says(self) -> str:
        """Say what every answer here is."""
        return OPINION

    @property
    def question(self) -> str:
        """Ask what was asked."""
        if not self.held:
            return "What if something changed?"
        told = " and ".join(
            f"«{n}» stood at {v * 100:.0f}" for n, v in self.held.items()
        )
        return f"What if {told} in 100?"

    @property
    def answer(self) -> str:
        """Say what is more and what less; or that there is no answer."""
        result = self.results.get(self.rule)
        if result is None:
            return ""
        if result.differs is None:
            swings = [
                e.swing for e in (result.as_told, result.changed) if not e.settled
            ]
            after = next((one for one in swings if one), None)
            again = f" It is where it was after {after} rounds." if after else ""
            return (
                f"By this rule the map does not come to rest, so nobody can say.{again}"
            )
        more = [m.name for m in self._moved if (m.value or 0) > 0]
        less = [m.name for m in self._moved if (m.value or 0) < 0]
        if not more and not less:
            return "Nothing else would differ: no arrow with a known sign leads on."
        return " ".join(
            f"{first_large(counted(len(names), 'thing', 'things'))} would be {way}."
            for way, names in (("more", more), ("less", less))
            if names
        )

    @property
    def left_out(self) -> str:
        """Say how many arrows could not count."""
        many = len(self.map.left_out)
        if not many:
            return ""
        arrows = first_large(counted(many, "arrow counts", "arrows count"))
        return f"{arrows} for nothing: nobody said which way, or people differ."

    @property
    def plot(self) -> Plot | None:
        """Draw what differs most."""
        if not self._moved:
            return None
        caption = Caption(
            title=self.answer,
            axis="How much more or less, in 100",
            source=f"{self.says} By the rule «{NAMES[self.rule]}».",
        )
        return bars(self._moved[:DRAWN], caption, first="Thing")

    @property
    def _moved(self) -> tuple[Mark, ...]:
        """Give what differs, most first, without what was changed by hand."""
        result = self.results.get(self.rule)
        if result is None or result.differs is None:
            return ()
        told = zip(self.map.things, result.differs.tolist(), strict=True)
        moved = [
            Mark(name=name, value=round(by * 100, 1))
            for name, by in told
            if abs(by) >= SAME and name not in self.held
        ]
        return tuple(sorted(moved, key=lambda one: (-abs(one.known), one.name)))

    @property
    def table(self) -> Table:
        """Give every thing under every rule."""
        return Table(
            title=f"{self.shown.wall.name}: {self.question}",
            columns=(
                Column("Thing"),
                Column("As people drew it, in 100", numeric=True),
                Column("If that changed, in 100", numeric=True),
                *(Column(f"By the rule «{NAMES[rule]}»") for rule in RULES),
            ),
            rows=tuple(self._row(at) for at in range(len(self.map.things))),
            notes=tuple(
                filter(None, (self.says, self.left_out, self.shown.wall.draft))
            ),
        )

    def _row(self, at: int) -> tuple[Cell, ...]:
        chosen = self.results.get(self.rule)
        ends = (chosen.as_told, chosen.changed) if chosen else ()
        states = (
            round(float(end.states[at]) * 100) if end.settled else None for end in ends
        )
        ways = (_way(result, at) for result in self.results.values())
        return (self.map.things[at], *states, *ways)

    @property
    def query(self) -> str:
        """Write what was asked as the end of an address."""
        told = [
            (f"{name}{at}", value)
            for at, (key, much) in enumerate(self.asked, start=1)
            for name, value in (("what", key), ("much", str(much)))
        ]
        return urlencode([("rule", self.rule_word), *told])

    @property
    def address(self) -> str:
        """Lead to this what-if, for whoever gets the link."""
        return f"{reverse('voices:what_if', args=[self.shown.wall.slug])}?{self.query}"

    @property
    def files(self) -> tuple[str, str]:
        """Lead to the table as CSV and for Excel."""
        slug = self.shown.wall.slug
        csv, excel = (
            f"{reverse('voices:what_if_file', args=[slug, kind])}?{self.query}"
            for kind in ("csv", "xlsx")
        )
        return csv, excel


def _way(result: WhatIf, at: int) -> str:
    if result.differs is None:
        return "no answer: it does not come to rest"
    by = float(result.differs[at])
    if abs(by) < SAME:
        return "no different"
    return f"{'more' if by > 0 else 'less'}, by {abs(by) * 100:.1f}"

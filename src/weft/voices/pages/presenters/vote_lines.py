"""How does one statement read that was voted on?"""

from dataclasses import dataclass

from markupsafe import Markup

from weft.commons.saying import listed
from weft.shell.drawing import element
from weft.voices.domain.votes.results import Said, StatementCounted
from weft.voices.pages.presenters.opinion_space import LETTERS
from weft.voices.pages.presenters.passages import PassageCard
from weft.voices.queries.rounds import StatementShown

BAR = 300.0


def of_hundred(share: float | None) -> int | None:
    """Give a share as parts of a hundred."""
    return None if share is None else round(100 * share)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultLine:
    """One statement, with what came of it."""

    statement: StatementShown
    counted: StatementCounted

    @property
    def said(self) -> str:
        """Say how many said what."""
        one = self.counted.said
        if one is None:
            return "Too few answered it: the numbers are not shown."
        return f"{one.agree} agree, {one.disagree} disagree, {one.passed} pass."

    @property
    def by_group(self) -> str:
        """Say how many agree in each group."""
        told = [
            f"{LETTERS[at]}: {one.agree} of {one.of} agree"
            for at, one in enumerate(self.counted.by_group)
        ]
        return f"{'; '.join(told)}." if told else ""

    @property
    def bar(self) -> Markup:
        """Draw the parts; words beside say the same."""
        one = self.counted.said
        return Markup("") if one is None or not one.of else _bar(one)

    @property
    def numbers(self) -> str:
        """Number the words that it comes from, for whoever has it on paper."""
        labels = [one.label for one in self.cards]
        return f"It comes from {listed(labels)}." if labels else ""

    @property
    def cards(self) -> tuple[PassageCard, ...]:
        """Give the words that it comes from."""
        return tuple(PassageCard(passage=one) for one in self.statement.passages)

    @property
    def together(self) -> str:
        """Say how far all groups agree, and how that moves."""
        one = self.counted
        if one.consensus is None:
            return ""
        at, low, high = (
            of_hundred(share) for share in (one.consensus, one.least, one.most)
        )
        if low == high:
            return f"Agreed by all groups: {at} of 100."
        return f"Agreed by all groups: {at} of 100; grouped otherwise {low} to {high}."


def _bar(one: Said) -> Markup:
    """Draw the parts: who agrees thick, who disagrees thin, told apart in one ink."""
    drawn, x = Markup(""), 0.0
    for many, kind, thick in (
        (one.agree, "agree", 16),
        (one.passed, "pass", 16),
        (one.disagree, "disagree", 6),
    ):
        wide = BAR * many / one.of
        if many:
            drawn += element(
                "rect",
                x=x,
                y=9 - thick / 2,
                width=wide,
                height=thick,
                class_=f"v-bar__{kind}",
            )
        x += wide
    return element(
        "svg",
        drawn,
        viewBox=f"0 0 {BAR} 18",
        preserveAspectRatio="none",
        class_="v-bar",
        aria_hidden="true",
        focusable="false",
    )

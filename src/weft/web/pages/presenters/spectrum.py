"""How is the whole range told to somebody who says «I’m not creative»?"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from weft.assets.domain.kinds import Spectrum
from weft.assets.queries.spectrum import Example, WholeRange
from weft.commons.saying import counted, distance, first_large

STEPS = {
    Spectrum.EVERYDAY: "What is already yours?",
    Spectrum.GROUP: "What do people do together?",
    Spectrum.LED: "Who shows you how?",
    Spectrum.HEALTH: "What is made with health in mind?",
    Spectrum.THERAPY: "What is arts therapy?",
}
WORDS = {
    Spectrum.EVERYDAY: """
        Humming at the sink. A drawing on the back of a bill. The way you lay a table.
        Nobody teaches it, and nobody marks it.
        """,
    Spectrum.GROUP: """
        Some people meet and do it. You can watch first. Nobody has to be good.
        """,
    Spectrum.LED: """
        Somebody who knows it well stands beside you. You learn by doing.
        """,
    Spectrum.HEALTH: """
        Somebody thought of breath, pain, memory or nerves when they planned it. You
        need not talk about them.
        """,
    Spectrum.THERAPY: """
        You go because something hurts. It is private. Art, music and drama therapists
        must be on a public list, the HCPC register. You may ask to see it.
        """,
}
CAREFUL = frozenset({Spectrum.HEALTH, Spectrum.THERAPY})
ASK_FOR_SAFEGUARDS = (
    "Nobody has told us how they keep people safe. Ask who leads it, and what they "
    "are trained for."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleOnPage:
    """One example near somebody."""

    example: Example
    careful: bool

    @property
    def address(self) -> str:
        """Lead to its page."""
        return reverse("assets:offer", args=[self.example.offer])

    @property
    def where(self) -> str:
        """Say how far it is."""
        if self.example.at_home:
            return "At home: no way to go."
        metres = self.example.metres
        return f"{distance(metres)} away in a straight line." if metres else ""

    @property
    def safeguards(self) -> str:
        """Say how people are kept safe, or that nobody has told us."""
        if not self.careful:
            return ""
        return self.example.safeguards or ASK_FOR_SAFEGUARDS

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Say where one may try it once."""
        return (("yes", "Try it once"),) if self.example.try_once else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOnPage:
    """One place on the range: what it is, and examples of it."""

    number: int
    step: Spectrum
    count: int
    examples: tuple[ExampleOnPage, ...]

    @property
    def question(self) -> str:
        """Ask it as a heading."""
        return STEPS[self.step]

    @property
    def words(self) -> str:
        """Say what it is."""
        return " ".join(WORDS[self.step].split())

    @property
    def how_many(self) -> str:
        """Say how many there are, or that nobody has told us of one."""
        if not self.count:
            return "Nobody here has told us of one yet."
        return f"{first_large(counted(self.count, 'thing', 'things'))} on our list."


@dataclass(frozen=True, slots=True, kw_only=True)
class RangePage:
    """From humming at the sink to arts therapy, by what is near."""

    told: WholeRange
    start: str = ""

    @property
    def address(self) -> str:
        """Where the question goes."""
        return reverse("web:what_is_this")

    @property
    def where_from(self) -> str:
        """Say where we looked from."""
        return f"The nearest to {self.start} first." if self.start else ""

    @property
    def steps(self) -> tuple[StepOnPage, ...]:
        """List the places on the range, in their order."""
        return tuple(self._steps())

    def _steps(self) -> Iterator[StepOnPage]:
        for number, step in enumerate(Spectrum, start=1):
            yield StepOnPage(
                number=number,
                step=step,
                count=self.told.counts[step],
                examples=tuple(
                    ExampleOnPage(example=one, careful=step in CAREFUL)
                    for one in self.told.examples[step]
                ),
            )

    @property
    def not_said(self) -> str:
        """Say of how many things we do not know where they stand."""
        count = self.told.not_said
        if not count:
            return ""
        if count == 1:
            return "One more thing to do here has not said where it stands."
        things = first_large(counted(count, "more thing", "more things"))
        return f"{things} to do here have not said where they stand."

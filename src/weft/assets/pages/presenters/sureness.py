"""In which words do we say how often we are right?"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from weft.assets.domain.sureness import (
    LINE,
    WEIGHS,
    Event,
    Keeper,
    Measured,
)
from weft.assets.domain.sureness.aspects import IN_WORDS, KEEPERS_IN_WORDS
from weft.shell.plots import Caption, Plot, SaidAndCame, agreement
from weft.shell.tables import Column, Table

SOURCE = "Arts Council England, Basic dataset for public libraries"
LICENCE = "Open Government Licence v3"
HUNDRED = 100
EVENTS_IN_WORDS = {
    Event.CONFIRMED: "The group says: still right",
    Event.CHECKED: "We asked them, and it was so",
    Event.FOUND_SO: "Somebody went, and it was so",
    Event.SAID_AGAIN: "The list it came from says it again",
    Event.SAID_WRONG: "Somebody says that it is wrong",
    Event.BOUNCED: "An introduction came back",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SurenessPage:
    """How fast things change, and how well we can tell."""

    told: Measured

    @property
    def answer(self) -> str:
        """Say it in one line."""
        most, came = round(HUNDRED * self.told.all.said), HUNDRED * self.told.all.came
        return (
            f"We said that {most} in 100 facts would still be right after a year. "
            f"It was {came:.0f} in 100."
        )

    @property
    def how(self) -> str:
        """Say how that was tried."""
        told = self.told
        return (
            f"We took {told.things:,} libraries that stood in the lists of both "
            f"{told.first} and {told.second}. We learnt from some councils. Then we "
            "guessed for the others, and looked."
        )

    @property
    def line(self) -> str:
        """Say when we are not sure any more."""
        return (
            f"When fewer than {round(10 * LINE)} in 10 such facts would still be "
            "right, we say that we are not sure any more. Then it is best to ask first."
        )

    @property
    def plot(self) -> Plot:
        """Draw what came against what was said."""
        points = [
            SaidAndCame(
                of=one.facts,
                said=HUNDRED * one.said,
                came=HUNDRED * one.came,
                low=HUNDRED * one.low,
                high=HUNDRED * one.high,
            )
            for one in self.told.all.bins
        ]
        caption = Caption(
            title="What we said, and what came",
            axis="we said: so many in 100 still right after a year",
            decimals=1,
            source=SOURCE,
            licence=LICENCE,
        )
        return agreement(points, caption, came="it came: so many in 100")

    @property
    def scores(self) -> Table:
        """Tell the scores of every field."""
        told = self.told
        judged = [(IN_WORDS[a], one) for a, one in told.by_aspect.items()]
        return Table(
            title="How well we can tell, field by field",
            columns=(
                Column("What"),
                Column("Facts", numeric=True),
                *(_figure(words) for words in ("We said", "It came")),
                *(_figure(words, 4) for words in ("Brier score", "Calibration error")),
            ),
            rows=tuple(
                (
                    name,
                    one.facts,
                    HUNDRED * one.said,
                    HUNDRED * one.came,
                    one.brier,
                    one.error,
                )
                for name, one in (*judged, ("All of them", told.all))
            ),
            source=SOURCE,
            licence=LICENCE,
            notes=(
                f"A rule that knows only how old a fact is has {told.alike:.4f}.",
                "Brier score: 0 is perfect.",
                "Calibration error: over ten bins for all, over who runs it by field.",
            ),
        )

    @property
    def paces(self) -> Table:
        """Tell how many in a hundred change within a year."""
        return Table(
            title="How many in 100 change within a year",
            columns=(
                Column("What"),
                *(_figure(KEEPERS_IN_WORDS[keeper]) for keeper in Keeper),
                Column("Seen", numeric=True),
            ),
            rows=tuple(
                (
                    IN_WORDS[one.aspect],
                    *(HUNDRED * one.within_a_year[keeper] for keeper in Keeper),
                    one.things,
                )
                for one in self.told.fitted
            ),
            source=SOURCE,
            licence=LICENCE,
        )

    @property
    def weights(self) -> Table:
        """Tell how much each thing that we hear moves us."""
        return Table(
            title="How often it is heard of what is right, and of what is wrong",
            columns=(
                Column("What we hear"),
                Column("Of 100 right ones", numeric=True),
                Column("Of 100 wrong ones", numeric=True),
            ),
            rows=tuple(
                (
                    EVENTS_IN_WORDS[event],
                    round(HUNDRED * weight.if_right),
                    round(HUNDRED * weight.if_wrong),
                )
                for event, weight in WEIGHS.items()
            ),
            notes=("Assumed. Nobody has measured these yet.",),
        )

    @property
    def tables(self) -> Mapping[str, Table]:
        """Give every table by the name of its file."""
        return {
            "said-and-came": self.plot.table,
            "fields": self.scores,
            "paces": self.paces,
            "heard": self.weights,
        }

    def file(self, name: str, kind: str) -> str:
        """Lead to one of them."""
        return reverse("assets:sureness_file", args=[name, kind])

    @property
    def method(self) -> str:
        """Lead to the page for people who reckon too."""
        return reverse("web:document", args=["methods", "sureness"])


def _figure(words: str, decimals: int = 1) -> Column:
    return Column(words, numeric=True, decimals=decimals)

"""How is it said what makes what, in a project whole?"""

from dataclasses import dataclass

from django.urls import reverse
from markupsafe import Markup

from weft.commons.saying import counted, first_large
from weft.shell.tables import Column, Table
from weft.voices.domain.causes import Turn, is_a_cause, laid, no_brake_named
from weft.voices.domain.kinds import Basis
from weft.voices.pages.presenters.canvas import canvas
from weft.voices.pages.presenters.loops import (
    COLUMNS,
    DRAWN,
    TURNS_SHORT,
    ArrowLine,
    LoopCard,
)
from weft.voices.pages.presenters.measured import MeasuredOnPage
from weft.voices.queries.causes import CausesShown, loop_through

BESIDE = 6  # small rings on the page
NO_CAUSES = {
    Basis.PART_OF: "{large} is a part of {effect}.",
    Basis.OPEN: "Does «{cause}» make «{effect}»? It stays open.",
    Basis.TONE: "«{large}» and «{effect}»: a tone, and no cause.",
}
FEWER = "those who were there let fewer people read the words."
ASK_FOR_ONE = "Ask the room for a brake: what slows this, or stops it?"


@dataclass(frozen=True, slots=True, kw_only=True)
class CausesPage:
    """What makes what, in one project."""

    shown: CausesShown
    over: MeasuredOnPage | None = None
    asked: str = ""  # the account through whose arrow a loop is looked for

    @property
    def lead(self) -> str:
        """Say how much there is."""
        shown = self.shown
        rooms = counted(len(shown.wall.workshops), "workshop", "workshops")
        arrows = counted(len(shown.arrows), "arrow", "arrows")
        return f"{first_large(rooms)}, {arrows}."

    @property
    def not_told(self) -> str:
        """Say how many arrows are not shown, and why."""
        closed, back = self.shown.closed, self.shown.taken_back
        arrows = first_large(counted(closed, "arrow is", "arrows are"))
        gone = first_large(counted(back, "arrow", "arrows"))
        said = (
            f"{arrows} not shown: {FEWER}" * bool(closed),
            f"{gone} went with words that were taken back." * bool(back),
        )
        return " ".join(filter(None, said))

    @property
    def cards(self) -> tuple[LoopCard, ...]:
        """Give every loop, those first that were told with hope."""
        passages = self.shown.passages
        return tuple(
            LoopCard(
                loop=one,
                passages=passages,
                number=at,
                told=self.shown.named.get(one.way),
            )
            for at, one in enumerate(self.shown.order, start=1)
        )

    @property
    def picture(self) -> Markup:
        """Draw the whole map."""
        shown = self.shown
        ends = (name for one in shown.arrows for name in (one.cause, one.effect))
        placed = {one.name: one.at for one in shown.things if one.at}
        names = list(dict.fromkeys(ends))
        places = laid(names, shown.arrows, {n: placed[n] for n in names if n in placed})
        return canvas(places, shown.arrows, "The map; the table below says the same.")

    @property
    def first(self) -> LoopCard | None:
        """Give the loop that is drawn large."""
        return next(iter(self.cards), None)

    @property
    def first_asked(self) -> str:
        """Ask what the first loop answers."""
        return "Where does hope go round?" if self.shown.hopeful else "What goes round?"

    @property
    def others(self) -> tuple[LoopCard, ...]:
        """Give some short ones more."""
        short = [one for one in self.cards[1:] if len(one.loop.arrows) <= DRAWN]
        return tuple(short[:BESIDE])

    @property
    def all_asked(self) -> str:
        """Say how many loops the table holds."""
        return f"All {counted(len(self.cards), 'loop', 'loops')}, as a table"

    @property
    def how_long(self) -> str:
        """Say up to which length loops were looked for."""
        found = self.shown.found
        if found.none_longer:
            return "No loop is left out."
        return (
            f"Loops through up to {counted(found.longest, 'thing', 'things')} were "
            "looked for. There may be longer ones."
        )

    @property
    def no_brake(self) -> bool:
        """Tell whether every loop feeds itself."""
        return no_brake_named(self.shown.found)

    @property
    def brake(self) -> tuple[str, str]:
        """Say whether a brake was named."""
        found = self.shown.found
        brakes, unknown = found.count(Turn.BALANCING), found.count(Turn.UNKNOWN)
        if self.no_brake:
            every = _every(len(found.found))
            return "No brake was named", f"{every} itself, up or down. {ASK_FOR_ONE}"
        if brakes:
            hold = counted(brakes, "holds itself", "hold themselves")
            every = counted(len(found.found), "loop", "loops")
            return "A brake was named", f"Of {every}, {hold} back."
        turn = "it turns" if unknown == 1 else "they turn"
        of = counted(unknown, "loop", "loops")
        return (
            "Nobody knows whether there is a brake",
            f"Of {of} nobody knows which way {turn}.",
        )

    @property
    def cut(self) -> tuple[str, str]:
        """Say which arrow opens most loops; empty where it would open one alone."""
        cut = self.shown.cut
        if cut is None or cut.opened < 2:  # noqa: PLR2004 every arrow of a loop opens one
            return "", ""
        (arrow,) = cut.arrows
        said = f"«{first_large(arrow.cause)}» → «{arrow.effect}»"
        hope = " that were not told with hope" if self.shown.hopeful else ""
        return said, f"lies on {cut.opened} of the {cut.of} loops{hope}."

    @property
    def breakpoints(self) -> tuple[tuple[str, str, str], ...]:
        """Give arrows that several loops run through: on how many, who says so."""
        passages = self.shown.passages
        return tuple(
            (
                f"«{first_large(arrow.cause)}» → «{arrow.effect}»",
                f"on {counted(many, 'loop', 'loops')}",
                ArrowLine(arrow=arrow, passages=passages).who_says,
            )
            for arrow, many in self.shown.on_several[:BESIDE]
        )

    @property
    def differ(self) -> tuple[ArrowLine, ...]:
        """Give the arrows on which people differ."""
        return tuple(one for one in self._arrows if one.arrow.disputed)

    @property
    def parts(self) -> tuple[str, ...]:
        """Say what is a part, an open question or a tone: kept, and no cause."""
        return tuple(
            NO_CAUSES[one.basis].format(
                cause=one.cause, large=first_large(one.cause), effect=one.effect
            )
            for one in self.shown.arrows
            if not is_a_cause(one)
        )

    @property
    def arrows(self) -> tuple[tuple[str, str], ...]:
        """Offer the arrows of which the shortest loop can be asked, by ref."""
        return tuple(
            (one.told[0].ref, f"{one.cause} → {one.effect}")
            for one in self.shown.arrows
            if is_a_cause(one)
        )

    def table_file(self, what: str, kind: str) -> str:
        """Lead to one of the tables as a file."""
        return reverse("voices:causes_table", args=[self.shown.wall.slug, what, kind])

    def table(self, what: str) -> Table | None:
        """Give one of the tables; None where there is none by that name."""
        over = self.over
        return {
            "loops": self.loops_table,
            "measured": over.table if over else None,
            "lists": over.lists if over else None,
            "ranked": over.ranked if over else None,
        }.get(what)

    @property
    def through(self) -> LoopCard | None:
        """Give the shortest loop through the arrow that was asked for."""
        loop = loop_through(self.shown, self.asked) if self.asked else None
        if loop is None:
            return None
        return LoopCard(
            loop=loop,
            passages=self.shown.passages,
            number=0,
            told=self.shown.named.get(loop.way),
        )

    @property
    def _arrows(self) -> tuple[ArrowLine, ...]:
        passages = self.shown.passages
        return tuple(
            ArrowLine(arrow=one, passages=passages) for one in self.shown.arrows
        )

    @property
    def arrows_table(self) -> Table:
        """Give every arrow, as it may leave."""
        wall = self.shown.wall
        return Table(
            title=f"{wall.name}: what makes what",
            columns=COLUMNS,
            rows=tuple(one.row for one in self._arrows if is_a_cause(one.arrow)),
            notes=(*((wall.draft,) if wall.draft else ()), *self.parts),
        )

    @property
    def loops_table(self) -> Table:
        """Give every loop."""
        return Table(
            title="Every loop",
            columns=(
                Column("Through"),
                Column("Things", numeric=True),
                Column("What it does"),
                Column("Inferred arrows", numeric=True),
            ),
            rows=tuple(
                (
                    " → ".join([*one.loop.things, one.loop.things[0]]),
                    len(one.loop.arrows),
                    TURNS_SHORT[one.loop.turn],
                    one.loop.inferred,
                )
                for one in self.cards
            ),
            notes=(self.how_long,),
        )

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """Lead to the map in each form."""
        slug = self.shown.wall.slug
        return tuple(
            (words, reverse("voices:causes_file", args=[slug, kind]))
            for kind, words in (
                ("graphml", "GraphML"),
                ("kumu", "Kumu"),
                ("csv", "CSV"),
                ("xlsx", "Excel"),
            )
        )


def _every(many: int) -> str:
    return "The one loop feeds" if many == 1 else f"Each of the {many} loops feeds"

"""In which words is the list looked at by chance, and how often it was wrong told?"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from weft.assets.domain.audit import Finding, Rate, Side
from weft.assets.queries.audit import AuditNow, EntryAbout, MonthRight
from weft.commons.disclosure import shown
from weft.commons.saying import counted, first_large, month
from weft.shell.plots import Caption, Mark, Plot, dots
from weft.shell.tables import Cell, Column, Table

HUNDRED = 100
SIDES: Mapping[Side, str] = {
    Side.EXISTS: "It is not there any more",
    Side.WHEN: "When it is on",
    Side.WHERE: "Where it is",
    Side.PRICE: "What it costs",
    Side.REACH: "How to reach them",
    Side.ELSE: "Something else",
}
FOUND = {
    Finding.RIGHT: "it is all right",
    Finding.WRONG: "something is wrong",
    Finding.NOT_REACHED: "could not reach anybody",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryOnPage:
    """One entry, with all that is needed to look at it."""

    about: EntryAbout

    @property
    def address(self) -> str:
        """Where the answer goes."""
        return reverse("assets:audit_entry", args=[self.about.entry])

    @property
    def name(self) -> str:
        """Name it, where its name may be seen."""
        return self.about.name or "Something that has left the list"

    @property
    def thing_address(self) -> str:
        """Lead to what people see of it; "" where it has left the list."""
        if not self.about.name:
            return ""
        kind = "assets:offer" if self.about.is_offer else "assets:asset"
        return reverse(kind, args=[self.about.thing])

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """List what helps to look."""
        told = (
            ("Who told us", self.about.told_by),
            ("Where", self.about.where),
            ("Telephone", self.about.telephone),
        )
        return tuple((name, value) for name, value in told if value)

    @property
    def ring(self) -> str:
        """Say whether they may be asked."""
        if self.about.may_ring:
            return (
                "You may ring or write to them. It is their one message of the month."
            )
        return (
            "Do not ring or write to them: they had a message this month, or asked "
            "for none, or nobody looks after it. Look at their website, or go by."
        )

    @property
    def sides(self) -> tuple[tuple[str, str], ...]:
        """List what may be wrong."""
        return tuple((str(side), words) for side, words in SIDES.items())

    @property
    def found(self) -> str:
        """Say what was found."""
        finding = self.about.finding
        told = FOUND[finding] if finding else ""
        sides = ", ".join(SIDES[one].lower() for one in self.about.wrong_in)
        return f"{told}: {sides}" if sides else told


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPage:
    """The month's draw of every region, the next entry first."""

    audits: tuple[tuple[str, AuditNow], ...]
    just: int | None = None
    problem: str = ""

    @property
    def answer(self) -> str:
        """Say how far it is."""
        drawn = sum(len(audit.entries) for _, audit in self.audits)
        if not drawn:
            return "Nothing has been drawn this month. It is, each night at four."
        done = sum(audit.looked_at for _, audit in self.audits)
        if done == drawn:
            return f"You have looked at all {drawn} of this month. Thank you."
        return f"{done} of {drawn} are looked at."

    @property
    def next(self) -> EntryOnPage | None:
        """Show the first that nobody has looked at."""
        found = (audit.next for _, audit in self.audits)
        return next((EntryOnPage(about=one) for one in found if one), None)

    @property
    def last(self) -> EntryOnPage | None:
        """Show what was looked at last, so that it can be taken back."""
        every = (one for _, audit in self.audits for one in audit.entries)
        return next(
            (EntryOnPage(about=one) for one in every if self._is_just(one)), None
        )

    def _is_just(self, one: EntryAbout) -> bool:
        return one.entry == self.just and one.finding is not None

    @property
    def looked_at(self) -> tuple[EntryOnPage, ...]:
        """List all that were looked at."""
        every = (one for _, audit in self.audits for one in audit.entries)
        return tuple(EntryOnPage(about=one) for one in every if one.finding)


COLUMNS = (
    Column("Month"),
    Column("Drawn", numeric=True),
    Column("Out of", numeric=True),
    Column("Right", numeric=True),
    Column("Wrong", numeric=True),
    Column("Not reached", numeric=True),
    Column("Wrong of those reached", numeric=True, decimals=1, unit="%"),
    Column("at least", numeric=True, decimals=1, unit="%"),
    Column("at most", numeric=True, decimals=1, unit="%"),
    Column("If all not reached were right", numeric=True, decimals=1, unit="%"),
    Column("If all not reached were wrong", numeric=True, decimals=1, unit="%"),
    Column("Seed of the draw"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionRight:
    """How often the list of one region was wrong."""

    slug: str
    name: str
    months: tuple[MonthRight, ...]
    fewest: int

    @property
    def newest(self) -> tuple[MonthRight, Rate] | None:
        """Give the newest month that may be told."""
        told = ((one, one.rate) for one in self.months)
        return next(((one, rate) for one, rate in told if rate is not None), None)

    @property
    def answer(self) -> str:
        """Say it in one line."""
        if self.newest is None:
            return "We do not know yet. No month has been looked at to its end."
        told, rate = self.newest
        return (
            f"In {month(told.month)} something was wrong in {rate.wrong} of the "
            f"{rate.reached} entries that we could look into. So of 100 on the list, "
            f"something is wrong in about {_round(rate.share)}: at least "
            f"{_round(rate.low)}, at most {_round(rate.high)}."
        )

    @property
    def not_reached(self) -> str:
        """Say of how many nobody knows, and what that could mean."""
        if self.newest is None:
            return ""
        _, rate = self.newest
        if not rate.not_reached:
            return "We reached everybody."
        many = counted(rate.not_reached, "entry", "entries")
        return (
            f"For {many} we could reach nobody. We do not count those as right. If "
            f"they were all wrong too, it would be {_round(rate.greatest)} in 100."
        )

    @property
    def under_way(self) -> str:
        """Say how far the newest month is, where it cannot be told yet."""
        newest = self.months[0] if self.months else None
        if newest is None or newest.rate is not None:
            return ""
        if newest.looked_at < newest.drawn:
            done = f"{newest.looked_at} of {newest.drawn} are looked at"
            return f"{month(newest.month)} is not done yet: {done}."
        return f"In {month(newest.month)} we reached too few to say."

    @property
    def plot(self) -> Plot | None:
        """Draw the months with their intervals; None where none may be told."""
        marks = [
            Mark(
                name=month(one.month),
                value=HUNDRED * rate.share,
                low=HUNDRED * rate.low,
                high=HUNDRED * rate.high,
                here=at == 0,
            )
            for at, (one, rate) in enumerate(self._told()[:6])
        ]
        caption = Caption(
            title="How many in 100 were wrong",
            axis="entries in 100 with something wrong",
            decimals=0,
        )
        return dots(marks, caption) if marks else None

    def _told(self) -> list[tuple[MonthRight, Rate]]:
        """List the months that may be told, the newest first."""
        return [(one, one.rate) for one in self.months if one.rate is not None]

    @property
    def wrong_in(self) -> tuple[tuple[str, str], ...]:
        """Say in what the newest month was wrong, where it may be told."""
        if self.newest is None:
            return ()
        told, _ = self.newest
        return tuple(
            (SIDES[side], str(shown(count, fewest=self.fewest)))
            for side, count in told.wrong_in
        )

    @property
    def table(self) -> Table:
        """Tell every month in rows; what may not be told yet is not known."""
        return Table(
            title=f"How often the list of {self.name} was wrong",
            columns=COLUMNS,
            rows=tuple(_row(one) for one in self.months),
            notes=(
                "Wilson's interval, 95 in 100.",
                f"Told when all are looked at, and {self.fewest} or more were reached.",
                "docs/methods/audit.md",
            ),
        )

    def file(self, kind: str) -> str:
        """Lead to the table as a file."""
        return reverse("assets:how_right_file", args=[self.slug, kind])


@dataclass(frozen=True, slots=True, kw_only=True)
class HowRightPage:
    """How often the list was wrong, in every region."""

    regions: tuple[RegionRight, ...]


def _row(one: MonthRight) -> tuple[Cell, ...]:
    """Tell one month."""
    rate = one.rate
    told: tuple[Cell, ...] = (None,) * 8
    if rate is not None:
        shares = (rate.share, rate.low, rate.high, rate.least, rate.greatest)
        told = (
            rate.right,
            rate.wrong,
            rate.not_reached,
            *(HUNDRED * share for share in shares),
        )
    # the seed is told when nobody can use it any more to know what will be looked at
    seed = one.seed if rate is not None else None
    return first_large(month(one.month)), one.drawn, one.out_of, *told, seed


def _round(share: float) -> int:
    return round(HUNDRED * share)

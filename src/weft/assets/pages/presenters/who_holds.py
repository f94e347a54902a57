"""In which words do we say in whose hands things are, and how much is not known?"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from markupsafe import Markup

from weft.assets.domain.kinds import ASSET_WORDS, TieKind
from weft.assets.pages.presenters.shared import linked
from weft.assets.queries.who_holds import KnownOf, WhoHolds
from weft.assets.queries.young import YoungInHand
from weft.commons.disclosure import Hidden
from weft.commons.saying import counted, dated, first_large, number
from weft.ground.queries import RegionAbout
from weft.shell.tables import Column, Table

HEADS = {
    TieKind.HOLDS: "Looks after it",
    TieKind.DECIDES: "Decides",
    TieKind.OWNS: "Owns it",
    TieKind.FUNDS: "Pays",
    TieKind.RUNS: "Runs it",
}
MEANS = "Each number says of how many we know it."


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoHoldsPage:
    """In whose hands things are: what is known, and what is not."""

    about: WhoHolds
    region: RegionAbout
    regions: tuple[RegionAbout, ...]

    @property
    def answer(self) -> str:
        """Say in one line how much is not known."""
        things = sum(one.things for one in self.about.kinds)
        unknown = things - sum(one.known[TieKind.DECIDES] for one in self.about.kinds)
        if not things:
            return "Nothing is listed here yet."
        return (
            f"Of {counted(things, 'thing', 'things')} here, we do not know who decides "
            f"about {number(unknown)}."
        )

    @property
    def table(self) -> Table:
        """Count by kind; what is not known stands beside what is."""
        source = f"What people and lists told Weft about {self.region.name}"
        return Table(
            title=f"Of how many we know in whose hands they are, {self.region.name}",
            columns=(
                Column("What"),
                Column("Things", numeric=True),
                *(Column(words, numeric=True) for words in HEADS.values()),
                Column("How owned", numeric=True),
                Column("Decides: not known", numeric=True),
                Column("Not agreed", numeric=True),
            ),
            rows=tuple(_row(one) for one in self.about.kinds),
            source=source,
            notes=(MEANS, self.kept) if self.kept else (MEANS,),
        )

    @property
    def kept(self) -> str:
        """Say how many do not want to stand before funders."""
        kept = self.about.kept
        if not kept:
            return ""
        many = str(kept) if isinstance(kept, Hidden) else number(kept)
        return f"{first_large(many)} more groups do not want to stand on this page."

    @property
    def money(self) -> str:
        """Say of how many groups we know that somebody pays."""
        paid, unpaid = self.about.paid_for, self.about.unpaid
        groups = counted(paid + unpaid, "group", "groups")
        return (
            f"Of {groups}, we know of {number(paid)} that somebody pays for them. Of "
            f"{number(unpaid)}, nobody has told us so. Many need no money."
        )

    @property
    def young(self) -> tuple[Markup, ...]:
        """List the groups that say that young people run them."""
        return tuple(
            Markup("{}{}").format(
                linked(one.group),
                Markup(". They look after {}.").format(
                    Markup(", ").join(map(linked, one.holds))
                )
                if one.holds
                else "",
            )
            for one in self.about.young
        )

    @property
    def back(self) -> tuple[tuple[Markup, str], ...]:
        """List what came back: for what, and what."""
        return tuple(
            (linked(one.thing), f"{one.back.words} ({dated(one.back.on)})")
            for one in self.about.back
        )

    @property
    def nobody_said(self) -> tuple[Markup, ...]:
        """Name some of which nobody has told us who decides."""
        return tuple(map(linked, self.about.nobody_said))

    def file(self, kind: str) -> str:
        """Lead to the table."""
        address = reverse("assets:holders_file", args=[kind])
        return f"{address}?region={self.region.slug}"

    @property
    def files(self) -> Mapping[str, Table]:
        """Give the table by its name."""
        return {"holders": self.table}


def _row(one: KnownOf) -> tuple[str | int, ...]:
    return (
        ASSET_WORDS[one.kind],
        one.things,
        *(one.known[kind] for kind in HEADS),
        one.form_known,
        one.things - one.known[TieKind.DECIDES],
        one.disputed,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class YoungPage:
    """The groups of young people, and their one grown-up, for who checks the list."""

    groups: tuple[YoungInHand, ...]
    done: str = ""
    problem: str = ""

    @property
    def answer(self) -> str:
        """Say how many have nobody yet."""
        missing = sum(not one.adult for one in self.groups)
        if not self.groups:
            return "Nobody has told us of a group that young people run."
        if not missing:
            return "Each of them has one grown-up whom you can reach."
        many = counted(missing, "of them has", "of them have")
        return f"{first_large(many)} no grown-up whom you could reach."

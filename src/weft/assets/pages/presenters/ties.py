"""In which words do we say who works with whom?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.http import urlencode
from markupsafe import Markup

from weft.assets.domain.kinds import AssetKind
from weft.assets.pages.presenters.shared import linked
from weft.assets.pages.presenters.tied import (
    REACHES,
    SORTS,
    joins_table,
    loss,
    names,
    not_told,
    plain_names,
    source_of,
    ties_table,
)
from weft.assets.queries.ties import Joins, Knot, Tied, TiesAbout
from weft.commons.saying import counted, first_large
from weft.ground.queries import AreaAbout, RegionAbout
from weft.shell.plots import Caption, Joiner, Plot, laced
from weft.shell.tables import Table

IN_THE_PICTURE = 8
AT_ONCE = 12
TIES_AT_ONCE = 25
LEAST_JOINED = 2
ALL = ("", "All")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What of all ties somebody wants to see; "" is all."""

    region: str
    place: str = ""
    sort: str = ""
    reach: str = ""

    @property
    def query(self) -> str:
        """Write it into an address."""
        told = {
            "region": self.region,
            "place": self.place,
            "sort": self.sort,
            "reach": self.reach,
        }
        return urlencode({name: value for name, value in told.items() if value})


@dataclass(frozen=True, slots=True, kw_only=True)
class TiesPage:
    """Who works with whom: a picture and the list, and what nobody has told us.

    ``inside`` are the small areas of the place that was chosen.
    """

    about: TiesAbout
    chosen: Chosen
    region: RegionAbout
    regions: Sequence[RegionAbout] = ()
    areas: Sequence[AreaAbout] = ()
    inside: frozenset[str] = frozenset()
    ties: tuple[Tied, ...] = field(init=False)
    joins: tuple[Joins, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ties", tuple(filter(self._is_asked, self.about.ties)))
        pairs = {_pair(one) for one in self.ties}
        joins = (
            _among(one, pairs) for one in self.about.joins if self._is_there(one.knot)
        )
        object.__setattr__(self, "joins", tuple(one for one in joins if one.groups))

    def _is_asked(self, one: Tied) -> bool:
        """Tell whether a tie is among those that were asked for."""
        ends = (one.one, one.other)
        far = not self.chosen.reach or one.reach == self.chosen.reach
        return (
            far
            and any(map(self._is_in_place, ends))
            and any(map(self._is_of_sort, ends))
        )

    def _is_there(self, knot: Knot) -> bool:
        return self._is_in_place(knot) and self._is_of_sort(knot)

    def _is_in_place(self, knot: Knot) -> bool:
        return not self.chosen.place or knot.area in self.inside

    def _is_of_sort(self, knot: Knot) -> bool:
        return not self.chosen.sort or knot.kind in SORTS[self.chosen.sort][1]

    # --- what can be chosen

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """List the neighbourhoods."""
        named = sorted((one.title, one.code) for one in self.areas)
        return (("", "The whole region"), *((code, title) for title, code in named))

    @property
    def sorts(self) -> tuple[tuple[str, str], ...]:
        """List the sorts of things."""
        return (ALL, *((key, words) for key, (words, _) in SORTS.items()))

    @property
    def reaches(self) -> tuple[tuple[str, str], ...]:
        """List how far a tie may go."""
        return (("", "Near and far"), *REACHES.items())

    @property
    def region_names(self) -> tuple[tuple[str, str], ...]:
        """List the regions, where there are several."""
        return tuple((one.slug, one.name) for one in self.regions)

    # --- what was found

    @property
    def answer(self) -> str:
        """Say in one line what is known."""
        if not self.ties:
            return "We know of no ties here."
        knots = {k.brief.id: k for one in self.ties for k in (one.one, one.other)}
        groups = sum(knot.is_group for knot in knots.values())
        others = len(knots) - groups
        return (
            f"We know of {counted(len(self.ties), 'tie', 'ties')}, between "
            f"{counted(groups, 'group', 'groups')} and "
            f"{counted(others, 'other thing', 'other things')}."
        )

    @property
    def joiners(self) -> tuple[Joins, ...]:
        """List what joins two groups or more, but is no group itself."""
        return tuple(
            one
            for one in self.joins
            if not one.knot.is_group and len(one.groups) >= LEAST_JOINED
        )

    @property
    def picture(self) -> Plot | None:
        """Draw those that join most."""
        first = self.joiners[:IN_THE_PICTURE]
        if not first:
            return None
        name, many = first[0].knot.brief.name, len(first[0].groups)
        return laced(
            [
                Joiner(
                    name=one.knot.brief.name,
                    to=tuple(dict.fromkeys(group.brief.name for group in one.groups)),
                )
                for one in first
            ],
            Caption(
                title=f"{name} joins {counted(many, 'group', 'groups')}",
                axis="groups",
                source=source_of(self.region.name),
            ),
            first="Where",
        )

    @property
    def join_lines(self) -> tuple[Markup, ...]:
        """Say of each that joins most groups, which."""
        return tuple(
            Markup("{} joins {}: {}.").format(
                linked(one.knot.brief),
                counted(len(one.groups), "group", "groups"),
                names(one.groups),
            )
            for one in self.joiners[:AT_ONCE]
        )

    @property
    def losses(self) -> tuple[Markup, ...]:
        """Say what would come apart if one stopped, those with most to lose first."""
        found = [one for one in self.joins if one.only_link_of]
        found.sort(key=lambda one: -len(one.only_link_of))
        return tuple(loss(one) for one in found[:AT_ONCE])

    @property
    def connectors(self) -> tuple[Markup, ...]:
        """Say who connects: people, channels, partnerships, and with whom."""
        kinds = {AssetKind.PERSON, AssetKind.CHANNEL, AssetKind.PARTNERSHIP}
        beside: dict[str, tuple[Knot, list[Knot]]] = {}
        for tied in self.ties:
            for one, other in ((tied.one, tied.other), (tied.other, tied.one)):
                if one.kind in kinds:
                    beside.setdefault(str(one.brief.id), (one, []))[1].append(other)
        lines = sorted(
            beside.values(), key=lambda two: (two[0].brief.name, two[0].area)
        )
        return tuple(
            Markup("{} ({}): {}.").format(
                linked(knot.brief),
                knot.brief.kind.lower(),
                names(tuple(dict.fromkeys(others))),
            )
            for knot, others in lines
        )

    @property
    def unknown(self) -> tuple[str, ...]:
        """Say what nobody has told us."""
        return not_told(self.about)

    @property
    def loose(self) -> str:
        """Name some of the groups that are tied to nothing."""
        return plain_names(self.about.loose)

    @property
    def table(self) -> Table:
        """Tell every tie that was asked for."""
        return ties_table(self.ties, self.about, of=self.region.name)

    @property
    def first_ties(self) -> Table:
        """Tell as many as fit on a page."""
        table = self.table
        return Table(
            title=table.title, columns=table.columns, rows=table.rows[:TIES_AT_ONCE]
        )

    @property
    def how_many_more(self) -> str:
        """Say how many stand only in the file."""
        more = len(self.ties) - TIES_AT_ONCE
        if more <= 0:
            return ""
        many = first_large(counted(more, "more is", "more are"))
        return f"{many} in the file below."

    @property
    def joins_table(self) -> Table:
        """Tell of each that joins a group what it holds together."""
        return joins_table(self.joins, self.about, of=self.region.name)

    @property
    def files(self) -> Mapping[str, Table]:
        """Give each table by the name of its file."""
        return {"ties": self.table, "joins": self.joins_table}

    def file(self, name: str, kind: str) -> str:
        """Lead to one of them, as it was asked for."""
        return f"{reverse('assets:ties_file', args=[name, kind])}?{self.chosen.query}"


def _pair(one: Tied) -> frozenset[str]:
    return frozenset({str(one.one.brief.id), str(one.other.brief.id)})


def _among(one: Joins, pairs: Iterable[frozenset[str]]) -> Joins:
    """Keep of what a knot joins only what was asked for."""
    key = str(one.knot.brief.id)

    def is_asked(group: Knot) -> bool:
        return frozenset({key, str(group.brief.id)}) in pairs

    return Joins(
        knot=one.knot,
        groups=tuple(filter(is_asked, one.groups)),
        only_link_of=tuple(filter(is_asked, one.only_link_of)),
        would_part=one.would_part,
    )

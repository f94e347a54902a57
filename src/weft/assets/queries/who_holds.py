"""Of how much of what is here do we know who holds, decides, owns and pays?

«Not known» is counted like any answer. Counted is what our own search may find. A group
that is kept from funders is named nowhere here and counted in no part: only how many
such groups there are is told, where they are many enough.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.holding import run_by_young_people_says_who
from weft.assets.domain.kinds import GROUPS, AssetKind, TieKind, Visibility
from weft.assets.domain.visibility import Channel, shown_to_funders
from weft.assets.models import Asset, CameBack, Tie
from weft.assets.queries.about import Back, Brief
from weft.assets.queries.seen import brief_of, held, is_whole
from weft.assets.queries.young import who_says_young
from weft.commons import disclosure

ASKED = (TieKind.HOLDS, TieKind.DECIDES, TieKind.OWNS, TieKind.FUNDS, TieKind.RUNS)
NOT_MORE = 24  # names of what nobody has told us of


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOf:
    """Of so many things of a kind, of how many it is known, of how many disputed."""

    kind: AssetKind
    things: int
    known: Mapping[TieKind, int]
    form_known: int
    disputed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CameBackTo:
    """What came back to whoever holds a thing."""

    thing: Brief
    back: Back


@dataclass(frozen=True, slots=True, kw_only=True)
class YoungGroup:
    """A group that says of itself that young people run it, and what it holds."""

    group: Brief
    holds: tuple[Brief, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoHolds:
    """In whose hands a region's things are, as far as anybody has told us.

    Attributes
    ----------
    kinds
        Counts by kind, those with most things first.
    nobody_said
        Some groups, and things of which we know more than their name, of which nobody
        has told us who decides.
    paid_for, unpaid, kept
        Groups of which somebody pays, groups of which nobody has told us that anybody
        does, and groups that are kept from funders.
    """

    kinds: tuple[KnownOf, ...]
    nobody_said: tuple[Brief, ...]
    young: tuple[YoungGroup, ...]
    back: tuple[CameBackTo, ...]
    paid_for: int
    unpaid: int
    kept: int | disclosure.Hidden


def who_holds(region: str, *, today: date) -> WhoHolds:
    """Count what is known of hands, and list what came back.

    Parameters
    ----------
    region
        Its slug.
    today
        A tie that has ended by then is none.
    """
    rows = Asset.objects.filter(
        region=region, visibility=Visibility.PUBLIC, closed_on=None
    ).defer("shape", "story", "gates")
    listed = [
        row
        for row in rows.order_by("name", "pk").iterator()
        if is_whole(row, Channel.SEARCH)
    ]
    seen = {row.pk: row for row in listed if shown_to_funders(held(row))}
    kept = sum(row.kind in GROUPS for row in listed if row.pk not in seen)
    ties, disputed = _ties(region, today)
    groups = [row for row in seen.values() if row.kind in GROUPS]
    paid = sum(TieKind.FUNDS in ties[row.pk] for row in groups)
    return WhoHolds(
        kinds=_by_kind(seen.values(), ties, disputed),
        nobody_said=_briefs(
            row
            for row in seen.values()
            if TieKind.DECIDES not in ties[row.pk]
            and (row.kind in GROUPS or ties[row.pk])
        )[:NOT_MORE],
        young=tuple(_young(groups, seen)),
        back=_came_back(seen),
        paid_for=paid,
        unpaid=len(groups) - paid,
        kept=disclosure.shown(kept),
    )


def _ties(region: str, today: date) -> tuple[dict[UUID, set[TieKind]], set[UUID]]:
    """Say which kinds of ties are known of what, and of what people do not agree."""
    rows = Tie.objects.filter(asset__region=region, kind__in=ASKED)
    rows = rows.filter(Q(until=None) | Q(until__gt=today))
    known: dict[UUID, set[TieKind]] = defaultdict(set)
    disputed: set[UUID] = set()
    for key, kind, is_disputed in rows.values_list("asset_id", "kind", "disputed"):
        known[key].add(TieKind(kind))
        if is_disputed:
            disputed.add(key)
    return known, disputed


def _by_kind(
    rows: Iterable[Asset], ties: Mapping[UUID, set[TieKind]], disputed: set[UUID]
) -> tuple[KnownOf, ...]:
    """Count for each kind."""
    things: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    quarrels: Counter[str] = Counter()
    known: dict[str, Counter[TieKind]] = defaultdict(Counter)
    for row in rows:
        things[row.kind] += 1
        forms[row.kind] += bool(row.ownership_form)
        quarrels[row.kind] += row.pk in disputed
        known[row.kind].update(ties[row.pk])
    return tuple(
        KnownOf(
            kind=AssetKind(kind),
            things=many,
            known={one: known[kind][one] for one in ASKED},
            form_known=forms[kind],
            disputed=quarrels[kind],
        )
        for kind, many in sorted(things.items(), key=lambda one: (-one[1], one[0]))
    )


def _briefs(rows: Iterable[Asset]) -> tuple[Brief, ...]:
    return tuple(brief for row in rows if (brief := brief_of(row)))


def _young(groups: Iterable[Asset], seen: Mapping[UUID, Asset]) -> Iterable[YoungGroup]:
    """List the groups that say of themselves that young people run them."""
    young = [row for row in groups if row.run_by_young_people]
    told_by = who_says_young(young)
    for row in young:
        says = run_by_young_people_says_who(
            row.run_by_young_people, told_by=told_by[row.pk], name=row.name
        )
        brief = brief_of(row)
        if says != row.name or brief is None:
            continue
        ties = Tie.objects.filter(to=row, kind=TieKind.HOLDS, disputed=False)
        keys = set(ties.values_list("asset_id", flat=True)) - {row.pk}
        holds = _briefs(seen[key] for key in sorted(keys) if key in seen)
        yield YoungGroup(group=brief, holds=holds)


def _came_back(seen: Mapping[UUID, Asset]) -> tuple[CameBackTo, ...]:
    """List what came back, the latest first, of what may be seen."""
    rows = CameBack.objects.all()
    found = []
    for row in rows.order_by("-came_on", "-pk"):
        brief = brief_of(seen.get(row.asset_id))
        if brief is not None:
            back = Back(
                number=row.pk, words=row.words, on=row.came_on, told_by=row.told_by
            )
            found.append(CameBackTo(thing=brief, back=back))
    return tuple(found)

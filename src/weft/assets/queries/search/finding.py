"""What answers a question, counted out exactly, with one page of it in order?

Between three and eight statements, however many listings there are: the words looked
up, the whole answer counted with one page of it, the page's listings; and where fewer
than ``FEW`` answers show, whether the words are rare everywhere, and a wider reading.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import isqrt
from typing import Any
from uuid import UUID

from django.db import connection

from weft.assets.domain.facts import FactField
from weft.assets.domain.spelling import Known, Spelling
from weft.assets.domain.vocabulary import vocabulary
from weft.assets.domain.wanting import (
    Wanting,
    any_of_it,
    as_said,
    keys,
    one_slip_wider,
    spacing_keys,
)
from weft.assets.models import Listing
from weft.assets.queries.search.asking import (
    Ask,
    Facets,
    FactCount,
    Found,
    Hit,
    KindCount,
)
from weft.assets.queries.search.marks import BITS, said
from weft.assets.queries.search.matching import Piece, listed
from weft.assets.queries.search.statements import (
    FAR,
    PAGE,
    Asked,
    answering,
    held_by_few,
)
from weft.commons.places import Point

FEW = 10
"""Words that answer fewer times than this, anywhere at all, may be misspelt."""

_UNTIMED = 2


def find(ask: Ask) -> Found:
    """Find what answers a question.

    Parameters
    ----------
    ask
        The question.

    Returns
    -------
    Found
        Totals and facets are exact; ``understood`` says what was done with words that
        were not taken as they stood.
    """
    wanting, answer = _read(ask)
    return answer.found(ask, wanting)


def find_as(ask: Ask, wanting: Wanting) -> Found:
    """Find what answers a question whose words have been read before.

    Parameters
    ----------
    ask
        The question; its words are not read again.
    wanting
        As ``Candidates.wanting`` gives it.
    """
    return _Answer.to(ask, wanting, {}).found(ask, wanting)


def understood(ask: Ask) -> Wanting:
    """Read the words of a question, as ``find`` does, without answering it."""
    return _read(replace(ask, first=0, most=0))[0] if ask.words else Wanting()


def _read(ask: Ask) -> tuple[Wanting, "_Answer"]:
    """Read the words as they stand and, where few have them, more widely."""
    spelling = _spelling(keys(ask.words), ask.regions) if ask.words else {}
    wanting = as_said(ask.words, spelling, vocabulary())
    first = _Answer.to(ask, wanting, spelling)
    if not wanting.groups and not wanting.in_doubt:
        return wanting, first
    if not wanting.in_doubt and (first.total >= FEW or _count(wanting) >= FEW):
        return wanting, first
    spelling = {**spelling, **_spelling(spacing_keys(ask.words), ask.regions)}
    wider = one_slip_wider(ask.words, spelling, vocabulary())
    if not wider.groups:
        return wider, first
    answer = first if wider.groups == wanting.groups else _Answer.to(ask, wider, {})
    if answer.total or len(wider.groups) == 1 or _count(wider):
        return wider, answer
    loose = any_of_it(wider)
    return loose, _Answer.to(ask, loose, {})


@dataclass(frozen=True, slots=True)
class _OnPage:
    """One listing of the page, before it is read."""

    listing: int
    certain: bool
    metres: int | None


@dataclass(frozen=True, slots=True)
class _Group:
    """So many listings that are alike in all that is counted."""

    kind: str
    yes: int
    no: int
    uncertain: int  # 1 where something wished for is unknown, 2 more: no hours
    count: int


@dataclass(frozen=True, slots=True)
class _Answer:
    """Everything counted out, and the page in its order."""

    groups: tuple[_Group, ...] = ()
    page: tuple[_OnPage, ...] = ()

    @classmethod
    def to(cls, ask: Ask, wanting: Wanting, spelling: Spelling) -> "_Answer":
        """Ask the data base."""
        if wanting.lost:
            return cls()
        rows = _rows(
            answering(
                Asked(ask=ask, wanting=wanting, rarest=_rarest(wanting, spelling))
            )
        )
        page = sorted((row for row in rows if row[0] == PAGE), key=lambda row: row[4])
        return cls(
            groups=tuple(_Group(*row[1:6]) for row in rows if row[0] != PAGE),
            page=tuple(
                _OnPage(row[2], not row[3], _metres(ask.near, row[6])) for row in page
            ),
        )

    @property
    def timely(self) -> tuple[_Group, ...]:
        """Leave out those whose hours nobody knows."""
        return tuple(group for group in self.groups if group.uncertain < _UNTIMED)

    @property
    def total(self) -> int:
        """Count the answers."""
        return sum(group.count for group in self.timely)

    def found(self, ask: Ask, wanting: Wanting) -> Found:
        """Read the page's listings and put everything together."""
        timely = self.timely
        return Found(
            hits=_hits(self.page, has_place=ask.near is not None),
            total=self.total,
            certain=sum(group.count for group in timely if not group.uncertain),
            hours_unknown=sum(group.count for group in self.groups) - self.total,
            facets=Facets(kinds=_kinds(timely), facts=_facts(timely)),
            understood=wanting.corrections,
        )


def _count(wanting: Wanting) -> int:
    """Count, up to a few, what answers anywhere, whatever else was wished for."""
    return int(_rows(held_by_few(wanting, few=FEW))[0][0])


def _spelling(wanted: Iterable[str], regions: Sequence[str]) -> Spelling:
    """Look up what the index knows under some keys."""
    held = sorted(wanted)
    if not held:
        return {}
    where = Piece("")
    if regions:
        where = Piece(
            " AND region IN (SELECT code FROM assets_searchcode "
            "WHERE sort = 'region' AND name IN "
        )
        where = where + listed(regions) + Piece(")")
    rows = _rows(
        Piece(
            "SELECT key, surface, token, SUM(listings) FROM assets_searchspelling "
            "WHERE key IN "
        )
        + listed(held)
        + where
        + Piece(" GROUP BY key, surface, token")
    )
    found: dict[str, list[Known]] = {}
    for key, surface, plain, listings in rows:
        known = Known(surface=surface, token=plain, listings=int(listings))
        found.setdefault(key, []).append(known)
    return {key: tuple(known) for key, known in found.items()}


def _rarest(wanting: Wanting, spelling: Spelling) -> int | None:
    """Count the listings that hold the rarest word, where that is known of any."""
    counts = []
    for group in wanting.groups:
        if len(group.alternatives) > 1:
            continue
        (word,) = group.typed[:1]
        held = [
            known.listings for known in spelling.get(word, ()) if known.token == word
        ]
        counts += [max(held)] if held else []
    return min(counts, default=None)


def _rows(piece: Piece) -> list[Any]:
    """Ask the data base one question."""
    with connection.cursor() as cursor:
        cursor.execute(piece.text, piece.values)
        return list(cursor.fetchall())


def _metres(near: Point | None, apart: float) -> int | None:
    """Give the distance in whole metres, where there is one."""
    if near is None or apart >= FAR:
        return None
    return isqrt(round(apart))


def _kinds(groups: Iterable[_Group]) -> tuple[KindCount, ...]:
    """Count the kinds, the commonest first."""
    counts: Counter[str] = Counter()
    for group in groups:
        counts[group.kind] += group.count
    inorder = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(KindCount(kind, count) for kind, count in inorder)


def _facts(groups: Sequence[_Group]) -> tuple[FactCount, ...]:
    """Count every fact that is told of any of them."""
    total = sum(group.count for group in groups)
    yes = _told(groups, lambda group: group.yes)
    no = _told(groups, lambda group: group.no)
    return tuple(
        FactCount(
            field=field,
            yes=yes[field],
            no=no[field],
            unknown=total - yes[field] - no[field],
        )
        for field in FactField
        if yes[field] or no[field]
    )


def _told(
    groups: Iterable[_Group], side: Callable[[_Group], int]
) -> dict[FactField, int]:
    """Count how often each fact stands on one side."""
    masks: Counter[int] = Counter()
    for group in groups:
        masks[side(group)] += group.count
    return {
        field: sum(count for mask, count in masks.items() if mask >> bit & 1)
        for field, bit in BITS.items()
    }


_COLUMNS = (
    "id",
    "asset_id",
    "offer_id",
    "name",
    "kind",
    "holder",
    "latitude",
    "longitude",
    "facts",
    "price_pence",
    "languages",
    "online",
    "always_open",
    "hours_known",
    "told_on",
)
_Listing = tuple[
    int,
    UUID | None,
    UUID | None,
    str,
    str,
    str,
    float | None,
    float | None,
    dict[str, object],
    int | None,
    list[str],
    bool | None,
    bool | None,
    bool,
    date | None,
]


def _hits(page: Sequence[_OnPage], *, has_place: bool) -> tuple[Hit, ...]:
    """Read the listings of a page, in the order of the page."""
    if not page:
        return ()
    wanted = [entry.listing for entry in page]
    rows: dict[int, _Listing] = {
        row[0]: row
        for row in Listing.objects.filter(pk__in=wanted).values_list(*_COLUMNS)
    }
    hits = (_hit(rows[entry.listing], entry) for entry in page if entry.listing in rows)
    return tuple(hits if has_place else (replace(hit, metres=None) for hit in hits))


def _hit(row: _Listing, entry: _OnPage) -> Hit:
    """Read one listing."""
    (
        listing,
        asset,
        offer,
        name,
        kind,
        holder,
        latitude,
        longitude,
        facts,
        price,
        languages,
        online,
        always_open,
        hours_known,
        told_on,
    ) = row
    located = latitude is not None and longitude is not None
    return Hit(
        listing=listing,
        asset=asset,
        offer=offer,
        name=name,
        kind=kind,
        holder=holder,
        point=Point(latitude or 0.0, longitude or 0.0) if located else None,
        metres=entry.metres,
        certain=entry.certain,
        facts=said(facts),
        price_pence=price,
        languages=tuple(languages),
        online=online,
        always_open=always_open,
        hours_known=hours_known,
        told_on=told_on,
    )

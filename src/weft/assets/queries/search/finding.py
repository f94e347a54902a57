"""What answers a question, counted out exactly, with one page of it in order?

Between two and nine statements, however many listings there are: the words looked up,
the whole answer counted with one page of it, the page's listings; and where nothing has
the words, or one of them is rare, whether that is so everywhere, and a wider reading.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
from weft.assets.queries.search.asking import (
    Ask,
    Facets,
    FactCount,
    Found,
    Hit,
    KindCount,
)
from weft.assets.queries.search.marks import in_bits, told
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
"""A word that stands in fewer listings than this may be a slip."""

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
    return answer.found(wanting)


def find_as(ask: Ask, wanting: Wanting) -> Found:
    """Find what answers a question whose words have been read before.

    Parameters
    ----------
    ask
        The question; its words are not read again.
    wanting
        As ``Candidates.wanting`` gives it.
    """
    return _Answer.to(ask, wanting, {}).found(wanting)


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
    if not wanting.in_doubt and _stands(wanting, first, spelling):
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


def _stands(wanting: Wanting, answer: "_Answer", spelling: Spelling) -> bool:
    """Tell whether words may be taken as they stand, without looking more widely.

    They may where many things have them, or where something has them and none of the
    words is rare: a rare word may be a slip that happens to be a word.
    """
    rarest = _rarest(wanting, spelling)
    needed = 1 if rarest is None or rarest >= FEW else FEW
    return answer.total >= needed or _count(wanting) >= needed


@dataclass(frozen=True, slots=True)
class _OnPage:
    """One listing of the page, before it is read."""

    listing: int
    certain: bool
    metres: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tally:
    """Everything counted out."""

    total: int = 0
    certain: int = 0
    hours_unknown: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    yes: Mapping[int, int] = field(default_factory=dict)  # by all facts told as yes
    no: Mapping[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[tuple[Any, ...]]) -> "_Tally":
        """Add up rows, each of which counts what is alike in all that is counted."""
        total = certain = unknown = 0
        kinds: dict[str, int] = {}
        yes: dict[int, int] = {}
        no: dict[int, int] = {}
        for _, kind, told_yes, told_no, uncertain, count, _ in rows:
            if uncertain >= _UNTIMED:
                unknown += count
                continue
            total += count
            certain += 0 if uncertain else count
            kinds[kind] = kinds.get(kind, 0) + count
            yes[told_yes] = yes.get(told_yes, 0) + count
            no[told_no] = no.get(told_no, 0) + count
        return cls(
            total=total,
            certain=certain,
            hours_unknown=unknown,
            kinds=kinds,
            yes=yes,
            no=no,
        )

    def facets(self) -> Facets:
        """Show the counts: kinds with most first, facts in their order."""
        inorder = sorted(self.kinds.items(), key=lambda item: (-item[1], item[0]))
        yes, no = _by_fact(self.yes), _by_fact(self.no)
        facts = (
            FactCount(
                field=one,
                yes=yes.get(one, 0),
                no=no.get(one, 0),
                unknown=self.total - yes.get(one, 0) - no.get(one, 0),
            )
            for one in FactField
            if one in yes or one in no
        )
        return Facets(
            kinds=tuple(KindCount(kind, count) for kind, count in inorder),
            facts=tuple(facts),
        )


@dataclass(frozen=True, slots=True)
class _Answer:
    """Everything counted out, and the page in its order."""

    tally: _Tally = field(default_factory=_Tally)
    page: tuple[_OnPage, ...] = ()

    @classmethod
    def to(cls, ask: Ask, wanting: Wanting, spelling: Spelling) -> "_Answer":
        """Ask the data base."""
        if wanting.lost:
            return cls()
        asked = Asked(ask=ask, wanting=wanting, rarest=_rarest(wanting, spelling))
        rows = _rows(answering(asked))
        page = sorted((row for row in rows if row[0] == PAGE), key=lambda row: row[4])
        return cls(
            _Tally.of(row for row in rows if row[0] != PAGE),
            tuple(
                _OnPage(row[2], not row[3], _metres(ask.near, row[6])) for row in page
            ),
        )

    @property
    def total(self) -> int:
        """Count the answers."""
        return self.tally.total

    def found(self, wanting: Wanting) -> Found:
        """Read the page's listings and put everything together."""
        return Found(
            hits=_hits(self.page),
            total=self.tally.total,
            certain=self.tally.certain,
            hours_unknown=self.tally.hours_unknown,
            facets=self.tally.facets(),
            understood=wanting.corrections,
        )


def _by_fact(masks: Mapping[int, int]) -> dict[FactField, int]:
    """Count how often each fact stands among sets of facts."""
    counts: Counter[FactField] = Counter()
    for mask, count in masks.items():
        for one in in_bits(mask):
            counts[one] += count
    return counts


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


_HIT = Piece(
    "SELECT l.id, l.asset_id, l.offer_id, l.name, l.kind, l.holder, l.latitude, "
    "l.longitude, l.price_pence, l.languages, l.online, l.always_open, l.hours_known, "
    "l.told_on, f.told_yes, f.told_no FROM assets_listing l "
    "JOIN assets_findable f ON f.listing_id = l.id WHERE l.id IN "
)


def _hits(page: Sequence[_OnPage]) -> tuple[Hit, ...]:
    """Read the listings of a page, in the order of the page."""
    if not page:
        return ()
    rows = {row[0]: row for row in _rows(_HIT + listed([one.listing for one in page]))}
    return tuple(_hit(rows[one.listing], one) for one in page if one.listing in rows)


def _hit(row: tuple[Any, ...], entry: _OnPage) -> Hit:
    """Read one listing; the data bases give keys, yeses and days in their own ways."""
    (listing, asset, offer, name, kind, holder, latitude, longitude, *rest) = row
    price, languages, online, always_open, hours_known, told_on, yes, no = rest
    return Hit(
        listing=listing,
        asset=_key(asset),
        offer=_key(offer),
        name=name,
        kind=kind,
        holder=holder,
        point=None if latitude is None else Point(latitude, longitude),
        metres=entry.metres,
        certain=entry.certain,
        facts=told(yes, no),
        price_pence=price,
        languages=_languages(languages),
        online=_yes(online),
        always_open=_yes(always_open),
        hours_known=bool(hours_known),
        told_on=date.fromisoformat(told_on) if isinstance(told_on, str) else told_on,
    )


def _languages(text: str) -> tuple[str, ...]:
    """Read a list of languages; most listings have none."""
    return () if text == "[]" else tuple(json.loads(text))


def _key(value: str | UUID | None) -> UUID | None:
    """Read a key: SQLite keeps its letters."""
    return UUID(value) if isinstance(value, str) else value


def _yes(value: int | None) -> bool | None:
    """Read yes, no or unknown: SQLite keeps 1, 0 and nothing."""
    return None if value is None else bool(value)

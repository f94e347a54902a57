"""What answers a question, counted out exactly, with one page of it in order?

Between two and nine statements, however many listings there are: the words looked up,
the whole answer counted with one page of it, the page's listings; and where nothing has
the words, or one of them is rare, whether that is so everywhere, and a wider reading.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import isqrt

from weft.assets.domain.spelling import Known, Spelling
from weft.assets.domain.vocabulary import vocabulary
from weft.assets.domain.wanting import (
    Wanting,
    all_known,
    any_of_it,
    as_said,
    keys,
    one_slip_wider,
    plain_keys,
    spacing_keys,
)
from weft.assets.queries.search.asking import (
    Ask,
    Found,
)
from weft.assets.queries.search.conditions import FAR
from weft.assets.queries.search.counting import Tally
from weft.assets.queries.search.hits import OnPage, hits_of
from weft.assets.queries.search.matching import Piece, listed, rows
from weft.assets.queries.search.statements import (
    PAGE,
    Asked,
    answering,
    held_by_few,
)
from weft.commons.places import Point

FEW = 10
"""A word that stands in fewer listings than this may be a slip."""


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
    return _Answer.to(ask, wanting).found(wanting)


def understood(ask: Ask) -> Wanting:
    """Read the words of a question, as ``find`` does, without answering it."""
    return _read(replace(ask, first=0, most=0))[0] if ask.words else Wanting()


def _read(ask: Ask) -> tuple[Wanting, "_Answer"]:
    """Read the words as they stand and, where few have them, more widely."""
    if not ask.words:
        return Wanting(), _Answer.to(ask, Wanting())
    words, known = ask.words, vocabulary()
    spelling = _spelling(plain_keys(words), ask.regions)
    if not all_known(words, spelling, known):
        spelling = _spelling(keys(words), ask.regions)
    wanting = as_said(words, spelling, known)
    rarest = _rarest(wanting, spelling)
    first = _Answer.to(ask, wanting, rarest)
    if not wanting.in_doubt and (not wanting.groups or _stands(wanting, first, rarest)):
        return wanting, first
    wide_keys = keys(words) | spacing_keys(words)
    wider = one_slip_wider(words, _spelling(wide_keys, ask.regions), known)
    if not wider.groups:
        return wider, first
    answer = first if wider.groups == wanting.groups else _Answer.to(ask, wider)
    if answer.total or len(wider.groups) == 1 or _count(wider):
        return wider, answer
    loose = any_of_it(wider)
    return loose, _Answer.to(ask, loose)


def _stands(wanting: Wanting, answer: "_Answer", rarest: int | None) -> bool:
    """Tell whether words may be taken as they stand, without looking more widely.

    They may where many things have them, or where something has them and none of the
    words is rare: a rare word may be a slip that happens to be a word.
    """
    needed = 1 if rarest is None or rarest >= FEW else FEW
    return answer.total >= needed or _count(wanting) >= needed


@dataclass(frozen=True, slots=True)
class _Answer:
    """Everything counted out, and the page in its order."""

    tally: Tally = field(default_factory=Tally)
    page: tuple[OnPage, ...] = ()

    @classmethod
    def to(cls, ask: Ask, wanting: Wanting, rarest: int | None = None) -> "_Answer":
        """Ask the data base."""
        if wanting.lost:
            return cls()
        asked = Asked(ask=ask, wanting=wanting, rarest=rarest)
        found = rows(answering(asked))
        page = sorted((row for row in found if row[0] == PAGE), key=lambda row: row[4])
        return cls(
            Tally.of(row for row in found if row[0] != PAGE),
            tuple(
                OnPage(row[2], not row[3], _metres(ask.near, row[6])) for row in page
            ),
        )

    @property
    def total(self) -> int:
        """Count the answers."""
        return self.tally.total

    def found(self, wanting: Wanting) -> Found:
        """Read the page's listings and put everything together."""
        return Found(
            hits=hits_of(self.page),
            total=self.tally.total,
            certain=self.tally.certain,
            hours_unknown=self.tally.hours_unknown,
            facets=self.tally.facets(),
            understood=wanting.corrections,
        )


def _count(wanting: Wanting) -> int:
    """Count, up to a few, what answers anywhere, whatever else was wished for."""
    return int(rows(held_by_few(wanting, few=FEW))[0][0])


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
    standing = rows(
        Piece(
            "SELECT key, surface, token, SUM(listings) FROM assets_searchspelling "
            "WHERE key IN "
        )
        + listed(held)
        + where
        + Piece(" GROUP BY key, surface, token")
    )
    found: dict[str, list[Known]] = {}
    for key, surface, plain, listings in standing:
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


def _metres(near: Point | None, apart: float) -> int | None:
    """Give the distance in whole metres, where there is one."""
    if near is None or apart >= FAR:
        return None
    return isqrt(round(apart))

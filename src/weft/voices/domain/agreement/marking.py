"""Did people mark the same words, and did they put the same code to them?

Two questions, kept apart. *What was marked*: every character of a text that two or more
read, marked or not. *Which code*: only the characters that two or more marked, code by
code. Both are alpha with the character as its unit, after the measures for texts that
nobody cut up beforehand (Krippendorff, Mathet, Bouvry and Widlöcher, Quality and
Quantity 50, 2016: relevance, and coding where both found something relevant); his are
reckoned from lengths and lack the correction for few units. Neighbouring characters are
not alone, so intervals draw whole texts (what was marked) or whole runs of jointly
marked text (which code).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from weft.voices.domain.agreement.intervals import USUAL, Chance
from weft.voices.domain.agreement.krippendorff import agreed
from weft.voices.domain.agreement.ratings import (
    PAIR,
    Agreed,
    Floats,
    Ints,
    Metric,
    coincidences,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text, and who read it whole: of them, not to have marked is an answer."""

    key: str
    length: int  # code points
    read_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """That somebody marked some words, and put a code to them or none."""

    text: str
    start: int
    end: int  # exclusive
    coder: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTalkAbout:
    """A stretch that some hold differently: a place to talk, and nobody is named.

    Attributes
    ----------
    code
        None where it is whether to mark the words at all.
    holding, of
        How many put the code there (or marked it), of how many.
    """

    text: str
    start: int
    end: int
    code: str | None
    holding: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCode:
    """How far people agree on one code, where they marked the same words."""

    code: str
    agreed: Agreed
    used: (
        float  # share of judgements that put it there: far from a half, alpha is harsh
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What two or more people marked, laid beside each other."""

    marked: Agreed
    codes: tuple[OfCode, ...]
    talk: tuple[ToTalkAbout, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A stretch within which nobody begins or ends a mark."""

    text: int
    start: int
    end: int
    codes: dict[str, frozenset[str] | None]  # of each who read it; None: not marked


def compared(
    texts: Sequence[Text], marks: Sequence[Mark], *, chance: Chance | None = USUAL
) -> Compared:
    """Lay beside each other what people marked.

    Parameters
    ----------
    texts
        Whatever was read; marks on others are an error.
    marks
        In any order; those of one person may overlap.

    Raises
    ------
    ValueError
        When a mark is on no text, by nobody who read it, or beyond its end.
    """
    _refuse_strays(texts, marks)
    pieces = list(_pieces(texts, marks))
    coders = sorted({one for text in texts for one in text.read_by})
    was = _table(pieces, coders, None)
    lengths = _lengths(pieces)
    of_text = np.array([piece.text for piece in pieces], dtype=np.int64)
    codes = sorted({one.code for one in marks if one.code is not None})
    runs = _runs(pieces)
    told = [
        (code, _table(pieces, coders, code))
        for code in codes
        if any(_holders(piece, code) for piece in pieces)
    ]
    return Compared(
        marked=_agreed(was, lengths, of_text, chance),
        codes=tuple(
            _of_code(code, table, lengths, runs, chance) for code, table in told
        ),
        talk=tuple(_to_talk_about(texts, pieces, codes)),
    )


def _refuse_strays(texts: Sequence[Text], marks: Sequence[Mark]) -> None:
    """Refuse marks that cannot be."""
    known = {text.key: text for text in texts}
    for mark in marks:
        text = known.get(mark.text)
        if text is None or mark.coder not in text.read_by:
            raise ValueError("Each mark is on a text that its coder read.")
        if not 0 <= mark.start < mark.end <= text.length:
            raise ValueError("Each mark lies within its text.")


def _pieces(texts: Sequence[Text], marks: Sequence[Mark]) -> Iterator[_Piece]:
    """Cut every text wherever somebody begins or ends a mark."""
    of: dict[str, list[Mark]] = defaultdict(list)
    for mark in sorted(marks, key=lambda mark: mark.start):
        of[mark.text].append(mark)
    for at, text in enumerate(texts):
        mine = of[text.key]
        cuts = sorted(
            {0, text.length} | {end for one in mine for end in (one.start, one.end)}
        )
        running: list[Mark] = []
        coming = iter([*mine, None])
        following = next(coming)
        for start, end in pairwise(cuts):
            running = [mark for mark in running if mark.end > start]
            while following is not None and following.start <= start:
                running.append(following)
                following = next(coming)
            yield _Piece(text=at, start=start, end=end, codes=_codes(text, running))


def _codes(text: Text, running: Sequence[Mark]) -> dict[str, frozenset[str] | None]:
    """Say what each reader put to a stretch."""
    told: dict[str, frozenset[str] | None] = dict.fromkeys(text.read_by)
    for mark in running:
        code = {mark.code} if mark.code is not None else set()
        told[mark.coder] = (told[mark.coder] or frozenset()) | code
    return told


def _table(pieces: Sequence[_Piece], coders: Sequence[str], code: str | None) -> Floats:
    """Say of each person and stretch: 1 there, 0 not, nan not asked.

    Without a code it is asked whether the words were marked; with one, whether those
    who marked them put it there.
    """
    table = np.full((len(coders), len(pieces)), np.nan)
    row = {coder: at for at, coder in enumerate(coders)}
    for column, piece in enumerate(pieces):
        for coder, codes in piece.codes.items():
            if code is None:
                table[row[coder], column] = codes is not None
            elif codes is not None:
                table[row[coder], column] = code in codes
    return table


def _lengths(pieces: Sequence[_Piece]) -> Floats:
    return np.array([piece.end - piece.start for piece in pieces], dtype=np.float64)


def _agreed(
    table: Floats, lengths: Floats, blocks: Ints, chance: Chance | None
) -> Agreed:
    counted = coincidences(table, lengths)
    return agreed(counted, Metric.NOMINAL, blocks=blocks, chance=chance)


def _of_code(
    code: str, table: Floats, lengths: Floats, runs: Ints, chance: Chance | None
) -> OfCode:
    """Say how far people agree on a code."""
    counted = coincidences(table, lengths)
    met = counted.met.sum(axis=0)
    used = float(met[counted.values == 1].sum() / met.sum()) if met.sum() else 0.0
    told = agreed(counted, Metric.NOMINAL, blocks=runs, chance=chance)
    return OfCode(code=code, agreed=told, used=used)


def _marking(piece: _Piece) -> int:
    return sum(codes is not None for codes in piece.codes.values())


def _holders(piece: _Piece, code: str) -> int:
    """Count who put a code to a stretch; 0 where fewer than two marked it."""
    if _marking(piece) < PAIR:
        return 0
    return sum(code in codes for codes in piece.codes.values() if codes is not None)


def _runs(pieces: Sequence[_Piece]) -> Ints:
    """Give each stretch the number of its run: text that two marked without a break."""
    told, run, within, text = [], 0, False, -1
    for piece in pieces:
        together = _marking(piece) >= PAIR
        run += not (together and within and piece.text == text)
        within, text = together, piece.text
        told.append(run)
    return np.array(told, dtype=np.int64)


def _to_talk_about(
    texts: Sequence[Text], pieces: Sequence[_Piece], codes: Sequence[str]
) -> Iterator[ToTalkAbout]:
    """List each stretch held differently, in the order of the texts, joined up."""
    for code in (None, *codes):
        last: ToTalkAbout | None = None
        for piece in pieces:
            of = len(piece.codes) if code is None else _marking(piece)
            holding = _marking(piece) if code is None else _holders(piece, code)
            if of < PAIR or not 0 < holding < of:
                continue
            now = ToTalkAbout(
                text=texts[piece.text].key,
                start=piece.start,
                end=piece.end,
                code=code,
                holding=holding,
                of=of,
            )
            if last is not None and _goes_on(last, now):
                last = _joined(last, now)
                continue
            if last is not None:
                yield last
            last = now
        if last is not None:
            yield last


def _goes_on(last: ToTalkAbout, now: ToTalkAbout) -> bool:
    return (last.text, last.end, last.holding, last.of) == (
        now.text,
        now.start,
        now.holding,
        now.of,
    )


def _joined(last: ToTalkAbout, now: ToTalkAbout) -> ToTalkAbout:
    return ToTalkAbout(
        text=last.text,
        start=last.start,
        end=now.end,
        code=last.code,
        holding=last.holding,
        of=last.of,
    )

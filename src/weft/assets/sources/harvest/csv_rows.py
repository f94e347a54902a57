"""How is a row of a list known again when the list comes anew?

A spreadsheet has no numbers of its own, and a line moves when another is put above it.
So a thing is known by its words: a group by its name, a place by name and postcode, an
offer by its name, group and place, and where several have these alike, by which of them
it is from the top.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from pathlib import Path

from weft.assets.domain.kinds import INTANGIBLE, AssetKind, Visibility
from weft.assets.domain.sheets import RowRead, SheetRead, gathered
from weft.assets.domain.told import AssetTold, OfferTold
from weft.assets.sources.spreadsheet import read_sheet
from weft.ground.domain.named import folded
from weft.ground.domain.postcode import compact


def read(path: Path, *, today: date) -> SheetRead:
    """Read the file."""
    return read_sheet(path, today=today)


def told(
    rows: Iterable[RowRead], *, by: str
) -> tuple[list[AssetTold], list[OfferTold]]:
    """Give what the rows tell, each thing by a reference that stays."""
    assets, offers = gathered([row for row in rows if not row.why])
    known = {one.reference: _of_asset(one) for one in assets}
    mine = [_offer(one, known, by) for one in offers]
    things = {known[one.reference]: one for one in reversed(assets)}  # the first of two
    told_once = [_asset(one, known, by) for one in reversed(things.values())]
    return told_once, list(_told_apart(mine))


def _told_apart(offers: Iterable[OfferTold]) -> Iterator[OfferTold]:
    """Tell apart what has the same words by a number; the same twice over is one."""
    alike: dict[str, list[OfferTold]] = {}
    for one in offers:
        others = alike.setdefault(one.reference, [])
        if one in others:
            continue
        others.append(one)
        nth = len(others)
        yield replace(one, reference=f"{one.reference}-{nth}") if nth > 1 else one


def _asset(one: AssetTold, known: dict[str, str], by: str) -> AssetTold:
    """Give a thing by its reference; a list of others is nobody's own yes."""
    may_be_seen = one.visibility
    if one.kind is AssetKind.PERSON:
        may_be_seen = Visibility.HIDDEN
    elif one.kind in INTANGIBLE and may_be_seen is Visibility.PUBLIC:
        may_be_seen = Visibility.KNOWN
    led = (tie for tie in one.ties if not tie.to or tie.to in known)
    return replace(
        one,
        reference=known[one.reference],
        told_by=by,
        visibility=may_be_seen,
        channels_allowed=() if one.kind in INTANGIBLE else one.channels_allowed,
        ties=tuple(replace(tie, to=known.get(tie.to, "")) for tie in led),
        facts=tuple(replace(fact, told_by=by) for fact in one.facts),
    )


def _offer(one: OfferTold, known: dict[str, str], by: str) -> OfferTold:
    group, place = known.get(one.group, ""), known.get(one.place, "")
    return replace(
        one,
        reference=_known_by("offer", folded(one.name), group, place),
        group=group,
        place=place,
        told_by=by,
        facts=tuple(replace(fact, told_by=by) for fact in one.facts),
    )


def _of_asset(one: AssetTold) -> str:
    if one.kind is AssetKind.PLACE:
        return _known_by("place", folded(one.name), compact(one.postcode))
    return _known_by(str(one.kind), folded(one.name))


def _known_by(what: str, *words: str) -> str:
    """Make a reference of words."""
    told = "\n".join(words).encode()
    return f"{what}-{blake2b(told, digest_size=10).hexdigest()}"

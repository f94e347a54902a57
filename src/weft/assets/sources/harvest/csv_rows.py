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

from weft.assets.domain.kinds import AssetKind
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
    return [_asset(one, known, by) for one in assets], list(_told_apart(mine))


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
    return replace(
        one,
        reference=known[one.reference],
        told_by=by,
        ties=tuple(replace(tie, to=known.get(tie.to, tie.to)) for tie in one.ties),
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

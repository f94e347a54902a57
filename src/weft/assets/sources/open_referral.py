"""Which services do feeds of Open Referral UK tell of, read from their pages as files?

Each file is a page, a list, one service or newline-delimited JSON. A service that
several pages hold is taken once. People's own data (contacts, e-mail) are never taken,
and the ledger says how often a publisher had put them there.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from weft.assets.domain.told import AssetTold, OfferTold, Told
from weft.assets.exchange.openreferral import taken_from
from weft.assets.sources.postcode_points import PostcodePoints, as_said
from weft.commons.errors import FileNotUnderstood
from weft.commons.files import open_json, open_lines
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading
from weft.standards.openreferral import (
    NO_SERVICES,
    Complaint,
    ServicesRead,
    read_document,
)


@dataclass(slots=True)
class _Gathered:
    """What all pages together tell."""

    assets: dict[str, AssetTold] = field(default_factory=dict)
    offers: dict[str, OfferTold] = field(default_factory=dict)
    services: set[str] = field(default_factory=set)
    complaints: list[Complaint] = field(default_factory=list)
    never_taken: Counter[str] = field(default_factory=Counter)
    not_read: Counter[str] = field(default_factory=Counter)


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[Told]:
    """Read every page.

    Raises
    ------
    FileNotUnderstood
        When a file is not JSON, or holds no services and no page of any.
    """
    tally, gathered = Tally(), _Gathered()
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), "reading services")
        _gather(_read_file(path), gathered, tally, asked.origin.publisher)
    points = PostcodePoints(asked)
    assets = tuple(_placed(gathered.assets.values(), points))
    points.tell(tally)
    _tell(gathered, tally)
    content = Told(assets=assets, offers=tuple(gathered.offers.values()))
    return Reading(asked=asked, content=content, tally=tally)


def _read_file(path: Path) -> ServicesRead:
    """Read one file."""
    if path.suffix in {".ndjson", ".jsonl"}:
        lines = "\n".join(text for _, text in open_lines(path))
        return read_document(lines, name=path.name)
    read = read_document(open_json(path), name=path.name)
    if any(one.problem == NO_SERVICES for one in read.complaints):
        raise FileNotUnderstood(
            NO_SERVICES,
            file=path.name,
            remedy="Save pages of /services, or single services, of an ORUK 3.0 feed.",
        )
    return read


def _gather(read: ServicesRead, all_of: _Gathered, tally: Tally, by: str) -> None:
    """Put a page to the others."""
    all_of.complaints.extend(read.complaints)
    all_of.never_taken.update(read.never_taken)
    all_of.not_read.update(read.not_read)
    for service in read.services:
        if service.id in all_of.services:
            tally.leave_out("told twice: the same service on another page")
            continue
        all_of.services.add(service.id)
        tally.use()
        taken = taken_from(service, told_by=by)
        for asset in (taken.group, *taken.places):
            if asset is not None:
                all_of.assets.setdefault(asset.reference, asset)
        for offer in taken.offers:
            all_of.offers.setdefault(offer.reference, offer)


def _placed(assets: Iterable[AssetTold], points: PostcodePoints) -> Iterator[AssetTold]:
    """Put places that came without coordinates where their postcode is."""
    for asset in assets:
        if asset.postcode and asset.point is None:
            found = points.of(asset.postcode)
            yield replace(asset, point=found, postcode=as_said(asset.postcode))
        else:
            yield asset


def _tell(gathered: _Gathered, tally: Tally) -> None:
    """Write complaints into the ledger: services lost apart from parts of services."""
    for complaint in gathered.complaints:
        lost = complaint.problem.startswith(("no id", "no name", "this is"))
        if lost:
            tally.complain(complaint.problem, example=complaint.where)
        elif len(tally.examples) < Tally.MOST_EXAMPLES:
            tally.examples.append(f"{complaint.where}: {complaint.problem}")
    total = tally.rows_read
    parts = Counter(one.problem for one in gathered.complaints)
    for problem, count in sorted(parts.items()):
        tally.joined(f"not read: {problem}", hits=count, of=total)
    for name, count in sorted(gathered.never_taken.items()):
        tally.joined(f"never taken: {name}", hits=count, of=total)
    for name, count in sorted(gathered.not_read.items()):
        tally.joined(f"field not used: {name}", hits=count, of=total)

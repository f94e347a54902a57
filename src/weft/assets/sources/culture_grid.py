"""Which museums, galleries and archives did the Culture Grid list in 2014?

The list ended; it is as old as the stamp on each row, and says so wherever it is shown.
What it says of getting in is kept word for word; «wheelchair access» is taken as
step-free only where nothing takes it back («to the ground floor only»). Its libraries
are left out: newer lists know them.
"""

from datetime import date, datetime

from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.place_kinds import PlaceKind, place_kinds
from weft.assets.domain.told import AssetTold, FactTold, Told, in_words, yes_or_no
from weft.assets.sources.postcode_points import PostcodePoints, as_said
from weft.commons.files import Row, open_rows
from weft.commons.places import Point
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading
from weft.ground.domain.named import folded

TOLD_BY = "Culture Grid"
NEEDED = ("title", "postcode", "latitude", "longitude", "timestamp")
_TAKEN_BACK = ("only", "most of", "partial", "limited", "two days in advance")


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[Told]:
    """Read the list.

    Raises
    ------
    FileNotUnderstood
        When it has not the headings of the list.
    """
    tally, points = Tally(), PostcodePoints(asked)
    assets: list[AssetTold] = []
    seen: set[str] = set()
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), "reading the Culture Grid")
        with open_rows(path, needed=NEEDED) as rows:
            for row in rows:
                asset = _asset(row, points, tally, seen)
                if asset is not None:
                    assets.append(asset)
    points.tell(tally)
    return Reading(asked=asked, content=Told(assets=tuple(assets)), tally=tally)


def _asset(
    row: Row, points: PostcodePoints, tally: Tally, seen: set[str]
) -> AssetTold | None:
    """Take one row, or count why not."""
    name = row.text("title")
    reference = f"{folded(name)}/{row.text('postcode').replace(' ', '').upper()}"
    if not name:
        tally.complain("no name", example=f"line {row.line}")
    elif "library" in folded(name).split() or "libraries" in folded(name).split():
        tally.leave_out("a library: newer lists know it")
    elif reference in seen:
        tally.leave_out("told twice")
    else:
        seen.add(reference)
        tally.use()
        return _place(row, name, reference, points)
    return None


def _place(row: Row, name: str, reference: str, points: PostcodePoints) -> AssetTold:
    """Take one row as a place of 2014."""
    kind, told_on = _kind(name), _day(row.text("timestamp"))
    return AssetTold(
        reference=reference,
        kind=AssetKind.PLACE,
        name=name,
        place_kind=kind.key,
        summary=row.text("description"),
        mix=kind.mix,
        point=_point(row) or points.of(row.text("postcode")),
        address=", ".join(row.text("institution_address").splitlines()),
        postcode=as_said(row.text("postcode")),
        website=_website(row.text("website")),
        told_by=TOLD_BY,
        told_on=told_on,
        facts=(
            *_access(row.text("disabled_access"), told_on),
            *in_words(
                WordField.ACCESS,
                " ".join(row.text("disabled_access").split()),
                by=TOLD_BY,
                on=told_on,
            ),
        ),
    )


def _kind(name: str) -> PlaceKind:
    """Tell a gallery, an archive and a historic house from a museum, by the name."""
    words = set(folded(name).split())
    if words & {"gallery", "galleries"}:
        return place_kinds()["gallery"]
    if words & {"house", "hall", "castle", "abbey"} and "museum" not in words:
        return place_kinds()["heritage_site"]
    return place_kinds()["museum"]


def _access(told: str, told_on: date | None) -> tuple[FactTold, ...]:
    """Read the words on getting in; what is not said stays unknown."""
    plain = told.lower()
    open_to_chairs = "wheelchair access" in plain or "disabled access" in plain
    step_free = open_to_chairs and not any(word in plain for word in _TAKEN_BACK)
    toilet = "accessible toilet" in plain or "toilet" in plain
    loop = "loop system" in plain
    parking = "disabled parking" in plain
    said = (
        (FactField.STEP_FREE, step_free),
        (FactField.ACCESSIBLE_TOILET, toilet),
        (FactField.HEARING_LOOP, loop),
        (FactField.PARKING, parking),
    )
    return tuple(
        fact
        for field, is_so in said
        for fact in yes_or_no(field, is_so or None, by=TOLD_BY, on=told_on)
    )


def _point(row: Row) -> Point | None:
    """Read where it is, if the row says."""
    latitude, longitude = row.number("latitude"), row.number("longitude")
    return Point(latitude, longitude) if latitude and longitude else None


def _website(told: str) -> str:
    """Write an address so that it leads somewhere."""
    if not told or "@" in told:
        return ""
    return told if told.startswith(("http://", "https://")) else f"https://{told}"


def _day(stamp: str) -> date | None:
    """Read the day of a stamp such as 2014-03-23T21:13:03.552Z."""
    try:
        return datetime.fromisoformat(stamp).date()
    except ValueError:
        return None

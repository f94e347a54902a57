"""How are choices and places told to a machine, field by field (docs/api)?"""

from datetime import date, datetime

from django.urls import reverse

from weft.access.domain.fit import Plane
from weft.access.queries import Choice, Gets
from weft.assets.queries import Listed
from weft.commons.crisis import HelpLine, heard, lines_for
from weft.commons.times import Window
from weft.need.queries import NeedFigure
from weft.shell.openly import Json
from weft.web.finding import Finding
from weft.web.placing import Place

PLANES = {Plane.CERTAIN: "certain", Plane.POSSIBLE: "possible"}


def choices_as_json(finding: Finding, *, address: str) -> Json:
    """Tell what fits and why not the others; never where somebody starts exactly."""
    found, asked = finding.found, finding.asked
    return {
        "help_now": [_line(one) for one in lines_for(heard(*asked.written))],
        "from": {"name": finding.start.name, "area": finding.start.area or None},
        "week": asked.week.monday.isoformat(),
        "free": [_window(one) for one in finding.free],
        "estimated": finding.found.basis.value,
        "page": address,
        "total": len(found.fits),
        "certain": len(found.certain),
        "possible": len(found.possible),
        "fits": [_choice(one) for one in found.fits[: asked.most]],
        "others": [_gets(one) for one in found.others],
        "hours_unknown": found.hours_unknown,
        "total_near": found.total_near,
        "understood": [
            {"typed": one.typed, "done": one.done.value, "words": list(one.words)}
            for one in found.understood
        ],
    }


def _line(line: HelpLine) -> Json:
    return {
        "name": line.name,
        "says": line.says,
        "number": line.number or None,
        "text": line.text or None,
        "hours": line.hours,
        "checked": line.checked or None,
    }


def _choice(one: Choice) -> Json:
    return {
        **_thing(one.offer is not None, str(one.offer or one.asset)),
        "name": one.name,
        "kind": one.kind,
        "holder": one.holder or None,
        "plane": PLANES[one.plane],
        "from_till": _window(one.window) if one.window else None,
        "any_time": one.any_time,
        "leave": _moment(one.leave),
        "home_by": _moment(one.home_by),
        "minutes_there": one.minutes_there,
        "minutes_back": one.minutes_back,
        "way": one.way.value if one.way else None,
        "way_back": one.trip.way_back.value if one.trip else None,
        "metres": one.metres,
        "latitude": one.point.latitude if one.point else None,
        "longitude": one.point.longitude if one.point else None,
        "price_pence": one.price_pence,
        "languages": list(one.languages),
        "facts": [
            {
                "field": fact.field.value,
                "value": fact.value,
                "told_on": _day(fact.told_on),
            }
            for fact in one.facts
        ],
        "telephone": one.telephone or None,
        "told_on": _day(one.told_on),
        "sureness": one.standing.sureness,
        "sure_until": _day(one.standing.sure_until),
        "confirmed_on": _day(one.standing.confirmed_on),
        "ask": list(one.asks),
        "why": one.why,
    }


def _gets(one: Gets) -> Json:
    return {
        "cause": one.cause.value,
        "field": one.field.value if one.field else None,
        "count": one.count,
        "only": one.only,
        "examples": [
            {
                **_thing(
                    example.offer is not None, str(example.offer or example.asset)
                ),
                "name": example.name,
            }
            for example in one.examples
        ],
    }


def _thing(is_offer: bool, key: str) -> dict[str, Json]:  # noqa: FBT001 one of two kinds
    kind = "offer" if is_offer else "asset"
    return {"type": kind, "id": key, "page": reverse(f"assets:{kind}", args=[key])}


def area_as_json(place: Place) -> Json:
    """Tell what the page of a place tells, in its order: strengths, reach, need."""
    area = place.area
    return {
        "code": area.code,
        "name": area.name,
        "called": area.title,
        "areas": str(area.vintage),
        "region": area.region,
        "latitude": place.middle.latitude,
        "longitude": place.middle.longitude,
        "people": area.people,
        "within": [
            {"code": one.code, "name": one.title, "areas": str(one.vintage)}
            for one in area.within
        ],
        "said": [
            {"about": one.name, "words": one.story, "told_by": one.told_by or None}
            for one in place.stories
        ],
        "within_reach": {
            "estimated": "straight line",
            "week": place.around.week.monday.isoformat(),
            "fits": len(place.fits.certain),
            "hours_unknown": place.around.hours_unknown,
            "hours": [
                {"day": one.day, "hour": one.hour, "things": one.count}
                for one in place.around.known
            ],
        },
        "here": [_listed(one) for one in place.here.listed],
        "missing": [_figure(one) for one in place.missing],
    }


def _listed(one: Listed) -> Json:
    return {
        **_thing(one.offer is not None, str(one.offer or one.asset)),
        "name": one.name,
        "kind": one.kind,
    }


def _figure(one: NeedFigure) -> Json:
    return {
        "key": one.indicator.key,
        "question": one.indicator.question,
        "official_name": one.indicator.official,
        "value": one.here.value,
        "how": one.here.how.value,
        "unit": one.column.unit,
        "elsewhere": [
            {
                "name": other.name,
                "value": other.summary.value,
                "how": other.summary.how.value,
            }
            for other in one.compared
        ],
        "editions": [
            {"year": point.year, "value": point.value} for point in one.points
        ],
        "source": one.about.source_line,
        "licence": one.about.licence,
    }


def _window(window: Window) -> Json:
    return {"from": window.start.isoformat(), "till": window.end.isoformat()}


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None

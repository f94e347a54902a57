"""A page with every component on it, about Tenterdale, a valley that does not exist."""

import random
from datetime import date, time
from pathlib import Path

from django.template import engines
from django.test import RequestFactory

from weft.commons.times import Week, Window, at, window_on
from weft.shell.cloth import Hours, Piece, Visit, Weave, region_week, strip, week
from weft.shell.site import Language, Link, Site

HERE = Path(__file__).parent
WEEK = Week(date(2026, 11, 23))
TUESDAY, THURSDAY = WEEK.days[1], WEEK.days[3]
SITE = Site(
    name="Tenterdale",
    made_up=True,
    telephone="01632 960 114",
    telephone_hours="Monday to Friday, 9 to 5. Say your language, we ring back.",
    menu=(
        Link(words="Find something", address="/"),
        Link(words="Places", address="/places"),
        Link(words="Map", address="/map"),
        Link(words="Open data", address="/open"),
    ),
    foot=(
        Link(words="Open data, and every method", address="/open"),
        Link(words="What we hold about you: nothing", address="/privacy"),
    ),
    languages=tuple(
        Language(code=code, address=f"/?language={code}")
        for code in ("en", "ur", "pa", "pl", "ro", "ar", "gu", "bn", "sk", "uk")
    ),
)
WISHES = (
    "free",
    "step-free",
    "company",
    "quiet",
    "with my toddler",
    "beginners",
    "outdoors",
    "women only",
    "just come and sit",
    "daft, for grown-ups",
)
LONG = "Międzypokoleniowe śpiewanie: everybody sings, Polish and Yorkshire"


def hours(first, last, day=TUESDAY):
    return window_on(day, time(*first), time(*last))


FREE = (hours((12, 45), (15, 0)), hours((12, 30), (15, 15), THURSDAY))


def visit(session, leave, home, weave=Weave.SOLID, free=FREE[0]):
    day = session.start.date()
    return Visit(
        session=session,
        leave=at(day, time(*leave)),
        home_by=at(day, time(*home)),
        weave=weave,
        free=free,
    )


def card(name, when, visit, facts, *, sure=True):
    session = visit.session
    return {
        "name": name,
        "when": when,
        "hours": f"{session.start:%H:%M} to {session.end:%H:%M}",
        "weave": visit.weave,
        "fit": "We know it fits" if visit.weave == "solid" else "Ask first",
        "strip": strip(visit),
        "way": "12 min by bus and 4 on foot; the next bus home is an hour later.",
        "facts": facts,
        "age": "Looked after by Hollin Bridge Clay Circle. Confirmed 3 weeks ago.",
        "fresh": sure,
        "question": not sure,
    }


CLAY = hours((13, 15), (14, 15))
WALK = hours((13, 0), (14, 30), THURSDAY)
SING = hours((12, 45), (13, 45), THURSDAY)


def cards():
    yes = [("yes", "Free"), ("yes", "Step-free"), ("yes", "English, Panjabi, Urdu")]
    no = [("yes", "Outdoors"), ("no", "No toilet on the way"), ("yes", "Room for all")]
    unknown = [
        ("yes", "£2, or what you can"),
        ("unknown", "Step-free: nobody has told us"),
    ]
    return [
        card(
            "Clay at the Old Dye House",
            "Tuesday 24 November",
            visit(CLAY, (12, 55), (14, 50)),
            yes,
        ),
        card(
            "The slow lane: a canal walk with a flask",
            "Thursday 26 November",
            visit(WALK, (12, 46), (14, 44), free=FREE[1]),
            no,
        ),
        card(
            LONG,
            "Thursday 26 November",
            visit(SING, (12, 36), (13, 55), Weave.OPEN, free=None),
            unknown,
            sure=False,
        ),
    ]


def own_week():
    late = Window(at(WEEK.days[4], time(15)), at(WEEK.days[4], time(16, 30)))
    return week(
        WEEK,
        [
            Piece(window=CLAY, weave=Weave.SOLID, name="Clay", mark="1"),
            Piece(window=WALK, weave=Weave.SOLID, name="A canal walk", mark="2"),
            Piece(window=SING, weave=Weave.OPEN, name=LONG, mark="3"),
            Piece(window=late, weave=Weave.DOTTED, name="Knitting"),
        ],
        title="Two things fit, on Tuesday and Thursday; one more to ask about",
        free=FREE,
    )


def region():
    chance = random.Random(11)
    days = []
    for day in range(7):
        busy = (0.5, 0.8, 1.15, 0.9, 0.6, 0.85, 0.25)[day]
        shape = [0, 0, 2, 2, 3, 3, 4, 6, 9, 8, 3, 3, 6, 6, 5, 1, 1, 0]
        known = tuple(round(busy * s * chance.uniform(0.6, 1.3)) for s in shape)
        ask = tuple(chance.choice((0, 0, 1)) for _ in shape) if day > 3 else ()
        days.append(Hours(known=known, ask=ask))
    return region_week(
        days,
        title="Tenterdale this week: thickest on Wednesday afternoon, bare on Sunday",
        of=WEEK,
    )


def page(*, language="en", plots=()):
    """Draw the gallery."""
    env = engines["jinja2"].env
    template = env.from_string((HERE / "gallery.jinja").read_text(encoding="utf-8"))
    return template.render(
        request=RequestFactory().get("/places/x"),
        site=SITE,
        language=Language(code=language),
        week=WEEK,
        wishes=[(wish.replace(" ", "-"), wish) for wish in WISHES],
        crumbs=(
            Link(words="Places", address="/places"),
            Link(words="Hollin Bridge", address="/places/x"),
        ),
        region=region(),
        own_week=own_week(),
        cards=cards(),
        plots=plots,
    )

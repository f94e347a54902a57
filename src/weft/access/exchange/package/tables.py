"""Which tables tell a week of real choice, and what stands in each column?

No number of people of a single area leaves: an area has few. Numbers of people of a
whole region are estimates, to the nearest five.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from weft.access.domain.choice.holding import CONDITIONS, NOW
from weft.access.domain.choice.values import Condition
from weft.access.domain.published import Published
from weft.access.domain.rests_on import RestsOn
from weft.access.exchange.package.beside import tables_beside
from weft.access.exchange.package.told import (
    PEOPLE,
    PLACED,
    PLANES,
    TO,
    Told,
    number,
    text,
    whole,
    yes_no,
)
from weft.commons.disclosure import rounded_estimate
from weft.shell.flat import Cell, Field, Kind

THOUSAND = 1_000
DIGITS = 4
WAYS = [condition.name.lower() for condition in Condition]
COUNTED = {
    "offers": "Offers that could be taken up",
    "groups": "Different groups behind them",
    "kinds": "Different kinds of them",
    "go_with": "Offers where there is somebody to go with",
    "go_with_unknown": "Offers of which nobody knows whether there is",
}
UNITS = {"horizon": "deciseconds", "least_stay": "deciseconds", "enough": "offers"}
RESULTS = (
    *("areas", "lives", "choices", "kinds", "ledger"),
    *("changed", "changes", "hours", "gates", "gates_known", "newcomers"),
    *("offers", "terms"),
)
"""The tables that are reckoned; the others tell from what."""


def tables(
    told: Published, rests: RestsOn, inputs: Sequence[tuple[str, str]]
) -> tuple[Told, ...]:
    """Give every table, in the order of the package."""
    return (
        _areas(told),
        _lives(told, rests),
        Told(
            name="choices",
            about="What each life has within reach in each area.",
            fields=(*PLACED, *_choice_fields()),
            key=("area", "life"),
            rows=lambda: _choices(told),
            leads_to=TO,
        ),
        Told(
            name="kinds",
            about="How many offers of each kind a life has within reach in an area.",
            fields=(
                *PLACED,
                *(
                    whole(
                        f"{_slug(one.kind)}_{plane}", f"Offers of the kind «{one.kind}»"
                    )
                    for plane in PLANES
                    for one in rests.kinds
                ),
            ),
            key=("area", "life"),
            rows=lambda: _kinds(told),
            leads_to=TO,
        ),
        _ledger(told),
        *tables_beside(told, rests),
        *_rest(told, rests, inputs),
    )


def _areas(told: Published) -> Told:
    return Told(
        name="areas",
        about=f"The small areas that were reckoned: {told.areas_of}.",
        fields=(
            text("area", "Its code"),
            whole("tenth", "Tenth by the index of multiple deprivation, 1 the most"),
            whole("rank", "Place in the country by the same index, 1 the most"),
        ),
        key=("area",),
        rows=lambda: (
            (code, tenth or None, rank or None)
            for code, tenth, rank in zip(
                told.areas, told.tenth.tolist(), told.rank.tolist(), strict=True
            )
        ),
    )


def _slug(words: str) -> str:
    return words.replace(" ", "_")


# --- lives by areas ----------------------------------------------------------------


def _choice_fields() -> Iterator[Field]:
    for plane in PLANES:
        for name, words in COUNTED.items():
            yield whole(f"{name}_{plane}", f"{words}, {plane}")
        for way in WAYS:
            yield whole(
                f"more_if_{way}_{plane}", f"More offers if {way} alone were lifted"
            )
        yield yes_no(f"three_{plane}", f"Three real choices, {plane}")
        for way in WAYS:
            yield yes_no(
                f"three_if_{way}_{plane}", f"The same if {way} alone were lifted"
            )
        yield text(
            f"hours_{plane}",
            "The hours of the week in which something is on: 24 bytes in hexadecimal, "
            "the lowest bit first",
        )


def _choices(told: Published) -> Iterator[Sequence[Cell]]:
    choice = told.choice
    for life, slug in enumerate(told.lives):
        planes = [
            (
                choice.counts[life, :, plane].tolist(),
                choice.more[life, :, plane].tolist(),
                _bits(choice.three[life, :, plane]),
                [one.tobytes().hex() for one in choice.hours[life, :, plane]],
            )
            for plane in PLANES.values()
        ]
        for at, code in enumerate(told.areas):
            row: list[Cell] = [code, slug]
            for counts, more, three, hours in planes:
                row += [*counts[at], *more[at], *three[at], hours[at]]
            yield row


def _bits(three: "np.ndarray[tuple[int], np.dtype[np.uint8]]") -> list[list[bool]]:
    """Say «as things stand» first, then by condition; who has three keeps them."""
    order = np.array([NOW, *range(CONDITIONS)])
    told = (three[:, None] >> order) & 1 == 1
    found: list[list[bool]] = (told | told[:, :1]).tolist()
    return found


def _kinds(told: Published) -> Iterator[Sequence[Cell]]:
    for life, slug in enumerate(told.lives):
        both = [told.choice.kinds[life, :, plane].tolist() for plane in PLANES.values()]
        for at, code in enumerate(told.areas):
            yield (code, slug, *both[0][at], *both[1][at])


# --- lives -------------------------------------------------------------------------


def _lives(told: Published, rests: RestsOn) -> Told:
    def rows() -> Iterator[Sequence[Cell]]:
        people = told.told
        for n, slug in enumerate(told.lives):
            here = rounded_estimate(people.people[n] / THOUSAND)
            three = [
                rounded_estimate(people.with_three[n, plane] / THOUSAND)
                for plane in PLANES.values()
            ]
            known = [here, *three] if here else [None] * 3
            yield (slug, rests.lives[n], *known, int(told.unknown[n]))

    return Told(
        name="lives",
        about="How many people live each life, and have three real choices.",
        fields=(
            text("life", "The life, by its file"),
            text("title", "Its title"),
            whole("people", "How many live so; empty where nobody knows", PEOPLE),
            whole("three_certain", "Of them with three real choices, certain", PEOPLE),
            whole(
                "three_possible", "Of them with three real choices, possible", PEOPLE
            ),
            whole("areas_unknown", "In how many areas nobody knows how many live so"),
        ),
        key=("life",),
        rows=rows,
    )


def _ledger(told: Published) -> Told:
    def rows() -> Iterator[Sequence[Cell]]:
        people = told.told
        for n, slug in enumerate(told.lives):
            here = rounded_estimate(people.people[n] / THOUSAND)
            for condition in Condition:
                for name, plane in PLANES.items():
                    more = people.more_with_three[n, plane, condition]
                    mean = float(people.more_offers[n, plane, condition])
                    known = (
                        (rounded_estimate(more / THOUSAND), round(mean, DIGITS))
                        if here
                        else (None, None)
                    )
                    yield (slug, condition.name.lower(), name, *known)

    return Told(
        name="ledger",
        about="What gets in the way: what lifting one condition alone would open.",
        fields=(
            text("life", "The life, by its file"),
            text("condition", "Which of the seven conditions is lifted"),
            text("plane", "certain, or possible"),
            whole("more_people", "More people with three real choices", PEOPLE),
            number("more_offers", "More offers for one of them on average", "offers"),
        ),
        key=("life", "condition", "plane"),
        rows=rows,
        leads_to={"life": TO["life"]},
    )


# --- what it rests on --------------------------------------------------------------


def _rest(
    told: Published, rests: RestsOn, inputs: Sequence[tuple[str, str]]
) -> Iterator[Told]:
    yield Told(
        name="offers",
        about="How much of each kind was on. No offer is named: this stays.",
        fields=(
            text("kind", "The first kind that each was told of"),
            whole("offers", "How many"),
            whole("hours_known", "Of how many somebody knows when they are on"),
            whole("sessions", "In the week"),
            whole("sessions_sure", "Of them on a date that is sure"),
        ),
        key=("kind",),
        rows=lambda: (
            (_slug(one.kind), one.offers, one.hours_known, one.sessions, one.sure)
            for one in rests.kinds
        ),
    )
    yield Told(
        name="terms",
        about="What the result rests on; each may be changed.",
        fields=(
            text("term", "Its name, as in the code"),
            text("value", "As it was"),
            text("unit", "In which unit"),
        ),
        key=("term",),
        rows=lambda: iter(_terms(told)),
    )
    yield Told(
        name="inputs",
        about="The SHA-256 of everything that it was reckoned from.",
        fields=(text("input", "What"), text("sha256", "Its hash")),
        key=("input",),
        rows=lambda: iter(sorted(inputs)),
    )
    yield _sources(rests)


def _terms(told: Published) -> list[tuple[str, str, str]]:
    guessed = ("areas_that_no_street_leads_to", "places_that_no_street_leads_to")
    about = {
        "areas_of": told.areas_of,
        "basis": told.basis,
        "offers": told.offers,
        "offers_of_unknown_hours": told.hours_unknown,
        "areas_without_a_point": told.nowhere,
        **dict(zip(guessed, told.guessed, strict=False)),
        **told.terms,
    }
    return [(name, str(about[name]), UNITS.get(name, "")) for name in sorted(about)]


def _sources(rests: RestsOn) -> Told:
    return Told(
        name="sources",
        about="Every file that was read, whose it is, and of which vintage.",
        fields=(
            text("source", "Its name in the region's file"),
            text("file", "The file's name"),
            text("publisher", "Whose"),
            text("licence", "On what terms"),
            text("edition", "Which edition"),
            Field(name="dated", kind=Kind.DAY, meaning="Of which day"),
            text("vintage", "About which areas of which year"),
            text("address", "Where it is published"),
            whole("bytes", "How large", "bytes"),
            text("sha256", "Its hash"),
        ),
        key=("source", "file"),
        rows=lambda: (
            (
                one.source,
                one.file,
                one.publisher,
                one.licence,
                one.edition,
                one.dated.isoformat() if one.dated else None,
                one.vintage,
                one.address,
                one.bytes,
                one.sha256,
            )
            for one in rests.sources
        ),
    )

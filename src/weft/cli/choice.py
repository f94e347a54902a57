"""Reckon for whom there is a real choice, and compare with what is published.

./weft choice tenterdale                     this week
./weft choice tenterdale --week 2026-11-23   another, as far as its sessions are listed
./weft choice tenterdale --publish           publish it, as the job does every Monday
./weft choice tenterdale --questions         which question could open most, and to whom

Exit code 1 where the same week was published and any digit differs.
"""

import argparse
from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256

from weft.access.domain.arrays import as_bytes
from weft.access.domain.choice.values import CERTAIN, POSSIBLE
from weft.access.domain.published import EDITION, Published, as_arrays
from weft.access.queries.asking import worth_asking
from weft.access.queries.everybody.reckoning import reckon
from weft.access.queries.lives import life
from weft.access.queries.weeks import WeekReckoned, published_weeks, reckon_week
from weft.access.services.publishing import publish_week
from weft.accounts.actors import Actor
from weft.assets.domain.worth_asking import asked_in_words, opens_in_words
from weft.cli.days import a_day
from weft.cli.house import open_data_base
from weft.commons.disclosure import rounded_estimate
from weft.commons.times import LONDON, Week

THOUSAND = 1_000
BY = Actor.command("choice")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument("region", metavar="REGION")
    parser.add_argument(
        "--week", type=a_day, metavar="2026-11-23", help="any day of it"
    )
    parser.add_argument("--publish", action="store_true", help="publish what comes out")
    parser.add_argument(
        "--questions", action="store_true", help="only say what is worth asking"
    )


def run(args: argparse.Namespace) -> int:
    """Reckon, show, compare."""
    open_data_base()
    week = Week.of(args.week or _now().date())
    if args.questions:
        for line in questions(args.region, week):
            print(line)
        return 0
    reckoned = reckon_week(args.region, week)
    for line in lines(reckoned.told, week):
        print(line)
    for name, digest in reckoned.inputs.items():
        print(f"from {name}: {digest}")
    if not args.publish:
        return _compare(args.region, week, reckoned)
    digest = publish_week(
        region=args.region, week=week, reckoned=reckoned, clock=_now, by=BY
    )
    print(f"published: {digest}")
    return 0


def _now() -> datetime:
    return datetime.now(LONDON)


def lines(told: Published, week: Week) -> Iterator[str]:
    """Say each life's numbers on a line."""
    yield (
        f"{told.offers:,} offers in the week of {_day(week.monday)}, "
        f"ways by {told.basis}, {len(told.areas):,} areas ({told.areas_of}); "
        f"nobody knows the hours of {told.hours_unknown:,} offers"
    )
    people = told.told
    for n, slug in enumerate(told.lives):
        whole = rounded_estimate(people.people[n] / THOUSAND)
        certain, possible = (
            rounded_estimate(people.with_three[n, plane] / THOUSAND)
            for plane in (CERTAIN, POSSIBLE)
        )
        counted = (
            f"about {whole:,} people: {certain:,} have three real choices for certain, "
            f"{possible:,} possibly"
            if whole
            else "nobody knows how many people live so"
        )
        yield f"  {life(slug).title}: {counted}"


def questions(region: str, week: Week) -> Iterator[str]:
    """Say each question worth asking on a line; nothing is kept."""
    told = reckon(region, week)
    names = {one.key: one.name for one in told.around.laid.on_offer}
    asked = worth_asking(told)
    yield f"{len(asked)} questions that could open most first"
    for one in asked:
        words = asked_in_words(one.about, one.tongues)
        yield f"  {names[one.offer]}: {words} {opens_in_words(one.people)}"


def _compare(region: str, week: Week, reckoned: WeekReckoned) -> int:
    """Hold it against what was published of the same week."""
    digest = sha256(as_bytes(as_arrays(reckoned.told))).hexdigest()
    print(f"hash: {digest}")
    before = next((one for one in published_weeks(region) if one.week == week), None)
    if before is None:
        print("This week was not published here.")
        return 0
    if before.digest == digest:
        print("The same as published, to the last digit.")
        return 0
    if before.about.get("edition", 1) != EDITION:
        print("It was published in an older form, which told less: publish it again.")
        return 1
    inputs = {**before.inputs, **reckoned.inputs}
    other = [k for k in inputs if before.inputs.get(k) != reckoned.inputs.get(k)]
    because = f": {', '.join(sorted(other))} changed since" if other else ""
    print(f"Not as published ({before.digest}){because}.")
    return 1


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"

"""Which two scenarios, and whose weights, did somebody ask to see beside each other?"""

from typing import Any

from django.http import QueryDict
from django.utils import timezone

from weft.access.domain.whatif import Counts, Weights, disagreement, from_text
from weft.access.pages.lab.asking import answered, week_asked
from weft.access.pages.presenters.lab.answer import AnswerSaid
from weft.access.pages.presenters.lab.beside import BesidePage, Person, Verdict
from weft.access.pages.presenters.lab.page import EMPTY
from weft.access.queries.scenarios import Ready, ready
from weft.commons.errors import NotFound, NotPossible
from weft.ground import queries as ground

MOST_NEED, MOST_TIMES = 10, 5
PEOPLE = ("mine", "theirs")


def beside_of(told: QueryDict) -> BesidePage:
    """Make the page that an address asks for."""
    region = next(iter(ground.regions()), None)
    page: dict[str, Any] = {
        "region": region,
        "week": week_asked(told),
        "texts": tuple(_scenario(told.get(name, "")) for name in ("a", "b")),
        "people": tuple(_person(told, who) for who in PEOPLE),
    }
    if region is None:
        return BesidePage(**page)
    try:
        here = ready(region.slug, page["week"], clock=timezone.now)
        page["here"] = here
        if not isinstance(here, Ready):
            return BesidePage(**page)
        said = tuple(answered(here, one, from_text(one)) for one in page["texts"])
    except (NotFound, NotPossible) as problem:
        return BesidePage(**page, problem=str(problem))
    verdicts = tuple(_verdict(here, said, page["people"], one) for one in Counts)
    return BesidePage(**page, said=said, verdicts=verdicts)


def _scenario(told: str) -> str:
    """Take a scenario, or the whole link that holds one."""
    _, found, rest = told.strip().partition("what=")
    text = rest.partition("&")[0].replace("%7E", "~") if found else told.strip()
    return text or EMPTY


def _person(told: QueryDict, who: str) -> Person:
    """Read one person's weights; what cannot be read is as usual."""
    return Person(
        who=who,
        need=_whole(told.get(f"{who}_need", ""), 0, MOST_NEED),
        life=told.get(f"{who}_life", ""),
        times=_whole(told.get(f"{who}_times", ""), 1, MOST_TIMES),
    )


def _whole(told: str, least: int, most: int) -> int:
    number = int(told) if told.isascii() and told.isdigit() else least
    return min(max(number, least), most)


def _verdict(
    here: Ready,
    said: tuple[AnswerSaid, ...],
    people: tuple[Person, ...],
    counts: Counts,
) -> Verdict:
    """Weigh both scenarios by the weights of both people."""
    slugs = [life.slug for life in here.reckoned.lives]
    mine, theirs = (
        Weights(
            need=one.need,
            life=slugs.index(one.life) if one.life in slugs else None,
            times=one.times,
        ).of(here.reckoned.tenth, len(slugs))
        for one in people
    )
    first, second = (one.told for one in said)
    return Verdict(
        counts=counts,
        found=disagreement((first, second), mine, theirs, counts=counts),
    )

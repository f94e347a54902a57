"""Where life has turned: what near somebody helps, keeps company, or can be done?

Three questions to the same search as everybody's, each in words of the vocabulary, so
that the page can say why each thing stands on it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain, zip_longest
from uuid import UUID

from weft.access.queries import Choice, Wanted, choices
from weft.assets.domain.turns import Turn
from weft.assets.domain.vocabulary import vocabulary
from weft.commons.saying import day_of
from weft.commons.times import Week
from weft.commons.words import tokens
from weft.ground.queries import StartFound, forgotten
from weft.web.finding import where_are

FAR_MINUTES = 45
MOST = 4
"""Things under one heading: more would be a list, and this is a hand held out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What stands under one heading, and the words that were looked for."""

    looked_for: tuple[str, ...]
    things: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Turning:
    """What is near somebody whose life has turned; each thing once."""

    help: Held
    company: Held
    do: Held
    start: StartFound | None = None
    where: Mapping[UUID, str] = field(default_factory=dict)


def nothing_asked(turn: Turn) -> Turning:
    """Say what would be looked for, as long as nobody said where."""
    return Turning(
        help=Held(looked_for=turn.help),
        company=Held(looked_for=turn.company),
        do=Held(looked_for=turn.do),
    )


def near(turn: Turn, start: StartFound, *, now: datetime) -> Turning:
    """Find what is near a start, in the order in which a turn needs it.

    Parameters
    ----------
    turn
        Which turn.
    start
        Where from; nothing exact of it is handed on.
    now
        What has begun before is not offered.
    """
    wanted = Wanted(
        start=start.point,
        start_name=forgotten(start).name,
        week=Week.of(day_of(now)),
        now=now,
        minutes_each_way=FAR_MINUTES,
    )
    seen: set[int] = set()
    helps = _held(turn.help, wanted, seen, by_chance=False)
    company = _held(turn.company, wanted, seen)
    do = _held(turn.do, wanted, seen)
    shown = (*helps.things, *company.things, *do.things)
    return Turning(
        help=helps,
        company=company,
        do=do,
        start=forgotten(start),
        where=where_are(shown),
    )


def _held(
    words: tuple[str, ...], wanted: Wanted, seen: set[int], *, by_chance: bool = True
) -> Held:
    """Take the nearest of each word in turn, so that none crowds out the others.

    What bears a word in its name or kind comes before what has it only somewhere else:
    a walk is a walk; an art group on Canal Road is none. Help that is help only by the
    chance of a word is worse than none, and is left out.
    """
    named: list[list[Choice]] = []
    others: list[list[Choice]] = []
    for word in words:
        found = choices(replace(wanted, words=word)).fits
        answers = _answers(word)
        bears = [any(answer <= _name(one) for answer in answers) for one in found]
        named.append([one for one, is_so in zip(found, bears, strict=True) if is_so])
        others.append(
            [one for one, is_so in zip(found, bears, strict=True) if not is_so]
        )
    chosen = chain(_in_turn(named), _in_turn(others) if by_chance else ())
    return Held(looked_for=words, things=tuple(_first_few(chosen, seen)))


def _answers(word: str) -> list[set[str]]:
    """List what answers a word: itself, and its words of answer."""
    known = vocabulary()
    match = known.starting(known.kept(tokens(word)))
    return [{*tokens(word)}, *map(set, match.wish.words if match else ())]


def _name(one: Choice) -> set[str]:
    return {*tokens(one.name), *tokens(one.kind)}


def _in_turn(found: Iterable[list[Choice]]) -> Iterator[Choice]:
    """Give the first of each list, then the second of each."""
    for row in zip_longest(*found):
        yield from (one for one in row if one is not None)


def _first_few(found: Iterable[Choice], seen: set[int]) -> Iterator[Choice]:
    """Give a few that have not been given yet."""
    given = 0
    for one in found:
        if given == MOST:
            return
        if one.listing not in seen:
            seen.add(one.listing)
            given += 1
            yield one

"""Which paces were measured, and how good were they on councils not seen?

The numbers stand in measured.toml beside this file, written by ``./weft sureness fit``
and by nobody's hand.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from weft.assets.domain.sureness.aspects import BORROWS, Aspect, Keeper
from weft.assets.domain.sureness.fitting import Bin, Fitted, Judged
from weft.assets.domain.sureness.survival import Pace, pace

FILE = Path(__file__).with_name("measured.toml")
_DECIMALS = 4
ByAspect = Mapping[Aspect, Judged]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A fit, and its trial on authorities that it had not seen."""

    first: int
    second: int
    things: int
    authorities: int
    fitted: tuple[Fitted, ...]
    all: Judged
    alike: float  # Brier score of a rule that knows only how old a fact is
    by_aspect: ByAspect


@lru_cache(maxsize=1)
def last_measured() -> Measured:
    """Read the file."""
    return read(FILE.read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def pace_of(aspect: Aspect, keeper: Keeper) -> Pace:
    """Say how fast an aspect of what such people keep changes.

    That a council closes few libraries says nothing of groups, pubs and shops: of what
    is not kept by paid people, being there at all borrows the pace of an e-mail.
    """
    wanted = BORROWS.get(aspect, aspect)
    if aspect is Aspect.EXISTS and keeper is not Keeper.PAID:
        wanted = Aspect.EMAIL
    one = next(one for one in last_measured().fitted if one.aspect is wanted)
    return pace(changed_in_a_year=one.within_a_year[keeper])


def read(text: str) -> Measured:
    """Read what was measured from TOML."""
    told = tomllib.loads(text)
    return Measured(
        first=told["first"],
        second=told["second"],
        things=told["things"],
        authorities=told["authorities"],
        fitted=tuple(_fitted(one) for one in told["pace"]),
        all=_judged(told["all"], told["all"]["bin"]),
        alike=told["alike"],
        by_aspect={
            Aspect(one["aspect"]): _judged(one, one["bin"]) for one in told["aspect"]
        },
    )


def written(told: Measured, *, command: str) -> str:
    """Write what was measured as TOML, with the command that measured it."""
    lines = [
        f"# Written by: {command}",
        "# Measured numbers only; what they mean: docs/methods/sureness.md",
        f"first = {told.first}",
        f"second = {told.second}",
        f"things = {told.things}",
        f"authorities = {told.authorities}",
        f"alike = {_number(told.alike)}",
        "",
    ]
    for one in told.fitted:
        lines += ["[[pace]]", *_pace_lines(one), ""]
    lines += ["[all]", *_judged_lines(told.all), "", *_bin_lines("all", told.all)]
    for aspect, judged in told.by_aspect.items():
        lines += ["[[aspect]]", f'aspect = "{aspect}"', *_judged_lines(judged), ""]
        lines += _bin_lines("aspect", judged)
    return "\n".join(lines).rstrip() + "\n"


def _fitted(told: Mapping[str, Any]) -> Fitted:
    return Fitted(
        aspect=Aspect(told["aspect"]),
        things=told["things"],
        changed=told["changed"],
        within_a_year={keeper: told[keeper] for keeper in Keeper},
    )


def _judged(told: Mapping[str, Any], bins: Sequence[Mapping[str, Any]]) -> Judged:
    return Judged(
        facts=told["facts"],
        said=told["said"],
        came=told["came"],
        brier=told["brier"],
        error=told["error"],
        bins=tuple(Bin(**one) for one in bins),
    )


def _pace_lines(one: Fitted) -> list[str]:
    return [
        f'aspect = "{one.aspect}"',
        f"things = {one.things}",
        f"changed = {one.changed}",
        *(f"{keeper} = {_number(one.within_a_year[keeper])}" for keeper in Keeper),
    ]


def _judged_lines(one: Judged) -> list[str]:
    return [
        f"facts = {one.facts}",
        f"said = {_number(one.said)}",
        f"came = {_number(one.came)}",
        f"brier = {_number(one.brier)}",
        f"error = {_number(one.error)}",
    ]


def _bin_lines(within: str, one: Judged) -> list[str]:
    lines = []
    for held in one.bins:
        lines += [
            f"[[{within}.bin]]",
            f"facts = {held.facts}",
            f"said = {_number(held.said)}",
            f"came = {_number(held.came)}",
            f"low = {_number(held.low)}",
            f"high = {_number(held.high)}",
            "",
        ]
    return lines


def _number(value: float) -> str:
    return f"{value:.{_DECIMALS}f}"

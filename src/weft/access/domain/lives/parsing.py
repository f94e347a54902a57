"""What does the file of a life say, or a reader who moves sliders?"""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from weft.access.domain.choice.windows import QUARTERS_A_DAY
from weft.access.domain.lives.values import (
    CheckedBy,
    Going,
    HeadCount,
    Lacks,
    Life,
    Means,
    Share,
)
from weft.access.domain.travel import Way
from weft.assets.domain.facts import FactField
from weft.commons.errors import FileNotUnderstood
from weft.commons.times import DAYS

E = TypeVar("E", bound=StrEnum)

_SPAN = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
_LAST_AGE = 120
_QUARTER = 15
_MOST_MINUTES = 100  # beyond it the tables of journeys know nothing
_KEYS = frozenset(
    {
        "title", "gist", "describes", "leaves_out", "free", "goes", "margin_minutes",
        "most_pence", "needs", "lacks", "ages", "means", "people", "people_unknown",
        "checked_by",
    }
)  # fmt: skip


def life_from_text(text: str, slug: str) -> Life:
    """Read a life's file.

    Raises
    ------
    FileNotUnderstood
        With the key that is not as it should be, and what to write instead.
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise _wrong(slug, "", f"this is not TOML ({problem})", "Mend it.") from None
    return life_from(told, slug)


def life_from(told: Mapping[str, Any], slug: str) -> Life:
    """Make a life of values: a file's, or a reader's own week.

    Parameters
    ----------
    told
        As in ``lives/*.toml``; see ``lives/README.md``.
    slug
        Its name in an address.

    Raises
    ------
    FileNotUnderstood
        With the key that is not as it should be, and what to write instead.
    """
    read = _Reader(told, slug)
    read.only(_KEYS)
    return Life(
        slug=slug,
        title=read.text("title"),
        gist=read.text("gist", ""),
        describes=read.texts("describes"),
        leaves_out=read.texts("leaves_out"),
        free=_free(_Reader(told.get("free", {}), slug, "free.")),
        goes=tuple(_going(one, slug) for one in told.get("goes", ())),
        margin_minutes=read.number("margin_minutes", 0),
        most_pence=read.number("most_pence", 0) if "most_pence" in told else None,
        needs=frozenset(
            read.one_of("needs", one, FactField) for one in read.texts("needs")
        ),
        lacks=frozenset(
            read.one_of("lacks", one, Lacks) for one in read.texts("lacks")
        ),
        ages=_ages(read),
        means=_means(_Reader(told.get("means", {}), slug, "means.")),
        head_count=_head_count(told["people"], slug) if "people" in told else None,
        people_unknown=read.text("people_unknown", ""),
        checked_by=tuple(_checked(one, slug) for one in told.get("checked_by", ())),
    )


def _means(read: "_Reader") -> Means:
    read.only({"telephone", "internet", "languages", "papers"})
    return Means(
        telephone=read.yes("telephone"),
        internet=read.yes("internet"),
        languages=frozenset(read.texts("languages") or ("en",)),
        papers=read.yes("papers"),
    )


def _checked(told: Mapping[str, Any], slug: str) -> CheckedBy:
    read = _Reader(told, slug, "checked_by.")
    return CheckedBy(read.text("who"), read.text("when"))


def _free(read: "_Reader") -> tuple[tuple[int, int], ...]:
    """Read free time: for each day spans as «09:15-11:30», past midnight allowed."""
    days = [day.lower() for day in DAYS]
    read.only(set(days))
    found = []
    for n, day in enumerate(days):
        for span in read.texts(day):
            match = _SPAN.fullmatch(span)
            hours = [int(part) for part in match.groups()] if match else [24] * 4
            first, last = (_quarter(*hours[at : at + 2]) for at in (0, 2))
            if first is None or last is None or first == QUARTERS_A_DAY:
                raise read.wrong(
                    day,
                    f"«{span}» is not free time in quarter hours",
                    'Write "09:15-11:30"; a span that ends earlier ends the day after.',
                )
            if last <= first:
                last += QUARTERS_A_DAY
            found.append((n * QUARTERS_A_DAY + first, n * QUARTERS_A_DAY + last))
    return tuple(found)


def _quarter(hour: int, minute: int) -> int | None:
    """Say which quarter of the day it is; 24:00 is the last, None is no such time."""
    quarter, over = divmod(60 * hour + minute, _QUARTER)
    if over or minute >= 60 or quarter > QUARTERS_A_DAY:  # noqa: PLR2004 of an hour
        return None
    return quarter


def _going(told: Mapping[str, Any], slug: str) -> Going:
    read = _Reader(told, slug, "goes.")
    read.only({"by", "minutes", "fare_pence"})
    minutes = read.number("minutes")
    if minutes > _MOST_MINUTES:
        raise read.wrong(
            "minutes", f"{minutes} minutes are too many", f"At most {_MOST_MINUTES}."
        )
    by = read.one_of("by", read.text("by"), Way)
    return Going(by=by, minutes=minutes, fare_pence=read.number("fare_pence", 0))


def _ages(read: "_Reader") -> tuple[int, int]:
    told = read.told.get("ages", [0, _LAST_AGE])
    ages = [age for age in told if type(age) is int] if isinstance(told, list) else []
    if len(ages) != 2 or not 0 <= ages[0] <= ages[1] <= _LAST_AGE:  # noqa: PLR2004 youngest and oldest
        raise read.wrong("ages", "these are not two ages", "Write [16, 65].")
    return ages[0], ages[1]


def _head_count(told: Mapping[str, Any], slug: str) -> HeadCount:
    read = _Reader(told, slug, "people.")
    read.only({"count", "shares", "each", "assumes"})
    shares = []
    for one in told.get("shares", ()):
        share = _Reader(one, slug, "people.shares.")
        share.only({"part", "of"})
        shares.append(Share(part=share.texts("part"), of=share.text("of")))
    count = read.texts("count")
    if not count or not all(share.part for share in shares):
        raise read.wrong("count", "nothing is counted", 'Write ["age.total"].')
    return HeadCount(
        count=count,
        shares=tuple(shares),
        each=float(told.get("each", 1)),
        assumes=read.text("assumes"),
    )


class _Reader:
    """Takes keys of one table, and says which one is wrong."""

    def __init__(self, told: object, slug: str, name: str = "") -> None:
        self.slug, self.name = slug, name
        if not isinstance(told, Mapping):
            raise self.wrong(
                "", "this should be a table", f"Write [{name.strip('.')}]."
            )
        self.told: Mapping[str, Any] = told

    def wrong(self, key: str, problem: str, remedy: str) -> FileNotUnderstood:
        return _wrong(self.slug, f"{self.name}{key}", problem, remedy)

    def only(self, known: set[str] | frozenset[str]) -> None:
        """Refuse a key that nobody reads: it would be misspelt and forgotten."""
        for key in self.told:
            if key not in known:
                remedy = f"Known here: {', '.join(sorted(known))}."
                raise self.wrong(key, "there is no such key", remedy)

    def text(self, key: str, default: str | None = None) -> str:
        told = self.told.get(key, default)
        if not isinstance(told, str) or (default is None and not told):
            raise self.wrong(key, "this should be a text in quotes", f'{key} = "…"')
        return told

    def texts(self, key: str) -> tuple[str, ...]:
        told = self.told.get(key, ())
        if not isinstance(told, list | tuple) or not all(
            isinstance(one, str) for one in told
        ):
            raise self.wrong(key, "this should be a list of texts", f'{key} = ["…"]')
        return tuple(told)

    def number(self, key: str, default: int | None = None) -> int:
        told = self.told.get(key, default)
        if type(told) is not int or told < 0:
            raise self.wrong(key, "this should be a whole number", f"{key} = 5")
        return told

    def yes(self, key: str) -> bool:
        told = self.told.get(key, True)
        if not isinstance(told, bool):
            raise self.wrong(key, "this should be true or false", f"{key} = false")
        return told

    def one_of(self, key: str, value: str, kind: type[E]) -> E:
        try:
            return kind(value)
        except ValueError:
            remedy = f"One of: {', '.join(sorted(one.value for one in kind))}."
            raise self.wrong(key, f"«{value}» is not known", remedy) from None


def _wrong(slug: str, key: str, problem: str, remedy: str) -> FileNotUnderstood:
    return FileNotUnderstood(problem, file=f"{slug}.toml", column=key, remedy=remedy)

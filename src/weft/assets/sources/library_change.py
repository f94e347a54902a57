"""What changed in the lists of public libraries from one year to the next?

The two newest yearly editions in a folder are laid side by side. A library is followed
where both have its authority and name and it was open in the first. Numbers, words and
e-mail addresses are only compared; nothing of them is kept.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from weft.assets.domain.sureness.aspects import Aspect, Keeper
from weft.assets.domain.sureness.fitting import Followed
from weft.assets.sources.library_list import DAYS
from weft.commons.errors import FileNotUnderstood
from weft.commons.files import Row, open_rows
from weft.ground.domain.named import folded

_YEARLY = re.compile(r"operation_(\d\d)")
_NEEDED = ("name", "authority", "postcode", "email", "hours", "staffed_hours")
_COMMUNITY = frozenset({"cr", "crl", "icl"})
_PAID = frozenset({"la", "lal", "lau", "c", "cl"})
_SAYS_NOTHING = frozenset({"", "-", "n/a", "[unknown]", "unknown"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Everything that was followed from one year to another, and what was not."""

    first: int
    second: int
    things: tuple[Followed, ...]
    authorities: int
    not_found: int  # open in the first, and not in the second by that name


@dataclass(frozen=True, slots=True)
class _Year:
    """One yearly edition: its rows by authority and name."""

    year: int
    rows: Mapping[tuple[str, str], Row]

    def is_open(self, row: Row) -> bool:
        """Tell whether a library had not closed by then."""
        return not row.text("closed") and self.run_by(row) != "closed"

    def run_by(self, row: Row) -> str:
        """Give the letters for how it is run."""
        return row.text(f"operation_{self.year % 100:02}").lower()


def followed(folder: Path) -> Change:
    """Follow every library through the two newest yearly editions of a folder.

    Raises
    ------
    FileNotUnderstood
        When there are not two of them.
    """
    years = sorted(
        (one for path in sorted(folder.glob("*.csv")) for one in _years(path)),
        key=lambda one: one.year,
    )
    if len(years) < 2:  # noqa: PLR2004 from one year to the next
        raise FileNotUnderstood(
            "there are not two yearly lists of libraries here",
            file=str(folder),
            remedy="Put the lists of two years there, as the Arts Council has them.",
        )
    before, after = years[-2:]
    known = [(key, row) for key, row in before.rows.items() if before.is_open(row)]
    things = tuple(
        _followed(before, after, row, after.rows[key])
        for key, row in known
        if key in after.rows
    )
    return Change(
        first=before.year,
        second=after.year,
        things=things,
        authorities=len({one.authority for one in things}),
        not_found=len(known) - len(things),
    )


def _years(path: Path) -> Iterator[_Year]:
    """Read a file if it is a yearly edition."""
    with open_rows(path) as rows:
        told = [int(found[1]) for h in rows.headers if (found := _YEARLY.fullmatch(h))]
        if told and all(rows.has(column) for column in _NEEDED):
            yield _Year(
                2000 + max(told), {_key(row): row for row in rows if row.text("name")}
            )


def _key(row: Row) -> tuple[str, str]:
    name = folded(row.text("name")).removesuffix(" library")
    return folded(row.text("authority")), name


def _followed(before: _Year, after: _Year, old: Row, new: Row) -> Followed:
    """Compare one library with itself a year later."""
    still = after.is_open(new)
    changed = {Aspect.EXISTS: not still}
    if still:
        for aspect, told in _sides(old).items():
            later = _sides(new)[aspect]
            if told and later:
                changed[aspect] = told != later
    return Followed(
        authority=_key(old)[0], keeper=_keeper(before.run_by(old)), changed=changed
    )


def _keeper(letters: str) -> Keeper:
    if letters in _COMMUNITY:
        return Keeper.VOLUNTEERS
    return Keeper.PAID if letters in _PAID else Keeper.EITHER


def _sides(row: Row) -> Mapping[Aspect, str]:
    """Give each side as it is compared; "" where nobody says."""
    return {
        Aspect.POSTCODE: _said(row.text("postcode")).replace(" ", ""),
        Aspect.ADDRESS: _said(row.text("address1")),
        Aspect.EMAIL: _said(row.text("email")),
        Aspect.DAYS: _week(row),
        Aspect.HOURS: _hours(row.text("hours")),
        Aspect.STAFF: _hours(row.text("staffed_hours")),
    }


def _said(told: str) -> str:
    plain = " ".join(told.lower().split())
    return "" if plain in _SAYS_NOTHING else plain


def _week(row: Row) -> str:
    """Give the part of each day; a week of which nobody says a day is not compared."""
    days = [_said(row.text(day)).removeprefix("n/a ") for day in DAYS]
    return "; ".join(days) if all(days) else ""


def _hours(told: str) -> str:
    """Give hours of a week as a number; words («varied») are not compared."""
    try:
        return f"{float(told):.2f}"
    except ValueError:
        return ""

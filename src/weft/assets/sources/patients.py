"""How many patients has each doctors' surgery on its list?

Several forms of the NHS's monthly table are in use: by sex and quinary age with or
without the columns of places, and whole lists. The line for all ages and both sexes is
taken, or the sum of the ages where there is none. It becomes a fact of the practice, by
the practice's own number, whichever list the practice itself came from.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from weft.assets.domain.facts import WordField
from weft.assets.domain.told import FactTold, LaterFact, Told
from weft.commons.files import Row, open_rows
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading

TOLD_BY = "NHS England, patients registered at a practice"
ALIASES = {
    "code": ("org_code", "practice_code", "code"),
    "age": ("age_group_5", "age"),
    "patients": ("number_of_patients",),
    "sex": ("sex",),
    "dated": ("extract_date",),
}
ALL = frozenset({"ALL", ""})


@dataclass(slots=True)
class _List:
    """What is told of one practice's list."""

    whole: int | None = None
    by_sex: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    by_age: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    parts: int = 0
    dated: date | None = None

    @property
    def patients(self) -> int:
        """The whole list: as told, else by sex over all ages, else the sum of parts."""
        if self.whole is not None:
            return self.whole
        if self.by_sex:
            return sum(self.by_sex.values())
        return sum(self.by_age.values()) if self.by_age else self.parts


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[Told]:
    """Read the tables.

    Raises
    ------
    FileNotUnderstood
        When a file has not the headings of any form.
    """
    tally = Tally()
    lists: dict[str, _List] = defaultdict(_List)
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), "reading how many patients practices have")
        _read_file(path, lists, tally)
    facts = tuple(_facts(lists, asked.origin.dated))
    return Reading(asked=asked, content=Told(later_facts=facts), tally=tally)


def _read_file(path: Path, lists: dict[str, _List], tally: Tally) -> None:
    """Read one table."""
    needed = ("code", "sex", "age", "patients")
    with open_rows(path, needed=needed, aliases=ALIASES) as rows:
        for row in rows:
            count = row.whole("patients")
            if count is None or count < 0:
                tally.complain("no number of patients", example=f"line {row.line}")
                continue
            _add(lists[row.needed("code")], row, count)
            tally.use()


def _add(one: _List, row: Row, count: int) -> None:
    """Put a line where it belongs: the whole, all ages of a sex, an age, or a part."""
    every_sex = row.text("sex").upper() in ALL
    every_age = row.text("age").upper() in ALL
    if every_sex and every_age:
        one.whole = count
    elif every_age:
        one.by_sex[row.text("sex").upper()] += count
    elif every_sex:
        one.by_age[row.text("age")] += count
    else:
        one.parts += count
    one.dated = row.day("dated") or one.dated


def _facts(lists: dict[str, _List], dated: date | None) -> Iterator[LaterFact]:
    """Say each practice's number as a fact about it."""
    for code, one in sorted(lists.items()):
        yield LaterFact(
            of=code,
            fact=FactTold(
                field=WordField.PATIENTS,
                value=str(one.patients),
                told_by=TOLD_BY,
                told_on=one.dated or dated,
            ),
        )

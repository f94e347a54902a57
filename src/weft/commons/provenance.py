"""Where does a fact come from, how old is it, and may we pass it on?"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Geography(StrEnum):
    """What the rows of a table are about, when they are about areas."""

    OA = "oa"
    LSOA = "lsoa"
    MSOA = "msoa"
    WARD = "ward"
    DISTRICT = "lad"
    PLACE = "icb_place"  # the sub-ICB location, called a place in West Yorkshire
    ICB = "icb"
    COUNTRY = "ctry"


@dataclass(frozen=True, slots=True, order=True)
class Vintage:
    """Which areas, of which year: LSOA 2011 is not LSOA 2021.

    Of the 1,388 codes of West Yorkshire's LSOAs of 2011, 1,367 join those of 2021
    without a murmur (docs/data/lookups.md); so no table goes without this.
    """

    geography: Geography
    year: int

    def __str__(self) -> str:
        """Read as people in the field say it."""
        return f"{self.geography.upper()} {self.year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who published a table, when, on what terms, and about which areas."""

    source: str
    publisher: str
    licence: str
    edition: str
    dated: date | None
    file: str
    vintage: Vintage | None = None
    address: str = ""


@dataclass(slots=True)
class Tally:
    """What came of reading one file: used, not understood, and why.

    The only mutable value of the commons: it is handed to a reader and filled as
    the rows go by.
    """

    rows_read: int = 0
    used: int = 0
    left_out: dict[str, int] = field(default_factory=dict)
    not_understood: dict[str, int] = field(default_factory=dict)
    examples: list[str] = field(default_factory=list)
    joins: dict[str, str] = field(default_factory=dict)

    MOST_EXAMPLES = 5

    def use(self, rows: int = 1) -> None:
        """Count rows that were read and taken."""
        self.rows_read += rows
        self.used += rows

    def leave_out(self, reason: str, rows: int = 1) -> None:
        """Count rows that we understood and do not want, with the reason."""
        self.rows_read += rows
        self.left_out[reason] = self.left_out.get(reason, 0) + rows

    def complain(self, reason: str, *, example: str = "", rows: int = 1) -> None:
        """Count rows that we could not understand, and keep a few to look at."""
        self.rows_read += rows
        self.not_understood[reason] = self.not_understood.get(reason, 0) + rows
        if example and len(self.examples) < self.MOST_EXAMPLES:
            self.examples.append(f"{reason}: {example}")

    def joined(self, to: str, *, hits: int, of: int) -> None:
        """Remember how many of our rows found their partner."""
        self.joins[to] = f"{hits} of {of}"

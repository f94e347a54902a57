"""How is one question shown, in words, pictures and tables?"""

from dataclasses import dataclass, replace

from django.urls import reverse

from weft.commons.saying import first_large
from weft.need.domain.own_table import OwnTable
from weft.need.pages.presenters.area_tables import Tables
from weft.need.pages.presenters.front import region_words
from weft.need.pages.presenters.own import own_words
from weft.need.pages.presenters.pictures import Pictures
from weft.need.queries import IndicatorValues
from weft.shell.plots import Plot


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorPage:
    """One question, answered for every area of a region."""

    values: IndicatorValues
    region: str
    boundaries: tuple[tuple[str, bytes], ...]
    several_regions: bool = False
    own: OwnTable | None = None
    own_error: str = ""

    @property
    def question(self) -> str:
        """Ask it."""
        return self.values.told.indicator.question

    @property
    def answer(self) -> str:
        """Say the region's number."""
        return region_words(self.values.told)

    @property
    def note(self) -> str:
        """Say what must be known before using it."""
        return self.values.told.indicator.note

    @property
    def official(self) -> str:
        """Give the publisher's own name of it."""
        return self.values.told.indicator.official

    @property
    def source(self) -> str:
        """Say whose it is, of when and which areas."""
        return self.values.told.about.source_line

    @property
    def licence(self) -> str:
        """Say on what terms."""
        return self.values.told.about.licence

    def with_own(self, own: OwnTable | None, error: str) -> "IndicatorPage":
        """Lay somebody's own table beside, or say why it cannot be."""
        return replace(self, own=own, own_error=error)

    @property
    def pictures(self) -> Pictures:
        """Draw it."""
        return Pictures(
            values=self.values, region=self.region, boundaries=self.boundaries
        )

    @property
    def map(self) -> Plot | None:
        """Draw the map, if there is one, with every area as its table."""
        return self.pictures.map

    @property
    def own_note(self) -> str:
        """Say what of somebody's own table could not be laid beside."""
        return own_words(self.own)

    @property
    def tables(self) -> Tables:
        """Tell it area by area."""
        return Tables(values=self.values, region=self.region, own=self.own)

    @property
    def coverage(self) -> str:
        """Say for how many areas it is known."""
        told = self.values.told
        return (
            f"Known for {told.known:,} of {told.areas:,} {self.pictures.kinds} "
            f"({told.vintage}) in {self.region}."
        )

    @property
    def how(self) -> str:
        """Say how many areas' numbers became the one above."""
        return first_large(self.values.told.whole.how.value) + "."

    @property
    def comparing(self) -> str:
        """Say how far the editions may be compared."""
        older = [how for _, _, how in self.values.editions[1:]]
        if not older:
            return "Only one year is loaded."
        return older[0].value

    @property
    def csv(self) -> str:
        """Where the table stands as CSV."""
        return self._file("csv")

    @property
    def excel(self) -> str:
        """Where the table stands as Excel."""
        return self._file("xlsx")

    def _file(self, kind: str) -> str:
        address = reverse("need:indicator_file", args=[self.key, kind])
        return f"{address}{self._query}"

    def drawn(self, picture: str) -> Plot | None:
        """Give one of the pictures by the name it has in addresses."""
        pictures = self.pictures
        return {
            "spread": pictures.spread,
            "years": pictures.over_time,
            "classes": pictures.classes,
        }.get(picture)

    def picture_file(self, picture: str, kind: str) -> str:
        """Where the table of one picture stands as a file."""
        address = reverse("need:picture_file", args=[self.key, picture, kind])
        return f"{address}{self._query}"

    @property
    def key(self) -> str:
        """Name the question in addresses."""
        return self.values.told.indicator.key

    @property
    def beside_address(self) -> str:
        """Where somebody's own file is sent to be laid beside."""
        return reverse("need:indicator_beside", args=[self.key]) + self._query

    @property
    def _query(self) -> str:
        return (
            f"?region={self.values.told.about.region}" if self.several_regions else ""
        )

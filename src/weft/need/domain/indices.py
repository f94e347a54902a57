"""Which measures do the English Indices of Deprivation have, and about whom?

Names as in File 7 of 2025 (docs/data/iod.md); the file of 2019 has the same.
"""

from dataclasses import dataclass

from weft.need.domain.columns import Column, Kind

PEOPLE = {
    "iod.people": "Total population",
    "iod.children": "Dependent Children aged 0-15",
    "iod.people_16_59": "Population aged 16-59",
    "iod.older": "Older population aged 60 and over",
    "iod.working_age": "Working age population",
}
"""Key of each denominator -> how its heading begins; 2025 has none for 16 to 59."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure: its score, rank and decile stand in three columns.

    ``within`` names the domain that a sub-domain belongs to; "" for what every
    edition of the file must have. ``of`` is the key of a rate's denominator.
    """

    key: str
    name: str
    within: str = ""
    of: str = ""

    def column(self, part: str, kind: Kind) -> Column:
        """Make the column of its score, rank or decile."""
        is_rate = part == "score" and bool(self.of)
        return Column(
            key=f"iod.{self.key}.{part}",
            label=f"{self.name} {part.title()}{' (rate)' if is_rate else ''}",
            unit="share" if is_rate else "",
            kind=Kind.RATE if is_rate else kind,
            denominator=self.of if is_rate else "",
            of_whom=PEOPLE[self.of] if is_rate else "",
        )


MEASURES = (
    Measure(key="imd", name="Index of Multiple Deprivation (IMD)"),
    Measure(key="income", name="Income", of="iod.people"),
    Measure(key="employment", name="Employment", of="iod.working_age"),
    Measure(key="education", name="Education, Skills and Training"),
    Measure(key="health", name="Health Deprivation and Disability"),
    Measure(key="crime", name="Crime"),
    Measure(key="barriers", name="Barriers to Housing and Services"),
    Measure(key="living", name="Living Environment"),
    Measure(
        key="idaci",
        name="Income Deprivation Affecting Children Index (IDACI)",
        within="income",
        of="iod.children",
    ),
    Measure(
        key="idaopi",
        name="Income Deprivation Affecting Older People (IDAOPI)",
        within="income",
        of="iod.older",
    ),
    Measure(
        key="young", name="Children and Young People Sub-domain", within="education"
    ),
    Measure(key="skills", name="Adult Skills Sub-domain", within="education"),
    Measure(key="far", name="Geographical Barriers Sub-domain", within="barriers"),
    Measure(key="wider", name="Wider Barriers Sub-domain", within="barriers"),
    Measure(key="indoors", name="Indoors Sub-domain", within="living"),
    Measure(key="outdoors", name="Outdoors Sub-domain", within="living"),
)


def measure(key: str) -> Measure:
    """Find a measure by its key."""
    return next(one for one in MEASURES if one.key == key)

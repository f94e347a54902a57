"""What does each Census 2021 topic table ask, and how is the answer drawn?

One block per table: its number, title, variable, whether its headers carry the old
suffix, whom it counts, then its columns in the order Nomis gives them. A column with
six numbers is a leaf: its weight is their sum over (1, need, Asian, East European,
over 65, hill). A column without numbers adds up the leaves below it.
"""

from dataclasses import dataclass

import numpy as np

from demo.people.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic table: columns in order, leaves with their formulas."""

    number: str
    variable: str
    suffix: str
    universe: str
    total: str
    columns: tuple[str, ...]
    formulas: dict[str, tuple[float, ...]]

    def headers(self) -> list[str]:
        """Give the headers of the counts, total first."""
        labels = (self.total, *self.columns)
        return [f"{self.variable}: {label}{self.suffix}" for label in labels]

    def shares(self, profile: Profile) -> np.ndarray:
        """Give each leaf's share of an output area, one value per leaf."""
        weights = np.array([*self.formulas.values()]) @ np.array(profile.weights())
        positive = np.clip(weights, 0.0005, None)
        return np.asarray(positive / positive.sum())

    def summed(self, leaves: dict[str, int]) -> list[int]:
        """Give every column from the leaves: total, subtotals, leaves."""
        total = sum(leaves.values())
        return [total] + [
            leaves[column]
            if column in leaves
            else sum(n for leaf, n in leaves.items() if leaf.startswith(column + ":"))
            for column in self.columns
        ]


def read(text: str) -> list[Topic]:
    """Read the blocks."""
    return [_block(block.splitlines()) for block in text.strip().split("\n\n")]


def _block(lines: list[str]) -> Topic:
    number, variable, suffix, universe, total = (c.strip() for c in lines[0].split("|"))
    formulas: dict[str, tuple[float, ...]] = {}
    columns = []
    for line in lines[1:]:
        label, *numbers = (cell.strip() for cell in line.split("|"))
        columns.append(label)
        if numbers:
            formulas[label] = tuple(float(n) for n in numbers[0].split())
    return Topic(
        number=number,
        variable=variable,
        suffix="; measures: Value" if suffix == "suffix" else "",
        universe=universe,
        total=total,
        columns=tuple(columns),
        formulas=formulas,
    )


EW = "English in England, or English or Welsh in Wales"
NOT_ENGLISH = "Main language is not English (English or Welsh in Wales)"
ASIAN = "Asian, Asian British or Asian Welsh"
BLACK = "Black, Black British, Black Welsh, Caribbean or African"
DISABLED = "Disabled under the Equality Act"
NOT_DISABLED = "Not disabled under the Equality Act"
ACTIVE = "Economically active (excluding full-time students)"
LEARNING = "Economically active and a full-time student"

TOPICS = read(f"""
003|Household composition|suffix|households|Total
One person household
One person household: Aged 66 years and over|2 1 -4 0 40 1
One person household: Other|12 13 -14 2 -14 -4
Single family household
Single family household: All aged 66 years and over|-1 -4 -2 0 50 4
Single family household: Married or civil partnership couple
Single family household: Married or civil partnership couple: No children|9 -6 -3 0 8 5
Single family household: Married or civil partnership couple: Dependent children|17 -8 28 3 -22 2
Single family household: Married or civil partnership couple: All children non-dependent|5 -1 6 0 0 1
Single family household: Cohabiting couple family
Single family household: Cohabiting couple family: No children|8 -1 -8 4 -10 0
Single family household: Cohabiting couple family: With dependent children|5 1 -5 3 -9 0
Single family household: Cohabiting couple family: All children non-dependent|0.7 0.2 -0.5 0 0 0
Single family household: Lone parent family
Single family household: Lone parent family: With dependent children|3 9 -4 1 -9 -2
Single family household: Lone parent family: All children non-dependent|3 2 0 0 0 -0.5
Single family household: Other single family household
Single family household: Other single family household: Other family composition|0.6 0.4 1 0.5 0 0
Other household types
Other household types: With dependent children|0.8 0.8 6 1 -1 0
Other household types: Other, including all full-time students and all aged 66 years and over|2 1.5 2 8 -2 -0.5

011|Household deprivation|suffix|households|Total: All households
Household is not deprived in any dimension|68 -52 -6 2 -14 4
Household is deprived in one dimension|32 1 0 3 6 0
Household is deprived in two dimensions|6 20 6 1 8 -1
Household is deprived in three dimensions|0.5 10 5 1 0 -0.4
Household is deprived in four dimensions|0.02 0.6 0.5 0.1 0 0

021|Ethnic group||people|Total: All usual residents
{ASIAN}
{ASIAN}: Bangladeshi|0 0 14 0 0 0
{ASIAN}: Chinese|0.3 0 0 0 0 0
{ASIAN}: Indian|0.2 0 12 0 0 0
{ASIAN}: Pakistani|0 0 70 0 0 0
{ASIAN}: Other Asian|0.2 0.2 3 0 0 0
{BLACK}
{BLACK}: African|0.2 2 1 1 -0.5 -0.2
{BLACK}: Caribbean|0.2 1 0 0 0 -0.1
{BLACK}: Other Black|0.1 0.2 0 0 0 0
Mixed or Multiple ethnic groups
Mixed or Multiple ethnic groups: White and Asian|0.5 0.3 0.5 0 0 0
Mixed or Multiple ethnic groups: White and Black African|0.2 0.2 0 0 0 0
Mixed or Multiple ethnic groups: White and Black Caribbean|0.4 1 0 0 0 0
Mixed or Multiple ethnic groups: Other Mixed or Multiple ethnic groups|0.3 0.2 0 0 0 0
White
White: English, Welsh, Scottish, Northern Irish or British|96 -4 -94 -90 0 0
White: Irish|0.8 0 -0.6 0 1 0
White: Gypsy or Irish Traveller|0.05 0.2 0 0 0 0
White: Roma|0 0.2 0 6 0 0
White: Other White|0.8 0 0 84 0 0
Other ethnic group
Other ethnic group: Arab|0.05 0.4 1.5 0 0 0
Other ethnic group: Any other ethnic group|0.1 1 1.5 2 0 0

025|Household language||households|Total: All households
All adults in household have {EW} as a main language|98 -3 -52 -78 0 0
At least one but not all adults in household have {EW} as a main language|1 0 28 12 0 0
No adults in household, but at least one person aged 3 to 15 years, has {EW} as a main language|0.3 0.5 11 14 0 0
No people in household have {EW} as a main language|0.6 1.5 14 60 0 0

029|Proficiency in English language||over_3|Total: All usual residents aged 3 years and over
Main language is English (English or Welsh in Wales)|99 -2 -45 -88 0 0
{NOT_ENGLISH}
{NOT_ENGLISH}: Can speak English very well|0.5 0 20 30 0 0
{NOT_ENGLISH}: Can speak English well|0.3 0.5 14 36 0 0
{NOT_ENGLISH}: Cannot speak English well|0.1 0.5 10 22 0 0
{NOT_ENGLISH}: Cannot speak English|0 0.1 3.2 3 0 0

037|General health||people|Total: All usual residents
Very good health|58 -12 4 4 -52 1
Good health|31 0 -1 2 18 0
Fair health|7 7 -1 -2 26 -0.5
Bad health|2 4.5 0 -1 6 -0.3
Very bad health|0.5 1.6 0 -0.3 1.4 0

038|Disability||people|Total: All usual residents
{DISABLED}
{DISABLED}: Day-to-day activities limited a lot|2 8 0 -2 16 -0.5
{DISABLED}: Day-to-day activities limited a little|5 6 -3 -3 16 0
{NOT_DISABLED}
{NOT_DISABLED}: Has long term physical or mental health condition but day-to-day activities are not limited|6 1 -4 -2 3 0.5
{NOT_DISABLED}: No long term physical or mental health conditions|86 -16 8 8 -36 0

039|Provision of unpaid care||over_5|Total: All usual residents aged 5 and over
Provides no unpaid care|91 -1 0 4 -4 0
Provides 19 hours or less unpaid care a week
Provides 19 hours or less unpaid care a week: Provides 9 hours or less unpaid care a week|3.4 -1.4 -0.5 -1.5 3 1
Provides 19 hours or less unpaid care a week: Provides 10 to 19 hours unpaid care a week|1 0.2 0.3 -0.4 0.6 0
Provides 20 to 49 hours unpaid care a week
Provides 20 to 49 hours unpaid care a week: Provides 20 to 34 hours unpaid care a week|0.4 0.7 0.8 0 0 0
Provides 20 to 49 hours unpaid care a week: Provides 35 to 49 hours unpaid care a week|0.4 0.6 0.4 0 0 0
Provides 50 or more hours unpaid care a week|1.2 2 0.5 -0.5 1.5 0

045|Number of cars or vans||households|Total: All households
No cars or vans in household|9 37 -4 8 4 -8
1 car or van in household|42 2 4 0 6 -6
2 cars or vans in household|34 -24 2 -6 -8 7
3 or more cars or vans in household|9 -6 3 -2 -4 4

054|Tenure of household||households|Total: All households
Owned
Owned: Owns outright|28 -22 8 -16 62 6
Owned: Owns with a mortgage or loan|44 -26 4 -20 -36 2
Shared ownership
Shared ownership: Shared ownership|0.6 0 0 0 0 0
Social rented
Social rented: Rents from council or Local Authority|2 24 -8 -6 0 -2
Social rented: Other social rented|2 10 -4 -2 0 -1
Private rented
Private rented: Private landlord or letting agency|10 10 4 48 -14 -3
Private rented: Other private rented|1 0.5 1 1 0 0.5
Lives rent free|0.1 0 0 0 0 0.1

066|Economic activity status||over_16|Total: All usual residents aged 16 years and over
{ACTIVE}
{ACTIVE}:In employment
{ACTIVE}:In employment:Employee
{ACTIVE}:In employment:Employee:Part-time|12 1 0 0 -10 0
{ACTIVE}:In employment:Employee:Full-time|42 -12 -10 18 -36 -2
{ACTIVE}:In employment:Self-employed with employees
{ACTIVE}:In employment:Self-employed with employees:Part-time|0.4 0 0.4 0 0 0.2
{ACTIVE}:In employment:Self-employed with employees:Full-time|1.2 -0.6 1 0 -0.6 0.5
{ACTIVE}:In employment:Self-employed without employees
{ACTIVE}:In employment:Self-employed without employees:Part-time|2.5 -1 3 0 0 1
{ACTIVE}:In employment:Self-employed without employees:Full-time|5 -2 3 2 -3 1.5
{ACTIVE}: Unemployed|1.6 4 1.5 0 -2 -0.5
{LEARNING}
{LEARNING}:In employment|1.4 0 0.5 0 -1 0
{LEARNING}: Unemployed|0.4 0.2 0.4 0 -0.3 0
Economically inactive
Economically inactive: Retired|3 -2 -6 -6 92 2
Economically inactive: Student|4 0 6 0 -6 0
Economically inactive: Looking after home or family|2 3 14 0 -4 0
Economically inactive: Long-term sick or disabled|0.8 8 0 -1 -1 -0.5
Economically inactive: Other|1.5 2.5 3 0 -1 0

059|Hours worked||employed|Total: All usual residents aged 16 years and over in employment the week before the census
Part-time
Part-time: 15 hours or less worked|9 2 2 -2 4 1
Part-time: 16 to 30 hours worked|19 5 4 0 0 -1
Full-time
Full-time: 31 to 48 hours worked|60 -4 -8 4 -4 -3
Full-time: 49 or more hours worked|11 -2 3 4 0 4

061|Method of travel to workplace||employed|Total: All usual residents aged 16 years and over in employment the week before the census
Work mainly at or from home|36 -28 -8 -14 6 6
Underground, metro, light rail, tram|0.1 0 0 0 0 0
Train|1.2 0.5 0 0.5 0 -0.8
Bus, minibus or coach|1.2 7 0 4 0 -1
Taxi|0.3 1.2 2 0.5 0 -0.2
Motorcycle, scooter or moped|0.4 0 0 0 0 0.1
Driving a car or van|46 -4 4 2 -4 6
Passenger in a car or van|2.5 3.5 1 6 0 -0.5
Bicycle|1.3 -0.2 -0.8 1 0 -0.4
On foot|6 8 1 4 0 -4
Other method of travel to work|0.8 0.2 0 0 0 0
""")  # noqa: E501 (headers are as long as Nomis makes them)

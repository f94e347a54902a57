"""What is the hidden truth about the people of each output area?

A handful of shares for each output area, drawn around those of its neighbourhood.
Every published table is drawn from these, so tables agree with one another as real
ones do: where there are few cars there is much walking to work.
"""

from dataclasses import dataclass

import numpy as np

from demo.ground.areas import Areas, OutputArea
from demo.setting import Setting

BANDS = (
    "Aged 4 years and under",
    "Aged 5 to 9 years",
    "Aged 10 to 14 years",
    "Aged 15 to 19 years",
    "Aged 20 to 24 years",
    "Aged 25 to 29 years",
    "Aged 30 to 34 years",
    "Aged 35 to 39 years",
    "Aged 40 to 44 years",
    "Aged 45 to 49 years",
    "Aged 50 to 54 years",
    "Aged 55 to 59 years",
    "Aged 60 to 64 years",
    "Aged 65 to 69 years",
    "Aged 70 to 74 years",
    "Aged 75 to 79 years",
    "Aged 80 to 84 years",
    "Aged 85 years and over",
)
OLD_SHAPE = (5.2, 5.0, 3.8, 2.6, 2.5)
"""How people over 65 spread over their five bands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The shares (0 to 1) that everything about an output area is drawn from."""

    oa: OutputArea
    need: float
    asian: float
    east_european: float
    older: float
    hill: float
    ages: tuple[int, ...]

    @property
    def people(self) -> int:
        """Everybody on census day."""
        return sum(self.ages)

    @property
    def households(self) -> int:
        """Homes with somebody in them."""
        size = 2.2 + 0.9 * self.asian - 0.35 * self.older + 0.1 * self.east_european
        return round(self.people / size)

    @property
    def over_3(self) -> int:
        """Residents aged 3 and over."""
        return self.people - round(0.58 * self.ages[0])

    @property
    def over_5(self) -> int:
        """Residents aged 5 and over."""
        return self.people - self.ages[0]

    @property
    def over_16(self) -> int:
        """Residents aged 16 and over."""
        return self.people - sum(self.ages[:3]) - round(0.2 * self.ages[3])

    def weights(self) -> tuple[float, ...]:
        """Give the measures that a table's formulas use: 1, need, Asian, ..."""
        return (
            1.0,
            self.need,
            self.asian,
            self.east_european,
            self.older,
            self.hill,
        )


def profiles(setting: Setting, areas: Areas) -> list[Profile]:
    """Draw the shares of every output area around its neighbourhood's."""
    rng = np.random.default_rng(setting.chance("profile").getrandbits(64))

    def near(share: float, spread: float) -> float:
        return float(np.clip(share + rng.normal(0, spread * (0.3 + share)), 0.0, 0.97))

    found = []
    for oa in areas.oas:
        place = oa.place
        older, asian = near(place.older, 0.18), near(place.asian, 0.2)
        found.append(
            Profile(
                oa=oa,
                need=near(place.need, 0.07),
                asian=asian,
                east_european=near(place.east_european, 0.2),
                older=older,
                hill=float(place.hill),
                ages=ages(oa.people, older, asian, rng),
            )
        )
    return found


def ages(
    people: int, older: float, asian: float, rng: np.random.Generator
) -> tuple[int, ...]:
    """Spread people over the 18 bands of age."""
    young = np.array([6, 6.4, 6.5, 6, 6, 6.8, 7, 7, 6.6, 6.3, 6.6, 6.5, 5.8])
    young[:6] *= 1 + 0.9 * asian
    young *= (1 - older) / young.sum()
    old = np.array(OLD_SHAPE) * older / sum(OLD_SHAPE)
    return tuple(int(n) for n in rng.multinomial(people, np.append(young, old)))

"""Which week did somebody make of their own: circumstances, and never a person?

All of it may stand in an address: parts of days, minutes, pounds. Nothing says where
somebody lives or who they are, for the answer is about every neighbourhood.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from weft.access.domain.lives import Going, Lacks, Life, Means
from weft.access.domain.travel import Way
from weft.assets.domain.facts import FactField
from weft.commons.times import Week
from weft.shell.tongues import ASKED
from weft.web.asking import (
    WAYS,
    Fields,
    language_read,
    one_of,
    text_in,
    week_in,
    whole_in,
)
from weft.web.finding import PENCE, WAYS_MEANT
from weft.web.free_time import Block, touched
from weft.web.free_time.parts import HOURS

QUARTERS_A_DAY, QUARTERS_AN_HOUR = 96, 4
SPOKEN = ("ur", "pa", "pl", "ro", "ar", "gu", "bn", "sk", "ckb", "uk", "bfi")
NEEDS = (
    FactField.STEP_FREE,
    FactField.ACCESSIBLE_TOILET,
    FactField.HEARING_LOOP,
    FactField.QUIET,
    FactField.BRING_A_CHILD,
    FactField.BEGINNERS,
    FactField.COMPANY,
    FactField.GO_WITH,
    FactField.WOMEN_ONLY,
    FactField.OUTDOORS,
)
AGES: Mapping[str, tuple[int, int]] = {
    "0-10": (0, 10),
    "11-15": (11, 15),
    "16-17": (16, 17),
    "18-59": (18, 59),
    "60-120": (60, 120),
}
TELEPHONE, INTERNET, QUIET = WITHOUT = ("telephone", "internet", "quiet")
YES = "yes"


@dataclass(frozen=True, slots=True)
class Slider:
    """A number somebody moves: its name, from what to what, by which steps."""

    name: str
    least: int
    most: int
    step: int
    usual: int

    def read(self, fields: Fields) -> int:
        """Take what was sent, as far as it goes; nothing, or no number, is usual."""
        told = whole_in(fields, self.name, most=self.most)
        return self.usual if told is None else max(told, self.least)


FAR = Slider("far", 5, 90, 5, 30)
PAY = Slider("pay", 0, 30, 1, 5)
FARE = Slider("fare", 0, 15, 1, 4)
SPARE = Slider("spare", 0, 30, 5, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWeek:
    """What somebody ticked and moved.

    Attributes
    ----------
    week
        Which; from this one on.
    blocks
        When they are free; none for any time.
    way, far, spare
        How they get about, minutes one way at most, minutes left before and after.
    pay, any_price, fare
        Pounds a visit at most, unless any will do; what a bus costs there and back.
    needs, language, age, without
        What must be so; who must be spoken to; of which age; what is not there.
    by_light
        Out neither before it is light nor after it is dark.
    read
        The language to read it in, where it is not English.
    """

    week: Week
    blocks: frozenset[Block] = frozenset()
    way: str = WAYS[0]
    far: int = FAR.usual
    pay: int = PAY.usual
    any_price: bool = True
    fare: int = FARE.usual
    spare: int = SPARE.usual
    needs: tuple[FactField, ...] = ()
    language: str = ""
    age: str = ""
    without: tuple[str, ...] = ()
    by_light: bool = False
    read: str = ""

    @property
    def life(self) -> Life:
        """Say it as a life: two weeks alike in this see the same."""
        return Life(
            slug="own",
            title="A week of your own",
            free=tuple(_quarters(self.blocks)),
            goes=tuple(self._goes()),
            margin_minutes=self.spare,
            most_pence=None if self.any_price else self.pay * PENCE,
            needs=frozenset(self.needs),
            lacks=frozenset(self._lacks()),
            ages=AGES.get(self.age, (0, 120)),
            means=Means(
                telephone=TELEPHONE not in self.without,
                internet=INTERNET not in self.without,
                languages=frozenset({self.language or "en"}),
            ),
        )

    def _goes(self) -> Iterator[Going]:
        for way in WAYS_MEANT[self.way]:
            fare = self.fare * PENCE if way is Way.BUS else 0
            yield Going(by=way, minutes=self.far, fare_pence=fare)

    def _lacks(self) -> Iterator[Lacks]:
        if INTERNET in self.without:
            yield from (Lacks.DEVICE, Lacks.DATA)
        if QUIET in self.without:
            yield Lacks.QUIET

    def fields(self) -> tuple[tuple[str, str], ...]:
        """Give what stands in an address."""
        return tuple(self._fields())

    def _fields(self) -> Iterator[tuple[str, str]]:
        yield from (("free", block.token) for block in sorted(self.blocks))
        yield "way", self.way
        yield FAR.name, str(self.far)
        yield from [("any", YES)] if self.any_price else [(PAY.name, str(self.pay))]
        yield FARE.name, str(self.fare)
        yield SPARE.name, str(self.spare)
        yield from (("need", one.value) for one in self.needs)
        yield from (("without", one) for one in self.without)
        told = {"language": self.language, "age": self.age, ASKED: self.read}
        yield from ((name, value) for name, value in told.items() if value)
        if self.by_light:
            yield "light", YES
        yield "week", self.week.monday.isoformat()


def own_week(fields: Fields, *, today: date) -> OwnWeek:
    """Read an address; what is not known is let go, never guessed."""
    needs, without = (set(fields.getlist(name)) for name in ("need", "without"))
    return OwnWeek(
        week=week_in(text_in(fields, "week"), today=today),
        blocks=touched(fields.getlist("free")),
        way=one_of(text_in(fields, "way"), WAYS, WAYS[0]),
        far=FAR.read(fields),
        pay=PAY.read(fields),
        any_price=text_in(fields, "any") == YES or not text_in(fields, PAY.name),
        fare=FARE.read(fields),
        spare=SPARE.read(fields),
        needs=tuple(one for one in NEEDS if one.value in needs),
        language=one_of(text_in(fields, "language"), SPOKEN, ""),
        age=one_of(text_in(fields, "age"), tuple(AGES), ""),
        without=tuple(one for one in WITHOUT if one in without),
        by_light=text_in(fields, "light") == YES,
        read=language_read(text_in(fields, ASKED)),
    )


def _quarters(blocks: frozenset[Block]) -> Iterator[tuple[int, int]]:
    """Give parts of days in quarter hours of the week; none of them is all of it."""
    if not blocks:
        yield 0, 7 * QUARTERS_A_DAY
    for block in sorted(blocks or ()):
        starts, ends = HOURS[block.part]
        first, last = (one.hour * QUARTERS_AN_HOUR for one in (starts, ends))
        day = block.day * QUARTERS_A_DAY
        yield day + first, day + (last if last > first else last + QUARTERS_A_DAY)

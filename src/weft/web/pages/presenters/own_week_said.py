"""How is the answer to a week of one's own said in somebody's language?

What ``own_week`` says in English; ``own_week_in`` has map, tables and files.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from weft.access.domain.choice.values import Condition
from weft.access.domain.going import Basis
from weft.assets.domain.worded_in import KEYS
from weft.commons.tongues import Said, Tongue
from weft.web.finding import PENCE
from weft.web.free_time import Block
from weft.web.own_week import AGES, OwnWeek
from weft.web.pages.presenters.way_said import WAYS
from weft.web.pages.presenters.way_there_said import BASES

LACKS = {
    Condition.HOURS: "lacks_hours",
    Condition.DISTANCE: "lacks_way",
    Condition.MONEY: "lacks_money",
    Condition.NEEDS: "lacks_needs",
    Condition.ALLOWED: "lacks_allowed",
    Condition.ROOM: "lacks_room",
    Condition.WAY_IN: "lacks_way_in",
}
WITHOUT = {
    "telephone": "no_telephone",
    "internet": "no_internet",
    "quiet": "no_quiet_place",
}
OLDEST = 120


def ages_in(tongue: Tongue, age: str) -> Said:
    """Say ages in figures: «18–59», «60+»."""
    least, most = AGES[age]
    return tongue.number(f"{least}+" if most == OLDEST else f"{least}–{most}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """What was reckoned, in numbers.

    Attributes
    ----------
    areas, sure, perhaps
        Small areas; those with three for certain; those with three if one asks.
    share
        People in a hundred who live where there are three; None where nobody knows.
    in_the_way
        What alone would help, most first, and in how many areas.
    basis, hours_unknown
        What ways are reckoned from; things to do of which nobody knows the hours.
    """

    areas: int
    sure: int
    perhaps: int
    share: int | None
    in_the_way: tuple[tuple[Condition, int], ...]
    basis: str
    hours_unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWeekSaid:
    """The answer in one language."""

    tongue: Tongue
    asked: OwnWeek
    told: Numbers

    @property
    def answer(self) -> tuple[Said, ...]:
        """Say in how many small areas there are three."""
        told, whole = self.told, self._number(self.told.areas)
        if told.sure == told.areas:
            return (self.tongue.say("three_in_all", whole=whole),)
        return (
            self.tongue.say("three_in_some", sure=self._number(told.sure), whole=whole),
            self._counted("three_if_asked", told.perhaps - told.sure),
            self._counted("fewer_than_three", told.areas - told.perhaps),
        )

    @property
    def back(self) -> Said:
        """Say back what was asked."""
        return self.tongue.joined(self._back(), "; ")

    @property
    def each_in_the_way(self) -> tuple[Said, ...]:
        """Say in how many more small areas there were three, cause by cause."""
        say = self.tongue.say
        return tuple(
            say("why_count", what=say(LACKS[what]), count=self._number(more))
            for what, more in self.told.in_the_way
        )

    @property
    def rests_on(self) -> tuple[Said, ...]:
        """Say of which week it is, and what it was reckoned from."""
        return tuple(self._rests_on())

    @property
    def more(self) -> tuple[Said, ...]:
        """Say what would help most, who lives there, what it rests on."""
        return tuple(self._more())

    def _back(self) -> Iterator[Said]:
        asked, tongue, say = self.asked, self.tongue, self.tongue.say
        if asked.blocks:
            times = tongue.joined(self._block(one) for one in sorted(asked.blocks))
            yield say("free_when", times=times)
        else:
            yield say("any_time")
        yield say(WAYS[asked.way])
        yield say("one_way_at_most", minutes=tongue.minutes(asked.far))
        if asked.spare:
            yield say("minutes_to_spare", minutes=tongue.minutes(asked.spare))
        if asked.any_price:
            yield say("any_price")
        else:
            yield say("visit_at_most", money=tongue.money(asked.pay * PENCE))
        if asked.needs:
            needs = tongue.joined(say(KEYS[one]) for one in asked.needs)
            yield say("must_be_so", needs=needs)
        yield from (say(WITHOUT[one]) for one in asked.without)
        if asked.language:
            languages = tongue.languages([asked.language])
            yield say("languages_spoken", languages=languages)
        if asked.age:
            yield say("age_from_to", ages=ages_in(tongue, asked.age))
        if asked.by_light:
            yield say("home_before_dark")

    def _block(self, one: Block) -> Said:
        day, part = self.tongue.day_name(one.day), self.tongue.say(one.part.value)
        return self.tongue.joined([day, part], " ")

    def _more(self) -> Iterator[Said]:
        told, say = self.told, self.tongue.say
        if told.in_the_way:
            what, more = told.in_the_way[0]
            count = self._number(more)
            yield say("most_in_the_way", what=say(LACKS[what]), count=count)
        if told.share is not None:
            yield say("people_with_three", share=self._number(told.share))
        yield from self._rests_on()
        yield say("only_they_can_say")

    def _rests_on(self) -> Iterator[Said]:
        told, say = self.told, self.tongue.say
        yield say("week_from", date=self.tongue.day(self.asked.week.monday))
        yield say(BASES[Basis(told.basis)])
        if told.hours_unknown:
            yield self._counted("hours_not_known", told.hours_unknown)

    def _counted(self, key: str, count: int) -> Said:
        return self.tongue.say(key, count=self._number(count))

    def _number(self, count: int) -> Said:
        return self.tongue.number(f"{count:,}")

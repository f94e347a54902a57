"""In which words is somebody asked for a week of their own?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from weft.assets.domain.facts import WORDS
from weft.assets.domain.worded_in import KEYS
from weft.commons.saying import LANGUAGE_NAMES
from weft.commons.times import Week
from weft.commons.tongues import Said
from weft.web.own_week import (
    AGES,
    FAR,
    FARE,
    NEEDS,
    PAY,
    SPARE,
    SPOKEN,
    OwnWeek,
    Slider,
)
from weft.web.pages.presenters.home import WAYS, Choosable, weeks_offered
from weft.web.pages.presenters.own_week_said import WITHOUT, ages_in
from weft.web.pages.presenters.read_in import ReadIn
from weft.web.pages.presenters.way_said import WAYS as WAYS_SAID

AGES_SAID = {
    "0-10": "10 or younger",
    "11-15": "11 to 15",
    "16-17": "16 or 17",
    "18-59": "18 to 59",
    "60-120": "60 or older",
}
WITHOUT_SAID = {
    "telephone": "no telephone",
    "internet": "no internet",
    "quiet": "nowhere quiet to be online",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWeekAsked(ReadIn):
    """The form, with what was ticked and moved."""

    asked: OwnWeek
    today: date

    sliders: ClassVar[Mapping[str, Slider]] = {
        one.name: one for one in (FAR, PAY, FARE, SPARE)
    }

    def line(self, key: str) -> Said | str:
        """Say a whole sentence: in English it ends as sentences do."""
        return self.said.say(key) if self.said else f"{self.tongue.say(key).text}."

    @property
    def touched(self) -> frozenset[str]:
        """Say which parts of the strip have thread in them."""
        return frozenset(block.token for block in self.asked.blocks)

    @property
    def week(self) -> Week:
        """Draw the strip of the week that is asked about."""
        return self.asked.week

    @property
    def weeks(self) -> tuple[Choosable, ...]:
        """Offer this week and the next."""
        return weeks_offered(self.today, self.said)

    @property
    def ways(self) -> tuple[Choosable, ...]:
        """Offer how one gets about."""
        if self.said is None:
            return WAYS
        return tuple((way, self.said.say(WAYS_SAID[way])) for way, _ in WAYS)

    @property
    def needs(self) -> tuple[Choosable, ...]:
        """Offer what must be so."""
        if self.said is None:
            return tuple((one.value, WORDS[one].wish) for one in NEEDS)
        return tuple((one.value, self.said.say(KEYS[one])) for one in NEEDS)

    @property
    def needed(self) -> frozenset[str]:
        """Say which were ticked."""
        return frozenset(one.value for one in self.asked.needs)

    @property
    def languages(self) -> tuple[Choosable, ...]:
        """Offer which language somebody there must speak."""
        if self.said is not None:
            will_do = ("", self.said.say("english_will_do"))
            return (will_do, *((one, self.said.languages([one])) for one in SPOKEN))
        named = ((code, LANGUAGE_NAMES[code]) for code in SPOKEN)
        told = sorted(named, key=lambda one: one[1][1])
        spoken = ((code, f"{english}, {own}") for code, (own, english) in told)
        return (("", "English will do"), *spoken)

    @property
    def ages(self) -> tuple[Choosable, ...]:
        """Offer ages, and not to say."""
        if self.said is not None:
            not_say = ("", self.said.say("rather_not_say"))
            return (not_say, *((one, ages_in(self.said, one)) for one in AGES))
        return (("", "I’d rather not say"), *((one, AGES_SAID[one]) for one in AGES))

    @property
    def without(self) -> tuple[Choosable, ...]:
        """Offer what may not be there."""
        if self.said is not None:
            return tuple((one, self.said.say(key)) for one, key in WITHOUT.items())
        return tuple(WITHOUT_SAID.items())

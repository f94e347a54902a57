"""What does the first page ask, and how does it say the region's week?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from weft.assets.domain.facts import OF_A_ROOM, WORDS, FactField
from weft.assets.domain.turns import Turn, turns
from weft.assets.domain.worded_in import KEYS
from weft.commons.crisis import HelpLine, heard, lines_for
from weft.commons.saying import LANGUAGE_NAMES, day
from weft.commons.times import Week
from weft.commons.tongues import Said, Tongue
from weft.web.asking import FAR, SPARE, Asking
from weft.web.pages.presenters.read_in import ReadIn
from weft.web.pages.presenters.region_week import RegionWeek
from weft.web.pages.presenters.way_said import WAYS as WAYS_SAID

FIRST_WISHES = (
    FactField.FREE,
    FactField.STEP_FREE,
    FactField.COMPANY,
    FactField.QUIET,
    FactField.BRING_A_CHILD,
    FactField.BEGINNERS,
    FactField.OUTDOORS,
    FactField.WOMEN_ONLY,
    FactField.JUST_COME,
    FactField.PLAYFUL,
)
MORE_WISHES = (
    FactField.TRY_ONCE,
    FactField.HALF_HOUR,
    FactField.AT_HOME,
    FactField.ONLINE,
    FactField.EVENING,
    FactField.LATE,
    FactField.GO_WITH,
    FactField.BRING_A_FRIEND,
    FactField.TOILETS,
    FactField.ACCESSIBLE_TOILET,
    FactField.QUIET_ROOM,
    FactField.HEARING_LOOP,
    FactField.TEA,
    FactField.MEN_WELCOME,
    FactField.MIXED_ABILITIES,
    FactField.ROOM,
)
PRICES = (
    ("", "It does not matter"),
    ("0", "Nothing"),
    ("2", "£2 or less"),
    ("5", "£5 or less"),
    ("10", "£10 or less"),
)
WAYS = (
    ("foot", "On foot"),
    ("bus", "On foot, by bus and by train"),
    ("wheels", "With a wheelchair or a pram"),
    ("bike", "By bike"),
    ("car", "By car or with a lift"),
)
SPARES = {
    0: "None",
    5: "5 minutes",
    10: "10 minutes",
    20: "20 minutes: we walk slowly",
}
Choosable = tuple[str, str | Said]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(ReadIn):
    """The questions of the first page, what was said to them, and the region's week."""

    asked: Asking
    today: date
    near_error: str = ""
    hours_error: str = ""
    weeks: tuple[RegionWeek, ...] = ()

    @property
    def errors(self) -> tuple[tuple[str, str], ...]:
        """List what was not understood, each with the field it is about."""
        told = (("near", self.near_error), ("hours", self.hours_error))
        return tuple((field, words) for field, words in told if words)

    @property
    def help_now(self) -> tuple[HelpLine, ...]:
        """List whom to ring, where what was written cannot wait."""
        return lines_for(heard(*self.asked.written))

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Lead to the pages for when life turns."""
        return turns()

    @property
    def week(self) -> Week:
        """Draw the strip of this week."""
        return self.asked.week

    @property
    def touched(self) -> frozenset[str]:
        """Say which parts of the strip have thread in them."""
        return frozenset(block.token for block in self.asked.blocks)

    @property
    def week_choices(self) -> tuple[Choosable, ...]:
        """Offer this week and the next."""
        return weeks_offered(self.today, self.said)

    @property
    def asked_week(self) -> str:
        """Say which week was asked for."""
        return self.asked.week.monday.isoformat()

    def _wishes(self, fields: Iterable[FactField]) -> tuple[Choosable, ...]:
        if self.said is None:
            return tuple((field.value, WORDS[field].wish) for field in fields)
        return tuple((field.value, self.said.say(KEYS[field])) for field in fields)

    @property
    def first_wishes(self) -> tuple[Choosable, ...]:
        """Offer what people ask for most."""
        return self._wishes(FIRST_WISHES)

    @property
    def more_wishes(self) -> tuple[Choosable, ...]:
        """Offer what nobody thinks of."""
        return self._wishes(MORE_WISHES)

    @property
    def room_wishes(self) -> tuple[Choosable, ...]:
        """Offer what a room may be right for."""
        return self._wishes(OF_A_ROOM)

    @property
    def wished(self) -> frozenset[str]:
        """Say which wishes were touched."""
        return frozenset(wish.value for wish in self.asked.wishes)

    @property
    def wants_more(self) -> bool:
        """Keep the further questions in sight where one was answered."""
        plain = Asking(
            near=self.asked.near,
            blocks=self.asked.blocks,
            hours=self.asked.hours,
            what=self.asked.what,
            wishes=self.asked.wishes & frozenset(FIRST_WISHES),
            week=self.asked.week,
            read=self.asked.read,
        )
        return plain != self.asked

    @property
    def languages(self) -> tuple[Choosable, ...]:
        """Offer every language in its own script."""
        any_of_them = self.said.say("any_language") if self.said else "Any"
        return (("", any_of_them), *((code, own) for code, (own, _) in _languages()))

    @property
    def language(self) -> str:
        """Say which language was asked for."""
        return next(iter(sorted(self.asked.languages)), "")

    @property
    def prices(self) -> tuple[Choosable, ...]:
        """Offer what it may cost."""
        if self.said is None:
            return PRICES
        pounds = ((price, self.said.money(int(price) * 100)) for price, _ in PRICES[1:])
        return (("", self.said.say("no_matter")), *pounds)

    @property
    def price(self) -> str:
        """Say which price was asked for."""
        return "" if self.asked.pay is None else str(self.asked.pay)

    @property
    def ways(self) -> tuple[Choosable, ...]:
        """Offer how one gets about."""
        if self.said is None:
            return WAYS
        return tuple((way, self.said.say(WAYS_SAID[way])) for way, _ in WAYS)

    @property
    def spares(self) -> tuple[Choosable, ...]:
        """Offer how much time to leave before and after."""
        if self.said is None:
            return tuple((str(one), SPARES[one]) for one in SPARE)
        return tuple((str(one), self.said.minutes(one)) for one in SPARE)

    @property
    def spare(self) -> str:
        """Say how much time to leave."""
        return str(self.asked.spare)

    @property
    def fars(self) -> tuple[Choosable, ...]:
        """Offer how long the way may be."""
        if self.said is None:
            return tuple((str(far), f"{far} minutes each way") for far in FAR)
        return tuple((str(far), self.said.minutes(far)) for far in FAR)

    @property
    def far(self) -> str:
        """Say how long the way may be."""
        return str(self.asked.far)


def weeks_offered(today: date, said: Tongue | None) -> tuple[Choosable, ...]:
    """Offer this week and the next, in a language where it is not English."""
    this = Week.of(today)
    keys = (this.monday.isoformat(), this.later(1).monday.isoformat())
    words: tuple[str | Said, ...] = (f"This week, from {day(this.monday)}", "Next week")
    if said:
        words = (said.say("this_week"), said.say("next_week"))
    return tuple(zip(keys, words, strict=True))


def _languages() -> list[tuple[str, tuple[str, str]]]:
    """List the languages as an English reader would look for them."""
    rest = ((code, names) for code, names in LANGUAGE_NAMES.items() if code != "en")
    return sorted(rest, key=lambda told: told[1][1])

"""How is something said in a language, with English where nobody has checked it?"""

import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from weft.commons import saying
from weft.commons.times import Window
from weft.commons.tongues.plurals import form_for
from weft.commons.tongues.reading import DIGITS, ENGLISH, Vocabulary

_HOUR = 60
DAYS = tuple(name.lower() for name in saying.DAY_NAMES)
MONTHS = tuple(name.lower() for name in saying.MONTH_NAMES)


@dataclass(frozen=True, slots=True)
class Part:
    """A few words; ``apart`` where they may run the other way than their sentence."""

    words: str
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Something said in a language, and the same in English.

    Attributes
    ----------
    parts
        In their order; numbers, times and names stand apart.
    checked
        A named speaker stands by it.
    key, sound
        Which string it is, and where somebody's recorded voice says it; "" where it is
        put together, or nobody has recorded it.
    """

    code: str
    direction: str
    parts: tuple[Part, ...]
    english: str
    checked: bool
    key: str = ""
    sound: str = ""

    @property
    def text(self) -> str:
        """Say it as plain words."""
        return "".join(part.words for part in self.parts)

    @property
    def is_english(self) -> bool:
        """Tell whether it is English itself."""
        return self.code == ENGLISH

    @property
    def beside(self) -> str:
        """Say in English what no speaker has checked; "" where one has."""
        return "" if self.checked or self.is_english else self.english

    @property
    def both(self) -> str:
        """Say it as plain words, with the English that stands beside it."""
        return f"{self.text} · {self.beside}" if self.beside else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """Whatever is said in one language, from its own file.

    Attributes
    ----------
    own, plain
        The language's file, and the English one.
    sounds
        Where recorded speech is, by key.
    """

    own: Vocabulary
    plain: Vocabulary
    sounds: Mapping[str, str] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """Give the language's code (BCP 47)."""
        return self.own.code

    @property
    def speaks(self) -> str:
        """Give the code of what is spoken, however it is written."""
        return self.code.partition("-")[0]

    @property
    def is_english(self) -> bool:
        """Tell whether it is English itself."""
        return self.code == ENGLISH

    @property
    def is_checked(self) -> bool:
        """Tell whether a named speaker stands by every string."""
        keys = (*self.own.words, *self.own.counted)
        return self.is_english or all(map(self.own.signature, keys))

    def say(self, key: str, **filled: "Said | str") -> Said:
        """Say one string.

        Parameters
        ----------
        key
            A key of the files.
        filled
            What goes into its places: said in the same language, or words that are the
            same in all (a name, a telephone number).
        """
        own, plain = self.own.words[key], self.plain.words[key]
        return self._made(key, own, plain, filled)

    def counted(self, key: str, count: int) -> Said:
        """Say how many of something, in the form that goes with the number."""
        own = self.own.counted[key][form_for(self.code, count)]
        plain = self.plain.counted[key][form_for(ENGLISH, count)]
        return self._made(key, own, plain, {"n": self.number(f"{count}")})

    def number(self, said: str) -> Said:
        """Write a number, a time or a price with the language's own digits."""
        own = said.translate(str.maketrans(DIGITS, self.own.digits))
        return self._of((Part(own, apart=True),), said)

    def name(self, said: str) -> Said:
        """Say a name as it is."""
        return self._of((Part(said, apart=True),), said)

    def clock(self, moment: datetime) -> Said:
        """Say an hour: «13:15»."""
        return self.number(saying.clock(moment))

    def hours(self, window: Window) -> Said:
        """Say from when till when."""
        return self.say(
            "from_till", start=self.clock(window.start), end=self.clock(window.end)
        )

    def day_name(self, weekday: int) -> Said:
        """Name a day of the week; Monday is 0."""
        return self.say(DAYS[weekday])

    def day(self, when: date) -> Said:
        """Say a day: «Tuesday 24 November»."""
        return self.say(
            "date",
            weekday=self.day_name(when.weekday()),
            day=self.number(f"{when.day}"),
            month=self.say(MONTHS[when.month - 1]),
        )

    def minutes(self, count: float) -> Said:
        """Say a length of time: «12 minutes», «1 hour 55 minutes»."""
        hours, rest = divmod(round(count), _HOUR)
        if not hours:
            return self.counted("minutes", rest)
        told = self.counted("hours", hours)
        return self.joined([told, self.counted("minutes", rest)], " ") if rest else told

    def money(self, pence: int) -> Said:
        """Say a price: «free», «£2.50»."""
        return self.number(saying.money(pence)) if pence else self.say("free")

    def languages(self, codes: Iterable[str]) -> Said:
        """Name languages, each in its own script; in English beside."""
        named = [saying.LANGUAGE_NAMES.get(code, (code, code)) for code in codes]
        return self.joined(
            [self._of((Part(own, apart=True),), english) for own, english in named]
        )

    def joined(self, some: Iterable[Said], between: str | None = None) -> Said:
        """Say several things in a row."""
        things = tuple(some)
        comma = self.own.comma if between is None else between
        plain = self.plain.comma if between is None else between
        parts: list[Part] = []
        for thing in things:
            parts += [Part(comma), *thing.parts] if parts else thing.parts
        english = plain.join(thing.english for thing in things)
        return self._of(tuple(parts), english, checked=all(t.checked for t in things))

    def _of(
        self, parts: tuple[Part, ...], english: str, *, checked: bool = True
    ) -> Said:
        return Said(
            code=self.code,
            direction=self.own.direction,
            parts=parts,
            english=english,
            checked=checked,
        )

    def _made(
        self, key: str, own: str, plain: str, filled: Mapping[str, Said | str]
    ) -> Said:
        told = {
            name: self.name(one) if isinstance(one, str) else one
            for name, one in filled.items()
        }
        return Said(
            code=self.code,
            direction=self.own.direction,
            parts=tuple(_filled(own, told)),
            english=plain.format(**{name: one.english for name, one in told.items()}),
            checked=bool(self.own.signature(key))
            and all(one.checked for one in told.values()),
            key="" if filled else key,
            sound="" if filled else self.sounds.get(key, ""),
        )


def _filled(words: str, told: Mapping[str, Said]) -> Iterator[Part]:
    """Put what is filled in between the words of a string."""
    for before, name, _, _ in string.Formatter().parse(words):
        if before:
            yield Part(before)
        if name:
            yield from told[name].parts

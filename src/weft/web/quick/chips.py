"""Which chips are there, and what does each ask of the search?

A chip says nothing exact, so all of them may stand in an address; where somebody starts
may not, and comes by a form.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from weft.assets.domain.facts import FactField
from weft.commons.times import Week
from weft.shell.tongues import ASKED, tongue_of
from weft.web.asking import Asking, Fields, language_read, text_in

Field = tuple[str, str]
HOURS: Mapping[str, tuple[str, str]] = {
    "school": ("school hours", "weekdays 9:30 to 15:00"),
    "mornings": ("mornings", "weekdays 9:00 to 12:00"),
    "afternoons": ("afternoons", "weekdays 12:00 to 17:00"),
    "evenings": ("evenings", "weekdays 17:00 to 22:00"),
    "weekend": ("weekends", "weekends 9:00 to 22:00"),
}
"""By chip: how it reads, and the hours it means."""
WISHES: Mapping[str, tuple[str, FactField]] = {
    "company": ("company", FactField.COMPANY),
    "quiet": ("quiet", FactField.QUIET),
    "fun": ("fun", FactField.PLAYFUL),
}
WORDS: Mapping[str, tuple[str, str]] = {
    "active": ("active", "active"),
    "hands": ("hands", "hands"),
}
"""What no fact says is asked in words, as anybody would."""
FOR = ("company", "quiet", "active", "hands", "fun")
NO_CAR, STEP_FREE, SPOKEN = "no-car", "step-free", "spoken"
CHIPS: Mapping[str, tuple[Field, ...]] = {
    "free": tuple((key, words) for key, (words, _) in HOURS.items()),
    "way": ((NO_CAR, "no car"), (STEP_FREE, "step-free")),
    "for": tuple((key, {**WISHES, **WORDS}[key][0]) for key in FOR),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quick:
    """What was touched.

    ``spoken`` asks that somebody there speaks the language that is read.
    """

    near: str = ""
    free: tuple[str, ...] = ()
    way: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    read: str = ""
    spoken: bool = False

    def asking(self, *, today: date, weeks_on: int = 0) -> Asking:
        """Ask the finder's own question.

        Parameters
        ----------
        today
            The day it is asked.
        weeks_on
            How many weeks after this one.
        """
        wishes = {WISHES[one][1] for one in self.wanted if one in WISHES}
        if STEP_FREE in self.way:
            wishes.add(FactField.STEP_FREE)
        spoken = {tongue_of(self.read).speaks} if self.spoken else set()
        return Asking(
            near=self.near,
            hours=", ".join(HOURS[one][1] for one in self.free),
            what=" ".join(WORDS[one][1] for one in self.wanted if one in WORDS),
            wishes=frozenset(wishes),
            languages=frozenset(spoken),
            way="bus" if NO_CAR in self.way else "car",
            week=Week.of(today).later(weeks_on),
            read=self.read,
        )

    def coarse(self, near: str) -> tuple[Field, ...]:
        """Give what may stand in an address, for an area or a square of the map."""
        pairs = [
            *(("free", one) for one in self.free),
            *(("way", one) for one in self.way),
            *(("for", one) for one in self.wanted),
            *([(ASKED, self.read)] if self.read else []),
            *([(SPOKEN, "yes")] if self.spoken else []),
        ]
        return (("near", near), *pairs)


def quick(fields: Fields) -> Quick:
    """Read a form or an address; what is no chip is let go."""

    def touched(name: str) -> tuple[str, ...]:
        told = set(fields.getlist(name))
        return tuple(key for key, _ in CHIPS[name] if key in told)

    return Quick(
        near=text_in(fields, "near"),
        free=touched("free"),
        way=touched("way"),
        wanted=touched("for"),
        read=language_read(text_in(fields, ASKED)),
        spoken=text_in(fields, SPOKEN) == "yes",
    )

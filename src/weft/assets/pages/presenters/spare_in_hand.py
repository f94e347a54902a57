"""In which words does a group say what it has to spare, looks for, and what ends?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from weft.assets.domain.ending import BY_FIELD, Ends
from weft.assets.domain.facts import WordField
from weft.assets.domain.spare import Wanted
from weft.assets.queries.spare_in_hand import ThingToSpare, WordSaid
from weft.commons.saying import dated

ENDS: Mapping[Ends, str] = {
    Ends.LEASE: "The lease, or the use of a room",
    Ends.FUNDING: "The money",
    Ends.PEOPLE: "Whoever keeps it going stops",
}
DONE: Mapping[str, str] = {
    "spare": "The list says so now.",
    "looking": "The list says so now.",
    "ends": "The list says so now.",
    "ends-back": "It is taken back.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EndsLine:
    """A last day that is told, and who may take it back."""

    thing: ThingToSpare
    ends: Ends
    said: WordSaid

    @property
    def words(self) -> str:
        """Say what ends, of what, and when."""
        day = dated(date.fromisoformat(self.said.words))
        of = "" if self.thing.is_group else f" ({self.thing.name})"
        return f"{ENDS[self.ends]}{of}: {day}."


@dataclass(frozen=True, slots=True, kw_only=True)
class SparePage:
    """What a group says of its rooms, its wishes and its last days."""

    things: tuple[ThingToSpare, ...]
    today: date
    back: str = field(repr=False)
    done: str = ""
    problem: tuple[str, str] = ("", "")
    typed: Wanted | None = None
    start: str = ""

    @property
    def news(self) -> str:
        """Say what came of the last tap."""
        return DONE.get(self.done, "")

    @property
    def spares(self) -> tuple[tuple[ThingToSpare, str, str], ...]:
        """List each thing, what is said of when it is empty, and by whom."""
        return tuple(self._spares())

    def _spares(self) -> Iterator[tuple[ThingToSpare, str, str]]:
        for thing in self.things:
            said = thing.said.get(WordField.SPARE)
            yield thing, said.words if said else "", _by(said)

    @property
    def wanted(self) -> Wanted:
        """Say what they look for: as typed, or as the list has it."""
        said = self.things[0].said.get(WordField.LOOKING)
        return self.typed or Wanted.of(said.words if said else "")

    @property
    def needs(self) -> str:
        """Write what must be there in one line."""
        return ", ".join(self.wanted.needs)

    @property
    def looks(self) -> bool:
        """Tell whether the list says that they look for something."""
        return WordField.LOOKING in self.things[0].said

    @property
    def wanted_by(self) -> str:
        """Say by whose word they look for it."""
        return _by(self.things[0].said.get(WordField.LOOKING))

    @property
    def ends(self) -> tuple[EndsLine, ...]:
        """List the last days that are told."""
        return tuple(
            EndsLine(thing=thing, ends=ends, said=thing.said[word])
            for thing in self.things
            for word, ends in BY_FIELD.items()
            if word in thing.said and _is_day(thing.said[word].words)
        )

    @property
    def may_end(self) -> tuple[tuple[str, str], ...]:
        """List what may end."""
        return tuple((str(one), words) for one, words in ENDS.items())

    @property
    def of(self) -> tuple[tuple[str, str], ...]:
        """List of what it may end."""
        return tuple((str(one.key), one.name) for one in self.things)

    @staticmethod
    def by(line: EndsLine) -> str:
        """Say by whose word it is told."""
        return _by(line.said)

    def error(self, name: str) -> str:
        """Say what was wrong with a field."""
        return self.problem[1] if self.problem[0] == name else ""


def _by(said: WordSaid | None) -> str:
    if said is None:
        return ""
    teller = "You said so" if said.own else f"{said.told_by or 'Somebody'} says so"
    return f"{teller}, {dated(said.told_on)}." if said.told_on else f"{teller}."


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True

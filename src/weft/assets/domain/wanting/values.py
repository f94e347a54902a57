"""A wish as it is looked up, and what was done with the words that told it."""

from dataclasses import dataclass
from enum import StrEnum


class Done(StrEnum):
    """What was done with something that was typed."""

    MEANT = "meant"  # unknown; taken for another word
    ALSO = "also"  # known; its like was looked for as well
    WIDENED = "widened"  # known but rare; words one slip away were looked for as well
    RESPACED = "respaced"  # a blank was put in, taken out or moved
    NOT_FOUND = "not_found"  # unknown, and nothing is like it: looked for without it
    PASSED_OVER = "passed_over"  # a word of asking, or too many words
    SAID_BY_HOURS = "said_by_hours"  # a day or an hour: the week strip says it better
    ANY_OF_IT = "any_of_it"  # nothing answers it all; these answer a part


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was typed, what was done with it, and the words that were looked for."""

    typed: str
    done: Done
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """Tokens that must all stand in a listing; ``slip`` 0 is what was said."""

    tokens: tuple[str, ...]
    slip: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One part of a wish: any of its alternatives answers it."""

    typed: tuple[str, ...]  # tokens as typed
    alternatives: tuple[Alternative, ...]

    @property
    def slips(self) -> bool:
        """Tell whether some of the alternatives are not what was typed."""
        return any(one.slip for one in self.alternatives)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanting:
    """A whole wish, ready to be looked up."""

    groups: tuple[Group, ...] = ()
    passed: tuple[str, ...] = ()  # not asked for, but a name may hold them: «The Who»
    any_of_it: bool = False
    corrections: tuple[Correction, ...] = ()

    @property
    def slips(self) -> bool:
        """Tell whether answers must be told apart by how well they fit."""
        return self.any_of_it or any(group.slips for group in self.groups)

    @property
    def in_doubt(self) -> bool:
        """Tell whether some word was not found at all."""
        return any(done.done is Done.NOT_FOUND for done in self.corrections)

    @property
    def lost(self) -> bool:
        """Tell whether words were typed and none of them was understood."""
        return not self.groups and self.in_doubt


def fact_token(field: str) -> str:
    """Name a fact told as «yes», as a word of the index that nobody can type."""
    return f"_f{field}"

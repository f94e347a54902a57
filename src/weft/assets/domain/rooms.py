"""What do people's own words say a room is right for: water, light, sound, floor?

The words of a cell in a spreadsheet, of somebody who tells us, and of a steward who
mends what was told are all read here. What is not understood is given back, and nothing
is guessed: a wooden floor is hard, and only «sprung» is sprung.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from weft.assets.domain.facts import FactField

_PARTED = re.compile(r"[;,&.\n]|\band\b|\bbut\b", re.IGNORECASE)
_NOT = re.compile(
    r"(?:there is |there are |it is |has )?"
    r"(?:no|not|without|never|too (?:noisy|loud)(?: for| to)?)\b"
)
_SAYS: Mapping[FactField, re.Pattern[str]] = {
    FactField.WATER: re.compile(r"\b(?:sinks?|running water|water|taps?|basins?)\b"),
    FactField.DAYLIGHT: re.compile(
        r"\b(?:daylight|natural light|north light|sunlight|skylights?|windows?)\b"
    ),
    FactField.LOUD: re.compile(
        r"\b(?:loud|amplified|amps|drums|soundproofed|sound ?proof|band practice)\b"
        r"|\bnois[ey]\w* (?:is |are )?(?:ok|okay|fine|welcome|allowed)\b"
    ),
    FactField.RECORDING: re.compile(r"\b(?:record|recording|recordings)\b"),
    FactField.SPRUNG_FLOOR: re.compile(r"\bsprung\b"),
    FactField.HARD_FLOOR: re.compile(
        r"\b(?:hard floor|lino|linoleum|vinyl|laminate|til(?:es|ed)|concrete|parquet)\b"
        r"|\b(?:wood|wooden|stone) floor\b|\bfloorboards\b"
    ),
    FactField.CARPET: re.compile(r"\bcarpet(?:s|ed)?\b"),
}


@dataclass(frozen=True, slots=True)
class RoomRead:
    """What was understood, and what was not, in the teller's words."""

    facts: Mapping[FactField, bool]
    left: tuple[str, ...] = ()


def room_read(words: str) -> RoomRead:
    """Read what a room is right for.

    Parameters
    ----------
    words
        As somebody would write them: «a sink, no carpet, may be loud».

    Returns
    -------
    RoomRead
        Yes or no to each thing that is spoken of. A part that says nothing we know,
        or that contradicts an earlier part, is left.

    Examples
    --------
    >>> read = room_read("A sink, no carpet; pink walls")
    >>> {str(field): value for field, value in read.facts.items()}, read.left
    ({'running_water': True, 'carpet': False}, ('pink walls',))
    """
    facts: dict[FactField, bool] = {}
    left: list[str] = []
    for part in (one.strip() for one in _PARTED.split(words)):
        plain = part.lower()
        refused = _NOT.match(plain)
        of = plain[refused.end() :] if refused else plain
        said = [field for field, pattern in _SAYS.items() if pattern.search(of)]
        clashes = any(facts.get(field) is bool(refused) for field in said)
        if part and (clashes or not said):
            left.append(part)
        facts |= {field: not refused for field in said if not clashes}
    return RoomRead(facts, tuple(left))

"""What does a summary carry of what was said, and what does it say that nobody said?

Both ways, by ties that people made: a statement with no passage for it may only be
flagged, never published; a passage that no statement carries, and a group that none
names, are listed, so that what one person said is not lost on the way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from weft.voices.domain.kinds import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """That a passage bears on a statement (or a claim)."""

    statement: str
    passage: str
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A passage of the first level; whose, as far as anybody knows."""

    ref: str
    speaker: str = ""  # a person, a table, a poster's group; empty is not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """People of whom passages speak, and the statements that name them."""

    name: str
    passages: tuple[str, ...]
    named_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Both ways. Everything is in the order in which it was handed in.

    Attributes
    ----------
    without
        Statements that no passage stands for, whether or not one could be read so.
    perhaps
        Those of them that some passage could be read for.
    carried
        Passages that stand for some statement or against one: either way it speaks of
        what they say.
    touched
        Passages that are tied, and only so that they could be read either way.
    lost
        Passages that are tied to none.
    lost_groups
        Groups that no statement names.
    of_one
        Statements for which one known speaker stands and nobody else.
    once
        Statements for which a single passage stands.
    """

    without: tuple[str, ...]
    perhaps: tuple[str, ...]
    carried: tuple[str, ...]
    touched: tuple[str, ...]
    lost: tuple[str, ...]
    lost_groups: tuple[str, ...]
    of_one: tuple[str, ...]
    once: tuple[str, ...]


def covered(
    *,
    statements: Sequence[str],
    passages: Sequence[Spoken],
    ties: Sequence[Tie],
    groups: Sequence[Named] = (),
) -> Coverage:
    """Look at statements from passages, and at passages from statements.

    A tie to a passage or a statement that is not handed in counts for nothing: it may
    have been withdrawn, or may not be seen by whoever asks.
    """
    speakers = {one.ref: one.speaker for one in passages}
    known = set(statements)
    behind: dict[str, set[str]] = {one: set() for one in statements}
    open_to: set[str] = set()
    tied: set[str] = set()
    carried: set[str] = set()
    for tie in ties:
        if tie.statement not in known or tie.passage not in speakers:
            continue
        tied.add(tie.passage)
        if tie.stance is Stance.FOR:
            behind[tie.statement].add(tie.passage)
        if tie.stance is Stance.EITHER:
            open_to.add(tie.statement)
        else:
            carried.add(tie.passage)
    without = tuple(one for one in statements if not behind[one])
    return Coverage(
        without=without,
        perhaps=tuple(one for one in without if one in open_to),
        carried=tuple(one.ref for one in passages if one.ref in carried),
        touched=tuple(one.ref for one in passages if one.ref in tied - carried),
        lost=tuple(one.ref for one in passages if one.ref not in tied),
        lost_groups=_lost(groups, known),
        of_one=tuple(one for one in statements if _of_one(behind[one], speakers)),
        once=tuple(one for one in statements if len(behind[one]) == 1),
    )


def _lost(groups: Sequence[Named], known: set[str]) -> tuple[str, ...]:
    return tuple(one.name for one in groups if known.isdisjoint(one.named_by))


def _of_one(behind: set[str], speakers: Mapping[str, str]) -> bool:
    """Tell whether one known speaker stands for it; unknown could be several."""
    those = {speakers[passage] for passage in behind}
    return len(those) == 1 and "" not in those

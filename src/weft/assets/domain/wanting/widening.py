"""How are words read more widely, where as they stand they find little or nothing?"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from weft.assets.domain.spelling import Spelling, neighbours, spelt
from weft.assets.domain.vocabulary import Vocabulary
from weft.assets.domain.wanting.reading import MOST_WORDS, as_said
from weft.assets.domain.wanting.values import (
    Alternative,
    Correction,
    Done,
    Group,
    Wanting,
)
from weft.commons.words import respacings, surfaces, token

MOST_PAIRS = 16
"""Where two words become one group, the likeliest pairs of their alternatives."""


def spacing_keys(words: str) -> frozenset[str]:
    """List every key to look up before the blanks between words can be doubted."""
    typed = surfaces(words)[:MOST_WORDS]
    parts = chain.from_iterable(parts for _, _, parts in respacings(typed))
    return frozenset(key for part in parts for key in (part, token(part)))


def one_slip_wider(words: str, spelling: Spelling, vocabulary: Vocabulary) -> Wanting:
    """Read words with one slip allowed in each, and in the blanks between them.

    Parameters
    ----------
    words, vocabulary
        As for ``as_said``.
    spelling
        What the index knows under each of ``keys(words)`` and ``spacing_keys(words)``.
    """
    said = as_said(words, spelling, vocabulary)
    typed = tuple(
        surface
        for surface in surfaces(words)[:MOST_WORDS]
        if token(surface) not in vocabulary.asking
    )
    groups, corrections = [], list(said.corrections)
    for group in said.groups:
        wider = _with_neighbours(group, typed, spelling)
        groups.append(wider)
        if wider is not group:
            corrections.append(
                Correction(
                    typed=" ".join(group.typed),
                    done=Done.WIDENED,
                    words=_shown(wider.alternatives[len(group.alternatives) :]),
                )
            )
    respaced, moved = _respaced(typed, tuple(groups), spelling)
    found = {word for done in moved for word in done.typed.split()}
    still = [
        done
        for done in corrections
        if done.done is not Done.NOT_FOUND or done.typed not in found
    ]
    return replace(said, groups=respaced, corrections=(*still, *moved))


def any_of_it(wanting: Wanting) -> Wanting:
    """Ask for some of the words only, since nothing answers them all."""
    typed = " ".join(word for group in wanting.groups for word in group.typed)
    return replace(
        wanting,
        any_of_it=True,
        corrections=(
            *wanting.corrections,
            Correction(typed=typed, done=Done.ANY_OF_IT),
        ),
    )


def _with_neighbours(group: Group, typed: Sequence[str], spelling: Spelling) -> Group:
    """Add every word one slip away from a group of one known word."""
    if group.slips or len(group.typed) != 1:
        return group
    surface = next((word for word in typed if token(word) == group.typed[0]), "")
    held = {one.tokens for one in group.alternatives}
    near = [
        known for known in neighbours(surface, spelling) if (known.token,) not in held
    ]
    if not near:
        return group
    return replace(
        group,
        alternatives=(
            *group.alternatives,
            *(Alternative((k.token,), rank) for rank, k in enumerate(near, start=1)),
        ),
    )


def _respaced(
    typed: tuple[str, ...], groups: tuple[Group, ...], spelling: Spelling
) -> tuple[tuple[Group, ...], list[Correction]]:
    """Where a slip of the blank gives known words, let them stand as well."""
    corrections = []
    for at, length, parts in respacings(typed):
        if not all(_stands(part, spelling) for part in parts):
            continue
        replaced = tuple(token(word) for word in typed[at : at + length])
        groups = _standing_instead(groups, replaced, tuple(map(token, parts)))
        corrections.append(
            Correction(
                typed=" ".join(typed[at : at + length]),
                done=Done.RESPACED,
                words=(" ".join(parts),),
            )
        )
    return groups, corrections


def _stands(part: str, spelling: Spelling) -> bool:
    """Tell whether a part is a word of the index; single letters prove nothing."""
    if len(part) == 1 or (part not in spelling and token(part) not in spelling):
        return False
    return spelt(part, spelling) is not None


def _standing_instead(
    groups: tuple[Group, ...], replaced: tuple[str, ...], parts: tuple[str, ...]
) -> tuple[Group, ...]:
    """Give the group of the replaced words one alternative more.

    Two groups become one whose alternatives are both of the old ones together, or the
    new words; a word that was not found has no group yet and gets one.
    """
    standing = [group for group in groups if set(group.typed) & set(replaced)]
    rest = tuple(group for group in groups if group not in standing)
    slip = 1 + max(
        (one.slip for group in standing for one in group.alternatives), default=0
    )
    together: tuple[Alternative, ...] = ()
    if standing:
        together = standing[0].alternatives
        for group in standing[1:]:
            pairs = (
                Alternative((*a.tokens, *b.tokens), a.slip + b.slip)
                for a in together
                for b in group.alternatives
            )
            together = tuple(sorted(pairs, key=lambda pair: pair.slip))[:MOST_PAIRS]
    return (
        *rest,
        Group(typed=replaced, alternatives=(*together, Alternative(parts, slip))),
    )


def _shown(alternatives: Sequence[Alternative]) -> tuple[str, ...]:
    """List the words of alternatives that people can read."""
    return tuple(" ".join(one.tokens) for one in alternatives)

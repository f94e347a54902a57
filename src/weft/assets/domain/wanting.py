"""What did somebody want, in their own words?

Words become groups; something answers the whole wish when it answers every group, and
a group when it holds any one of its alternatives. Nothing that was typed is dropped in
silence: whatever was passed over, put right or widened stands in ``corrections``.

Three readings, each wider than the last: ``as_said`` takes every known word as it
stands and puts right only unknown ones; ``one_slip_wider`` takes every word, and every
blank between words, for a possible slip; ``any_of_it`` asks for some of the words only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from weft.assets.domain.spelling import (
    SHORTEST,
    Known,
    Spelling,
    keys_of,
    neighbours,
    ranked,
    spelt,
)
from weft.assets.domain.vocabulary import Vocabulary, Wish
from weft.commons.words import respacings, surfaces, token

MOST_WORDS = 12
"""Words beyond these are passed over, and said so: an address book was pasted in."""

MOST_PAIRS = 16
"""Where two words become one group, the likeliest pairs of their alternatives."""


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


@dataclass(frozen=True, slots=True)
class Word:
    """One word, as typed and folded, and what it is taken for."""

    surface: str
    token: str
    neighbours: tuple[Known, ...] = ()
    known: Known | None = None


def fact_token(field: str) -> str:
    """Name a fact told as «yes», as a word of the index that nobody can type."""
    return f"_f{field}"


def keys(words: str) -> frozenset[str]:
    """List every key to look up before the words can be read."""
    typed = surfaces(words)[:MOST_WORDS]
    return frozenset(chain.from_iterable(keys_of(word) for word in typed))


def spacing_keys(words: str) -> frozenset[str]:
    """List every key to look up before the blanks between words can be doubted."""
    typed = surfaces(words)[:MOST_WORDS]
    parts = chain.from_iterable(parts for _, _, parts in respacings(typed))
    return frozenset(key for part in parts for key in (part, token(part)))


def as_said(words: str, spelling: Spelling, vocabulary: Vocabulary) -> Wanting:
    """Read words as they stand; only unknown ones are put right.

    Parameters
    ----------
    words
        What somebody typed.
    spelling
        What the index knows under each of ``keys(words)``.
    vocabulary
        The reviewed words of people.
    """
    typed = surfaces(words)
    read = [_word(surface, spelling, vocabulary) for surface in typed[:MOST_WORDS]]
    kept, corrections = _sifted(read, vocabulary)
    for surface in typed[MOST_WORDS:]:
        corrections.append(Correction(typed=surface, done=Done.PASSED_OVER))
    groups: list[Group] = []
    at = 0
    while at < len(kept):
        group, said, length = _next_group(kept[at:], vocabulary)
        if group:
            groups.append(group)
        corrections += said
        at += length
    return Wanting(
        groups=tuple(groups),
        passed=tuple(word.token for word in read if word not in kept),
        corrections=tuple(corrections),
    )


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


def _word(surface: str, spelling: Spelling, vocabulary: Vocabulary) -> Word:
    """Read one word: what the index knows of it, and what is one slip away."""
    known = spelt(surface, spelling)
    plain = token(surface)
    if known or plain in vocabulary.spoken or plain in vocabulary.times:
        return Word(surface, plain, known=known)
    near = neighbours(surface, spelling)
    people = tuple(
        Known(surface=word, token=word, listings=0)
        for word in vocabulary.one_slip_from(surface)
        if word not in {known.token for known in near}
    )
    return Word(surface, plain, neighbours=tuple(ranked(surface, (*near, *people))))


def _only_asks(word: Word, vocabulary: Vocabulary) -> bool:
    """Tell whether a word, or what it was meant to be, only says that one asks."""
    if word.token in vocabulary.asking:
        return True
    if not word.neighbours or word.neighbours[0].token not in vocabulary.asking:
        return False
    best = word.neighbours[0]
    # «olok» may be the look of a shop called New Look; «teh» is hardly ever a name.
    return not best.listings or len(best.token) < SHORTEST


def _sifted(
    read: Sequence[Word], vocabulary: Vocabulary
) -> tuple[list[Word], list[Correction]]:
    """Part the words that carry a wish from those of asking and of time."""
    kept, corrections = [], []
    outright = vocabulary.asked_outright([word.token for word in read])
    for at, word in enumerate(read):
        if at in outright:
            kept.append(word)
        elif word.token in vocabulary.times:
            corrections.append(_said(word, Done.SAID_BY_HOURS))
        elif _only_asks(word, vocabulary):
            corrections.append(_said(word, Done.PASSED_OVER))
        else:
            kept.append(word)
    if kept:
        return kept, corrections
    # «The Who» is made of nothing but words of asking: then they are the wish.
    return [word for word in read if word.token not in vocabulary.times], [
        done for done in corrections if done.done is Done.SAID_BY_HOURS
    ]


def _next_group(
    words: Sequence[Word], vocabulary: Vocabulary
) -> tuple[Group | None, list[Correction], int]:
    """Read the longest wish, or else one word, that the rest begins with."""
    best = [
        word.neighbours[0].token if word.neighbours else word.token for word in words
    ]
    match = vocabulary.starting(best)
    if match and (match.length > 1 or not words[0].neighbours):
        taken = tuple(best[: match.length])
        group = _wish_group(taken, match.wish)
        corrections = [
            Correction(typed=word.surface, done=Done.MEANT, words=(meant,))
            for word, meant in zip(words, taken, strict=False)
            if word.neighbours
        ]
        also = tuple(word for word in match.wish.words if word not in taken)
        corrections.append(
            Correction(typed=" ".join(taken), done=Done.ALSO, words=also)
        )
        return group, corrections, match.length
    return *_word_group(words[0], vocabulary), 1


def _word_group(
    word: Word, vocabulary: Vocabulary
) -> tuple[Group | None, list[Correction]]:
    """Read one word by itself: as it stands, or put right, or not found."""
    if not word.neighbours:
        if not word.known:
            return None, [_said(word, Done.NOT_FOUND)]
        alone = Alternative((word.token,))
        return Group(typed=(word.token,), alternatives=(alone,)), []
    likeliest, *others = word.neighbours
    alternatives = [
        Alternative((likeliest.token,), 1),
        *(Alternative(tokens, 2) for tokens in _meaning(likeliest.token, vocabulary)),
        *(Alternative((near.token,), rank) for rank, near in enumerate(others, 3)),
    ]
    meant = tuple(near.surface for near in word.neighbours)
    return (
        Group(typed=(word.token,), alternatives=tuple(alternatives)),
        [Correction(typed=word.surface, done=Done.MEANT, words=meant)],
    )


def _meaning(word: str, vocabulary: Vocabulary) -> Iterator[tuple[str, ...]]:
    """Give what else answers a word where it is a whole wish."""
    match = vocabulary.starting([word])
    if match:
        yield from _answers((word,), match.wish)


def _wish_group(taken: tuple[str, ...], wish: Wish) -> Group:
    """Let a wish be answered by its own words, its words of answer, or its facts."""
    answers = chain([taken], _answers(taken, wish))
    return Group(
        typed=taken,
        alternatives=tuple(Alternative(tokens) for tokens in dict.fromkeys(answers)),
    )


def _answers(taken: tuple[str, ...], wish: Wish) -> Iterator[tuple[str, ...]]:
    """List what else answers a wish."""
    yield from ((word,) for word in wish.words if (word,) != taken)
    yield from ((fact_token(field),) for field in wish.facts)


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


def _said(word: Word, done: Done) -> Correction:
    return Correction(typed=word.surface, done=done)


def _shown(alternatives: Sequence[Alternative]) -> tuple[str, ...]:
    """List the words of alternatives that people can read."""
    return tuple(" ".join(one.tokens) for one in alternatives)

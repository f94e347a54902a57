"""How are words read as they stand, only unknown ones being put right?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
from weft.assets.domain.wanting.values import (
    Alternative,
    Correction,
    Done,
    Group,
    Wanting,
    fact_token,
)
from weft.commons.words import surfaces, token

MOST_WORDS = 12
"""Words beyond these are passed over, and said so: an address book was pasted in."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word, as typed and folded, and what it is taken for."""

    surface: str
    token: str
    neighbours: tuple[Known, ...] = ()
    known: Known | None = None


def plain_keys(words: str) -> frozenset[str]:
    """List the keys that tell whether the words are known as they stand."""
    typed = surfaces(words)[:MOST_WORDS]
    return frozenset(chain.from_iterable((word, token(word)) for word in typed))


def all_known(words: str, spelling: Spelling, vocabulary: Vocabulary) -> bool:
    """Tell whether every word is known as it stands, so that none need be put right.

    Parameters
    ----------
    words, vocabulary
        As for ``as_said``.
    spelling
        What the index knows under each of ``plain_keys(words)``.
    """
    return all(
        token(word) in vocabulary.spoken
        or token(word) in vocabulary.times
        or spelt(word, spelling)
        for word in surfaces(words)[:MOST_WORDS]
    )


def keys(words: str) -> frozenset[str]:
    """List every key to look up before the words can be read."""
    typed = surfaces(words)[:MOST_WORDS]
    return frozenset(chain.from_iterable(keys_of(word) for word in typed))


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
        also = tuple(" ".join(words) for words in match.wish.words if words != taken)
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
    yield from (words for words in wish.words if words != taken)
    yield from ((fact_token(field),) for field in wish.facts)


def _said(word: Word, done: Done) -> Correction:
    return Correction(typed=word.surface, done=done)

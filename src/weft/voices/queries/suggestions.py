"""What did a machine offer those who hold a project, and what did they do with it?"""

from dataclasses import dataclass
from datetime import date

from weft.voices.domain.keys import parts_of
from weft.voices.domain.kinds import Level, SuggestionState, Suggests
from weft.voices.domain.likeness import NEIGHBOURS, Candidate, Likeness
from weft.voices.domain.reading import Reader
from weft.voices.models import Suggestion
from weft.voices.queries.shown import PassageShown, Wall
from weft.voices.queries.wall import wall
from weft.voices.queries.whole import project_row


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionShown:
    """One suggestion, with the words that made it.

    Attributes
    ----------
    number
        By which it is answered.
    about
        What it is about: a claim, another passage, or the name of a code.
    because
        Words that both share.
    like
        For a code, the passage it was put to that is most like; None else.
    """

    number: int
    kind: Suggests
    passage: PassageShown
    about: str
    because: tuple[str, ...]
    like: PassageShown | None
    method: str
    score: float
    state: SuggestionState
    by: str
    answered_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionsInHand:
    """All suggestions of a project, as its hosts see them."""

    wall: Wall
    on: bool
    suggestions: tuple[SuggestionShown, ...]

    @property
    def readable(self) -> tuple[PassageShown, ...]:
        """Give the passages that may be laid beside others."""
        return readable(self.wall)


def readable(read: Wall) -> tuple[PassageShown, ...]:
    """Give what was said and has words that this reader may see."""
    return tuple(one for one in read.spoken if one.words and one.level is Level.SAID)


def likeness_of(passages: tuple[PassageShown, ...]) -> Likeness:
    """Make some passages ready to be compared; each is known by its number."""
    return Likeness(
        [
            Candidate(
                ref=str(one.number),
                words=one.words,
                place=str(one.number),
                source=f"{one.workshop}/{one.source}",
            )
            for one in passages
        ]
    )


def suggestions_in_hand(key: str, *, today: date) -> SuggestionsInHand:
    """Give what was offered to those who hold a project.

    Parameters
    ----------
    key
        ``region/slug``, to which their link is bound.
    today
        The day they look; a consent ends for them too.

    Raises
    ------
    NotFound
        There is no such project any more.
    """
    region, slug = parts_of(key)
    project = project_row(region, slug)
    read = wall(region, slug, reader=Reader.HOST, today=today)
    words = {one.number: one for one in readable(read)}
    ready = likeness_of(tuple(words.values()))
    rows = Suggestion.objects.filter(project=project).select_related(
        "passage", "claim", "beside", "code"
    )
    told = (_shown(one, words, ready) for one in rows)
    return SuggestionsInHand(
        wall=read,
        on=project.suggests,
        suggestions=tuple(one for one in told if one is not None),
    )


def _shown(
    one: Suggestion, words: dict[int, PassageShown], ready: Likeness
) -> SuggestionShown | None:
    """Show one; None where its words may not be read any more."""
    passage = words.get(one.passage.number)
    beside = words.get(one.beside.number) if one.beside else None
    if passage is None or (one.beside and beside is None):
        return None
    about = one.claim.words if one.claim else beside.words if beside else ""
    like = _coded_like(passage, one.code.name, words, ready) if one.code else None
    alike = like.words if like else about
    return SuggestionShown(
        number=one.pk,
        kind=Suggests(one.kind),
        passage=passage,
        about=one.code.name if one.code else about,
        because=ready.because(alike, passage.words),
        like=like,
        method=f"{one.method} ({one.version})",
        score=one.score,
        state=SuggestionState(one.state),
        by=one.by,
        answered_on=one.answered_on,
    )


def _coded_like(
    passage: PassageShown,
    code: str,
    words: dict[int, PassageShown],
    ready: Likeness,
) -> PassageShown | None:
    """Find the passage with a code that is most like; None where none has it now."""
    own = str(passage.number)
    for one in ready.like(passage.words, most=NEIGHBOURS, but={own}):
        found = words[int(one.ref)]
        if code in {put.name for put in found.codes}:
            return found
    return None

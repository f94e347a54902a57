"""How does the workshop that Weft comes from, with its draft reading, become a project?

The words are those of whoever hands in the notes; the reading is ours, says that it is
a draft, and none of it counts as a voice.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from weft.commons.errors import NotPossible
from weft.voices.domain.anchors import span_of
from weft.voices.domain.example import Draft, draft
from weft.voices.domain.example.draft import DraftCode
from weft.voices.domain.kinds import (
    Level,
    Sees,
    SourceKind,
    SpeakerKind,
    Stance,
)
from weft.voices.domain.notes import Notes, Piece, PieceKind, Poster, placed
from weft.voices.domain.told import (
    BehindTold,
    CauseTold,
    ClaimTold,
    CodeTold,
    CodingTold,
    ConsentTold,
    MentionedTold,
    PassageTold,
    ProjectTold,
    SourceTold,
    SpeakerTold,
    WorkshopTold,
)
from weft.voices.exchange.example_causes import example_causes

MAKERS = "the makers of Weft"
OF_THE_SUMMARY = "What the organisers wrote afterwards"
OTHER_NOTES = (
    "These are not the notes that the draft reading speaks of: its lines would open to "
    "other words."
)


def is_of(text: str, told: Draft) -> bool:
    """Say whether a draft reading was made of these notes and no others."""
    return hashlib.sha256(text.encode()).hexdigest() == told.notes_sha256


def example_project(text: str, *, sees: Sees = Sees.HOSTS) -> ProjectTold:
    """Make a project of the notes and the draft reading that ships.

    Parameters
    ----------
    text
        The notes of the workshop that Weft comes from.
    sees
        Whom those who were there let read their words; unless somebody who knows says
        more, only those who hold the project.

    Raises
    ------
    NotPossible
        These are other notes than the reading speaks of.
    """
    told = draft()
    if not is_of(text, told):
        raise NotPossible(OTHER_NOTES)
    notes = placed(text)
    workshop = WorkshopTold(
        ref="workshop",
        name=notes.of(PieceKind.TITLE)[0].words,
        questions=tuple(
            one.question
            for one in notes.sections
            if one.question and one.level is Level.SAID
        ),
        consent=ConsentTold(sees=sees),
        sources=tuple(_sources(notes, told)),
    )
    return ProjectTold(
        slug=told.slug,
        name=told.name,
        purpose=told.purpose,
        draft=told.says,
        speakers=tuple(_who_made(one) for one in notes.posters),
        workshops=(workshop,),
        codes=tuple(_code(one) for one in told.codes),
        codings=tuple(
            CodingTold(code=code.ref, passage=passage, coder=MAKERS)
            for code in told.codes
            for passage in code.passages
        ),
        claims=(*_claims(told), *_statements(told)),
        causes=tuple(causes_with_words(notes, told)),
        mentioned=tuple(_mentioned(notes, told)),
    )


def _mentioned(notes: Notes, told: Draft) -> Iterator[MentionedTold]:
    """Say of whom the notes speak, in their order."""
    for one in told.groups:
        yield MentionedTold(
            name=one.name,
            passages=tuple(
                passage.ref for passage in notes.passages if passage.ref in one.passages
            ),
            named_by=tuple(
                said.id for said in told.statements if said.id in one.named_by
            ),
        )


def _code(one: DraftCode) -> CodeTold:
    return CodeTold(
        ref=one.ref, name=one.name, layer=one.layer, memo=one.memo, parent=one.parent
    )


def causes_with_words(notes: Notes, told: Draft) -> Iterator[CauseTold]:
    """Tie each cause of the draft to the passages that it rests on."""
    for one in example_causes():
        words = told.words_of_causes.get(one.told.ref) or [
            passage.ref for passage in notes.passages if passage.line in one.lines
        ]
        yield replace(one.told, words=tuple(words))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A stretch of the notes that becomes a source."""

    ref: str
    name: str
    kind: SourceKind
    start: int
    level: Level = Level.SAID
    poster: int = 0


def _parts(notes: Notes) -> list[_Part]:
    """Cut the notes at their headings and posters; the first begins at their start."""
    first, *others = notes.sections
    before = any(one.section == first.number for one in notes.passages)
    found = [
        _Part(
            ref=f"section-{one.number}",
            name=one.question or "Notes",
            kind=SourceKind.TEXT if one.level is Level.SAID else SourceKind.SUMMARY,
            start=one.start,
            level=one.level,
        )
        for one in ((first, *others) if before else others)
    ]
    found += [
        _Part(
            ref=_poster_ref(one.number),
            name=_poster_name(one),
            kind=SourceKind.POSTER,
            start=one.start,
            poster=one.number,
        )
        for one in notes.posters
    ]
    found.sort(key=lambda one: one.start)
    return [replace(found[0], start=0), *found[1:]] if found else []


def _sources(notes: Notes, told: Draft) -> Iterator[SourceTold]:
    """Give every stretch as a source; their texts joined are the notes."""
    parts, hung = _parts(notes), _hung(notes)
    ends = [after.start for _, after in pairwise(parts)] + [len(notes.text)]
    for part, end in zip(parts, ends, strict=True):
        inside = [one for one in notes.passages if part.start <= one.start < end]
        yield SourceTold(
            ref=part.ref,
            name=part.name,
            kind=part.kind,
            level=part.level,
            text=notes.text[part.start : end],
            passages=tuple(
                replace(
                    _passage(one, notes.text[part.start : end], part, told),
                    hangs_on=hung.get(one.ref, ""),
                )
                for one in inside
            ),
        )
        for one in inside:
            if one.kind is PieceKind.MISSING:
                yield SourceTold(
                    ref=f"picture-{one.ref}",
                    name=f"{part.name}: a picture that is not in the notes",
                    kind=SourceKind.MISSING,
                )


def _hung(notes: Notes) -> dict[str, str]:
    """Say of each passage of a list on which one it hangs."""
    hung, last = {}, {}
    for one in notes.passages:
        if one.kind is PieceKind.STEM:
            last[one.words] = one.ref
        elif one.stem in last:
            hung[one.ref] = last[one.stem]
    return hung


def _passage(piece: Piece, text: str, part: _Part, told: Draft) -> PassageTold:
    noted = next((one for one in told.notes_on if one.ref == piece.ref), None)
    return PassageTold(
        ref=piece.ref,
        at=span_of(text, piece.start - part.start, piece.end - part.start),
        speaker=_poster_ref(part.poster) if part.poster else "",
        first_hand=noted.first_hand if noted else None,
        on_behalf_of=noted.on_behalf_of if noted else "",
        warning=noted.warning if noted else "",
    )


def _who_made(one: Poster) -> SpeakerTold:
    return SpeakerTold(
        ref=_poster_ref(one.number),
        kind=SpeakerKind.GROUP,
        name=f"Those who made it: {_poster_name(one)}",
    )


def _poster_ref(number: int) -> str:
    return f"poster-{number}"


def _poster_name(one: Poster) -> str:
    """Name a poster by its label; a label that is lost is not guessed."""
    return one.label or f"a poster without a label, line {one.line}"


def _claims(told: Draft) -> Iterator[ClaimTold]:
    for one in told.claims:
        yield ClaimTold(
            ref=one.ref,
            words=one.words,
            short=one.short,
            theme=one.theme,
            level=Level.SAID,
            written_by=MAKERS,
            behind=tuple(
                BehindTold(passage=passage, stance=stance)
                for passage, stance in one.behind
            ),
        )


def _statements(told: Draft) -> Iterator[ClaimTold]:
    """Give what the summary states, in our words; its own are in the summary."""
    for one in told.statements:
        behind: dict[str, Stance] = {
            link.passage: link.stance for link in told.links if link.statement == one.id
        }
        yield ClaimTold(
            ref=one.id,
            words=one.words,
            short=one.short,
            theme=OF_THE_SUMMARY,
            level=Level.WRITTEN,
            written_by=f"the organisers; put in these words by {MAKERS}",
            behind=tuple(
                BehindTold(passage=passage, stance=stance)
                for passage, stance in behind.items()
            ),
        )

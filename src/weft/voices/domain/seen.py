"""What is left of a project where a reader may not see all of its rooms?"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from weft.voices.domain.anchors import PictureRegion, TextSpan
from weft.voices.domain.blanking import blanked, quoted_anew
from weft.voices.domain.choosing import keeps_back, kept_from_view
from weft.voices.domain.polling import StatementState
from weft.voices.domain.reading import Reader, may_read
from weft.voices.domain.told import (
    CodeTold,
    ProjectTold,
    ReadingTold,
    SourceTold,
    WorkshopTold,
)
from weft.voices.domain.told_pictures import in_a_file
from weft.voices.domain.told_votes import RoundTold


def seen_by(told: ProjectTold, *, reader: Reader, today: date) -> ProjectTold:
    """Leave out the words of rooms that a reader may not see, and what rests on them.

    Parameters
    ----------
    told
        A project, whole.
    reader
        Who takes it away.
    today
        The day they do.
    """
    first = frozenset(one.ref for one in told.speakers if one.chooses_first)
    rooms = tuple(_room(one, reader, today, first) for one in told.workshops)
    left = {p.ref for room in rooms for source in room.sources for p in source.passages}
    spoke = {
        p.speaker for room in rooms for source in room.sources for p in source.passages
    }
    codings = tuple(one for one in told.codings if one.passage in left)
    closed = {one.code for one in told.codings} - {one.code for one in codings}
    told = replace(
        told,
        workshops=tuple(_unhung(one, left) for one in rooms),
        codes=_without(told.codes, closed),
        speakers=tuple(one for one in told.speakers if one.ref in spoke),
        codings=codings,
        readings=tuple(_readings(told, rooms, reader)),
        claims=tuple(
            replace(one, behind=tuple(b for b in one.behind if b.passage in left))
            for one in told.claims
        ),
        causes=tuple(
            replace(one, words=tuple(ref for ref in one.words if ref in left))
            for one in told.causes
        ),
        rounds=told.rounds
        if reader is Reader.HOST
        else tuple(_rounds(told, left, reader, today)),
        mentioned=tuple(
            replace(one, passages=tuple(ref for ref in one.passages if ref in left))
            for one in told.mentioned
            if not one.passages or left.intersection(one.passages)
        ),
        suggestions=told.suggestions if reader is Reader.HOST else (),
    )
    return _noted(told, left)


def _noted(told: ProjectTold, left: Collection[str]) -> ProjectTold:
    """Leave out what is noted of passages that are not told."""
    return replace(
        told,
        facets=tuple(one for one in told.facets if one.passage in left),
        strengths=tuple(one for one in told.strengths if one.passage in left),
        questions=tuple(one for one in told.questions if one.passage in left),
        works=tuple(one for one in told.works if one.passage in left),
        assumptions=tuple(
            replace(
                one,
                holds=tuple(ref for ref in one.holds if ref in left),
                doubts=tuple(ref for ref in one.doubts if ref in left),
            )
            for one in told.assumptions
        ),
    )


def _readings(
    told: ProjectTold, rooms: Iterable[WorkshopTold], reader: Reader
) -> Iterator[ReadingTold]:
    """Give the blind readings of texts that are told, to those who held the room.

    How two people read a text is for them to talk about, and for nobody to judge.
    """
    there = {(room.ref, source.ref) for room in rooms for source in room.sources}
    if reader is Reader.HOST:
        yield from (one for one in told.readings if (one.workshop, one.source) in there)


def _without(
    codes: tuple[CodeTold, ...], closed: Collection[str]
) -> tuple[CodeTold, ...]:
    """Leave out codes that only closed words were sorted by.

    One that stands under such a code moves up to the next that is told.
    """
    parents = {one.ref: one.parent for one in codes}

    def told_above(ref: str) -> str:
        while ref in closed:
            ref = parents[ref]
        return ref

    return tuple(
        replace(one, parent=told_above(one.parent))
        for one in codes
        if one.ref not in closed
    )


def _rounds(
    told: ProjectTold, left: set[str], reader: Reader, today: date
) -> Iterator[RoundTold]:
    """Give rounds that are over, without what any one ballot says.

    A statement lives on its words as a cause does: where all of them are closed to this
    reader, so is the statement.
    """
    closed = {
        one.ref
        for one in told.workshops
        if not may_read(
            one.consent.sees, until=one.consent.until, reader=reader, today=today
        )
    }
    for one in told.rounds:
        if one.shut and one.workshop not in closed:
            yield replace(
                one,
                ballots=(),
                statements=tuple(
                    replace(
                        statement,
                        ballot=None,
                        passages=tuple(
                            ref for ref in statement.passages if ref in left
                        ),
                    )
                    for statement in one.statements
                    if statement.state is StatementState.IN
                    and (not statement.passages or left & set(statement.passages))
                ),
            )


def _unhung(room: WorkshopTold, left: Collection[str]) -> WorkshopTold:
    """Let passages hang on nothing that is not told."""
    sources = tuple(
        replace(
            source,
            passages=tuple(
                one if one.hangs_on in left else replace(one, hangs_on="")
                for one in source.passages
            ),
        )
        for source in room.sources
    )
    return replace(room, sources=sources)


def _room(
    one: WorkshopTold, reader: Reader, today: date, first: Collection[str]
) -> WorkshopTold:
    consent = one.consent
    reads = may_read(consent.sees, until=consent.until, reader=reader, today=today)
    sources = [_source(s, today) for s in one.sources] if reads else []
    if reader is Reader.HOST:
        return replace(one, sources=tuple(sources))
    let = tuple(_only_let(source, first) for source in sources)
    # A small count of a group leaves by no file.
    return replace(one, presences=(), needs="", sources=let)


def _source(one: SourceTold, today: date) -> SourceTold:
    """Leave out a picture that not everybody who is in it lets go in a file."""
    return replace(one, picture=in_a_file(one.picture, today=today))


def _only_let(source: SourceTold, first: Collection[str]) -> SourceTold:
    """Leave out what whoever said it has not let be shown.

    Where that is a part of a picture, the picture goes: nobody reads it there either.
    """
    kept, places = kept_from_view(
        (one.ref, one.at, keeps_back(one.choice, chooses_first=one.speaker in first))
        for one in source.passages
    )
    if not kept:
        return source
    text = blanked(source.text, places)
    drawn = any(
        isinstance(one.at, PictureRegion) for one in source.passages if one.ref in kept
    )
    return replace(
        source,
        text=text,
        picture=None if drawn else source.picture,
        passages=tuple(
            replace(
                one,
                at=quoted_anew(one.at, text)
                if isinstance(one.at, TextSpan)
                else one.at,
            )
            for one in source.passages
            if one.ref not in kept
        ),
    )

"""How does another program's REFI-QDA project come in?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from weft.standards import qdpx
from weft.voices.domain.anchors import span_of
from weft.voices.domain.kinds import Layer, Level, SourceKind, SpeakerKind, Stance
from weft.voices.domain.told import (
    BehindTold,
    ClaimTold,
    CodeTold,
    CodingTold,
    PassageTold,
    ProjectTold,
    SourceTold,
    SpeakerTold,
    WorkshopTold,
)
from weft.voices.exchange.qdpx import HOW
from weft.voices.exchange.qdpx_pictures import pictures_told

Marked = qdpx.Selection | qdpx.PictureSelection


def from_qdpx(project: qdpx.Project, *, slug: str) -> ProjectTold:
    """Take another program's project as one workshop of ours.

    Nothing is known of whom it may be shown to, so only those who hold it read it. A
    note that passages point at becomes a claim of which they could be either: only
    somebody who reads it can say what they do for it.
    """
    spoke = {guid: case.guid for case in project.cases for guid in case.selections}
    sources = (
        *(_source(one, spoke) for one in project.sources),
        *pictures_told(project.pictures, spoke),
    )
    how = {guid for one in project.sets if one.name == HOW for guid in one.codes}
    known = {one.guid for one in project.codes}
    return ProjectTold(
        slug=slug,
        name=project.name or slug,
        purpose=project.description,
        speakers=tuple(_speaker(one) for one in project.cases),
        workshops=(
            WorkshopTold(ref="all", name=project.name or slug, sources=sources),
        ),
        codes=tuple(
            CodeTold(
                ref=one.guid,
                name=one.name,
                memo=one.description,
                parent=one.parent,
                layer=Layer.HOW if one.guid in how else Layer.WHAT,
            )
            for one in _once(project.codes)
        ),
        codings=tuple(_codings(project, known)),
        claims=tuple(_claims(project)),
    )


def _once(codes: tuple[qdpx.Code, ...]) -> Iterator[qdpx.Code]:
    """Leave out a code whose guid was used before: some programs use one again."""
    seen: set[str] = set()
    for one in codes:
        if one.guid not in seen:
            seen.add(one.guid)
            yield one


def _speaker(one: qdpx.Case) -> SpeakerTold:
    kinds = {kind.value: kind for kind in SpeakerKind}
    kind = kinds.get(one.description, SpeakerKind.UNKNOWN)
    return SpeakerTold(ref=one.guid, kind=kind, name=one.name)


def _source(one: qdpx.TextSource, spoke: Mapping[str, str]) -> SourceTold:
    return SourceTold(
        ref=one.guid,
        name=one.name,
        kind=SourceKind.TEXT,
        text=one.text,
        passages=tuple(
            PassageTold(
                ref=selection.guid,
                at=span_of(one.text, selection.start, selection.end),
                speaker=spoke.get(selection.guid, ""),
            )
            for selection in one.selections
        ),
    )


def _marked(project: qdpx.Project) -> Iterator[Marked]:
    """Go through what is marked in texts and in pictures."""
    for text in project.sources:
        yield from text.selections
    for picture in project.pictures:
        yield from picture.selections


def _codings(project: qdpx.Project, known: set[str]) -> Iterator[CodingTold]:
    names = {user.guid: user.name or user.guid for user in project.users}
    put = (
        CodingTold(
            code=one.code, passage=selection.guid, coder=names.get(one.user, one.user)
        )
        for selection in _marked(project)
        for one in selection.codings
        if one.code in known
    )
    yield from dict.fromkeys(put)


def _claims(project: qdpx.Project) -> Iterator[ClaimTold]:
    behind: dict[str, list[str]] = defaultdict(list)
    for selection in _marked(project):
        for guid in selection.notes:
            behind[guid].append(selection.guid)
    for note in project.notes:
        if note.guid in behind and note.text.strip():
            yield ClaimTold(
                ref=note.guid,
                words=note.text,
                short=note.name[:60],
                level=Level.WRITTEN,
                memo=note.description,
                behind=tuple(
                    BehindTold(passage=ref, stance=Stance.EITHER)
                    for ref in dict.fromkeys(behind[note.guid])
                ),
            )

"""How does a project go into REFI-QDA, and how does another program's come in?

What the standard has a place for goes: codes in their tree, texts with their passages,
who coded, speakers as cases. Claims have none: each is a note at the passages behind
it, and how they bear on it is written in the note's description. Codes of *how* a
thing was said are a set. Pictures, recordings, votes and who came have no place that
other programs read alike; they leave in Weft's own file (``own``).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from weft.standards import qdpx
from weft.voices.domain.anchors import TextSpan, span_of
from weft.voices.domain.kinds import Layer, Level, SourceKind, SpeakerKind, Stance
from weft.voices.domain.stems import without_stems
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

ORIGIN = "Weft"
HOW = "How it was said"
_OURS = uuid5(NAMESPACE_URL, "urn:weft:voices")


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A project as it goes out, and how many passages had no place in it."""

    project: qdpx.Project
    without_place: int


def as_qdpx(told: ProjectTold) -> Left:
    """Put a project into the standard's words; the same project, the same guids."""
    told = without_stems(told)
    out = _Out(told)
    sources = [source for room in told.workshops for source in room.sources]
    passages = [one for source in sources for one in source.passages]
    project = qdpx.Project(
        name=told.name,
        origin=ORIGIN,
        description="\n".join(filter(None, (told.purpose, told.draft))),
        users=tuple(
            qdpx.User(guid=out.guid("coder", name), name=name) for name in out.coders
        ),
        codes=tuple(out.code(one) for one in _parents_first(told.codes)),
        cases=tuple(out.case(one) for one in told.speakers),
        sources=tuple(
            out.source(source, room.name)
            for room in told.workshops
            for source in room.sources
        ),
        notes=tuple(out.note(claim) for claim in told.claims),
        sets=tuple(out.sets()),
    )
    placed = sum(isinstance(one.at, TextSpan) for one in passages)
    return Left(project=project, without_place=len(passages) - placed)


def _parents_first(codes: tuple[CodeTold, ...]) -> Iterator[CodeTold]:
    """Give each code after the one it stands under, else in the order told."""
    under: dict[str, list[CodeTold]] = defaultdict(list)
    for one in codes:
        under[one.parent].append(one)
    waiting = list(reversed(under[""]))
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(reversed(under[one.ref]))


class _Out:
    """One project on its way out."""

    def __init__(self, told: ProjectTold) -> None:
        self.told = told
        self.coders = sorted({one.coder for one in told.codings if one.coder})
        self.codings: dict[str, list[CodingTold]] = defaultdict(list)
        for one in told.codings:
            self.codings[one.passage].append(one)
        self.claims: dict[str, list[str]] = defaultdict(list)
        for claim in told.claims:
            for behind in claim.behind:
                self.claims[behind.passage].append(claim.ref)
        self.spoke: dict[str, list[str]] = defaultdict(list)
        for room in told.workshops:
            for source in room.sources:
                for passage in source.passages:
                    if isinstance(passage.at, TextSpan):
                        self.spoke[passage.speaker].append(passage.ref)

    def guid(self, kind: str, ref: str) -> str:
        return str(uuid5(_OURS, f"{self.told.slug}/{kind}/{ref}"))

    def code(self, one: CodeTold) -> qdpx.Code:
        return qdpx.Code(
            guid=self.guid("code", one.ref),
            name=one.name,
            parent=self.guid("code", one.parent) if one.parent else "",
            description=one.memo,
        )

    def case(self, one: SpeakerTold) -> qdpx.Case:
        return qdpx.Case(
            guid=self.guid("speaker", one.ref),
            name=one.name,
            description=one.kind.value,
            selections=tuple(
                self.guid("passage", ref) for ref in self.spoke.get(one.ref, ())
            ),
        )

    def source(self, one: SourceTold, room: str) -> qdpx.TextSource:
        return qdpx.TextSource(
            guid=self.guid("source", one.ref),
            name=one.name,
            text=one.text,
            description=room,
            selections=tuple(
                self.selection(passage, passage.at)
                for passage in one.passages
                if isinstance(passage.at, TextSpan)
            ),
        )

    def selection(self, one: PassageTold, at: TextSpan) -> qdpx.Selection:
        return qdpx.Selection(
            guid=self.guid("passage", one.ref),
            start=at.start,
            end=at.end,
            name=one.ref,
            codings=tuple(
                qdpx.Coding(
                    guid=self.guid("coding", f"{one.ref}/{put.code}/{put.coder}"),
                    code=self.guid("code", put.code),
                    user=self.guid("coder", put.coder) if put.coder else "",
                )
                for put in self.codings.get(one.ref, ())
            ),
            notes=tuple(self.guid("claim", ref) for ref in self.claims[one.ref]),
        )

    def note(self, claim: ClaimTold) -> qdpx.Note:
        bears = "; ".join(f"{one.passage}: {one.stance.value}" for one in claim.behind)
        return qdpx.Note(
            guid=self.guid("claim", claim.ref),
            name=claim.short or claim.ref,
            text=claim.words,
            description=bears,
        )

    def sets(self) -> Iterator[qdpx.CodeSet]:
        how = [one.ref for one in self.told.codes if one.layer is Layer.HOW]
        if how:
            yield qdpx.CodeSet(
                guid=self.guid("set", HOW),
                name=HOW,
                codes=tuple(self.guid("code", ref) for ref in how),
            )


def from_qdpx(project: qdpx.Project, *, slug: str) -> ProjectTold:
    """Take another program's project as one workshop of ours.

    Nothing is known of whom it may be shown to, so only those who hold it read it. A
    note that passages point at becomes a claim of which they could be either: only
    somebody who reads it can say what they do for it.
    """
    spoke = {guid: case.guid for case in project.cases for guid in case.selections}
    sources = tuple(_source(one, spoke) for one in project.sources)
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


def _codings(project: qdpx.Project, known: set[str]) -> Iterator[CodingTold]:
    names = {user.guid: user.name or user.guid for user in project.users}
    put = (
        CodingTold(
            code=one.code, passage=selection.guid, coder=names.get(one.user, one.user)
        )
        for source in project.sources
        for selection in source.selections
        for one in selection.codings
        if one.code in known
    )
    yield from dict.fromkeys(put)


def _claims(project: qdpx.Project) -> Iterator[ClaimTold]:
    behind: dict[str, list[str]] = defaultdict(list)
    for source in project.sources:
        for selection in source.selections:
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

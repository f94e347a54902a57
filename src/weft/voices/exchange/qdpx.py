"""How does a project go into REFI-QDA, and how does another program's come in?

What the standard has a place for goes: codes in their tree, texts with their passages,
who coded, speakers as cases. Claims have none: each is a note at the passages behind
it, and how they bear on it is written in the note's description. Codes of *how* a
thing was said are a set. Pictures go with their parts (``qdpx_pictures``). Recordings,
votes and who came have no place that other programs read alike; they leave in Weft's
own file (``own``).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import NAMESPACE_URL, uuid5

from weft.standards import qdpx
from weft.voices.domain.anchors import PictureRegion, TextSpan
from weft.voices.domain.kinds import Layer
from weft.voices.domain.stems import without_stems
from weft.voices.domain.told import (
    ClaimTold,
    CodeTold,
    CodingTold,
    PassageTold,
    ProjectTold,
    SourceTold,
    SpeakerTold,
)
from weft.voices.domain.told_pictures import PictureTold
from weft.voices.exchange.qdpx_pictures import part_of

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
            if source.text or source.picture is None
        ),
        pictures=tuple(
            out.picture(source, source.picture)
            for source in sources
            if source.picture is not None
        ),
        notes=tuple(out.note(claim) for claim in told.claims),
        sets=tuple(out.sets()),
    )
    placed = sum(
        _has_place(source, one) for source in sources for one in source.passages
    )
    return Left(project=project, without_place=len(passages) - placed)


def _has_place(source: SourceTold, one: PassageTold) -> bool:
    """Tell whether the standard has a place for a passage."""
    kinds = (TextSpan, PictureRegion) if source.picture else (TextSpan,)
    return isinstance(one.at, kinds)


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
                    if _has_place(source, passage):
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
            codings=self.put(one),
            notes=tuple(self.guid("claim", ref) for ref in self.claims[one.ref]),
        )

    def put(self, one: PassageTold) -> tuple[qdpx.Coding, ...]:
        return tuple(
            qdpx.Coding(
                guid=self.guid("coding", f"{one.ref}/{put.code}/{put.coder}"),
                code=self.guid("code", put.code),
                user=self.guid("coder", put.coder) if put.coder else "",
            )
            for put in self.codings.get(one.ref, ())
        )

    def picture(self, one: SourceTold, picture: PictureTold) -> qdpx.PictureSource:
        return qdpx.PictureSource(
            guid=self.guid("picture", one.ref),
            name=one.name,
            raw=picture.jpeg,
            description=picture.describes,
            selections=tuple(
                self.part(picture, passage, passage.at)
                for passage in one.passages
                if isinstance(passage.at, PictureRegion)
            ),
        )

    def part(
        self, picture: PictureTold, one: PassageTold, at: PictureRegion
    ) -> qdpx.PictureSelection:
        return replace(
            part_of(picture, at, guid=self.guid("passage", one.ref)),
            name=one.ref,
            description=one.words,
            codings=self.put(one),
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

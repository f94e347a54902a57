"""How do passages and their codes go out as Web Annotations, and come in again?

Claims, consent and who was there have no place in them; they leave in Weft's own file
(``own``). What comes in is laid on texts that are here: a passage is found by its place
and its quote, and where the text was edited since by its quote alone.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from weft.standards import web_annotation as web
from weft.voices.domain.anchors import (
    Anchor,
    PictureRegion,
    TextSpan,
    TimeSpan,
    found_again,
    span_of,
)
from weft.voices.domain.finding import fresh_ref
from weft.voices.domain.kinds import Layer
from weft.voices.domain.stems import without_stems
from weft.voices.domain.told import (
    CodeTold,
    CodingTold,
    PassageTold,
    ProjectTold,
    SourceTold,
)

HOW = "~"
"""Before a code that tells how a thing was said."""


def as_annotations(told: ProjectTold) -> bytes:
    """Write each passage with its codes; the same project gives the same bytes."""
    told = without_stems(told)
    names = {
        one.ref: f"{HOW if one.layer is Layer.HOW else ''}{one.name}"
        for one in told.codes
    }
    tags: dict[str, list[web.Tag]] = defaultdict(list)
    for one in told.codings:
        tags[one.passage].append(web.Tag(value=names[one.code], creator=one.coder))
    return web.write(
        [
            web.Annotation(
                id=f"{_base(told)}:passage:{one.ref}",
                source=_source_id(told, source),
                at=_written(one.at),
                tags=tuple(tags[one.ref]),
                comments=(one.words,) if one.words else (),
            )
            for room in told.workshops
            for source in room.sources
            for one in source.passages
        ],
        id_=_base(told),
        label=told.name,
        summary=told.draft,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A project with what annotations add to it, and how many found no place.

    Attributes
    ----------
    lost
        Their source is not here, or their words are no longer in it.
    unread
        They did not say what they mark.
    """

    told: ProjectTold
    added: int
    lost: int
    unread: int


def laid_on(told: ProjectTold, raw: bytes, *, file: str) -> Laid:
    """Lay annotations on a project's sources.

    A passage that stands there already gets the codes; else it is new. Nobody is said
    to have spoken it.

    Raises
    ------
    FileNotUnderstood
        It is no such file.
    """
    found = web.read(raw, file=file)
    laying = _Laying(told)
    placed = sum(laying.lay(one) for one in found.annotations)
    return Laid(
        told=laying.laid(),
        added=laying.added,
        lost=len(found.annotations) - placed,
        unread=found.unread,
    )


class _Laying:
    """One project, while annotations are laid on it."""

    def __init__(self, told: ProjectTold) -> None:
        self.told = told
        self.sources = {
            _source_id(told, source): source
            for room in told.workshops
            for source in room.sources
        }
        self.passages = {
            key: list(source.passages) for key, source in self.sources.items()
        }
        self.refs = {one.ref for some in self.passages.values() for one in some}
        self.codes = list(told.codes)
        self.codings = list(told.codings)
        self.added = 0

    def lay(self, one: web.Annotation) -> bool:
        source = self.sources.get(one.source)
        at = _read(one.at, source.text) if source else None
        if at is None:
            return False
        passage = self._passage(one, at)
        for tag in one.tags:
            put = CodingTold(
                code=self._code(tag.value), passage=passage.ref, coder=tag.creator
            )
            if put not in self.codings:
                self.codings.append(put)
        return True

    def _passage(self, one: web.Annotation, at: Anchor) -> PassageTold:
        some = self.passages[one.source]
        there = next((passage for passage in some if passage.at == at), None)
        if there is not None:
            return there
        ref = fresh_ref("p", self.refs)
        words = "" if isinstance(at, TextSpan) else "\n".join(one.comments)
        made = PassageTold(ref=ref, at=at, words=words)
        self.refs.add(ref)
        some.append(made)
        self.added += 1
        return made

    def _code(self, name: str) -> str:
        layer = Layer.HOW if name.startswith(HOW) else Layer.WHAT
        bare = name.removeprefix(HOW)
        for one in self.codes:
            if (one.name, one.layer) == (bare, layer):
                return one.ref
        ref = fresh_ref("code", {one.ref for one in self.codes})
        made = CodeTold(ref=ref, name=bare, layer=layer)
        self.codes.append(made)
        return made.ref

    def laid(self) -> ProjectTold:
        return replace(
            self.told,
            workshops=tuple(
                replace(
                    room,
                    sources=tuple(
                        replace(
                            source,
                            passages=tuple(
                                self.passages[_source_id(self.told, source)]
                            ),
                        )
                        for source in room.sources
                    ),
                )
                for room in self.told.workshops
            ),
            codes=tuple(self.codes),
            codings=tuple(self.codings),
        )


def _base(told: ProjectTold) -> str:
    return f"urn:weft:voices:{told.slug}"


def _source_id(told: ProjectTold, source: SourceTold) -> str:
    return f"{_base(told)}:source:{source.ref}"


def _written(at: Anchor) -> web.Quote | web.Region | web.Span:
    if isinstance(at, TextSpan):
        return web.Quote(
            start=at.start,
            end=at.end,
            exact=at.exact,
            prefix=at.prefix,
            suffix=at.suffix,
        )
    if isinstance(at, PictureRegion):
        return web.Region(left=at.left, top=at.top, width=at.width, height=at.height)
    return web.Span(start_ms=at.start_ms, end_ms=at.end_ms)


def _read(at: web.Quote | web.Region | web.Span, text: str) -> Anchor | None:
    """Find a place again; None where it cannot be."""
    try:
        if isinstance(at, web.Quote):
            return next(_words(at, text), None)
        if isinstance(at, web.Region):
            return PictureRegion(
                left=at.left, top=at.top, width=at.width, height=at.height
            )
        return TimeSpan(start_ms=at.start_ms, end_ms=at.end_ms)
    except ValueError:
        return None


def _words(at: web.Quote, text: str) -> Iterator[TextSpan]:
    """Find words by their quote; where there is none, by their place alone."""
    if not at.exact:
        if at.start is not None and at.end is not None and at.end <= len(text):
            yield span_of(text, at.start, at.end)
        return
    start = at.start or 0
    told = TextSpan(
        start=start,
        end=start + len(at.exact),
        exact=at.exact,
        prefix=at.prefix,
        suffix=at.suffix,
    )
    found = found_again(told, text)
    if found is not None:
        yield found

"""Does a project that was told whole hold together?"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from weft.voices.domain.anchors import TextSpan
from weft.voices.domain.causes import way_round
from weft.voices.domain.kinds import Suggests
from weft.voices.domain.told import PassageTold, ProjectTold, SourceTold
from weft.voices.domain.told_votes import answered

TAKEN = frozenset({"slip", "asks"})
"""Words that no project may have for its address: a page of ours stands there."""

MOST = 5
"""As many things that are wrong are told at once; somebody mends them one by one."""


def what_is_wrong(told: ProjectTold) -> list[str]:
    """Say what a project names and does not hold, or holds twice.

    Returns
    -------
    list of str
        Sentences for whoever told it, a few at most; empty where all is well.
    """
    return [sentence for sentence, _ in zip(_wrong(told), range(MOST), strict=False)]


def _wrong(told: ProjectTold) -> Iterator[str]:
    sources = [source for one in told.workshops for source in one.sources]
    passages = [one for source in sources for one in source.passages]
    known = {one.ref for one in passages}
    codes = {one.ref: one.parent for one in told.codes}
    if told.slug in TAKEN:
        yield f"No project can stand at the address «{told.slug}»."
    yield from _twice("workshop", (one.ref for one in told.workshops))
    yield from _twice("speaker", (one.ref for one in told.speakers))
    yield from _twice("passage", (one.ref for one in passages))
    yield from _twice("code", (one.ref for one in told.codes))
    yield from _twice("claim", (one.ref for one in told.claims))
    yield from _twice("cause", (one.ref for one in told.causes))
    yield from _map(told)
    for source in sources:
        yield from _out_of_place(source)
        yield from _seen_twice(source)
    speakers = {one.ref for one in told.speakers} | {""}
    yield from _missing("speaker", (one.speaker for one in passages), speakers)
    pictures = [source.picture for source in sources if source.picture]
    seen = [one.person for picture in pictures for one in picture.seen]
    yield from _missing("person", seen, speakers - {""})
    yield from _missing("code", codes.values(), codes.keys() | {""})
    yield from (f"The code «{ref}» stands under itself." for ref in _rounds(codes))
    yield from _missing("code", (one.code for one in told.codings), codes.keys())
    yield from _missing("passage", (one.passage for one in told.codings), known)
    yield from _missing("passage", (one.passage for one in told.facets), known)
    yield from _wrong_readings(told)
    behind = (one.passage for claim in told.claims for one in claim.behind)
    yield from _missing("passage", behind, known)
    yield from _wrong_beside(told, passages, codes.keys())
    words = (ref for cause in told.causes for ref in cause.words)
    yield from _missing("passage", words, known)
    yield from _rounds_wrong(told, known)
    yield from _wrong_in_asked(told, known)


def _rounds_wrong(told: ProjectTold, known: Iterable[str]) -> Iterator[str]:
    rooms = {one.ref for one in told.workshops} | {""}
    yield from _twice("round", (one.ref for one in told.rounds))
    yield from _missing("workshop", (one.workshop for one in told.rounds), rooms)
    for one in told.rounds:
        there = {str(statement.number) for statement in one.statements}
        ballots = {str(ballot.number) for ballot in one.ballots}
        voted = [str(number) for ballot in one.ballots for number in answered(ballot)]
        authors = (str(s.ballot) for s in one.statements if s.ballot is not None)
        words = (ref for statement in one.statements for ref in statement.passages)
        yield from _twice("statement", (str(s.number) for s in one.statements))
        yield from _twice("ballot", (str(ballot.number) for ballot in one.ballots))
        yield from _missing("passage", words, known)
        yield from _missing("statement", voted, there)
        yield from _missing("ballot", authors, ballots)
        for ballot in one.ballots:
            told_of = map(str, answered(ballot))
            yield from _twice(f"vote of ballot {ballot.number} on", told_of)


def _wrong_in_asked(told: ProjectTold, known: Collection[str]) -> Iterator[str]:
    """Look at what hangs on passages: questions, works, strengths, assumptions."""
    yield from _twice("list of priorities", (one.ref for one in told.priorities))
    yield from _twice("assumption", (one.ref for one in told.assumptions))
    yield from _twice("question", (one.passage for one in told.questions))
    named = (f"{one.name}» at «{one.passage}" for one in told.works)
    yield from _twice("work", named)
    strong = (f"{one.kind}» at «{one.passage}" for one in told.strengths)
    yield from _twice("strength", strong)
    hang = [
        *(one.passage for one in told.strengths),
        *(one.passage for one in told.questions),
        *(one.passage for one in told.works),
    ]
    yield from _missing("passage", hang, known)
    for assumption in told.assumptions:
        bear = (*assumption.holds, *assumption.doubts)
        yield from _missing("passage", bear, known)
        yield from _twice("passage", bear)


def _wrong_readings(told: ProjectTold) -> Iterator[str]:
    """Say which blind readings are of no text, or mark what is not there."""
    texts = {
        (room.ref, one.ref): one for room in told.workshops for one in room.sources
    }
    codes = {one.ref for one in told.codes}
    for one in told.readings:
        text = texts.get((one.workshop, one.source))
        if text is None:
            yield f"There is no text «{one.source}» that «{one.name}» could read."
        elif any(not 0 <= at.start < at.end <= len(text.text) for at in one.marks):
            yield f"A mark of «{one.name}» is not in its text."
        yield from _missing(
            "code", (ref for at in one.marks for ref in at.codes), codes
        )
    yield from _twice(
        "reading", (f"{one.workshop}/{one.source}/{one.name}" for one in told.readings)
    )


def _map(told: ProjectTold) -> Iterator[str]:
    yield from _twice("thing", (one.name for one in told.things))
    yield from _twice("loop", (", ".join(way_round(one.things)) for one in told.loops))
    known = {one.name for one in told.things}
    known |= {name for one in told.causes for name in (one.cause, one.effect)}
    through = (name for one in told.loops for name in one.things)
    yield from _missing("thing", through, known)


def _wrong_beside(
    told: ProjectTold, passages: Collection[PassageTold], codes: Iterable[str]
) -> Iterator[str]:
    known = {one.ref for one in passages}
    claims = {one.ref for one in told.claims}
    about = {Suggests.FORGOTTEN: claims, Suggests.ALIKE: known, Suggests.CODE: codes}
    yield from _twice("group", (one.name for one in told.mentioned))
    yield from _missing("passage", (one.hangs_on for one in passages), known | {""})
    spoken = (ref for one in told.mentioned for ref in one.passages)
    yield from _missing("passage", spoken, known)
    named = (ref for one in told.mentioned for ref in one.named_by)
    yield from _missing("claim", named, claims)
    offered = (one.passage for one in told.suggestions)
    yield from _missing("passage", offered, known)
    for kind, refs in about.items():
        of_kind = (one.about for one in told.suggestions if one.kind is kind)
        yield from _missing(f"{kind} suggestion about", of_kind, refs)


def _twice(what: str, refs: Iterable[str]) -> Iterator[str]:
    for ref, times in Counter(refs).items():
        if times > 1:
            yield f"The {what} «{ref}» is told {times} times."


def _missing(what: str, refs: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    for ref in sorted(set(refs) - set(known)):
        yield f"There is no {what} «{ref}»."


def _out_of_place(source: SourceTold) -> Iterator[str]:
    for one in source.passages:
        at = one.at
        if isinstance(at, TextSpan) and source.text[at.start : at.end] != at.exact:
            yield f"The passage «{one.ref}» does not stand where it says."


def _seen_twice(source: SourceTold) -> Iterator[str]:
    seen = source.picture.seen if source.picture else ()
    yield from _twice("person in a picture", (one.person for one in seen))


def _rounds(parents: dict[str, str]) -> Iterator[str]:
    """Name the codes that stand under themselves, by however many steps."""
    for ref, parent in parents.items():
        above, seen = parent, set()
        while above and above not in seen:
            if above == ref:
                yield ref
                break
            seen.add(above)
            above = parents.get(above, "")

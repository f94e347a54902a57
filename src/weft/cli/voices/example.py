"""What does the workshop that Weft comes from say, by our draft reading of it?

Other notes are placed too, without the draft. ``deeds.py`` calls it.
"""

import argparse
from collections.abc import Iterable

from weft.accounts.actors import Actor
from weft.cli.requirement_rows import requirements
from weft.commons.errors import WronglyConfigured
from weft.commons.files import open_text
from weft.voices.domain.causes import Loop, arrows_of, hopeful_first, loops
from weft.voices.domain.coverage import Coverage, Named, Spoken, Tie, covered
from weft.voices.domain.example import Draft, draft
from weft.voices.domain.example.asked import Opened, opened
from weft.voices.domain.kinds import Basis, Sees, Stance
from weft.voices.domain.notes import Notes, PieceKind, placed
from weft.voices.domain.notes.pieces import SPOKEN
from weft.voices.exchange.example import OTHER_NOTES, example_project, is_of
from weft.voices.exchange.example_causes import ExampleCause, example_causes
from weft.voices.services import take_in

ON_CAUSES = range(46, 68)
"""The lines on causes and on how they play out: loops of what is stated there."""

AS_LONG_AS_CAN_BE = 99
LONGEST_LINE = 72
TOLD_APART = ("choice", "trust", "time", "money", "small")
"""Codes whose passages are told even in the short report."""


def example(args: argparse.Namespace, *, by: Actor, region: str | None) -> int:
    """Place each character of some notes, tell the draft, take it in where asked.

    Parameters
    ----------
    args
        As the command reads them.
    by
        Who asked.
    region
        Where it is taken in; None for a look.

    Raises
    ------
    FileNotUnderstood
        There is no such file, or it holds no text.
    NotPossible
        It is to be taken in and cannot be.
    WronglyConfigured
        It is not said which file.
    """
    if args.source is None:
        raise WronglyConfigured("Which notes? ./weft voices example --from FILE")
    with open_text(args.source) as file:
        text = file.read()
    notes = placed(text)
    _tell_notes(notes)
    if not is_of(text, draft()):
        print(f"\n{OTHER_NOTES} Nothing of it is told.")
        print(_placed(notes))
        return 0
    if region:
        told = example_project(text, sees=Sees(args.sees))
        take_in(by=by, region=region, told=told, instead=args.instead)
        print(f"\nTaken in: {region}/{told.slug}, read by: {args.sees}")
    asked = opened(notes, ((one.id, one.line) for one in requirements()))
    _tell_draft(notes, draft())
    if args.all:
        _tell_all(notes, asked)
    counts = "/".join(str(many) for many in _loop_counts(example_causes()))
    print(
        f"\n{_placed(notes)}; loops {counts}; {len(asked)} requirements opened",
    )
    return 0


def _placed(notes: Notes) -> str:
    return f"{notes.tally.placed:,} of {len(notes.text):,} characters placed"


def _tell_notes(notes: Notes) -> None:
    """Say what was found in the notes, and what could not be known."""
    spoken = [one for one in notes.passages if one.kind in SPOKEN]
    without = [one for one in notes.posters if not one.label]
    unsure = [one for one in spoken if one.unsure]
    tally = notes.tally
    print(
        f"{len(notes.of(PieceKind.HEADING))} headings; {len(spoken)} passages: "
        f"{len(notes.of(PieceKind.QUESTION))} put as questions, "
        f"{len(notes.of(PieceKind.QUOTE))} in the first person, "
        f"{len(notes.of(PieceKind.STEM))} stems of lists"
    )
    print(
        f"{len(notes.posters)} openings of posters, {len(without)} without a label"
        f"{_on_lines(one.line for one in without)}; "
        f"{len(notes.of(PieceKind.MISSING))} pictures that are not there"
        f"{_on_lines(one.line for one in notes.of(PieceKind.MISSING))}"
    )
    print(
        f"{len(notes.of(PieceKind.WRITTEN))} lines of a summary; "
        f"{len(unsure)} passages hard to read{_on_lines(one.line for one in unsure)}; "
        "who spoke, who was there and when: not known"
    )
    print(
        f"characters: {tally.passages:,} said or written, {tally.headings:,} headings "
        f"and labels, {tally.space:,} white space"
    )


def _on_lines(lines: Iterable[int]) -> str:
    told = ", ".join(str(line) for line in lines)
    return f" (line {told})" if told else ""


def _tell_draft(notes: Notes, told: Draft) -> None:
    """Say what the draft reading finds, the hopeful first."""
    print(f"\n{told.says} None of it counts as a voice.")
    _tell_loop()
    found = _coverage(notes, told)
    words = {one.id: one.words for one in told.statements}
    print("\nStatements of the summary that no passage stands for:")
    for one in found.without:
        perhaps = " (something could be read so)" if one in found.perhaps else ""
        print(f"  {one}  {words[one]}{perhaps}")
    print("Groups that were spoken of and that the summary does not name:")
    print(f"  {'; '.join(found.lost_groups)}")
    spoken = len(found.carried) + len(found.touched) + len(found.lost)
    print(
        f"Passages that no statement carries: {len(found.lost)} of {spoken} "
        f"({len(found.touched)} more could be read for one); "
        f"{len(found.once)} statements stand on one passage alone"
    )
    for code in told.codes:
        if code.ref in TOLD_APART:
            print(f"\nSaid of {code.name}:")
            for ref in code.passages:
                print(f"  {ref:>6}  {_short(notes.by_ref[ref].words)}")


def _coverage(notes: Notes, told: Draft) -> Coverage:
    poster = {one.number: f"poster {one.number}" for one in notes.posters}
    return covered(
        statements=[one.id for one in told.statements],
        passages=[
            Spoken(ref=one.ref, speaker=poster.get(one.poster, ""))
            for one in notes.passages
            if one.kind in SPOKEN
        ],
        ties=[
            Tie(statement=one.statement, passage=one.passage, stance=one.stance)
            for one in told.links
        ],
        groups=[
            Named(name=one.name, passages=one.passages, named_by=one.named_by)
            for one in told.groups
        ],
    )


def _tell_loop() -> None:
    """Tell the loop that people told with hope, with the lines it rests on."""
    causes = example_causes()
    found = loops(arrows_of(one.told for one in causes), longest=AS_LONG_AS_CAN_BE)
    hopeful = {one.told.ref for one in causes if one.mood == "hope"}
    lines = {one.told.ref: one.lines for one in causes}
    first: Loop = hopeful_first(found, hopeful)[0]
    rests = sorted(
        {
            line
            for arrow in first.arrows
            for account in arrow.told
            for line in lines[account.ref]
        }
    )
    print(
        f"What goes round with hope: {' → '.join((*first.things, first.things[0]))} "
        f"(lines {', '.join(str(line) for line in rests)})"
    )


def _loop_counts(causes: Iterable[ExampleCause]) -> tuple[int, int, int]:
    """Count loops: stated on causes and lives; all with «part of»; all without it."""
    causes = tuple(causes)
    every = arrows_of(one.told for one in causes)
    stated = arrows_of(
        one.told
        for one in causes
        if one.told.basis is Basis.STATED and one.lines[0] in ON_CAUSES
    )
    long = AS_LONG_AS_CAN_BE
    return (
        len(loops(stated, longest=long).found),
        len(loops(every, longest=long, parts_too=True).found),
        len(loops(every, longest=long).found),
    )


def _tell_all(notes: Notes, asked: Iterable[Opened]) -> None:
    """List every passage with what is told of it, and every requirement opened."""
    codes: dict[str, list[str]] = {}
    for code in draft().codes:
        for ref in code.passages:
            codes.setdefault(ref, []).append(code.name)
    print()
    for one in notes.passages:
        print(f"{one.ref:>6}  {one.kind}: {_short(one.words)}")
        if one.ref in codes:
            print(f"        {'; '.join(codes[one.ref])}")
    for claim in draft().claims:
        print(f"\n{claim.words}")
        for stance in Stance:
            refs = [ref for ref, how in claim.behind if how is stance]
            if refs:
                print(f"  {stance}: {', '.join(refs)}")
    print()
    for row in asked:
        places = ", ".join(one.ref or f"«{_short(one.words)}»" for one in row.pieces)
        print(f"{row.id:>4}  {places}")


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_LINE else f"{words[: LONGEST_LINE - 1]}…"

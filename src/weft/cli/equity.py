"""Say how unequally something is spread over people in groups, from a table.

./weft equity --from groups.csv --enough 3

The table (CSV) has a line a group: «people», «value», «order» (1 is the worst off) and,
where they are known, «error» (a standard error) and «group». Nothing of it is kept.
"""

import argparse
import json
from pathlib import Path

from weft.access.domain.equity import Estimate, Scale, Spread
from weft.access.domain.equity.telling import Asked, Told, every_measure
from weft.commons.errors import NotPossible
from weft.commons.files import Row, open_rows
from weft.commons.saying import counted, first_large

ALIASES = {
    "people": ("people", "persons", "population", "pop", "denominator", "n"),
    "value": ("value", "rate", "share", "proportion", "mean", "y"),
    "order": ("order", "quantile", "quintile", "decile", "fifth", "tenth", ".*rank"),
    "error": ("error", "standard error", "se", "std error"),
    "group": ("group", "area", "name", "code"),
}
NEEDED = ("people", "value", "order")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument(
        "--from", dest="source", type=Path, required=True, metavar="FILE"
    )
    parser.add_argument(
        "--scale",
        choices=[str(one) for one in Scale],
        default=str(Scale.PLAIN),
        help="of the line: plain, rate (logarithms) or share (log odds)",
    )
    parser.add_argument(
        "--ends",
        type=float,
        nargs=2,
        metavar=("LEAST", "MOST"),
        help="what no value can pass, for Erreygers' index",
    )
    parser.add_argument("--enough", type=float, help="whoever has less lacks something")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write it there too")


def run(args: argparse.Namespace) -> int:
    """Reckon every measure, and print each with its interval and its words.

    Raises
    ------
    FileNotUnderstood
        When the file has no such columns, or a cell that is no number.
    NotPossible
        When too little of it can be used.
    """
    spread, left_out = _read(args.source)
    asked = Asked(
        scale=Scale(args.scale),
        ends=tuple(args.ends) if args.ends else None,
        enough=args.enough,
    )
    told = list(every_measure(spread, asked))
    groups, people = len(spread.people), int(spread.people.sum())
    many = first_large(counted(groups, "group", "groups"))
    print(f"{many} of {people:,} people, the worst off first.")
    for line, why in left_out:
        print(f"not used: line {line}, {why}")
    _print(told)
    if args.json:
        args.json.write_text(_as_json(told), encoding="utf-8")
        print(f"written: {args.json.name}")
    return 0


def _read(file: Path) -> tuple[Spread, list[tuple[int, str]]]:
    """Read the groups; a line without one of its numbers is left out, and told."""
    left_out: list[tuple[int, str]] = []
    rows: list[tuple[float, ...]] = []
    with open_rows(file, needed=NEEDED, aliases=ALIASES) as table:
        with_errors = table.has("error")
        names = (*NEEDED, "error") if with_errors else NEEDED
        for row in table:
            cells = [row.number(name) for name in names]
            if None in cells:
                left_out.append((row.line, _why(row, names)))
            else:
                rows.append(tuple(one for one in cells if one is not None))
    if not rows:
        raise NotPossible("No line of the table has all of its numbers.")
    people, values, order, *errors = zip(*rows, strict=True)
    spread = Spread.of(people, values, order, errors[0] if with_errors else None)
    return spread, left_out


def _why(row: Row, names: tuple[str, ...]) -> str:
    missing = [name for name in names if row.number(name) is None]
    named = row.text("group") if "group" in row.cells else ""
    return f"{named + ': ' if named else ''}nobody says its {' and '.join(missing)}"


def _print(told: list[Told]) -> None:
    widest = max(len(one.name) for one in told)
    for one in told:
        print(f"{one.name:<{widest}}  {_figure(one.figure):<34}  {one.words}")


def _figure(told: Estimate | None) -> str:
    if told is None:
        return "not reckoned"
    if told.low is None or told.high is None:
        return f"{told.value:.6f}"
    return f"{told.value:.6f} ({told.low:.6f} to {told.high:.6f})"


def _as_json(told: list[Told]) -> str:
    rows = [
        {
            "measure": one.name,
            "value": one.figure.value if one.figure else None,
            "low": one.figure.low if one.figure else None,
            "high": one.figure.high if one.figure else None,
            "words": one.words,
        }
        for one in told
    ]
    return json.dumps(rows, indent=1) + "\n"

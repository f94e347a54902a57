"""Take a spreadsheet into the register, or take back one that was taken.

./weft import groups.xlsx --region west-yorkshire --dry-run   look at every row
./weft import groups.xlsx --region west-yorkshire             take what is new
./weft import --undo 3                                        take all of it back
./weft import --list
"""

import argparse
from datetime import date
from pathlib import Path

from weft.accounts.actors import Actor
from weft.assets.domain.hours import HoursRead
from weft.assets.domain.hours.saying import hours_said
from weft.assets.domain.sheets import Outcome, Preview, RowSeen
from weft.assets.queries.imports import imports, preview
from weft.assets.services.imports import take_spreadsheet, undo_import
from weft.assets.sources.spreadsheet import read_sheet
from weft.commons.times import Week

BY = Actor.command("import")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument("file", nargs="?", type=Path, help="CSV or .xlsx")
    parser.add_argument("--region", help="the region, as west-yorkshire")
    parser.add_argument(
        "--dry-run", action="store_true", help="show what was understood, take nothing"
    )
    parser.add_argument(
        "--also",
        type=int,
        nargs="+",
        default=[],
        metavar="LINE",
        help="lines to take although they seem to be there already",
    )
    parser.add_argument("--told-by", default="", help="whose word it is")
    parser.add_argument("--undo", type=int, metavar="NUMBER", help="take it back whole")
    parser.add_argument("--list", action="store_true", help="what was taken so far")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    week = Week.of(date.today())
    if args.list:
        return _list()
    if args.undo is not None:
        undo_import(number=args.undo, by=BY, week=week)
        print(f"All that import {args.undo} told has been taken back.")
        return 0
    if args.file is None or not args.region:
        print("Which file, and into which region? ./weft import FILE --region REGION")
        return 2
    sheet = read_sheet(args.file, today=date.today())
    seen = preview(sheet, region=args.region)
    _show(seen)
    if args.dry_run:
        print("Nothing was taken: this was a look.")
        return 0
    number = take_spreadsheet(
        region=args.region,
        sheet=sheet,
        by=BY,
        week=week,
        told_by=args.told_by,
        also=args.also,
    )
    print(f"Taken as import {number}. To take it back: ./weft import --undo {number}")
    return 0


def _list() -> int:
    """Show what was taken so far."""
    for one in imports():
        state = "taken back" if one.undone else f"{one.taken} of {one.rows} rows"
        print(f"{one.number:>4}  {one.told_on}  {one.region}  {one.file}  {state}")
    return 0


def _show(seen: Preview) -> None:
    """Show what was understood: the headings, then every row, then the sum."""
    print(f"{seen.sheet.file}, headings in line {seen.sheet.header_line}:")
    for heading, field in seen.sheet.understood:
        print(f"  «{heading}» is {field.replace('_', ' ')}")
    for heading in seen.sheet.passed_over:
        print(f"  «{heading}» is not taken")
    for one in seen.rows:
        _show_row(one)
    counts = ", ".join(f"{len(seen.of(one))} {one}" for one in Outcome if seen.of(one))
    print(f"{len(seen.rows)} rows: {counts or 'none'}")


def _show_row(seen: RowSeen) -> None:
    """Show one row: what becomes of it, what was understood, and what was not."""
    row = seen.row
    why = row.why or seen.outcome
    like = f" (as line {seen.like_line})" if seen.like_line else ""
    print(f"{row.line:>5}  {row.named or '(no name)'}: {why}{like}")
    if row.hours:
        _show_hours(row.hours)
    for cell in row.left:
        print(
            f"         not understood, {cell.heading or 'no heading'}: «{cell.words}»"
        )


def _show_hours(hours: HoursRead) -> None:
    """Show how its words about when were read."""
    print(f"         «{' '.join(hours.said.split())}»")
    for line in hours_said(hours):
        print(f"         → {line}")

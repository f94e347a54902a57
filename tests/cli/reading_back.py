"""A reader of the export that knows its README and dictionary, and nothing of us."""

import csv
import json
import sys
from datetime import date, datetime, time
from pathlib import Path
from uuid import UUID


def rows_of(folder: Path, table: str):
    """Give each row of a table as values, as the README says to read them."""
    # A boundary is a long cell. Python keeps one limit for everybody: give it back.
    limit = csv.field_size_limit(sys.maxsize)
    try:
        yield from _rows_of(folder, table)
    finally:
        csv.field_size_limit(limit)


def _rows_of(folder: Path, table: str):
    with (folder / "tables" / f"{table}.csv").open(
        encoding="utf-8", newline=""
    ) as file:
        told = kinds(folder, table)
        for row in csv.DictReader(file):
            yield {name: value(cell, *told[name]) for name, cell in row.items()}


def kinds(folder: Path, table: str) -> dict[str, tuple[str, bool]]:
    with (folder / "dictionary.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["column"]: (row["kind"], row["may_be_empty"] == "yes")
            for row in csv.DictReader(file)
            if row["table"] == table and row["column"]
        }


def value(cell: str, kind: str, may_be_empty: bool):  # noqa: FBT001 as the dictionary has it
    if kind == "text":
        return cell.removeprefix("'")
    if cell == "":
        assert may_be_empty, "an empty cell where something must stand"
        return None
    return READ[kind](cell)


READ = {
    "boolean": {"true": True, "false": False}.__getitem__,
    "integer": int,
    "number": float,
    "uuid": UUID,
    "instant": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "json": json.loads,
    "bytes": lambda cell: bytes.fromhex(cell.removeprefix("0x")),
}


def in_json(cell):
    """Say a value as JSON Schema would meet it."""
    if isinstance(cell, bytes):
        return f"0x{cell.hex()}"
    if isinstance(cell, UUID):
        return str(cell)
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    return cell

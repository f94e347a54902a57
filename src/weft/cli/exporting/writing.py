"""In which files does everything leave?"""

import csv
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from weft import __version__
from weft.cli.exporting.columns import TableAbout, tables, written
from weft.commons.errors import NotPossible
from weft.ground.queries import ledger, regions

ARRAYS = (".parquet", ".npy", ".pmtiles")
NOT_EXPORTED = frozenset({"backups", "open", "source"})
ROWS_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """One table that has left."""

    name: str
    rows: int


def export(
    into: Path, *, at: datetime, saying: Callable[[str], None]
) -> list[Exported]:
    """Write everything into a folder of its own.

    Parameters
    ----------
    into
        An empty folder, or one that is not there yet.
    at
        Now; it stands in the README.
    saying
        Is told of each table.

    Raises
    ------
    NotPossible
        There is something in the folder.
    """
    if into.exists() and any(into.iterdir()):
        raise NotPossible(
            f"{into} is not empty. Choose a new folder: ./weft export DIR"
        )
    for folder in ("tables", "schema", "arrays"):
        (into / folder).mkdir(parents=True, exist_ok=True)
    done, all_tables = [], tables()
    with transaction.atomic():  # everything of one moment
        for table in all_tables:
            rows = _table(table, into / "tables" / f"{table.name}.csv")
            _schema(table, into / "schema" / f"{table.name}.json")
            saying(f"{table.name}: {rows:,} rows")
            done.append(Exported(name=table.name, rows=rows))
        _arrays(settings.DATA_DIR, into / "arrays")
    _dictionary(all_tables, into / "dictionary.csv")
    (into / "README.md").write_text(_readme(at, done), encoding="utf-8")
    return done


def _table(table: TableAbout, file: Path) -> int:
    """Write one table, a few rows at a time however many there are."""
    names = [column.name for column in table.columns]
    kinds = [column.kind for column in table.columns]
    leaving = getattr(table.model, "LEAVES", Q())  # what nobody has looked at stays
    every = table.model._base_manager.filter(leaving)  # noqa: SLF001 all rows, whatever a default manager hides
    rows = every.order_by("pk").values_list(*names)
    count = 0
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(names)
        for row in rows.iterator(chunk_size=ROWS_AT_ONCE):
            writer.writerow(map(written, row, kinds))
            count += 1
    return count


def _schema(table: TableAbout, file: Path) -> None:
    """Say in JSON Schema what a row is, once its cells are read as told."""
    told = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": table.name,
        "description": table.meaning,
        "type": "object",
        "properties": {column.name: column.schema for column in table.columns},
        "required": [column.name for column in table.columns],
        "additionalProperties": False,
    }
    file.write_text(json.dumps(told, indent=1, ensure_ascii=False), encoding="utf-8")


def _dictionary(all_tables: list[TableAbout], file: Path) -> None:
    """Say what stands in every column of every table."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(
            ("table", "column", "kind", "may_be_empty", "refers_to", "meaning")
        )
        for table in all_tables:
            writer.writerow((table.name, "", "", "", "", table.meaning))
            for column in table.columns:
                empty = "yes" if column.may_be_empty else "no"
                told = (column.kind, empty, column.refers_to, column.meaning)
                writer.writerow((table.name, column.name, *told))


def _arrays(folder: Path, into: Path) -> None:
    """Copy the files that hold numbers about areas, under the paths tables name."""
    for file in sorted(folder.rglob("*")):
        inside = file.relative_to(folder)
        if file.suffix in ARRAYS and inside.parts[0] not in NOT_EXPORTED:
            target = into / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)


def _readme(at: datetime, done: list[Exported]) -> str:
    """Say how to read it, on whose terms, and who may."""
    lines = [f"| `tables/{one.name}.csv` | {one.rows:,} |" for one in done]
    terms = sorted(
        {
            f"- {one.publisher}: {one.licence}"
            for region in regions()
            for one in ledger(region.slug)
        }
    )
    return README.format(
        at=f"{at:%-d %B %Y, %H:%M}",
        version=__version__,
        tables="\n".join(lines),
        terms="\n".join(terms) or "- nothing of others' is in it",
    )


README = """# Everything that this Weft knows

Written on {at} by Weft {version}. It holds what is not public too (entries that are
hidden or known only to exist): keep it as carefully as the data folder itself.

| file | rows |
|---|---|
{tables}

- `dictionary.csv` says what each table and column means; `schema/` says it in JSON
  Schema; `arrays/` holds the numbers about areas as Parquet, under the paths that
  `tables/need_areatable.csv` names.
- Not in it: the queue of background work, indexes and open files that are made from
  these tables, and whatever opens a door: accounts, e-mail addresses, links.

## How to read a cell

UTF-8, commas, a heading, LF line ends. Rows are in the order of their key.

| kind | written as |
|---|---|
| text | as it is, but see below |
| boolean | `true` or `false` |
| integer, number | in full, with a point |
| date, time, instant | ISO 8601; instants in UTC |
| uuid | with hyphens |
| json | JSON |
| bytes | `0x` and hexadecimal; boundaries are WKB, longitude before latitude, WGS 84 |
| bytes of pictures | the same; they are JPEG |

A text that begins with `=`, `+`, `-`, `@`, `'`, a tab or a return has one `'` put in
front, so that no spreadsheet takes it for a formula: take that one away.

An empty cell means *not known*, except in a column of text, where it is an empty text.

## On whose terms

{terms}
"""

"""How are files written so that the same valley is the same bytes?

Zip members carry a fixed date, JSON keeps the order it was given, numbers are written
as text here and nowhere rounded by the machine.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ZIP_DATE = (2021, 3, 21, 0, 0, 0)
"""Census day; a zip member's clock is the one thing that would differ each time."""

Cell = str | int | float | None
Row = Sequence[Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """One file of the valley: where it lies below the folder, and how many rows."""

    path: Path
    rows: int


@dataclass(slots=True)
class Folder:
    """The folder that the valley is written into, and what lies in it so far."""

    root: Path
    written: list[WrittenFile] = field(default_factory=list)

    def place(self, name: str) -> Path:
        """Make room for a file and say where it goes."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def note(self, name: str, rows: int) -> None:
        """Keep account of a file that was written."""
        self.written.append(WrittenFile(path=Path(name), rows=rows))

    def raw(self, name: str, content: bytes, *, rows: int) -> None:
        """Write bytes as they are."""
        self.place(name).write_bytes(content)
        self.note(name, rows)

    def csv(
        self,
        name: str,
        header: Row | None,
        rows: Iterable[Row],
        *,
        encoding: str = "utf-8",
        quote_all: bool = False,
    ) -> None:
        """Write a table as the publisher would: its own encoding and quoting."""
        table = [*rows]
        text = as_csv(header, table, quote_all=quote_all)
        self.raw(name, text.encode(encoding), rows=len(table))

    def json(self, name: str, value: object, *, rows: int) -> None:
        """Write JSON in UTF-8."""
        text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
        self.raw(name, text.encode(), rows=rows)

    def zip(self, name: str, members: Mapping[str, bytes], *, rows: int) -> None:
        """Write an archive with a fixed date on every member."""
        self.raw(name, as_zip(members), rows=rows)


def as_csv(header: Row | None, rows: Iterable[Row], *, quote_all: bool = False) -> str:
    """Give a table as text, lines ended as on Windows, as publishers do."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    if quote_all:
        writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    if header is not None:
        writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def as_zip(members: Mapping[str, bytes]) -> bytes:
    """Pack members in the order given, each with the same date."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            about = zipfile.ZipInfo(member, date_time=ZIP_DATE)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            archive.writestr(about, content)
    return out.getvalue()

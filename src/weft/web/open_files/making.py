"""How are the open files of a region made, whole or not at all?

Rows are read once and kept in a file of their own, from which every form is written: so
they all say the same, and memory does not grow with the rows (but for Parquet's
columns). The same register gives the same bytes.
"""

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from weft.assets.queries.open_files import (
    SESSIONS,
    THINGS,
    Contents,
    Row,
    services_to_take,
    session_rows,
    thing_rows,
)
from weft.commons.progress import Progress, unwatched
from weft.commons.writing import zip_of
from weft.ground.queries import DatasetAbout, ledger, region
from weft.shell import flat
from weft.standards.openreferral import Tabular, datapackage, service_document
from weft.web.open_files.standing import MadeFile, note, shelf

FORMS = ("csv", "xlsx", "geojson", "parquet")
NOT_IN_IT = (
    "Not in it: people; what its holders show to members only, or to nobody; groups "
    "that are not to be named to funders, with all that they offer; and what has no "
    "address (stories, recipes, traditions) unless its holder said yes to files."
)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Where the files of one making go, and whose words are in them."""

    folder: Path
    title: str
    sources: Sequence[DatasetAbout]

    def made(self, name: str, rows: int) -> MadeFile:
        """Say what was made."""
        return MadeFile(name=name, rows=rows, bytes=(self.folder / name).stat().st_size)


def make_files(
    slug: str, *, at: datetime, progress: Progress = unwatched
) -> tuple[MadeFile, ...]:
    """Make every open file of a region anew, in place of those before.

    Parameters
    ----------
    slug
        The region's.
    at
        Now; it stands on the page beside the files, and in none of them.
    progress
        Whoever watches.

    Raises
    ------
    NotFound
        There is no such region.
    """
    shelf(slug).mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=shelf(slug), prefix="of-"))
    whole = _Shelf(folder, region(slug).name, _of_assets(slug))
    contents = Contents()
    files: list[MadeFile] = []
    progress(0, 3, "writing the list of things")
    files += _forms("things", THINGS, thing_rows(slug, contents), whole)
    progress(1, 3, "writing the sessions")
    files += _forms("sessions", SESSIONS, session_rows(slug, contents), whole)
    progress(2, 3, "writing the standard's tables")
    files += [_package(slug, contents, whole), _dictionary(whole)]
    note(slug, folder, at=at, files=files, contents=contents)
    _clear(shelf(slug), but=folder)
    return tuple(files)


def _of_assets(slug: str) -> list[DatasetAbout]:
    return [one for one in ledger(slug) if one.part == "assets"]


def _clear(shelf_of: Path, *, but: Path) -> None:
    """Take away what was made before; whoever reads it still holds it open."""
    for one in shelf_of.iterdir():
        if one.is_dir() and one != but:
            shutil.rmtree(one, ignore_errors=True)


def _forms(
    name: str, fields: Sequence[flat.Field], rows: Iterable[Row], whole: _Shelf
) -> Iterator[MadeFile]:
    """Write the same rows in every form that fits them."""
    kept = whole.folder / f".{name}.rows"
    with kept.open("w", encoding="utf-8") as out:
        count = sum(1 for row in rows if out.write(json.dumps(row) + "\n"))
    to = {form: whole.folder / f"{name}.{form}" for form in FORMS}
    flat.write_csv(to["csv"], fields, lambda: _kept(kept))
    flat.write_xlsx(to["xlsx"], fields, lambda: _kept(kept), notes=_notes(whole))
    flat.write_parquet(to["parquet"], fields, lambda: _kept(kept))
    for form in ("csv", "xlsx", "parquet"):
        yield whole.made(to[form].name, min(count, flat.MOST[form]))
    if name == "things":
        placed = flat.write_geojson(to["geojson"], fields, lambda: _kept(kept))
        yield whole.made(to["geojson"].name, placed)
    kept.unlink()


def _kept(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield tuple(json.loads(line))


def _notes(whole: _Shelf) -> list[str]:
    """Say whose the rows are, and on what terms."""
    terms = (
        f"Source: {one.publisher}. Licence: {one.licence}" for one in whole.sources
    )
    return [f"What is here, in {whole.title}", NOT_IN_IT, *dict.fromkeys(terms)]


def _package(slug: str, contents: Contents, whole: _Shelf) -> MadeFile:
    """Write the standard's tabular package into one zip."""
    inside = whole.folder / ".hsds"
    inside.mkdir()
    with Tabular(inside) as tables:
        for one in services_to_take(slug, contents):
            tables.add(service_document(one.service) | {"last_modified": one.moment})
    about = datapackage(
        title=f"What people can take part in, in {whole.title}",
        about=NOT_IN_IT,
        sources=[_source(one) for one in whole.sources],
    )
    (inside / "datapackage.json").write_text(
        json.dumps(about, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    zip_of(inside, whole.folder / "hsds.zip")
    shutil.rmtree(inside)
    return whole.made("hsds.zip", tables.rows["service"])


def _source(one: DatasetAbout) -> Mapping[str, str]:
    told = {"title": f"{one.publisher} ({one.licence})"}
    return {**told, "path": one.address} if one.address else told


def _dictionary(whole: _Shelf) -> MadeFile:
    """Write what every column of both tables means."""
    heading = flat.Field(name="table", kind=flat.Kind.TEXT, meaning="")
    columns = [
        heading,
        *(
            flat.Field(name=word, kind=flat.Kind.TEXT, meaning="")
            for word in flat.HEADINGS
        ),
    ]
    rows = [
        (table, *told)
        for table, fields in (("things", THINGS), ("sessions", SESSIONS))
        for told in flat.dictionary(fields)
    ]
    flat.write_csv(whole.folder / "dictionary.csv", columns, lambda: rows)
    return whole.made("dictionary.csv", len(rows))

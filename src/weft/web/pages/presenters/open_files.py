"""In which words are the open files told?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from weft.access.queries.weeks import PublishedAbout
from weft.assets.queries.open_files import SESSIONS, THINGS
from weft.commons.saying import counted, dated, day_of, how_large
from weft.ground.queries import DatasetAbout, RegionAbout
from weft.shell.downloads import EXCEL
from weft.shell.flat import HEADINGS, Field, dictionary
from weft.shell.tables import Column, Table
from weft.web.open_files import Made

KINDS = {
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": EXCEL,
    ".geojson": "application/geo+json",
    ".parquet": "application/vnd.apache.parquet",
    ".zip": "application/zip",
}
FORMS = {
    "csv": "CSV, for any program",
    "xlsx": "Excel",
    "geojson": "GeoJSON, for maps",
    "parquet": "Parquet, for large tables",
}
HSDS = "The standard’s own tables, in one zip (HSDS 3.2, with datapackage.json)"
IN_FILES = {
    "things": "All that is on our list: what is here, and what there is to do",
    "sessions": "One row for each thing to do and each time, four weeks ahead",
    "hsds": "Things to do, as other directories read them",
    "dictionary": "What each column means",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOnPage:
    """One file: where it is, in which form, how large."""

    address: str
    form: str
    size: str
    rows: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesOnPage:
    """The same rows in several forms."""

    words: str
    files: tuple[FileOnPage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionFiles:
    """The files of one region."""

    name: str
    made: str
    sets: tuple[FilesOnPage, ...]
    terms: tuple[str, ...]
    week: FileOnPage | None

    @classmethod
    def of(
        cls,
        about: RegionAbout,
        made: Made | None,
        sources: Iterable[DatasetAbout],
        week: PublishedAbout | None,
    ) -> "RegionFiles":
        """Say what there is of a region."""
        terms = (
            f"{one.publisher}: {one.licence}" for one in sources if one.part == "assets"
        )
        when = f"Made on {dated(day_of(made.at))}." if made else ""
        return cls(
            name=about.name,
            made=when or "The files are being made. It takes about a minute.",
            sets=_sets(made) if made else (),
            terms=tuple(dict.fromkeys(terms)),
            week=_week(week) if week else None,
        )


def _week(week: PublishedAbout) -> FileOnPage | None:
    """Lead to the newest week of real choice, where it has a package."""
    if not week.package_bytes:
        return None
    return FileOnPage(
        address=reverse("access:week_package", args=[week.week.monday]),
        form=f"The week of {dated(week.week.monday)}, in one zip",
        size=how_large(week.package_bytes),
        rows="",
    )


def _sets(made: Made) -> tuple[FilesOnPage, ...]:
    return tuple(
        FilesOnPage(
            words=words,
            files=tuple(
                FileOnPage(
                    address=reverse("web:open_file", args=[made.region, one.name]),
                    form=HSDS if name == "hsds" else FORMS[one.name.split(".")[1]],
                    size=how_large(one.bytes),
                    rows=counted(one.rows, "row", "rows"),
                )
                for one in made.files
                if one.name.startswith(f"{name}.")
            ),
        )
        for name, words in IN_FILES.items()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFilesPage:
    """Everything that can be taken away."""

    regions: tuple[RegionFiles, ...]

    @classmethod
    def of(
        cls,
        regions: Sequence[
            tuple[
                RegionAbout,
                Made | None,
                Sequence[DatasetAbout],
                PublishedAbout | None,
            ]
        ],
    ) -> "OpenFilesPage":
        """Put the page together."""
        return cls(regions=tuple(RegionFiles.of(*one) for one in regions))

    @property
    def columns(self) -> tuple[Table, ...]:
        """Say what each column means."""
        return (
            _columns("What is in each column of the list of things", THINGS),
            _columns("What is in each column of the sessions", SESSIONS),
        )


def _columns(title: str, fields: Iterable[Field]) -> Table:
    return Table(
        title=title,
        columns=tuple(Column(word.capitalize()) for word in HEADINGS),
        rows=dictionary(fields),
    )

"""What is a region made of, and where do its tables come from?

A region is one file, ``regions/<slug with underscores>.toml``; its layout is told in
regions/README.md. An unknown key is refused by name rather than passed over: a
mistyped ``vintage`` would otherwise join the wrong areas without a murmur.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from weft.commons.errors import FileNotUnderstood, NotFound
from weft.commons.provenance import Geography, Origin, Vintage
from weft.ground.domain.calendar import SchoolTerm, TermRule

TomlValue = object


@dataclass(frozen=True, slots=True, kw_only=True)
class Getting:
    """How ``fetch`` finds and saves one source; see regions/README.md.

    ``resolve`` is how the address is found: "" for the address itself, ``govuk``
    through the content API of GOV.UK, ``page`` by a link on a page, ``arcgis`` for
    a layer read in pages, ``item`` for a portal item found by its title.
    """

    address: str = ""
    page: str = ""
    resolve: str = ""
    pattern: str = ""
    service: str = ""
    where: str = ""
    fields: str = ""
    box: tuple[float, ...] = ()
    item: str = ""
    title: str = ""
    save_as: str = ""
    expect: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """One table of the region file: a source, its files, and whose they are."""

    key: str
    importer: str
    files: tuple[str, ...]
    publisher: str
    licence: str
    edition: str = ""
    dated: date | None = None
    vintage: Vintage | None = None
    getting: Getting = field(default_factory=Getting)
    options: Mapping[str, str] = field(default_factory=dict)

    def origin(self, file: str) -> Origin:
        """Say where a table comes from, for the ledger and every page."""
        return Origin(
            source=self.key,
            publisher=self.publisher,
            licence=self.licence,
            edition=self.edition,
            dated=self.dated,
            file=file,
            vintage=self.vintage,
            address=self.getting.page or self.getting.address,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionFile:
    """All that a deployment is told about a region before it reads any data."""

    slug: str
    name: str
    made_up: bool
    telephone: str
    telephone_hours: str
    languages: tuple[str, ...]
    districts: tuple[str, ...]
    calendar: TermRule
    sources: tuple[SourceEntry, ...]

    def source(self, key: str) -> SourceEntry:
        """Find a source by its key, or raise ``NotFound``."""
        for entry in self.sources:
            if entry.key == key:
                return entry
        raise NotFound(f"{self.name} has no source called «{key}»")


def file_of(slug: str, folder: Path) -> Path:
    """Say where a region's file lies, or raise ``NotFound`` naming those there are."""
    path = folder / f"{slug.replace('-', '_')}.toml"
    if not path.is_file():
        known = ", ".join(known_regions(folder)) or "none yet"
        raise NotFound(f"There is no region «{slug}». There are: {known}.")
    return path


def known_regions(folder: Path) -> tuple[str, ...]:
    """List the slugs of all region files of a folder."""
    return tuple(sorted(path.stem.replace("_", "-") for path in folder.glob("*.toml")))


def read_region_file(path: Path) -> RegionFile:
    """Read a region's file.

    Raises
    ------
    FileNotUnderstood
        When it is not TOML, or a key is unknown, missing or of the wrong kind.
    """
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise FileNotUnderstood(
            f"this is not TOML ({problem})", file=path.name, remedy=_REMEDY
        ) from problem
    table = _Table(told, path.name, "")
    calendar = table.table("calendar")
    areas = table.table("areas")
    region = RegionFile(
        slug=table.text("slug", path.stem.replace("_", "-")),
        name=table.text("name"),
        made_up=table.flag("made_up"),
        telephone=table.text("telephone", ""),
        telephone_hours=table.text("telephone_hours", ""),
        languages=table.texts("languages"),
        districts=areas.texts("districts"),
        calendar=_calendar(calendar),
        sources=tuple(_sources(table.table("sources"))),
    )
    for part in (areas, calendar, table):
        part.nothing_left()
    return region


_REMEDY = "See regions/README.md for the layout."


def _calendar(table: "_Table") -> TermRule:
    """Read the bank holidays and school terms."""
    relative = table.flag("relative_to_week")
    terms = table.rows("school_terms")
    return TermRule(
        bank_holidays=table.text("bank_holidays", "ENG"),
        terms=() if relative else tuple(_term(term, table) for term in terms),
        offsets=tuple(_offsets(term, table) for term in terms) if relative else (),
    )


def _term(told: TomlValue, table: "_Table") -> SchoolTerm:
    """Read ``{ from = "2026-09-01", to = "2026-10-23" }``."""
    if isinstance(told, dict):
        first, last = (_day(told.get(key)) for key in ("from", "to"))
        if first and last and first <= last:
            return SchoolTerm(first, last)
    raise table.wrong("school_terms", 'a term is { from = "2026-09-01", to = "…" }')


def _offsets(told: TomlValue, table: "_Table") -> tuple[int, int]:
    """Read ``[-12, -4]``: from that Monday until, and without, the other."""
    match told:
        case [int(first), int(last)] if first < last:
            return first, last
        case {"from": int(first), "to": int(last)} if first < last:
            return first, last
    raise table.wrong("school_terms", "relative to the week, a term is [-12, -4]")


def _day(told: TomlValue) -> date | None:
    """Read a day, written as TOML's own or as words."""
    if isinstance(told, date):
        return told
    try:
        return date.fromisoformat(str(told))
    except ValueError:
        return None


def _sources(tables: "_Table") -> Sequence[SourceEntry]:
    """Read every ``[sources.…]`` table, in the order of the file."""
    return [_source(key, tables.table(key)) for key in tuple(tables.told)]


def _source(key: str, table: "_Table") -> SourceEntry:
    """Read one source."""
    dated = table.text("date", "")
    entry = SourceEntry(
        key=key,
        importer=table.text("importer", key),
        files=table.texts("file"),
        publisher=table.text("publisher"),
        licence=table.text("licence"),
        edition=table.text("edition", ""),
        dated=_day(dated),
        vintage=_vintage(table),
        getting=_getting(table),
        options=table.options(),
    )
    if dated and entry.dated is None:
        raise table.wrong("date", f"«{dated}» is not a day like 2026-11-23")
    table.nothing_left()
    return entry


def _vintage(table: "_Table") -> Vintage | None:
    """Read which areas, of which year."""
    geography, year = table.text("geography", ""), table.number("vintage")
    if not geography:
        return None
    if geography not in {g.value for g in Geography} or year is None:
        known = ", ".join(sorted(Geography))
        raise table.wrong("geography", f"one of {known}, together with a vintage")
    return Vintage(Geography(geography), year)


def _getting(table: "_Table") -> Getting:
    """Read how the source is fetched."""
    words = ("address", "page", "resolve", "pattern", "service", "where", "fields")
    more = ("item", "title", "save_as")
    told = {key: table.text(key, "") for key in (*words, *more)}
    box = tuple(float(str(edge)) for edge in table.rows("box"))
    return Getting(**told, box=box, expect=table.texts("expect"))


class _Table:
    """A table of TOML that remembers what has been read of it."""

    def __init__(self, told: dict[str, TomlValue], file: str, name: str) -> None:
        self.told = dict(told)
        self._file = file
        self._name = name

    def wrong(self, key: str, problem: str) -> FileNotUnderstood:
        """Make the error for one key."""
        where = f"{self._name}.{key}" if self._name else key
        return FileNotUnderstood(problem, file=self._file, column=where, remedy=_REMEDY)

    def text(self, key: str, default: str | None = None) -> str:
        """Take a text, or a day or number written as one."""
        value = self.told.pop(key, default)
        if value is None:
            raise self.wrong(key, "this key is missing")
        if isinstance(value, list | dict | bool):
            raise self.wrong(key, "this should be a text in quotes")
        return str(value).strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a text or a list of them."""
        value = self.told.pop(key, ())
        values = value if isinstance(value, list | tuple) else [value]
        if not all(isinstance(one, str) for one in values):
            raise self.wrong(key, "this should be a list of texts in quotes")
        return tuple(str(one) for one in values)

    def flag(self, key: str) -> bool:
        """Take true or false; false where nothing is said."""
        value = self.told.pop(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "this should be true or false, without quotes")
        return value

    def number(self, key: str) -> int | None:
        """Take a whole number, if there is one."""
        value = self.told.pop(key, None)
        if value is not None and (
            isinstance(value, bool) or not isinstance(value, int)
        ):
            raise self.wrong(key, "this should be a whole number, without quotes")
        return value if isinstance(value, int) else None

    def rows(self, key: str) -> Sequence[TomlValue]:
        """Take a list of anything."""
        value = self.told.pop(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, "this should be a list")
        return value

    def table(self, key: str) -> "_Table":
        """Take a table; an empty one where nothing is said."""
        value = self.told.pop(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, "this should be a table")
        return _Table(value, self._file, f"{self._name}.{key}" if self._name else key)

    def options(self) -> dict[str, str]:
        """Take the importer's own options, as texts."""
        return {key: str(value) for key, value in self.table("options").told.items()}

    def nothing_left(self) -> None:
        """Refuse a key that nobody asked for."""
        if self.told:
            raise self.wrong(min(self.told), "nobody knows this key; is it mistyped?")

"""How are services laid into the standard's tables, one after the other?

A service is written as its document (``writing.py``) and taken apart: what stands
inside it gets a row of its own with a key back, and what several share stands once.
"""

import csv
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Self, TextIO
from uuid import NAMESPACE_URL, uuid5

from weft.standards.openreferral.tables import TABLES
from weft.standards.openreferral.writing import Document

NOBODY_SAID = "Nobody has told us who gives this."
UNKNOWN_GIVER: Document = {
    "id": str(uuid5(NAMESPACE_URL, "weft: an organisation that is not known")),
    "name": "Not known",
    "description": NOBODY_SAID,
}
"""The standard demands an organisation of every service: this one says that there is
none that we know."""


class Tabular:
    """Writes the tables of a package into a folder; use it as a context.

    Services must come whole and each once; memory grows with what they share, some
    hundred bytes for each place, group and term.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open = ExitStack()
        self._tables: dict[str, csv.DictWriter[str]] = {}
        self._seen: dict[str, set[object]] = {}
        self.rows: dict[str, int] = {}

    def __enter__(self) -> Self:
        """Begin every table with its heading."""
        for table in TABLES:
            file: TextIO = self._open.enter_context(
                (self._folder / table.file).open("w", encoding="utf-8", newline="")
            )
            writer = csv.DictWriter(
                file, table.names, extrasaction="ignore", lineterminator="\r\n"
            )
            writer.writeheader()
            self._tables[table.name] = writer
            self._seen[table.name] = set()
            self.rows[table.name] = 0
        return self

    def __exit__(self, *problem: object) -> None:
        """Close every table."""
        self._open.close()

    def add(self, service: Mapping[str, object]) -> None:
        """Lay in a service, as ``service_document`` wrote it."""
        own, giver = service["id"], _one(service.get("organization")) or UNKNOWN_GIVER
        self._organization(giver)
        self._put("service", {**service, "organization_id": giver["id"]})
        for at in _several(service.get("service_at_locations")):
            self._location(_one(at.get("location")) or {})
            self._put("service_at_location", at)
        for table, inside in (
            ("phone", "phones"),
            ("schedule", "schedules"),
            ("cost_option", "cost_options"),
            ("language", "languages"),
        ):
            for one in _several(service.get(inside)):
                self._put(table, {"service_id": own, **_as_in_tables(one)})
        for one in _several(service.get("attributes")):
            self._attribute(one, {"link_id": own, "link_entity": "service"})

    def _organization(self, one: Mapping[str, object]) -> None:
        if self._is_new("organization", one):
            self._put("organization", one)
            for phone in _several(one.get("phones")):
                self._put("phone", {"organization_id": one["id"], **phone})
            for said in _several(one.get("attributes")):
                of = {"link_id": one["id"], "link_entity": "organization"}
                self._attribute(said, of)

    def _location(self, one: Mapping[str, object]) -> None:
        if self._is_new("location", one):
            self._put("location", one)
            for inside, table in (
                ("addresses", "address"),
                ("accessibility", "accessibility"),
            ):
                for part in _several(one.get(inside)):
                    self._put(table, {"location_id": one["id"], **part})

    def _attribute(self, one: Mapping[str, object], of: Mapping[str, object]) -> None:
        term = _one(one.get("taxonomy_term"))
        if term is None:
            return
        taxonomy = _one(term.get("taxonomy_detail"))
        if taxonomy is not None and self._is_new("taxonomy", taxonomy):
            self._put("taxonomy", taxonomy)
        if self._is_new("taxonomy_term", term):
            self._put("taxonomy_term", term)
        self._put("attribute", {**one, **of, "taxonomy_term_id": term["id"]})

    def _is_new(self, table: str, one: Mapping[str, object]) -> bool:
        """Tell whether a thing was not laid in yet; from now on it was."""
        seen, key = self._seen[table], one.get("id")
        if key is None or key in seen:
            return False
        seen.add(key)
        return True

    def _put(self, table: str, row: Mapping[str, object]) -> None:
        self._tables[table].writerow(row)
        self.rows[table] += 1


def _as_in_tables(one: Mapping[str, object]) -> Document:
    """Write a part as tables have it: clocks with seconds, money with its currency."""
    told = dict(one)
    for clock in ("opens_at", "closes_at"):
        if clock in told:
            told[clock] = f"{told[clock]}:00"
    if "amount" in told:
        told["currency"] = "GBP"
    return told


def _one(told: object) -> Mapping[str, object] | None:
    return told if isinstance(told, Mapping) else None


def _several(told: object) -> Sequence[Mapping[str, object]]:
    return told if isinstance(told, list) else ()

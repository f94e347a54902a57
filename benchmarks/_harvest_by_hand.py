"""The same feed, read by hand: httpx, json and sqlite3, and nothing else.

It pages to the end and keeps the same facts in plain tables, whole in one transaction.
It does none of what a register is for: no limits on what a feed may do, nothing to go
on with when it breaks off, no telling what has changed, no list, no search, no
sessions, no feed of its own.
"""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import httpx

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
TABLES = """
    CREATE TABLE groups (id TEXT PRIMARY KEY, name TEXT, description TEXT, phone TEXT);
    CREATE TABLE places (
        id TEXT PRIMARY KEY, name TEXT, latitude REAL, longitude REAL, access TEXT
    );
    CREATE TABLE services (
        id TEXT PRIMARY KEY, name TEXT, description TEXT, url TEXT, least_age INTEGER,
        told_on TEXT, group_id TEXT, place_id TEXT, pence INTEGER, terms TEXT
    );
    CREATE TABLE schedules (service_id TEXT, day INTEGER, starts TEXT, ends TEXT);
"""


def read(address: str, file: Path) -> None:
    """Read a feed into a data base."""
    base = sqlite3.connect(file)
    base.executescript(f"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; {TABLES}")
    with httpx.Client() as client, base:
        for page in _pages(client, address):
            _keep(base, page)
    base.close()


def _pages(client: httpx.Client, address: str) -> Iterator[list[dict]]:
    number, last = 1, False
    while not last:
        asked = {"page": number, "per_page": 100}
        told = json.loads(client.get(f"{address}/services", params=asked).content)
        yield told["contents"]
        number, last = number + 1, told["last_page"]


def _keep(base: sqlite3.Connection, services: list[dict]) -> None:
    groups, places, rows, times = [], [], [], []
    for one in services:
        group, at = one["organization"], one["service_at_locations"][0]["location"]
        groups.append((group["id"], group["name"], group["description"], _phone(group)))
        places.append(
            (
                at["id"],
                at["name"],
                at["latitude"],
                at["longitude"],
                at["accessibility"][0]["description"],
            )
        )
        rows.append(
            (
                one["id"],
                one["name"],
                one["description"].strip(),
                one["url"],
                one["minimum_age"],
                one["assured_date"],
                group["id"],
                at["id"],
                int(one["cost_options"][0]["amount"] * 100),
                ",".join(a["taxonomy_term"]["name"] for a in one["attributes"]),
            )
        )
        times.extend(
            (one["id"], DAYS.index(day), told["opens_at"], told["closes_at"])
            for told in one["schedules"]
            for day in told["byday"].split(",")
        )
    base.executemany("INSERT OR REPLACE INTO groups VALUES (?,?,?,?)", groups)
    base.executemany("INSERT OR REPLACE INTO places VALUES (?,?,?,?,?)", places)
    base.executemany("INSERT INTO services VALUES (?,?,?,?,?,?,?,?,?,?)", rows)
    base.executemany("INSERT INTO schedules VALUES (?,?,?,?)", times)


def _phone(group: dict) -> str:
    return group["phones"][0]["number"]


def known(file: Path) -> Iterator[tuple[str, ...]]:
    """Say what is known of each service."""
    with sqlite3.connect(file) as base:
        yield from base.execute(
            "SELECT s.id, s.name, s.description, g.name, p.name,"
            " t.day || ' ' || t.starts || ' ' || t.ends, s.pence || '', s.terms"
            " FROM services s JOIN groups g ON g.id = s.group_id"
            " JOIN places p ON p.id = s.place_id"
            " JOIN schedules t ON t.service_id = s.id"
        )

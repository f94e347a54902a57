"""How is each choice of a deployment read, and refused with advice?"""

import difflib
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from weft.commons.errors import WronglyConfigured

SECRET_FILE = "secret-key"  # noqa: S105 the name of a file, not a secret
SHORTEST_SECRET = 50
KNOWN = frozenset(
    {
        # what a deployment may choose: docs/running/settings.md has a line for each
        "WEFT_DATA_DIR",
        "WEFT_SECRET_KEY",
        "WEFT_DATABASE_URL",
        "WEFT_HOSTS",
        "WEFT_BIND",
        "WEFT_BEHIND_TLS",
        "WEFT_THREADS",
        "WEFT_WORKER",
        "WEFT_TELEPHONE",
        "WEFT_TELEPHONE_HOURS",
        "WEFT_FEWEST",
        "WEFT_UNCHECKED_LANGUAGES",
        "WEFT_MAIL_SERVER",
        "WEFT_MAIL_FROM",
        "WEFT_MAIL_RETURN",
        "WEFT_MAIL_LINKS",
        "WEFT_MAIL_MOST",
        "WEFT_HARVEST_NEARBY",
        "WEFT_HARVEST_CONTACT",
        # what only tests ask for
        "WEFT_REQUIRE",
        "WEFT_SHARED",
        "WEFT_TEST_DATABASE_URL",
        "WEFT_JOURNEYS_DATA",
    }
)

SQLITE = {
    # Of contended transactions 69 % failed without IMMEDIATE, and of simulated power
    # cuts 71 % lost acknowledged commits without FULL (docs/decisions/0003-sqlite.md).
    "transaction_mode": "IMMEDIATE",
    "timeout": 60,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        "PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536"
    ),
}


def refuse_unknown(chosen: Mapping[str, str]) -> None:
    """Refuse a setting that nobody reads: it is a slip of the pen, and would be missed.

    Raises
    ------
    WronglyConfigured
        Naming the one that was probably meant.
    """
    for name in sorted(chosen):
        if name.startswith("WEFT_") and name not in KNOWN:
            near = difflib.get_close_matches(name, KNOWN, n=1)
            hint = f"Did you mean {near[0]}? " if near else ""
            raise WronglyConfigured(
                f"There is no setting {name}. {hint}All of them: "
                "docs/running/settings.md"
            )


def yes_or_no(chosen: Mapping[str, str], name: str, *, otherwise: bool) -> bool:
    """Read a choice between yes and no."""
    told = chosen.get(name, "").strip().lower()
    if told not in {"", "yes", "no"}:
        raise WronglyConfigured(f"{name} is «{told}»; it takes yes or no.")
    return told == "yes" if told else otherwise


def whole_number(
    chosen: Mapping[str, str], name: str, *, otherwise: int, least: int
) -> int:
    """Read a whole number that must not be too small."""
    told = chosen.get(name, "").strip() or str(otherwise)
    if not told.isdecimal() or int(told) < least:
        raise WronglyConfigured(
            f"{name} is «{told}»; it takes a whole number of at least {least}."
        )
    return int(told)


def hosts(chosen: Mapping[str, str]) -> list[str]:
    """Read the names under which the site may be asked for."""
    told = chosen.get("WEFT_HOSTS", "localhost,127.0.0.1,[::1]")
    names = [name.strip() for name in told.split(",") if name.strip()]
    wrong = [name for name in names if "/" in name or name == "*"]
    if wrong or not names:
        raise WronglyConfigured(
            f"WEFT_HOSTS is «{told}»; it takes names only, with commas between: "
            "weft.example.org,www.weft.example.org"
        )
    return names


def data_folder(chosen: Mapping[str, str], *, root: Path) -> Path:
    """Find, and make, the folder that holds all that a deployment knows."""
    folder = Path(chosen.get("WEFT_DATA_DIR") or root / "data" / "weft").absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise WronglyConfigured(
            f"The data folder {folder} cannot be made ({problem.strerror}). "
            "Choose another: ./weft serve --data-dir FOLDER"
        ) from problem
    if not os.access(folder, os.W_OK):
        raise WronglyConfigured(
            f"Nothing can be written into the data folder {folder}. Give it to the "
            "user that runs Weft, or choose another: --data-dir FOLDER"
        )
    return folder


def secret_key(chosen: Mapping[str, str], folder: Path) -> str:
    """Take the secret key that was set, or the one made at first start."""
    told = chosen.get("WEFT_SECRET_KEY", "")
    if told:
        if len(told) < SHORTEST_SECRET:
            raise WronglyConfigured(
                f"WEFT_SECRET_KEY is {len(told)} characters long; it takes at least "
                f"{SHORTEST_SECRET}. Leave it unset and one is made for you."
            )
        return told
    file = folder / SECRET_FILE
    kept = file.read_text().strip() if file.exists() else ""
    if kept and len(kept) < SHORTEST_SECRET:
        raise WronglyConfigured(
            f"The secret key in {file} is {len(kept)} characters long; it takes at "
            f"least {SHORTEST_SECRET}. Delete the file and one is made for you."
        )
    return kept or _new_secret(file)


def _new_secret(file: Path) -> str:
    """Make a key that only the owner reads; whole, or not at all."""
    unfinished = file.with_name(f"{file.name}.part")
    unfinished.touch(mode=0o600)
    unfinished.write_text(secrets.token_urlsafe(64))
    unfinished.replace(file)
    return file.read_text()


def data_base(chosen: Mapping[str, str], folder: Path) -> dict[str, Any]:
    """Read WEFT_DATABASE_URL, or keep everything in one file of the data folder."""
    address = chosen.get("WEFT_DATABASE_URL", "")
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": folder / "weft.sqlite3",
            "OPTIONS": SQLITE,
        }
    parts = _taken_apart(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 60,
        # postgresql:///name?host=/folder speaks over a socket in that folder
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def _taken_apart(address: str) -> SplitResult:
    """Take the address of a PostgreSQL data base apart, or say what one looks like."""
    try:
        parts = urlsplit(address)
        known = parts.scheme in {"postgresql", "postgres"} and parts.port != 0
    except ValueError:  # a port that is no number, half a pair of brackets
        known = False
    if not known or not parts.path.strip("/"):
        raise WronglyConfigured(
            "WEFT_DATABASE_URL must look like "
            "postgresql://name:password@host:5432/database. "
            "Leave it unset to keep everything in one file of the data folder."
        )
    return parts

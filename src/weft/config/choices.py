"""How is each choice of a deployment read, and refused with advice?"""

import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from weft.commons.errors import WronglyConfigured

SECRET_FILE = "secret-key"  # noqa: S105 the name of a file, not a secret
SHORTEST_SECRET = 50

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


def data_folder(chosen: Mapping[str, str], *, root: Path) -> Path:
    """Find, and make, the folder that holds all that a deployment knows."""
    folder = Path(chosen.get("WEFT_DATA_DIR") or root / "data" / "weft").absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise WronglyConfigured(
            f"The data folder {folder} cannot be made ({problem.strerror}). "
            "Choose another: ./weft serve --data-dir FOLDER"
        ) from problem
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
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(64))
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
    parts = urlsplit(address)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise WronglyConfigured(
            "WEFT_DATABASE_URL must look like "
            "postgresql://name:password@host:5432/database. "
            "Leave it unset to keep everything in one file of the data folder."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 60,
    }

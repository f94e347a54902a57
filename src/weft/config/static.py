"""At which address is a static file, so that a browser never keeps an old one?"""

import hashlib
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class AddressedByContent(StaticFilesStorage):
    """Adds to each address a hash of what is in the file; nothing is collected."""

    def url(self, name: str | None) -> str:
        """Give the address of a file, and change it whenever the file changes."""
        plain = super().url(name)
        found = finders.find(name) if name else None
        if not found:
            return plain
        return f"{plain}?v={_fingerprint(Path(found))}"


@cache
def _fingerprint(file: Path) -> str:
    """Say in ten letters what is in a file; read once while the server runs."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:10]

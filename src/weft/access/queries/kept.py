"""Which streets and timetables does a region have?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from weft.access.domain.arrays import Arrays, What, from_bytes
from weft.access.models import ArrayFile


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAbout:
    """Where the arrays of one source lie.

    ``digest`` is of the bytes: what is made of them may be kept in memory under it.
    """

    region: str
    source: str
    what: What
    digest: str
    path: Path
    about: Mapping[str, object] = field(compare=False)


def kept(region: str, what: What) -> tuple[KeptAbout, ...]:
    """List what a region has of one kind, by source; nothing is read yet."""
    rows = ArrayFile.objects.filter(region=region, what=what).order_by("source")
    return tuple(
        KeptAbout(
            region=region,
            source=row.source,
            what=what,
            digest=row.sha256,
            path=Path(settings.DATA_DIR) / row.file,
            about=row.about,
        )
        for row in rows
    )


def digests(region: str) -> tuple[str, ...]:
    """Give the hash of everything that a region has, by source."""
    rows = ArrayFile.objects.filter(region=region).order_by("source")
    return tuple(rows.values_list("sha256", flat=True))


def arrays_of(kept_about: KeptAbout) -> Arrays:
    """Read the arrays themselves.

    Raises
    ------
    FileNotUnderstood
        When the file is not whole.
    """
    raw = kept_about.path.read_bytes()
    return from_bytes(raw, what=kept_about.what, about=kept_about.about)

"""Where are a region's tiles kept, and is all that they hold still there?

A file is only as new as its last drawing. Beside it stands a list of what was drawn
into it, as digests: as soon as one of those is on the map no more, or elsewhere, or
under another name, the whole file is kept back until it is drawn anew.
"""

import json
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from django.conf import settings

from weft.shell.tiles import Scene, write


def tiles_file(region: str) -> Path:
    """Say where a region's tiles are kept."""
    return Path(settings.DATA_DIR) / "tiles" / f"{region}.pmtiles"


def keep(region: str, scene: Scene) -> Path:
    """Cut a scene into the tiles that are served, and note what they hold."""
    file = tiles_file(region)
    fresh = file.with_name(f"{file.name}.new")
    write(scene, fresh)
    # The note first: the file before is another's until this one takes its place.
    draft = _note(file).with_suffix(".new")
    told = {"of": _mark(fresh), "drawn": sorted(_digests(scene))}
    draft.write_text(json.dumps(told), encoding="utf-8")
    draft.replace(_note(file))
    fresh.replace(file)
    return file


def forget(region: str) -> None:
    """Take away the tiles of a region that has nothing to draw."""
    file = tiles_file(region)
    file.unlink(missing_ok=True)
    _note(file).unlink(missing_ok=True)


def mark_of(region: str) -> str:
    """Know a region's tiles again; empty where there are none."""
    return _mark(tiles_file(region))


def hold_only(region: str, now: Scene) -> bool:
    """Tell whether whatever is drawn in a region's tiles is on its map now.

    A file of which nobody noted what it holds may hold anything.
    """
    file = tiles_file(region)
    try:
        told = json.loads(_note(file).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return False
    return told["of"] == _mark(file) and set(told["drawn"]) <= set(_digests(now))


def _note(file: Path) -> Path:
    return file.with_suffix(".json")


def _mark(file: Path) -> str:
    """Know a file again: by its length and when it was written."""
    try:
        about = file.stat()
    except FileNotFoundError:
        return ""
    return f"{about.st_mtime_ns:x}-{about.st_size:x}"


def _digests(scene: Scene) -> Iterator[str]:
    """Write down each thing of a scene: all that a tile may say of it.

    How sure we are of it moves with the days, and gives nobody away.
    """
    for knot in scene.knots:
        yield _digest(f"{knot.point} {knot.name} {knot.address}".encode())
    for shape in (*scene.green, *scene.water):
        yield _digest(shape.shape + shape.name.encode())


def _digest(said: bytes) -> str:
    return blake2b(said, digest_size=8).hexdigest()

"""How are tiles reckoned on other machines?

By Dask, from the packages of ``requirements/dask.txt``: only this module imports it,
and only when it is asked. A worker that dies loses nothing: what it had is reckoned
again, by any other, to the same last digit (docs/running/dask.md).
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from uuid import uuid4

import weft
from weft.access.domain.arrays import Array
from weft.access.domain.journeys.surroundings import Doors, Surroundings
from weft.access.domain.streets import Network
from weft.access.domain.tiles import Across, Common, Part, Tile, reckon_tile
from weft.access.domain.tiles.reckoning import doors_of
from weft.access.domain.timetable import Timetable
from weft.commons.errors import NotPossible, WronglyConfigured

if TYPE_CHECKING:
    from distributed import Client

WITHOUT = (
    "Reckoning on other machines needs Dask: "
    ".venv/bin/python -m pip install --require-hashes -r requirements/dask.txt"
)
_BUILDING = Lock()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Held:
    """What every worker keeps for as long as one reckoning lasts.

    Attributes
    ----------
    key
        Of this reckoning; no other has it.
    program
        The hash of the code that asks: another would not give the same digits.
    common
        What all tiles share.
    streets, timetable
        None for straight lines.
    """

    key: str
    program: str
    common: Common
    streets: Mapping[str, Array] | None
    timetable: Timetable | None


@contextmanager
def scheduler(address: str) -> "Iterator[Client]":
    """Speak with the scheduler at an address, as tcp://host:8786.

    Raises
    ------
    WronglyConfigured
        When Dask is not installed, or nobody answers.
    """
    try:
        from distributed import Client  # noqa: PLC0415 not in the usual packages
    except ImportError as problem:
        raise WronglyConfigured(WITHOUT) from problem
    try:
        client = Client(address, timeout="20s")
    except (OSError, ValueError) as problem:
        raise WronglyConfigured(
            f"No scheduler of Dask answers at {address} ({problem})."
        ) from problem
    with client:
        yield client


def across(client: "Client") -> Across:
    """Reckon tiles on a client's workers; the parts come in whatever order."""

    def parts(
        common: Common, tiles: Sequence[Tile], around: Surroundings | None
    ) -> Iterator[Part]:
        from distributed import KilledWorker, as_completed  # noqa: PLC0415 as above

        held = Held(
            key=uuid4().hex,
            program=program(),
            common=common,
            streets=around.network.columns if around else None,
            timetable=around.timetable if around else None,
        )
        # A task, not scattered data: when the only worker that has it dies, the
        # scheduler can make it again.
        shared = client.submit(_itself, held, key=f"held-{held.key}")
        told = [
            client.submit(_reckoned, tile, shared, key=f"tile-{held.key}-{number}")
            for number, tile in enumerate(tiles)
        ]
        try:
            for future in as_completed(told):
                yield future.result()
                future.release()
        except KilledWorker as problem:
            raise NotPossible(
                f"A tile brought down one worker after another ({problem})."
            ) from problem

    return parts


def _itself(held: Held) -> Held:
    return held


def _reckoned(tile: Tile, held: Held) -> Part:
    """Reckon a tile on a worker."""
    if held.program != program():
        raise NotPossible("This worker runs another Weft than the one that asks.")
    around, places = _ground(held)
    return reckon_tile(held.common, tile, around, places)


_GROUNDS: dict[str, tuple[Surroundings | None, Doors | None]] = {}


def _ground(held: Held) -> tuple[Surroundings | None, Doors | None]:
    """Stand on the streets, made once a worker and reckoning."""
    with _BUILDING:
        if held.key not in _GROUNDS:
            _GROUNDS.clear()
            around = (
                Surroundings(Network(held.streets), held.timetable)
                if held.streets is not None
                else None
            )
            _GROUNDS[held.key] = around, doors_of(held.common, around)
        return _GROUNDS[held.key]


@cache
def program() -> str:
    """Hash the code that reckons, without what only draws pages or asks tables."""
    told, home = sha256(), Path(weft.__file__).parent
    for file in sorted(home.glob("**/domain/**/*.py")):
        told.update(str(file.relative_to(home)).encode() + file.read_bytes())
    return told.hexdigest()

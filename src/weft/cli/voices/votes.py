"""How do the files of a vote come in and go out by typing?"""

from collections.abc import Sequence
from pathlib import Path

from weft.accounts.actors import Actor
from weft.commons.errors import NotPossible
from weft.commons.files import read_bytes_safely
from weft.commons.saying import counted
from weft.commons.writing import write_whole
from weft.voices.domain.keys import key_of
from weft.voices.exchange.polis import as_polis, from_polis
from weft.voices.queries.rounds_in_hand import round_number, round_to_take_away
from weft.voices.services.polling_in import take_votes
from weft.voices.services.voting import shut_round


def take_files(
    region: str, slug: str, ref: str, files: Sequence[Path], *, by: Actor
) -> str:
    """Read the files of a vote into a round, end it and count it.

    Returns
    -------
    str
        How much came in.

    Raises
    ------
    NotPossible
        Lines could not be read, or name what is not there; nothing is taken then.
    """
    found = from_polis(
        {one.name: read_bytes_safely(one).decode("utf-8-sig") for one in files}
    )
    if found.unread:
        name, first = found.unread[0]
        raise NotPossible(
            f"{counted(len(found.unread), 'line', 'lines')} could not be read, the "
            f"first in {name}, line {first.line}: {first.why}."
        )
    key, number = key_of(region, slug), round_number(region, slug, ref)
    came = take_votes(
        by=by,
        project=key,
        round=number,
        statements=found.statements,
        ballots=found.ballots,
    )
    shut_round(by=by, project=key, round=number, shut=True)
    return (
        f"{counted(came.statements, 'statement', 'statements')}, "
        f"{counted(came.ballots, 'ballot', 'ballots')} and "
        f"{counted(came.votes, 'vote', 'votes')} taken in, and counted."
    )


def write_files(region: str, slug: str, ref: str, folder: Path) -> str:
    """Write a round as the three files of Polis, with every ballot."""
    number = round_number(region, slug, ref)
    files = as_polis(round_to_take_away(key_of(region, slug), number))
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        write_whole(folder / name, text.encode())
    return f"{', '.join(files)} written to {folder}."

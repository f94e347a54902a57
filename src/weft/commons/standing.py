"""Where does what somebody told us stand, between being said and being decided?"""

from enum import StrEnum

from weft.commons.errors import NotPossible

TOO_MUCH_WAITS = (
    "Many people have said something, and nobody has read it all yet. "
    "Please try again in a few days, or ring us."
)


class Standing(StrEnum):
    """Whether it waits, was taken as so, was not, or was taken back."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TAKEN_BACK = "taken back"


def refuse_a_flood(waiting: int, *, most: int) -> None:
    """Refuse to bury what is meant under what is not.

    Parameters
    ----------
    waiting
        How much nobody has read yet.
    most
        How much may wait.

    Raises
    ------
    NotPossible
        When as much waits already.
    """
    if waiting >= most:
        raise NotPossible(TOO_MUCH_WAITS)


def refuse_what_is_decided(
    standing: str, *, not_yet: Standing, seen: Standing | None
) -> None:
    """Refuse to decide what may not go, or has gone, the way that is asked for.

    Parameters
    ----------
    standing
        How it stands.
    not_yet
        How it would stand then.
    seen
        How it stood when whoever decides looked at it, where they did.

    Raises
    ------
    NotPossible
        When it was taken back, stands so already, or was decided by somebody else
        meanwhile.
    """
    if standing == Standing.TAKEN_BACK:
        raise NotPossible("Whoever said it has taken it back.")
    if standing == not_yet:
        raise NotPossible(f"It is {not_yet} already.")
    if seen not in {None, standing}:
        raise NotPossible(f"Somebody else has decided meanwhile: it is {standing}.")

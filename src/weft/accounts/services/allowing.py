"""May this be done, by whoever wants to do it?"""

from collections.abc import Collection

from weft.accounts.actors import Actor
from weft.accounts.policy import refusal
from weft.accounts.things import Thing
from weft.commons.errors import NotAllowed


def require(
    *, by: Actor, deed: str, thing: Thing, fields: Collection[str] = ()
) -> None:
    """Refuse a deed that the policy does not allow, before it is begun.

    The record refuses it too, at its end; a service asks here where work or an answer
    would come first, and always where only some fields may be changed.

    Raises
    ------
    NotAllowed
        With the reason; it names nobody.
    """
    stands = refusal(by=by, deed=deed, thing=thing, fields=fields)
    if stands:
        raise NotAllowed(f"{by.kind} {deed} {thing.kind}: {stands}")

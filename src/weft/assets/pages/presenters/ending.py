"""In which words does a group say that it has stopped?"""

from collections.abc import Mapping

from weft.assets.domain.holding import Stopped
from weft.assets.queries.holding import GroupInHand
from weft.commons.saying import dated

ALL = "all"
DONE: Mapping[str, str] = {
    "stopped": "The list says so now. Thank you for all that you did.",
    "go-on": "You are back on the list, as before.",
}


def stopped_in_words(said: Stopped) -> str:
    """Say since when, and why, as everybody reads it."""
    return f"You told us that it stopped on {dated(said.on)}. {said.why}".strip()


def may_have_stopped(group: GroupInHand) -> tuple[tuple[str, str], ...]:
    """Offer each thing that they do, or all of it."""
    named = tuple((str(one.key), one.name) for one in group.offers)
    return ((ALL, "All of it"), *named) if len(named) > 1 else ((ALL, group.name),)


def ended(group: GroupInHand) -> tuple[tuple[str, str, str], ...]:
    """List what has stopped, while the group goes on: key, name, words."""
    return tuple(
        (str(one.key), one.name, stopped_in_words(one.stopped)) for one in group.ended
    )

"""Which of what we heard of a thing is about which side of it?"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from weft.assets.domain.sureness.aspects import Aspect, Keeper
from weft.assets.domain.sureness.heard import ASSURES, DOUBTS, Event, Heard
from weft.assets.domain.sureness.measured import pace_of
from weft.assets.domain.sureness.tellers import ANY_OTHER
from weft.assets.domain.sureness.track import Track

_WHEN = frozenset({Aspect.DAYS, Aspect.HOURS})


@dataclass(frozen=True, slots=True, order=True)
class About:
    """One event, and the side of the thing it is about; None for all of it."""

    heard: Heard
    aspect: Aspect | None = None

    def concerns(self, aspect: Aspect) -> bool:
        """Tell whether it moves what we hold of one side.

        A doubt whether the thing is still there is a doubt about everything in it; a
        yes to that says nothing of its hours.
        """
        if self.aspect in {None, aspect} or {self.aspect, aspect} == _WHEN:
            return True
        return self.aspect is Aspect.EXISTS and self.heard.event in DOUBTS


def answers_for_it(event: Event, aspect: Aspect | None) -> bool:
    """Tell whether by an event somebody answers for a thing as it is told.

    For all of it; or, by a group's yes, for what its own page shows: that it is there
    is shown of everything.
    """
    if aspect is None:
        return event in ASSURES
    return event is Event.CONFIRMED and aspect is Aspect.EXISTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracks:
    """Who keeps a thing, whose word we have, and all that we heard since."""

    keeper: Keeper = Keeper.EITHER
    right_at_first: float = ANY_OTHER
    heard: tuple[About, ...] = ()

    def of(self, aspect: Aspect, told_on: date | None) -> Track:
        """Follow one side of it, told on a day; of one kind a day counts once."""
        concerning = (one.heard for one in self.heard if one.concerns(aspect))
        return Track(
            told_on=told_on,
            right_at_first=self.right_at_first,
            pace=pace_of(aspect, self.keeper),
            heard=tuple(dict.fromkeys(concerning)),
        )


NOTHING_HEARD = Tracks()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one thing stands on a day: what a listing says of its sureness.

    ``sureness`` is rounded, so that both data bases keep the same number.
    """

    sureness: float | None = None
    sure_until: date | None = None
    confirmed_on: date | None = None
    confirmed_by: str = ""  # the event: confirmed, checked, found_so


NOT_RECKONED = Standing()


@lru_cache(maxsize=20_000)
def standing(
    tracks: Tracks, aspect: Aspect, told_on: date | None, on: date
) -> Standing:
    """Say how a thing stands.

    Parameters
    ----------
    tracks, aspect, told_on
        What decides whether somebody would go there in vain, and since when we hold it.
    on
        The day for which it is asked; what was heard later counts as heard on its day,
        and is asked for on the last of those.
    """
    on = max([on, *(one.heard.on for one in tracks.heard)])
    track = tracks.of(aspect, told_on)
    sure, last = track.sureness(on), track.confirmed(on)
    return Standing(
        sureness=None if sure is None else round(sure, 3),
        sure_until=track.sure_until(on),
        confirmed_on=last.on if last else None,
        confirmed_by=str(last.event) if last else "",
    )

"""What has become of one fact since it was told?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from weft.assets.domain.sureness.heard import CONFIRMS, WEIGHS, Event, Heard
from weft.assets.domain.sureness.survival import DAYS_IN_A_YEAR, Pace

LINE = 0.7
"""Below seven in ten we say that we are not sure any more, and to ask first."""

FURTHEST = 3_653  # days: nobody plans further ahead than ten years


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One fact of one thing, and all that we heard of it.

    Attributes
    ----------
    told_on
        When it was first told as it stands in the register; None where nobody knows.
    right_at_first
        How often such a source is right on the day.
    heard
        In any order. What is older than ``told_on`` is about what was held before.
    """

    told_on: date | None
    right_at_first: float
    pace: Pace
    heard: tuple[Heard, ...] = ()

    def sureness(self, on: date) -> float | None:
        """Say how likely it is still right; None where nobody knows since when.

        The chance of «right all along» is carried from event to event: time takes a
        share of it to «wrong», and each event weighs both. This is exact, since what
        is wrong stays wrong until it is told anew.
        """
        if self.told_on is None:
            return None
        begun = self.since(on) or self.told_on
        pace = self._learnt(begun)
        right, wrong, lasted = self.right_at_first, 1.0 - self.right_at_first, 1.0
        for one in self._weighed(begun, on):
            lasts = pace.lasts(_years(begun, one.on))
            right, wrong = _later(right, wrong, lasts / lasted)
            lasted = lasts
            weight = WEIGHS[one.event]
            right, wrong = right * weight.if_right, wrong * weight.if_wrong
            right, wrong = right / (right + wrong), wrong / (right + wrong)
        return _later(right, wrong, pace.lasts(_years(begun, on)) / lasted)[0]

    def since(self, on: date) -> date | None:
        """Say since when it stands as it does: told, or told anew."""
        anew = [one.on for one in self._until(on) if one.event is Event.TOLD_ANEW]
        return max(anew, default=self.told_on)

    def told_anew(self, on: date) -> "Track":
        """See it as it would be, were it told anew on a day."""
        begun = self.told_on or on
        heard = (*self._until(on), Heard(on, Event.TOLD_ANEW))
        return replace(self, told_on=begun, heard=heard)

    def confirmed(self, on: date) -> Heard | None:
        """Give the last event that said it is right, if that is the last word on it."""
        words = [one for one in self._until(on) if one.event in WEIGHS]
        telling = [one for one in words if one.event is not Event.SAID_AGAIN]
        last = max(telling, default=None)
        begun = self.since(on)
        if last is None or last.event not in CONFIRMS or begun is None:
            return None
        return last if last.on >= begun else None

    def sure_until(self, on: date, *, line: float = LINE) -> date | None:
        """Say the last day on which we are still sure, if nothing more is heard.

        Returns
        -------
        date or None
            The day before ``on`` where we are not sure any more on ``on`` itself; None
            where nobody knows since when.
        """
        if self.told_on is None:
            return None
        low, high = -1, FURTHEST
        while low < high:
            middle = (low + high + 1) // 2
            sure = self.sureness_if_silent(on, middle)
            low, high = (middle, high) if sure >= line else (low, middle - 1)
        return on + timedelta(days=low)

    def sureness_if_silent(self, on: date, days: int) -> float:
        """Say how sure we shall be some days after one, if nothing more is heard."""
        known = replace(self, heard=tuple(self._until(on)))
        later = known.sureness(on + timedelta(days=days))
        return later if later is not None else 0.0

    def _until(self, on: date) -> Iterator[Heard]:
        return (one for one in self.heard if one.on <= on)

    def _weighed(self, begun: date, on: date) -> list[Heard]:
        """List what weighs, in its order; what a new telling came with is done with."""
        return sorted(
            one for one in self._until(on) if one.event in WEIGHS and one.on >= begun
        )

    def _learnt(self, begun: date) -> Pace:
        """Learn from what was held before: each telling anew was a change."""
        if self.told_on is None or begun <= self.told_on:
            return self.pace
        changes = sum(
            one.event is Event.TOLD_ANEW and self.told_on < one.on <= begun
            for one in self.heard
        )
        return self.pace.after(changes=changes, years=_years(self.told_on, begun))


def _later(right: float, wrong: float, lasts: float) -> tuple[float, float]:
    """Let time take its share of what was right."""
    return right * lasts, wrong + right * (1.0 - lasts)


def _years(start: date, end: date) -> float:
    return max((end - start).days, 0) / DAYS_IN_A_YEAR

"""Every measure of one spread, with its interval and what it says in words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from weft.access.domain.equity.evenness import (
    concentration,
    erreygers,
    gini,
    palma_of_means,
    palma_of_shares,
    theil,
)
from weft.access.domain.equity.lacking import poverty
from weft.access.domain.equity.resampling import Measure, with_interval
from weft.access.domain.equity.slope import Scale, slope
from weft.access.domain.equity.spread import Estimate, Spread
from weft.commons.errors import NotPossible

ONE_HAS_ALL = "0: all have the same. 1: one has everything."


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What else a measure needs to know.

    Attributes
    ----------
    scale
        On which a line is laid.
    ends
        Between which every value must lie, or None where it has no ends.
    enough
        Whoever has less lacks something, or None where nobody says how much is enough.
    """

    scale: Scale = Scale.PLAIN
    ends: tuple[float, float] | None = None
    enough: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One measure: its name, its figure, and what that says.

    ``figure`` is None where it cannot be reckoned; ``words`` then say why.
    """

    name: str
    figure: Estimate | None
    words: str


def every_measure(spread: Spread, asked: Asked) -> Iterator[Told]:
    """Reckon all of them, one after another, each with its sign told in words."""
    yield from _slope(spread, asked.scale)
    yield _told("concentration index", concentration, spread, _who_has_more)
    if asked.ends is not None:
        least, most = asked.ends
        yield _told(
            f"Erreygers index ({least:g} to {most:g})",
            lambda one: erreygers(one, least=least, most=most),
            spread,
            _who_has_more,
        )
    yield _told("Gini index", gini, spread, lambda _: ONE_HAS_ALL)
    yield _told("Theil T", theil, spread, lambda _: "0: all have the same.")
    yield _told(
        "Palma ratio, of shares, by what people have",
        palma_of_shares,
        spread,
        lambda one: f"The tenth with most hold {one:.2g} times what four tenths hold.",
    )
    yield _told(
        "Palma ratio, of means, by where people stand",
        palma_of_means,
        spread,
        lambda one: f"The best-off tenth have {one:.2g} times as much a head.",
    )
    if asked.enough is not None:
        yield from _lacking(spread, asked.enough)


def _slope(spread: Spread, scale: Scale) -> Iterator[Told]:
    names = ("slope index of inequality", "relative index of inequality")
    try:
        found = slope(spread, scale=scale)
    except NotPossible as problem:
        yield from (Told(name=one, figure=None, words=str(problem)) for one in names)
        return
    yield Told(
        name=names[0], figure=found.index, words=_who_has_more_surely(found.index)
    )
    below = "The line lies at or below 0 for the worst off: no ratio can be told."
    yield Told(
        name=names[1],
        figure=found.ratio,
        words=_times(found.ratio.value) if found.ratio else below,
    )


def _lacking(spread: Spread, enough: float) -> Iterator[Told]:
    sayings: tuple[Callable[[float], str], ...] = (
        lambda one: f"{100 * one:.1f} in 100 people have less than {enough:g}.",
        lambda one: f"On average people lack {100 * one:.1f} hundredths of enough.",
        lambda _: "As before, and who lacks most counts most.",
    )
    for power, say in enumerate(sayings):
        name = f"access poverty FGT{power}, enough is {enough:g}"
        yield _told(name, _poverty(enough, power), spread, say)


def _poverty(enough: float, power: int) -> Measure:
    return lambda one: poverty(one, enough=enough, power=power)


def _told(
    name: str, measure: Measure, spread: Spread, say: Callable[[float], str]
) -> Told:
    try:
        figure = with_interval(measure, spread)
    except NotPossible as problem:
        return Told(name=name, figure=None, words=str(problem))
    if figure is None:
        nothing = "Those with least have nothing: no ratio can be told."
        return Told(name=name, figure=None, words=nothing)
    return Told(name=name, figure=figure, words=say(figure.value))


def _who_has_more(value: float) -> str:
    if value == 0:
        return "Neither the better nor the worse off have more."
    return f"The {'better' if value > 0 else 'worse'} off have more."


def _who_has_more_surely(told: Estimate) -> str:
    """Say who has more, and where the interval holds 0 that it may be neither."""
    words = _who_has_more(told.value)
    if told.low is not None and told.high is not None and told.low <= 0 <= told.high:
        return f"{words} It may also be the other way round, or neither."
    return words


def _times(value: float) -> str:
    return f"The best off have {value:.2f} times what the worst off have, on the line."

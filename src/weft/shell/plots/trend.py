"""What has changed from one edition to the next?

Drawn only with two editions or more; editions that must not be compared are never
joined by a line.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from weft.shell.drawing import element, line, path, together, words
from weft.shell.plots.axis import ROW, Scale, Ticks, say_tick, ticks, wrapped
from weft.shell.plots.plot import Caption, Drawn, Plot, both, letters
from weft.shell.tables import Column, Table

TALL = 190.0
MOST_SERIES = 3
FEWEST_EDITIONS = 2
LINES = (
    "w-thread-line",
    "w-thread-line w-thread-line--second",
    "w-thread-line w-thread-line--third",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One edition's number, with its interval if it has one."""

    when: str  # «2019», «2021 to 2023»
    at: float  # its place in time, in years
    value: float | None
    low: float | None = None
    high: float | None = None
    joins: bool = True  # False: not to be compared with the one before


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One place over time."""

    name: str
    spans: tuple[Span, ...]
    here: bool = False


def trend(series: Sequence[Series], caption: Caption) -> Plot:
    """Draw up to three places over two editions or more."""
    if not 1 <= len(series) <= MOST_SERIES:
        raise ValueError(f"one to three places fit in a picture, not {len(series)}")
    if max(len(_known(one)) for one in series) < FEWEST_EDITIONS:
        raise ValueError("a trend takes at least two editions")
    return Plot(
        title=caption.title,
        svg=both(lambda width: _draw(width, tuple(series), caption)),
        table=_table(series, caption),
        source=caption.source,
    )


def _known(series: Series) -> list[Span]:
    """List the editions of which a number is known."""
    return [
        span
        for span in series.spans
        if span.value is not None and math.isfinite(span.value)
    ]


def _draw(width: float, series: tuple[Series, ...], caption: Caption) -> Drawn:
    """Draw at one width."""
    all_spans = [span for one in series for span in _known(one)]
    values = [
        end
        for span in all_spans
        for end in (span.value, span.low, span.high)
        if end is not None
    ]
    shown = ticks(values, about=4)
    axis, lines = wrapped(0, 14, caption.axis, width)
    top = 14 + lines * ROW
    left = max(letters(say_tick(value, caption)) for value in shown.values) + 8
    names = [
        f"{one.name} {caption.say(_known(one)[-1].value)}"
        for one in series
        if _known(one)
    ]
    room = min(max(letters(name, bold=True) for name in names) + 12, width * 0.42)
    years = [span.at for span in all_spans]
    across = Scale(min(years), max(years), left + 8, width - room)
    up = Scale(shown.low, shown.high, top + TALL, top)
    body = axis + _grid(shown, up, (left, width - room + 8), caption)
    body += together(
        _series(one, across, up, LINES[at]) for at, one in enumerate(series)
    )
    body += _names(series, across, up, (caption, room))
    body += _editions(all_spans, across, top + TALL + 24)
    return body, top + TALL + 34


def _grid(
    shown: Ticks, up: Scale, ends: tuple[float, float], caption: Caption
) -> Markup:
    """Draw a thin line at each round number."""
    start, end = ends
    return together(
        words(
            start - 2,
            up(value) + 5,
            say_tick(value, caption),
            anchor="end",
            class_="w-soft",
        )
        + line(start + 4, up(value), end, up(value), "w-hair")
        for value in shown.values
    )


def _series(one: Series, across: Scale, up: Scale, kind: str) -> Markup:
    """Draw one place: joined where editions may be compared, with intervals."""
    drawn = Markup("")
    run: list[tuple[float, float]] = []
    for span in _known(one):
        point = (across(span.at), up(span.value or 0.0))
        if run and not span.joins:
            drawn += element("path", d=path(run), class_=kind)
            run = []
        run.append(point)
    drawn += element("path", d=path(run), class_=kind)
    return drawn + together(_point(span, one, across, up) for span in _known(one))


def _point(span: Span, one: Series, across: Scale, up: Scale) -> Markup:
    """Draw one edition."""
    x = across(span.at)
    drawn = Markup("")
    if span.low is not None and span.high is not None:
        low, high = up(span.low), up(span.high)
        drawn = line(x, low, x, high, "w-range") + together(
            line(x - 5, end, x + 5, end, "w-range") for end in (low, high)
        )
    kind = "w-dot" if one.here else "w-dot w-dot--hollow"
    return drawn + element("circle", cx=x, cy=up(span.value or 0.0), r=5.5, class_=kind)


def _names(
    series: Sequence[Series], across: Scale, up: Scale, told: tuple[Caption, float]
) -> Markup:
    """Name each line at its end, moved apart where two would touch."""
    caption, room = told
    ends = sorted(
        (up(_known(one)[-1].value or 0.0), at)
        for at, one in enumerate(series)
        if _known(one)
    )
    drawn, free = Markup(""), -math.inf
    for y, at in ends:
        one = series[at]
        kind = "w-strong" if one.here else "w-name"
        said = f"{one.name} {caption.say(_known(one)[-1].value)}"
        begin = max(y + 5, free)
        text, lines = wrapped(across.end + 12, begin, said, room - 12, kind)
        drawn += text
        free = begin + lines * ROW
    return drawn


def _editions(spans: Sequence[Span], across: Scale, y: float) -> Markup:
    """Write each edition below: first and last always, others where they fit."""
    by_time = dict(sorted((span.at, span.when) for span in spans))
    places = list(by_time.items())
    drawn, taken = Markup(""), -math.inf
    last_at, last_words = places[-1]
    limit = across(last_at) - letters(last_words) / 2
    for index, (at, when) in enumerate(places):
        half = letters(when) / 2
        is_last = index == len(places) - 1
        fits = across(at) - half > taken + 8 and (
            is_last or across(at) + half < limit - 8
        )
        if index == 0 or fits:
            drawn += words(across(at), y, when, anchor="middle", class_="w-soft")
            taken = across(at) + half
    return drawn


def _table(series: Sequence[Series], caption: Caption) -> Table:
    """Tell every edition of every place."""
    whens = dict(sorted((span.at, span.when) for one in series for span in one.spans))
    found = {(one.name, span.at): span.value for one in series for span in one.spans}
    rows = tuple(
        (when, *(found.get((one.name, at)) for one in series))
        for at, when in whens.items()
    )
    columns = (
        Column("When"),
        *(
            Column(one.name, numeric=True, decimals=caption.decimals, unit=caption.unit)
            for one in series
        ),
    )
    return Table(
        title=caption.title,
        columns=columns,
        rows=rows,
        source=caption.source,
        licence=caption.licence,
        notes=(caption.axis,),
    )

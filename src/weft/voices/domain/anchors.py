"""Where in a source does a passage stand?

By position *and* by quote, as the W3C Web Annotation model has it (text position and
text quote selectors, 2017): the position is quick, and the quote finds the words again
when the text around them was edited. Positions count Unicode code points from the
beginning of the text; the end is exclusive.
"""

from dataclasses import dataclass

AROUND = 32
"""How many code points before and after a quote are kept, to tell it from its like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSpan:
    """Some words of a text."""

    start: int
    end: int  # exclusive
    exact: str
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError("A passage has a beginning before its end.")
        if self.end - self.start != len(self.exact):
            raise ValueError("The quote is not as long as its place says.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRegion:
    """A part of a picture, in tenths of a per cent of its width and height.

    In parts of the whole and not in pixels: a picture is shown in many sizes.
    """

    left: int
    top: int
    width: int
    height: int

    def __post_init__(self) -> None:
        inside = self.left + self.width <= WHOLE and self.top + self.height <= WHOLE
        if min(self.left, self.top) < 0 or min(self.width, self.height) < 1:
            raise ValueError("A part of a picture has a width and a height.")
        if not inside:
            raise ValueError("A part of a picture lies within it.")


WHOLE = 1000
WHOLE_PICTURE = PictureRegion(left=0, top=0, width=WHOLE, height=WHOLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan:
    """A stretch of a recording, in milliseconds from its beginning."""

    start_ms: int
    end_ms: int  # exclusive

    def __post_init__(self) -> None:
        if not 0 <= self.start_ms < self.end_ms:
            raise ValueError("A stretch of a recording has a length.")


Anchor = TextSpan | PictureRegion | TimeSpan


def span_of(text: str, start: int, end: int) -> TextSpan:
    """Anchor some words of a text.

    Parameters
    ----------
    text
        The whole text.
    start, end
        Code points; the end is exclusive.

    Raises
    ------
    ValueError
        There are no words there.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError("There are no words between these two places.")
    return TextSpan(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - AROUND) : start],
        suffix=text[end : end + AROUND],
    )


def found_again(span: TextSpan, text: str) -> TextSpan | None:
    """Find a passage's words in a text that was edited since.

    The words themselves must still be there, unchanged. Where they stand more than
    once, those whose surroundings are most alike are taken; of equals, those nearest
    to where they stood.

    Returns
    -------
    TextSpan | None
        None where the words are no longer there.
    """
    if text[span.start : span.end] == span.exact and _alike(span, text, span.start) == (
        len(span.prefix) + len(span.suffix)
    ):
        return span_of(text, span.start, span.end)
    best = max(
        _places(span.exact, text),
        key=lambda at: (_alike(span, text, at), -abs(at - span.start)),
        default=None,
    )
    return None if best is None else span_of(text, best, best + len(span.exact))


def _places(words: str, text: str) -> list[int]:
    """List where some words begin, those that overlap too."""
    places, at = [], text.find(words)
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    return places


def _alike(span: TextSpan, text: str, at: int) -> int:
    """Count how many code points before and after are as they were."""
    end = at + len(span.exact)
    before, after = text[max(0, at - AROUND) : at], text[end : end + AROUND]
    return _shared(span.prefix[::-1], before[::-1]) + _shared(span.suffix, after)


def _shared(one: str, other: str) -> int:
    """Count how many code points two beginnings share."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))

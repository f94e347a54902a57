"""How is a picture written down, safely and as short as it can be?

SVG by hand: a few typed functions give escaped markup. Colours are classes of
``weft.css``, so that dark, print and forced colours all work; no ``style`` attribute
is ever written, because the security policy would drop it.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

Value = str | float | None


def number(value: float) -> str:
    """Write a coordinate to a tenth, without needless noughts."""
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"


def percent(value: float) -> str:
    """Write a share of a hundred to a hundredth."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return f"{text if text != '-0' else '0'}%"


def element(name: str, *inside: str, **attributes: Value) -> Markup:
    """Write one element; ``class_`` and ``stroke_width`` say what Python cannot.

    Text inside is escaped unless it is markup already; an attribute that is ``None``
    or empty is left out.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_said(value))}"'
        for key, value in attributes.items()
        if value not in (None, "")
    )
    body = Markup("").join(escape(part) for part in inside)
    if not body:
        return Markup(f"<{name}{written}/>")  # noqa: S704 escaped above
    return Markup(f"<{name}{written}>{body}</{name}>")  # noqa: S704 escaped above


def _said(value: Value) -> str:
    return value if isinstance(value, str) else number(value or 0)


def together(parts: Iterable[Markup]) -> Markup:
    """Lay several pieces of markup one after the other."""
    return Markup("").join(parts)


def html(name: str, *inside: str, **attributes: Value) -> Markup:
    """Write an element of the page, which is closed even when it is empty."""
    drawn = element(name, *inside, **attributes)
    if drawn.endswith("/>"):
        return Markup(f"{drawn[:-2]}></{name}>")  # noqa: S704 escaped by element
    return drawn


def weave(name: str, **place: Value) -> Markup:
    """Fill a rectangle with one of the weaves of ``components/weaves.jinja``."""
    return element("rect", **place, fill=f"url(#w-{name})")


def line(x1: Value, y1: Value, x2: Value, y2: Value, class_: str) -> Markup:
    """Draw from one point to another."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def words(
    x: Value, y: Value, text: str, *, anchor: str = "start", class_: str = ""
) -> Markup:
    """Write words in a picture, 16 px unless a class says larger."""
    held = None if anchor == "start" else anchor
    return element("text", text, x=x, y=y, text_anchor=held, class_=class_)


def path(points: Sequence[tuple[float, float]], *, closed: bool = False) -> str:
    """Write a line through points as the ``d`` of a path."""
    if not points:
        return ""
    steps = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{steps}{'Z' if closed else ''}"

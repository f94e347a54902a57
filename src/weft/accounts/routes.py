"""Which routes are there?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

_BLANK = re.compile(r"(?<!\?P)<(?:\w+:)?(\w+)>")  # <slug:code>
_GROUP = re.compile(r"\(\?P<(\w+)>[^()]*\)")  # (?P<code>[EWNS][0-9]{8})


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One route: the name by which the doors know it, and its address as a pattern."""

    name: str
    pattern: str

    @property
    def address(self) -> str:
        """Say the address for people: what changes in it stands in curly brackets."""
        named = _GROUP.sub(r"{\1}", _BLANK.sub(r"{\1}", self.pattern))
        return f"/{re.sub(r'[$^]', '', named).replace(chr(92), '')}"


def routes(
    found: Sequence[URLPattern | URLResolver] | None = None,
    *,
    within: tuple[str, ...] = (),
    under: str = "",
) -> Iterator[Route]:
    """Go through every route, those of included tables too.

    A route without a name is given with an empty one, which no door knows.
    """
    for one in get_resolver().url_patterns if found is None else found:
        pattern = f"{under}{one.pattern}"
        if isinstance(one, URLResolver):
            inner = (*within, one.namespace) if one.namespace else within
            yield from routes(one.url_patterns, within=inner, under=pattern)
        else:
            name = ":".join((*within, one.name)) if one.name else ""
            yield Route(name=name, pattern=pattern)

"""How is it said what of a file was not read?"""

from collections.abc import Mapping


def left_out_said(unread: Mapping[str, int]) -> tuple[str, ...]:
    """Say how many of each, as «3 comments».

    >>> left_out_said({"comment": 3, "macro": 1})
    ('3 comments', '1 macro')
    """
    return tuple(
        f"{times} {what if times == 1 else _several(what)}"
        for what, times in unread.items()
    )


def _several(what: str) -> str:
    """Put its nouns into the plural, those that begin it."""
    first, blank, rest = what.partition(" ")
    end = "es" if first.endswith("ch") else "s"
    more = f"{rest}s" if rest.startswith("or ") else rest
    return f"{first}{end}{blank}{more}"

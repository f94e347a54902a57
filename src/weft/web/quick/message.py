"""How is it all said in one text message?"""

from collections.abc import Iterator, Sequence

MOST_LETTERS = 499
_CUT = 40


def message(things: Sequence[tuple[str, str]], end: str) -> str:
    r"""Put things to do into fewer than 500 characters, the telephone among them.

    Parameters
    ----------
    things
        Each with its name (and place), and what is said of it.
    end
        Whom to ring, with the number last.

    Returns
    -------
    str
        As many things as fit, the first first; long names are cut before one is left
        out.

    >>> message([("Clay", "Tuesday 13:15")], "Ring 01632 960 114")
    'Clay\nTuesday 13:15\nRing 01632 960 114'
    """
    tried = _tried(things, end)
    return next((one for one in tried if len(one) <= MOST_LETTERS), end[-MOST_LETTERS:])


def _tried(things: Sequence[tuple[str, str]], end: str) -> Iterator[str]:
    """Give one text after another, each shorter: names whole, then cut, then fewer."""
    for count in range(len(things), -1, -1):
        for cut in (False, True):
            lines = [
                line
                for name, told in things[:count]
                for line in (_short(name) if cut else name, told)
            ]
            yield "\n".join((*lines, end))


def _short(name: str) -> str:
    return name if len(name) <= _CUT else f"{name[: _CUT - 1].rstrip()}…"

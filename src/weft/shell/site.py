"""Whose Weft is this: which region, which telephone, which links stand on every page?

The shell knows no region and no part. Whoever does (``weft.web``) hands in a function
with :func:`provide` when Django is ready; until then, and while the data base cannot be
reached, pages are drawn with :data:`NOWHERE`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db import DatabaseError
from django.http import HttpRequest

from weft.commons.saying import LANGUAGE_NAMES, RIGHT_TO_LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language somebody reads."""

    code: str
    address: str = ""  # where this page stands in that language
    named: str = ""  # where its own file says so
    runs: str = ""

    @property
    def name(self) -> str:
        """Name it in its own script."""
        return self.named or LANGUAGE_NAMES.get(self.code, (self.code, self.code))[0]

    @property
    def direction(self) -> str:
        """Tell which way it runs: ``ltr`` or ``rtl``."""
        return self.runs or ("rtl" if self.code in RIGHT_TO_LEFT else "ltr")


ENGLISH = Language(code="en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A few words and where they lead."""

    words: str
    address: str

    def holds(self, path: str) -> bool:
        """Tell whether a page lies at this address or below it."""
        return path == self.address or (
            self.address != "/" and path.startswith(self.address.rstrip("/") + "/")
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What every page says about the place it speaks of."""

    name: str = ""
    made_up: bool = False
    telephone: str = ""
    telephone_hours: str = ""
    menu: tuple[Link, ...] = ()
    foot: tuple[Link, ...] = ()
    languages: tuple[Language, ...] = ()  # shown when there are at least two

    def speaking(self, *languages: Language) -> "Site":
        """Give the same site with the languages that one page can be read in."""
        return replace(self, languages=languages)


NOWHERE = Site()
Provider = Callable[[HttpRequest], Site]


def _nowhere(_request: HttpRequest) -> Site:
    return NOWHERE


_provider: Provider = _nowhere


def provide(provider: Provider) -> None:
    """Register the one function that knows whose Weft this is."""
    global _provider  # noqa: PLW0603 set once, when Django is ready
    _provider = provider


def site_of(request: HttpRequest) -> Site:
    """Say whose Weft a page belongs to, even when the data base cannot be asked."""
    try:
        return _provider(request)
    except DatabaseError:
        return NOWHERE

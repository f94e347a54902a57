"""In which language is a page said?"""

from typing import Protocol

from weft.commons.tongues import Tongue
from weft.shell.tongues import tongue_of


class Read(Protocol):
    """What somebody asked, with the language they read it in."""

    @property
    def read(self) -> str:
        """Give its code; empty for English."""


class ReadIn:
    """A page that says what it can in the language of whoever asked."""

    __slots__ = ()

    asked: Read

    @property
    def tongue(self) -> Tongue:
        """Give the language that somebody reads."""
        return tongue_of(self.asked.read)

    @property
    def said(self) -> Tongue | None:
        """Give it where it is not English."""
        return None if self.tongue.is_english else self.tongue

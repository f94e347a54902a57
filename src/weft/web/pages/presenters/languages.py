"""What can be said in a language, and who stands by it?"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from weft.commons.saying import counted, first_large
from weft.commons.tongues import Said, Tongue
from weft.commons.tongues.reading import slots
from weft.shell.site import Language
from weft.shell.tongues import as_language, in_tongue


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePage:
    """One language in which one can read, string by string."""

    tongue: Tongue

    @property
    def spoken(self) -> Language:
        """Name it in its own script."""
        return as_language(self.tongue)

    @property
    def english(self) -> str:
        """Name it in English."""
        return self.tongue.own.english

    @property
    def finder(self) -> str:
        """Lead to the first page in it."""
        return in_tongue(reverse("web:home"), self.tongue)

    @property
    def signed(self) -> str:
        """Say who stands by its words, or that nobody does yet."""
        own = self.tongue.own
        left = [key for key in (*own.words, *own.counted) if not own.signature(key)]
        if own.signed:
            return f"Checked by {own.signed.by} on {own.signed.on}."
        if not left:
            return "Each string below is signed by somebody who speaks it."
        many = first_large(counted(len(left), "string is", "strings are"))
        return f"{many} not yet checked by a speaker. English stands beside them."

    @property
    def rows(self) -> Iterator[tuple[Said, str]]:
        """List every string as it looks when it is filled in, and who signed it."""
        own = self.tongue.own
        for key in own.words:
            said = self.tongue.say(key, **_blanks(own.words[key]))
            yield said, own.signature(key).by
        for key in own.counted:
            for count in (1, 2, 5, 12):
                yield self.tongue.counted(key, count), own.signature(key).by


def _blanks(words: str) -> dict[str, str]:
    return dict.fromkeys(slots(words), "…")

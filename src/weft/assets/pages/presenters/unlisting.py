"""In which words are those shown who asked not to be listed?"""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from weft.assets.queries.unlisting import ListedAbout
from weft.commons.saying import ago, counted, first_large

DONE = {
    "unlist": "It is off the list, and we keep to that.",
    "back": "It is on the list again.",
    "forget": "They may be listed again.",
}
NOT_FOUND = (
    "Nothing on the list has this name. Try a part of it, or copy the address of its "
    "page here."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedOnPage:
    """One thing: which it is, and the button."""

    about: ListedAbout
    today: date

    @property
    def address(self) -> str:
        """Where its page stands, while it is on the list."""
        name = "assets:offer" if self.about.is_offer else "assets:asset"
        return reverse(name, args=[self.about.key])

    @property
    def which(self) -> str:
        """Say what it is, where, and who told us of it."""
        by = f"told by {self.about.told_by}" if self.about.told_by else ""
        told = (self.about.kind, self.about.where, by)
        return first_large(", ".join(one for one in told if one))

    @property
    def asked(self) -> str:
        """Say when they asked."""
        on = self.about.asked_on
        return f"They asked us {ago(on, today=self.today)}." if on else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlistingPage:
    """Who is meant, and who asked before; for those who check the list.

    ``found`` is None where nobody has looked for anything.
    """

    asked: tuple[ListedAbout, ...]
    today: date
    found: tuple[ListedAbout, ...] | None = None
    typed: str = ""
    done: str = ""
    problem: str = ""

    @property
    def answer(self) -> str:
        """Say how many asked."""
        if not self.asked:
            return "Nobody who was on the list has asked."
        many = counted(len(self.asked), "entry is", "entries are")
        return f"{first_large(many)} off the list, because they asked."

    @property
    def news(self) -> str:
        """Say what was just done."""
        return DONE.get(self.done, "")

    @property
    def found_none(self) -> str:
        """Say that nothing was found, and how to go on."""
        return NOT_FOUND if self.found == () else ""

    @property
    def to_choose(self) -> tuple[ListedOnPage, ...]:
        """List what may be meant."""
        some = self.found or ()
        return tuple(ListedOnPage(about=one, today=self.today) for one in some)

    @property
    def off_the_list(self) -> tuple[ListedOnPage, ...]:
        """List who asked."""
        return tuple(ListedOnPage(about=one, today=self.today) for one in self.asked)

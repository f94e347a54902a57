"""«You said, we changed»: in which words is that told?"""

from dataclasses import dataclass
from datetime import date

from weft.assets.domain.changing import MOST_LETTERS, ChangeTold, Whose
from weft.assets.domain.told import ScheduleTold
from weft.assets.pages.presenters.when import NOT_TOLD, rule_in_words
from weft.assets.queries.about import ChangeAbout
from weft.assets.queries.holding import GroupInHand
from weft.commons.saying import dated

ASKED = {
    Whose.PEOPLE: "People who come",
    Whose.NEW: "Somebody who was new",
    Whose.LEFT: "Somebody who stopped coming",
    Whose.NOT_THERE: "Somebody who never came",
    Whose.NEIGHBOURS: "Neighbours",
    Whose.HELPERS: "Those who help",
    Whose.OTHERS: "Others who work with us",
    Whose.OURSELVES: "We ourselves",
}
NOT_SAID = "Nobody has told us because of whose words."
DONE = {
    "told": "It stands on the page now.",
    "back": "It is gone from the page.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeOnPage:
    """One version that became the next."""

    about: ChangeAbout
    today: date

    @property
    def heading(self) -> str:
        """Say which version became which, and when."""
        since = "From" if self.about.on > self.today else "Since"
        number = self.about.version
        return f"{since} {dated(self.about.on)}: from version {number - 1} to {number}"

    @property
    def who(self) -> str:
        """Say because of whose words, or that nobody has told us."""
        return ASKED[self.about.whose] if self.about.whose else NOT_SAID

    @property
    def said(self) -> str:
        """Give what they said, as the group tells it."""
        return self.about.said

    @property
    def changed(self) -> str:
        """Say what the group changed."""
        return "The times changed." if self.about.of_times else self.about.changed

    @property
    def before(self) -> str:
        """Say how it was."""
        if self.about.of_times:
            return _in_words(self.about.rules_before)
        return self.about.was

    @property
    def after(self) -> str:
        """Say how times are since; all else stands in what was changed."""
        return _in_words(self.about.rules_after) if self.about.of_times else ""


def _in_words(rules: tuple[ScheduleTold, ...]) -> str:
    """Say rules without the days from which and till which they count."""
    told = (rule.opening_hours or rule_in_words(rule) for rule in rules)
    return " ".join(dict.fromkeys(told)) or NOT_TOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesInHandPage:
    """What a group has changed, and room to tell more."""

    group: GroupInHand
    told: tuple[tuple[str, tuple[ChangeOnPage, ...]], ...]
    today: date
    back: str
    typed: ChangeTold
    chosen: str = ""
    done: str = ""
    problem: str = ""
    room: int = MOST_LETTERS

    @property
    def news(self) -> str:
        """Say what came of the last tap."""
        return DONE.get(self.done, "")

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Offer each thing they do."""
        return tuple((str(one.key), one.name) for one in self.group.offers)

    @property
    def whose(self) -> tuple[tuple[str, str], ...]:
        """Offer kinds of people, and to leave it open."""
        return (("", "We leave it open"), *((str(k), w) for k, w in ASKED.items()))

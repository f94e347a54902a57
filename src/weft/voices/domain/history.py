"""How does the history of codes and marks read?

Never with a word of what was said: a passage is its number, a code its name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from weft.commons.saying import clock, counted
from weft.voices.domain.kinds import Deed

Said = Mapping[str, str | int]

TREE = frozenset(
    {Deed.NEW, Deed.RENAME, Deed.MEMO, Deed.MOVE, Deed.MERGE, Deed.SPLIT, Deed.DELETE}
)
"""What is done to a code itself, and not to a passage."""

_SENTENCES = {
    Deed.MARK: "P{passage} was marked{with_codes}",
    Deed.UNMARK: "the mark P{passage} was taken out",
    Deed.PUT: "«{name}» was put to P{passage}",
    Deed.TAKE_OFF: "«{name}» was taken off P{passage}",
    Deed.FACET: "P{passage} was marked as «{name}»",
    Deed.FACET_OFF: "«{name}» was taken off P{passage}",
    Deed.WHOLE: "P{passage} stays as it is: no code is asked for",
    Deed.NOT_WHOLE: "P{passage} may have codes again",
    Deed.NEW: "the code «{name}» was made",
    Deed.RENAME: "«{name}» was renamed «{new}»",
    Deed.MEMO: "the note on «{name}» was written anew",
    Deed.MOVE: "«{name}» was put under {new}",
    Deed.MERGE: "«{name}» went into «{new}», {many}",
    Deed.SPLIT: "«{new}» was split off «{name}», {many}",
    Deed.DELETE: "the code «{name}» was taken out, {many}",
    Deed.UNDO: "taken back: {new}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActTold:
    """One line of the history."""

    number: int
    at: datetime
    by: str
    deed: Deed
    said: Said
    passage: int | None = None
    code: str = ""
    other: str = ""
    undoes: int | None = None
    undone: bool = False

    @property
    def words(self) -> str:
        """Say what was done."""
        return sentence(self.deed, self.said, self.passage)

    @property
    def hand(self) -> str:
        """Say by whose hand: the beginning of a link's key, or a name not theirs."""
        return hand(self.by)


def hand(by: str) -> str:
    """Shorten the key of a link, so that one can tell two apart on paper."""
    return f"link {by[:8]}" if len(by) == _A_KEY else by or "nobody noted who"


_A_KEY = 36  # letters of a UUID


def sentence(deed: Deed, said: Said, passage: int | None) -> str:
    """Say one act in words; it begins small, to be put into a longer one."""
    words = {name: str(value) for name, value in said.items()}
    if deed is Deed.MOVE:
        words["new"] = f"«{words['new']}»" if words.get("new") else "no other"
    codes = words.get("codes", "")
    return _SENTENCES[deed].format(
        **{"name": "", "new": ""} | words,
        passage=passage,
        with_codes=f" with {codes}" if codes else "",
        many=counted(int(said.get("count", 0)), "passage", "passages"),
    )


def changed_meanwhile(acts: Iterable[ActTold]) -> str:
    """Say what others did to a thing since somebody opened it; "" where nothing."""
    told = "; ".join(f"{one.words} ({one.hand}, {clock(one.at)})" for one in acts)
    if not told:
        return ""
    return (
        f"Since you opened this page: {told}. That is kept, and so is what you typed, "
        "below. Look at both, and send yours again if you still mean it."
    )

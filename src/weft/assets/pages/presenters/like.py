"""In which words is a group asked what its offer is like?

Each part is folded up and says in its heading what the list says now: whoever wants to
mend one thing opens one thing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import cast

from markupsafe import Markup

from weft.assets.domain.like import Part
from weft.assets.domain.like_read import Typed
from weft.assets.pages.presenters.like_controls import Control, controls_of, said_now
from weft.assets.queries.holding import GroupInHand
from weft.assets.queries.like import LikeInHand, PlaceToChoose
from weft.commons.saying import dated

TITLES: Mapping[Part, str] = {
    Part.MINUTES: "What are the first ten minutes like?",
    Part.PRICE: "What does it cost?",
    Part.PLACE: "Where is it?",
    Part.DOOR: "How do people get in?",
    Part.MANNER: "What do people do there?",
    Part.JOINING: "How do people join?",
    Part.COMPANY: "Who can come, and with whom?",
    Part.WHO_FOR: "Who says that it is for people like them?",
    Part.LANGUAGES: "Which languages do you speak there?",
    Part.SENSES: "What are sound, light and touch like?",
    Part.NEWCOMERS: "How many new people can come in a week?",
    Part.FUNDING: "What keeps it going, and until when?",
}
DONE: Mapping[str, str] = {
    "said": "The list says so now.",
    "back": "Your words are gone. The list says what it said before.",
}
LONGEST = 60  # letters of what is said now, in a heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part: what the list says of it now, and what may be said instead."""

    part: Part
    title: Markup
    controls: tuple[Control, ...]
    since: str
    open: bool
    error: str

    @property
    def first(self) -> str:
        """Name the field at which a problem is shown."""
        return self.controls[0].name if self.controls else str(self.part)


@dataclass(frozen=True, slots=True, kw_only=True)
class LikePage:
    """What something that a group offers is like, and what the group may say of it."""

    group: GroupInHand
    like: LikeInHand | None
    today: date
    back: str
    done: str = ""
    part: str = ""
    where: str = ""
    places: Sequence[PlaceToChoose] = ()
    typed: Typed = field(default_factory=dict)
    problem: str = ""

    @property
    def news(self) -> str:
        """Say what came of the last tap."""
        return DONE.get(self.done, "")

    @property
    def problems(self) -> tuple[tuple[str, str], ...]:
        """Say what could not be taken, and at which field."""
        return tuple((one.first, one.error) for one in self.sections if one.error)

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Offer each thing they do, where there are several."""
        return tuple((str(one.key), one.name) for one in self.group.offers)

    @property
    def just(self) -> Section | None:
        """Give the part that was just spoken of, to take it back in one tap."""
        found = (one for one in self.sections if one.part == self.part and one.since)
        return next(found, None) if self.done == "said" else None

    @property
    def sections(self) -> tuple[Section, ...]:
        """List every part."""
        return tuple(self._sections()) if self.like else ()

    def _sections(self) -> Iterator[Section]:
        for part in Part:
            words = said_now(part, cast("LikeInHand", self.like))
            short = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} …"
            told = Markup(' <span class="w-second" data-said>{}</span>').format(short)
            is_it = self.part == part
            yield Section(
                part=part,
                title=Markup("{}{}").format(TITLES[part], told),
                controls=tuple(self._filled(part)),
                since=self._since(part),
                open=is_it and not self.done,
                error=self.problem if is_it else "",
            )

    def _since(self, part: Part) -> str:
        since = self.like.since.get(part) if self.like else None
        return f"You said this on {dated(since)}." if since else ""

    def _filled(self, part: Part) -> Iterator[Control]:
        """Keep what was typed, where it could not be taken: nobody types it twice."""
        like = cast("LikeInHand", self.like)
        for one in controls_of(part, like):
            sent = self.typed.get(one.name) if self.part == part else None
            if sent is None:
                yield one
            else:
                yield replace(one, value=sent[-1], chosen=tuple(sent))

"""How does a room read to those who were in it, and to hosts who told them?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from weft.commons.saying import counted, dated, first_large
from weft.voices.domain.kinds import ClaimState
from weft.voices.pages.presenters.passages import PassageCard
from weft.voices.pages.presenters.wall import ClaimCard
from weft.voices.queries.there import Chooser, RoomThere, Told

NOT_OPEN = (
    "The words of this room are closed: those who were there said yes to fewer people, "
    "or only until a day that is past. Ask those who held it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomPage:
    """A room, by the link that those who were there were given."""

    room: RoomThere
    here: str
    typed: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""
    code: str = ""  # of what was said just now

    @property
    def met(self) -> str:
        """Say where and when people met."""
        one = self.room
        where = one.place or "Nobody noted where"
        when = dated(one.held_on) if one.held_on else "nobody noted when"
        return f"{where}, {when}"

    @property
    def closed(self) -> str:
        """Say why there are no words; "" where there are."""
        return "" if self.room.open else NOT_OPEN

    @property
    def cards(self) -> tuple[ClaimCard, ...]:
        """Give every claim of the draft."""
        return tuple(
            ClaimCard(claim=one, address="", chosen=False)
            for one in self.room.wall.claims
        )

    @property
    def lead(self) -> str:
        """Say what is asked of those who were there, and until when."""
        wall = self.room.wall
        made = counted(len(wall.claims), "claim was", "claims were")
        if not wall.claims:
            return "You were there. No claim was made of what you said yet."
        days = [one.draft_until for one in wall.claims if one.draft_until]
        drafts = [one for one in wall.claims if one.state is ClaimState.DRAFT]
        said = f"You were there. {first_large(made)} made of what people said."
        if days and drafts:
            said = f"{said} It is a draft until {dated(max(days))}."
        return f"{said} Is it what you meant?"

    @property
    def said(self) -> tuple[tuple[str, tuple[PassageCard, ...]], ...]:
        """Put the words of the room under what they came from."""
        groups: dict[str, list[PassageCard]] = {}
        for one in self.room.said:
            groups.setdefault(one.source, []).append(PassageCard(passage=one))
        return tuple((name, tuple(cards)) for name, cards in groups.items())

    @property
    def claims(self) -> tuple[tuple[str, str], ...]:
        """Offer the claims to which something can be said."""
        return tuple(
            (str(one.number), f"{one.number}. {one.words}")
            for one in self.room.wall.claims
        )

    def was(self, name: str) -> str:
        """Give back what was typed into a form that could not be taken."""
        return self.typed.get(name, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooserLine:
    """Somebody who spoke, as hosts see whether their words wait."""

    chooser: Chooser

    @property
    def words(self) -> str:
        """Say how much rests on them alone, and what was agreed."""
        one = self.chooser
        said = first_large(counted(one.words, "passage", "passages"))
        alone = counted(one.alone, "claim rests", "claims rest")
        rests = f" {first_large(alone)} on their words alone." if one.alone else ""
        if one.first:
            return f"{said}.{rests} Their words wait until they choose, by their slip."
        slip = "They have a slip." if one.has_slip else "They have no slip."
        return f"{said}.{rests} {slip}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingPage:
    """What hosts do so that those who were there get the draft."""

    told: Told
    back: str
    typed: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""
    done: str = ""
    link: str = ""  # told once
    link_ends: str = ""
    link_room: str = ""
    code: Markup | None = None

    @property
    def news(self) -> str:
        """Say what was done."""
        return NEWS.get(self.done, "")

    @property
    def sent(self) -> str:
        """Say when the draft was sent."""
        one = self.told
        if one.sent_on is None or one.until is None:
            return "Those who were there have not been sent the draft yet."
        how = f", {one.sent_how}" if one.sent_how else ""
        return (
            f"The draft was sent on {dated(one.sent_on)}{how}. Claims stand from "
            f"{dated(one.until)}, with what was objected beside them."
        )

    @property
    def late(self) -> str:
        """Say how many claims were written since."""
        one = self.told
        if not one.late:
            return ""
        since = counted(one.late, "claim was", "claims were")
        unsent = counted(one.late_unsent, "of them has", "of them have")
        return f"{first_large(since)} written since; {unsent} not been sent."

    @property
    def which(self) -> tuple[tuple[str, str], ...]:
        """Offer which claims were sent."""
        every = ("all", "All claims: two weeks begin anew for each")
        return (("late", "Those written since"), every) if self.told.late else (every,)

    @property
    def choosers(self) -> tuple[ChooserLine, ...]:
        """List who spoke for themselves."""
        return tuple(ChooserLine(chooser=one) for one in self.told.choosers)

    @property
    def people(self) -> tuple[tuple[str, str], ...]:
        """Offer them."""
        return tuple((one.ref, one.name) for one in self.told.choosers)

    def was(self, name: str) -> str:
        """Give back what was typed."""
        return self.typed.get(name, "")


NEWS = {
    "sent": "Noted.",
    "first": "Done.",
}

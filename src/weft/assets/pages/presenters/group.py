"""In which words does the page of a group speak?"""

from dataclasses import dataclass

from markupsafe import Markup

from weft.assets.pages.presenters.asset import AssetPage
from weft.assets.pages.presenters.shared import OfferLine, address_of, who
from weft.assets.queries.about import GroupAbout, OfferInBrief
from weft.commons.saying import clock, dated, day_of


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPage(AssetPage):
    """What a group is like, with what it offers and when."""

    group: GroupAbout

    @property
    def when(self) -> str:
        """Say its hours, or that each thing it does has its own."""
        told = self._when.words
        if self.about.times.hours_known or not self.group.offers:
            return told
        return "Each thing they do has its own hours. See below."

    @property
    def offers(self) -> tuple[OfferLine, ...]:
        """List what it offers, each with the next time."""
        return tuple(_offer_line(one) for one in self.group.offers)

    @property
    def where(self) -> tuple[str | Markup, ...]:
        """Say where it meets."""
        meets = [who(tie) for tie in self.group.meets_at]
        if not meets:
            return self.lies_at()
        return (Markup("They meet at {}.").format(Markup(", ").join(meets)),)


def _offer_line(one: OfferInBrief) -> OfferLine:
    """Say an offer of a group with its next time."""
    if one.next_session is not None:
        window = one.next_session.window
        when = f"Next: {dated(day_of(window.start))}, {clock(window.start)}"
    else:
        when = (
            "Not in the next weeks." if one.hours_known else "Nobody has told us when."
        )
    return OfferLine(
        name=one.brief.name,
        address=address_of(one.brief),
        when=when,
        weave="solid" if one.hours_known else "dotted",
    )

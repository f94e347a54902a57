"""What do the pages of offers, assets and groups say alike?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from markupsafe import Markup

from weft.assets.domain import worded
from weft.assets.domain.kinds import AssetKind
from weft.assets.queries.about import Brief, Telling, TieAbout
from weft.assets.queries.proposals import ThingMeant
from weft.commons.saying import dated
from weft.ground.queries import DatasetAbout

Holder = tuple[str, str | Markup, str]
NOT_KNOWN = "Not known. Nobody has told us."
GROUPS = frozenset({AssetKind.GROUP, AssetKind.PARTNERSHIP})


def address_of(brief: Brief) -> str:
    """Say where the page of a thing stands."""
    name = "assets:offer" if brief.is_offer else "assets:asset"
    return reverse(name, args=[brief.id])


def thing_address(thing: ThingMeant | None) -> str:
    """Say where the page of what somebody means stands; "" where they mean none."""
    if thing is None:
        return ""
    name = "assets:offer" if thing.is_offer else "assets:asset"
    return reverse(name, args=[thing.key])


def linked(brief: Brief) -> Markup:
    """Name a thing and lead to its page."""
    return Markup('<a href="{}" data-said>{}</a>').format(address_of(brief), brief.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferLine:
    """One offer in a list."""

    name: str
    address: str
    when: str
    weave: str
    where: str = ""
    facts: tuple[worded.Said, ...] = ()


def source_in_words(source: str, ledger: Iterable[DatasetAbout]) -> str:
    """Say from whose list we know of it, and on what terms."""
    line = next((one for one in ledger if one.source == source), None)
    if line is None:
        return "It was told to us."
    edition = f", {line.edition}" if line.edition else ""
    return f"We know of it from {line.publisher}{edition} ({line.licence})."


def beside_in_words(
    tellings: Iterable[Telling], ledger: Sequence[DatasetAbout]
) -> tuple[Markup, ...]:
    """Say who else lists the same thing, and lead to how they tell it."""
    return tuple(
        Markup("Also listed by {}{}: {}.").format(
            _teller(one, ledger),
            f", {dated(one.told_on)}" if one.told_on else "",
            linked(one.brief),
        )
        for one in tellings
    )


def _teller(one: Telling, ledger: Iterable[DatasetAbout]) -> str:
    line = next((line for line in ledger if line.source == one.source), None)
    return line.publisher if line else one.told_by or "somebody"


def ages(least: int | None, most: int | None) -> tuple[worded.Said, ...]:
    """Say for which ages it is, if anybody has said."""
    if least is None and most is None:
        return ()
    if most is None:
        return (("yes", f"From {least} years"),)
    return (("yes", f"{least or 0} to {most} years"),)


def closed_in_words(closed_on: date | None, why: str) -> str:
    """Say that something is over, and why, so that it is not forgotten."""
    if closed_on is None:
        return ""
    return f"This closed on {dated(closed_on)}. {why}".strip()


def safe_address(website: str) -> str:
    """Give an address on the web, and nothing that could be run."""
    return website if website.startswith(("https://", "http://")) else ""


def who(tie: TieAbout) -> Markup:
    """Name whoever a tie leads to."""
    if tie.other is not None:
        return linked(tie.other)
    return Markup("<span data-said>{}</span>").format(tie.name)

"""In which words is somebody asked whether two listings are one thing?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.http import urlencode
from markupsafe import Markup

from weft.assets.domain.linking.said import SaidOfTwo
from weft.assets.pages.presenters.shared import linked
from weft.assets.pages.presenters.when import When
from weft.assets.queries.linking import (
    Audit,
    ListingInBand,
    OneOfTwo,
    Overlap,
    Question,
    Share,
)
from weft.assets.queries.linking.audit import Form
from weft.commons.saying import counted, dated, distance, first_large, listed
from weft.ground.queries import DatasetAbout
from weft.shell.tables import Column, Table

NOT_TOLD = "Nobody has told us."
NEWS: Mapping[str, str] = {
    SaidOfTwo.SAME: "They are shown as one thing now. Each list’s own words are kept.",
    SaidOfTwo.APART: "They are two things, and are shown as two.",
    SaidOfTwo.TALK: "They are two things. They stand below, to be brought together.",
    SaidOfTwo.LATER: "They are asked about again later.",
    SaidOfTwo.UNDO: "It is as if nobody had said anything.",
}
DECIDED = {
    SaidOfTwo.SAME: "same",
    SaidOfTwo.APART: "apart",
    SaidOfTwo.TALK: "apart",
}
"""How it stands in the table once that was said."""
FORMS = {
    Form.CONSTITUTED: "Groups with a constitution",
    Form.INFORMAL: "Groups without one",
    Form.NOT_SAID: "Nobody has said",
}
FUNDING = {
    "core": "Kept going by money that goes on.",
    "project": "Kept going by a project, which ends.",
    "none": "Kept going without money.",
}
SWALLOWED = (
    "If small groups are parted much more often than others, the linker swallows them. "
    "Then tell whoever looks after this site."
)
ENOUGH_FOR_A_SHARE = 20
"""A share of fewer groups than this jumps by five in a hundred with each of them."""
Row = tuple[str, str | Markup]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two: its name, where its page stands, and all that is told."""

    name: Markup
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoOnPage:
    """Two things beside one another, and what may be said of them."""

    sides: tuple[Side, Side]
    address: str
    key: str
    one: str
    other: str
    speaks_for: tuple[str, ...] = ()
    speaks_against: tuple[str, ...] = ()
    alike: str = ""
    answers: tuple[tuple[str, str], ...] = ()


OF_DOUBLES = (
    (str(SaidOfTwo.SAME), "Yes, one thing"),
    (str(SaidOfTwo.APART), "No, two things"),
    (str(SaidOfTwo.LATER), "Ask me later"),
)
OF_OVERLAPS = (
    (str(SaidOfTwo.APART), "Two things, and both are wanted"),
    (str(SaidOfTwo.TALK), "They might like to talk"),
    (str(SaidOfTwo.SAME), "One thing, listed twice"),
    (str(SaidOfTwo.LATER), "Ask me later"),
)


def question_on_page(
    one: Question, *, now: datetime, ledger: Sequence[DatasetAbout]
) -> TwoOnPage:
    """Put two listings beside one another, with the words for and against."""
    return TwoOnPage(
        sides=(
            _listing(one.first, now=now, ledger=ledger),
            _listing(one.second, now=now, ledger=ledger),
        ),
        address=reverse("assets:double"),
        key=f"two-{one.first.id}-{one.second.id}",
        one=str(one.first.id),
        other=str(one.second.id),
        speaks_for=tuple(map(_sentence, one.speaks_for)),
        speaks_against=tuple(map(_sentence, one.speaks_against)),
        answers=OF_DOUBLES,
    )


def overlap_on_page(one: Overlap, *, now: datetime) -> TwoOnPage:
    """Put two offers beside one another that do much the same."""
    return TwoOnPage(
        sides=(_offer(one.first, now=now), _offer(one.second, now=now)),
        address=reverse("assets:overlap"),
        key=f"two-{one.first.brief.id}-{one.second.brief.id}",
        one=str(one.first.brief.id),
        other=str(one.second.brief.id),
        alike=f"At both: {listed(one.doing)}. {_apart(one.metres)}",
        answers=OF_OVERLAPS,
    )


def _apart(metres: int) -> str:
    if not metres:
        return "They are at one place."
    return f"They are {distance(metres)} apart."


def _listing(
    one: ListingInBand, *, now: datetime, ledger: Sequence[DatasetAbout]
) -> Side:
    on = f", {dated(one.told_on)}" if one.told_on else ""
    return Side(
        name=_named(one),
        rows=(
            ("When", _when(one, now)),
            ("Where", one.address or NOT_TOLD),
            ("Telephone", one.telephone or NOT_TOLD),
            *((("Their page", one.website),) if one.website else ()),
            ("Listed by", f"{_teller(one, ledger)}{on}"),
        ),
    )


def _teller(one: ListingInBand, ledger: Sequence[DatasetAbout]) -> str:
    line = next((line for line in ledger if line.source == one.source), None)
    return one.told_by or (line.publisher if line else "Somebody")


def _named(one: ListingInBand) -> Markup:
    name = "assets:offer" if one.is_offer else "assets:asset"
    return Markup('<a href="{}" data-said dir="auto">{}</a>').format(
        reverse(name, args=[one.id]), one.name
    )


def _when(one: ListingInBand | OneOfTwo, now: datetime) -> str:
    return When(times=one.times, now=now, name="").words


def _offer(one: OneOfTwo, *, now: datetime) -> Side:
    funding = FUNDING.get(one.funding, "Nobody has told us how it is kept going.")
    return Side(
        name=linked(one.brief),
        rows=(
            ("When", _when(one, now)),
            ("Who", linked(one.group) if one.group else NOT_TOLD),
            ("Where", linked(one.place) if one.place else NOT_TOLD),
            ("Money", funding),
        ),
    )


def _sentence(words: str) -> str:
    return f"{first_large(words)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class JustSaid:
    """What was said last of two, and how it is taken back."""

    one: str
    other: str
    said: SaidOfTwo
    address: str

    @property
    def news(self) -> str:
        """Say what became of it."""
        return NEWS[self.said]

    @property
    def may_undo(self) -> bool:
        """Tell whether there is anything to take back."""
        return self.said in DECIDED

    @property
    def seen(self) -> str:
        """Say how it stands, unless somebody else has said otherwise since."""
        return DECIDED.get(self.said, "")

    @property
    def query(self) -> str:
        """Keep it in the address of the page that follows."""
        return urlencode({"one": self.one, "other": self.other, "said": self.said})


@dataclass(frozen=True, slots=True, kw_only=True)
class DoublesPage:
    """The pairs that wait, how many are left, and how the linker fared."""

    items: tuple[TwoOnPage, ...]
    left: int
    audits: tuple[tuple[str, Audit], ...] = ()
    just: JustSaid | None = None
    problem: str = ""

    @property
    def answer(self) -> str:
        """Say how much is left."""
        if not self.left:
            return "Nothing is left to ask about."
        many = first_large(counted(self.left, "pair is left", "pairs are left"))
        return f"{many}. The likeliest stands first."

    @property
    def tables(self) -> tuple[Table, ...]:
        """Say how groups of each form fared, a table for each region."""
        return tuple(_audit(name, audit) for name, audit in self.audits)


def _audit(name: str, audit: Audit) -> Table:
    rows = (
        (
            words,
            *_cells(audit.linked[form]),
            *_cells(audit.taken_back[form]),
        )
        for form, words in FORMS.items()
    )
    return Table(
        title=f"How groups fared: {name}",
        columns=(
            Column("Which groups"),
            Column("Listings", numeric=True),
            Column("Laid to another", numeric=True),
            Column("In 100", numeric=True, decimals=1),
            Column("Laid by the linker", numeric=True),
            Column("Parted by people", numeric=True),
            Column("In 100, parted", numeric=True, decimals=1),
        ),
        rows=tuple(rows),
        notes=(
            f"A share of fewer than {ENOUGH_FOR_A_SHARE} is not worked out.",
            SWALLOWED,
        ),
    )


def _cells(share: Share) -> tuple[int, int, float | None]:
    enough = share.of >= ENOUGH_FOR_A_SHARE and share.share is not None
    return (share.of, share.count, 100 * (share.share or 0) if enough else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapsPage:
    """Offers that do much the same near each other at one hour, for people to judge."""

    items: tuple[TwoOnPage, ...]
    left: int
    might_talk: tuple[TwoOnPage, ...] = ()
    just: JustSaid | None = None
    problem: str = ""

    @property
    def answer(self) -> str:
        """Say how much is left."""
        if not self.left:
            return "Nothing is left to judge."
        many = first_large(counted(self.left, "pair is left", "pairs are left"))
        return f"{many}. The nearest stand first."

"""How are our sources, our methods and our doors told to somebody who looks?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from markupsafe import Markup

from weft.assets.queries import Hands
from weft.assets.queries.harvests import FeedAbout
from weft.commons.saying import dated, day_of
from weft.ground.queries import DatasetAbout, RegionAbout
from weft.shell.site import Link
from weft.shell.tables import Column, Table
from weft.web.documents import SHELVES, Document, Spine

LEDGER = (
    Column("What"),
    Column("Whose"),
    Column("Which edition"),
    Column("On what terms"),
    Column("Rows read", numeric=True),
    Column("Used", numeric=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionOnPage:
    """One region, and whose data it is made of."""

    name: str
    built: str
    report: str
    ledger: Table
    hands: str

    @classmethod
    def of(
        cls, about: RegionAbout, lines: Iterable[DatasetAbout], hands: Hands
    ) -> "RegionOnPage":
        """Say where a region's data come from."""
        when = about.built_at and dated(day_of(about.built_at))
        return cls(
            name=about.name,
            built=f"Read on {when}." if when else "Not read yet.",
            report=reverse("ground:report", args=[about.slug]),
            ledger=ledger_table(about, lines),
            hands=_in_hands(hands),
        )


def _in_hands(told: Hands) -> str:
    """Say how much we do not know of who decides."""
    if not told.things:
        return ""
    share = round(100 * told.unknown / told.things)
    return (
        f"Somebody told us who decides about {told.decided:,} of {told.things:,} "
        f"things. Of {told.unknown:,}, or {share} in 100, nobody has told us."
    )


def ledger_table(about: RegionAbout, lines: Iterable[DatasetAbout]) -> Table:
    """Tell the ledger as a table that can be kept."""
    return Table(
        title=f"Where the data of {about.name} come from",
        columns=LEDGER,
        rows=tuple(
            (
                line.source.replace("_", " "),
                line.publisher,
                line.edition or (dated(line.dated) if line.dated else None),
                line.licence,
                line.rows_read,
                line.used,
            )
            for line in lines
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One address for programs, and what it gives."""

    address: str
    words: str


DOORS = (
    Door(
        address="GET /api/v1/areas/{code}",
        words="an area: who lives there, what is missing, what is there",
    ),
    Door(
        address="GET /api/v1/choices",
        words="what fits, from an area or a 1 km square of the map",
    ),
    Door(
        address="POST /api/v1/choices",
        words="the same, from a whole postcode and exact hours",
    ),
    Door(address="GET /api/v1/assets", words="all that is on our list, page by page"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """Whose feed is read, and where its report stands."""

    publisher: str
    address: str

    @classmethod
    def of(cls, feed: FeedAbout) -> "FeedLink":
        """Lead to the report of one feed."""
        address = reverse("web:open_feed", args=[feed.key])
        return cls(publisher=feed.publisher, address=address)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Some of our documents, under one heading."""

    words: str
    documents: tuple["DocumentLink", ...]

    @classmethod
    def of(cls, shelf: str, spines: Iterable[Spine]) -> "Shelf":
        """List a shelf's documents by their titles."""
        return cls(
            words=SHELVES[shelf],
            documents=tuple(
                DocumentLink(title=one.title, address=_at(one)) for one in spines
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLink:
    """The title of a document, and where it stands."""

    title: str
    address: str


def _at(one: Spine | Document) -> str:
    return reverse("web:document", args=[one.shelf, one.name])


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPage:
    """What is open, and to whom: all of it, to all."""

    regions: tuple[RegionOnPage, ...]
    shelves: tuple[Shelf, ...]
    feeds: tuple[FeedLink, ...] = ()
    doors: tuple[Door, ...] = DOORS

    @classmethod
    def of(
        cls,
        *,
        regions: Sequence[tuple[RegionAbout, Sequence[DatasetAbout], Hands]],
        shelves: Sequence[tuple[str, Sequence[Spine]]],
        feeds: Sequence[FeedAbout],
    ) -> "OpenPage":
        """Put the page together."""
        return cls(
            regions=tuple(RegionOnPage.of(*region) for region in regions),
            shelves=tuple(Shelf.of(shelf, spines) for shelf, spines in shelves),
            feeds=tuple(FeedLink.of(one) for one in feeds),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """One of our documents as a page."""

    title: str
    body: Markup
    trail: tuple[Link, ...]

    @classmethod
    def of(cls, document: Document) -> "DocumentPage":
        """Show a document below its shelf."""
        return cls(
            title=document.title,
            body=document.body,
            trail=(
                Link(words="What is open", address=reverse("web:open")),
                Link(
                    words=SHELVES[document.shelf],
                    address=f"{reverse('web:open')}#methods",
                ),
            ),
        )

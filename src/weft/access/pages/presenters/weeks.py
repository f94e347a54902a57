"""How are the published weeks listed, on a page and in a feed?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.feedgenerator import Enclosure

from weft.access.pages.presenters.said import basis_of, week_of
from weft.access.queries.weeks import PublishedAbout
from weft.commons.saying import counted, dated, day_of, first_large, how_large
from weft.ground.queries import RegionAbout
from weft.shell.feeds import a_feed


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOnPage:
    """One published week."""

    about: PublishedAbout

    @property
    def week(self) -> str:
        """Say which."""
        return week_of(self.about.week)

    @property
    def title(self) -> str:
        """Head it."""
        return first_large(self.week)

    @property
    def package(self) -> str:
        """Lead to its package; "" where it was published without one."""
        if not self.about.package_bytes:
            return ""
        return reverse("access:week_package", args=[self.about.week.monday])

    @property
    def size(self) -> str:
        """Say how large the package is."""
        return how_large(self.about.package_bytes)

    @property
    def words(self) -> str:
        """Say what it counted, and from what."""
        offers = int(str(self.about.about.get("offers", 0)))
        unknown = int(str(self.about.about.get("hours_unknown", 0)))
        basis = basis_of(self.about)
        left = f" We do not know when {unknown:,} of them are on." if unknown else ""
        return f"{counted(offers, 'thing', 'things')} to do.{left} {basis}".strip()

    @property
    def published(self) -> str:
        """Say when."""
        return f"Published on {dated(day_of(self.about.published_at))}."


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeksPage:
    """Every published week, the newest first."""

    region: RegionAbout | None
    weeks: Sequence[PublishedAbout]

    @property
    def lines(self) -> tuple[WeekOnPage, ...]:
        """List them."""
        return tuple(WeekOnPage(about=one) for one in self.weeks)

    @property
    def command(self) -> str:
        """Tell how anybody reckons a week again."""
        slug = self.region.slug if self.region else "REGION"
        return f"./weft choice {slug} --against FILE.zip"


def feed_of(shown: WeeksPage, *, page: str, feed: str, at: Callable[[str], str]) -> str:
    """Write the weeks as Atom.

    Parameters
    ----------
    shown
        What the page shows.
    page, feed
        The addresses of the page and of the feed itself.
    at
        Makes an address whole.
    """
    here = f" in {shown.region.name}" if shown.region else ""
    made = a_feed(f"Real choice{here}, every week", page=page, feed=feed)
    for one in shown.lines:
        about = one.about
        made.add_item(
            title=one.title,
            link=f"{page}#week-{about.week.monday}",
            description=f"{one.words} Hash: {about.digest}",
            unique_id=f"tag:weft,2026:choice/{about.region}/{about.week.monday}",
            pubdate=about.published_at,
            updateddate=about.published_at,
            enclosures=[
                Enclosure(at(one.package), str(about.package_bytes), "application/zip")
            ]
            if one.package
            else [],
        )
    return made.writeString("utf-8")

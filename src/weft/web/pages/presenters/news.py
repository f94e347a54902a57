"""In which words is told what is new?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from weft.assets.queries.news import CampaignAbout, NewThing, ReaderAbout, came_on
from weft.commons.saying import ago, counted, day, distance, first_large
from weft.shell.feeds import a_feed
from weft.web.news import FAR, News

Lead = Callable[[str, UUID], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOnPage:
    """One thing that is new."""

    thing: NewThing
    today: date

    @property
    def address(self) -> str:
        """Lead to its own page."""
        return reverse(route_of(self.thing), args=[self.thing.key])

    @property
    def words(self) -> str:
        """Say what it is, how far away, and since when it is on the list."""
        told = [first_large(self.thing.kind)]
        if self.thing.metres is not None:
            told.append(f"{distance(self.thing.metres)} from there")
        elif self.thing.online:
            told.append("online")
        told.append(f"on the list since {ago(came_on(self.thing), today=self.today)}")
        return ", ".join(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignOnPage:
    """Something that is on for a while."""

    about: CampaignAbout
    today: date

    @property
    def when(self) -> str:
        """Say from when till when."""
        return days_of(self.about)

    @property
    def standing(self) -> str:
        """Say whether it is on now."""
        if self.today < self.about.starts_on:
            return "Soon"
        return "On now"

    @property
    def kinds(self) -> str:
        """Say of which kinds it is."""
        return ", ".join(str(kind) for kind in self.about.kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPage:
    """What is new, and how to go on hearing of it."""

    news: News
    today: date
    feed: str
    by_mail: bool
    asked: bool = False
    problem: str = ""

    @property
    def question(self) -> str:
        """Ask what the page answers."""
        return "What is new near here?" if self.news.start else "What is new?"

    @property
    def where(self) -> str:
        """Name the place that is meant; "" where all is."""
        return self.news.start.name if self.news.start else ""

    @property
    def answer(self) -> str:
        """Say how much is new."""
        many = len(self.news.new.things)
        if not many:
            return "Nothing has come onto the list in the last eight weeks."
        told = counted(many, "thing has", "things have")
        return f"{first_large(told)} come onto the list in the last eight weeks."

    @property
    def unplaced(self) -> str:
        """Say how many may be near or not."""
        many = self.news.new.unplaced
        if not many:
            return ""
        told = counted(many, "new thing", "new things")
        return f"Of {told} more we do not know where. They may be near or not."

    @property
    def things(self) -> tuple[NewOnPage, ...]:
        """List what is new, the newest first."""
        return tuple(
            NewOnPage(thing=one, today=self.today) for one in self.news.new.things
        )

    @property
    def campaigns(self) -> tuple[CampaignOnPage, ...]:
        """List what is on for a while."""
        return tuple(
            CampaignOnPage(about=one, today=self.today) for one in self.news.campaigns
        )

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """List the kinds to choose from."""
        return (("", "Anything"), *((one, one) for one in self.news.kinds))

    @property
    def fars(self) -> tuple[tuple[str, str], ...]:
        """List how far one may look."""
        return tuple((str(one), f"{one} km") for one in FAR)

    @property
    def far(self) -> str:
        """Say how far one looks."""
        return str(self.news.asked.far)

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """Give what was asked, to be posted again."""
        return (
            ("near", self.news.coarse),
            ("far", self.far),
            ("kind", self.news.asked.kind),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MailPage:
    """What somebody says to a mail they got."""

    about: ReaderAbout | None = None
    done: str = ""
    unknown: bool = False

    @property
    def title(self) -> str:
        """Ask, or say what is so now."""
        if self.unknown:
            return "There is no mail by this link"
        if self.done:
            return _DONE[self.done]
        if self.about is not None and self.about.confirmed:
            return "Stop this mail?"
        return "Do you want to hear what is new?"


_DONE = {
    "yes": "You will hear from us",
    "stop": "You hear from us no more",
    "never": "We never write to you again",
}


def route_of(thing: NewThing) -> str:
    """Say which kind of page a thing has."""
    return "assets:offer" if thing.is_offer else "assets:asset"


def days_of(about: CampaignAbout) -> str:
    """Say from when till when something is on."""
    if about.starts_on == about.ends_on:
        return day(about.starts_on)
    return f"{day(about.starts_on)} to {day(about.ends_on)}"


def feed_of(news: News, *, page: str, feed: str, at: Lead) -> str:
    """Write what is new as Atom.

    Parameters
    ----------
    news
        What is new, as far as a feed may carry it.
    page, feed
        The addresses of the page and of the feed itself.
    at
        Gives the address of a route for a key.
    """
    near = f" near {news.start.name}" if news.start else ""
    made = a_feed(f"New{near}", page=page, feed=feed)
    for thing in news.new.things:
        made.add_item(
            title=thing.name,
            link=at(route_of(thing), thing.key),
            description=f"{first_large(thing.kind)}{_by(thing)}{_terms(thing)}",
            unique_id=f"urn:uuid:{thing.key}",
            pubdate=thing.since,
            updateddate=thing.since,
            categories=[thing.kind],
        )
    for one in news.campaigns:
        made.add_item(
            title=one.name,
            link=page,
            description=f"{days_of(one)}. {one.words}",
            unique_id=f"urn:uuid:{one.key}",
            pubdate=one.told_from,
            updateddate=one.told_from,
            categories=[str(kind) for kind in one.kinds],
        )
    return made.writeString("utf-8")


def _by(thing: NewThing) -> str:
    return f", {thing.holder}" if thing.holder else ""


def _terms(thing: NewThing) -> str:
    return f". On their terms: {thing.terms}" if thing.terms else ""

"""What is an Atom feed of ours (RFC 4287)?"""

from datetime import UTC, datetime

from django.utils.feedgenerator import Atom1Feed

NOTHING_YET = datetime(2026, 1, 1, tzinfo=UTC)
"""The moment a feed with nothing in it bears, so that it stays the same."""
ATOM = "application/atom+xml; charset=utf-8"


class Feed(Atom1Feed):
    """Django's Atom, which with nothing in it would bear the moment it is asked at."""

    def latest_post_date(self) -> datetime:
        """Say when it last changed."""
        return super().latest_post_date() if self.items else NOTHING_YET


def a_feed(title: str, *, page: str, feed: str) -> Feed:
    """Begin a feed.

    Parameters
    ----------
    title
        What it is about.
    page, feed
        The addresses of the page and of the feed itself.
    """
    return Feed(
        title=title,
        link=page,
        description="",
        feed_url=feed,
        author_name="Weft",
        language="en-gb",
    )

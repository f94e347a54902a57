"""In which words is told how the reading of other people's feeds goes?"""

from dataclasses import dataclass

from django.urls import reverse

from weft.assets.domain.harvests import FeedKind, RunState
from weft.assets.queries.harvests import FeedAbout, RunAbout
from weft.commons.saying import counted, dated, day_of, first_large, number
from weft.shell.tables import Column, Table

KINDS = {
    FeedKind.OPEN_REFERRAL: "Open Referral",
    FeedKind.OPENACTIVE: "OpenActive",
    FeedKind.CSV: "a list kept as a file",
}
STATES = {
    RunState.TAKEN: "Taken in",
    RunState.HELD: "Waits for somebody to look",
    RunState.LEFT: "Looked at, and left",
    RunState.BROKE_OFF: "Broke off; the next time goes on from there",
    RunState.FAILED: "Not what it should be; nothing was kept",
}
ASKED = {
    "version": "The version it says it is",
    "pages from 0": "Counts its pages from 0",
    "page": "Gives another page when asked for one (page)",
    "per_page": "Gives as many as asked (per_page)",
    "full": "Gives all of each when asked (full)",
    "lists": "How all that is told of a service is had",
    "modified_after": "Gives only what has changed when asked (modified_after)",
    "comes to an end": "Comes to an end",
    "says what has gone": "Says what has gone",
    "licence": "The licence it names",
    "says whether it has changed": "Says whether it has changed (ETag)",
}
"""What is tried, by the name under which a reading keeps it."""

FOUND = {
    "whole": "the list tells it",
    "full=true": "the list tells it with full=true",
    "one by one": "each has to be asked for by itself",
    "heads only": "not at all",
}
RUNS = (
    Column("Read on"),
    Column("What came of it"),
    Column("Rows", numeric=True),
    Column("New", numeric=True),
    Column("Changed", numeric=True),
    Column("As before", numeric=True),
    Column("Not in it any more", numeric=True),
)
SOME = 2  # examples are enough to look the rest up
REPORT = (
    Column("What"),
    Column("Where in the feed"),
    Column("How often", numeric=True),
    Column("Of", numeric=True),
    Column("For example"),
)


NOTE = (
    "Parts that are not used do no harm, and may be what others need. People’s own "
    "data (contacts, e-mail addresses) are taken out before anything is kept; please "
    "think again about publishing them."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOnPage:
    """One feed, as who checks the list sees it."""

    feed: FeedAbout

    @property
    def id(self) -> str:
        """Name it on the page."""
        return f"feed-{self.feed.key}"

    @property
    def address(self) -> str:
        """Where all of it stands."""
        return reverse("web:feed", args=[self.feed.key])

    @property
    def kind(self) -> str:
        """Say in which standard it speaks."""
        return KINDS[self.feed.kind]

    @property
    def good(self) -> str:
        """Say how it went when it last went well."""
        good = self.feed.good
        if good is None:
            return "Nothing has been taken in from it yet."
        new = counted(good.new, "thing was new", "things were new")
        changed = number(good.changed) if good.changed else "none"
        return (
            f"Last taken in on {dated(day_of(good.ended_at))}: "
            f"{_rows(good.rows)}. {first_large(new)}, {changed} had changed."
        )

    @property
    def news(self) -> str:
        """Say what came of the last reading, where it was not taken in."""
        last = self.feed.last
        if last is None or last.state is RunState.TAKEN:
            return ""
        when = dated(day_of(last.ended_at))
        return f"{STATES[last.state]} ({when}). {last.why}"

    @property
    def waits(self) -> bool:
        """Tell whether somebody should look."""
        return self.feed.held is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsPage:
    """All feeds that are read."""

    feeds: tuple[FeedOnPage, ...]

    @property
    def answer(self) -> str:
        """Say how many wait."""
        waiting = sum(one.waits for one in self.feeds)
        if not self.feeds:
            return "None is read yet."
        if not waiting:
            return "Nothing is waiting for you."
        return first_large(
            f"{counted(waiting, 'feed is waiting', 'feeds are waiting')} for your look."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPage:
    """One feed: what waits, what it does, and what of it could not be used."""

    feed: FeedAbout
    problem: str = ""

    @property
    def about(self) -> FeedOnPage:
        """Tell of it as in the list."""
        return FeedOnPage(feed=self.feed)

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Say whose it is, where, and on what terms."""
        return (
            ("Whose", self.feed.publisher),
            ("Where", " ".join(self.feed.addresses)),
            ("In which words", self.about.kind),
            ("On what terms", self.feed.licence),
        )

    @property
    def news(self) -> str:
        """Say what came of the last reading, where nothing waits to be decided."""
        return "" if self.held else self.about.news

    @property
    def held(self) -> RunAbout | None:
        """Give what waits for a look."""
        return self.feed.held

    @property
    def decide_address(self) -> str:
        """Where it is decided."""
        held = self.feed.held
        return (
            reverse("web:feed_decide", args=[self.feed.key, held.number])
            if held
            else ""
        )

    @property
    def keeps(self) -> str:
        """Say what stays in the meantime."""
        good = self.feed.good
        if good is None:
            return "Nothing from this feed is on the list yet."
        return (
            f"Until then the list keeps what came on {dated(day_of(good.ended_at))}: "
            f"{_rows(good.rows)}."
        )

    @property
    def asked(self) -> Table | None:
        """Say what the feed does of what it is asked."""
        told = next((one.honours for one in self.feed.runs if one.honours), {})
        rows = tuple(
            (ASKED.get(name, name), FOUND.get(said, said))
            for name, said in told.items()
        )
        if not rows:
            return None
        return Table(
            title="What does this feed do of what it is asked?",
            columns=(Column("We tried"), Column("Found")),
            rows=rows,
        )

    @property
    def runs(self) -> Table:
        """List the readings."""
        return Table(
            title="How did it go?",
            columns=RUNS,
            rows=tuple(
                (
                    day_of(one.ended_at),
                    STATES[one.state],
                    one.rows,
                    *_done(one),
                )
                for one in self.feed.runs
            ),
        )

    @property
    def report(self) -> Table:
        """Say to whoever publishes the feed what of it could not be used."""
        return report_of(self.feed)

    @property
    def open_addresses(self) -> tuple[str, ...]:
        """Where anybody finds the report as files: CSV and Excel."""
        return tuple(
            reverse("web:open_feed_file", args=[self.feed.key, kind])
            for kind in ("csv", "xlsx")
        )

    @property
    def csv_address(self) -> str:
        """Where the report is as a file."""
        return reverse("web:feed_report", args=[self.feed.key])


def _rows(count: int) -> str:
    return counted(count, "row", "rows")


def _done(one: RunAbout) -> tuple[int | None, int | None, int | None, int | None]:
    """Say what a reading did to the list; nothing is known of what was not taken."""
    if one.state is not RunState.TAKEN:
        return (None, None, None, None)
    return (one.new, one.changed, one.same, one.gone)


def report_of(feed: FeedAbout) -> Table:
    """Tell what of a feed could not be used, as a table to hand on.

    Fields are named, never what stood in them.
    """
    good = feed.good
    when = dated(day_of(good.ended_at)) if good else "not yet"
    return Table(
        title=f"What of this feed could we not use? {feed.publisher}, {when}",
        columns=REPORT,
        rows=tuple(_report_rows(good)) if good else (),
        source=" ".join(feed.addresses),
        licence=feed.licence,
        notes=(NOTE,),
    )


Row = tuple[str, str, int, int, str]


def _report_rows(good: RunAbout) -> list[Row]:
    told, of = good.unread, good.unread.of
    rows: list[Row] = [
        (
            "Could not be understood",
            one.words,
            one.times,
            of,
            ", ".join(one.where[:SOME]),
        )
        for one in told.problems
    ]
    for words, times in (
        ("Told twice", told.twice),
        ("Left out: they asked not to be listed", told.asked_not),
    ):
        if times:
            rows.append((words, "", times, of, ""))
    rows += [("Not used here", name, times, of, "") for name, times in told.fields]
    rows += [
        ("People’s own; not kept", name, times, of, "") for name, times in told.people
    ]
    return rows

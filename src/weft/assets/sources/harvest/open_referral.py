"""How is a feed of Open Referral walked to its end, whatever it honours?

It is tried first what the feed does of what it is asked: real ones pass the official
validator and ignore half of it (docs/running/harvesting.md). Where a list tells only
the heads of services, each is asked for by itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from weft.assets.sources.harvest.reader import Json, Reader
from weft.assets.sources.harvest.snapshot import Snapshot
from weft.commons.errors import FeedNotUnderstood, NotFetched, SourceProblem
from weft.commons.progress import Progress, unwatched
from weft.standards.openreferral import Envelope, envelope_told

MANY, FEW = 100, 50
"""On a page where the list is whole, and where each service is asked for by itself: a
page is what is lost when a run is killed."""

FAR_OFF = "2100-01-01T00:00:00Z"
YES, NO, NOT_TRIED = "yes", "no", "not tried"
WHOLE, BY_FULL, ONE_BY_ONE, HEADS = "whole", "full=true", "one by one", "heads only"
VERSION, SERVICES, LISTS = "version", "services", "lists"
PAGE, PER_PAGE, FULL = "page", "per_page", "full"
MODIFIED_AFTER, FROM_NOUGHT = "modified_after", "pages from 0"


def stub_of(address: str) -> str:
    """Give the address under which everything of a feed stands."""
    plain = address.partition("?")[0].rstrip("/")
    return plain.removesuffix("/services")


@dataclass(slots=True)
class _Asker:
    """Asks one feed for its lists."""

    reader: Reader
    stub: str

    def page(self, number: int, size: int, **more: str) -> Envelope:
        """Ask for one page of services."""
        return self.listed(self.address(number, size, **more))

    def address(self, number: int, size: int, **more: str) -> str:
        """Say where one page of services is."""
        asked = {PAGE: str(number), PER_PAGE: str(size), **more}
        return f"{self.stub}/services?{urlencode(asked)}"

    def listed(self, address: str) -> Envelope:
        """Ask for a list at an address."""
        told, _ = self.reader.json(address)
        return read_list(told, address)

    def one(self, own: str) -> Json:
        """Ask for one service by its number."""
        told, _ = self.reader.json(f"{self.stub}/services/{quote(own, safe='')}")
        return told

    def tried(self, number: int, size: int, **more: str) -> Envelope | None:
        """Ask for a page that the feed may refuse."""
        try:
            return self.page(number, size, **more)
        except SourceProblem:
            return None


def read_list(told: Json, address: str) -> Envelope:
    """Read a page of a list.

    Raises
    ------
    FeedNotUnderstood
        When it is none.
    """
    found = envelope_told(told)
    if found is None:
        raise FeedNotUnderstood(f"{address} holds no list of services")
    return found


def probe(reader: Reader, address: str) -> dict[str, str]:
    """Find out what a feed does of what it is asked, in at most eight questions.

    Raises
    ------
    NotFetched, FeedNotUnderstood
        When it has no list of services at all.
    """
    ask = _Asker(reader, stub_of(address))
    first = ask.page(1, MANY)
    honours = {VERSION: _version(ask, first), FROM_NOUGHT: NO}
    if first.first is False and first.number:
        start = ask.tried(0, MANY)
        if start is not None and start.first:
            honours[FROM_NOUGHT], first = YES, start
    honours |= _paging(ask, first, start=0 if honours[FROM_NOUGHT] == YES else 1)
    honours |= _wholeness(ask, first)
    honours[MODIFIED_AFTER] = _modified(ask, first)
    return honours


def _version(ask: _Asker, first: Envelope) -> str:
    """Read which version it says it is; the first one had no place to say so."""
    try:
        about, _ = ask.reader.json(f"{ask.stub}/")
    except SourceProblem:
        about = None
    told = about.get("version") if isinstance(about, Mapping) else None
    if isinstance(told, str) and told.strip():
        return told.strip()[:40]
    return "1.0, by its envelope" if first.is_version_one else "not said"


def _paging(ask: _Asker, first: Envelope, *, start: int) -> dict[str, str]:
    """Try whether another page is another page, and as long as was asked."""
    ids = list(ids_of(first.contents))
    if len(ids) < 2:  # noqa: PLR2004 of one nothing can be told apart
        return {PAGE: NOT_TRIED, PER_PAGE: NOT_TRIED}
    one, other = ask.tried(start, 1), ask.tried(start + 1, 1)
    if one is None or other is None:
        return {PAGE: NO, PER_PAGE: NO}
    pages = list(ids_of(one.contents)) != list(ids_of(other.contents))
    return {
        PAGE: YES if pages else NO,
        PER_PAGE: YES if len(one.contents) == 1 else NO,
    }


def _wholeness(ask: _Asker, first: Envelope) -> dict[str, str]:
    """Try how a service is had with all that is told of it."""
    own = next(ids_of(first.contents), None)
    if own is None:
        return {FULL: NOT_TRIED, LISTS: WHOLE}
    if _are_whole(first.contents):
        return {FULL: NOT_TRIED, LISTS: WHOLE}
    full = ask.tried(_number_of(first), 1, full="true")
    if full is not None and _are_whole(full.contents):
        return {FULL: YES, LISTS: BY_FULL}
    try:
        alone = ask.one(own)
    except SourceProblem:
        return {FULL: NO, LISTS: HEADS}
    return {FULL: NO, LISTS: ONE_BY_ONE if isinstance(alone, Mapping) else HEADS}


def _number_of(page: Envelope) -> int:
    return 1 if page.number is None else page.number


def _modified(ask: _Asker, first: Envelope) -> str:
    """Try whether it knows that nothing has changed in the future."""
    if not first.contents:
        return NOT_TRIED
    found = ask.tried(_number_of(first), 1, modified_after=FAR_OFF)
    return YES if found is not None and not found.contents else NO


def _are_whole(contents: Iterable[Json]) -> bool:
    """Tell whether any service tells something of which there may be several."""
    return any(
        isinstance(value, list) and value
        for one in contents
        if isinstance(one, Mapping)
        for value in one.values()
    )


def ids_of(contents: Iterable[Json]) -> Iterator[str]:
    """Give the numbers of the services on a page."""
    return (
        str(own)
        for one in contents
        if isinstance(one, Mapping) and (own := one.get("id")) not in (None, "")
    )


@dataclass(slots=True)
class _Walk:
    """A walk through the pages of one feed."""

    ask: _Asker
    snapshot: Snapshot
    before: Snapshot | None
    seen: set[str] = field(default_factory=set)
    nameless: int = 0  # what stands in the list and has no number

    @property
    def honours(self) -> Mapping[str, str]:
        return self.snapshot.at.honours

    @property
    def lists(self) -> str:
        return self.honours[LISTS]

    @property
    def size(self) -> int:
        return FEW if self.lists == ONE_BY_ONE else MANY

    def remember(self) -> None:
        """See again what a run that broke off has brought."""
        for page in self.snapshot.pages():
            self.see(read_list(page, "a page that was kept").contents)

    def see(self, contents: list[Json]) -> int:
        """Note what is on a page; say how much of it is new."""
        before = len(self.seen) + self.nameless
        own = list(ids_of(contents))
        self.seen.update(own)
        self.nameless += len(contents) - len(own)
        return len(self.seen) + self.nameless - before

    def step(self, number: int) -> bool:
        """Bring one page; tell whether there is another."""
        more = {FULL: "true"} if self.lists == BY_FULL else {}
        address = self.ask.address(number, self.size, **more)
        old = self._old(self.snapshot.at.pages + 1)
        told, got = self.ask.reader.json(address, mark=old[0])
        page = read_list(told if got.is_new else old[1], address)
        if page.contents and next(ids_of(page.contents), None) is None:
            raise FeedNotUnderstood(f"{address} lists things without a number")
        new = self.see(page.contents)
        if page.total is not None:
            self.snapshot.at.promised = page.total
        if not new:
            return False  # the end, or it gives again what it gave before
        contents = page.contents
        if self.lists == ONE_BY_ONE:
            contents = [self._whole(one) for one in contents]
        kept = {"contents": contents, "total_items": page.total}
        self.snapshot.land(kept, goes_on=str(number + 1), mark=got.mark)
        return not self._is_last(page, number)

    def _old(self, number: int) -> tuple[str, Json]:
        """Give the mark and the page that the last good run had in this place."""
        if self.before is None or self.before.at.honours != self.honours:
            return "", None
        if self.lists == ONE_BY_ONE or not self.before.mark_of(number):
            return "", None
        return self.before.mark_of(number), self.before.page(number)

    def _whole(self, head: Json) -> Json:
        """Ask for a service of which the list tells only the head."""
        own = next(ids_of([head]), None)
        if own is None:
            return head
        try:
            told = self.ask.one(own)
        except NotFetched as problem:
            if "not there any more" not in str(problem):
                raise
            return head  # listed, and not to be had alone: its head is what there is
        return told if isinstance(told, Mapping) else head

    def _is_last(self, page: Envelope, number: int) -> bool:
        """Tell whether a page says that it is the last; if it is silent, go on."""
        begun = 0 if self.honours[FROM_NOUGHT] == YES else 1
        if page.pages is not None:
            return number - begun + 1 >= page.pages
        return page.last is True


def walk(
    reader: Reader,
    address: str,
    snapshot: Snapshot,
    *,
    before: Snapshot | None = None,
    progress: Progress = unwatched,
) -> int:
    """Bring a feed whole, from where it was left.

    Parameters
    ----------
    before
        The last good run, whose pages count again where the publisher says that they
        have not changed.

    Returns
    -------
    int
        How many services it has.

    Raises
    ------
    NotFetched
        When it broke off; what has come is kept, and the next walk goes on.
    FeedNotUnderstood
        When it is no feed of services, or has another number of them than it says.
    """
    at = snapshot.at
    if not at.honours:
        at.honours = probe(reader, address)
        snapshot.note()
    going = _Walk(_Asker(reader, stub_of(address)), snapshot, before)
    going.remember()
    number = int(at.goes_on or (0 if at.honours[FROM_NOUGHT] == YES else 1))
    while not at.ended and going.step(number):
        number += 1
        progress(len(going.seen), at.promised or 0, "asking for services")
    rows = len(going.seen) + going.nameless
    if at.promised is not None and rows != at.promised:
        raise FeedNotUnderstood(_short(rows, at.promised, at.honours))
    snapshot.end()
    return rows


def _short(rows: int, promised: int, honours: Mapping[str, str]) -> str:
    """Say that a feed has another number of services than it says."""
    told = f"the feed says it has {promised:,} services, and {rows:,} could be had"
    if honours[PAGE] == NO:
        told += "; it gives the same page whichever is asked for"
    return told

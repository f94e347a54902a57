"""Do pages part the whole, and do the ways of asking tell the same?"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from weft.standards.openreferral.conformance.asking import (
    NOT_HERE,
    OK,
    PER_PAGE,
    REFUSED,
    Document,
    Feed,
    Listing,
    number_in,
    objects_of,
    page_count,
)
from weft.standards.openreferral.conformance.choosing import telling_value
from weft.standards.openreferral.conformance.filters import FILTERS, NOBODY
from weft.standards.openreferral.conformance.values import Check, Promise

FEW, MOST_SMALL = 3, 6
ONLY = frozenset({"id", "modified_date", "last_modified"})


def paging_checks(feed: Feed) -> Iterator[Check]:
    """Check envelopes and pages."""
    every = feed.listing("services")
    yield Promise(
        "envelope",
        "each page says truly which it is, of how many, and how much is on it",
    ).held_against(_envelopes(feed))
    yield Promise(
        "pages", "pages part the whole: nothing twice, nothing lost"
    ).held_against([*_partition(every), *_small_pages(feed)])
    yield Promise("per_page", "per_page says how many are on a page").held_against(
        _per_page(feed, every)
    )
    yield Promise(
        "beyond", "a page beyond the last is empty and says so, or is refused"
    ).held_against(_beyond(feed, every))
    yield Promise("steady", "asking twice gives the same page").held_against(
        _steady(feed)
    )


def _envelopes(feed: Feed) -> Iterator[str]:
    asked = {"per_page": str(FEW)}
    last = page_count(feed.get("services", **asked).document)
    total = number_in(feed.get("services", **asked).document, "total_items")
    for number in sorted({1, (last + 1) // 2, last}):
        answer = feed.get("services", page=str(number), **asked)
        page, size = answer.document, len(objects_of(answer))
        if not isinstance(page, dict):
            yield f"page {number} is no page"
            continue
        truth: dict[str, object] = {
            "page_number": number,
            "size": size,
            "first_page": number == 1,
            "last_page": number == last,
            "empty": size == 0,
            "total_pages": last,
            "total_items": total,
        }
        for name, value in truth.items():
            if page.get(name) != value:
                yield f"page {number}: {name} is {page.get(name)!r}, and is {value!r}"


def _partition(every: Listing) -> Iterator[str]:
    times = Counter(str(one.get("id")) for one in every.items)
    for own, count in times.items():
        if count > 1:
            yield f"{own} is there {count} times"
    if every.whole and every.total != len(every.items):
        yield f"total_items is {every.total}, and {len(every.items)} are on the pages"


def _small_pages(feed: Feed) -> Iterator[str]:
    """Walk the first few pages in small steps, as a small feed has one large page."""
    asked = {"per_page": str(FEW)}
    last = page_count(feed.get("services", **asked).document)
    walked = [
        str(one.get("id"))
        for number in range(1, min(last, MOST_SMALL) + 1)
        for one in objects_of(feed.get("services", page=str(number), **asked))
    ]
    for own, count in Counter(walked).items():
        if count > 1:
            yield f"{own} is there {count} times on pages of {FEW}"


def _per_page(feed: Feed, every: Listing) -> Iterator[str]:
    for wanted in (1, FEW):
        got = len(objects_of(feed.get("services", per_page=str(wanted))))
        if got != min(wanted, len(every.items)):
            yield f"per_page={wanted} gives {got}"


def _beyond(feed: Feed, every: Listing) -> Iterator[str]:
    beyond = str(every.pages + 5)
    answer = feed.get("services", page=beyond, per_page=str(PER_PAGE))
    if answer.status in REFUSED:
        return
    page = answer.document
    if answer.status != OK or not isinstance(page, dict):
        yield f"page {beyond} was answered with status {answer.status}"
    elif objects_of(answer) or page.get("empty") is not True:
        yield f"page {beyond} of {every.pages} is not empty, or does not say so"


def _steady(feed: Feed) -> Iterator[str]:
    first, again = feed.get("services"), feed.again("services")
    if [one.get("id") for one in objects_of(first)] != [
        one.get("id") for one in objects_of(again)
    ]:
        yield "the first page holds other services, or in another order"


def telling_checks(feed: Feed, sample: Sequence[Document]) -> Iterator[Check]:
    """Check that a service is the same however it is asked for."""
    every = feed.listing("services")
    yield Promise(
        "one", "each service answers at its own address, as itself"
    ).held_against(_each_one(feed, every))
    yield Promise(
        "nobody", "a number that nobody has is answered with 404"
    ).held_against(_nobody(feed))
    yield Promise(
        "nulls", "what is not known is left out rather than null"
    ).held_against(
        f"{told.get('id')}: {where} is null"
        for told in sample
        for where in _nulls(told)
    )
    yield Promise(
        "full", "full=true tells everything that each one says alone"
    ).held_against(_full(feed))
    yield Promise(
        "minimal", "minimal=true gives number and change of all, no more"
    ).held_against(_minimal(feed, every))
    yield Promise(
        "ndjson", "format=ndjson gives all of it, one document a line"
    ).held_against(_lines(feed, every))
    yield _posted(feed, sample)


def _each_one(feed: Feed, every: Listing) -> Iterator[str]:
    for one in every.items[:FEW]:
        told = feed.get(f"services/{one.get('id')}").document
        if not isinstance(told, dict):
            yield f"{one.get('id')} does not answer"
        elif (told.get("id"), told.get("name")) != (one.get("id"), one.get("name")):
            yield f"{one.get('id')} answers as {told.get('id')}, {told.get('name')}"


def _nobody(feed: Feed) -> Iterator[str]:
    for path in ("services", "service_at_locations"):
        status = feed.get(f"{path}/{NOBODY}").status
        if status != NOT_HERE:
            yield f"/{path}/{NOBODY} was answered with status {status}"


def _nulls(told: object, where: str = "") -> Iterator[str]:
    if told is None:
        yield where.lstrip(".")
    elif isinstance(told, dict):
        for name, value in told.items():
            yield from _nulls(value, f"{where}.{name}")
    elif isinstance(told, list):
        for value in told:
            yield from _nulls(value, where)


def _full(feed: Feed) -> Iterator[str]:
    for one in objects_of(feed.get("services", full="true", per_page=str(FEW))):
        alone = feed.get(f"services/{one.get('id')}").document
        missing = sorted(set(alone) - set(one)) if isinstance(alone, dict) else []
        if missing:
            yield f"{one.get('id')} lacks {', '.join(missing)}"


def _minimal(feed: Feed, every: Listing) -> Iterator[str]:
    found = feed.listing("services", minimal="true")
    if found.ids != every.ids:
        yield f"{len(found.ids)} are told, and there are {len(every.ids)}"
    for one in found.items[:FEW]:
        if more := sorted(set(one) - ONLY):
            yield f"{one.get('id')} tells {', '.join(more)} too"


def _lines(feed: Feed, every: Listing) -> Iterator[str]:
    answer = feed.get("services", format="ndjson")
    try:
        told = [json.loads(line) for line in answer.text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        told = []
    ids = {str(one.get("id")) for one in told if isinstance(one, dict)}
    if every.whole and ids != every.ids:
        yield f"{len(ids)} lines are services, and there are {len(every.ids)}"


def _posted(feed: Feed, sample: Sequence[Document]) -> Check:
    promise = Promise("post", "a question may be posted, and finds the same")
    search = FILTERS[0]
    word = telling_value(search, sample)
    if word is None:
        return promise.not_tried("no service has a word in its name to search for")
    asked = {"search": word, "per_page": str(PER_PAGE)}
    posted, got = feed.post("services", **asked), feed.get("services", **asked)
    same = posted.status == OK and posted.document == got.document
    problem = f"search={word} posted was answered with status {posted.status}"
    return promise.held_against(
        [] if same else [f"{problem}, not as when asked by GET"]
    )

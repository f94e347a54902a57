"""What does the standard's own validator look at? The shape of every answer.

It asks the stub, then each list's first, middle and last page and the first thing in
it. What is wrong with services fails a feed; what is wrong with the rest only warns.
"""

from collections.abc import Iterator

from weft.standards.openreferral.conformance.asking import (
    OK,
    Answer,
    Feed,
    objects_of,
    page_count,
)
from weft.standards.openreferral.conformance.values import Check, Kind, Promise
from weft.standards.openreferral.profile import slips

LISTS: dict[str, tuple[str, Kind]] = {
    "services": ("service", Kind.REQUIRED),
    "service_at_locations": ("service_at_location", Kind.EXTENDED),
    "taxonomies": ("taxonomy", Kind.EXTENDED),
    "taxonomy_terms": ("taxonomy_term", Kind.EXTENDED),
}


def official_checks(feed: Feed) -> Iterator[Check]:
    """Check everything that the validator checks."""
    yield _about(feed)
    for path, (kind, tier) in LISTS.items():
        pages = _pages(feed, path)
        yield Promise(
            f"{path}.list", f"/{path} answers with pages as the profile says", tier
        ).held_against(_of_pages(pages, path, kind))
        yield _one(feed, path, kind, tier)


def _about(feed: Feed) -> Check:
    promise = Promise(
        "about", "the stub says its version, HSDS-UK-3.0, and where it is described",
        Kind.REQUIRED,
    )  # fmt: skip
    answer = feed.get("")
    if answer.status != OK or not isinstance(answer.document, dict):
        return promise.held_against([_no_answer("/", answer)])
    told = answer.document
    problems = [f"{slip.where} {slip.problem}" for slip in slips(told, "about")]
    problems += [f"{n} is missing" for n in ("profile", "openapi_url") if n not in told]
    if _version(told.get("version")) is None:
        problems.append(f"version {told.get('version')!r} is not read as 3.0")
    return promise.held_against(problems)


def _version(told: object) -> float | None:
    """Read a version as the validator does: without HSDS-UK- or V, a number."""
    plain = str(told).upper().removeprefix("HSDS-UK-").removeprefix("V")
    try:
        number = float(plain)
    except ValueError:
        return None
    return number if int(number) == 3 else None  # noqa: PLR2004 the version of the standard


def _pages(feed: Feed, path: str) -> dict[int, Answer]:
    """Ask for the first page, the middle one and the last."""
    first = feed.get(path)
    last = page_count(first.document)
    wanted = sorted({(last + 1) // 2, last} - {1})
    return {1: first} | {n: feed.get(path, page=str(n)) for n in wanted}


def _of_pages(pages: dict[int, Answer], path: str, kind: str) -> Iterator[str]:
    for number, answer in pages.items():
        if answer.status != OK:
            yield _no_answer(f"/{path}?page={number}", answer)
            continue
        for slip in slips(answer.document, "page"):
            yield f"page {number}: {slip.where} {slip.problem}"
        for position, one in enumerate(objects_of(answer), start=1):
            for slip in slips(one, kind, brief=True):
                where = f"page {number}, {one.get('id', f'number {position}')}"
                yield f"{where}: {slip.where} {slip.problem}"


def _one(feed: Feed, path: str, kind: str, tier: Kind) -> Check:
    promise = Promise(
        f"{path}.one", f"/{path}/{{id}} answers as the profile says", tier
    )
    first = next(iter(objects_of(feed.get(path))), None)
    if first is None:
        return promise.not_tried(f"/{path} holds nothing")
    own = str(first.get("id"))
    answer = feed.get(f"{path}/{own}")
    if answer.status != OK:
        return promise.held_against([_no_answer(f"/{path}/{own}", answer)])
    found = slips(answer.document, kind)
    return promise.held_against(f"{own}: {s.where} {s.problem}" for s in found)


def _no_answer(where: str, answer: Answer) -> str:
    if answer.status == 0:
        return f"{where} did not answer: {answer.text[:80]}"
    if answer.status != OK:
        return f"{where} answered with status {answer.status}"
    return f"{where} did not answer with a JSON object"

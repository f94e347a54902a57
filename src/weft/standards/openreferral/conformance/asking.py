"""How is a feed asked, and what did it say? Every question is asked once."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from weft.standards.openreferral.profile import contents_of

Document = Mapping[str, object]
Asked = tuple[tuple[str, str], ...]
PER_PAGE, MOST_PAGES, SAMPLE = 100, 40, 30
OK, NOT_HERE, REFUSED = 200, 404, range(400, 500)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; status 0 where nothing did, with why in ``text``."""

    status: int
    text: str
    headers: Mapping[str, str] = field(default_factory=dict)  # names in small letters

    @property
    def document(self) -> object:
        """Read the body as JSON; None where it is none."""
        try:
            told: object = json.loads(self.text)
        except (ValueError, RecursionError):
            return None
        return told


class Ask(Protocol):
    """Whoever can ask the feed: over the network, or a test's own."""

    def __call__(
        self, path: str, parameters: Mapping[str, str], *, post: bool = False
    ) -> Answer:
        """Ask a path below the stub."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All that a list holds, as far as it was read."""

    items: tuple[Document, ...]
    whole: bool  # whether every page was read
    total: int | None  # as the feed says
    pages: int
    status: int

    @property
    def ids(self) -> frozenset[str]:
        """Give the numbers of what it holds."""
        return frozenset(str(one.get("id")) for one in self.items)


@dataclass(slots=True)
class Feed:
    """A feed and all that it has said so far."""

    ask: Ask
    said: dict[tuple[str, Asked, bool], Answer] = field(default_factory=dict)

    def get(self, path: str, **parameters: str) -> Answer:
        """Ask once; the second time the first answer counts."""
        return self._once(path, parameters, post=False)

    def again(self, path: str, **parameters: str) -> Answer:
        """Ask anew, whatever was said before."""
        return self.ask(path, parameters)

    def post(self, path: str, **parameters: str) -> Answer:
        """Ask by POST."""
        return self._once(path, parameters, post=True)

    def _once(self, path: str, parameters: Mapping[str, str], *, post: bool) -> Answer:
        key = (path, tuple(sorted(parameters.items())), post)
        if key not in self.said:
            self.said[key] = self.ask(path, parameters, post=post)
        return self.said[key]

    def listing(self, path: str, **parameters: str) -> Listing:
        """Read a list page by page, as far as is reasonable."""
        items: list[Document] = []
        number, first = 1, self.get(path, per_page=str(PER_PAGE), **parameters)
        pages = page_count(first.document)
        answer = first
        while True:
            here = objects_of(answer)
            items.extend(here)
            if number >= min(pages, MOST_PAGES) or not here:
                break
            number += 1
            more = {"page": str(number), "per_page": str(PER_PAGE)}
            answer = self.get(path, **more, **parameters)
        return Listing(
            items=tuple(items),
            whole=answer.status == OK and pages <= MOST_PAGES,
            total=number_in(first.document, "total_items"),
            pages=pages,
            status=first.status,
        )

    def sample(self) -> Sequence[Document]:
        """Read a few services whole, spread over the feed."""
        every = [str(one.get("id", "")) for one in self.listing("services").items]
        step = max(1, len(every) // SAMPLE)
        return [
            told
            for own in every[::step][:SAMPLE]
            if isinstance(told := self.get(f"services/{own}").document, dict)
        ]


def objects_of(answer: Answer) -> list[Document]:
    """Give the objects on a page."""
    return [one for one in contents_of(answer.document) if isinstance(one, dict)]


def page_count(page: object) -> int:
    """Read of how many pages a list says it is; one, where it says nothing."""
    return number_in(page, "total_pages") or 1


def number_in(page: object, name: str) -> int | None:
    """Read a whole number of an envelope."""
    value = page.get(name) if isinstance(page, dict) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def inside(told: Document, *names: str) -> Iterator[Document]:
    """Walk through lists and objects of a document, by the names on the way."""
    if not names:
        yield told
        return
    value = told.get(names[0])
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield from inside(one, *names[1:])

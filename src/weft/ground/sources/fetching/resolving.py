"""Where does a publisher keep a file today?

GOV.UK and the NHS change an address at every republication, and the ONS portal deletes
an item when a newer one appears; the address in the region file is then only the last
one known, and used when nothing newer can be found.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from weft.commons.errors import NotFetched
from weft.ground.domain.region_file import Getting
from weft.ground.sources.fetching.asking import Publishers

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where the ONS portal answers; tests hand in their own."""

    portal: str = "https://www.arcgis.com/sharing/rest"
    services: str = "https://services1.arcgis.com/ESMARspQHYMw9BZ9/arcgis/rest/services"
    owner: str = "ONSGeography_data"


def address_of(publishers: Publishers, getting: Getting, where: Addresses) -> str:
    """Find the address of a file.

    Raises
    ------
    NotFetched
        When it cannot be found and the region file knows no earlier one.
    """
    resolvers = {"govuk": _on_govuk, "page": _on_page}
    if getting.resolve == "item":
        return _item(publishers, getting, where)
    resolve = resolvers.get(getting.resolve)
    if resolve is None:
        return getting.address
    found = list(dict.fromkeys(resolve(publishers, getting)))
    if found:
        return max(found) if getting.resolve == "page" else found[0]
    if getting.address:
        return getting.address
    raise NotFetched(f"{getting.page} has no link like «{getting.pattern}» any more")


def parsed(text: str, address: str) -> Json:
    """Read an answer as JSON, refusing an error told with status 200."""
    try:
        told: Json = json.loads(text)
    except json.JSONDecodeError as problem:
        raise NotFetched(f"{address} did not answer in JSON") from problem
    if isinstance(told, dict) and "error" in told:
        raise NotFetched(f"{address} answered with an error: {told['error']}")
    return told


def _on_govuk(publishers: Publishers, getting: Getting) -> Iterator[str]:
    """Go through a page of GOV.UK by its content API."""
    page = urlsplit(getting.page)
    content = f"{page.scheme}://{page.netloc}/api/content{page.path}"
    told = parsed(publishers.text(content), content)
    for text in _texts(told):
        for found in re.findall(r"https?://[^\s\"'<>\\]+", text):
            if re.search(getting.pattern, found):
                yield found


def _texts(told: Json) -> Iterator[str]:
    """Walk through everything that JSON says."""
    match told:
        case str():
            yield told
        case list():
            for one in told:
                yield from _texts(one)
        case dict():
            for one in told.values():
                yield from _texts(one)


def _on_page(publishers: Publishers, getting: Getting) -> Iterator[str]:
    """Find the links of a page."""
    page = publishers.text(getting.page).replace("&amp;", "&")
    for found in re.findall(getting.pattern, page):
        yield urljoin(getting.page, found if isinstance(found, str) else found[0])


def _item(publishers: Publishers, getting: Getting, where: Addresses) -> str:
    """Find the newest portal item whose title fits, or take the one last known."""
    words = re.split(r"[\\(\[^$.*+?]", getting.title.lstrip("^"))[0].strip()
    query = quote(f'title:"{words}" AND owner:{where.owner}')
    search = (
        f"{where.portal}/search?f=json&num=100&sortField=modified&sortOrder=desc"
        f"&q={query}"
    )
    told = parsed(publishers.text(search), search)
    results = told.get("results") if isinstance(told, dict) else None
    fitting = [
        (_modified(one), str(one["id"]))
        for one in (results if isinstance(results, list) else ())
        if isinstance(one, dict) and re.fullmatch(getting.title, str(one.get("title")))
    ]
    item = max(fitting)[1] if fitting else getting.item
    if not item:
        raise NotFetched(f"the portal has no item titled like «{getting.title}»")
    return f"{where.portal}/content/items/{item}/data"


def _modified(one: dict[str, Json]) -> float:
    """Say when an item was changed."""
    told = one.get("modified")
    return float(told) if isinstance(told, int | float) else 0.0

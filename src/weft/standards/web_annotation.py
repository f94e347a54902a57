"""Web Annotation (W3C Recommendation, 23 February 2017), as JSON-LD, there and back.

What annotations of words, pictures and recordings need: a target with a text position
and a text quote selector, or a media fragment; bodies that are tags or comments.
Positions count code points, as the recommendation's data model says of text. What
else stands in a file is counted, and not read.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from weft.commons.errors import FileNotUnderstood

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
FRAGMENTS = "http://www.w3.org/TR/media-frags/"
MEDIA = "application/ld+json"
_REMEDY = "A Web Annotation file is JSON-LD: a collection, a page or a list of them."


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Some words of a text, by their place and as they stand; either may be missing.

    Attributes
    ----------
    start, end
        Code points, the end exclusive; None where no position is told.
    """

    start: int | None = None
    end: int | None = None
    exact: str = ""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of a picture, in parts of a thousand of its width and height."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a recording, in milliseconds, the end exclusive."""

    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A word that something is sorted by, and who put it there."""

    value: str
    creator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A mark on a part of a source."""

    id: str
    source: str
    at: Quote | Region | Span
    tags: tuple[Tag, ...] = ()
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a file holds, and how many of its annotations could not be read."""

    annotations: tuple[Annotation, ...]
    unread: int


def write(
    annotations: Sequence[Annotation], *, id_: str, label: str, summary: str = ""
) -> bytes:
    """Write a collection; the same annotations give the same bytes."""
    body: dict[str, Any] = {
        "@context": CONTEXT,
        "id": id_,
        "type": "AnnotationCollection",
        "label": label,
        **({"summary": summary} if summary else {}),
        "total": len(annotations),
        "first": {
            "id": f"{id_}#1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [_written(one) for one in annotations],
        },
    }
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()


def read(raw: bytes, *, file: str) -> Read:
    """Read a collection, a page, a list or a single annotation.

    Raises
    ------
    FileNotUnderstood
        It is no JSON, or holds none of these.
    """
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError) as fault:
        raise FileNotUnderstood("it is not JSON", file=file, remedy=_REMEDY) from fault
    items = _items(body)
    if items is None:
        raise FileNotUnderstood("it holds no annotation", file=file, remedy=_REMEDY)
    told = [_read(one) for one in items]
    found = tuple(one for one in told if one is not None)
    return Read(annotations=found, unread=len(told) - len(found))


def _written(one: Annotation) -> dict[str, Any]:
    bodies: list[dict[str, Any]] = [
        {
            "type": "TextualBody",
            "purpose": "tagging",
            "value": tag.value,
            **({"creator": {"nickname": tag.creator}} if tag.creator else {}),
        }
        for tag in one.tags
    ]
    bodies += [
        {"type": "TextualBody", "purpose": "commenting", "value": words}
        for words in one.comments
    ]
    return {
        "id": one.id,
        "type": "Annotation",
        "motivation": "tagging" if one.tags else "highlighting",
        **({"body": bodies} if bodies else {}),
        "target": {"source": one.source, "selector": _selectors(one.at)},
    }


def _selectors(at: Quote | Region | Span) -> list[dict[str, Any]]:
    if isinstance(at, Quote):
        told: list[dict[str, Any]] = []
        if at.start is not None and at.end is not None:
            told.append(
                {"type": "TextPositionSelector", "start": at.start, "end": at.end}
            )
        if at.exact:
            told.append(
                {
                    "type": "TextQuoteSelector",
                    "exact": at.exact,
                    "prefix": at.prefix,
                    "suffix": at.suffix,
                }
            )
        return told
    if isinstance(at, Region):
        parts = (at.left, at.top, at.width, at.height)
        value = "xywh=percent:" + ",".join(f"{one / 10:g}" for one in parts)
    else:
        value = f"t={_seconds(at.start_ms)},{_seconds(at.end_ms)}"
    return [{"type": "FragmentSelector", "conformsTo": FRAGMENTS, "value": value}]


def _seconds(ms: int) -> str:
    return f"{ms // 1000}.{ms % 1000:03}"


def _items(body: object) -> list[Any] | None:
    if isinstance(body, list):
        return body
    if not isinstance(body, dict):
        return None
    if isinstance(body.get("items"), list):
        found: list[Any] = body["items"]
        return found
    if isinstance(body.get("first"), dict):
        return _items(body["first"])
    return [body] if body.get("type") == "Annotation" else None


def _read(told: object) -> Annotation | None:
    """Read one; None where it does not say what it marks."""
    if not isinstance(told, dict) or not isinstance(told.get("target"), dict):
        return None
    target = told["target"]
    source = target.get("source")
    if isinstance(source, dict):
        source = source.get("id")
    at = _place(_several(target.get("selector")))
    if at is None or not isinstance(source, str):
        return None
    bodies = [one for one in _several(told.get("body")) if "value" in one]
    return Annotation(
        id=str(told.get("id", "")),
        source=source,
        at=at,
        tags=tuple(
            Tag(value=str(one["value"]), creator=_creator(one.get("creator")))
            for one in bodies
            if one.get("purpose") == "tagging"
        ),
        comments=tuple(
            str(one["value"]) for one in bodies if one.get("purpose") != "tagging"
        ),
    )


def _several(told: object) -> list[Mapping[str, Any]]:
    """Give a value that may stand alone or in a list."""
    some = told if isinstance(told, list) else [told]
    return [one for one in some if isinstance(one, dict)]


def _creator(told: object) -> str:
    if isinstance(told, str):
        return told
    if isinstance(told, dict):
        return str(told.get("nickname") or told.get("name") or told.get("id") or "")
    return ""


def _place(selectors: Sequence[Mapping[str, Any]]) -> Quote | Region | Span | None:
    by_type = {str(one.get("type")): one for one in selectors}
    if "TextPositionSelector" in by_type or "TextQuoteSelector" in by_type:
        return _quote(
            by_type.get("TextPositionSelector", {}),
            by_type.get("TextQuoteSelector", {}),
        )
    value = str(by_type.get("FragmentSelector", {}).get("value", ""))
    try:
        return next(_fragments(value), None)
    except ValueError:
        return None


def _quote(place: Mapping[str, Any], words: Mapping[str, Any]) -> Quote | None:
    start, end = place.get("start"), place.get("end")
    known = isinstance(start, int) and isinstance(end, int) and 0 <= start < end
    exact = str(words.get("exact", ""))
    if not known and not exact:
        return None
    return Quote(
        start=start if known else None,
        end=end if known else None,
        exact=exact,
        prefix=str(words.get("prefix", "")),
        suffix=str(words.get("suffix", "")),
    )


def _fragments(value: str) -> Iterator[Region | Span]:
    """Read «xywh=percent:…» and «t=…»; a part in pixels says nothing without a size."""
    for part in value.lstrip("#").split("&"):
        name, _, told = part.partition("=")
        if name == "xywh" and told.startswith("percent:"):
            numbers = told.removeprefix("percent:").split(",")
            left, top, width, height = (round(float(one) * 10) for one in numbers)
            yield Region(left=left, top=top, width=width, height=height)
        elif name == "t":
            start, _, end = told.removeprefix("npt:").partition(",")
            if end:
                yield Span(start_ms=_ms(start or "0"), end_ms=_ms(end))


def _ms(told: str) -> int:
    return round(float(told) * 1000)

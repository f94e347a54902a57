"""How are the elements of a project taken apart?"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from weft.commons.strict_xml import local_name
from weft.standards.qdpx.values import Coding, Selection


def everywhere(root: Element, name: str) -> Iterator[Element]:
    """Go through all elements of a name, however deep."""
    return (one for one in root.iter() if local_name(one) == name)


def within(parent: Element, name: str) -> Iterator[Element]:
    """Go through the elements of a name that stand right within another."""
    return (one for one in parent if local_name(one) == name)


def guid_of(one: Element) -> str:
    """Give a guid as we compare it: some programs put it in braces, or large."""
    return one.get("guid", "").strip("{}").lower()


def target_of(one: Element) -> str:
    """Give the guid of what is pointed at."""
    return (one.get("targetGUID") or one.get("guid") or "").strip("{}").lower()


def described(one: Element) -> str:
    """Give what is described of something."""
    told = next(within(one, "Description"), None)
    return (told.text or "") if told is not None else ""


def ends_of(one: Element) -> tuple[int, int]:
    """Give where a selection begins and ends; what is no number is nowhere."""
    try:
        return int(one.get("startPosition", "")), int(one.get("endPosition", ""))
    except ValueError:
        return -1, -1


def selection(one: Element, start: int, end: int) -> Selection:
    """Give a selection with its codes, at these places."""
    return Selection(
        guid=guid_of(one),
        start=start,
        end=end,
        name=one.get("name", ""),
        user=one.get("creatingUser", "").strip("{}").lower(),
        codings=codings_of(one),
        notes=tuple(target_of(ref) for ref in within(one, "NoteRef")),
    )


def codings_of(one: Element) -> tuple[Coding, ...]:
    """Give which codes were put to something, and by whom."""
    return tuple(
        Coding(
            guid=guid_of(put),
            code=target_of(ref),
            user=put.get("creatingUser", "").strip("{}").lower(),
        )
        for put in within(one, "Coding")
        for ref in within(put, "CodeRef")
    )


def number(one: Element, name: str) -> int | None:
    """Give a whole number, where there is one."""
    try:
        return int(one.get(name, ""))
    except ValueError:
        return None

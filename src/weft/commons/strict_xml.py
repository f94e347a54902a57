"""How is somebody else's XML read without coming to harm?

A document that declares a document type is refused: entities can be made to blow up.
"""

import re
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from weft.commons.errors import FileNotUnderstood

_NOT_XML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
)  # XML 1.0, production 2


class _Strict(TreeBuilder):
    """Builds a tree of a document that declares nothing."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise ParseError(f"it declares a document type ({name}, {pubid}, {system})")


def parsed(raw: bytes, *, file: str, remedy: str) -> Element:
    """Read a document.

    Parameters
    ----------
    raw
        What the file holds.
    file, remedy
        Its name, and what somebody can do, for what is said of it.

    Raises
    ------
    FileNotUnderstood
        It cannot be read, or declares a document type.
    """
    parser = XMLParser(target=_Strict())  # noqa: S314 _Strict lets no document type by, and so no entity
    try:
        parser.feed(raw)
        tree: Element = parser.close()
    except (ParseError, ValueError, LookupError) as problem:
        raise FileNotUnderstood(
            f"it is not XML that can be read: {problem}", file=file, remedy=remedy
        ) from problem
    return tree


def local_name(element: Element) -> str:
    """Give an element's name without its namespace: not every program writes one."""
    return element.tag.rpartition("}")[2]


def xml_text(text: str) -> str:
    """Put U+FFFD for each character that XML 1.0 cannot hold."""
    return _NOT_XML.sub("\ufffd", text)

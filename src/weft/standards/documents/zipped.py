"""What do the words of a DOCX or an ODT say?

Both are a zip with XML in it. Only the one member with the text is unpacked, up to a
limit; a macro is never unpacked at all.
"""

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element

from weft.commons.strict_xml import local_name, parsed
from weft.standards.documents.values import Document, refused

MOST_XML = 40_000_000
"""Bytes of the text, unpacked: 300 pages of a transcript have under a tenth of it."""
MOST_MEMBERS = 5_000
WORD, OPEN = "word/document.xml", "content.xml"
AGAIN = "Save it again from the program it comes from, or paste the words."
_MACROS = ("vbaproject.bin", "basic/", "scripts/")


def zipped(raw: bytes, *, file: str) -> Document:
    """Read the words of a DOCX or an ODT.

    Raises
    ------
    FileNotUnderstood
        It is another zip, damaged, locked, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(BytesIO(raw)) as box:
            names = box.namelist()[:MOST_MEMBERS]
            member = next((one for one in (WORD, OPEN) if one in names), None)
            if member is None:
                raise refused("this zip is neither DOCX nor ODT", file, AGAIN)
            with box.open(member) as told:
                xml = told.read(MOST_XML + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as problem:
        raise refused("it is damaged", file, AGAIN) from problem
    except (RuntimeError, NotImplementedError) as problem:  # so zipfile says «locked»
        raise refused("it is locked, or packed in an odd way", file, AGAIN) from problem
    if len(xml) > MOST_XML:
        raise refused(
            "it unpacks to more words than any meeting has",
            file,
            "Do not open it, unless you know who made it.",
        )
    root = parsed(xml, file=file, remedy=AGAIN)
    unread: Counter[str] = Counter()
    if any(mark in name.lower() for name in names for mark in _MACROS):
        unread["macro"] += 1
    read = _word if member == WORD else _open
    text = "".join(read(root, unread)).strip("\n")
    if not text.strip():
        raise refused("there are no words in it", file, "Is it a picture of words?")
    return Document(text=f"{text}\n", unread=dict(unread))


_WORD_UNREAD = {
    "drawing": "picture or drawing",
    "pict": "picture or drawing",
    "object": "thing of another program",
    "del": "stretch that was struck out",
    "footnoteReference": "footnote",
    "endnoteReference": "footnote",
    "commentReference": "comment",
}
_WORD_SKIPPED = frozenset({"Fallback", "del", "object"})
_WORD_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def _word(root: Element, unread: Counter[str]) -> Iterator[str]:
    """Give the words of WordprocessingML, a line for each paragraph."""
    for one in _elements(root, _WORD_SKIPPED):
        name = local_name(one)
        if name in _WORD_UNREAD:
            unread[_WORD_UNREAD[name]] += 1
        elif name == "p":
            yield "\n"
        elif name == "t":
            yield one.text or ""
        elif name in _WORD_SIGNS:
            yield _WORD_SIGNS[name]


def _elements(root: Element, skipped: frozenset[str]) -> Iterator[Element]:
    """Go through a tree in its order without recursion: a bomb may be deep."""
    waiting = [root]
    while waiting:
        one = waiting.pop()
        yield one
        if local_name(one) not in skipped and not _defines_tabs(one):
            waiting.extend(reversed(one))


def _defines_tabs(one: Element) -> bool:
    """Tell where tab stops are set: a «tab» there is no sign in the text."""
    return local_name(one) in {"tabs", "sectPr"}


_OPEN_UNREAD = {
    "image": "picture or drawing",
    "object": "thing of another program",
    "annotation": "comment",
    "note": "footnote",
    "tracked-changes": "list of what was struck out",
}
_OPEN_SKIPPED = frozenset({"annotation", "note", "tracked-changes", "object", "image"})
_OPEN_LINES = frozenset({"p", "h"})
_MOST_BLANKS = 1_000


def _open(root: Element, unread: Counter[str]) -> Iterator[str]:
    """Give the words of OpenDocument, a line for each paragraph or heading."""
    body = next((one for one in root.iter() if local_name(one) == "body"), root)
    waiting: list[Element | str] = [body]
    within = 0
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            if one == _END:
                within -= 1
            elif within:
                yield one
            continue
        name = local_name(one)
        if name in _OPEN_UNREAD:
            unread[_OPEN_UNREAD[name]] += 1
        if name in _OPEN_LINES:
            yield "\n"
            within += 1
            waiting.append(_END)
        yield _open_sign(one, name)
        if name in _OPEN_SKIPPED:
            continue
        inside: list[Element | str] = [one.text or ""]
        for child in one:
            inside += [child, child.tail or ""]
        waiting.extend(reversed(inside))


_END = "\x00end"  # no XML can hold it


def _open_sign(one: Element, name: str) -> str:
    """Give the blanks and line ends that OpenDocument writes as elements."""
    if name == "s":
        told = next((v for k, v in one.attrib.items() if k.endswith("}c")), "1")
        return " " * min(int(told) if told.isdecimal() else 1, _MOST_BLANKS)
    return {"tab": "\t", "line-break": "\n"}.get(name, "")

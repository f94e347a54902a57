"""How is a text read whose encoding nobody wrote down?"""

import codecs

from weft.commons.files.opening import WINDOWS
from weft.standards.documents.values import refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BARE_UTF16 = ("utf-16-le", "utf-16-be")
_MANY = 0.3
_LOOK_AT = 4096
NOT_TEXT = "this is no text"


def plain(raw: bytes, *, file: str) -> str:
    """Read a text by its byte-order mark, else as UTF-8, else as Windows-1252.

    Raises
    ------
    FileNotUnderstood
        It is in none of these.
    """
    text = _decoded(raw)
    if text is None or "\x00" in text:
        raise refused(NOT_TEXT, file, "Save it as plain text in UTF-8.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(raw: bytes) -> str | None:
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    try:
        if encoding:
            return raw.decode(encoding)
        if bare := _bare_utf16(raw[:_LOOK_AT]):
            return raw.decode(bare)
    except UnicodeDecodeError:
        return None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("utf-8", WINDOWS)


def _bare_utf16(first: bytes) -> str | None:
    """Tell UTF-16 without a mark: in European text every other byte is nothing."""
    halves = (first[1::2].count(0), first[0::2].count(0))
    for nothing, name in zip(halves, _BARE_UTF16, strict=True):
        if nothing > len(first) // 2 * _MANY:
            return name
    return None

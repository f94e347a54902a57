"""Which kind of file is this, by what is in it?"""

from weft.standards.documents.pdf import pdf
from weft.standards.documents.plain import plain
from weft.standards.documents.values import Document, refused
from weft.standards.documents.webvtt import is_webvtt, webvtt
from weft.standards.documents.zipped import zipped

SAVE_AS = "Save it as DOCX, ODT, PDF or plain text, or paste the words."
AS_PICTURE = "Put it in as a picture."
FIRST = 1024
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"II*\x00", b"MM\x00*")
_KNOWN = (
    (b"\xd0\xcf\x11\xe0", "this is an old Word file (.doc)"),
    (b"{\\rtf", "this is RTF"),
    (b"\x1f\x8b", "this is a packed file"),
    (b"Rar!", "this is a packed file"),
    (b"7z\xbc\xaf", "this is a packed file"),
)
_MARKUP = (
    (b"<svg", "this is a drawing in code (SVG), which can hold programs"),
    (b"<html", "this is a web page"),
    (b"<!doctype html", "this is a web page"),
)


def read(raw: bytes, *, file: str) -> Document:
    """Read the words of a file.

    Parameters
    ----------
    raw
        What it holds: DOCX (ECMA-376 part 1), ODT (ISO/IEC 26300), PDF, WebVTT (W3C),
        Markdown or plain text in UTF-8, UTF-16, UTF-32 or Windows-1252.
    file
        Its name, for what is said of it.

    Raises
    ------
    FileNotUnderstood
        It is of another kind, damaged, locked, too large when unpacked, or has no
        words; the message says what to do.
    """
    if not raw.strip():
        raise refused("the file is empty", file, "Look whether it is the right one.")
    first = raw[:FIRST].removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"%PDF-" in raw[:FIRST]:
        return pdf(raw, file=file)
    if raw.startswith(b"PK\x03\x04"):
        return zipped(raw, file=file)
    if first.startswith(_PICTURES) or first[4:8] == b"ftyp":
        raise refused("this is a picture or a recording", file, AS_PICTURE)
    _refuse_known(first, file)
    text = plain(raw, file=file)
    return webvtt(text, file=file) if is_webvtt(text) else Document(text=text)


def _refuse_known(first: bytes, file: str) -> None:
    """Refuse what is no text, though it may be read as one."""
    for start, said in _KNOWN:
        if first.startswith(start):
            raise refused(said, file, SAVE_AS)
    low = first.lower()
    for mark, said in _MARKUP:
        if low.startswith(mark) or (low.startswith(b"<?xml") and mark in low):
            raise refused(said, file, SAVE_AS)

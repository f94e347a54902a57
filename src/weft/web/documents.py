"""Which of our own documents can be read on the site, and how do they become a page?

Methods and data cards are written as Markdown beside the code that they describe
and are tested against it; a reader of the site gets the same text. Only the little
Markdown that we write is read here: headings, paragraphs, lists, tables, quotes,
code and links. Everything else is text, and text is escaped.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from markupsafe import Markup, escape

from weft.commons.errors import NotFound

SHELVES = {
    "methods": "How we reckon",
    "data": "Where our data come from",
    "guides": "How you can help",
}
_INLINE = re.compile(
    r"`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*|(?<!\w)\*(?P<em>[^*\s][^*]*)\*(?!\w)"
    r"|\[(?P<words>[^\]]+)\]\((?P<href>[^)\s]+)\)|<(?P<bare>https?://[^>\s]+)>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One page of ours."""

    shelf: str
    name: str
    title: str
    body: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Spine:
    """What one sees of a document on its shelf."""

    shelf: str
    name: str
    title: str


def folder(shelf: str) -> Path:
    """Find where a shelf's documents lie."""
    return Path(settings.ROOT) / "docs" / shelf


def spines(shelf: str) -> tuple[Spine, ...]:
    """List the documents of a shelf by their titles."""
    files = sorted(folder(shelf).glob("*.md"))
    return tuple(
        Spine(shelf=shelf, name=file.stem, title=_title(file.read_text()) or file.stem)
        for file in files
        if file.stem != "README"
    )


def document(shelf: str, name: str) -> Document:
    """Read one document; names are looked up, never joined into a path."""
    found = {file.stem: file for file in folder(shelf).glob("*.md")}.get(name)
    if shelf not in SHELVES or found is None:
        raise NotFound(f"there is no document «{name}» here")
    text = found.read_text()
    return Document(
        shelf=shelf,
        name=name,
        title=_title(text) or name,
        body=as_markup(text, follow=lambda href: _follow(shelf, href)),
    )


def _title(text: str) -> str:
    """Take the first heading, without its marks."""
    first = re.search(r"^#\s+(.+)$", text, re.MULTILINE)
    return re.sub(r"[`*]", "", first[1]).strip() if first else ""


def _follow(shelf: str, href: str) -> str:
    """Say where a link among our documents leads on the site, or ""."""
    if re.match(r"https?://", href):
        return href
    to = re.fullmatch(r"(?:\.\./(?P<shelf>\w+)/)?(?P<name>[\w.-]+)\.md(?:#.*)?", href)
    if to is None or (to["shelf"] or shelf) not in SHELVES:
        return ""
    return f"/open/{to['shelf'] or shelf}/{to['name']}"


Follow = Callable[[str], str]


def as_markup(text: str, *, follow: Follow) -> Markup:
    """Make a page's body of Markdown, its first heading apart."""
    body = re.sub(r"\A\s*#\s+.+\n", "", text)
    return Markup("\n").join(_block(block, follow) for block in _blocks(body))


def _blocks(text: str) -> Iterator[list[str]]:
    """Cut a text into blocks at empty lines, code kept whole."""
    block: list[str] = []
    fenced = False
    for line in text.splitlines():
        fence = line.startswith("```")
        alone = not fenced and (not line.strip() or line.startswith("#") or fence)
        if alone and block:
            yield block
            block = []
        if line.strip() or fenced:
            block.append(line)
        if (fence and fenced) or (line.startswith("#") and not fenced):
            yield block
            block = []
        fenced ^= fence
    if block:
        yield block


def _block(lines: list[str], follow: Follow) -> Markup:
    """Draw one block."""
    first = lines[0]
    if first.startswith("```"):
        return Markup("<pre><code>{}</code></pre>").format("\n".join(lines[1:-1]))
    if first.startswith("#"):
        return _heading(first, follow)
    if first.lstrip().startswith("|"):
        return _table(lines, follow)
    if re.match(r"\s*(?:[-*]|\d+\.)\s", first):
        return _list(lines, follow)
    if first.startswith(">"):
        said = " ".join(line.lstrip("> ") for line in lines)
        return Markup("<blockquote>{}</blockquote>").format(_inline(said, follow))
    return Markup("<p>{}</p>").format(_inline(" ".join(lines), follow))


def _heading(line: str, follow: Follow) -> Markup:
    """Draw a heading; the page's own title is the first, so these begin below."""
    marks, _, words = line.partition(" ")
    level = min(max(len(marks), 2), 4)
    return Markup("<h{0}>{1}</h{0}>").format(level, _inline(words, follow))


def _list(lines: list[str], follow: Follow) -> Markup:
    """Draw a list; a line that begins no entry belongs to the one before."""
    entries: list[str] = []
    for line in lines:
        begins = re.match(r"\s*(?:[-*]|\d+\.)\s+(.*)", line)
        if begins or not entries:
            entries.append(begins[1] if begins else line)
        else:
            entries[-1] += " " + line.strip()
    kind = "ol" if re.match(r"\s*\d+\.", lines[0]) else "ul"
    inside = Markup("").join(
        Markup("<li>{}</li>").format(_inline(entry, follow)) for entry in entries
    )
    return Markup("<{0}>{1}</{0}>").format(kind, inside)


def _table(lines: list[str], follow: Follow) -> Markup:
    """Draw a table; its second line only rules off the head."""
    rows = [[cell.strip() for cell in _cells(line)] for line in lines]
    has_head = len(rows) > 1 and all(re.fullmatch(r":?-+:?", cell) for cell in rows[1])
    head, body = (rows[:1], rows[2:]) if has_head else ([], rows)
    return Markup(
        '<div class="w-table" tabindex="0" role="region" aria-label="Table">'
        '<table class="nhsuk-table">{}{}</table></div>'
    ).format(
        Markup("").join(_row(row, "th", follow) for row in head),
        Markup("").join(_row(row, "td", follow) for row in body),
    )


def _cells(line: str) -> list[str]:
    """Cut a table's line at its bars, not at those inside code."""
    return re.split(r"\|(?=(?:[^`]*`[^`]*`)*[^`]*$)", line.strip().strip("|"))


def _row(cells: list[str], tag: str, follow: Follow) -> Markup:
    """Draw one row."""
    inside = Markup("").join(_cell(cell, tag, follow) for cell in cells)
    return Markup("<tr>{}</tr>").format(inside)


def _cell(text: str, tag: str, follow: Follow) -> Markup:
    """Draw one cell; a corner with nothing in it heads nothing."""
    heads = tag == "th" and text != ""
    return Markup('<{0} class="nhsuk-table__{1}">{2}</{0}>').format(
        "th" if heads else "td", "header" if heads else "cell", _inline(text, follow)
    )


def _inline(text: str, follow: Follow) -> Markup:
    """Draw what stands inside a line."""
    out, at = Markup(""), 0
    for found in _INLINE.finditer(text):
        out += escape(text[at : found.start()]) + _mark(found, follow)
        at = found.end()
    return out + escape(text[at:])


def _mark(found: re.Match[str], follow: Follow) -> Markup:
    """Draw one piece of code, strong or slanted words, or a link."""
    if found["code"]:
        return Markup("<code>{}</code>").format(found["code"])
    if found["strong"]:
        return Markup("<strong>{}</strong>").format(_inline(found["strong"], follow))
    if found["em"]:
        return Markup("<em>{}</em>").format(_inline(found["em"], follow))
    words = found["words"] or found["bare"]
    address = follow(found["href"] or found["bare"])
    if not address:
        return _inline(words, follow) if found["words"] else escape(words)
    return Markup('<a href="{}" rel="noreferrer">{}</a>').format(address, words)

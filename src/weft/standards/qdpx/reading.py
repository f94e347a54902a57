"""How is another program's project read?

Programs differ: where texts lie (``Sources`` or ``sources``, named with ``internal://``
or without), how they count positions (``dialects``), and what else they put in. What is
not read is counted by its name.
"""

import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree.ElementTree import Element

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import members, read_bytes_safely
from weft.commons.strict_xml import local_name, parsed
from weft.standards.qdpx.dialects import STANDARD, Fit, fits, places, plain
from weft.standards.qdpx.elements import (
    codings_of,
    described,
    ends_of,
    everywhere,
    guid_of,
    number,
    selection,
    target_of,
    within,
)
from weft.standards.qdpx.values import (
    Case,
    Code,
    CodeSet,
    Note,
    PictureSelection,
    PictureSource,
    Project,
    TextSource,
    User,
)

INTERNAL = "internal://"
MOST_BYTES = 50_000_000
"""Of one text, unpacked: a transcript of a thousand pages has a tenth of it."""
REMEDY = "Save it again as REFI-QDA from the program it comes from."


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A project, and how sure we are of it.

    ``unread`` counts what was found and not taken, by its name in the file.
    """

    project: Project
    fit: Fit
    unread: Mapping[str, int]


def read(path: Path) -> Read:
    """Read a project (``.qdpx``).

    Raises
    ------
    FileNotUnderstood
        It is no zip with one ``.qde`` in it, or that is no project.
    """
    qde = [name for name in members(path) if name.lower().endswith(".qde")]
    if len(qde) != 1:
        raise _wrong("there is no project.qde in it", path.name)
    root = _root(read_bytes_safely(path, member=qde[0]), "Project", path.name)
    return _Reading(path, root).read()


def read_codebook(path: Path) -> tuple[tuple[Code, ...], tuple[CodeSet, ...]]:
    """Read codes alone (``.qdc``).

    Raises
    ------
    FileNotUnderstood
        It is no codebook.
    """
    root = _root(read_bytes_safely(path), "CodeBook", path.name)
    return tuple(_codes(root)), tuple(_sets(root))


def _root(raw: bytes, name: str, file: str) -> Element:
    root = parsed(raw, file=file, remedy=REMEDY)
    if local_name(root) != name:
        raise _wrong(f"it is no {name} but a {local_name(root)}", file)
    return root


def _wrong(problem: str, file: str) -> FileNotUnderstood:
    return FileNotUnderstood(problem, file=file, remedy=REMEDY)


class _Reading:
    """One project on its way in."""

    def __init__(self, path: Path, root: Element) -> None:
        self.path, self.root = path, root
        self.unread: Counter[str] = Counter()
        folder = {Path(name).name.lower(): name for name in members(path)}
        self.files = {name: told for name, told in folder.items() if "." in name}

    def read(self) -> Read:
        sources = [
            (told, self._text(told)) for told in everywhere(self.root, "TextSource")
        ]
        found = fits(
            (raw, [ends_of(one) for one in within(told, "PlainTextSelection")])
            for told, raw in sources
        )
        kept = self.root.get("origin", "") in KEEP_THE_STANDARD
        best = next(fit for fit in found if fit.dialect == STANDARD or not kept)
        project = Project(
            name=self.root.get("name", ""),
            origin=self.root.get("origin", ""),
            description=described(self.root),
            users=tuple(
                User(guid=guid_of(one), name=one.get("name", ""))
                for one in everywhere(self.root, "User")
            ),
            codes=tuple(_codes(self.root)),
            cases=tuple(_case(one) for one in everywhere(self.root, "Case")),
            sources=tuple(self._source(told, raw, best) for told, raw in sources),
            pictures=tuple(self._pictures()),
            notes=tuple(
                Note(
                    guid=guid_of(one),
                    name=one.get("name", ""),
                    text=plain(self._text(one)),
                    description=described(one),
                )
                for one in everywhere(self.root, "Note")
            ),
            sets=tuple(_sets(self.root)),
        )
        self._count_the_rest()
        return Read(project=project, fit=best, unread=dict(self.unread))

    def _text(self, told: Element) -> str:
        """Give a text as its file holds it; a file that is not there is counted."""
        inside = next(within(told, "PlainTextContent"), None)
        if inside is not None:
            return inside.text or ""
        named = told.get("plainTextPath", "").removeprefix(INTERNAL)
        member = self.files.get(Path(named.replace("\\", "/")).name.lower())
        if member is None:
            self.unread["text that is not in the file"] += 1
            return ""
        raw = self._member(member)
        try:
            return raw.decode("utf-16" if raw[:2] in UTF16 else "utf-8")
        except UnicodeDecodeError:
            self.unread["text that is neither UTF-8 nor UTF-16"] += 1
            return ""

    def _member(self, name: str) -> bytes:
        """Read a text of the zip; it may be empty, or a web page, as any text may."""
        with zipfile.ZipFile(self.path) as box, box.open(name) as file:
            raw = file.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            raise _wrong(f"{name} is too large to be a text", self.path.name)
        return raw

    def _source(self, told: Element, raw: str, fit: Fit) -> TextSource:
        where = places(raw, fit.dialect)
        selections = []
        for one in within(told, "PlainTextSelection"):
            start, end = ends_of(one)
            if not 0 <= start < end < len(where) or where[start] == where[end]:
                self.unread["selection outside its text"] += 1
                continue
            selections.append(selection(one, where[start], where[end]))
        return TextSource(
            guid=guid_of(told),
            name=told.get("name", ""),
            text=plain(raw),
            description=described(told),
            selections=tuple(selections),
        )

    def _pictures(self) -> Iterator[PictureSource]:
        """Give the pictures whose files are there; the others are counted."""
        for told in everywhere(self.root, "PictureSource"):
            named = told.get("path", "").removeprefix(INTERNAL)
            path = Path(named.replace("\\", "/"))
            member = self.files.get(path.name.lower())
            if member is None:
                self.unread["picture that is not in the file"] += 1
                continue
            yield PictureSource(
                guid=guid_of(told),
                name=told.get("name", ""),
                raw=self._member(member),
                end=path.suffix.lower(),
                description=described(told),
                selections=tuple(self._parts(told)),
            )

    def _parts(self, told: Element) -> Iterator[PictureSelection]:
        for one in within(told, "PictureSelection"):
            corners = [number(one, name) for name in CORNERS]
            if None in corners:
                self.unread["part of a picture without its corners"] += 1
                continue
            left, top, right, bottom = (corner or 0 for corner in corners)
            yield PictureSelection(
                guid=guid_of(one),
                left=min(left, right),
                top=min(top, bottom),
                right=max(left, right),
                bottom=max(top, bottom),
                name=one.get("name", ""),
                description=described(one),
                user=one.get("creatingUser", "").strip("{}").lower(),
                codings=codings_of(one),
                notes=tuple(target_of(ref) for ref in within(one, "NoteRef")),
            )

    def _count_the_rest(self) -> None:
        """Count what a project may hold and we do not read."""
        for element in self.root.iter():
            name = local_name(element)
            if name in NOT_READ:
                self.unread[name] += 1


KEEP_THE_STANDARD = frozenset({"Weft"})
"""Programs that are known to count as the standard says: nothing is tried on theirs."""
NOT_READ = frozenset(
    {
        *("PDFSource", "AudioSource", "VideoSource"),
        *("Variable", "VariableValue", "Link", "Graph"),
        *("MemberSource", "MemberNote", "SourceRef"),
    }
)
CORNERS = ("firstX", "firstY", "secondX", "secondY")
UTF16 = (b"\xff\xfe", b"\xfe\xff")


def _codes(root: Element) -> Iterator[Code]:
    for top in everywhere(root, "Codes"):
        yield from _branch(top, "")


def _branch(parent: Element, above: str) -> Iterator[Code]:
    for one in within(parent, "Code"):
        code = Code(
            guid=guid_of(one),
            name=one.get("name", ""),
            description=described(one),
            codable=one.get("isCodable", "true") not in {"false", "0"},
            color=one.get("color", ""),
        )
        yield replace(code, parent=above)
        yield from _branch(one, code.guid)


def _case(one: Element) -> Case:
    return Case(
        guid=guid_of(one),
        name=one.get("name", ""),
        description=described(one),
        selections=tuple(target_of(ref) for ref in within(one, "SelectionRef")),
    )


def _sets(root: Element) -> Iterator[CodeSet]:
    for one in everywhere(root, "Set"):
        yield CodeSet(
            guid=guid_of(one),
            name=one.get("name", ""),
            description=described(one),
            codes=tuple(target_of(ref) for ref in within(one, "MemberCode")),
        )

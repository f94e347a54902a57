"""How is a project written, so that every program that keeps the standard reads it?

Positions are code points, line ends one character, no byte-order mark: the standard's
own way. The same project gives the same bytes.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from weft.commons.strict_xml import xml_text
from weft.standards.qdpx.values import (
    Code,
    CodeSet,
    PictureSelection,
    PictureSource,
    Project,
    Selection,
    TextSource,
)

PROJECT = "urn:QDA-XML:project:1.0"
CODEBOOK = "urn:QDA-XML:codebook:1.0"
ZIP_DATE = (2019, 3, 18, 0, 0, 0)  # of the schemas: a file's clock tells nothing


def write(project: Project) -> bytes:
    """Write a project (``.qdpx``)."""
    root = Element("Project", {"xmlns": PROJECT, "name": xml_text(project.name)})
    if project.origin:
        root.set("origin", xml_text(project.origin))
    if project.users:
        users = SubElement(root, "Users")
        for user in project.users:
            SubElement(users, "User", {"guid": user.guid, "name": xml_text(user.name)})
    if project.codes:
        _codes(SubElement(root, "CodeBook"), project.codes)
    _cases(root, project)
    if project.sources or project.pictures:
        sources = SubElement(root, "Sources")
        for source in project.sources:
            _source(sources, source)
        for picture in project.pictures:
            _picture(sources, picture)
    _notes(root, project)
    _sets(root, project.sets, member="targetGUID")
    _description(root, project.description)
    return _zipped(
        [
            ("project.qde", _xml(root).encode()),
            *(
                (f"Sources/{one.guid}.txt", one.text.encode())
                for one in project.sources
            ),
            *((f"Sources/{one.guid}{one.end}", one.raw) for one in project.pictures),
        ]
    )


def write_codebook(
    codes: Sequence[Code], sets: Sequence[CodeSet] = (), *, origin: str = ""
) -> bytes:
    """Write codes alone (``.qdc``)."""
    root = Element("CodeBook", {"xmlns": CODEBOOK})
    if origin:
        root.set("origin", xml_text(origin))
    _codes(root, codes)
    _sets(root, sets, member="guid")
    return _xml(root).encode()


def _codes(parent: Element, codes: Sequence[Code]) -> None:
    """Write the tree; a code stands within the one above it."""
    top = SubElement(parent, "Codes")
    under: dict[str, list[Code]] = {}
    known = {code.guid for code in codes}
    for code in codes:
        under.setdefault(code.parent if code.parent in known else "", []).append(code)
    _branch(top, "", under)


def _branch(parent: Element, above: str, under: dict[str, list[Code]]) -> None:
    for code in under.get(above, ()):
        told = {
            "guid": code.guid,
            "name": xml_text(code.name),
            "isCodable": "true" if code.codable else "false",
        }
        if code.color:
            told["color"] = code.color
        element = SubElement(parent, "Code", told)
        _description(element, code.description)
        _branch(element, code.guid, under)


def _cases(root: Element, project: Project) -> None:
    if not project.cases:
        return
    cases = SubElement(root, "Cases")
    for case in project.cases:
        told = {"guid": case.guid, "name": xml_text(case.name)}
        element = SubElement(cases, "Case", told)
        _description(element, case.description)
        for guid in case.selections:
            SubElement(element, "SelectionRef", {"targetGUID": guid})


def _source(parent: Element, source: TextSource) -> None:
    told = {
        "guid": source.guid,
        "name": xml_text(source.name),
        "plainTextPath": f"internal://{source.guid}.txt",
    }
    element = SubElement(parent, "TextSource", told)
    _description(element, source.description)
    for one in source.selections:
        _selection(element, one)


def _selection(parent: Element, one: Selection) -> None:
    told = {
        "guid": one.guid,
        "name": xml_text(one.name),
        "startPosition": str(one.start),
        "endPosition": str(one.end),
    }
    if one.user:
        told["creatingUser"] = one.user
    _put(SubElement(parent, "PlainTextSelection", told), one)


def _picture(parent: Element, source: PictureSource) -> None:
    told = {
        "guid": source.guid,
        "name": xml_text(source.name),
        "path": f"internal://{source.guid}{source.end}",
    }
    element = SubElement(parent, "PictureSource", told)
    _description(element, source.description)
    for one in source.selections:
        corners = {
            "firstX": str(one.left),
            "firstY": str(one.top),
            "secondX": str(one.right),
            "secondY": str(one.bottom),
        }
        by = {"creatingUser": one.user} if one.user else {}
        named = {"guid": one.guid, "name": xml_text(one.name)}
        part = SubElement(element, "PictureSelection", {**named, **corners, **by})
        _description(part, one.description)
        _put(part, one)


def _put(element: Element, one: Selection | PictureSelection) -> None:
    """Write what is put to a selection: codes and notes."""
    for coding in one.codings:
        by = {"creatingUser": coding.user} if coding.user else {}
        put = SubElement(element, "Coding", {"guid": coding.guid, **by})
        SubElement(put, "CodeRef", {"targetGUID": coding.code})
    for guid in one.notes:
        SubElement(element, "NoteRef", {"targetGUID": guid})


def _notes(root: Element, project: Project) -> None:
    if not project.notes:
        return
    notes = SubElement(root, "Notes")
    for note in project.notes:
        told = {"guid": note.guid, "name": xml_text(note.name)}
        element = SubElement(notes, "Note", told)
        _description(element, note.description)
        SubElement(element, "PlainTextContent").text = xml_text(note.text)


def _sets(root: Element, sets: Iterable[CodeSet], *, member: str) -> None:
    told = list(sets)
    if not told:
        return
    parent = SubElement(root, "Sets")
    for one in told:
        element = SubElement(
            parent, "Set", {"guid": one.guid, "name": xml_text(one.name)}
        )
        _description(element, one.description)
        for guid in one.codes:
            SubElement(element, "MemberCode", {member: guid})


def _description(parent: Element, words: str) -> None:
    if words:
        SubElement(parent, "Description").text = xml_text(words)


def _xml(root: Element) -> str:
    head = '<?xml version="1.0" encoding="utf-8"?>\n'
    return f"{head}{tostring(root, encoding='unicode')}\n"


def _zipped(members: Sequence[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        for name, raw in members:
            info = zipfile.ZipInfo(name, ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            box.writestr(info, raw)
    return out.getvalue()

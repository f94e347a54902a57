"""In which forms may a project be taken away, by the end of a file's name?"""

from collections.abc import Callable, Mapping

from weft.commons.errors import NotFound
from weft.standards import qdpx, web_annotation
from weft.voices.domain.told import ProjectTold
from weft.voices.exchange.annotations import as_annotations
from weft.voices.exchange.own import as_json
from weft.voices.exchange.qdpx import ORIGIN, as_qdpx

Written = tuple[bytes, str]


def _own(told: ProjectTold) -> Written:
    return as_json(told).encode(), "application/json"


def _project(told: ProjectTold) -> Written:
    return qdpx.write(as_qdpx(told).project), "application/zip"


def _codebook(told: ProjectTold) -> Written:
    project = as_qdpx(told).project
    raw = qdpx.write_codebook(project.codes, project.sets, origin=ORIGIN)
    return raw, "application/xml"


def _annotations(told: ProjectTold) -> Written:
    return as_annotations(told), web_annotation.MEDIA


FORMS: Mapping[str, Callable[[ProjectTold], Written]] = {
    "json": _own,
    "qdpx": _project,
    "qdc": _codebook,
    "jsonld": _annotations,
}


def written(told: ProjectTold, kind: str) -> Written:
    """Write a project in one of these forms, with its media type.

    Raises
    ------
    NotFound
        There is no such form; or a codebook is asked for and there is no code.
    """
    if kind not in FORMS or (kind == "qdc" and not told.codes):
        raise NotFound(f"A project does not leave as «{kind}».")
    return FORMS[kind](told)

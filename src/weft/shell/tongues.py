"""In which language does somebody want to read a page, and which may they choose?

It is asked for in the address or the form (``?in=ur``) and goes along from page to
page; no cookie keeps it. A deployment may hide what no speaker has checked
(WEFT_UNCHECKED_LANGUAGES). A file of recorded speech that somebody lays into the data
folder, ``speech/ur/ask_first.mp3``, is offered beside the words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest

from weft.commons.tongues import ENGLISH, Tongue, tongues
from weft.shell.site import Language

ASKED = "in"
SOUNDS: Mapping[str, str] = {
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "wav": "audio/wav",
    "webm": "audio/webm",
}
"""Which files of speech are played, and what they are."""


def asked_tongue(request: HttpRequest) -> Tongue:
    """Give the language somebody asked for; English where it is none of ours."""
    fields = request.POST if request.method == "POST" else request.GET
    return tongue_of(fields.get(ASKED, ""))


def tongue_of(code: str) -> Tongue:
    """Give a language by its code, with the speech recorded for it."""
    found = tongues().get(code)
    if found is None or not _may_be_shown(found):
        return tongues()[ENGLISH]
    return replace(found, sounds=_recorded(found))


def offered(codes: Iterable[str]) -> tuple[Tongue, ...]:
    """List in which of some spoken languages one can read, each in each of its scripts.

    Parameters
    ----------
    codes
        What is spoken in a region: «pa» is written in two scripts.
    """
    return tuple(
        one
        for code in codes
        for one in tongues().values()
        if one.speaks == code and _may_be_shown(one)
    )


def as_language(tongue: Tongue, address: str = "") -> Language:
    """Name a language as the layout does."""
    return Language(
        code=tongue.code,
        address=address,
        named=tongue.own.name,
        runs=tongue.own.direction,
    )


def in_tongue(address: str, tongue: Tongue) -> str:
    """Give an address in which the language goes along."""
    if tongue.is_english:
        return address
    joint = "&" if "?" in address else "?"
    return f"{address}{joint}{urlencode({ASKED: tongue.code})}"


def speech(code: str, name: str) -> Path | None:
    """Find a file of recorded speech by its name; None for any that is no string."""
    key, _, kind = name.rpartition(".")
    tongue = tongues().get(code)
    if tongue is None or key not in tongue.own.words or kind not in SOUNDS:
        return None
    return _folder(code) / name


def _may_be_shown(one: Tongue) -> bool:
    return one.is_checked or settings.UNCHECKED_LANGUAGES


def _folder(code: str) -> Path:
    return Path(settings.DATA_DIR) / "speech" / code


def _recorded(one: Tongue) -> Mapping[str, str]:
    """List what somebody has recorded, by key."""
    folder = _folder(one.code)
    if not folder.is_dir():
        return {}
    return {
        file.stem: f"/languages/{one.code}/speech/{file.name}"
        for file in sorted(folder.iterdir())
        if speech(one.code, file.name) is not None
    }

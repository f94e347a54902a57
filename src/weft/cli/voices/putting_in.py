"""How do files of words and pictures get into a project by typing?"""

import argparse
from pathlib import Path

from weft.accounts.actors import Actor
from weft.commons.errors import NotPossible
from weft.commons.files import LONGEST_KEPT, picture_from, read_bytes_safely
from weft.commons.saying import counted, listed
from weft.standards.documents import read
from weft.voices.domain.kinds import SourceKind
from weft.voices.domain.unread import left_out_said
from weft.voices.queries.telling_room import workshops_of
from weft.voices.services import holding, picturing, recording

BY = Actor.command("voices")
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".svg"})
MOST_BYTES = 10_000_000
LOOK = (
    "{name}: look at it first. Where nobody can be known in it, say --nobody-in-it; "
    "else put it in by the project's link, where each who is in it says yes."
)


def the_workshop(key: str, ref: str) -> str:
    """Say at which workshop of a project: the one that is named, or the only one.

    Raises
    ------
    NotPossible
        There is none, or several and none is named.
    """
    known = workshops_of(key)
    if ref in known:
        return ref
    if len(known) == 1 and not ref:
        return next(iter(known))
    if not known:
        raise NotPossible("Tell of a workshop first, by the project's link.")
    there = listed([f"{one} ({name})" for one, name in known.items()], joint="or")
    raise NotPossible(f"At which workshop? --workshop REF: {there}.")


def put_in(file: Path, args: argparse.Namespace, *, key: str, workshop: str) -> str:
    """Put one file into a project, and say what was done and what was not read.

    Raises
    ------
    FileNotUnderstood, NotPossible
        It cannot be read; or it is a picture in which somebody may be known.
    """
    raw = read_bytes_safely(file, most_bytes=MOST_BYTES)
    if file.suffix.lower() in PICTURES:
        return _picture(file, raw, args, key=key, workshop=workshop)
    found = read(raw, file=file.name)
    left_out = left_out_said(found.unread)
    put = holding.Put(workshop=workshop, name=file.stem[:200], left_out=left_out)
    if found.turns:
        recording.add_recording(
            by=BY,
            project=key,
            put=put,
            turns=found.turns,
            with_names=args.with_names,
        )
        done = counted(len(found.turns), "turn", "turns")
    else:
        holding.add_words(
            by=BY, project=key, put=put, text=found.text, kind=SourceKind.TEXT
        )
        done = f"{len(found.text):,} letters"
    unread = f" Not read: {listed(left_out)}." if left_out else ""
    return f"{file.name}: {done} put in.{unread}"


def _picture(
    file: Path, raw: bytes, args: argparse.Namespace, *, key: str, workshop: str
) -> str:
    photograph = picture_from(raw, longest=LONGEST_KEPT)
    if not args.nobody_in_it:
        raise NotPossible(LOOK.format(name=file.name))
    picturing.add_picture(
        by=BY,
        project=key,
        put=holding.Put(workshop=workshop, name=file.stem[:200]),
        told=picturing.PictureGiven(photograph=photograph),
    )
    return f"{file.name}: a picture put in, without where and when it was taken."

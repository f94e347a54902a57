"""How does a transcript with times become passages, each with its voice?

Programs write people's own names into such files. Unless somebody asks for them, each
voice gets a name that is not theirs: «Voice 1».
"""

from collections.abc import Sequence

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotPossible
from weft.standards.documents import Turn
from weft.voices.domain.anchors import TimeSpan
from weft.voices.domain.finding import fresh_refs
from weft.voices.domain.kinds import SourceKind, SpeakerKind
from weft.voices.domain.places_kept import kept
from weft.voices.models import Passage, Project, Source, Speaker
from weft.voices.services.holding import (
    Put,
    keep_once,
    new_source,
    project_held,
    room_held,
    sent_before,
)
from weft.voices.services.rows import that_fit
from weft.voices.services.sense import next_number

MOST_TURNS = 20_000
"""A day of talk has about ten thousand."""


@transaction.atomic
def add_recording(
    *,
    by: Actor,
    project: str,
    put: Put,
    turns: Sequence[Turn],
    with_names: bool = False,
) -> int:
    """Add a transcript to a workshop, each turn a passage with its time.

    Parameters
    ----------
    by, project, put
        Who, to which project, and where in it.
    turns
        In their order.
    with_names
        Whether voices keep the names that the file has for them.

    Returns
    -------
    int
        By which number it is called from now on.

    Raises
    ------
    NotFound, NotPossible
        There is no such workshop; it is too long.
    """
    held = project_held(project)
    if (before := sent_before(held, put.once)) is not None:
        return before
    if len(turns) > MOST_TURNS:
        raise NotPossible("This is longer than a day of talk. Put it in in parts.")
    room = room_held(held, put.workshop)
    source = new_source(room, put.name.strip() or "A recording", SourceKind.RECORDING)
    source.left_out = list(put.left_out)
    source.save()
    voices = list(dict.fromkeys(turn.voice for turn in turns if turn.voice))
    who = dict(zip(voices, _speakers(held, voices, with_names=with_names), strict=True))
    _take_turns(held, source, turns, who)
    keep_once(held, put.once, source)
    record(by=by, deed="voices.add_recording", subject=f"project:{project}")
    return source.pk


def _speakers(
    held: Project, voices: Sequence[str], *, with_names: bool
) -> list[Speaker]:
    known = {one.name.lower(): one for one in Speaker.objects.filter(project=held)}
    refs = iter(fresh_refs("k", {one.ref for one in known.values()}, len(voices)))
    if with_names:
        names = list(voices)
    else:
        free = (f"Voice {n}" for n in range(1, len(known) + len(voices) + 1))
        names = [one for one in free if one.lower() not in known][: len(voices)]
    found = [
        known.get(name.lower())
        or Speaker(
            project=held, ref=next(refs), kind=SpeakerKind.PERSON, name=name[:100]
        )
        for name in names
    ]
    Speaker.objects.bulk_create(that_fit(one for one in found if one.pk is None))
    return found


def _take_turns(
    held: Project, source: Source, turns: Sequence[Turn], who: dict[str, Speaker]
) -> None:
    passages = Passage.objects.filter(project=held)
    first = next_number(held)
    Project.objects.filter(pk=held.pk).update(last_passage=first + len(turns) - 1)
    taken = set(passages.values_list("ref", flat=True))
    refs = fresh_refs("p", taken, len(turns))
    Passage.objects.bulk_create(
        that_fit(
            Passage(
                project=held,
                source=source,
                number=number,
                ref=ref,
                at=dict(kept(TimeSpan(start_ms=one.start_ms, end_ms=one.end_ms))),
                words=one.words,
                speaker=who.get(one.voice),
            )
            for number, (ref, one) in enumerate(zip(refs, turns, strict=True), first)
        )
    )

"""How does somebody take back what they said?

By the slip that they took home: its code opens what is theirs. The words go out of the
passage, out of the text around it, and out of what its neighbours keep of it; the
passage stays as a count.
"""

from datetime import date

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.codes import fresh_code, hash_of
from weft.accounts.services import record
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain.anchors import PictureRegion, TextSpan
from weft.voices.domain.blanking import blanked, overlapping, quoted_anew
from weft.voices.domain.finding import NO_SUCH_SLIP
from weft.voices.domain.keys import key_of, parts_of
from weft.voices.domain.kinds import Deed
from weft.voices.domain.places_kept import kept, read_again
from weft.voices.models import Claim, Objection, Passage, Question, Source, Speaker
from weft.voices.services.covering import cover_parts, out_of_pictures
from weft.voices.services.losing import lose_words

MOST_WORDS = 1_000
"""Of what somebody says to a claim."""


@transaction.atomic
def give_slip(*, by: Actor, project: str, speaker: str) -> str:
    """Give somebody who spoke a slip, in place of any they had.

    Parameters
    ----------
    by
        Who held the room.
    project
        ``region/slug``.
    speaker
        The ref of a speaker.

    Returns
    -------
    str
        The code, as «abcd-efgh-jkmn-pqrs»; only its hash is kept.

    Raises
    ------
    NotFound
        There is no such speaker.
    """
    region, slug = parts_of(project)
    code = fresh_code()
    given = Speaker.objects.filter(
        project__region=region, project__slug=slug, ref=speaker
    ).update(slip_hash=hash_of(code))
    if not given:
        raise NotFound("There is nobody by that name in this project.")
    record(by=by, deed="voices.give_slip", subject=f"project:{project}")
    return code


@transaction.atomic
def withdraw(*, by: Actor, code: str, today: date) -> int:
    """Take what somebody said out of everything, and keep the count.

    Parameters
    ----------
    by
        Whoever has the slip; nobody knows who.
    code
        As it was typed.
    today
        The day it was taken back.

    Returns
    -------
    int
        How many passages there were.

    Raises
    ------
    NotFound
        No slip has this code.
    """
    speaker = (
        Speaker.objects.select_for_update().filter(slip_hash=hash_of(code)).first()
    )
    if speaker is None:
        raise NotFound(NO_SUCH_SLIP)
    speaker.objections.all().delete()
    theirs = Passage.objects.filter(speaker=speaker, withdrawn_on=None)
    sources = Source.objects.filter(passages__in=theirs).distinct()
    out_of_pictures(speaker, today)
    taken = sum(_take_out(source, speaker, today) for source in sources)
    # a mark that was taken out may hold their words, and must not bring them again
    speaker.project.acts.filter(deed=Deed.UNMARK).update(before={})
    record(
        by=by,
        deed="voices.withdraw",
        subject=f"project {_key(speaker)}",
        details={"passages": taken},
    )
    return taken


@transaction.atomic
def leave_pictures(*, by: Actor, code: str, today: date) -> int:
    """Take somebody out of every picture: «that is not me any more».

    Where somebody marked where they are, that part is painted over; else the whole
    picture goes, and its place stays.

    Returns
    -------
    int
        Out of how many.

    Raises
    ------
    NotFound
        No slip has this code.
    """
    speaker = (
        Speaker.objects.select_for_update().filter(slip_hash=hash_of(code)).first()
    )
    if speaker is None:
        raise NotFound(NO_SUCH_SLIP)
    many = out_of_pictures(speaker, today)
    record(
        by=by,
        deed="voices.leave_pictures",
        subject=f"project {_key(speaker)}",
        details={"pictures": many},
    )
    return many


@transaction.atomic
def object_to(*, by: Actor, code: str, claim: int, words: str, today: date) -> None:
    """Say «that is not what we meant» of a claim that one's words stand behind.

    Parameters
    ----------
    by
        Whoever has the slip; nobody knows who.
    code
        As it was typed.
    claim
        Its number.
    words
        What they say to it; they stand beside the claim.
    today
        The day they say so.

    Raises
    ------
    NotFound, NotPossible
        No slip has this code, or their words stand behind no such claim; nothing is
        said.
    """
    speaker = Speaker.objects.filter(slip_hash=hash_of(code)).first()
    if speaker is None:
        raise NotFound(NO_SUCH_SLIP)
    stands = Claim.objects.filter(
        project=speaker.project_id, number=claim, behind__passage__speaker=speaker
    ).first()
    if stands is None:
        raise NotFound("Your words stand behind no such claim.")
    if not words.strip():
        raise NotPossible("Say in a line what you meant.")
    Objection.objects.create(
        claim=stands,
        speaker=speaker,
        words=words.strip()[:MOST_WORDS],
        said_by=speaker.name,
        said_on=today,
    )
    record(
        by=by,
        deed="voices.object",
        subject=f"project:{_key(speaker)}",
    )


def _key(speaker: Speaker) -> str:
    """Give the key of the project in which somebody spoke."""
    return key_of(speaker.project.region_id, speaker.project.slug)


def _take_out(source: Source, speaker: Speaker, today: date) -> int:
    """Take somebody's words out of one source and out of all that quotes them."""
    passages = list(source.passages.filter(withdrawn_on=None).select_for_update())
    spans = {one.pk: read_again(one.at, one.words) for one in passages}
    theirs = [spans[one.pk] for one in passages if one.speaker_id == speaker.pk]
    places = [at for at in theirs if at is not None]
    source.text = blanked(
        source.text, [at for at in places if isinstance(at, TextSpan)]
    )
    cover_parts(source, [at for at in places if isinstance(at, PictureRegion)], today)
    source.save(update_fields=["text"])
    taken = 0
    for one in passages:
        at = spans[one.pk]
        if one.speaker_id == speaker.pk or overlapping(at, places):
            _empty(one, today)
            taken += 1
        elif isinstance(at, TextSpan):
            one.at = dict(kept(quoted_anew(at, source.text)))
            one.save(update_fields=["at"])
    return taken


def _empty(one: Passage, today: date) -> None:
    """Leave of a passage that there was one, and of statements made of it too."""
    lose_words(one, today)
    one.at, one.words, one.in_english, one.readings = {}, "", "", []
    one.put_by, one.on_behalf_of, one.warning = "", "", ""
    one.choice, one.withdrawn_on = "", today
    one.save()
    for told in (one.works, one.strengths, one.bearings):
        told.all().delete()
    Question.objects.filter(passage=one).delete()
    one.codings.all().delete()  # what it was about would tell what was said
    one.facets.all().delete()

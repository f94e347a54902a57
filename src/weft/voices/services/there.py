"""What is done with those who were there: their link, the draft, what they say to it?

Whoever was in a room reads its words and the draft by the link of that room, which all
of them share, and says «that is not what we meant» without a slip. What they say comes
with a code, so that they alone can take it back.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor, ActorKind
from weft.accounts.codes import fresh_code, hash_of
from weft.accounts.links import Made
from weft.accounts.roles import LinkRole
from weft.accounts.services import record
from weft.accounts.services.linking import made_anew
from weft.accounts.things import Thing
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain.finding import NO_SUCH_SLIP
from weft.voices.domain.keys import key_of
from weft.voices.domain.kinds import Shown
from weft.voices.models import Claim, Objection, Passage, Speaker, Workshop
from weft.voices.services.holding import project_held

ROOM = "workshop"
"""The kind of thing to which the link of a room is bound; its key is the room's own."""
MOST_WORDS, MOST_NAME = 1_000, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class SentTold:
    """When and how those who were there got the draft.

    Attributes
    ----------
    on
        The day; None: it was not sent after all.
    how
        By post, read aloud at the tea room …
    late
        Whether only the claims that were written since are meant.
    """

    on: date | None
    how: str = ""
    late: bool = False


@transaction.atomic
def give_room_link(*, by: Actor, project: str, workshop: str) -> Made:
    """Make the link by which those who were there read and answer.

    Raises
    ------
    NotFound
        There is no such workshop.
    """
    held = project_held(project)
    room = Workshop.objects.filter(project=held, ref=workshop).first()
    if room is None:
        raise NotFound("There is no such workshop.")
    record(by=by, deed="voices.give_room_link", subject=f"project:{project}")
    return made_by(by, Thing(ROOM, str(room.key)))


def made_by(by: Actor, thing: Thing) -> Made:
    """Make a link for others; it goes when the link of whoever made it goes."""
    holder = UUID(by.name) if by.kind is ActorKind.HOLDER else None
    return made_anew(thing, LinkRole.MEMBER, let_in_by=holder)


@transaction.atomic
def note_sent(*, by: Actor, project: str, told: SentTold, today: date) -> None:
    """Note on which day those who were there got the draft: two weeks begin.

    Claims that are written after that day wait until it is noted for them too.

    Raises
    ------
    NotPossible
        The day is to come; or there is no claim to send.
    """
    held = project_held(project)
    if told.on is not None and told.on > today:
        raise NotPossible("Note it when it is sent: that day is to come.")
    claims = Claim.objects.filter(project=held)
    if told.late:
        claims.filter(late=True).update(sent_on=told.on)
    else:
        claims.update(late=False, sent_on=None)
        held.claims_sent_on = told.on
    held.claims_sent_how = told.how.strip() if told.on else ""
    held.save(update_fields=["claims_sent_on", "claims_sent_how"])
    record(by=by, deed="voices.note_sent", subject=f"project:{project}")


@transaction.atomic
def let_choose_first(*, by: Actor, project: str, speaker: str, first: bool) -> None:
    """Keep somebody's words back until they have chosen by their slip; or no more.

    Raises
    ------
    NotFound, NotPossible
        There is nobody by that name; or they have no slip to choose by.
    """
    row = Speaker.objects.filter(project=project_held(project), ref=speaker).first()
    if row is None:
        raise NotFound("There is nobody by that name in this project.")
    if first and row.slip_hash is None:
        raise NotPossible("They have no slip to choose by. Make them one first.")
    row.chooses_first = first
    row.save(update_fields=["chooses_first"])
    record(by=by, deed="voices.let_choose_first", subject=f"project:{project}")


@transaction.atomic
def choose_shown(*, by: Actor, code: str, passage: int, choice: Shown) -> None:
    """Say by a slip whether one's words are shown, or only counted.

    Parameters
    ----------
    by
        Whoever has the slip; nobody knows who.
    code
        As it was typed.
    passage
        Its number.
    choice
        What they choose; they can choose again at any time.

    Raises
    ------
    NotFound
        No slip has this code, or the words are not theirs.
    """
    speaker = Speaker.objects.filter(slip_hash=hash_of(code)).first()
    if speaker is None:
        raise NotFound(NO_SUCH_SLIP)
    theirs = Passage.objects.filter(speaker=speaker, number=passage, withdrawn_on=None)
    if not theirs.update(choice=choice):
        raise NotFound("These words are not yours.")
    key = key_of(speaker.project.region_id, speaker.project.slug)
    record(by=by, deed="voices.choose_shown", subject=f"project:{key}")


@transaction.atomic
def object_there(
    *, by: Actor, room: str, claim: int, words: str, said_by: str, today: date
) -> str:
    """Say «that is not what we meant» by the link of a room at which one was.

    Parameters
    ----------
    by
        Whoever holds the link.
    room
        The key of the workshop, to which it is bound.
    claim
        By its number.
    words, said_by
        What they say, and the name under which it stands; it may be empty.
    today
        The day they say so.

    Returns
    -------
    str
        A code by which they can take it back; only its hash is kept.

    Raises
    ------
    NotFound, NotPossible
        There is no such claim; nothing is said.
    """
    stands = Claim.objects.filter(
        project__workshops__key=UUID(room), number=claim
    ).first()
    if stands is None:
        raise NotFound("There is no such claim.")
    if not words.strip():
        raise NotPossible("Say in a line what you meant.")
    code = fresh_code()
    Objection.objects.create(
        claim=stands,
        words=words.strip()[:MOST_WORDS],
        said_by=said_by.strip()[:MOST_NAME],
        said_on=today,
        code_hash=hash_of(code),
    )
    record(by=by, deed="voices.object_there", subject=f"{ROOM}:{room}")
    return code


@transaction.atomic
def take_objection_back(*, by: Actor, code: str) -> None:
    """Take back what one said to a claim, by the code that came with it.

    Raises
    ------
    NotFound
        Nothing was said with this code.
    """
    said = Objection.objects.filter(code_hash=hash_of(code)).select_related(
        "claim__project"
    )
    one = said.first()
    if one is None:
        raise NotFound(NO_SUCH_SLIP)
    project = one.claim.project
    one.delete()
    record(
        by=by,
        deed="voices.take_objection_back",
        subject=f"project:{key_of(project.region_id, project.slug)}",
    )

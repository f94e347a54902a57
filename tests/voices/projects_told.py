"""A small project, written by hand."""

from dataclasses import replace
from datetime import date

from weft.voices.domain import kinds
from weft.voices.domain.anchors import span_of
from weft.voices.domain.told import (
    AskTold,
    BehindTold,
    CauseTold,
    ClaimTold,
    CodeTold,
    CodingTold,
    ConsentTold,
    ObjectionTold,
    PaidTold,
    PassageTold,
    PresenceTold,
    ProjectTold,
    SourceTold,
    SpeakerTold,
    WorkshopTold,
)

TEXT = (
    "The last bus is at ten to seven. I'd have to leave before the singing.\n"
    "I got a taxi once. Eleven pounds, to sing.\n"
    "I walk home along the canal. It's the best bit.\n"
    "Owls.\n"
)


def said(ref: str, words: str, **told) -> PassageTold:
    """A passage of ``TEXT``."""
    start = TEXT.index(words)
    return PassageTold(ref=ref, at=span_of(TEXT, start, start + len(words)), **told)


def evening(**told) -> ProjectTold:
    """One evening: four passages of three speakers, two claims, one loop."""
    source = SourceTold(
        ref="tables",
        name="What the tables said",
        kind=kinds.SourceKind.TEXT,
        text=TEXT,
        passages=(
            said("bus", "The last bus is at ten to seven.", speaker="t2"),
            said("taxi", "Eleven pounds, to sing.", speaker="noor", first_hand=True),
            said("canal", "I walk home along the canal. It's the best bit."),
            said("owls", "Owls.", whole=True),
        ),
    )
    room = WorkshopTold(
        ref="lock",
        name="What keeps people in?",
        questions=("What keeps people in?",),
        held_on=date(2026, 10, 14),
        place="Canalside Tea Room",
        hosted_by="the tea room",
        came=23,
        spoke=19,
        paid=PaidTold(coming=True),
        consent=ConsentTold(words="You may show it.", sees=kinds.Sees.ANYBODY),
        presences=(
            PresenceTold(axis=kinds.Axis.AGE, group="under 16", came=1, spoke=1),
        ),
        sources=(source,),
    )
    project = ProjectTold(
        slug="kettle-evenings",
        name="Kettle evenings, autumn 2026",
        speakers=(
            SpeakerTold(ref="t2", kind=kinds.SpeakerKind.TABLE, name="Table 2"),
            SpeakerTold(ref="noor", kind=kinds.SpeakerKind.PERSON, name="Noor"),
        ),
        workshops=(room,),
        codes=(CodeTold(ref="way", name="way home"),),
        codings=(CodingTold(code="way", passage="bus"),),
        claims=(
            ClaimTold(
                ref="way-home",
                words="It’s the way home after seven that keeps people in.",
                short="The way home",
                behind=(
                    BehindTold(passage="bus", stance=kinds.Stance.FOR),
                    BehindTold(passage="taxi", stance=kinds.Stance.FOR),
                    BehindTold(passage="canal", stance=kinds.Stance.AGAINST),
                ),
                objections=(ObjectionTold(words="We’re just not daft."),),
                asks=(
                    AskTold(
                        words="A bus at nine.",
                        asked_of="Tenter Valley Buses",
                        answer_by=date(2026, 12, 15),
                    ),
                ),
            ),
            ClaimTold(ref="nobody", words="Everybody likes it here."),
        ),
        causes=(
            CauseTold(ref="c1", cause="people out", effect="safe", words=("bus",)),
            CauseTold(ref="c2", cause="safe", effect="people out"),
        ),
    )
    return replace(project, **told)

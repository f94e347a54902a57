"""Projects that somebody could tell, made up by chance."""

from datetime import date

from hypothesis import strategies as st

from tests.voices.pictures_taken import a_picture
from weft.access.domain.next_offer import Whose
from weft.assets.domain.kinds import OfferKind
from weft.voices.domain import kinds
from weft.voices.domain.anchors import PictureRegion, TextSpan, TimeSpan, span_of
from weft.voices.domain.polling import StatementState, Why
from weft.voices.domain.told import (
    AskTold,
    BehindTold,
    CauseTold,
    ClaimTold,
    CodeTold,
    CodingTold,
    ConsentTold,
    FacetTold,
    LoopTold,
    MarkTold,
    MentionedTold,
    ObjectionTold,
    PaidTold,
    PassageTold,
    PresenceTold,
    ProjectTold,
    ReadingTold,
    SourceTold,
    SpeakerTold,
    SuggestionTold,
    ThingTold,
    WorkshopTold,
)
from weft.voices.domain.told_asked import (
    AssumptionTold,
    ElsewhereTold,
    PrioritiesTold,
    PriorityTold,
    QuestionTold,
    StrengthTold,
    WorkTold,
)
from weft.voices.domain.told_pictures import PersonSeenTold, PictureTold
from weft.voices.domain.told_votes import (
    BallotTold,
    RoundTold,
    RulingTold,
    StatementTold,
)

JPEG = a_picture()
WORDS = st.text(alphabet="ab é\nو🫖", min_size=1, max_size=30)
NAMES = st.text(alphabet="abcو", min_size=1, max_size=8)
DAYS = st.dates(date(2024, 1, 1), date(2030, 1, 1))
PERHAPS = st.sampled_from([None, True, False])
COUNTS = st.none() | st.integers(0, 300)


def _several(what: str, most: int):
    """Refs that are told apart: «what0», «what1» …"""
    return st.integers(0, most).map(lambda n: [f"{what}{at}" for at in range(n)])


def _some(refs, *, most: int = 3):
    """A few of these, each once."""
    return (
        st.lists(st.sampled_from(refs), unique=True, max_size=most)
        if refs
        else st.just([])
    )


@st.composite
def _passage(draw, ref: str, text: str, speakers: list[str], before: list[str]):
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    at = draw(
        st.sampled_from(
            [
                span_of(text, start, end),
                PictureRegion(left=1, top=2, width=30, height=40),
                TimeSpan(start_ms=start, end_ms=end),
            ]
        )
    )
    return PassageTold(
        ref=ref,
        at=at,
        speaker=draw(st.sampled_from(["", *speakers])),
        first_hand=draw(PERHAPS),
        words="" if isinstance(at, TextSpan) else draw(WORDS),
        readings=tuple(draw(st.lists(WORDS, max_size=2))),
        in_english=draw(WORDS),
        warning=draw(NAMES),
        whole=draw(st.booleans()),
        hangs_on=draw(st.sampled_from(["", *before])),
        choice=draw(st.sampled_from(kinds.Shown)),
    )


@st.composite
def _picture(draw, speakers: list[str]):
    seen = draw(_some(speakers))
    return PictureTold(
        jpeg=JPEG.jpeg,
        width=JPEG.width,
        height=JPEG.height,
        describes=draw(NAMES),
        people=draw(st.integers(0, 3)),
        seen=tuple(
            PersonSeenTold(
                person=one,
                uses=tuple(draw(st.lists(st.sampled_from(kinds.Use), unique=True))),
                until=draw(st.none() | DAYS),
                child=draw(st.booleans()),
                parent_yes=draw(PERHAPS),
                at=draw(
                    st.none() | st.just(PictureRegion(left=1, top=2, width=3, height=4))
                ),
            )
            for one in seen
        ),
    )


@st.composite
def _source(draw, ref: str, speakers: list[str]):
    text = draw(WORDS)
    refs = draw(_several(f"{ref}p", 3))
    return SourceTold(
        ref=ref,
        name=draw(NAMES),
        kind=draw(st.sampled_from(kinds.SourceKind)),
        level=draw(st.sampled_from(kinds.Level)),
        text=text,
        language=draw(st.sampled_from(["en", "ur"])),
        left_out=tuple(draw(st.lists(NAMES, max_size=1))),
        picture=draw(st.none() | _picture(speakers)),
        passages=tuple(
            draw(_passage(one, text, speakers, refs[:at]))
            for at, one in enumerate(refs)
        ),
    )


@st.composite
def _workshop(draw, ref: str, speakers: list[str]):
    axes = draw(st.lists(st.sampled_from(kinds.Axis), unique=True, max_size=2))
    return WorkshopTold(
        ref=ref,
        name=draw(NAMES),
        questions=tuple(draw(st.lists(WORDS, max_size=2))),
        held_on=draw(st.none() | DAYS),
        came=draw(COUNTS),
        spoke=draw(COUNTS),
        paid=PaidTold(coming=draw(PERHAPS), coding=draw(PERHAPS)),
        consent=ConsentTold(
            words=draw(NAMES),
            sees=draw(st.sampled_from(kinds.Sees)),
            until=draw(st.none() | DAYS),
        ),
        needs=draw(NAMES),
        presences=tuple(
            PresenceTold(axis=axis, group="some", came=draw(COUNTS)) for axis in axes
        ),
        sources=tuple(
            draw(_source(one, speakers)) for one in draw(_several(f"{ref}s", 2))
        ),
    )


@st.composite
def _claim(draw, ref: str, passages: list[str]):
    return ClaimTold(
        ref=ref,
        words=draw(WORDS),
        level=draw(st.sampled_from(kinds.Level)),
        lived_experience_decided=draw(PERHAPS),
        late=draw(st.booleans()),
        sent_on=draw(st.none() | DAYS),
        behind=tuple(
            BehindTold(passage=one, stance=draw(st.sampled_from(kinds.Stance)))
            for one in draw(_some(passages))
        ),
        objections=tuple(
            ObjectionTold(words=words, said_on=draw(st.none() | DAYS))
            for words in draw(st.lists(WORDS, max_size=1))
        ),
        asks=tuple(
            AskTold(
                words=words,
                asked_of=draw(NAMES),
                answer_by=draw(DAYS),
                done_on=draw(st.none() | DAYS),
            )
            for words in draw(st.lists(WORDS, max_size=1))
        ),
    )


@st.composite
def _cause(draw, ref: str, passages: list[str]):
    return CauseTold(
        ref=ref,
        cause=draw(NAMES),
        effect=draw(NAMES),
        sign=draw(st.sampled_from(kinds.Sign)),
        basis=draw(st.sampled_from(kinds.Basis)),
        takes_time=draw(PERHAPS),
        scale=draw(st.sampled_from(kinds.Scale)),
        words=tuple(draw(_some(passages))),
        who=draw(NAMES),
        both_ways=draw(st.booleans()),
    )


_ABOUT = {
    kinds.Suggests.FORGOTTEN: "m",
    kinds.Suggests.ALIKE: "p",
    kinds.Suggests.CODE: "c",
}


@st.composite
def _suggestion(draw, kind, passage: str, about: str):
    return SuggestionTold(
        kind=kind,
        passage=passage,
        about=about,
        method=draw(WORDS),
        version=draw(st.integers(1, 9)),
        score=draw(st.floats(0, 1)),
        state=draw(st.sampled_from(kinds.SuggestionState)),
        by=draw(NAMES),
        answered_on=draw(st.none() | DAYS),
    )


@st.composite
def _priorities(draw, ref: str):
    return PrioritiesTold(
        ref=ref,
        community=draw(NAMES),
        whose=draw(st.none() | st.sampled_from(Whose)),
        decided_on=draw(st.none() | DAYS),
        people=draw(COUNTS),
        first=tuple(
            PriorityTold(
                words=words,
                kind=draw(st.none() | st.sampled_from(OfferKind)),
                elsewhere=tuple(
                    ElsewhereTold(by=by, at=draw(st.none() | st.integers(1, 9)))
                    for by in draw(st.lists(NAMES, max_size=1))
                ),
            )
            for words in draw(st.lists(WORDS, max_size=2))
        ),
    )


@st.composite
def _reading(draw, room: str, source: SourceTold, codes: list[str]):
    length = len(source.text)
    places = draw(
        st.sets(
            st.tuples(st.integers(0, length - 1), st.integers(1, length)).filter(
                lambda at: at[0] < at[1]
            ),
            max_size=2,
        )
    )
    return ReadingTold(
        workshop=room,
        source=source.ref,
        name=draw(NAMES),
        own=draw(st.booleans()),
        done_on=draw(st.none() | DAYS),
        marks=tuple(
            MarkTold(start=start, end=end, codes=tuple(sorted(draw(_some(codes)))))
            for start, end in sorted(places)
        ),
    )


def _asked(draw, passages: list[str]):
    """What hangs on passages, and what communities put first."""
    lists = draw(_several("r", 2))
    bears = draw(_some(passages))
    return {
        "priorities": tuple(draw(_priorities(one)) for one in lists),
        "strengths": tuple(
            StrengthTold(
                passage=one, kind=draw(st.sampled_from(kinds.Strength)), place="E02"
            )
            for one in draw(_some(passages))
        ),
        "questions": tuple(
            QuestionTold(
                passage=one, answer=draw(NAMES), answered_on=draw(st.none() | DAYS)
            )
            for one in draw(_some(passages))
        ),
        "works": tuple(
            WorkTold(passage=one, name=draw(NAMES)) for one in draw(_some(passages))
        ),
        "assumptions": tuple(
            AssumptionTold(
                ref=one,
                words=draw(WORDS),
                holds=tuple(bears[:1]),
                doubts=tuple(bears[1:]),
            )
            for one in draw(_several("a", 2))
        ),
    }


@st.composite
def _round(draw, ref: str, rooms: list[str], passages: list[str]):
    numbers = draw(st.lists(st.integers(0, 40), unique=True, max_size=4).map(sorted))
    said = []
    for number in draw(st.lists(st.integers(0, 40), unique=True, max_size=4)):
        seen = draw(_some(numbers, most=4))
        parts = [draw(st.sampled_from("apd")) for _ in seen]
        kind = {
            one: tuple(n for n, part in zip(seen, parts, strict=True) if part == one)
            for one in "adp"
        }
        inside = kind["a"] + kind["d"] + kind["p"]
        said.append(
            BallotTold(
                number=number,
                typed=draw(st.integers(0, 2)),
                agree=kind["a"],
                disagree=kind["d"],
                passed=kind["p"],
                on_paper=inside if draw(st.booleans()) else inside[:1],
            )
        )
    ballots = [None, *(one.number for one in said)]
    return RoundTold(
        ref=ref,
        name=draw(NAMES),
        question=draw(WORDS),
        workshop=draw(st.sampled_from(["", *rooms])),
        opens_on=draw(st.none() | DAYS),
        closes_on=draw(st.none() | DAYS),
        shut=draw(st.booleans()),
        asked=draw(COUNTS),
        statements=tuple(
            StatementTold(
                number=number,
                words=draw(WORDS),
                passages=tuple(draw(_some(passages))),
                written_by=draw(NAMES),
                ballot=draw(st.sampled_from(ballots)),
                state=draw(st.sampled_from(StatementState)),
                rulings=tuple(
                    RulingTold(
                        state=draw(st.sampled_from(StatementState)),
                        why=draw(st.sampled_from(Why)),
                        on=draw(st.none() | DAYS),
                    )
                    for _ in range(draw(st.integers(0, 2)))
                ),
            )
            for number in numbers
        ),
        ballots=tuple(sorted(said, key=lambda one: one.number)),
    )


@st.composite
def _things(draw, causes: list[CauseTold]):
    """Things of which more is told than the arrows that join them."""
    names = draw(st.lists(NAMES, unique=True, max_size=3))
    joined = {name for one in causes for name in (one.cause, one.effect)}
    places = st.tuples(st.integers(0, 1000), st.integers(0, 2000))
    told = [
        ThingTold(name=one, measured_by=draw(NAMES), at=draw(st.none() | places))
        for one in names
    ]
    alone = [ThingTold(name="alone")] if "alone" not in joined else []
    return tuple(told + draw(st.sampled_from([[], alone])))


@st.composite
def _loops(draw, causes: list[CauseTold]):
    names = sorted({name for one in causes for name in (one.cause, one.effect)})
    through = draw(_some(names))
    named = LoopTold(
        things=tuple(through), name=draw(NAMES), hopeful=draw(st.booleans())
    )
    return (named,) if through else ()


@st.composite
def projects(draw) -> ProjectTold:
    speakers = draw(_several("k", 2))
    rooms = [draw(_workshop(one, speakers)) for one in draw(_several("w", 2))]
    passages = [one.ref for w in rooms for s in w.sources for one in s.passages]
    codes = draw(_several("c", 3))
    causes = [draw(_cause(one, passages)) for one in draw(_several("e", 2))]
    claims = draw(_several("m", 2))
    return ProjectTold(
        slug="by-chance",
        name=draw(NAMES),
        purpose=draw(WORDS),
        made_up=draw(st.booleans()),
        claims_sent_on=draw(st.none() | DAYS),
        claims_sent_how=draw(st.sampled_from(["", "by post"])),
        speakers=tuple(
            SpeakerTold(
                ref=one,
                kind=draw(st.sampled_from(kinds.SpeakerKind)),
                name=draw(NAMES),
                chooses_first=draw(st.booleans()),
            )
            for one in speakers
        ),
        workshops=tuple(rooms),
        codes=tuple(
            CodeTold(
                ref=one,
                name=draw(NAMES),
                layer=draw(st.sampled_from(kinds.Layer)),
                parent=draw(st.sampled_from(["", *codes[:at]])),
            )
            for at, one in enumerate(codes)
        ),
        codings=tuple(
            CodingTold(code=code, passage=passage, coder=draw(NAMES))
            for code in codes
            for passage in draw(_some(passages))
        ),
        facets=tuple(
            FacetTold(passage=one, value=value, coder=draw(NAMES))
            for one in draw(_some(passages))
            for value in draw(_some(list(kinds.FacetKind)))
        ),
        readings=tuple(
            draw(_reading(room.ref, source, codes))
            for room in rooms
            for source in room.sources
            if draw(st.booleans())
        ),
        claims=tuple(draw(_claim(one, passages)) for one in claims),
        causes=tuple(causes),
        things=draw(_things(causes)),
        loops=draw(_loops(causes)),
        rounds=tuple(
            draw(_round(one, [room.ref for room in rooms], passages))
            for one in draw(_several("r", 1))
        ),
        mentioned=tuple(
            MentionedTold(
                name=name,
                passages=tuple(sorted(draw(_some(passages)))),
                named_by=tuple(sorted(draw(_some(claims)))),
            )
            for name in draw(st.lists(NAMES, unique=True, max_size=2))
        ),
        suggests=draw(st.booleans()),
        suggestions=tuple(
            draw(_suggestion(kind, passage, about))
            for kind, abouts in _ABOUT.items()
            for passage in draw(_some(passages, most=1))
            for about in draw(_some({"m": claims, "p": passages, "c": codes}[abouts]))
        ),
        **_asked(draw, passages),
    )

"""Projects that somebody could tell, made up by chance."""

from datetime import date

from hypothesis import strategies as st

from tests.voices.pictures_taken import a_picture
from weft.voices.domain import kinds
from weft.voices.domain.anchors import PictureRegion, TextSpan, TimeSpan, span_of
from weft.voices.domain.told import (
    AskTold,
    BehindTold,
    CauseTold,
    ClaimTold,
    CodeTold,
    CodingTold,
    ConsentTold,
    FacetTold,
    MarkTold,
    ObjectionTold,
    PaidTold,
    PassageTold,
    PresenceTold,
    ProjectTold,
    ReadingTold,
    SourceTold,
    SpeakerTold,
    WorkshopTold,
)
from weft.voices.domain.told_pictures import PersonSeenTold, PictureTold

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
def _passage(draw, ref: str, text: str, speakers: list[str]):
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
            draw(_passage(one, text, speakers)) for one in draw(_several(f"{ref}p", 3))
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
        behind=tuple(
            BehindTold(passage=one, stance=draw(st.sampled_from(kinds.Stance)))
            for one in draw(_some(passages))
        ),
        objections=tuple(
            ObjectionTold(words=words, said_on=draw(st.none() | DAYS))
            for words in draw(st.lists(WORDS, max_size=1))
        ),
        asks=tuple(
            AskTold(words=words, asked_of=draw(NAMES), answer_by=draw(DAYS))
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


@st.composite
def projects(draw) -> ProjectTold:
    speakers = draw(_several("k", 2))
    rooms = [draw(_workshop(one, speakers)) for one in draw(_several("w", 2))]
    passages = [one.ref for w in rooms for s in w.sources for one in s.passages]
    codes = draw(_several("c", 3))
    return ProjectTold(
        slug="by-chance",
        name=draw(NAMES),
        purpose=draw(WORDS),
        made_up=draw(st.booleans()),
        claims_sent_on=draw(st.none() | DAYS),
        speakers=tuple(
            SpeakerTold(
                ref=one, kind=draw(st.sampled_from(kinds.SpeakerKind)), name=draw(NAMES)
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
        claims=tuple(draw(_claim(one, passages)) for one in draw(_several("m", 2))),
        causes=tuple(draw(_cause(one, passages)) for one in draw(_several("e", 2))),
    )

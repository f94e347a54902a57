"""What Polis writes is read, and what we write is read as it was."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.commons.errors import FileNotUnderstood
from weft.standards.polis import (
    Comment,
    Moderated,
    Participant,
    Unread,
    VoteCast,
    comments_csv,
    participants_csv,
    read_comments,
    read_participants,
    read_votes,
    votes_csv,
)

numbers = st.integers(0, 10**6)
moments = st.none() | st.integers(-(10**15), 10**17)
words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
headings = st.sampled_from(["is-meta", "is-seed", "group-informed-consensus"])


def lines(text):
    return io.StringIO(text, newline="")


@st.composite
def some_comments(draw):
    names = draw(st.lists(headings, unique=True))
    one = st.builds(
        Comment,
        number=numbers,
        author=st.none() | numbers,
        words=words,
        moderated=st.sampled_from(Moderated),
        at=moments,
        agrees=st.none() | numbers,
        disagrees=st.none() | numbers,
        other=st.fixed_dictionaries(dict.fromkeys(names, words)),
    )
    return tuple(draw(st.lists(one, max_size=5)))


@given(comments=some_comments())
def test_comments_come_back_as_they_were(comments):
    told = read_comments(lines(comments_csv(comments)), file="comments.csv")
    assert (told.rows, told.unread) == (comments, ())


@given(
    votes=st.lists(
        st.builds(
            VoteCast,
            comment=numbers,
            voter=numbers,
            vote=st.sampled_from([-1, 0, 1]),
            at=moments,
        ),
        max_size=9,
    )
)
def test_votes_come_back_as_they_were(votes):
    told = read_votes(lines(votes_csv(votes)), file="votes.csv")
    assert (told.rows, told.unread) == (tuple(votes), ())


@given(
    people=st.lists(
        st.builds(
            Participant,
            number=numbers,
            group=st.none() | st.integers(0, 4),
            comments=st.integers(0, 9),
            votes=st.dictionaries(st.integers(0, 30), st.sampled_from([-1, 0, 1])),
        ),
        max_size=6,
    )
)
def test_participants_come_back_as_they_were(people):
    told = read_participants(lines(participants_csv(people)), file="participants.csv")
    assert (told.rows, told.unread) == (tuple(people), ())


def test_a_true_export_is_read_and_its_own_sums_agree(shared):
    path = shared / "standards/polis/london-youth-policing-participants-votes.csv"
    with path.open(newline="") as file:
        told = read_participants(file, file=path.name)
    assert (len(told.rows), told.unread) == (26, ())
    assert {one.group for one in told.rows if one.group is not None} == {0, 1, 2}
    again = participants_csv(told.rows).splitlines()
    for ours, theirs in zip(again, path.read_text().splitlines(), strict=True):
        assert ours.split(",") == theirs.split(",")


def test_an_older_and_a_newer_heading_are_read_alike():
    older = (
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,"
        "comment-body\n1658934544509,Wed Jul 27 22:09:04 WIB 2022,34,14,6,0,1,Tea\n"
    )
    newer = (
        "\ufefftimestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,"
        'comment-body\n1658934544509,34,14,6,0,1,false,"Tea"\n'
    )
    one, other = (
        read_comments(lines(text), file="c").rows[0] for text in (older, newer)
    )
    assert (one.words, one.at, one.other) == ("Tea", 1658934544509, {})
    assert (other.words, other.at, other.other) == ("Tea", one.at, {"is-meta": "false"})


def test_the_name_that_somebody_else_gave_a_person_is_neither_read_nor_written():
    text = "participant,xid,group-id,3\n1,ann@example.org,0,1\n"
    told = read_participants(lines(text), file="p").rows
    assert "ann" not in repr(told)
    assert "ann" not in participants_csv(told)


def test_rows_that_cannot_be_read_are_told_and_the_others_are_read():
    text = "comment-id,voter-id,vote\n1,2,1\n1,2,7\n,2,1\n1,two,1\n1,2\n"
    told = read_votes(lines(text), file="votes.csv")
    assert [one.vote for one in told.rows] == [1]
    assert told.unread == (
        Unread(3, "neither -1, 0 nor 1 under «vote»"),
        Unread(4, "no number under «comment-id»"),
        Unread(5, "no whole number under «voter-id»"),
        Unread(6, "not as many cells as headings"),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("comment-id,voter-id\n", "a heading is missing"),
        ("", "a heading is missing"),
        ("comment-id,voter-id,vote,vote\n", "a heading stands twice"),
        ('comment-id,voter-id,vote\n1,"2\n', "it is no CSV"),
    ],
)
def test_a_file_that_is_not_one_is_refused_with_what_to_do(text, problem):
    with pytest.raises(FileNotUnderstood, match=problem):
        read_votes(lines(text), file="votes.csv")

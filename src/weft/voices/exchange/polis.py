"""How does a round stand in the files of Polis, and what do those tell?

A voter's number is that of a ballot, a comment's that of a statement. Their files have
no place for the words that a statement comes from, nor for what was typed from paper;
ours (``exchange.own``) has.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from weft.commons.errors import FileNotUnderstood
from weft.standards.polis import (
    Comment,
    Moderated,
    Participant,
    Read,
    Unread,
    VoteCast,
    comments_csv,
    participants_csv,
    read_comments,
    read_participants,
    read_votes,
    votes_csv,
)
from weft.voices.domain.polling import StatementState
from weft.voices.domain.told_votes import BallotTold, RoundTold, StatementTold
from weft.voices.domain.votes import Vote

_MODERATED = {
    StatementState.IN: Moderated.IN,
    StatementState.HELD: Moderated.NOT_YET,
    StatementState.OUT: Moderated.OUT,
    StatementState.BACK: Moderated.OUT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FromPolis:
    """What some files tell; rows that could not be read are told with their file."""

    statements: tuple[StatementTold, ...]
    ballots: tuple[BallotTold, ...]
    unread: tuple[tuple[str, Unread], ...]


def from_polis(files: Mapping[str, str]) -> FromPolis:
    """Read the files of a vote, each known by its headings.

    Parameters
    ----------
    files
        Their text by name: ``comments.csv``, ``votes.csv``, ``participants-votes.csv``.

    Raises
    ------
    FileNotUnderstood
        One of them is none of these.

    Notes
    -----
    A statement that nobody moderated is in where somebody voted on it, as Polis shows
    it then; else it waits. Of a voter who stands in several files the later one counts.
    """
    comments: list[Comment] = []
    said: dict[int, dict[int, int]] = defaultdict(dict)
    unread: list[tuple[str, Unread]] = []
    for name, text in files.items():
        for read in _read(name, text, comments, said):
            unread.extend((name, one) for one in read.unread)
    seen = {number for votes in said.values() for number in votes}
    voters = {one.author for one in comments if one.author is not None}
    return FromPolis(
        statements=tuple(_statement(one, seen) for one in comments),
        ballots=tuple(
            _ballot(voter, said.get(voter, {}))
            for voter in sorted(said.keys() | voters)
        ),
        unread=tuple(unread),
    )


def _read(
    name: str,
    text: str,
    comments: list[Comment],
    said: dict[int, dict[int, int]],
) -> Iterable[Read[Comment] | Read[VoteCast] | Read[Participant]]:
    """Read one file, whichever it is, into what was read before."""
    lines = text.splitlines(keepends=True)
    head = lines[0] if lines else ""
    if "comment-body" in head:
        told = read_comments(lines, file=name)
        comments.extend(told.rows)
        yield told
    elif "voter-id" in head:
        cast = read_votes(lines, file=name)
        # as they came where they say when; else as they stand
        for one in sorted(cast.rows, key=lambda row: row.at or 0):
            said[one.voter][one.comment] = one.vote
        yield cast
    elif "participant" in head:
        people = read_participants(lines, file=name)
        for who in people.rows:
            said[who.number] |= who.votes
        yield people
    else:
        raise FileNotUnderstood(
            "it has neither the headings of statements nor of votes",
            file=name,
            remedy="Take comments.csv, votes.csv or participants-votes.csv.",
        )


def _statement(one: Comment, seen: set[int]) -> StatementTold:
    state = {
        Moderated.IN: StatementState.IN,
        Moderated.OUT: StatementState.OUT,
    }.get(one.moderated)
    if state is None:
        state = StatementState.IN if one.number in seen else StatementState.HELD
    return StatementTold(
        number=one.number, words=one.words, ballot=one.author, state=state
    )


def _ballot(voter: int, votes: Mapping[int, int]) -> BallotTold:
    by_vote: dict[int, list[int]] = defaultdict(list)
    for number, vote in votes.items():
        by_vote[vote].append(number)
    return BallotTold(
        number=voter,
        agree=tuple(by_vote[Vote.AGREE]),
        disagree=tuple(by_vote[Vote.DISAGREE]),
        passed=tuple(by_vote[Vote.PASS]),
    )


def as_polis(told: RoundTold) -> dict[str, str]:
    """Write a round as their three files; what was taken back has no words."""
    votes = list(_votes(told.ballots))
    counted = Counter((one.comment, one.vote) for one in votes)
    put = Counter(one.ballot for one in told.statements)
    return {
        "comments.csv": comments_csv(
            [
                Comment(
                    number=one.number,
                    author=one.ballot,
                    words=one.words,
                    moderated=_MODERATED[one.state],
                    agrees=counted[one.number, Vote.AGREE],
                    disagrees=counted[one.number, Vote.DISAGREE],
                )
                for one in told.statements
            ]
        ),
        "votes.csv": votes_csv(votes),
        "participants-votes.csv": participants_csv(
            [
                Participant(
                    number=one.number,
                    group=None,
                    comments=put[one.number],
                    votes={cast.comment: cast.vote for cast in _votes([one])},
                )
                for one in told.ballots
            ]
        ),
    }


def _votes(ballots: Sequence[BallotTold]) -> Iterable[VoteCast]:
    for one in ballots:
        for vote, numbers in (
            (Vote.AGREE, one.agree),
            (Vote.DISAGREE, one.disagree),
            (Vote.PASS, one.passed),
        ):
            for number in numbers:
                yield VoteCast(comment=number, voter=one.number, vote=vote)

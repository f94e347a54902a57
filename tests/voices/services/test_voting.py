"""Votes: by code and from paper, moderated in the open, and out of everything again."""

from dataclasses import replace
from datetime import date

import pytest

from tests.voices.projects_told import evening
from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.models import Entry
from weft.accounts.things import Thing
from weft.commons.errors import NotAllowed, NotFound, NotPossible
from weft.standards.polis import read_votes
from weft.voices.domain.kinds import Sees
from weft.voices.domain.polling import StatementState, Why
from weft.voices.domain.reading import Reader
from weft.voices.domain.told import ConsentTold
from weft.voices.domain.votes import Vote
from weft.voices.exchange.polis import as_polis, from_polis
from weft.voices.models import (
    Ballot,
    Behind,
    CauseWords,
    Passage,
    Round,
    Statement,
)
from weft.voices.queries.leaving import as_seen
from weft.voices.queries.my_ballot import my_ballot
from weft.voices.queries.rounds import round_by_key
from weft.voices.queries.rounds_in_hand import round_to_take_away
from weft.voices.queries.votes import votes_shown
from weft.voices.queries.whole import whole
from weft.voices.services import give_slip, take_in, withdraw
from weft.voices.services.casting import Voter, put_own, take_own_back, vote
from weft.voices.services.moderating import rule, undo_ruling
from weft.voices.services.polling_in import take_votes
from weft.voices.services.sense import unmark
from weft.voices.services.typing_in import BallotTyped, type_ballots, undo_typing
from weft.voices.services.voting import (
    RoundAsked,
    add_round,
    give_ballots,
    put_statement,
    shut_round,
)

US, ANYBODY = Actor.command("tests"), Actor.somebody()
TODAY = date(2026, 11, 30)
KEY = "tenterdale/kettle-evenings"
HERS = Actor.holder("her-link", of=Thing("project", KEY))
A, D, P = Vote.AGREE, Vote.DISAGREE, Vote.PASS


@pytest.fixture
def asked(db):  # noqa: ARG001 it writes
    """A round with two statements: of the bus and the taxi, and of nothing said."""
    take_in(by=US, region=valley.region().slug, told=evening())
    told = RoundAsked(name="One vote", question="What first?", asked=40)
    number = add_round(by=HERS, project=KEY, asked=told)
    for words, behind in (("The bus should wait.", [1]), ("Keep it small.", [])):
        put_statement(
            by=HERS,
            project=KEY,
            round=number,
            words=words,
            passages=behind,
            today=TODAY,
        )
    return number


def ballots(number, many):
    made = give_ballots(by=HERS, project=KEY, round=number, many=many)
    key = Round.objects.get(pk=number).key
    return key, [Voter(key=key, code=code, today=TODAY) for _, code in made]


def typed(number, *papers):
    return type_ballots(by=HERS, project=KEY, round=number, papers=papers)


def told(number):
    return round_to_take_away(KEY, number)


def statement(number, at):
    return Statement.objects.get(round=number, number=at)


def test_one_ballot_one_vote_and_it_can_be_changed_until_the_end(asked):
    key, (one, other) = ballots(asked, 2)
    vote(by=ANYBODY, voter=one, statement=1, said=A)
    vote(by=ANYBODY, voter=one, statement=1, said=D)
    loud = replace(one, code=one.code.upper().replace("-", " "))
    vote(by=ANYBODY, voter=loud, statement=2, said=P)
    mine, theirs = told(asked).ballots
    assert (mine.agree, mine.disagree, mine.passed) == ((), (1,), (2,))
    assert (theirs.agree, theirs.disagree, theirs.passed) == ((), (), ())
    vote(by=ANYBODY, voter=one, statement=2, said=None)
    assert my_ballot(key, one.code).said == {1: D}
    with pytest.raises(NotFound, match="this code"):
        vote(by=ANYBODY, voter=replace(one, code="abcd"), statement=1, said=A)
    shut_round(by=HERS, project=KEY, round=asked, shut=True)
    with pytest.raises(NotPossible, match="over"):
        vote(by=ANYBODY, voter=other, statement=1, said=A)
    assert one.code not in str([*Ballot.objects.values(), *Entry.objects.values()])


def test_a_code_opens_its_own_round_and_only_on_its_days(asked):
    _, (one,) = ballots(asked, 1)
    days = RoundAsked(name="Two", opens_on=TODAY, closes_on=TODAY)
    second = add_round(by=HERS, project=KEY, asked=days)
    key, (other,) = ballots(second, 1)
    with pytest.raises(NotFound):
        vote(by=ANYBODY, voter=replace(one, key=key), statement=1, said=A)
    for day in (date(2026, 11, 29), date(2026, 12, 1)):
        with pytest.raises(NotPossible, match="over"):
            put_own(by=ANYBODY, voter=replace(other, today=day), words="A bench.")
    put_own(by=ANYBODY, voter=other, words="A bench.")


def test_whoever_puts_a_statement_in_sees_what_became_of_it(asked):
    key, (one, _) = ballots(asked, 2)
    number = put_own(by=ANYBODY, voter=one, words="  A bench\n by the lock. ")
    assert [s.number for s in round_by_key(key, today=TODAY).votable] == [1, 2]
    with pytest.raises(NotFound):
        vote(by=ANYBODY, voter=one, statement=number, said=A)
    common = {"by": HERS, "project": KEY, "round": asked, "today": TODAY}
    rule(**common, statement=number, why=Why.OFF)
    (own,) = my_ballot(key, one.code).own
    assert (own.words, own.state, own.why) == (
        "A bench by the lock.",
        StatementState.OUT,
        Why.OFF,
    )
    undo_ruling(**common, statement=number)
    assert statement(asked, number).state == StatementState.HELD
    rule(**common, statement=number, why=None)
    vote(by=ANYBODY, voter=one, statement=number, said=A)
    log = told(asked).statements[2].rulings
    assert [(one.state.value, one.why.value, one.by) for one in log] == [
        ("out", "off", "her-link"),
        ("held", "undone", "her-link"),
        ("in", "fits", "her-link"),
    ]
    with pytest.raises(NotPossible, match="Choose why"):
        rule(**common, statement=number, why=Why.BACK)
    take_own_back(by=ANYBODY, voter=one, statement=number)
    assert statement(asked, number).words == ""
    assert my_ballot(key, one.code).own[0].state is StatementState.BACK
    with pytest.raises(NotPossible, match="taken back"):
        rule(**common, statement=number, why=None)


def test_paper_is_typed_twice_and_what_differs_waits_for_a_look(asked):
    ballots(asked, 3)
    first = typed(
        asked,
        BallotTyped(number=1, said={1: A, 2: D}),
        BallotTyped(number=2, said={1: P}),
        BallotTyped(number=9, said={1: A}),
    )
    assert (first.taken, first.unknown, first.apart) == ((1, 2), (9,), {})
    again = typed(
        asked,
        BallotTyped(number=1, said={1: A, 2: D}),
        BallotTyped(number=2, said={1: P, 2: A}),
    )
    assert (again.again, again.apart) == ((1,), {2: (2,)})
    assert [one.typed for one in told(asked).ballots] == [2, 1, 0]
    assert told(asked).ballots[1].agree == ()
    looked = BallotTyped(number=2, said={1: P, 2: A}, looked=True)
    assert typed(asked, looked).again == (2,)
    assert told(asked).ballots[1].agree == (2,)
    with pytest.raises(NotPossible, match="Statement 7"):
        typed(asked, BallotTyped(number=3, said={7: A}))
    undo_typing(by=HERS, project=KEY, round=asked, ballot=1)
    assert told(asked).ballots[0].agree == ()
    with pytest.raises(NotFound):
        undo_typing(by=HERS, project=KEY, round=asked, ballot=1)


def test_paper_stands_over_the_phone_and_undoing_it_leaves_the_rest(asked):
    _, (one,) = ballots(asked, 1)
    vote(by=ANYBODY, voter=one, statement=1, said=A)
    vote(by=ANYBODY, voter=one, statement=2, said=A)
    typed(asked, BallotTyped(number=1, said={1: D}))
    (ballot,) = told(asked).ballots
    assert (ballot.agree, ballot.disagree, ballot.on_paper) == ((2,), (1,), (1,))
    undo_typing(by=HERS, project=KEY, round=asked, ballot=1)
    assert told(asked).ballots[0].agree == (2,)


def test_words_taken_back_are_in_no_statement_any_more(asked):
    common = {"by": HERS, "project": KEY, "round": asked, "today": TODAY}
    for words, behind in (
        ("Eleven pounds, to sing!", [2, 3]),
        ("A ride home costs too much.", [2]),
        ("One walks home along the canal.", [2, 3]),
        ("She said: eleven pounds to sing, and no bus.", []),
    ):
        put_statement(**common, words=words, passages=behind)
    shut_round(by=HERS, project=KEY, round=asked, shut=True)
    code = give_slip(by=HERS, project=KEY, speaker="noor")
    withdraw(by=ANYBODY, code=code, today=TODAY)
    states = [(one.number, one.state) for one in Statement.objects.order_by("number")]
    back = [number for number, state in states if state == StatementState.BACK]
    assert back == [3, 4, 6]
    assert "leven" not in str([*Statement.objects.values(), *Passage.objects.values()])
    assert told(asked).statements[4].passages == ("canal",)


@pytest.mark.usefixtures("asked")
def test_a_closed_room_closes_its_statements_in_every_channel():
    room = replace(evening().workshops[0], consent=ConsentTold(sees=Sees.HOSTS))
    told_now = whole("tenterdale", "kettle-evenings")
    shut = replace(told_now.rounds[0], shut=True)
    closed = replace(told_now, workshops=(room,), rounds=(shut,))
    take_in(by=US, region="tenterdale", told=closed, instead=True)
    row = Round.objects.get()
    (seen,) = round_by_key(row.key, today=TODAY).votable
    assert seen.words == "Keep it small."
    left = as_seen("tenterdale", "kettle-evenings", reader=Reader.ANYBODY, today=TODAY)
    assert [one.words for one in left.rounds[0].statements] == ["Keep it small."]
    assert left.rounds[0].ballots == ()
    found = votes_shown(
        "tenterdale", "kettle-evenings", number=None, today=TODAY, fewest=5
    )
    assert "should wait" not in str(found)


@pytest.mark.usefixtures("asked")
def test_words_that_a_vote_rests_on_stay_marked():
    for table in (Behind, CauseWords):
        table.objects.filter(passage__number=1).delete()
    with pytest.raises(NotPossible, match="People vote"):
        unmark(by=HERS, project=KEY, passage=1)


def test_polis_files_leave_and_come_again_the_same(asked):
    _, voters = ballots(asked, 3)
    for at, one in enumerate(voters):
        vote(by=ANYBODY, voter=one, statement=1, said=(A, D, P)[at])
    put_own(by=ANYBODY, voter=voters[1], words="Something, else.")
    before = told(asked)
    files = as_polis(before)
    assert len(read_votes(files["votes.csv"].splitlines(), file="").rows) == 3
    for some in (
        ("comments.csv", "votes.csv"),
        ("comments.csv", "participants-votes.csv"),
    ):
        second = add_round(by=HERS, project=KEY, asked=RoundAsked(name="Again"))
        found = from_polis({name: files[name] for name in some})
        came = take_votes(
            by=HERS,
            project=KEY,
            round=second,
            statements=found.statements,
            ballots=found.ballots,
        )
        assert (came.statements, came.ballots, came.votes) == (3, 3, 3)
        after = told(second)
        assert after.ballots == before.ballots
        assert [(s.words, s.state, s.ballot) for s in after.statements] == [
            (s.words, s.state, s.ballot) for s in before.statements
        ]
        with pytest.raises(NotPossible, match="votes here already"):
            take_votes(
                by=HERS,
                project=KEY,
                round=second,
                statements=(),
                ballots=found.ballots,
            )


def test_nobody_else_decides_and_the_record_holds_no_word(asked):
    other = Actor.holder("x", of=Thing("project", "tenterdale/another"))
    with pytest.raises(NotAllowed):
        shut_round(by=other, project=KEY, round=asked, shut=True)
    with pytest.raises(NotAllowed):
        give_ballots(by=ANYBODY, project=KEY, round=asked, many=1)
    written = str([*Entry.objects.values()])
    assert "wait" not in written
    assert "small" not in written

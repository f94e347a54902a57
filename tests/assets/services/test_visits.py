"""What visitors say stands once it was read, as whom only if that may be, and goes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.leaks.doing import do_what_waits
from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.models import Entry
from weft.assets.domain.proposals import (
    WAITING_FOR_ONE_THING,
    WAITING_IN_A_REGION,
    Felt,
    ProposalKind,
    ProposalTold,
    ToldField,
)
from weft.assets.models import Answer, Asset, Proposal
from weft.assets.queries.chances import put_forward_in
from weft.assets.queries.proposals import proposals_waiting
from weft.assets.queries.visits import visits_of_group, visits_to
from weft.assets.services.answering import answer_visit, take_answer_back
from weft.assets.services.proposals import (
    accept_change,
    decline_change,
    propose_change,
    take_back_change,
)
from weft.assets.services.proposals.worries import KEPT_FOR
from weft.commons.errors import NotFound, NotPossible
from weft.jobs.services import ask_for

pytestmark = pytest.mark.django_db
SOMEBODY, STEWARD = Actor.somebody(), Actor.steward("s")
LINE = "They wave from the window."


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def clay():
    region = valley.region()
    hall, circle = valley.place(region), valley.group(region)
    made = valley.offer(region, place=hall, group=circle)
    valley.derive(region)
    return made


def said(clay, today, **more):
    told = ProposalTold(
        **{"kind": ProposalKind.VISIT, "thing": clay.pk, "words": LINE, **more}
    )
    return propose_change(by=SOMEBODY, region=valley.SLUG, told=told, today=today)


def noted(today, kind=ProposalKind.GIFT, words="A ladder", **more):
    told = ProposalTold(kind=kind, words=words, **more)
    return propose_change(by=SOMEBODY, region=valley.SLUG, told=told, today=today)


def let_stand(today, **fields):
    for one in proposals_waiting():
        accept_change(
            by=STEWARD, proposal=one.proposal, today=today, fields=fields or None
        )


@pytest.mark.shows("D28")
def test_a_line_stands_on_its_page_once_it_was_read(clay, today):
    told = {ToldField.WELCOME: "yes", ToldField.SAFE: "partly"}
    said(clay, today, said_as="a dad with a pram", told=told)
    assert visits_to(clay.pk) == ()

    let_stand(today, **{ToldField.SHOWN_AS: "a dad with a pram"})

    [one] = visits_to(clay.pk)
    assert (one.words, one.shown_as) == (LINE, "a dad with a pram")
    assert (one.welcome, one.safe) == (Felt.YES, Felt.PARTLY)


def test_nobody_is_named_unless_whoever_checks_the_list_lets_it_be(clay, today):
    said(clay, today, said_as="the only vicar of Rushby")

    let_stand(today)

    assert visits_to(clay.pk)[0].shown_as == ""


def test_a_line_that_was_let_stand_by_a_slip_goes_again(clay, today):
    said(clay, today, said_as="a dad")
    let_stand(today, **{ToldField.SHOWN_AS: "a dad"})
    row = Proposal.objects.get()

    decline_change(by=STEWARD, proposal=row.pk, why="It names somebody.", today=today)
    assert visits_to(clay.pk) == ()

    accept_change(by=STEWARD, proposal=row.pk, today=today)
    assert visits_to(clay.pk)[0].shown_as == "", "a slip names nobody a second time"


def test_its_code_takes_it_back_with_all_that_was_answered(clay, today):
    code = said(clay, today, said_as="a dad")
    let_stand(today, **{ToldField.SHOWN_AS: "a dad"})
    answer_visit(
        by=STEWARD,
        group=clay.group_id,
        visit=Proposal.objects.get().pk,
        words="We do.",
        today=today,
    )
    assert visits_to(clay.pk)[0].answer == "We do."

    take_back_change(by=SOMEBODY, code=code, today=today)

    assert visits_to(clay.pk) == ()
    assert not Answer.objects.exists()
    row = Proposal.objects.get()
    assert (row.words, row.said_as, row.told) == ("", "", {})


def test_the_group_answers_and_takes_it_back(clay, today):
    said(clay, today)
    let_stand(today)
    visit, group = Proposal.objects.get().pk, clay.group_id

    for words in ("We do.", "We still do."):
        answer_visit(by=STEWARD, group=group, visit=visit, words=words, today=today)
    [one] = visits_of_group(group)
    assert (one.answer, one.of) == ("We still do.", clay.name)

    take_answer_back(by=STEWARD, group=group, visit=visit)
    assert visits_of_group(group)[0].answer == ""
    with pytest.raises(NotFound):
        take_answer_back(by=STEWARD, group=group, visit=visit)


def test_another_groups_visitors_are_not_theirs_to_answer(clay, today):
    said(clay, today)
    let_stand(today)
    other = valley.group(clay.region, "The Other Circle")

    with pytest.raises(NotFound):
        answer_visit(
            by=STEWARD,
            group=other.pk,
            visit=Proposal.objects.get().pk,
            words="Ours.",
            today=today,
        )


def test_what_nobody_let_stand_cannot_be_answered(clay, today):
    said(clay, today)

    with pytest.raises(NotFound):
        answer_visit(
            by=STEWARD,
            group=clay.group_id,
            visit=Proposal.objects.get().pk,
            words="We do.",
            today=today,
        )


@pytest.mark.parametrize("words", ["", "  ", "x" * 281])
def test_an_answer_is_a_line(clay, today, words):
    said(clay, today)
    let_stand(today)

    with pytest.raises(NotPossible):
        answer_visit(
            by=STEWARD,
            group=clay.group_id,
            visit=Proposal.objects.get().pk,
            words=words,
            today=today,
        )


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"words": ""}, "in a line"),
        ({"words": "x" * 281}, "room for 280"),
        ({"words": "Ring 01632 960 142"}, "telephone"),
        ({"words": "me@there.example"}, "e-mail"),
        ({"said_as": "bo@there.example"}, "e-mail"),
        ({"said_as": "01632 960 142"}, "telephone"),
        ({"told": {ToldField.WELCOME: "five stars"}}, "one of the answers"),
    ],
)
def test_what_everybody_would_read_is_looked_at_first(clay, today, more, why):
    with pytest.raises(NotPossible, match=why):
        said(clay, today, **more)


def test_no_field_of_another_kind_slips_in(clay, today):
    said(clay, today, told={ToldField.SHOWN_AS: "Bo", ToldField.NAME: "Mine"})

    assert Proposal.objects.get().told == {}


@pytest.mark.parametrize("visibility", ["members", "known", "hidden"])
def test_nothing_is_said_of_what_may_not_be_seen(clay, today, visibility):
    Asset.objects.filter(pk=clay.place_id).update(visibility=visibility)

    with pytest.raises(NotFound):
        said(clay.place, today)


def test_a_group_that_hides_takes_its_visitors_words_with_it(client, clay, today):
    said(clay, today)
    let_stand(today)
    assert LINE in client.get(f"/offers/{clay.pk}").content.decode()

    Asset.objects.filter(pk=clay.group_id).update(visibility="hidden")

    assert client.get(f"/offers/{clay.pk}").status_code == 404


def test_a_gift_is_seen_once_it_was_read_and_taken_back_by_its_code(clay, today):
    assert clay
    code = noted(today, said_as="a neighbour")
    assert put_forward_in(valley.SLUG) == ()

    let_stand(today, **{ToldField.SHOWN_AS: "a neighbour"})
    [one] = put_forward_in(valley.SLUG)
    assert (one.words, one.shown_as) == ("A ladder", "a neighbour")

    take_back_change(by=SOMEBODY, code=code, today=today)
    assert put_forward_in(valley.SLUG) == ()


def test_a_worry_is_read_and_never_seen(client, clay, today):
    assert clay
    noted(today, ProposalKind.WORRY, "Her curtains are shut since Friday")
    assert len(proposals_waiting()) == 1
    let_stand(today)

    assert put_forward_in(valley.SLUG) == ()
    for page in ("/help-out", "/", "/tell-us", "/places", "/open/words"):
        assert "curtains" not in client.get(page).content.decode()
    assert "curtains" not in str(list(Entry.objects.values_list()))


def test_the_words_of_a_worry_go_a_week_after_somebody_saw_to_it(clay, today):
    assert clay
    noted(today, ProposalKind.WORRY, "Her curtains are shut")
    let_stand(today)
    before = today + KEPT_FOR - timedelta(days=1)

    noted(before, ProposalKind.GIFT, "Wool")
    assert Proposal.objects.get(kind="worry").words
    noted(today + KEPT_FOR, ProposalKind.GIFT, "More wool")

    kept = Proposal.objects.get(kind="worry")
    assert (kept.words, kept.standing) == ("", "accepted")


def test_they_go_by_night_where_nobody_tells_anything_more(clay, today):
    assert clay
    for seen_to in (today - KEPT_FOR, today - KEPT_FOR + timedelta(days=1)):
        noted(seen_to, ProposalKind.WORRY, f"Her curtains are shut, {seen_to}")
        let_stand(seen_to)
    ask_for(job="assets.forget_worries", by=STEWARD)

    assert "assets.forget_worries" in do_what_waits()
    kept = Proposal.objects.filter(kind="worry").order_by("said_on")
    assert [bool(one.words) for one in kept] == [False, True]


def test_a_worry_that_nobody_saw_to_keeps_its_words(clay, today):
    assert clay
    noted(today, ProposalKind.WORRY, "Her curtains are shut")

    noted(today + 10 * KEPT_FOR, ProposalKind.GIFT, "Wool")

    assert Proposal.objects.get(kind="worry").words


def test_a_flood_of_gifts_keeps_no_worry_from_being_heard(clay, today):
    row = {"region": clay.region, "standing": "proposed", "decides": "steward"}
    Proposal.objects.bulk_create(
        Proposal(kind="gift", words="x", said_on=today, code_hash=str(number), **row)
        for number in range(WAITING_IN_A_REGION)
    )

    with pytest.raises(NotPossible, match="nobody has read it all"):
        noted(today)
    noted(today, ProposalKind.WORRY, "Her curtains are shut")


def test_a_flood_about_one_thing_is_refused(clay, today):
    for number in range(WAITING_FOR_ONE_THING):
        said(clay, today, words=f"Line {number}")

    with pytest.raises(NotPossible, match="nobody has read it all"):
        said(clay, today)


def test_a_recipe_that_is_only_known_to_exist_is_not_visited(today):
    made = valley.place(
        valley.region(),
        "Tenter green",
        kind="recipe",
        visibility="known",
        latitude=None,
        longitude=None,
    )

    with pytest.raises(NotFound):
        said(made, today)

"""Nobody may do what no row lets them, whichever way they try."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.accounts import policy
from weft.accounts.actors import BOUND, Actor, ActorKind
from weft.accounts.models import Entry
from weft.accounts.policy import Refusal, refusal
from weft.accounts.rules import Rule
from weft.accounts.services import record, require
from weft.accounts.things import Thing
from weft.commons.errors import NotAllowed

CHOIR, SHED = Thing("group", "1"), Thing("group", "2")
PLANTED = (
    Rule(
        deed="assets.change",
        thing="group",
        who=frozenset({ActorKind.HOLDER, ActorKind.STEWARD}),
        words="change what is told of a group",
    ),
    Rule(
        deed="assets.name",
        thing="group",
        who=frozenset({ActorKind.MEMBER}),
        words="say when it is on",
        fields=frozenset({"hours", "full"}),
    ),
)


@pytest.fixture
def rules(monkeypatch):
    monkeypatch.setattr(policy, "RULES", PLANTED)


def why(by, deed, thing=CHOIR, fields=()):
    return refusal(by=by, deed=deed, thing=thing, fields=fields)


@pytest.mark.usefixtures("rules")
class TestTheTable:
    def test_lets_a_holder_change_their_own_thing_and_no_other(self):
        holder = Actor.holder("k", of=CHOIR)

        assert why(holder, "assets.change") is None
        assert why(holder, "assets.change", SHED) is Refusal.NOT_THEIRS

    def test_lets_a_steward_change_any(self):
        assert why(Actor.steward("k"), "assets.change", SHED) is None

    def test_lets_nobody_do_what_has_no_row(self):
        assert why(Actor.command("x"), "assets.burn") is Refusal.NO_ROW

    def test_lets_nobody_do_it_to_another_kind_of_thing(self):
        place = Thing("place", "1")
        assert why(Actor.steward("k"), "assets.change", place) is Refusal.NOT_THIS_KIND

    def test_lets_nobody_do_it_in_another_role(self):
        for by in (Actor.somebody(), Actor.command("x"), Actor.member("k", of=CHOIR)):
            assert why(by, "assets.change") is Refusal.NOT_THEM

    def test_lets_a_member_change_some_fields_and_no_other(self):
        member = Actor.member("k", of=CHOIR)

        assert why(member, "assets.name", fields=["hours"]) is None
        assert why(member, "assets.name", fields=["hours", "holder"]) is (
            Refusal.NOT_THESE_FIELDS
        )

    def test_refuses_with_an_error_of_the_one_tree_that_names_nobody(self):
        by = Actor.holder("somebody-s-key", of=SHED)

        with pytest.raises(NotAllowed) as refused:
            require(by=by, deed="assets.change", thing=CHOIR)
        assert "somebody-s-key" not in str(refused.value)


@given(
    kind=st.sampled_from(ActorKind),
    of=st.sampled_from([None, CHOIR, SHED]),
    thing=st.sampled_from([CHOIR, SHED, Thing("place", "1")]),
    deed=st.sampled_from([rule.deed for rule in policy.RULES]),
)
def test_nobody_who_acts_by_a_link_touches_what_it_is_not_bound_to(
    kind, of, thing, deed
):
    allowed = why(Actor(kind, "k", of), deed, thing) is None

    assert not allowed or kind not in BOUND or of == thing


@given(
    fields=st.sets(st.sampled_from(["hours", "full", "holder"])),
    more=st.sets(st.sampled_from(["hours", "full", "holder"])),
)
def test_asking_for_more_fields_never_opens_what_was_shut(fields, more):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(policy, "RULES", PLANTED)
        member = Actor.member("k", of=CHOIR)
        few = why(member, "assets.name", fields=fields)
        many = why(member, "assets.name", fields=fields | more)

    assert few is None or many is not None


@pytest.mark.django_db
class TestTheRecord:
    def test_takes_no_deed_that_the_policy_does_not_let(self):
        with pytest.raises(NotAllowed):
            record(by=Actor.somebody(), deed="assets.load", subject="region here")
        assert Entry.objects.count() == 0

    def test_still_takes_what_commands_and_jobs_have_always_done(self):
        for deed in ("ground.load", "assets.load", "assets.derive", "need.load"):
            record(by=Actor.command("region build"), deed=deed, subject="region here")
            record(by=Actor.job("assets.sessions"), deed=deed, subject="region here")
        assert Entry.objects.count() == 8


def test_a_subject_is_read_whichever_way_it_was_written():
    assert Thing.of("region tenterdale") == Thing("region", "tenterdale")
    assert Thing.of("asset:3f:2a") == Thing("asset", "3f:2a")
    assert Thing.of("once") == Thing("once", "")
    assert str(Thing("asset", "3f")) == "asset:3f"


def test_an_actor_reads_without_a_name():
    assert str(Actor.somebody()) == "somebody"
    assert str(Actor.holder("3f", of=CHOIR)) == "holder:3f"

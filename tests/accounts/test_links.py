"""A link lets one holder in, to one thing, for a while, and nobody can guess it."""

import logging
from datetime import timedelta

import pytest
from django.utils import timezone

from weft.accounts.actors import Actor
from weft.accounts.links import LASTS, MOST_IN_A_TURN, TURN
from weft.accounts.models import Entry, Link
from weft.accounts.queries import links_of
from weft.accounts.roles import LinkRole
from weft.accounts.secret import BYTES, hash_of, new_secret
from weft.accounts.services import let_in, make_link, renew_link, revoke_link, use_link
from weft.accounts.things import Thing
from weft.commons.errors import NotAllowed, NotFound, TooOften

CHOIR, SHED = Thing("asset", "1"), Thing("asset", "2")
STEWARD = Actor.steward("s")
pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    return make_link(thing=CHOIR, by=STEWARD)


@pytest.fixture
def later(monkeypatch):
    """Move the clock."""
    moved = [timezone.now()]
    monkeypatch.setattr(timezone, "now", lambda: moved[0])

    def move(by):
        moved[0] += by

    return move


def deeds():
    return [e.deed for e in Entry.objects.order_by("number")]


class TestTheSecret:
    def test_has_more_than_128_bits_and_is_never_the_same(self):
        assert BYTES * 8 >= 128
        assert len({new_secret() for _ in range(1_000)}) == 1_000

    def test_is_kept_nowhere(self, made):
        row = Link.objects.values().get()

        assert made.secret not in str(row)
        assert row["hash"] == hash_of(made.secret)
        assert made.secret not in str(Entry.objects.values())
        assert made.secret not in repr(made)
        assert made.secret not in repr(links_of(CHOIR))

    def test_is_not_needed_to_list_the_links_of_a_thing(self, made):
        make_link(thing=SHED, by=STEWARD)

        assert [one.key for one in links_of(CHOIR)] == [made.link.key]


class TestUsing:
    def test_says_which_thing_and_role_and_who_acts(self, made):
        link = use_link(secret=made.secret)

        assert (link.thing, link.role) == (CHOIR, LinkRole.HOLDER)
        assert link.actor == Actor.holder(str(made.link.key), of=CHOIR)

    @pytest.mark.parametrize("secret", ["", "x", "é" * 27, "x" * 10_000, "\x00"])
    def test_refuses_what_is_no_link(self, secret):
        with pytest.raises(NotFound):
            use_link(secret=secret)

    def test_refuses_the_hash_that_a_stolen_table_would_tell(self, made):
        with pytest.raises(NotFound):
            use_link(secret=hash_of(made.secret))

    def test_ends_by_itself(self, made, later):
        later(LASTS[LinkRole.HOLDER] - timedelta(seconds=5))
        use_link(secret=made.secret)
        later(timedelta(seconds=10))
        with pytest.raises(NotFound):
            use_link(secret=made.secret)

    def test_leaves_one_line_for_half_an_hour_that_names_nobody(self, made, later):
        for _ in range(5):
            use_link(secret=made.secret)
        assert deeds() == ["accounts.make_link", "accounts.use_link"]

        later(TURN)
        use_link(secret=made.secret)
        assert deeds().count("accounts.use_link") == 2
        last = Entry.objects.order_by("number").last()
        assert last.by == f"holder:{made.link.key}"
        assert last.details == {"role": "holder"}

    def test_cannot_go_on_without_pause(self, made, later):
        for _ in range(MOST_IN_A_TURN):
            use_link(secret=made.secret)
        with pytest.raises(TooOften):
            use_link(secret=made.secret)

        later(TURN)
        assert use_link(secret=made.secret).thing == CHOIR

    def test_one_link_used_up_leaves_the_others_alone(self, made):
        other = make_link(thing=CHOIR, by=STEWARD)
        Link.objects.filter(pk=made.link.key).update(
            uses=MOST_IN_A_TURN, last_used_at=timezone.now()
        )

        assert use_link(secret=other.secret).thing == CHOIR


class TestRenewing:
    def test_changes_the_secret_and_keeps_who_acts(self, later):
        made = make_link(thing=CHOIR, by=STEWARD)
        later(timedelta(days=100))
        again = renew_link(key=made.link.key, by=made.link.actor)

        with pytest.raises(NotFound):
            use_link(secret=made.secret)
        assert use_link(secret=again.secret).actor == made.link.actor
        assert again.link.expires_at == made.link.expires_at + timedelta(days=100)

    def test_never_wakes_what_was_switched_off(self, made):
        revoke_link(key=made.link.key, by=STEWARD)
        with pytest.raises(NotFound):
            renew_link(key=made.link.key, by=STEWARD)


class TestSwitchingOff:
    def test_shuts_it_at_once(self, made):
        revoke_link(key=made.link.key, by=made.link.actor)
        with pytest.raises(NotFound):
            use_link(secret=made.secret)
        assert links_of(CHOIR)[0].revoked_at is not None

    def test_takes_those_whom_it_let_in_along(self, made):
        friend = let_in(thing=CHOIR, by=made.link.actor)
        stranger = let_in(thing=CHOIR, by=STEWARD)
        revoke_link(key=made.link.key, by=STEWARD)

        with pytest.raises(NotFound):
            use_link(secret=friend.secret)
        assert use_link(secret=stranger.secret).role is LinkRole.MEMBER


class TestWhoMay:
    def test_a_holder_lets_members_in_to_their_own_thing_only(self, made):
        assert let_in(thing=CHOIR, by=made.link.actor).link.role is LinkRole.MEMBER
        with pytest.raises(NotAllowed):
            let_in(thing=SHED, by=made.link.actor)

    def test_a_member_lets_nobody_in_and_switches_off_only_their_own(self, made):
        one = let_in(thing=CHOIR, by=made.link.actor)
        other = let_in(thing=CHOIR, by=made.link.actor)

        with pytest.raises(NotAllowed):
            let_in(thing=CHOIR, by=one.link.actor)
        for key in (other.link.key, made.link.key):
            with pytest.raises(NotFound):
                revoke_link(key=key, by=one.link.actor)
        revoke_link(key=one.link.key, by=one.link.actor)

    def test_a_holder_touches_no_other_holder_s_link(self, made):
        beside = make_link(thing=CHOIR, by=STEWARD)
        for deed in (renew_link, revoke_link):
            with pytest.raises(NotFound):
                deed(key=beside.link.key, by=made.link.actor)

    def test_nobody_makes_themselves_a_holder(self, made):
        for by in (Actor.somebody(), made.link.actor):
            with pytest.raises(NotAllowed):
                make_link(thing=CHOIR, by=by)
        assert len(links_of(CHOIR)) == 1


def test_the_secret_is_in_no_statement_that_could_be_logged(made, caplog):
    with caplog.at_level(logging.DEBUG):
        use_link(secret=made.secret)
    assert made.secret not in caplog.text

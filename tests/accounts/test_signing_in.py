"""Nobody comes in uninvited, with a password alone, or long after they left."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.accounts.codes import code, digits
from weft.accounts import sitting
from weft.accounts.actors import Actor
from weft.accounts.models import Account, Entry, Link
from weft.accounts.queries import accounts, broken_entries
from weft.accounts.roles import LinkRole, Role
from weft.accounts.services import (
    forget_ended_sittings,
    invite,
    join,
    remove_account,
    use_link,
)
from weft.commons.errors import NotAllowed, NotFound, NotPossible

EMAIL, PASSWORD = "bo@example.org", "three odd words here"
BY = Actor.command("account")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _quick_and_unlimited(settings):
    """Hash quickly, and let no test be slowed by the tries of another."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def later(monkeypatch):
    """Move the clock of the house; that of the codes stays."""
    moved = [timezone.now()]
    monkeypatch.setattr(timezone, "now", lambda: moved[0])

    def move(**by):
        moved[0] += timedelta(**by)

    return move


def invited(role=Role.STEWARD, email=EMAIL):
    return invite(email=email, role=role, by=BY)


def with_a_password(client, made, password=PASSWORD):
    return client.post(
        f"/join/{made.secret}",
        {"how": "password", "password": password, "again": password},
    )


def set_up(client):
    """Set up an app; give its secret."""
    client.get("/steward/proofs/app")
    secret = client.session["mfa.totp.secret"]
    answer = client.post("/steward/proofs/app", {"code": code(secret)})
    assert answer.status_code == 302
    return secret


@pytest.fixture
def steward(client):
    """A browser in which a steward is signed in."""
    with_a_password(client, invited())
    client.app = set_up(client)
    return client


def deeds():
    return [e.deed for e in Entry.objects.order_by("number")]


def sign_in(client, password=PASSWORD, email=EMAIL):
    return client.post("/sign-in", {"login": email, "password": password})


class TestInvitations:
    @pytest.mark.parametrize("address", ["/sign-up", "/signup", "/accounts/signup/"])
    def test_there_is_no_other_way_to_an_account(self, client, address):
        assert client.get(address).status_code == 404

    def test_begin_an_account_once(self, client):
        made = invited()
        assert client.get(f"/join/{made.secret}").status_code == 200

        assert with_a_password(client, made).status_code == 302
        assert client.get(f"/join/{made.secret}").status_code == 404
        assert Account.objects.get().check_password(PASSWORD)

    def test_of_several_only_the_newest_opens(self, client):
        first, second = invited(), invited()

        assert client.get(f"/join/{first.secret}").status_code == 404
        assert client.get(f"/join/{second.secret}").status_code == 200
        assert Account.objects.count() == 1

    def test_end_after_a_week(self, client, later):
        made = invited()
        later(days=7, seconds=1)
        assert client.get(f"/join/{made.secret}").status_code == 404

    def test_set_no_cookie_and_send_no_referrer_before_they_are_taken(self, client):
        answer = client.get(f"/join/{invited().secret}")

        assert not answer.cookies
        assert answer["Referrer-Policy"] == "no-referrer"
        assert '<meta name="referrer" content="no-referrer">' in answer.content.decode()

    @pytest.mark.parametrize(
        ("password", "again", "said"),
        [
            ("short", "short", "twelve letters"),
            ("1234567890123", "1234567890123", "nobody would guess"),
            (PASSWORD, "something else", "not the same"),
            ("", "", "twelve letters"),
        ],
    )
    def test_want_a_good_password_twice(self, client, password, again, said):
        made = invited()
        answer = client.post(
            f"/join/{made.secret}",
            {"how": "password", "password": password, "again": again},
        )
        assert answer.status_code == 400
        assert said in answer.content.decode()
        assert not Account.objects.get().has_usable_password()

    def test_are_given_by_administrators_and_commands_only(self):
        for by in (Actor.somebody(), Actor.steward("k")):
            with pytest.raises(NotAllowed):
                invite(email=EMAIL, role=Role.STEWARD, by=by)
        assert not Account.objects.exists()
        invite(email=EMAIL, role=Role.STEWARD, by=Actor.administrator("k"))

    def test_want_an_address(self):
        with pytest.raises(NotPossible):
            invited(email="no address")

    def test_once_more_begins_anew_and_shuts_what_was_open(self, steward, client):
        again = invited()
        assert steward.get("/steward").status_code == 200  # until it is taken

        key = use_link(secret=again.secret)
        join(link=key, password="four odd words there", by=key.actor)  # noqa: S106 a made-up one
        assert steward.get("/steward").status_code == 302
        assert sign_in(client).status_code == 400

    def test_make_an_administrator_of_a_steward(self):
        invited()
        invited(Role.ADMINISTRATOR)
        assert [one.role for one in accounts()] == [Role.ADMINISTRATOR]


class TestTwoProofs:
    def test_a_password_alone_opens_no_steward_s_door(self, client):
        with_a_password(client, invited())

        answer = client.get("/steward")
        assert answer.status_code == 302
        assert answer["Location"] == "/steward/proofs"
        assert "opens nothing here" in client.get("/steward/proofs").content.decode()

    def test_a_password_and_an_app_open_it(self, steward):
        answer = steward.get("/steward")

        assert answer.status_code == 200
        assert EMAIL in answer.content.decode()
        assert answer["Cache-Control"] == "no-store"

    def test_after_a_password_the_code_is_asked_for(self, steward):
        steward.post("/sign-out")
        assert steward.get("/steward").status_code == 302

        assert sign_in(steward)["Location"] == "/sign-in/code"
        assert steward.get("/steward").status_code == 302
        assert steward.get("/steward/proofs").status_code == 302
        wrong = steward.post("/sign-in/code", {"code": "000000"})
        assert wrong.status_code == 400
        assert "not right" in wrong.content.decode()
        right = steward.post("/sign-in/code", {"code": code(steward.app, ahead=1)})
        assert right["Location"] == "/steward"
        assert steward.get("/steward").status_code == 200

    def test_a_code_opens_once(self, steward):
        used = code(steward.app, ahead=1)
        for expected in (302, 400):
            steward.post("/sign-out")
            sign_in(steward)
            answer = steward.post("/sign-in/code", {"code": used})
            assert answer.status_code == expected

    def test_a_spare_code_opens_once(self, steward):
        page = steward.get("/steward/proofs/codes").content.decode()
        spare = page.partition("<li><code>")[2].partition("</code>")[0]
        for expected in (302, 400):
            steward.post("/sign-out")
            sign_in(steward)
            answer = steward.post("/sign-in/code", {"code": spare})
            assert answer.status_code == expected

    def test_no_second_app_is_set_up_beside_the_first(self, steward):
        assert steward.get("/steward/proofs/app")["Location"] == "/steward/proofs"

    def test_guessing_ends_after_a_few_tries(self, steward):
        steward.post("/sign-out")
        for _ in range(5):
            assert sign_in(steward, "wrong wrong wrong").status_code == 400
        answer = sign_in(steward)
        assert answer.status_code == 400
        assert "too often" in answer.content.decode()

    def test_somebody_unknown_hears_the_same_as_somebody_known(self, steward):
        steward.post("/sign-out")
        pages = [
            TOKEN.sub("", sign_in(steward, "wrong wrong wrong", email).content.decode())
            for email in (EMAIL, "no@example.org")
        ]

        assert pages[0].replace(EMAIL, "") == pages[1].replace("no@example.org", "")

    def test_the_codes_of_the_tests_are_those_of_the_standard(self):
        """RFC 6238, appendix B, SHA-1."""
        key = b"12345678901234567890"
        assert digits(key, 59 // 30, length=8) == "94287082"
        assert digits(key, 1111111109 // 30, length=8) == "07081804"
        assert digits(key, 20000000000 // 30, length=8) == "65353130"


class TestHowLong:
    def test_half_an_hour_without_a_page_ends_it(self, steward, later):
        later(minutes=29)
        assert steward.get("/steward").status_code == 200
        later(minutes=29)
        assert steward.get("/steward").status_code == 200
        later(minutes=30)
        assert steward.get("/steward").status_code == 302

    def test_twelve_hours_end_it_in_any_case(self, steward, later):
        for _ in range(28):
            later(minutes=25)
            assert steward.get("/steward").status_code == 200
        later(minutes=25)
        assert steward.get("/steward").status_code == 302

    def test_a_proof_is_added_only_just_after_signing_in(self, steward, later):
        later(minutes=16)
        assert steward.get("/steward").status_code == 200
        assert "/sign-in" in steward.get("/steward/proofs/passkey")["Location"]

    def test_what_is_kept_of_it_is_forgotten(self, steward, later):
        assert steward.session.session_key
        later(hours=13)
        assert forget_ended_sittings(now=timezone.now()) >= 1
        assert not Session.objects.exists()

    @given(
        began=st.integers(0, 10**6),
        waits=st.lists(st.integers(0, 3_000), max_size=40),
    )
    def test_it_goes_on_exactly_while_both_rules_hold(self, began, waits):
        """The slow twin: look at every pause and at the whole."""
        start = timezone.datetime(2026, 11, 23, tzinfo=timezone.get_fixed_timezone(0))
        now = start + timedelta(seconds=began)
        session: dict[str, object] = {}
        sitting.begin(session, proved=True, now=now)
        for done, wait in enumerate(waits, start=1):
            now += timedelta(seconds=wait)
            expected = wait < 1_800 and sum(waits[:done]) < 43_200
            assert sitting.goes_on(session, now=now) or not expected
            if not sitting.goes_on(session, now=now):
                # noted once a minute at most, so it may end a minute early
                assert not expected or wait > 1_800 - sitting.APART
                return
            sitting.note_seen(session, now=now)


class TestRoles:
    def test_a_removed_account_is_out_at_once(self, steward):
        remove_account(email=EMAIL, by=BY)

        assert steward.get("/steward").status_code == 302
        assert sign_in(steward).status_code == 400
        with pytest.raises(NotFound):
            remove_account(email=EMAIL, by=BY)

    def test_an_administrator_s_door_is_shut_to_a_steward(self, steward, monkeypatch):
        from weft.accounts.doors import DOORS, Door

        monkeypatch.setitem(DOORS, "web:steward", Door.ADMINISTRATOR)
        assert steward.get("/steward").status_code == 403
        Account.objects.update(role=Role.ADMINISTRATOR)
        assert steward.get("/steward").status_code == 200


class TestWhatIsKept:
    def test_every_step_is_a_deed_that_names_nobody(self, steward):
        steward.post("/sign-out")
        sign_in(steward, "wrong wrong wrong")
        sign_in(steward)
        steward.post("/sign-in/code", {"code": code(steward.app, ahead=1)})

        done = deeds()
        assert [one for one in done if one != "accounts.refuse"] == [
            "accounts.invite",
            "accounts.use_link",
            "accounts.join",
            "accounts.sign_in",
            "accounts.add_proof",
            "accounts.sign_in",
        ]
        last = Entry.objects.order_by("number").last()
        assert last.by == f"steward:{Account.objects.get().key}"
        assert last.details == {"proof": "totp"}
        assert "bo@" not in str(list(Entry.objects.values()))
        assert list(broken_entries()) == []

    @pytest.mark.usefixtures("steward")
    def test_the_address_is_in_no_other_table(self):
        from django.apps import apps

        for model in apps.get_models():
            if model is Account or not model._meta.managed:  # noqa: SLF001 Django's documented way
                continue
            assert "bo@example" not in str(list(model.objects.values())), model

    def test_nor_in_what_is_kept_of_a_sitting(self, steward):
        kept = [one.get_decoded() for one in Session.objects.all()]

        assert kept
        assert "bo@example" not in str(kept)
        steward.post("/sign-out")
        sign_in(steward)
        half_begun = [one.get_decoded() for one in Session.objects.all()]
        assert "account_login" in str(half_begun)
        assert "bo@example" not in str(half_begun)
        right = steward.post("/sign-in/code", {"code": code(steward.app, ahead=1)})
        assert right["Location"] == "/steward"

    def test_nor_in_the_log(self, client, caplog):
        with caplog.at_level("DEBUG"):
            with_a_password(client, invited())
            sign_in(client, "wrong wrong wrong")
        assert "bo@example" not in caplog.text
        assert PASSWORD not in caplog.text

    def test_a_stolen_data_base_tells_no_code(self, steward, settings):
        kept = str(list(Authenticator.objects.values()))
        assert steward.app not in kept

        steward.post("/sign-out")
        settings.SECRET_KEY = "another key, as a thief would have to guess it " * 2
        steward.cookies.clear()
        sign_in(steward)
        wrong = steward.post("/sign-in/code", {"code": code(steward.app, ahead=1)})
        assert wrong.status_code == 400

    def test_public_pages_set_no_cookie_also_for_who_is_signed_in(self, steward):
        for address in ("/", "/open", "/open/who-may", "/health"):
            assert not steward.get(address).cookies

    def test_an_invitation_is_no_way_to_anything_else(self, client):
        made = invited()
        assert Link.objects.get().role == LinkRole.INVITED
        assert client.get("/steward").status_code == 302
        assert made.link.actor.of is not None

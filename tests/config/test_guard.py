"""No page opens because somebody forgot to shut it."""

import pytest
from django.http import HttpResponse
from django.urls import path

from weft.accounts.actors import Actor
from weft.accounts.asking import actor_of, link_of
from weft.accounts.doors import DOORS, Door
from weft.accounts.links import MOST_IN_A_TURN
from weft.accounts.models import Entry, Link
from weft.accounts.roles import LinkRole
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.config.urls import handler400, handler403, handler404, handler500
from weft.config.urls import urlpatterns as ours
from weft.shell.rendering import render

__all__ = ["handler400", "handler403", "handler404", "handler500"]
CHOIR = Thing("asset", "1")
OPENED = "opened"


def inside(request, **_told):
    link_of(request)
    return HttpResponse(f"{OPENED} {actor_of(request)}")


def a_page(request, **_told):
    return render(request, "web/privacy.jinja")


urlpatterns = [
    path("forgotten", inside, name="test-forgotten"),
    path("unnamed", inside),
    path("all", inside, name="test-all"),
    path("stewards", inside, name="test-stewards"),
    path("g/<str:secret>", inside, name="test-link"),
    path("page/<str:secret>", a_page, name="test-page"),
    *ours,
]
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _doors(monkeypatch):
    monkeypatch.setitem(DOORS, "test-all", Door.ANYBODY)
    monkeypatch.setitem(DOORS, "test-stewards", Door.STEWARD)
    monkeypatch.setitem(DOORS, "test-link", Door.LINK)
    monkeypatch.setitem(DOORS, "test-page", Door.LINK)


@pytest.fixture
def made():
    return make_link(thing=CHOIR, by=Actor.steward("s"))


def refusals():
    return list(Entry.objects.filter(deed="accounts.refuse").order_by("number"))


class TestDoors:
    def test_an_open_one_opens_and_leaves_no_trace(self, client):
        answer = client.get("/all")

        assert answer.content.decode() == "opened somebody"
        assert not answer.cookies
        assert Entry.objects.count() == 0

    @pytest.mark.parametrize("address", ["/forgotten", "/unnamed"])
    @pytest.mark.parametrize("method", ["get", "post", "head", "options", "put"])
    def test_one_that_nobody_declared_is_shut_to_every_method(
        self, client, address, method
    ):
        answer = getattr(client, method)(address)

        assert answer.status_code == 403
        assert OPENED not in answer.content.decode()

    @pytest.mark.parametrize("method", ["post", "options", "put", "delete"])
    def test_a_steward_s_is_shut_to_somebody(self, client, method):
        answer = getattr(client, method)("/stewards")

        assert answer.status_code == 403
        assert OPENED not in answer.content.decode()

    def test_a_steward_s_shows_the_way_to_sign_in(self, client):
        answer = client.get("/stewards?near=ZD1+1AA")

        assert answer.status_code == 302
        assert answer["Location"] == "/sign-in?next=%2Fstewards"
        assert answer["Cache-Control"] == "no-store"
        assert not answer.cookies
        assert [line.subject for line in refusals()] == ["door:test-stewards"]

    def test_a_refusal_is_written_down_by_the_door_s_name_and_nothing_else(
        self, client
    ):
        for _ in range(20):
            client.get("/forgotten?near=ZD1+1AA", headers={"User-Agent": "me"})

        (line,) = refusals()
        assert (line.by, line.subject) == ("somebody", "door:test-forgotten")
        assert line.details == {"times": 1}


class TestLinks:
    def test_lets_its_holder_in_as_who_they_are(self, client, made):
        answer = client.get(f"/g/{made.secret}")

        assert answer.content.decode() == f"opened holder:{made.link.key}"
        assert not answer.cookies

    def test_counts_one_request_as_one_use(self, client, made):
        client.get(f"/g/{made.secret}")
        assert Link.objects.get().uses == 1

    def test_keeps_the_address_from_every_other_page_and_cache(self, client, made):
        for secret in (made.secret, "wrong"):
            answer = client.get(f"/g/{secret}")
            assert answer["Referrer-Policy"] == "no-referrer"
            assert answer["Cache-Control"] == "no-store"
            assert answer["X-Robots-Tag"] == "noindex"

    def test_a_wrong_one_finds_nothing_and_is_written_down_without_it(self, client):
        answer = client.get("/g/not-a-link")

        assert answer.status_code == 404
        (line,) = refusals()
        assert "not-a-link" not in f"{line.subject}{line.details}"

    def test_an_invitation_is_no_link_to_a_thing(self, client):
        Link.objects.all().delete()
        made = make_link(thing=CHOIR, by=Actor.command("x"), role=LinkRole.INVITED)
        assert client.get(f"/g/{made.secret}").status_code == 404

    def test_one_used_too_often_says_so_kindly(self, client, made):
        client.get(f"/g/{made.secret}")
        Link.objects.update(uses=MOST_IN_A_TURN)

        answer = client.get(f"/g/{made.secret}")
        assert answer.status_code == 429
        assert "pause" in answer.content.decode()

    def test_the_secret_is_in_no_log(self, client, made, caplog):
        import logging

        with caplog.at_level(logging.INFO):
            client.get(f"/g/{made.secret}")
            client.get("/g/wrong-one")

        assert "g/<str:secret>" in caplog.text
        assert made.secret not in caplog.text
        assert "wrong-one" not in caplog.text


class TestThePageThatTellsIt:
    def test_shows_every_row_and_every_route(self, client):
        from weft.accounts.routes import routes

        page = client.get("/open/who-may").content.decode()
        assert "Who may do what here?" in page
        assert "Read in what others have listed" in page
        told = [one for one in routes() if one.name in DOORS]
        assert len(told) > 45
        for one in told:
            assert one.address in page
            assert not set("<>^$\\?") & set(one.address)
        assert "/need/areas/{code}.{kind}" in page

"""Public pages can be read at the age of nine to eleven (tests/house_rules/reading.py).

Measured are our own whole sentences, as they come out of the server: names, quotes,
official titles and pages about methods, which are written for people who reckon too,
are not ours to make shorter (``data-said``).
"""

from datetime import date, time

import pytest
from django.utils import timezone

from tests.house_rules.reading import hardest, reading, sentences
from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.secret import hash_of, new_secret
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.assets.domain.audit import Finding, Side
from weft.assets.domain.turns import turns
from weft.assets.models import AuditEntry, Message, Reader
from weft.assets.services.auditing import Found, draw_audit, note_finding
from weft.assets.services.post.locking import locked

OLDEST = 6.0  # the grade of a child of about eleven
ENOUGH = 3  # sentences; fewer say nothing about a page
HARD = (
    "Notwithstanding infrastructural heterogeneity, multidisciplinary commissioning "
    "organisations operationalise preventative interventions."
)


@pytest.fixture
def pages(client):
    """Every public page of a small valley, in its states."""
    region = valley.region()
    hall, circle = valley.place(region), valley.group(region)
    clay = valley.offer(region, place=hall, group=circle, facts={"step_free": "yes"})
    valley.offer(region, "Dancing", place=hall, on=([4], time(21), time(0, 30)))
    valley.derive(region)
    week = valley.next_week().monday.isoformat()
    thing = Thing("asset", str(circle.pk))
    link = make_link(thing=thing, by=Actor.command("test"))

    def ask(path="/choices", **fields):
        return client.post(path, {"near": valley.POSTCODE, "week": week, **fields})

    return {
        "home": client.get("/"),
        "results": ask(),
        "few": ask(free=["tue-afternoon"], wish=["step_free"]),
        "none": ask(free=["sun-morning"]),
        "which place": ask(near="Mill Lane"),
        "unknown place": ask(near="Xyzzyville"),
        "unknown hours": ask(hours="blurgh"),
        "surprise": ask("/surprise"),
        "refused": client.get("/choices?near=ZD3+8EH"),
        "offer": client.get(f"/offers/{clay.pk}"),
        "place on the list": client.get(f"/assets/{hall.pk}"),
        "group": client.get(f"/groups/{circle.pk}"),
        "a group's own": client.get(f"/g/{link.secret}"),
        "stop all mail": client.get(f"/stop/{stop_link(circle)}"),
        "stopped": client.post(f"/stop/{stop_link(circle)}", {"answer": "stop"}),
        "nothing to stop": client.get("/stop/nothing"),
        "new": client.get("/new"),
        "new near": client.get(f"/new?near={valley.MSOA}"),
        "a mail to say yes to": client.get(f"/new/mail/{reader_link(region)}"),
        "said yes": client.post(f"/new/mail/{reader_link(region)}", {"answer": "yes"}),
        "never": client.post(f"/new/mail/{reader_link(region)}", {"answer": "never"}),
        "places": client.get("/places"),
        "neighbourhood": client.get(f"/places/{valley.MSOA}"),
        "sheet": client.get(f"/places/{valley.MSOA}/sheet"),
        "take back": client.get("/need/replies/take-back"),
        "wrong code": client.post("/need/replies/take-back", {"code": "abcd"}),
        "tell us": client.get("/tell-us"),
        "tell us of one": client.get(f"/tell-us/{clay.pk}"),
        "told": client.post("/tell-us", {"kind": "missing", "words": "A choir"}),
        "help out": client.get("/help-out"),
        "note": client.get("/help-out/note"),
        "noted": client.post("/help-out/note", {"kind": "gift", "words": "A ladder"}),
        "visit": client.get(f"/tell-us/{clay.pk}/visit"),
        "what is this": client.get("/what-is-this"),
        "turns": client.get("/when"),
        **{one.key: client.get(f"/when/{one.key}") for one in turns()},
        "turn with a place": ask("/when/bereaved"),
        "help now": ask(what="I want to die"),
        "words": client.get("/open/words"),
        "take back what was told": client.get("/tell-us/take-back"),
        "map": client.get("/map"),
        "open": client.get("/open"),
        "who may": client.get("/open/who-may"),
        "how right, not known": client.get("/open/right"),
        "how right": audited(client),
        "sureness": client.get("/open/sureness"),
        "ties": client.get("/ties"),
        "holders": client.get("/holders"),
        "at risk": client.get("/at-risk"),
        "sign in": client.get("/sign-in"),
        "privacy": client.get("/privacy"),
        "accessibility": client.get("/accessibility"),
        "my list": client.get("/my-list"),
        "nothing here": client.get("/nowhere"),
        "report": client.get("/regions/tenterdale"),
    }


def stop_link(circle):
    """A link that stood in a mail to a group."""
    stop = new_secret()
    Message.objects.create(group=circle, standing="chosen", stop_hash=hash_of(stop))
    return stop


def reader_link(region):
    """A link that stood in a mail to somebody who wants to hear."""
    secret = new_secret()
    Reader.objects.all().delete()
    Reader.objects.create(
        region=region,
        locked=locked("reader@example.org"),
        mark="m",
        asked_at=timezone.now(),
        secret_hash=hash_of(secret),
    )
    return secret


def audited(client):
    """How often the list was wrong, once a month has been looked at to its end."""
    today = date(2026, 11, 30)
    draw_audit(by=Actor.job("assets.audit"), region=valley.SLUG, today=today, seed="s")
    for number, entry in enumerate(AuditEntry.objects.order_by("number")):
        found = Found(finding=tuple(Finding)[number % 3], wrong_in=(Side.WHEN,))
        note_finding(by=Actor.steward("s"), entry=entry.pk, found=found, today=today)
    return client.get("/open/right")


@pytest.mark.django_db
def test_every_public_page_can_be_read_at_eleven(pages):
    too_hard = {}
    for name, response in pages.items():
        said = sentences(response.content.decode())
        assert len(said) >= ENOUGH, name
        if reading(said).grade > OLDEST:
            too_hard[name] = (round(reading(said).grade, 1), hardest(said))

    assert too_hard == {}


def test_it_bites_a_sentence_from_a_strategy():
    assert reading(sentences(f"<p>{HARD}</p>")).grade > OLDEST


def test_a_label_is_no_sentence_and_a_quote_is_not_ours():
    page = f"<p>Free</p><p data-said>{HARD}</p><p>Ring us today.</p>"

    assert sentences(page) == ["Ring us today."]


def test_a_name_counts_as_one_short_word_in_its_sentence():
    page = (
        "<h1>What is <span data-said>The Imaginarium of Dyehouse Lane</span> like?</h1>"
    )

    assert sentences(page) == ["What is it like?"]

"""Hosts say who came, as people said of themselves; what nobody said stays unknown."""

from datetime import date

import pytest

from tests.voices.pages.test_in_hand import send, told
from weft.voices.domain.asking_who import NAMES, OFFERED
from weft.voices.domain.kinds import PREFER_NOT, Axis
from weft.voices.domain.reading import Reader
from weft.voices.domain.told import PaidTold, PresenceTold
from weft.voices.models import Workshop
from weft.voices.queries.leaving import as_seen

AT = {axis: number for number, axis in enumerate(Axis)}


def test_everybody_is_counted_as_they_say_and_nobody_has_to(hers, client):
    path = f"{hers}/workshop/lock"
    page = client.get(path).content.decode()
    assert set(NAMES) == set(OFFERED) == set(Axis)
    assert all(name in page for name in NAMES.values())
    assert page.count(f'value="{PREFER_NOT}"') == len(Axis)
    assert "116 123" in page  # whom to ring
    age, faith = f"g{AT[Axis.AGE]}", f"g{AT[Axis.RELIGION]}"
    typed = {
        "came": "23",
        "spoke": "",
        "needs": "A rest, and somebody to hold it with.",
        "paid-coming": "yes",
        "paid-coding": "no",
        "consent": "You may show it.",
        "sees": "anybody",
        "until": "2026-12-24",
        f"{age}-0-group": "under 16",
        f"{age}-0-came": "12",
        f"{age}-1-group": "16 to 24",  # nobody counted: not known, and not none
        f"{faith}-8-group": "Quaker, and Jewish too",
        f"{faith}-8-came": "1",
        f"{faith}-8-spoke": "0",
        f"{faith}-7-group": PREFER_NOT,
        f"{faith}-7-came": "22",
    }
    assert send(client, path, "room", **typed).status_code == 302
    room = told().workshops[0]
    assert (room.came, room.spoke, room.needs[:6]) == (23, None, "A rest")
    assert room.paid == PaidTold(coming=True, coding=False)
    assert room.consent.until == date(2026, 12, 24)
    assert set(room.presences) == {
        PresenceTold(axis=Axis.AGE, group="under 16", came=12),
        PresenceTold(axis=Axis.RELIGION, group=PREFER_NOT, came=22),
        PresenceTold(
            axis=Axis.RELIGION, group="Quaker, and Jewish too", came=1, spoke=0
        ),
    }
    again = client.get(path).content.decode()
    assert 'value="Quaker, and Jewish too"' in again
    Workshop.objects.update(until=None)
    seen = as_seen(
        "tenterdale", "kettle-evenings", reader=Reader.ANYBODY, today=date(2026, 11, 1)
    )
    assert (seen.workshops[0].needs, seen.workshops[0].presences) == ("", ())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"came": "2", "g0-0-group": "under 16", "g0-0-came": "3"}, "than people in"),
        ({"g0-0-group": "x", "g0-0-came": "1", "g0-0-spoke": "2"}, "spoke than came"),
        ({"came": "2", "spoke": "3"}, "More people spoke than came"),
        ({"g0-0-group": "x", "g0-0-came": "many"}, "x: write a number"),
        (
            {
                "g0-0-group": "x",
                "g0-0-came": "1",
                "g0-1-group": "X",
                "g0-1-came": "1",
            },
            "is there twice",
        ),
        ({"until": "soon"}, "Choose the last day"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(hers, client, typed, said):
    before = told()
    path = f"{hers}/workshop/lock"
    page = send(client, path, "room", needs="Typed so", **typed)
    assert page.status_code == 400
    assert said in page.content.decode()
    assert "Typed so" in page.content.decode()
    assert told() == before
    assert client.get(f"{hers}/workshop/gone").status_code == 404

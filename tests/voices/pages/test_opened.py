"""What comes first, what is strong, what stays open: told with people's words."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.voices.pages.test_there import CODE, link_of, send, text
from tests.voices.projects_told import evening
from tests.web import valley
from weft.access.domain.next_offer import Whose
from weft.assets.domain.kinds import OfferKind
from weft.voices.domain.kinds import Sees, Strength
from weft.voices.domain.told import ConsentTold
from weft.voices.domain.told_asked import (
    ElsewhereTold,
    PrioritiesTold,
    PriorityTold,
    StrengthTold,
)
from weft.voices.models import Assumption, Question, Work

WALL = "/voices/kettle-evenings"
FIRST, OPEN, PLACE = f"{WALL}/priorities", f"{WALL}/open", f"/places/{valley.MSOA}"
LISTED = PrioritiesTold(
    ref="flats",
    community="The tenants",
    whose=Whose.RESIDENTS,
    of=valley.MSOA,
    decided_on=timezone.localdate() - timedelta(days=3),
    people=34,
    how="beans in jars",
    first=(
        PriorityTold(
            words="Food together",
            place=valley.MSOA,
            kind=OfferKind.FOOD,
            elsewhere=(ElsewhereTold(by="the young", at=4, words="Light first."),),
        ),
        PriorityTold(words="A toilet"),
    ),
)
STRONG = (
    StrengthTold(passage="taxi", kind=Strength.SUPPORT, place=valley.LSOA),
    StrengthTold(passage="canal", kind=Strength.SUPPORT, place=valley.LSOA),
    StrengthTold(passage="owls", kind=Strength.BELONGING, place=valley.OTHER_LSOA),
)


@pytest.fixture
def hers(db):  # noqa: ARG001 it writes
    return link_of(evening(priorities=(LISTED,), strengths=STRONG))


@pytest.mark.shows("C3")
def test_what_a_community_puts_first_sorts_what_could_be_put_on_next(hers, client):
    page = text(client.get(FIRST))
    assert page.index("Food together") < page.index("A toilet")
    assert "34 people decided; beans in jars." in page
    assert "The young would put it in place 4" in page
    assert "«Light first.»" in page
    assert "The residents’ association of Hollin Bridge." in page
    link = page.partition('href="/choice/next')[2].partition('"')[0]
    for pair in ("weights=own", "whose=residents", "first-1=food"):
        assert pair in link, pair
    assert f"place-1={valley.MSOA}" in link
    assert client.get(f"/choice/next{link}".replace("&amp;", "&")).status_code == 200
    assert "Light first." in text(client.get(f"{FIRST}.csv"))
    assert client.get(f"{FIRST}.xlsx").status_code == 200
    assert "Food together" in text(client.get(PLACE))

    hands, today = f"{hers}/priorities", timezone.localdate()
    told = {"community": "The young", "words-1": "A Friday", "kind-1": "play"}
    soon = {"decided_on": f"{today + timedelta(days=1)}"}
    refused = send(client, hands, "list", **told, **soon)
    assert refused.status_code == 400
    assert 'value="A Friday"' in text(refused)
    assert send(client, hands, "list", community="Us").status_code == 400
    assert send(client, hands, "list", **told).status_code == 302
    send(client, hands, "elsewhere", thing="r1 1", by="table 2", words="No.")
    page = text(client.get(FIRST))
    assert "Nobody noted when; nobody noted how many decided" in page
    assert "Table 2 would put it not on the list" in page
    send(client, hands, "out", list="flats")
    assert "Food together" not in text(client.get(FIRST))
    assert "Food together" not in text(client.get(PLACE))


@pytest.mark.shows("A9", "E12")
def test_what_is_strong_in_a_place_is_told_by_voices_and_no_figure(hers, client):
    page = text(client.get(PLACE))
    assert "Help for each other: one voice and one passage of which nobody" in page
    assert "«Eleven pounds, to sing.»" in page
    code = CODE.search(text(send(client, hers, "slip", speaker="noor")))[0]
    send(client, f"{hers}/there", "first", speaker="noor", first="yes")
    waiting = text(client.get(PLACE))
    assert "Eleven pounds" not in waiting
    assert "one voice" not in waiting
    send(client, "/voices/slip", "show", code=code, passage="2")
    assert "Eleven pounds" in text(client.get(PLACE))
    send(client, "/voices/slip", "back", code=code)
    assert "one voice" not in text(client.get(PLACE))


def test_the_words_of_a_closed_room_are_on_no_page_of_a_place(db, client):  # noqa: ARG001 it writes
    (room,) = evening().workshops
    closed = replace(room, consent=ConsentTold(sees=Sees.ROOM))
    link_of(evening(workshops=(closed,), priorities=(LISTED,), strengths=STRONG))
    page = text(client.get(PLACE))
    assert "Eleven pounds" not in page
    assert "Food together" not in page
    assert client.get(OPEN).status_code == 404


@pytest.mark.shows("G6", "G7", "H50", "H57", "T6")
def test_a_question_is_open_until_somebody_answers_it(hers, client):
    hands = f"{hers}/open"
    send(client, hands, "question", passage="2")
    page = text(client.get(OPEN))
    assert "One question is open. No questions have an answer." in page
    assert "Open: nobody has answered it yet." in page
    answered = {"passage": "2", "words": "Ring Ann."}
    refused = send(client, hands, "question", **answered)
    assert refused.status_code == 400
    assert "Ring Ann." in text(refused)
    send(client, hands, "question", **answered, by="the hall")
    assert "Answered by the hall: Ring Ann." in text(client.get(OPEN))

    taken = {"words": "People are afraid.", "passage": "3", "holds": "no"}
    send(client, hands, "assumption", **taken)
    ref = Assumption.objects.get().ref
    send(client, hands, "assumption", assumption=ref, passage="1", holds="yes")
    send(client, hands, "work", passage="2", name="The Song", kind="song")
    page = text(client.get(OPEN))
    assert "One passage bears it out, one casts doubt on it." in page
    assert "Song. Named by: Noor, first-hand." in page
    assert "Of two claims: 0 yes, 0 no, 2 not noted." in page
    table = text(client.get(f"{OPEN}.csv"))
    for words in ("Ring Ann.", "People are afraid.", "The Song"):
        assert words in table
    told = text(client.get(f"{WALL}/project.json"))
    assert "The Song" in told

    code = CODE.search(text(send(client, hers, "slip", speaker="noor")))[0]
    send(client, f"{hers}/there", "first", speaker="noor", first="yes")
    page = text(client.get(OPEN))
    assert "The Song" not in page
    assert "Ring Ann." not in page
    assert "Two more are not shown" in page
    assert "The Song" not in text(client.get(f"{WALL}/project.json"))
    send(client, "/voices/slip", "back", code=code)
    assert not Question.objects.exists()
    assert not Work.objects.exists()
    send(client, hands, "out", note=f"assumption {Assumption.objects.get().pk}")
    assert "People are afraid." not in text(client.get(OPEN))
    assert send(client, hands, "out", note="work 99").status_code == 404
    assert send(client, hands, "strength", passage="1", kind="x").status_code == 400
    good = {"passage": "1", "kind": "knowledge", "place": valley.MSOA}
    assert send(client, hands, "strength", **good).status_code == 302
    assert "What people know: one voice" in text(client.get(PLACE))

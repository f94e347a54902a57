"""Does every row of people's words lead somewhere in the whole valley, or say so?"""

from html import unescape

import pytest
from django.utils import timezone

from tests.rows.asking import next_week, text_of
from weft.accounts.actors import Actor
from weft.assets.domain.facts import FactField
from weft.assets.domain.proposals import ProposalKind, ProposalTold, ToldField
from weft.assets.domain.vocabulary import vocabulary
from weft.assets.models import Asset, Chance, Fact, Offer
from weft.assets.queries.proposals import proposals_waiting
from weft.assets.queries.search import Ask, find
from weft.assets.services.proposals import accept_change, propose_change

pytestmark = pytest.mark.usefixtures("valley")
ENOUGH = 0.8
START = "Hollin Bridge"


def total(words):
    return find(Ask(week=next_week(), words=words, most=1)).total


def test_every_row_finds_something_or_the_page_says_that_nothing_is_near(client):
    wishes = vocabulary().wishes
    nothing = [wish for wish in wishes if not total(wish.says[0])]

    assert len(nothing) <= (1 - ENOUGH) * len(wishes), [one.key for one in nothing]
    for wish in nothing:
        asked = {"near": START, "what": wish.says[0], "far": 60}
        page = text_of(client.post("/choices", asked))
        honest = ("We know nothing called", "Nothing we know of, yet", "some of them")
        assert any(words in page for words in honest), wish.key


def test_the_same_wish_in_another_language_leads_there_too():
    lost = []
    for wish in vocabulary().wishes:
        said = [one for words in wish.also.values() for one in words]
        if said and total(wish.says[0]):
            lost += [(wish.key, one) for one in said if not total(one)]

    assert lost == []


def test_the_valley_has_chances_whose_group_and_place_were_found():
    told = list(Chance.objects.select_related("group", "place"))

    assert len(told) == 10
    assert sum(one.group is not None for one in told) == 8
    assert sum(one.place is not None for one in told) == 8


@pytest.mark.shows("H11")
@pytest.mark.parametrize(
    ("said", "leads_to"),
    [
        (
            "hungry",
            ("food", "meal", "kitchen", "lunch", "soup", "eat", "langar", "fridge"),
        ),
        ("cold at home", ("warm", "tea", "fire", "kettle", "soup")),
        ("no money", ("free", "advice", "money", "pay", "bank")),
        ("nobody to talk to", ("company", "chat", "tea", "talk", "kettle", "together")),
    ],
)
def test_a_plain_need_leads_to_what_answers_it_near_here(client, said, leads_to):
    found = find(Ask(week=next_week(), words=said, most=20))
    keys = [hit.offer or hit.asset for hit in found.hits]
    offers = Offer.objects.filter(pk__in=keys)
    assets = Asset.objects.filter(pk__in=keys)
    told = [
        f"{one.name} {one.summary} {one.tags} {getattr(one, 'kinds', '')}".lower()
        for one in (*offers, *assets)
    ]

    assert found.total
    assert any(word in one for one in told for word in leads_to), told
    table = unescape(text_of(client.get("/open/words")))
    assert said in table  # the mapping itself, for anybody to object to


@pytest.mark.shows("G23")
def test_safe_by_the_word_of_its_visitors_and_a_room_to_be_quiet_in(client, valley):
    wish = frozenset({FactField.QUIET_ROOM})
    rooms = find(Ask(week=next_week(), wishes=wish, most=500)).hits
    quiet = {hit.asset for hit in rooms if hit.asset and hit.certain}
    hall = Asset.objects.filter(pk__in=quiet, kind="place").order_by("name").first()
    told_no = Fact.objects.filter(field="quiet_room", value="no", asset__isnull=False)
    assert not {hit.asset for hit in rooms} & set(
        told_no.values_list("asset", flat=True)
    )
    assert "Nobody has said yet." in text_of(client.get(f"/assets/{hall.pk}"))
    today = timezone.localdate()
    for whom, safe in (("a mum of two", "yes"), ("a lad of nineteen", "no")):
        felt = {ToldField.SAFE: safe}
        told = ProposalTold(
            kind=ProposalKind.VISIT,
            thing=hall.pk,
            words="I sat by the wall.",
            said_as=whom,
            told=felt,
        )
        propose_change(by=Actor.somebody(), region=valley, told=told, today=today)
        [one] = proposals_waiting()
        accept_change(
            by=Actor.steward("s"),
            proposal=one.proposal,
            today=today,
            fields={ToldField.SHOWN_AS: whom},
        )

    page = unescape(text_of(client.get(f"/assets/{hall.pk}")))
    assert "One visitor felt safe: a mum of two." in page
    assert "One visitor did not feel safe" in page
    assert "Quiet room" in page

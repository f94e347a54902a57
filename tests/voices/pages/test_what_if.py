"""What would be more by people's map, and which figures stand beside what they say?"""

from dataclasses import replace
from urllib.parse import urlencode

import pytest

from tests.voices.projects_told import evening
from tests.web import valley as a_valley
from weft.accounts.actors import Actor
from weft.commons.provenance import Geography
from weft.ground.models import Area
from weft.voices.domain.keys import thing_key
from weft.voices.domain.kinds import Basis, Sees, Sign
from weft.voices.domain.told import CauseTold, ConsentTold, ThingTold
from weft.voices.services import take_in

US = Actor.command("tests")
PAGE = "/voices/kettle-evenings/causes"
CAUSES = (
    CauseTold(ref="c1", cause="buses", effect="company", words=("bus",)),
    CauseTold(ref="c2", cause="company", effect="fear", sign=Sign.LESS),
    CauseTold(ref="c3", cause="owls", effect="fear", sign=Sign.UNKNOWN),
    CauseTold(ref="c4", cause="song", effect="company", basis=Basis.PART_OF),
)


def told(**more):
    return evening(causes=CAUSES, **more)


def asked(path, rule="modified", **held):
    pairs = [("rule", rule)]
    for at, (name, much) in enumerate(held.items(), start=1):
        pairs += [(f"what{at}", thing_key(name)), (f"much{at}", much)]
    return f"{path}?{urlencode(pairs)}"


def test_more_of_one_thing_is_more_and_less_of_others_as_an_opinion(client, db):  # noqa: ARG001 it writes
    take_in(by=US, region=a_valley.region().slug, told=told())
    bare = client.get(f"{PAGE}/what-if").content.decode()
    assert "This is an opinion drawn from what people said, not a forecast." in bare
    assert client.get(f"{PAGE}/what-if.csv").status_code == 404
    for rule in ("modified", "kosko", "rescaled"):
        path = asked(f"{PAGE}/what-if", rule, buses="100")
        page = client.get(path).content.decode()
        assert "What if «buses» stood at 100 in 100?" in page
        assert "One thing would be more. One thing would be less." in page
        assert "One arrow counts for nothing" in page
        assert "This is an opinion" in page
        rows = client.get(asked(f"{PAGE}/what-if.csv", rule, buses="100"))
        lines = rows.content.decode("utf-8-sig").splitlines()
        (company,) = [one for one in lines if one.startswith("company")]
        (fear,) = [one for one in lines if one.startswith("fear")]
        (owls,) = [one for one in lines if one.startswith("owls")]
        assert company.count("more, by") == fear.count("less, by") == 3
        assert owls.count("no different") == 3
        assert "not a forecast" in lines[-1] or "not a forecast" in "".join(lines)
    gone = client.get(asked(f"{PAGE}/what-if", gone="3", fear="bad")).content.decode()
    assert "is not on the map any more" in gone
    excel = client.get(asked(f"{PAGE}/what-if.xlsx", buses="0"))
    assert excel.status_code == 200


@pytest.mark.shows("E1", "H51")
def test_what_people_say_stands_beside_what_is_measured_there(valley, client, db):  # noqa: ARG001 it writes
    small = Area.objects.filter(geography=Geography.LSOA, vintage=2021)
    area = small.values_list("code", flat=True)[0]
    room = replace(evening().workshops[0], area=area)
    things = (
        ThingTold(name="company", measured_by="need/lonely"),
        ThingTold(name="fear", measured_by="need/safety"),
        ThingTold(name="buses", measured_by="need/no-car"),
    )
    take_in(
        by=US, region=valley, told=told(workshops=(room,), things=things), instead=True
    )
    page = client.get(PAGE).content.decode()
    assert "nobody noted in which area it was said" in page  # no words tell of fear
    ranked = client.get(f"{PAGE}/ranked.csv").content.decode()
    assert "by voices,1,buses,,1" in ranked
    assert "by figures,1,buses," in ranked
    assert "by figures,2" not in ranked  # company makes nothing of which words tell
    assert "company, <b>one passage</b>" not in page  # it has a figure
    said = page.index("Said often, never measured")
    never = page.index("Measured, never said")
    assert said < never
    assert "How many people live on little money?" in page[never:]
    assert "How many people feel lonely?" not in page[never:]
    lists = client.get(f"{PAGE}/lists.csv").content.decode()
    assert '"measured, never said",0,' in lists
    assert '"said, never measured"' not in lists  # all that was said has a figure
    rows = client.get(f"{PAGE}/measured.csv").content.decode()
    assert "company,How many people feel lonely?" in rows
    assert "British Red Cross" in rows  # whose figure, of when
    for path in ("loops.csv", "measured.xlsx"):
        assert client.get(f"{PAGE}/{path}").status_code == 200
    assert client.get(f"{PAGE}/else.csv").status_code == 404
    closed = replace(room, consent=ConsentTold(sees=Sees.HOSTS))
    open_too = replace(room, ref="other", sources=())
    take_in(
        by=US,
        region=valley,
        told=told(workshops=(closed, open_too), things=things),
        instead=True,
    )
    page = client.get(PAGE).content.decode()
    assert "buses" not in page
    assert "How many people feel lonely?" in page[page.index("Measured, never said") :]

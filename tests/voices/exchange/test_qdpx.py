"""A project goes out as REFI-QDA and comes back with its codes, words and coders."""

import io
import zipfile

import pytest
from hypothesis import given

from tests.voices.projects_by_chance import projects
from tests.voices.projects_told import evening
from tests.web import valley
from weft.accounts.actors import Actor
from weft.cli.line import main
from weft.standards import qdpx
from weft.voices.domain.anchors import PictureRegion, TextSpan
from weft.voices.domain.kinds import Layer, Sees
from weft.voices.domain.stems import without_stems
from weft.voices.domain.told import CodeTold
from weft.voices.exchange.qdpx import as_qdpx
from weft.voices.exchange.qdpx_coming import from_qdpx
from weft.voices.queries.whole import whole
from weft.voices.services import take_in


def marked(told):
    """Say who put which code to which words, and how codes stand in their tree."""
    told = without_stems(told)
    names = {one.ref: (one.name, one.layer) for one in told.codes}
    words = {
        one.ref: (source.text, one.at.start, one.at.end)
        for room in told.workshops
        for source in room.sources
        for one in source.passages
        if isinstance(one.at, TextSpan)
    }
    coded = {
        (names[one.code], words[one.passage], one.coder)
        for one in told.codings
        if one.passage in words
    }
    tree = sorted(
        (names[one.ref], names.get(one.parent, ("", Layer.WHAT))) for one in told.codes
    )
    return coded, tree, sorted(words.values())


def regions(told):
    """What is marked in pictures that are there; dots are coarser than our parts."""
    return sorted(
        (one.words, source.picture.jpeg, source.picture.describes)
        for room in without_stems(told).workshops
        for source in room.sources
        for one in source.passages
        if source.picture and isinstance(one.at, PictureRegion)
    )


@given(projects())
def test_codes_words_and_coders_come_back(tmp_path_factory, told):
    left = as_qdpx(told)
    path = tmp_path_factory.mktemp("out") / "p.qdpx"
    path.write_bytes(qdpx.write(left.project))
    back = from_qdpx(qdpx.read(path).project, slug="back")
    assert marked(back) == marked(told)
    all_passages = [
        one
        for room in without_stems(told).workshops
        for s in room.sources
        for one in s.passages
    ]
    assert regions(back) == regions(told)
    with_place = len(marked(told)[2]) + len(regions(told))
    assert left.without_place == len(all_passages) - with_place
    assert all(room.consent.sees is Sees.HOSTS for room in back.workshops)


@pytest.fixture
def region(db):  # noqa: ARG001 it writes
    return valley.region().slug


def test_a_project_leaves_is_opened_elsewhere_and_comes_in(
    region, client, tmp_path, capsys
):
    take_in(by=Actor.command("tests"), region=region, told=evening())
    answer = client.get("/voices/kettle-evenings/project.qdpx")
    assert (
        answer["Content-Disposition"] == 'attachment; filename="kettle-evenings.qdpx"'
    )
    path = tmp_path / "from elsewhere.qdpx"
    path.write_bytes(answer.content)
    assert main(["voices", "take-in", str(path)]) == 0
    assert "of 8 beginnings and ends stand outside of words" in capsys.readouterr().out
    back = whole(region, "from-elsewhere")
    assert marked(back) == marked(evening())
    assert "way home after seven" in back.claims[0].words
    for kind in ("qdc", "json"):
        page = client.get(f"/voices/kettle-evenings/project.{kind}")
        assert page.status_code == 200
        assert "under 16" not in page.content.decode()  # one came: nobody else's matter
        assert "way home" in page.content.decode()
    assert client.get("/voices/kettle-evenings/project.exe").status_code == 404
    assert client.get("/voices/from-elsewhere/project.json").status_code == 404


def test_what_a_room_keeps_to_itself_leaves_in_no_file(region, client):
    told = evening()
    room = told.workshops[0]
    open_room = type(room)(
        ref="open", name="Open", consent=type(room.consent)(sees=Sees.ANYBODY)
    )
    closed = type(room)(ref="closed", name="Closed", sources=room.sources)
    told = evening(workshops=(open_room, closed))
    take_in(by=Actor.command("tests"), region=region, told=told)
    for kind in ("json", "qdpx"):
        raw = client.get(f"/voices/kettle-evenings/project.{kind}").content
        assert b"Eleven pounds" not in raw
        assert b"Noor" not in raw


def test_nothing_is_told_in_a_file_of_which_only_a_closed_room_speaks(region, client):
    """Neither what it was sorted by, nor what makes what, by its words."""
    told = evening()
    room = told.workshops[0]
    open_room = type(room)(
        ref="open", name="Open", consent=type(room.consent)(sees=Sees.ANYBODY)
    )
    closed = type(room)(ref="closed", name="Closed", sources=room.sources)
    codes = (
        CodeTold(ref="top", name="what is hard", memo="nobody put it anywhere"),
        CodeTold(ref="way", name="way home", parent="top"),
    )
    told = evening(workshops=(open_room, closed), codes=codes)
    take_in(by=Actor.command("tests"), region=region, told=told)
    for kind in ("json", "qdpx", "qdc"):
        said = leaving(client, kind)
        assert "people out" not in said
        assert '"name": "way home"' not in said
        assert 'name="way home"' not in said
        assert "what is hard" in said
    take_in(by=Actor.command("tests"), region=region, told=evening(), instead=True)
    assert "people out" in leaving(client, "json")
    assert 'name="way home"' in leaving(client, "qdc")
    assert '"name": "way home"' in leaving(client, "json")


def leaving(client, kind):
    """What a file says that anybody may take, opened where it is a zip."""
    raw = client.get(f"/voices/kettle-evenings/project.{kind}").content
    if kind != "qdpx":
        return raw.decode()
    with zipfile.ZipFile(io.BytesIO(raw)) as box:
        return "".join(box.read(name).decode() for name in box.namelist())

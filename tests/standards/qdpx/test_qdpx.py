"""REFI-QDA: what others wrote is read as they meant it, and ours they can read."""

import io
import zipfile
from dataclasses import replace

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st

from weft.commons.errors import FileNotUnderstood
from weft.standards import qdpx
from weft.standards.qdpx.dialects import DIALECTS, fits, places, plain

WORDS = st.text(alphabet="ab é\n🫖", min_size=1, max_size=30)
GUIDS = [f"{at:08x}-0000-4000-8000-000000000000" for at in range(40)]


def samples(shared):
    return shared / "standards" / "refi-qda" / "samples"


@pytest.mark.parametrize(
    ("name", "dialect", "outside_words", "codes", "selections"),
    [
        # field/voices.md: 99.7 % of starts and 99.3 % of ends, in UTF-16 units with the
        # mark removed and a line end as two; here are 330 of those 633 selections
        ("nvivo12_windows_masked", "UTF-16 units, a line end as two", 657, 152, 330),
        ("qc_demo_masked", "characters", 316, 262, 158),
        ("atlasti23_blank", "characters", 0, 0, 0),
    ],
)
def test_what_three_programs_wrote_is_read_in_their_own_units(
    shared, name, dialect, outside_words, codes, selections
):
    found = qdpx.read(samples(shared) / f"{name}.qdpx")
    assert str(found.fit.dialect) == dialect
    assert found.fit.at_edges == outside_words
    assert found.fit.ends == 2 * selections
    assert len(found.project.codes) == codes
    assert sum(len(one.selections) for one in found.project.sources) == selections
    assert found.unread == {}


def test_the_standards_own_way_would_fit_nvivo_badly(shared):
    """Read as the standard says, three of ten begin where a word does."""
    with zipfile.ZipFile(samples(shared) / "nvivo12_windows_masked.qdpx") as box:
        name = next(one for one in box.namelist() if one.endswith("12890.txt"))
        raw = box.read(name).decode()
    found = qdpx.read(samples(shared) / "nvivo12_windows_masked.qdpx")
    (source,) = [one for one in found.project.sources if one.selections]
    back = {at: unit for unit, at in enumerate(places(raw, found.fit.dialect))}
    spans = [(back[one.start], back[one.end]) for one in source.selections]
    told = {str(fit.dialect): fit.share for fit in fits([(raw, spans)])}
    assert told["UTF-16 units, a line end as two"] > 0.99
    assert told["characters"] < 0.6


@given(st.text(alphabet="ab \r\n🫖", max_size=30), st.sampled_from(DIALECTS))
def test_every_unit_has_its_place(raw, dialect):
    where = places(raw, dialect)
    assert where[-1] == len(plain(raw))
    assert where == sorted(where)
    assert set(where) == set(range(len(plain(raw)) + 1))


@given(st.text(alphabet="ab🫖\r\n", min_size=1, max_size=30), st.booleans())
def test_utf_16_units_are_those_of_the_encoding(raw, mark):
    told = f"\ufeff{raw}" if mark else raw
    where = places(told, qdpx.Dialect(utf16=True, crlf_two=True, bom=True))
    assert len(where) - 1 == len(told.encode("utf-16-le")) // 2


@st.composite
def projects(draw) -> qdpx.Project:
    text = draw(WORDS)
    codes = tuple(
        qdpx.Code(
            guid=GUIDS[at],
            name=draw(WORDS),
            parent=draw(st.sampled_from(["", *GUIDS[:at]])),
            description=draw(st.sampled_from(["", "why"])),
        )
        for at in range(draw(st.integers(1, 4)))
    )
    start = draw(st.integers(0, len(text) - 1))
    selection = qdpx.Selection(
        guid=GUIDS[20],
        start=start,
        end=draw(st.integers(start + 1, len(text))),
        user=GUIDS[30],
        codings=(qdpx.Coding(guid=GUIDS[21], code=codes[0].guid, user=GUIDS[30]),),
        notes=(GUIDS[31],),
    )
    return qdpx.Project(
        name=draw(WORDS),
        origin="Weft",
        users=(qdpx.User(guid=GUIDS[30], name="the hosts"),),
        codes=codes,
        cases=(qdpx.Case(guid=GUIDS[32], name="Noor", selections=(GUIDS[20],)),),
        sources=(
            qdpx.TextSource(
                guid=GUIDS[33], name="words", text=text, selections=(selection,)
            ),
        ),
        notes=(qdpx.Note(guid=GUIDS[31], name="claim", text=draw(WORDS)),),
        sets=(qdpx.CodeSet(guid=GUIDS[34], name="how", codes=(codes[0].guid,)),),
    )


def kept(folder, raw, name="project.qdpx"):
    path = folder / name
    path.write_bytes(raw)
    return path


@given(projects())
def test_there_and_back(tmp_path_factory, project):
    path = kept(tmp_path_factory.mktemp("qdpx"), qdpx.write(project))
    found = qdpx.read(path)
    # the tree is written by its branches: the same codes, perhaps in another order
    assert set(found.project.codes) == set(project.codes)
    assert replace(found.project, codes=()) == replace(project, codes=())
    assert found.unread == {}
    assert qdpx.write(project) == qdpx.write(project)


@given(projects())
def test_it_keeps_the_schema_and_so_does_the_codebook(shared, project):
    folder = shared / "standards" / "refi-qda"
    with zipfile.ZipFile(io.BytesIO(qdpx.write(project))) as box:
        _schema(folder / "Project.xsd").validate(box.read("project.qde").decode())
    raw = qdpx.write_codebook(project.codes, project.sets, origin="Weft")
    _schema(folder / "Codebook.xsd").validate(raw.decode())


_READ: dict[str, xmlschema.XMLSchema] = {}


def _schema(path):
    if str(path) not in _READ:
        _READ[str(path)] = xmlschema.XMLSchema(str(path))
    return _READ[str(path)]


def test_a_codebook_comes_back(tmp_path):
    codes = (
        qdpx.Code(guid=GUIDS[1], name="way home", description="after seven"),
        qdpx.Code(guid=GUIDS[2], name="dark", parent=GUIDS[1], color="#223344"),
    )
    sets = (qdpx.CodeSet(guid=GUIDS[3], name="how", codes=(GUIDS[2],)),)
    path = kept(tmp_path, qdpx.write_codebook(codes, sets), "codes.qdc")
    assert qdpx.read_codebook(path) == (codes, sets)


def zipped(qde, **files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as box:
        box.writestr("project.qde", qde)
        for name, text in files.items():
            box.writestr(f"sources/{name}.txt", text)
    return out.getvalue()


def test_what_is_not_read_is_counted(tmp_path):
    qde = """<Project xmlns="urn:QDA-XML:project:1.0" name="x"><Sources>
    <TextSource guid="{0000000A-0000-4000-8000-000000000000}" plainTextPath="one.txt">
    <PlainTextSelection guid="a" startPosition="0" endPosition="4"/>
    <PlainTextSelection guid="b" startPosition="2" endPosition="99"/>
    <PlainTextSelection guid="c" startPosition="x" endPosition="4"/>
    </TextSource><TextSource guid="d" plainTextPath="internal://gone.txt"/>
    <PictureSource guid="e"/></Sources></Project>"""
    found = qdpx.read(kept(tmp_path, zipped(qde, one="Owls and more")))
    assert found.unread == {
        "selection outside its text": 2,
        "text that is not in the file": 1,
        "picture that is not in the file": 1,
    }
    first = found.project.sources[0]
    assert first.guid == "0000000a-0000-4000-8000-000000000000"
    assert [first.text[one.start : one.end] for one in first.selections] == ["Owls"]


@pytest.mark.parametrize(
    "raw",
    [
        zipped("<Project"),
        zipped("<Else/>"),
        zipped('<!DOCTYPE x [<!ENTITY a "b">]><Project name="&a;"/>'),
        b"no zip",
    ],
)
def test_what_is_no_project_is_refused(tmp_path, raw):
    with pytest.raises(FileNotUnderstood):
        qdpx.read(kept(tmp_path, raw))

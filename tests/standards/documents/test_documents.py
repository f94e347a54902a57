"""People's own files are read for their words, and nothing else of them is kept."""

import zlib

import pytest

from tests.standards.documents_made import docx, line, odt, pdf, zip_of
from weft.commons.errors import FileNotUnderstood
from weft.standards.documents import Turn, read
from weft.standards.documents.pdf import pdf as pdf_read

SAID = "Ten to seven. I’d have to leave"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"]
)
def test_a_text_is_read_in_any_common_encoding(encoding):
    raw = f"# Table 2\r\n{SAID}\r\n".encode(encoding)
    assert read(raw, file="a.md").text == f"# Table 2\n{SAID}\n"


def test_a_word_file_is_read_line_by_line_and_the_rest_is_counted():
    body = (
        line("Owls &amp; herons.")
        + "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>one</w:t><w:tab/>"
        "<w:t>two</w:t><w:br/><w:t>three</w:t></w:r>"
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:r><w:drawing/><w:footnoteReference/></w:r></w:p>"
        "<w:tbl><w:tr><w:tc>" + line("cell") + "</w:tc></w:tr></w:tbl>"
    )
    found = read(docx(body, word__vbaProject_dot_bin=b"\x00" * 99), file="a.docx")
    assert found.text == "Owls & herons.\none\ttwo\nthree\ncell\n"
    assert found.unread == {
        "macro": 1,
        "stretch that was struck out": 1,
        "picture or drawing": 1,
        "footnote": 1,
    }


def test_an_open_document_is_read_with_its_blanks():
    found = read(
        odt(
            "<text:h>Table <text:span>2</text:span></text:h>\n"
            "<text:p>one<text:s text:c='2'/>two<text:line-break/>three"
            "<office:annotation><text:p>a comment</text:p></office:annotation>!"
            "</text:p>"
        ),
        file="a.odt",
    )
    assert found.text == "Table 2\none  two\nthree!\n"
    assert found.unread == {"comment": 1}


def test_a_pdf_is_read_page_by_page_and_bare_pages_are_counted():
    found = read(pdf("Owls.", "", "Herons."), file="a.pdf")
    assert found.text.split() == ["Owls.", "Herons."]
    assert found.unread == {"page without words": 1}


def test_a_transcript_keeps_its_times_and_voices():
    raw = (
        "WEBVTT - an evening\n\nNOTE not said\n\n"
        "1\n00:01.000 --> 00:03.500 align:start\n"
        "<v.loud Ann B>Owls, <i>always</i>.</v>\n"
        "<v Noor>Where?\n\n00:00:04.000 --> 01:00:05.000\nNobody &amp; all\n\n"
        "00:09.000 --> 00:08.000\nback\n\nno time here\n"
    )
    found = read(raw.encode(), file="a.vtt")
    assert found.turns == (
        Turn(start_ms=1000, end_ms=3500, voice="Ann B", words="Owls, always."),
        Turn(start_ms=1000, end_ms=3500, voice="Noor", words="Where?"),
        Turn(start_ms=4000, end_ms=3_605_000, voice="", words="Nobody & all"),
    )
    assert found.unread == {"line that ends before it begins": 1,
                            "line without a time": 1}  # fmt: skip


def test_three_hundred_pages_are_read():
    words = "She said that she would come if there was a bus home. " * 22
    paged = [line(f"{at} {words}") for at in range(300)]
    assert read(docx("".join(paged)), file="a.docx").text.count("bus home") == 6600
    pages = [f"{at} {words}" for at in range(300)]
    assert read(pdf(*pages), file="a.pdf").text.count("bus home") == 6600


BOMB = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><x>&b;</x>"
BAD = {
    "empty": (b"  \n", "empty"),
    "svg": (b"<?xml version='1.0'?><svg onload='x()'/>", "SVG"),
    "page": (b"<!DOCTYPE html><p>x", "web page"),
    "picture": (b"\xff\xd8\xff\xe0rest", "a picture"),
    "heic": (b"\x00\x00\x00\x18ftypheic", "a picture"),
    "old word": (b"\xd0\xcf\x11\xe0rest", "old Word"),
    "noise": (b"ab\x00\x01\x02cd", "no text"),
    "cut zip": (docx(line("x"))[:60], "damaged"),
    "another zip": (zip_of(a=b"1"), "neither DOCX nor ODT"),
    "xml bomb": (zip_of(word__document_dot_xml=BOMB), "document type"),
    "no words": (docx("<w:p/>"), "no words"),
    "picture of words": (pdf("", ""), "picture of words"),
    "cut pdf": (b"%PDF-1.4\nnothing", "damaged"),
    "pdf bomb": (pdf("x", packed=zlib.compress(b" " * 200_000_000, 9)), "than any"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_refused_with_a_reason(name):
    raw, said = BAD[name]
    with pytest.raises(FileNotUnderstood, match=said):
        read(raw, file=name)


def test_a_zip_bomb_and_a_deep_one_do_no_harm(monkeypatch):
    monkeypatch.setattr("weft.standards.documents.zipped.MOST_XML", 100_000)
    with pytest.raises(FileNotUnderstood, match="unpacks to more"):
        read(docx(line("a" * 200_000)), file="a.docx")
    monkeypatch.setattr("weft.standards.documents.zipped.MOST_XML", 10_000_000)
    deep = "<w:sdt>" * 50_000 + line("deep") + "</w:sdt>" * 50_000
    assert read(docx(deep), file="a.docx").text == "deep\n"


def test_a_pdf_that_never_ends_is_stopped():
    with pytest.raises(FileNotUnderstood, match="too long"):
        pdf_read(pdf("x"), file="a.pdf", most_seconds=0.01)

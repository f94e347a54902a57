"""Those who hold a project look after its codes, and see what was done to them."""

import csv
import io

import pytest

from tests.voices.pages.test_in_hand import hers, send
from weft.voices.models import Act, Code, Source

__all__ = ["hers"]


@pytest.mark.shows("H44", "H48", "H52")
def test_codes_are_looked_after_by_the_link_of_the_project(hers, client):
    text, codes = f"{hers}/text/{Source.objects.get().pk}", f"{hers}/codes"
    shown = client.get(codes).content.decode()
    assert "way home" in shown
    assert '<h2 id="open"' not in shown
    send(client, text, "put", passage="4", codes="night; ~joy")
    for value in ("past", "urgent"):
        sent = send(client, text, "facet", passage="4", facet=value)
        assert sent.headers["Location"].endswith("?done=facet&passage=4")
    opened = client.get(f"{text}?passage=4").content.decode()
    for said in ("Take off night", "Take off joy", "It tells of what was, says link"):
        assert said in opened
    urgent = client.get(f"{codes}?facet=urgent").content.decode()
    assert urgent.count("Owls.") == 1
    assert "Nobody said so" in client.get(f"{codes}?facet=present").content.decode()

    night = Code.objects.get(name="night").ref
    seen = str(Act.objects.count())
    sent = send(client, codes, "move", code=night, above="way", seen=seen)
    assert sent.headers["Location"].endswith(f"?done=move&code={night}")
    send(client, codes, "rename", code=night, new_name="after dark", seen=seen)
    late = {"code": night, "new_name": "evening", "seen": seen}
    refused = send(client, codes, "rename", **late)
    page = refused.content.decode()
    assert refused.status_code == 400
    assert "«night» was renamed «after dark»" in page
    assert 'value="evening"' in page  # what was typed is kept beside it
    send(client, codes, "merge", code="way", into=night, seen=str(Act.objects.count()))
    assert set(Code.objects.values_list("name", flat=True)) == {"after dark", "joy"}

    told = client.get(f"{codes}/history").content.decode()
    assert "«way home» went into «after dark», one passage" in told
    act = Act.objects.get(deed="merge").number
    send(client, f"{codes}/history", "undo", act=str(act))
    assert Code.objects.get(ref=night).parent.ref == "way"
    raw = client.get(f"{codes}/history.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(raw)))
    assert rows[0][:4] == ["Number", "When", "By whom", "What"]
    assert len(Act.objects.all()) == sum(
        row[:1] != [] and row[0].isdecimal() for row in rows
    )
    for words in ("Owls", "bus is at ten", "Noor", "Table 2"):
        assert words not in raw
    book = client.get(f"{codes}.xlsx")
    assert book.headers["Content-Type"].endswith("sheet")


def test_what_is_gone_meanwhile_is_said_and_nothing_typed_is_lost(hers, client):
    text = f"{hers}/text/{Source.objects.get().pk}"
    send(client, text, "unmark", passage="4", seen="0")
    late = send(client, text, "put", passage="4", codes="night")
    page = late.content.decode()
    assert late.status_code == 400
    assert "the mark P4 was taken out" in page
    assert send(client, text, "put", passage="77", codes="x").status_code == 404
    assert send(client, text, "put", passage="3", codes=" ; ").status_code == 400
    undone = send(client, f"{hers}/codes/history", "undo", act="1")
    assert undone.status_code == 302
    assert "Owls." in client.get(text).content.decode().split("Marked so far")[1]
    assert client.get("/v/nothing/codes").status_code == 404


def test_a_place_told_by_a_script_says_which_of_the_same_words_is_meant(hers, client):
    source = Source.objects.get()
    second = source.text.index("the", source.text.index("the") + 1)
    text = f"{hers}/text/{source.pk}"
    assert send(client, text, "mark", words="the").status_code == 400
    assert send(client, text, "mark", words="the", at=str(second)).status_code == 302
    assert source.passages.last().at["start"] == second

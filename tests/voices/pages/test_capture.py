"""Files, pictures and words are put in by a project's link; nothing is taken twice."""

from datetime import date, timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from tests.standards.documents_made import docx, line, pdf
from tests.voices.pages.test_in_hand import send, told
from tests.voices.pictures_taken import BLUE, RED, as_sent, colour
from weft.accounts.models import Entry
from weft.voices.domain.anchors import PictureRegion, TimeSpan
from weft.voices.domain.kinds import SourceKind
from weft.voices.domain.reading import Reader
from weft.voices.exchange.own import as_json, from_json
from weft.voices.models import InPicture, Passage, Picture, Source, Speaker, Workshop
from weft.voices.queries.leaving import as_seen

BLACK = (50, 50, 50)
LEFT = {"left": "0", "top": "0", "width": "500", "height": "1000"}


def sent(hers, client, answer, **typed):
    typed = {"workshop": "lock", "once": str(uuid4()), **typed}
    return send(client, f"{hers}/capture", answer, **typed)


def photo(name="a.jpg", raw=None):
    return SimpleUploadedFile(name, raw or as_sent(800, 600, form="JPEG"))


def put_picture(hers, client, **typed):
    typed = {"seen": "nobody", "name": "Poster 4", "describes": "Two colours", **typed}
    typed = {"picture": photo(), **typed}
    answer = sent(hers, client, "picture", **typed)
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"].partition("?")[0]


def test_files_come_in_and_what_was_not_read_is_shown(hers, client):
    body = line("The hall is locked by nine.")
    raw = docx(body, word__vbaProject_dot_bin=b"AutoOpen")
    answer = sent(hers, client, "file", file=SimpleUploadedFile("t.docm", raw))
    assert answer.status_code == 302
    source = told().workshops[0].sources[1]
    assert source.text == "The hall is locked by nine."
    assert source.left_out == ("1 macro",)
    assert "Not read in its file: 1 macro." in client.get(hers).content.decode()

    vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Smith>Owls.\n\n"
    vtt += "00:02.000 --> 00:04.000\n<v Bo>Herons.\n"
    file = SimpleUploadedFile("t.vtt", vtt.encode())
    where = sent(hers, client, "file", file=file, name="The talk")["Location"]
    talk = told().workshops[0].sources[2]
    assert talk.kind is SourceKind.RECORDING
    assert [one.at for one in talk.passages] == [
        TimeSpan(start_ms=1000, end_ms=2000),
        TimeSpan(start_ms=2000, end_ms=4000),
    ]
    names = {one.ref: one.name for one in told().speakers}
    assert [names[one.speaker] for one in talk.passages] == ["Voice 1", "Voice 2"]
    assert "0:01 to 0:02" in client.get(where).content.decode()
    assert not Speaker.objects.filter(name="Ann Smith").exists()
    file = SimpleUploadedFile("t.vtt", vtt.encode())
    sent(hers, client, "file", file=file, with_names="yes")
    assert Speaker.objects.filter(name="Ann Smith").exists()


def test_what_cannot_be_taken_is_said_and_nothing_is_kept(hers, client, settings):
    before = Source.objects.count()
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 20_000  # what is 10 MB to a true page
    for answer, typed, said in (
        ("file", {}, "Choose a file first"),
        ("file", {"file": photo("p.pdf", pdf(""))}, "picture of words"),
        ("file", {"file": photo("x.svg", b"<svg/>")}, "drawing in code"),
        ("file", {"file": photo("x.txt", b"x" * 30_000)}, "did not read it"),
        ("picture", {"seen": "nobody"}, "Choose a picture"),
        ("picture", {"picture": photo(), "seen": ""}, "whether anybody can be known"),
        ("picture", {"picture": photo(), "seen": "people"}, "and how many"),
        ("picture", {"picture": photo("x", b"<svg/>"), "seen": "nobody"}, "SVG"),
        (
            "picture",
            {"picture": photo("x", b"\0\0\0\x18ftypheic"), "seen": "nobody"},
            "HEIC",
        ),
        ("picture", {"picture": photo("x", b"x"), "seen": "nobody"}, "can read"),
        ("gone", {}, ""),
    ):
        page = sent(hers, client, answer, name="Typed so", **typed)
        assert page.status_code == 400, said
        assert said in page.content.decode()
        assert "Typed so" in page.content.decode() or answer == "gone"
    assert sent(hers, client, "missing", workshop="gone").status_code == 404
    assert Source.objects.count() == before


@pytest.mark.shows("H68")
def test_a_picture_is_kept_bare_marked_by_hand_and_shown_by_its_part(hers, client):
    exif = Image.Exif()
    exif[0x010F] = "A maker"
    exif.get_ifd(0x8825)[1] = "N"
    raw = as_sent(800, 600, form="JPEG", exif=exif, comment=b"secret words")
    where = put_picture(hers, client, picture=photo(raw=raw))
    kept = bytes(Picture.objects.get().jpeg)
    assert b"secret words" not in kept
    with Image.open(BytesIO(kept)) as image:
        assert not image.getexif()
    assert client.get(f"{where}.jpg").content == kept

    typed = {"words": "Owls", "readings": "Owls\nOwis\n", "speaker": "Table 2"}
    assert send(client, where, "mark", **LEFT, **typed).status_code == 302
    send(client, where, "mark", words="")  # all of it, and no word can be read
    part, whole = told().workshops[0].sources[1].passages
    assert part.at == PictureRegion(left=0, top=0, width=500, height=1000)
    assert part.readings == ("Owls", "Owis")
    assert (whole.words, whole.at.width) == ("", 1000)
    seen = client.get("/voices/kettle-evenings/words").content.decode()
    address = "/voices/kettle-evenings/words/5.jpg"
    assert address in seen
    assert 'alt="Two colours"' in seen  # a drawing without a word can be read too
    assert colour(client.get(address).content, 0.9) == RED
    page = client.get(where).content.decode()
    assert 'width="500" height="1000"' in page
    bad = send(client, where, "mark", **{**LEFT, "width": "2000"}, words="typed")
    assert bad.status_code == 400
    assert "four whole numbers" in bad.content.decode()
    assert "typed" in bad.content.decode()
    Workshop.objects.update(sees="hosts")
    assert client.get(address).status_code == 404
    assert client.get(f"{where}.jpg").status_code == 200
    Workshop.objects.update(until=date(2020, 1, 1))
    assert client.get(f"{where}.jpg").status_code == 404


def test_who_is_in_a_picture_says_to_what_and_can_leave_it(hers, client):
    where = put_picture(hers, client, seen="people", people="2")
    send(client, where, "mark", words="A day out")
    address = "/voices/kettle-evenings/words/5.jpg"
    paged = "/voices/kettle-evenings/words"
    assert client.get(address).status_code == 404  # nobody said yes yet
    assert client.get(f"{where}.jpg").status_code == 200
    assert "Of 2 nobody wrote down" in client.get(where).content.decode()
    day = timezone.localdate()
    yes = {"uses": ["page"], "who": "Kit", "child": "yes", "until": day.isoformat()}
    here = {f"person-{name}": told for name, told in LEFT.items()}
    send(client, where, "person", **yes, **here)
    send(client, where, "person", who="Noor", uses=["page", "paper", "file"])
    assert client.get(address).status_code == 404  # no parent was asked
    send(client, where, "person", **yes, **here, parent="yes")
    assert client.get(address).status_code == 200
    assert "v-part--screen" in client.get(paged).content.decode()  # not on paper
    region = "tenterdale"
    seen = as_seen(region, "kettle-evenings", reader=Reader.HOST, today=day)
    assert seen.workshops[0].sources[1].picture is None  # nor in a file
    InPicture.objects.update(until=day - timedelta(1))
    for one in (address, f"{where}.jpg"):  # after the last day nobody sees it
        assert client.get(one).status_code == 404
    InPicture.objects.update(until=None)

    kit = Speaker.objects.get(name="Kit")
    made = send(client, hers, "slip", speaker=kit.ref).content.decode()
    code = made.partition('v-slip"><b>')[2].partition("</b>")[0]
    slip = reverse("voices:slip")
    seen = send(client, slip, "", code=code).content.decode()
    assert "You are in one picture." in seen
    gone = send(client, slip, "left", code=code).content.decode()
    assert "you are out of one picture." in gone
    painted = bytes(Picture.objects.get().jpeg)
    assert (colour(painted, 0.25), colour(painted, 0.75)) == (BLACK, BLUE)
    assert [one.name for one in Speaker.objects.filter(pictures__isnull=False)] == [
        "Noor"
    ]
    noor = Speaker.objects.get(name="Noor")
    made = send(client, hers, "slip", speaker=noor.ref).content.decode()
    code = made.partition('v-slip"><b>')[2].partition("</b>")[0]
    send(client, slip, "left", code=code)  # nobody marked where she is
    assert bytes(Picture.objects.get().jpeg) == b""
    assert client.get(address).status_code == 404
    assert "taken back by somebody" in client.get(where).content.decode()
    assert Passage.objects.get(number=5).words == "A day out"  # another's words
    for word in ("Kit", "Noor", "A day out", "Two colours"):
        assert word not in str([*Entry.objects.values()])


def test_what_a_speaker_takes_back_goes_out_of_the_picture_too(hers, client):
    where = put_picture(hers, client)
    send(client, where, "mark", **LEFT, words="Mine", speaker="Bee")
    right = {**LEFT, "left": "600", "width": "400"}
    send(client, where, "mark", **right, words="Another’s")
    send(client, where, "mark", words="All of it: Mine, another’s")
    bee = Speaker.objects.get(name="Bee")
    made = send(client, hers, "slip", speaker=bee.ref).content.decode()
    code = made.partition('v-slip"><b>')[2].partition("</b>")[0]
    send(client, reverse("voices:slip"), "back", code=code)
    painted = bytes(Picture.objects.get().jpeg)
    assert (colour(painted, 0.25), colour(painted, 0.75)) == (BLACK, BLUE)
    left = Passage.objects.filter(number__gte=5, withdrawn_on=None)
    assert [one.words for one in left] == ["Another’s"]
    assert Picture.objects.get().describes == ""


def test_sent_twice_it_is_taken_once_and_a_missing_one_keeps_its_place(hers, client):
    twice = {"once": str(uuid4()), "name": "Once"}
    first = sent(hers, client, "words", text="Said.", **twice)
    again = sent(hers, client, "words", text="Said.", **twice)
    assert first["Location"] == again["Location"]
    assert Source.objects.filter(name="Once").count() == 1
    send(client, hers, "out", source=str(Source.objects.get(name="Once").pk))
    assert sent(hers, client, "words", text="Said.", **twice)["Location"] == hers
    assert not Source.objects.filter(name="Once").exists()

    where = sent(hers, client, "missing", name="Picture 12")["Location"]
    assert "It keeps its place." in client.get(where).content.decode()
    page = client.get("/voices/kettle-evenings/words").content.decode()
    assert "is missing. It keeps its place." in page


def test_a_picture_goes_in_our_own_file_and_comes_back_bare(hers, client):
    put_picture(hers, client, seen="nobody")
    held = told()
    assert from_json(as_json(held).encode(), file="x") == held
    picture = held.workshops[0].sources[1].picture
    assert picture.describes == "Two colours"
    seen = as_seen(
        "tenterdale", held.slug, reader=Reader.ANYBODY, today=timezone.localdate()
    )
    assert seen.workshops[0].sources[1].picture == picture

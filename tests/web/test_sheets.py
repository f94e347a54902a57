"""A messy spreadsheet is looked at row by row, taken, found, and taken back."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web import valley
from tests.web.stewards import signed_in
from weft.assets.models import Import, Offer
from weft.web.pages.presenters.spreadsheets import MOST_BYTES

pytestmark = pytest.mark.django_db
MESSY = (
    "Groups of our parish,,,,\n"
    ",,,,\n"
    "Name of group,What?,When?,Where,Post code\n"
    'Thistle,Sewing bee,"Tues 1-3ish, not in the holidays",Zion Hall,HX7 8EH\n'
    'Thistle,Sewing bee,"Tues 1-3ish, not in the holidays",Zion Hall,HX7 8EH\n'
    ",,Mon 7pm,,\n"
    "Men\u2019s Shed,Whittling,whenever the kettle is on,The Lock,HX7 8EJ\n"
)
HIDDEN = re.compile(r'name="(sheet|name|region|told_by)" value="([^"]*)"')


@pytest.fixture
def steward(client):
    valley.region()
    return signed_in(client, proved=True)


def text_of(response):
    return unescape(response.content.decode())


def looked(client, text=MESSY, name="parish.csv", **fields):
    file = SimpleUploadedFile(name, text.encode())
    return client.post("/steward/sheets/look", {"sheet": file, **fields})


def taken(client, page, **fields):
    told = dict(HIDDEN.findall(page))
    return client.post("/steward/sheets/take", {**told, **fields}, follow=True)


def test_every_row_is_shown_before_anything_is_taken(steward):
    page = text_of(looked(steward))

    assert "Two are new" in page
    assert "one is told twice in this sheet" in page
    assert "one cannot be taken" in page
    assert "«Tues 1-3ish, not in the holidays»" in page
    assert "The same as line 4." in page
    assert "«whenever the kettle is on»" in page
    assert "Nothing has been taken yet." in page
    assert not Offer.objects.exists()
    assert not Import.objects.exists()


def test_it_is_taken_found_and_taken_back_without_a_trace(steward):
    page = text_of(looked(steward, told_by="the parish council"))

    answer = text_of(taken(steward, page))

    assert "It is in the list now" in answer
    assert "2 of 4 rows taken" in answer
    assert "Told by the parish council." in answer
    assert {offer.name for offer in Offer.objects.all()} == {"Sewing bee", "Whittling"}

    number = Import.objects.get().number
    answer = text_of(steward.post(f"/steward/sheets/{number}/undo", follow=True))
    assert "All of it was taken back." in answer
    assert not Offer.objects.exists()
    again = steward.post(f"/steward/sheets/{number}/undo")
    assert again.status_code == 400
    assert "was taken back before" in text_of(again)


def test_what_seems_to_be_a_double_is_taken_if_somebody_says_so(steward):
    page = text_of(looked(steward))
    taken(steward, page, also=["5"])
    assert Offer.objects.filter(name="Sewing bee").count() == 2


def test_the_same_file_is_not_taken_twice(steward):
    page = text_of(looked(steward))
    taken(steward, page)
    answer = taken(steward, page)
    assert answer.status_code == 400
    assert Import.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "Choose a file first."),
        ({"sheet": SimpleUploadedFile("a.csv", b"x" * (MOST_BYTES + 1))}, "larger"),
        ({"sheet": SimpleUploadedFile("a.csv", b"<html><body>no")}, "a.csv"),
        ({"sheet": SimpleUploadedFile("a.xlsx", b"PK not really")}, "a.xlsx"),
    ],
    ids=["none", "too large", "a web page", "no workbook"],
)
def test_what_will_not_do_is_told_at_the_form(steward, fields, says):
    answer = steward.post("/steward/sheets/look", fields)
    assert answer.status_code == 400
    assert says in text_of(answer)
    assert 'id="sheet-error"' in text_of(answer)


def test_what_comes_back_spoilt_is_refused(steward):
    answer = steward.post("/steward/sheets/take", {"sheet": "!", "name": "a.csv"})
    assert answer.status_code == 400
    assert "got lost on the way" in text_of(answer)


@pytest.mark.parametrize("name", ["..", "../../a.csv", "a\0b.csv", "", "x" * 500])
def test_a_name_that_no_disk_takes_does_no_harm(steward, name):
    told = dict(HIDDEN.findall(text_of(looked(steward))))
    answer = steward.post("/steward/sheets/take", {**told, "name": name}, follow=True)
    assert answer.status_code in {200, 400}


def test_names_of_persons_are_not_shown_again(steward):
    text = "Group,When,Contact name\nThistle,Mon 7pm,Sheila Sample\n"
    page = text_of(looked(steward, text))
    shown = HIDDEN.sub("", page)
    assert "Sheila" not in shown


@pytest.mark.parametrize("way", ["look", "take", "1/undo"])
def test_nobody_else_takes_anything(client, way):
    valley.region()
    assert client.post(f"/steward/sheets/{way}").status_code in {302, 403}
    assert client.get("/steward/sheets").status_code == 302

"""A neighbour's words stand beside the number, on the page and in every file of it."""

import csv
import html
import io
import json
from datetime import date

import openpyxl
import pytest

from weft.accounts.actors import Actor
from weft.commons.provenance import Geography
from weft.ground import queries as ground
from weft.need.domain.replies import ReplyTold
from weft.need.queries import replies_waiting
from weft.need.services.replying import accept_reply, take_replies

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("valley")]
WORDS = "Forty of us know each other by name. =Count that!"
FORM = "/need/areas/{code}/lonely/reply"


@pytest.fixture
def code(valley):
    return ground.areas(valley, Geography.LSOA, 2021)[3].code


@pytest.fixture
def accepted(client, code):
    answer = client.post(
        FORM.format(code=code), {"words": WORDS, "said_as": "a gardener"}
    )
    [waiting] = replies_waiting()
    accept_reply(
        by=Actor.command("replies"), reply=waiting.reply, today=date(2026, 11, 30)
    )
    return html.unescape(answer.content.decode())


def own_code(text):
    return text.split('<b class="w-nb">')[1].split("</b>")[0]


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return html.unescape(answer.content.decode())


def every_cell(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    if address.endswith(".csv"):
        rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
        return [cell for row in rows for cell in row]
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]


@pytest.mark.parametrize(
    "address", ["/places/{code}", "/need/areas/{code}", "/need/lonely"]
)
def test_it_stands_on_every_page_that_shows_the_number(client, code, accepted, address):
    assert accepted
    text = page(client, address.format(code=code))
    assert WORDS in text
    assert "a gardener" in text


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize(
    "address",
    ["/places/{code}/missing/lonely", "/need/areas/{code}", "/need/lonely"],
)
def test_it_goes_into_every_file_that_holds_the_number(
    client, code, accepted, address, kind
):
    assert accepted
    cells = every_cell(client, f"{address.format(code=code)}.{kind}")
    [cell] = [cell for cell in cells if WORDS in cell]
    assert "a gardener" in cell


@pytest.mark.parametrize(
    "address",
    ["/api/v1/need/areas/{code}/profile", "/api/v1/need/indicators/lonely"],
)
def test_it_is_told_to_programs(client, code, accepted, address):
    assert accepted
    told = json.loads(client.get(address.format(code=code)).content)
    [reply] = told["replies"]
    assert (reply["words"], reply["said_as"]) == (WORDS, "a gardener")


def test_nothing_stands_anywhere_before_it_is_read(client, code):
    client.post(FORM.format(code=code), {"words": WORDS})
    for address in ("/places/{code}", "/need/areas/{code}", "/need/lonely.csv"):
        assert WORDS not in page(client, address.format(code=code))


def test_a_column_of_replies_is_there_only_where_somebody_said_something(client):
    assert "What people there say" not in page(client, "/need/lonely")


def test_words_taken_back_with_the_code_are_gone_from_all_of_them(
    client, code, accepted
):
    own = own_code(accepted)
    answer = client.post("/need/replies/take-back", {"code": own})

    assert answer.status_code == 200
    assert "Your words are gone" in answer.content.decode()
    for address in (
        "/places/{code}",
        "/need/areas/{code}",
        "/need/areas/{code}.csv",
        "/need/areas/{code}.json",
        "/need/lonely.csv",
    ):
        assert WORDS not in page(client, address.format(code=code))


def test_a_wrong_code_is_said_to_be_wrong_and_kept_to_mend(client):
    answer = client.post("/need/replies/take-back", {"code": "abcd-efgh"})
    assert answer.status_code == 404
    assert "No reply has this code" in answer.content.decode()
    assert 'value="abcd-efgh"' in answer.content.decode()


def test_what_cannot_be_taken_is_given_back_with_every_word(client, code):
    typed = {"words": "Ring 01274 555012", "said_as": "a gardener"}
    answer = client.post(FORM.format(code=code), typed)
    text = answer.content.decode()

    assert answer.status_code == 400
    assert "Please leave out telephone numbers" in text
    assert all(value in text for value in typed.values())
    assert replies_waiting() == ()


def test_neither_form_leaves_a_cookie_or_tells_the_address(client, code):
    for address in (FORM.format(code=code), "/need/replies/take-back"):
        assert not client.get(address).cookies
        assert not client.post(address, {"words": "", "code": ""}).cookies


@pytest.mark.parametrize(
    "address",
    ["/need/areas/E01999999/lonely/reply", "/need/areas/{code}/no-such-thing/reply"],
)
def test_a_number_that_is_not_there_has_no_form(client, code, address):
    page(client, address.format(code=code), 404)


def test_words_are_shown_as_words_and_never_as_markup(client, code):
    client.post(FORM.format(code=code), {"words": "<b>bold</b> as brass"})
    [waiting] = replies_waiting()
    accept_reply(
        by=Actor.command("replies"), reply=waiting.reply, today=date(2026, 11, 30)
    )
    text = client.get(f"/places/{code}").content.decode()
    assert "&lt;b&gt;bold&lt;/b&gt; as brass" in text
    assert "<b>bold</b>" not in text


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_words_about_a_whole_neighbourhood_go_with_the_numbers_of_its_small_areas(
    client, valley, kind
):
    whole = ground.areas(valley, Geography.MSOA, 2021)[2]
    told = ReplyTold(area_code=whole.code, key="low-income", words=WORDS)
    take_replies(by=Actor.command("replies"), told=[told], today=date(2026, 11, 30))

    [cell] = [x for x in every_cell(client, f"/need/low-income.{kind}") if WORDS in x]
    assert whole.title in cell
    assert f"in {whole.title}" in page(client, "/need/low-income")


def test_words_that_cannot_wait_bring_help_first_and_are_read_like_any_other(
    client, code
):
    address = FORM.format(code=code)
    assert "w-help-now" not in page(client, address)
    for field in ("words", "said_as"):
        told = {"words": "It is so.", field: "I want to die"}
        answer = client.post(address, told)
        main = html.unescape(answer.content.decode()).split("<main", 1)[1]
        assert main.index("116 123") < main.index("<h1")
        assert "We keep nothing" not in main  # they are kept, to be read
    assert len(replies_waiting()) == 2

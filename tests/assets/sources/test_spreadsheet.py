"""Spreadsheets as people keep them: every row is accounted for, nothing is guessed."""

import csv
import io
import zipfile
from datetime import date, time

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weft.assets.domain.facts import FactField
from weft.assets.domain.sheets import Left, Outcome, gathered, previewed
from weft.assets.sources.harvest.csv_rows import told as told_in_a_feed
from weft.assets.sources.spreadsheet import read_sheet
from weft.assets.sources.spreadsheet.grid import MOST_ROWS
from weft.assets.sources.spreadsheet.headings import plain_heading
from weft.commons.errors import FileNotUnderstood

TODAY = date(2026, 9, 1)
HEADINGS = ("Name of group", "When?", "Where", "Post code", "Cost (£)", "Tel")


def a_csv(path, *rows, sign=",", encoding="utf-8"):
    text = io.StringIO()
    csv.writer(text, delimiter=sign).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def a_book(path, *rows, before=()):
    book = openpyxl.Workbook()
    for row in (*before, *rows):
        book.active.append(list(row))
    book.save(path)
    return path


def read(path):
    return read_sheet(path, today=TODAY)


@pytest.mark.parametrize("write", [a_csv, a_book], ids=["csv", "excel"])
def test_a_row_tells_of_an_offer_its_hours_and_its_place(tmp_path, write):
    path = write(
        tmp_path / "groups.xlsx",
        HEADINGS,
        ("Sew & Natter", "Tues 1-3ish", "Zion Hall", "hx78eh", "£2.50", "01632 960001"),
    )
    (row,) = read(path).rows
    offer = row.offer
    assert (offer.name, offer.price_pence_least, offer.telephone) == (
        "Sew & Natter",
        250,
        "01632 960001",
    )
    assert (row.place.name, row.place.postcode) == ("Zion Hall", "HX7 8EH")
    (schedule,) = offer.schedules
    assert (schedule.days, schedule.starts, schedule.rough) == ((1,), time(13), True)
    assert schedule.said == "Tues 1-3ish"
    assert row.left == ()


def test_titles_above_the_headings_and_blank_lines_are_passed_over(tmp_path):
    before = [("What's on in the valley",), (), ("Kept by the parish",), ()]
    path = a_book(tmp_path / "a.xlsx", HEADINGS, ("Choir", "Mon 7pm"), before=before)
    sheet = read(path)
    assert sheet.header_line == 5
    assert [(row.line, row.named) for row in sheet.rows] == [(6, "Choir")]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_separator_and_encoding(tmp_path, sign, encoding):
    path = a_csv(
        tmp_path / "a.csv",
        ("Name", "When", "Cost"),
        ("Café", "Mon 10-12", "£2"),
        sign=sign,
        encoding=encoding,
    )
    (row,) = read(path).rows
    assert (row.named, row.offer.price_pence_most) == ("Café", 200)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Day(s) & Time/s", "when"),
        ("POST CODE *", "postcode"),
        ("Cost (£)", "price"),
        ("Tel. No.", "telephone"),
        ("Who is it for?", "who_for"),
        ("E-mail address", None),
        ("Star sign", None),
    ],
)
def test_headings_are_forgiving(tmp_path, heading, field):
    path = a_csv(
        tmp_path / "a.csv",
        ("Name of group", "Website", heading),
        ("Choir", "https://choir.example", "x"),
    )
    assert dict(read(path).understood).get(heading) == field
    assert (heading in read(path).passed_over) is (field is None)


def test_a_heading_is_compared_without_marks_and_brackets():
    assert plain_heading("  Cost (£) *") == "cost"


def test_days_and_times_in_columns_of_their_own(tmp_path):
    path = a_book(
        tmp_path / "a.xlsx",
        ("Activity", "Day", "Start", "End", "How often"),
        ("Felt", "Tuesday", time(10, 30), time(12), "fortnightly"),
        ("Fair", date(2026, 9, 12), time(14), None, None),
    )
    felt, fair = (row.offer.schedules[0] for row in read(path).rows)
    assert (felt.days, felt.starts, felt.ends, felt.every_weeks) == (
        (1,),
        time(10, 30),
        time(12),
        2,
    )
    assert (fair.extra_dates, fair.starts) == ((date(2026, 9, 12),), time(14))


def test_several_sessions_in_one_cell(tmp_path):
    path = a_book(
        tmp_path / "a.xlsx",
        ("Name", "When"),
        ("Crafts", "Mon: 10am - 12pm\nThu: 2pm - 4pm"),
    )
    (row,) = read(path).rows
    assert [(one.days, one.starts) for one in row.offer.schedules] == [
        ((0,), time(10)),
        ((3,), time(14)),
    ]


def test_what_is_not_understood_stays_in_the_tellers_words(tmp_path):
    path = a_csv(
        tmp_path / "a.csv",
        ("Name", "When", "Tel", "Post code", "Step free", "Star sign"),
        ("Choir", "Mon 7pm", "ask Jo", "near the mill", "sort of", "Leo"),
    )
    (row,) = read(path).rows
    assert set(row.left) == {
        Left(heading="Tel", words="ask Jo"),
        Left(heading="Post code", words="near the mill"),
        Left(heading="Step free", words="sort of"),
        Left(heading="Star sign", words="Leo"),
    }


def test_a_persons_name_and_mail_are_never_taken_or_kept(tmp_path):
    path = a_csv(
        tmp_path / "a.csv",
        ("Name", "When", "Contact name", "E-mail"),
        ("Choir", "Mon 7pm", "Sheila Brown", "sheila@post.example"),
        ("", "Mon 7pm", "Sheila Brown", "sheila@post.example"),
    )
    sheet = read(path)
    assert "heila" not in repr(sheet.rows)
    assert sheet.passed_over == ("Contact name", "E-mail")


def test_rows_that_tell_nothing_say_why(tmp_path):
    path = a_csv(
        tmp_path / "a.csv",
        ("Name", "When", "Where"),
        ("MONDAY", "", ""),
        ("", "Mon 7pm", "Hall"),
        ("Name", "When", "Where"),
        ("Choir", "", ""),
    )
    assert [row.why for row in read(path).rows] == [
        "this line names a day, and nothing else",
        "no name",
        "these are the headings again",
        "",
    ]


def test_a_yes_is_said_of_the_place_and_an_empty_cell_of_nothing(tmp_path):
    path = a_csv(
        tmp_path / "a.csv",
        ("Name", "When", "Where", "Step-free", "Toilets"),
        ("Choir", "Mon 7pm", "Zion", "Y", ""),
    )
    (row,) = read(path).rows
    assert [(fact.field, fact.value) for fact in row.place.facts] == [
        (FactField.STEP_FREE, "yes")
    ]


def test_excel_lost_the_nought_of_a_telephone_number(tmp_path):
    path = a_book(tmp_path / "a.xlsx", ("Name", "Tel"), ("Choir", 1632960001))
    assert read(path).rows[0].group.telephone == "01632960001"


def test_a_formula_is_kept_and_never_reckoned(tmp_path):
    path = a_book(
        tmp_path / "a.xlsx",
        ("Name", "When", "Cost"),
        ("Choir", "Mon 7pm", '=HYPERLINK("http://bad.example","2")'),
    )
    (row,) = read(path).rows
    assert row.offer.price_pence_least is None
    assert [one.heading for one in row.left] == ["Cost"]


cells = st.text(
    st.characters(exclude_categories=("Cs", "Cc")), max_size=12
) | st.sampled_from(
    ["Choir", "Mon 7pm", "HX7 8EH", "free", "Zion Hall", "TUESDAY", "x"]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(cells, min_size=6, max_size=8), max_size=12))
def test_every_row_of_any_sheet_is_taken_or_shown_as_not_taken(tmp_path_factory, rows):
    path = a_csv(tmp_path_factory.mktemp("s") / "a.csv", HEADINGS, *rows)
    told = [row for row in rows if any(cell.strip() for cell in row)]

    seen = previewed(read(path), {})

    assert len(seen.rows) == len(told)
    assert sum(len(seen.of(one)) for one in Outcome) == len(told)
    for one in seen.of(Outcome.NOT_TAKEN):
        assert one.row.why
    taken = [one.row for one in seen.of(Outcome.NEW)]
    assets, offers = gathered(taken)
    assert len(offers) == sum(row.offer is not None for row in taken)
    references = [one.reference for one in (*assets, *offers)]
    assert len(references) == len(set(references))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(["Star sign", "Fish", "Notes x"]), max_size=4), cells)
def test_no_word_of_a_row_is_lost(tmp_path_factory, headings, words):
    path = a_csv(
        tmp_path_factory.mktemp("s") / "a.csv",
        ("Name", "When", *headings),
        ("Choir", "Mon 7pm", *(words for _ in headings)),
    )
    (row,) = read(path).rows
    kept = [one.words for one in row.left]
    assert kept == [words.strip() for _ in headings if words.strip()]


# --- faults -----------------------------------------------------------------------


def refusal(path):
    with pytest.raises(FileNotUnderstood) as told:
        read(path)
    return str(told.value)


def test_a_web_page_that_is_called_excel(tmp_path):
    (tmp_path / "a.xlsx").write_text("<html><table><tr><td>Name</td></tr></table>")
    assert "web page" in refusal(tmp_path / "a.xlsx")


def test_a_file_with_macros(tmp_path):
    path = a_book(tmp_path / "a.xlsm", ("Name", "When"), ("Choir", "Mon 7pm"))
    with zipfile.ZipFile(path, "a") as box:
        box.writestr("xl/vbaProject.bin", b"\0")
    assert "macros" in refusal(path)


def test_a_zip_that_unpacks_to_a_thousand_times_its_size(tmp_path):
    path = a_book(tmp_path / "a.xlsx", ("Name", "When"))
    with (
        zipfile.ZipFile(path) as whole,
        zipfile.ZipFile(tmp_path / "b.xlsx", "w", zipfile.ZIP_DEFLATED) as bomb,
    ):
        for one in whole.namelist():
            if one != "xl/worksheets/sheet1.xml":
                bomb.writestr(one, whole.read(one))
        with bomb.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(b"<worksheet><sheetData>")
            for _ in range(1_700):  # few and long: finding rows is not what is tried
                sheet.write(b"<row>" + b" " * 50_000 + b"</row>")
            sheet.write(b"</sheetData></worksheet>")
    assert "times its size" in refusal(tmp_path / "b.xlsx")


def test_a_hundred_thousand_rows(tmp_path):
    lines = ["Name,When", *("Choir,Mon 7pm" for _ in range(100_000))]
    (tmp_path / "a.csv").write_text("\n".join(lines))
    assert f"{MOST_ROWS:,} rows" in refusal(tmp_path / "a.csv")


def test_excel_of_the_older_kind(tmp_path):
    (tmp_path / "a.xls").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    assert "older kind" in refusal(tmp_path / "a.xls")


def test_headings_that_nobody_could_read_name_what_there_is(tmp_path):
    path = a_csv(tmp_path / "a.csv", ("Foo", "Bar"), ("1", "2"))
    assert "«Foo»" in refusal(path)


def test_a_picture(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert refusal(tmp_path / "a.csv")


def test_a_sheet_with_nothing_below_its_headings_is_read(tmp_path):
    assert read(a_csv(tmp_path / "a.csv", ("Name", "When"))).rows == ()


@pytest.mark.parametrize("heading", ["Right for what?", "Room facilities", "Flooring"])
def test_what_a_room_is_right_for_is_said_of_the_place(tmp_path, heading):
    path = a_csv(
        tmp_path / "rooms.csv",
        ("Name", "When?", "Where", heading),
        ("Tap", "Tues 1-3pm", "Zion Hall", "sprung floor, no carpet, pink walls"),
    )
    (row,) = read(path).rows

    assert {fact.field: fact.value for fact in row.place.facts} == {
        FactField.SPRUNG_FLOOR: "yes",
        FactField.CARPET: "no",
    }
    assert row.left == (Left(heading=heading, words="pink walls"),)


def test_weeks_off_are_read_and_the_rest_is_kept_in_the_teller_s_words(tmp_path):
    path = a_csv(
        tmp_path / "weeks.csv",
        ("Name", "When?", "Weeks off"),
        ("Tap", "Tues 1-3pm", "w/c 21 Dec, 15-19 Feb, when it snows"),
    )
    (row,) = read(path).rows

    assert [(fact.field, fact.value) for fact in row.offer.facts] == [
        ("rest", "2026-12-21/2026-12-27"),
        ("rest", "2027-02-15/2027-02-19"),
    ]
    assert row.left == (Left(heading="Weeks off", words="when it snows"),)


THINGS = ("Kind", "Name", "Held by", "Where", "Postcode", "Also called", "Terms")


def test_a_row_with_a_kind_tells_of_that_and_not_of_something_to_do(tmp_path):
    path = a_csv(
        tmp_path / "a.csv",
        (*THINGS, "Who may see it", "Deadline", "Languages", "Hire price", "Consent"),
        (
            "Tradition",
            "Rush-bearing",
            "Bearers",
            "St Ann",
            "HX7 8EH",
            "Rush Sunday (us)",
        ),
        ("Grant", "Small pot", "Kettle On", *[""] * 5, "28 Dec 2026", "Urdu; en"),
        ("kit", "Kiln", "Kettle On", "Zion Hall", "HX7 8EH", *[""] * 5, "£4 a firing"),
        ("connector", "Bike mender", *[""] * 5, "public"),
        ("connector", "Sam at the hall", *[""] * 5, "public", *[""] * 3, "2026-08-01"),
        ("Tradition", "Wakes", *[""] * 5, "whoever asks"),
        ("Tradition", "Lohri", "Giddha Group", *[""] * 4, "public"),
    )
    told = {row.named: row for row in read(path).rows}
    lohri = told["Lohri"]
    assert (lohri.thing.visibility, lohri.thing.channels_allowed) == ("known", ())
    assert {cell.words for cell in lohri.left} == {"public"}
    rush = told["Rush-bearing"]
    assert (rush.offer, rush.place, rush.thing.visibility) == (None, None, "known")
    assert [(n.name, n.used_by) for n in rush.thing.names] == [("Rush Sunday", "us")]
    pot, kiln = told["Small pot"].thing, told["Kiln"]
    assert (pot.kind, pot.languages, pot.visibility) == ("fund", ("ur", "en"), "public")
    facts = [(f.field, f.value) for one in (pot, kiln.thing) for f in one.facts]
    assert facts == [("deadline", "2026-12-28"), ("hire", "£4 a firing")]
    assert (kiln.place.name, kiln.thing.postcode) == ("Zion Hall", "HX7 8EH")
    assert told["Bike mender"].thing.visibility == "hidden"  # they have not said yes
    assert told["Sam at the hall"].thing.visibility == "public"
    assert told["Wakes"].thing.visibility == "hidden"  # words that nobody understands


def test_things_of_one_sheet_find_each_other_by_name_and_by_id(tmp_path):
    path = a_csv(
        tmp_path / "a.csv",
        ("id", "kind", "name", "holder", "part_of", "place"),
        ("ko", "group", "Kettle On", "", "", "zion"),
        ("kiln", "infrastructure", "Kiln", "Kettle On; a school", "", "Zion Hall"),
        ("zion", "place", "Zion Hall", "ko", "", ""),
        ("room", "place", "The back room", "", "zion", ""),
    )
    rows = read(path).rows
    ties = {
        row.named: [(tie.kind, tie.to, tie.to_name) for tie in row.thing.ties]
        for row in rows
    }
    assert ties == {
        "Kettle On": [("meets_at", "row-4", "")],
        "Kiln": [
            ("holds", "row-2", ""),
            ("holds", "", "a school"),
            ("meets_at", "row-4", ""),
        ],
        "Zion Hall": [("holds", "row-2", "")],
        "The back room": [],
    }
    assert rows[3].thing.part_of == "row-4"


def test_what_it_is_like_is_read_beside_when_it_is_on(tmp_path):
    path = a_csv(
        tmp_path / "a.csv",
        (
            "Name",
            "When",
            "First ten minutes",
            "Manner",
            "Free places",
            "Is there somebody to go with?",
            "Languages spoken",
            "How loud is it?",
            "Pet",
        ),
        (
            *("Choir", "Mon 7pm", "Somebody waves.", "join; dance", "3", "yes"),
            *("English, Urdu", "Loud", "no dogs"),
        ),
    )
    (row,) = read(path).rows
    offer = row.offer
    assert (offer.first_ten_minutes, offer.free_places) == ("Somebody waves.", 3)
    assert [fact.field for fact in offer.facts] == [FactField.GO_WITH]
    assert (offer.languages, offer.sensory) == (("en", "ur"), "Loud")
    assert {(cell.heading, cell.words) for cell in row.left} == {
        ("Manner", "join; dance"),
        ("Pet", "no dogs"),
    }


def test_what_only_some_may_see_takes_its_place_and_group_with_it(tmp_path):
    path = a_csv(
        tmp_path / "a.csv",
        ("Group", "Name", "When", "Where", "Postcode", "Who may see it"),
        ("Quiet Ones", "Tea", "Mon 7pm", "9 Back Lane", "HX7 8EH", "members"),
    )
    told, _ = gathered(read(path).rows)
    assert {one.visibility for one in told} == {"members"}


@pytest.mark.parametrize(
    ("teller", "seen"), [("the bearers", "public"), ("us", "known")]
)
def test_what_has_no_address_is_shown_by_its_holders_own_word(tmp_path, teller, seen):
    path = a_csv(
        tmp_path / "a.csv",
        ("Kind", "Name", "Held by", "Who may see it", "Told by", "Channels"),
        ("Tradition", "Rush-bearing", "The bearers", "public", teller, "feed"),
    )
    (row,) = read(path).rows
    assert row.thing.visibility == seen
    assert row.thing.channels_allowed == (("feed",) if seen == "public" else ())


def test_somebody_elses_list_is_nobodys_own_yes(tmp_path):
    path = a_csv(
        tmp_path / "a.csv",
        ("Kind", "Name", "Held by", "Who may see it", "Told by", "Consent", "Channels"),
        (
            "Tradition",
            "Rush-bearing",
            "The bearers",
            "public",
            "The bearers",
            "",
            "feed",
        ),
        ("Connector", "Sam", "", "public", "Sam", "2026-08-01", ""),
        ("Kit", "Kiln", "Rush-bearing", "", "", "", ""),
        ("Kit", "Kiln", "", "", "", "", ""),
    )
    assets, _ = told_in_a_feed(read(path).rows, by="a council")
    assert [(one.name, one.visibility) for one in assets] == [
        ("Rush-bearing", "known"),
        ("Sam", "hidden"),
        ("Kiln", "public"),
    ]
    assert assets[0].channels_allowed == ()
    assert assets[2].ties[0].to == assets[0].reference

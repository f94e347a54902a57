"""Can everybody use every component: small screens, keys, no script, other colours?"""

from urllib.parse import parse_qsl

import pytest

from tests.shell import gallery, samples

pytestmark = pytest.mark.browser
PHONE, DESK = 360, 1366
READERS = {
    "phone": {"width": PHONE},
    "desk": {"width": DESK},
    "zoomed to 400 %": {"width": DESK // 4, "height": 200},
    "dark": {"width": DESK, "color_scheme": "dark"},
    "own colours": {"width": DESK, "forced_colors": "active"},
    "calm": {"width": PHONE, "reduced_motion": "reduce"},
    "no script": {"width": PHONE, "java_script_enabled": False},
}


@pytest.fixture(scope="module")
def english():
    return gallery.page(plots=samples.plots())


@pytest.fixture(scope="module")
def urdu():
    return gallery.page(language="ur", plots=samples.plots())


@pytest.mark.parametrize("who", READERS)
def test_nothing_scrolls_sideways(looking, english, who):
    with looking(english, **READERS[who]) as reader:
        assert reader.wider_than_the_screen <= 0
        assert reader.complaints == []


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_scrolls_sideways_from_right_to_left(looking, urdu, width):
    with looking(urdu, width) as reader:
        assert reader.wider_than_the_screen <= 0


@pytest.mark.parametrize("who", ["phone", "desk", "dark", "zoomed to 400 %"])
def test_axe_finds_no_barrier(looking, english, who):
    with looking(english, **READERS[who]) as reader:
        assert reader.barriers == []


def test_axe_finds_no_barrier_from_right_to_left(looking, urdu):
    with looking(urdu, PHONE) as reader:
        assert reader.barriers == []


SMALL_WORDS = """() => [...document.querySelectorAll("body *")]
  .filter((one) => [...one.childNodes].some(
    (node) => node.nodeType === 3 && node.textContent.trim()))
  .filter((one) => one.checkVisibility() && !one.closest(
    ".nhsuk-u-visually-hidden, script"))
  .map((one) => {
    const svg = one.closest("svg[viewBox]");
    const scale = svg
      ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
    return [parseFloat(getComputedStyle(one).fontSize) * scale, one.textContent.trim()];
  })
  .filter(([size]) => size < 15.95)"""


@pytest.mark.parametrize("width", [PHONE, 700, DESK])
def test_no_word_is_smaller_than_16_px_even_in_pictures(looking, english, width):
    with looking(english, width) as reader:
        assert reader.page.evaluate(SMALL_WORDS) == []


OVERLAPS = """() => {
  const found = [];
  for (const svg of document.querySelectorAll(".w-plot svg, .w-way svg")) {
    if (!svg.checkVisibility()) continue;
    const words = [...svg.querySelectorAll("text")]
      .map((one) => [one.textContent, one.getBoundingClientRect()]);
    words.forEach(([text, a], at) => words.slice(at + 1).forEach(([other, b]) => {
      if (a.left < b.right - 1 && b.left < a.right - 1
          && a.top < b.bottom - 6 && b.top < a.bottom - 6) found.push([text, other]);
    }));
  }
  return found;
}"""


@pytest.mark.parametrize("width", [PHONE, 500, DESK])
def test_no_words_of_a_picture_lie_over_each_other(looking, english, width):
    with looking(english, width) as reader:
        assert reader.page.evaluate(OVERLAPS) == []


def test_the_words_of_a_strip_do_not_touch_from_right_to_left(looking, urdu):
    with looking(urdu, PHONE) as reader:
        assert reader.page.evaluate(OVERLAPS) == []


TOUCHABLE = """() => [...document.querySelectorAll(
    "button, .nhsuk-button, .w-chips .nhsuk-label, .w-loom__cell, .w-leave")]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.getBoundingClientRect(), one.textContent])
  .filter(([box]) => box.height < 44 || box.width < 24)
  .map(([, text]) => text)"""


def test_everything_to_touch_is_large_enough_for_a_thumb(looking, english):
    with looking(english, PHONE) as reader:
        assert reader.page.evaluate(TOUCHABLE) == []


def test_the_loom_is_woven_with_keys_alone(looking, english):
    with looking(english, DESK) as reader:
        page = reader.page
        box = page.locator("#free-wed-evening")
        box.focus()
        page.keyboard.press("Space")
        assert box.is_checked()
        laid = page.locator("#free-wed-evening ~ .w-loom__laid")
        assert laid.evaluate("one => getComputedStyle(one).visibility") == "visible"
        said = page.locator("[data-weft-said]").inner_text()
        touched = "Tuesday afternoon, Wednesday evening and Thursday afternoon"
        assert said == f"You are free {touched}."


def test_focus_on_the_loom_is_seen(looking, english):
    with looking(english, DESK) as reader:
        reader.page.locator("#near").focus()
        reader.page.keyboard.press("Tab")
        cell = reader.page.locator(".w-loom__cell:focus-within")
        assert cell.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


def test_the_form_sends_what_was_touched_without_any_script(looking, english):
    with looking(english, PHONE, java_script_enabled=False) as reader:
        reader.page.locator(".w-loom__cell").nth(0).click()
        reader.page.get_by_role("button", name="Show me what fits").click()
        sent = parse_qsl(reader.posted[0])
        days = [value for name, value in sent if name == "free"]
        assert sorted(days) == ["mon-morning", "thu-afternoon", "tue-afternoon"]
        assert ("wish", "free") in sent


def test_the_same_as_a_table_truly_opens_one(looking, english):
    with looking(english, PHONE, java_script_enabled=False) as reader:
        closed = reader.page.get_by_text("The same as a table")
        count = closed.count()
        assert count == 2 + len(samples.plots())
        for at in range(count):
            closed.nth(at).click()
        assert reader.page.locator("table:visible").count() == count
        assert reader.wider_than_the_screen <= 0


def test_help_begins_at_the_summary_of_errors(looking, english):
    with looking(english, PHONE) as reader:
        focused = reader.page.evaluate("document.activeElement.className")
        assert focused == "nhsuk-error-summary"


def test_buttons_that_need_a_script_are_not_there_without_one(looking, english):
    with looking(english, PHONE, java_script_enabled=False) as reader:
        assert reader.page.locator("[data-weft=print]:visible").count() == 0
    with looking(english, PHONE) as reader:
        assert reader.page.locator("[data-weft=print]:visible").count() == 1


def test_the_skip_link_comes_first_and_is_seen_when_it_has_focus(looking, english):
    without_errors = english.replace('tabindex="-1" data-module', "data-module")
    with looking(without_errors, PHONE) as reader:
        reader.page.keyboard.press("Tab")
        link = reader.page.locator(".nhsuk-skip-link:focus")
        assert link.bounding_box()["x"] >= 0


def test_leaving_leaves_no_way_back(looking, english):
    with looking(english, PHONE) as reader:
        before = reader.page.evaluate("history.length")
        reader.page.locator(".w-leave").click()
        reader.page.wait_for_url("https://www.bbc.co.uk/**")
        assert reader.page.evaluate("history.length") == before


LONG_LINES = """() => [...document.querySelectorAll("main p:not([class])")]
  .filter((one) => one.checkVisibility())
  .map((one) => one.getBoundingClientRect().width
    / parseFloat(getComputedStyle(one).fontSize))
  .filter((ems) => ems > 42)"""


def test_no_paragraph_is_longer_than_the_eye_can_follow(looking, english):
    with looking(english, DESK) as reader:
        assert reader.page.evaluate(LONG_LINES) == []


def test_print_keeps_the_thread_and_leaves_out_what_paper_cannot_do(looking, english):
    with looking(english, 794, media="print") as reader:
        page = reader.page
        for gone in (".w-leave", ".w-menu", ".nhsuk-button-group", ".w-langs"):
            assert page.locator(f"{gone}:visible").count() == 0
        assert page.locator(".w-card .w-spine").first.is_visible()
        assert page.locator(".w-phone").is_visible()
        assert reader.wider_than_the_screen <= 0


def test_from_right_to_left_the_thread_runs_the_other_way(looking, english, urdu):
    where = """() => {
      const card = document.querySelector(".w-card").getBoundingClientRect();
      const spine = document.querySelector(".w-card .w-spine").getBoundingClientRect();
      const [open, full] = [...document.querySelectorAll(".w-way circle")]
        .map((one) => one.getBoundingClientRect().left);
      return [spine.left - card.left < 2, open < full];
    }"""
    with looking(english, PHONE) as reader:
        assert reader.page.evaluate(where) == [True, True]
    with looking(urdu, PHONE) as reader:
        assert reader.page.evaluate(where) == [False, False]


def test_words_on_dye_are_readable_in_the_readers_own_colours(looking, english):
    look = """() => ["button.nhsuk-button", ".w-chips input:checked + label"]
      .map((one) => getComputedStyle(document.querySelector(one)))
      .map((one) => one.color !== one.backgroundColor)"""
    with looking(english, DESK, forced_colors="active") as reader:
        assert reader.page.evaluate(look) == [True, True]


def test_the_whole_page_is_light_enough_for_an_old_telephone(english):
    import gzip

    from tests.shell.conftest import STATIC

    files = [STATIC / "shell/weft.css", STATIC / "shell/weft.js"]
    whole = len(gzip.compress(english.encode(), 6)) + sum(
        len(gzip.compress(file.read_bytes(), 6)) for file in files
    )
    assert whole < 60_000

"""Every language says everything, in its own forms, and nobody is named who did not."""

import gettext
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import django
import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.facts import WORDS
from weft.assets.domain.worded_in import KEYS
from weft.commons import saying
from weft.commons.tongues import ENGLISH, tongues
from weft.commons.tongues.plurals import RULES, form_for
from weft.commons.tongues.reading import Signed, Vocabulary, faults, read

HERE = Path(__file__).parents[2] / "languages"
CODES = sorted(tongues())
OTHERS = [code for code in CODES if code != ENGLISH]
ELEVEN = {
    *("en", "ur", "pa", "pa-Arab", "pl", "ro", "ar", "gu", "bn", "sk", "ckb", "uk")
}
TRANSLATED = ("ur", "ro", "ar", "pl", "sk", "uk")
"""Those whose rule stands in Django's catalogues; in some of the others its nought goes
another way than in CLDR."""
DJANGO = Path(django.__file__).parent / "conf" / "locale"


def test_the_languages_of_the_valley_are_there_panjabi_in_both_scripts():
    assert set(CODES) == ELEVEN == set(RULES)


def test_a_file_with_a_string_missing_foreign_or_filled_otherwise_is_named():
    english, urdu = read(HERE / "en.toml"), read(HERE / "ur.toml")
    words = {**urdu.words, "home_by": "گھر", "elvish": "x"}
    del words["free"]

    found = "\n".join(faults(replace(urdu, words=words), english))

    assert "«words.free» is missing" in found
    assert "«words.elvish» is no string of the English" in found
    assert "«home_by» has other places to fill in" in found
    assert not list(faults(urdu, english))


def test_the_english_file_says_what_the_pages_say():
    english = tongues()[ENGLISH]

    assert {english.say(KEYS[field]).text for field in WORDS} == {
        words.yes for words in WORDS.values()
    }
    for day in (date(2026, 11, 24), date(2027, 2, 28)):
        assert english.day(day).text == saying.day(day)


@pytest.mark.parametrize("code", TRANSLATED)
def test_forms_part_the_numbers_as_the_languages_own_translators_part_them(code):
    theirs = gettext.c2py(_plural_rule(code))

    pairs = {(form_for(code, count), theirs(count)) for count in range(2000)}

    assert len(pairs) == len({ours for ours, _ in pairs}) == len(dict(pairs))
    assert len(pairs) == len({number for _, number in pairs})


def _plural_rule(code: str) -> str:
    told = (DJANGO / code / "LC_MESSAGES" / "django.po").read_text(encoding="utf-8")
    _, _, rest = told.partition("plural=")
    rule, _, _ = rest.replace('"\n"', "").partition(";")
    return rule.replace("\\n", "").strip().strip('"')


@pytest.mark.parametrize("code", CODES)
@given(count=st.integers(0, 5000), pence=st.integers(1, 99_999))
def test_numbers_times_and_prices_are_written_and_can_be_read_back(code, count, pence):
    tongue = tongues()[code]
    back = str.maketrans(tongue.own.digits, "0123456789")

    assert str(count) in tongue.counted("fit", count).text.translate(back)
    assert tongue.money(pence).text.translate(back) == saying.money(pence)
    noon = datetime(2026, 11, 24, 13, 5, tzinfo=UTC)
    assert tongue.clock(noon).text.translate(back) == "13:05"
    assert all(part.apart for part in tongue.clock(noon).parts)


@pytest.mark.parametrize("code", OTHERS)
def test_what_no_speaker_has_checked_has_english_beside_it(code):
    tongue = tongues()[code]
    way = tongue.say("each_way", way=tongue.say("on_foot"), minutes=tongue.minutes(12))

    assert way.beside == "On foot, about 12 minutes each way"
    assert not tongue.is_checked


def test_a_signature_is_named_and_takes_the_english_away_string_by_string():
    urdu = tongues()["ur"]
    signed = {"free": Signed(by="A. Speaker", on="2027-01-05")}
    apart = replace(urdu, own=replace(urdu.own, signed_apart=signed))
    whole = replace(urdu, own=replace(urdu.own, signed=signed["free"]))

    assert (apart.say("free").beside, apart.say("tea").beside) == (
        "",
        "Tea and coffee",
    )
    assert not apart.is_checked
    assert whole.is_checked
    assert not whole.day(date(2026, 11, 24)).beside
    assert not Signed(by="A. Speaker")  # a name without its day is no signature


def test_nobody_is_named_who_has_not_signed():
    # Nobody who speaks these languages has read them yet. Whoever signs one takes it
    # from this list, with the signer's own yes (docs/guides/languages.md).
    nobody: list[Vocabulary] = [tongues()[code].own for code in OTHERS]

    assert not any(one.signed or one.signed_apart for one in nobody)

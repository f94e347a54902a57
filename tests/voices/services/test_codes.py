"""Codes are put, renamed, moved, merged, split and taken out; all of it comes back."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from tests.voices.projects_told import evening
from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.things import Thing
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain.kinds import Deed, FacetKind
from weft.voices.domain.told import CodeTold, CodingTold
from weft.voices.models import Act, Code, Coding, Passage, Project, Source
from weft.voices.queries.history import history
from weft.voices.queries.whole import whole
from weft.voices.services import codes as tree
from weft.voices.services import coding, sense, take_in
from weft.voices.services.undoing import undo
from weft.voices.services.withdrawing import give_slip, withdraw

KEY = "tenterdale/kettle-evenings"
OF = Thing("project", KEY)
ANN, BEA = Actor.holder("ann", of=OF), Actor.holder("bea", of=OF)
NAMES = ("way home", "money", "night", "~joy", "~doubt")


@pytest.fixture(autouse=True)
def _held(db):  # noqa: ARG001 it writes
    valley.region()
    begun()


def begun() -> Project:
    """The evening, with three codes in a tree and one passage that two coded."""
    told = replace(
        evening(),
        codes=(
            CodeTold(ref="way", name="way home", memo="After seven."),
            CodeTold(ref="bus", name="bus", parent="way"),
            CodeTold(ref="money", name="money", memo="Fares."),
        ),
        codings=(
            CodingTold(code="way", passage="bus", coder="ann"),
            CodingTold(code="bus", passage="bus", coder="ann"),
            CodingTold(code="bus", passage="bus", coder="bea"),
            CodingTold(code="money", passage="taxi", coder="bea"),
        ),
    )
    command = Actor.command("tests")
    take_in(by=command, region="tenterdale", told=told, instead=True)
    return Project.objects.get()


def stands() -> set[tuple[str, int, str]]:
    rows = Coding.objects.values_list("code__name", "passage__number", "coder")
    return set(rows)


def as_it_is():
    """The project in an order that does not hang on rows made anew."""
    told = whole("tenterdale", "kettle-evenings")
    return replace(
        told,
        codes=tuple(sorted(told.codes, key=lambda one: one.ref)),
        codings=tuple(sorted(told.codings, key=str)),
        facets=tuple(sorted(told.facets, key=str)),
    )


def last() -> Act:
    return Act.objects.order_by("-number").first()


def test_codes_that_become_one_keep_what_each_person_put():
    tree.merge_codes(by=ANN, project=KEY, code="bus", into="way")
    assert stands() == {
        ("way home", 1, "ann"),  # who had put both has one
        ("way home", 1, "bea"),
        ("money", 2, "bea"),
    }
    coding.put_codes(by=BEA, project=KEY, passage=3, codes=["way home"])
    undo(by=ANN, project=KEY, act=last().number - 1)
    assert stands() == {
        ("way home", 1, "ann"),
        ("bus", 1, "ann"),
        ("bus", 1, "bea"),
        ("way home", 3, "bea"),  # put since, and kept
        ("money", 2, "bea"),
    }
    assert Code.objects.get(ref="bus").parent.ref == "way"
    told = history(KEY)
    assert [one.deed for one in told] == [Deed.UNDO, Deed.PUT, Deed.MERGE]
    assert told[2].undone
    assert told[2].words == "«bus» went into «way home», one passage"
    with pytest.raises(NotPossible, match="taken back already"):
        undo(by=ANN, project=KEY, act=told[2].number)


def test_a_code_goes_into_one_that_stands_under_it():
    before = as_it_is()
    low = tree.make_code(by=ANN, project=KEY, name="late bus", under="bus")
    tree.merge_codes(by=ANN, project=KEY, code="way", into=low)
    parents = dict(Code.objects.values_list("ref", "parent__ref"))
    assert parents == {low: None, "bus": low, "money": None}
    assert Code.objects.get(ref=low).memo == "After seven."
    for _ in range(2):
        act = Act.objects.exclude(deed=Deed.UNDO).order_by("-number")
        taken = set(Act.objects.exclude(undoes=None).values_list("undoes", flat=True))
        undo(by=BEA, project=KEY, act=act.exclude(number__in=taken)[0].number)
    assert as_it_is() == before


def _one_act(draw, refs, numbers):
    """Do something, whatever it is; a refusal leaves all as it was."""
    code, other = draw(st.sampled_from(refs)), draw(st.sampled_from(["", *refs]))
    one = {"by": draw(st.sampled_from([ANN, BEA])), "project": KEY}
    number = draw(st.sampled_from(numbers))
    name = draw(st.sampled_from(NAMES))
    deeds = (
        lambda: tree.make_code(**one, name=name, under=other),
        lambda: tree.rename_code(**one, code=code, name=name),
        lambda: tree.write_memo(**one, code=code, memo=name),
        lambda: tree.move_code(**one, code=code, under=other),
        lambda: tree.merge_codes(**one, code=code, into=other),
        lambda: tree.split_code(**one, code=code, name=name, passages=numbers[:2]),
        lambda: tree.delete_code(**one, code=code),
        lambda: coding.put_codes(**one, passage=number, codes=[name]),
        lambda: coding.take_code_off(**one, passage=number, code=code),
        lambda: coding.see_as(
            **one,
            passage=number,
            value=draw(st.sampled_from(FacetKind)),
            stands=draw(st.booleans()),
        ),
        lambda: coding.keep_whole(**one, passage=number, whole=draw(st.booleans())),
        lambda: sense.unmark(**one, passage=number),
        lambda: sense.mark(
            **one,
            source=Source.objects.get().pk,
            told=sense.MarkTold(words="to sing", codes=[name]),
        ),
    )
    draw(st.sampled_from(deeds))()


@given(data=st.data())
@tried(
    max_examples=25,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking takes minutes
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_is_done_can_be_taken_back(data):
    """The law: any acts, taken back from the last to the first, leave no trace."""
    begun()
    before = as_it_is()
    for _ in range(data.draw(st.integers(1, 8))):
        refs = sorted(Code.objects.values_list("ref", flat=True)) or ["way"]
        numbers = sorted(Passage.objects.values_list("number", flat=True)) or [1]
        try:
            _one_act(data.draw, refs, numbers)
        except (NotPossible, NotFound):
            continue
    done = [one for one in history(KEY) if one.deed is not Deed.UNDO]
    for act in done:
        undo(by=BEA, project=KEY, act=act.number)
    assert as_it_is() == before
    assert Act.objects.count() == 2 * len(done)  # nothing of it is rubbed out


def test_a_later_act_is_taken_back_first():
    tree.rename_code(by=ANN, project=KEY, code="bus", name="buses")
    first = last().number
    tree.rename_code(by=BEA, project=KEY, code="bus", name="coaches")
    with pytest.raises(NotPossible, match="«buses» was renamed «coaches»"):
        undo(by=ANN, project=KEY, act=first)
    assert Code.objects.get(ref="bus").name == "coaches"


def test_two_people_at_once_lose_nothing_and_hear_of_each_other():
    seen = 0  # both opened the page before anything was done
    for who, codes in ((ANN, ["money"]), (BEA, ["money", "~joy"]), (ANN, ["~doubt"])):
        coding.put_codes(by=who, project=KEY, passage=1, codes=codes)
    assert {(name, who) for name, no, who in stands() if no == 1} >= {
        ("money", "ann"),
        ("money", "bea"),
        ("joy", "bea"),
        ("doubt", "ann"),  # opposite codes may stand at one passage
    }
    for value, who in ((FacetKind.PAST, ANN), (FacetKind.PRESENT, BEA)):
        coding.see_as(by=who, project=KEY, passage=1, value=value, stands=True)
    assert len(whole("tenterdale", "kettle-evenings").facets) == 2
    tree.rename_code(by=ANN, project=KEY, code="bus", name="buses", seen=seen)
    with pytest.raises(NotPossible, match="«bus» was renamed «buses»"):
        tree.rename_code(by=BEA, project=KEY, code="bus", name="coaches", seen=seen)
    tree.write_memo(by=BEA, project=KEY, code="bus", memo="All of them.", seen=seen)
    coding.put_codes(by=ANN, project=KEY, passage=4, codes=["night"])
    with pytest.raises(NotPossible, match="«night» was put to P4"):
        sense.unmark(by=BEA, project=KEY, passage=4, seen=seen)
    tree.merge_codes(by=ANN, project=KEY, code="money", into="way")
    with pytest.raises(NotPossible, match="went into «way home»"):
        coding.take_code_off(by=BEA, project=KEY, passage=2, code="money")


def test_a_split_takes_the_passages_that_were_chosen():
    coding.put_codes(by=ANN, project=KEY, passage=3, codes=["bus"])
    made = tree.split_code(
        by=ANN, project=KEY, code="bus", name="on foot", passages=[3]
    )
    assert ("on foot", 3, "ann") in stands()
    assert ("bus", 1, "bea") in stands()
    assert Code.objects.get(ref=made).parent.ref == "way"
    with pytest.raises(NotPossible, match="Choose the passages"):
        tree.split_code(by=ANN, project=KEY, code="bus", name="x", passages=[4])
    with pytest.raises(NotPossible, match="already"):
        tree.rename_code(by=ANN, project=KEY, code="bus", name="On foot")
    with pytest.raises(NotPossible, match="under itself"):
        tree.move_code(by=ANN, project=KEY, code="way", under="bus")


def test_a_number_is_never_given_twice_and_no_taken_back_word_comes_again():
    source, words = Source.objects.get().pk, "the singing"
    told = sense.MarkTold(words=words, speaker="Noor")
    number = sense.mark(by=ANN, project=KEY, source=source, told=told)
    sense.unmark(by=ANN, project=KEY, passage=number)
    again = sense.mark(by=ANN, project=KEY, source=source, told=told)
    assert again == number + 1
    sense.unmark(by=ANN, project=KEY, passage=again)
    act = last().number
    code = give_slip(by=ANN, project=KEY, speaker="noor")
    withdraw(by=Actor.somebody(), code=code, today=_day())
    assert words not in str([*Act.objects.values()])
    with pytest.raises(NotPossible, match="gone"):
        undo(by=ANN, project=KEY, act=act)


def _day():
    return whole("tenterdale", "kettle-evenings").workshops[0].held_on

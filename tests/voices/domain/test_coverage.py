"""Is nothing lost between what was said and what was written, in either direction?"""

from dataclasses import asdict

from hypothesis import given
from hypothesis import strategies as st

from tests.oracles.coverage import slow
from weft.voices.domain.coverage import Named, Spoken, Tie, covered
from weft.voices.domain.kinds import Stance

names = st.sampled_from("abcdef")
statements_made_up = st.lists(names, unique=True, max_size=4)
passages_made_up = st.lists(
    st.builds(Spoken, ref=names, speaker=st.sampled_from(["", "Ann", "Table 2"])),
    unique_by=lambda one: one.ref,
    max_size=5,
)
ties_made_up = st.lists(
    st.builds(Tie, statement=names, passage=names, stance=st.sampled_from(Stance)),
    max_size=12,
)
groups_made_up = st.lists(
    st.builds(
        Named,
        name=names,
        passages=st.just(()),
        named_by=st.lists(names, max_size=2).map(tuple),
    ),
    max_size=3,
)


@given(statements_made_up, passages_made_up, ties_made_up, groups_made_up)
def test_it_is_what_asking_one_by_one_gives(statements, passages, ties, groups):
    told = covered(statements=statements, passages=passages, ties=ties, groups=groups)
    slowly = slow(statements, passages, ties, groups)
    assert asdict(told) == {name: tuple(those) for name, those in slowly.items()}
    # each passage is in one of three places: none is dropped
    assert sorted((*told.carried, *told.touched, *told.lost)) == sorted(
        one.ref for one in passages
    )


def test_what_one_person_said_is_kept_and_unknown_is_not_one():
    told = covered(
        statements=["bread", "ovens", "joy"],
        passages=[Spoken(ref="1.1", speaker="Ann"), Spoken(ref="2.1")],
        ties=[
            Tie(statement="bread", passage="1.1", stance=Stance.FOR),
            Tie(statement="ovens", passage="2.1", stance=Stance.FOR),
            Tie(statement="joy", passage="2.1", stance=Stance.EITHER),
            Tie(statement="joy", passage="withdrawn", stance=Stance.FOR),
        ],
        groups=[Named(name="bakers", passages=("1.1",), named_by=("gone",))],
    )
    assert told.of_one == ("bread",)
    assert told.once == ("bread", "ovens")
    assert told.without == told.perhaps == ("joy",)
    assert told.lost_groups == ("bakers",)

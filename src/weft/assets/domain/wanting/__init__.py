"""What did somebody want, in their own words?

Words become groups; something answers the whole wish when it answers every group, and
a group when it holds any one of its alternatives. Nothing that was typed is dropped in
silence: whatever was passed over, put right or widened stands in ``corrections``.

Three readings, each wider than the last: ``as_said`` takes every known word as it
stands and puts right only unknown ones; ``one_slip_wider`` takes every word, and every
blank between words, for a possible slip; ``any_of_it`` asks for some of the words only.
"""

from weft.assets.domain.wanting.reading import (
    all_known,
    as_said,
    keys,
    plain_keys,
)
from weft.assets.domain.wanting.values import (
    Alternative,
    Correction,
    Done,
    Group,
    Wanting,
    fact_token,
)
from weft.assets.domain.wanting.widening import (
    any_of_it,
    one_slip_wider,
    spacing_keys,
)

__all__ = [
    "Alternative",
    "Correction",
    "Done",
    "Group",
    "Wanting",
    "all_known",
    "any_of_it",
    "as_said",
    "fact_token",
    "keys",
    "one_slip_wider",
    "plain_keys",
    "spacing_keys",
]

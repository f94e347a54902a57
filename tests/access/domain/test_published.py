"""Does a week that was published stay readable, also one of an older form?"""

import json
from dataclasses import replace

import numpy as np

from tests.access.domain.weeks_published import a_week
from weft.access.domain.arrays import What, as_bytes, from_bytes
from weft.access.domain.published import EDITION, as_arrays, from_arrays

NEW = ("rank", "newcomers", "changed", "gates")


def test_what_is_kept_is_read_back_alike():
    told = as_arrays(a_week())
    about = json.loads(json.dumps(told.about))
    read = from_arrays(from_bytes(as_bytes(told), what=What.CHOICE, about=about))
    assert as_bytes(as_arrays(read)) == as_bytes(told)
    assert as_arrays(read).about == told.about
    assert about["edition"] == EDITION


def test_a_week_of_the_first_form_opens_and_what_it_lacks_is_not_known():
    told = as_arrays(a_week())
    first = replace(
        told,
        arrays={name: one for name, one in told.arrays.items() if name not in NEW},
        about={
            name: one
            for name, one in told.about.items()
            if name not in ("edition", "gates_known")
        },
    )
    read = from_arrays(first)
    assert read.lives == a_week().lives
    assert not read.rank.any()
    assert read.gates_known == ()
    assert [len(read.changed), len(read.newcomers), len(read.gates)] == [0, 0, 0]
    assert read.told.people.tolist() == np.sum(a_week().people, axis=1).tolist()

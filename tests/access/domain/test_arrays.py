"""Arrays of streets and timetables are kept whole, and alike where they are alike."""

import numpy as np
import pytest

from weft.access.domain.arrays import Arrays, What, as_bytes, from_bytes
from weft.commons.errors import FileNotUnderstood


def some(**more) -> Arrays:
    arrays = {"b": np.arange(5, dtype=np.int32), "a": np.array(["Mill Lane", "—"])}
    return Arrays(what=What.STREETS, arrays=arrays | more, about={"edges": 5})


def test_what_is_kept_is_read_back():
    back = from_bytes(as_bytes(some()), what=What.STREETS, about={"edges": 5})
    assert back.about == {"edges": 5}
    assert back.arrays["b"].dtype == np.int32
    assert back.arrays["a"].tolist() == ["Mill Lane", "—"]


def test_the_same_arrays_give_the_same_bytes_in_any_order():
    turned = Arrays(what=What.STREETS, arrays=dict(reversed(some().arrays.items())))
    assert as_bytes(some()) == as_bytes(turned)


def test_what_only_python_could_read_is_not_kept():
    with pytest.raises(ValueError, match="pickle"):
        as_bytes(some(c=np.array([{}], dtype=object)))


def test_half_a_file_is_told():
    with pytest.raises(FileNotUnderstood, match="cannot be read"):
        from_bytes(as_bytes(some())[:100], what=What.STREETS, about={})

"""How does plain Python over arrays become fast?

Through numba, at the first call; what was compiled is kept beside the module, so that
the next start finds it. numba notices a change in the module itself and none in a
kernel of another module that it calls: keep a kernel and what it calls in one file.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

from numba import njit

P = ParamSpec("P")
R = TypeVar("R")


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a function of numbers and arrays; other threads go on meanwhile."""
    return cast("Callable[P, R]", njit(cache=True, nogil=True)(function))

"""How does plain Python over arrays become fast?

Through numba, at the first call; what was compiled is kept beside the module, so that
the next start finds it. numba notices a change in the module itself and none in a
kernel of another module that it calls: keep a kernel and what it calls in one file.
"""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

from numba import njit

P = ParamSpec("P")
R = TypeVar("R")


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a function of numbers and arrays; other threads go on meanwhile."""
    return cast("Callable[P, R]", njit(cache=True, nogil=True)(function))


def compiled_bare(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a kernel that makes no array of its own, and what it calls, into one.

    Such a kernel need not count who else holds its arrays: counting took nine tenths of
    the time of one that reads many arrays from tuples. Whatever it fills is handed in.
    """
    return cast("Callable[P, R]", _BARE(function))


def compiled_within(function: Callable[P, R]) -> Callable[P, R]:
    """Compile what only a ``compiled_bare`` kernel of the same file calls.

    It becomes part of the kernel. Nothing of its own is made to be called from Python
    or kept, which takes a third of the time of compiling.
    """
    return cast("Callable[P, R]", _WITHIN(function))


_OPTIONS: dict[str, Any] = {"_nrt": False}  # numba has it, and does not tell types
_BARE = njit(cache=True, nogil=True, forceinline=True, **_OPTIONS)
_ALONE_NEVER: dict[str, Any] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}
_WITHIN = njit(nogil=True, forceinline=True, **_OPTIONS, **_ALONE_NEVER)

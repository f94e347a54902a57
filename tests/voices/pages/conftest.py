"""The made-up valley's areas and people, as the pages of need have them."""

from tests.need.conftest import valley, valley_files

__all__ = ["valley", "valley_files"]

"""Everything that can be done to the tables of need. All writing happens here."""

from weft.need.services.loading import load

__all__ = ["load"]

"""How is a spreadsheet taken in, and taken back whole?"""

from weft.assets.services.imports.taking import take_spreadsheet
from weft.assets.services.imports.undoing import undo_import

__all__ = ["take_spreadsheet", "undo_import"]

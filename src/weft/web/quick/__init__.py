"""What is there for the last minute of a consultation, touched in a few chips?"""

from weft.web.quick.chips import CHIPS, Quick, quick
from weft.web.quick.looking import QuickFound, look
from weft.web.quick.message import MOST_LETTERS, message

__all__ = ["CHIPS", "MOST_LETTERS", "Quick", "QuickFound", "look", "message", "quick"]

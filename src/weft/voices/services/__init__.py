"""What may be done with what was said?"""

from weft.voices.services.taking_in import take_in
from weft.voices.services.withdrawing import (
    give_slip,
    leave_pictures,
    object_to,
    withdraw,
)

__all__ = ("give_slip", "leave_pictures", "object_to", "take_in", "withdraw")

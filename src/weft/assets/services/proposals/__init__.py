"""How does what a stranger tells us come to be on the list, or not?

Anybody proposes, without an account, and nothing changes by it; somebody who checks the
list accepts or declines, and may turn round what they decided; whoever holds the code
takes their words back. Who holds a tradition nobody decides from a desk.
"""

from weft.assets.services.proposals.deciding import accept_change, decline_change
from weft.assets.services.proposals.gathering import take_gathered
from weft.assets.services.proposals.not_listing import leave_out, list_again
from weft.assets.services.proposals.telling import propose_change, take_back_change

__all__ = [
    "accept_change",
    "decline_change",
    "leave_out",
    "list_again",
    "propose_change",
    "take_back_change",
    "take_gathered",
]

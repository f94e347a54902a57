"""How are groups written to: once a month at most, and never against their will?"""

from weft.assets.services.post.addresses import forget_address, give_address
from weft.assets.services.post.by_hand import (
    FreshLink,
    hear_it_came_back,
    not_sent_by_hand,
    note_link_given,
    note_sent_by_hand,
    write_by_hand,
)
from weft.assets.services.post.choosing import ask_after_all, choose_round, let_be
from weft.assets.services.post.sending import Sent, send_waiting
from weft.assets.services.post.stopping import (
    Stopped,
    stop_mail,
    stop_mail_by,
    write_again,
    write_again_by,
)

__all__ = [
    "FreshLink",
    "Sent",
    "Stopped",
    "ask_after_all",
    "choose_round",
    "forget_address",
    "give_address",
    "hear_it_came_back",
    "let_be",
    "not_sent_by_hand",
    "note_link_given",
    "note_sent_by_hand",
    "send_waiting",
    "stop_mail",
    "stop_mail_by",
    "write_again",
    "write_again_by",
    "write_by_hand",
]

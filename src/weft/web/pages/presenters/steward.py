"""Which words stand on the first page of somebody who checks the list?"""

from dataclasses import dataclass

from weft.accounts.roles import Role
from weft.accounts.sitting import IDLE, LONGEST, SignedIn

ROLES = {
    Role.STEWARD: "You check this list.",
    Role.ADMINISTRATOR: "You run this site, and check its list.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StewardPage:
    """Who is signed in, and until when."""

    someone: SignedIn

    @property
    def role(self) -> str:
        """Say what they do here."""
        return ROLES[self.someone.role]

    @property
    def ends(self) -> str:
        """Say when they will have to sign in again."""
        idle, longest = IDLE.seconds // 60, LONGEST.seconds // 3600
        return (
            f"After {idle} minutes without a page you sign in again, and after "
            f"{longest} hours in any case."
        )

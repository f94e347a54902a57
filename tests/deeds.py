"""The deeds that only tests do; the policy of the house knows nothing of them."""

from weft.accounts import policy

OF_TESTS = ("deed", "first", "second", "once", "sang", "stumbled")


def allow_deeds_of_tests() -> None:
    """Give them rows, for as long as this process lives."""
    policy.RULES = (
        *policy.RULES,
        *(
            policy.Rule(
                deed=f"test.{name}",
                thing=policy.ANYTHING,
                who=policy.HOUSE,
                words="be tested",
            )
            for name in OF_TESTS
        ),
    )

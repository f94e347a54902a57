"""Coverage by asking each statement and each passage, one after the other."""

from weft.voices.domain.kinds import Stance


def slow(statements, passages, ties, groups):
    """Give what weft.voices.domain.coverage gives, as a dict."""
    refs = [one.ref for one in passages]

    def tied(statement, passage, *stances):
        return any(
            tie.statement == statement
            and tie.passage == passage
            and tie.stance in stances
            for tie in ties
        )

    def behind(statement):
        return [ref for ref in refs if tied(statement, ref, Stance.FOR)]

    def any_tie(ref, *stances):
        return any(tied(one, ref, *stances) for one in statements)

    def voices(statement):
        return [one.speaker for one in passages if one.ref in behind(statement)]

    without = [one for one in statements if behind(one) == []]
    return {
        "without": without,
        "perhaps": [
            one for one in without if any(tied(one, ref, Stance.EITHER) for ref in refs)
        ],
        "carried": [ref for ref in refs if any_tie(ref, Stance.FOR, Stance.AGAINST)],
        "touched": [
            ref
            for ref in refs
            if any_tie(ref, Stance.EITHER)
            and not any_tie(ref, Stance.FOR, Stance.AGAINST)
        ],
        "lost": [ref for ref in refs if not any_tie(ref, *Stance)],
        "lost_groups": [
            one.name
            for one in groups
            if not any(name in statements for name in one.named_by)
        ],
        "of_one": [
            one
            for one in statements
            if voices(one)
            and all(voice and voice == voices(one)[0] for voice in voices(one))
        ],
        "once": [one for one in statements if len(behind(one)) == 1],
    }

"""Agreement character by character and pair by pair, as one would on paper."""

from itertools import permutations


def alpha_of(ratings, distance):
    """Krippendorff's alpha by every pair; the distance of two values is given."""
    things = [
        [one for one in thing if one is not None]
        for thing in zip(*ratings, strict=True)
    ]
    things = [thing for thing in things if len(thing) > 1]
    every = [one for thing in things for one in thing]
    if not every:
        return None
    differs = sum(
        distance(a, b, every) / (len(thing) - 1)
        for thing in things
        for a, b in permutations(thing, 2)
    ) / len(every)
    could = sum(distance(a, b, every) for a, b in permutations(every, 2))
    could /= len(every) * (len(every) - 1)
    return 1 - differs / could if could else None


def nominal(a, b, _every):
    return float(a != b)


def interval(a, b, _every):
    return float((a - b) ** 2)


def ratio(a, b, _every):
    return ((a - b) / (a + b)) ** 2 if a + b else 0.0


def ordinal(a, b, every):
    low, high = sorted((a, b))
    between = sum(low <= one <= high for one in every)
    return (between - (every.count(a) + every.count(b)) / 2) ** 2 if a != b else 0.0


def letters(text, marks):
    """For each coder and character: None unread, else the set of codes or «not»."""
    told = {}
    for coder in text.read_by:
        row = ["not"] * text.length
        for mark in marks:
            if (mark.text, mark.coder) != (text.key, coder):
                continue
            for at in range(mark.start, mark.end):
                had = set() if row[at] == "not" else row[at]
                row[at] = had | ({mark.code} if mark.code is not None else set())
        told[coder] = row
    return told


def marked_table(texts, marks, coders):
    """0 or 1 for each coder and each character of all texts."""
    return [
        [
            one
            for text in texts
            for one in (
                [int(c != "not") for c in letters(text, marks)[coder]]
                if coder in text.read_by
                else [None] * text.length
            )
        ]
        for coder in coders
    ]


def code_table(texts, marks, coders, code):
    """1 where a coder who marked the character put the code there, 0 where not."""
    return [
        [
            one
            for text in texts
            for one in (
                [
                    None if c == "not" else int(code in c)
                    for c in letters(text, marks)[coder]
                ]
                if coder in text.read_by
                else [None] * text.length
            )
        ]
        for coder in coders
    ]

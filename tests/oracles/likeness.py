"""Likeness by dicts, one text and one term after the other."""

import math
import re


def words(text):
    return re.findall(r"[^\W_]{2,}", text.lower())


def letters(text):
    """As scikit-learn's «char_wb» has it."""
    runs = []
    for word in words(text):
        padded = f" {word} "
        for many in (3, 4, 5):
            runs.append(padded[:many])
            runs += [padded[at : at + many] for at in range(1, len(padded) - many + 1)]
            if many >= len(padded):
                break
    return runs


def cosines(cut, texts, asked):
    """Give the TF-IDF cosine of each text with the one asked."""
    every = [cut(text) for text in texts]

    def weights(terms):
        return {
            term: terms.count(term)
            * (
                math.log((1 + len(texts)) / (1 + sum(term in other for other in every)))
                + 1
            )
            for term in set(terms)
            if any(term in other for other in every)
        }

    def length(weighed):
        return math.sqrt(sum(weight**2 for weight in weighed.values()))

    mine = weights(cut(asked))
    told = []
    for terms in every:
        theirs = weights(terms)
        dot = sum(weight * theirs.get(term, 0) for term, weight in mine.items())
        told.append(dot / (length(mine) * length(theirs)) if dot else 0.0)
    return told

"""The named peers on the same listings: splink over DuckDB, and recordlinkage.

Each gets the same cells, in the form its own documentation asks for, learns its weights
from the listings alone, and gives heaps. Which probability links is chosen for them by
the truth, so that each has its best F1; Weft's bound is fixed.
"""

import logging
import re
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

import pandas as pd
import recordlinkage
import splink.comparison_library as like
from _link_halls import Labelled, Score, scored
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

from weft.assets.domain.linking import Entry

BOUNDS = (0.3, 0.5, 0.9, 0.99, 0.995, 0.999)
Pairs = list[tuple[str, str, float]]
Linking = Callable[[Sequence[Entry]], Pairs]


def table(entries: Iterable[Entry]) -> pd.DataFrame:
    """Lay listings out as a table, tidied as both handbooks advise."""
    return pd.DataFrame(_cells(entry) for entry in entries)


def _cells(entry: Entry) -> dict[str, object]:
    slot = entry.slots[0] if entry.slots else None
    return {
        "unique_id": entry.key,
        "sort": entry.sort,
        "name": re.sub(r"[^\w ]", "", entry.name.casefold()),
        "hall": entry.place.casefold() or None,
        "village": entry.locality.casefold() or None,
        "postcode": entry.postcode or None,
        "telephone": re.sub(r"\D", "", entry.telephone)[-9:] or None,
        "website": entry.website or None,
        "hour": f"{slot.week} {slot.day} {slot.starts}" if slot else None,
        "least_age": None if entry.ages.least is None else str(entry.ages.least),
    }


def by_splink(entries: Sequence[Entry]) -> Pairs:
    """Link with splink's unsupervised model: expectation maximisation in SQL."""
    warnings.simplefilter("ignore")
    logging.getLogger("splink").setLevel(logging.ERROR)
    held = DuckDBAPI().register(table(entries))
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            like.JaroWinklerAtThresholds("name", [0.97, 0.9, 0.8]),
            like.JaroWinklerAtThresholds("hall", [0.9, 0.75]),
            like.ExactMatch("village"),
            like.ExactMatch("postcode"),
            like.ExactMatch("telephone").configure(term_frequency_adjustments=True),
            like.ExactMatch("website").configure(term_frequency_adjustments=True),
            like.ExactMatch("hour"),
            like.ExactMatch("least_age"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("sort", "telephone"),
            block_on("sort", "website"),
            block_on("sort", "postcode", "hour"),
            block_on("sort", "village", "hour"),
            block_on("sort", "postcode", "substr(name, 1, 4)"),
            block_on("sort", "village", "substr(name, 1, 6)"),
            block_on("sort", "village", "substr(name, -6)"),
        ],
    )
    linker = Linker(held, settings, log_level=logging.ERROR)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("name", "postcode"), block_on("telephone", "hour")], recall=0.7
    )
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("telephone"), block_on("name"), block_on("postcode", "hour")):
        training.estimate_parameters_using_expectation_maximisation(
            rule, record_sample_proportion=1.0
        )
    found = linker.inference.predict(threshold_match_probability=min(BOUNDS))
    frame = found.as_pandas_dataframe()
    columns = ("unique_id_l", "unique_id_r", "match_probability")
    return list(zip(*(frame[column] for column in columns), strict=True))


def by_recordlinkage(entries: Sequence[Entry]) -> Pairs:
    """Link with recordlinkage's unsupervised classifier, as in its handbook."""
    warnings.simplefilter("ignore")
    held = table(entries).set_index("unique_id")
    indexer = recordlinkage.Index()
    indexer.block(["sort", "telephone"])
    indexer.block(["sort", "postcode"])
    indexer.block(["sort", "village", "hour"])
    indexer.block(["sort", "name"])
    pairs = indexer.index(held)
    compare = recordlinkage.Compare()
    compare.string("name", "name", method="jarowinkler", threshold=0.9)
    # With more columns its classes change places, and it finds nothing at all.
    for column in ("telephone", "hour"):
        compare.exact(column, column)
    features = compare.compute(pairs, held)
    classifier = recordlinkage.ECMClassifier()
    classifier.fit(features)
    chances = classifier.prob(features)
    chances = chances[chances >= min(BOUNDS)]
    return [(one, other, chance) for (one, other), chance in chances.items()]


def best(pairs: Pairs, labelled: Labelled) -> tuple[Score, float]:
    """Give a peer the bound at which its F1 is best."""
    keys = [entry.key for entry in labelled.entries]
    tried = ((_scored_at(bound, pairs, keys, labelled), bound) for bound in BOUNDS)
    return max(tried, key=lambda one: one[0].f1)


def _scored_at(
    bound: float, pairs: Pairs, keys: Sequence[str], labelled: Labelled
) -> Score:
    """Count the pairs as they are, or every pair they tie: whichever is better."""
    kept = {(one, other) for one, other, chance in pairs if chance >= bound}
    right = sum(labelled.truth[one] == labelled.truth[other] for one, other in kept)
    closed = scored(joined(keys, kept), labelled)
    plain = Score(linked=len(kept), true=closed.true, false=len(kept) - right)
    return max(plain, closed, key=lambda score: score.f1)


def joined(keys: Iterable[str], pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Lay together whatever is tied by any chain of pairs."""
    of = {key: key for key in keys}

    def top(key: str) -> str:
        way = []
        while of[key] != key:
            way.append(key)
            key = of[key]
        for passed in chain(way):
            of[passed] = key
        return key

    for one, other in pairs:
        first, second = sorted((top(one), top(other)))
        of[second] = first
    return {key: top(key) for key in of}


PEERS: Mapping[str, Linking] = {
    "splink, DuckDB": by_splink,
    "recordlinkage": by_recordlinkage,
}

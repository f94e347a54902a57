"""Which passages are only what others hang on? ``domain.stems``, in the data base."""

from weft.voices.models import Passage, Project


def only_stems(project: Project) -> frozenset[int]:
    """Give the keys of passages that others hang on and that nothing is tied to."""
    rows = Passage.objects.filter(
        project=project,
        hanging__isnull=False,
        codings=None,
        claims=None,
        causes=None,
        mentions=None,
        facets=None,
        statements=None,
        strengths=None,
        asks_something=None,
        works=None,
        bearings=None,
    )
    return frozenset(rows.values_list("pk", flat=True))

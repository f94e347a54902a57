"""How sure is a share that was counted among few?"""

import math

_Z = 1.96  # 95 in 100


def wilson(share: float, of: int) -> tuple[float, float]:
    """Give Wilson's interval for a share (E. B. Wilson, JASA 1927), 95 in 100."""
    middle = (share + _Z * _Z / (2 * of)) / (1 + _Z * _Z / of)
    half = _Z * math.sqrt(share * (1 - share) / of + _Z * _Z / (4 * of * of))
    half /= 1 + _Z * _Z / of
    # At no and all the share is an end of its interval, but for a last digit of floats.
    return min(share, max(0.0, middle - half)), max(share, min(1.0, middle + half))

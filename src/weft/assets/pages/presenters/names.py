"""What else is a thing called, in which language, and in whose words?"""

from collections.abc import Sequence

from markupsafe import Markup

from weft.assets.domain.told import NameTold
from weft.commons.saying import language_name


def other_names(names: Sequence[NameTold]) -> Markup:
    """Say what else people call it; "" where nobody calls it anything else.

    A name is marked with its language, so that it is read aloud in it.
    """
    if not names:
        return Markup("")
    said = Markup("; ").join(map(_named, names))
    return Markup("Also called {}.").format(said)


def _named(one: NameTold) -> Markup:
    language = Markup(' lang="{}"').format(one.language) if one.language else Markup("")
    name = Markup('<span data-said dir="auto"{}>{}</span>').format(language, one.name)
    who = [language_name(one.language)] if one.language else []
    who += [f"in the words of {one.used_by}"] if one.used_by else []
    return Markup("{} ({})").format(name, ", ".join(who)) if who else name

"""What are people asked about themselves, all of it optional?

The nine characteristics that the Equality Act 2010 protects (section 4), and three more
that decide who can come. The groups are offered, in words of the census where it has
some; everybody may say it in their own.
"""

from weft.voices.domain.kinds import PREFER_NOT, Axis

OFFERED: dict[Axis, tuple[str, ...]] = {
    Axis.AGE: ("under 16", "16 to 24", "25 to 44", "45 to 64", "65 and over"),
    Axis.DISABILITY: ("disabled people",),
    Axis.GENDER: ("gender differs from sex at birth",),
    Axis.MARRIAGE: ("married or in a civil partnership",),
    Axis.PREGNANCY: ("pregnant, or with a baby under 26 weeks",),
    Axis.ETHNICITY: ("Asian", "Black", "Mixed", "White", "Other"),
    Axis.RELIGION: (
        "Buddhist",
        "Christian",
        "Hindu",
        "Jewish",
        "Muslim",
        "Sikh",
        "no religion",
    ),
    Axis.SEX: ("women", "men"),
    Axis.ORIENTATION: ("gay or lesbian", "bisexual", "straight"),
    Axis.LANGUAGE: ("English", "another language"),
    Axis.WORK: ("in work", "out of work", "retired", "students"),
    Axis.CARING: ("carers",),
}
NAMES: dict[Axis, str] = {
    Axis.AGE: "Age",
    Axis.DISABILITY: "Disability",
    Axis.GENDER: "Gender reassignment",
    Axis.MARRIAGE: "Marriage or civil partnership",
    Axis.PREGNANCY: "Pregnancy, or a young baby",
    Axis.ETHNICITY: "Ethnic group",
    Axis.RELIGION: "Religion or belief",
    Axis.SEX: "Sex",
    Axis.ORIENTATION: "Sexual orientation",
    Axis.LANGUAGE: "First language",
    Axis.WORK: "Work",
    Axis.CARING: "Caring for somebody",
}
OWN_WORDS = 2
"""Rows left empty on each axis, for what people call themselves."""


def groups_asked(axis: Axis, told: tuple[str, ...]) -> tuple[str, ...]:
    """List the rows of an axis: what is told, what is offered, and room for more.

    Parameters
    ----------
    axis
        By what people describe themselves.
    told
        The groups of which there is a count already, in their order.
    """
    known = {one.lower() for one in told}
    more = (one for one in (*OFFERED[axis], PREFER_NOT) if one.lower() not in known)
    return (*told, *more, *[""] * OWN_WORDS)

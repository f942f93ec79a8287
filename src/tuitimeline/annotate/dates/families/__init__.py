"""Families of time expressions: each module has a pattern and the function that reads its match."""

from tuitimeline.annotate.dates.families import ago, full, months, names, relative, weekdays, years
from tuitimeline.annotate.dates.reading import Family

FAMILIES: tuple[Family, ...] = (
    *full.FAMILIES,
    *months.FAMILIES,
    *weekdays.FAMILIES,
    *names.FAMILIES,
    *relative.FAMILIES,
    *ago.FAMILIES,
    *years.FAMILIES,
)

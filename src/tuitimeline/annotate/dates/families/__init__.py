"""Families of time expressions: each module has a pattern and the function that reads its match."""

from tuitimeline.annotate.dates.families import (
    ago,
    clock,
    decades,
    duration,
    full,
    holidays,
    months,
    names,
    nths,
    quarters,
    references,
    relative,
    seasons,
    sets,
    ties,
    weekdays,
    years,
)
from tuitimeline.annotate.dates.reading import Family

FAMILIES: tuple[Family, ...] = (
    *full.FAMILIES,
    *holidays.FAMILIES,
    *nths.FAMILIES,
    *months.FAMILIES,
    *weekdays.FAMILIES,
    *names.FAMILIES,
    *quarters.FAMILIES,
    *relative.FAMILIES,
    *ago.FAMILIES,
    *ties.FAMILIES,
    *sets.FAMILIES,
    *references.FAMILIES,
    *decades.FAMILIES,
    *seasons.FAMILIES,
    *clock.FAMILIES,
    *duration.FAMILIES,
    *years.FAMILIES,
)

"""A story as a spreadsheet workbook (Office Open XML): events, attributions, and the analyst's edits."""

from __future__ import annotations

import io
from datetime import datetime
from itertools import count, islice

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from tuitimeline.export.tables import Cell, Table, attributions_table, edits_table, events_table
from tuitimeline.export.written import Written
from tuitimeline.model import Story

# Excel's limits (Microsoft, "Excel specifications and limits"): rows of a sheet, characters of a cell.
ROWS, CHARACTERS = 1_048_576, 32_767
# No clock: the same story gives the same bytes.
_CREATED = datetime(1980, 1, 1)


def workbook(story: Story) -> Written:
    """The tables of a story, a sheet each; a table longer than a sheet goes on in the next."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        book.set_properties({"created": _CREATED, "comments": "tuitimeline/1"})
        heading = book.add_format({"bold": True, "bottom": 1})
        text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        for table in (events_table(story), attributions_table(story), edits_table(story)):
            _sheets(book, table, heading, text)
    return Written(out.getvalue())


def _sheets(book: Workbook, table: Table, heading: Format, text: Format) -> None:
    rows = iter(table.rows)
    for number in count(1):
        part = tuple(islice(rows, ROWS - 1))
        if not part and number > 1:
            return
        sheet = book.add_worksheet(table.name if number == 1 else f"{table.name} {number}")
        sheet.write_row(0, 0, table.columns, heading)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(part), len(table.columns) - 1)
        for column, name in enumerate(table.columns):
            sheet.set_column(
                column, column, 60 if name in ("headline", "sentences", "sentence", "content") else 14
            )
        for at, row in enumerate(part, start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(at, column, _fitting(cell), text)
                elif cell is not None:
                    sheet.write_number(at, column, cell)


def _fitting(cell: Cell) -> str:
    text = str(cell)
    return text if len(text) <= CHARACTERS else text[: CHARACTERS - 1] + "…"

"""A story file of an older schema becomes one of this schema.

What was read and what the analyst did is kept, column by column; what was woven follows from it and is woven anew.
"""

from __future__ import annotations

import sqlite3

from tuitimeline.store import connecting

_KEPT = ("meta", "file", "document", "capture", "edit")
_OURS = "name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'"


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file up to date in one transaction; its events are missing until it is woven."""
    new = sqlite3.connect(":memory:")
    new.executescript(connecting.schema())
    try:
        connection.executescript(_script(connection, new))
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        new.close()


def _script(old: sqlite3.Connection, new: sqlite3.Connection) -> str:
    there = old.execute(f"SELECT type, name FROM sqlite_schema WHERE {_OURS} ORDER BY type = 'table'").fetchall()
    kept = [name for type_, name in there if type_ == "table" and name in _KEPT]
    script = ["BEGIN IMMEDIATE"]
    script += [f"DROP {type_} {name}" for type_, name in there if name not in kept]
    script += [f"ALTER TABLE {name} RENAME TO old_{name}" for name in kept]
    script.append(connecting.schema())
    for name in kept:
        both = ", ".join(c for c in _columns(new, name) if c in _columns(old, name))
        script += [f"INSERT INTO {name} ({both}) SELECT {both} FROM old_{name}", f"DROP TABLE old_{name}"]
    script += ["INSERT OR REPLACE INTO meta VALUES ('migrated', 1), ('unwoven', 1), ('events', 0)"]
    script += [f"PRAGMA user_version = {connecting.VERSION}", "COMMIT"]
    return ";\n".join(script)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]

"""What happened when, who says so, and how many of them there really are."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tuitimeline.library import annotate, build, read

__all__ = ["__version__", "annotate", "build", "read"]

__version__ = "0.1.0"


class _Package(ModuleType):
    """This package, its functions imported when they are first used, so that `import tuitimeline` is light.

    `annotate` is a property, because importing the room of that name would otherwise put the room in its place.
    """

    @property
    def annotate(self) -> Any:
        from tuitimeline.library import annotate

        return annotate

    @annotate.setter
    def annotate(self, room: ModuleType) -> None:
        """The room stays importable by its name: `from tuitimeline.annotate import dates`."""

    def __getattr__(self, name: str) -> Any:
        if name not in ("build", "read"):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from tuitimeline import library

        return getattr(library, name)


sys.modules[__name__].__class__ = _Package

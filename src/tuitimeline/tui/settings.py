"""What a person prefers, in settings.toml of the configuration folder, and their keys in keys.toml beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """`theme` is one of themes.py; `mouse` says whether the terminal's mouse is taken."""

    theme: str = "night"
    mouse: bool = True


def folder() -> Path:
    """Where settings.toml and keys.toml are looked for."""
    from platformdirs import user_config_path

    return user_config_path("tuitimeline")


def settings_from(path: Path) -> Settings:
    """What `path` says; the defaults for what it does not say or says in another way, or where it is not there."""
    if not path.exists():
        return Settings()
    import tomllib

    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    fitting = {
        name: said[name] for name, kind in (("theme", str), ("mouse", bool)) if isinstance(said.get(name), kind)
    }
    return replace(Settings(), **fitting)


def write(settings: Settings, path: Path) -> None:
    """Keep the settings. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mouse = "true" if settings.mouse else "false"
    path.write_text(f'theme = "{settings.theme}"\nmouse = {mouse}\n', encoding="utf-8")

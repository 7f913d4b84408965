"""The boundaries of the house, each proved in a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def modules_of(package: str) -> list[str]:
    return sorted(
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in (ROOT / package).rglob("*.py")
    )


def loaded_after(imports: list[str]) -> set[str]:
    """Return the top-level modules that a new interpreter has after these imports."""
    code = "import sys\n" + "\n".join(f"import {name}" for name in imports)
    code += "\nprint('\\n'.join({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("package", "forbidden"),
    [
        ("content", {"textual", "voices", "tui", "miniaudio", "click"}),
        ("voices", {"textual", "tui", "click"}),
    ],
)
def test_arrows_point_one_way(package: str, forbidden: set[str]) -> None:
    modules = modules_of(package)
    assert len(modules) > 5
    assert not loaded_after(modules) & forbidden


def test_session_and_commands_need_no_screen() -> None:
    assert "textual" not in loaded_after(["tui.session", "tui.commands"])


def test_plain_mode_does_without_what_draws_screens() -> None:
    slow = {"textual", "rich", "asyncio", "readline", "markdown_it", "numpy", "miniaudio"}
    assert not loaded_after(["tui.reader", "tui.plain"]) & slow


def test_the_delay_of_escape_is_set_before_textual_reads_it() -> None:
    assert "textual" not in loaded_after(["tui.terminal"])
    source = (ROOT / "tui" / "reader.py").read_text()
    assert source.index("set_delays()") < source.index("from tui.app import")


def test_the_command_line_imports_nothing_slow_before_speech_starts() -> None:
    slow = {"textual", "rich", "markdown_it", "numpy", "miniaudio", "lxml", "py3langid"}
    assert not loaded_after(["app", "tui.reader"]) & slow


def test_the_speech_process_does_without_numpy() -> None:
    assert "numpy" not in loaded_after(["voices.server"])


def test_the_app_and_the_main_screen_are_not_the_biggest_files() -> None:
    sizes = {
        path.relative_to(ROOT).as_posix(): len(path.read_text().splitlines())
        for folder in ("content", "voices", "tui")
        for path in (ROOT / folder).rglob("*.py")
    }
    sizes["app.py"] = len((ROOT / "app.py").read_text().splitlines())
    biggest = max(sizes, key=lambda name: sizes[name])
    assert biggest not in ("app.py", "tui/app.py")
    assert sizes[biggest] < 400

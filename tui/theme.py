"""How it looks: a theme's colours, and marks that need no colour."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.theme import Theme

from tui.palettes import PALETTES

CSS = """
Screen {
    background: $paper;
    color: $ink;
    layout: vertical;
    overflow: hidden hidden;
}
#panes {
    layout: horizontal;
    height: 1fr;
    min-height: 4;
}
#list {
    width: 32%;
    min-width: 24;
    margin-right: 2;
}
#text {
    width: 1fr;
}
#footer {
    height: 1;
    width: 100%;
}
#status {
    height: 1;
    width: 100%;
    text-style: bold;
}
.narrow #list, .narrow #text {
    width: 1fr;
    min-width: 0;
    margin-right: 0;
}
.narrow .away {
    display: none;
}
ReadingPane > .heading, RowList > .chosen {
    text-style: bold;
}
RowList:focus > .chosen {
    text-style: bold reverse;
}
ReadingPane > .sentence {
    background: $sentence-paper;
    color: $sentence-ink;
    text-style: $sentence-style;
}
ReadingPane > .word {
    background: $paper;
    color: $ink;
    text-style: bold underline reverse;
}
ReadingPane.block > .word {
    text-style: bold reverse;
}
ReadingPane.underline > .word {
    background: $sentence-paper;
    color: $sentence-ink;
    text-style: bold underline;
}
#message, #title, #hint, #found {
    height: auto;
    width: 100%;
}
#message {
    max-height: 60%;
    text-style: bold;
}
#title {
    max-height: 3;
    text-style: bold;
}
#rows {
    height: 1fr;
    min-height: 4;
}
#hint, #found {
    max-height: 50%;
}
MenuScreen #message {
    max-height: 40%;
}
.-low #panes, .-low #rows {
    min-height: 2;
}
MenuScreen.-low #title {
    max-height: 1;
}
.-low #hint {
    max-height: 0;
}
.-low #message {
    max-height: 50%;
}
SpokenInput, SpokenInput:focus {
    background: $paper;
    background-tint: $paper 0%;
    color: $ink;
}
SpokenInput > .input--cursor {
    background: $paper;
    color: $ink;
    text-style: bold reverse;
}
SpokenInput > .input--selection {
    background: $sentence-paper;
    color: $sentence-ink;
    text-style: bold underline;
}
"""
"""What is chosen or read is reversed: that is seen with any colours, and with none."""


def add_themes(app: App[Any], first: str) -> None:
    """Let ``app`` know the themes, and begin with the one named ``first``."""
    for name, palette in PALETTES.items():
        variables = {
            "paper": palette.paper,
            "ink": palette.ink,
            "sentence-paper": palette.sentence_paper,
            "sentence-ink": palette.sentence_ink,
            "sentence-style": palette.sentence_style,
            # Textual's own rules name these, but only its own native themes have them.
            "ansi-background": palette.paper,
            "ansi-foreground": palette.ink,
        }
        theme = Theme(
            textual_name(name), primary=palette.ink, foreground=palette.ink,
            background=palette.paper, dark=palette.dark, ansi=palette.native, variables=variables,
        )  # fmt: skip
        app.register_theme(theme)
    # Before the style sheet is parsed for the first time: to do so twice would cost time.
    app.set_reactive(App.theme, textual_name(first))
    app.stylesheet.set_variables(app.get_css_variables())
    app._refresh_truecolor_filter(app.ansi_theme)


def textual_name(name: str) -> str:
    """Return what a theme is called for Textual, which has some of its own."""
    return f"intone-{name}"

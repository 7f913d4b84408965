"""How it looks: black and white, and marks that need no colour."""

from __future__ import annotations

CSS = """
Screen {
    background: #000000;
    color: #ffffff;
    layout: vertical;
}
#panes {
    layout: horizontal;
    height: 1fr;
}
#list {
    width: 32%;
    min-width: 24;
    margin-right: 2;
}
#text {
    width: 1fr;
}
#status, #title {
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
ReadingPane > .sentence {
    background: #1f3a5f;
    color: #ffffff;
}
ReadingPane > .word {
    background: #ffffff;
    color: #000000;
    text-style: bold underline;
}
IntoneApp:nocolor ReadingPane > .sentence {
    text-style: underline;
}
IntoneApp:nocolor ReadingPane > .word {
    text-style: reverse;
}
#message {
    height: auto;
    max-height: 40%;
    display: none;
    text-style: bold;
}
#rows {
    height: 1fr;
}
#hint, #found {
    height: auto;
    max-height: 40%;
}
#hint, #title {
    width: 100%;
}
SpokenInput, SpokenInput:focus {
    background: #000000;
    background-tint: #000000 0%;
    color: #ffffff;
}
SpokenInput > .input--cursor {
    background: #ffffff;
    color: #000000;
}
SpokenInput > .input--selection {
    background: #1f3a5f;
    color: #ffffff;
}
"""
"""White on black is 21:1; white on the sentence's blue is 11.6:1."""

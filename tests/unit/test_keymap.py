"""Keymaps: the usual one, the ready-made ones, and a person's own keys with what is wrong."""

from __future__ import annotations

import re
import tomllib

import pytest

from app import GUIDE
from tui.commands import COMMANDS, Command
from tui.key_help import key_help
from tui.key_names import NoKeyError, character_of, key_of, read_key, sent_everywhere
from tui.key_presets import CHANGES, NO_LETTERS, PRESETS
from tui.keymap import Keymap, keymap_from, not_everywhere
from tui.layouts import latin_key
from tui.own_keys import NEEDED

LEFT = {*"qwertasdfgzxcvb12345", "tab", "escape", "f1", "f2", "f3", "f4", "f5", "space"} | {
    f"ctrl+{letter}" for letter in "qwertasdfgzxcvb"
}
RIGHT = {*"yuiophjklnm67890", "comma", "full_stop", "slash", "up", "down", "left", "right",
         "enter", "backspace", *(f"f{number}" for number in range(7, 13))}  # fmt: skip
CORE = ("play", "silence", "sentence.next", "sentence.previous", "paragraph.next",
        "paragraph.previous", "heading.next", "heading.previous", "pane", "help", "leave",
        "pace.faster", "pace.slower", "where", "palette", "find", "entry.next", "entry.previous",
        "entry.read")  # fmt: skip
IDS = {command.id: command for command in COMMANDS}


def preset(name: str) -> Keymap:
    keymap, problems = keymap_from(name, {})
    assert problems == []
    return keymap


def test_the_usual_keymap_has_every_command_with_all_its_keys() -> None:
    keymap = preset("default")
    assert {command.id: command.keys for command in COMMANDS} == dict(keymap.keys)


def test_each_key_of_a_command_is_written_as_a_person_would() -> None:
    for command in COMMANDS:
        assert [read_key(key) for key in command.keys] == list(command.keys)


def test_every_command_has_a_usual_key_that_every_terminal_sends() -> None:
    assert not_everywhere(preset("default")) == []


@pytest.mark.parametrize("name", PRESETS)
def test_in_every_preset_each_command_has_a_key_or_there_is_a_list_of_all(name: str) -> None:
    keymap = preset(name)
    without = [id for id, keys in keymap.keys.items() if not keys]
    assert not set(without) & {*CORE, *NEEDED}
    for id in CORE:
        assert any(not character_of(key) for key in keymap.keys[id]), id
        assert any(map(sent_everywhere, keymap.keys[id])), id


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_names_only_commands_and_keys_that_there_are(name: str) -> None:
    changes = CHANGES[name]
    assert changes.keys() <= IDS.keys()
    keymap = preset(name)
    for id, keys in changes.items():
        assert tuple(map(read_key, keys)) == keys == keymap.keys[id][: len(keys)]


def test_without_letters_no_key_types_a_character() -> None:
    keymap = preset(NO_LETTERS)
    assert not [key for keys in keymap.keys.values() for key in keys if character_of(key)]
    assert keymap.shortcut("p") == ""
    assert keymap.shortcut("delete") == "delete"


@pytest.mark.parametrize(("name", "reach"), [("one-hand-left", LEFT), ("one-hand-right", RIGHT)])
def test_one_hand_reaches_what_is_needed_often(name: str, reach: set[str]) -> None:
    keymap = preset(name)
    for id in CORE:
        assert set(keymap.keys[id]) & reach, id
    for key in ("down", "up", "enter", "escape"):
        assert any(keymap.in_menu(each, typing=True) == key for each in reach if len(each) > 1)


def test_a_person_can_give_other_keys_and_take_keys_away() -> None:
    keymap, problems = keymap_from(
        "default", {"volume.louder": [], "where": "v", "play": ["shift+v", "Ctrl+B", "page down"],
                    "volume.quieter": [], "heading.next": ["F5"]}
    )  # fmt: skip
    assert problems == []
    assert keymap.keys["where"] == ("v",)
    assert keymap.keys["play"] == ("V", "ctrl+b", "pagedown")
    assert keymap.keys["volume.louder"] == ()
    assert keymap.command("v", "text") is keymap.command("v", "list") is IDS["where"]
    assert keymap.command("f5", "list") is IDS["heading.next"]
    assert keymap.command("w", "text") is None


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ({"sentence.nxt": ["v"]}, "There is no command sentence.nxt; perhaps "
         "sentence.next is meant; intone keys lists all."),
        ({"play": ["ctrl+i"]}, "play: the key ctrl+i can't be used: terminals can't tell it from "
         "tab."),
        ({"play": ["insert"]}, "play: the key insert can't be used: it belongs to screen readers."),
        ({"play": ["h"]}, "play: the key h can't be used twice: it means Next heading "
         "(heading.next); give that another first."),
        ({"play": ["nonsense"]}, "play: the key nonsense can't be used: there is no such key."),
        ({"play": 5}, 'play: its keys must be a list of names, such as ["f11", "ctrl+o"].'),
        ({"help": []}, "help: it must have a key, so it keeps its usual ones."),
        ({"leave": []}, "leave: it must have a key, so it keeps its usual ones."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_the_rest_holds(table: dict[str, object], problem: str) -> None:
    keymap, problems = keymap_from("default", {**table, "volume.louder": ["ctrl+b"]})
    assert [each.sentence for each in problems] == [problem]
    assert problems[0].id == next(iter(table))
    assert keymap.keys["volume.louder"] == ("ctrl+b",)
    usual = preset("default").keys
    assert all(keymap.keys[id] == usual[id] for id in usual if id != "volume.louder")


def test_two_commands_may_share_a_key_in_different_panes_only() -> None:
    keymap, problems = keymap_from("default", {"sentence.next": ["ctrl+b"], "entry.next": "ctrl+b"})
    assert problems == []
    assert keymap.command("ctrl+b", "text") is IDS["sentence.next"]
    assert keymap.command("ctrl+b", "list") is IDS["entry.next"]
    keymap, problems = keymap_from("default", {"sentence.next": ["ctrl+b"], "play": ["ctrl+b"]})
    assert len(problems) == 1
    assert problems[0].id == "play"
    assert keymap.keys["play"] == IDS["play"].keys


def test_help_keeps_a_key_though_others_ask_for_its_own() -> None:
    keymap, problems = keymap_from("default", {"play": ["f1", "question_mark"], "help": ["space2"]})
    assert keymap.keys["help"] == IDS["help"].keys
    assert len(problems) == 3
    assert keymap.keys["play"] == IDS["play"].keys


def test_the_examples_of_the_guide_can_be_used() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    lines = re.findall(r'`("[a-z.]+" = \[.*?\])`', text.partition("## Keys of your own")[2])
    assert len(lines) == 2
    keymap, problems = keymap_from("default", tomllib.loads("\n".join(lines)))
    assert problems == []
    assert keymap.keys["sentence.next"] == ("right", "ctrl+o")
    assert keymap.keys["over"] == ()


def test_no_key_that_types_leaves_while_text_is_typed() -> None:
    table = {"leave": ["space", "v"], "silence": "V", "play": [], "volume.louder": [],
             "volume.quieter": []}  # fmt: skip
    keymap, problems = keymap_from("default", table)
    assert problems == []
    for key in ("space", "v", "V"):
        assert keymap.everywhere(key, typing=True) is None
        assert keymap.in_menu(key, typing=True) == key
        assert not keymap.leaves(key, "leave", typing=True)
    assert keymap.everywhere("v", typing=False) is IDS["leave"]
    assert keymap.in_menu("V") == "escape"


def test_an_unknown_preset_is_told() -> None:
    keymap, problems = keymap_from("two-hands", {})
    assert keymap == preset("default")
    assert problems[0].sentence.startswith("There is no keymap two-hands; there are default, ")


def test_a_key_that_not_every_terminal_sends_is_told_where_there_is_no_other() -> None:
    keymap, problems = keymap_from("default", {"play": ["ctrl+up"], "where": ["ctrl+down", "f2"]})
    assert problems == []
    assert not_everywhere(keymap) == [
        "Play or pause has only ctrl up, which not every terminal sends."
    ]


@pytest.mark.parametrize(
    "key",
    ["ctrl+i", "ctrl+m", "ctrl+j", "ctrl+h", "ctrl+[", "shift+enter", "ctrl+enter", "ctrl+shift+x",
     "alt+x", "cmd+s", "super+a", "meta+left", "Caps Lock", "insert", "kp_5", "numlock", "ctrl+1",
     "shift+1", "hello", "", "ctrl+", "f40", "\x1b"],
)  # fmt: skip
def test_keys_that_no_terminal_sends_or_tells_apart_are_refused(key: str) -> None:
    with pytest.raises(NoKeyError):
        read_key(key)


@pytest.mark.parametrize(
    ("written", "key"),
    [("?", "question_mark"), ("+", "plus"), ("-", "minus"), ("shift h", "H"), ("Shift+Tab",
     "shift+tab"), ("control q", "ctrl+q"), ("F12", "f12"), ("page up", "pageup"), ("ф", "ф"),
     ("shift+ctrl+left", "ctrl+shift+left"), ("less-than sign", "less_than_sign"), (" j ", "j")],
)  # fmt: skip
def test_keys_may_be_written_as_they_are_said(written: str, key: str) -> None:
    assert read_key(written) == key


def test_names_of_keys_are_those_of_textual() -> None:
    from textual.keys import _character_to_key

    for character in map(chr, range(33, 127)):
        assert key_of(character) == _character_to_key(character)
        assert character_of(key_of(character)) == character
    assert not any(map(character_of, ("space", "escape", "delete", "f1", "ctrl+a", "tab")))


@pytest.mark.parametrize(
    ("key", "latin"),
    [("р", "h"), ("Р", "H"), ("ц", "w"), ("і", "s"), ("η", "h"), ("Η", "H"), ("י", "h"),
     ("ا", "h"), ("х", "left_square_bracket"), ("numero_sign", "number_sign"), ("ctrl+з", "ctrl+p"),
     ("h", "h"), ("space", "space"), ("ctrl+p", "ctrl+p"), ("question_mark", "question_mark")],
)  # fmt: skip
def test_another_layout_means_the_key_at_the_same_place(key: str, latin: str) -> None:
    assert latin_key(key) == latin


def test_a_letter_with_a_command_of_its_own_is_not_taken_for_another() -> None:
    keymap, _ = keymap_from("default", {"where": ["р"]})
    assert keymap.command("р", "text") is IDS["where"]
    assert preset("default").command("р", "text") is IDS["heading.next"]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_can_be_given_another_key(command: Command) -> None:
    keymap, problems = keymap_from("default", {command.id: ["ctrl+shift+up"]})
    assert problems == []
    assert keymap.command("ctrl+shift+up", "list" if command.pane == "list" else "text") is command


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_key_of_a_command_is_told_of(command: Command) -> None:
    keymap = preset("default")
    for key in command.keys:
        told = key_help(keymap, key, "list" if command.pane == "list" else "text")
        assert told.endswith(f": {command.name}. {command.description}")

"""Write the manual page and the shells' completions, from the grammar itself.

    python3 packaging/make_shell_files.py DIR

The packages carry them; nothing of it is kept in the repository, so nothing ages.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from psoas_break import __version__
from psoas_break.grammar import parser

NAME = "psoas-break"


@dataclass(frozen=True, slots=True)
class Option:
    """An option or an argument: its name, the value it takes, and what it does."""

    name: str
    told: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the command line, with what can follow it."""

    name: str
    told: str
    usage: str
    arguments: tuple[Option, ...]
    options: tuple[Option, ...]
    choices: tuple[str, ...]


def main() -> int:
    """Write all four files into the folder named on the command line."""
    folder = Path(sys.argv[1])
    for name, text in files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        sys.stdout.write(f"{path}\n")
    return 0


def files() -> dict[str, str]:
    """Return the text of each file by its place in /usr/share, as Debian has it."""
    return {
        f"man/{NAME}.1": manual_page(),
        f"bash-completion/completions/{NAME}": bash(),
        f"zsh/vendor-completions/_{NAME}": zsh(),
        f"fish/vendor_completions.d/{NAME}.fish": fish(),
    }


def words() -> tuple[Word, ...]:
    """Return every word of the grammar."""
    line = parser()
    (sub,) = (a for a in line._actions if isinstance(a, argparse._SubParsersAction))  # noqa: SLF001  argparse has no other way to ask
    told = {choice.dest: choice.help or "" for choice in sub._choices_actions}  # noqa: SLF001  as above
    return tuple(_word(name, told[name], one) for name, one in sub.choices.items())


def options() -> tuple[Option, ...]:
    """Return the options that stand in front of a word."""
    return _options(parser())


def manual_page() -> str:
    """Return the manual page in the form of man(7)."""
    line = parser()
    parts = [
        f'.TH PSOAS-BREAK 1 "" "Psoas Break {__version__}" "User Commands"',
        ".SH NAME",
        r"psoas\-break \- asks you to stand up at a good moment, and guides the break",
        ".SH SYNOPSIS",
        r".B psoas\-break",
        r"[\fIOPTIONS\fR] [\fICOMMAND\fR]",
        ".SH DESCRIPTION",
        _roff(line.description or ""),
        _roff(line.epilog or ""),
        ".SH OPTIONS",
        *_entries((_named(one), one.told) for one in options()),
        ".SH COMMANDS",
    ]
    for word in words():
        parts += [".TP", rf"\fB{_roff(word.name)}\fR {_roff(word.usage)}".rstrip()]
        parts.append(_roff(_sentence(word.told)))
        for one in (*word.arguments, *word.options):
            parts += [".br", rf"\fB{_roff(_named(one))}\fR: {_roff(one.told)}"]
    parts += [
        ".SH EXIT STATUS",
        *_entries(
            (
                ("0", "done"),
                ("1", "refused, with the reason in one line"),
                ("2", "the words were off, or there is no display"),
                ("3", "no app is running"),
            )
        ),
        ".SH FILES",
        *_entries(
            (
                ("~/.config/psoas-break/settings.toml", "the settings"),
                ("~/.local/share/psoas-break/", "history, exercises of your own"),
                ("/etc/xdg/psoas-break/settings.toml", "an organisation's defaults"),
            )
        ),
    ]
    return "\n".join(parts) + "\n"


def bash() -> str:
    """Return the completion for bash."""
    cases = "\n".join(
        f'        {word.name}) words="{" ".join(_after(word))}" ;;'
        for word in words()
        if _after(word)
    )
    first = " ".join(
        [*(word.name for word in words()), *(one.name for one in options())]
    )
    return f"""\
# Completion of psoas-break for bash.
_psoas_break() {{
    local current words word
    current="${{COMP_WORDS[COMP_CWORD]}}"
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        [[ " {" ".join(word.name for word in words())} " == *" $word "* ]] && break
        word=
    done
    case "$word" in
{cases}
        "") words="{first}" ;;
        *) words= ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}}
complete -o default -F _psoas_break psoas-break
"""


def zsh() -> str:
    """Return the completion for zsh."""
    listed = "\n".join(f"        '{w.name}:{_quoted(w.told)}'" for w in words())
    opts = "\n".join(
        f"        '{one.name}[{_quoted(one.told)}]{_zsh_value(one)}' \\"
        for one in options()
    )
    cases = "\n".join(
        f"            {word.name}) _values 'what' {' '.join(_after(word))} ;;"
        for word in words()
        if _after(word)
    )
    return f"""\
#compdef psoas-break
_psoas_break() {{
    local -a commands
    commands=(
{listed}
    )
    _arguments -C \\
{opts}
        '1:command:->command' '*::more:->more'
    case $state in
        command) _describe 'command' commands ;;
        more) case $words[1] in
{cases}
            {"|".join(_taking_files())}) _files ;;
        esac ;;
    esac
}}
_psoas_break "$@"
"""


def fish() -> str:
    """Return the completion for fish."""
    lines = ["# Completion of psoas-break for fish.", "complete -c psoas-break -f"]
    for option in options():
        name, more = option.name.removeprefix("--"), " -r" if option.value else ""
        told = _quoted(option.told)
        lines.append(f"complete -c psoas-break -l {name}{more} -d '{told}'")
    for word in words():
        lines.append(
            "complete -c psoas-break -n __fish_use_subcommand"
            f" -a {word.name} -d '{_quoted(word.told)}'"
        )
        lines += [
            f"complete -c psoas-break -n '__fish_seen_subcommand_from {word.name}'"
            f" -a '{after}'"
            for after in _after(word)
        ]
    files = " ".join(_taking_files())
    lines.append(f"complete -c psoas-break -n '__fish_seen_subcommand_from {files}' -F")
    return "\n".join(lines) + "\n"


def _taking_files() -> tuple[str, ...]:
    """Return the words that are followed by a file and nothing else."""
    return tuple(word.name for word in words() if word.usage == "FILE")


def _word(name: str, told: str, one: argparse.ArgumentParser) -> Word:
    positionals = [a for a in one._actions if not a.option_strings]  # noqa: SLF001  as above
    choices = tuple(
        str(choice) for action in positionals for choice in action.choices or ()
    )
    usage = " ".join(_placed(action) for action in positionals)
    explained = tuple(
        Option(_metavar(action), str(action.help))
        for action in positionals
        if action.help
    )
    given = tuple(option for option in _options(one) if option.name != "--help")
    return Word(name, told, usage, explained, given, choices)


def _placed(action: argparse.Action) -> str:
    name = _metavar(action)
    return f"[{name}]" if action.nargs in ("?", "*") else name


def _metavar(action: argparse.Action) -> str:
    return str(action.metavar or "|".join(action.choices or ()) or action.dest.upper())


def _named(option: Option) -> str:
    return f"{option.name} {option.value}".rstrip()


def _options(one: argparse.ArgumentParser) -> tuple[Option, ...]:
    return tuple(
        Option(
            action.option_strings[-1],
            action.help or "",
            "" if action.nargs == 0 else _metavar(action),
        )
        for action in one._actions  # noqa: SLF001  as above
        if action.option_strings
    )


def _after(word: Word) -> tuple[str, ...]:
    return (*word.choices, *(option.name for option in word.options))


def _entries(entries: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, told in entries:
        yield ".TP"
        yield rf"\fB{_roff(name)}\fR"
        yield _roff(_sentence(told))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _roff(text: str) -> str:
    """Return text as roff reads it: hyphens are typed, a first dot is no macro."""
    plain = text.replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"^([.'])", r"\\&\1", plain)


def _zsh_value(option: Option) -> str:
    """Return what zsh asks for after an option that takes a value."""
    if not option.value:
        return ""
    return f":{option.value}:" + ("_files -/" if option.value == "DIR" else "")


def _quoted(text: str) -> str:
    return (
        text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
        .replace(":", " -")
        .replace("[", "(")
        .replace("]", ")")
    )


if __name__ == "__main__":
    sys.exit(main())

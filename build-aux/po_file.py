# SPDX-License-Identifier: GPL-3.0-or-later
"""A gettext catalogue, read for count-checked and check-po."""
import ast
from dataclasses import dataclass, field


@dataclass
class Message:
    line: int
    context: str = None
    singular: str = ""
    plural: str = None
    forms: list = field(default_factory=list)  # the translation, or the plural forms in order
    notes: list = field(default_factory=list)  # translator comments, without "# "
    hints: list = field(default_factory=list)  # comments out of the source, without "#. "
    fuzzy: bool = False

    @property
    def translated(self):
        return bool(self.forms) and all(self.forms) and not self.fuzzy

    @property
    def checked(self):
        """A Welsh speaker has read it (po/README.md)."""
        return self.translated and any(note.startswith("checked: ") for note in self.notes)

    def allows(self, rule):
        """Whether a translator's comment makes an exception: "# allowed: frame, it is a time"."""
        return any(note.startswith("allowed: " + rule) for note in self.notes)


def read(path):
    """The messages of a catalogue in order; the header first, with an empty singular. Obsolete
    messages ("#~") are left out."""
    messages, message, text = [], None, None
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.strip()
            if not line:
                message = None
                continue
            if line.startswith("#~"):
                continue
            if message is None:
                message = Message(number)
                messages.append(message)
            if line.startswith("#,"):
                message.fuzzy = "fuzzy" in line
            elif line.startswith("#."):
                message.hints.append(line[2:].strip())
            elif line.startswith("# "):
                message.notes.append(line[2:].strip())
            elif line.startswith('"'):
                text(ast.literal_eval(line))
            elif not line.startswith("#"):
                word, _, value = line.partition(" ")
                text = _writer(message, word)
                text(ast.literal_eval(value))
    return [m for m in messages if m.forms]


def _writer(message, word):
    """What takes the strings that follow the keyword @word."""
    if word.startswith("msgstr"):
        message.forms.append("")

        def write(part):
            message.forms[-1] += part
    else:
        name = {"msgctxt": "context", "msgid": "singular", "msgid_plural": "plural"}[word]

        def write(part):
            setattr(message, name, (getattr(message, name) or "") + part)
    return write

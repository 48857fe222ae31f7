# SPDX-License-Identifier: GPL-3.0-or-later
"""Dolen as somebody meets it who does not see it: started, read and used over the accessibility bus
(AT-SPI). What is asked for is asked by role and name, as a screen reader says it; what takes longer
is waited for. Roles are those of GTK 4.8, and of later ones where they were renamed."""
import itertools
import os
import re
import signal
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 60
PAGES = {"Today": "DolenTodayPage", "Find": "DolenFindPage", "People": "DolenPeoplePage",
         "Directory": "DolenDirectoryPage"}
HEADER, MARGIN = 60, 24  # pixels of a window that are not its content
SHADOW = 5               # without a window manager a window stands this far from the corner
KEYS = {"Home": 0xff50, "End": 0xff57, "Up": 0xff52, "Down": 0xff54, "Return": 0xff0d,
        "Escape": 0xff1b, "Tab": 0xff09}
SAME_ROLE = {"push button": ("push button", "button"), "text": ("text", "entry"),
             "toggle button": ("toggle button", "push button"), "combo box": ("combo box",)}


def children(item):
    for index in range(item.get_child_count()):
        child = item.get_child_at_index(index)
        if child is not None:
            yield child


def walk(item, hidden=()):
    """What is drawn below @item, in order, each with its name. What is not drawn and the pages
    @hidden (by their class) are not gone into: each question is a call over the bus."""
    name = item.get_name() or ""
    if name in hidden:
        return
    if shown(item):
        yield item, name
    elif item.get_component_iface() is not None:  # what a page of a stack is told by has no size
        return
    for child in children(item):
        yield from walk(child, hidden)


def extents(item):
    """Where an item stands in its window; None for one that is not drawn: GTK 4.8 tells it by the
    size alone, and by no state."""
    try:
        place = item.get_extents(Atspi.CoordType.WINDOW)
    except GLib.Error:
        return None
    return place if place.width > 0 and place.height > 0 else None


def shown(item):
    return extents(item) is not None


def sensitive(item):
    return item.get_state_set().contains(Atspi.StateType.SENSITIVE)


def text_of(item):
    """What is written in it. GTK 4.8 gives nothing of an entry to whoever asks for all up to -1."""
    return Atspi.Text.get_text(item, 0, Atspi.Text.get_character_count(item))


def focused(item):
    return item.get_state_set().contains(Atspi.StateType.FOCUSED)


class Dolen:
    """One run of the program on the profile @folder."""

    def __init__(self, binary, folder, *arguments, language="en_GB", environment=None):
        env = dict(os.environ, LANGUAGE=language, **(environment or {}))
        self.process = subprocess.Popen([binary, "--directory", folder, *arguments], env=env)
        self.page = "Find"
        self.titles = set()
        self.application = self.wait(self._on_the_bus, "the program on the bus")

    def _on_the_bus(self):
        for application in children(Atspi.get_desktop(0)):
            if application.get_process_id() == self.process.pid and application.get_child_count():
                return application
        return None

    def wait(self, question, what):
        """The first true answer to @question; things may vanish while they are looked at."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                answer = question()
                if answer:
                    return answer
            except (GLib.Error, IndexError):  # an answer may fail to come, even for the window
                pass
            if self.process.poll() is not None:
                raise AssertionError(f"it ended with {self.process.returncode} before {what}")
            time.sleep(0.03)
        raise AssertionError(f"waited {PATIENCE} s in vain for {what}")

    def quit(self):
        """Ends as a session's end does: it must come to an end by itself."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(PATIENCE)

    # ---- looking ----

    def windows(self):
        roles = ("frame", "dialog", "filler", "window")
        found = [w for w in children(self.application) if w.get_role_name() in roles and shown(w)]
        self.titles.update(w.get_name() for w in found)
        return found

    def window(self):
        """The window on top: a dialog where there is one."""
        return self.windows()[-1]

    def walk(self, where=None):
        """What is on top; of the pages only the one that is shown: those behind it keep their size."""
        hidden = [name for page, name in PAGES.items() if page != self.page]
        return walk(where or self.window(), hidden)

    def all(self, role, name, where=None):
        """Those of that name as they are come upon; where there are none, those whose name holds
        it. GTK 4.8 says a button's name twice where a letter of it is underlined."""
        roles, near = SAME_ROLE.get(role, (role,)), []
        for item, said in self.walk(where):
            if name not in said or item.get_role_name() not in roles:
                continue
            if said == name or said.endswith(" " + name):
                near = None
                yield item
            elif near is not None:
                near.append(item)
        yield from near or ()

    def find(self, role, name, where=None, index=0):
        def look():
            return next(itertools.islice(self.all(role, name, where), index, None), None)
        return self.wait(look, f"{role} “{name}”")

    def texts(self, where=None):
        """Everything that is shown in words, in order."""
        for item, name in self.walk(where):
            if name:
                yield name
            if item.get_role_name() == "text" and item.get_text_iface():
                yield text_of(item)

    def says(self, words, where=None):
        return any(words in text for text in self.texts(where))

    def expect(self, words):
        self.wait(lambda: any(self.says(words, w) for w in self.windows()),
                  f"“{words}” on the screen")

    def expect_gone(self, words):
        self.wait(lambda: not any(self.says(words, w) for w in self.windows()),
                  f"“{words}” to leave the screen")

    def wait_text(self, pattern):
        """The first text on top that a pattern is found in."""
        def look():
            return next((t for t in self.texts() if re.search(pattern, t)), None)
        return self.wait(look, f"a text like “{pattern}”")

    # ---- doing ----

    def click(self, name, role="push button", index=0):
        """Does what a button does, wherever it has scrolled to."""
        item = self.find(role, name, index=index)
        self.wait(lambda: sensitive(item), f"“{name}” to be allowed")
        item.do_action(0)

    def type(self, name, text, index=0):
        item = self.find("text", name, index=index)
        Atspi.EditableText.set_text_contents(item, text)

    def press(self, item, bottom=MARGIN):
        """A click of the mouse in the middle of @item, for what has no action of its own. It is
        turned into view by the wheel first. @bottom: pixels of the window below what scrolls."""
        def middle():
            place, frame = extents(item), extents(self.window())
            return place and (place.x + place.width // 2, place.y + place.height // 2, frame)

        for _ in range(60):
            x, y, frame = self.wait(middle, "a place to click")
            if HEADER < y < frame.height - bottom:
                break
            wheel = "b5c" if y >= frame.height - bottom else "b4c"
            Atspi.generate_mouse_event(frame.width // 2 + SHADOW, frame.height // 2, wheel)
            time.sleep(0.05)
        Atspi.generate_mouse_event(x + SHADOW, y + SHADOW, "b1c")

    def key(self, name):
        Atspi.generate_keyboard_event(KEYS[name], None, Atspi.KeySynthType.SYM)
        time.sleep(0.05)

    def choose(self, name, option, index=0):
        """Chooses @option of the combo box @name: from the top, or from the end where the list is
        longer than what is drawn of it."""
        combo = self.find("combo box", name, index=index)
        self.press(combo)
        popover = self.wait(lambda: next((i for i, n in walk(combo) if n == "GtkPopover"), None),
                            f"the choices of “{name}”")

        def options():
            return [n for i, n in walk(popover) if i.get_role_name() == "label"]

        drawn = self.wait(options, "the choices")
        self.key("Home")
        if option in drawn:
            steps = ["Down"] * drawn.index(option)
        else:
            self.key("End")
            drawn = self.wait(lambda: option in (said := options()) and said,
                              f"“{option}” in the list")
            steps = ["Up"] * (len(drawn) - 1 - drawn.index(option))
        for step in steps + ["Return"]:
            self.key(step)

        def chosen():
            names = [n for i, n in walk(combo)]
            return option in names and "GtkPopover" not in names
        self.wait(chosen, f"“{option}” to be chosen")

    def open_menu(self, button, index=0):
        """A button that opens a menu is two in GTK 4.8, of which one does it."""
        def opener():
            able = (i for i in self.all("push button", button) if i.get_n_actions() > 0)
            return next(itertools.islice(able, index, None), None)
        self.wait(opener, f"the menu “{button}”").do_action(0)

    def choose_in_menu(self, button, option, index=0):
        self.open_menu(button, index)
        item = self.find("menu item", option)
        for _ in range(40):
            if focused(item):
                break
            self.key("Down")
        self.key("Return")

    def tick(self, name, index=0):
        self.press(self.find("check box", name, index=index))

    def dump(self, out=sys.stderr):
        """What is on the screen, for whoever mends a journey."""
        for window in self.windows():
            print(f"== {window.get_name()}", file=out)
            for item, name in self.walk(window):
                if name and item.get_role_name() not in ("filler", "panel"):
                    print(f"   {item.get_role_name()} “{name}”", file=out)

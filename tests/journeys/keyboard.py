# SPDX-License-Identifier: GPL-3.0-or-later
"""Dolen as somebody uses it who has no mouse: every step here is a key. The accessibility bus is only
asked where the focus is and what is shown."""
from journey import KEYS, SAME_ROLE, Atspi, focused, sensitive, text_of
from steps import PASSPHRASE, asked_group, recovery_groups

CONTROL = 37  # its code on the keyboard of the display
MOST_TABS = 60


class Keyboard:
    """The keyboard before the program @life has started."""

    def __init__(self, life):
        self.dolen, self.words = life.dolen, life.words
        self.place = -1  # of the focus, in the order in which the window is read
        self.at = None   # what has it
        self.behind = set()  # texts of parts that are not shown: they keep their size
        # Without a window manager the keys go to the window that the pointer lies over.
        Atspi.generate_mouse_event(300, 400, "abs")

    def press(self, name):
        Atspi.generate_keyboard_event(KEYS[name], None, Atspi.KeySynthType.SYM)

    def control(self, letter):
        Atspi.generate_keyboard_event(CONTROL, None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(ord(letter), None, Atspi.KeySynthType.SYM)
        Atspi.generate_keyboard_event(CONTROL, None, Atspi.KeySynthType.RELEASE)

    def go(self, page, letter):
        self.control(letter)
        self.dolen.page = page
        self.dolen.wait(lambda: self.dolen.find("page tab", self.words(page)), page)
        self.anew()

    # ---- where the focus is ----

    def look(self):
        """What has the focus. A line that is typed in does not say so in GTK 4.8: where nothing has
        the focus, it is in the first of them after the place where it was before."""
        items = self.dolen.wait(lambda: [item for item, name in self.dolen.walk()], "a window")
        places = ([at for at, item in enumerate(items) if focused(item)]
                  or [at for at, item in enumerate(items)
                      if at > self.place and item.get_role_name() == "text"
                      and item.get_name() not in self.behind] or [-1])
        self.place = places[0]
        return items[self.place] if self.place >= 0 else None

    def anew(self, *behind):
        """Another window is on top, or another part of it; texts named @behind are not shown."""
        self.place = -1
        self.behind = {self.words(name) for name in behind}
        self.at = self.look()

    def is_at(self, role, name):
        """By what a screen reader says of it: a page that is made anew has other items."""
        said = self.at.get_name() if self.at is not None else ""
        return ((said == name or said.endswith(" " + name))
                and self.at.get_role_name() in SAME_ROLE[role])

    def tab_to(self, role, name):
        """Tab, until it is there; what Tab never comes to cannot be used without a mouse."""
        said = self.words(name)
        self.dolen.wait(lambda: sensitive(self.dolen.find(role, said)), f"“{said}” to be allowed")
        been = []
        for _ in range(MOST_TABS):
            if self.is_at(role, said):
                return self.at
            self.press("Tab")
            self.at = self.look()
            been.append(self.at.get_name() if self.at is not None else "?")
        raise AssertionError(f"Tab never comes to {role} “{said}”, but to: " + "; ".join(been))

    # ---- doing ----

    def enter(self, name):
        """The button @name."""
        self.tab_to("push button", name)
        self.press("Return")

    def opens(self, name):
        before = len(self.dolen.windows())
        self.enter(name)
        self.dolen.wait(lambda: len(self.dolen.windows()) > before, f"what “{name}” opens")
        self.anew()

    def closes(self, name):
        before = len(self.dolen.windows())
        self.enter(name)
        self.dolen.wait(lambda: 0 < len(self.dolen.windows()) < before, f"“{name}” to be done")
        self.anew()

    def write(self, name, text, secret=False):
        item = self.tab_to("text", name)
        Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)
        self.dolen.wait(lambda: secret or text_of(item) == text, f"“{text}” to be written")

    def choose(self, name, steps, option):
        """@option is @steps below what is chosen."""
        combo = self.tab_to("combo box", name)
        self.press("Return")
        for key in ["Down"] * steps + ["Return"]:
            self.dolen.key(key)
        self.dolen.wait(lambda: self.dolen.says(self.words(option), combo),
                        f"“{option}” to be chosen")

    def unlock(self):
        self.go("Today", "1")
        self.write("Passphrase", PASSPHRASE, secret=True)
        self.press("Return")
        self.dolen.find("push button", self.words("Lock the case records"))
        self.anew("Passphrase")

    def create_vault(self):
        """As Life.create_vault()."""
        dolen = self.dolen
        self.go("People", "3")
        self.opens("_Create Case Records…")
        self.write("Passphrase", PASSPHRASE, secret=True)
        self.write("The same again", PASSPHRASE, secret=True)
        self.enter("_Next")
        groups = recovery_groups(dolen)
        self.anew("Passphrase", "The same again")
        self.enter("_Next")
        number = asked_group(dolen, self.words)
        self.anew("Passphrase", "The same again")
        self.write("Five characters from the paper", groups[number])
        self.enter("_Create")
        self.enter("_Decide So")
        self.enter("_Done")
        dolen.wait(lambda: len(dolen.windows()) == 1, "the case records to be made")
        self.anew("Passphrase")

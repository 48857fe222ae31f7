# SPDX-License-Identifier: GPL-3.0-or-later
"""A life that is played: the days on which Dolen is started, the words of the language it is played
in, and what is looked for on the disk afterwards."""
import datetime
import gettext
import glob
import os
import random
import re
import string
import tempfile
from pathlib import Path

from journey import Dolen, text_of

PASSPHRASE = "seven slow otters swim past Tregaron"
FAKETIME = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")


class Words:
    """The messages of the program in a language, asked for in English; the letter to press with Alt
    is left out, as a screen reader leaves it out."""

    def __init__(self, language):
        self.language = language
        self.catalogue = gettext.NullTranslations()
        if language == "cy":
            self.catalogue = gettext.translation("dolen", os.environ["DOLEN_LOCALE_DIR"], ["cy"])

    def __call__(self, english, context=None):
        text = (self.catalogue.pgettext(context, english) if context
                else self.catalogue.gettext(english))
        if self.language == "cy" and text == english:
            raise AssertionError(f"no Welsh for “{english}”")
        return text.replace("_", "")

    def plural(self, one, many, n):
        return self.catalogue.ngettext(one, many, n)


def recovery_groups(dolen):
    """The recovery key as it is shown: the number of each group, and what it says."""
    key = dolen.wait_text(r"1\s+\w{5}\s+2\s+\w{5}")
    return dict(re.findall(r"(\d+)\s+(\w{5})", key))


def asked_group(dolen, words):
    """The number of the group that is to be typed back."""
    asked = dolen.wait_text(
        words("To be sure that it stands on paper, type group number %d of the recovery key.")
        .split("%d")[0].strip() + r" \d+")
    return re.search(r"\d+", asked).group()


class Life:
    """One person’s way through Dolen, on one profile, over many days. What it writes is all below
    @run; Dolen’s profile is there, its temporary folder, and the folders of XDG."""

    def __init__(self, binary, language, first_day, run):
        self.binary = binary
        self.words = Words(language)
        self.language = language
        self.run = run
        self.folder = os.path.join(run, "profile")
        self.today = datetime.date.fromisoformat(first_day)
        self.dolen = None
        self.referrer = None
        self.canaries = []
        self.titles = set()

    def canary(self, word):
        """A word that is in no file but where this run leaks it."""
        self.canaries.append(word + "".join(random.choices(string.ascii_lowercase, k=6)))
        return self.canaries[-1]

    # ---- days ----

    def begin_day(self, day=None, hour="09:30", unlock=True):
        """Starts the program on a day and opens the case records, where there are any."""
        if day is not None:
            self.today = datetime.date.fromisoformat(day)
        homes = {name: os.path.join(self.run, name.lower())
                 for name in ("TMPDIR", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
                              "XDG_STATE_HOME")}
        for home in homes.values():
            os.makedirs(home, exist_ok=True)
        environment = {**homes, "LD_PRELOAD": FAKETIME[0], "FAKETIME": f"@{self.today} {hour}:00",
                       "FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_DONT_RESET": "1"}
        existed = os.path.exists(os.path.join(self.folder, "casework.db"))
        self.dolen = Dolen(self.binary, self.folder, "--sample",
                           language="cy" if self.language == "cy" else "en_GB",
                           environment=environment)
        self.dolen.titles = self.titles
        if existed and unlock:
            self.unlock()

    def end_day(self):
        self.dolen.quit()
        self.dolen = None

    def day_after(self, days):
        return (self.today + datetime.timedelta(days)).isoformat()

    def written(self, days=0):
        """A day as it is typed."""
        day = self.today + datetime.timedelta(days)
        return f"{day.day}/{day.month}/{day.year}"

    # ---- steps ----

    def create_vault(self):
        """The passphrase twice, the recovery key, one group of it typed back."""
        dolen, words = self.dolen, self.words
        self.go("People")
        dolen.click(words("_Create Case Records…"))
        dolen.type(words("Passphrase"), PASSPHRASE)
        dolen.type(words("The same again"), PASSPHRASE)
        dolen.click(words("_Next"))
        groups = recovery_groups(dolen)
        dolen.click(words("_Next"))
        dolen.type(words("Five characters from the paper"), groups[asked_group(dolen, words)])
        dolen.click(words("_Create"))
        dolen.click(words("_Decide So"))
        dolen.click(words("_Done"))
        dolen.wait(lambda: len(dolen.windows()) == 1, "the case records to be made")

    def unlock(self):
        self.go("Today")
        self.dolen.type(self.words("Passphrase"), PASSPHRASE)
        self.dolen.click(self.words("_Unlock"))
        self.dolen.find("push button", self.words("Lock the case records"))

    def go(self, page):
        self.dolen.click(self.words(page), "page tab")
        self.dolen.page = page

    def open(self, button, index=0):
        """A button that opens a dialog."""
        before = len(self.dolen.windows())
        self.dolen.click(self.words(button), index=index)
        self.dolen.wait(lambda: len(self.dolen.windows()) > before, f"what “{button}” opens")

    def finish(self, button):
        """The button that ends a dialog, and the dialog goes."""
        before = len(self.dolen.windows())
        self.dolen.click(self.words(button))
        self.dolen.wait(lambda: 0 < len(self.dolen.windows()) < before, f"“{button}” to be done")

    def read(self, role, title, words):
        """A text of a form holds @words."""
        text = text_of(self.dolen.find(role, self.words(title)))
        if words not in text:
            raise AssertionError(f"no “{words}” in “{text}”")

    # ---- what is left ----

    def leaks(self, words, since):
        """Files that were written since and hold one of @words in the open."""
        sought = [(w, w.lower().encode(e)) for w in words for e in ("utf-8", "utf-16-le")]
        for place in (self.run, tempfile.gettempdir(), "/dev/shm"):
            # os.walk goes on where a folder of somebody else's vanishes meanwhile.
            for path in (Path(top, name) for top, _, names in os.walk(place) for name in names):
                try:
                    if not path.is_file() or path.is_symlink() or path.stat().st_mtime < since:
                        continue
                    content = path.read_bytes().lower()
                except OSError:  # gone meanwhile, or somebody else's
                    continue
                yield from (f"{path}: {word}" for word, form in sought if form in content)

    def check_nothing_leaked(self, since):
        if not any(self.leaks(["Sampl"], since)):
            raise AssertionError("the search does not even find the sample directory")
        found = list(self.leaks(self.canaries, since))
        found += [f"the window “{t}”" for t in self.titles for c in self.canaries if c in t]
        if found or not self.canaries or not self.titles:
            raise AssertionError("in the open: " + "; ".join(found))

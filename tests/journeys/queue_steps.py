# SPDX-License-Identifier: GPL-3.0-or-later
"""What a curator does at the queue."""
import re

BAR = 100  # pixels at the foot of a card, with what saving does


def queue_count(life):
    """How many rows there are of facts nobody has confirmed for too long, as the chip says it."""
    label = life.words("Old facts", "queue")
    return int(re.search(r"\d+$", life.dolen.wait_text("^" + re.escape(label) + r" \d+$")).group())


def queue_rows(life):
    """The groups to be rung that the list says, in its order."""
    before, after = life.words("Ring %1$s: %2$s").split("%1$s")
    pattern = re.compile("^" + re.escape(before) + "(.+?)" + re.escape(after.split("%2$s")[0]))
    found = (pattern.match(text) for text in life.dolen.texts())
    return [match.group(1) for match in found if match]


def queue_call(life, *but):
    """The group whose card is shown, once it is none of @but."""
    def look():
        name = next((n for i, n in life.dolen.walk() if n in rows), None)
        return name if name not in but else None
    rows = set(queue_rows(life))
    life.dolen.find("push button", life.words("_Save and Next"))
    return life.dolen.wait(look, "the card of the next call")


def show_old_facts(life):
    """Those alone; how many there are."""
    count = queue_count(life)
    life.dolen.click(f"{life.words('Old facts', 'queue')} {count}", "toggle button")
    life.dolen.expect(life.words("Read out, and tick what holds"))
    return count


def read_out(life):
    """Each fact that is known is ticked by itself; the places are asked for too, and have moved."""
    dolen, w = life.dolen, life.words
    beginning = w("Still true") + ": "
    names = [name for item, name in dolen.walk()
             if item.get_role_name() == "check box" and name.startswith(beginning)
             and not name.endswith(w("Places and wait", "fact"))]
    for name in names:
        dolen.press(dolen.find("check box", name), BAR)
    if names:
        confirmed = w.plural("%u fact confirmed.", "%u facts confirmed.", len(names))
        dolen.expect(confirmed.replace("%u", str(len(names))))


def change_places(life, places):
    dolen, w = life.dolen, life.words
    dolen.click(w("Change") + ": " + w("Places and wait", "fact"), "toggle button")
    dolen.choose(w("Status"), w("Places available"))
    dolen.type(w("Places free"), places)
    dolen.click(w("Save"))
    dolen.wait_text(w("changed; it was: %s").split("%s")[0])


def save_call(life, outcome):
    """The call is written down, and its toast says so."""
    dolen, w = life.dolen, life.words
    dolen.click(w("_Save and Next"))
    dolen.wait_text(": " + re.escape(w(outcome, "call")) + "$")


def nobody_there(life):
    """A place that is looked for is not written down."""
    dolen, w = life.dolen, life.words
    dolen.click(w("Filters"), "toggle button")
    dolen.type(w("Town, county or postcode"), life.canary("Nowherefach"))
    dolen.expect(w("Nothing of This Kind"))
    dolen.click(w("Show _Everything"))
    dolen.expect_gone(w("Nothing of This Kind"))

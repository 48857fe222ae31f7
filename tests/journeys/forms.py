# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody does with the forms: whoever changes one finds it here."""
from steps import Words

# Of the sample directory: run by volunteers, and by people who are paid to answer.
SINGING = {"en": "Anadlu a Chanu: singing for lungs", "cy": "Anadlu a Chanu"}
BALANCE = {"en": "Steady On: strength and balance", "cy": "Cadarn: cryfder a chydbwysedd"}
WALKS = {"en": "Doctor's Steps: short walks", "cy": "Camau'r Meddyg: teithiau byr"}


def add_referral(life, name, source, why, phones):
    """A referral comes in: the least that is written down."""
    dolen, w = life.dolen, life.words
    life.referrer = "Meddygfa Glan-yr-afon"
    life.go("People")
    life.open("Add a _Referral")
    dolen.type(w("Name"), name)
    dolen.type(w("Telephone"), phones)
    dolen.type(w("Address"), "Rhyd-wen " + life.canary("Sealedcourt") + ", Tregaron")
    dolen.choose(w("Who sent them"), w(source))
    dolen.type(w("Name, practice or team"), life.referrer)
    dolen.type(w("Why they were referred"), why)
    dolen.choose(w("Have they agreed to be referred?"), w("They agreed"))
    life.finish("_Add")
    dolen.expect(name)


def decide(life, decision):
    life.open("_Decide…")
    life.dolen.choose(life.words("Decision"), life.words(decision))
    life.dolen.click(life.words("_Decide"))


def tell_referrer(life):
    """The letter stands there already; they are rung."""
    dolen, w = life.dolen, life.words
    life.read("text", "What they are told", life.referrer)
    dolen.choose(w("How they were told"), w("By telephone"))
    life.finish("_Record as Told")


def open_person(life, name):
    life.go("People")
    life.dolen.press(life.dolen.find("list item", name))
    life.dolen.find("text", life.words("A note about this person"))


def record_try(life, how, at, came):
    dolen, w = life.dolen, life.words
    dolen.choose(w("How"), w(how))
    dolen.choose(w("What came of it"), w(came))
    dolen.type(w("At (hour:minute)"), at)
    life.finish("_Record")


def from_today(life, line, button):
    """Today says what is to be done; its button opens the form that finishes it."""
    life.go("Today")
    life.dolen.expect(line)
    life.open(button)


def look_at_group(life, group):
    """With a person open, for them."""
    dolen, w = life.dolen, life.words
    dolen.click(w("Find"), "page tab")
    dolen.page = "Find"
    dolen.type(w("Search groups"), group)
    dolen.press(dolen.find("list item", group))


def refer(life, name, group):
    """They agreed yesterday; the letter is read before it leaves."""
    dolen, w = life.dolen, life.words
    dolen.click(w("_Find Something"))
    look_at_group(life, group)
    life.open("Refer…")
    dolen.choose(w("Consent"), w("Yes, they agree"))
    dolen.type(w("On (day/month/year)"), life.written(-1))
    life.read("text", "The text as it will leave", name)
    life.finish("_Refer")


def close(life, name, continues, group, letter=None):
    """Support ends. The letter comes by itself, in the words of @letter,
    English where they were not asked; after it the message to
    the referrer, where there is one. Neither is sent yet: Today says so."""
    dolen, w = life.dolen, life.words
    open_person(life, name)
    dolen.choose_in_menu(w("More about this person"), w("C_lose the Support…"))
    dolen.choose(w("Why it closes"), w("Finished as planned"))
    dolen.type(w("What continues after support ends"), continues)
    dolen.choose(group, w("They go on by themselves"))
    dolen.click(w("Close _It"))
    dolen.wait_text((letter or Words("en"))("What is there for you from now on:") + r"\s+• " + continues)
    dolen.key("Escape")
    if life.referrer:
        dolen.wait_text(life.referrer)
        dolen.key("Escape")
    dolen.find("push button", w("Main menu"))
    life.go("Today")
    dolen.expect(w("Support has closed: the letter to them") + f": {name}")

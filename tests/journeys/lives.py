# SPDX-License-Identifier: GPL-3.0-or-later
"""The lives that are played. Whoever changes a form finds here what somebody does with it."""

GROUP = "Anadlu a Chanu: singing for lungs"  # of the sample directory; run by volunteers


def add_referral(life, name, source, why, phones):
    """A referral comes in: the least that is written down."""
    dolen, w = life.dolen, life.words
    life.go("People")
    life.open("Add a _Referral")
    dolen.type(w("Name"), name)
    dolen.type(w("Telephone"), phones)
    dolen.type(w("Address"), "Rhyd-wen " + life.canary("Sealedcourt") + ", Tregaron")
    dolen.choose(w("Who sent them"), w(source))
    dolen.type(w("Name, practice or team"), "Meddygfa Glan-yr-afon")
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
    life.read("text", "What they are told", "Meddygfa Glan-yr-afon")
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


def not_reached(life):
    """Three tries on other days, at other times, by two ways; the letter; closed, and told."""
    w = life.words
    name = "Eluned " + life.canary("Quintavalle")
    life.begin_day()
    life.create_vault()
    add_referral(life, name, "GP practice",
                 f"Alone since her husband died; keeps a {life.canary('wordlark')}.", "07700 900111")
    decide(life, "Suitable: taken up now")
    tell_referrer(life)
    life.end_day()

    life.begin_day("2026-05-05")
    open_person(life, name)
    life.open("_Contact…")
    record_try(life, "Telephone", "09:40", "No answer")
    life.end_day()

    again = w("Try to reach them again") + ": " + name
    life.begin_day("2026-05-07")
    from_today(life, again, "Record the Attempt")
    record_try(life, "Text message", "18:10", "No answer")
    life.end_day()

    life.begin_day("2026-05-11")
    from_today(life, again, "Record the Attempt")
    record_try(life, "Telephone", "13:20", "Left a message")
    life.end_day()

    life.begin_day("2026-05-12")
    from_today(life, w("Not reached: write, or close") + ": " + name, "Go On")
    life.read("text", "The letter", name)
    life.dolen.choose(w("How it goes out"), w("Written by hand"))
    life.finish("_Go On")
    life.dolen.expect(w("All Done"))
    life.end_day()

    life.begin_day("2026-05-27")
    from_today(life, w("Not reached: write, or close") + ": " + name, "Go On")
    life.dolen.click(w("_Go On"))
    tell_referrer(life)
    life.dolen.expect(w("Nobody is waiting."))
    life.end_day()


def supported(life):
    """From a GP to a group that suits, and out again by themselves."""
    w = life.words
    name = "Eluned " + life.canary("Pryderch")
    life.begin_day()
    life.create_vault()
    add_referral(life, name, "GP practice",
                 f"Lonely; used to sing as a {life.canary('nightwren')}.", "07700 900112")
    decide(life, "Suitable: taken up now")
    tell_referrer(life)
    life.end_day()

    life.begin_day("2026-05-11")
    from_today(life, w("First contact") + ": " + name, "Record the Attempt")
    record_try(life, "Telephone", "10:15", "Reached them")
    open_person(life, name)
    life.open("_Set Goals…")
    life.dolen.type(w("In their own words"), f"To sing with others, {life.canary('tunewell')}")
    life.dolen.choose(w("Where they are now, if they wish to score it"), "3")
    life.dolen.choose(w("Where they would like to be"), "8")
    life.finish("_Save")
    life.end_day()

    life.begin_day("2026-05-12")
    open_person(life, name)
    life.dolen.click(w("_Find Something"))
    life.dolen.page = "Find"
    life.dolen.type(w("Search groups"), "Anadlu")
    life.dolen.expect("Anadlu a Chanu")
    life.dolen.press(life.dolen.find("list item", "Anadlu a Chanu"))
    life.open("Refer…")
    life.dolen.choose(w("Consent"), w("Yes, they agree"))
    life.dolen.type(w("On (day/month/year)"), life.written(-1))
    life.read("text", "The text as it will leave", name)
    life.finish("_Refer")
    life.end_day()

    going_well(life, name)
    closing(life, name)


def going_well(life, name):
    """The group accepts; they go, go on going, and look back upon it."""
    w = life.words
    life.begin_day("2026-05-27")
    life.go("Today")
    life.dolen.expect(w.plural("Ring %s: no answer to referral %s for %d working day",
                               "Ring %s: no answer to referral %s for %d working days", 10)
                      % (GROUP, "D-1001", 10))
    life.open("Record the Call")
    life.dolen.choose(w("What did they say?"), w("They accepted"))
    life.dolen.type(w("First session on (day/month/year)"), life.written(5))
    life.finish("_Done")
    life.end_day()

    life.begin_day("2026-06-02")
    from_today(life, w("First time there") + f": {name} ({GROUP}", "How Was It?")
    life.dolen.choose(w("How was the first time?"), w("They went"))
    life.finish("_Done")
    life.end_day()

    life.begin_day("2026-06-09")
    from_today(life, w("28-day check: %s (%s)") % (name, GROUP), "Record the Call")
    life.dolen.choose(w("How is it going?"), w("They are going"))
    life.finish("_Done")
    life.end_day()

    life.begin_day("2026-06-22")
    from_today(life, w("Review together") + ": " + name, "Review")
    life.dolen.choose(w("Where they are now, if they wish to score it"), "7")
    life.dolen.type(w("What has changed, in words"), life.canary("laughsagain"))
    life.finish("_Record")
    life.end_day()


def closing(life, name):
    """Support ends; what continues is said to them and to the referrer."""
    w = life.words
    continues = "Singing on Wednesdays, " + life.canary("carriesover")
    life.begin_day("2026-07-13")
    from_today(life, w("Support ends soon") + ": " + name, "Look Ahead")
    life.dolen.type(w("What continues after support ends"), continues)
    life.finish("_Done")
    life.end_day()

    life.begin_day("2026-07-27")
    open_person(life, name)
    life.dolen.click(w("_Record", "part of a page"))
    life.open("C_lose…")
    life.dolen.choose(w("Why it closes"), w("Finished as planned"))
    life.dolen.choose(GROUP, w("They go on by themselves"))
    life.finish("_Close It")
    # The letter comes by itself, and the message to who referred them after it.
    life.dolen.wait_text(continues)
    life.dolen.key("Escape")
    life.dolen.wait_text("Meddygfa Glan-yr-afon")
    life.dolen.key("Escape")
    life.dolen.find("push button", w("Main menu"))
    life.go("Today")
    life.dolen.expect(w("Support has closed: the letter to them") + f": {name}")
    life.end_day()

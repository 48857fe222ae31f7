/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-text-windows.h"

#include <glib/gi18n.h>

static gboolean
close_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                            gtk_callback_action_new (close_cb, NULL, NULL));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (window, controller);
}

GtkWindow *
dolen_text_window_new (const char *title, GtkBox **box)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  g_object_set (
      inner, "margin-top", 18, "margin-bottom", 24, "margin-start", 12, "margin-end", 12, NULL);
  adw_clamp_set_child (ADW_CLAMP (clamp), inner);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scrolled);
  adw_window_set_content (ADW_WINDOW (window), content);
  g_object_set (window,
                "title",
                title,
                "default-width",
                520,
                "default-height",
                560,
                "width-request",
                340,
                "height-request",
                294,
                NULL);
  close_on_escape (window);
  *box = GTK_BOX (inner);
  return GTK_WINDOW (window);
}

/* ---- help ---- */

static const struct {
  const char *group; /* (nullable) msgids: a heading above it */
  const char *title;
  const char *text;
} topics[] = {
  { N_ ("To Begin"),
    N_ ("What is where"),
    N_ ("Today says whom to ring and what is due. Find shows groups, clubs and advice as a list "
        "and on a map. People holds the people being supported; it opens with the passphrase of "
        "the case records. The button beside the menu switches between English and Welsh at any "
        "time; nothing that was typed is lost.") },
  { NULL,
    N_ ("Try the sample"),
    N_ ("The sample directory is a folder of its own with invented groups of west Wales. Nothing "
        "done there touches the real directory or real case records.") },
  { N_ ("Finding What Suits"),
    N_ ("Find a group"),
    N_ ("Type a few words on Find: a group’s name, what it does, a place. Welsh words are found "
        "in all their mutated forms. Filters narrow the list: what somebody likes, what they "
        "need, what helps them, how far, which day. Choosing a group shows everything known of "
        "it, with its age and who said so.") },
  { NULL,
    N_ ("Suggestions for a person"),
    N_ ("Open a person on People and go to Find: the groups are now in order for them, each with "
        "its reasons. Ready now: all that matters is known to fit, and there is a place. Ask or "
        "help first: something must be asked, or somebody must lend a hand. Worth the wait: it "
        "fits, but not yet. Not suitable: a rule says why. What is not known is never taken for "
        "a no: it becomes a question to ask the group.\n\nA reason rests on one fact, and says "
        "how old it is and who told it. In which band a group falls are rules; in which order "
        "the groups of a band stand is weighed. Preferences, Suggestions tells in words what "
        "counts and how much, and a scheme can weigh it otherwise or go back.") },
  { NULL,
    N_ ("What could help, and whom to ask"),
    N_ ("Where something gets in the way, the group’s page in Find names what would help and who "
        "could: the group itself, another service, or you, as far as your scheme allows. Ask the "
        "Group puts what is not known into the queue of Directory; nothing there says whom it is "
        "for. Put on Shortlist keeps a group for the person, or for nobody while no person is "
        "open, and Compare Shortlist sets up to four side by side. To see why a group is not among the first, type its name.") },
  { NULL,
    N_ ("A hand-out to take home"),
    N_ ("Hand-Out on a group’s page makes a paper for the person, in their language or both, in "
        "large print where that helps: times with the next dates, how to get there, a map of the "
        "way, whom to ask for, why it was chosen, what to ask first, and their appointment as a "
        "card to cut out. One of several groups is made from the shortlist, in the menu of a "
        "person’s page. It names nobody, and says nothing of funding, of policies and checks or "
        "of what does not suit.\n\nIs this paper safe at home? Where domestic abuse, addiction, "
        "sexual health, debt or the like is in it, or is recorded of the person, this must be "
        "answered before anything is printed, copied or saved. A discreet one says a telephone "
        "number and times, and not what it is. Beneath the pages stands a reminder to copy into "
        "a text message.") },
  { NULL,
    N_ ("Where nothing fits"),
    N_ ("Note the Gap on Find keeps what a person looked for and did not find, once for each "
        "spell of support. A group that a rule speaks against can be suggested all the same, "
        "with a reason; one that a person does not want is marked as not for them. Looked for, "
        "Not Found on People counts the gaps by district, never by name, for a report and a map; "
        "there a gap becomes an idea, or a group that was started.") },
  { N_ ("People"),
    N_ ("Talk it through together"),
    N_ ("Talk Together on a person’s page, or the speech bubble on Find, turns the whole screen "
        "over to the person: what matters to them, what they enjoy, what gets in the way, how "
        "they get about and when, then up to five suggestions in large type. They tap, or type "
        "in Welsh or English, and the view can speak either. It shows nothing of other people, "
        "of funding or of checks. Finish asks for the screen back: the case records lock, and "
        "whoever unlocks them sees what was chosen and takes it over or not. What they would "
        "like goes on their shortlist.") },
  { NULL,
    N_ ("Refer or signpost"),
    N_ ("A referral asks the group on the person’s behalf, and only a yes to sharing lets it "
        "leave the draft: the letter holds the ticked lines and nothing else. Signposting gives "
        "the person the details, and nothing of theirs to anybody. A follow-up is set, so that "
        "Today asks what became of it. A group can send back the slip beneath the letter: type "
        "or scan its reference in Enter an Answer.") },
  { NULL,
    N_ ("Raise a concern"),
    N_ ("Safeguarding, self-harm, a crisis: Raise a Concern on the person’s page, beside the "
        "note box, or Ctrl+Shift+C. A kind and a few words are enough. It stands first in Today "
        "until it is answered, comes back every working day, and cannot be put off. Write down "
        "with whom it was discussed, to whom it was reported and whether they agreed, and the "
        "answer. It is closed with an answer or a written reason, never by itself.") },
  { NULL,
    N_ ("Visits and appointments"),
    N_ ("Plan an Appointment is in the menu of a person’s page. For a visit the risks come "
        "before the address. Say when you are expected back and who knows where you are; Today "
        "says so when you are late, until you click I Am Back. How it was also records the "
        "minutes. If they were not there, they are to be contacted the next working day. The "
        "week’s appointments can be saved as a calendar file, without names unless you ask.") },
  { NULL,
    N_ ("The whole caseload"),
    N_ ("People, with nobody open, shows who carries how much, who waits, and first those for "
        "whom nothing is planned. Numbers for a Report saves how many people, and never who: "
        "whoever reports to a funder has no need of the case records.") },
  { N_ ("The Directory"),
    N_ ("Work down the queue"),
    N_ ("Directory, Queue lists what there is to check, most useful first.\n\n1. Ring the number "
        "at the top of the card.\n2. Choose what came of the call.\n3. Tick each fact as it is "
        "read out; Change what has moved.\n4. Save and Next, or Ctrl+Return.\n\nWhat you tick or "
        "change carries your name and the day, and one Undo takes the whole call back. Where "
        "nobody answers, the next try is proposed. Write to Them makes a form to send; Read a "
        "Filled Form, in the menu of the queue, takes it in. A row can be given to a colleague, "
        "have a due date, or be put off with a reason. Filters shows one area or one colleague’s "
        "rows, and says in which order they come.") },
  { NULL,
    N_ ("Settle duplicates and clashes"),
    N_ ("A row of duplicates shows two records side by side, and where they differ. Keep This "
        "One makes one record of the two: what it lacks it gets from the other, and Undo parts "
        "them again. They Are Two is remembered, and not asked again.\n\nA clash is a fact that "
        "you edited here and the feed has changed since, or that another feed says otherwise of a "
        "record which is not its own. Keep Ours, or Take Theirs; until you choose, what stands "
        "here holds.") },
  { NULL,
    N_ ("See how complete it is"),
    N_ ("How Complete It Is, in the menu of the queue, says of how many listings each fact is "
        "known that matters when groups are suggested, and how that was in earlier months. It is "
        "the number to show a funder, and where to begin.") },
  { NULL,
    N_ ("Keep a listing true"),
    N_ ("Directory, Listings shows every group, those paused, closed or not listed too. Choosing "
        "one opens its page, with Welsh and English side by side.\n\nThere is no Save: what you "
        "change is kept as you go on, and Undo takes it back. History says who changed what and "
        "when, and puts back. Organisation leads to the body behind it: its form, its "
        "registrations, its policies and checks. No feed overwrites what was changed here.") },
  { NULL,
    N_ ("Suggest a change"),
    N_ ("You heard that a group has moved, is full or costs more: Suggest a Change, on its page "
        "in Find, says what it should be, in your own words. It waits in the queue of Directory. "
        "Where somebody else keeps the directory, Send Suggested Changes in the menu of the "
        "queue saves a file for them, with nothing in it about anybody you support; they choose "
        "Read a Change File, and accept each, or decline it and say why.") },
  { NULL,
    N_ ("Bring in a table or files"),
    N_ ("Import Files, in the main menu, takes a table (CSV) with a row for each group, or files "
        "of another directory (Open Referral).\n\n1. Choose the files.\n2. Of a table, look at "
        "the first rows as they are read, and set right what each column holds. It is remembered "
        "for the next file of that name.\n3. Import. The report says what is new, what has "
        "changed and what was left out.\n\nA cell that cannot be read is named by its row and "
        "column and left out; the rest of its row comes in. The same file can come in again: "
        "what was edited here stays. A whole import can be undone on the page of its source.") },
  { NULL,
    N_ ("What a feed says in words"),
    N_ ("Days and times that a table or a feed gives in words, in English or Welsh, are read only "
        "where nothing else can be meant. A time without am or pm is read where one reading is "
        "left: nothing begins between nine in the evening and six in the morning, nothing lasts "
        "longer than twelve hours, and it ends on the day it began. “Tuesdays 2-4” is the "
        "afternoon; “Thursdays 7-9” may be breakfast or evening and stays in words, while “nos "
        "Iau 7-9” is read.\n\nWhat could not be read is shown as it was told, stands in the "
        "queue, and is not known to suggestions. Where a name says that a group is closed, nobody "
        "is told that it is open: suggestions ask first, and the queue closes or pauses it in one "
        "click. After an import the report says first what you can put right, with the words, the "
        "field and the record.") },
  { NULL,
    N_ ("Read a feed from its address"),
    N_ ("1. Directory, Sources, Add a Feed: give the address that a council or another body "
        "publishes.\n2. Look at the Feed: nothing is written yet.\n3. Add and Read It. On its "
        "page, say how often it is read again.\n\nOnly a request for that address goes out, and "
        "nothing of your directory or of anybody. What is missing from the feed is marked, not "
        "deleted. What you edited stays: where the feed has changed it too, the queue asks which "
        "of the two holds.") },
  { NULL,
    N_ ("Export the directory"),
    N_ ("Export, on Directory, Sources, writes one file: a spreadsheet, a map file, Open "
        "Referral UK for a council, or all that another Dolen can read. The window says first "
        "what leaves and what stays here, and afterwards how much was kept back. Tick whose "
        "records go out; the licence of each source is stated on its page. A contact leaves only "
        "when it said yes; a hidden place, funding and checks never do.") },
  { NULL,
    N_ ("Publish it on your website"),
    N_ ("1. Publish, on Directory, Sources, writes a folder: a page to read (index.html; one of "
        "your own there stays as it is), pages for other programs, and one that names the sources "
        "with their licences.\n2. Put that folder on your website.\n3. Give others the address "
        "of feed.json in it: a council’s program or another Dolen reads it as a feed.\n\nThe folder is remembered, and Publish Again brings it up to date. "
        "Dolen itself sends nothing.") },
  { NULL,
    N_ ("Print a booklet"),
    N_ ("1. Booklet, on Directory, Sources: choose a town, a postcode district, a county or "
        "everything, and which kinds of groups.\n2. Choose Welsh, English or both. Both stand "
        "side by side in normal print, one after the other in large print.\n3. Look at the "
        "pages, then Print, or Save as PDF.") },
  { N_ ("This Computer"),
    N_ ("The scheme’s settings"),
    N_ ("Preferences has a page for the scheme: its name, what a worker may do, how many people "
        "one worker supports. Another holds what every letter and hand-out ends with: whom to "
        "ring in a crisis, and when you work, in both languages. They are kept on this computer: "
        "colleagues set theirs.") },
  { NULL,
    N_ ("Lock the case records"),
    N_ ("Case records are sealed on this computer and can be read only with the passphrase or "
        "the recovery key. They lock by themselves after some minutes, when the computer sleeps "
        "and when its screen locks, and at once with the lock button or Ctrl+L. What was being "
        "typed is sealed as a draft and comes back.") },
};

static GtkWidget *
new_topic (const char *title, const char *text)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "wrap", TRUE, "xalign", 0.0, NULL);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), label);
  return row;
}

GtkWindow *
dolen_help_window_new (void)
{
  GtkBox *box;
  GtkWindow *window = dolen_text_window_new (_ ("Help"), &box);
  GtkWidget *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++) {
    GtkWidget *row = new_topic (_ (topics[i].title), _ (topics[i].text));

    if (topics[i].group != NULL) {
      group = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (topics[i].group));
      gtk_box_append (box, group);
    }
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), i == 0);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  }
  return window;
}

/* ---- keyboard shortcuts ---- */

static const struct {
  const char *keys;
  const char *title; /* msgid */
} shortcuts[] = {
  { "<Control>1", N_ ("Go to Today") },
  { "<Control>2", N_ ("Go to Find") },
  { "<Control>3", N_ ("Go to People") },
  { "<Control>4", N_ ("Go to Directory") },
  { "<Control>Return", N_ ("Save the call and show the next") },
  { "<Control>f", N_ ("Search") },
  { "<Control>z", N_ ("Undo") },
  { "<Control>e", N_ ("Enter a group’s answer") },
  { "<Control>l", N_ ("Lock the case records") },
  { "<Control>i", N_ ("Import files") },
  { "<Control>n", N_ ("Add a person on People, elsewhere a group") },
  { "<Control><Shift>n", N_ ("Add a group; in People: add a referral") },
  { "<Control><Shift>c", N_ ("Raise a concern about the open person") },
  { "F10", N_ ("Open the main menu") },
  { "<Control>comma", N_ ("Preferences") },
  { "<Control>question", N_ ("Keyboard shortcuts") },
  { "F1", N_ ("Help") },
  { "<Control>w", N_ ("Close the window") },
  { "<Control>q", N_ ("Quit") },
};

GtkWindow *
dolen_shortcuts_window_new (void)
{
  GtkBox *box;
  GtkWindow *window = dolen_text_window_new (_ ("Keyboard Shortcuts"), &box);
  GtkWidget *group = adw_preferences_group_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++) {
    GtkWidget *row = adw_action_row_new ();
    GtkWidget *keys = gtk_shortcut_label_new (shortcuts[i].keys);

    gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcuts[i].title));
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  }
  gtk_box_append (box, group);
  return window;
}

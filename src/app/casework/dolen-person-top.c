/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-top.h"

#include "app/casework/dolen-person-codes.h"
#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-ways-list.h"
#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-episodes.h"
#include "casework/records/dolen-episode-words.h"
#include "casework/records/dolen-person-asked.h"
#include "language/dolen-calendar.h"
#include "matching/dolen-vocabulary.h"

#include <glib/gi18n.h>

static DolenPerson *
get_person (DolenSession *session, const char *uid)
{
  return dolen_caseload_get_person (
      dolen_casework_get_caseload (dolen_session_get_casework (session)), uid);
}

static void
append (GtkWidget *box, const char *text, const char *css)
{
  gtk_box_append (GTK_BOX (box), dolen_label_new (text, css));
}

/* "Nerys Parry · 76 years · Ceredigion SA44": what of it is known. */
static char *
say_who (const DolenPerson *person)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  int age = dolen_person_age (person, today);

  if (g_strcmp0 (person->name, dolen_person_get_called (person)) != 0)
    g_ptr_array_add (parts, g_strdup (person->name));
  if (age >= 0)
    /* Translators: how old a person is. */
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%d year old", "%d years old", (gulong) age), age));
  if (!dolen_text_is_empty (person->postcode))
    g_ptr_array_add (parts, g_strdup (person->postcode));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_language (GtkWidget *box, const DolenPerson *person)
{
  g_autofree char *words = NULL;
  GtkWidget *button;

  if (person->language_spoken == NULL && person->language_written == NULL) {
    /* Translators: a button that opens the record to write down the wish for a language. */
    button = gtk_button_new_with_mnemonic (_ ("_Ask Now"));
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "person.change");
    gtk_box_append (
        GTK_BOX (box),
        dolen_side_box_new (
            dolen_label_new (_ ("Welsh or English? Not asked yet: ask today."), NULL), button));
    return;
  }
  /* Translators: languages by their own names: "Speaks: Cymraeg. Letters: English." */
  words = g_strdup_printf (_ ("To speak: %1$s. Letters: %2$s."),
                           dolen_person_language_name (person->language_spoken),
                           dolen_person_language_name (person->language_written));
  append (box, words, NULL);
}

/* ---- what to beware of, before any address ---- */

static void
add_risk (GtkWidget *box, const DolenRisk *risk)
{
  DolenLanguage language = dolen_language_current ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  g_autofree char *day = dolen_format_date_as (language, risk->on, DOLEN_DATE_DAY);
  const char *kind = dolen_code_name (DOLEN_CODES_RISK, risk->kind, language);
  g_autoptr (GString) words = g_string_new (NULL);
  GtkWidget *label;

  if (*kind != '\0' && g_strcmp0 (risk->kind, "other") != 0)
    /* Translators: something to beware of (risg, fem.): its kind, then what it is, in words. */
    g_string_printf (words, _ ("Risk: %1$s. %2$s"), kind, risk->text);
  else
    g_string_printf (words, _ ("Risk: %s"), risk->text);
  if (*day != '\0')
    g_string_append_printf (words,
                            " (%s%s%s)",
                            day,
                            risk->source != NULL ? ", " : "",
                            risk->source != NULL ? risk->source : "");
  label = dolen_label_new (words->str, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), label);
  gtk_widget_add_css_class (line, "notice");
  gtk_widget_add_css_class (line, "warning");
  gtk_widget_add_css_class (line, "risk");
  gtk_box_append (GTK_BOX (box), line);
}

static void
add_risks (GtkWidget *box, const DolenPerson *person)
{
  for (guint i = 0; person->risks != NULL && i < person->risks->len; i++) {
    const DolenRisk *risk = g_ptr_array_index (person->risks, i);

    if (dolen_text_is_empty (risk->over_on) && !dolen_text_is_empty (risk->text))
      add_risk (box, risk);
  }
}

/* ---- who else ---- */

static char *
say_involved (const DolenInvolved *one)
{
  g_autofree char *phone = one->phone != NULL ? dolen_text_phone_display (one->phone) : NULL;
  const char *parts[] = { one->organisation,
                          phone,
                          one->may_share ? _ ("they agree that we speak with them")
                                         : _ ("ask before you speak with them"),
                          one->note };
  GString *words
      = g_string_new (dolen_code_name (DOLEN_CODES_INVOLVED, one->kind, dolen_language_current ()));

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!dolen_text_is_empty (parts[i]))
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", parts[i]);
  return g_string_free (words, FALSE);
}

static void
add_involved (GtkWidget *box, const DolenPerson *person)
{
  GtkWidget *list;

  if (person->involved == NULL || person->involved->len == 0)
    return;
  list = dolen_boxed_list_new ();
  for (guint i = 0; i < person->involved->len; i++) {
    const DolenInvolved *one = g_ptr_array_index (person->involved, i);
    g_autofree char *words = say_involved (one);

    dolen_boxed_list_add (list, dolen_fact_new (words, one->name));
  }
  list = dolen_section_new (_ ("Who Else Is Involved"), NULL, list);
  gtk_widget_set_margin_top (list, 12);
  gtk_box_append (GTK_BOX (box), list);
}

static void
add_died (GtkWidget *box, const DolenPerson *person)
{
  g_autofree char *day
      = dolen_format_date_as (dolen_language_current (), person->died_on, DOLEN_DATE_FULL);
  /* Translators: %s: a day. */
  g_autofree char *words
      = g_strdup_printf (_ ("Died: %s. Every reminder about them has stopped."), day);
  GtkWidget *label = dolen_label_new (words, "notice");

  gtk_box_append (GTK_BOX (box), label);
}

/* "Support closed on 3 November 2026: Finished as planned. They may come back until ...". */
static char *
say_closed (const DolenEpisode *episode)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *today = dolen_date_today ();
  g_autofree char *day = dolen_format_date_as (language, episode->closed, DOLEN_DATE_FULL);
  g_autofree char *until = dolen_format_date_as (language, episode->return_until, DOLEN_DATE_FULL);
  const char *why = dolen_closing_reason_name (episode->reason, language);

  if (dolen_episode_may_come_back (episode, today))
    return g_strdup_printf (
        /* Translators: first and last %s: a day; second: why it closed, as a sentence. */
        _ ("Support closed on %1$s. Why: %2$s. They may come back without a new referral until "
           "%3$s."),
        day,
        why,
        until);
  return g_strdup_printf (
      /* Translators: first %s: a day; second: why it closed, as a sentence. */
      _ ("Support closed on %1$s. Why: %2$s. To come back they need a new referral."),
      day,
      why);
}

/* Whoever opens the page of somebody whose support has closed sees it before anything else. */
static void
add_closed (GtkWidget *box, DolenSession *session, const char *person)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (DolenEpisode) episode = dolen_caseload_get_last_episode (caseload, person);
  g_autofree char *words = NULL;

  if (episode == NULL || episode->closed == NULL)
    return;
  words = say_closed (episode);
  append (box, words, "notice");
}

GtkWidget *
dolen_person_top_new (DolenSession *session, const char *uid)
{
  g_autoptr (DolenPerson) person = get_person (session, uid);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *who = say_who (person);
  GtkWidget *ways;

  append (box, dolen_person_get_called (person), "title-1");
  if (person->died_on == NULL) {
    add_closed (box, session, uid);
    add_risks (box, person);
  }
  if (who != NULL)
    append (box, who, "dim-label");
  if (person->died_on != NULL) {
    add_died (box, person);
    return box;
  }
  add_language (box, person);
  if (!dolen_text_is_empty (person->communication)) {
    /* Translators: %s: what helps a person to follow: "large print, a loop". */
    g_autofree char *words
        = g_strdup_printf (_ ("Helps them to follow: %s"), person->communication);
    append (box, words, NULL);
  }
  if (!dolen_text_is_empty (person->interpreter)) {
    /* Translators: %s: a language by its own name. */
    g_autofree char *words = g_strdup_printf (_ ("Interpreter wanted: %s"),
                                              dolen_person_language_name (person->interpreter));
    append (box, words, NULL);
  }
  ways = dolen_section_new (_ ("How to Reach Them"), NULL, dolen_ways_list_new (session, person));
  gtk_widget_set_margin_top (ways, 12);
  gtk_box_append (GTK_BOX (box), ways);
  if (!dolen_text_is_empty (person->address)) {
    /* Translators: %s: where a person lives, as given. */
    g_autofree char *address = g_strdup_printf (_ ("Address: %s"), person->address);
    append (box, address, NULL);
  }
  add_involved (box, person);
  return box;
}

/* ---- what was never asked ---- */

GtkWidget *
dolen_person_not_asked_new (DolenSession *session, const char *uid)
{
  g_autoptr (DolenPerson) person = get_person (session, uid);
  g_autofree char *questions = dolen_person_not_asked (person, dolen_language_current ());
  g_autofree char *words = NULL;
  GtkWidget *list, *button;

  if (questions == NULL || person->died_on != NULL)
    return NULL;
  /* Translators: %s: a list of questions nobody has put to the person yet. */
  words = g_strdup_printf (_ ("Not asked yet: %s."), questions);
  /* Translators: a button that opens the record to write down the wish for a language. */
  button = gtk_button_new_with_mnemonic (_ ("_Ask Now"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "person.change");
  list = dolen_boxed_list_new ();
  dolen_boxed_list_add (list, dolen_side_box_new (dolen_label_new (words, NULL), button));
  return list;
}

/* ---- what matters ---- */

static void
add_chips (GtkWidget *box, DolenTermKind kind, char *const *codes, const char *title)
{
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);
  GtkWidget *chips;

  if (codes == NULL || *codes == NULL)
    return;
  append (box, title, "caption-heading");
  gtk_widget_set_margin_top (gtk_widget_get_last_child (box), 6);
  chips = dolen_wrap_box_new ();
  for (gsize i = 0; codes[i] != NULL; i++) {
    const DolenTerm *term
        = vocabulary != NULL ? dolen_vocabulary_by_code (vocabulary, kind, codes[i]) : NULL;
    GtkWidget *chip = gtk_label_new (
        term != NULL ? dolen_term_label (term, dolen_language_current ()) : codes[i]);

    gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_END);
    gtk_widget_add_css_class (chip, "chip-label");
    gtk_box_append (GTK_BOX (chips), chip);
  }
  gtk_box_append (GTK_BOX (box), chips);
}

GtkWidget *
dolen_person_matters_new (DolenSession *session, const char *uid)
{
  g_autoptr (DolenPerson) person = get_person (session, uid);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gboolean empty = dolen_text_is_empty (person->what_matters) && person->interests == NULL
                   && person->needs == NULL && person->barriers == NULL;

  if (!dolen_text_is_empty (person->what_matters))
    append (box, person->what_matters, "own-words");
  add_chips (box, DOLEN_TERM_INTEREST, person->interests, _ ("Enjoys"));
  add_chips (box, DOLEN_TERM_NEED, person->needs, _ ("Wants help with"));
  add_chips (box, DOLEN_TERM_BARRIER, person->barriers, _ ("What gets in the way"));
  if (empty)
    append (box,
            _ ("Nothing yet. Ask what they would like more of, and write it down with “Change "
               "the Record” in the menu: "
               "suggestions come from it."),
            "dim-label");
  return dolen_section_new (_ ("What Matters to Them"), NULL, box);
}

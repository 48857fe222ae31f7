/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-incoming-form.h"

#include "app/casework/dolen-code-choice.h"
#include "app/casework/dolen-known-list.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-caseload-incoming.h"
#include "casework/dolen-casework-incoming.h"

#include <glib/gi18n.h>
#include <string.h>

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

/* ---- what the referrer said: the same fields when it is added and when it is corrected ---- */

enum {
  CONSENT_NOT_TOLD,
  CONSENT_YES,
  CONSENT_NO
};

enum {
  LANGUAGE_NOT_KNOWN,
  LANGUAGE_CY,
  LANGUAGE_EN
};

static void
add_source (DolenSmallForm *form, const DolenIncoming *incoming)
{
  const char *const languages[] = { _ ("Not known"), "Cymraeg", "English", NULL };
  const char *contact
      = incoming->source_phone != NULL ? incoming->source_phone : incoming->source_email;
  guint language = g_strcmp0 (incoming->source_language, "cy") == 0   ? LANGUAGE_CY
                   : g_strcmp0 (incoming->source_language, "en") == 0 ? LANGUAGE_EN
                                                                      : LANGUAGE_NOT_KNOWN;

  dolen_code_choice_add (form,
                         "source",
                         _ ("Who sent them"),
                         DOLEN_CODES_SOURCE,
                         _ ("Not chosen yet"),
                         incoming->source);
  dolen_small_form_add_entry (
      form, "source-name", _ ("Name, practice or team"), incoming->source_name);
  dolen_small_form_add_entry (form, "source-contact", _ ("Their telephone or e-mail"), contact);
  dolen_small_form_add_choice (
      form, "source-language", _ ("Language of letters to them"), languages, language);
  dolen_code_choice_add_day (
      form, "received", _ ("Received on (day/month/year)"), incoming->received_on);
}

static void
add_text (DolenSmallForm *form, const char *key, const char *title, const char *text)
{
  dolen_small_form_add_text (form, key, title);
  dolen_small_form_set_text (form, key, text != NULL ? text : "");
}

/* What decides whether it may be looked at: it stands where nobody has to scroll to it. */
static void
add_why (DolenSmallForm *form, const DolenIncoming *incoming)
{
  const char *const consents[] = { _ ("Not told"),
                                   /* Translators: has the person agreed to be referred to us? */
                                   _ ("They agreed"),
                                   _ ("They have not agreed"),
                                   NULL };
  guint consent = g_strcmp0 (incoming->consent, "yes") == 0  ? CONSENT_YES
                  : g_strcmp0 (incoming->consent, "no") == 0 ? CONSENT_NO
                                                             : CONSENT_NOT_TOLD;

  dolen_small_form_add_choice (
      form, "consent", _ ("Have they agreed to be referred?"), consents, consent);
  add_text (form, "reason", _ ("Why they were referred"), incoming->reason);
}

static void
add_rest (DolenSmallForm *form, const DolenIncoming *incoming)
{
  add_text (form, "risk", _ ("Risks that were passed on"), incoming->risk);
  add_text (form, "own-view", _ ("What they themselves need and want"), incoming->own_view);
  dolen_code_choice_add (form,
                         "feedback",
                         _ ("What the referrer wishes to hear"),
                         DOLEN_CODES_FEEDBACK,
                         _ ("Not told"),
                         incoming->feedback);
  dolen_code_choice_add_day (
      form, "feedback-by", _ ("By when (day/month/year)"), incoming->feedback_by);
}

static void
take (char **field, char *value)
{
  g_free (*field);
  *field = value;
}

static void
read_contact (DolenSmallForm *form, DolenIncoming *incoming)
{
  g_autofree char *typed = dolen_small_form_dup_text (form, "source-contact");

  take (&incoming->source_phone, NULL);
  take (&incoming->source_email, NULL);
  if (typed == NULL)
    return;
  if (strchr (typed, '@') != NULL)
    incoming->source_email = dolen_text_email (typed);
  else
    incoming->source_phone = dolen_text_phone (typed);
}

static gboolean
read_incoming (DolenSmallForm *form, DolenIncoming *incoming, GError **error)
{
  static const char *const consents[] = { NULL, "yes", "no" };
  static const char *const languages[] = { NULL, "cy", "en" };
  char *received = NULL, *by = NULL;

  if (!dolen_small_form_dup_date (form, "received", &received, error)
      || !dolen_small_form_dup_date (form, "feedback-by", &by, error)) {
    g_free (received);
    return FALSE;
  }
  take (&incoming->received_on, received);
  take (&incoming->feedback_by, by);
  take (&incoming->source, g_strdup (dolen_code_choice_get (form, "source", DOLEN_CODES_SOURCE)));
  take (&incoming->source_name, dolen_small_form_dup_text (form, "source-name"));
  read_contact (form, incoming);
  take (&incoming->source_language,
        g_strdup (languages[dolen_small_form_get_choice (form, "source-language")]));
  take (&incoming->reason, dolen_small_form_dup_text (form, "reason"));
  take (&incoming->own_view, dolen_small_form_dup_text (form, "own-view"));
  take (&incoming->risk, dolen_small_form_dup_text (form, "risk"));
  take (&incoming->consent, g_strdup (consents[dolen_small_form_get_choice (form, "consent")]));
  take (&incoming->feedback,
        g_strdup (dolen_code_choice_get (form, "feedback", DOLEN_CODES_FEEDBACK)));
  return TRUE;
}

/* ---- whom ---- */

typedef struct {
  DolenKnownList *known;
  GtkWidget *chosen; /* says whom it is about, once somebody known is chosen */
} Parts;

static Parts *
parts_of (DolenSmallForm *form)
{
  return dolen_small_form_get_data (form);
}

/* A day, or a plain number of years. */
static gboolean
read_person (DolenSmallForm *form, DolenPerson *person, GError **error)
{
  g_autofree char *birth = dolen_small_form_dup_text (form, "birth");
  g_autofree char *phone = dolen_small_form_dup_text (form, "phone");
  guint64 years = 0;

  person->name = dolen_small_form_dup_text (form, "name");
  if (birth != NULL && g_ascii_string_to_unsigned (birth, 10, 0, 120, &years, NULL))
    person->age = (int) years;
  else if (!dolen_small_form_dup_date (form, "birth", &person->date_of_birth, error))
    return FALSE;
  person->address = dolen_small_form_dup_text (form, "address");
  if (phone != NULL)
    dolen_person_add_way (
        person, g_str_has_prefix (phone, "07") ? "mobile" : "phone", phone, FALSE, NULL);
  return TRUE;
}

static void
show_chosen (DolenSmallForm *form, const DolenPerson *person)
{
  static const char *const fields[] = { "name", "birth", "phone", "address" };
  Parts *parts = parts_of (form);
  g_autofree char *words = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    dolen_small_form_show (form, fields[i], person == NULL);
  gtk_widget_set_visible (parts->chosen, person != NULL);
  if (person == NULL)
    return;
  /* Translators: whom a referral is about; %s: the person's name. */
  words = g_strdup_printf (_ ("About somebody known: %s"), person->name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (parts->chosen)), words);
}

/* People known are shown until one of them is chosen. */
static void
on_changed (DolenSmallForm *form)
{
  g_autofree char *uid = dolen_small_form_dup_text (form, "known");
  g_autofree char *name = dolen_small_form_dup_text (form, "name");
  g_autofree char *birth = dolen_small_form_dup_text (form, "birth");
  g_autofree char *date = birth != NULL ? dolen_typed_date_parse (birth) : NULL;
  g_autofree char *phone = dolen_small_form_dup_text (form, "phone");
  DolenCaseload *caseload = caseload_of (dolen_small_form_get_session (form));
  g_autoptr (DolenPerson) person
             = uid != NULL && caseload != NULL ? dolen_caseload_get_person (caseload, uid) : NULL;
  const DolenKnownQuery query = { name, date, phone, NULL };

  dolen_known_list_show (parts_of (form)->known, person == NULL ? &query : NULL);
  show_chosen (form, person);
}

void
dolen_incoming_form_choose (DolenSmallForm *form, const char *person)
{
  g_return_if_fail (DOLEN_IS_SMALL_FORM (form));
  dolen_small_form_set_text (form, "known", person != NULL ? person : "");
}

static void
on_somebody_else (DolenSmallForm *form)
{
  dolen_incoming_form_choose (form, NULL);
}

static void
add_whom (DolenSmallForm *form)
{
  Parts *parts = parts_of (form);
  GtkWidget *other = gtk_button_new_with_mnemonic (_ ("Somebody _Else"));

  dolen_small_form_add_entry (form, "name", _ ("Name"), NULL);
  dolen_small_form_add_entry (form, "birth", _ ("Date of birth (day/month/year), or age"), NULL);
  dolen_small_form_add_entry (form, "phone", _ ("Telephone"), NULL);
  /* Where they cannot be rung a letter is the last thing tried. */
  dolen_small_form_add_entry (form, "address", _ ("Address"), NULL);
  dolen_small_form_add_entry (form, "known", "", NULL);
  dolen_small_form_show (form, "known", FALSE);
  parts->known = DOLEN_KNOWN_LIST (
      dolen_known_list_new (dolen_small_form_get_session (form), _ ("This Is _Them")));
  parts->chosen = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (parts->chosen), dolen_label_new ("", "heading"));
  gtk_widget_set_halign (other, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (parts->chosen), other);
  gtk_widget_set_visible (parts->chosen, FALSE);
  dolen_small_form_add (form, GTK_WIDGET (parts->known));
  dolen_small_form_add (form, parts->chosen);
  g_signal_connect_object (
      other, "clicked", G_CALLBACK (on_somebody_else), form, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      parts->known, "chosen", G_CALLBACK (dolen_incoming_form_choose), form, G_CONNECT_SWAPPED);
  g_signal_connect (form, "changed", G_CALLBACK (on_changed), NULL);
}

/* ---- added ---- */

/* What it cannot be added without, whether or not it was reached while scrolling. */
static void
lead_to_missing (DolenSmallForm *form, gboolean is_new)
{
  g_autofree char *name = dolen_small_form_dup_text (form, "name");

  if (is_new && name == NULL)
    dolen_small_form_lead_to (form, "name");
  else if (dolen_small_form_get_choice (form, "source") == 0)
    dolen_small_form_lead_to (form, "source");
}

static gboolean
add_incoming (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  DolenSession *session = dolen_small_form_get_session (form);
  g_autofree char *known = dolen_small_form_dup_text (form, "known");
  g_autoptr (DolenPerson) person
             = known != NULL ? dolen_caseload_get_person (caseload_of (session), known) : NULL;
  gboolean is_new = person == NULL;
  g_autoptr (DolenIncoming) incoming = NULL;

  if (is_new) {
    person = dolen_person_new ();
    if (!read_person (form, person, error))
      return FALSE;
  }
  incoming = dolen_incoming_new (person->uid);
  if (!read_incoming (form, incoming, error))
    return FALSE;
  if (!dolen_casework_incoming_add (
          dolen_session_get_casework (session), incoming, is_new ? person : NULL, undo, error)) {
    lead_to_missing (form, is_new);
    return FALSE;
  }
  dolen_session_open_person (session, person->uid, dolen_person_get_called (person));
  return TRUE;
}

GtkWindow *
dolen_incoming_form_new (DolenSession *session, const char *person)
{
  const DolenSmallFormSpec spec = { _ ("Add a Referral"), _ ("_Add"),        "incoming", NULL,
                                    add_incoming,         g_new0 (Parts, 1), g_free };
  DolenSmallForm *form = dolen_small_form_new (session, &spec);
  g_autoptr (DolenIncoming) empty = dolen_incoming_new (NULL);

  gtk_window_set_default_size (GTK_WINDOW (form), 500, 680);
  add_whom (form);
  add_why (form, empty);
  add_source (form, empty);
  add_rest (form, empty);
  dolen_small_form_begin (form);
  if (person != NULL)
    dolen_incoming_form_choose (form, person);
  return GTK_WINDOW (form);
}

/* ---- corrected ---- */

static gboolean
change_incoming (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  DolenSession *session = dolen_small_form_get_session (form);
  g_autoptr (DolenIncoming) incoming = dolen_caseload_get_incoming (caseload_of (session), data);

  if (incoming == NULL) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There is no such referral to us."));
    return FALSE;
  }
  return read_incoming (form, incoming, error)
         && dolen_casework_incoming_update (
             dolen_session_get_casework (session), incoming, undo, error);
}

GtkWindow *
dolen_incoming_change_form_new (DolenSession *session, const char *uid)
{
  g_autoptr (DolenIncoming) incoming = dolen_caseload_get_incoming (caseload_of (session), uid);
  g_autofree char *draft = g_strconcat ("incoming-change/", uid, NULL);
  const DolenSmallFormSpec spec = {
    _ ("The Referral to Us"), _ ("_Save"),    draft, incoming != NULL ? incoming->person : NULL,
    change_incoming,          g_strdup (uid), g_free
  };
  DolenSmallForm *form;

  if (incoming == NULL) {
    g_free (spec.data);
    return NULL;
  }
  form = dolen_small_form_new (session, &spec);
  add_why (form, incoming);
  add_source (form, incoming);
  add_rest (form, incoming);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-follow-up-form.h"

#include "app/casework/dolen-ways-list.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <glib/gi18n.h>

#define NEXT_CONTACT_DAYS 7

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

static DolenFollowUp *
find_open (DolenSession *session, const char *uid)
{
  DolenCaseload *caseload = caseload_of (session);
  g_autoptr (DolenFollowUp) found = NULL;

  if (caseload != NULL)
    found = dolen_caseload_get_follow_up (caseload, uid);
  if (found != NULL && found->state == DOLEN_FOLLOW_UP_OPEN)
    return g_steal_pointer (&found);
  dolen_session_toast (session, _ ("That is done already."));
  return NULL;
}

DolenDue *
dolen_follow_up_find_due (DolenSession *session, const char *uid)
{
  g_autoptr (DolenFollowUp) follow_up = find_open (session, uid);
  g_autofree char *today = dolen_date_today ();

  return follow_up != NULL ? dolen_caseload_find_due (caseload_of (session), uid, today) : NULL;
}

gboolean
dolen_due_form_need_text (const char *text, const char *sentence, GError **error)
{
  if (text != NULL)
    return TRUE;
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, sentence);
  return FALSE;
}

/* ---- what the forms of one kind are made of ---- */

static DolenSmallForm *
new_form (DolenSession *session,
          DolenFollowUp *follow_up,
          const char *title,
          const char *button,
          const char *draft,
          DolenSmallFormFunc func)
{
  g_autofree char *kind = g_strdup_printf ("%s/%s", draft, follow_up->uid);
  const DolenSmallFormSpec spec = {
    title, button, kind, follow_up->person, func, follow_up, (GDestroyNotify) dolen_follow_up_free
  };

  return dolen_small_form_new (session, &spec);
}

DolenSmallForm *
dolen_due_form_new (DolenSession *session, const DolenDue *due, DolenSmallFormFunc func)
{
  g_autofree char *sentence = dolen_due_sentence (due, dolen_language_current ());
  DolenSmallForm *form = new_form (session,
                                   dolen_follow_up_copy (due->follow_up),
                                   _ ("What Came of It"),
                                   _ ("_Done"),
                                   "follow-up",
                                   func);

  dolen_small_form_add (form, dolen_label_new (sentence, "heading"));
  return form;
}

void
dolen_due_form_add_phone (DolenSmallForm *form, const DolenDue *due)
{
  g_autofree char *number = NULL;
  GtkWidget *label;

  if (dolen_text_is_empty (due->phone)) {
    dolen_small_form_add (form, dolen_label_new (_ ("No number is known."), "dim-label"));
    return;
  }
  number = dolen_text_phone_display (due->phone);
  label = dolen_label_new (number, "title-1");
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  dolen_small_form_add (form, label);
}

void
dolen_due_form_add_ways (DolenSmallForm *form, const DolenDue *due)
{
  DolenSession *session = dolen_small_form_get_session (form);
  g_autoptr (DolenPerson) person
             = dolen_caseload_get_person (caseload_of (session), due->follow_up->person);

  if (person != NULL)
    dolen_small_form_add (form, dolen_ways_list_new (session, person));
}

gboolean
dolen_due_form_finish (DolenSmallForm *form,
                       const char *follow_up,
                       const char *outcome,
                       DolenUndo **undo,
                       GError **error)
{
  g_autofree char *next = NULL;
  DolenSession *session = dolen_small_form_get_session (form);

  return dolen_small_form_dup_date (form, "next", &next, error)
         && dolen_casework_follow_up_done (
             dolen_session_get_casework (session), follow_up, outcome, next, undo, error);
}

/* ---- the plain one ---- */

static gboolean
record_done (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const DolenFollowUp *follow_up = data;
  g_autofree char *outcome = dolen_small_form_dup_text (form, "outcome");

  return dolen_due_form_need_text (outcome, _ ("Say in a few words what came of it."), error)
         && dolen_due_form_finish (form, follow_up->uid, outcome, undo, error);
}

GtkWindow *
dolen_plain_form_new (DolenSession *session, const DolenDue *due)
{
  DolenSmallForm *form = dolen_due_form_new (session, due, record_done);

  dolen_due_form_add_ways (form, due);
  dolen_small_form_add_text (form, "outcome", _ ("What came of it"));
  dolen_small_form_add_entry (form, "next", _ ("Next contact on (day/month/year)"), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- another day ---- */

static gboolean
need_day (DolenSmallForm *form, char **day, GError **error)
{
  return dolen_small_form_dup_date (form, "due", day, error)
         && dolen_due_form_need_text (*day, _ ("On which day?"), error);
}

static gboolean
move (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const DolenFollowUp *follow_up = data;
  DolenSession *session = dolen_small_form_get_session (form);
  g_autofree char *due = NULL;

  return need_day (form, &due, error)
         && dolen_casework_follow_up_move (
             dolen_session_get_casework (session), follow_up->uid, due, undo, error);
}

GtkWindow *
dolen_follow_up_move_form_new (DolenSession *session, const char *uid)
{
  DolenFollowUp *follow_up = find_open (session, uid);
  g_autofree char *today = dolen_date_today ();
  g_autofree char *later = dolen_date_add_days (today, NEXT_CONTACT_DAYS);
  g_autofree char *typed = dolen_typed_date_format (later);
  DolenSmallForm *form;

  if (follow_up == NULL)
    return NULL;
  form = new_form (session, follow_up, _ ("Another Day"), _ ("_Move"), "move", move);
  dolen_small_form_add_entry (form, "due", _ ("On (day/month/year)"), typed);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- next contact ---- */

static gboolean
add_next_contact (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  DolenSession *session = dolen_small_form_get_session (form);
  g_autoptr (DolenFollowUp) follow_up = NULL;
  g_autofree char *due = NULL;

  if (!need_day (form, &due, error))
    return FALSE;
  follow_up = dolen_follow_up_new (data, NULL, DOLEN_FOLLOW_UP_NEXT_CONTACT, due);
  follow_up->note = dolen_small_form_dup_text (form, "note");
  return dolen_casework_follow_up_add (
      dolen_session_get_casework (session), follow_up, undo, error);
}

GtkWindow *
dolen_next_contact_form_new (DolenSession *session, const char *person)
{
  const DolenSmallFormSpec spec = { _ ("Next Contact"), _ ("_Plan"),       "next-contact", person,
                                    add_next_contact,   g_strdup (person), g_free };
  g_autofree char *today = dolen_date_today ();
  g_autofree char *later = dolen_date_add_days (today, NEXT_CONTACT_DAYS);
  g_autofree char *typed = dolen_typed_date_format (later);
  DolenSmallForm *form = dolen_small_form_new (session, &spec);

  dolen_small_form_add_entry (form, "due", _ ("On (day/month/year)"), typed);
  dolen_small_form_add_entry (form, "note", _ ("What about"), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-forms.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-error.h"
#include "base/dolen-time.h"

#include <glib/gi18n.h>

/* ---- they died ---- */

static gboolean
do_died (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  g_autofree char *note = dolen_small_form_dup_text (form, "note");
  g_autofree char *on = NULL;

  return dolen_small_form_dup_date (form, "on", &on, error)
         && dolen_casework_died (dolen_session_get_casework (dolen_small_form_get_session (form)),
                                 data,
                                 on,
                                 note,
                                 undo,
                                 error);
}

GtkWindow *
dolen_died_form_new (DolenSession *session, const char *person)
{
  const DolenSmallFormSpec spec
      = { _ ("They Died"), _ ("_Record"), "died", person, do_died, g_strdup (person), g_free };
  g_autofree char *today = dolen_date_today ();
  g_autofree char *typed = dolen_typed_date_format (today);
  DolenSmallForm *form = dolen_small_form_new (session, &spec);

  dolen_small_form_add (
      form,
      dolen_label_new (_ ("Every reminder about them stops at once, and what is under way is "
                          "cancelled. It can be undone."),
                       NULL));
  dolen_small_form_add_entry (form, "on", _ ("On (day/month/year)"), typed);
  dolen_small_form_add_entry (form, "note", _ ("Told by whom"), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- words taken out ---- */

typedef struct {
  char *note;  /* (owned) uid */
  char *event; /* (owned) */
} Wrong;

static void
wrong_free (gpointer data)
{
  Wrong *wrong = data;

  g_free (wrong->note);
  g_free (wrong->event);
  g_free (wrong);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, sentence);
  return FALSE;
}

static gboolean
do_redact (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const Wrong *wrong = data;
  g_autofree char *why = dolen_small_form_dup_text (form, "why");

  if (why == NULL)
    return refuse (error, _ ("Say in a few words why."));
  if (!dolen_casework_redact (dolen_session_get_casework (dolen_small_form_get_session (form)),
                              wrong->event,
                              why,
                              error))
    return FALSE;
  dolen_small_form_tell_remains (form);
  return TRUE;
}

static DolenSmallForm *
new_wrong_form (DolenSession *session,
                const char *note,
                const char *event,
                DolenSmallFormSpec spec,
                const char *draft)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (DolenNote) stored = NULL;
  g_autofree char *kind = g_strconcat (draft, "/", note, NULL);
  Wrong *wrong;

  if (caseload != NULL)
    stored = dolen_caseload_get_note (caseload, note);
  if (stored == NULL) {
    dolen_session_toast (session, _ ("That note is not there any more."));
    return NULL;
  }
  wrong = g_new0 (Wrong, 1);
  wrong->note = g_strdup (note);
  wrong->event = g_strdup (event);
  spec.draft = kind;
  spec.person = stored->person;
  spec.data = wrong;
  spec.free_data = wrong_free;
  return dolen_small_form_new (session, &spec);
}

GtkWindow *
dolen_note_redact_form_new (DolenSession *session, const char *note, const char *event)
{
  const DolenSmallFormSpec spec
      = { .title = _ ("Take the Words Out"), .button = _ ("_Take Them Out"), .func = do_redact };
  DolenSmallForm *form = new_wrong_form (session, note, event, spec, "note-redact");

  if (form == NULL)
    return NULL;
  dolen_small_form_add (
      form,
      dolen_label_new (_ ("The words are destroyed. Who wrote them, when, and why they went stays; "
                          "this cannot be undone."),
                       NULL));
  dolen_small_form_add_entry (form, "why", _ ("Why"), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-today-drafts.h"

#include "app/casework/dolen-draft-open.h"
#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"

#include <glib/gi18n.h>

typedef struct {
  char *words;
  char *referral; /* (nullable) uid of a referral that is not sent; NULL: a form */
  char *kind;     /* (nullable) of the form */
  char *subject;  /* (nullable) uid of whom the form is about */
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->words);
  g_free (line->referral);
  g_free (line->kind);
  g_free (line->subject);
  g_free (line);
}

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

/* ---- what there is ---- */

static void
add_forms (DolenSession *session, GPtrArray *lines)
{
  g_autoptr (GPtrArray) drafts = dolen_draft_list (dolen_session_get_casework (session), NULL);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++) {
    const DolenDraft *draft = g_ptr_array_index (drafts, i);
    Line *line = g_new0 (Line, 1);

    line->words = dolen_draft_say (session, draft);
    line->kind = g_strdup (draft->kind);
    line->subject = g_strdup (draft->subject);
    g_ptr_array_add (lines, line);
  }
}

static char *
say_waiting (DolenSession *session, const DolenReferral *referral)
{
  g_autoptr (DolenPerson) person
             = dolen_caseload_get_person (caseload_of (session), referral->person);
  const char *called = person != NULL ? dolen_person_get_called (person) : "";
  const char *service = dolen_referral_get_service_name (referral, dolen_language_current ());

  if (referral->consent == DOLEN_CONSENT_YES)
    /* Translators: a line of Today; first %s: how the person is called; second: the group. */
    return g_strdup_printf (_ ("Not sent yet: %1$s, %2$s"), called, service);
  return g_strdup_printf (_ ("Waiting until they agree: %1$s, %2$s"), called, service);
}

static void
add_referrals (DolenSession *session, GPtrArray *lines)
{
  g_autoptr (DolenStatement) rows
             = dolen_db_prepare (dolen_caseload_get_db (caseload_of (session)),
                                 "SELECT uid FROM referral WHERE state = 'draft' ORDER BY created",
                                 NULL);
  gboolean row = FALSE;

  while (rows != NULL && dolen_statement_step (rows, &row, NULL) && row) {
    g_autoptr (DolenReferral) referral = dolen_caseload_get_referral (
        caseload_of (session), dolen_statement_get_text (rows, 0));
    Line *line;

    if (referral == NULL)
      continue;
    line = g_new0 (Line, 1);
    line->words = say_waiting (session, referral);
    line->referral = g_strdup (referral->uid);
    g_ptr_array_add (lines, line);
  }
}

GPtrArray *
dolen_today_drafts_list (DolenSession *session)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  add_forms (session, lines);
  add_referrals (session, lines);
  return lines;
}

/* ---- a line ---- */

char *
dolen_today_draft_key (gconstpointer draft, gpointer user_data)
{
  const Line *line = draft;

  return g_strdup_printf ("%s\n%s\n%s\n%s",
                          line->words,
                          line->referral != NULL ? line->referral : "",
                          line->kind != NULL ? line->kind : "",
                          line->subject != NULL ? line->subject : "");
}

GtkWidget *
dolen_today_draft_new (gconstpointer draft, gpointer user_data)
{
  const Line *line = draft;
  GtkWidget *button = gtk_button_new_with_label (_ ("Go On"));
  GtkActionable *actionable = GTK_ACTIONABLE (button);

  if (line->referral != NULL) {
    gtk_actionable_set_action_name (actionable, "today.go-on");
    gtk_actionable_set_action_target (actionable, "s", line->referral);
  } else {
    gtk_actionable_set_action_name (actionable, "today.draft");
    gtk_actionable_set_action_target (actionable, "(sms)", line->kind, line->subject);
  }
  return dolen_side_box_new (dolen_label_new (line->words, NULL), button);
}

void
dolen_today_draft_open (GtkWidget *from,
                        DolenSession *session,
                        const char *kind,
                        const char *subject)
{
  g_autoptr (GPtrArray) drafts = dolen_draft_list (dolen_session_get_casework (session), NULL);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++) {
    const DolenDraft *draft = g_ptr_array_index (drafts, i);

    if (g_str_equal (draft->kind, kind) && g_strcmp0 (draft->subject, subject) == 0) {
      dolen_draft_open (from, session, draft);
      return;
    }
  }
}

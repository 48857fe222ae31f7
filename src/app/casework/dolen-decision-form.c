/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-decision-form.h"

#include "app/casework/dolen-follow-up-form.h"
#include "casework/dolen-casework-outgoing.h"
#include "casework/records/dolen-said.h"

#include <glib/gi18n.h>

static gboolean
decide (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const DolenFollowUp *follow_up = data;
  g_autofree char *note = dolen_small_form_dup_text (form, "note");

  return dolen_casework_referral_decide (
      dolen_session_get_casework (dolen_small_form_get_session (form)),
      follow_up->uid,
      dolen_small_form_get_choice (form, "right"),
      note,
      undo,
      error);
}

/* What stands in the record now is the later one. */
static void
add_said (DolenSmallForm *form, const GPtrArray *was)
{
  g_auto (GStrv) names = g_new0 (char *, was->len + 1);

  for (guint i = 0; i < was->len; i++)
    names[i] = dolen_said_say (was->pdata[i], dolen_language_current ());
  dolen_small_form_add_choice (
      form, "right", _ ("What is right?"), (const char *const *) names, was->len - 1);
}

GtkWindow *
dolen_decision_form_new (DolenSession *session, const DolenDue *due)
{
  const GPtrArray *was = due->follow_up->was;
  DolenSmallForm *form;

  if (was == NULL || was->len == 0)
    return dolen_plain_form_new (session, due);
  form = dolen_due_form_new (session, due, decide);
  add_said (form, was);
  dolen_small_form_add_text (form, "note", _ ("Note"));
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

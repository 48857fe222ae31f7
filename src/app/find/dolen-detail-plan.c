/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-detail-plan.h"

#include "app/find/dolen-detail-view.h"
#include "casework/dolen-casework-outgoing.h"
#include "directory/dolen-worth-asking.h"
#include "language/dolen-calendar.h"
#include "matching/dolen-reasons.h"

#include <glib/gi18n.h>

GPtrArray *
dolen_detail_list_reasons (const GPtrArray *reasons)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; reasons != NULL && i < reasons->len; i++) {
    const DolenReason *reason = g_ptr_array_index (reasons, i);

    /* They may stand in a letter: how the group answered us is for workers alone. */
    if ((reason->verdict == DOLEN_VERDICT_YES || reason->verdict == DOLEN_VERDICT_HELPED)
        && reason->criterion != DOLEN_CRITERION_ANSWERS)
      g_ptr_array_add (texts, reason->text);
  }
  g_ptr_array_add (texts, NULL);
  return texts;
}

void
dolen_detail_add_to_plan (DolenSession *session, const DolenService *service, char **reasons)
{
  const char *person = dolen_session_get_person (session);
  g_autoptr (DolenChoice) choice = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (GError) error = NULL;

  if (person == NULL)
    return;
  choice = dolen_choice_new (person);
  choice->service = g_strdup (service->uid);
  choice->service_name = g_strdup (service->name.en != NULL ? service->name.en : service->name.cy);
  choice->service_name_cy = g_strdup (service->name.cy);
  choice->reasons = g_strdupv (reasons);
  if (dolen_casework_choice_add (dolen_session_get_casework (session), choice, &undo, &error))
    dolen_session_did (session, g_steal_pointer (&undo));
  else
    dolen_session_report (session, error);
}

void
dolen_detail_add_longer_wait (GtkBox *part, DolenSession *session, const DolenService *service)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  g_autofree char *on
      = directory != NULL ? dolen_directory_get_longer_wait (directory, service->uid) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (on == NULL)
    return;
  day = dolen_format_date_as (dolen_language_current (), on, DOLEN_DATE_DAY);
  /* Translators: under a group's places; %s: a date. */
  text = g_strdup_printf (_ ("Worth asking: on %s the wait was longer than they had said"), day);
  gtk_box_append (part, dolen_detail_view_line (NULL, NULL, text, NULL, NULL));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-episode.h"

#include "app/casework/dolen-widget-util.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

static void
add_day (GtkWidget *list, const char *title, const char *date)
{
  g_autofree char *day = dolen_format_date_as (dolen_language_current (), date, DOLEN_DATE_FULL);

  dolen_boxed_list_add (list, dolen_fact_new (title, day));
}

GtkWidget *
dolen_person_episode_new (DolenSession *session, const char *person)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (DolenEpisode) episode = dolen_caseload_get_open_episode (caseload, person);
  GtkWidget *list = dolen_boxed_list_new ();
  g_autofree char *end = NULL;

  if (episode == NULL) {
    dolen_boxed_list_add (list, dolen_label_new (_ ("No support is under way."), "dim-label"));
    return dolen_section_new (_ ("Support"), NULL, list);
  }
  end = dolen_episode_foreseen_end (episode);
  add_day (list, _ ("Began"), episode->opened);
  /* Translators: the day on which support is expected to end. */
  add_day (list, _ ("End foreseen"), end);
  /* Translators: one spell of support (cyfnod o gymorth). */
  return dolen_section_new (_ ("Support"), NULL, list);
}

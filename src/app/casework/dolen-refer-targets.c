/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-refer-targets.h"

#include "app/casework/dolen-refer-window.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>

static void
load_names (DolenService *service, const char *english, const char *welsh)
{
  dolen_bilingual_load (&service->name, english, DOLEN_TEXT_GIVEN, welsh, DOLEN_TEXT_GIVEN);
}

static GtkWindow *
open (DolenSession *session, const char *person, const char *target, const char *msgid)
{
  g_autoptr (DolenService) service = dolen_service_new ();

  load_names (
      service, dolen_text (DOLEN_LANGUAGE_EN, msgid), dolen_text (DOLEN_LANGUAGE_CY, msgid));
  return dolen_refer_window_new_for_target (session, person, target, service);
}

static const DolenInvolved *
find_gp (const DolenPerson *person)
{
  for (guint i = 0; person->involved != NULL && i < person->involved->len; i++) {
    const DolenInvolved *involved = g_ptr_array_index (person->involved, i);

    if (g_strcmp0 (involved->kind, "gp") == 0)
      return involved;
  }
  return NULL;
}

GtkWindow *
dolen_refer_to_gp_new (DolenSession *session, const char *person)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (DolenPerson) known = NULL;
  g_autoptr (DolenService) service = NULL;
  const DolenInvolved *gp;

  if (caseload != NULL)
    known = dolen_caseload_get_person (caseload, person);
  gp = known != NULL ? find_gp (known) : NULL;
  if (gp == NULL)
    return open (session, person, "gp", N_ ("GP practice"));
  service = dolen_service_new ();
  load_names (service, !dolen_text_is_empty (gp->organisation) ? gp->organisation : gp->name, NULL);
  service->phone = g_strdup (gp->phone);
  return dolen_refer_window_new_for_target (session, person, "gp", service);
}

GtkWindow *
dolen_refer_to_crisis_team_new (DolenSession *session, const char *person)
{
  /* Translators: the mental health crisis team, as the addressee of a letter. */
  return open (session, person, "crisis-team", N_ ("Crisis team"));
}

GtkWindow *
dolen_refer_to_social_care_new (DolenSession *session, const char *person)
{
  /* Translators: adult social care of the council, as the addressee of a letter. */
  return open (session, person, "social-care", N_ ("Adult social care"));
}

GtkWindow *
dolen_refer_to_target_new (DolenSession *session, const char *person, const char *target)
{
  if (g_strcmp0 (target, "gp") == 0)
    return dolen_refer_to_gp_new (session, person);
  if (g_strcmp0 (target, "crisis-team") == 0)
    return dolen_refer_to_crisis_team_new (session, person);
  if (g_strcmp0 (target, "social-care") == 0)
    return dolen_refer_to_social_care_new (session, person);
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-detail-hand-out.h"

#include "app/dolen-scheme-settings.h"
#include "app/dolen-way-out.h"
#include "base/dolen-time.h"
#include "reports/dolen-hand-out.h"

#include <glib/gi18n.h>

/* A hand-out speaks the language of the person it is for. */
static DolenLanguage
hand_out_language (const DolenDetailHandOut *self)
{
  DolenCaseload *caseload
      = dolen_casework_get_caseload (dolen_session_get_casework (self->session));
  const char *uid = dolen_session_get_person (self->session);
  DolenLanguage language = dolen_language_current ();
  g_autoptr (DolenPerson) person = NULL;

  if (caseload != NULL && uid != NULL)
    person = dolen_caseload_get_person (caseload, uid);
  if (person != NULL)
    dolen_language_from_code (person->language_written, &language);
  return language;
}

/* While a person is open it is for them, and says something of them: what they look for. */
static DolenWayOut
way_out (const DolenDetailHandOut *self)
{
  const char *person
      = dolen_session_is_unlocked (self->session) ? dolen_session_get_person (self->session) : NULL;

  return (DolenWayOut){ self->session, person, person != NULL ? DOLEN_EXPORT_HAND_OUT : NULL };
}

void
dolen_detail_hand_out_copy (const DolenDetailHandOut *self, GtkWidget *widget)
{
  const DolenWayOut out = way_out (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenScheme) scheme = dolen_scheme_read (dolen_session_get_settings (self->session));
  g_autofree char *text = NULL;

  text = dolen_hand_out_new_text (
      self->service, self->organisation, scheme, hand_out_language (self), today);
  if (dolen_way_out_copy (&out, widget, text, &error))
    /* Translators: a toast. */
    dolen_session_toast (self->session, _ ("The details are on the clipboard"));
  else
    dolen_session_report (self->session, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-overrides.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-casework-workers.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n-lib.h>

GPtrArray *
dolen_caseload_list_overrides (DolenCaseload *caseload, const char *person, const char *service)
{
  GPtrArray *standing = dolen_caseload_list_records (
      caseload, &dolen_rule_override_type, person, "ended_on IS NULL");

  for (guint i = 0; standing != NULL && service != NULL && i < standing->len;) {
    const DolenRuleOverride *override = g_ptr_array_index (standing, i);

    if (g_strcmp0 (override->service, service) == 0)
      i++;
    else
      g_ptr_array_remove_index (standing, i);
  }
  return standing;
}

static gboolean
is_among (const GPtrArray *standing, const char *criterion)
{
  for (guint i = 0; standing != NULL && i < standing->len; i++)
    if (g_strcmp0 (((const DolenRuleOverride *) standing->pdata[i])->criterion, criterion) == 0)
      return TRUE;
  return FALSE;
}

static void
put_override (DolenAct *act, const DolenRuleOverride *given, const char *criterion)
{
  g_autoptr (DolenRuleOverride) stored
             = dolen_rule_override_new (given->person, given->service, criterion);
  g_autoptr (DolenEpisode) episode
             = dolen_caseload_get_open_episode (act->casework->caseload, given->person);

  stored->episode = episode != NULL ? g_strdup (episode->uid) : NULL;
  stored->service_name = g_strdup (given->service_name);
  stored->service_name_cy = g_strdup (given->service_name_cy);
  dolen_set_text (&stored->reason, given->reason);
  stored->on = dolen_date_today ();
  stored->by = g_strdup (dolen_casework_get_author (act->casework));
  stored->created = dolen_time_now ();
  dolen_act_put (act, &dolen_rule_override_type, NULL, stored);
}

gboolean
dolen_casework_override_add (DolenCasework *self,
                             const DolenRuleOverride *override,
                             const char *const *criteria,
                             DolenUndo **undo,
                             GError **error)
{
  g_autoptr (DolenPerson) person = dolen_casework_need_person (self, override->person, TRUE, error);
  g_autoptr (DolenAct) act = NULL;
  g_autoptr (GPtrArray) standing = NULL;

  if (person == NULL)
    return FALSE;
  if (dolen_text_is_empty (override->service)
      || (override->service_name == NULL && override->service_name_cy == NULL))
    return dolen_refuse_invalid (error, _ ("Please choose a group."));
  if (dolen_text_is_empty (override->reason))
    return dolen_refuse_invalid (error, _ ("Please write why."));
  act = dolen_act_begin (self, DOLEN_EVENT_OVERRIDE_ADD, override->person, error);
  if (act == NULL)
    return FALSE;
  standing = dolen_caseload_list_overrides (self->caseload, override->person, override->service);
  for (; *criteria != NULL; criteria++)
    if (!is_among (standing, *criteria))
      put_override (act, override, *criteria);
  if (act->event->changes == NULL)
    return dolen_refuse (error, _ ("It is suggested all the same already."));
  act->event->note = g_strdup_printf ("%s: %s",
                                      override->service_name != NULL ? override->service_name
                                                                     : override->service_name_cy,
                                      override->reason);
  return dolen_act_commit (act, undo, error);
}

gboolean
dolen_casework_override_end (
    DolenCasework *self, const char *person, const char *service, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenAct) act = dolen_act_begin (self, DOLEN_EVENT_OVERRIDE_END, person, error);
  g_autoptr (GPtrArray) standing = NULL;

  if (act == NULL)
    return FALSE;
  standing = dolen_caseload_list_overrides (self->caseload, person, service);
  for (guint i = 0; standing != NULL && i < standing->len; i++) {
    const DolenRuleOverride *before = g_ptr_array_index (standing, i);
    g_autoptr (DolenRuleOverride) after = dolen_rule_override_copy (before);

    after->ended_on = dolen_date_today ();
    after->ended_by = g_strdup (dolen_casework_get_author (self));
    if (act->event->note == NULL)
      act->event->note = g_strdup (before->service_name != NULL ? before->service_name
                                                                : before->service_name_cy);
    dolen_act_put (act, &dolen_rule_override_type, before, after);
  }
  if (act->event->changes == NULL)
    return dolen_refuse (error, _ ("No rule is set aside for this group."));
  return dolen_act_commit (act, undo, error);
}

char *
dolen_rule_override_say (const DolenRuleOverride *override, DolenLanguage language)
{
  g_autofree char *day = override->on != NULL ? dolen_format_date (language, override->on) : NULL;

  return g_strdup_printf (
      /* Translators: a rule was set aside for one group: by whom (a name), on which day, why. */
      dolen_text (language, "Suggested all the same: %1$s, %2$s: %3$s"),
      !dolen_text_is_empty (override->by) ? override->by : "–",
      day != NULL ? day : "–",
      override->reason != NULL ? override->reason : "");
}

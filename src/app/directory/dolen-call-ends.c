/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-call-ends.h"

#include "app/dolen-typed-date.h"
#include "base/dolen-time.h"
#include "directory/dolen-assurance-rules.h"
#include "directory/dolen-edit-parts.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>
#include <string.h>

void
dolen_call_end_free (DolenCallEnd *end)
{
  if (end == NULL)
    return;
  g_free (end->kind);
  g_free (end->uid);
  g_free (end->part);
  g_free (end->which);
  g_free (end->said);
  g_free (end);
}

/* ---- what ends ---- */

static char *
say_end (const char *what, const char *on, const char *today)
{
  g_autofree char *day = dolen_format_date (dolen_language_current (), on);

  return strcmp (on, today) < 0
             /* Translators: a funder or a policy, and the day it ended. */
             ? g_strdup_printf (_ ("%1$s: ended, %2$s"), what, day)
             /* Translators: a funder or a policy, and the day it ends. */
             : g_strdup_printf (_ ("%1$s: ends, %2$s"), what, day);
}

static void
add_end (GPtrArray *ends,
         const char *kind,
         const char *uid,
         const char *part,
         const char *which,
         char *said)
{
  DolenCallEnd *end = g_new0 (DolenCallEnd, 1);

  end->kind = g_strdup (kind);
  end->uid = g_strdup (uid);
  end->part = g_strdup (part);
  end->which = g_strdup (which);
  end->said = said;
  g_ptr_array_add (ends, end);
}

static void
add_funding (GPtrArray *ends,
             const char *kind,
             const char *uid,
             const GPtrArray *funding,
             const char *by,
             const char *today)
{
  for (guint i = 0; i < funding->len; i++) {
    const DolenFunding *one = funding->pdata[i];

    if (one->ends_on != NULL && strcmp (one->ends_on, by) <= 0)
      add_end (ends,
               kind,
               uid,
               "funding",
               one->uid,
               say_end (one->funder != NULL ? one->funder : _ ("Funding"), one->ends_on, today));
  }
}

static void
add_checks (GPtrArray *ends,
            const DolenOrganisation *organisation,
            const char *by,
            const char *today)
{
  for (guint i = 0; i < organisation->checks->len; i++) {
    const DolenAssurance *check = organisation->checks->pdata[i];
    const char *name = dolen_assurance_check_name (
        dolen_assurance_rules_get_bundled (), check->what, dolen_language_current ());

    if (check->expires_on != NULL && strcmp (check->expires_on, by) <= 0)
      add_end (ends,
               "organisation",
               organisation->uid,
               "check",
               check->what,
               say_end (name != NULL ? name : check->what, check->expires_on, today));
  }
}

GPtrArray *
dolen_call_ends_list (const char *kind,
                      gconstpointer record,
                      const DolenKeepingRules *rules,
                      const char *today)
{
  GPtrArray *ends = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_call_end_free);
  g_autofree char *funding_by = NULL;
  g_autofree char *checks_by = NULL;
  DolenKeepingRules own;

  dolen_keeping_rules_init (&own);
  if (rules == NULL)
    rules = &own;
  funding_by = dolen_date_add_days (today, rules->funding_days);
  checks_by = dolen_date_add_days (today, rules->assurance_days);
  if (g_str_equal (kind, "service")) {
    const DolenService *service = record;
    add_funding (ends, kind, service->uid, service->funding, funding_by, today);
  } else {
    const DolenOrganisation *organisation = record;
    add_checks (ends, organisation, checks_by, today);
    add_funding (ends, kind, organisation->uid, organisation->funding, funding_by, today);
  }
  return ends;
}

/* ---- a new end, written ---- */

typedef struct {
  char *kind, *uid, *part, *which;
  char *on; /* civil date */
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->kind);
  g_free (step->uid);
  g_free (step->part);
  g_free (step->which);
  g_free (step->on);
  g_free (step);
}

static void
set_funding_end (GPtrArray *funding, const Step *step)
{
  for (guint i = 0; i < funding->len; i++) {
    DolenFunding *one = funding->pdata[i];

    if (g_strcmp0 (one->uid, step->which) == 0) {
      g_free (one->ends_on);
      one->ends_on = g_strdup (step->on);
    }
  }
}

static gint64
write_service_funding (DolenDirectory *dir, const Step *step, const char *who, GError **error)
{
  g_autoptr (DolenService) service = dolen_directory_get_service (dir, step->uid, error);

  if (service == NULL)
    return 0;
  set_funding_end (service->funding, step);
  return dolen_edit_set_part (dir, "service", "funding", service, who, error);
}

static gint64
write_of_organisation (DolenDirectory *dir, const Step *step, const char *who, GError **error)
{
  g_autoptr (DolenOrganisation) organisation
             = dolen_directory_get_organisation (dir, step->uid, error);
  g_autoptr (DolenAssurance) check = NULL;
  const DolenAssurance *known;

  if (organisation == NULL)
    return 0;
  if (g_str_equal (step->part, "funding")) {
    set_funding_end (organisation->funding, step);
    return dolen_edit_set_part (dir, "organisation", "funding", organisation, who, error);
  }
  known = dolen_organisation_get_check (organisation, step->which);
  check = known != NULL ? dolen_assurance_copy (known) : dolen_assurance_new ();
  if (check->what == NULL)
    check->what = g_strdup (step->which);
  check->state = DOLEN_ASSURANCE_TOLD;
  g_clear_pointer (&check->seen_on, g_free);
  g_clear_pointer (&check->by, g_free);
  g_free (check->expires_on);
  check->expires_on = g_strdup (step->on);
  return dolen_edit_set_check (dir, step->uid, check, who, error);
}

static gint64
write_end (DolenDirectory *dir, gpointer data, const char *who, GError **error)
{
  const Step *step = data;

  return g_str_equal (step->kind, "service") ? write_service_funding (dir, step, who, error)
                                             : write_of_organisation (dir, step, who, error);
}

void
dolen_call_ends_add_step (DolenCall *call, const DolenCallDraftEnd *end)
{
  Step *step = g_new0 (Step, 1);

  step->kind = g_strdup (end->kind);
  step->uid = g_strdup (end->uid);
  step->part = g_strdup (end->part);
  step->which = g_strdup (end->which);
  step->on = dolen_typed_date_parse (end->typed);
  dolen_call_add_step (call, write_end, step, step_free, NULL, NULL);
}

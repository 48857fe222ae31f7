/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-report-periods.h"

#include "app/dolen-save-as.h"
#include "base/dolen-time.h"
#include "casework/dolen-counts.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

#define QUARTERS 4 /* that are over, the newest first; then financial years */

static char *
first_of (GDateYear year, GDateMonth month)
{
  return g_strdup_printf ("%04d-%02d-01", year, month);
}

void
dolen_report_periods_init (DolenReportPeriods *periods)
{
  g_autofree char *today = dolen_date_today ();
  int year = atoi (today), month = atoi (today + 5);
  g_autofree char *quarter = first_of ((GDateYear) year, (GDateMonth) ((month - 1) / 3 * 3 + 1));
  g_autofree char *spring = first_of ((GDateYear) (month < 4 ? year - 1 : year), G_DATE_APRIL);

  for (int i = 0; i < DOLEN_REPORT_PERIODS; i++) {
    int months = i < QUARTERS ? 3 : 12;
    int back = i < QUARTERS ? i : i - QUARTERS;
    const char *newest = i < QUARTERS ? quarter : spring;
    g_autofree char *after = dolen_date_add_months (newest, -back * months);

    periods->from[i] = dolen_date_add_months (after, -months);
    periods->to[i] = dolen_date_add_days (after, -1);
  }
}

void
dolen_report_periods_clear (DolenReportPeriods *periods)
{
  for (int i = 0; i < DOLEN_REPORT_PERIODS; i++) {
    g_clear_pointer (&periods->from[i], g_free);
    g_clear_pointer (&periods->to[i], g_free);
  }
}

void
dolen_report_periods_add (const DolenReportPeriods *periods, DolenSmallForm *form)
{
  g_auto (GStrv) names = g_new0 (char *, DOLEN_REPORT_PERIODS + 1);

  for (int i = 0; i < DOLEN_REPORT_PERIODS; i++) {
    g_autofree char *from = dolen_format_date (dolen_language_current (), periods->from[i]);
    g_autofree char *to = dolen_format_date (dolen_language_current (), periods->to[i]);

    /* Translators: two dates: the first and the last day. */
    names[i] = g_strdup_printf (_ ("%1$s – %2$s"), from, to);
  }
  dolen_small_form_add_choice (form, "period", _ ("Days"), (const char *const *) names, 0);
}

/* What is to be written once a place was chosen; the form is gone by then. */
typedef struct {
  char *from; /* (owned) */
  char *to;   /* (owned) */
  DolenReportSave save;
} Chosen;

static void
chosen_free (gpointer data)
{
  Chosen *chosen = data;

  g_free (chosen->from);
  g_free (chosen->to);
  g_free (chosen);
}

static gboolean
save_chosen (DolenSession *session, const char *path, gpointer data, GError **error)
{
  const Chosen *chosen = data;

  return chosen->save (session, path, chosen->from, chosen->to, error);
}

gboolean
dolen_report_periods_save_as (const DolenReportPeriods *periods,
                              DolenSmallForm *form,
                              const char *what,
                              const char *name,
                              DolenReportSave save,
                              GError **error)
{
  DolenSession *session = dolen_small_form_get_session (form);
  guint period = dolen_small_form_get_choice (form, "period");
  const char *from = periods->from[period], *to = periods->to[period];
  g_autofree char *file = g_strdup_printf ("%s-%s-%s.csv", name, from, to);
  Chosen *chosen;

  if (!dolen_casework_may_give_numbers (
          dolen_session_get_casework (session), what, from, to, error))
    return FALSE;
  chosen = g_new0 (Chosen, 1);
  chosen->from = g_strdup (from);
  chosen->to = g_strdup (to);
  chosen->save = save;
  dolen_save_as (session,
                 gtk_window_get_transient_for (GTK_WINDOW (form)),
                 file,
                 save_chosen,
                 chosen,
                 chosen_free);
  return TRUE;
}

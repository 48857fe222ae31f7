/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-numbers-form.h"

#include "app/casework/dolen-small-form.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-save-as.h"
#include "app/dolen-way-out.h"
#include "base/dolen-time.h"
#include "language/dolen-calendar.h"
#include "reports/dolen-numbers.h"

#include <glib/gi18n.h>

#define QUARTERS 4 /* that are over, the newest first; then financial years */
#define PERIODS 6

typedef struct {
  char *from[PERIODS]; /* civil dates */
  char *to[PERIODS];
  GtkWidget *preview; /* a label; (not owned) */
} Numbers;

static void
numbers_free (gpointer data)
{
  Numbers *numbers = data;

  for (int i = 0; i < PERIODS; i++) {
    g_free (numbers->from[i]);
    g_free (numbers->to[i]);
  }
  g_free (numbers);
}

static char *
first_of (GDateYear year, GDateMonth month)
{
  return g_strdup_printf ("%04d-%02d-01", year, month);
}

/* Only what is over: numbers that still grow would be handed out twice. */
static void
set_up_periods (Numbers *numbers)
{
  g_autofree char *today = dolen_date_today ();
  int year = atoi (today), month = atoi (today + 5);
  g_autofree char *quarter = first_of ((GDateYear) year, (GDateMonth) ((month - 1) / 3 * 3 + 1));
  g_autofree char *spring = first_of ((GDateYear) (month < 4 ? year - 1 : year), G_DATE_APRIL);

  for (int i = 0; i < PERIODS; i++) {
    int months = i < QUARTERS ? 3 : 12;
    int back = i < QUARTERS ? i : i - QUARTERS;
    const char *newest = i < QUARTERS ? quarter : spring;
    g_autofree char *after = dolen_date_add_months (newest, -back * months);

    numbers->from[i] = dolen_date_add_months (after, -months);
    numbers->to[i] = dolen_date_add_days (after, -1);
  }
}

static GPtrArray *
read_counts (DolenSession *session, const char *from, const char *to, GError **error)
{
  return dolen_caseload_read_counts (
      dolen_casework_get_caseload (dolen_session_get_casework (session)),
      from,
      to,
      dolen_language_current (),
      error);
}

gboolean
dolen_numbers_save (
    DolenSession *session, const char *path, const char *from, const char *to, GError **error)
{
  const DolenWayOut out = { session, NULL, NULL, NULL }; /* it has a line of its own in the log */
  g_autoptr (GPtrArray) tables = NULL;
  g_autofree char *csv = NULL;

  if (!dolen_casework_give_numbers (dolen_session_get_casework (session), from, to, error))
    return FALSE;
  tables = read_counts (session, from, to, error);
  if (tables == NULL)
    return FALSE;
  csv = dolen_numbers_csv (tables, from, to, dolen_language_current ());
  return dolen_way_out_save (&out, path, csv, error);
}

/* ---- the form ---- */

/* @period: its first and its last day */
static gboolean
save (DolenSession *session, const char *path, gpointer period, GError **error)
{
  const char *const *days = period;

  return dolen_numbers_save (session, path, days[0], days[1], error);
}

static gboolean
choose_file (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  DolenSession *session = dolen_small_form_get_session (form);
  const Numbers *numbers = data;
  guint period = dolen_small_form_get_choice (form, "period");
  const char *const days[] = { numbers->from[period], numbers->to[period], NULL };
  g_autofree char *name = NULL;

  if (!dolen_casework_may_give_numbers (
          dolen_session_get_casework (session), days[0], days[1], error))
    return FALSE;
  /* Translators: name proposed for a file: letters and hyphens only; two dates follow. */
  name = g_strdup_printf ("%s-%s-%s.csv", _ ("numbers"), days[0], days[1]);
  dolen_save_as (session,
                 gtk_window_get_transient_for (GTK_WINDOW (form)),
                 name,
                 save,
                 g_strdupv ((char **) days),
                 (GDestroyNotify) g_strfreev);
  return TRUE;
}

static void
show_numbers (DolenSmallForm *form)
{
  Numbers *numbers = dolen_small_form_get_data (form);
  guint period = dolen_small_form_get_choice (form, "period");
  g_autoptr (GPtrArray) tables = NULL;
  g_autofree char *text = NULL;

  if (!dolen_session_is_unlocked (dolen_small_form_get_session (form)))
    return;
  tables = read_counts (
      dolen_small_form_get_session (form), numbers->from[period], numbers->to[period], NULL);
  if (tables != NULL)
    text = dolen_numbers_text (tables, dolen_language_current ());
  gtk_label_set_label (GTK_LABEL (numbers->preview), text != NULL ? text : "");
}

static void
add_periods (DolenSmallForm *form, const Numbers *numbers)
{
  g_auto (GStrv) names = g_new0 (char *, PERIODS + 1);

  for (int i = 0; i < PERIODS; i++) {
    g_autofree char *from = dolen_format_date (dolen_language_current (), numbers->from[i]);
    g_autofree char *to = dolen_format_date (dolen_language_current (), numbers->to[i]);

    /* Translators: two dates: the first and the last day. */
    names[i] = g_strdup_printf (_ ("%1$s – %2$s"), from, to);
  }
  dolen_small_form_add_choice (form, "period", _ ("Days"), (const char *const *) names, 0);
}

GtkWindow *
dolen_numbers_form_new (DolenSession *session, const char *person)
{
  Numbers *numbers = g_new0 (Numbers, 1);
  const DolenSmallFormSpec spec
      /* Translators: title of a window: how many people, for a report; short. */
      = { _ ("Numbers"), _ ("_Save As…"), "numbers", NULL, choose_file, numbers, numbers_free };
  DolenSmallForm *form = dolen_small_form_new (session, &spec);

  set_up_periods (numbers);
  dolen_small_form_add (
      form,
      dolen_label_new (_ ("How many people, and never who: for whoever reports to a funder or a "
                          "board and has no need of the case records. Only days that are over: "
                          "numbers that still grow would be handed out twice. Stay with quarters, "
                          "or with years."),
                       NULL));
  add_periods (form, numbers);
  numbers->preview = dolen_label_new ("", NULL);
  gtk_label_set_selectable (GTK_LABEL (numbers->preview), FALSE);
  dolen_small_form_add (form, numbers->preview);
  g_signal_connect (form, "changed", G_CALLBACK (show_numbers), NULL);
  dolen_small_form_begin (form);
  show_numbers (form);
  return GTK_WINDOW (form);
}

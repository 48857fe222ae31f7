/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-numbers-form.h"

#include "app/casework/dolen-report-periods.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-way-out.h"
#include "reports/dolen-numbers.h"

#include <glib/gi18n.h>

typedef struct {
  DolenReportPeriods periods;
  GtkWidget *preview; /* a label; (not owned) */
} Numbers;

static void
numbers_free (gpointer data)
{
  Numbers *numbers = data;

  dolen_report_periods_clear (&numbers->periods);
  g_free (numbers);
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

  if (!dolen_casework_give_numbers (
          dolen_session_get_casework (session), DOLEN_EXPORT_NUMBERS, from, to, error))
    return FALSE;
  tables = read_counts (session, from, to, error);
  if (tables == NULL)
    return FALSE;
  csv = dolen_numbers_csv (tables, from, to, dolen_language_current ());
  return dolen_way_out_save (&out, path, csv, error);
}

/* ---- the form ---- */

static gboolean
choose_file (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const Numbers *numbers = data;

  return dolen_report_periods_save_as (
      &numbers->periods,
      form,
      DOLEN_EXPORT_NUMBERS,
      /* Translators: name proposed for a file: letters and hyphens only; two dates follow. */
      _ ("numbers"),
      dolen_numbers_save,
      error);
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
  tables = read_counts (dolen_small_form_get_session (form),
                        numbers->periods.from[period],
                        numbers->periods.to[period],
                        NULL);
  if (tables != NULL)
    text = dolen_numbers_text (tables, dolen_language_current ());
  gtk_label_set_label (GTK_LABEL (numbers->preview), text != NULL ? text : "");
}

GtkWindow *
dolen_numbers_form_new (DolenSession *session, const char *person)
{
  Numbers *numbers = g_new0 (Numbers, 1);
  const DolenSmallFormSpec spec
      /* Translators: title of a window: how many people, for a report; short. */
      = { _ ("Numbers"), _ ("_Save As…"), "numbers", NULL, choose_file, numbers, numbers_free };
  DolenSmallForm *form = dolen_small_form_new (session, &spec);

  dolen_report_periods_init (&numbers->periods);
  dolen_small_form_add (
      form,
      dolen_label_new (_ ("How many people, and never who: for whoever reports to a funder or a "
                          "board and has no need of the case records. Only days that are over: "
                          "numbers that still grow would be handed out twice. Stay with quarters, "
                          "or with years."),
                       NULL));
  dolen_report_periods_add (&numbers->periods, form);
  numbers->preview = dolen_label_new ("", NULL);
  gtk_label_set_selectable (GTK_LABEL (numbers->preview), FALSE);
  dolen_small_form_add (form, numbers->preview);
  g_signal_connect (form, "changed", G_CALLBACK (show_numbers), NULL);
  dolen_small_form_begin (form);
  show_numbers (form);
  return GTK_WINDOW (form);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-completeness-window.h"

#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-queue-read.h"
#include "app/dolen-text-windows.h"
#include "base/dolen-time.h"
#include "directory/keeping/dolen-completeness.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

#define TREND_MONTHS 13

/* What the worker counts. */
typedef struct {
  DolenCompleteness *now;
  GPtrArray *trend; /* of DolenCompletenessMonth */
} Counted;

static void
counted_free (gpointer data)
{
  Counted *counted = data;

  g_clear_pointer (&counted->now, dolen_completeness_free);
  g_clear_pointer (&counted->trend, g_ptr_array_unref);
  g_free (counted);
}

static gpointer
count (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *today = dolen_date_today ();
  DolenKeepingRules rules;
  Counted *counted = g_new0 (Counted, 1);

  /* What cannot be read in the rules is told where they are set. */
  g_strfreev (dolen_keeping_rules_read (data, &rules));
  counted->now = dolen_completeness_count (directory, &rules, today, error);
  if (counted->now != NULL && dolen_completeness_note (directory, counted->now, today, error))
    counted->trend = dolen_completeness_trend (directory, TREND_MONTHS, error);
  if (counted->trend == NULL)
    g_clear_pointer (&counted, counted_free);
  return counted;
}

/* ---- showing ---- */

/* "": it is the only month. */
static char *
say_trend (const Counted *counted, DolenCompleteField field)
{
  const DolenCompletenessMonth *first = counted->trend->len > 0 ? counted->trend->pdata[0] : NULL;
  guint now = dolen_completeness_percent (counted->now, field);
  guint then;
  g_autofree char *date = NULL;
  g_autofree char *month = NULL;

  if (first == NULL || counted->trend->len < 2)
    return g_strdup ("");
  then = dolen_completeness_percent (&first->completeness, field);
  date = g_strconcat (first->month, "-01", NULL);
  month = dolen_format_date_as (dolen_language_current (), date, DOLEN_DATE_MONTH);
  if (now == then)
    /* Translators: of how many listings a fact is known: as in that month. */
    return g_strdup_printf (_ ("as in %s"), month);
  /* Translators: of how many listings a fact was known in a month; %1$u%% is a percentage. */
  return g_strdup_printf (_ ("it was %1$u%% in %2$s"), then, month);
}

static GtkWidget *
new_line (const Counted *counted, DolenCompleteField field)
{
  const char *label = dolen_complete_field_label (field, dolen_language_current ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, 100);
  guint percent = dolen_completeness_percent (counted->now, field);
  /* Translators: of how many listings a fact is known; the last is a percentage. */
  g_autofree char *known = g_strdup_printf (
      _ ("%1$u of %2$u (%3$u%%)"), counted->now->known[field], counted->now->of, percent);
  g_autofree char *trend = say_trend (counted, field);
  g_autofree char *words = g_strdup_printf ("%s%s%s", known, *trend != '\0' ? " – " : "", trend);
  GtkWidget *small = dolen_label_new (words, "caption");

  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), percent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (small, "numeric");
  gtk_box_append (GTK_BOX (box), dolen_label_new (label, NULL));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), small);
  return box;
}

static void
show (GtkBox *box, const Counted *counted)
{
  GtkWidget *list = dolen_boxed_list_new ();

  dolen_box_clear (GTK_WIDGET (box));
  if (counted->now->of == 0) {
    gtk_box_append (
        box, dolen_label_new (_ ("There are no listings yet: import a directory first."), NULL));
    g_object_unref (g_object_ref_sink (list));
    return;
  }
  gtk_box_append (
      box,
      dolen_label_new (_ ("Of how many listings each fact is known that matters when groups are "
                          "suggested. Places count as known while they were told lately."),
                       "dim-label"));
  for (DolenCompleteField field = 0; field < DOLEN_N_COMPLETE; field++)
    dolen_boxed_list_add (list, new_line (counted, field));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How complete it is"), -1);
  gtk_box_append (box, list);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkBox) box = user_data;
  g_autoptr (GError) error = NULL;
  Counted *counted = dolen_session_run_finish (DOLEN_SESSION (source), result, &error);

  if (counted == NULL) {
    if (error != NULL)
      dolen_session_report (DOLEN_SESSION (source), error);
    return;
  }
  if (gtk_widget_get_root (GTK_WIDGET (box)) != NULL)
    show (box, counted);
  counted_free (counted);
}

GtkWindow *
dolen_completeness_window_new (DolenSession *session)
{
  GtkBox *box;
  /* Translators: a window: how many listings have each fact. */
  GtkWindow *window = dolen_text_window_new (_ ("How Complete It Is"), &box);
  DolenSessionJob job
      = { "completeness", G_PRIORITY_DEFAULT, count, dolen_queue_rules_path (session),
          g_free,         counted_free };

  gtk_box_append (box, dolen_label_new (_ ("Counting…"), "dim-label"));
  dolen_session_run (session, &job, NULL, on_counted, g_object_ref (box));
  return window;
}

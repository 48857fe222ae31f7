/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-gaps-form.h"

#include "app/casework/dolen-report-periods.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-way-out.h"
#include "app/dolen-window.h"
#include "casework/dolen-casework-gaps.h"
#include "casework/dolen-counts.h"
#include "reports/dolen-gap-numbers.h"
#include "reports/dolen-small-numbers.h"

#include <glib/gi18n.h>

typedef struct {
  DolenReportPeriods periods;
  GtkWidget *rows; /* a box; (not owned) */
} Gaps;

static void
gaps_free (gpointer data)
{
  Gaps *gaps = data;

  dolen_report_periods_clear (&gaps->periods);
  g_free (gaps);
}

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

static DolenGapNumbers *
read_numbers (DolenSession *session, const char *from, const char *to)
{
  g_autoptr (GPtrArray) gaps = dolen_caseload_list_gaps_between (caseload_of (session), from, to);

  return gaps != NULL ? dolen_gap_numbers_new (gaps, dolen_language_current ()) : NULL;
}

gboolean
dolen_gaps_save (
    DolenSession *session, const char *path, const char *from, const char *to, GError **error)
{
  const DolenWayOut out = { session, NULL, NULL, NULL }; /* it has a line of its own in the log */
  g_autoptr (DolenGapNumbers) numbers = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *csv = NULL;

  if (!dolen_casework_give_numbers (
          dolen_session_get_casework (session), DOLEN_EXPORT_GAPS, from, to, error))
    return FALSE;
  numbers = read_numbers (session, from, to);
  g_return_val_if_fail (numbers != NULL, FALSE);
  groups = dolen_caseload_list_gap_groups (caseload_of (session));
  csv = dolen_gap_numbers_csv (numbers, groups, from, to, dolen_language_current ());
  return dolen_way_out_save (&out, path, csv, error);
}

static gboolean
choose_file (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const Gaps *gaps = data;

  /* Translators: name proposed for a file: letters and hyphens only; two dates follow. */
  return dolen_report_periods_save_as (
      &gaps->periods, form, DOLEN_EXPORT_GAPS, _ ("gaps"), dolen_gaps_save, error);
}

/* ---- rows ---- */

/* (nullable) What came of it. */
static char *
say_group (DolenCaseload *caseload, const DolenGapRow *row)
{
  g_autoptr (DolenGapGroup) group
             = dolen_caseload_find_gap_group (caseload, row->kind, row->term, row->where);
  gboolean welsh = dolen_language_current () == DOLEN_LANGUAGE_CY;
  const char *name;

  if (group == NULL || group->state == DOLEN_GAP_NOTED)
    return NULL;
  if (group->state == DOLEN_GAP_IDEA)
    /* Translators: what came of something that people looked for and did not find. */
    return g_strdup_printf (_ ("Idea: %s"), group->note);
  name = welsh && group->service_name_cy != NULL ? group->service_name_cy : group->service_name;
  /* Translators: %s: the name of a new group. */
  return g_strdup_printf (_ ("Group started: %s"), name != NULL ? name : "");
}

static void
on_row_activated_cb (AdwActionRow *row, DolenSmallForm *form)
{
  const char *group = g_object_get_data (G_OBJECT (row), "group");

  dolen_window_present_dialog (
      GTK_WIDGET (form), dolen_gap_group_form_new (dolen_small_form_get_session (form), group));
}

/* For who hears the row and does not see the asterisk. */
static char *
say_people (int people)
{
  if (people == DOLEN_NUMBER_HIDDEN)
    /* Translators: read aloud where a number is left out: so few people that they could be known.
     */
    return g_strdup (_ ("too few to tell of"));
  /* Translators: read aloud: how many people, rounded to the nearest 5. */
  return g_strdup_printf (ngettext ("about %d person", "about %d people", (gulong) people), people);
}

static GtkWidget *
row_new (const char *title, const char *subtitle, int people)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = dolen_gap_number_say (people);
  g_autofree char *said = say_people (people);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (number));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
  return row;
}

static GtkWidget *
gap_row_new (DolenSmallForm *form, const DolenGapRow *row)
{
  DolenCaseload *caseload = caseload_of (dolen_small_form_get_session (form));
  g_autofree char *title = row->term != NULL ? g_strdup_printf ("%s, %s", row->name, row->place)
                                             : g_strdup (row->name);
  g_autofree char *came_of_it = row->term != NULL ? say_group (caseload, row) : NULL;
  GtkWidget *widget = row_new (title, came_of_it, row->people);

  if (row->term == NULL)
    return widget;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_set_tooltip_text (widget, _ ("Say what came of it"));
  g_object_set_data_full (
      G_OBJECT (widget),
      "group",
      g_strdup_printf ("%s/%s/%s", row->kind, row->term, row->where != NULL ? row->where : ""),
      g_free);
  g_signal_connect_object (widget, "activated", G_CALLBACK (on_row_activated_cb), form, 0);
  return widget;
}

static GtkWidget *
list_new (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  return list;
}

static void
add_rows (DolenSmallForm *form, GtkBox *box, const DolenGapNumbers *numbers)
{
  GtkWidget *list = list_new (), *months = list_new ();

  for (guint i = 0; i < numbers->rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         gap_row_new (form, g_ptr_array_index (numbers->rows, i)));
  /* Translators: the row of a table that counts everything that was looked for. */
  gtk_list_box_append (GTK_LIST_BOX (list), row_new (_ ("Everything"), NULL, numbers->total));
  for (guint i = 0; i < numbers->months->len; i++) {
    const DolenGapRow *row = g_ptr_array_index (numbers->months, i);

    gtk_list_box_append (GTK_LIST_BOX (months), row_new (row->name, NULL, row->people));
  }
  /* Translators: heading: what people looked for and did not find, and where. */
  gtk_box_append (box, dolen_section_new (_ ("What and Where"), NULL, list));
  gtk_box_append (box, dolen_section_new (_ ("By Month"), NULL, months));
  gtk_box_append (
      box, dolen_label_new (dolen_gap_numbers_note (dolen_language_current ()), "dim-label"));
}

static void
show_rows (DolenSmallForm *form)
{
  DolenSession *session = dolen_small_form_get_session (form);
  Gaps *gaps = dolen_small_form_get_data (form);
  guint period = dolen_small_form_get_choice (form, "period");
  g_autoptr (DolenGapNumbers) numbers = NULL;

  if (!dolen_session_is_unlocked (session))
    return;
  numbers = read_numbers (session, gaps->periods.from[period], gaps->periods.to[period]);
  dolen_box_clear (gaps->rows);
  if (numbers != NULL && numbers->rows->len > 0)
    add_rows (form, GTK_BOX (gaps->rows), numbers);
  else
    gtk_box_append (GTK_BOX (gaps->rows),
                    dolen_label_new (_ ("Nothing was noted in these days. In Find, where little "
                                        "fits a person, “Note the gap” keeps what was looked for."),
                                     NULL));
}

GtkWindow *
dolen_gaps_form_new (DolenSession *session, const char *person)
{
  Gaps *gaps = g_new0 (Gaps, 1);
  const DolenSmallFormSpec spec
      /* Translators: title of a window: what people looked for and did not find; short. */
      = { _ ("Gaps"), _ ("_Save As…"), "gaps", NULL, choose_file, gaps, gaps_free };
  DolenSmallForm *form = dolen_small_form_new (session, &spec);

  dolen_report_periods_init (&gaps->periods);
  dolen_small_form_add (
      form,
      dolen_label_new (
          _ ("What was looked for and not found, and never by whom: for a report and a "
             "map of what is missing. Only days that are over. Stay with quarters, or "
             "with years."),
          NULL));
  dolen_report_periods_add (&gaps->periods, form);
  gaps->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  dolen_small_form_add (form, gaps->rows);
  g_signal_connect (form, "changed", G_CALLBACK (show_rows), NULL);
  g_signal_connect_object (dolen_session_get_casework (session),
                           "changed",
                           G_CALLBACK (show_rows),
                           form,
                           G_CONNECT_SWAPPED);
  dolen_small_form_begin (form);
  show_rows (form);
  return GTK_WINDOW (form);
}

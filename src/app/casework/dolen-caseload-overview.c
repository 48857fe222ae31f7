/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-caseload-overview.h"

#include "app/casework/dolen-form-button.h"
#include "app/casework/dolen-gaps-form.h"
#include "app/casework/dolen-line-list.h"
#include "app/casework/dolen-numbers-form.h"
#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/dolen-scheme-settings.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-load.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

#define ONE_PERSON 10 /* what somebody with medium support weighs */

struct _DolenCaseloadOverview {
  AdwBin parent_instance;
  DolenSession *session;     /* (owned) */
  DolenLoadWeights *weights; /* (owned) (nullable) */
  GtkWidget *column;         /* a box: what is said above the lists stands in it too */
  AdwBin *sums_bin;          /* who carries how much, and who waits */
  DolenLoad *load;           /* (owned) (nullable) what the lists show */
  DolenLineList *lists[2];   /* those for whom nothing is planned, and the others */
  GtkWidget *sections[2];    /* of the lists */
  guint refresh_source;      /* idle source, 0 none */
};

G_DEFINE_FINAL_TYPE (DolenCaseloadOverview, dolen_caseload_overview, ADW_TYPE_BIN)

/* ---- who carries how much ---- */

static char *
say_weight (const DolenWorkerLoad *worker, int limit)
{
  int weighs = (worker->weight + ONE_PERSON / 2) / ONE_PERSON;
  g_autofree char *people = g_strdup_printf (
      /* Translators: how many people a worker supports (unigolyn, masc.). */
      ngettext ("%d person", "%d people", (gulong) worker->n_people),
      worker->n_people);

  if (limit <= 0)
    return g_strdup_printf (
        /* Translators: first %s: "12 people"; %d: as many people with medium support would be as
         * much work. */
        ngettext ("%1$s; as much work as %2$d", "%1$s; as much work as %2$d", (gulong) weighs),
        people,
        weighs);
  return g_strdup_printf (
      /* Translators: the same; the last %d: how many people a worker should have at most. */
      ngettext ("%1$s; as much work as %2$d, of %3$d at most",
                "%1$s; as much work as %2$d, of %3$d at most",
                (gulong) weighs),
      people,
      weighs,
      limit);
}

static GtkWidget *
new_level_bar (const DolenWorkerLoad *worker, int limit)
{
  double most = (double) limit * ONE_PERSON;
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, most);

  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), MIN ((double) worker->weight, most));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Load"), -1);
  return bar;
}

static GtkWidget *
new_worker_row (const DolenWorkerLoad *worker, int limit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *weight = say_weight (worker, limit);
  gboolean over = limit > 0 && worker->weight > limit * ONE_PERSON;

  gtk_box_append (
      GTK_BOX (box),
      /* Translators: spells of support for which no worker is named. */
      dolen_label_new (worker->worker != NULL ? worker->worker : _ ("No worker named"), "heading"));
  gtk_box_append (GTK_BOX (box), dolen_label_new (weight, "dim-label"));
  if (limit > 0)
    gtk_box_append (GTK_BOX (box), new_level_bar (worker, limit));
  if (over)
    gtk_box_append (GTK_BOX (box),
                    dolen_label_new (_ ("More than the scheme’s limit."), "warning"));
  return box;
}

static void
add_workers (DolenCaseloadOverview *self, GtkWidget *sums, const DolenLoad *load)
{
  g_autoptr (DolenScheme) scheme = dolen_scheme_read (dolen_session_get_settings (self->session));
  GtkWidget *list = dolen_boxed_list_new ();

  for (guint i = 0; i < load->workers->len; i++)
    dolen_boxed_list_add (
        list, new_worker_row (g_ptr_array_index (load->workers, i), scheme->load_limit));
  gtk_box_append (GTK_BOX (sums), dolen_section_new (_ ("Caseload"), NULL, list));
}

/* ---- who waits ---- */

static void
add_count (GtkWidget *box, char *sentence)
{
  gtk_box_append (GTK_BOX (box), dolen_label_new (sentence, NULL));
  g_free (sentence);
}

static void
add_waiting (GtkWidget *sums, const DolenLoad *load)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *list = dolen_boxed_list_new ();

  add_count (box,
             g_strdup_printf (ngettext ("%d referral in to be decided on",
                                        "%d referrals in to be decided on",
                                        (gulong) load->n_undecided),
                              load->n_undecided));
  if (load->n_waiting == 0)
    gtk_box_append (GTK_BOX (box), dolen_label_new (_ ("Nobody is on our waiting list."), NULL));
  else
    add_count (box,
               g_strdup_printf (
                   /* Translators: %1$d: people; %2$d: days the longest of them has waited. */
                   ngettext ("%1$d person on our waiting list, the longest for %2$d days",
                             "%1$d people on our waiting list, the longest for %2$d days",
                             (gulong) load->n_waiting),
                   load->n_waiting,
                   load->longest_wait));
  add_count (box,
             g_strdup_printf (ngettext ("%d referral out without an answer",
                                        "%d referrals out without an answer",
                                        (gulong) load->n_no_answer),
                              load->n_no_answer));
  dolen_boxed_list_add (list, box);
  gtk_box_append (GTK_BOX (sums), dolen_section_new (_ ("Who Waits"), NULL, list));
}

/* Who reports without names gets a file, not the case records. */
static void
add_numbers (DolenCaseloadOverview *self, GtkWidget *sums)
{
  GtkWidget *buttons = dolen_wrap_box_new ();

  gtk_box_append (GTK_BOX (buttons),
                  dolen_form_button_new (
                      self->session, _ ("_Numbers for a Report…"), dolen_numbers_form_new, NULL));
  gtk_box_append (
      GTK_BOX (buttons),
      /* Translators: a button: what people looked for and did not find, in numbers; short. */
      dolen_form_button_new (
          self->session, _ ("_Looked for, Not Found…"), dolen_gaps_form_new, NULL));
  gtk_box_append (GTK_BOX (sums), buttons);
}

/* ---- everybody ---- */

static const char *
say_level (DolenLevel level)
{
  switch (level) {
  /* Translators: how much support somebody has, lower case. */
  case DOLEN_LEVEL_SIGNPOST:
    return C_ ("level", "signposting");
  case DOLEN_LEVEL_LIGHT:
    return C_ ("level", "light");
  case DOLEN_LEVEL_MEDIUM:
    return C_ ("level", "medium");
  case DOLEN_LEVEL_HOLISTIC:
    return C_ ("level", "holistic");
  case DOLEN_LEVEL_NOT_SET:
  default:
    return C_ ("level", "level not set");
  }
}

static char *
say_row (DolenCaseloadOverview *self, const DolenLoadRow *row)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (row->worker != NULL)
    g_ptr_array_add (parts, g_strdup (row->worker));
  g_ptr_array_add (parts, g_strdup (say_level (row->level)));
  g_ptr_array_add (
      parts,
      /* Translators: weeks since support began (wythnos, fem.). */
      g_strdup_printf (ngettext ("%d week", "%d weeks", (gulong) row->weeks), row->weeks));
  for (gsize i = 0; row->extras != NULL && row->extras[i] != NULL; i++)
    g_ptr_array_add (parts,
                     g_strdup (dolen_load_extra_name (
                         self->weights, row->extras[i], dolen_language_current ())));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static char *
say_next (const DolenLoadRow *row, const char *today)
{
  g_autofree char *day = NULL;

  if (row->next_due == NULL)
    return g_strdup_printf (ngettext ("Nothing is planned. %d day without contact.",
                                      "Nothing is planned. %d days without contact.",
                                      (gulong) row->days_since),
                            row->days_since);
  day = dolen_format_date_as (dolen_language_current (), row->next_due, DOLEN_DATE_WEEKDAY);
  if (dolen_due_is_overdue (row->next_due, today))
    /* Translators: %s: the day it was due. */
    return g_strdup_printf (_ ("Overdue since %s"), day);
  /* Translators: when something is to be done next for a person; %s: a day. */
  return g_strdup_printf (_ ("Next: %s"), day);
}

static char *
row_key (gconstpointer item, gpointer user_data)
{
  const DolenLoadRow *row = item;
  g_autofree char *what = say_row (user_data, row);
  g_autofree char *today = dolen_date_today ();
  g_autofree char *next = say_next (row, today);

  return g_strjoin ("\n", row->person, row->called, what, next, NULL);
}

static GtkWidget *
row_new (gconstpointer item, gpointer user_data)
{
  const DolenLoadRow *row = item;
  DolenCaseloadOverview *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *button = gtk_button_new_with_label (_ ("Open"));
  g_autofree char *what = say_row (self, row);
  g_autofree char *today = dolen_date_today ();
  g_autofree char *next = say_next (row, today);
  gboolean late = row->next_due == NULL || dolen_due_is_overdue (row->next_due, today);
  g_autofree char *label = g_strdup_printf (
      /* Translators: a button's name for a screen reader; %s: how the person is called. */
      _ ("Open their page: %s"),
      row->called);

  gtk_box_append (GTK_BOX (box), dolen_label_new (row->called, "heading"));
  gtk_box_append (GTK_BOX (box), dolen_label_new (what, "dim-label"));
  gtk_box_append (GTK_BOX (box), dolen_label_new (next, late ? "warning" : "dim-label"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "overview.person");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", row->person);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return dolen_side_box_new (box, button);
}

static void
show_rows (DolenCaseloadOverview *self, const DolenLoad *load, gboolean planned)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *counted = NULL;

  for (guint i = 0; i < load->rows->len; i++) {
    const DolenLoadRow *row = g_ptr_array_index (load->rows, i);

    if ((row->next_due != NULL) == planned)
      g_ptr_array_add (rows, (gpointer) row);
  }
  counted = g_strdup_printf ("%s (%u)",
                             /* Translators: a heading: people whose next step is planned. */
                             planned ? _ ("What Is Next for Each") : _ ("Nothing Is Planned"),
                             rows->len);
  dolen_section_set_title (self->sections[planned], counted);
  dolen_line_list_show (self->lists[planned], rows);
  gtk_widget_set_visible (self->sections[planned], rows->len > 0);
}

static void
refresh (DolenCaseloadOverview *self)
{
  DolenCaseload *caseload
      = dolen_casework_get_caseload (dolen_session_get_casework (self->session));
  GtkWidget *sums = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenLoad) load = NULL;

  adw_bin_set_child (self->sums_bin, sums);
  if (caseload != NULL && self->weights != NULL)
    load = dolen_caseload_read_load (caseload, self->weights, today, NULL);
  gtk_widget_set_visible (self->column, load != NULL);
  if (load == NULL)
    return;
  add_workers (self, sums, load);
  add_waiting (sums, load);
  add_numbers (self, sums);
  for (int planned = 0; planned < 2; planned++)
    show_rows (self, load, planned);
  g_clear_pointer (&self->load, dolen_load_free);
  self->load = g_steal_pointer (&load);
}

/* ---- the object ---- */

static gboolean
refresh_cb (gpointer user_data)
{
  DolenCaseloadOverview *self = user_data;

  self->refresh_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Only where it is looked at; whoever comes back to it sees what is new. The list of people has its
 * turn first, in a frame of its own. */
static void
on_changed (DolenCaseloadOverview *self)
{
  if (self->refresh_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_source = g_idle_add (refresh_cb, self);
}

static void
person_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenCaseloadOverview *self = DOLEN_CASELOAD_OVERVIEW (widget);
  DolenCaseload *caseload
      = dolen_casework_get_caseload (dolen_session_get_casework (self->session));
  g_autoptr (DolenPerson) person = NULL;

  if (caseload != NULL)
    person = dolen_caseload_get_person (caseload, g_variant_get_string (parameter, NULL));
  if (person != NULL)
    dolen_session_open_person (self->session, person->uid, dolen_person_get_called (person));
}

static void
dolen_caseload_overview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dolen_caseload_overview_parent_class)->map (widget);
  on_changed (DOLEN_CASELOAD_OVERVIEW (widget));
}

static void
dolen_caseload_overview_dispose (GObject *object)
{
  DolenCaseloadOverview *self = DOLEN_CASELOAD_OVERVIEW (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  for (int i = 0; i < 2; i++)
    if (self->lists[i] != NULL)
      dolen_line_list_show (g_steal_pointer (&self->lists[i]), NULL);
  g_clear_pointer (&self->load, dolen_load_free);
  g_clear_pointer (&self->weights, dolen_load_weights_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_caseload_overview_parent_class)->dispose (object);
}

static void
dolen_caseload_overview_class_init (DolenCaseloadOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_caseload_overview_dispose;
  widget_class->map = dolen_caseload_overview_map;
  gtk_widget_class_install_action (widget_class, "overview.person", "s", person_action);
}

static void
add_list (DolenCaseloadOverview *self, gboolean planned)
{
  GtkWidget *list = dolen_line_list_new (row_key, row_new, self);

  self->lists[planned] = DOLEN_LINE_LIST (list);
  self->sections[planned] = dolen_section_new ("", NULL, list);
  gtk_box_append (GTK_BOX (self->column), self->sections[planned]);
}

static void
dolen_caseload_overview_init (DolenCaseloadOverview *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  self->sums_bin = ADW_BIN (adw_bin_new ());
  gtk_widget_set_visible (self->column, FALSE);
  gtk_widget_set_margin_top (self->column, 18);
  gtk_widget_set_margin_bottom (self->column, 24);
  gtk_widget_set_margin_start (self->column, 12);
  gtk_widget_set_margin_end (self->column, 12);
  gtk_box_append (
      GTK_BOX (self->column),
      dolen_label_new (_ ("Choose a person for their page, or look over them all."), "dim-label"));
  add_list (self, FALSE);
  gtk_box_append (GTK_BOX (self->column), GTK_WIDGET (self->sums_bin));
  add_list (self, TRUE);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->column);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
dolen_caseload_overview_new (DolenSession *session)
{
  DolenCaseloadOverview *self = g_object_new (DOLEN_TYPE_CASELOAD_OVERVIEW, NULL);
  g_autofree char *own
      = g_build_filename (dolen_session_get_folder (session), "weights.json", NULL);
  g_autoptr (GError) error = NULL;

  self->session = g_object_ref (session);
  self->weights = dolen_load_weights_new (own, &error);
  if (self->weights == NULL) {
    dolen_session_report (session, error);
    self->weights = dolen_load_weights_new (NULL, NULL);
  }
  g_signal_connect_object (dolen_session_get_casework (session),
                           "changed",
                           G_CALLBACK (on_changed),
                           self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

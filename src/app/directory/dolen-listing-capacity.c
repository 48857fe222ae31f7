/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-capacity.h"

#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/directory/dolen-capacity-chart.h"
#include "app/directory/dolen-capacity-marks.h"
#include "app/find/dolen-capacity-editor.h"
#include "app/find/dolen-service-edits.h"
#include "base/dolen-time.h"
#include "directory/dolen-sentences.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

/* So many days stand in the chart; so many reports in words. */
#define CHART_DAYS 730
#define MOST_LINES 24

#define DOLEN_TYPE_LISTING_CAPACITY (dolen_listing_capacity_get_type ())
G_DECLARE_FINAL_TYPE (DolenListingCapacity, dolen_listing_capacity, DOLEN, LISTING_CAPACITY, AdwBin)

struct _DolenListingCapacity {
  AdwBin parent_instance;
  DolenListingFrame *frame; /* that holds it */
  GtkLabel *now;
  GtkWidget *still_true;
  GtkWidget *change;
  AdwBin *editor_place;
  DolenCapacityEditor *editor; /* (nullable) while it is open */
  GtkWidget *told;             /* an expander with the chart and the lines */
  GtkWidget *drawn;            /* the chart and what is written beneath it */
  DolenCapacityChart *chart;
  GtkLabel *first_day; /* of the chart */
  GtkWidget *lines;
};

G_DEFINE_FINAL_TYPE (DolenListingCapacity, dolen_listing_capacity, ADW_TYPE_BIN)

static const DolenService *
service_of (DolenListingCapacity *self)
{
  return dolen_listing_frame_get_record (self->frame);
}

/* ---- what was told ---- */

static char *
say_report (const DolenCapacity *capacity, DolenLanguage language)
{
  g_autofree char *bare = dolen_sentence_capacity_bare (language, capacity);
  g_autofree char *day = dolen_format_date (language, capacity->as_of);
  const char *by = dolen_sentence_told_by (language, capacity->source);
  GString *line = g_string_new (*day != '\0' ? day : _ ("Day not known"));

  g_string_append_printf (line, " · %s", bare);
  if (*by != '\0')
    g_string_append_printf (line, " · %s", by);
  if (capacity->note != NULL)
    g_string_append_printf (line, " · %s", capacity->note);
  return g_string_free (line, FALSE);
}

static void
show_told (DolenListingCapacity *self, const DolenService *service)
{
  g_autofree char *today = dolen_date_today ();
  g_autofree char *from = dolen_date_add_days (today, -CHART_DAYS);
  g_autofree char *begins
      = dolen_format_date_as (dolen_language_current (), from, DOLEN_DATE_MONTH);
  GArray *marks = dolen_capacity_marks (service->capacities, from, today);
  guint n = service->capacities->len;

  gtk_widget_set_visible (self->told, n > 0);
  gtk_label_set_text (self->first_day, begins);
  gtk_widget_set_visible (self->drawn, marks->len > 1); /* one is no course of things */
  dolen_capacity_chart_show (self->chart, marks);
  dolen_box_clear (self->lines);
  for (guint i = 0; i < MIN (n, MOST_LINES); i++) {
    g_autofree char *line
        = say_report (g_ptr_array_index (service->capacities, i), dolen_language_current ());
    gtk_box_append (GTK_BOX (self->lines), dolen_label_new (line, "caption"));
  }
}

static void
show (GtkWidget *widget, gconstpointer record)
{
  DolenListingCapacity *self = DOLEN_LISTING_CAPACITY (widget);
  const DolenService *service = record;
  const DolenCapacity *capacity = dolen_service_current_capacity (service);
  g_autofree char *today = dolen_date_today ();
  g_autofree char *words = dolen_sentence_capacity (dolen_language_current (), capacity, today);

  gtk_label_set_text (self->now, words);
  gtk_widget_set_visible (self->still_true,
                          capacity != NULL && capacity->status != DOLEN_CAPACITY_UNKNOWN);
  show_told (self, service);
}

/* ---- changing it ---- */

static void
close_editor (DolenListingCapacity *self)
{
  adw_bin_set_child (self->editor_place, NULL);
  self->editor = NULL;
  gtk_widget_set_visible (self->change, TRUE);
}

static void
on_save_cb (DolenListingCapacity *self)
{
  DolenCapacity *report = dolen_capacity_editor_read (self->editor);

  if (report == NULL)
    return;
  dolen_service_edits_set_capacity (dolen_listing_frame_get_session (self->frame),
                                    dolen_listing_frame_get_uid (self->frame),
                                    report);
  close_editor (self);
}

static void
on_change_cb (DolenListingCapacity *self)
{
  if (self->editor != NULL || service_of (self) == NULL)
    return;
  self->editor = DOLEN_CAPACITY_EDITOR (dolen_capacity_editor_new ());
  dolen_capacity_editor_show (self->editor, dolen_service_current_capacity (service_of (self)));
  g_signal_connect_object (self->editor, "save", G_CALLBACK (on_save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->editor, "cancel", G_CALLBACK (close_editor), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->editor_place, GTK_WIDGET (self->editor));
  gtk_widget_set_visible (self->change, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->editor), GTK_DIR_TAB_FORWARD);
}

static void
on_still_true_cb (DolenListingCapacity *self)
{
  dolen_service_edits_still_true (dolen_listing_frame_get_session (self->frame),
                                  dolen_listing_frame_get_uid (self->frame));
}

/* ---- the object ---- */

static void
dolen_listing_capacity_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (dolen_listing_capacity_parent_class)->dispose (object);
}

static void
dolen_listing_capacity_class_init (DolenListingCapacityClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_listing_capacity_dispose;
}

static GtkWidget *
new_buttons (DolenListingCapacity *self)
{
  GtkWidget *buttons = dolen_wrap_box_new ();

  self->still_true = gtk_button_new_with_label (_ ("Still True"));
  self->change = gtk_button_new_with_label (_ ("Change…"));
  g_signal_connect_object (
      self->still_true, "clicked", G_CALLBACK (on_still_true_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->change, "clicked", G_CALLBACK (on_change_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), self->still_true);
  gtk_box_append (GTK_BOX (buttons), self->change);
  return buttons;
}

/* Beneath the chart: where it begins, and today. */
static GtkWidget *
new_days (DolenListingCapacity *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *first = dolen_label_new (NULL, "caption");
  GtkWidget *last = dolen_label_new (C_ ("date", "today"), "caption");

  self->first_day = GTK_LABEL (first);
  gtk_widget_set_hexpand (first, TRUE);
  gtk_widget_add_css_class (first, "dim-label");
  gtk_widget_add_css_class (last, "dim-label");
  gtk_box_append (GTK_BOX (line), first);
  gtk_box_append (GTK_BOX (line), last);
  return line;
}

static GtkWidget *
new_told (DolenListingCapacity *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *legend = dolen_label_new (_ ("Up: places free. Down: weeks of wait."), "caption");

  self->told = gtk_expander_new (_ ("What was told before"));
  self->chart = DOLEN_CAPACITY_CHART (dolen_capacity_chart_new ());
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (legend, "dim-label");
  gtk_widget_set_margin_top (box, 9);
  self->drawn = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (self->drawn), GTK_WIDGET (self->chart));
  gtk_box_append (GTK_BOX (self->drawn), new_days (self));
  gtk_box_append (GTK_BOX (self->drawn), legend);
  gtk_box_append (GTK_BOX (box), self->drawn);
  gtk_box_append (GTK_BOX (box), self->lines);
  gtk_expander_set_child (GTK_EXPANDER (self->told), box);
  return self->told;
}

static void
dolen_listing_capacity_init (DolenListingCapacity *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->now = GTK_LABEL (dolen_label_new (NULL, NULL));
  self->editor_place = ADW_BIN (adw_bin_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->now));
  gtk_box_append (GTK_BOX (box), new_buttons (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->editor_place));
  gtk_box_append (GTK_BOX (box), new_told (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

void
dolen_listing_capacity_add (DolenListingFrame *frame, GtkBox *box)
{
  DolenListingCapacity *self = g_object_new (DOLEN_TYPE_LISTING_CAPACITY, NULL);

  self->frame = frame;
  gtk_box_append (box, GTK_WIDGET (self));
  dolen_listing_frame_watch (frame, GTK_WIDGET (self), show, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/sources/dolen-source-row.h"

#include <glib/gi18n.h>

struct _DolenSourceRow {
  GtkListBoxRow parent_instance;
  DolenSession *session; /* (owned) */
  DolenSourceLine *line; /* (owned) */
  GtkLabel *name;
  GtkLabel *facts;
  GtkProgressBar *bar;
  GtkLabel *result;
  GtkWidget *refresh;
  GtkWidget *cancel;
  GtkWidget *accept;
};

G_DEFINE_FINAL_TYPE (DolenSourceRow, dolen_source_row, GTK_TYPE_LIST_BOX_ROW)

const DolenSourceLine *
dolen_source_row_get_line (DolenSourceRow *self)
{
  return self->line;
}

static DolenFeedJobs *
jobs_of (DolenSourceRow *self)
{
  return dolen_feed_jobs_get (self->session);
}

static void
on_refresh_cb (DolenSourceRow *self)
{
  dolen_feed_jobs_start (jobs_of (self), self->line->source->uid, FALSE);
}

static void
on_accept_cb (DolenSourceRow *self)
{
  dolen_feed_jobs_start (jobs_of (self), self->line->source->uid, TRUE);
}

static void
on_cancel_cb (DolenSourceRow *self)
{
  dolen_feed_jobs_cancel (jobs_of (self), self->line->source->uid);
}

static void
show_state (DolenSourceRow *self, const DolenFeedJobState *state)
{
  gtk_label_set_text (self->result, state->text != NULL ? state->text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->result), state->text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), state->running);
  if (state->failed)
    gtk_widget_add_css_class (GTK_WIDGET (self->result), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->result), "error");
  if (state->running && state->fraction >= 0)
    gtk_progress_bar_set_fraction (self->bar, state->fraction);
  else if (state->running)
    gtk_progress_bar_pulse (self->bar);
}

void
dolen_source_row_update (DolenSourceRow *self)
{
  g_auto (DolenFeedJobState) state = { 0 };
  gboolean feed = dolen_feed_is (self->line->source);

  dolen_feed_jobs_get_state (jobs_of (self), self->line->source->uid, &state);
  show_state (self, &state);
  gtk_widget_set_visible (self->refresh, feed && !state.running);
  gtk_widget_set_visible (self->cancel, state.running);
  gtk_widget_set_visible (self->accept, state.shrunk && !state.running);
}

static GtkLabel *
new_label (GtkWidget *box, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
new_icon_button (GtkWidget *box, const char *icon, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
dolen_source_row_dispose (GObject *object)
{
  DolenSourceRow *self = DOLEN_SOURCE_ROW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->line, dolen_source_line_free);
  G_OBJECT_CLASS (dolen_source_row_parent_class)->dispose (object);
}

static void
dolen_source_row_class_init (DolenSourceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_source_row_dispose;
}

static GtkWidget *
new_texts (DolenSourceRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (texts, TRUE);
  self->name = new_label (texts, "heading");
  self->facts = new_label (texts, "dim-label");
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_margin_top (GTK_WIDGET (self->bar), 6);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->bar));
  self->result = new_label (texts, NULL);
  /* Translators: a button: a feed has lost more than half of its services; they shall be marked. */
  self->accept = gtk_button_new_with_mnemonic (_ ("Mark the _Missing Ones"));
  gtk_widget_set_halign (self->accept, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->accept, 6);
  gtk_box_append (GTK_BOX (texts), self->accept);
  return texts;
}

static void
dolen_source_row_init (DolenSourceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 6);
  gtk_box_append (GTK_BOX (box), new_texts (self));
  self->refresh = new_icon_button (box, "view-refresh-symbolic", _ ("Read this feed again"));
  self->cancel = new_icon_button (box, "process-stop-symbolic", _ ("Cancel reading"));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_swapped (self->refresh, "clicked", G_CALLBACK (on_refresh_cb), self);
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (on_cancel_cb), self);
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (on_accept_cb), self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
dolen_source_row_new (DolenSession *session, DolenSourceLine *line)
{
  DolenSourceRow *self = g_object_new (DOLEN_TYPE_SOURCE_ROW, NULL);
  g_autofree char *facts = dolen_source_line_facts (line);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", line->source->name, facts);

  self->session = g_object_ref (session);
  self->line = line;
  gtk_label_set_text (self->name, line->source->name);
  gtk_label_set_text (self->facts, facts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  dolen_source_row_update (self);
  return GTK_WIDGET (self);
}

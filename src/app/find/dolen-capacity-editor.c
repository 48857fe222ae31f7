/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-capacity-editor.h"

#include "app/find/dolen-capacity-form.h"
#include "base/dolen-time.h"
#include "directory/dolen-sentences.h"

#include <glib/gi18n.h>
#include <stdio.h>

struct _DolenCapacityEditor {
  AdwBin parent_instance;

  GtkDropDown *status;
  GtkEntry *places;
  GtkEntry *wait_from;
  GtkEntry *wait_to;
  GtkEntry *returns_on;
  GtkEntry *as_of;
  GtkDropDown *source;
  GtkEntry *note;
  GtkLabel *problem;
  GtkWidget *places_line;
  GtkWidget *wait_line;
  GtkWidget *returns_line;
};

G_DEFINE_FINAL_TYPE (DolenCapacityEditor, dolen_capacity_editor, ADW_TYPE_BIN)

static guint save_signal, cancel_signal;

static const DolenCapacityStatus statuses[] = {
  DOLEN_CAPACITY_OPEN, DOLEN_CAPACITY_PLACES,    DOLEN_CAPACITY_WAITING_LIST,
  DOLEN_CAPACITY_FULL, DOLEN_CAPACITY_ASK_FIRST, DOLEN_CAPACITY_PAUSED,
};

static const DolenToldBy sources[] = {
  DOLEN_TOLD_BY_CALL,
  DOLEN_TOLD_BY_VISIT,
  DOLEN_TOLD_BY_EMAIL,
  DOLEN_TOLD_BY_GROUP,
};

static void
on_status_cb (DolenCapacityEditor *self)
{
  guint chosen = gtk_drop_down_get_selected (self->status);
  guint fields
      = chosen < G_N_ELEMENTS (statuses) ? dolen_capacity_form_fields (statuses[chosen]) : 0;

  gtk_widget_set_visible (self->places_line, (fields & DOLEN_CAPACITY_FIELD_PLACES) != 0);
  gtk_widget_set_visible (self->wait_line, (fields & DOLEN_CAPACITY_FIELD_WAIT) != 0);
  gtk_widget_set_visible (self->returns_line, (fields & DOLEN_CAPACITY_FIELD_RETURNS) != 0);
}

static void
on_save_cb (DolenCapacityEditor *self)
{
  g_signal_emit (self, save_signal, 0);
}

static void
on_cancel_cb (DolenCapacityEditor *self)
{
  g_signal_emit (self, cancel_signal, 0);
}

static GtkStringList *
status_words (void)
{
  GtkStringList *model = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    gtk_string_list_append (
        model, dolen_sentence_capacity_status (dolen_language_current (), statuses[i]));
  return model;
}

static GtkStringList *
source_words (void)
{
  GtkStringList *model = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    gtk_string_list_append (model, dolen_sentence_told_by (dolen_language_current (), sources[i]));
  return model;
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DolenCapacityEditor, status);
  gtk_widget_class_bind_template_child (widget_class, DolenCapacityEditor, places);
  gtk_widget_class_bind_template_child (widget_class, DolenCapacityEditor, wait_from);
  gtk_widget_class_bind_template_child (widget_class, DolenCapacityEditor, wait_to);
  gtk_widget_class_bind_template_child (widget_class, DolenCapacityEditor, returns_on);
  gtk_widget_class_bind_template_child (widget_class, DolenCapacityEditor, as_of);
  gtk_widget_class_bind_template_child (widget_class, DolenCapacityEditor, source);
  gtk_widget_class_bind_template_child (widget_class, DolenCapacityEditor, note);
  gtk_widget_class_bind_template_child (widget_class, DolenCapacityEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, DolenCapacityEditor, places_line);
  gtk_widget_class_bind_template_child (widget_class, DolenCapacityEditor, wait_line);
  gtk_widget_class_bind_template_child (widget_class, DolenCapacityEditor, returns_line);
}

static void
dolen_capacity_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DOLEN_TYPE_CAPACITY_EDITOR);
  G_OBJECT_CLASS (dolen_capacity_editor_parent_class)->dispose (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (
      name, DOLEN_TYPE_CAPACITY_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dolen_capacity_editor_class_init (DolenCapacityEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_capacity_editor_dispose;
  save_signal = new_signal ("save");
  cancel_signal = new_signal ("cancel");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-capacity-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_status_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_cb);
}

static void
dolen_capacity_editor_init (DolenCapacityEditor *self)
{
  g_autoptr (GtkStringList) status = status_words ();
  g_autoptr (GtkStringList) source = source_words ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->status, G_LIST_MODEL (status));
  gtk_drop_down_set_model (self->source, G_LIST_MODEL (source));
}

GtkWidget *
dolen_capacity_editor_new (void)
{
  return g_object_new (DOLEN_TYPE_CAPACITY_EDITOR, NULL);
}

static void
show_number (GtkEntry *entry, int number)
{
  g_autofree char *text = number < 0 ? g_strdup ("") : g_strdup_printf ("%d", number);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
show_date (GtkEntry *entry, const char *date)
{
  int year, month, day;
  g_autofree char *text = NULL;

  /* In figures, so that it reads back the same in both languages. */
  if (date != NULL && sscanf (date, "%d-%d-%d", &year, &month, &day) == 3)
    text = g_strdup_printf ("%d/%d/%d", day, month, year);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
}

void
dolen_capacity_editor_show (DolenCapacityEditor *self, const DolenCapacity *current)
{
  g_autofree char *today = dolen_date_today ();

  g_return_if_fail (DOLEN_IS_CAPACITY_EDITOR (self));

  dolen_capacity_editor_set_status (self,
                                    current != NULL ? current->status : DOLEN_CAPACITY_PLACES);
  show_number (self->places, current != NULL ? current->places_free : -1);
  show_number (self->wait_from, current != NULL ? current->wait_weeks_from : -1);
  show_number (self->wait_to, current != NULL ? current->wait_weeks_to : -1);
  show_date (self->returns_on, current != NULL ? current->returns_on : NULL);
  show_date (self->as_of, today);
  gtk_drop_down_set_selected (self->source, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->note),
                         current != NULL && current->note != NULL ? current->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  on_status_cb (self);
}

void
dolen_capacity_editor_set_status (DolenCapacityEditor *self, DolenCapacityStatus status)
{
  guint chosen = 1;

  g_return_if_fail (DOLEN_IS_CAPACITY_EDITOR (self));

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (statuses[i] == status)
      chosen = i;
  gtk_drop_down_set_selected (self->status, chosen);
}

void
dolen_capacity_editor_set_places (DolenCapacityEditor *self, const char *places)
{
  g_return_if_fail (DOLEN_IS_CAPACITY_EDITOR (self) && places != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->places), places);
}

DolenCapacity *
dolen_capacity_editor_read (DolenCapacityEditor *self)
{
  g_autofree char *today = dolen_date_today ();
  g_autofree char *problem = NULL;
  DolenCapacityForm form;
  DolenCapacity *report;

  g_return_val_if_fail (DOLEN_IS_CAPACITY_EDITOR (self), NULL);

  form = (DolenCapacityForm){
    .status = statuses[gtk_drop_down_get_selected (self->status)],
    .places = gtk_editable_get_text (GTK_EDITABLE (self->places)),
    .wait_from = gtk_editable_get_text (GTK_EDITABLE (self->wait_from)),
    .wait_to = gtk_editable_get_text (GTK_EDITABLE (self->wait_to)),
    .returns_on = gtk_editable_get_text (GTK_EDITABLE (self->returns_on)),
    .as_of = gtk_editable_get_text (GTK_EDITABLE (self->as_of)),
    .source = sources[gtk_drop_down_get_selected (self->source)],
    .note = gtk_editable_get_text (GTK_EDITABLE (self->note)),
  };
  report = dolen_capacity_form_read (&form, today, &problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem != NULL)
    gtk_label_set_text (self->problem, problem);
  return report;
}

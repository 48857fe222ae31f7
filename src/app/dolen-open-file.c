/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-open-file.h"

#include <glib/gi18n.h>

typedef struct {
  GWeakRef widget;
  DolenOpenFunc func;
  gpointer user_data;
} Opening;

static void
opening_free (gpointer data, GClosure *closure)
{
  Opening *opening = data;

  g_weak_ref_clear (&opening->widget);
  g_free (opening);
}

static Opening *
opening_new (GtkWidget *widget, DolenOpenFunc func, gpointer user_data)
{
  Opening *opening = g_new0 (Opening, 1);

  g_weak_ref_init (&opening->widget, widget);
  opening->func = func;
  opening->user_data = user_data;
  return opening;
}

static void
on_response (GtkNativeDialog *native, int response, Opening *opening)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&opening->widget);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL && widget != NULL)
    opening->func (opening->user_data, path);
  g_object_unref (native);
}

void
dolen_open_file (GtkWidget *widget, const char *title, DolenOpenFunc func, gpointer user_data)
{
  GtkFileChooserNative *native
      = gtk_file_chooser_native_new (title,
                                     GTK_WINDOW (gtk_widget_get_root (widget)),
                                     GTK_FILE_CHOOSER_ACTION_OPEN,
                                     _ ("_Open"),
                                     _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_data (native,
                         "response",
                         G_CALLBACK (on_response),
                         opening_new (widget, func, user_data),
                         opening_free,
                         0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, Opening *opening)
{
  g_autofree char *path = g_file_get_path (g_value_get_object (value));

  if (path != NULL)
    opening->func (opening->user_data, path);
  return path != NULL;
}

void
dolen_open_dropped (GtkWidget *widget, DolenOpenFunc func, gpointer user_data)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect_data (
      target, "drop", G_CALLBACK (on_drop), opening_new (widget, func, user_data), opening_free, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

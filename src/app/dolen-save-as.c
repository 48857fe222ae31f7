/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-save-as.h"

#include <glib/gi18n.h>

typedef struct {
  DolenSession *session; /* (owned) */
  DolenSaveFunc func;
  gpointer data; /* (owned) */
  GDestroyNotify free_data;
} Saving;

static void
saving_free (gpointer data, GClosure *closure)
{
  Saving *saving = data;

  g_object_unref (saving->session);
  if (saving->free_data != NULL)
    saving->free_data (saving->data);
  g_free (saving);
}

static void
on_response (GtkNativeDialog *native, int response, Saving *saving)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL && !saving->func (saving->session, path, saving->data, &error))
    dolen_session_report (saving->session, error);
  else if (path != NULL)
    dolen_session_toast (saving->session,
                         _ ("Saved. From now on the file is yours to look after."));
  g_object_unref (native);
}

void
dolen_save_as (DolenSession *session,
               GtkWindow *parent,
               const char *name,
               DolenSaveFunc func,
               gpointer data,
               GDestroyNotify free_data)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      _ ("Save As"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  Saving *saving = g_new0 (Saving, 1);

  saving->session = g_object_ref (session);
  saving->func = func;
  saving->data = data;
  saving->free_data = free_data;
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_data (native, "response", G_CALLBACK (on_response), saving, saving_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-form-button.h"

#include "app/dolen-window.h"

typedef struct {
  DolenSession *session; /* (owned) */
  DolenFormFunc func;
  char *uid; /* (owned) */
} Opener;

static void
opener_free (gpointer data, GClosure *closure)
{
  Opener *opener = data;

  g_object_unref (opener->session);
  g_free (opener->uid);
  g_free (opener);
}

static void
on_clicked (GtkWidget *button, const Opener *opener)
{
  GtkWindow *form = opener->func (opener->session, opener->uid);

  if (form != NULL)
    dolen_window_present_dialog (button, form);
}

GtkWidget *
dolen_form_button_new (DolenSession *session,
                       const char *label,
                       DolenFormFunc func,
                       const char *uid)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  Opener *opener = g_new0 (Opener, 1);

  opener->session = g_object_ref (session);
  opener->func = func;
  opener->uid = g_strdup (uid);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_clicked), opener, opener_free, 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

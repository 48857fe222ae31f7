/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-desk-button.h"

typedef struct {
  DolenSession *session; /* (owned) */
  char *title;           /* (owned) */
  DolenUndoableFunc func;
  char **arguments; /* (owned) */
} Act;

static void
act_free (gpointer data, GClosure *closure)
{
  Act *act = data;

  g_object_unref (act->session);
  g_free (act->title);
  g_strfreev (act->arguments);
  g_free (act);
}

static void
on_done (gboolean done, gpointer user_data)
{
  g_autoptr (GtkWidget) button = user_data;

  gtk_widget_set_sensitive (button, TRUE);
}

static void
on_clicked (GtkWidget *button, const Act *act)
{
  DolenUndoable edit
      = { act->title, act->func, NULL, (GDestroyNotify) g_strfreev, on_done, NULL, NULL };

  gtk_widget_set_sensitive (button, FALSE);
  edit.data = g_strdupv (act->arguments);
  edit.user_data = g_object_ref (button);
  dolen_undoable_run (act->session, &edit);
}

GtkWidget *
dolen_desk_button_new (DolenSession *session, const DolenDeskAct *act, const char *const *arguments)
{
  GtkWidget *button = gtk_button_new_with_label (act->label);
  Act *own = g_new0 (Act, 1);

  own->session = g_object_ref (session);
  own->title = g_strdup (act->title);
  own->func = act->func;
  own->arguments = g_strdupv ((char **) arguments);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_clicked), own, act_free, 0);
  if (act->about != NULL) {
    g_autofree char *name = g_strdup_printf ("%s: %s", act->label, act->about);

    gtk_accessible_update_property (
        GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  }
  return button;
}

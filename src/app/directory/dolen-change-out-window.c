/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-change-windows.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-error-message.h"
#include "app/dolen-save-as.h"
#include "app/dolen-text-windows.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-field-words.h"
#include "directory/keeping/dolen-suggested-change.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

#define OWN "dolen-change-out"

/* What the window is made from; lives as long as its box. */
typedef struct {
  DolenSession *session;     /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GPtrArray *changes;        /* (owned) (nullable) until they are read */
} Out;

static void
out_free (gpointer data)
{
  Out *out = data;

  g_cancellable_cancel (out->cancellable);
  g_object_unref (out->cancellable);
  g_clear_pointer (&out->changes, g_ptr_array_unref);
  g_object_unref (out->session);
  g_free (out);
}

/* Of a listing that is not here what the file says. */
static char *
say_change (const DolenSuggestedChange *change)
{
  const char *was = change->was != NULL ? change->was : change->before;
  const char *would = change->would != NULL ? change->would : change->value;

  return g_strdup_printf (
      /* Translators: what a field says and what it would say: "01632 960123 → 01632 960999". */
      _ ("%1$s → %2$s"),
      dolen_text_is_empty (was) ? _ ("nothing") : was,
      dolen_text_is_empty (would) ? _ ("nothing") : would);
}

GtkWidget *
dolen_change_row_new (gconstpointer data)
{
  const DolenSuggestedChange *change = data;
  DolenLanguage language = dolen_language_current ();
  const char *label = dolen_field_label (change->field, language);
  const char *name = change->name != NULL ? change->name : change->record_uid;
  g_autofree char *title = g_strdup_printf ("%s · %s", name, label);
  g_autofree char *said = say_change (change);
  g_autofree char *day = dolen_format_date (language, change->on);
  g_autofree char *who
      = change->by != NULL ? g_strdup_printf ("%s, %s", change->by, day) : g_strdup (day);
  GtkWidget *fact = dolen_fact_new (title, said);

  gtk_box_append (GTK_BOX (fact), dolen_label_new (who, "dim-label"));
  if (!dolen_text_is_empty (change->note))
    gtk_box_append (GTK_BOX (fact), dolen_label_new (change->note, "dim-label"));
  if (change->kept_back)
    gtk_box_append (GTK_BOX (fact),
                    dolen_label_new (dolen_suggested_kept_back_text (), "fact-warning"));
  return fact;
}

static gboolean
write_changes (DolenSession *session, const char *path, gpointer data, GError **error)
{
  return dolen_suggested_changes_write (data, path, error);
}

static void
on_save (GtkWidget *button, Out *out)
{
  g_autofree char *today = dolen_date_today ();
  /* Translators: the beginning of a file's name: suggested changes of listings. No blanks. */
  g_autofree char *name = g_strdup_printf ("%s-%s.json", _ ("changes"), today);

  dolen_save_as (out->session,
                 GTK_WINDOW (gtk_widget_get_root (button)),
                 name,
                 write_changes,
                 g_ptr_array_ref (out->changes),
                 (GDestroyNotify) g_ptr_array_unref);
}

static void
fill (Out *out, GtkBox *box)
{
  GtkWidget *list = dolen_boxed_list_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Save as a File…"));
  gboolean some = out->changes->len > 0;

  gtk_box_append (box,
                  dolen_label_new (
                      some ? _ ("This is what waits here to be decided. Save it as a file and send "
                                "it to whoever keeps the directory. Fields of listings stand in "
                                "it and your name; nothing about anybody you support.")
                           : _ ("Nothing is suggested yet. On a group’s page in Find, “Suggest a "
                                "Change” says what should be put right."),
                      NULL));
  for (guint i = 0; some && i < out->changes->len; i++)
    dolen_boxed_list_add (list, dolen_change_row_new (out->changes->pdata[i]));
  gtk_widget_set_visible (list, some);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Suggested changes"), -1);
  gtk_box_append (box, list);
  gtk_widget_set_visible (button, some);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect (button, "clicked", G_CALLBACK (on_save), out);
  gtk_box_append (box, button);
}

/* Each is laid beside what its listing says now. */
static gpointer
list_changes (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  return dolen_suggested_changes_list (directory, NULL, error);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) box = user_data;
  Out *out = g_object_get_data (G_OBJECT (box), OWN);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = dolen_session_run_finish (DOLEN_SESSION (source), result, &error);
  g_autofree char *why = error != NULL ? dolen_error_to_message (error) : NULL;

  if (changes != NULL) {
    out->changes = g_steal_pointer (&changes);
    fill (out, GTK_BOX (box));
  } else if (why != NULL) {
    gtk_box_append (GTK_BOX (box), dolen_label_new (why, "error"));
  }
}

GtkWindow *
dolen_change_out_window_new (DolenSession *session)
{
  GtkBox *box;
  /* Translators: a window: suggested changes of listings are saved as a file to be sent. */
  GtkWindow *window = dolen_text_window_new (_ ("Send Suggested Changes"), &box);
  DolenSessionJob job = { "suggested changes", G_PRIORITY_DEFAULT, list_changes };
  Out *out = g_new0 (Out, 1);

  out->session = g_object_ref (session);
  out->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (box), OWN, out, out_free);
  g_object_set_data (G_OBJECT (window), OWN, out);
  dolen_cancel_when_gone (GTK_WIDGET (box), out->cancellable);
  job.free_result = (GDestroyNotify) g_ptr_array_unref;
  dolen_session_run (session, &job, out->cancellable, on_listed, g_object_ref (box));
  return window;
}

gboolean
dolen_change_out_window_write (GtkWindow *window, const char *path, GError **error)
{
  const Out *out = g_object_get_data (G_OBJECT (window), OWN);

  return write_changes (out->session, path, out->changes, error);
}

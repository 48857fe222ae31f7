/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-change-windows.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-error-message.h"
#include "app/dolen-open-file.h"
#include "app/dolen-text-windows.h"
#include "directory/keeping/dolen-suggested-change.h"

#include <glib/gi18n.h>

#define OWN "dolen-change-in"
#define SHOWN 100 /* changes: a window of more is slow, and nobody reads it */

/* What the window is made from; lives as long as its box. */
typedef struct {
  DolenSession *session;     /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) while a file is read */
  GPtrArray *changes;        /* (owned) (nullable) as they were read */
  GtkBox *preview;
  GtkWidget *take_button;
} In;

static void
stop_reading (In *in)
{
  g_cancellable_cancel (in->cancellable);
  g_clear_object (&in->cancellable);
}

static void
in_free (gpointer data)
{
  In *in = data;

  stop_reading (in);
  g_clear_pointer (&in->changes, g_ptr_array_unref);
  g_object_unref (in->session);
  g_free (in);
}

/* ---- reading, in the worker ---- */

typedef struct {
  GPtrArray *changes; /* (nullable) */
  GArray *there;      /* of gboolean, one a change: whether its listing is here */
  GStrv wrong;        /* (nullable) */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->changes, g_ptr_array_unref);
  g_array_unref (answer->there);
  g_strfreev (answer->wrong);
  g_free (answer);
}

/* What a change is about is told by what is here, where it is here. */
static gpointer
read_changes (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->there = g_array_new (FALSE, FALSE, sizeof (gboolean));
  answer->changes = dolen_suggested_changes_read (data, &answer->wrong, error);
  for (guint i = 0; answer->changes != NULL && i < answer->changes->len; i++) {
    gboolean there = FALSE;

    if (!dolen_suggested_change_find (directory, answer->changes->pdata[i], &there, error))
      g_clear_pointer (&answer->changes, g_ptr_array_unref);
    g_array_append_val (answer->there, there);
  }
  if (answer->changes != NULL)
    return answer;
  answer_free (answer);
  return NULL;
}

/* ---- what stands in it ---- */

static void
show_changes (In *in, const Answer *answer)
{
  GtkWidget *list = dolen_boxed_list_new ();
  guint n = answer->changes->len;

  for (guint i = 0; i < MIN (n, SHOWN); i++) {
    GtkWidget *row = dolen_change_row_new (answer->changes->pdata[i]);

    if (!g_array_index (answer->there, gboolean, i))
      gtk_box_append (GTK_BOX (row),
                      dolen_label_new (_ ("About a listing that is not here"), "fact-warning"));
    dolen_boxed_list_add (list, row);
  }
  gtk_box_append (in->preview,
                  /* Translators: a heading over changes of a listing that link workers suggest. */
                  dolen_section_new (_ ("Suggested changes"), NULL, list));
  if (n > SHOWN) {
    g_autofree char *rest = g_strdup_printf (
        /* Translators: beneath a list of changes (newid, masc.) that is cut; counts them. */
        ngettext ("%u more is not shown; it is put into the queue too.",
                  "%u more are not shown; they are put into the queue too.",
                  n - SHOWN),
        n - SHOWN);

    gtk_box_append (in->preview, dolen_label_new (rest, "dim-label"));
  }
}

static void
show_answer (In *in, Answer *answer)
{
  if (answer->changes->len > 0)
    show_changes (in, answer);
  else
    gtk_box_append (in->preview, dolen_label_new (_ ("No change stands in this file."), NULL));
  for (guint i = 0; answer->wrong != NULL && answer->wrong[i] != NULL; i++)
    gtk_box_append (in->preview, dolen_label_new (answer->wrong[i], "warning"));
  in->changes = g_steal_pointer (&answer->changes);
  gtk_widget_set_sensitive (in->take_button, in->changes->len > 0);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) box = user_data;
  In *in = g_object_get_data (G_OBJECT (box), OWN);
  g_autoptr (GError) error = NULL;
  Answer *answer = dolen_session_run_finish (DOLEN_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&in->cancellable);
  if (answer != NULL) {
    show_answer (in, answer);
    answer_free (answer);
  } else {
    g_autofree char *why = dolen_error_to_message (error);

    gtk_box_append (in->preview, dolen_label_new (why, "error"));
  }
}

static void
read_file (gpointer data, const char *path)
{
  In *in = data;
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (in->preview));
  DolenSessionJob job = { "change file", G_PRIORITY_DEFAULT, read_changes };
  g_autofree char *name = g_path_get_basename (path);

  stop_reading (in);
  dolen_box_clear (GTK_WIDGET (in->preview));
  g_clear_pointer (&in->changes, g_ptr_array_unref);
  gtk_widget_set_sensitive (in->take_button, FALSE);
  gtk_box_append (in->preview, dolen_label_new (name, "heading"));
  in->cancellable = g_cancellable_new ();
  dolen_cancel_when_gone (box, in->cancellable);
  job.data = g_strdup (path);
  job.free_data = g_free;
  job.free_result = answer_free;
  dolen_session_run (in->session, &job, in->cancellable, on_read, g_object_ref (box));
}

/* ---- which file ---- */

static void
on_choose (GtkWidget *button, In *in)
{
  dolen_open_file (button, _ ("Choose a Change File"), read_file, in);
}

/* ---- into the queue ---- */

static gpointer
take_in (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  DolenSuggestedCounts *counts = g_new0 (DolenSuggestedCounts, 1);

  if (dolen_suggested_changes_add (directory, data, counts, error))
    return counts;
  g_free (counts);
  return NULL;
}

static void
append (GString *said, guint n, const char *words)
{
  if (n > 0)
    g_string_append_printf (said, "%s%s: %u", said->len > 0 ? "; " : "", words, n);
}

static void
on_taken (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DolenSession *session = DOLEN_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autofree DolenSuggestedCounts *counts = dolen_session_run_finish (session, result, &error);
  g_autoptr (GString) said = g_string_new (NULL);

  if (counts == NULL) {
    dolen_session_report (session, error);
    return;
  }
  append (said, counts->added, _ ("Changes now in the queue"));
  append (said, counts->known, _ ("Read in before"));
  append (said, counts->done, _ ("Already as suggested"));
  append (said, counts->unknown, _ ("About a listing that is not here"));
  append (said, counts->kept_back, _ ("A place that is kept hidden, passed over"));
  dolen_session_toast (session, said->str);
}

static void
on_take (GtkWidget *button, In *in)
{
  DolenSessionJob job = { "suggested changes", G_PRIORITY_DEFAULT, take_in };

  if (in->changes == NULL)
    return;
  job.data = g_steal_pointer (&in->changes);
  job.free_data = (GDestroyNotify) g_ptr_array_unref;
  job.free_result = g_free;
  dolen_session_run (in->session, &job, NULL, on_taken, NULL);
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (button)));
}

/* ---- the window ---- */

static GtkWidget *
add_button (GtkBox *box, const char *label, GCallback callback, In *in)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", callback, in);
  gtk_box_append (box, button);
  return button;
}

static void
fill (In *in, GtkBox *box)
{
  gtk_box_append (
      box,
      dolen_label_new (_ ("Choose the file a link worker has sent, or drop it here. Each change "
                          "stands in the queue then, to be accepted or declined; nothing is "
                          "changed before."),
                       NULL));
  add_button (box, _ ("_Choose a File…"), G_CALLBACK (on_choose), in);
  in->preview = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (box, GTK_WIDGET (in->preview));
  /* Translators: a button: suggested changes of listings are put into the queue. */
  in->take_button = add_button (box, _ ("_Put into the Queue"), G_CALLBACK (on_take), in);
  gtk_widget_add_css_class (in->take_button, "suggested-action");
  gtk_widget_set_sensitive (in->take_button, FALSE);
}

GtkWindow *
dolen_change_in_window_new (DolenSession *session)
{
  GtkBox *box;
  /* Translators: a window: a file with changes that a link worker suggests is read. */
  GtkWindow *window = dolen_text_window_new (_ ("Read a Change File"), &box);
  In *in = g_new0 (In, 1);

  in->session = g_object_ref (session);
  g_object_set_data_full (G_OBJECT (box), OWN, in, in_free);
  g_object_set_data (G_OBJECT (window), OWN, in);
  dolen_open_dropped (GTK_WIDGET (window), read_file, in);
  fill (in, box);
  return window;
}

void
dolen_change_in_window_read (GtkWindow *window, const char *path)
{
  read_file (g_object_get_data (G_OBJECT (window), OWN), path);
}

void
dolen_change_in_window_take (GtkWindow *window)
{
  In *in = g_object_get_data (G_OBJECT (window), OWN);

  on_take (in->take_button, in);
}

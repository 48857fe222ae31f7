/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-calls-window.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-page.h"
#include "app/dolen-text-windows.h"
#include "app/find/dolen-detail-ask.h"
#include "matching/dolen-vocabulary.h"

#include <glib/gi18n.h>

/* What the list is filled from; lives as long as its box. */
typedef struct {
  DolenSession *session; /* (owned) */
  GtkWidget *parent;     /* (nullable) a weak pointer */
  GtkBox *box;
} Calls;

static void
calls_free (gpointer data)
{
  Calls *calls = data;

  g_clear_weak_pointer (&calls->parent);
  g_object_unref (calls->session);
  g_free (calls);
}

static void
on_open_cb (GtkButton *button, Calls *calls)
{
  g_autofree char *uid = g_strdup (g_object_get_data (G_OBJECT (button), "uid"));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));

  if (calls->parent != NULL)
    dolen_page_go (calls->parent, "find", "service", uid);
  gtk_window_close (GTK_WINDOW (root));
}

static const char *
name_of (const DolenQuestion *question)
{
  gboolean welsh = dolen_language_current () == DOLEN_LANGUAGE_CY;
  const char *own = welsh ? question->name_cy : question->name_en;

  return own != NULL ? own : welsh ? question->name_en : question->name_cy;
}

/* The group as a heading that opens it, and its number. */
static GtkWidget *
new_group (Calls *calls, const DolenQuestion *question)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = dolen_label_new (name_of (question), "heading");

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "uid", g_strdup (question->service), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_open_cb), calls);
  gtk_box_append (GTK_BOX (group), button);
  if (question->phone != NULL)
    gtk_box_append (GTK_BOX (group), dolen_label_new (question->phone, "numeric"));
  return group;
}

static void
fill (Calls *calls)
{
  DolenDirectory *directory = dolen_session_get_directory (calls->session);
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);
  g_autoptr (GPtrArray) list
             = directory != NULL ? dolen_directory_list_questions (directory, NULL, NULL) : NULL;
  const char *service = NULL;
  GtkWidget *group = NULL;

  dolen_box_clear (GTK_WIDGET (calls->box));
  if (list == NULL || list->len == 0 || vocabulary == NULL)
    gtk_box_append (
        calls->box,
        dolen_label_new (_ ("Nothing is to be asked. “Ask the Group”, among the details "
                            "of a suggestion, puts its questions here."),
                         NULL));
  for (guint i = 0; list != NULL && vocabulary != NULL && i < list->len; i++) {
    const DolenQuestion *question = g_ptr_array_index (list, i);
    GtkWidget *line = dolen_question_line_new (calls->session, question, vocabulary);

    if (line == NULL)
      continue;
    if (g_strcmp0 (question->service, service) != 0) {
      group = new_group (calls, question);
      gtk_box_append (calls->box, group);
      service = question->service;
    }
    gtk_box_append (GTK_BOX (group), line);
  }
}

static void
on_changed_cb (DolenSession *session, GtkBox *box)
{
  fill (g_object_get_data (G_OBJECT (box), "calls"));
}

GtkWindow *
dolen_calls_window_new (DolenSession *session, GtkWidget *parent)
{
  Calls *calls = g_new0 (Calls, 1);
  /* Translators: a window: groups to ring, and what to ask them. */
  GtkWindow *window = dolen_text_window_new (_ ("Calls to Make"), &calls->box);

  calls->session = g_object_ref (session);
  g_set_weak_pointer (&calls->parent, parent);
  g_object_set_data_full (G_OBJECT (calls->box), "calls", calls, calls_free);
  g_signal_connect_object (session, "directory-changed", G_CALLBACK (on_changed_cb), calls->box, 0);
  fill (calls);
  return window;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-call-questions.h"

#include "app/casework/dolen-widget-util.h"
#include "directory/dolen-questions.h"
#include "language/dolen-calendar.h"
#include "matching/dolen-question-words.h"

#include <glib/gi18n.h>

typedef void (*Answered) (GtkWidget *tick, const char *uid, gboolean answered, gpointer user_data);

typedef struct {
  char *uid;
  Answered func;
  gpointer user_data;
} About;

static void
about_free (gpointer data, GClosure *closure)
{
  About *about = data;

  g_free (about->uid);
  g_free (about);
}

static void
on_toggled (GtkWidget *tick, const About *about)
{
  about->func (
      tick, about->uid, gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)), about->user_data);
}

static char *
say_since (const DolenQuestion *question)
{
  g_autofree char *day
      = dolen_format_date_as (dolen_language_current (), question->asked_on, DOLEN_DATE_DAY);

  return question->asked_by != NULL
             ? g_strdup_printf (_ ("To ask since %1$s – %2$s"), day, question->asked_by)
             : g_strdup_printf (_ ("To ask since %s"), day);
}

static GtkWidget *
new_line (const DolenQuestion *question, const char *said, gboolean answered, About *about)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *tick = gtk_check_button_new ();
  g_autofree char *since = say_since (question);
  GtkWidget *note = dolen_label_new (since, "caption");
  /* Translators: a tick: a question was put to a group and answered; the question follows. */
  g_autofree char *name = g_strdup_printf (_ ("Answered: %s"), said);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), answered);
  /* Translators: a tick beside a question that was put to a group; short. */
  gtk_check_button_set_label (GTK_CHECK_BUTTON (tick), C_ ("question", "Answered"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (tick, "toggled", G_CALLBACK (on_toggled), about, about_free, 0);
  gtk_widget_add_css_class (note, "dim-label");
  gtk_box_append (GTK_BOX (box), dolen_label_new (said, NULL));
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (box), tick);
  return box;
}

static void
add_questions (GtkWidget *list,
               DolenDirectory *directory,
               const char *service,
               const DolenCallDraft *draft,
               const About *template)
{
  g_autoptr (GPtrArray) questions = dolen_directory_list_questions (directory, service, NULL);
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);

  for (guint i = 0; questions != NULL && vocabulary != NULL && i < questions->len; i++) {
    const DolenQuestion *question = questions->pdata[i];
    g_autofree char *said
        = dolen_question_say (question->what, vocabulary, dolen_language_current ());
    About *about;

    if (said == NULL)
      continue;
    about = g_memdup2 (template, sizeof *template);
    about->uid = g_strdup (question->uid);
    dolen_boxed_list_add (
        list,
        new_line (question, said, dolen_call_draft_is_answered (draft, question->uid), about));
  }
}

GtkWidget *
dolen_call_questions_new (DolenSession *session,
                          const DolenQueueItem *item,
                          const DolenCallDraft *draft,
                          GCallback callback,
                          gpointer user_data)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  GtkWidget *list = dolen_boxed_list_new ();
  About template = { NULL, (Answered) callback, user_data };
  GtkWidget *section;

  for (guint i = 0; directory != NULL && i < item->services->len; i++)
    add_questions (list, directory, item->services->pdata[i], draft, &template);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("To ask"), -1);
  section = dolen_section_new (_ ("To ask"), NULL, list);
  gtk_widget_set_visible (section, gtk_widget_get_first_child (list) != NULL);
  return section;
}

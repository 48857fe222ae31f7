/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-detail-ask.h"

#include "app/find/dolen-detail-view.h"
#include "app/find/dolen-question-edits.h"
#include "language/dolen-calendar.h"
#include "matching/dolen-question-words.h"

#include <glib/gi18n.h>

/* A button of a question: session, and the service with what is asked, or the question. */
typedef struct {
  DolenSession *session; /* (owned) */
  char *uid;             /* (owned) */
  char **codes;          /* (owned) (nullable) */
} About;

static void
about_free (gpointer data, GClosure *closure)
{
  About *about = data;

  g_object_unref (about->session);
  g_free (about->uid);
  g_strfreev (about->codes);
  g_free (about);
}

static GtkWidget *
new_button (
    const char *label, DolenSession *session, const char *uid, char **codes, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  About *about = g_new0 (About, 1);

  about->session = g_object_ref (session);
  about->uid = g_strdup (uid);
  about->codes = codes;
  g_signal_connect_data (button, "clicked", callback, about, about_free, 0);
  return button;
}

static void
on_ask_cb (GtkButton *button, const About *about)
{
  dolen_question_edits_ask (about->session, about->uid, (const char *const *) about->codes);
}

void
dolen_detail_ask_add_button (GtkBox *why,
                             DolenSession *session,
                             DolenFacts *facts,
                             const DolenProfile *profile,
                             guint index,
                             const GPtrArray *reasons)
{
  g_auto (GStrv) codes = dolen_question_codes (facts, profile, index, reasons);
  char uid[DOLEN_FACTS_UID_SIZE];
  GtkWidget *button;

  if (codes[0] == NULL)
    return;
  /* Translators: a button: what is not known of a group is put on the list of calls; short. */
  button = new_button (_ ("Ask the Group"),
                       session,
                       dolen_facts_uid (facts, index, uid),
                       g_steal_pointer (&codes),
                       G_CALLBACK (on_ask_cb));
  gtk_widget_set_name (button, "ask-group");
  gtk_widget_set_tooltip_text (
      button, _ ("Puts these questions among the calls to make; nothing says whom they are for"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (why, button);
}

static void
on_done_cb (GtkButton *button, const About *about)
{
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  dolen_question_edits_done (about->session, about->uid);
}

/* (nullable): one question, since when and by whom it is asked, with "Done"; NULL for one that is
 * not understood any more. */
static GtkWidget *
new_line (DolenSession *session, const DolenQuestion *question, DolenVocabulary *vocabulary)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *said = dolen_question_say (question->what, vocabulary, language);
  g_autofree char *day = dolen_format_date_as (language, question->asked_on, DOLEN_DATE_DAY);
  g_autofree char *note = NULL;
  GtkWidget *line, *done;

  if (said == NULL)
    return NULL;
  if (question->asked_by != NULL)
    /* Translators: since when a question to a group stands there, and the name of who put it. */
    note = g_strdup_printf (_ ("To ask since %1$s – %2$s"), day, question->asked_by);
  else
    /* Translators: since when a question to a group stands there. */
    note = g_strdup_printf (_ ("To ask since %s"), day);
  line = dolen_detail_view_line (NULL, NULL, said, note, NULL);
  /* Translators: a button: the question was put to the group; short. Welsh: Wedi'i wneud. */
  done
      = new_button (C_ ("question", "Done"), session, question->uid, NULL, G_CALLBACK (on_done_cb));
  gtk_widget_set_valign (done, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (done), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
  gtk_box_append (GTK_BOX (line), done);
  return line;
}

void
dolen_detail_ask_add_open (GtkBox *facts,
                           DolenSession *session,
                           DolenVocabulary *vocabulary,
                           const char *service)
{
  g_autoptr (GPtrArray) list = dolen_directory_list_questions (
      dolen_session_get_directory (session), service, NULL);
  GtkWidget *part = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++) {
    GtkWidget *line = new_line (session, g_ptr_array_index (list, i), vocabulary);

    if (line == NULL)
      continue;
    if (part == NULL) {
      /* Translators: a heading over questions that are to be put to a group. */
      part = dolen_detail_view_part (_ ("To ask"));
      gtk_box_append (facts, part);
    }
    gtk_box_append (GTK_BOX (part), line);
  }
}

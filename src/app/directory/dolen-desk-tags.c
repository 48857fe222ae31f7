/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-desk-card.h"

#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/directory/dolen-desk-button.h"
#include "base/dolen-text.h"
#include "directory/dolen-edit-parts.h"
#include "matching/dolen-vocabulary.h"

#include <glib/gi18n.h>

/* Listing, kind, scheme, code, "yes" or "no", the words it was read from, and the state. */
static gint64
set_tag (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  char **arguments = data;
  g_autoptr (DolenTag) tag = dolen_tag_new ();

  tag->kind = dolen_tag_kind_from_code (arguments[1]);
  tag->scheme = g_strdup (arguments[2]);
  tag->code = g_strdup (arguments[3]);
  tag->value = g_str_equal (arguments[4], "yes");
  tag->words = dolen_text_clean (arguments[5]);
  tag->state = dolen_tag_state_from_code (arguments[6]);
  return dolen_edit_set_tag (directory, arguments[0], tag, who, error);
}

static DolenTermKind
kind_of (DolenTagKind kind)
{
  static const DolenTermKind kinds[]
      = { DOLEN_TERM_INTEREST, DOLEN_TERM_NEED, DOLEN_TERM_ENABLER, DOLEN_TERM_N_KINDS };

  return kinds[kind];
}

/* (nullable): a tag of another vocabulary has no words here. */
static const char *
label_of (const DolenTag *tag)
{
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);
  const DolenTerm *term = NULL;

  if (vocabulary != NULL && kind_of (tag->kind) != DOLEN_TERM_N_KINDS)
    term = dolen_vocabulary_by_code (vocabulary, kind_of (tag->kind), tag->code);
  return term != NULL ? dolen_term_label (term, dolen_language_current ()) : NULL;
}

static GtkWidget *
new_words (const DolenTag *tag, const char *said)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (words), dolen_label_new (said, NULL));
  if (!dolen_text_is_empty (tag->words)) {
    g_autofree char *from = g_strdup_printf (_ ("read from “%s”"), tag->words);
    GtkWidget *label = dolen_label_new (from, "caption");

    gtk_widget_add_css_class (label, "dim-label");
    gtk_box_append (GTK_BOX (words), label);
  }
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static GtkWidget *
new_tag (DolenSession *session, const char *service, const DolenTag *tag, const char *label)
{
  GtkWidget *buttons = dolen_wrap_box_new ();
  g_autofree char *said = tag->value ? g_strdup (label) : g_strdup_printf (_ ("No: %s"), label);
  const char *arguments[] = { service,
                              dolen_tag_kind_code (tag->kind),
                              tag->scheme,
                              tag->code,
                              tag->value ? "yes" : "no",
                              tag->words != NULL ? tag->words : "",
                              dolen_tag_state_code (DOLEN_TAG_CONFIRMED),
                              NULL };
  /* Translators: buttons beside a word that a group is found under: it is right, or it is not;
   * short. Then toasts with "Undo". */
  DolenDeskAct confirm = { _ ("Right"), said, _ ("Confirmed"), set_tag };
  DolenDeskAct reject = { _ ("Not Right"), said, _ ("Taken off"), set_tag };

  gtk_box_append (GTK_BOX (buttons), dolen_desk_button_new (session, &confirm, arguments));
  arguments[6] = dolen_tag_state_code (DOLEN_TAG_REJECTED);
  gtk_box_append (GTK_BOX (buttons), dolen_desk_button_new (session, &reject, arguments));
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  return dolen_side_box_new (new_words (tag, said), buttons);
}

void
dolen_desk_fill_tags (GtkBox *box, DolenSession *session, const DolenQueueItem *item)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  GtkWidget *list = dolen_boxed_list_new ();
  g_autoptr (DolenService) service = NULL;

  if (directory != NULL && item->service != NULL)
    service = dolen_directory_get_service (directory, item->service, NULL);
  for (guint i = 0; service != NULL && i < service->tags->len; i++) {
    const DolenTag *tag = service->tags->pdata[i];
    const char *label = tag->state == DOLEN_TAG_PROPOSED ? label_of (tag) : NULL;

    if (label != NULL)
      dolen_boxed_list_add (list, new_tag (session, item->service, tag, label));
  }
  /* Translators: a heading over words that a group is found under; only a rule has read them. */
  gtk_box_append (box, dolen_desk_section_new (_ ("Only read by a rule: is it right?"), list));
}

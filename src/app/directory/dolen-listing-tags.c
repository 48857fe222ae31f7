/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-tags.h"

#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-listing-edits.h"
#include "app/dolen-term-picker.h"
#include "matching/dolen-vocabulary.h"

#include <glib/gi18n.h>

#define N_KINDS 3
#define KEEP "keep"

typedef struct {
  DolenListingFrame *frame;
  DolenVocabulary *vocabulary; /* (owned) */
  GtkWidget *proposed;         /* a list */
  GtkWidget *proposed_section;
  DolenTermPicker *pickers[N_KINDS];
  gboolean setting;
} Tags;

static const struct {
  DolenTagKind tag;
  DolenTermKind term;
  const char *title; /* msgid */
  const char *add;   /* msgid */
} kinds[N_KINDS] = {
  { DOLEN_TAG_INTEREST, DOLEN_TERM_INTEREST, N_ ("Interests"), N_ ("Add an interest") },
  { DOLEN_TAG_NEED, DOLEN_TERM_NEED, N_ ("What it helps with"), N_ ("Add a need") },
  { DOLEN_TAG_ENABLER, DOLEN_TERM_ENABLER, N_ ("What helps people come"), N_ ("Add what helps") },
};

static void
tags_free (gpointer data)
{
  Tags *tags = data;

  dolen_vocabulary_unref (tags->vocabulary);
  g_free (tags);
}

static const char *
label_of (Tags *tags, const DolenTag *tag)
{
  for (guint i = 0; i < N_KINDS; i++) {
    const DolenTerm *term
        = kinds[i].tag == tag->kind
              ? dolen_vocabulary_by_code (tags->vocabulary, kinds[i].term, tag->code)
              : NULL;
    if (term != NULL)
      return dolen_term_label (term, dolen_language_current ());
  }
  return tag->code;
}

static void
save (Tags *tags, DolenTagKind kind, const char *code, gboolean value, DolenTagState state)
{
  DolenTag *tag = dolen_tag_new ();

  tag->kind = kind;
  tag->scheme = g_strdup ("dolen");
  tag->code = g_strdup (code);
  tag->value = value;
  tag->state = state;
  dolen_listing_edit_tag (dolen_listing_frame_get_session (tags->frame),
                          dolen_listing_frame_get_uid (tags->frame),
                          tag);
}

/* ---- proposals ---- */

typedef struct {
  Tags *tags;
  DolenTagKind kind;
  char *code;
  gboolean value;
} Proposal;

static void
proposal_free (gpointer data, GClosure *closure)
{
  g_free (((Proposal *) data)->code);
  g_free (data);
}

static Proposal *
proposal_new (Tags *tags, const DolenTag *tag)
{
  Proposal *proposal = g_new0 (Proposal, 1);

  proposal->tags = tags;
  proposal->kind = tag->kind;
  proposal->code = g_strdup (tag->code);
  proposal->value = tag->value;
  return proposal;
}

static void
on_confirm_cb (GtkButton *button, Proposal *proposal)
{
  save (proposal->tags, proposal->kind, proposal->code, proposal->value, DOLEN_TAG_CONFIRMED);
}

static void
on_reject_cb (GtkButton *button, Proposal *proposal)
{
  save (proposal->tags, proposal->kind, proposal->code, proposal->value, DOLEN_TAG_REJECTED);
}

/* @spoken: (transfer full): the button with what it is about. */
static GtkWidget *
new_button (const char *label, char *spoken, GCallback func, Proposal *proposal)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *whole = spoken;

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  g_signal_connect_data (button, "clicked", func, proposal, proposal_free, 0);
  return button;
}

static void
add_proposal (Tags *tags, const DolenTag *tag)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *label = label_of (tags, tag);
  g_autofree char *not = NULL, *read = NULL;

  /* Translators: a rule read that a group does not have something; what follows the colon. */
  not = tag->value ? g_strdup (label) : g_strdup_printf (_ ("Does not hold: %s"), label);
  gtk_box_append (GTK_BOX (words), dolen_label_new (not, NULL));
  if (tag->words != NULL) {
    GtkWidget *from;

    /* Translators: the words of a text that a rule read something from. */
    read = g_strdup_printf (_ ("Read from: “%s”"), tag->words);
    from = dolen_label_new (read, "caption");
    gtk_widget_add_css_class (from, "dim-label");
    gtk_box_append (GTK_BOX (words), from);
  }
  /* Translators: a button: what a rule read of a group is right. */
  gtk_box_append (GTK_BOX (buttons),
                  new_button (_ ("Right"),
                              g_strdup_printf (_ ("Right: %s"), not ),
                              G_CALLBACK (on_confirm_cb),
                              proposal_new (tags, tag)));
  /* Translators: a button: what a rule read of a group is wrong. */
  gtk_box_append (GTK_BOX (buttons),
                  new_button (_ ("Wrong"),
                              g_strdup_printf (_ ("Wrong: %s"), not ),
                              G_CALLBACK (on_reject_cb),
                              proposal_new (tags, tag)));
  dolen_boxed_list_add (tags->proposed, dolen_side_box_new (words, buttons));
}

/* ---- what stands ---- */

static gboolean
is_chosen (const DolenTag *tag, DolenTagKind kind)
{
  return tag->kind == kind && tag->state == DOLEN_TAG_CONFIRMED && tag->value
         && g_strcmp0 (tag->scheme, "dolen") == 0;
}

static char **
codes_of (const DolenService *service, DolenTagKind kind)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < service->tags->len; i++) {
    const DolenTag *tag = g_ptr_array_index (service->tags, i);
    if (is_chosen (tag, kind))
      g_ptr_array_add (codes, g_strdup (tag->code));
  }
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (codes, FALSE);
}

static void
on_picked_cb (GtkWidget *content, DolenTermPicker *picker)
{
  Tags *tags = g_object_get_data (G_OBJECT (content), KEEP);
  const DolenService *service = dolen_listing_frame_get_record (tags->frame);

  for (guint i = 0; !tags->setting && service != NULL && i < N_KINDS; i++) {
    g_auto (GStrv) now = NULL, before = NULL;

    if (tags->pickers[i] != picker)
      continue;
    now = dolen_term_picker_get_codes (picker);
    before = codes_of (service, kinds[i].tag);
    for (guint j = 0; now[j] != NULL; j++)
      if (!g_strv_contains ((const char *const *) before, now[j]))
        save (tags, kinds[i].tag, now[j], TRUE, DOLEN_TAG_CONFIRMED);
    for (guint j = 0; before[j] != NULL; j++)
      if (!g_strv_contains ((const char *const *) now, before[j]))
        save (tags, kinds[i].tag, before[j], TRUE, DOLEN_TAG_REJECTED);
  }
}

static void
show (GtkWidget *widget, gconstpointer record)
{
  Tags *tags = g_object_get_data (G_OBJECT (widget), KEEP);
  const DolenService *service = record;
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (tags->proposed)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (tags->proposed), child);
  for (guint i = 0; i < service->tags->len; i++) {
    const DolenTag *tag = g_ptr_array_index (service->tags, i);

    if (tag->state != DOLEN_TAG_PROPOSED || tag->kind == DOLEN_TAG_OTHER)
      continue;
    add_proposal (tags, tag);
    n++;
  }
  gtk_widget_set_visible (tags->proposed_section, n > 0);
  tags->setting = TRUE;
  for (guint i = 0; i < N_KINDS; i++) {
    g_auto (GStrv) codes = codes_of (service, kinds[i].tag);
    dolen_term_picker_set_codes (tags->pickers[i], (const char *const *) codes);
  }
  tags->setting = FALSE;
}

static void
add_picker (Tags *tags, GtkWidget *content, guint i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *picker = dolen_term_picker_new (tags->vocabulary, kinds[i].term, _ (kinds[i].add));

  tags->pickers[i] = DOLEN_TERM_PICKER (picker);
  g_signal_connect_object (
      picker, "changed", G_CALLBACK (on_picked_cb), content, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), dolen_label_new (_ (kinds[i].title), "caption-heading"));
  gtk_box_append (GTK_BOX (box), picker);
  gtk_box_append (GTK_BOX (content), box);
}

void
dolen_listing_tags_add (DolenListingFrame *frame, GtkBox *box)
{
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  Tags *tags;

  if (vocabulary == NULL) {
    gtk_box_append (box, dolen_label_new (_ ("The vocabulary is missing."), "error"));
    return;
  }
  tags = g_new0 (Tags, 1);
  tags->frame = frame;
  tags->vocabulary = dolen_vocabulary_ref (vocabulary);
  tags->proposed = dolen_boxed_list_new ();
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (tags->proposed), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What it is about"), -1);
  tags->proposed_section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (tags->proposed_section),
                  dolen_label_new (_ ("A rule has read this in its texts. Is it right?"), NULL));
  gtk_box_append (GTK_BOX (tags->proposed_section), tags->proposed);
  gtk_box_append (GTK_BOX (content), tags->proposed_section);
  g_object_set_data_full (G_OBJECT (content), KEEP, tags, tags_free);
  for (guint i = 0; i < N_KINDS; i++)
    add_picker (tags, content, i);
  gtk_box_append (box, content);
  dolen_listing_frame_watch (frame, content, show, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-texts.h"

#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/directory/dolen-listing-edits.h"
#include "app/directory/dolen-listing-text-state.h"
#include "app/directory/dolen-pair-layout.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>

/* One language of the text. */
typedef struct {
  DolenLanguage language;
  DolenListingField field; /* key: the column */
  char *column;            /* (owned) "name_cy" */
  DolenListingEntry *entry;
  GtkLabel *state;
  GtkWidget *check;
  char *told; /* (owned) (nullable) what was given to be saved last */
} Side;

struct _DolenListingTexts {
  AdwBin parent_instance;
  DolenSession *session; /* (owned) */
  char *kind;            /* (owned) */
  char *uid;             /* (owned) */
  const DolenListingTextSpec *spec;
  DolenBilingual stored;
  Side sides[2]; /* Welsh, English */
};

G_DEFINE_FINAL_TYPE (DolenListingTexts, dolen_listing_texts, ADW_TYPE_BIN)

static void
show_states (DolenListingTexts *self)
{
  g_autofree char *cy = dolen_listing_entry_dup_text (self->sides[0].entry);
  g_autofree char *en = dolen_listing_entry_dup_text (self->sides[1].entry);

  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++) {
    Side *side = &self->sides[i];
    DolenListingTextState state = dolen_listing_text_state (&self->stored, side->language, en, cy);

    gtk_label_set_text (side->state, state.words);
    gtk_widget_set_visible (side->check, state.can_check);
  }
}

static gboolean
is_changed (DolenListingTexts *self, const Side *side, char **clean)
{
  g_autofree char *typed = dolen_listing_entry_dup_text (side->entry);

  *clean = dolen_text_clean (typed);
  return g_strcmp0 (*clean, dolen_bilingual_peek (&self->stored, side->language)) != 0;
}

static void
leave (DolenListingTexts *self, Side *side)
{
  g_autofree char *clean = NULL;

  if (!is_changed (self, side, &clean)
      || (side->told != NULL && g_str_equal (side->told, clean != NULL ? clean : "")))
    return;
  g_free (side->told);
  side->told = g_strdup (clean != NULL ? clean : "");
  dolen_listing_edit_field (
      self->session, self->kind, self->uid, side->column, clean, _ (side->field.title));
}

static Side *
find_side (DolenListingTexts *self, GtkWidget *widget)
{
  gboolean welsh = widget == (GtkWidget *) self->sides[0].entry || widget == self->sides[0].check;

  return &self->sides[welsh ? 0 : 1];
}

static void
on_left_cb (DolenListingTexts *self, GtkWidget *entry)
{
  leave (self, find_side (self, entry));
}

static void
on_check_cb (DolenListingTexts *self, GtkWidget *button)
{
  dolen_listing_edit_mark_checked (
      self->session, self->kind, self->uid, find_side (self, button)->column);
}

/* ---- the object ---- */

static void
dolen_listing_texts_dispose (GObject *object)
{
  DolenListingTexts *self = DOLEN_LISTING_TEXTS (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_listing_texts_parent_class)->dispose (object);
}

static void
dolen_listing_texts_finalize (GObject *object)
{
  DolenListingTexts *self = DOLEN_LISTING_TEXTS (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++) {
    g_free (self->sides[i].column);
    g_free (self->sides[i].told);
  }
  dolen_bilingual_clear (&self->stored);
  g_free (self->kind);
  g_free (self->uid);
  G_OBJECT_CLASS (dolen_listing_texts_parent_class)->finalize (object);
}

static void
dolen_listing_texts_class_init (DolenListingTextsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_listing_texts_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_listing_texts_finalize;
}

static void
dolen_listing_texts_init (DolenListingTexts *self)
{
}

static GtkWidget *
new_state_line (DolenListingTexts *self, Side *side)
{
  GtkWidget *line = dolen_wrap_box_new ();
  GtkWidget *state = dolen_label_new (NULL, "caption");

  gtk_widget_add_css_class (state, "dim-label");
  gtk_widget_set_margin_top (state, 3);
  /* Translators: a button: somebody who speaks the language has read this text. */
  side->check = gtk_button_new_with_label (_ ("Mark as Checked"));
  gtk_widget_add_css_class (side->check, "chip");
  gtk_widget_add_css_class (side->check, "mark-checked");
  gtk_widget_add_css_class (side->check, "caption");
  g_signal_connect_object (
      side->check, "clicked", G_CALLBACK (on_check_cb), self, G_CONNECT_SWAPPED);
  side->state = GTK_LABEL (state);
  gtk_box_append (GTK_BOX (line), state);
  gtk_box_append (GTK_BOX (line), side->check);
  return line;
}

static GtkWidget *
new_side (DolenListingTexts *self, Side *side, DolenLanguage language)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gboolean welsh = language == DOLEN_LANGUAGE_CY;

  side->language = language;
  side->column = g_strconcat (self->spec->field, welsh ? "_cy" : "_en", NULL);
  side->field.key = side->column;
  side->field.title = welsh ? self->spec->in_welsh : self->spec->in_english;
  side->field.input = self->spec->input;
  side->entry = DOLEN_LISTING_ENTRY (dolen_listing_entry_new (&side->field));
  gtk_widget_set_vexpand (GTK_WIDGET (side->entry), TRUE);
  g_signal_connect_object (side->entry, "typed", G_CALLBACK (show_states), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (side->entry, "left", G_CALLBACK (on_left_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (side->entry));
  gtk_box_append (GTK_BOX (box), new_state_line (self, side));
  return box;
}

GtkWidget *
dolen_listing_texts_new (DolenSession *session,
                         const char *kind,
                         const char *uid,
                         const DolenListingTextSpec *spec)
{
  DolenListingTexts *self = g_object_new (DOLEN_TYPE_LISTING_TEXTS, NULL);
  GtkWidget *pair = dolen_pair_box_new ();

  self->session = g_object_ref (session);
  self->kind = g_strdup (kind);
  self->uid = g_strdup (uid);
  self->spec = spec;
  gtk_box_append (GTK_BOX (pair), new_side (self, &self->sides[0], DOLEN_LANGUAGE_CY));
  gtk_box_append (GTK_BOX (pair), new_side (self, &self->sides[1], DOLEN_LANGUAGE_EN));
  adw_bin_set_child (ADW_BIN (self), pair);
  show_states (self);
  return GTK_WIDGET (self);
}

/* What is typed and not saved stays; what was saved is what is shown now. */
static void
show_side (DolenListingTexts *self, Side *side, const DolenBilingual *text)
{
  const char *now = dolen_bilingual_peek (text, side->language);
  g_autofree char *clean = NULL;

  g_clear_pointer (&side->told, g_free);
  if (is_changed (self, side, &clean) && g_strcmp0 (clean, now) != 0)
    return;
  dolen_listing_entry_set_text (side->entry, now != NULL ? now : "");
}

void
dolen_listing_texts_show (DolenListingTexts *self, gconstpointer record)
{
  const DolenBilingual *text;

  g_return_if_fail (DOLEN_IS_LISTING_TEXTS (self) && record != NULL);

  text = (const DolenBilingual *) (gconstpointer) ((const char *) record + self->spec->offset);
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    show_side (self, &self->sides[i], text);
  dolen_bilingual_copy (&self->stored, text);
  show_states (self);
}

DolenListingEntry *
dolen_listing_texts_get_entry (DolenListingTexts *self, DolenLanguage side)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_TEXTS (self), NULL);
  return self->sides[side == DOLEN_LANGUAGE_CY ? 0 : 1].entry;
}

void
dolen_listing_texts_leave (DolenListingTexts *self)
{
  g_return_if_fail (DOLEN_IS_LISTING_TEXTS (self));

  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    leave (self, &self->sides[i]);
}

static void
show_record (GtkWidget *widget, gconstpointer record)
{
  dolen_listing_texts_show (DOLEN_LISTING_TEXTS (widget), record);
}

static void
leave_record (GtkWidget *widget)
{
  dolen_listing_texts_leave (DOLEN_LISTING_TEXTS (widget));
}

DolenListingTexts *
dolen_listing_texts_add (DolenListingFrame *frame, GtkBox *box, const DolenListingTextSpec *spec)
{
  GtkWidget *texts = dolen_listing_texts_new (dolen_listing_frame_get_session (frame),
                                              dolen_listing_frame_get_kind (frame),
                                              dolen_listing_frame_get_uid (frame),
                                              spec);

  gtk_box_append (box, texts);
  dolen_listing_frame_watch (frame, texts, show_record, leave_record);
  return DOLEN_LISTING_TEXTS (texts);
}

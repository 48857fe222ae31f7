/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-talk-view-private.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-error-message.h"
#include "app/dolen-scheme-weights.h"
#include "app/talk/dolen-talk-tiles.h"
#include "base/dolen-time.h"

#define UID "dolen-talk-uid"
#define OTHER "dolen-talk-other" /* of a heart: the "not for me" beside it, and the other way */
#define PICTURE 20
#define KIND_PICTURE 40
#define SIDE_WIDTH 360
#define SIDE_CHARS 26

/* ---- looking ---- */

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr (DolenTalkView) self = g_weak_ref_get (ref);
  g_autoptr (GError) error = NULL;
  GPtrArray *found = dolen_session_run_finish (DOLEN_SESSION (source), result, &error);

  g_weak_ref_clear (ref);
  g_free (ref);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_clear_pointer (&found, g_ptr_array_unref);
    return;
  }
  g_clear_object (&self->looking);
  g_clear_error (&self->problem);
  self->problem = g_steal_pointer (&error);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = found;
  if (self->draft->step == DOLEN_TALK_FOUND && !self->wiped)
    dolen_talk_view_show (self);
}

static gpointer
find (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  return dolen_talk_find (directory, data, cancellable, error);
}

void
dolen_talk_found_page_look (DolenTalkView *self)
{
  DolenTalkRequest *request = g_new0 (DolenTalkRequest, 1);
  DolenSessionJob job = { .name = "find for a conversation",
                          .priority = G_PRIORITY_DEFAULT,
                          .func = find,
                          .data = request,
                          .free_data = (GDestroyNotify) dolen_talk_request_free,
                          .free_result = (GDestroyNotify) g_ptr_array_unref };
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->looking = g_cancellable_new ();
  request->draft = dolen_talk_draft_copy (self->draft);
  request->filters = dolen_find_filters_copy (self->known);
  request->vocabulary = dolen_vocabulary_ref (self->vocabulary);
  request->cache = dolen_facts_cache_of (self->session);
  request->unit = dolen_find_unit (dolen_session_get_settings (self->session));
  request->today = dolen_date_today ();
  request->known
      = self->known_of_services != NULL ? dolen_profile_copy (self->known_of_services) : NULL;
  if (dolen_scheme_weights_get (self->session) != NULL)
    request->weights = dolen_weights_ref (dolen_scheme_weights_get (self->session));
  g_weak_ref_init (ref, self);
  dolen_session_run (self->session, &job, self->looking, on_found_cb, ref);
}

/* ---- a card ---- */

/* Words that want no more width than a side of a card. */
static GtkWidget *
new_text (const char *words)
{
  GtkWidget *label = dolen_label_new (words, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), SIDE_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
add_line (GtkWidget *card, const char *icon, const char *words)
{
  GtkWidget *row;
  GtkWidget *image;
  GtkWidget *label;

  if (*words == '\0')
    return;
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  image = dolen_talk_picture_new (icon, PICTURE);
  label = new_text (words);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_add_css_class (image, "talk-picture");
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (card), row);
}

static void
add_sentences (GtkWidget *card, const char *heading, const char *icon, char **sentences)
{
  if (sentences[0] == NULL)
    return;
  gtk_box_append (GTK_BOX (card), dolen_label_new (heading, "talk-small-heading"));
  for (guint i = 0; sentences[i] != NULL; i++)
    add_line (card, icon, sentences[i]);
}

static void
on_judged_cb (GtkToggleButton *button, DolenTalkView *self)
{
  const char *uid = g_object_get_data (G_OBJECT (button), UID);
  GtkToggleButton *other = g_object_get_data (G_OBJECT (button), OTHER);
  gboolean heart = gtk_widget_has_css_class (GTK_WIDGET (button), "talk-heart");

  if (gtk_toggle_button_get_active (button)) {
    gtk_toggle_button_set_active (other, FALSE);
    dolen_talk_view_take (self,
                          dolen_talk_draft_judge (
                              self->draft, uid, heart ? DOLEN_TALK_LIKED : DOLEN_TALK_NOT_FOR_ME));
  } else if (!gtk_toggle_button_get_active (other)) {
    dolen_talk_view_take (self, dolen_talk_draft_judge (self->draft, uid, DOLEN_TALK_NO_OPINION));
  }
}

static GtkWidget *
new_judgement (const char *icon, const char *words, const char *name, gboolean on)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (words);
  /* Five cards say the same words: a screen reader hears of which. */
  g_autofree char *spoken = g_strconcat (words, ": ", name, NULL);

  g_object_set (label, "wrap", TRUE, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, NULL);
  gtk_box_append (GTK_BOX (row), dolen_talk_picture_new (icon, PICTURE));
  gtk_box_append (GTK_BOX (row), label);
  gtk_widget_set_halign (row, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "talk-judge");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), on);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
}

static void
add_judgement (DolenTalkView *self, GtkWidget *card, const DolenTalkFound *found)
{
  DolenTalkOpinion opinion = dolen_talk_draft_opinion (self->draft, found->uid);
  GtkWidget *box = dolen_talk_grid_box_new (200, 2);
  GtkWidget *yes = new_judgement ("dolen-talk-heart-symbolic",
                                  /* Translators: beside a suggestion, said by the person. */
                                  dolen_text (self->draft->language, "I would like that"),
                                  found->name,
                                  opinion == DOLEN_TALK_LIKED);
  GtkWidget *no = new_judgement ("dolen-talk-no-symbolic",
                                 /* Translators: beside a suggestion, said by the person. */
                                 dolen_text (self->draft->language, "Not for me"),
                                 found->name,
                                 opinion == DOLEN_TALK_NOT_FOR_ME);
  GtkWidget *buttons[] = { yes, no };

  gtk_widget_add_css_class (yes, "talk-heart");
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++) {
    g_object_set_data_full (G_OBJECT (buttons[i]), UID, g_strdup (found->uid), g_free);
    g_object_set_data (G_OBJECT (buttons[i]), OTHER, buttons[1 - i]);
    g_signal_connect_object (buttons[i], "toggled", G_CALLBACK (on_judged_cb), self, 0);
    gtk_box_append (GTK_BOX (box), buttons[i]);
  }
  gtk_box_append (GTK_BOX (card), box);
}

/* The kind of thing as a picture, and its name: a stop for Tab, where the whole card is read aloud.
 */
static GtkWidget *
new_head (const DolenTalkFound *found)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *image = dolen_talk_picture_new (found->icon, KIND_PICTURE);
  GtkWidget *name = dolen_label_new (found->name, "talk-name");

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_add_css_class (image, "talk-kind");
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_focusable (name, TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_PROPERTY_LABEL, found->spoken, -1);
  gtk_box_append (GTK_BOX (head), image);
  gtk_box_append (GTK_BOX (head), name);
  return head;
}

static void
add_card (DolenTalkView *self, const DolenTalkFound *found)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  /* What it is, and why: beside each other where there is room. */
  GtkWidget *sides = dolen_talk_grid_box_new (SIDE_WIDTH, 2);
  GtkWidget *side[]
      = { gtk_box_new (GTK_ORIENTATION_VERTICAL, 10), gtk_box_new (GTK_ORIENTATION_VERTICAL, 10) };

  gtk_widget_add_css_class (card, "talk-card");
  gtk_box_append (GTK_BOX (card), new_head (found));
  gtk_box_append (GTK_BOX (card), sides);
  for (gsize i = 0; i < G_N_ELEMENTS (side); i++)
    gtk_box_append (GTK_BOX (sides), side[i]);
  if (*found->what != '\0')
    gtk_box_append (GTK_BOX (side[0]), new_text (found->what));
  add_line (side[0], "dolen-talk-pin-symbolic", found->where);
  add_line (side[0], "dolen-talk-clock-symbolic", found->when);
  add_line (side[0], "dolen-talk-coin-symbolic", found->cost);
  add_line (side[0], "dolen-talk-clock-symbolic", found->wait);
  /* Translators: on a suggestion: the reasons follow. */
  add_sentences (side[1],
                 dolen_text (self->draft->language, "Why it may suit you"),
                 "dolen-verdict-yes-symbolic",
                 found->why);
  /* Translators: on a suggestion: questions follow that the worker would ask the group. */
  add_sentences (side[1],
                 dolen_text (self->draft->language, "What we would ask them first"),
                 "dolen-verdict-unknown-symbolic",
                 found->ask);
  add_judgement (self, card, found);
  gtk_box_append (self->page_box, card);
}

/* ---- the page ---- */

static void
add_nothing (DolenTalkView *self)
{
  const char *words;

  if (self->problem != NULL) {
    g_autofree char *message = dolen_error_to_message (self->problem);

    gtk_box_append (self->page_box, dolen_label_new (message, "talk-own"));
    return;
  }
  if (self->draft->interests[0] == NULL && self->draft->needs[0] == NULL)
    words = dolen_text (
        self->draft->language,
        "Tell us one thing you enjoy, or one thing that matters to you, and we will look. "
        "Back goes to the questions.");
  else
    words = dolen_text (
        self->draft->language,
        "We did not find anything near enough yet. We will go on looking for you, and "
        "what you told us helps.");
  gtk_box_append (self->page_box, dolen_label_new (words, "talk-own"));
}

static void
add_waiting (DolenTalkView *self)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 48, 48);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: suggestions are being looked for. */
                                  dolen_text (self->draft->language, "Looking"),
                                  -1);
  gtk_box_append (self->page_box, spinner);
}

void
dolen_talk_found_page_fill (DolenTalkView *self)
{
  dolen_talk_pages_begin (self);
  if (self->looking != NULL) {
    add_waiting (self);
    return;
  }
  if (self->found == NULL || self->found->len == 0) {
    add_nothing (self);
    return;
  }
  for (guint i = 0; i < self->found->len; i++)
    add_card (self, g_ptr_array_index (self->found, i));
}

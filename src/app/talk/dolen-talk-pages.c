/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-talk-view-private.h"

#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/talk/dolen-talk-choices.h"
#include "app/talk/dolen-talk-tiles.h"
#include "app/talk/dolen-talk-words.h"
#include "base/dolen-text.h"

#define TILE_WIDTH 240
#define SHORT_TILE_WIDTH 150
#define MOST_COLUMNS 3
#define CROSS 16
/* So much of what gets in the way is offered before "more". */
#define FIRST_BARRIERS 12

/* ---- pieces ---- */

static GtkWidget *
add_label (DolenTalkView *self, const char *text, const char *css)
{
  GtkWidget *label = dolen_label_new (text, css);

  gtk_box_append (self->page_box, label);
  return label;
}

static GtkWidget *
add_grid (DolenTalkView *self, int width, guint most)
{
  GtkWidget *grid = dolen_talk_grid_box_new (width, most);

  gtk_box_append (self->page_box, grid);
  return grid;
}

static void
add_term_tile (DolenTalkView *self, GtkWidget *grid, const DolenTerm *term, const char *icon)
{
  const DolenTalkChoice choice
      = { .of = DOLEN_TALK_CHOICE_TERM, .kind = term->kind, .code = term->code };

  gtk_box_append (GTK_BOX (grid),
                  dolen_talk_choice_tile_new (
                      self, &choice, icon, dolen_talk_say (term, self->draft->language)));
}

/* ---- chosen elsewhere, or typed ---- */

static void
on_chip_clicked_cb (GtkButton *chip, DolenTalkView *self)
{
  const DolenTerm *term = g_object_get_data (G_OBJECT (chip), "dolen-term");
  const char *word = g_object_get_data (G_OBJECT (chip), "dolen-word");

  if (g_object_get_data (G_OBJECT (chip), "dolen-disliked") != NULL)
    dolen_talk_view_take (self, dolen_talk_draft_dislike (self->draft, term->code, FALSE));
  else if (term != NULL)
    dolen_talk_view_take (self,
                          dolen_talk_draft_choose (self->draft, term->kind, term->code, FALSE));
  else
    dolen_talk_view_take (self, dolen_talk_draft_set_word (self->draft, word, FALSE));
  g_clear_pointer (&self->said, g_free);
  dolen_talk_view_show (self);
}

static GtkWidget *
add_chip (DolenTalkView *self, const char *words)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (words);
  /* Translators: for a screen reader, on something the person said; clicking takes it away. */
  g_autofree char *spoken
      = g_strdup_printf (dolen_text (self->draft->language, "Take away: %s"), words);

  g_object_set (label, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 28, NULL);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), dolen_talk_picture_new ("window-close-symbolic", CROSS));
  gtk_button_set_child (GTK_BUTTON (chip), row);
  gtk_widget_add_css_class (chip, "talk-chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_chip_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->chosen_box), chip);
  return chip;
}

/* What stands as a tile on the page is not said twice. */
static gboolean
is_on_page (DolenTalkView *self, const DolenTerm *term)
{
  guint n, shown;
  const DolenTalkWord *words = dolen_talk_words (term->kind, &n);

  if (term->kind == DOLEN_TERM_INTEREST)
    return FALSE;
  shown = term->kind == DOLEN_TERM_BARRIER && !self->more ? FIRST_BARRIERS : n;
  for (guint i = 0; i < shown; i++)
    if (g_str_equal (words[i].code, term->code))
      return TRUE;
  return FALSE;
}

static void
add_chips_of (DolenTalkView *self, DolenTermKind kind)
{
  char **codes = dolen_talk_draft_codes (self->draft, kind);

  for (guint i = 0; codes[i] != NULL; i++) {
    const DolenTerm *term = dolen_vocabulary_by_code (self->vocabulary, kind, codes[i]);

    if (term != NULL && !is_on_page (self, term))
      g_object_set_data (G_OBJECT (add_chip (self, dolen_talk_say (term, self->draft->language))),
                         "dolen-term",
                         (gpointer) term);
  }
}

static void
add_disliked_chips (DolenTalkView *self)
{
  DolenLanguage language = self->draft->language;

  for (guint i = 0; self->draft->dislikes[i] != NULL; i++) {
    const DolenTerm *term = dolen_vocabulary_by_code (
        self->vocabulary, DOLEN_TERM_INTEREST, self->draft->dislikes[i]);
    g_autofree char *words = NULL;
    GObject *chip;

    if (term == NULL)
      continue;
    words = g_strdup_printf (dolen_text (language, "not: %s"), dolen_term_label (term, language));
    chip = G_OBJECT (add_chip (self, words));
    g_object_set_data (chip, "dolen-term", (gpointer) term);
    g_object_set_data (chip, "dolen-disliked", chip);
  }
}

static void
add_word_chips (DolenTalkView *self)
{
  for (guint i = 0; self->draft->words[i] != NULL; i++)
    g_object_set_data_full (G_OBJECT (add_chip (self, self->draft->words[i])),
                            "dolen-word",
                            g_strdup (self->draft->words[i]),
                            g_free);
}

static void
show_chosen (DolenTalkView *self)
{
  if (self->chosen_box == NULL)
    return;
  dolen_box_clear (self->chosen_box);
  switch (self->draft->step) {
  case DOLEN_TALK_MATTERS:
    add_chips_of (self, DOLEN_TERM_NEED);
    break;
  case DOLEN_TALK_ENJOY:
    add_chips_of (self, DOLEN_TERM_INTEREST);
    add_disliked_chips (self);
    add_word_chips (self);
    break;
  case DOLEN_TALK_HINDERS:
    add_chips_of (self, DOLEN_TERM_BARRIER);
    break;
  case DOLEN_TALK_WHERE:
  case DOLEN_TALK_WHEN:
  case DOLEN_TALK_FOUND:
  case DOLEN_TALK_N_STEPS:
  default:
    break;
  }
  gtk_widget_set_visible (self->chosen_box, gtk_widget_get_first_child (self->chosen_box) != NULL);
}

/* ---- typed ---- */

/* Where they set out from, told on the page about getting there. */
static gboolean
take_place (DolenTalkView *self, const char *line)
{
  g_autoptr (DolenFindFilters) asked = dolen_find_filters_new ();
  g_autofree char *known = NULL;
  DolenPosition position;

  if (self->draft->step != DOLEN_TALK_WHERE)
    return FALSE;
  asked->place = dolen_text_clean_line (line);
  if (asked->place == NULL || !dolen_find_filters_locate (asked, &position, &known))
    return FALSE;
  dolen_talk_view_take (self, dolen_talk_draft_set_place (self->draft, line));
  g_free (self->said);
  /* Translators: to the person, who typed where they live; %s is a place. */
  self->said
      = g_strdup_printf (dolen_text (self->draft->language, "Thank you. From: %s."), asked->place);
  return TRUE;
}

static void
on_entry_activated_cb (DolenTalkView *self)
{
  const char *line = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (DolenTalkUnderstood) understood = NULL;

  if (dolen_text_is_empty (line))
    return;
  if (!take_place (self, line)) {
    understood = dolen_talk_understand (self->vocabulary, self->draft, line);
    g_free (self->said);
    self->said = dolen_talk_understood_sentence (understood, self->draft->language);
    dolen_talk_view_take (self, g_steal_pointer (&understood->draft));
  }
  dolen_talk_view_show (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
add_entry (DolenTalkView *self, const char *placeholder)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  /* Translators: adds what was typed. */
  GtkWidget *button = gtk_button_new_with_label (dolen_text (self->draft->language, "Add"));

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, placeholder);
  g_object_set (self->entry, "hexpand", TRUE, "width-chars", 3, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dolen_text (self->draft->language, "Say it in your own words"),
                                  -1);
  g_signal_connect_object (
      self->entry, "activate", G_CALLBACK (on_entry_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      button, "clicked", G_CALLBACK (on_entry_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (row), button);
  gtk_widget_add_css_class (row, "talk-entry");
  gtk_box_append (self->page_box, row);
  self->said_label = add_label (self, self->said != NULL ? self->said : "", "talk-said");
  gtk_widget_set_visible (self->said_label, self->said != NULL);
  self->chosen_box = dolen_wrap_box_new ();
  gtk_box_append (self->page_box, self->chosen_box);
  show_chosen (self);
}

/* ---- the questions ---- */

static void
add_words (DolenTalkView *self, DolenTermKind kind, guint most)
{
  guint n;
  const DolenTalkWord *words = dolen_talk_words (kind, &n);
  GtkWidget *grid = add_grid (self, TILE_WIDTH, MOST_COLUMNS);

  for (guint i = 0; i < MIN (n, most); i++) {
    const DolenTerm *term = dolen_vocabulary_by_code (self->vocabulary, kind, words[i].code);

    if (term != NULL)
      add_term_tile (self, grid, term, words[i].icon);
  }
}

static void
fill_matters (DolenTalkView *self)
{
  /* Translators: an example of what a person might say matters to them. */
  add_entry (self, dolen_text (self->draft->language, "Getting out of the house again…"));
  if (self->draft->matters != NULL)
    add_label (self, self->draft->matters, "talk-own");
  add_words (self, DOLEN_TERM_NEED, G_MAXUINT);
}

static void
fill_hinders (DolenTalkView *self)
{
  guint n;

  dolen_talk_words (DOLEN_TERM_BARRIER, &n);
  /* Translators: examples of what gets in somebody's way, as they would type it. */
  add_entry (self, dolen_text (self->draft->language, "no car, can’t do stairs…"));
  add_words (self, DOLEN_TERM_BARRIER, self->more ? G_MAXUINT : FIRST_BARRIERS);
  if (!self->more && n > FIRST_BARRIERS) {
    /* Translators: shows more things that can get in the way. */
    GtkWidget *button
        = gtk_button_new_with_label (dolen_text (self->draft->language, "Something else"));

    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "talk.more");
    gtk_widget_add_css_class (button, "talk-more");
    gtk_box_append (self->page_box, button);
  }
}

static void
add_choices (DolenTalkView *self,
             const char *heading,
             const DolenTalkChoice *choices,
             const char *const *icons,
             const char *const *words,
             int width)
{
  GtkWidget *grid;

  add_label (self, heading, "talk-heading");
  /* Four are two and two. */
  grid = add_grid (self, width, g_strv_length ((char **) words) == 4 ? 2 : MOST_COLUMNS);
  for (guint i = 0; words[i] != NULL; i++)
    gtk_box_append (
        GTK_BOX (grid),
        dolen_talk_choice_tile_new (self, &choices[i], icons != NULL ? icons[i] : NULL, words[i]));
}

static void
fill_where (DolenTalkView *self)
{
  static const DolenTalkChoice means[] = {
    { .of = DOLEN_TALK_CHOICE_MEANS, .bit = DOLEN_TALK_WALK },
    { .of = DOLEN_TALK_CHOICE_MEANS, .bit = DOLEN_TALK_BUS },
    { .of = DOLEN_TALK_CHOICE_MEANS, .bit = DOLEN_TALK_LIFT },
    { .of = DOLEN_TALK_CHOICE_MEANS, .bit = DOLEN_TALK_CAR },
  };
  static const char *const icons[] = { "dolen-talk-walk-symbolic",
                                       "dolen-talk-bus-symbolic",
                                       "dolen-people-symbolic",
                                       "dolen-talk-car-symbolic" };
  /* A mile, five, ten; as far as it takes. */
  static const DolenTalkChoice far[] = {
    { .of = DOLEN_TALK_CHOICE_FAR, .km = 1.609344 },
    { .of = DOLEN_TALK_CHOICE_FAR, .km = 8.04672 },
    { .of = DOLEN_TALK_CHOICE_FAR, .km = 16.09344 },
    { .of = DOLEN_TALK_CHOICE_FAR, .km = 0 },
  };
  DolenLanguage language = self->draft->language;
  const char *means_words[] = { dolen_talk_means_name (language, 0),
                                dolen_talk_means_name (language, 1),
                                dolen_talk_means_name (language, 2),
                                dolen_talk_means_name (language, 3),
                                NULL };
  const char *far_words[] = { /* Translators: how far somebody would go; about a mile. */
                              dolen_text (self->draft->language, "Close by, about a mile"),
                              dolen_text (self->draft->language, "Up to 5 miles"),
                              dolen_text (self->draft->language, "Up to 10 miles"),
                              /* Translators: how far somebody would go. */
                              dolen_text (self->draft->language, "As far as it takes"),
                              NULL
  };

  add_choices (self,
               /* Translators: a heading: how somebody gets about. */
               dolen_text (self->draft->language, "How I get about"),
               means,
               icons,
               means_words,
               TILE_WIDTH);
  /* Translators: a heading: how far somebody would go. */
  add_choices (self,
               dolen_text (self->draft->language, "How far is all right"),
               far,
               NULL,
               far_words,
               TILE_WIDTH);
  /* Translators: a heading: where somebody sets out from. */
  add_label (self, dolen_text (self->draft->language, "Where I set out from"), "talk-heading");
  /* Translators: an example of what to type; any town and postcode. */
  add_entry (self, dolen_text (self->draft->language, "Llandysul, or SA44…"));
  if (self->draft->place != NULL && self->said == NULL) {
    g_autofree char *from
        = g_strdup_printf (dolen_text (self->draft->language, "From: %s"), self->draft->place);

    add_label (self, from, "talk-own");
  }
}

static void
add_days (DolenTalkView *self)
{
  DolenTalkChoice days[7];
  const char *words[8] = { NULL };

  for (guint i = 0; i < 7; i++) {
    days[i] = (DolenTalkChoice){ .of = DOLEN_TALK_CHOICE_DAY, .bit = DOLEN_DAY_BIT (i + 1) };
    words[i] = dolen_talk_day_name (self->draft->language, i);
  }
  /* Translators: a heading: on which days somebody is free. */
  add_choices (
      self, dolen_text (self->draft->language, "Good days"), days, NULL, words, SHORT_TILE_WIDTH);
}

static void
fill_when (DolenTalkView *self)
{
  static const DolenTalkChoice times[] = {
    { .of = DOLEN_TALK_CHOICE_TIME, .bit = DOLEN_TALK_MORNING },
    { .of = DOLEN_TALK_CHOICE_TIME, .bit = DOLEN_TALK_AFTERNOON },
    { .of = DOLEN_TALK_CHOICE_TIME, .bit = DOLEN_TALK_EVENING },
  };
  static const DolenTalkChoice lengths[] = {
    { .of = DOLEN_TALK_CHOICE_MINUTES, .minutes = 30 },
    { .of = DOLEN_TALK_CHOICE_MINUTES, .minutes = 60 },
    { .of = DOLEN_TALK_CHOICE_MINUTES, .minutes = 120 },
    { .of = DOLEN_TALK_CHOICE_MINUTES, .minutes = 0 },
  };
  DolenLanguage language = self->draft->language;
  const char *time_words[] = { dolen_talk_time_name (language, 0),
                               dolen_talk_time_name (language, 1),
                               dolen_talk_time_name (language, 2),
                               NULL };
  const char *length_words[5] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    length_words[i] = dolen_talk_minutes_name (language, lengths[i].minutes);
  add_days (self);
  /* Translators: a heading: at which times of day somebody is free. */
  add_choices (
      self, dolen_text (self->draft->language, "Good times"), times, NULL, time_words, TILE_WIDTH);
  /* Translators: a heading: for how long somebody can stay. */
  add_choices (self,
               dolen_text (self->draft->language, "How long I can stay"),
               lengths,
               NULL,
               length_words,
               TILE_WIDTH);
}

/* ---- a page ---- */

static void
fill_question (DolenTalkView *self)
{
  switch (self->draft->step) {
  case DOLEN_TALK_MATTERS:
    fill_matters (self);
    break;
  case DOLEN_TALK_ENJOY:
    /* Translators: examples of what somebody enjoys, as they would type it. */
    add_entry (self, dolen_text (self->draft->language, "singing, a chat, the garden…"));
    dolen_talk_interests_fill (self, GTK_WIDGET (self->page_box));
    break;
  case DOLEN_TALK_HINDERS:
    fill_hinders (self);
    break;
  case DOLEN_TALK_WHERE:
    fill_where (self);
    break;
  case DOLEN_TALK_WHEN:
    fill_when (self);
    break;
  case DOLEN_TALK_FOUND:
  case DOLEN_TALK_N_STEPS:
  default:
    g_assert_not_reached ();
  }
}

void
dolen_talk_pages_begin (DolenTalkView *self)
{
  DolenLanguage language = self->draft->language;
  g_autofree char *progress = dolen_talk_progress (self->draft->step, language);

  self->entry = NULL;
  self->said_label = NULL;
  self->chosen_box = NULL;
  self->narrower_box = NULL;
  dolen_box_clear (GTK_WIDGET (self->page_box));
  if (*progress != '\0')
    add_label (self, progress, "talk-progress");
  self->question
      = add_label (self, dolen_talk_question (self->draft->step, language), "talk-question");
  gtk_widget_set_focusable (self->question, TRUE);
  add_label (self, dolen_talk_hint (self->draft->step, language), "talk-hint");
}

void
dolen_talk_pages_fill (DolenTalkView *self)
{
  dolen_talk_pages_begin (self);
  if (self->group != NULL)
    dolen_talk_interests_fill_group (self, GTK_WIDGET (self->page_box));
  else
    fill_question (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-talk-view-private.h"

#include "app/casework/dolen-widget-util.h"
#include "app/talk/dolen-talk-choices.h"
#include "app/talk/dolen-talk-tiles.h"
#include "app/talk/dolen-talk-words.h"
#include "language/dolen-collation.h"

/*
 * What they enjoy: the groups of the vocabulary as doors; behind each what stands directly in it;
 * and beneath what is chosen there, what is narrower. So there are never hundreds of things to look
 * at.
 */

#define TILE_WIDTH 240
#define MOST_COLUMNS 3

static gboolean
is_directly_in (const DolenTerm *term, const DolenTerm *group)
{
  for (guint i = 0; i < term->n_broader; i++)
    if (term->broader[i] == group->index)
      return TRUE;
  return FALSE;
}

static int
by_label (gconstpointer a, gconstpointer b, gpointer language)
{
  const DolenTerm *const *x = a, *const *y = b;
  DolenLanguage in = (DolenLanguage) GPOINTER_TO_INT (language);

  return dolen_collate (in, dolen_term_label (*x, in), dolen_term_label (*y, in));
}

/* (element-type DolenTerm): those directly in @group, in the order of their labels. */
static GPtrArray *
list_in (DolenTalkView *self, const DolenTerm *group)
{
  GPtrArray *list = g_ptr_array_new ();
  guint n = dolen_vocabulary_count (self->vocabulary, DOLEN_TERM_INTEREST);

  for (guint i = 0; i < n; i++) {
    const DolenTerm *term = dolen_vocabulary_term (self->vocabulary, DOLEN_TERM_INTEREST, i);

    if (is_directly_in (term, group))
      g_ptr_array_add (list, (gpointer) term);
  }
  g_ptr_array_sort_with_data (list, by_label, GINT_TO_POINTER (self->draft->language));
  return list;
}

static void
append_tiles (DolenTalkView *self, GtkWidget *box, const GPtrArray *terms)
{
  GtkWidget *grid = dolen_talk_grid_box_new (TILE_WIDTH, MOST_COLUMNS);

  for (guint i = 0; i < terms->len; i++) {
    const DolenTerm *term = g_ptr_array_index (terms, i);
    const DolenTalkChoice choice
        = { .of = DOLEN_TALK_CHOICE_TERM, .kind = DOLEN_TERM_INTEREST, .code = term->code };

    gtk_box_append (GTK_BOX (grid),
                    dolen_talk_choice_tile_new (
                        self, &choice, NULL, dolen_term_label (term, self->draft->language)));
  }
  gtk_box_append (GTK_BOX (box), grid);
}

static guint
count_chosen (DolenTalkView *self, const DolenTerm *group)
{
  guint n = 0;

  for (guint i = 0; self->draft->interests[i] != NULL; i++) {
    const DolenTerm *term = dolen_vocabulary_by_code (
        self->vocabulary, DOLEN_TERM_INTEREST, self->draft->interests[i]);

    if (term != NULL
        && dolen_term_set_has (
            dolen_vocabulary_closure (self->vocabulary, DOLEN_TERM_INTEREST, term->index),
            group->index))
      n++;
  }
  return n;
}

static void
add_door (DolenTalkView *self, GtkWidget *grid, const DolenTerm *group, const char *icon)
{
  guint chosen = count_chosen (self, group);
  g_autofree char *count = chosen > 0 ? g_strdup_printf ("%u", chosen) : g_strdup ("");
  GtkWidget *door
      = dolen_talk_door_new (icon, dolen_talk_say (group, self->draft->language), count);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (door), "talk.group");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (door), "s", group->code);
  gtk_box_append (GTK_BOX (grid), door);
}

static gboolean
is_among (const DolenTalkWord *groups, guint n, const DolenTerm *term)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (groups[i].code, term->code))
      return TRUE;
  return FALSE;
}

/* The groups that have words of their own, then what else stands under nothing. */
void
dolen_talk_interests_fill (DolenTalkView *self, GtkWidget *box)
{
  guint n, n_terms = dolen_vocabulary_count (self->vocabulary, DOLEN_TERM_INTEREST);
  const DolenTalkWord *groups = dolen_talk_words (DOLEN_TERM_INTEREST, &n);
  GtkWidget *grid = dolen_talk_grid_box_new (TILE_WIDTH, MOST_COLUMNS);

  for (guint i = 0; i < n; i++) {
    const DolenTerm *group
        = dolen_vocabulary_by_code (self->vocabulary, DOLEN_TERM_INTEREST, groups[i].code);

    if (group != NULL)
      add_door (self, grid, group, groups[i].icon);
  }
  for (guint i = 0; i < n_terms; i++) {
    const DolenTerm *term = dolen_vocabulary_term (self->vocabulary, DOLEN_TERM_INTEREST, i);

    if (term->n_broader == 0 && !is_among (groups, n, term))
      add_door (self, grid, term, "dolen-talk-star-symbolic");
  }
  gtk_box_append (GTK_BOX (box), grid);
}

static void
fill_narrower (DolenTalkView *self)
{
  const DolenTerm *group
      = dolen_vocabulary_by_code (self->vocabulary, DOLEN_TERM_INTEREST, self->group);
  g_autoptr (GPtrArray) terms = list_in (self, group);

  dolen_box_clear (self->narrower_box);
  for (guint i = 0; i < terms->len; i++) {
    const DolenTerm *term = g_ptr_array_index (terms, i);
    g_autoptr (GPtrArray) narrower = NULL;

    if (!dolen_talk_draft_has (self->draft, DOLEN_TERM_INTEREST, term->code))
      continue;
    narrower = list_in (self, term);
    if (narrower->len == 0)
      continue;
    gtk_box_append (
        GTK_BOX (self->narrower_box),
        dolen_label_new (dolen_term_label (term, self->draft->language), "talk-heading"));
    append_tiles (self, self->narrower_box, narrower);
  }
}

void
dolen_talk_interests_fill_group (DolenTalkView *self, GtkWidget *box)
{
  const DolenTerm *group
      = dolen_vocabulary_by_code (self->vocabulary, DOLEN_TERM_INTEREST, self->group);
  g_autoptr (GPtrArray) terms = NULL;

  if (group == NULL)
    return;
  terms = list_in (self, group);
  /* All of it can be meant, too. */
  g_ptr_array_insert (terms, 0, (gpointer) group);
  gtk_box_append (GTK_BOX (box),
                  dolen_label_new (dolen_talk_say (group, self->draft->language), "talk-heading"));
  append_tiles (self, box, terms);
  self->narrower_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (box), self->narrower_box);
  fill_narrower (self);
}

void
dolen_talk_interests_chose (DolenTalkView *self, GtkWidget *tile)
{
  /* Where one of the narrower was touched they stay. */
  if (self->narrower_box != NULL && !gtk_widget_is_ancestor (tile, self->narrower_box))
    fill_narrower (self);
}

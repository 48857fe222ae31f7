/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-talk-choices.h"

#include "app/talk/dolen-talk-tiles.h"

#define CHOICE "dolen-talk-choice"

gboolean
dolen_talk_choice_is_made (const DolenTalkChoice *choice, const DolenTalkDraft *draft)
{
  switch (choice->of) {
  case DOLEN_TALK_CHOICE_TERM:
    return dolen_talk_draft_has (draft, choice->kind, choice->code);
  case DOLEN_TALK_CHOICE_MEANS:
    return (draft->means & choice->bit) != 0;
  case DOLEN_TALK_CHOICE_FAR:
    return draft->max_km >= 0 && ABS (draft->max_km - choice->km) < 0.6;
  case DOLEN_TALK_CHOICE_DAY:
    return (draft->days & choice->bit) != 0;
  case DOLEN_TALK_CHOICE_TIME:
    return (draft->times & choice->bit) != 0;
  case DOLEN_TALK_CHOICE_MINUTES:
  default:
    return draft->max_minutes == choice->minutes;
  }
}

DolenTalkDraft *
dolen_talk_choice_make (const DolenTalkChoice *choice, const DolenTalkDraft *draft, gboolean on)
{
  switch (choice->of) {
  case DOLEN_TALK_CHOICE_TERM:
    return dolen_talk_draft_choose (draft, choice->kind, choice->code, on);
  case DOLEN_TALK_CHOICE_MEANS:
    return dolen_talk_draft_set_means (draft, choice->bit, on);
  case DOLEN_TALK_CHOICE_FAR:
    return dolen_talk_draft_set_far (draft, on ? choice->km : -1);
  case DOLEN_TALK_CHOICE_DAY:
    return dolen_talk_draft_set_days (draft, choice->bit, on);
  case DOLEN_TALK_CHOICE_TIME:
    return dolen_talk_draft_set_times (draft, choice->bit, on);
  case DOLEN_TALK_CHOICE_MINUTES:
  default:
    return dolen_talk_draft_set_minutes (draft, on ? choice->minutes : -1);
  }
}

/* Of how far and how long only one is true. */
static void
let_go_of_others (GtkToggleButton *tile, DolenTalkChoiceOf of)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (tile));

  for (GtkWidget *other = gtk_widget_get_first_child (box); other != NULL;
       other = gtk_widget_get_next_sibling (other)) {
    const DolenTalkChoice *choice = g_object_get_data (G_OBJECT (other), CHOICE);

    if (other != GTK_WIDGET (tile) && choice != NULL && choice->of == of)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (other), FALSE);
  }
}

static void
on_toggled_cb (GtkToggleButton *tile, DolenTalkView *self)
{
  const DolenTalkChoice *choice = g_object_get_data (G_OBJECT (tile), CHOICE);
  gboolean on = gtk_toggle_button_get_active (tile);

  if (on && (choice->of == DOLEN_TALK_CHOICE_FAR || choice->of == DOLEN_TALK_CHOICE_MINUTES))
    let_go_of_others (tile, choice->of);
  dolen_talk_view_take (self, dolen_talk_choice_make (choice, self->draft, on));
  if (choice->of == DOLEN_TALK_CHOICE_TERM)
    dolen_talk_interests_chose (self, GTK_WIDGET (tile));
}

GtkWidget *
dolen_talk_choice_tile_new (DolenTalkView *self,
                            const DolenTalkChoice *choice,
                            const char *icon,
                            const char *words)
{
  GtkWidget *tile
      = dolen_talk_tile_new (icon, words, dolen_talk_choice_is_made (choice, self->draft));

  g_object_set_data_full (G_OBJECT (tile), CHOICE, g_memdup2 (choice, sizeof *choice), g_free);
  g_signal_connect_object (tile, "toggled", G_CALLBACK (on_toggled_cb), self, 0);
  return tile;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-refer-window-private.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-choice-row.h"

#include <glib/gi18n.h>

/* Signposting gives the person a paper too: where it may harm them at home it asks, as the hand-out
 * does (app/find/dolen-hand-out-window.h). */

enum {
  NOT_ASKED,
  SAFE,
  DISCREET
};

/* NULL with @error: nobody can tell. */
static DolenSafePaper *
find_reason_to_ask (DolenReferWindow *self, GError **error)
{
  DolenVocabulary *vocabulary;
  g_autoptr (DolenSafePaper) safe = NULL;

  if (self->referral->kind != DOLEN_SIGNPOSTING || self->service == NULL)
    return NULL;
  vocabulary = dolen_vocabulary_default (error);
  safe = vocabulary != NULL ? dolen_safe_paper_new (NULL, vocabulary, error) : NULL;
  if (safe == NULL)
    return NULL;
  if (dolen_safe_paper_person_asks (safe,
                                    (const char *const *) self->person->needs,
                                    (const char *const *) self->person->barriers)
      || dolen_safe_paper_service_asks (safe, self->service, self->organisation))
    return g_steal_pointer (&safe);
  return NULL;
}

void
dolen_refer_window_add_safe (DolenReferWindow *self, GtkBox *box)
{
  const char *const answers[] = {
    _ ("Not asked yet"), C_ ("is it safe", "Yes"), _ ("No, or not sure: a discreet one"), NULL
  };
  GtkWidget *group, *row;
  g_autoptr (GtkStringList) model = NULL;
  g_autoptr (GError) error = NULL;

  self->safe = find_reason_to_ask (self, &error);
  if (error != NULL) {
    self->safe_unread = TRUE;
    gtk_box_append (box, dolen_label_new (error->message, "error"));
  }
  if (self->safe == NULL)
    return;
  group = adw_preferences_group_new ();
  row = adw_combo_row_new ();
  model = gtk_string_list_new (answers);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Ask them before you print: somebody at home may find it, and what it is about can do "
         "them harm there."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Is this paper safe at home?"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  dolen_choice_row_show_whole (ADW_COMBO_ROW (row));
  self->safe_row = ADW_COMBO_ROW (row);
  g_signal_connect_object (
      row, "notify::selected", G_CALLBACK (dolen_refer_window_update), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_box_append (box, group);
}

gboolean
dolen_refer_window_paper_may_leave (DolenReferWindow *self)
{
  if (self->safe_unread)
    return FALSE;
  return self->safe_row == NULL || adw_combo_row_get_selected (self->safe_row) != NOT_ASKED;
}

const DolenSafePaper *
dolen_refer_window_get_discreet (DolenReferWindow *self)
{
  return self->safe_row != NULL && adw_combo_row_get_selected (self->safe_row) == DISCREET
             ? self->safe
             : NULL;
}

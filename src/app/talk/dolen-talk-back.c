/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-talk-view-private.h"

#include "app/casework/dolen-vault-gate.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-error-message.h"
#include "app/dolen-window.h"
#include "app/find/dolen-hand-out-window.h"
#include "app/talk/dolen-talk-take.h"

#include <glib/gi18n.h>

/*
 * The screen goes back to the worker: the person is asked to turn it; the case records lock and
 * open again for the worker; who sees what was chosen, and takes it over or not.
 */

static void
show (DolenTalkView *self, GtkWidget *page)
{
  adw_bin_set_child (self->back_bin, page);
  gtk_stack_set_visible_child_name (self->stack, "back");
}

static void
show_talk (DolenTalkView *self)
{
  gtk_stack_set_visible_child_name (self->stack, "talk");
  adw_bin_set_child (self->back_bin, NULL);
  dolen_talk_view_show (self);
  if (self->question != NULL)
    gtk_widget_grab_focus (self->question);
}

static GtkWidget *
new_button (const char *words, gboolean suggested, GCallback func, DolenTalkView *self)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                         GTK_JUSTIFY_CENTER);
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", func, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_column (GtkWidget **column)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (*column, "talk-page");
  adw_clamp_set_child (ADW_CLAMP (clamp), *column);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

/* ---- asking for the screen ---- */

static void
on_mine_clicked_cb (DolenTalkView *self)
{
  if (!self->guarded)
    dolen_talk_back_review (self);
  else if (dolen_session_is_unlocked (self->session))
    dolen_session_lock (self->session);
  else
    dolen_talk_back_locked (self);
}

void
dolen_talk_back_ask (DolenTalkView *self)
{
  GtkWidget *column;
  GtkWidget *page = new_column (&column);
  GtkWidget *title
      = dolen_label_new (dolen_text (self->draft->language, "Thank you"), "talk-question");
  GtkWidget *again;

  gtk_widget_set_focusable (title, TRUE);
  gtk_widget_add_css_class (page, "talk");
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (column), title);
  gtk_box_append (GTK_BOX (column),
                  dolen_label_new (dolen_text (self->draft->language,
                                               "Please turn the screen back to your worker."),
                                   "talk-hint"));
  again = new_button (
      dolen_text (self->draft->language, "Go on talking"), FALSE, G_CALLBACK (show_talk), self);
  gtk_box_append (GTK_BOX (column), again);
  gtk_box_append (GTK_BOX (column),
                  new_button (/* Translators: of the worker, who takes the screen back. */
                              dolen_text (self->draft->language, "I am the worker"),
                              TRUE,
                              G_CALLBACK (on_mine_clicked_cb),
                              self));
  show (self, page);
  gtk_widget_grab_focus (title);
}

/* ---- locked ---- */

static GtkWidget *
make_nothing (gpointer user_data)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
}

void
dolen_talk_back_locked (DolenTalkView *self)
{
  GtkWidget *gate = dolen_vault_gate_new (self->session, make_nothing, self);

  g_clear_pointer (&self->found, g_ptr_array_unref);
  dolen_box_clear (GTK_WIDGET (self->page_box));
  self->question = NULL;
  show (self, gate);
  dolen_vault_gate_begin (DOLEN_VAULT_GATE (gate));
}

static gboolean
review_cb (gpointer user_data)
{
  DolenTalkView *self = user_data;

  self->review_source = 0;
  dolen_talk_back_review (self);
  return G_SOURCE_REMOVE;
}

void
dolen_talk_back_unlocked (DolenTalkView *self)
{
  if (self->keeper != NULL) {
    char *json = dolen_draft_keeper_take (self->keeper);
    g_autoptr (DolenTalkDraft) kept = dolen_talk_draft_from_json (json);

    if (json != NULL)
      dolen_wipe_string (json);
    if (kept != NULL) {
      dolen_talk_draft_free (self->draft);
      self->draft = g_steal_pointer (&kept);
    }
    self->wiped = FALSE;
  }
  if (self->person != NULL)
    dolen_session_open_person (self->session, self->person, self->person_label);
  /* Not at once: the gate that was unlocked stands in what is taken away. */
  if (self->review_source == 0)
    self->review_source = g_idle_add (review_cb, self);
}

/* ---- what was chosen ---- */

static void
end (DolenTalkView *self)
{
  if (self->keeper != NULL)
    dolen_draft_keeper_end (self->keeper);
  g_signal_emit_by_name (self, "over");
}

static void
on_take_clicked_cb (DolenTalkView *self)
{
  g_autoptr (GError) error = NULL;

  if (self->person == NULL) {
    if (self->take != NULL)
      self->take (self->draft, self->take_data);
  } else if (!dolen_talk_take_over (self->session, self->person, self->draft, &error)) {
    dolen_talk_back_review_problem (self, error);
    return;
  }
  end (self);
}

static void
on_again_clicked_cb (DolenTalkView *self)
{
  if (self->draft->step == DOLEN_TALK_FOUND)
    dolen_talk_found_page_look (self);
  show_talk (self);
}

/* Without a person nothing keeps what they would like, so it can be given them on paper now. */
static void
on_print_clicked_cb (DolenTalkView *self)
{
  g_autoptr (DolenProfile) profile
             = dolen_talk_profile_new (self->draft, self->known, self->vocabulary);
  GtkWindow *window = dolen_hand_out_window_new (
      self->session, self->person, (const char *const *) self->draft->liked, profile);

  if (window != NULL)
    dolen_window_present_dialog (GTK_WIDGET (self), window);
}

static void
add_changes (GtkWidget *column, const GPtrArray *changes)
{
  GtkWidget *list = dolen_boxed_list_new ();

  for (guint i = 0; i < changes->len; i++) {
    const DolenTalkChange *change = g_ptr_array_index (changes, i);

    dolen_boxed_list_add (list, dolen_fact_new (change->title, change->words));
  }
  gtk_box_append (GTK_BOX (column), list);
}

static void
add_ways_on (DolenTalkView *self, GtkWidget *column, gboolean any)
{
  if (self->draft->liked[0] != NULL)
    gtk_box_append (
        GTK_BOX (column),
        new_button (
            _ ("Print what they would like"), FALSE, G_CALLBACK (on_print_clicked_cb), self));
  self->problem_label = dolen_label_new ("", "error");
  gtk_widget_set_visible (self->problem_label, FALSE);
  gtk_box_append (GTK_BOX (column), self->problem_label);
  gtk_box_append (
      GTK_BOX (column),
      new_button (
          _ ("Go on with the conversation"), FALSE, G_CALLBACK (on_again_clicked_cb), self));
  gtk_box_append (
      GTK_BOX (column),
      new_button (any ? _ ("Take nothing over") : _ ("Close"), FALSE, G_CALLBACK (end), self));
}

void
dolen_talk_back_review (DolenTalkView *self)
{
  GtkWidget *column;
  GtkWidget *page = new_column (&column);
  g_autoptr (GPtrArray) changes
             = dolen_talk_take_list (self->session, self->person, self->known, self->draft);
  GtkWidget *first = NULL;

  gtk_box_append (GTK_BOX (column),
                  dolen_label_new (changes->len > 0 ? _ ("What came out of the conversation")
                                                    : _ ("Nothing new was said"),
                                   "title-2"));
  if (changes->len > 0) {
    add_changes (column, changes);
    first = new_button (self->person != NULL ? _ ("Take over into the record")
                                             : _ ("Take over into Find"),
                        TRUE,
                        G_CALLBACK (on_take_clicked_cb),
                        self);
    gtk_box_append (GTK_BOX (column), first);
  }
  add_ways_on (self, column, changes->len > 0);
  show (self, page);
  if (first != NULL)
    gtk_widget_grab_focus (first);
}

void
dolen_talk_back_review_problem (DolenTalkView *self, const GError *error)
{
  g_autofree char *message = dolen_error_to_message (error);

  gtk_label_set_text (GTK_LABEL (self->problem_label), message != NULL ? message : "");
  gtk_widget_set_visible (self->problem_label, message != NULL);
}

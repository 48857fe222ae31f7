/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-talk-view-private.h"

#include "app/find/dolen-person-profile.h"
#include "app/talk/dolen-talk-changes.h"

G_DEFINE_FINAL_TYPE (DolenTalkView, dolen_talk_view, ADW_TYPE_BIN)

enum {
  OVER,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* ---- the frame ---- */

static void
name_icon_button (GtkWidget *button, const char *words)
{
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* A button whose words may wrap says them to a screen reader only where it is told to. */
static void
name_button (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (label))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words,
                                  -1);
}

static const char *
next_words (DolenTalkView *self)
{
  DolenTalkStep step = self->draft->step;

  if (step == DOLEN_TALK_FOUND)
    /* Translators: on the last page of the conversation: there is nothing more to ask. */
    return dolen_text (self->draft->language, "That is all, thank you");
  if (step + 1 == DOLEN_TALK_FOUND)
    /* Translators: leads from the last question to the suggestions. */
    return dolen_text (self->draft->language, "See what there is");
  if (!dolen_talk_draft_answered (self->draft, step))
    /* Translators: goes on without answering this question. */
    return dolen_text (self->draft->language, "Skip this one");
  /* Translators: goes on to the next question. */
  return dolen_text (self->draft->language, "Next");
}

static void
show_frame (DolenTalkView *self)
{
  gboolean inside = self->group != NULL;

  /* The other language by its own name. */
  gtk_button_set_label (self->language_button,
                        self->draft->language == DOLEN_LANGUAGE_CY ? "English" : "Cymraeg");
  /* Translators: ends the conversation. */
  gtk_button_set_label (self->finish_button, dolen_text (self->draft->language, "Finish"));
  name_icon_button (self->smaller_button, dolen_text (self->draft->language, "Smaller text"));
  name_icon_button (self->larger_button, dolen_text (self->draft->language, "Larger text"));
  /* Translators: to the question before this one. */
  name_button (self->back_label, dolen_text (self->draft->language, "Back"));
  name_button (self->next_label,
               inside
                   /* Translators: ends choosing within one kind of interest. */
                   ? dolen_text (self->draft->language, "Done")
                   : next_words (self));
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "talk.back", inside || self->draft->step > DOLEN_TALK_MATTERS);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "talk.smaller", self->draft->size > 0);
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "talk.larger", self->draft->size < DOLEN_TALK_LARGEST);
}

static void
show_size (DolenTalkView *self)
{
  for (guint size = 0; size <= DOLEN_TALK_LARGEST; size++) {
    g_autofree char *css = g_strdup_printf ("size-%u", size);

    if (size == self->draft->size)
      gtk_widget_add_css_class (GTK_WIDGET (self->page_box), css);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self->page_box), css);
  }
}

void
dolen_talk_view_show (DolenTalkView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);

  show_size (self);
  show_frame (self);
  if (self->draft->step == DOLEN_TALK_FOUND)
    dolen_talk_found_page_fill (self);
  else
    dolen_talk_pages_fill (self);
  gtk_adjustment_set_value (adjustment, 0);
}

void
dolen_talk_view_take (DolenTalkView *self, DolenTalkDraft *next)
{
  g_autoptr (DolenTalkDraft) former = self->draft;

  self->draft = next;
  if (self->keeper != NULL && !dolen_talk_draft_equal (former, next))
    dolen_draft_keeper_changed (self->keeper);
  if (former->step == next->step)
    show_frame (self);
}

/* ---- to other pages ---- */

static void
forget_page (DolenTalkView *self)
{
  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->said, g_free);
  self->more = FALSE;
}

/* The question is what is read first, and Tab goes on from it. */
static void
begin_page (DolenTalkView *self)
{
  dolen_talk_view_show (self);
  if (self->question != NULL)
    gtk_widget_grab_focus (self->question);
}

static void
turn (DolenTalkView *self, DolenTalkDraft *next)
{
  gboolean found = next->step == DOLEN_TALK_FOUND;

  forget_page (self);
  dolen_talk_view_take (self, next);
  if (found)
    dolen_talk_found_page_look (self);
  begin_page (self);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenTalkView *self = DOLEN_TALK_VIEW (widget);

  if (self->group != NULL) {
    g_clear_pointer (&self->group, g_free);
    begin_page (self);
  } else if (self->draft->step == DOLEN_TALK_FOUND) {
    dolen_talk_back_ask (self);
  } else {
    turn (self, dolen_talk_draft_next (self->draft));
  }
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenTalkView *self = DOLEN_TALK_VIEW (widget);

  if (self->group != NULL) {
    g_clear_pointer (&self->group, g_free);
    begin_page (self);
  } else {
    turn (self, dolen_talk_draft_back (self->draft));
  }
}

static void
group_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenTalkView *self = DOLEN_TALK_VIEW (widget);

  g_free (self->group);
  self->group = g_variant_dup_string (parameter, NULL);
  begin_page (self);
}

static void
more_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenTalkView *self = DOLEN_TALK_VIEW (widget);

  self->more = TRUE;
  begin_page (self);
}

static void
language_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenTalkView *self = DOLEN_TALK_VIEW (widget);

  g_clear_pointer (&self->said, g_free);
  dolen_talk_view_take (
      self, dolen_talk_draft_speak (self->draft, dolen_language_other (self->draft->language)));
  if (self->draft->step == DOLEN_TALK_FOUND)
    dolen_talk_found_page_look (self);
  dolen_talk_view_show (self);
}

static void
resize (DolenTalkView *self, int by)
{
  dolen_talk_view_take (self, dolen_talk_draft_resize (self->draft, by));
  show_size (self);
}

static void
smaller_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  resize (DOLEN_TALK_VIEW (widget), -1);
}

static void
larger_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  resize (DOLEN_TALK_VIEW (widget), 1);
}

static void
finish_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_talk_back_ask (DOLEN_TALK_VIEW (widget));
}

/* ---- locked and unlocked meanwhile ---- */

/* Before they lock: sealed, then gone from here. */
static void
on_locking_cb (DolenTalkView *self)
{
  DolenTalkDraft *empty;

  g_assert (DOLEN_IS_TALK_VIEW (self));
  if (!self->guarded)
    return;
  if (self->keeper != NULL) {
    dolen_draft_keeper_save_now (self->keeper);
    empty = dolen_talk_draft_new (self->draft->language);
    empty->size = self->draft->size;
    dolen_talk_draft_free (self->draft);
    self->draft = empty;
    self->wiped = TRUE;
  }
  /* What is still being looked for would be of them. */
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  forget_page (self);
  dolen_talk_back_locked (self);
}

static void
on_unlocked_cb (DolenTalkView *self)
{
  g_assert (DOLEN_IS_TALK_VIEW (self));
  if (self->guarded && dolen_session_is_unlocked (self->session))
    dolen_talk_back_unlocked (self);
}

/* ---- the object ---- */

static void
dolen_talk_view_dispose (GObject *object)
{
  DolenTalkView *self = DOLEN_TALK_VIEW (object);

  g_clear_handle_id (&self->review_source, g_source_remove);
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->keeper != NULL)
    dolen_draft_keeper_leave (self->keeper);
  g_clear_object (&self->keeper);
  if (self->stack != NULL) {
    adw_bin_set_child (ADW_BIN (self), NULL);
    gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_TALK_VIEW);
    self->stack = NULL;
  }
  g_clear_pointer (&self->vocabulary, dolen_vocabulary_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_talk_view_parent_class)->dispose (object);
}

static void
dolen_talk_view_finalize (GObject *object)
{
  DolenTalkView *self = DOLEN_TALK_VIEW (object);

  forget_page (self);
  if (self->free_take_data != NULL)
    self->free_take_data (self->take_data);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_error (&self->problem);
  dolen_find_filters_free (self->known);
  dolen_talk_draft_free (self->draft);
  g_free (self->person);
  g_free (self->person_label);
  g_clear_pointer (&self->known_of_services, dolen_profile_free);
  G_OBJECT_CLASS (dolen_talk_view_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "talk.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "talk.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "talk.group", "s", group_action);
  gtk_widget_class_install_action (widget_class, "talk.more", NULL, more_action);
  gtk_widget_class_install_action (widget_class, "talk.language", NULL, language_action);
  gtk_widget_class_install_action (widget_class, "talk.smaller", NULL, smaller_action);
  gtk_widget_class_install_action (widget_class, "talk.larger", NULL, larger_action);
  gtk_widget_class_install_action (widget_class, "talk.finish", NULL, finish_action);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Right, GDK_ALT_MASK, "talk.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "talk.back", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "talk.larger", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "talk.smaller", NULL);
}

static void
dolen_talk_view_class_init (DolenTalkViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dolen_talk_view_dispose;
  object_class->finalize = dolen_talk_view_finalize;
  signals[OVER] = g_signal_new (
      "over", DOLEN_TYPE_TALK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-talk-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DolenTalkView, stack);
  gtk_widget_class_bind_template_child (widget_class, DolenTalkView, smaller_button);
  gtk_widget_class_bind_template_child (widget_class, DolenTalkView, larger_button);
  gtk_widget_class_bind_template_child (widget_class, DolenTalkView, language_button);
  gtk_widget_class_bind_template_child (widget_class, DolenTalkView, finish_button);
  gtk_widget_class_bind_template_child (widget_class, DolenTalkView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DolenTalkView, page_box);
  gtk_widget_class_bind_template_child (widget_class, DolenTalkView, back_label);
  gtk_widget_class_bind_template_child (widget_class, DolenTalkView, next_label);
  gtk_widget_class_bind_template_child (widget_class, DolenTalkView, back_bin);
  install_actions (widget_class);
}

static void
dolen_talk_view_init (DolenTalkView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- beginning ---- */

static char *
write_draft (gpointer view)
{
  DolenTalkView *self = view;

  if (self->wiped || dolen_talk_draft_says_nothing (self->draft))
    return NULL;
  return dolen_talk_draft_to_json (self->draft);
}

/* What the record says already, or what Find asks. */
static DolenTalkDraft *
begin_draft (DolenTalkView *self)
{
  DolenCaseload *caseload
      = dolen_casework_get_caseload (dolen_session_get_casework (self->session));
  g_autoptr (DolenPerson) record = NULL;

  if (caseload != NULL && self->person != NULL)
    record = dolen_caseload_get_person (caseload, self->person);
  return record != NULL ? dolen_talk_from_person (record, dolen_language_current ())
                        : dolen_talk_from_filters (self->known, dolen_language_current ());
}

/* Read now: while it is locked suggestions are looked for all the same. */
static DolenProfile *
read_known (DolenTalkView *self)
{
  DolenCaseload *caseload
      = dolen_casework_get_caseload (dolen_session_get_casework (self->session));

  return caseload != NULL && self->person != NULL
             ? dolen_person_known_new (caseload, self->person, NULL)
             : NULL;
}

static void
begin_keeping (DolenTalkView *self)
{
  DolenCasework *casework = dolen_session_get_casework (self->session);
  g_autoptr (DolenTalkDraft) kept = NULL;
  char *json;

  /* What says nothing of whom, and where nothing can be sealed, stays in memory. */
  if (self->person == NULL || !self->guarded || dolen_casework_get_problem (casework) != NULL)
    return;
  self->keeper = dolen_draft_keeper_new (casework, "talk", self->person, write_draft, self);
  json = dolen_draft_keeper_take (self->keeper);
  kept = dolen_talk_draft_from_json (json);
  if (json != NULL)
    dolen_wipe_string (json);
  if (kept == NULL)
    return;
  dolen_talk_draft_free (self->draft);
  self->draft = g_steal_pointer (&kept);
}

GtkWidget *
dolen_talk_view_new (DolenSession *session,
                     const char *person,
                     const DolenFindFilters *known,
                     DolenTalkTakeFunc take,
                     gpointer data,
                     GDestroyNotify free_data)
{
  DolenTalkView *self = g_object_new (DOLEN_TYPE_TALK_VIEW, NULL);
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);

  self->session = g_object_ref (session);
  self->vocabulary = vocabulary != NULL ? dolen_vocabulary_ref (vocabulary) : NULL;
  self->known = dolen_find_filters_copy (known);
  self->person = g_strdup (person);
  if (person != NULL)
    self->person_label = g_strdup (dolen_session_get_person_label (session));
  self->take = take;
  self->take_data = data;
  self->free_take_data = free_data;
  self->guarded = dolen_session_is_unlocked (session);
  self->draft = begin_draft (self);
  self->known_of_services = read_known (self);
  begin_keeping (self);
  g_signal_connect_object (session, "locking", G_CALLBACK (on_locking_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dolen_session_get_casework (session),
                           "notify::unlocked",
                           G_CALLBACK (on_unlocked_cb),
                           self,
                           G_CONNECT_SWAPPED);
  if (self->draft->step == DOLEN_TALK_FOUND)
    dolen_talk_found_page_look (self);
  dolen_talk_view_show (self);
  return GTK_WIDGET (self);
}

/* ---- for the window, the tour and tests ---- */

const DolenTalkDraft *
dolen_talk_view_get_draft (DolenTalkView *self)
{
  g_return_val_if_fail (DOLEN_IS_TALK_VIEW (self), NULL);
  return self->draft;
}

gboolean
dolen_talk_view_leave (GtkWidget *view)
{
  DolenTalkView *self = DOLEN_TALK_VIEW (view);

  /* Locked, nothing is behind it that could be seen. */
  if (!self->guarded || !dolen_session_is_unlocked (self->session))
    return TRUE;
  dolen_talk_back_ask (self);
  return FALSE;
}

gboolean
dolen_talk_view_is_busy (DolenTalkView *self)
{
  g_return_val_if_fail (DOLEN_IS_TALK_VIEW (self), FALSE);
  return self->looking != NULL;
}

void
dolen_talk_view_show_draft (DolenTalkView *self, DolenTalkDraft *draft)
{
  g_return_if_fail (DOLEN_IS_TALK_VIEW (self) && draft != NULL);
  turn (self, draft);
}

void
dolen_talk_view_review (DolenTalkView *self)
{
  g_return_if_fail (DOLEN_IS_TALK_VIEW (self));
  dolen_talk_back_review (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-diary-window.h"

#include "app/casework/dolen-draft-keeper.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-error-message.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-diary.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>
#include <json-c/json.h>

#define N_QUESTIONS 3

struct _DolenDiaryWindow {
  AdwWindow parent_instance;
  DolenSession *session;    /* (owned) */
  DolenCasework *casework;  /* (owned) */
  DolenDraftKeeper *keeper; /* (owned) */
  DolenDiaryPage *page;     /* (owned) what is being written */

  GtkLabel *week_label;
  GtkTextView *views[N_QUESTIONS];
  GtkWidget *save_button;
  GtkLabel *problem_label;
  GtkWidget *earlier; /* box of the other weeks */
};

G_DEFINE_FINAL_TYPE (DolenDiaryWindow, dolen_diary_window, ADW_TYPE_WINDOW)

/* The three questions of reflective practice (Driscoll), as link workers' services ask them. */
static const struct {
  const char *title;
  const char *prompt;
  const char *key; /* in a draft */
} questions[N_QUESTIONS] = {
  /* Translators: the three questions of a reflective diary. */
  { N_ ("What?"),
    N_ ("Go back to the situation: what happened, what did you do and feel?"),
    "what" },
  { N_ ("So what?"), N_ ("Understand it: why did it go so, and what does it mean?"), "so_what" },
  { N_ ("Now what?"),
    N_ ("Look ahead: what will you do otherwise, and what do you need?"),
    "now_what" },
};

/* ---- what is typed ---- */

char *
dolen_diary_window_dup_text (DolenDiaryWindow *self, int n)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (DOLEN_IS_DIARY_WINDOW (self) && n >= 0 && n < N_QUESTIONS, NULL);
  buffer = gtk_text_view_get_buffer (self->views[n]);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
dolen_diary_window_set_text (DolenDiaryWindow *self, int n, const char *text)
{
  g_return_if_fail (DOLEN_IS_DIARY_WINDOW (self) && n >= 0 && n < N_QUESTIONS);
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (self->views[n]), text != NULL ? text : "", -1);
}

static char **
find_text (DolenDiaryPage *page, int n)
{
  return n == 0 ? &page->what : n == 1 ? &page->so_what : &page->now_what;
}

static gboolean
is_changed (DolenDiaryWindow *self)
{
  gboolean changed = FALSE;

  for (int n = 0; n < N_QUESTIONS; n++) {
    char *text = dolen_diary_window_dup_text (self, n);
    const char *stored = *find_text (self->page, n);

    changed = changed || g_strcmp0 (text, stored != NULL ? stored : "") != 0;
    dolen_wipe_string (text);
  }
  return changed;
}

static char *
to_json (gpointer user_data)
{
  DolenDiaryWindow *self = user_data;
  struct json_object *object;
  char *json;

  if (!is_changed (self))
    return NULL;
  object = json_object_new_object ();
  json_object_object_add (object, "uid", json_object_new_string (self->page->uid));
  for (int n = 0; n < N_QUESTIONS; n++) {
    char *text = dolen_diary_window_dup_text (self, n);

    json_object_object_add (object, questions[n].key, json_object_new_string (text));
    dolen_wipe_string (text);
  }
  json = g_strdup (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN));
  json_object_put (object);
  return json;
}

static void
update (DolenDiaryWindow *self)
{
  gtk_widget_set_sensitive (self->save_button, is_changed (self));
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
}

static void
on_typed (DolenDiaryWindow *self)
{
  update (self);
  if (self->keeper != NULL)
    dolen_draft_keeper_changed (self->keeper);
}

/* ---- pages ---- */

static char *
say_week (const char *monday)
{
  g_autofree char *day = dolen_format_date_as (dolen_language_current (), monday, DOLEN_DATE_DAY);

  /* Translators: %s: the date of a Monday. */
  return g_strdup_printf (_ ("Week of %s"), day);
}

static void
show_page (DolenDiaryWindow *self, DolenDiaryPage *page)
{
  g_autofree char *week = say_week (page->week);

  g_clear_pointer (&self->page, dolen_diary_page_free);
  self->page = page;
  gtk_label_set_label (self->week_label, week);
  for (int n = 0; n < N_QUESTIONS; n++)
    dolen_diary_window_set_text (self, n, *find_text (page, n));
  update (self);
}

static GPtrArray *
list_pages (DolenDiaryWindow *self, int *n_lost)
{
  GPtrArray *pages = dolen_casework_list_diary (self->casework, n_lost, NULL);

  return pages != NULL ? pages
                       : g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_diary_page_free);
}

static DolenDiaryPage *
take_page (GPtrArray *pages, const char *uid, const char *week)
{
  for (guint i = 0; i < pages->len; i++) {
    const DolenDiaryPage *page = g_ptr_array_index (pages, i);

    if (uid != NULL ? g_strcmp0 (page->uid, uid) == 0 : g_strcmp0 (page->week, week) == 0)
      return g_ptr_array_steal_index (pages, i);
  }
  return NULL;
}

/* This week's page, or an empty one. */
static void
show_this_week (DolenDiaryWindow *self)
{
  g_autoptr (DolenDiaryPage) fresh = dolen_diary_page_new (NULL);
  g_autoptr (GPtrArray) pages = list_pages (self, NULL);
  DolenDiaryPage *stored = take_page (pages, NULL, fresh->week);

  show_page (self, stored != NULL ? stored : g_steal_pointer (&fresh));
}

static void
open_page (DolenDiaryWindow *self, const char *uid)
{
  g_autoptr (GPtrArray) pages = list_pages (self, NULL);
  DolenDiaryPage *page = take_page (pages, uid, NULL);

  if (page != NULL)
    show_page (self, page);
}

static void refresh (DolenDiaryWindow *self);

static void
on_edit_clicked (GtkWidget *button, DolenDiaryWindow *self)
{
  if (is_changed (self) && !dolen_diary_window_save (self))
    return;
  open_page (self, g_object_get_data (G_OBJECT (button), "uid"));
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->views[0]));
}

static void
on_drop_clicked (GtkWidget *button, DolenDiaryWindow *self)
{
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (GError) error = NULL;

  if (dolen_casework_diary_drop (
          self->casework, g_object_get_data (G_OBJECT (button), "uid"), &undo, &error))
    dolen_session_did (self->session, g_steal_pointer (&undo));
  else
    dolen_session_report (self->session, error);
}

static GtkWidget *
new_page_button (DolenDiaryWindow *self, const char *uid, const char *label, GCallback func)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_object_set_data_full (G_OBJECT (button), "uid", g_strdup (uid), g_free);
  g_signal_connect_object (button, "clicked", func, self, 0);
  return button;
}

static GtkWidget *
new_earlier (DolenDiaryWindow *self, DolenDiaryPage *page)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *week = say_week (page->week);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), week);
  g_object_set (
      box, "margin-top", 9, "margin-bottom", 9, "margin-start", 12, "margin-end", 12, NULL);
  for (int n = 0; n < N_QUESTIONS; n++)
    if (!dolen_text_is_empty (*find_text (page, n)))
      gtk_box_append (GTK_BOX (box), dolen_fact_new (_ (questions[n].title), *find_text (page, n)));
  gtk_box_append (GTK_BOX (buttons),
                  new_page_button (self, page->uid, _ ("_Edit"), G_CALLBACK (on_edit_clicked)));
  gtk_box_append (GTK_BOX (buttons),
                  new_page_button (self, page->uid, _ ("_Take Out"), G_CALLBACK (on_drop_clicked)));
  gtk_box_append (GTK_BOX (box), buttons);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), box);
  return row;
}

static void
refresh (DolenDiaryWindow *self)
{
  int n_lost = 0;
  g_autoptr (GPtrArray) pages = list_pages (self, &n_lost);
  GtkWidget *list = adw_preferences_group_new ();
  guint shown = 0;

  dolen_box_clear (self->earlier);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (list), _ ("Other Weeks"));
  for (guint i = 0; i < pages->len; i++) {
    DolenDiaryPage *page = g_ptr_array_index (pages, i);

    if (g_str_equal (page->uid, self->page->uid))
      continue;
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), new_earlier (self, page));
    shown++;
  }
  if (shown > 0)
    gtk_box_append (GTK_BOX (self->earlier), list);
  else
    g_object_unref (g_object_ref_sink (list));
  if (n_lost > 0)
    gtk_box_append (
        GTK_BOX (self->earlier),
        dolen_label_new (_ ("There are pages from before your passphrase was lost. Nobody can open "
                            "them any more."),
                         "dim-label"));
}

static void
on_changed (DolenDiaryWindow *self)
{
  if (dolen_casework_is_unlocked (self->casework) && self->page != NULL)
    refresh (self);
}

/* ---- saving ---- */

gboolean
dolen_diary_window_save (DolenDiaryWindow *self)
{
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (DOLEN_IS_DIARY_WINDOW (self), FALSE);

  for (int n = 0; n < N_QUESTIONS; n++) {
    dolen_wipe_string (*find_text (self->page, n));
    *find_text (self->page, n) = dolen_diary_window_dup_text (self, n);
  }
  if (!dolen_casework_diary_put (self->casework, self->page, &undo, &error)) {
    g_autofree char *message = dolen_error_to_message (error);

    gtk_label_set_label (self->problem_label, message);
    gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
    return FALSE;
  }
  dolen_draft_keeper_save_now (self->keeper);
  dolen_session_did (self->session, g_steal_pointer (&undo));
  update (self);
  return TRUE;
}

static void
take_up_draft (DolenDiaryWindow *self)
{
  char *json = dolen_draft_keeper_take (self->keeper);
  struct json_object *object = json != NULL ? json_tokener_parse (json) : NULL, *value = NULL;

  dolen_wipe_string (json);
  if (object == NULL)
    return;
  if (json_object_object_get_ex (object, "uid", &value))
    open_page (self, json_object_get_string (value));
  for (int n = 0; n < N_QUESTIONS; n++)
    if (json_object_object_get_ex (object, questions[n].key, &value))
      dolen_diary_window_set_text (self, n, json_object_get_string (value));
  json_object_put (object);
}

/* ---- the object ---- */

static void
on_locking (DolenDiaryWindow *self)
{
  dolen_draft_keeper_save_now (self->keeper);
}

static gboolean
dolen_diary_window_close_request (GtkWindow *window)
{
  DolenDiaryWindow *self = DOLEN_DIARY_WINDOW (window);

  if (dolen_casework_is_unlocked (self->casework))
    dolen_draft_keeper_save_now (self->keeper);
  return GTK_WINDOW_CLASS (dolen_diary_window_parent_class)->close_request (window);
}

static void
dolen_diary_window_dispose (GObject *object)
{
  DolenDiaryWindow *self = DOLEN_DIARY_WINDOW (object);

  g_clear_object (&self->keeper);
  g_clear_object (&self->casework);
  g_clear_object (&self->session);
  g_clear_pointer (&self->page, dolen_diary_page_free);
  G_OBJECT_CLASS (dolen_diary_window_parent_class)->dispose (object);
}

static void
dolen_diary_window_class_init (DolenDiaryWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_diary_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dolen_diary_window_close_request;
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_question (DolenDiaryWindow *self, int n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = dolen_label_new (_ (questions[n].title), "heading");
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->views[n] = GTK_TEXT_VIEW (gtk_text_view_new ());
  g_object_set (self->views[n],
                "wrap-mode",
                GTK_WRAP_WORD_CHAR,
                "accepts-tab",
                FALSE,
                "top-margin",
                9,
                "bottom-margin",
                9,
                "left-margin",
                12,
                "right-margin",
                12,
                NULL);
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (self->views[n]), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->views[n]), "note-text");
  g_object_set (scrolled,
                "hscrollbar-policy",
                GTK_POLICY_NEVER,
                "propagate-natural-height",
                TRUE,
                "min-content-height",
                72,
                "max-content-height",
                220,
                "child",
                self->views[n],
                NULL);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), dolen_label_new (_ (questions[n].prompt), "dim-label"));
  gtk_box_append (GTK_BOX (box), scrolled);
  g_signal_connect_object (gtk_text_view_get_buffer (self->views[n]),
                           "changed",
                           G_CALLBACK (on_typed),
                           self,
                           G_CONNECT_SWAPPED);
  return box;
}

static void
fill (DolenDiaryWindow *self, GtkWidget *box)
{
  self->week_label = GTK_LABEL (dolen_label_new ("", "title-2"));
  self->save_button = gtk_button_new_with_mnemonic (_ ("_Save"));
  self->problem_label = GTK_LABEL (dolen_label_new ("", "error"));
  self->earlier = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->save_button, "suggested-action");
  gtk_widget_set_halign (self->save_button, GTK_ALIGN_END);
  g_signal_connect_object (
      self->save_button, "clicked", G_CALLBACK (dolen_diary_window_save), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->week_label));
  gtk_box_append (
      GTK_BOX (box),
      dolen_label_new (
          _ ("Sealed with your own key: nobody else can read it, no lead either, and if "
             "your passphrase is lost, so is this. Write about your work and name "
             "nobody you support; what is about a person belongs in their record."),
          "dim-label"));
  for (int n = 0; n < N_QUESTIONS; n++)
    gtk_box_append (GTK_BOX (box), new_question (self, n));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem_label));
  gtk_box_append (GTK_BOX (box), self->save_button);
  gtk_box_append (GTK_BOX (box), self->earlier);
}

static void
dolen_diary_window_init (DolenDiaryWindow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->page = dolen_diary_page_new (NULL);
  g_object_set (
      box, "margin-top", 12, "margin-bottom", 24, "margin-start", 12, "margin-end", 12, NULL);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  g_object_set (
      scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child", clamp, NULL);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scrolled);
  adw_window_set_content (ADW_WINDOW (self), content);
  g_object_set (self,
                "title",
                _ ("Reflective Diary"),
                "default-width",
                560,
                "default-height",
                680,
                "width-request",
                340,
                NULL);
  fill (self, box);
}

GtkWindow *
dolen_diary_window_new (DolenSession *session)
{
  DolenDiaryWindow *self = g_object_new (DOLEN_TYPE_DIARY_WINDOW, NULL);

  self->session = g_object_ref (session);
  self->casework = g_object_ref (dolen_session_get_casework (session));
  show_this_week (self);
  self->keeper = dolen_draft_keeper_new (self->casework, "diary", NULL, to_json, self);
  take_up_draft (self);
  refresh (self);
  g_signal_connect_object (
      self->casework, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->casework, "notify::unlocked", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "locking", G_CALLBACK (on_locking), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}

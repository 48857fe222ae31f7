/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-gaps-form.h"

#include "app/casework/dolen-small-form.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-page.h"
#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "casework/dolen-casework-gaps.h"
#include "directory/dolen-search.h"
#include "matching/dolen-vocabulary.h"

#include <glib/gi18n.h>

#define PEOPLE "dolen-gap-people"

/* What came of the gaps of one need or interest in one place: nothing yet, an idea, a group. */

static DolenGapGroup *
read_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name != NULL ? name : "", "/", 3);

  if (g_strv_length (parts) != 3)
    return NULL;
  return dolen_gap_group_new (parts[0], parts[1], *parts[2] != '\0' ? parts[2] : NULL);
}

/* ---- whom to tell ---- */

/* The windows over the page go: this one, and the one it was opened from. */
static void
on_open_cb (GtkButton *button, DolenSmallForm *form)
{
  g_autofree char *person = g_strdup (g_object_get_data (G_OBJECT (button), "person"));
  g_autoptr (GtkWindow) window = g_object_ref (GTK_WINDOW (form));
  GtkWindow *under;

  while ((under = gtk_window_get_transient_for (window)) != NULL) {
    g_autoptr (GtkWindow) closing = g_steal_pointer (&window);

    window = g_object_ref (under);
    gtk_window_close (closing);
    /* It may outlive the one it stood over, whose button was clicked. */
    gtk_window_set_transient_for (closing, NULL);
  }
  dolen_page_go (GTK_WIDGET (window), "people", "person", person);
}

static GtkWidget *
new_person_row (DolenSmallForm *form, const DolenPerson *person)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Open"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), dolen_person_get_called (person));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "person", g_strdup (person->uid), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_open_cb), form, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* Who looked for it and did not find it is told first when there is one. */
static void
add_people (DolenSmallForm *form, const DolenGapGroup *group)
{
  DolenCasework *casework = dolen_session_get_casework (dolen_small_form_get_session (form));
  g_autoptr (GPtrArray) people = dolen_caseload_list_who_looked (
      dolen_casework_get_caseload (casework), group->kind, group->term, group->where);
  GtkWidget *list, *section;

  if (people == NULL || people->len == 0)
    return;
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < people->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_person_row (form, people->pdata[i]));
  /* Translators: heading of a list of people: they looked for what there is now. */
  section = dolen_section_new (_ ("They Looked for It"), NULL, list);
  dolen_small_form_add (form, section);
  g_object_set_data (G_OBJECT (form), PEOPLE, section);
}

/* ---- the group ---- */

static gboolean
is_called (const DolenServiceCard *card, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (int welsh = 0; welsh < 2; welsh++) {
    const char *one = welsh ? card->name.cy : card->name.en;
    g_autofree char *given = one != NULL ? g_utf8_casefold (one, -1) : NULL;

    if (g_strcmp0 (given, wanted) == 0)
      return TRUE;
  }
  return FALSE;
}

static GPtrArray *
search_name (DolenDirectory *directory, const char *name, GError **error)
{
  DolenSearchQuery query;

  dolen_search_query_init (&query);
  query.text = name;
  query.limit = 20;
  return dolen_search (directory, &query, NULL, error);
}

/* The group of that name; the only one that is found by it will do. */
static gboolean
find_group (DolenSession *session, const char *name, DolenGapGroup *group, GError **error)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  g_autoptr (GPtrArray) cards = NULL;
  const DolenServiceCard *found = NULL;

  if (name == NULL || directory == NULL)
    return TRUE; /* the act says that one is needed */
  cards = search_name (directory, name, error);
  if (cards == NULL)
    return FALSE;
  for (guint i = 0; found == NULL && i < cards->len; i++)
    if (is_called (g_ptr_array_index (cards, i), name))
      found = g_ptr_array_index (cards, i);
  if (found == NULL && cards->len == 1)
    found = g_ptr_array_index (cards, 0);
  if (found == NULL) {
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_INVALID,
                         cards->len == 0
                             ? _ ("No group in the directory has that name. Add it there first.")
                             : _ ("Several groups are found by that name: please write it whole."));
    return FALSE;
  }
  group->service = g_strdup (found->uid);
  group->service_name = g_strdup (found->name.en != NULL ? found->name.en : found->name.cy);
  group->service_name_cy = g_strdup (found->name.cy);
  return TRUE;
}

static gboolean
record (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  DolenSession *session = dolen_small_form_get_session (form);
  g_autoptr (DolenGapGroup) group = read_name (data);
  g_autofree char *name = dolen_small_form_dup_text (form, "group");

  group->state = dolen_small_form_get_choice (form, "state");
  group->note = dolen_small_form_dup_text (form, "note");
  return (group->state != DOLEN_GAP_STARTED || find_group (session, name, group, error))
         && dolen_casework_gap_group_set (dolen_session_get_casework (session), group, undo, error);
}

static void
show_fields (DolenSmallForm *form)
{
  guint state = dolen_small_form_get_choice (form, "state");
  GtkWidget *people = g_object_get_data (G_OBJECT (form), PEOPLE);

  if (people != NULL)
    gtk_widget_set_visible (people, state == DOLEN_GAP_STARTED);
  dolen_small_form_show (form, "note", state != DOLEN_GAP_NOTED);
  dolen_small_form_show (form, "group", state == DOLEN_GAP_STARTED);
}

static char *
say_what (const DolenGapGroup *group)
{
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);
  DolenTermKind kind = dolen_term_kind_from_code (group->kind);
  DolenLanguage language = dolen_language_current ();
  const DolenTerm *term = vocabulary != NULL && kind != DOLEN_TERM_N_KINDS
                              ? dolen_vocabulary_by_code (vocabulary, kind, group->term)
                              : NULL;
  const char *name = term != NULL ? dolen_term_label (term, language) : group->term;

  return group->where != NULL
             ? g_strdup_printf ("%s, %s", name, dolen_area_name (group->where, language))
             : g_strdup (name);
}

static void
add_fields (DolenSmallForm *form, const DolenGapGroup *known)
{
  const char *const states[] = { /* Translators: what came of a gap. */
                                 _ ("Nothing yet"),
                                 _ ("An idea"),
                                 _ ("A group was started"),
                                 NULL
  };

  dolen_small_form_add_choice (
      form, "state", _ ("What came of it"), states, known != NULL ? known->state : DOLEN_GAP_IDEA);
  dolen_small_form_add_text (form, "note", _ ("The idea; nothing about a person"));
  dolen_small_form_add_entry (form,
                              "group",
                              _ ("The group, as the directory calls it"),
                              known != NULL ? known->service_name : NULL);
  if (known != NULL && known->note != NULL)
    dolen_small_form_set_text (form, "note", known->note);
}

GtkWindow *
dolen_gap_group_form_new (DolenSession *session, const char *name)
{
  g_autoptr (DolenGapGroup) group = read_name (name);
  g_autoptr (DolenGapGroup) known = NULL;
  g_autofree char *draft = g_strconcat ("gap-group/", name, NULL);
  g_autofree char *what = NULL;
  DolenSmallFormSpec spec
      /* Translators: title of a window: what came of a gap; short. */
      = { _ ("A Gap"), _ ("_Record"), draft, NULL, record, NULL, g_free };
  DolenSmallForm *form;

  if (group == NULL)
    return NULL;
  known = dolen_caseload_find_gap_group (
      dolen_casework_get_caseload (dolen_session_get_casework (session)),
      group->kind,
      group->term,
      group->where);
  spec.data = g_strdup (name);
  what = say_what (group);
  form = dolen_small_form_new (session, &spec);
  dolen_small_form_add (form, dolen_label_new (what, "heading"));
  add_fields (form, known);
  add_people (form, group);
  g_signal_connect (form, "changed", G_CALLBACK (show_fields), NULL);
  dolen_small_form_begin (form);
  show_fields (form);
  return GTK_WINDOW (form);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-terms-page.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-scheme-terms.h"
#include "app/dolen-term-window.h"

#include <glib/gi18n.h>

#define PAGE "dolen-terms-page"

/* More rows help nobody: a word narrows them. */
#define MOST_ROWS 40

typedef struct {
  DolenSession *session; /* (owned) */
  GtkWidget *widget;     /* the page */
  GtkDropDown *kind;
  GtkEditable *search;
  AdwPreferencesGroup *list;
  GPtrArray *rows; /* of GtkWidget, those in the list */
  GtkLabel *more;
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_clear_object (&page->session);
  g_ptr_array_unref (page->rows);
  g_free (page);
}

static Page *
page_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), PAGE);
}

static DolenTermKind
kind_of (Page *page)
{
  return (DolenTermKind) gtk_drop_down_get_selected (page->kind);
}

/* ---- terms to show ---- */

/* Those that answer what is typed, and those that are hidden and would not be found. */
static GPtrArray *
terms_to_show (Page *page)
{
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);
  const char *typed = gtk_editable_get_text (page->search);
  DolenTermKind kind = kind_of (page);
  GPtrArray *terms;

  if (vocabulary == NULL)
    return g_ptr_array_new ();
  if (*typed != '\0')
    return dolen_vocabulary_find (vocabulary, kind, typed, 0);
  terms = g_ptr_array_new ();
  /* Their own and changed ones first: that is what somebody comes back for. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < dolen_vocabulary_count (vocabulary, kind); i++) {
      const DolenTerm *term = dolen_vocabulary_term (vocabulary, kind, i);
      gboolean own
          = dolen_own_terms_get (dolen_scheme_terms_get (page->session), kind, term->code) != NULL;

      if (own == (pass == 0))
        g_ptr_array_add (terms, (gpointer) term);
    }
  return terms;
}

/* "Garddio · own words: dibber · not wanted here" */
static char *
say_term (Page *page, const DolenTerm *term)
{
  DolenLanguage other = dolen_language_other (dolen_language_current ());
  const DolenOwnTerm *own
      = dolen_own_terms_get (dolen_scheme_terms_get (page->session), term->kind, term->code);
  GString *text = g_string_new (dolen_term_label (term, other));

  for (guint l = 0; own != NULL && l < DOLEN_N_LANGUAGES; l++)
    if (own->words[l] != NULL && own->words[l][0] != NULL) {
      g_autofree char *words = g_strjoinv (", ", own->words[l]);

      g_string_append_printf (text, " · %s", words);
    }
  if (term->hidden)
    g_string_append_printf (text, " · %s", _ ("not wanted here"));
  return g_string_free (text, FALSE);
}

static void show (Page *page);

static void
on_changed (GtkWidget *widget)
{
  show (page_of (widget));
}

static void
open_term (Page *page, const char *code)
{
  DolenTermWindow *window = dolen_term_window_new (page->session, kind_of (page), code);

  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (page->widget)));
  g_signal_connect_object (
      window, "changed", G_CALLBACK (on_changed), page->widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_row_activated (GtkWidget *row, Page *page)
{
  open_term (page, g_object_get_data (G_OBJECT (row), "code"));
}

static GtkWidget *
new_row (Page *page, const DolenTerm *term)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = say_term (page, term);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 dolen_term_label (term, dolen_language_current ()));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (term->code), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (on_row_activated), page);
  return row;
}

static void
show (Page *page)
{
  g_autoptr (GPtrArray) terms = terms_to_show (page);
  guint n = MIN (terms->len, MOST_ROWS);
  g_autofree char *more = NULL;

  for (guint i = 0; i < page->rows->len; i++)
    adw_preferences_group_remove (page->list, g_ptr_array_index (page->rows, i));
  g_ptr_array_set_size (page->rows, 0);
  for (guint i = 0; i < n; i++) {
    GtkWidget *row = new_row (page, g_ptr_array_index (terms, i));

    adw_preferences_group_add (page->list, row);
    g_ptr_array_add (page->rows, row);
  }
  if (terms->len == 0)
    more
        = g_strdup (_ ("No term is known by that. It can be a new one, or a further word of one."));
  else if (terms->len > n)
    more = g_strdup_printf (
        ngettext ("%u more: a word narrows them.", "%u more: a word narrows them.", terms->len - n),
        terms->len - n);
  gtk_label_set_text (page->more, more != NULL ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (page->more), more != NULL);
}

/* ---- the page ---- */

static GtkWidget *
new_kinds (Page *page)
{
  const char *const names[] = {
    /* Translators: kinds of terms */
    _ ("What they like"),
    _ ("What they want help with"),
    _ ("What gets in the way"),
    _ ("What helps"),
    NULL,
  };
  GtkWidget *drop = gtk_drop_down_new_from_strings (names);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Kind of term"), -1);
  page->kind = GTK_DROP_DOWN (drop);
  g_signal_connect_swapped (drop, "notify::selected", G_CALLBACK (show), page);
  return drop;
}

static void
on_new_clicked (Page *page)
{
  open_term (page, NULL);
}

static GtkWidget *
new_controls (Page *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *search = gtk_search_entry_new ();
  /* Translators: a button: a term of the scheme's own; term newydd. */
  GtkWidget *button = gtk_button_new_with_label (_ ("New Term…"));

  g_object_set (search, "placeholder-text", _ ("A word in English or Welsh"), NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("A word in English or Welsh"), -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  page->search = GTK_EDITABLE (search);
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (show), page);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_new_clicked), page);
  gtk_box_append (GTK_BOX (box), new_kinds (page));
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
add_wrong (AdwPreferencesGroup *group, Page *page)
{
  g_autofree char *all = g_strjoinv ("\n", (char **) dolen_scheme_terms_get_wrong (page->session));
  g_autofree char *text = NULL;

  if (*all == '\0')
    return;
  /* Translators: sentences that say where a file is not right follow. */
  text = g_strdup_printf (_ ("Not all of the scheme’s own terms could be taken up.\n%s"), all);
  adw_preferences_group_add (group, dolen_label_new (text, "warning"));
}

GtkWidget *
dolen_terms_page_new (DolenSession *session)
{
  GtkWidget *widget = adw_preferences_page_new ();
  GtkWidget *top = adw_preferences_group_new (), *list = adw_preferences_group_new ();
  GtkWidget *end = adw_preferences_group_new ();
  Page *page = g_new0 (Page, 1);

  page->session = g_object_ref (session);
  page->widget = widget;
  page->rows = g_ptr_array_new ();
  page->list = ADW_PREFERENCES_GROUP (list);
  page->more = GTK_LABEL (dolen_label_new ("", "dim-label"));
  g_object_set_data_full (G_OBJECT (widget), PAGE, page, page_free);
  /* Translators: a page of the preferences: words and what they mean; geiriau. */
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (widget), _ ("Words"));
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (widget), "words");
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (widget),
                                      "accessories-dictionary-symbolic");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (top), _ ("Words and Their Meaning"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (top),
      _ ("What can be chosen for a person, and the words by which it is known when they are typed "
         "or when a group says them of itself. What you change holds for everybody who works with "
         "this directory on this computer; what every group says is then read again."));
  add_wrong (ADW_PREFERENCES_GROUP (top), page);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (top), new_controls (page));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (end), GTK_WIDGET (page->more));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (widget), ADW_PREFERENCES_GROUP (top));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (widget), page->list);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (widget), ADW_PREFERENCES_GROUP (end));
  show (page);
  return widget;
}

void
dolen_terms_page_look (GtkWidget *widget, DolenTermKind kind, const char *words)
{
  Page *page = page_of (widget);

  g_return_if_fail (page != NULL && kind < DOLEN_TERM_N_KINDS);
  gtk_drop_down_set_selected (page->kind, (guint) kind);
  gtk_editable_set_text (page->search, words);
  show (page);
}

const char *
dolen_terms_page_get_first (GtkWidget *widget)
{
  Page *page = page_of (widget);

  g_return_val_if_fail (page != NULL, NULL);
  if (page->rows->len == 0)
    return NULL;
  return g_object_get_data (G_OBJECT (g_ptr_array_index (page->rows, 0)), "code");
}

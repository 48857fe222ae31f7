/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-term-window.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-scheme-terms.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>
#include <string.h>

struct _DolenTermWindow {
  AdwWindow parent_instance;

  DolenSession *session; /* (owned) */
  DolenTermKind kind;
  char *code; /* (owned) (nullable): of a new one */
  GtkEditable *label[DOLEN_N_LANGUAGES];
  GtkEditable *words[DOLEN_N_LANGUAGES];
  GtkDropDown *broader; /* (nullable): of a new one */
  GtkSwitch *hidden;    /* (nullable): of one that is there */
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (DolenTermWindow, dolen_term_window, ADW_TYPE_WINDOW)

static guint changed_signal;

static void
dolen_term_window_finalize (GObject *object)
{
  DolenTermWindow *self = DOLEN_TERM_WINDOW (object);

  g_clear_object (&self->session);
  g_free (self->code);
  G_OBJECT_CLASS (dolen_term_window_parent_class)->finalize (object);
}

static void
dolen_term_window_class_init (DolenTermWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dolen_term_window_finalize;
  changed_signal = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dolen_term_window_init (DolenTermWindow *self)
{
  (void) self;
}

/* ---- what is typed ---- */

static const DolenTerm *
term_of (DolenTermWindow *self)
{
  return dolen_vocabulary_by_code (dolen_vocabulary_default (NULL), self->kind, self->code);
}

/* "one, two; three": each on its own, cleaned, none twice. */
static char **
dup_words (GtkEditable *entry)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) parts = g_strsplit_set (gtk_editable_get_text (entry), ",;", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    char *word = dolen_text_clean_line (parts[i]);

    if (word == NULL || *word == '\0' || g_hash_table_contains (seen, word)) {
      g_free (word);
      continue;
    }
    g_strv_builder_add (words, word);
    g_hash_table_add (seen, word);
  }
  return g_strv_builder_end (words);
}

/* The label that is typed where it is another than the installed one. */
static char *
dup_own_label (DolenTermWindow *self, DolenLanguage language)
{
  char *label = dolen_text_clean_line (gtk_editable_get_text (self->label[language]));
  const char *installed = dolen_own_terms_installed_label (self->kind, self->code, language);

  if (label != NULL && (*label == '\0' || g_strcmp0 (label, installed) == 0))
    g_clear_pointer (&label, g_free);
  return label;
}

static const char *
broader_of (DolenTermWindow *self)
{
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);
  guint selected = gtk_drop_down_get_selected (self->broader);

  if (selected >= dolen_vocabulary_count (vocabulary, self->kind))
    return NULL;
  return dolen_vocabulary_term (vocabulary, self->kind, selected)->code;
}

static void
say (DolenTermWindow *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static DolenOwnTerm *
dup_term (DolenTermWindow *self)
{
  const DolenOwnTerms *own = dolen_scheme_terms_get (self->session);
  const DolenOwnTerm *before = dolen_own_terms_get (own, self->kind, self->code);
  g_autofree char *code = g_strdup (self->code);
  DolenOwnTerm *term;
  const char *text = gtk_editable_get_text (self->label[DOLEN_LANGUAGE_EN]);

  if (code == NULL) {
    if (*text == '\0')
      text = gtk_editable_get_text (self->label[DOLEN_LANGUAGE_CY]);
    code = dolen_own_terms_new_code (own, self->kind, text);
  }
  term = dolen_own_term_new (self->kind, code);
  term->broader = g_strdup (self->broader != NULL ? broader_of (self)
                            : before != NULL      ? before->broader
                                                  : NULL);
  term->hidden = self->hidden != NULL && gtk_switch_get_active (self->hidden);
  for (guint l = 0; l < DOLEN_N_LANGUAGES; l++) {
    term->label[l] = dup_own_label (self, (DolenLanguage) l);
    term->words[l] = dup_words (self->words[l]);
  }
  return term;
}

gboolean
dolen_term_window_save (DolenTermWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenOwnTerm) term = NULL;

  g_return_val_if_fail (DOLEN_IS_TERM_WINDOW (self), FALSE);
  term = dup_term (self);
  if (dolen_own_term_is_new (term) && term->label[DOLEN_LANGUAGE_EN] == NULL
      && term->label[DOLEN_LANGUAGE_CY] == NULL) {
    say (self, _ ("Give it a name, in English or in Welsh."));
    gtk_widget_grab_focus (GTK_WIDGET (self->label[dolen_language_current ()]));
    return FALSE;
  }
  if (!dolen_scheme_terms_put (self->session, g_steal_pointer (&term), &error)) {
    say (self, error->message);
    return FALSE;
  }
  g_signal_emit (self, changed_signal, 0);
  gtk_window_destroy (GTK_WINDOW (self));
  return TRUE;
}

/* Everything as it is installed; nothing is saved yet. */
static void
on_as_installed (DolenTermWindow *self)
{
  for (guint l = 0; l < DOLEN_N_LANGUAGES; l++) {
    gtk_editable_set_text (
        self->label[l],
        dolen_own_terms_installed_label (self->kind, self->code, (DolenLanguage) l));
    gtk_editable_set_text (self->words[l], "");
  }
  gtk_switch_set_active (self->hidden, FALSE);
}

/* ---- how it looks ---- */

static void
add_language (DolenTermWindow *self, AdwPreferencesPage *page, DolenLanguage language)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *label = adw_entry_row_new (), *words = adw_entry_row_new ();
  g_autofree char *installed
      = dolen_own_terms_dup_installed_words (self->kind, self->code, language);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   language == DOLEN_LANGUAGE_EN ? _ ("English") : _ ("Welsh"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (label), _ ("Name"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (words), _ ("Further words, commas between"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), label);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), words);
  if (installed != NULL) {
    /* Translators: words that mean a term follow, with commas between them. */
    g_autofree char *text = g_strdup_printf (_ ("Already understood: %s"), installed);
    GtkWidget *known = dolen_label_new (text, "dim-label");

    gtk_widget_set_margin_top (known, 6);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), known);
  }
  self->label[language] = GTK_EDITABLE (label);
  self->words[language] = GTK_EDITABLE (words);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

static void
add_broader (DolenTermWindow *self, AdwPreferencesPage *page)
{
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new (), *drop;
  guint n = dolen_vocabulary_count (vocabulary, self->kind);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names,
                            dolen_term_label (dolen_vocabulary_term (vocabulary, self->kind, i),
                                              dolen_language_current ()));
  gtk_string_list_append (names, self->kind == DOLEN_TERM_INTEREST ? "–" : _ ("Nothing"));
  drop = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)),
                            gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), self->kind == DOLEN_TERM_INTEREST ? 0 : n);
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Stands under"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), drop);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  self->broader = GTK_DROP_DOWN (drop);
}

static void
add_wanted (DolenTermWindow *self, AdwPreferencesPage *page)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new (), *hidden = gtk_switch_new ();
  GtkWidget *button;

  gtk_widget_set_valign (hidden, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Not wanted here"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("It is neither offered nor read in what groups say"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), hidden);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), hidden);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  self->hidden = GTK_SWITCH (hidden);
  if (!g_str_has_prefix (self->code, DOLEN_OWN_CODE)) {
    /* Translators: a button: the term as it comes with the program. */
    button = gtk_button_new_with_label (_ ("As Installed"));
    gtk_widget_set_halign (button, GTK_ALIGN_START);
    gtk_widget_set_margin_top (button, 12);
    g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_as_installed), self);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
  }
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

static GtkWidget *
new_header (DolenTermWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_ ("_Save"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (dolen_term_window_save), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save);
  return header;
}

static void
fill (DolenTermWindow *self)
{
  const DolenTerm *term = term_of (self);
  const DolenOwnTerm *own
      = dolen_own_terms_get (dolen_scheme_terms_get (self->session), self->kind, self->code);

  if (term == NULL)
    return;
  for (guint l = 0; l < DOLEN_N_LANGUAGES; l++) {
    g_autofree char *words
        = own != NULL && own->words[l] != NULL ? g_strjoinv (", ", own->words[l]) : g_strdup ("");

    gtk_editable_set_text (self->label[l], dolen_term_label (term, (DolenLanguage) l));
    gtk_editable_set_text (self->words[l], words);
  }
  gtk_switch_set_active (self->hidden, term->hidden);
}

DolenTermWindow *
dolen_term_window_new (DolenSession *session, DolenTermKind kind, const char *code)
{
  DolenTermWindow *self = g_object_new (DOLEN_TYPE_TERM_WINDOW,
                                        "title",
                                        code != NULL ? _ ("Term") : _ ("New Term"),
                                        "modal",
                                        TRUE,
                                        "default-width",
                                        460,
                                        "default-height",
                                        620,
                                        NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();

  self->session = g_object_ref (session);
  self->kind = kind;
  self->code = g_strdup (code);
  self->problem = GTK_LABEL (dolen_label_new ("", "error"));
  g_object_set (self->problem, "margin-start", 18, "margin-end", 18, "margin-top", 12, NULL);
  gtk_widget_set_vexpand (page, TRUE);
  add_language (self, ADW_PREFERENCES_PAGE (page), DOLEN_LANGUAGE_EN);
  add_language (self, ADW_PREFERENCES_PAGE (page), DOLEN_LANGUAGE_CY);
  if (code == NULL)
    add_broader (self, ADW_PREFERENCES_PAGE (page));
  else
    add_wanted (self, ADW_PREFERENCES_PAGE (page));
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  say (self, NULL);
  fill (self);
  return self;
}

void
dolen_term_window_set (DolenTermWindow *self,
                       DolenLanguage language,
                       const char *label,
                       const char *words)
{
  if (label != NULL)
    gtk_editable_set_text (self->label[language], label);
  if (words != NULL)
    gtk_editable_set_text (self->words[language], words);
}

void
dolen_term_window_set_hidden (DolenTermWindow *self, gboolean hidden)
{
  gtk_switch_set_active (self->hidden, hidden);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-rules-window.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-error-message.h"
#include "app/dolen-text-windows.h"
#include "base/dolen-working-days.h"
#include "casework/dolen-rules.h"

#include <glib/gi18n.h>

static char *
own_file (DolenSession *session)
{
  return g_build_filename (dolen_session_get_folder (session), "follow-ups.json", NULL);
}

static void
read_rules (DolenSession *session)
{
  g_autofree char *path = own_file (session);
  g_autoptr (GError) error = NULL;

  if (dolen_session_is_unlocked (session)
      && !dolen_casework_set_rules (dolen_session_get_casework (session), path, &error))
    dolen_session_report (session, error);
}

void
dolen_rules_follow (DolenSession *session)
{
  g_signal_connect_object (dolen_session_get_casework (session),
                           "notify::unlocked",
                           G_CALLBACK (read_rules),
                           session,
                           G_CONNECT_SWAPPED);
}

/* ---- whose bank holidays ---- */

static void
on_nation (AdwComboRow *row, GParamSpec *property, GSettings *settings)
{
  g_settings_set_string (settings, "nation", dolen_nation_code (adw_combo_row_get_selected (row)));
}

static GtkWidget *
new_nation_row (DolenSession *session)
{
  const char *const names[]
      = { _ ("England and Wales"), _ ("Scotland"), _ ("Northern Ireland"), NULL };
  GtkWidget *list = dolen_boxed_list_new ();
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Bank holidays of"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), dolen_nation_current ());
  g_signal_connect_object (
      row, "notify::selected", G_CALLBACK (on_nation), dolen_session_get_settings (session), 0);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

/* ---- the rules ---- */

static GtkWidget *
new_rule_row (const DolenRule *rule, DolenLanguage language)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *when = dolen_rule_say (rule, language);

  gtk_box_append (GTK_BOX (words), dolen_label_new (dolen_rule_get_name (rule, language), NULL));
  gtk_box_append (GTK_BOX (words), dolen_label_new (when, "dim-label"));
  return words;
}

static GtkWidget *
new_list (const DolenRules *rules)
{
  GtkWidget *list = dolen_boxed_list_new ();
  const GPtrArray *all = dolen_rules_list (rules);

  for (guint i = 0; i < all->len; i++)
    dolen_boxed_list_add (list,
                          new_rule_row (g_ptr_array_index (all, i), dolen_language_current ()));
  return list;
}

static char *
say_source (DolenSession *session, DolenRules **rules)
{
  g_autofree char *path = own_file (session);
  g_autoptr (GError) error = NULL;
  g_autofree char *wrong = NULL;

  *rules = dolen_rules_new (path, &error);
  if (*rules != NULL)
    return g_strdup_printf (g_file_test (path, G_FILE_TEST_EXISTS)
                                /* Translators: %s: the path of a file. */
                                ? _ ("With the scheme’s own rules from %s.")
                                : _ ("These are Dolen’s own. A scheme puts its rules into %s."),
                            path);
  *rules = dolen_rules_new (NULL, NULL);
  wrong = dolen_error_to_message (error);
  /* Translators: %s: a sentence that says what is wrong with a file. */
  return g_strdup_printf (_ ("%s Until it is mended Dolen’s own rules hold."), wrong);
}

GtkWindow *
dolen_rules_window_new (DolenSession *session)
{
  GtkBox *box;
  GtkWindow *window = dolen_text_window_new (_ ("Rules of Follow-up"), &box);
  g_autoptr (DolenRules) rules = NULL;
  g_autofree char *source = say_source (session, &rules);

  gtk_box_append (box, dolen_label_new (source, NULL));
  gtk_box_append (box, new_nation_row (session));
  gtk_box_append (box, new_list (rules));
  return window;
}

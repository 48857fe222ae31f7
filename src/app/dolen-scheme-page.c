/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-scheme-page.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-choice-row.h"
#include "casework/records/dolen-codes.h"
#include "language/dolen-language.h"

#include <glib/gi18n.h>

/* ---- rows ---- */

static GtkWidget *
new_group (GtkWidget *page, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return group;
}

static void
add_entry (GtkWidget *group, GSettings *settings, const char *key, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_settings_bind (settings, key, row, "text", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static gboolean
code_to_index (GValue *value, GVariant *variant, gpointer codes)
{
  const char *const *list = codes;
  const char *code = g_variant_get_string (variant, NULL);

  for (guint i = 0; list[i] != NULL; i++)
    if (g_str_equal (list[i], code)) {
      g_value_set_uint (value, i);
      return TRUE;
    }
  return FALSE;
}

static GVariant *
index_to_code (const GValue *value, const GVariantType *type, gpointer codes)
{
  const char *const *list = codes;
  guint chosen = g_value_get_uint (value);

  return chosen < g_strv_length ((char **) codes) ? g_variant_new_string (list[chosen]) : NULL;
}

/* @codes must live as long as the program. */
static void
add_choice (GtkWidget *group,
            GSettings *settings,
            const char *key,
            const char *title,
            const char *const *codes,
            const char *const *names)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  dolen_choice_row_show_whole (ADW_COMBO_ROW (row));
  g_settings_bind_with_mapping (settings,
                                key,
                                row,
                                "selected",
                                G_SETTINGS_BIND_DEFAULT,
                                code_to_index,
                                index_to_code,
                                (gpointer) codes,
                                NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_number (GtkWidget *group, GSettings *settings, const char *key, const char *title, double most)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, most, 1);

  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  g_settings_bind (settings, key, spin, "value", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* ---- groups ---- */

static void
add_names (GtkWidget *page, GSettings *settings)
{
  static const struct {
    const char *key;
    const char *title;
  } rows[] = {
    /* Translators: of a scheme (cynllun, masc.) */
    { "scheme-name-en", N_ ("Name, in English") },
    { "scheme-name-cy", N_ ("Name, in Welsh") },
    { "scheme-role-en", N_ ("A worker is called, in English") },
    { "scheme-role-cy", N_ ("A worker is called, in Welsh") },
    { "scheme-phone", N_ ("Telephone of the scheme") },
    { "scheme-email", N_ ("E-mail of the scheme") },
  };
  GtkWidget *group
      = new_group (page,
                   _ ("The Scheme"),
                   _ ("Stands at the foot of letters and hand-outs. A worker without a "
                      "role of their own is called a link worker, unless it says "
                      "otherwise here: community connector, for example."));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    add_entry (group, settings, rows[i].key, _ (rows[i].title));
}

void
dolen_scheme_page_add_may (GtkWidget *page, GSettings *settings, const char *description)
{
  static const char *const codes[] = { "yes", "ask-lead", "no", NULL };
  const char *const names[] = { /* Translators: whether a worker may do something. */
                                C_ ("may a worker", "Yes"),
                                C_ ("may a worker", "Ask a lead first"),
                                C_ ("may a worker", "No"),
                                NULL
  };
  GtkWidget *group = new_group (page, _ ("What a Worker May Do"), description);

  add_choice (group, settings, "scheme-home-visit", _ ("Visit people at home"), codes, names);
  add_choice (group, settings, "scheme-accompany", _ ("Go along to a group"), codes, names);
}

static void
add_caseload (GtkWidget *page, GSettings *settings)
{
  static const char *const nations[]
      = { "england-and-wales", "scotland", "northern-ireland", NULL };
  const char *const names[]
      = { _ ("England and Wales"), _ ("Scotland"), _ ("Northern Ireland"), NULL };
  GtkWidget *group = new_group (page, _ ("Caseload"), NULL);

  add_number (group,
              settings,
              "scheme-load-limit",
              _ ("Most that one worker supports at a time (0: not set)"),
              500);
  add_number (group,
              settings,
              "scheme-return-weeks",
              _ ("Weeks after closing in which somebody may come back"),
              104);
  add_choice (group, settings, "nation", _ ("Bank holidays of"), nations, names);
}

static gboolean
has_language (GValue *value, GVariant *variant, gpointer language)
{
  g_autofree const char **list = g_variant_get_strv (variant, NULL);

  g_value_set_boolean (value, g_strv_contains (list, language));
  return TRUE;
}

static void
on_language_switched (GtkSwitch *toggle, GParamSpec *pspec, GSettings *settings)
{
  const char *language = g_object_get_data (G_OBJECT (toggle), "language");
  g_auto (GStrv) before = g_settings_get_strv (settings, "scheme-notice-languages");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) after = NULL;

  if (g_strv_contains ((const char *const *) before, language) == gtk_switch_get_active (toggle))
    return;
  for (gsize i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], language))
      g_strv_builder_add (builder, before[i]);
  if (gtk_switch_get_active (toggle))
    g_strv_builder_add (builder, language);
  after = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "scheme-notice-languages", (const char *const *) after);
}

static void
add_language (GtkWidget *group, GSettings *settings, const char *language, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  g_object_set_data (G_OBJECT (toggle), "language", (gpointer) language);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_settings_bind_with_mapping (settings,
                                "scheme-notice-languages",
                                toggle,
                                "active",
                                G_SETTINGS_BIND_GET,
                                has_language,
                                NULL,
                                (gpointer) language,
                                NULL);
  g_signal_connect_object (
      toggle, "notify::active", G_CALLBACK (on_language_switched), settings, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_codes (
    GtkWidget *group, GSettings *settings, const char *key, const char *title, DolenCodeList list)
{
  const char *codes[8] = { "", NULL }, *names[8] = { _ ("Not chosen yet"), NULL };
  guint n = MIN (dolen_codes_count (list), G_N_ELEMENTS (codes) - 2);
  char **kept;

  for (guint i = 0; i < n; i++) {
    codes[i + 1] = dolen_codes_nth (list, i);
    names[i + 1] = dolen_code_name (list, codes[i + 1], dolen_language_current ());
  }
  kept = g_strdupv ((char **) codes);
  add_choice (group, settings, key, title, (const char *const *) kept, names);
  g_object_set_data_full (G_OBJECT (group), key, kept, (GDestroyNotify) g_strfreev);
}

static void
add_privacy (GtkWidget *page, GSettings *settings)
{
  GtkWidget *group
      = new_group (page,
                   _ ("Privacy Information"),
                   _ ("What the forms propose when privacy information is given. Whoever answers "
                      "for data protection in the scheme decides it."));

  add_entry (group, settings, "scheme-notice-version", _ ("Version of the notice"));
  add_language (group, settings, "en", _ ("There is an English one"));
  add_language (group, settings, "cy", _ ("There is a Welsh one"));
  add_codes (group, settings, "scheme-basis", _ ("Lawful basis"), DOLEN_CODES_BASIS);
  add_codes (group,
             settings,
             "scheme-condition",
             _ ("Condition for health and the like"),
             DOLEN_CODES_CONDITION);
}

GtkWidget *
dolen_scheme_page_new (GSettings *settings)
{
  GtkWidget *page = adw_preferences_page_new ();

  /* Translators: a page of the preferences; cynllun. */
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _ ("Scheme"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), "system-users-symbolic");
  add_names (page, settings);
  dolen_scheme_page_add_may (
      page, settings, _ ("What is a no here is not offered when an appointment is planned."));
  add_caseload (page, settings);
  add_privacy (page, settings);
  return page;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-keeping-page.h"

#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-queue-read.h"

#include <glib/gi18n.h>

#define PAGE "dolen-keeping-page"
#define MOST_DAYS 999
#define MOST_MONTHS 120
#define MOST_TRY_DAYS 60

typedef struct {
  DolenSession *session; /* (owned) */
  DolenKeepingRules rules;
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_object_unref (page->session);
  g_free (page);
}

gboolean
dolen_keeping_tries_parse (const char *typed, DolenKeepingRules *rules)
{
  g_auto (GStrv) parts = g_strsplit (typed, ",", -1);
  guint n = g_strv_length (parts);

  if (n == 0 || n > DOLEN_KEEPING_MAX_TRIES)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    gint64 days;

    if (!g_ascii_string_to_signed (g_strstrip (parts[i]), 10, 1, MOST_TRY_DAYS, &days, NULL))
      return FALSE;
    rules->try_again[i] = (int) days;
  }
  rules->n_tries = n;
  return TRUE;
}

char *
dolen_keeping_tries_format (const DolenKeepingRules *rules)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rules->n_tries; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? ", " : "", rules->try_again[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What goes by the rules is looked at again. */
static void
save (Page *page)
{
  g_autofree char *path = dolen_queue_rules_path (page->session);
  g_autoptr (GError) error = NULL;

  if (dolen_keeping_rules_write (&page->rules, path, &error))
    g_signal_emit_by_name (page->session, "directory-changed");
  else
    dolen_session_report (page->session, error);
}

/* ---- numbers ---- */

static void
on_number (GtkSpinButton *spin, int *number)
{
  *number = gtk_spin_button_get_value_as_int (spin);
  save (g_object_get_data (G_OBJECT (spin), PAGE));
}

/* @number: in the page's rules. */
static GtkWidget *
new_number (Page *page, const char *title, int *number, int most, const char *unit)
{
  GtkWidget *row = dolen_plain_row_new (title);
  GtkWidget *spin = gtk_spin_button_new_with_range (1, most, 1);
  g_autofree char *name = g_strdup_printf ("%s (%s)", title, unit);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), unit);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), *number);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (spin), PAGE, page);
  g_signal_connect (spin, "value-changed", G_CALLBACK (on_number), number);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  return row;
}

static GtkWidget *
new_fact (Page *page, DolenFact fact)
{
  DolenKeepingSpan *span = &page->rules.ask_again[fact];
  const char *title = dolen_keeping_fact_label (fact, dolen_language_current ());

  return span->months > 0
             /* Translators: beneath a number of the preferences. */
             ? new_number (page, title, &span->months, MOST_MONTHS, C_ ("unit", "months"))
             : new_number (page, title, &span->days, MOST_DAYS, C_ ("unit", "days"));
}

static GtkWidget *
new_again_group (Page *page)
{
  GtkWidget *group = adw_preferences_group_new ();

  /* Translators: a heading of the preferences: after how long a fact is asked about again. */
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Ask again after"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Since somebody last confirmed it. The queue of Directory goes by this; whether a fact is "
         "fresh enough for a suggestion does not change."));
  for (DolenFact fact = 0; fact < DOLEN_N_FACTS; fact++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_fact (page, fact));
  return group;
}

/* ---- ends, tries ---- */

static void
on_tries (GtkWidget *row, Page *page)
{
  if (dolen_keeping_tries_parse (gtk_editable_get_text (GTK_EDITABLE (row)), &page->rules)) {
    gtk_widget_remove_css_class (row, "error");
    save (page);
  } else {
    gtk_widget_add_css_class (row, "error");
    dolen_session_toast (page->session, _ ("Working days, try by try: “1, 3, 5”."));
  }
}

static GtkWidget *
new_tries (Page *page)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *tries = dolen_keeping_tries_format (&page->rules);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ ("Working days to the next try, try by try"));
  gtk_editable_set_text (GTK_EDITABLE (row), tries);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "apply", G_CALLBACK (on_tries), page);
  return row;
}

static GtkWidget *
new_calls_group (Page *page)
{
  GtkWidget *group = adw_preferences_group_new ();
  const char *days = C_ ("unit", "days");

  /* Translators: a heading of the preferences: calls to groups. */
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Ends, and calls"));
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      new_number (
          page, _ ("Before a policy or check ends"), &page->rules.assurance_days, MOST_DAYS, days));
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      new_number (page, _ ("Before funding ends"), &page->rules.funding_days, MOST_DAYS, days));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_tries (page));
  return group;
}

/* ---- switches ---- */

static GtkWidget *
new_switch (const char *title, const char *subtitle, GtkWidget **button)
{
  GtkWidget *row = dolen_plain_row_new (title);

  *button = gtk_switch_new ();
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (*button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (*button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), *button);
  return row;
}

static void
on_welsh (GtkSwitch *button, GParamSpec *pspec, Page *page)
{
  page->rules.welsh = gtk_switch_get_active (button);
  save (page);
}

static GtkWidget *
new_switches_group (Page *page)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *welsh, *keys;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Queue"));
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      new_switch (_ ("Untranslated texts are work to do"),
                  _ ("Listings whose Welsh or English is missing or out of date stand in the "
                     "queue."),
                  &welsh));
  gtk_switch_set_active (GTK_SWITCH (welsh), page->rules.welsh);
  g_signal_connect (welsh, "notify::active", G_CALLBACK (on_welsh), page);
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      new_switch (_ ("Single letters are keys"),
                  _ ("R reached, M left a message, N no answer, W wrong number, S save and next, J "
                     "and K the next and the former row; not while something is typed."),
                  &keys));
  g_settings_bind (dolen_session_get_settings (page->session),
                   "queue-letter-keys",
                   keys,
                   "active",
                   G_SETTINGS_BIND_DEFAULT);
  return group;
}

GtkWidget *
dolen_keeping_page_new (DolenSession *session)
{
  GtkWidget *widget = adw_preferences_page_new ();
  Page *page = g_new0 (Page, 1);
  g_autofree char *path = dolen_queue_rules_path (session);
  g_auto (GStrv) wrong = dolen_keeping_rules_read (path, &page->rules);
  GtkWidget *again;

  page->session = g_object_ref (session);
  g_object_set_data_full (G_OBJECT (widget), PAGE, page, page_free);
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (widget), _ ("Directory"));
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (widget), "keeping");
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (widget), "dolen-directory-symbolic");
  again = new_again_group (page);
  for (guint i = 0; wrong[i] != NULL; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (again),
                               dolen_label_new (wrong[i], "warning"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (widget), ADW_PREFERENCES_GROUP (again));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (widget),
                            ADW_PREFERENCES_GROUP (new_calls_group (page)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (widget),
                            ADW_PREFERENCES_GROUP (new_switches_group (page)));
  return widget;
}

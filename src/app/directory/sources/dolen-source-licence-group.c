/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/sources/dolen-source-licence-group.h"

#include "app/dolen-choice-row.h"
#include "base/dolen-text.h"
#include "directory/dolen-source-licence.h"

#include <glib/gi18n.h>

#define OWN "dolen-licence"

/* What the group is made from; lives as long as it. */
typedef struct {
  DolenSession *session;      /* (owned) */
  char *uid;                  /* (owned) of the source */
  DolenSourceLicence licence; /* as it is stored, or on its way there */
  AdwComboRow *choice;
  GtkWidget *words;
  GtkWidget *attribution;
} Licence;

static void
licence_free (gpointer data)
{
  Licence *licence = data;

  dolen_source_licence_clear (&licence->licence);
  g_free (licence->uid);
  g_object_unref (licence->session);
  g_free (licence);
}

/* ---- saving ---- */

typedef struct {
  char *uid;
  DolenSourceLicence licence;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_free (save->uid);
  dolen_source_licence_clear (&save->licence);
  g_free (save);
}

static gpointer
save_in_worker (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  const Save *save = data;

  dolen_source_licence_set (directory, save->uid, &save->licence, error);
  return NULL;
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  dolen_session_run_finish (DOLEN_SESSION (source), result, &error);
  if (error != NULL)
    dolen_session_report (DOLEN_SESSION (source), error);
}

static void
save (const Licence *licence)
{
  DolenSessionJob job = { "licence of a source", G_PRIORITY_DEFAULT, save_in_worker };
  Save *data = g_new0 (Save, 1);

  data->uid = g_strdup (licence->uid);
  data->licence.licence = g_strdup (licence->licence.licence);
  data->licence.attribution = g_strdup (licence->licence.attribution);
  data->licence.forbids_more = licence->licence.forbids_more;
  job.data = data;
  job.free_data = save_free;
  dolen_session_run (licence->session, &job, NULL, on_saved_cb, NULL);
}

/* ---- which licence ---- */

static guint
count_known (void)
{
  guint n = 0;

  while (dolen_licence_at (n) != NULL)
    n++;
  return n;
}

/* None, the known ones, another one. */
static guint
index_of (const char *text)
{
  guint n = count_known ();

  if (text == NULL)
    return 0;
  for (guint i = 0; i < n; i++)
    if (dolen_licence_find (text) == dolen_licence_at (i))
      return i + 1;
  return n + 1;
}

static void
set_licence (Licence *licence, const char *text)
{
  if (g_strcmp0 (licence->licence.licence, text) == 0)
    return;
  g_free (licence->licence.licence);
  licence->licence.licence = g_strdup (text);
  save (licence);
}

static void
on_chosen (Licence *licence)
{
  guint chosen = adw_combo_row_get_selected (licence->choice);
  gboolean another = chosen > count_known ();
  g_autofree char *words
      = dolen_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (licence->words)));

  gtk_widget_set_visible (licence->words, another);
  if (another)
    set_licence (licence, words);
  else
    set_licence (licence, chosen > 0 ? dolen_licence_at (chosen - 1)->code : NULL);
}

static void
on_words (Licence *licence)
{
  on_chosen (licence);
}

static GtkWidget *
new_entry (const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  return row;
}

static void
add_choice (Licence *licence, AdwPreferencesGroup *group)
{
  guint n = count_known (), chosen = index_of (licence->licence.licence);
  g_autofree const char **names = g_new0 (const char *, n + 3);

  /* Translators: of a licence (trwydded, fem.): the source does not say under which. */
  names[0] = _ ("Not stated");
  for (guint i = 0; i < n; i++)
    names[i + 1] = dolen_licence_at (i)->name;
  /* Translators: a licence (trwydded, fem.) that is not in the list. */
  names[n + 1] = _ ("Another one");
  licence->choice = dolen_choice_row_new (_ ("Licence"), names, chosen);
  licence->words = new_entry (
      /* Translators: a licence (trwydded, fem.) that is not in the list. */
      _ ("What the licence is called"),
      chosen > n ? licence->licence.licence : NULL);
  gtk_widget_set_visible (licence->words, chosen > n);
  g_signal_connect_swapped (licence->choice, "notify::selected", G_CALLBACK (on_chosen), licence);
  g_signal_connect_swapped (licence->words, "apply", G_CALLBACK (on_words), licence);
  adw_preferences_group_add (group, GTK_WIDGET (licence->choice));
  adw_preferences_group_add (group, licence->words);
}

/* ---- what is to be said, and whether it may be passed on ---- */

static void
on_attribution (Licence *licence)
{
  g_free (licence->licence.attribution);
  licence->licence.attribution
      = dolen_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (licence->attribution)));
  save (licence);
}

static void
on_forbids (GtkSwitch *button, GParamSpec *pspec, Licence *licence)
{
  licence->licence.forbids_more = gtk_switch_get_active (button);
  save (licence);
}

static GtkWidget *
new_switch_row (Licence *licence)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();
  /* Translators: of what came from a source: it may not be published again. */
  const char *title = _ ("May not be passed on");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("Export and Publish leave it out unless somebody ticks it."));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (button), licence->licence.forbids_more);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (button, "notify::active", G_CALLBACK (on_forbids), licence);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

GtkWidget *
dolen_source_licence_group_new (DolenSession *session, const DolenSource *source)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  Licence *licence = g_new0 (Licence, 1);

  licence->session = g_object_ref (session);
  licence->uid = g_strdup (source->uid);
  dolen_source_licence_read (&licence->licence, source->settings);
  g_object_set_data_full (G_OBJECT (group), OWN, licence, licence_free);
  adw_preferences_group_set_title (group, _ ("Licence"));
  adw_preferences_group_set_description (
      group, _ ("What the source says of passing its records on; it goes out with them."));
  add_choice (licence, group);
  /* Translators: what is to be said where records of a source are published: "Contains data of
   * Conwy council". */
  licence->attribution = new_entry (_ ("Attribution"), licence->licence.attribution);
  g_signal_connect_swapped (licence->attribution, "apply", G_CALLBACK (on_attribution), licence);
  adw_preferences_group_add (group, licence->attribution);
  adw_preferences_group_add (group, new_switch_row (licence));
  return GTK_WIDGET (group);
}

void
dolen_source_licence_group_choose (GtkWidget *group, const char *code)
{
  Licence *licence = g_object_get_data (G_OBJECT (group), OWN);

  adw_combo_row_set_selected (licence->choice, index_of (code));
}

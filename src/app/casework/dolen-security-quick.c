/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-security-quick.h"

#include "app/casework/dolen-quick-unlock.h"
#include "app/dolen-error-message.h"
#include "app/dolen-toasts.h"
#include "casework/dolen-casework-quick.h"
#include "casework/dolen-casework-workers.h"

#include <glib/gi18n.h>

static const DolenHolder *
find_whose (DolenCasework *casework)
{
  g_autofree char *uid = dolen_casework_dup_quick_worker (casework);
  const GPtrArray *workers = dolen_casework_list_workers (casework);

  for (guint i = 0; uid != NULL && workers != NULL && i < workers->len; i++)
    if (g_strcmp0 (((const DolenHolder *) workers->pdata[i])->uid, uid) == 0)
      return workers->pdata[i];
  return NULL;
}

static gboolean
is_mine (DolenCasework *casework)
{
  const DolenHolder *whose = find_whose (casework);

  return whose != NULL && whose == dolen_casework_get_worker (casework);
}

/* (transfer full) */
static char *
say_state (DolenCasework *casework)
{
  const DolenHolder *whose = find_whose (casework);

  if (dolen_casework_is_by_recovery_key (casework))
    return g_strdup (_ ("Unlock with your own passphrase to switch it on."));
  if (whose != NULL && whose != dolen_casework_get_worker (casework))
    /* Translators: %s: a worker's name, after a colon. */
    return g_strdup_printf (_ ("On for another worker: %s. Switched on here, it ends for them."),
                            whose->name);
  return g_strdup (_ ("Your passphrase is asked for again after seven days and after a restart of "
                      "the computer. It always works."));
}

/* ---- switching ---- */

/* Shows what is so, whatever was clicked. */
static void
show_state (GtkSwitch *button, DolenCasework *casework)
{
  gboolean mine = is_mine (casework);

  g_object_set_data (G_OBJECT (button), "showing", GINT_TO_POINTER (1));
  gtk_switch_set_active (button, mine);
  gtk_switch_set_state (button, mine);
  g_object_set_data (G_OBJECT (button), "showing", NULL);
}

static void
tell (GtkWidget *button, const GError *error)
{
  GtkWidget *window = gtk_widget_get_ancestor (button, ADW_TYPE_PREFERENCES_WINDOW);
  g_autofree char *message = dolen_error_to_message (error);

  if (window != NULL && message != NULL)
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window), dolen_toast_new (message));
}

static void
on_switched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DolenSession *session = DOLEN_SESSION (source);
  g_autoptr (GtkWidget) button = user_data;
  g_autoptr (GError) error = NULL;

  if (!dolen_quick_unlock_switched (session, result, &error))
    tell (button, error);
  if (dolen_session_is_unlocked (session))
    show_state (GTK_SWITCH (button), dolen_session_get_casework (session));
  gtk_widget_set_sensitive (button, TRUE);
}

static gboolean
on_state_set (GtkSwitch *button, gboolean on, DolenSession *session)
{
  if (g_object_get_data (G_OBJECT (button), "showing") != NULL
      || !dolen_session_is_unlocked (session))
    return FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  dolen_quick_unlock_switch (session, on, on_switched, g_object_ref (button));
  /* Its state follows when the keyring has answered. */
  return TRUE;
}

AdwPreferencesGroup *
dolen_security_quick_new (DolenSession *session)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  DolenCasework *casework = dolen_session_get_casework (session);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();
  g_autofree char *state = say_state (casework);
  g_autofree char *escaped = g_markup_escape_text (state, -1);

  /* Translators: opening the case records by a click instead of the passphrase. */
  adw_preferences_group_set_title (group, _ ("Quick Unlock"));
  adw_preferences_group_set_description (
      group,
      _ ("The keyring of your desktop session keeps a key, and one click opens the case records. "
         "Whoever has this computer with your session unlocked can then open them too, and read "
         "your diary. Leave it off where others use the same session."));
  /* Translators: the keyring: where the desktop keeps passwords. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Open with the keyring"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_name (button, "quick-switch");
  gtk_widget_set_sensitive (row, !dolen_casework_is_by_recovery_key (casework));
  show_state (GTK_SWITCH (button), casework);
  g_signal_connect_object (button, "state-set", G_CALLBACK (on_state_set), session, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Open with the keyring"), -1);
  adw_preferences_group_add (group, row);
  return group;
}

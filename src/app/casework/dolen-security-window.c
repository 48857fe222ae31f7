/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-security-window.h"

#include "app/casework/dolen-new-vault-window.h"
#include "app/casework/dolen-security-quick.h"
#include "app/casework/dolen-security-workers.h"
#include "app/casework/dolen-swap-words.h"
#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-worker-form.h"
#include "app/dolen-window.h"

#include <glib/gi18n.h>

struct _DolenSecurityWindow {
  AdwPreferencesWindow parent_instance;
  DolenSession *session;    /* (owned) */
  DolenCasework *casework;  /* (owned) */
  AdwPreferencesPage *page; /* what is shown now */
  AdwPreferencesPage *log;  /* (nullable) */
  guint refresh_source;     /* idle source, 0 none */
};

G_DEFINE_FINAL_TYPE (DolenSecurityWindow, dolen_security_window, ADW_TYPE_PREFERENCES_WINDOW)

static GtkWidget *
add_button_row (AdwPreferencesGroup *group,
                const char *title,
                const char *subtitle,
                const char *label)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_group_add (group, row);
  return button;
}

/* ---- keys ---- */

static void
on_change_clicked (DolenSecurityWindow *self)
{
  dolen_window_present_dialog (
      GTK_WIDGET (self),
      dolen_worker_form_new_passphrase (self->session, DOLEN_PASSPHRASE_CHANGE, NULL));
}

static void
on_recovery_clicked (DolenSecurityWindow *self)
{
  dolen_window_present_dialog (GTK_WIDGET (self),
                               dolen_new_recovery_key_window_new (self->session));
}

static const char *
say_recovery (DolenSecurityWindow *self)
{
  if (!dolen_casework_recovery_opens_notes (self->casework))
    return _ ("The page in use was made by an earlier Dolen: it opens the case records, but not "
              "restricted notes. Print a new one.");
  return _ ("For when a page is lost, or may have been read. The old page opens nothing then. Keep "
            "the new one with the organisation, not with the laptop.");
}

static AdwPreferencesGroup *
new_keys (DolenSecurityWindow *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *button;

  adw_preferences_group_set_title (group, _ ("Passphrase and Recovery Key"));
  if (dolen_casework_is_by_recovery_key (self->casework)) {
    adw_preferences_group_set_description (
        group,
        _ ("The recovery key has unlocked the case records. Set a new passphrase for a worker in "
           "the list above, then lock and let them unlock with it."));
  } else {
    button = add_button_row (
        group, _ ("Your passphrase"), _ ("Nobody can read it, here or elsewhere."), _ ("_Change…"));
    g_signal_connect_object (
        button, "clicked", G_CALLBACK (on_change_clicked), self, G_CONNECT_SWAPPED);
  }
  if (dolen_casework_is_lead (self->casework)) {
    button = add_button_row (group, _ ("New recovery key"), say_recovery (self), _ ("_Make…"));
    g_signal_connect_object (
        button, "clicked", G_CALLBACK (on_recovery_clicked), self, G_CONNECT_SWAPPED);
  }
  return group;
}

/* ---- locking ---- */

static AdwPreferencesGroup *
new_locking (DolenSecurityWindow *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (1, 30, 1);

  adw_preferences_group_set_title (group, _ ("Locking"));
  adw_preferences_group_set_description (
      group,
      _ ("They lock when nothing is typed or clicked for this long, when the computer sleeps, when "
         "its screen locks, and by Ctrl+L. What is being typed is sealed first and comes back."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Minutes until they lock"));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Minutes until they lock"), -1);
  g_settings_bind (dolen_session_get_settings (self->session),
                   "lock-after",
                   spin,
                   "value",
                   G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (group, row);
  return group;
}

/* ---- out of reach ---- */

static const struct {
  const char *title;
  const char *text;
} out_of_reach[] = {
  { N_ ("Hibernation"),
    N_ ("When the computer hibernates, all memory goes to the disk. Dolen locks first, but what was "
        "on screen may be in it.") },
  { N_ ("Printing"),
    N_ ("What is printed passes through the print queue of the computer and the printer, which may "
        "keep it.") },
  { N_ ("A PDF that you save"),
    N_ ("It is a plain file from then on: who can open the folder can read it.") },
  { N_ ("The clipboard"),
    N_ ("Locking clears what was copied in Dolen. A clipboard history that the desktop keeps, or "
        "what was pasted elsewhere, it cannot clear.") },
  { N_ ("A copy from before"),
    N_ ("A copy of the case records opens with the passphrases of the day it was made, also with "
        "one that was changed or taken away since.") },
};

static void
add_reach (AdwPreferencesGroup *group, const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
new_reach (void)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _ ("Out of Dolen’s Reach"));
  /* Translators: memory that the computer writes to the disk (swap). */
  add_reach (group, _ ("Memory on the disk"), dolen_swap_words (dolen_swap_check_here ()));
  for (gsize i = 0; i < G_N_ELEMENTS (out_of_reach); i++)
    add_reach (group, _ (out_of_reach[i].title), _ (out_of_reach[i].text));
  return group;
}

/* ---- the whole ---- */

static AdwPreferencesPage *
new_page (DolenSecurityWindow *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_set_title (page, _ ("Security"));
  adw_preferences_page_set_icon_name (page, "dolen-locked-symbolic");
  if (dolen_casework_is_unlocked (self->casework)) {
    adw_preferences_page_add (page, dolen_security_workers_new (self->session));
    adw_preferences_page_add (page, new_keys (self));
    adw_preferences_page_add (page, dolen_security_quick_new (self->session));
  } else {
    AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

    adw_preferences_group_set_description (
        group, _ ("Unlock the case records to see who can open them and to change a passphrase."));
    adw_preferences_page_add (page, group);
  }
  adw_preferences_page_add (page, new_locking (self));
  adw_preferences_page_add (page, new_reach ());
  return page;
}

static void
refresh (DolenSecurityWindow *self)
{
  AdwPreferencesWindow *window = ADW_PREFERENCES_WINDOW (self);
  gboolean on_log
      = self->log != NULL && adw_preferences_window_get_visible_page (window) == self->log;

  gtk_root_set_focus (GTK_ROOT (self), NULL);
  if (self->page != NULL)
    adw_preferences_window_remove (window, self->page);
  if (self->log != NULL)
    adw_preferences_window_remove (window, self->log);
  self->page = new_page (self);
  self->log = NULL;
  adw_preferences_window_add (window, self->page);
  if (dolen_casework_is_lead (self->casework)) {
    self->log = dolen_security_log_new (self->session);
    adw_preferences_window_add (window, self->log);
  }
  if (on_log && self->log != NULL)
    adw_preferences_window_set_visible_page (window, self->log);
}

static gboolean
refresh_cb (gpointer user_data)
{
  DolenSecurityWindow *self = user_data;

  self->refresh_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* A lock takes names away at once; an act may come from a button that would be destroyed. */
static void
on_changed (DolenSecurityWindow *self)
{
  if (!dolen_casework_is_unlocked (self->casework))
    refresh (self);
  else if (self->refresh_source == 0)
    self->refresh_source = g_idle_add (refresh_cb, self);
}

static void
dolen_security_window_dispose (GObject *object)
{
  DolenSecurityWindow *self = DOLEN_SECURITY_WINDOW (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_object (&self->casework);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_security_window_parent_class)->dispose (object);
}

static void
dolen_security_window_class_init (DolenSecurityWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_security_window_dispose;
}

static void
dolen_security_window_init (DolenSecurityWindow *self)
{
  g_object_set (self,
                "title",
                _ ("Case Records"),
                "search-enabled",
                FALSE,
                "default-width",
                600,
                "default-height",
                660,
                NULL);
}

GtkWindow *
dolen_security_window_new (DolenSession *session)
{
  DolenSecurityWindow *self = g_object_new (DOLEN_TYPE_SECURITY_WINDOW, NULL);

  self->session = g_object_ref (session);
  self->casework = g_object_ref (dolen_session_get_casework (session));
  refresh (self);
  g_signal_connect_object (
      self->casework, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-backup-keeper.h"

#include "app/dolen-error-message.h"
#include "casework/dolen-casework-backup.h"

#include <glib/gi18n.h>

#define KEEPER "dolen-backup-keeper"

typedef struct {
  DolenSession *session; /* not owned: it owns this */
  DolenBackup *made;     /* (owned) (nullable) not on record yet */
  gboolean running;
} Keeper;

static void
keeper_free (gpointer data)
{
  Keeper *keeper = data;

  dolen_backup_free (keeper->made);
  g_free (keeper);
}

static Keeper *
get_keeper (DolenSession *session)
{
  return g_object_get_data (G_OBJECT (session), KEEPER);
}

static char *
dup_folder (DolenSession *session)
{
  return g_settings_get_string (dolen_session_get_settings (session), "backup-folder");
}

/* ---- after unlocking ---- */

static void
on_unlocked (DolenCasework *casework, GParamSpec *pspec, gpointer user_data)
{
  DolenSession *session = user_data;
  Keeper *keeper = get_keeper (session);
  g_autofree char *folder = dup_folder (session);
  g_autoptr (GError) error = NULL;

  if (!dolen_casework_is_unlocked (casework) || dolen_casework_get_problem (casework) != NULL
      || dolen_session_is_sample (session))
    return;
  if (keeper->made != NULL && dolen_casework_note_backup (casework, keeper->made, &error))
    g_clear_pointer (&keeper->made, dolen_backup_free);
  if (error != NULL)
    dolen_session_report (session, error);
  dolen_casework_tend (casework, folder);
}

/* ---- when locking ---- */

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenSession) session = user_data;
  Keeper *keeper = get_keeper (session);
  g_autoptr (GError) error = NULL;
  DolenBackup *made = NULL;

  keeper->running = FALSE;
  if (dolen_casework_backup_finish (DOLEN_CASEWORK (source), result, &made, &error)) {
    dolen_backup_free (keeper->made);
    keeper->made = dolen_casework_is_unlocked (DOLEN_CASEWORK (source)) ? NULL : made;
    if (keeper->made == NULL)
      dolen_backup_free (made);
    dolen_session_toast (session, _ ("Backed up, and read back"));
  } else {
    dolen_session_report (session, error);
  }
  /* It may have been the last thing to be done. */
  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
}

static void
on_locking (DolenSession *session)
{
  Keeper *keeper = get_keeper (session);
  DolenCasework *casework = dolen_session_get_casework (session);
  g_autofree char *folder = dup_folder (session);

  if (keeper->running || *folder == '\0' || dolen_session_is_sample (session)
      || !g_settings_get_boolean (dolen_session_get_settings (session), "backup-when-locking")
      || dolen_casework_get_problem (casework) != NULL || !dolen_casework_needs_backup (casework))
    return;
  keeper->running = TRUE;
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  dolen_casework_backup_async (casework, folder, NULL, on_made, g_object_ref (session));
}

void
dolen_backup_keeper_attach (DolenSession *session)
{
  Keeper *keeper = g_new0 (Keeper, 1);

  keeper->session = session;
  g_object_set_data_full (G_OBJECT (session), KEEPER, keeper, keeper_free);
  /* After everybody else: what is being typed is a sealed draft by then. */
  g_signal_connect_after (session, "locking", G_CALLBACK (on_locking), NULL);
  g_signal_connect_object (dolen_session_get_casework (session),
                           "notify::unlocked",
                           G_CALLBACK (on_unlocked),
                           session,
                           0);
}

gint64
dolen_backup_keeper_get_last (DolenSession *session)
{
  const Keeper *keeper = get_keeper (session);
  g_autoptr (DolenBackupRecord) last
             = dolen_casework_get_last_backup (dolen_session_get_casework (session));
  gint64 recorded = last != NULL ? last->created : 0;

  return keeper != NULL && keeper->made != NULL ? MAX (recorded, keeper->made->header.at)
                                                : recorded;
}

gboolean
dolen_backup_keeper_is_running (DolenSession *session)
{
  const Keeper *keeper = get_keeper (session);

  return keeper != NULL && keeper->running;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool-backup.h"

#include "base/dolen-error.h"
#include "casework/dolen-casework-restore.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

/* dolenctl vault backup and restore. */

/* What was typed is a passphrase, or else the recovery key. Who has no name yet is given one as
 * they unlock, and "dolenctl" is nobody's: it stands only beside what is written from then on. */
static gboolean
unlock (DolenCasework *casework, const char *secret, GError **error)
{
  g_autoptr (DolenSecret) key = dolen_recovery_key_parse (secret, NULL);
  gboolean open = key != NULL
                      ? dolen_casework_unlock_with_recovery_key_sync (casework, secret, error)
                      : dolen_casework_unlock_sync (casework, secret, error);

  if (open)
    dolen_casework_set_author (casework, "dolenctl");
  return open;
}

static void
show_progress (gint64 done, gint64 all, gpointer user_data)
{
  if (isatty (STDERR_FILENO) && all > 0)
    fprintf (stderr, "\r%3d %%", (int) (100 * done / all));
}

static void
print_backup (DolenTool *tool, DolenCasework *casework)
{
  g_autoptr (DolenBackupRecord) last = dolen_casework_get_last_backup (casework);
  json_object *object;

  if (tool->json) {
    object = json_object_new_object ();
    dolen_tool_add_text (object, "file", last->name);
    json_object_object_add (object, "events", json_object_new_int (last->events));
    json_object_object_add (object, "verified", json_object_new_boolean (TRUE));
    dolen_tool_print_json (object);
    return;
  }
  /* Translators: %1$s: the name of a file; %2$d: a number. */
  printf (g_dngettext (GETTEXT_PACKAGE,
                       "%1$s: %2$d event, written and read back.\n",
                       "%1$s: %2$d events, written and read back.\n",
                       (gulong) last->events),
          last->name,
          last->events);
}

gboolean
dolen_tool_back_up (
    DolenTool *tool, const char *profile, const char *secret, const char *folder, GError **error)
{
  const DolenBackupWatch watch = { show_progress, NULL, NULL };
  g_autoptr (DolenCasework) casework = dolen_casework_new (profile, NULL);
  gboolean ok = unlock (casework, secret, error)
                && dolen_casework_backup_sync (casework, folder, &watch, error);

  if (isatty (STDERR_FILENO))
    fputc ('\r', stderr);
  if (ok)
    print_backup (tool, casework);
  dolen_casework_lock (casework);
  return ok;
}

/* ---- restore ---- */

static void
print_drill (DolenTool *tool, const DolenDrill *drill)
{
  g_autofree char *words = NULL;
  json_object *object;

  if (!tool->json) {
    words = dolen_drill_sentences (drill, dolen_language_current ());
    puts (words);
    return;
  }
  object = json_object_new_object ();
  json_object_object_add (object, "people", json_object_new_int (drill->n_people));
  json_object_object_add (object, "compared", json_object_new_boolean (drill->compared));
  json_object_object_add (object, "gone", json_object_new_int (drill->lost));
  json_object_object_add (object, "back", json_object_new_int (drill->regained));
  json_object_object_add (object, "stay_erased", json_object_new_int (drill->stay_erased));
  json_object_object_add (object, "workers_kept", json_object_new_int (drill->workers_kept));
  json_object_object_add (object, "workers_gone", json_object_new_int (drill->workers_gone));
  json_object_object_add (object, "recovery_kept", json_object_new_boolean (drill->recovery_kept));
  json_object_object_add (
      object, "keys_of_backup", json_object_new_boolean (drill->keys_of_backup));
  dolen_tool_print_json (object);
}

/* Opened where that goes: there may be none, or none that opens. */
static gboolean
run_drill (
    DolenTool *tool, DolenCasework *casework, const char *path, const char *secret, GError **error)
{
  g_autoptr (DolenDrill) drill = NULL;

  if (dolen_casework_exists (casework))
    unlock (casework, secret, NULL);
  drill = dolen_casework_drill_sync (casework, path, secret, NULL, error);
  dolen_casework_lock (casework);
  if (drill != NULL)
    print_drill (tool, drill);
  return drill != NULL;
}

static gboolean
run_restore (DolenCasework *casework, const char *path, const char *secret, GError **error)
{
  g_autofree char *aside = NULL;

  if (!dolen_casework_restore_sync (casework, path, secret, &aside, error))
    return FALSE;
  if (aside != NULL)
    /* Translators: %s: the path of a folder. */
    fprintf (stderr, _ ("Restored. What was there is kept for 35 days in %s.\n"), aside);
  else
    fprintf (stderr, "%s\n", _ ("Restored."));
  return TRUE;
}

gboolean
dolen_tool_restore (DolenTool *tool,
                    const char *profile,
                    const char *secret,
                    const char *path,
                    gboolean only_say,
                    GError **error)
{
  g_autoptr (DolenCasework) casework = dolen_casework_new (profile, NULL);

  return run_drill (tool, casework, path, secret, error)
         && (only_say || run_restore (casework, path, secret, error));
}

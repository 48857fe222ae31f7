/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool.h"

#include "base/dolen-error.h"
#include "base/dolen-paths.h"
#include "casework/dolen-casework-merge.h"
#include "casework/vault/dolen-vault-check.h"
#include "tool/dolen-tool-backup.h"
#include "tool/dolen-tool-secret.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* vault: what can be done with case records from the command line. It prints how many and what is
 * wrong, never what is in them. */

#define STATUS_PROBLEMS 2

typedef struct {
  DolenTool *tool;
  char *folder;        /* (owned) */
  int fd;              /* --passphrase-fd, or -1 */
  gboolean recovery;   /* --recovery-key */
  gboolean no_opening; /* --without-passphrase */
  gboolean only_say;   /* --dry-run */
} Vault;

static char *
ask_secret (const Vault *vault, GError **error)
{
  return dolen_tool_ask_secret (
      vault->fd,
      vault->recovery
          /* Translators: asked on a terminal; what is typed is not shown. */
          ? _ ("Recovery key of the case records: ")
          : _ ("Passphrase of the case records: "),
      error);
}

/* ---- check ---- */

static void
print_problem (const DolenProblem *problem, json_object *into)
{
  json_object *object;

  if (into == NULL) {
    puts (problem->sentence);
    return;
  }
  object = json_object_new_object ();
  dolen_tool_add_text (object, "code", problem->key);
  dolen_tool_add_text (object, "text", problem->sentence);
  json_object_array_add (into, object);
}

static void
print_counts (const DolenVaultReport *report)
{
  printf ("%10" G_GINT64_FORMAT "  %s\n", report->n_events, _ ("Events"));
  printf ("%10" G_GINT64_FORMAT "  %s\n", report->n_destroyed, _ ("of them without their text"));
  printf ("%10" G_GINT64_FORMAT "  %s\n", report->n_quarantined, _ ("Events set aside"));
  printf ("%10" G_GINT64_FORMAT "  %s\n", report->n_devices, _ ("Computers that wrote them"));
  printf ("%10" G_GINT64_FORMAT "  %s\n", report->n_keys, _ ("Keys"));
  printf ("%10" G_GINT64_FORMAT "  %s\n", report->n_drafts, _ ("Drafts"));
}

static void
print_report (const Vault *vault, const DolenVaultReport *report)
{
  json_object *problems = vault->tool->json ? json_object_new_array () : NULL;
  json_object *object;

  if (!vault->tool->json)
    print_counts (report);
  for (guint i = 0; i < report->problems->len; i++)
    print_problem (g_ptr_array_index (report->problems, i), problems);
  if (vault->tool->json) {
    object = json_object_new_object ();
    json_object_object_add (object, "opened", json_object_new_boolean (report->opened));
    json_object_object_add (object, "events", json_object_new_int64 (report->n_events));
    json_object_object_add (object, "destroyed", json_object_new_int64 (report->n_destroyed));
    json_object_object_add (object, "quarantined", json_object_new_int64 (report->n_quarantined));
    json_object_object_add (object, "devices", json_object_new_int64 (report->n_devices));
    json_object_object_add (object, "keys", json_object_new_int64 (report->n_keys));
    json_object_object_add (object, "drafts", json_object_new_int64 (report->n_drafts));
    json_object_object_add (object, "problems", problems);
    dolen_tool_print_json (object);
  } else if (report->problems->len == 0) {
    puts (report->opened ? _ ("The case records are in order.")
                         : _ ("As far as can be seen without the passphrase, the case records are "
                              "in order."));
  }
}

static gboolean
check (Vault *vault, GError **error)
{
  g_autofree char *typed = NULL;
  g_autoptr (DolenSecret) recovery_key = NULL;
  g_autoptr (DolenVaultReport) report = NULL;
  gboolean ok = TRUE;

  if (!vault->no_opening) {
    typed = ask_secret (vault, error);
    ok = typed != NULL;
    if (ok && vault->recovery) {
      recovery_key = dolen_recovery_key_parse (typed, error);
      ok = recovery_key != NULL;
    }
  }
  if (ok)
    report = dolen_vault_check (
        vault->folder, recovery_key != NULL ? NULL : typed, recovery_key, error);
  dolen_wipe_string (g_steal_pointer (&typed));
  if (report == NULL)
    return FALSE;
  print_report (vault, report);
  if (report->problems->len > 0)
    vault->tool->status = STATUS_PROBLEMS;
  return TRUE;
}

/* ---- merge ---- */

static void
print_merged (const Vault *vault, const DolenMergeResult *result, const GError *problem)
{
  const struct {
    const char *key;
    gint64 n;
  } counts[] = {
    { "adopted", result->n_adopted },         { "known", result->n_known },
    { "restored", result->n_restored },       { "quarantined", result->n_quarantined },
    { "left_out", result->n_left_out },       { "keys", result->n_keys },
    { "erased", result->n_destroyed },        { "workers", result->n_workers },
    { "workers_removed", result->n_removed }, { "recovery_key", result->n_recovery },
  };
  g_autofree char *sentence = NULL;
  json_object *object;

  if (!vault->tool->json) {
    sentence = dolen_merge_result_sentence (result, dolen_language_current ());
    puts (sentence);
    if (problem != NULL)
      puts (problem->message);
    return;
  }
  object = json_object_new_object ();
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    json_object_object_add (object, counts[i].key, json_object_new_int64 (counts[i].n));
  dolen_tool_add_text (object, "problem", problem != NULL ? problem->message : NULL);
  dolen_tool_print_json (object);
}

static gboolean
unlock (const Vault *vault, DolenCasework *casework, GError **error)
{
  char *typed = ask_secret (vault, error);
  gboolean ok
      = typed != NULL
        && (vault->recovery ? dolen_casework_unlock_with_recovery_key_sync (casework, typed, error)
                            : dolen_casework_unlock_sync (casework, typed, error));

  dolen_wipe_string (typed);
  return ok;
}

static gboolean
merge (Vault *vault, GError **error)
{
  g_autoptr (DolenCasework) casework = dolen_casework_new (vault->folder, NULL);
  const GError *problem;
  DolenMergeResult result;

  if (!unlock (vault, casework, error)
      || !dolen_casework_merge_sync (casework, vault->tool->arguments[2], &result, error))
    return FALSE;
  problem = dolen_casework_get_problem (casework);
  print_merged (vault, &result, problem);
  if (problem != NULL)
    vault->tool->status = STATUS_PROBLEMS;
  return TRUE;
}

/* ---- backup, restore (dolen-tool-backup.c) ---- */

static gboolean
back_up_or_restore (Vault *vault, gboolean restore, GError **error)
{
  const char *path = vault->tool->arguments[2];
  char *typed = ask_secret (vault, error);
  gboolean ok = typed != NULL;

  if (ok)
    ok = restore
             ? dolen_tool_restore (vault->tool, vault->folder, typed, path, vault->only_say, error)
             : dolen_tool_back_up (vault->tool, vault->folder, typed, path, error);
  dolen_wipe_string (typed);
  return ok;
}

/* ---- which ---- */

static gboolean
run (Vault *vault, GError **error)
{
  char **arguments = vault->tool->arguments;
  guint n = g_strv_length (arguments);

  vault->folder
      = vault->tool->folder != NULL ? g_strdup (vault->tool->folder) : dolen_path_user_folder ();
  if (n == 2 && g_str_equal (arguments[1], "check"))
    return check (vault, error);
  if (n == 3 && g_str_equal (arguments[1], "merge"))
    return merge (vault, error);
  if (n == 3 && (g_str_equal (arguments[1], "backup") || g_str_equal (arguments[1], "restore")))
    return back_up_or_restore (vault, g_str_equal (arguments[1], "restore"), error);
  g_set_error_literal (error,
                       DOLEN_ERROR,
                       DOLEN_ERROR_INVALID,
                       /* Translators: typed as they stand but for FILE and FOLDER. */
                       _ ("Say “vault check”, or one of “vault merge”, “vault backup” and "
                          "“vault restore” and a FILE or FOLDER."));
  return FALSE;
}

gboolean
dolen_tool_vault (DolenTool *tool, GError **error)
{
  Vault vault = { .tool = tool, .fd = -1 };
  /* clang-format off */
  const GOptionEntry options[] = {
    { "passphrase-fd", 0, 0, G_OPTION_ARG_INT, &vault.fd,
      N_ ("Read the passphrase from this file descriptor instead of asking for it"), N_ ("N") },
    { "recovery-key", 0, 0, G_OPTION_ARG_NONE, &vault.recovery,
      N_ ("Take the recovery key instead of the passphrase"), NULL },
    { "without-passphrase", 0, 0, G_OPTION_ARG_NONE, &vault.no_opening,
      N_ ("check: only what can be seen without opening anything"), NULL },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &vault.only_say,
      N_ ("restore: only say what would change"), NULL },
    { NULL },
  };
  /* clang-format on */
  gboolean ok
      = dolen_tool_parse (
            tool,
            options,
            /* Translators: after "dolenctl vault"; FILE and FOLDER may be translated. */
            _ ("check | merge FILE|FOLDER | backup FOLDER | restore FILE"),
            _ ("Checks the case records, brings another copy of them into these, backs them "
               "up, or goes back to a backup."),
            error)
        && run (&vault, error);

  g_free (vault.folder);
  return ok;
}

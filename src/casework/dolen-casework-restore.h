/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework-backup.h"
#include "casework/vault/dolen-restore.h"

G_BEGIN_DECLS

/*
 * The restore drill: what going back to a backup would change, told without changing anything; and
 * going back.
 */

/** DolenDrillLine: one person for whom something would differ. */
typedef struct {
  char *person;    /* uid */
  char *name;      /* as they are called; never leaves memory */
  int lost;        /* events here and not in the backup: they would be gone */
  int regained;    /* events in the backup and not here */
  gint64 newest;   /* instant of the newest event that would be gone; 0 none */
  gboolean absent; /* the backup does not know them at all */
} DolenDrillLine;

/** DolenDrill: the whole comparison. */
typedef struct {
  DolenBackupHeader backup;
  gint64 newest;           /* instant of the newest event in the backup; 0 none */
  int n_people;            /* people in the backup */
  int lost, regained;      /* events; those about nobody in particular included */
  int stay_erased;         /* people of whom the backup has events, erased since */
  int workers_kept;        /* workers added or changed since the backup: that stays so */
  int workers_gone;        /* workers taken away since: they stay away */
  gboolean recovery_kept;  /* the recovery key made since stays */
  gboolean keys_of_backup; /* here are no sound keys: the backup's passphrases open it */
  gboolean compared;       /* FALSE: there are no open case records to compare with */
  GPtrArray *lines;        /* (element-type DolenDrillLine) by name; only where something differs */
} DolenDrill;

void dolen_drill_free (DolenDrill *drill);

/** dolen_drill_sentences: (transfer full): the comparison in words, one sentence a line, without
 * the people. */
char *dolen_drill_sentences (const DolenDrill *drill, DolenLanguage language);

/** dolen_drill_line_sentence: (transfer full): "2 entries would be gone, the newest of 3 November
 *  2026." */
char *dolen_drill_line_sentence (const DolenDrillLine *line, DolenLanguage language);

/**
 * dolen_casework_drill_sync:
 * @path: of a backup
 * @secret: the passphrase, or the recovery key as typed
 * @error: those of dolen_restore_open(); DOLEN_ERROR_NOT_ALLOWED where other case records stand
 * here
 *
 * Returns: (transfer full): the comparison; nothing has changed
 */
DolenDrill *dolen_casework_drill_sync (DolenCasework *self,
                                       const char *path,
                                       const char *secret,
                                       const DolenBackupWatch *watch,
                                       GError **error);

/** The same in a thread of its own. */
void dolen_casework_drill_async (DolenCasework *self,
                                 const char *path,
                                 const char *secret,
                                 const DolenBackupWatch *watch,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
DolenDrill *dolen_casework_drill_finish (DolenCasework *self, GAsyncResult *result, GError **error);

/**
 * dolen_casework_restore_sync:
 * @aside: (out) (optional) (transfer full) (nullable): where the former state is kept
 * @error: DOLEN_ERROR_NOT_ALLOWED while they are open: lock them first; those of
 *   dolen_restore_open() and dolen_restore_apply()
 *
 * Goes back to a backup. Afterwards they are locked; the passphrases are those of today where the
 * keys that were here are sound, else those of the backup's keys.
 */
gboolean dolen_casework_restore_sync (
    DolenCasework *self, const char *path, const char *secret, char **aside, GError **error);

/** The same in a thread of its own; until the callback the object must not be used otherwise. */
void dolen_casework_restore_async (DolenCasework *self,
                                   const char *path,
                                   const char *secret,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean dolen_casework_restore_finish (DolenCasework *self,
                                        GAsyncResult *result,
                                        char **aside,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenDrill, dolen_drill_free)

G_END_DECLS

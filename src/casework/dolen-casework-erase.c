/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-retention.h"

#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-backup.h"
#include "casework/dolen-casework-private.h"
#include "casework/vault/dolen-backup.h"
#include "casework/vault/dolen-restore.h"
#include "casework/dolen-casework-workers.h"

#include <glib/gi18n-lib.h>

/* The end of a record, and what is written down of it. */

static char *
next_reference (DolenCasework *self)
{
  gint64 last = 0;

  dolen_db_get_int64 (dolen_caseload_get_db (self->caseload),
                      "SELECT max (CAST (substr (reference, 3) AS INTEGER)) FROM erasure",
                      &last,
                      NULL);
  return g_strdup_printf ("E-%" G_GINT64_FORMAT, MAX (last, 1000) + 1);
}

/* A copy of the key may stand in a backup's keys file, or in a state kept aside by a restore; both
 * go DOLEN_BACKUP_KEYS_DAYS after they were made. A keys file that was due may have been followed
 * by a fresh one since (dolen_backup_tend()), today at the latest. */
static void
name_last_day (DolenCasework *self, DolenErasure *erasure)
{
  g_autoptr (DolenBackupRecord) backup = dolen_casework_get_last_backup (self);
  gint64 aside = dolen_restore_newest_aside (self->folder);
  gint64 last = MAX (backup != NULL ? backup->created : 0, aside), now = dolen_time_now ();
  gboolean renewed = backup != NULL && dolen_backup_keys_are_due (backup->created, now);
  g_autofree char *made = last > 0 ? dolen_date_of_instant (last) : NULL;

  erasure->dies_on
      = made != NULL ? dolen_date_add_days (renewed ? erasure->on : made, DOLEN_BACKUP_KEYS_DAYS)
                     : g_strdup (erasure->on);
  erasure->backup_on = g_steal_pointer (&made);
}

static DolenErasure *
describe (DolenCasework *self, const char *person, const char *why, GError **error)
{
  g_autoptr (DolenErasure) erasure = dolen_record_new (&dolen_erasure_type);
  gint64 entries = 0, drafts = 0;
  guint8 key[DOLEN_ID_SIZE];

  if (!dolen_vault_count_of (self->vault, person, &entries, &drafts, error))
    return NULL;
  dolen_vault_key_of (self->vault, person, key);
  erasure->uid = dolen_id_new ();
  erasure->reference = next_reference (self);
  erasure->key = dolen_hex (key, sizeof key);
  erasure->entries = (int) entries;
  erasure->drafts = (int) drafts;
  erasure->on = dolen_date_today ();
  erasure->by = g_strdup (dolen_casework_get_author (self));
  erasure->why = g_strdup (why);
  erasure->created = dolen_time_now ();
  name_last_day (self, erasure);
  return g_steal_pointer (&erasure);
}

static gboolean
may_erase (DolenCasework *self, const char *person, const char *why, GError **error)
{
  g_autoptr (DolenPerson) known = dolen_casework_need_person (self, person, FALSE, error);
  g_autoptr (DolenRetentionDecision) hold = NULL;

  if (known == NULL || !dolen_casework_refuse_editor (self, error)
      || !dolen_casework_refuse_open_concern (self, person, error))
    return FALSE;
  if (dolen_text_is_empty (why))
    return dolen_refuse_invalid (error, _ ("Please write why."));
  hold = dolen_caseload_get_hold (self->caseload, person);
  if (hold != NULL)
    return dolen_refuse (
        error, _ ("This record is under a legal hold. Lift the hold first, if it is over."));
  return TRUE;
}

gboolean
dolen_casework_erase (DolenCasework *self,
                      const char *person,
                      const char *why,
                      DolenErasure **erasure,
                      GError **error)
{
  g_autoptr (DolenErasure) record = NULL;
  g_autoptr (DolenEvent) erased = NULL;

  if (!may_erase (self, person, why, error))
    return FALSE;
  record = describe (self, person, why, error);
  if (record == NULL)
    return FALSE;
  erased = dolen_event_new (DOLEN_EVENT_PERSON_ERASED, person);
  erased->note = g_strdup (why);
  erased->author = g_strdup (self->author);
  dolen_event_add_change (erased,
                          dolen_erasure_type.name,
                          record->uid,
                          dolen_record_to_json (&dolen_erasure_type, record));
  if (!dolen_vault_erase (self->vault, erased, error))
    return FALSE;
  dolen_restore_forget_copies (self->folder);
  dolen_caseload_apply (self->caseload, erased);
  dolen_casework_emit_changed (self);
  if (erasure != NULL)
    *erasure = g_steal_pointer (&record);
  return TRUE;
}

gboolean
dolen_casework_person_erase (DolenCasework *self,
                             const char *person,
                             const char *why,
                             GError **error)
{
  return dolen_casework_erase (self, person, why, NULL, error);
}

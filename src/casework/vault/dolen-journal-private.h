/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-journal.h"

G_BEGIN_DECLS

/* What the journal's own files share; nobody else includes this. */
struct _DolenJournal {
  DolenDb *db; /* (owned) */
  guint8 vault[DOLEN_ID_SIZE];
  DolenSecret *head_key;  /* (owned) */
  DolenStatement *insert; /* (owned) (nullable) of one opened for reading alone */
  DolenStatement *head;   /* (owned) (nullable) the same */
  gint64 rows;            /* events in the journal; -1: to be counted */
};

#define DOLEN_ROW_COLUMNS "id, device, device_seq, prev, key, nonce, sealed_hash, sealed"
#define DOLEN_JOURNAL_COLUMNS "seq, " DOLEN_ROW_COLUMNS
/* A row in quarantine has a negative number, so that it is not taken for one of the journal. */
#define DOLEN_QUARANTINE_COLUMNS "-seq, " DOLEN_ROW_COLUMNS

/** dolen_journal_insert: binds @row to @insert (its columns but seq, in order) and runs it. */
gboolean dolen_journal_insert (DolenStatement *insert, const DolenJournalRow *row, GError **error);

G_END_DECLS

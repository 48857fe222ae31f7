/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"
#include "casework/vault/dolen-seal.h"

G_BEGIN_DECLS

/*
 * casework.db: the journal's rows as they stand on disk, the sealed head of each device, what was
 * quarantined, and the sealed drafts. It knows bytes and places; what the events say it does not.
 */
typedef struct _DolenJournal DolenJournal;

/** DolenJournalRow: one event as stored. @sealed is borrowed. */
typedef struct {
  gint64 seq;           /* local; bound to nothing; negative: in quarantine */
  DolenHeader header;   /* .vault filled in by the journal */
  const guint8 *sealed; /* (nullable) NULL: redacted */
  gsize sealed_size;
  gboolean malformed; /* a column has the wrong size */
} DolenJournalRow;

/** DolenHead: what a device's sealed head says. */
typedef struct {
  guint64 device_seq;           /* of its last event */
  guint8 hash[DOLEN_HASH_SIZE]; /* of that event's header */
  guint64 rows;                 /* events of all devices then in the journal */
} DolenHead;

/**
 * dolen_journal_open:
 * @vault: the vault's id; a new file takes it
 * @head_key: (transfer full): what heads are sealed with
 * @error: DOLEN_ERROR_NOT_OURS where the file belongs to another vault; the store's
 */
DolenJournal *
dolen_journal_open (const char *path, const guint8 *vault, DolenSecret *head_key, GError **error);
/** dolen_journal_open_image: the same for what dolen_db_serialize() gave; read only. */
DolenJournal *dolen_journal_open_image (GBytes *image,
                                        const guint8 *vault,
                                        DolenSecret *head_key,
                                        GError **error);
/** dolen_journal_wrap: (transfer full): of another copy, opened for reading alone; takes @db and
 *  @head_key. */
DolenJournal *dolen_journal_wrap (DolenDb *db, const guint8 *vault, DolenSecret *head_key);
/** dolen_journal_open_salvaged: what can be read of a damaged file, in memory (dolen_db_salvage());
 *  NULL with DOLEN_ERROR_NOT_OURS where no head in it is this vault's. */
DolenJournal *dolen_journal_open_salvaged (const char *path,
                                           const guint8 *vault,
                                           DolenSecret *head_key,
                                           GError **error);

/** dolen_journal_schema: what casework.db is. */
const DolenSchema *dolen_journal_schema (void);
void dolen_journal_close (DolenJournal *journal);
DolenDb *dolen_journal_get_db (DolenJournal *journal);

/** dolen_journal_append: inserts @row (its seq is set) and writes its device's head, both in one
 *  transaction (the caller's, if there is one). */
gboolean dolen_journal_append (DolenJournal *journal, DolenJournalRow *row, GError **error);

gboolean dolen_journal_count (DolenJournal *journal, gint64 *rows, GError **error);

/** dolen_journal_recount: called after a transaction around appends was rolled back. */
void dolen_journal_recount (DolenJournal *journal);

/** dolen_journal_list_devices: (element-type GBytes): by their first row. */
GPtrArray *dolen_journal_list_devices (DolenJournal *journal, GError **error);

/** dolen_journal_walk: (transfer full): a statement over @device's rows by device_seq; read each
 * with dolen_journal_read_row(). */
DolenStatement *dolen_journal_walk (DolenJournal *journal, GBytes *device, GError **error);
void
dolen_journal_read_row (DolenJournal *journal, DolenStatement *statement, DolenJournalRow *row);

/** dolen_journal_row_is_as_hashed: whether the sealed bytes, which must be there, are those that
 * the header names. */
gboolean dolen_journal_row_is_as_hashed (const DolenJournalRow *row);

/** dolen_journal_walk_places: (transfer full): a statement for one row by its seq, parameter 1, to
 * be bound and stepped again and again. */
DolenStatement *dolen_journal_walk_places (DolenJournal *journal, GError **error);

/** dolen_journal_forget_pages: after a walk over all: gives back the memory of what was read. */
void dolen_journal_forget_pages (DolenJournal *journal);

/** dolen_journal_find: (transfer full) (nullable): a statement standing on the event's row. */
DolenStatement *dolen_journal_find (DolenJournal *journal, const guint8 *id, GError **error);

/** DolenHeadState: what reading a head came to. */
typedef enum {
  DOLEN_HEAD_GOOD,
  DOLEN_HEAD_MISSING,
  DOLEN_HEAD_DAMAGED,
} DolenHeadState;
DolenHeadState
dolen_journal_read_head (DolenJournal *journal, const guint8 *device, DolenHead *head);

/** dolen_journal_redact: nulls the sealed bytes of one event; header and hash stay. */
gboolean dolen_journal_redact (DolenJournal *journal, const guint8 *id, GError **error);

/** dolen_journal_redact_key: nulls all sealed with @key, and destroys its drafts. */
gboolean dolen_journal_redact_key (DolenJournal *journal, const guint8 *key, GError **error);

/** dolen_journal_count_of: what @key seals: events that are not redacted, and drafts. */
gboolean dolen_journal_count_of (
    DolenJournal *journal, const guint8 *key, gint64 *events, gint64 *drafts, GError **error);

/* ---- union with another copy (dolen-journal-union.c) ---- */

/** dolen_journal_walk_quarantine: (transfer full): as dolen_journal_walk(), what was set aside. */
DolenStatement *dolen_journal_walk_quarantine (DolenJournal *journal, GError **error);

/** dolen_journal_walk_all: (transfer full): the rows of all devices as they came here. */
DolenStatement *dolen_journal_walk_all (DolenJournal *journal, GError **error);

/** dolen_journal_find_rival: @rival: (out) (nullable): a statement standing on the row with the
 *  same id or the same place as @row. */
gboolean dolen_journal_find_rival (DolenJournal *journal,
                                   const DolenJournalRow *row,
                                   DolenStatement **rival,
                                   GError **error);

/** dolen_journal_take: inserts a row of another copy; no head is written. */
gboolean dolen_journal_take (DolenJournal *journal, const DolenJournalRow *row, GError **error);

/** dolen_journal_set_aside: puts @row into quarantine, once. */
gboolean
dolen_journal_set_aside (DolenJournal *journal, const DolenJournalRow *row, GError **error);

/** dolen_journal_tidy_quarantine: takes out of quarantine what has found its place since. */
gboolean dolen_journal_tidy_quarantine (DolenJournal *journal, GError **error);

/** dolen_journal_remove: takes the row @seq out. */
gboolean dolen_journal_remove (DolenJournal *journal, gint64 seq, GError **error);

/** dolen_journal_restore: gives the row @seq back its sealed bytes. */
gboolean dolen_journal_restore (
    DolenJournal *journal, gint64 seq, const guint8 *sealed, gsize size, GError **error);

/** dolen_journal_copy_head: @device's sealed head as it stands in @other. */
gboolean dolen_journal_copy_head (DolenJournal *journal,
                                  DolenJournal *other,
                                  const guint8 *device,
                                  GError **error);

/* ---- drafts ---- */

/** DolenDraftRow: a sealed draft; @place tells the form without naming it. */
typedef struct {
  guint8 place[DOLEN_ID_SIZE];
  guint8 key[DOLEN_ID_SIZE];
  guint8 nonce[DOLEN_NONCE_SIZE];
  const guint8 *sealed; /* borrowed */
  gsize sealed_size;
} DolenDraftRow;

/** dolen_journal_put_draft: in place of a former one. */
gboolean
dolen_journal_put_draft (DolenJournal *journal, const DolenDraftRow *draft, GError **error);
/** dolen_journal_drop_draft: TRUE too where there is none. */
gboolean dolen_journal_drop_draft (DolenJournal *journal, const guint8 *place, GError **error);
/** dolen_journal_walk_drafts: (transfer full): @place: (nullable): only that one. */
DolenStatement *
dolen_journal_walk_drafts (DolenJournal *journal, const guint8 *place, GError **error);
/** dolen_journal_read_draft: FALSE where a column has the wrong size. */
gboolean dolen_journal_read_draft (DolenStatement *statement, DolenDraftRow *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenJournal, dolen_journal_close)

G_END_DECLS

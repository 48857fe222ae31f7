/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-device.h"
#include "casework/vault/dolen-journal.h"

G_BEGIN_DECLS

/*
 * Whether a journal is whole: each device's events follow one another without a gap up to its
 * sealed head, and the copy is no older than what was last used here.
 */

/** DolenProblem: one fault found. */
typedef struct {
  int code;       /* DOLEN_ERROR_EVENT_DAMAGED, _KEY_DAMAGED, _EVENTS_MISSING, _OLDER_COPY */
  char *key;      /* tells it apart from others, the same at every unlock */
  char *sentence; /* for a person */
} DolenProblem;

/** DolenOutcome: what opening a row came to. */
typedef enum {
  DOLEN_ROW_OPENED,
  DOLEN_ROW_REDACTED,
  DOLEN_ROW_DAMAGED,
  DOLEN_ROW_NO_KEY, /* its bytes are those hashed, but their key is not there */
} DolenOutcome;

typedef struct _DolenChain DolenChain;

DolenChain *dolen_chain_new (DolenJournal *journal);
void dolen_chain_free (DolenChain *chain);

/** dolen_chain_begin_device, _see_row, _end_device: for each device, its rows by device_seq. */
void dolen_chain_begin_device (DolenChain *chain, GBytes *device);
void dolen_chain_see_row (DolenChain *chain, const DolenJournalRow *row, DolenOutcome outcome);
void dolen_chain_end_device (DolenChain *chain);

/** dolen_chain_leave_device: instead of _end_device, where the heads cannot be read. */
void dolen_chain_leave_device (DolenChain *chain);

/** dolen_chain_finish: after the last device. @used: (nullable): what the device file says was last
 *  used here; @used_state: how it was read; @keys_version: of the keys file. */
void dolen_chain_finish (DolenChain *chain,
                         const DolenDevice *used,
                         DolenDeviceState used_state,
                         gint64 keys_version);

/** dolen_chain_watch: notes @used before the walk, so that its hash is held against the row. */
void dolen_chain_watch (DolenChain *chain, const DolenDevice *used);

/** dolen_chain_catch_up: after the walk: moves @device, the one watched, on to its last row where a
 *  crash came between the event and the device file. */
void dolen_chain_catch_up (const DolenChain *chain, DolenDevice *device);

/** dolen_chain_add_damaged: a fault found elsewhere (a text gone without a redaction). */
void dolen_chain_add_damaged (DolenChain *chain, const DolenJournalRow *row);

/** dolen_chain_steal_problems: (transfer full) (element-type DolenProblem): gravest kind first. */
GPtrArray *dolen_chain_steal_problems (DolenChain *chain);

/** dolen_problem_new: (transfer full): copies both. */
DolenProblem *dolen_problem_new (int code, const char *key, const char *sentence);
void dolen_problem_free (DolenProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenChain, dolen_chain_free)

G_END_DECLS

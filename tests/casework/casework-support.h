/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

G_BEGIN_DECLS

/* What the tests of casework share: a vault in a folder of its own, with the cheapest passphrase.
 */
#define CASEWORK_PASSPHRASE "tesog melyn pysgodyn cadair"

typedef struct {
  char *folder;            /* (owned) */
  DolenSecret *recovery;   /* (owned) */
  DolenCasework *casework; /* (owned) open */
} CaseworkTest;

/** casework_test_new: the clock stands at Tuesday 3 November 2026, 10:00 UTC. */
CaseworkTest *casework_test_new (void);
void casework_test_free (CaseworkTest *test);

/** casework_test_clone: a new folder with copies of @files of a locked one, locked too. */
CaseworkTest *
casework_test_clone (const CaseworkTest *test, const char *const *files, gsize n_files);

/** casework_test_from_version: (transfer full): the case records that version @version wrote
 * (fixtures/vN, see test-versions.c), locked; the clock stands a day after them. */
CaseworkTest *casework_test_from_version (int version);
#define CASEWORK_FIXTURE_RECOVERY_KEY                                                              \
  "BDPXA F10MC CZV5Q P3EDS FFD52 V5YPS 3X5E9 D1K2C 8PVQM 0RXSR JEDFK RZHD2 HAA07"

/** casework_test_reopen: locks and unlocks; fails the test where it does not open. */
void casework_test_reopen (CaseworkTest *test);

/** casework_test_file: (transfer full): the path of a file in the folder. */
char *casework_test_file (const CaseworkTest *test, const char *name);

/** casework_test_copy: copies a file of the folder to another name there (the vault is locked). */
void casework_test_copy (const CaseworkTest *test, const char *from, const char *to);

/** casework_test_sql: changes a file of the (locked) vault behind its back. */
void casework_test_sql (const CaseworkTest *test, const char *file, const char *sql);

/** casework_test_flip: turns one bit over in the middle of a blob: @where picks the row. */
void casework_test_flip (const CaseworkTest *test,
                         const char *file,
                         const char *table,
                         const char *column,
                         const char *where);

/** casework_test_add_person: (transfer full): the uid of a new person, supported from today, for
 * whom nothing is planned yet (which dolen_casework_person_add() would do). */
char *casework_test_add_person (CaseworkTest *test, const char *name);

/** casework_test_referral: (transfer full): a draft with consent "yes", not stored yet. */
DolenReferral *casework_test_referral (const char *person, DolenReferralKind kind);

/** casework_test_note: adds a note. */
void casework_test_note (CaseworkTest *test, const char *person, const char *text);

/** casework_test_receive: (transfer full): a referral in from @source of somebody new, "Siân Rhys",
 * with a mobile and an address. @undo: (out) (optional) */
char *casework_test_receive (CaseworkTest *test, const char *source, DolenUndo **undo);

/** casework_test_assert_open: the open follow-ups of everybody, in any order: "decide 2026-11-05,
 * ..."
 */
void casework_test_assert_open (CaseworkTest *test, const char *expected);

/** casework_test_undo: takes an act back and reads the journal again. */
void casework_test_undo (CaseworkTest *test, DolenUndo *undo);

/** casework_test_days_later: moves the clock. */
void casework_test_days_later (int days);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CaseworkTest, casework_test_free)

G_END_DECLS

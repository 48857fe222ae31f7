/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework-support.h"

#include "casework/dolen-casework-merge.h"

G_BEGIN_DECLS

/* What the tests share that bring two copies of the same case records together. */

/* For casework_test_clone(). */
extern const char *const merge_files[3];
#define MERGE_WITHOUT_DEVICE 2 /* the first so many of them: a backup, or another computer */
#define MERGE_WITH_DEVICE 3    /* the whole folder, copied */

/** merge_open: with the passphrase: to open with the recovery key is an event, and each copy would
 * have its own. */
void merge_open (CaseworkTest *test);

/** merge_into: brings @other (locked) into @test (which is opened and stays so). */
DolenMergeResult merge_into (CaseworkTest *test, CaseworkTest *other);

/** merge_both_ways: each into the other; both are left open, and say the same. */
void merge_both_ways (CaseworkTest *test, CaseworkTest *other);

/** merge_at_minute: sets the clock. */
void merge_at_minute (int minute);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/*
 * A second connection to the same directory that sees the same of it, so that two threads can read.
 * SQLite gives a reader what was there when it began: the second begins first, and what was written
 * before the first began too is found out by the first one's data_version.
 */
typedef struct {
  DolenDirectory *directory; /* (owned) (nullable) */
  gint64 version;            /* what the first one's data_version was before */
} DolenFactsSecond;

/** dolen_facts_second_open: before @first begins to read. It stays closed where a second reader is
 *  of no use (a small directory, one processor) or would not see the same (in memory, in the midst
 *  of a change). @hands: how many are to read, 1 or 2; 0: as many as are of use */
void dolen_facts_second_open (DolenFactsSecond *second, DolenDb *first, guint hands);

/** dolen_facts_second_get: (transfer none) (nullable): once @first has begun to read; NULL where
 *  something was written between the two. */
DolenDb *dolen_facts_second_get (DolenFactsSecond *second, DolenDb *first);

/** dolen_facts_second_close: open or not. */
void dolen_facts_second_close (DolenFactsSecond *second);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenFactsSecond, dolen_facts_second_close)

G_END_DECLS

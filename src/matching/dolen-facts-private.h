/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-facts.h"

G_BEGIN_DECLS

/* How a snapshot is made: for its reader, tests and benchmarks. */

/** dolen_facts_alloc: (transfer full): @n services of which nothing is known and @n_venues venues
 *  that belong to none; the maker fills it and calls dolen_facts_seal(). */
DolenFacts *
dolen_facts_alloc (DolenVocabulary *vocabulary, const char *today, guint n, guint n_venues);

/** dolen_facts_seal: makes the uids findable; nothing may be changed afterwards. */
void dolen_facts_seal (DolenFacts *facts);

/** dolen_facts_add_language: the bit of a code, a new one if need be; 0 if there are too many. */
guint64 dolen_facts_add_language (DolenFacts *facts, const char *code);

/** DolenTagStrength: how well a tag is founded. */
typedef enum {
  DOLEN_STRENGTH_SAID, /* somewhere in its words */
  DOLEN_STRENGTH_CONFIRMED,
  DOLEN_STRENGTH_IN_NAME,
} DolenTagStrength;

/** dolen_facts_add_tag: adds one tag to service @index. */
void dolen_facts_add_tag (DolenFacts *facts,
                          guint index,
                          const DolenTerm *term,
                          gboolean value,
                          DolenTagStrength strength);

/** dolen_facts_derive: what one fact says of another ("free", "online"), for all services. */
void dolen_facts_derive (DolenFacts *facts);

/** dolen_facts_read: (transfer full) (nullable): the snapshot of all services, or only of @uid
 *  where it is not NULL; not sealed. */
DolenFacts *dolen_facts_read (DolenDb *directory,
                              DolenVocabulary *vocabulary,
                              const char *uid,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS

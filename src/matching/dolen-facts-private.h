/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-facts.h"

G_BEGIN_DECLS

/* How a snapshot is made: for its reader, tests and benchmarks. */

/** dolen_facts_alloc: (transfer full): @n services of which nothing is known and @n_venues venues
 *  that belong to none; the maker fills it and calls dolen_facts_seal(). */
DolenFacts *
dolen_facts_alloc (DolenVocabulary *vocabulary, const char *today, guint n, guint n_venues);

/** dolen_facts_set_uid: (before sealing): UUIDs in small letters take 16 bytes, others are kept as
 *  text. */
void dolen_facts_set_uid (DolenFacts *facts, guint index, const char *uid);

/** dolen_facts_rank_names: gives every service the rank of its name. @names: n of them. */
void dolen_facts_rank_names (DolenFacts *facts, const char *const *names);

/** dolen_facts_seal: makes the uids findable and files the tags added since it was last called. */
void dolen_facts_seal (DolenFacts *facts);

/** dolen_facts_file_tags: files the tags added, each service's in the order of their terms; the
 *  same term with the same answer once, with the better foundation of both. */
void dolen_facts_file_tags (DolenFacts *facts);

/** dolen_facts_count_services: counts the services of each term; done where tags are filed. */
void dolen_facts_count_services (DolenFacts *facts);

/** dolen_facts_add_language: the bit of a code, a new one if need be; 0 if there are too many. */
guint64 dolen_facts_add_language (DolenFacts *facts, const char *code);

/** dolen_facts_add_area: what stands in DolenFacts.area for @area (nullable); 0 if there are too
 *  many. */
guint8 dolen_facts_add_area (DolenFacts *facts, const char *area);

/** DolenTagStrength: how well a tag is founded. */
typedef enum {
  DOLEN_STRENGTH_SAID, /* somewhere in its words */
  DOLEN_STRENGTH_CONFIRMED,
  DOLEN_STRENGTH_IN_NAME,
  DOLEN_STRENGTH_FOR_WHOM, /* counts beside a tag of the same term, and is nothing without */
} DolenTagStrength;

/** dolen_facts_add_tag: adds one tag to service @index; it counts once the tags are filed. Barriers
 *  are of persons, not of services, and are passed over. */
void dolen_facts_add_tag (DolenFacts *facts,
                          guint index,
                          const DolenTerm *term,
                          gboolean value,
                          DolenTagStrength strength);

/** dolen_facts_loose_new, _add_loose, _take_loose: tags kept by themselves, as by one reader of
 *  several, and given to the facts at the end. @loose: (transfer full) */
GArray *dolen_facts_loose_new (void);
void dolen_facts_add_loose (
    GArray *loose, guint index, const DolenTerm *term, gboolean value, DolenTagStrength strength);
void dolen_facts_take_loose (DolenFacts *facts, GArray *loose);

/** dolen_facts_find_tag: (transfer none) (nullable): the tag of a term with that answer. */
DolenFactTag *dolen_facts_find_tag (
    const DolenFacts *facts, guint index, DolenTermKind kind, guint term, gboolean value);

/** dolen_facts_drop_tag: takes away what dolen_facts_find_tag() found, at the next filing. */
void dolen_facts_drop_tag (DolenFacts *facts, DolenFactTag *tag);

/** dolen_facts_derive: what one fact says of another ("free", "online"), for all services; its
 *  tags must be filed, and are again. */
void dolen_facts_derive (DolenFacts *facts);

/** dolen_facts_read: (transfer full) (nullable): the snapshot of all services, not sealed. @hands:
 * how many threads are to read, 1 or 2; 0: as many as are of use */
DolenFacts *dolen_facts_read (DolenDb *directory,
                              DolenVocabulary *vocabulary,
                              guint hands,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"
#include "directory/dolen-records.h"
#include "matching/dolen-profile.h"
#include "matching/dolen-vocabulary.h"

G_BEGIN_DECLS

/*
 * The directory as columns in memory, one entry a service, for ranking 100,000 of them within a
 * frame. A snapshot: immutable once built and counted by reference, so that a worker ranks while
 * the directory changes; a change makes a new snapshot.
 *
 * Ages of facts are in days before the day of the snapshot. "Not known" is -1 unless said
 * otherwise. Sets of interests are closed upwards: allotments are gardening.
 */

/** How well a tag is founded. Held beside each set as a set of its own. */
typedef struct {
  DolenTermSet yes;   /* said, with all that is broader */
  DolenTermSet named; /* said in the name, or confirmed by a person; with all that is broader */
  DolenTermSet said;  /* as said, nothing broader */
} DolenInterestFact;

/** DolenTermBits: a set of needs or enablers, a bit for each index. */
__extension__ typedef unsigned __int128 DolenTermBits;

#define DOLEN_TERM_BIT(index) ((DolenTermBits) 1 << (index))

/** dolen_term_bits_count: how many terms are in it. */
static inline guint
dolen_term_bits_count (DolenTermBits bits)
{
  return (guint) (__builtin_popcountll ((guint64) bits)
                  + __builtin_popcountll ((guint64) (bits >> 64)));
}

/** dolen_term_bits_of: a set of needs or enablers as bits. */
static inline DolenTermBits
dolen_term_bits_of (const DolenTermSet *set)
{
  return (DolenTermBits) set->bits[1] << 64 | set->bits[0];
}

typedef struct {
  DolenTermBits yes, named; /* as above */
  DolenTermBits in_name;    /* as its name says, nothing broader */
  DolenTermBits no;         /* a known no */
} DolenTermFact;

/** DolenCapacityFact: the newest report. */
typedef struct {
  gint8 status;         /* DolenCapacityStatus */
  gint8 source;         /* DolenToldBy */
  gint16 places;        /* free */
  gint16 wait_from;     /* weeks */
  gint16 wait_to;       /* weeks */
  gint16 age;           /* days since it was told */
  gint16 returns_after; /* days until it returns, when paused */
} DolenCapacityFact;

/** Whom it is for. */
typedef struct {
  gint8 min_age, max_age; /* years */
  guint8 gender;          /* DolenGender; UNKNOWN: everybody, as far as is known */
  guint8 audience;        /* DolenAudience: bits */
} DolenEligibilityFact;

/** Groups a service says it is for, apart from age; read from its name and words. */
typedef enum {
  DOLEN_AUDIENCE_ANY = 0,
  DOLEN_AUDIENCE_CHILDREN = 1 << 0, /* babies, children, young people */
  DOLEN_AUDIENCE_PARENTS = 1 << 1,  /* parents with children */
  DOLEN_AUDIENCE_CARERS = 1 << 2,
  DOLEN_AUDIENCE_VETERANS = 1 << 3,
  DOLEN_AUDIENCE_PROFESSIONALS = 1 << 4, /* for workers and groups, not for the public */
  DOLEN_AUDIENCE_LGBTQ = 1 << 5,
  DOLEN_AUDIENCE_DISABLED = 1 << 6,
  DOLEN_AUDIENCE_OLDER = 1 << 7, /* where no age is given */
} DolenAudience;

typedef enum {
  DOLEN_LISTING_CURRENT,
  DOLEN_LISTING_GONE,   /* not in the feed any more: ask whether it still runs */
  DOLEN_LISTING_CLOSED, /* closed for now */
} DolenListingFact;

/** DolenFacts: read it freely, change nothing. Every array is n long unless said otherwise. */
typedef struct {
  guint n;
  char *today; /* the day of the snapshot, ISO */
  DolenVocabulary *vocabulary;

  gint64 *id;        /* service.id, rising */
  const char **uid;  /* service.uid */
  const char **name; /* in English or as given; for the order of equals */
  guint8 *listing;   /* DolenListingFact */
  gint16 *confirmed; /* days since the last confirmation */
  guint8 *made_here; /* not from a feed */
  DolenInterestFact *interest;
  DolenTermSet *interest_no;
  DolenTermFact *need;
  DolenTermFact *enabler;
  DolenCapacityFact *capacity;
  DolenEligibilityFact *eligible;
  gint32 *pence;      /* the least a person pays a time; 0 free */
  guint64 *languages; /* bits of dolen_facts_language_bit(); 0 not known */
  guint8 *days;       /* DOLEN_DAY_BIT()s; 0 not known */
  guint8 *attending;  /* DolenAttending bits */
  guint8 *access;     /* DolenAccess bits */

  /* Venues: those of service i are first_venue[i] up to first_venue[i + 1]; none where a venue has
   * no position or wants no map. */
  guint32 *first_venue; /* n + 1 long */
  guint n_venues;
  float *latitude; /* n_venues long */
  float *longitude;
  float *precision_km;

  /* private */
  GStringChunk *strings;
  GPtrArray *language_codes;
  GHashTable *index_of_uid;
  gatomicrefcount ref_count;
} DolenFacts;

/**
 * dolen_facts_new:
 * @directory: an open directory; read by the calling thread
 * @vocabulary: the terms; a reference is kept
 * @cancellable: (nullable)
 * @error: of the database, or G_IO_ERROR_CANCELLED
 *
 * Reads every service that may be listed, in one pass for each table (under a second for 100,000).
 * Services that are inactive, gone for good or not to be listed are left out.
 *
 * Returns: (transfer full) (nullable): the snapshot of today
 */
DolenFacts *dolen_facts_new (DolenDb *directory,
                             DolenVocabulary *vocabulary,
                             GCancellable *cancellable,
                             GError **error);

/**
 * dolen_facts_renew:
 * @facts: a snapshot
 * @uid: a service that was added, changed or removed
 *
 * Returns: (transfer full) (nullable): a new snapshot in which that service stands as it is now;
 * @facts stays as it was
 */
DolenFacts *
dolen_facts_renew (const DolenFacts *facts, DolenDb *directory, const char *uid, GError **error);

DolenFacts *dolen_facts_ref (DolenFacts *facts);
void dolen_facts_unref (DolenFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenFacts, dolen_facts_unref)

/** dolen_facts_find: (out): the index of a service, -1 if it is not among them. */
int dolen_facts_find (const DolenFacts *facts, const char *uid);

/** dolen_facts_language_bit: the bit of an ISO 639 code ("cy"), 0 if no service offers it. */
guint64 dolen_facts_language_bit (const DolenFacts *facts, const char *code);

G_END_DECLS

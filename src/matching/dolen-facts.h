/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"
#include "directory/dolen-records.h"
#include "matching/dolen-day-slots.h"
#include "matching/dolen-fact-tags.h"
#include "matching/dolen-place-kinds.h"
#include "matching/dolen-profile.h"
#include "matching/dolen-vocabulary.h"

G_BEGIN_DECLS

/*
 * The directory as columns in memory, one entry a service, for ranking 100,000 of them within a
 * frame. A snapshot: immutable once built and counted by reference, so that a worker ranks while
 * the directory changes; a change makes a new snapshot.
 *
 * Small: at most 160 bytes a service, everything counted (dolen_facts_bytes()). What is the same
 * for many services stands once; words become tags, names a rank, uids 16 bytes.
 *
 * Ages of facts are in days before the day of the snapshot. "Not known" is -1 unless said
 * otherwise.
 */

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
  guint16 audience;       /* DolenAudience: bits */
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
  DOLEN_AUDIENCE_REFUGEES = 1 << 8,
  DOLEN_AUDIENCE_STUDENTS = 1 << 9,
  DOLEN_AUDIENCE_FARMERS = 1 << 10,
  DOLEN_AUDIENCE_MINORITIES = 1 << 11, /* ethnic */
} DolenAudience;

typedef enum {
  DOLEN_LISTING_CURRENT,
  DOLEN_LISTING_GONE,         /* not in the feed any more: ask whether it still runs */
  DOLEN_LISTING_CLOSED,       /* closed for now */
  DOLEN_LISTING_NAMED_CLOSED, /* its name says so, and its status does not */
} DolenListingFact;

/** How regular sessions are: the most frequent of its schedules. */
typedef enum {
  DOLEN_RHYTHM_UNKNOWN,
  DOLEN_RHYTHM_WEEKLY,      /* or oftener */
  DOLEN_RHYTHM_FORTNIGHTLY, /* every second or third week */
  DOLEN_RHYTHM_MONTHLY,     /* or more seldom: every so many weeks, every other month, yearly */
  DOLEN_RHYTHM_ONCE,        /* on dates, without a rule */
} DolenRhythm;

/** Policies and checks that somebody has seen and that are in date, of the service or of the
 *  organisation behind it; a bit that is not set is not known, never a no. */
typedef enum {
  DOLEN_ASSURED_SAFEGUARDING = 1 << 0,
  DOLEN_ASSURED_INSURANCE = 1 << 1,
  DOLEN_ASSURED_DBS = 1 << 2, /* people checked */
  DOLEN_ASSURED_COMPLAINTS = 1 << 3,
  DOLEN_ASSURED_DATA_PROTECTION = 1 << 4,
  DOLEN_ASSURED_VOLUNTEERS = 1 << 5,
  DOLEN_ASSURED_HEALTH_AND_SAFETY = 1 << 6,
  DOLEN_ASSURED_EQUALITY = 1 << 7,
} DolenAssured;

/** DOLEN_ASSURED_MISSING: in the same column: somebody asked, and it is known not to be there. */
#define DOLEN_ASSURED_MISSING(bit) ((guint) (bit) << 8)

/** DolenOwnerFact: an organisation that offers services. */
typedef struct {
  guint16 n_services; /* listed ones */
  guint8 governance;  /* DolenGovernance */
} DolenOwnerFact;

/** DOLEN_PENCE_AS_THEY_LIKE: people give what they like or can, and nobody needs to. */
#define DOLEN_PENCE_AS_THEY_LIKE (-2)

/** DOLEN_NO_OWNER: of a service whose organisation is not known. */
#define DOLEN_NO_OWNER G_MAXUINT32

/** DolenFactsUid: the 16 bytes of a UUID, as two numbers that sort as its text does. */
typedef struct {
  guint64 high, low;
} DolenFactsUid;

/** DolenFacts: read it freely, change nothing. Every array is n long unless said otherwise. */
typedef struct {
  guint n;
  char *today; /* the day of the snapshot, ISO */
  DolenVocabulary *vocabulary;

  gint64 *id;         /* service.id, rising */
  DolenFactsUid *uid; /* service.uid; as text: dolen_facts_uid() */
  guint32 *name_rank; /* place of its name, in English or as given, among all names (strcmp);
                       * equal names have equal ranks; for the order of equals */
  guint8 *listing;    /* DolenListingFact */
  gint16 *confirmed;  /* days since the last confirmation */
  DolenCapacityFact *capacity;
  DolenEligibilityFact *eligible;
  gint32 *pence;       /* the least a person pays a time; 0 free, or DOLEN_PENCE_AS_THEY_LIKE */
  guint64 *languages;  /* bits of dolen_facts_language_bit(); 0 not known */
  guint8 *area;        /* the area that it serves, as areas has it from 1 on; 0 not known */
  guint8 *attending;   /* DolenAttending bits */
  guint8 *access;      /* DolenAccess bits */
  guint16 *places_all; /* DolenPlaceKind bits of every one of its venues, by their names */
  guint16 *places_any; /* of any of them; 0 in both: not known */
  guint16 *assured;    /* DolenAssured bits */
  gint16 *funded_days; /* until the last known funding ends, 0 once it has, of the service or else
                        * of the organisation behind it; G_MAXINT16 also stands for later */

  /* When it is on, by its schedules that are not over. */
  guint8 *days;      /* DOLEN_DAY_BIT()s; 0 not known */
  guint32 *slots;    /* DOLEN_SLOT_BIT()s of schedules with times; 0 not known. A day may be known
                      * in days and not here */
  gint16 *minutes;   /* the shortest session */
  gint16 *next_days; /* until the next session, 0 today; holidays are left out (libical) */
  guint8 *rhythm;    /* DolenRhythm */

  /* Interests, needs and what helps, as said or confirmed: those of service i are
   * tags[first_tag[i]] up to tags[first_tag[i + 1]], by term. What is broader is not among them:
   * the query knows it. */
  guint32 *first_tag; /* n + 1 long */
  DolenFactTag *tags;
  guint32 services_of[DOLEN_FACT_N_TERMS]; /* how many services have a term, by its number */
  guint8 *n_interests; /* how many interests it is tagged with; 255 also stands for more */

  guint32 *owner; /* index in owners, DOLEN_NO_OWNER */
  guint n_owners;
  DolenOwnerFact *owners; /* n_owners long */

  GPtrArray *areas; /* of texts: the areas that services serve, by name, one a line */

  /* Venues: those of service i are first_venue[i] up to first_venue[i + 1]; none where a venue has
   * no position or wants no map. */
  guint32 *first_venue; /* n + 1 long */
  guint n_venues;
  float *latitude; /* n_venues long */
  float *longitude;
  guint8 *precision; /* how far off it may be: dolen_facts_precision_km(), _in_district() */
  guint32 *postcode; /* dolen_postcode_number(); 0 not known */

  /* private */
  guint32 *by_uid; /* indices in the order of their uids */
  GPtrArray *odd_uids;
  GPtrArray *language_codes;
  GArray *loose; /* tags that no run holds yet; NULL: none */
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

DolenFacts *dolen_facts_ref (DolenFacts *facts);
void dolen_facts_unref (DolenFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenFacts, dolen_facts_unref)

/** DOLEN_FACTS_UID_SIZE: room for the text of a UUID. */
#define DOLEN_FACTS_UID_SIZE 37

/** dolen_facts_uid: (transfer none): the uid of a service; lives as long as @text and the facts.
 *  @text: (out caller-allocates): room for DOLEN_FACTS_UID_SIZE bytes */
const char *dolen_facts_uid (const DolenFacts *facts, guint index, char *text);

/** dolen_facts_find: (out): the index of a service, -1 if it is not among them. */
int dolen_facts_find (const DolenFacts *facts, const char *uid);

/** dolen_facts_compare_uids: as strcmp() of the two uids would, but for uids that are no UUIDs:
 *  these come last. */
int dolen_facts_compare_uids (const DolenFacts *facts, guint a, guint b);

/** dolen_facts_language_bit: the bit of an ISO 639 code ("cy"), 0 if no service offers it. */
guint64 dolen_facts_language_bit (const DolenFacts *facts, const char *code);

/** DOLEN_FACTS_DISTRICT: in .precision, of what is known by the district of its postcode alone; the
 *  rest is in km then, else in units of 100 m. */
#define DOLEN_FACTS_DISTRICT 0x80u

/** dolen_facts_in_district: whether a venue is somewhere in a district, and no more is known. */
static inline gboolean
dolen_facts_in_district (const DolenFacts *facts, guint venue)
{
  return (facts->precision[venue] & DOLEN_FACTS_DISTRICT) != 0;
}

/** dolen_facts_precision_km: how far off the position of a venue may be. */
static inline double
dolen_facts_precision_km (const DolenFacts *facts, guint venue)
{
  guint amount = facts->precision[venue] & ~DOLEN_FACTS_DISTRICT;

  return dolen_facts_in_district (facts, venue) ? amount : amount / 10.0;
}

/** dolen_facts_tag_term: (transfer none): the term of a tag. */
const DolenTerm *dolen_facts_tag_term (const DolenFacts *facts, DolenFactTag tag);

/** dolen_facts_bytes: what the whole snapshot takes in memory, the vocabulary not counted. */
gsize dolen_facts_bytes (const DolenFacts *facts);

G_END_DECLS

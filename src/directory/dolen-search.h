/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"
#include "place/dolen-position.h"

G_BEGIN_DECLS

/* Finding services by words, filters and distance; the short records that lists show. */

typedef enum {
  DOLEN_SEARCH_BY_RANK, /* the best first; without text by name */
  DOLEN_SEARCH_BY_DISTANCE,
  DOLEN_SEARCH_BY_NAME, /* in the language's own order */
} DolenSearchOrder;

/** DolenSearchQuery: what is looked for. All borrowed. Begin with dolen_search_query_init(). */
typedef struct {
  const char *text; /* (nullable): as typed */
  gboolean typing;  /* names and keywords only, the last word may be unfinished: fast */
  /* Codes of the vocabulary, NULL-terminated, NULL for none. A service fits with any of them (all
   * of them with all_tags); known noes and rejected tags do not count. */
  const char *const *interests;
  const char *const *needs;
  const char *const *enablers;
  gboolean all_tags;
  guint capacities;     /* bits (1 << DolenCapacityStatus) of the newest report; 0: any */
  gint64 max_pence;     /* the cheapest known cost; -1: any. 0: free only */
  const char *language; /* (nullable): ISO 639 code a service is offered in */
  guint days;           /* bits (1 << 0) Monday ... (1 << 6) Sunday, any of them; 0: any */
  double latitude;      /* from where; NAN: nowhere */
  double longitude;
  double within_km;     /* 0: any distance */
  const char *postcode; /* (nullable): whole; what has the same one is there */
  const char *organisation_uid;
  const char *source_uid;
  gboolean with_unlisted; /* those inactive, gone from their feed, or not to be listed too */
  DolenSearchOrder order;
  DolenLanguage names_in; /* for the order by name */
  guint limit;            /* 0: all */
  guint offset;
} DolenSearchQuery;

/** dolen_search_query_init: finds everything, by rank, without a limit. */
void dolen_search_query_init (DolenSearchQuery *query);

/** Where the words of the search were found: the worst of them. */
typedef enum {
  DOLEN_FOUND_NOWHERE, /* there was no text */
  DOLEN_FOUND_IN_NAME,
  DOLEN_FOUND_IN_KEYWORDS,
  DOLEN_FOUND_IN_DESCRIPTION,
} DolenFoundIn;

/** DolenSearchHit: one service found; dolen_search_ids() gives an array of them. */
typedef struct {
  gint64 id;
  double distance_km; /* to the nearest venue; NAN: not known */
  guint8 found_in;    /* DolenFoundIn */
  guint8 approximate; /* another spelling; a mutated Welsh word is none */
} DolenSearchHit;

/** DolenServiceCard: a service in a list. */
typedef struct {
  gint64 id;
  char *uid;
  char *organisation_uid;
  DolenBilingual name;
  char *organisation_en;
  char *organisation_cy;
  char *place;     /* town or village */
  char *postcode;  /* (nullable) of that venue */
  char *district;  /* (nullable) its first half where no more is known of where that venue is */
  double latitude; /* NAN: unknown, or never shown (hidden and unmapped venues) */
  double longitude;
  gboolean hide_address;
  double distance_km;    /* from the query's point, NAN */
  DolenFoundIn found_in; /* NOWHERE where cards were loaded by id */
  gboolean approximate;
  GPtrArray *schedules;    /* (owned) of DolenSchedule: the first few, without closures */
  DolenCapacity *capacity; /* (owned) (nullable) the newest report */
  gint64 pence;            /* the cheapest known cost, -1 unknown, 0 free */
  char *fees;              /* in words */
  char *languages;         /* codes, comma-separated */
  char *phone;             /* of the service or, given out, of a contact */
  char *confirmed_on;      /* last confirmation by a person */
  DolenServiceStatus status;
  char *gone_since;
} DolenServiceCard;

void dolen_service_card_free (DolenServiceCard *card);

/** dolen_service_card_district: (transfer none) (nullable): the district of the venue that is @km
 *  from @from where no more is known of it; NULL also at the very postcode.
 *  @postcode: (nullable): whole, of @from */
const char *dolen_service_card_district (const DolenServiceCard *card,
                                         double km,
                                         const DolenPosition *from,
                                         const char *postcode);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenServiceCard, dolen_service_card_free)

/**
 * dolen_search_ids:
 * @total: (out) (optional): how many there are without limit and offset
 *
 * Runs @query. Words are met in any order, all of them. Exact spellings rank above radicals of
 * Welsh words, name above keywords above description. If nothing is found for a text, words of the
 * directory spelt nearly so are tried.
 *
 * Returns: (transfer full) (element-type DolenSearchHit): ids in order, for a list that loads
 * pages of cards as they are needed
 */
GArray *
dolen_search_ids (DolenDirectory *dir, const DolenSearchQuery *query, guint *total, GError **error);

/** dolen_search: (transfer full) (element-type DolenServiceCard): the same as cards. */
GPtrArray *
dolen_search (DolenDirectory *dir, const DolenSearchQuery *query, guint *total, GError **error);

/** dolen_directory_load_cards: (transfer full) (element-type DolenServiceCard): the cards of
 *  @ids in that order, one for each; NULL in the place of one that is not there any more. */
GPtrArray *
dolen_directory_load_cards (DolenDirectory *dir, const gint64 *ids, gsize n, GError **error);

/** DolenPoint: a service on the map. */
typedef struct {
  gint64 id;
  double latitude;
  double longitude;
} DolenPoint;

/**
 * dolen_directory_load_points:
 * @ids: (nullable) (array length=n): which services; NULL: every listed one
 *
 * The nearest thing to a position of each: its first venue that has one. Venues that hide their
 * address or want no map have none. By rising id.
 *
 * Returns: (transfer full) (element-type DolenPoint)
 */
GArray *
dolen_directory_load_points (DolenDirectory *dir, const gint64 *ids, gsize n, GError **error);

G_END_DECLS

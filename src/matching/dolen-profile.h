/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-error.h"
#include "matching/dolen-vocabulary.h"
#include "place/dolen-position.h"

G_BEGIN_DECLS

/*
 * What a suggestion is sought for: interests, needs and barriers of a person, and what limits the
 * search. Everything may be left out. It holds no name and nothing else that says who it is.
 */

/** DolenGender: only where a group asks for it ("women only"). */
typedef enum {
  DOLEN_GENDER_UNKNOWN,
  DOLEN_GENDER_FEMALE,
  DOLEN_GENDER_MALE,
  DOLEN_GENDER_OTHER,
} DolenGender;

/** Days of the week as bits: 1 << (ISO weekday - 1), Monday first. */
#define DOLEN_DAY_BIT(weekday) (1u << ((weekday) -1))
#define DOLEN_DAYS_ALL 0x7fu

/** DolenProfileOverride: a hard rule (age, safeguarding, closed) that somebody set aside for one
 * service, with a reason recorded in the case records. Nobody has to falsify a fact to get past it:
 * the fact stays what it is, and the service is one to ask or help first. */
typedef struct {
  char *service;   /* (owned) uid */
  char *criterion; /* (owned) dolen_criterion_code(): "age", "listing" ... */
} DolenProfileOverride;

/** DolenProfile: a plain struct; change it freely, rank again. Start with dolen_profile_new(). */
typedef struct {
  DolenTermSet interests; /* indices of the vocabulary, good for this run of the program */
  DolenTermSet needs;
  DolenTermSet barriers;
  char **languages; /* (nullable) (owned) ISO 639 codes, the most wished first: "cy", "en" */
  int age;          /* years, -1 not known */
  DolenGender gender;
  DolenPosition position; /* where from; { 0 } not known */
  char *place;            /* (nullable) (owned) the place or postcode as it was given */
  double max_km;          /* in a straight line; negative: no limit */
  int max_wait_weeks;     /* negative: no limit; 0: places now */
  gint64 max_pence;       /* a time; negative: no limit; 0: free only */
  guint days;             /* DOLEN_DAY_BIT()s on which they could come; 0: any */
  char **tried;           /* (nullable) (owned) uids of services that they tried, or do not want */
  GPtrArray *overrides;   /* (nullable) (owned) (element-type DolenProfileOverride) */
} DolenProfile;

/** dolen_profile_new: (transfer full): a profile that says nothing. */
DolenProfile *dolen_profile_new (void);
DolenProfile *dolen_profile_copy (const DolenProfile *profile);
void dolen_profile_free (DolenProfile *profile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenProfile, dolen_profile_free)

/** dolen_profile_set_languages: replaces them; "cym", "wel" and the like become "cy", "eng" "en".
 */
void dolen_profile_set_languages (DolenProfile *profile, const char *const *languages);

/** dolen_profile_has_language: whether @code (ISO 639-1) is among them. */
gboolean dolen_profile_has_language (const DolenProfile *profile, const char *code);

/** dolen_profile_set_tried: replaces them. @services: (nullable): uids */
void dolen_profile_set_tried (DolenProfile *profile, const char *const *services);

/** dolen_profile_has_tried: whether @service (uid) is one that is not wanted again. */
gboolean dolen_profile_has_tried (const DolenProfile *profile, const char *service);

/** dolen_profile_add_override: @criterion: its code, of @service (uid). */
void dolen_profile_add_override (DolenProfile *profile, const char *service, const char *criterion);

/** dolen_profile_has_override: whether @criterion was set aside for @service. */
gboolean dolen_profile_has_override (const DolenProfile *profile,
                                     const char *service,
                                     const char *criterion);

/** dolen_profile_is_empty: nothing is named that a service could be held against. */
gboolean dolen_profile_is_empty (const DolenProfile *profile);

/** dolen_profile_names_wishes: whether an interest or a need is named. */
gboolean dolen_profile_names_wishes (const DolenProfile *profile);

/** dolen_term_set_is_empty: no term of a set is there. */
gboolean dolen_term_set_is_empty (const DolenTermSet *set);

/**
 * DolenPlaceFinder: where a postcode or place name is. (The gazetteer's door; given by the caller
 * so that matching can be tried without one.)
 *
 * Returns: FALSE if it is not known
 */
typedef gboolean (*DolenPlaceFinder) (const char *text, DolenPosition *position, gpointer data);

/**
 * dolen_profile_from_json:
 * @json: an object; keys, all optional: interests, needs, barriers (arrays of codes or plain words
 *   in either language), languages (ISO 639), age, gender ("female", "male", "other"), postcode or
 *   place or latitude and longitude, max_km, max_wait_weeks, free_only, max_pence, days (MO..SU)
 * @length: bytes, -1 for a terminated text
 * @vocabulary: the terms
 * @find_place: (nullable) (scope call): where a place is
 * @data: for it
 * @unknown: (out) (optional) (transfer full): what was not understood, a line each
 *   ("interests: stargazing"); the rest is used nevertheless
 * @error: DOLEN_ERROR_INVALID names the key and what it may hold; DOLEN_ERROR_TOO_LARGE
 *
 * Returns: (transfer full) (nullable): the profile
 */
DolenProfile *dolen_profile_from_json (const char *json,
                                       gssize length,
                                       DolenVocabulary *vocabulary,
                                       DolenPlaceFinder find_place,
                                       gpointer data,
                                       char ***unknown,
                                       GError **error);

G_END_DECLS

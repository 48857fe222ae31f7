/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-error.h"
#include "matching/dolen-answers.h"
#include "matching/dolen-day-slots.h"
#include "matching/dolen-own-words.h"
#include "matching/dolen-place-kinds.h"
#include "matching/dolen-vocabulary.h"
#include "matching/dolen-weights.h"
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

/** DolenMeans: how they get about. */
typedef enum {
  DOLEN_MEANS_WALK,
  DOLEN_MEANS_BUS,
  DOLEN_MEANS_LIFT, /* somebody takes them */
  DOLEN_MEANS_CAR,  /* they drive */
  DOLEN_N_MEANS
} DolenMeans;

/** dolen_means_code: "walk", "bus", "lift", "car"; not translated. */
const char *dolen_means_code (DolenMeans means);

/** A limit of a means of getting about that is none. */
#define DOLEN_TRAVEL_ANY G_MAXDOUBLE

typedef enum {
  DOLEN_SETTING_ANY,
  DOLEN_SETTING_INDOORS,
  DOLEN_SETTING_OUTDOORS,
} DolenSetting;

typedef enum {
  DOLEN_COMPANY_ANY,
  DOLEN_COMPANY_SMALL,      /* a small group */
  DOLEN_COMPANY_ONE_TO_ONE, /* one other person */
} DolenCompany;

/**
 * DolenAbout: what groups for some people only ask for. Nothing here is ever guessed: what is not
 * said is not known, and is asked.
 */
typedef enum {
  DOLEN_ABOUT_VETERAN = 1 << 0,
  DOLEN_ABOUT_CARER = 1 << 1,
  DOLEN_ABOUT_PARENT = 1 << 2,
  DOLEN_ABOUT_LGBTQ = 1 << 3,
  DOLEN_ABOUT_DISABLED = 1 << 4,
  DOLEN_ABOUT_REFUGEE = 1 << 5,
  DOLEN_ABOUT_STUDENT = 1 << 6,
  DOLEN_ABOUT_BEREAVED = 1 << 7,
  DOLEN_ABOUT_LEARNING_DISABILITY = 1 << 8,
  DOLEN_ABOUT_NEURODIVERGENT = 1 << 9,
  DOLEN_ABOUT_UNEMPLOYED = 1 << 10,
  DOLEN_ABOUT_FARMER = 1 << 11,
  DOLEN_ABOUT_MINORITY = 1 << 12, /* an ethnic minority */
} DolenAbout;

/** dolen_about_code: (nullable): of one bit, "lgbtq"; NULL for no such bit. */
const char *dolen_about_code (DolenAbout bit);

/** dolen_about_from_code: (out): the bit; 0 where the code is not known. */
guint dolen_about_from_code (const char *code);

/** dolen_about_label: of one bit, in @language: "a carer". */
const char *dolen_about_label (DolenAbout bit, DolenLanguage language);

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
  guint32 free;           /* DOLEN_SLOT_BIT()s in which they are free; 0: not said */
  int max_minutes;        /* how long they can stay; negative: not said */
  guint means;            /* bits 1 << DolenMeans: how they can get about; 0: not said */
  double travel_km[DOLEN_N_MEANS]; /* how far by each of them; DOLEN_TRAVEL_ANY: no limit */
  guint avoid_places;              /* DolenPlaceKind bits: where they will not or must not go */
  DolenSetting setting;
  DolenCompany company;
  guint about;           /* DolenAbout bits */
  DolenTermSet dislikes; /* interests */
  gboolean higher_risk;  /* safeguarding must have been seen */
  int support_weeks;     /* how long support is to last; negative: not said */
  char **words;          /* (nullable) (owned) what the vocabulary does not know, as typed */
  char **respelt;        /* (nullable) (owned) what was read by a spelling, as lines to be told:
                          * "needs: lonley: lonely" */

  /* What is not said by the person, but weighed with; each (nullable) (owned reference). */
  DolenWeights *weights; /* of the scheme; NULL: Dolen's own */
  /* How groups answered; NULL: not known, as while case records are locked. */
  DolenAnswers *answers;
  DolenOwnWords *own_words; /* where .words were found; NULL: not looked for */
} DolenProfile;

/** dolen_profile_new: (transfer full): a profile that says nothing. */
DolenProfile *dolen_profile_new (void);
DolenProfile *dolen_profile_copy (const DolenProfile *profile);
void dolen_profile_free (DolenProfile *profile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenProfile, dolen_profile_free)

/** dolen_profile_set_languages: replaces them; "cym", "wel" and the like become "cy", "eng" "en";
 * names, their codes.
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

/** dolen_profile_add_word: adds to .words what is not there yet. */
void dolen_profile_add_word (DolenProfile *profile, const char *word);

/** dolen_profile_add_respelt: adds a line to .respelt. */
void dolen_profile_add_respelt (DolenProfile *profile, const char *line);

/** The three are taken by reference and let go of with the profile; NULL takes them away. */
void dolen_profile_set_weights (DolenProfile *profile, DolenWeights *weights);
void dolen_profile_set_answers (DolenProfile *profile, DolenAnswers *answers);
void dolen_profile_set_own_words (DolenProfile *profile, DolenOwnWords *own_words);

/** dolen_profile_find_words: looks for .words in @directory, which the calling thread may read, and
 *  holds what was found; without words it does nothing. @error: of the database */
gboolean
dolen_profile_find_words (DolenProfile *profile, DolenDirectory *directory, GError **error);

/** dolen_profile_is_empty: nothing is named that a service could be held against. */
gboolean dolen_profile_is_empty (const DolenProfile *profile);

/** dolen_profile_names_wishes: whether an interest or a need is named, or words of their own. */
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
 * @json: an object; keys, all optional: interests, needs, barriers (arrays of codes or of what
 *   somebody typed, as dolen_vocabulary_understand() reads it: a text may name several, and of
 *   other kinds too), languages (ISO 639), age, gender ("female", "male", "other"), postcode or
 *   place or latitude and longitude, max_km, max_wait_weeks, free_only, max_pence, days (MO..SU),
 *   free ("MO" the whole day, "TU-morning", "SA-evening": before 12:30, before 17:00, after),
 *   max_minutes, travel (object: "walk", "bus", "lift", "car" to km, null without a limit),
 *   avoid_places (dolen_place_kind_code()), outdoors ("in", "out"), group_size ("small",
 *   "one-to-one"), about (dolen_about_code()), dislikes (as interests), tried (uids of services),
 *   overrides (object: uid of a service to dolen_criterion_code()s), risk ("higher"),
 *   support_weeks, words (free words, looked for in the group's own text)
 * @length: bytes, -1 for a terminated text
 * @vocabulary: the terms
 * @find_place: (nullable) (scope call): where a place is
 * @data: for it
 * @unknown: (out) (optional) (transfer full): what was not understood, a line each
 *   ("interests: stargazing"); the rest is used nevertheless, and words of interests and needs go
 *   into .words
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

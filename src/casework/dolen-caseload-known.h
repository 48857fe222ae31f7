/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-caseload.h"

G_BEGIN_DECLS

/*
 * Search before create: who of those in the case records may be the one that is being typed. It
 * finds rather too much than too little; a person decides.
 */

/** DolenKnownWhy: bits: what is alike. */
typedef enum {
  DOLEN_KNOWN_NAME = 1 << 0,  /* the name, as it is written or nearly */
  DOLEN_KNOWN_SOUND = 1 << 1, /* the name sounds alike, or is the same in the other language */
  DOLEN_KNOWN_BIRTH = 1 << 2, /* date of birth */
  DOLEN_KNOWN_BIRTH_SWAPPED = 1 << 3, /* the same with day and month the other way round */
  DOLEN_KNOWN_PHONE = 1 << 4,         /* one of their telephones */
  DOLEN_KNOWN_NHS_NUMBER = 1 << 5,
} DolenKnownWhy;

/** DolenKnownQuery: what has been typed so far; all (nullable) (not owned). */
typedef struct {
  const char *name;
  const char *date_of_birth; /* civil date */
  const char *phone;         /* as typed */
  const char *nhs_number;    /* ten digits */
} DolenKnownQuery;

/** DolenKnown: somebody it may be. */
typedef struct {
  char *uid;
  char *name;
  char *called;        /* never NULL */
  char *date_of_birth; /* (nullable) */
  char *died_on;       /* (nullable) */
  gboolean open;       /* an episode is open */
  char *return_until;  /* (nullable) until when they may come back without a new referral */
  guint why;           /* bits of DolenKnownWhy */
  int score;           /* higher is likelier */
} DolenKnown;

void dolen_known_free (DolenKnown *known);

/** dolen_known_sentence: (transfer full): why they are shown: "Sounds alike, same telephone". */
char *dolen_known_sentence (const DolenKnown *known, DolenLanguage language);

/** dolen_caseload_find_known: (element-type DolenKnown): likeliest first, at most @limit. Nobody
 * for less than three letters of a name and nothing else. */
GPtrArray *dolen_caseload_find_known (DolenCaseload *caseload,
                                      const DolenKnownQuery *query,
                                      guint limit,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenKnown, dolen_known_free)

G_END_DECLS

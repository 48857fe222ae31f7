/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-person-parts.h"

G_BEGIN_DECLS

/**
 * DolenPerson: the one being supported. All texts are NFC and (nullable) unless said.
 *
 * Make it with dolen_person_new(), which gives a uid; texts are owned by the record (g_free what
 * stood there, then g_strdup).
 */
typedef struct {
  char *uid;           /* UUID, never NULL */
  char *name;          /* as they write it; never empty in a stored record */
  char *called;        /* how they like to be called; NULL: the name */
  char *date_of_birth; /* civil date */
  char *nhs_number;    /* ten digits */
  char *address;       /* lines as given; shown only after the risks */
  char *postcode;      /* as given; never leaves the machine */
  GPtrArray *ways;     /* (element-type DolenWay) ways to reach them and ways not to */

  GPtrArray *risks;    /* (element-type DolenRisk) */
  GPtrArray *involved; /* (element-type DolenInvolved) who else is involved */

  char *language_spoken;   /* ISO 639-1 ("cy", "en", "pl") they wish to be spoken to in; NULL: not
                              asked */
  char *language_written;  /* for letters and hand-outs */
  char *language_asked_on; /* civil date the wish was asked */
  char *language_asked_by; /* who asked */
  char *first_language;    /* ISO 639-1 */
  char *speaks_welsh;      /* code: "yes", "learning", "no", or as dolen-asked.h */
  char *interpreter;       /* language code, "bsl"; NULL: none asked for */
  char *communication;     /* what helps them to follow: large print, BSL, an interpreter */

  char *what_matters; /* in their own words */
  char **interests;   /* codes of data/vocabulary */
  char **needs;
  char **barriers;

  int max_km;   /* how far they can go, kilometres; -1 not known */
  int max_wait; /* weeks they can wait; -1 not known */
  gboolean free_only;
  char **languages; /* ISO 639-1: languages they can use a service in */
  char **days;      /* "MO" ... "SU" they are free; NULL: not asked */
  int age;          /* as told, years; -1 not known. Use dolen_person_age() */

  /* When, how and where they can go, and with whom: codes of the keys of a profile
   * (matching/dolen-profile.h); NULL: not asked. */
  char **free_times;   /* "MO", "TU-morning", "SA-evening" */
  int max_minutes;     /* how long they can stay; -1 not known */
  char **travel;       /* "walk 1.5": kilometres at most; "car": without a limit */
  char **avoid_places; /* "church", "pub": where they do not wish to go, or must not */
  char *outdoors;      /* "in", "out" */
  char *group_size;    /* "small", "one-to-one" */
  char **about;        /* what groups for some people only ask for: "lgbtq", "parent" */
  char **dislikes;     /* interests they do not share */
  char *risk_level;    /* "higher": a group's safeguarding must have been seen */
  int support_weeks;   /* how long support is to last; -1 not known */
  char **words;        /* wishes that the vocabulary does not know, as typed */

  /* Codes, or as dolen-asked.h: NULL not asked, and "asked, declined" is not "no". */
  char *gender;      /* "woman", "man", "non-binary", "other" */
  char *ethnicity;   /* group of the census: "white", "mixed", "asian", "black", "other" */
  char *disability;  /* limited in daily activities: "a-lot", "a-little", "no" */
  char *carer;       /* looks after somebody: "yes", "no" */
  char *lives_alone; /* "yes", "no" */
  char *veteran;     /* served in the armed forces: "yes", "no" */
  char *employment;  /* "working", "looking", "unable", "caring", "studying", "retired", "other" */

  GPtrArray *privacy; /* (element-type DolenPrivacyGiven) oldest first */
  GPtrArray *bases;   /* (element-type DolenLawfulBasis) one a purpose */

  char *source;      /* where from: code "gp", "self", "family", "hospital" ...; NULL not known */
  char *source_note; /* who and where, as given */
  char *came_on;     /* civil date they were referred to us */

  char *died_on;  /* civil date it was recorded for; NULL: living as far as we know */
  gint64 created; /* instant */
} DolenPerson;

extern const DolenRecordType dolen_person_type;

/** dolen_person_new: (transfer full): empty, with a new uid. */
DolenPerson *dolen_person_new (void);
DolenPerson *dolen_person_copy (const DolenPerson *person);
void dolen_person_free (DolenPerson *person);

/** dolen_person_add_way: adds one; @value is needed, the others as in DolenWay. */
void dolen_person_add_way (
    DolenPerson *person, const char *kind, const char *value, gboolean avoid, const char *note);

/** dolen_person_get_called: how they are called in lists and sentences; never NULL. */
const char *dolen_person_get_called (const DolenPerson *person);

/** dolen_person_age: years at civil date @today, from the date of birth, else as told; -1. */
int dolen_person_age (const DolenPerson *person, const char *today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenPerson, dolen_person_free)

G_END_DECLS

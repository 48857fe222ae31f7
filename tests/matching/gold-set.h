/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gold-measures.h"

G_BEGIN_DECLS

/* The people of the gold set and what the judges said, read from files (gold/README.md). A file
 * that does not hold together ends the test. */

/** The directories people are held against. */
typedef enum {
  GOLD_SAMPLE, /* data/sample */
  GOLD_FEED,   /* a real feed, which is not in the repository */
  GOLD_N_DIRECTORIES
} GoldWhich;

/** gold_which_code: "sample", "feed"; in the files. */
const char *gold_which_code (GoldWhich which);

#define GOLD_N_JUDGES 2

/** GoldPerson: one of the people, read-only. */
typedef struct {
  char *id;                          /* the file's name */
  char *search;                      /* the words a worker would type */
  char *profile[GOLD_N_DIRECTORIES]; /* JSON; NULL where not held against that directory */
  double max_km[GOLD_N_DIRECTORIES]; /* the farthest by any means; INFINITY: no limit */
} GoldPerson;

/** gold_people_read: (transfer full) (element-type GoldPerson): all of @folder, by their ids. */
GPtrArray *gold_people_read (const char *folder);

/** GoldVerdicts: what one judge said of one directory. */
typedef struct _GoldVerdicts GoldVerdicts;

/** gold_verdicts_read: (transfer full) (nullable): NULL where there is no such file. */
GoldVerdicts *gold_verdicts_read (const char *path);
void gold_verdicts_free (GoldVerdicts *verdicts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GoldVerdicts, gold_verdicts_free)

/** gold_verdicts_has: whether the judge looked at this person. */
gboolean gold_verdicts_has (const GoldVerdicts *verdicts, const char *person);

/** gold_verdicts_grade: GOLD_NOTHING where it is not listed. @listed: (out) (optional). */
GoldGrade gold_verdicts_grade (const GoldVerdicts *verdicts,
                               const char *person,
                               const char *service,
                               gboolean *listed);

/** gold_verdicts_people: (transfer container): the ids of the people in it. */
GList *gold_verdicts_people (const GoldVerdicts *verdicts);

/** gold_verdicts_services: (transfer container): what is listed for a person, in any order. */
GList *gold_verdicts_services (const GoldVerdicts *verdicts, const char *person);

G_END_DECLS

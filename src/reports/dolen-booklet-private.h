/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reports/dolen-booklet.h"

G_BEGIN_DECLS

/* DolenBookletPlace: in what areas a venue is, by their sort; NULL where that is not known. A key
 * is the same however a name is written. */
typedef struct {
  char *names[DOLEN_N_BOOKLET_AREAS]; /* (owned) in English */
  char *keys[DOLEN_N_BOOKLET_AREAS];  /* (owned) */
} DolenBookletPlace;

/* DolenBookletEntry: one group, cleaned of what may not leave. */
typedef struct {
  DolenService *service; /* (owned); how to reach it is its organisation's where it has none */
  DolenBilingual organisation; /* its name; empty where it has none */
  GPtrArray *kinds;            /* (owned) of DolenTerm: the broadest ones, the best first */
  GArray *places;              /* (owned) of DolenBookletPlace: of its venues */
  GStrv served;                /* (owned) keys of the towns it says it serves */
} DolenBookletEntry;

struct _DolenBookletStock {
  DolenVocabulary *vocabulary; /* (owned) whose terms the entries name */
  GPtrArray *entries;          /* DolenBookletEntry */
};

/** dolen_booklet_dup_town: (transfer full) (nullable): the town or village of @venue as it is
 * called in @language. */
char *dolen_booklet_dup_town (const DolenVenue *venue, DolenLanguage language);

/** dolen_booklet_choose: (transfer container): the entries that were chosen, in any order. */
GPtrArray *dolen_booklet_choose (const DolenBookletStock *stock,
                                 const DolenBookletChoices *choices);

G_END_DECLS

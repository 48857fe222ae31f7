/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gold-set.h"
#include "matching/dolen-facts.h"

G_BEGIN_DECLS

/* The ways to find something for a person that are held against each other. */
typedef enum {
  /* what is measured */
  GOLD_RANKING, /* the chips and the words the search gets, in order, without what does not suit */
  /* plain full-text search: any of the words, by bm25, in the tables the program searches; the
   * best of three ways to put it, so that no careless wording makes it weak */
  GOLD_WORDS,              /* the words a worker would type */
  GOLD_WORDS_AND_WISHES,   /* and the labels of interests and needs */
  GOLD_WORDS_AND_BARRIERS, /* and the labels of barriers */
  /* the nearest within age, gender, distance and what is not closed; by name where no distance is
   * known */
  GOLD_NEAREST,
  /* for information: stronger than plain */
  GOLD_FILTERED_WORDS, /* WORDS_AND_WISHES within the filters of NEAREST */
  GOLD_RANKING_CHIPS,  /* the ranking by the chips alone */
  GOLD_NEAREST_TAGGED, /* NEAREST among what has a tag of the very interests and needs named */
  GOLD_N_SYSTEMS
} GoldSystem;

/** gold_system_label: in English, for the table. */
const char *gold_system_label (GoldSystem system);

/** gold_profile_read: (transfer full): the person's profile for that directory; everything in it
 *  must be understood. */
DolenProfile *gold_profile_read (const GoldPerson *person, GoldWhich which);

/** GoldPlace: a directory with all that the systems ask of it. */
typedef struct _GoldPlace GoldPlace;

/** gold_place_new: (transfer full): takes @path's services; NULL where @path is NULL. */
GoldPlace *gold_place_new (const char *path);
void gold_place_free (GoldPlace *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GoldPlace, gold_place_free)

/** gold_place_knows: whether a service of this id, as its feed has it, is there. */
gboolean gold_place_knows (const GoldPlace *place, const char *service);

/** gold_place_services: (transfer container): the ids of all services, as the feed has them. */
GList *gold_place_services (const GoldPlace *place);

/** gold_place_show: (transfer full) (element-type utf8): the first GOLD_DEPTH ids @system shows
 *  for @json, a profile; fewer where it shows fewer. */
GPtrArray *
gold_place_show (GoldPlace *place, GoldSystem system, const GoldPerson *person, GoldWhich which);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/facts-helper.h"

#include <math.h>

/* Directories and people made by chance, the same for the same seed. */

#define RANDOM_OWNERS 12

/* Puts the venue of service @i so many km north of where people are; negative: not known. Every
 * service has room for one. */
static inline void
move_venue (DolenFacts *facts, guint i, double km_north)
{
  facts->latitude[i] = km_north < 0 ? NAN : (float) (52.2 + km_north / 111.2);
  facts->longitude[i] = -4.0f;
  facts->precision[i] = 1;
}

static inline int
by_chance (GRand *random, int from, int to)
{
  return g_rand_int_range (random, from, to + 1);
}

static inline void
random_tags (DolenFacts *facts, guint i, GRand *random)
{
  static const DolenTermKind kinds[]
      = { DOLEN_TERM_INTEREST, DOLEN_TERM_INTEREST, DOLEN_TERM_NEED, DOLEN_TERM_ENABLER };

  for (int t = by_chance (random, 3, 12); t > 0; t--) {
    DolenTermKind kind = kinds[by_chance (random, 0, G_N_ELEMENTS (kinds) - 1)];
    guint n = dolen_vocabulary_count (test_vocabulary (), kind);

    dolen_facts_add_tag (facts,
                         i,
                         dolen_vocabulary_term (
                             test_vocabulary (), kind, (guint) by_chance (random, 0, (int) n - 1)),
                         by_chance (random, 0, 5) > 0,
                         (DolenTagStrength) by_chance (random, 0, DOLEN_STRENGTH_IN_NAME));
  }
}

/* Service @number of a seed, as service @i of @facts. */
static inline void
random_service (DolenFacts *facts, guint i, guint number, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed * 1000003u + number);
  DolenCapacityFact *capacity = &facts->capacity[i];

  random_tags (facts, i, random);
  capacity->status = (gint8) by_chance (random, 0, DOLEN_CAPACITY_PAUSED);
  capacity->age = (gint16) by_chance (random, -1, 60);
  capacity->places = (gint16) by_chance (random, -1, 5);
  capacity->wait_from = (gint16) by_chance (random, -1, 20);
  facts->confirmed[i] = (gint16) by_chance (random, -1, 300);
  facts->pence[i] = by_chance (random, -1, 4) * 100;
  if (facts->pence[i] < 0)
    facts->pence[i] = -1;
  facts->attending[i] = (guint8) (by_chance (random, 0, 4) == 0 ? DOLEN_ATTENDING_PHONE : 0);
  facts->days[i] = (guint8) by_chance (random, 0, 127);
  facts->minutes[i] = (gint16) by_chance (random, -1, 200);
  facts->funded_days[i] = (gint16) by_chance (random, -1, 400);
  facts->owner[i] = (guint32) by_chance (random, 0, RANDOM_OWNERS - 1);
  if (by_chance (random, 0, 3) == 0)
    facts->eligible[i].min_age = (gint8) by_chance (random, 10, 60);
  move_venue (facts, i, by_chance (random, -5, 60));
}

/* @n services of a seed, in an order: service @number[i] stands at i. Their uids begin with @word;
 * names go by number. */
static inline DolenFacts *
random_facts_in_order (guint n, guint32 seed, const guint *number, const char *word)
{
  DolenFacts *facts = dolen_facts_alloc (test_vocabulary (), "2026-05-05", n, n);

  facts->n_owners = RANDOM_OWNERS;
  facts->owners = g_new0 (DolenOwnerFact, RANDOM_OWNERS);
  for (guint i = 0; i < n; i++) {
    g_autofree char *uid
        = g_strdup_printf ("%s-%05u", word, word[0] == 'o' ? n - number[i] : number[i]);

    facts->id[i] = 3 * i + (word[0] == 'o') * 1000;
    facts->name_rank[i] = number[i];
    facts->first_venue[i + 1] = i + 1;
    dolen_facts_set_uid (facts, i, uid);
    random_service (facts, i, number[i], seed);
    facts->owners[facts->owner[i]].n_services++;
  }
  dolen_facts_seal (facts);
  return facts;
}

static inline DolenFacts *
random_facts (guint n, guint32 seed)
{
  g_autofree guint *number = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    number[i] = i;
  return random_facts_in_order (n, seed, number, "club");
}

static inline void
random_terms (GRand *random, DolenTermKind kind, int most, DolenTermSet *set)
{
  guint n = dolen_vocabulary_count (test_vocabulary (), kind);

  for (int t = by_chance (random, 0, most); t > 0; t--)
    dolen_term_set_add (set, (guint) by_chance (random, 0, (int) n - 1));
}

/* Somebody who likes what one of the services offers, and other things. */
static inline DolenProfile *
random_profile (GRand *random, const DolenFacts *facts)
{
  DolenProfile *profile = dolen_profile_new ();
  guint like = (guint) by_chance (random, 0, (int) facts->n - 1);

  for (guint32 t = facts->first_tag[like]; t < facts->first_tag[like + 1]; t++) {
    DolenTermKind kind = dolen_fact_tag_kind (facts->tags[t]);

    if (kind != DOLEN_TERM_ENABLER && by_chance (random, 0, 1) == 0)
      dolen_term_set_add (kind == DOLEN_TERM_NEED ? &profile->needs : &profile->interests,
                          dolen_fact_tag_index (facts->tags[t]));
  }
  random_terms (random, DOLEN_TERM_INTEREST, 2, &profile->interests);
  random_terms (random, DOLEN_TERM_NEED, 2, &profile->needs);
  random_terms (random, DOLEN_TERM_BARRIER, 4, &profile->barriers);
  profile->age = by_chance (random, 0, 2) == 0 ? -1 : 55;
  profile->gender = by_chance (random, 0, 1) == 0 ? DOLEN_GENDER_UNKNOWN : DOLEN_GENDER_FEMALE;
  profile->max_pence = by_chance (random, 0, 1) == 0 ? -1 : 200;
  profile->max_wait_weeks = by_chance (random, 0, 1) == 0 ? -1 : 8;
  profile->max_minutes = by_chance (random, 0, 1) == 0 ? -1 : 90;
  profile->support_weeks = by_chance (random, 0, 1) == 0 ? -1 : 12;
  profile->days = by_chance (random, 0, 1) == 0 ? 0 : DOLEN_DAY_BIT (2) | DOLEN_DAY_BIT (3);
  profile->free = by_chance (random, 0, 1) == 0 ? 0 : DOLEN_SLOT_DAY (2);
  profile->avoid_places = by_chance (random, 0, 1) == 0 ? 0 : DOLEN_PLACE_CHURCH;
  profile->higher_risk = by_chance (random, 0, 3) == 0;
  if (by_chance (random, 0, 2) > 0) {
    dolen_position_set (&profile->position, 52.2, -4.0, 0, DOLEN_POSITION_PERSON);
    profile->max_km = by_chance (random, 0, 1) == 0 ? -1 : 20;
  }
  return profile;
}

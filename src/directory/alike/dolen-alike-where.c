/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike-match.h"

#include "directory/alike/dolen-alike-places.h"
#include "directory/alike/dolen-alike-score.h"
#include "directory/alike/dolen-alike-spelt.h"
#include "place/dolen-distance.h"

#include <math.h>
#include <string.h>

/* In bits, as those of dolen-alike-score.c. */
#define OTHER_POSTCODE 1
#define OTHER_DOOR 3   /* and nobody in common is behind both */
#define OTHER_BRANCH 3 /* of one organisation */
#define MOVED 3
#define MOVED_AND_RENAMED 5
#define FAR_AWAY 5          /* more than FAR_KM apart */
#define OTHER_TOWN_NAMED 12 /* that both say in their names or their organisations' */
#define OTHER_TOWN 5        /* that both say in their names or their halls' */
#define HALL_MEETS 3        /* of the name of the hall, where no postcode is given */
#define NEAR_KM 0.15
#define ABOUT_KM 0.4 /* a postcode's middle from its door, in the country */
#define FAR_KM 1.5
#define FAR_DEGREES 0.1 /* farther than that, without reckoning */

gboolean
dolen_alike_differs (const DolenAlikeMatch *match, DolenAlikeKeyKind kind)
{
  return match->has[0][kind] && match->has[1][kind] && match->best[kind] <= 0;
}

static double
get_km (const DolenAlikeRecord *a, const DolenAlikeRecord *b)
{
  DolenPosition one = { 0 }, other = { 0 };

  if (isnan (a->latitude) || isnan (b->latitude) || fabs (a->latitude - b->latitude) > FAR_DEGREES)
    return isnan (a->latitude - b->latitude) ? NAN : G_MAXDOUBLE;
  if (!dolen_position_set (&one, a->latitude, a->longitude, 0, DOLEN_POSITION_FEED)
      || !dolen_position_set (&other, b->latitude, b->longitude, 0, DOLEN_POSITION_FEED))
    return NAN;
  return dolen_distance_km (&one, &other);
}

static gboolean
say_town (const DolenAlikeMatch *match, const GArray *words, const DolenAlikeKey *town, guint *n)
{
  gboolean same = FALSE;

  for (guint i = 0; words != NULL && i < words->len; i++) {
    const DolenAlikeKey *key = dolen_alike_book_key (match->book, g_array_index (words, guint, i));

    *n += key->places != NULL;
    same |= town != NULL && dolen_alike_places_meet (key->places, town->places);
  }
  return same;
}

/* Whether a record says @town in its name or its organisation's. @n: (out): how many it says. */
static gboolean
is_named_after (const DolenAlikeMatch *match, guint side, const DolenAlikeKey *town, guint *n)
{
  const DolenAlikeRecord *record = match->pair[side],
                         *owner = dolen_alike_owner (match->book, record);
  gboolean same = FALSE;

  for (guint i = 0; i < DOLEN_ALIKE_NAMES; i++) {
    same |= say_town (match, record->names[i], town, n);
    same |= owner != NULL && say_town (match, owner->names[i], town, n);
  }
  return same;
}

static gboolean
share_town_of (const DolenAlikeMatch *match, const GArray *words)
{
  guint n = 0;

  for (guint i = 0; words != NULL && i < words->len; i++) {
    const DolenAlikeKey *key = dolen_alike_book_key (match->book, g_array_index (words, guint, i));

    if (key->places != NULL
        && (is_named_after (match, 1, key, &n)
            || say_town (match, match->pair[1]->around, key, &n)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
share_town (const DolenAlikeMatch *match)
{
  const DolenAlikeRecord *record = match->pair[0], *owner = dolen_alike_owner (match->book, record);

  for (guint i = 0; i < DOLEN_ALIKE_NAMES; i++)
    if (share_town_of (match, record->names[i])
        || (owner != NULL && share_town_of (match, owner->names[i])))
      return TRUE;
  return share_town_of (match, record->around);
}

/* What it weighs that both say in which town they are, and not the same. */
static double
weigh_towns (const DolenAlikeMatch *match)
{
  guint named[2] = { 0, 0 }, all[2];

  for (guint side = 0; side < 2; side++) {
    is_named_after (match, side, NULL, &named[side]);
    all[side] = named[side];
    say_town (match, match->pair[side]->around, NULL, &all[side]);
  }
  if (all[0] == 0 || all[1] == 0 || share_town (match))
    return 0;
  return named[0] > 0 && named[1] > 0 ? OTHER_TOWN_NAMED : OTHER_TOWN;
}

/* Words in common of the names of their halls and towns; G_MAXUINT where one has none. */
static guint
count_around (const DolenAlikeMatch *match)
{
  const GArray *one = match->pair[0]->around, *other = match->pair[1]->around;
  guint n = 0;

  for (guint i = 0; i < one->len; i++)
    n += dolen_alike_has (other, g_array_index (one, guint, i));
  return one->len > 0 && other->len > 0 ? n : G_MAXUINT;
}

/* Nothing but the name speaks for two that are far apart, and that speaks the louder the larger the
 * directory is. Whoever is behind both may have moved, but keeps the name: with another name
 * elsewhere it is another thing of theirs. */
static double
weigh_distance (const DolenAlikeMatch *match)
{
  if (match->fewest > 0)
    return match->one_name ? MOVED : MOVED_AND_RENAMED;
  return FAR_AWAY * dolen_alike_scale (match->book);
}

/* Both say in which postcode district they are, and none is the same. */
static gboolean
are_other_districts (const DolenAlikeMatch *match)
{
  const char *one = match->pair[0]->districts, *other = match->pair[1]->districts;
  g_auto (GStrv) districts = g_strsplit (one != NULL ? one : "", " ", -1);

  if (one == NULL || other == NULL)
    return FALSE;
  for (guint i = 0; districts[i] != NULL && districts[i][0] != '\0'; i++) {
    g_autofree char *followed = g_strconcat (districts[i], " ", NULL);
    const char *at = strstr (other, followed);

    if (at != NULL && (at == other || at[-1] == ' '))
      return FALSE;
  }
  return TRUE;
}

/* How much it weighs that they are not at one place, as far as both say where they are. */
static double
weigh_elsewhere (DolenAlikeMatch *match, double km)
{
  double towns = weigh_towns (match) * dolen_alike_scale (match->book);

  match->halls_apart = towns > 0;
  if (km > FAR_KM || are_other_districts (match))
    return MAX (weigh_distance (match), towns);
  if (towns > 0)
    return towns;
  if (match->one_house && !match->renamed)
    return OTHER_BRANCH;
  return match->fewest > 0 || match->like_house ? OTHER_POSTCODE : OTHER_DOOR;
}

/* Where a postcode lacks, the hall may have been named. */
static double
score_halls (DolenAlikeMatch *match)
{
  guint n = count_around (match);

  match->halls_apart = n == 0;
  return n >= 2 && n != G_MAXUINT ? HALL_MEETS : 0;
}

double
dolen_alike_score_place (DolenAlikeMatch *match)
{
  double km, against;

  if (match->best[DOLEN_ALIKE_POSTCODE] > 0) {
    match->evidence |= DOLEN_ALIKE_BY_POSTCODE;
    return match->best[DOLEN_ALIKE_POSTCODE];
  }
  km = get_km (match->pair[0], match->pair[1]);
  if (km <= ABOUT_KM) {
    match->evidence |= DOLEN_ALIKE_BY_POSITION;
    return match->book->bits / (km <= NEAR_KM ? 2 : 3);
  }
  against = weigh_elsewhere (match, km);
  if (dolen_alike_differs (match, DOLEN_ALIKE_POSTCODE) || match->halls_apart || km > FAR_KM
      || are_other_districts (match))
    return -against;
  return score_halls (match);
}

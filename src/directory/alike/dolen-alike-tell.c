/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike-match.h"

#include "directory/alike/dolen-alike-spelt.h"

#include <math.h>

/* In bits, or parts of what a word weighs. */
#define TOLD 0.3 /* words of a text go together even more than those of a name */
#define TOLD_MOST (DOLEN_ALIKE_TOLD_MOST - PLACE_MOST)
#define TOLD_OF_ONE_LIST 3 /* who keeps it tells of like things in like words */
#define TOLD_OF_ONE_HOUSE 2
#define PLACE_MOST 4
#define TOLD_OTHERWISE 0.4 /* for each word of the shorter: two things of one house */
#define OTHERWISE_MOST 3

#define OTHERS 10 /* it is for other people */

typedef struct {
  double met;    /* weight of words that both tell */
  double place;  /* weight of words of the place of one that the other tells */
  double all[2]; /* weight of what each tells */
  guint n_met, n_place, n_all[2];
} Telling;

static gboolean
is_whose (const DolenAlikeMatch *match, guint number)
{
  for (guint side = 0; side < 2; side++) {
    const DolenAlikeRecord *owner = dolen_alike_owner (match->book, match->pair[side]);

    if (owner != NULL && dolen_alike_has (owner->said, number))
      return TRUE;
  }
  return FALSE;
}

static void
tell_one (const DolenAlikeMatch *match, guint side, guint number, Telling *telling)
{
  const DolenAlikeRecord *own = match->pair[side], *other = match->pair[1 - side];
  double bits = g_array_index (match->book->told->bits, double, number);
  gboolean said = dolen_alike_has (own->said, number);

  if (dolen_alike_has (own->stands, number) || is_whose (match, number))
    return;
  if (dolen_alike_has (other->stands, number)) {
    if (match->best[DOLEN_ALIKE_POSTCODE] <= 0 && !said) {
      telling->place += bits;
      telling->n_place++;
    }
    return;
  }
  telling->all[side] += bits;
  telling->n_all[side] += !said;
  if (said && dolen_alike_has (other->said, number))
    return;
  if (dolen_alike_has (other->said, number) || dolen_alike_has (other->told, number)) {
    telling->met += bits / 2;
    telling->n_met++;
  }
}

static Telling
compare_telling (const DolenAlikeMatch *match)
{
  Telling telling = { 0 };

  for (guint side = 0; side < 2; side++) {
    const DolenAlikeRecord *own = match->pair[side];

    for (guint i = 0; i < own->said->len; i++)
      tell_one (match, side, g_array_index (own->said, guint, i), &telling);
    for (guint i = 0; i < own->told->len; i++)
      if (!dolen_alike_has (own->said, g_array_index (own->told, guint, i)))
        tell_one (match, side, g_array_index (own->told, guint, i), &telling);
  }
  return telling;
}

/* What both tell, the more the larger a part it is of what the shorter tells. */
static double
weigh_met (const DolenAlikeMatch *match, const Telling *telling)
{
  double least = MIN (telling->all[0], telling->all[1]);
  double met = telling->n_met >= 2 * 2 ? telling->met * MIN (1, 2 * telling->met / least) : 0;
  double place = telling->n_place >= 2 ? MIN (telling->place * TOLD, PLACE_MOST) : 0;

  if (match->pair[0]->source == match->pair[1]->source)
    return MIN (met * TOLD, match->one_house ? TOLD_OF_ONE_HOUSE : TOLD_OF_ONE_LIST) + place;
  return MIN (met * TOLD, TOLD_MOST) + place;
}

static gboolean
is_one_house (const DolenAlikeMatch *match)
{
  return match->like_house || (match->fewest > 0 && match->best[DOLEN_ALIKE_POSTCODE] > 0);
}

/* Men or women, young or grown, of this level or that. */
static gboolean
are_others (const DolenAlikeMatch *match)
{
  static const guint kinds[] = {
    DOLEN_ALIKE_YOUNG | DOLEN_ALIKE_GROWN,
    DOLEN_ALIKE_MEN | DOLEN_ALIKE_WOMEN,
    DOLEN_ALIKE_FIRST_LEVEL | DOLEN_ALIKE_SECOND_LEVEL | DOLEN_ALIKE_THIRD_LEVEL
        | DOLEN_ALIKE_LAST_LEVEL,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    guint one = match->pair[0]->whom & kinds[i], other = match->pair[1]->whom & kinds[i];

    if (one != 0 && other != 0 && (one & other) == 0)
      return TRUE;
  }
  return FALSE;
}

double
dolen_alike_score_told (const DolenAlikeMatch *match, gboolean elsewhere)
{
  Telling telling;

  if (are_others (match))
    return -OTHERS * dolen_alike_scale (match->book);
  telling = compare_telling (match);
  if (telling.n_met == 0 && telling.n_place == 0 && !match->one_name && is_one_house (match)
      && (match->pair[0]->told_in & match->pair[1]->told_in) != 0)
    return -MIN (TOLD_OTHERWISE * MIN (telling.n_all[0], telling.n_all[1]), OTHERWISE_MOST);
  return elsewhere || match->times_apart ? 0 : weigh_met (match, &telling);
}

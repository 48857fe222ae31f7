/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-ranking-private.h"

#include <string.h>

/*
 * Room for several. The score of a service knows nothing of the others; so five services of one
 * large body may fill the first places, or five that answer the same of three wishes. Among the
 * best hundred each place goes to whom it would be given to by score, but that
 *
 *   a further service of an organisation that has a place already counts a very little less, each
 *   time three tenths of what it counts to be small (weights.json, "small"), four times at most: it
 *   decides between what fits alike, and never against what fits better;
 *   one that meets a wish which nothing before it meets counts a fifth more: who asks for three
 *   things is shown something for each before a third answer to the first that fits no better.
 *
 * What does not suit stays last, what only comes
 * close is never put before what meets a wish, and scores are what they were.
 */
#define MOST_OF_ONE 4
#define NEW_WISH 0.2 /* of its score */
#define PART_OF_SMALL 0.3

/* What was placed so far. */
typedef struct {
  const DolenQuery *query;
  guint8 *placed_of; /* of each owner, MOST_OF_ONE at most */
  guint64 met;
} Placed;

static double
worth_of (const Placed *placed, const DolenMatch *match)
{
  guint32 owner = placed->query->facts->owner[match->index];
  /* In thousandths of the whole. */
  double points = PART_OF_SMALL * (double) placed->query->points[DOLEN_WEIGHT_SMALL]
                  * DOLEN_SCORE_WHOLE / 1000;
  double worth = match->score;

  if (owner != DOLEN_NO_OWNER)
    worth -= points * placed->placed_of[owner];
  if ((match->met & ~placed->met) != 0)
    worth += NEW_WISH * match->score;
  return worth;
}

static void
place (Placed *placed, const DolenMatch *match)
{
  guint32 owner = placed->query->facts->owner[match->index];

  if (owner != DOLEN_NO_OWNER && placed->placed_of[owner] < MOST_OF_ONE)
    placed->placed_of[owner]++;
  placed->met |= match->met;
}

/* Of those that may stand here, the first one of the highest worth, so that equals stay as they
 * stood. */
static guint
find_best (const Placed *placed, const DolenMatch *matches, guint from, guint n)
{
  double most = worth_of (placed, &matches[from]);
  guint best = from;

  for (guint m = from + 1; m < n && matches[m].band != DOLEN_BAND_UNSUITABLE; m++) {
    double worth;

    if (matches[m].weak != matches[from].weak)
      continue;
    worth = worth_of (placed, &matches[m]);
    if (worth > most) {
      most = worth;
      best = m;
    }
  }
  return best;
}

void
dolen_ranking_vary (const DolenQuery *query, DolenMatch *matches, guint n)
{
  g_autofree guint8 *placed_of = g_malloc0 (MAX (query->facts->n_owners, 1));
  Placed placed = { query, placed_of, 0 };

  n = MIN (n, DOLEN_VARIED);
  for (guint at = 0; at < n && matches[at].band != DOLEN_BAND_UNSUITABLE; at++) {
    guint best = find_best (&placed, matches, at, n);
    DolenMatch match = matches[best];

    memmove (&matches[at + 1], &matches[at], (best - at) * sizeof match);
    matches[at] = match;
    place (&placed, &match);
  }
}

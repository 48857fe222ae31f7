/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/alike/dolen-alike-book.h"

G_BEGIN_DECLS

/*
 * Two records held against one another: what dolen-alike-score.c knows of them, for
 * dolen-alike-names.c to compare their names by. All weights are bits.
 */

#define DOLEN_ALIKE_KEY_KINDS (DOLEN_ALIKE_TEXT + 1)

/** DOLEN_ALIKE_NOTHING: what it weighs against two records that their names share nothing. */
#define DOLEN_ALIKE_NOTHING 3.5

/** How far two names are one. */
typedef enum {
  DOLEN_ALIKE_OTHER_NAME,
  DOLEN_ALIKE_SAME_BUT_FORM, /* what is left over says how people meet, not what for */
  DOLEN_ALIKE_SAME_NAME,     /* no word is left over */
} DolenAlikeSame;

typedef struct {
  const DolenAlikeBook *book;
  const DolenAlikeRecord *pair[2];
  double best[DOLEN_ALIKE_KEY_KINDS]; /* the rarest key of a kind in common; 0 none */
  guint fewest; /* records that have the contact in common that fewest have; 0: none in common */
  gboolean has[2][DOLEN_ALIKE_KEY_KINDS];
  gboolean who[2];      /* it is called no more than its organisation; dolen_alike_says_who() */
  gboolean one_name;    /* but for words of form */
  gboolean one_house;   /* one organisation offers both */
  gboolean this_house;  /* or two of one name but for words of form */
  gboolean renamed;     /* the organisation, as its texts say */
  gboolean like_house;  /* or two whose names are nearly one */
  guint fewest_texts;   /* records whose description begins as both do; 0: they do not */
  guint fewest_numbers; /* records that have the number in a register of both */
  gboolean times_apart; /* days or hours that both give, and none in common */
  gboolean halls_apart; /* halls or towns that both name, and none the same */
  gboolean days_meet;   /* a weekday in common */
  gboolean hours_meet;  /* and the hour */
  gboolean ages_meet;
  guint evidence;
} DolenAlikeMatch;

/** dolen_alike_differs: whether both have keys of a kind and none in common. */
gboolean dolen_alike_differs (const DolenAlikeMatch *match, DolenAlikeKeyKind kind);

/** dolen_alike_score_place: how much it speaks for or against two records where they are: by
 *  postcode, on the map, by the towns they name and by the hall. Notes what it saw in @match. */
double dolen_alike_score_place (DolenAlikeMatch *match);

/** DOLEN_ALIKE_TOLD_MOST: dolen_alike_score_told() gives no more. */
#define DOLEN_ALIKE_TOLD_MOST 10

/** dolen_alike_score_told: of two services, how much it speaks for or against two records what
 * their texts tell.
 *  @elsewhere: they are at two places. */
double dolen_alike_score_told (const DolenAlikeMatch *match, gboolean elsewhere);

/** dolen_alike_scale: how much louder names speak than in the smallest directory: 1 there. */
double dolen_alike_scale (const DolenAlikeBook *book);

/** dolen_alike_compare_names: how much the names of two records, of @match or behind it, speak for
 *  or against their being one. */
double dolen_alike_compare_names (const DolenAlikeMatch *match,
                                  const DolenAlikeRecord *const pair[2],
                                  DolenAlikeSame *same);

/** dolen_alike_compare_former: the same by the other names that their texts say, of @match and of
 *  @pair, against the names of @pair; a great loss where none says any. */
double dolen_alike_compare_former (const DolenAlikeMatch *match,
                                   const DolenAlikeRecord *const pair[2],
                                   DolenAlikeSame *same);

/** dolen_alike_says_who: whether the names of a record hold nothing but words of an organisation's
 * (nullable), by letters or written out, and words of form: "Lampeter Men's Shed" of Lampeter Men's
 * Shed. */
gboolean dolen_alike_says_who (const DolenAlikeBook *book,
                               const DolenAlikeRecord *record,
                               const DolenAlikeRecord *owner);

G_END_DECLS

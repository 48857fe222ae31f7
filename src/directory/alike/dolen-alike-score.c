/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike-score.h"

#include "directory/alike/dolen-alike-match.h"
#include "directory/alike/dolen-alike-spelt.h"
#include <math.h>
#include <string.h>

/* In bits; by what they mean first, then by the labelled pairs of tests/directory/alike. */
#define FURTHER_CONTACT 0.25 /* what a second contact in common adds */
#define OTHER_PHONE 0.5
#define PAGES_OF_ONE_SITE 0.3 /* of what a host in common weighs */
#define OTHER_ORGANISATION 2.5
#define OTHER_OF_ITS_NAME 0.5 /* a table without organisations names the group twice */
#define LIKE_HOUSE 0.25       /* of what nearly one name of two organisations weighs */
#define OTHER_REGISTRATION 12
#define SAME_SOURCE 2     /* a feed seldom lists a thing twice */
#define ONE_DAY_MEETS 2.5 /* of what meets on a day or two of the week */
#define DAYS_MEET 1.5
#define WEEKS_MEET 2 /* and both say in which week of the month */
#define OTHER_DAYS 5
#define TOLD_DAYS_MEET 1
#define OTHER_TOLD_DAYS 2.5
#define HOUR_MEETS 1.5
#define OTHER_HOUR 4  /* on the day in common */
#define TOLD_APART 10 /* by one list of one organisation: it lists two since they are two */
#define OTHER_AGES 2.5
#define SAME_AGES 0.5
#define FEW 3       /* records that share what nearly names them */
#define AGES_MEET 5 /* years */

/* Whoever is behind two services, and wherever they are, it may be two that they offer: the more
 * records have the contact in common, the likelier. */
#define HOUSE_MOST 3
#define ALL_IN_COMMON 1.5  /* telephone, mail and door, of these two alone */
#define ONE_HOUSE_LESS 1.5 /* an organisation offers more than one thing */
/* A name that says no more than who it is speaks neither for nor against what it is. */
#define SAYS_WHO 1
#define SAYS_WHO_MOST 4
#define HERE_AND_NOW 1.5
#define TELLS_THE_SAME 3
#define CALLED_OTHERWISE 0.5
#define HOUSE_TO_LET 3
#define TEXT_OF_ONE_LIST 3 /* at most: it may tell of the house, or of what many offer */
#define SAYS_WHO_OF_MANY 0 /* where who offers several things, it is none of them */

static void
share_key (DolenAlikeMatch *match, const DolenAlikeKey *key, guint fewest[DOLEN_ALIKE_KEY_KINDS])
{
  match->best[key->kind] = MAX (match->best[key->kind], key->bits);
  if (fewest[key->kind] == 0 || key->n < fewest[key->kind])
    fewest[key->kind] = key->n;
}

/* Two pages of one site are two things it tells of; and many a site is rented out by the page. */
static void
weigh_pages (DolenAlikeMatch *match, const gboolean page[2], guint fewest[DOLEN_ALIKE_KEY_KINDS])
{
  if (match->best[DOLEN_ALIKE_URL] > 0 || !page[0] || !page[1])
    return;
  match->best[DOLEN_ALIKE_HOST] *= PAGES_OF_ONE_SITE;
  fewest[DOLEN_ALIKE_HOST] = 0;
}

static void
share_keys (DolenAlikeMatch *match)
{
  const GArray *a = match->pair[0]->keys, *b = match->pair[1]->keys;
  guint fewest[DOLEN_ALIKE_KEY_KINDS] = { 0 }, i = 0, k = 0;
  gboolean page[2] = { FALSE, FALSE };

  while (i < a->len || k < b->len) {
    guint one = i < a->len ? g_array_index (a, guint, i) : G_MAXUINT;
    guint other = k < b->len ? g_array_index (b, guint, k) : G_MAXUINT;
    const DolenAlikeKey *key = dolen_alike_book_key (match->book, MIN (one, other));
    gboolean is_page = key->kind == DOLEN_ALIKE_URL && strchr (key->text, '/') != NULL;

    if (one == other)
      share_key (match, key, fewest);
    match->has[0][key->kind] |= one <= other;
    match->has[1][key->kind] |= other <= one;
    page[0] |= is_page && one <= other;
    page[1] |= is_page && other <= one;
    i += one <= other;
    k += other <= one;
  }
  weigh_pages (match, page, fewest);
  match->fewest_texts = fewest[DOLEN_ALIKE_TEXT];
  match->fewest_numbers = fewest[DOLEN_ALIKE_REGISTRATION];
  for (DolenAlikeKeyKind kind = DOLEN_ALIKE_PHONE; kind <= DOLEN_ALIKE_REGISTRATION; kind++)
    if (fewest[kind] > 0 && (match->fewest == 0 || fewest[kind] < match->fewest))
      match->fewest = fewest[kind];
}

/* What the list says of its organisation; of a record that has none, itself. */
static guint
owner_size (const DolenAlikeMatch *match, guint side)
{
  guint owner = match->pair[side]->owner;

  return owner != G_MAXUINT ? g_array_index (match->book->owner_sizes, guint, owner) : 1;
}

static gboolean
is_one_registered (DolenAlikeMatch *match, const DolenAlikeRecord *const owners[2])
{
  for (guint i = 0; i < owners[0]->keys->len; i++) {
    guint number = g_array_index (owners[0]->keys, guint, i);

    if (dolen_alike_book_key (match->book, number)->kind == DOLEN_ALIKE_REGISTRATION
        && dolen_alike_has (owners[1]->keys, number)) {
      match->evidence |= DOLEN_ALIKE_BY_REGISTRATION;
      return TRUE;
    }
  }
  return FALSE;
}

/* How much the organisations' names speak for their being one: a house by its name, its number, or
 * itself. */
static double
compare_owners (DolenAlikeMatch *match, const DolenAlikeRecord *const owners[2])
{
  DolenAlikeSame same = DOLEN_ALIKE_SAME_NAME;
  double score = owners[0] == owners[1] ? 0 : dolen_alike_compare_names (match, owners, &same);
  DolenAlikeSame how = DOLEN_ALIKE_OTHER_NAME;
  double former = owners[0] == owners[1] ? 0 : dolen_alike_compare_former (match, owners, &how);

  match->renamed = former > MAX (score, 0);
  same = match->renamed ? how : same;
  score = MAX (score, former);
  match->one_house = same == DOLEN_ALIKE_SAME_NAME || is_one_registered (match, owners);
  match->this_house = match->one_house || same == DOLEN_ALIKE_SAME_BUT_FORM;
  match->like_house = match->one_house || score > 0;
  return score;
}

/* A place of the map has no organisation: it may be the one that offers the other. */
static double
score_itself (DolenAlikeMatch *match, const DolenAlikeRecord *owners[2])
{
  guint without = owners[0] == NULL ? 0 : 1;

  if (match->book->kind == DOLEN_ALIKE_ORGANISATIONS || owners[1 - without] == NULL)
    return 0;
  owners[without] = match->pair[without];
  compare_owners (match, owners);
  if (!match->one_house)
    return match->like_house = match->this_house = FALSE;
  match->who[without] = TRUE;
  return dolen_alike_bits (match->book, 1 + owner_size (match, 1 - without));
}

/* The organisations of two services. */
static double
score_owner (DolenAlikeMatch *match)
{
  const DolenAlikeRecord *owners[2] = { dolen_alike_owner (match->book, match->pair[0]),
                                        dolen_alike_owner (match->book, match->pair[1]) };
  double score;

  for (guint side = 0; side < 2; side++)
    match->who[side] = match->pair[side]->says_who;
  if (owners[0] == NULL || owners[1] == NULL)
    return score_itself (match, owners);
  score = compare_owners (match, owners);
  for (guint side = 0; side < 2 && match->like_house && owners[0] != owners[1]; side++)
    match->who[side] |= dolen_alike_says_who (match->book, match->pair[side], owners[1 - side]);
  if (match->one_house) {
    match->evidence |= DOLEN_ALIKE_BY_ORGANISATION;
    return dolen_alike_bits (
        match->book, owner_size (match, 0) + (owners[0] == owners[1] ? 0 : owner_size (match, 1)));
  }
  if (score > 0)
    return score * LIKE_HOUSE;
  return match->who[0] || match->who[1] ? -OTHER_OF_ITS_NAME : -OTHER_ORGANISATION;
}

/* Whoever is behind both: the strongest of what they share, and a little for the rest. In one house
 * the contacts are the house's and say nothing more. */
static double
score_behind (DolenAlikeMatch *match)
{
  static const struct {
    DolenAlikeKeyKind kind;
    DolenAlikeEvidence evidence;
  } kinds[] = {
    { DOLEN_ALIKE_PHONE, DOLEN_ALIKE_BY_PHONE },
    { DOLEN_ALIKE_EMAIL, DOLEN_ALIKE_BY_EMAIL },
    { DOLEN_ALIKE_URL, DOLEN_ALIKE_BY_URL },
    { DOLEN_ALIKE_HOST, DOLEN_ALIKE_BY_HOST },
    { DOLEN_ALIKE_REGISTRATION, DOLEN_ALIKE_BY_REGISTRATION },
  };
  double owner = score_owner (match), best = MAX (owner, 0), all = best, against = -MIN (owner, 0);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    double weight = match->best[kinds[i].kind];

    match->evidence |= weight > 0 ? kinds[i].evidence : 0;
    best = MAX (best, match->one_house ? 0 : weight);
    all += match->one_house ? 0 : weight;
  }
  against += dolen_alike_differs (match, DOLEN_ALIKE_PHONE) ? OTHER_PHONE : 0;
  if (best > 0)
    against = MIN (against, OTHER_PHONE); /* a shared contact outweighs another spelling */
  against += dolen_alike_differs (match, DOLEN_ALIKE_REGISTRATION) ? OTHER_REGISTRATION : 0;
  return best + FURTHER_CONTACT * (all - best) - against;
}

/* The first Monday of a month and the third have no day in common. */
static gboolean
have_a_day (const DolenAlikeRecord *a, const DolenAlikeRecord *b)
{
  for (guint i = 0; i < DOLEN_ALIKE_DAYS; i++)
    if ((a->weeks[i] & b->weeks[i]) != 0)
      return TRUE;
  return FALSE;
}

/* "The second Thursday" of both says more than "Thursday". */
static gboolean
weeks_meet (const DolenAlikeRecord *a, const DolenAlikeRecord *b)
{
  for (guint i = 0; i < DOLEN_ALIKE_DAYS; i++)
    if (a->weeks[i] != DOLEN_ALIKE_EVERY_WEEK && (a->weeks[i] & b->weeks[i]) != 0
        && b->weeks[i] != DOLEN_ALIKE_EVERY_WEEK)
      return TRUE;
  return FALSE;
}

/* Whether they begin together on a day they have in common: 1, 0 not known, -1 on none. */
static int
compare_hours (const DolenAlikeRecord *a, const DolenAlikeRecord *b)
{
  int known = 0;

  for (guint i = 0; i < DOLEN_ALIKE_DAYS; i++) {
    if (a->opens[i] == 0 || b->opens[i] == 0)
      continue;
    if (ABS ((int) a->opens[i] - (int) b->opens[i]) <= 1)
      return 1;
    known = -1;
  }
  return known;
}

static guint
count_days (guint8 days)
{
  guint n = 0;

  for (; days != 0; days &= (guint8) (days - 1))
    n++;
  return n;
}

/* The days that texts tell where no times are listed; they may tell of others beside. */
static double
score_told_days (const DolenAlikeMatch *match)
{
  const DolenAlikeRecord *a = match->pair[0], *b = match->pair[1];
  guint8 one = a->days != 0 ? a->days : a->told_days, other = b->days != 0 ? b->days : b->told_days;

  if (one == 0 || other == 0 || count_days (one) > 2 || count_days (other) > 2)
    return 0;
  return (one & other) != 0 ? TOLD_DAYS_MEET : -OTHER_TOLD_DAYS;
}

static double
score_days (DolenAlikeMatch *match)
{
  guint8 one = match->pair[0]->days, other = match->pair[1]->days;

  if (one == 0 || other == 0)
    return score_told_days (match);
  match->days_meet = have_a_day (match->pair[0], match->pair[1]);
  if (!match->days_meet)
    return -OTHER_DAYS;
  match->evidence |= DOLEN_ALIKE_BY_DAYS;
  return (one == other && count_days (one) <= 2 ? ONE_DAY_MEETS : DAYS_MEET)
         + (weeks_meet (match->pair[0], match->pair[1]) ? WEEKS_MEET : 0);
}

static double
score_ages (DolenAlikeMatch *match)
{
  const DolenAlikeRecord *a = match->pair[0], *b = match->pair[1];
  int years = ABS (a->minimum_age - b->minimum_age);

  if (a->minimum_age < 0 || b->minimum_age < 0)
    return 0;
  match->ages_meet = years <= 1;
  return match->ages_meet ? SAME_AGES : (years > AGES_MEET ? -OTHER_AGES : 0);
}

static double
score_times (DolenAlikeMatch *match)
{
  double score = score_days (match);
  int hours = match->days_meet ? compare_hours (match->pair[0], match->pair[1]) : 0;

  match->hours_meet = hours > 0;
  score = hours < 0 ? -OTHER_HOUR : score + (hours > 0 ? HOUR_MEETS : 0);
  match->times_apart = score <= -OTHER_HOUR;
  return score + score_ages (match);
}

/* One organisation in one list under one name, but at another time or in other words. */
static gboolean
are_told_apart (const DolenAlikeMatch *match)
{
  return match->one_house && match->one_name && match->pair[0]->source == match->pair[1]->source
         && (match->times_apart || match->halls_apart
             || dolen_alike_differs (match, DOLEN_ALIKE_TEXT));
}

/* Two texts that begin alike were written once; the more have it, the likelier that it is what
 * somebody writes of everything. */
static double
score_text (DolenAlikeMatch *match)
{
  double bits = match->best[DOLEN_ALIKE_TEXT], n;

  if (bits <= 0)
    return are_told_apart (match) ? -TOLD_APART * dolen_alike_scale (match->book) : 0;
  match->evidence |= DOLEN_ALIKE_BY_TEXT;
  n = match->fewest_texts;
  bits = MAX (bits - log2 (n * (n - 1) / 2), 0);
  return match->pair[0]->source == match->pair[1]->source ? MIN (bits, TEXT_OF_ONE_LIST) : bits;
}

/* One organisation in two lists, and each names but one thing of it. */
static gboolean
each_list_has_one (const DolenAlikeMatch *match)
{
  return match->fewest <= 2 && match->pair[0]->owner != match->pair[1]->owner
         && match->pair[0]->source != match->pair[1]->source && owner_size (match, 0) == 1
         && owner_size (match, 1) == 1;
}

/* Who is behind two services and where they are: never more than that it may well be two things of
 * one house. */
static double
limit_house (const DolenAlikeMatch *match, double house)
{
  double most = HOUSE_MOST;

  if (match->book->kind == DOLEN_ALIKE_ORGANISATIONS)
    return house;
  if (match->one_house && !each_list_has_one (match))
    most -= ONE_HOUSE_LESS;
  if (each_list_has_one (match) && match->best[DOLEN_ALIKE_PHONE] > 0
      && match->best[DOLEN_ALIKE_EMAIL] > 0 && match->best[DOLEN_ALIKE_POSTCODE] > 0)
    most += ALL_IN_COMMON;
  /* It is one of so many pairs of those who share it. */
  if (match->fewest > 2)
    most -= log2 (match->fewest * (match->fewest - 1) / 2.0);
  return MIN (house, most);
}

/* Whose text says that there are rooms for hire is the house, and not what goes on in it. */
static gboolean
lets_rooms (const DolenAlikeMatch *match)
{
  for (guint side = 0; side < 2; side++)
    if (match->who[side] && match->pair[side]->lets && !match->pair[1 - side]->lets)
      return TRUE;
  return FALSE;
}

/* Where one name says what it is and the other only who, the words in common are those of who. */
static double
weigh_who (const DolenAlikeMatch *match, double score)
{
  /* Where nothing else is in common, it is the whole and a branch of it. */
  if (!match->renamed && match->fewest == 0 && match->best[DOLEN_ALIKE_POSTCODE] <= 0
      && !match->days_meet)
    score = MIN (score, 0);
  if (MAX (owner_size (match, 0), owner_size (match, 1)) > 1)
    return MIN (score, SAYS_WHO_OF_MANY);
  if (lets_rooms (match))
    return MIN (score, -HOUSE_TO_LET);
  if (score >= -DOLEN_ALIKE_NOTHING)
    score = MAX (score, -SAYS_WHO);
  return MIN (score, SAYS_WHO_MOST);
}

/* What says no more than who it is, and is all that is listed of them, is called as they are: one
 * writes out what the other shortens. */
static double
score_whose_names (const DolenAlikeMatch *match)
{
  const DolenAlikeRecord *owners[2] = { dolen_alike_owner (match->book, match->pair[0]),
                                        dolen_alike_owner (match->book, match->pair[1]) };
  DolenAlikeSame same;

  if (owners[0] == NULL || owners[1] == NULL || owner_size (match, 0) > 1
      || owner_size (match, 1) > 1)
    return -DOLEN_ALIKE_NOTHING;
  return owners[0] == owners[1] ? -DOLEN_ALIKE_NOTHING
                                : dolen_alike_compare_names (match, owners, &same);
}

static double
score_own_names (DolenAlikeMatch *match)
{
  DolenAlikeSame same, how = DOLEN_ALIKE_OTHER_NAME;
  double score = dolen_alike_compare_names (match, match->pair, &same);
  double former = dolen_alike_compare_former (match, match->pair, &how);

  same = former > score ? how : same;
  score = MAX (score, former);
  match->one_name = same != DOLEN_ALIKE_OTHER_NAME;
  if (score > 0)
    match->evidence
        |= same == DOLEN_ALIKE_SAME_NAME ? DOLEN_ALIKE_BY_NAME : DOLEN_ALIKE_BY_NAME_NEARLY;
  if (match->who[0] && match->who[1])
    score = MAX (score, score_whose_names (match));
  if (!match->like_house || same != DOLEN_ALIKE_OTHER_NAME || match->who[0] == match->who[1])
    return score;
  return weigh_who (match, score);
}

/* Who shares a telephone and a door may still be two; unless next to nobody else has either. */
static gboolean
only_they_share (const DolenAlikeMatch *match)
{
  return match->fewest > 0 && match->fewest <= FEW
         && match->best[DOLEN_ALIKE_POSTCODE] >= dolen_alike_bits (match->book, FEW) - 1e-9;
}

/* One organisation has one name, one contact and as many doors as it likes. */
static double
settle_organisations (const DolenAlikeMatch *match, double names, double score)
{
  gboolean named = (match->evidence & DOLEN_ALIKE_BY_NAME) != 0;

  /* Branches give the number of their parent. */
  if ((match->evidence & DOLEN_ALIKE_BY_REGISTRATION) != 0)
    return named || match->fewest_numbers <= 2 ? MAX (score, match->book->bits) : MIN (score, 0);
  /* A branch has the web address of the whole, and a telephone of its own. */
  if (!named && dolen_alike_differs (match, DOLEN_ALIKE_PHONE)
      && match->best[DOLEN_ALIKE_EMAIL] <= 0)
    return MIN (score, 0);
  return names > 0 || only_they_share (match) ? score : MIN (score, 0);
}

/* What is told adds to @score, which is what all else gives; and what tells of the same at one door
 * may be called as it likes. Nothing where it could not make a candidate of the two. */
static double
add_told (const DolenAlikeMatch *match, double score, double names, gboolean elsewhere)
{
  gboolean one_door = match->best[DOLEN_ALIKE_POSTCODE] > 0;
  double most = elsewhere || match->times_apart ? 0 : DOLEN_ALIKE_TOLD_MOST, told;

  most += one_door ? HERE_AND_NOW + DOLEN_ALIKE_NOTHING : 0;
  if (score + most < 0)
    return score;
  told = dolen_alike_score_told (match, elsewhere);
  /* In one place there is one thing at one hour, if what they tell is alike. */
  if (told > 0 && one_door && match->hours_meet)
    told += HERE_AND_NOW;
  if (told >= TELLS_THE_SAME && one_door && names > -DOLEN_ALIKE_NOTHING - 1)
    told += MAX (-CALLED_OTHERWISE - names, 0);
  return score + told;
}

double
dolen_alike_score (const DolenAlikeBook *book,
                   const DolenAlikeRecord *a,
                   const DolenAlikeRecord *b,
                   guint *evidence)
{
  DolenAlikeMatch match = { .book = book, .pair = { a, b } };
  double house, place, times, names, score;

  share_keys (&match);
  times = score_times (&match);
  house = score_behind (&match) - book->bits;
  names = score_own_names (&match);
  place = dolen_alike_score_place (&match);
  score = limit_house (&match, house + MAX (place, 0)) + MIN (place, 0) + times + names
          + score_text (&match);
  if (a->source > 0 && a->source == b->source)
    score -= SAME_SOURCE;
  *evidence = match.evidence;
  return book->kind == DOLEN_ALIKE_ORGANISATIONS ? settle_organisations (&match, names, score)
                                                 : add_told (&match, score, names, place < 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike-match.h"

#include "directory/alike/dolen-alike-spelt.h"
#include "directory/alike/dolen-alike-words.h"

#include <math.h>
#include <string.h>

/* In bits, or parts of what a word weighs. */
#define WORDS_DEPEND 0.75 /* words of a name go together */
#define WHOLE_NAME                                                                                 \
  1.35                  /* of what tells one record from all: several rare words, none left over   \
                         */
#define FORM 0.4        /* "group", "session" */
#define UNSUPPORTED 0.6 /* of a word spelt otherwise, where neither contact nor door is one */
#define AROUND 0.5      /* a word that the other has in its organisation's name */
#define OF_BOTH_HOUSES 0.5 /* a word that only one name has, and both organisations */
#define SHARE_LITTLE 2.5   /* at most against names that share a word */
#define ONE_SIDED 0.2      /* a word that only one name has */
#define MARKS_DIFFER 10    /* "Monday" against "Tuesday", "2" against "3" */
#define MARK_ONE_SIDED 2.5 /* "Monday" against nothing */
#define MARK_IN_ONE_HOUSE 7
#define SILENT_OF_DAYS 1
/* Where one organisation offers both, names that differ were meant to differ. */
#define BOTH_IN_ONE_HOUSE 2.5
#define BOTH_ELSEWHERE 1.2
#define HOUSE_AND_GUESTS 5
#define TWO_HOUSES 5 /* the church and its hall */
#define A_BRANCH 3
#define PLACES_DIFFER 3
#define THING_OF_HOUSE 5
#define ONE_SIDED_IN_ONE_LIST 2 /* and in one list of it */
#define ONE_SIDED_IN_ONE_HOUSE 0.6

#define WHERE 0.5 /* of the town's name, where the postcode has said it */
#define ASIDE 0.2 /* of what a word in brackets weighs */
#define FORMER_MOST                                                                                \
  0.8 /* of what tells one record from all: who was called so is not all who was */

#define NO_NAME (-1e6) /* there is none to compare */

double
dolen_alike_scale (const DolenAlikeBook *book)
{
  return book->bits / log2 (DOLEN_ALIKE_SMALL_DIRECTORY + 1.0);
}

static double
word_weight (const DolenAlikeBook *book, guint number)
{
  const DolenAlikeKey *key = dolen_alike_book_key (book, number);
  return WORDS_DEPEND * key->bits * (key->form && book->kind == DOLEN_ALIKE_SERVICES ? FORM : 1);
}

/* A word of the organisation's own name: "Age Cymru lunch club". */
static gboolean
is_owners (const DolenAlikeBook *book, const DolenAlikeRecord *record, guint word)
{
  const DolenAlikeRecord *owner = dolen_alike_owner (book, record);
  return owner != NULL
         && (dolen_alike_has (owner->names[0], word) || dolen_alike_has (owner->names[1], word));
}

/* The other's organisation has it in its name, or the hall where it is, or that stands there. */
static gboolean
stands_around (DolenAlikeName *own, guint word, DolenAlikeName *other)
{
  const DolenAlikeRecord *owner = dolen_alike_owner (own->book, other->record);
  const DolenAlikeKey *key = dolen_alike_book_key (own->book, word);
  guint first, n;

  if (dolen_alike_has (other->record->around, word))
    return TRUE;
  if (owner == NULL)
    return FALSE;
  if (is_owners (own->book, other->record, word))
    return TRUE;
  for (guint which = 0; which < DOLEN_ALIKE_NAMES; which++)
    if (owner->initials[which] != NULL && key->length <= DOLEN_ALIKE_MAX_ACRONYM
        && dolen_alike_is_acronym (key->text, owner->initials[which], &first, &n))
      return TRUE;
  return FALSE;
}

/* ---- one name against another ---- */

static DolenAlikeName
get_name (const DolenAlikeMatch *match, const DolenAlikeRecord *record, guint which)
{
  return (DolenAlikeName){
    .book = match->book,
    .record = record,
    .words = record->names[which],
    .order = record->order[which],
    .initials = record->initials[which],
    .supported = match->fewest > 0 || match->best[DOLEN_ALIKE_POSTCODE] > 0,
  };
}

static gboolean
is_said_by (DolenAlikeName *own, guint word, const DolenAlikeRecord *owner)
{
  for (guint which = 0; which < DOLEN_ALIKE_NAMES; which++) {
    DolenAlikeName other = { .book = own->book,
                             .record = owner,
                             .words = owner->names[which],
                             .order = owner->order[which],
                             .initials = owner->initials[which] };

    own->looked = FALSE;
    own->stood_for = 0;
    if (other.words != NULL
        && (dolen_alike_has (other.words, word)
            || dolen_alike_find_otherwise (own, word, &other, FALSE) > 0))
      return TRUE;
  }
  return FALSE;
}

gboolean
dolen_alike_says_who (const DolenAlikeBook *book,
                      const DolenAlikeRecord *record,
                      const DolenAlikeRecord *owner)
{
  if (owner == NULL)
    return FALSE;
  for (guint which = 0; which < DOLEN_ALIKE_NAMES; which++) {
    DolenAlikeName own = { .book = book,
                           .record = record,
                           .words = record->names[which],
                           .order = record->order[which],
                           .initials = record->initials[which] };

    for (guint i = 0; own.words != NULL && i < own.words->len; i++) {
      guint word = g_array_index (own.words, guint, i);

      if (!dolen_alike_book_key (book, word)->form && !is_said_by (&own, word, owner))
        return FALSE;
    }
  }
  return TRUE;
}

typedef struct {
  double met;         /* weight of words in common */
  double left[2];     /* weight of words only one has */
  double of_house[2]; /* of them: of words of its own organisation */
  double met_house;   /* weight of words in common that are both organisations' */
  guint n_what[2];    /* words only one has that say what it is */
  guint n_met_house;
  guint n_marks[2];  /* words among those that tell groups apart */
  guint n_levels[2]; /* of them: of levels and ages */
  guint n_days[2];   /* of them: weekdays */
  guint n_marks_of_house;
  guint n_friends; /* the friends of a hospital are not the hospital */
  /* Of the words only one has: */
  guint n_places[2], n_houses[2], n_walls[2], n_gather[2], n_activities[2];
  gboolean has_walls[2];     /* a house that is no centre */
  gboolean has_house[2];     /* among all words */
  gboolean is_hall[2];       /* it is called as the hall where the other is */
  gboolean is_whole_hall[2]; /* and the hall as it, but for the town */
  guint n_left[2];
  guint n_met, n_misspelt;
} Comparison;

static gboolean
is_level (const char *mark)
{
  static const char *const levels[]
      = { "beginners", "improvers", "intermediate", "advanced", "juniors",
          "seniors",   "adults",    "children",     "youth",    NULL };

  return g_strv_contains (levels, mark);
}

static gboolean
is_weekday (const char *mark)
{
  static const char *const weekdays[]
      = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", NULL };

  return g_strv_contains (weekdays, mark);
}

/* "Thursday group" says nothing else than that it meets on Thursdays, where both do. */
static gboolean
is_told_otherwise (const DolenAlikeMatch *match, const char *mark)
{
  static const char *const hours[] = { "morning", "afternoon", "evening", NULL };
  static const char *const ages[]
      = { "juniors", "seniors", "adults", "children", "youth", "boys", "girls",
          "toddler", "teens",   "over",   "under",    "baby",  NULL };

  if (is_weekday (mark))
    return match->days_meet;
  if (g_strv_contains (hours, mark))
    return match->hours_meet;
  return match->ages_meet
         && (g_strv_contains (ages, mark) || (g_ascii_isdigit (mark[0]) && mark[1] != '\0'));
}

/* "Centre" says how people meet, and where. */
static gboolean
is_house (const DolenAlikeMatch *match, guint word)
{
  const DolenAlikeKey *key = dolen_alike_book_key (match->book, word);

  return key->house || g_str_equal (key->text, "centr");
}

/* The text of the other says for whom it is where its name does not. That something is online too,
 * or on which days, is said of much. */
static gboolean
is_told_by (const DolenAlikeName *own, const char *mark, const DolenAlikeName *other)
{
  return !g_str_equal (mark, "online") && !g_str_equal (mark, "telephone") && !is_weekday (mark)
         && !g_ascii_isdigit (mark[0])
         && dolen_alike_has (other->record->told, dolen_alike_told_find (own->book->told, mark));
}

/* What one explains in brackets, and the other leaves out. */
static gboolean
is_aside (const DolenAlikeMatch *match, DolenAlikeName *own, guint word, DolenAlikeName *other)
{
  const DolenAlikeKey *key = dolen_alike_book_key (match->book, word);

  return dolen_alike_has (own->record->aside, word) && other->record->aside->len == 0 && !key->marks
         && key->places == NULL
         && (!match->one_house || match->pair[0]->source != match->pair[1]->source);
}

static void
compare_left (const DolenAlikeMatch *match,
              DolenAlikeName *own,
              guint word,
              DolenAlikeName *other,
              guint side,
              Comparison *result)
{
  const DolenAlikeKey *key = dolen_alike_book_key (match->book, word);
  double weight = word_weight (match->book, word);
  gboolean ours = is_owners (match->book, own->record, word);
  gboolean around = stands_around (own, word, other);

  if (key->marks && (is_told_otherwise (match, key->text) || is_told_by (own, key->text, other)))
    return;
  if (is_aside (match, own, word, other)) {
    result->left[side] += weight * ASIDE;
    return;
  }
  if (!ours && around) {
    result->met += weight * AROUND;
    result->n_met++;
    result->n_misspelt++;
    return;
  }
  if (ours && around)
    weight *= OF_BOTH_HOUSES;
  result->left[side] += weight;
  result->of_house[side] += ours ? weight : 0;
  result->n_left[side]++;
  result->n_what[side] += !key->form;
  result->n_places[side]
      += key->places != NULL && !around
         && !dolen_alike_has (other->record->told,
                              dolen_alike_told_find (match->book->told, key->text));
  result->n_activities[side] += key->activity;
  result->n_houses[side] += is_house (match, word);
  result->n_walls[side] += key->house;
  result->n_gather[side] += key->gathers;
  result->n_marks[side] += key->marks;
  result->n_friends += g_str_equal (key->text, "friend");
  result->n_days[side] += key->marks && is_weekday (key->text);
  result->n_levels[side] += key->marks && is_level (key->text);
  result->n_marks_of_house += key->marks && ours && around;
}

static gboolean
stand_both_at (const DolenAlikeMatch *match, guint word)
{
  return dolen_alike_book_key (match->book, word)->places != NULL
         && dolen_alike_has (match->pair[0]->around, word)
         && dolen_alike_has (match->pair[1]->around, word);
}

/* Whether all words of a hall are of a name, but for towns. */
static gboolean
is_all_of (const DolenAlikeBook *book, const GArray *around, const GArray *name)
{
  for (guint i = 0; i < around->len; i++) {
    guint word = g_array_index (around, guint, i);

    if (!dolen_alike_has (name, word) && dolen_alike_book_key (book, word)->places == NULL)
      return FALSE;
  }
  return TRUE;
}

static void
compare_side (const DolenAlikeMatch *match,
              DolenAlikeName *own,
              DolenAlikeName *other,
              guint side,
              Comparison *result)
{
  result->is_hall[side] = own->words->len > 1;
  result->is_whole_hall[side] = is_all_of (match->book, other->record->around, own->words);
  for (guint i = 0; i < own->words->len; i++) {
    guint word = g_array_index (own->words, guint, i);
    double weight = word_weight (match->book, word);

    result->is_hall[side] &= dolen_alike_has (other->record->around, word);
    gboolean exact = dolen_alike_has (other->words, word);

    result->has_house[side] |= is_house (match, word);
    result->has_walls[side] |= dolen_alike_book_key (match->book, word)->house;
    /* What two are called after where both are says nothing of who they are. */
    if (exact && own->record != match->pair[side] && stand_both_at (match, word))
      continue;
    if (exact && match->best[DOLEN_ALIKE_POSTCODE] > 0 && stand_both_at (match, word))
      weight *= WHERE;
    double part = exact ? 1 : dolen_alike_find_otherwise (own, word, other, !match->one_house);

    if (!exact && part < 1 && !own->supported)
      part *= UNSUPPORTED;
    if (part <= 0) {
      compare_left (match, own, word, other, side, result);
      continue;
    }
    result->met += weight * part / 2;
    result->n_met++;
    if (match->like_house && exact && is_owners (match->book, own->record, word)
        && is_owners (match->book, other->record, word)) {
      result->met_house += weight / 2;
      result->n_met_house++;
    }
    result->n_misspelt += !exact;
  }
}

static Comparison
compare_words (const DolenAlikeMatch *match, DolenAlikeName *one, DolenAlikeName *other)
{
  Comparison result = { 0 };

  compare_side (match, one, other, 0, &result);
  compare_side (match, other, one, 1, &result);
  /* Two things of one house: its words in common tell nothing of them. */
  if (result.n_what[0] > 0 && result.n_what[1] > 0) {
    result.met -= result.met_house;
    result.n_met -= result.n_met_house;
  }
  /* "Juniors and seniors" is everybody. */
  for (guint side = 0; side < 2; side++)
    if (result.n_levels[side] >= 2)
      result.n_marks[side] -= result.n_levels[side];
  return result;
}

/* One door and one telephone are one house too, whatever it is called. */
static gboolean
is_one_door (const DolenAlikeMatch *match)
{
  return match->best[DOLEN_ALIKE_POSTCODE] > 0
         && (match->best[DOLEN_ALIKE_PHONE] > 0 || match->best[DOLEN_ALIKE_EMAIL] > 0);
}

static double
weigh_two_sided (const DolenAlikeMatch *match)
{
  return match->like_house || is_one_door (match) ? BOTH_IN_ONE_HOUSE : BOTH_ELSEWHERE;
}

static double
weigh_one_sided (const DolenAlikeMatch *match)
{
  if (!match->one_house)
    return ONE_SIDED;
  return match->pair[0]->source == match->pair[1]->source ? ONE_SIDED_IN_ONE_LIST
                                                          : ONE_SIDED_IN_ONE_HOUSE;
}

/* One list says the day in the name, and the other, which is another's, says none at all. */
static gboolean
is_silent_of_days (const DolenAlikeMatch *match, const Comparison *c)
{
  for (guint side = 0; side < 2; side++)
    if (c->n_days[side] > 0 && c->n_days[side] == c->n_marks[side] && c->n_marks[1 - side] == 0)
      return match->pair[1 - side]->days == 0 && match->pair[0]->source != match->pair[1]->source;
  return FALSE;
}

/* As far as names speak in a directory of this size. */
static double
weigh_marks (const DolenAlikeMatch *match, const Comparison *c)
{
  gboolean both = c->n_marks[0] > 0 && c->n_marks[1] > 0;
  gboolean others = c->n_left[0] > 0 && c->n_left[1] > 0;
  /* "Men's Shed" of Lampeter Men's Shed against "The Shed", but not against "Community Shed". */
  gboolean any = c->n_marks[0] + c->n_marks[1] > (others ? 0 : c->n_marks_of_house);
  double weight = MARK_ONE_SIDED;

  if (!any || (c->n_met == 0 && !both && !match->like_house))
    return 0;
  if (is_silent_of_days (match, c))
    return SILENT_OF_DAYS;
  if (match->like_house || match->best[DOLEN_ALIKE_PHONE] > 0 || match->best[DOLEN_ALIKE_EMAIL] > 0
      || c->n_friends > 0)
    weight = MARK_IN_ONE_HOUSE;
  return (both ? MARKS_DIFFER : weight) * dolen_alike_scale (match->book);
}

/* It says neither where it is nor whom to ask: the whole, of which the other may be a branch. */
static gboolean
is_nowhere (const DolenAlikeMatch *match, guint side)
{
  return match->fewest == 0 && match->pair[side]->districts == NULL
         && match->pair[side]->around->len == 0;
}

/* Brigg is not Barton. */
static double
weigh_places (const DolenAlikeMatch *match, const Comparison *c)
{
  for (guint side = 0; side < 2; side++)
    if (c->n_places[side] > 0 && c->n_places[1 - side] == 0 && is_nowhere (match, 1 - side))
      return A_BRANCH * dolen_alike_scale (match->book);
  if (c->n_places[0] == 0 || c->n_places[1] == 0)
    return 0;
  return PLACES_DIFFER * dolen_alike_scale (match->book);
}

/* "Coffee Morning at St Michael's" is not St Michael's Church. */
static double
weigh_things_of_house (const DolenAlikeMatch *match, const Comparison *c)
{
  for (guint side = 0; side < 2; side++)
    if (c->has_house[side] && c->n_activities[side] == 0 && c->n_activities[1 - side] > 0)
      return THING_OF_HOUSE * dolen_alike_scale (match->book);
  return 0;
}

/* The scouts' hall is not the scouts. */
static double
weigh_house_and_guests (const DolenAlikeMatch *match, const Comparison *c)
{
  for (guint side = 0; side < 2; side++)
    if (c->n_walls[side] > 0 && c->n_walls[1 - side] == 0 && c->has_walls[1 - side])
      return TWO_HOUSES * dolen_alike_scale (match->book);
  for (guint side = 0; side < 2; side++)
    if ((c->n_houses[side] > c->n_houses[1 - side] && c->n_gather[1 - side] > c->n_gather[side])
        || (c->is_hall[side] && !c->is_hall[1 - side]
            && (c->has_house[side] || c->is_whole_hall[side])))
      return HOUSE_AND_GUESTS * dolen_alike_scale (match->book);
  return 0;
}

static double
weigh (const DolenAlikeMatch *match, const Comparison *c)
{
  gboolean renamed = match->this_house && match->renamed;
  /* The old name of the house and the new do not tell two things of it apart. */
  double left[2] = { c->left[0] - (renamed ? c->of_house[0] : 0),
                     c->left[1] - (renamed ? c->of_house[1] : 0) };
  guint side = left[0] > left[1] ? 0 : 1;
  double both = left[1 - side], one = left[side] - both, house, most;

  if (c->n_met == 0)
    return -DOLEN_ALIKE_NOTHING - weigh_marks (match, c);
  /* Its own organisation's words left over on one side say who it is. */
  house = renamed ? 0 : MIN (one, c->of_house[side]);
  most = match->book->bits * (c->n_left[0] + c->n_left[1] == 0 ? WHOLE_NAME : 1);
  /* Names that share a word are never as far apart as those that share none. */
  return MAX (MIN (c->met, most) - both * weigh_two_sided (match)
                  - (one - house) * weigh_one_sided (match) - house * ONE_SIDED,
              match->like_house ? -DOLEN_ALIKE_NOTHING : -SHARE_LITTLE)
         - weigh_marks (match, c) - weigh_house_and_guests (match, c) - weigh_places (match, c)
         - weigh_things_of_house (match, c);
}

static double
compare_name (const DolenAlikeMatch *match,
              const DolenAlikeRecord *const pair[2],
              guint first,
              guint second,
              DolenAlikeSame *same)
{
  DolenAlikeName one = get_name (match, pair[0], first), other = get_name (match, pair[1], second);
  Comparison c;

  *same = DOLEN_ALIKE_OTHER_NAME;
  if (one.words == NULL || other.words == NULL)
    return NO_NAME;
  c = compare_words (match, &one, &other);
  if (c.n_left[0] + c.n_left[1] == 0 && c.n_misspelt == 0)
    *same = DOLEN_ALIKE_SAME_NAME;
  else if (c.n_what[0] + c.n_what[1] == 0 && c.n_met > 0)
    *same = DOLEN_ALIKE_SAME_BUT_FORM;
  return weigh (match, &c);
}

/* Where both have both names the worse one counts: "Carers' Cafe Cardigan" and "Carers' Cafe
 * Aberaeron" may both be "Caffi Gofalwyr". Else the best of all, for a feed may write a Welsh name
 * where the English one belongs. */
double
dolen_alike_compare_names (const DolenAlikeMatch *match,
                           const DolenAlikeRecord *const pair[2],
                           DolenAlikeSame *same)
{
  DolenAlikeSame how[DOLEN_ALIKE_NAMES];
  double scores[DOLEN_ALIKE_NAMES], best;

  for (guint i = 0; i < DOLEN_ALIKE_NAMES; i++)
    scores[i] = compare_name (match, pair, i, i, &how[i]);
  if (pair[0]->names[0] != NULL && pair[0]->names[1] != NULL && pair[1]->names[0] != NULL
      && pair[1]->names[1] != NULL) {
    *same = MIN (how[0], how[1]);
    return MIN (scores[0], scores[1]);
  }
  best = MAX (scores[0], scores[1]);
  *same = scores[0] >= scores[1] ? how[0] : how[1];
  for (guint i = 0; i < DOLEN_ALIKE_NAMES; i++) {
    DolenAlikeSame crossed;
    double score = compare_name (match, pair, i, 1 - i, &crossed);

    *same = score > best ? crossed : *same;
    best = MAX (best, score);
  }
  return best > NO_NAME ? best : -DOLEN_ALIKE_NOTHING;
}

double
dolen_alike_compare_former (const DolenAlikeMatch *match,
                            const DolenAlikeRecord *const pair[2],
                            DolenAlikeSame *same)
{
  double best = NO_NAME;

  for (guint side = 0; side < 2; side++) {
    const DolenAlikeRecord *formers[2] = { pair[side]->former, match->pair[side]->former };

    for (guint i = 0; i < (formers[0] == formers[1] ? 1 : 2); i++) {
      const DolenAlikeRecord *one[2] = { pair[0], pair[1] };
      DolenAlikeSame how;
      double score;

      if (formers[i] == NULL)
        continue;
      one[side] = formers[i];
      score = dolen_alike_compare_names (match, one, &how);
      *same = score > best ? how : *same;
      best = MAX (best, score);
    }
  }
  return MIN (best, FORMER_MOST * match->book->bits);
}

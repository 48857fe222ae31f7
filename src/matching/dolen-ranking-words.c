/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-ranking-words.h"

#include "matching/dolen-query-private.h"

#include <glib/gi18n-lib.h>

/* Why nothing suits, by what bars the most. The counts follow in brackets, so that no noun has to
 * agree with a number. */
static const char *const why[DOLEN_N_CRITERIA] = {
  /* Translators: a count follows in brackets: (12 of 14). So it does with those below. */
  [DOLEN_CRITERION_LISTING] = N_ ("Nothing here suits, because what offers it has closed"),
  [DOLEN_CRITERION_AGE] = N_ ("Nothing here suits, because what offers it is for another age"),
  [DOLEN_CRITERION_ELIGIBILITY]
  = N_ ("Nothing here suits, because what offers it is for other people"),
  [DOLEN_CRITERION_DISTANCE] = N_ ("Nothing here suits, because what offers it is too far away"),
  [DOLEN_CRITERION_TRAVEL] = N_ ("Nothing here suits, because they cannot get to what offers it"),
  [DOLEN_CRITERION_CAPACITY]
  = N_ ("Nothing here suits, because what offers it has no place soon enough"),
  [DOLEN_CRITERION_COST] = N_ ("Nothing here suits, because what offers it costs too much"),
  [DOLEN_CRITERION_PLACE]
  = N_ ("Nothing here suits, because what offers it meets where they do not go"),
  [DOLEN_CRITERION_SAFEGUARDING]
  = N_ ("Nothing here suits, because what offers it is known to lack safeguarding"),
  [DOLEN_CRITERION_TRIED] = N_ ("Nothing here suits, because what offers it is not wanted again"),
};

/* Of every other criterion, barriers among them. */
#define WHY_NOT N_ ("Nothing here suits, because what offers it is known not to fit")

/* What alone stands in the way of some, and could be otherwise. */
static const struct {
  DolenCriterion criterion;
  const char *text;
} changes[] = {
  /* Translators: a count of groups follows, as with those below: "Farther: 12." */
  { DOLEN_CRITERION_DISTANCE, N_ ("Farther") },
  /* Translators: with a car, a bus, a lift that is not theirs now. */
  { DOLEN_CRITERION_TRAVEL, N_ ("With another way of getting there") },
  { DOLEN_CRITERION_COST, N_ ("If it may cost more") },
  { DOLEN_CRITERION_CAPACITY, N_ ("With a longer wait") },
  { DOLEN_CRITERION_PLACE, N_ ("In another kind of place") },
};

static guint
count_suitable (const DolenRanking *ranking)
{
  return ranking->counts[DOLEN_BAND_READY] + ranking->counts[DOLEN_BAND_HELP]
         + ranking->counts[DOLEN_BAND_WAIT];
}

/* What bars most; of equals, what bars more of them alone. */
static DolenCriterion
find_worst (const DolenRanking *ranking)
{
  DolenCriterion worst = DOLEN_CRITERION_LISTING;

  for (guint c = 0; c < DOLEN_N_CRITERIA; c++)
    if (ranking->barred[c] > ranking->barred[worst]
        || (ranking->barred[c] == ranking->barred[worst]
            && ranking->barred_alone[c] > ranking->barred_alone[worst]))
      worst = (DolenCriterion) c;
  return worst;
}

char *
dolen_ranking_say_changes (const DolenRanking *ranking, DolenLanguage language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    guint n = ranking->barred_alone[changes[i].criterion];

    if (n == 0)
      continue;
    /* Translators: what could be otherwise, "Farther", then how many groups there would be. */
    g_string_append_printf (
        text, dolen_text (language, "%1$s: %2$u."), dolen_text (language, changes[i].text), n);
    g_string_append_c (text, ' ');
  }
  g_string_truncate (text, text->len > 0 ? text->len - 1 : 0);
  return g_strdup (text->str);
}

char *
dolen_ranking_say_nothing (const DolenRanking *ranking, DolenLanguage language)
{
  guint all = ranking->counts[DOLEN_BAND_UNSUITABLE];
  DolenCriterion worst = find_worst (ranking);
  g_autofree char *otherwise = NULL;
  g_autofree char *said = NULL;

  if (count_suitable (ranking) > 0)
    return NULL;
  if (all == 0)
    return g_strdup (dolen_text (
        language, "Nothing here suits, because no group says that it offers what is sought."));
  /* Translators: first "Nothing here suits, because ...", then of how many groups that is so, then
   * of how many there are. */
  said = g_strdup_printf (dolen_text (language, "%1$s (%2$u of %3$u)."),
                          dolen_text (language, why[worst] != NULL ? why[worst] : WHY_NOT),
                          ranking->barred[worst],
                          all);
  otherwise = dolen_ranking_say_changes (ranking, language);
  return otherwise[0] == '\0' ? g_steal_pointer (&said) : g_strconcat (said, " ", otherwise, NULL);
}

static char *
join_wishes (const DolenQuery *query, guint64 met, DolenLanguage language)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint w = 0; w < MIN (query->n_wishes, DOLEN_MOST_WISHES_COMBINED); w++)
    if ((met >> w) & 1)
      g_ptr_array_add (labels,
                       (gpointer) dolen_term_label (
                           dolen_facts_tag_term (query->facts, query->wishes[w]), language));
  g_ptr_array_add (labels, NULL);
  return g_strjoinv (", ", (char **) labels->pdata);
}

char *
dolen_ranking_say_wishes (const DolenRanking *ranking,
                          const DolenProfile *profile,
                          guint64 met,
                          DolenLanguage language)
{
  g_autoptr (DolenQuery) query = dolen_query_new (ranking->facts, profile);

  return join_wishes (query, met, language);
}

/* Which of the wishes any service meets, whether it suits or not. */
static guint64
offered_at_all (const DolenQuery *query, guint64 wishes)
{
  guint64 offered = 0;

  for (guint w = 0; w < MIN (query->n_wishes, DOLEN_MOST_WISHES_COMBINED); w++)
    if ((wishes >> w) & 1)
      offered |= (guint64) (dolen_query_count_offers (query, w) > 0) << w;
  return offered;
}

/* @nobody: wishes that nothing suitable meets. */
static char *
say_nobody (const DolenQuery *query, guint64 nobody, DolenLanguage language)
{
  guint64 elsewhere = offered_at_all (query, nobody);
  g_autoptr (GString) said = g_string_new (NULL);

  if (nobody != elsewhere) {
    g_autofree char *wishes = join_wishes (query, nobody & ~elsewhere, language);

    /* Translators: interests and needs that no group offers: "Found nowhere: Debt." */
    g_string_append_printf (said, dolen_text (language, "Found nowhere: %s."), wishes);
  }
  if (elsewhere != 0) {
    g_autofree char *wishes = join_wishes (query, elsewhere, language);

    g_string_append (said, said->len > 0 ? " " : "");
    /* Translators: interests and needs that only groups offer which do not suit, for they are too
     * far away or for other people: a list such as "Debt, Singing". */
    g_string_append_printf (
        said, dolen_text (language, "Found only where it does not suit: %s."), wishes);
  }
  return g_string_free (g_steal_pointer (&said), FALSE);
}

char *
dolen_ranking_say_nobody (const DolenRanking *ranking,
                          const DolenProfile *profile,
                          DolenLanguage language)
{
  g_autoptr (DolenQuery) query = NULL;

  if (ranking->combination.nobody == 0 || count_suitable (ranking) == 0)
    return NULL;
  query = dolen_query_new (ranking->facts, profile);
  return say_nobody (query, ranking->combination.nobody, language);
}

guint64
dolen_combination_adds (const DolenCombination *combination, guint m)
{
  guint64 before = 0;

  for (guint i = 0; i < m; i++)
    before |= combination->members[i].met;
  return combination->members[m].met & ~before;
}

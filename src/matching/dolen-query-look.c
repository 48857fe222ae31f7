/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-query-private.h"

#include <math.h>
#include <string.h>

/*
 * What the tags of one service say to a query: one walk over a few of them, asked of every service
 * of the directory, whatever it is about. All else is asked only of what is relevant.
 */

#define AT_ONCE 32u /* tags */

static void
look_at_wishes (const DolenQuery *query,
                const DolenTermEntry *entry,
                DolenFactTag tag,
                DolenLook *look)
{
  const DolenMeeting *meetings = (const DolenMeeting *) (gpointer) query->meetings->data;
  guint founded = dolen_fact_tag_founded (tag);

  for (guint m = entry->first_meeting; m < entry->first_meeting + entry->n_meetings; m++) {
    DolenWishLook *wish = &look->wishes[meetings[m].wish];

    wish->worth = MAX (wish->worth, meetings[m].worth);
    wish->strength = MAX (wish->strength, meetings[m].strength[founded]);
    wish->value = MAX (wish->value, meetings[m].value[founded]);
  }
}

/* A known no counts where the very wish is denied, or all that it stands for. */
static void
look_at_no (const DolenQuery *query, DolenFactTag tag, DolenLook *look)
{
  guint number = dolen_fact_tag_number (tag);

  for (guint w = 0; w < query->n_wishes; w++)
    if (query->wishes[w] == number)
      look->wishes[w].no = TRUE;
}

static void
look_at_enabler (const DolenQuery *query, DolenFactTag tag, DolenLook *look)
{
  const DolenBarrierMasks *masks
      = &query->enablers[dolen_fact_tag_number (tag) - DOLEN_FACT_ENABLERS];

  if (dolen_fact_tag_is_no (tag)) {
    look->barriers_blocked |= masks->blocks;
    return;
  }
  look->barriers_full |= masks->full;
  look->barriers_partly |= masks->partly;
}

static void
look_at_tag (const DolenQuery *query, DolenFactTag tag, DolenLook *look)
{
  guint number = dolen_fact_tag_number (tag);
  const DolenTermEntry *entry = &query->terms[number];

  if (number >= DOLEN_FACT_ENABLERS)
    look_at_enabler (query, tag, look);
  if (dolen_fact_tag_is_no (tag)) {
    look->marks_no |= entry->marks;
    if (entry->n_meetings > 0)
      look_at_no (query, tag, look);
    return;
  }
  look->marks_yes |= entry->marks;
  if (tag & DOLEN_FACT_IN_NAME)
    look->marks_in_name |= entry->marks;
  if (tag & DOLEN_FACT_CONFIRMED)
    look->marks_confirmed |= entry->marks;
  if (entry->n_meetings > 0)
    look_at_wishes (query, entry, tag, look);
}

/* Most tags say nothing to a query. They are sorted out without a branch, which no processor could
 * foresee, before anything is done. */
static void
look_at_tags (const DolenQuery *query, const DolenFactTag *tags, guint n, DolenLook *look)
{
  DolenFactTag asked[AT_ONCE];
  guint n_asked = 0;

  for (guint t = 0; t < n; t++) {
    asked[n_asked] = tags[t];
    n_asked += query->asks_of[dolen_fact_tag_number (tags[t])];
  }
  for (guint t = 0; t < n_asked; t++)
    look_at_tag (query, asked[t], look);
}

/* A need of its own kind in the name says for whom it is. So does one that a person confirmed, and
 * a delicate one however it is said, where nothing else that the profile needs help with is met
 * there.
 */
static gboolean
is_of_others (const DolenQuery *query, const DolenLook *look)
{
  if (look->marks_in_name & DOLEN_MARK_OF_OTHERS)
    return TRUE;
  if (!(look->marks_confirmed & DOLEN_MARK_OF_OTHERS) && !(look->marks_yes & DOLEN_MARK_DELICATE))
    return FALSE;
  for (guint w = query->n_interests; w < query->n_wishes; w++)
    if (look->wishes[w].worth >= DOLEN_WORTH_MET)
      return FALSE;
  return TRUE;
}

void
dolen_query_look (const DolenQuery *query, guint index, DolenVerdicts *verdicts)
{
  const DolenFacts *facts = query->facts;
  DolenLook *look = &verdicts->look;

  memset (look, 0, G_STRUCT_OFFSET (DolenLook, wishes) + query->n_wishes * sizeof (DolenWishLook));
  for (guint32 t = facts->first_tag[index]; t < facts->first_tag[index + 1]; t += AT_ONCE)
    look_at_tags (query, facts->tags + t, MIN (facts->first_tag[index + 1] - t, AT_ONCE), look);
  verdicts->relevant = query->own_words ? dolen_query_has_flag (query, index, DOLEN_FLAG_WORDS)
                                        : query->n_wishes == 0;
  for (guint w = 0; w < query->n_wishes; w++) {
    verdicts->relevant |= dolen_query_is_close (query, look, w);
    look->strongest = MAX (look->strongest, look->wishes[w].strength);
  }
  look->of_others = is_of_others (query, look);
}

void
dolen_query_judge (const DolenQuery *query, guint index, DolenVerdicts *verdicts)
{
  dolen_query_look (query, index, verdicts);
  dolen_query_judge_looked (query, index, verdicts);
  dolen_query_score (query, index, verdicts);
}

double
dolen_query_distance_km (const DolenQuery *query, guint index, double *precision_km)
{
  const DolenFacts *facts = query->facts;
  double nearest = NAN;
  double precision = 0;

  for (guint v = facts->first_venue[index]; query->km != NULL && v < facts->first_venue[index + 1];
       v++)
    if (isnan (nearest) || query->km[v] < nearest) {
      nearest = query->km[v];
      precision = dolen_facts_precision_km (facts, v);
    }
  /* What is known of the person's own place counts too. */
  if (precision_km != NULL)
    *precision_km = MAX (precision, query->profile->position.precision_km);
  return nearest;
}

guint
dolen_query_wish (const DolenQuery *query, guint index, guint wish, int *tag)
{
  const DolenFacts *facts = query->facts;
  guint best = 0, best_rank = 0;

  *tag = -1;
  for (guint32 t = facts->first_tag[index]; t < facts->first_tag[index + 1]; t++) {
    const DolenTermEntry *entry = &query->terms[dolen_fact_tag_number (facts->tags[t])];

    for (guint m = 0; !dolen_fact_tag_is_no (facts->tags[t]) && m < entry->n_meetings; m++) {
      const DolenMeeting *meeting
          = &g_array_index (query->meetings, DolenMeeting, entry->first_meeting + m);
      guint rank = 2u * meeting->worth + dolen_fact_tag_is_strong (facts->tags[t]);

      if (meeting->wish != wish || rank <= best_rank)
        continue;
      best = meeting->worth;
      best_rank = rank;
      *tag = (int) t;
    }
  }
  return best;
}

DolenVerdict
dolen_query_barrier (const DolenQuery *query, guint index, guint barrier, int *enabler)
{
  const DolenFacts *facts = query->facts;
  DolenVerdicts verdicts;
  DolenVerdict verdict;
  guint b = 0;

  *enabler = -1;
  while (b < query->n_barriers && query->barriers[b].barrier != barrier)
    b++;
  if (b == query->n_barriers)
    return DOLEN_VERDICT_NONE;
  dolen_query_look (query, index, &verdicts);
  verdict = dolen_look_barriers (&verdicts.look, G_GUINT64_CONSTANT (1) << b);
  for (guint32 t = facts->first_tag[index]; t < facts->first_tag[index + 1]; t++) {
    guint number = dolen_fact_tag_number (facts->tags[t]);
    const DolenBarrierMasks *masks;
    guint64 says;

    if (number < DOLEN_FACT_ENABLERS
        || dolen_fact_tag_is_no (facts->tags[t]) != (verdict == DOLEN_VERDICT_NO))
      continue;
    masks = &query->enablers[number - DOLEN_FACT_ENABLERS];
    says = verdict == DOLEN_VERDICT_YES  ? masks->full
           : verdict == DOLEN_VERDICT_NO ? masks->blocks
                                         : masks->partly;
    if ((says >> b) & 1) {
      *enabler = (int) (number - DOLEN_FACT_ENABLERS);
      break;
    }
  }
  return verdict;
}

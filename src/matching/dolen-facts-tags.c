/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-private.h"

#include <string.h>

/*
 * Tags come in any order and are filed all at once: counted, put into their service's run, and each
 * run put into the order of its terms.
 */

typedef struct {
  guint32 service;
  DolenFactTag tag;
} LooseTag;

/* A tag that is to go at the next filing; no term has that number. */
#define DROPPED ((DolenFactTag) 0xffff)

GArray *
dolen_facts_loose_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (LooseTag));
}

void
dolen_facts_add_loose (GArray *loose_tags,
                       guint index,
                       const DolenTerm *term,
                       gboolean value,
                       DolenTagStrength strength)
{
  LooseTag loose = { index, 0 };

  if (term->kind == DOLEN_TERM_BARRIER)
    return;
  loose.tag = (DolenFactTag) dolen_fact_number (term->kind, term->index);
  if (strength == DOLEN_STRENGTH_CONFIRMED)
    loose.tag |= DOLEN_FACT_CONFIRMED;
  else if (strength == DOLEN_STRENGTH_IN_NAME)
    loose.tag |= DOLEN_FACT_IN_NAME;
  else if (strength == DOLEN_STRENGTH_FOR_WHOM)
    loose.tag |= DOLEN_FACT_FOR_WHOM | DOLEN_FACT_BESIDE;
  if (!value)
    loose.tag |= DOLEN_FACT_NO;
  g_array_append_val (loose_tags, loose);
}

void
dolen_facts_add_tag (DolenFacts *facts,
                     guint index,
                     const DolenTerm *term,
                     gboolean value,
                     DolenTagStrength strength)
{
  if (facts->loose == NULL)
    facts->loose = dolen_facts_loose_new ();
  dolen_facts_add_loose (facts->loose, index, term, value, strength);
}

void
dolen_facts_take_loose (DolenFacts *facts, GArray *loose)
{
  if (facts->loose == NULL) {
    facts->loose = loose;
    return;
  }
  g_array_append_vals (facts->loose, loose->data, loose->len);
  g_array_unref (loose);
}

/* By term, a yes before a no. */
static guint
order_of (DolenFactTag tag)
{
  return dolen_fact_tag_number (tag) << 1 | dolen_fact_tag_is_no (tag);
}

/* Of the same term and answer. */
static DolenFactTag
joined (DolenFactTag a, DolenFactTag b)
{
  return (DolenFactTag) (((a | b) & ~DOLEN_FACT_BESIDE) | (a & b & DOLEN_FACT_BESIDE));
}

/* Leaves out what is beside nothing. Returns: the new length of the run */
static guint32
leave_out_lone (DolenFactTag *tags, guint32 n)
{
  guint32 kept = 0;

  for (guint32 t = 0; t < n; t++)
    if (!(tags[t] & DOLEN_FACT_BESIDE))
      tags[kept++] = tags[t];
  return kept;
}

/* Puts a run into order, leaves out what was dropped and joins what is said twice. Runs are short.
 * Returns: its new length */
static guint32
tidy (DolenFactTag *tags, guint32 n)
{
  guint32 kept = 0;

  for (guint32 t = 0; t < n; t++) {
    DolenFactTag tag = tags[t];
    guint32 at = kept;

    if (tag == DROPPED)
      continue;
    while (at > 0 && order_of (tags[at - 1]) > order_of (tag))
      at--;
    if (at > 0 && order_of (tags[at - 1]) == order_of (tag)) {
      tags[at - 1] = joined (tags[at - 1], tag);
      continue;
    }
    for (guint32 last = kept++; last > at; last--)
      tags[last] = tags[last - 1];
    tags[at] = tag;
  }
  return leave_out_lone (tags, kept);
}

/* Where the runs begin that hold what is filed and what is loose. */
static guint32 *
begin_runs (const DolenFacts *facts)
{
  guint32 *first = g_new0 (guint32, facts->n + 1);

  for (guint t = 0; t < facts->loose->len; t++)
    first[g_array_index (facts->loose, LooseTag, t).service + 1]++;
  for (guint i = 0; i < facts->n; i++)
    first[i + 1] += first[i] + facts->first_tag[i + 1] - facts->first_tag[i];
  return first;
}

static guint8
count_interests (const DolenFactTag *tags, guint32 n)
{
  guint count = 0;

  for (guint32 t = 0; t < n && dolen_fact_tag_kind (tags[t]) == DOLEN_TERM_INTEREST; t++)
    count += !dolen_fact_tag_is_no (tags[t]);
  return (guint8) MIN (count, G_MAXUINT8);
}

void
dolen_facts_count_services (DolenFacts *facts)
{
  memset (facts->services_of, 0, sizeof facts->services_of);
  for (guint32 t = 0; t < facts->first_tag[facts->n]; t++)
    if (!dolen_fact_tag_is_no (facts->tags[t]))
      facts->services_of[dolen_fact_tag_number (facts->tags[t])]++;
}

void
dolen_facts_file_tags (DolenFacts *facts)
{
  g_autofree guint32 *first = NULL;
  g_autofree guint32 *next = NULL;
  DolenFactTag *tags;
  guint32 end = 0;

  if (facts->loose == NULL)
    return;
  first = begin_runs (facts);
  next = g_memdup2 (first, (facts->n + 1) * sizeof *first);
  tags = g_new (DolenFactTag, first[facts->n] + 1);
  for (guint i = 0; i < facts->n; i++)
    for (guint32 t = facts->first_tag[i]; t < facts->first_tag[i + 1]; t++)
      tags[next[i]++] = facts->tags[t];
  for (guint t = 0; t < facts->loose->len; t++) {
    const LooseTag *loose = &g_array_index (facts->loose, LooseTag, t);

    tags[next[loose->service]++] = loose->tag;
  }
  for (guint i = 0; i < facts->n; i++) {
    guint32 n = tidy (tags + first[i], first[i + 1] - first[i]);

    if (end != first[i])
      memmove (tags + end, tags + first[i], n * sizeof *tags);
    facts->n_interests[i] = count_interests (tags + end, n);
    facts->first_tag[i] = end;
    end += n;
  }
  facts->first_tag[facts->n] = end;
  g_free (facts->tags);
  facts->tags = g_renew (DolenFactTag, tags, MAX (end, 1));
  dolen_facts_count_services (facts);
  g_clear_pointer (&facts->loose, g_array_unref);
}

const DolenTerm *
dolen_facts_tag_term (const DolenFacts *facts, DolenFactTag tag)
{
  return dolen_vocabulary_term (
      facts->vocabulary, dolen_fact_tag_kind (tag), dolen_fact_tag_index (tag));
}

DolenFactTag *
dolen_facts_find_tag (
    const DolenFacts *facts, guint index, DolenTermKind kind, guint term, gboolean value)
{
  guint number = dolen_fact_number (kind, term);

  for (guint32 t = facts->first_tag[index]; t < facts->first_tag[index + 1]; t++)
    if (dolen_fact_tag_number (facts->tags[t]) == number
        && dolen_fact_tag_is_no (facts->tags[t]) != value)
      return &facts->tags[t];
  return NULL;
}

void
dolen_facts_drop_tag (DolenFacts *facts, DolenFactTag *tag)
{
  *tag = DROPPED;
  if (facts->loose == NULL)
    facts->loose = dolen_facts_loose_new ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-columns.h"

#include <string.h>

#define COLUMN(name)                                                                               \
  {                                                                                                \
    G_STRUCT_OFFSET (DolenFacts, name), sizeof (*((DolenFacts *) NULL)->name)                      \
  }

const DolenFactsColumn dolen_facts_columns[] = {
  COLUMN (id),          COLUMN (uid),        COLUMN (name_rank), COLUMN (listing),
  COLUMN (confirmed),   COLUMN (capacity),   COLUMN (eligible),  COLUMN (pence),
  COLUMN (languages),   COLUMN (attending),  COLUMN (access),    COLUMN (assured),
  COLUMN (places_all),  COLUMN (places_any), COLUMN (days),      COLUMN (slots),
  COLUMN (funded_days), COLUMN (minutes),    COLUMN (next_days), COLUMN (rhythm),
  COLUMN (n_interests), COLUMN (owner),      COLUMN (area),
};

const gsize dolen_facts_n_columns = G_N_ELEMENTS (dolen_facts_columns);

DolenFacts *
dolen_facts_alloc (DolenVocabulary *vocabulary, const char *today, guint n, guint n_venues)
{
  DolenFacts *facts = g_new0 (DolenFacts, 1);

  g_atomic_ref_count_init (&facts->ref_count);
  facts->n = n;
  facts->today = g_strdup (today);
  facts->vocabulary = dolen_vocabulary_ref (vocabulary);
  for (gsize c = 0; c < dolen_facts_n_columns; c++)
    DOLEN_FACTS_COLUMN (facts, c) = g_malloc0_n (MAX (n, 1), dolen_facts_columns[c].size);
  facts->first_venue = g_new0 (guint32, n + 1);
  facts->n_venues = n_venues;
  facts->latitude = g_new0 (float, MAX (n_venues, 1));
  facts->longitude = g_new0 (float, MAX (n_venues, 1));
  facts->precision = g_new0 (guint8, MAX (n_venues, 1));
  facts->postcode = g_new0 (guint32, MAX (n_venues, 1));
  facts->first_tag = g_new0 (guint32, n + 1);
  facts->tags = g_new0 (DolenFactTag, 1);
  facts->odd_uids = g_ptr_array_new_with_free_func (g_free);
  facts->language_codes = g_ptr_array_new_with_free_func (g_free);
  facts->areas = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++) {
    facts->confirmed[i] = facts->funded_days[i] = facts->minutes[i] = facts->next_days[i] = -1;
    facts->pence[i] = -1;
    facts->owner[i] = DOLEN_NO_OWNER;
    facts->eligible[i] = (DolenEligibilityFact){ -1, -1, 0, 0 };
    facts->capacity[i] = (DolenCapacityFact){ DOLEN_CAPACITY_UNKNOWN, 0, -1, -1, -1, -1, -1 };
  }
  return facts;
}

DolenFacts *
dolen_facts_ref (DolenFacts *facts)
{
  g_atomic_ref_count_inc (&facts->ref_count);
  return facts;
}

void
dolen_facts_unref (DolenFacts *facts)
{
  if (facts == NULL || !g_atomic_ref_count_dec (&facts->ref_count))
    return;
  for (gsize c = 0; c < dolen_facts_n_columns; c++)
    g_free (DOLEN_FACTS_COLUMN (facts, c));
  g_free (facts->first_venue);
  g_free (facts->latitude);
  g_free (facts->longitude);
  g_free (facts->precision);
  g_free (facts->postcode);
  g_free (facts->first_tag);
  g_free (facts->tags);
  g_free (facts->owners);
  g_free (facts->by_uid);
  g_clear_pointer (&facts->loose, g_array_unref);
  g_ptr_array_unref (facts->odd_uids);
  g_ptr_array_unref (facts->language_codes);
  g_ptr_array_unref (facts->areas);
  dolen_vocabulary_unref (facts->vocabulary);
  g_free (facts->today);
  g_free (facts);
}

gsize
dolen_facts_bytes (const DolenFacts *facts)
{
  gsize bytes = sizeof *facts + strlen (facts->today) + 1;

  for (gsize c = 0; c < dolen_facts_n_columns; c++)
    bytes += facts->n * dolen_facts_columns[c].size;
  bytes += 2 * (facts->n + 1) * sizeof (guint32); /* first_venue, first_tag */
  bytes += facts->n_venues * (2 * sizeof (float) + sizeof (guint32) + sizeof (guint8));
  bytes += facts->first_tag[facts->n] * sizeof (DolenFactTag);
  bytes += facts->n_owners * sizeof (DolenOwnerFact);
  bytes += facts->by_uid != NULL ? facts->n * sizeof (guint32) : 0;
  for (guint u = 0; u < facts->odd_uids->len; u++)
    bytes += sizeof (gpointer) + strlen (g_ptr_array_index (facts->odd_uids, u)) + 1;
  for (guint l = 0; l < facts->language_codes->len; l++)
    bytes += sizeof (gpointer) + strlen (g_ptr_array_index (facts->language_codes, l)) + 1;
  for (guint a = 0; a < facts->areas->len; a++)
    bytes += sizeof (gpointer) + strlen (g_ptr_array_index (facts->areas, a)) + 1;
  return bytes + (facts->loose != NULL ? facts->loose->len * sizeof (guint64) : 0);
}

guint64
dolen_facts_language_bit (const DolenFacts *facts, const char *code)
{
  for (guint i = 0; i < facts->language_codes->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (facts->language_codes, i), code) == 0)
      return G_GUINT64_CONSTANT (1) << i;
  return 0;
}

guint64
dolen_facts_add_language (DolenFacts *facts, const char *code)
{
  guint64 bit = dolen_facts_language_bit (facts, code);

  if (bit != 0 || facts->language_codes->len == 64)
    return bit;
  g_ptr_array_add (facts->language_codes, g_ascii_strdown (code, -1));
  return G_GUINT64_CONSTANT (1) << (facts->language_codes->len - 1);
}

guint8
dolen_facts_add_area (DolenFacts *facts, const char *area)
{
  guint at = 0;

  if (area == NULL || *area == '\0')
    return 0;
  while (at < facts->areas->len && strcmp (g_ptr_array_index (facts->areas, at), area) != 0)
    at++;
  if (at == G_MAXUINT8)
    return 0;
  if (at == facts->areas->len)
    g_ptr_array_add (facts->areas, g_strdup (area));
  return (guint8) (at + 1);
}

DolenFacts *
dolen_facts_new (DolenDb *directory,
                 DolenVocabulary *vocabulary,
                 GCancellable *cancellable,
                 GError **error)
{
  DolenFacts *facts = dolen_facts_read (directory, vocabulary, 0, cancellable, error);

  if (facts != NULL)
    dolen_facts_seal (facts);
  return facts;
}

/* A place of the name, before ranks are given. */
typedef struct {
  guint64 begins; /* its first eight bytes, as a number: seldom is more needed */
  const char *name;
  guint32 index;
} NamePlace;

static guint64
beginning_of (const char *name)
{
  guint64 begins = 0;

  for (guint b = 0; b < sizeof begins; b++) {
    begins = begins << 8 | (guint8) *name;
    name += *name != '\0';
  }
  return begins;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const NamePlace *x = a, *y = b;

  if (x->begins != y->begins)
    return x->begins < y->begins ? -1 : 1;
  return strcmp (x->name, y->name);
}

void
dolen_facts_rank_names (DolenFacts *facts, const char *const *names)
{
  g_autofree NamePlace *places = g_new (NamePlace, facts->n + 1);
  guint32 rank = 0;

  for (guint i = 0; i < facts->n; i++)
    places[i] = (NamePlace){ beginning_of (names[i]), names[i], i };
  qsort (places, facts->n, sizeof *places, compare_names);
  for (guint p = 0; p < facts->n; p++) {
    rank += p > 0 && strcmp (places[p - 1].name, places[p].name) != 0;
    facts->name_rank[places[p].index] = rank;
  }
}

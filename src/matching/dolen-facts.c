/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-private.h"

#include "base/dolen-time.h"

#include <string.h>

/* The columns one service has an entry in, for making, freeing and copying them alike. */
#define COLUMN(name)                                                                               \
  {                                                                                                \
    G_STRUCT_OFFSET (DolenFacts, name), sizeof (*((DolenFacts *) NULL)->name)                      \
  }

static const struct {
  gsize offset;
  gsize size;
} columns[] = {
  COLUMN (id),        COLUMN (uid),       COLUMN (name),     COLUMN (listing),
  COLUMN (confirmed), COLUMN (made_here), COLUMN (interest), COLUMN (interest_no),
  COLUMN (need),      COLUMN (enabler),   COLUMN (capacity), COLUMN (eligible),
  COLUMN (pence),     COLUMN (languages), COLUMN (days),     COLUMN (attending),
  COLUMN (access),
};

#define COLUMN_OF(facts, c) G_STRUCT_MEMBER (char *, facts, columns[c].offset)

DolenFacts *
dolen_facts_alloc (DolenVocabulary *vocabulary, const char *today, guint n, guint n_venues)
{
  DolenFacts *facts = g_new0 (DolenFacts, 1);

  g_atomic_ref_count_init (&facts->ref_count);
  facts->n = n;
  facts->today = g_strdup (today);
  facts->vocabulary = dolen_vocabulary_ref (vocabulary);
  for (gsize c = 0; c < G_N_ELEMENTS (columns); c++)
    COLUMN_OF (facts, c) = g_malloc0_n (MAX (n, 1), columns[c].size);
  facts->first_venue = g_new0 (guint32, n + 1);
  facts->n_venues = n_venues;
  facts->latitude = g_new0 (float, MAX (n_venues, 1));
  facts->longitude = g_new0 (float, MAX (n_venues, 1));
  facts->precision_km = g_new0 (float, MAX (n_venues, 1));
  facts->strings = g_string_chunk_new (64 * 1024);
  facts->language_codes = g_ptr_array_new_with_free_func (g_free);
  facts->index_of_uid = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++) {
    facts->uid[i] = facts->name[i] = "";
    facts->confirmed[i] = -1;
    facts->pence[i] = -1;
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
  for (gsize c = 0; c < G_N_ELEMENTS (columns); c++)
    g_free (COLUMN_OF (facts, c));
  g_free (facts->first_venue);
  g_free (facts->latitude);
  g_free (facts->longitude);
  g_free (facts->precision_km);
  g_string_chunk_free (facts->strings);
  g_ptr_array_unref (facts->language_codes);
  g_hash_table_unref (facts->index_of_uid);
  dolen_vocabulary_unref (facts->vocabulary);
  g_free (facts->today);
  g_free (facts);
}

void
dolen_facts_seal (DolenFacts *facts)
{
  for (guint i = 0; i < facts->n; i++)
    g_hash_table_insert (facts->index_of_uid, (gpointer) facts->uid[i], GUINT_TO_POINTER (i + 1));
}

int
dolen_facts_find (const DolenFacts *facts, const char *uid)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (facts->index_of_uid, uid)) - 1;
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

static void
add_interest (DolenFacts *facts, guint index, const DolenTerm *term, gboolean named)
{
  DolenInterestFact *fact = &facts->interest[index];
  const DolenTermSet *closure
      = dolen_vocabulary_closure (facts->vocabulary, DOLEN_TERM_INTEREST, term->index);

  dolen_term_set_add (&fact->said, term->index);
  for (gsize w = 0; w < G_N_ELEMENTS (closure->bits); w++) {
    fact->yes.bits[w] |= closure->bits[w];
    if (named)
      fact->named.bits[w] |= closure->bits[w];
  }
}

void
dolen_facts_add_tag (DolenFacts *facts,
                     guint index,
                     const DolenTerm *term,
                     gboolean value,
                     DolenTagStrength strength)
{
  DolenTermFact *fact = term->kind == DOLEN_TERM_NEED ? facts->need : facts->enabler;
  DolenTermBits bit, bits;

  if (term->kind == DOLEN_TERM_INTEREST) {
    if (value)
      add_interest (facts, index, term, strength != DOLEN_STRENGTH_SAID);
    else
      dolen_term_set_add (&facts->interest_no[index], term->index);
    return;
  }
  if (term->kind == DOLEN_TERM_BARRIER)
    return;
  bit = DOLEN_TERM_BIT (term->index);
  if (!value) {
    fact[index].no |= bit;
    return;
  }
  bits = dolen_term_bits_of (dolen_vocabulary_closure (facts->vocabulary, term->kind, term->index));
  fact[index].yes |= bits;
  if (strength != DOLEN_STRENGTH_SAID)
    fact[index].named |= bits;
  if (strength == DOLEN_STRENGTH_IN_NAME)
    fact[index].in_name |= bit;
}

DolenFacts *
dolen_facts_new (DolenDb *directory,
                 DolenVocabulary *vocabulary,
                 GCancellable *cancellable,
                 GError **error)
{
  DolenFacts *facts = dolen_facts_read (directory, vocabulary, NULL, cancellable, error);

  if (facts != NULL)
    dolen_facts_seal (facts);
  return facts;
}

/* Copies @count services of @from, beginning at @first, to @to at @at; venues follow. */
static void
copy_services (DolenFacts *to, guint at, const DolenFacts *from, guint first, guint count)
{
  guint32 venue = to->first_venue[at];
  guint32 from_venue = from->first_venue[first];
  guint32 n_venues = from->first_venue[first + count] - from_venue;

  for (gsize c = 0; c < G_N_ELEMENTS (columns); c++)
    memcpy (COLUMN_OF (to, c) + at * columns[c].size,
            COLUMN_OF (from, c) + first * columns[c].size,
            count * columns[c].size);
  for (guint i = 0; i < count; i++) {
    to->uid[at + i] = g_string_chunk_insert (to->strings, from->uid[first + i]);
    to->name[at + i] = g_string_chunk_insert (to->strings, from->name[first + i]);
    to->first_venue[at + i + 1] = from->first_venue[first + i + 1] - from_venue + venue;
  }
  memcpy (to->latitude + venue, from->latitude + from_venue, n_venues * sizeof (float));
  memcpy (to->longitude + venue, from->longitude + from_venue, n_venues * sizeof (float));
  memcpy (to->precision_km + venue, from->precision_km + from_venue, n_venues * sizeof (float));
}

/* The bits of @languages, which are @from's, as those of @to. */
static guint64
translate_languages (DolenFacts *to, const DolenFacts *from, guint64 languages)
{
  guint64 bits = 0;

  for (guint l = 0; l < from->language_codes->len; l++)
    if ((languages >> l) & 1)
      bits |= dolen_facts_add_language (to, g_ptr_array_index (from->language_codes, l));
  return bits;
}

DolenFacts *
dolen_facts_renew (const DolenFacts *facts, DolenDb *directory, const char *uid, GError **error)
{
  int old = dolen_facts_find (facts, uid);
  g_autoptr (DolenFacts) one = NULL;
  DolenFacts *renewed;
  guint at = 0, after;

  one = dolen_facts_read (directory, facts->vocabulary, uid, NULL, error);
  if (one == NULL)
    return NULL;
  /* A new day makes every age another: then all is read anew. */
  if (strcmp (one->today, facts->today) != 0)
    return dolen_facts_new (directory, facts->vocabulary, NULL, error);
  if (old >= 0)
    at = (guint) old;
  else
    while (at < facts->n && one->n > 0 && facts->id[at] < one->id[0])
      at++;
  after = old >= 0 ? at + 1 : at;
  renewed = dolen_facts_alloc (facts->vocabulary,
                               facts->today,
                               facts->n - (after - at) + one->n,
                               facts->n_venues + one->n_venues);
  for (guint l = 0; l < facts->language_codes->len; l++)
    dolen_facts_add_language (renewed, g_ptr_array_index (facts->language_codes, l));
  copy_services (renewed, 0, facts, 0, at);
  copy_services (renewed, at, one, 0, one->n);
  if (one->n > 0)
    renewed->languages[at] = translate_languages (renewed, one, one->languages[0]);
  copy_services (renewed, at + one->n, facts, after, facts->n - after);
  renewed->n_venues = renewed->first_venue[renewed->n];
  dolen_facts_seal (renewed);
  return renewed;
}

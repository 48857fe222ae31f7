/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike-find.h"

#include "directory/alike/dolen-alike-spelt.h"

#include <math.h>
#include <string.h>

/* A block of records with a key in common that holds more is common to too many to say anything. */
#define LARGEST_BLOCK 40

/* Words of a text, and of a name, that bring records together. */
#define RAREST_TOLD 4
#define LARGEST_TOLD 12

/* A key by which records come together: a hash, for it need not be certain. */
typedef struct {
  guint64 key;
  guint record;
} Entry;

typedef struct {
  guint64 both; /* the smaller index in the upper half */
} Candidate;

typedef struct {
  guint one, other;
  double score;
  guint evidence;
} Found;

void
dolen_alike_pair_free (DolenAlikePair *pair)
{
  if (pair == NULL)
    return;
  g_free (pair->one);
  g_free (pair->other);
  g_free (pair);
}

/* Mixes two numbers into one (the finaliser of SplitMix64, public domain). */
static guint64
mix (guint64 a, guint64 b)
{
  guint64 x = a * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + b;

  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return x ^ (x >> 31);
}

static void
add_entry (GArray *entries, guint64 key, guint record)
{
  Entry entry = { key, record };
  g_array_append_val (entries, entry);
}

static void
add_districts (GArray *entries, const DolenAlikeRecord *record, guint64 word, guint index)
{
  g_auto (GStrv) districts
          = g_strsplit (record->districts != NULL ? record->districts : "", " ", -1);

  for (guint i = 0; districts[i] != NULL; i++)
    if (districts[i][0] != '\0')
      add_entry (entries, mix (word, g_str_hash (districts[i])), index);
}

static void
add_name (GArray *entries,
          const DolenAlikeBook *book,
          const DolenAlikeRecord *record,
          const GArray *words,
          guint index)
{
  guint64 whole = 1;

  for (guint i = 0; i < words->len; i++) {
    guint word = g_array_index (words, guint, i);

    whole = mix (whole, word);
    if (dolen_alike_book_key (book, word)->n <= LARGEST_BLOCK) {
      add_entry (entries, mix (2, word), index);
      continue;
    }
    add_districts (entries, record, mix (3, word), index);
    for (guint k = i + 1; k < words->len; k++)
      add_entry (
          entries, mix (word + G_GUINT64_CONSTANT (4), g_array_index (words, guint, k)), index);
  }
  add_entry (entries, whole, index);
}

/* Several words of a name, and one that may be they. */
static void
add_runs (GArray *entries, const DolenAlikeBook *book, const GArray *order, guint index)
{
  for (guint i = 0; i < order->len; i++) {
    guint64 run = 1;

    for (guint k = i; k < MIN (order->len, i + DOLEN_ALIKE_MAX_RUN); k++) {
      const DolenAlikeKey *key = dolen_alike_book_key (book, g_array_index (order, guint, k));

      run = dolen_alike_skeleton (run, key->text);
      if (k >= i + 2 || (k == i && key->length >= DOLEN_ALIKE_MIN_RUN))
        add_entry (entries, mix (6, run), index);
    }
  }
}

/* The rarest words that a record tells. */
static void
add_told (GArray *entries, const DolenAlikeBook *book, const GArray *told, guint index)
{
  guint rarest[RAREST_TOLD], n = 0;
  const guint *counts = (const guint *) (const void *) book->told->counts->data;

  for (guint i = 0; i < told->len; i++) {
    guint word = g_array_index (told, guint, i), at;

    if (counts[word] < 2 || counts[word] > LARGEST_TOLD
        || (n == RAREST_TOLD && counts[word] >= counts[rarest[n - 1]]))
      continue;
    for (at = MIN (n, RAREST_TOLD - 1); at > 0 && counts[rarest[at - 1]] > counts[word]; at--)
      rarest[at] = rarest[at - 1];
    rarest[at] = word;
    n = MIN (n + 1, RAREST_TOLD);
  }
  for (guint i = 0; i < n; i++)
    add_entry (entries, mix (7, rarest[i]), index);
}

static void
add_named (GArray *entries,
           const DolenAlikeBook *book,
           const DolenAlikeRecord *record,
           guint which,
           guint index)
{
  add_name (entries, book, record, record->names[which], index);
  add_runs (entries, book, record->order[which], index);
}

static GArray *
list_entries (const DolenAlikeBook *book)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < book->records->len; i++) {
    const DolenAlikeRecord *record = g_ptr_array_index (book->records, i);

    for (guint which = 0; which < DOLEN_ALIKE_NAMES; which++)
      if (record->names[which] != NULL)
        add_named (entries, book, record, which, i);
    add_told (entries, book, record->said, i);
    add_told (entries, book, record->told, i);
    if (record->former != NULL && record->former->names[0] != NULL)
      add_name (entries, book, record, record->former->names[0], i);
    for (guint k = 0; k < record->keys->len; k++)
      add_entry (entries, mix (5, g_array_index (record->keys, guint, k)), i);
  }
  return entries;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;

  if (one->key != other->key)
    return one->key < other->key ? -1 : 1;
  return (one->record > other->record) - (one->record < other->record);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *other = b;
  return (one->both > other->both) - (one->both < other->both);
}

static void
add_block (GArray *candidates, const Entry *block, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++) {
      Candidate candidate = { (guint64) block[i].record << 32 | block[k].record };

      if (block[i].record != block[k].record)
        g_array_append_val (candidates, candidate);
    }
}

static GArray *
list_candidates (const DolenAlikeBook *book)
{
  g_autoptr (GArray) entries = list_entries (book);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_array_sort (entries, compare_entries);
  for (guint i = 0, n; i < entries->len; i += n) {
    const Entry *first = &g_array_index (entries, Entry, i);

    for (n = 1; i + n < entries->len && first[n].key == first->key;)
      n++;
    if (n > 1 && n <= LARGEST_BLOCK)
      add_block (candidates, first, n);
  }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

/* The surest first; equals by uid, so that the order never depends on where a record stands. */
static int
compare_found (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Found *one = a, *other = b;
  const DolenAlikeBook *book = user_data;
  const DolenAlikeRecord *first = g_ptr_array_index (book->records, one->one);
  const DolenAlikeRecord *second = g_ptr_array_index (book->records, other->one);

  if (fabs (one->score - other->score) > 1e-9)
    return one->score > other->score ? -1 : 1;
  return strcmp (first->uid, second->uid);
}

static DolenAlikePair *
new_pair (const DolenAlikeBook *book, const Found *found)
{
  const DolenAlikeRecord *a = g_ptr_array_index (book->records, found->one);
  const DolenAlikeRecord *b = g_ptr_array_index (book->records, found->other);
  DolenAlikePair *pair = g_new0 (DolenAlikePair, 1);

  pair->kind = book->kind;
  pair->one = g_strdup (strcmp (a->uid, b->uid) < 0 ? a->uid : b->uid);
  pair->other = g_strdup (strcmp (a->uid, b->uid) < 0 ? b->uid : a->uid);
  pair->percent = (int) lround (100 / (1 + exp2 (-found->score)));
  pair->evidence = found->evidence;
  return pair;
}

static GPtrArray *
take_surest (const DolenAlikeBook *book, GArray *found)
{
  g_autofree guint8 *seen = g_new0 (guint8, MAX (book->records->len, 1));
  GPtrArray *pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_alike_pair_free);

  g_array_sort_with_data (found, compare_found, (gpointer) book);
  for (guint i = 0; i < found->len; i++) {
    const Found *one = &g_array_index (found, Found, i);

    if (seen[one->one] >= DOLEN_ALIKE_MOST || seen[one->other] >= DOLEN_ALIKE_MOST)
      continue;
    seen[one->one]++;
    seen[one->other]++;
    g_ptr_array_add (pairs, new_pair (book, one));
  }
  return pairs;
}

GPtrArray *
dolen_alike_find (const DolenAlikeBook *book, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) candidates = list_candidates (book);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  guint64 before = G_MAXUINT64;

  for (guint i = 0; i < candidates->len; i++) {
    guint64 both = g_array_index (candidates, Candidate, i).both;
    Found one = { .one = (guint) (both >> 32), .other = (guint) (both & G_MAXUINT32) };

    if (both == before)
      continue;
    before = both;
    if (i % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
    one.score = dolen_alike_score (book,
                                   g_ptr_array_index (book->records, one.one),
                                   g_ptr_array_index (book->records, one.other),
                                   &one.evidence);
    if (one.score >= DOLEN_ALIKE_LEAST)
      g_array_append_val (found, one);
  }
  return take_surest (book, found);
}

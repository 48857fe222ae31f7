/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-own-words.h"

#include "directory/dolen-search.h"

#include <string.h>

/* "Gas" is no plural, "arts" is. */
#define SHORTEST_NOUN 3

struct _DolenOwnWords {
  gint ref_count;
  char **words; /* (owned) */
  GArray *hits; /* of DolenOwnWordsHit, by rising id */
};

DolenOwnWords *
dolen_own_words_ref (DolenOwnWords *own_words)
{
  g_atomic_int_inc (&own_words->ref_count);
  return own_words;
}

void
dolen_own_words_unref (DolenOwnWords *own_words)
{
  if (own_words == NULL || !g_atomic_int_dec_and_test (&own_words->ref_count))
    return;
  g_strfreev (own_words->words);
  g_array_unref (own_words->hits);
  g_free (own_words);
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const DolenOwnWordsHit *x = a, *y = b;

  return (x->id > y->id) - (x->id < y->id);
}

/* The other number of an English noun, by rule; it only looks for more, so that a word that is none
 * does no harm. Welsh nouns have theirs in a table, which the search asks. Returns: (transfer full)
 * (nullable) */
static char *
other_number (const char *word)
{
  gsize n = strlen (word);

  for (const char *c = word; *c != '\0'; c++)
    if (!g_ascii_isalpha (*c))
      return NULL;
  if (n < SHORTEST_NOUN || g_str_has_suffix (word, "ss"))
    return NULL;
  if (g_str_has_suffix (word, "ies"))
    return g_strdup_printf ("%.*sy", (int) n - 3, word);
  if (g_str_has_suffix (word, "s"))
    return n > SHORTEST_NOUN ? g_strndup (word, n - 1) : NULL;
  if (g_str_has_suffix (word, "y") && strchr ("aeiou", word[n - 2]) == NULL)
    return g_strdup_printf ("%.*sies", (int) n - 1, word);
  return g_strconcat (word, "s", NULL);
}

/* A whole word: "art" is not arthritis, nor "rail" a railway. */
static gboolean
find_form (
    DolenOwnWords *own_words, DolenDirectory *directory, const char *form, guint at, GError **error)
{
  g_autofree char *whole = g_strconcat (form, " ", NULL);
  DolenSearchQuery query;
  g_autoptr (GArray) found = NULL;

  dolen_search_query_init (&query);
  query.text = whole;
  found = dolen_search_ids (directory, &query, NULL, error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++) {
    const DolenSearchHit *hit = &g_array_index (found, DolenSearchHit, i);
    guint16 bit = (guint16) (1u << at);
    gboolean named = hit->found_in == DOLEN_FOUND_IN_NAME;
    gboolean strong = named || hit->found_in == DOLEN_FOUND_IN_KEYWORDS;
    DolenOwnWordsHit own = { hit->id, bit, named ? bit : 0, strong ? bit : 0 };

    if (!hit->approximate && hit->found_in != DOLEN_FOUND_NOWHERE)
      g_array_append_val (own_words->hits, own);
  }
  return TRUE;
}

static gboolean
find_word (DolenOwnWords *own_words, DolenDirectory *directory, guint at, GError **error)
{
  const char *word = own_words->words[at];
  g_autofree char *other = other_number (word);

  return find_form (own_words, directory, word, at, error)
         && (other == NULL || find_form (own_words, directory, other, at, error));
}

/* One entry a service: what was found by each word, together. */
static void
join_hits (GArray *hits)
{
  guint n = 0;

  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++) {
    DolenOwnWordsHit hit = g_array_index (hits, DolenOwnWordsHit, i);
    DolenOwnWordsHit *last = n > 0 ? &g_array_index (hits, DolenOwnWordsHit, n - 1) : NULL;

    if (last == NULL || last->id != hit.id) {
      g_array_index (hits, DolenOwnWordsHit, n++) = hit;
      continue;
    }
    last->words |= hit.words;
    last->in_name |= hit.in_name;
    last->strong |= hit.strong;
  }
  g_array_set_size (hits, n);
}

DolenOwnWords *
dolen_own_words_find (DolenDirectory *directory, const char *const *words, GError **error)
{
  g_autoptr (DolenOwnWords) own_words = g_new0 (DolenOwnWords, 1);
  guint n = words != NULL ? MIN (g_strv_length ((char **) words), DOLEN_OWN_WORDS_MOST) : 0;

  own_words->ref_count = 1;
  own_words->hits = g_array_new (FALSE, FALSE, sizeof (DolenOwnWordsHit));
  own_words->words = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    own_words->words[i] = g_strdup (words[i]);
  for (guint i = 0; i < n; i++)
    if (!find_word (own_words, directory, i, error))
      return NULL;
  join_hits (own_words->hits);
  return g_steal_pointer (&own_words);
}

const DolenOwnWordsHit *
dolen_own_words_hits (const DolenOwnWords *own_words, guint *n)
{
  *n = own_words->hits->len;
  return (const DolenOwnWordsHit *) (gpointer) own_words->hits->data;
}

const char *
dolen_own_words_get (const DolenOwnWords *own_words, guint at)
{
  g_return_val_if_fail (at < g_strv_length (own_words->words), "");
  return own_words->words[at];
}

const DolenOwnWordsHit *
dolen_own_words_look_up (const DolenOwnWords *own_words, gint64 id)
{
  DolenOwnWordsHit wanted = { .id = id };
  guint at = 0;

  if (own_words == NULL || !g_array_binary_search (own_words->hits, &wanted, compare_hits, &at))
    return NULL;
  return &g_array_index (own_words->hits, DolenOwnWordsHit, at);
}

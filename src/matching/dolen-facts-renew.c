/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-columns.h"

#include <string.h>

/*
 * One service read again, the others copied: a millisecond instead of a second.
 */

/* Copies @count services of @from, beginning at @first, to @to at @at; venues and tags follow. */
static void
copy_services (DolenFacts *to, guint at, const DolenFacts *from, guint first, guint count)
{
  guint32 venue = to->first_venue[at], from_venue = from->first_venue[first];
  guint32 n_venues = from->first_venue[first + count] - from_venue;
  guint32 tag = to->first_tag[at], from_tag = from->first_tag[first];
  guint32 n_tags = from->first_tag[first + count] - from_tag;

  for (gsize c = 0; c < dolen_facts_n_columns; c++)
    memcpy (DOLEN_FACTS_COLUMN (to, c) + at * dolen_facts_columns[c].size,
            DOLEN_FACTS_COLUMN (from, c) + first * dolen_facts_columns[c].size,
            count * dolen_facts_columns[c].size);
  for (guint i = 0; i < count; i++) {
    to->first_venue[at + i + 1] = from->first_venue[first + i + 1] - from_venue + venue;
    to->first_tag[at + i + 1] = from->first_tag[first + i + 1] - from_tag + tag;
    if (from->uid[first + i].high == DOLEN_FACTS_ODD_UID)
      dolen_facts_set_uid (to, at + i, dolen_facts_uid (from, first + i, NULL));
  }
  memcpy (to->latitude + venue, from->latitude + from_venue, n_venues * sizeof (float));
  memcpy (to->longitude + venue, from->longitude + from_venue, n_venues * sizeof (float));
  memcpy (to->precision + venue, from->precision + from_venue, n_venues);
  memcpy (to->tags + tag, from->tags + from_tag, n_tags * sizeof (DolenFactTag));
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

/* The name of the service of a row, as the directory has it now. */
static char *
name_of (DolenDb *directory, gint64 id)
{
  g_autoptr (DolenStatement) statement = dolen_db_prepare (
      directory, "SELECT coalesce (name_en, name_cy, '') FROM service WHERE id = ?1", NULL);
  gboolean row = FALSE;

  if (statement == NULL)
    return g_strdup ("");
  dolen_statement_bind_int64 (statement, 1, id);
  if (!dolen_statement_step (statement, &row, NULL) || !row)
    return g_strdup ("");
  return g_strdup (dolen_statement_get_text (statement, 0));
}

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer data)
{
  const DolenFacts *facts = data;
  guint32 x = facts->name_rank[*(const guint32 *) a], y = facts->name_rank[*(const guint32 *) b];

  return x < y ? -1 : x > y;
}

/* Gives the service at @at the rank of its name, the names of the others being asked for where they
 * are needed: some seventeen of 100,000. */
static void
rank_name (DolenFacts *facts, guint at, DolenDb *directory)
{
  g_autofree guint32 *order = g_new (guint32, MAX (facts->n, 1));
  g_autofree char *name = name_of (directory, facts->id[at]);
  guint n = 0, from = 0, to;
  guint32 rank = 0;
  gboolean equal = FALSE;

  for (guint i = 0; i < facts->n; i++)
    if (i != at)
      order[n++] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_ranks, facts);
  to = n;
  while (from < to && !equal) {
    guint middle = from + (to - from) / 2;
    g_autofree char *other = name_of (directory, facts->id[order[middle]]);
    int compared = strcmp (name, other);

    equal = compared == 0;
    rank = facts->name_rank[order[middle]];
    if (compared > 0)
      from = middle + 1;
    else
      to = middle;
  }
  if (!equal) {
    rank = from < n ? facts->name_rank[order[from]]
           : n > 0  ? facts->name_rank[order[n - 1]] + 1
                    : 0;
    for (guint p = from; p < n; p++)
      facts->name_rank[order[p]]++;
  }
  facts->name_rank[at] = rank;
}

/* The owner of a service that has the same organisation; DOLEN_NO_OWNER where none is known. */
static guint32
owner_beside (const DolenFacts *facts, DolenDb *directory, const char *uid)
{
  g_autoptr (DolenStatement) statement = dolen_db_prepare (
      directory,
      "SELECT b.uid FROM service s JOIN service b ON b.organisation = s.organisation"
      " WHERE s.uid = ?1 ORDER BY b.id LIMIT 16",
      NULL);
  gboolean row = FALSE;

  if (statement == NULL)
    return DOLEN_NO_OWNER;
  dolen_statement_bind_text (statement, 1, uid);
  while (dolen_statement_step (statement, &row, NULL) && row) {
    int index = dolen_facts_find (facts, dolen_statement_get_text (statement, 0));

    if (index >= 0 && facts->owner[index] != DOLEN_NO_OWNER)
      return facts->owner[index];
  }
  return DOLEN_NO_OWNER;
}

/* The organisations as they were, and that of the new service where it is new. */
static void
copy_owners (DolenFacts *to, guint at, const DolenFacts *from, const DolenFacts *one, guint32 owner)
{
  to->n_owners = from->n_owners;
  to->owners = g_new0 (DolenOwnerFact, from->n_owners + 1);
  memcpy (to->owners, from->owners, from->n_owners * sizeof *to->owners);
  if (one->n == 0 || one->owner[0] == DOLEN_NO_OWNER)
    return;
  if (owner == DOLEN_NO_OWNER) {
    owner = to->n_owners++;
    to->owners[owner] = one->owners[one->owner[0]];
  }
  to->owner[at] = owner;
}

/* @one's service in the place of what stood from @at to before @after. */
static DolenFacts *
join (const DolenFacts *facts, const DolenFacts *one, guint at, guint after, guint32 owner)
{
  DolenFacts *to = dolen_facts_alloc (facts->vocabulary,
                                      facts->today,
                                      facts->n - (after - at) + one->n,
                                      facts->n_venues + one->n_venues);

  g_free (to->tags);
  to->tags = g_new (DolenFactTag, facts->first_tag[facts->n] + one->first_tag[one->n] + 1);
  for (guint l = 0; l < facts->language_codes->len; l++)
    dolen_facts_add_language (to, g_ptr_array_index (facts->language_codes, l));
  copy_services (to, 0, facts, 0, at);
  copy_services (to, at, one, 0, one->n);
  if (one->n > 0)
    to->languages[at] = translate_languages (to, one, one->languages[0]);
  copy_services (to, at + one->n, facts, after, facts->n - after);
  copy_owners (to, at, facts, one, owner);
  to->n_venues = to->first_venue[to->n];
  return to;
}

DolenFacts *
dolen_facts_renew (const DolenFacts *facts, DolenDb *directory, const char *uid, GError **error)
{
  int old = dolen_facts_find (facts, uid);
  g_autoptr (DolenFacts) one = dolen_facts_read (directory, facts->vocabulary, uid, NULL, error);
  DolenFacts *renewed;
  guint at = 0;

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
  renewed = join (facts, one, at, old >= 0 ? at + 1 : at, owner_beside (facts, directory, uid));
  if (one->n > 0)
    rank_name (renewed, at, directory);
  dolen_facts_count_services (renewed);
  dolen_facts_seal (renewed);
  return renewed;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/again/dolen-again.h"

#include "directory/alike/dolen-alike-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What many share tells nobody apart. */
#define MANY 40

static void
same_free (gpointer data)
{
  DolenAgainSame *same = data;

  g_free (same->before);
  g_free (same->now);
  g_free (same->path);
  g_free (same->why);
  g_free (same);
}

void
dolen_again_init (DolenAgain *again)
{
  again->services = g_ptr_array_new_with_free_func (same_free);
  again->organisations = g_ptr_array_new_with_free_func (same_free);
  again->doubts = g_ptr_array_new_with_free_func (same_free);
}

void
dolen_again_clear (DolenAgain *again)
{
  g_clear_pointer (&again->services, g_ptr_array_unref);
  g_clear_pointer (&again->organisations, g_ptr_array_unref);
  g_clear_pointer (&again->doubts, g_ptr_array_unref);
}

void
dolen_again_add (
    GPtrArray *list, const char *before, const char *now, const DolenRowSigns *signs, char *why)
{
  DolenAgainSame *same = g_new0 (DolenAgainSame, 1);

  same->before = g_strdup (before);
  same->now = g_strdup (now);
  same->path = g_strdup (signs->path);
  same->row = signs->row;
  same->why = why;
  g_ptr_array_add (list, same);
}

/* One search under way. */
typedef struct {
  GPtrArray *rows;   /* of DolenRowSigns: of the table, not known */
  GHashTable *known; /* set of "name and organisation" that rows of the table are known by */
  GHashTable *index; /* sign -> GPtrArray of the lost that have it */
  GPtrArray *lost;   /* of DolenRowSigns: in the table when it was read last */
  GHashTable *now;   /* contact point -> how many groups of the table have it */
  GHashTable *then;  /* the same, when it was read last */
  gboolean whole;    /* the table is no mere part of what was read before */
  guint least;       /* for is_same_row(): how close they must be */
} Search;

/* ---- what they have in common ---- */

/* Takes @sign. */
static void
index_one (Search *search, char *sign, DolenRowSigns *lost)
{
  GPtrArray *list = g_hash_table_lookup (search->index, sign);

  if (!list) {
    list = g_ptr_array_new ();
    g_hash_table_insert (search->index, sign, list);
  } else {
    g_free (sign);
  }
  if (!g_ptr_array_find (list, lost, NULL))
    g_ptr_array_add (list, lost);
}

/* The texts that lead from one to the other. */
static GPtrArray *
signs_of (const DolenRowSigns *row)
{
  g_autoptr (GPtrArray) words = dolen_alike_words (row->name);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (list, g_strconcat ("same ", row->same_name, NULL));
  for (guint i = 0; i < row->points->len; i++)
    g_ptr_array_add (list, g_strconcat ("point ", (char *) row->points->pdata[i], NULL));
  if (row->place) {
    g_ptr_array_add (list, g_strconcat ("at ", row->same_name, " ", row->place, NULL));
    g_ptr_array_add (list, g_strconcat ("place ", row->place, NULL));
  }
  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (list, g_strconcat ("word ", (char *) words->pdata[i], NULL));
  if (*row->postcode) {
    g_autofree char *name = g_utf8_casefold (row->name, -1);

    g_ptr_array_add (list, g_strconcat ("name ", name, " ", row->postcode, NULL));
    if (row->organisation_id)
      g_ptr_array_add (list, g_strconcat ("of ", row->organisation_id, " ", row->postcode, NULL));
  }
  return list;
}

/* The lost that have a sign in common with @row; not those whose every sign many have. */
static GPtrArray *
find_near (const Search *search, const DolenRowSigns *row)
{
  g_autoptr (GPtrArray) signs = signs_of (row);
  GPtrArray *near = g_ptr_array_new ();

  for (guint i = 0; i < signs->len; i++) {
    const GPtrArray *list = g_hash_table_lookup (search->index, signs->pdata[i]);

    for (guint k = 0; list && list->len <= MANY && k < list->len; k++)
      if (!g_ptr_array_find (near, list->pdata[k], NULL))
        g_ptr_array_add (near, list->pdata[k]);
  }
  return near;
}

/* ---- what is certain ---- */

typedef gboolean (*Test) (const Search *search,
                          const DolenRowSigns *row,
                          const DolenRowSigns *lost);

/* One of several groups of a name: other rows came to it, went, or what told it apart was mended.
 */
static gboolean
is_same_row (const Search *search, const DolenRowSigns *row, const DolenRowSigns *lost)
{
  return strcmp (row->same_name, lost->same_name) == 0
         && strcmp (row->postcode, lost->postcode) == 0
         && dolen_row_signs_closeness (row, lost) >= search->least;
}

/* The postcode was filled in, mended or taken out. One that was another says little where the table
 * may be a part only, or other rows have the same name: then something else must be the same. */
static gboolean
is_same_elsewhere (const Search *search, const DolenRowSigns *row, const DolenRowSigns *lost)
{
  gboolean other = *row->postcode && *lost->postcode;
  gboolean alone = !g_hash_table_contains (search->known, row->same_name);

  if (strcmp (row->same_name, lost->same_name) != 0)
    return FALSE;
  return dolen_row_signs_share_point (row, lost) || !other || (search->whole && alone);
}

/* A telephone alone says little: one hall, or one person, has several groups. */
static gboolean
is_at_same_place (const DolenRowSigns *row, const DolenRowSigns *lost)
{
  return *row->postcode
         || (row->organisation_id && lost->organisation_id
             && strcmp (row->organisation_id, lost->organisation_id) == 0);
}

static gboolean
is_near_owner (const DolenRowSigns *row, const DolenRowSigns *lost)
{
  return g_strcmp0 (row->organisation_id, lost->organisation_id) == 0 || !row->organisation
         || !lost->organisation || dolen_names_compare (row->organisation, lost->organisation);
}

/* Name or organisation was mended; the postcode is the same, or neither has one. */
static gboolean
is_same_renamed (const Search *search, const DolenRowSigns *row, const DolenRowSigns *lost)
{
  DolenNamesAlike names = dolen_names_compare (row->name, lost->name);

  if (lost->gone || names == DOLEN_NAMES_DIFFER || !is_near_owner (row, lost)
      || strcmp (row->postcode, lost->postcode) != 0)
    return FALSE;
  return (dolen_row_signs_share_point (row, lost) && is_at_same_place (row, lost))
         || (search->whole && *row->postcode && names == DOLEN_NAMES_RESPELT);
}

static guint
count_of (GHashTable *counts, gconstpointer key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
}

/* What both have and no other group has: the number of a hall tells none of its groups. */
static gboolean
share_own_point (const Search *search,
                 const DolenRowSigns *row,
                 const DolenRowSigns *lost,
                 gboolean mailbox)
{
  for (guint i = 0; i < row->points->len; i++) {
    const char *point = row->points->pdata[i];
    gboolean is_mailbox = strchr (point, '@') != NULL;

    if (is_mailbox != mailbox || (!is_mailbox && strchr (point, '.') != NULL)
        || count_of (search->now, point) != 1 || count_of (search->then, point) != 1)
      continue;
    if (g_ptr_array_find_with_equal_func (lost->points, point, g_str_equal, NULL))
      return TRUE;
  }
  return FALSE;
}

/* The name is another, and of telephone, mailbox and address two are the same. */
static gboolean
is_same_by_another_name (const Search *search, const DolenRowSigns *row, const DolenRowSigns *lost)
{
  guint common, n = 0;

  if (lost->gone || !search->whole || !is_near_owner (row, lost)
      || !dolen_names_may_be_one (row->name, lost->name, &common))
    return FALSE;
  n += share_own_point (search, row, lost, FALSE);
  n += share_own_point (search, row, lost, TRUE);
  return n + dolen_row_signs_same_street (row, lost) >= 2;
}

/* Another name, and much of the rest: that may be the same. */
static gboolean
is_doubtful (const Search *search, const DolenRowSigns *row, const DolenRowSigns *lost)
{
  gboolean share = dolen_row_signs_share_point (row, lost);
  gboolean same_place = *row->postcode && strcmp (row->postcode, lost->postcode) == 0;

  (void) search;
  return !lost->gone
         && (strcmp (row->same_name, lost->same_name) == 0
             || (share
                 && (same_place
                     || dolen_names_compare (row->name, lost->name) != DOLEN_NAMES_DIFFER)));
}

/* Another name, and little is known of either: where one goes and one comes, it may be renamed. */
static gboolean
is_perhaps_renamed (const Search *search, const DolenRowSigns *row, const DolenRowSigns *lost)
{
  gboolean only = search->rows->len == 1 && search->lost->len == 1;
  guint common;

  if (lost->gone || !search->whole || !dolen_names_may_be_one (row->name, lost->name, &common))
    return FALSE;
  if (dolen_row_signs_share_point (row, lost)
      || (row->place && g_strcmp0 (row->place, lost->place) == 0 && is_near_owner (row, lost)))
    return TRUE;
  if (strcmp (row->postcode, lost->postcode) == 0
      && dolen_names_compare (row->name, lost->name) != DOLEN_NAMES_DIFFER)
    return TRUE;
  return (common || only) && !dolen_row_signs_contradict (row, lost);
}

static char *
say_same (const DolenRowSigns *row, const DolenRowSigns *lost)
{
  if (strcmp (row->name, lost->name) != 0)
    return g_strdup_printf (
        /* Translators: names of a group in a table, as it is now and as it was. */
        _ ("“%1$s”: the same group as “%2$s”, which is not in the table any more."),
        row->name,
        lost->name);
  if (strcmp (row->same_name, lost->same_name) != 0)
    /* Translators: name of a group in a table. */
    return g_strdup_printf (_ ("“%s”: the same group; its organisation’s name is another now."),
                            row->name);
  if (strcmp (row->postcode, lost->postcode) == 0)
    /* Translators: name of a group in a table. */
    return g_strdup_printf (
        _ ("“%s”: the same group; what tells it from others of that name has changed."), row->name);
  if (!*lost->postcode)
    /* Translators: name of a group in a table. */
    return g_strdup_printf (_ ("“%s”: the same group; it has a postcode now."), row->name);
  if (!*row->postcode)
    /* Translators: name of a group in a table. */
    return g_strdup_printf (_ ("“%s”: the same group; its postcode is not in the table any more."),
                            row->name);
  /* Translators: name of a group in a table. */
  return g_strdup_printf (_ ("“%s”: the same group; its postcode is another now."), row->name);
}

static char *
say_doubt (const DolenRowSigns *row, const DolenRowSigns *lost)
{
  return g_strdup_printf (
      /* Translators: names of two groups in a table. */
      _ ("“%1$s” came in as a new group. It may be “%2$s”, which is not in the table any more: "
         "look for it among the duplicates in the queue."),
      row->name,
      lost->name);
}

static char *
say_renamed (const DolenRowSigns *row, const DolenRowSigns *lost)
{
  return g_strdup_printf (
      /* Translators: names of two groups in a table. */
      _ ("“%1$s” is new and looks like “%2$s” renamed, which is not in the table any more. If it is "
         "the same group, please merge the two."),
      row->name,
      lost->name);
}

/* ---- the search ---- */

/* Those of @near that pass; where some are not gone, only they count. */
static GPtrArray *
sieve (const Search *search, const DolenRowSigns *row, Test test)
{
  g_autoptr (GPtrArray) near = find_near (search, row);
  GPtrArray *found = g_ptr_array_new ();
  gboolean present = FALSE;

  for (guint i = 0; i < near->len; i++)
    if (test (search, row, near->pdata[i])) {
      g_ptr_array_add (found, near->pdata[i]);
      present |= !((DolenRowSigns *) near->pdata[i])->gone;
    }
  for (guint i = found->len; present && i > 0; i--)
    if (((DolenRowSigns *) found->pdata[i - 1])->gone)
      g_ptr_array_remove_index (found, i - 1);
  return found;
}

static void
forget_lost (Search *search, DolenRowSigns *lost)
{
  g_autoptr (GPtrArray) signs = signs_of (lost);

  for (guint i = 0; i < signs->len; i++) {
    GPtrArray *list = g_hash_table_lookup (search->index, signs->pdata[i]);
    if (list)
      g_ptr_array_remove (list, lost);
  }
  g_ptr_array_remove_fast (search->lost, lost);
}

static void
count_one (GHashTable *counts, gpointer key)
{
  g_hash_table_insert (counts, key, GUINT_TO_POINTER (count_of (counts, key) + 1));
}

/* One row for one record: where either may be another's, neither is taken. */
static void
pair (Search *search, Test test, DolenAgain *again)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < search->rows->len; i++) {
    GPtrArray *mine = sieve (search, search->rows->pdata[i], test);

    g_ptr_array_add (found, mine);
    for (guint k = 0; k < mine->len; k++)
      count_one (counts, mine->pdata[k]);
  }
  for (guint i = search->rows->len; i > 0; i--) {
    const DolenRowSigns *row = search->rows->pdata[i - 1];
    const GPtrArray *mine = found->pdata[i - 1];
    DolenRowSigns *lost = mine->len == 1 ? mine->pdata[0] : NULL;

    if (!lost || count_of (counts, lost) != 1)
      continue;
    dolen_again_add (again->services, lost->id, row->id, row, say_same (row, lost));
    forget_lost (search, lost);
    g_ptr_array_remove_index (search->rows, i - 1);
  }
}

/* Of the groups that may be it, the surest. */
static void
tell_doubts (Search *search, DolenAgain *again)
{
  for (guint i = 0; i < search->rows->len; i++) {
    const DolenRowSigns *row = search->rows->pdata[i];
    g_autoptr (GPtrArray) may_be = sieve (search, row, is_doubtful);
    g_autoptr (GPtrArray) renamed = sieve (search, row, is_perhaps_renamed);
    const DolenRowSigns *lost = may_be->len    ? may_be->pdata[0]
                                : renamed->len ? renamed->pdata[0]
                                               : NULL;

    if (!lost && search->lost->len == 1 && is_perhaps_renamed (search, row, search->lost->pdata[0]))
      lost = search->lost->pdata[0];
    if (lost)
      dolen_again_add (again->doubts,
                       lost->id,
                       row->id,
                       row,
                       may_be->len ? say_doubt (row, lost) : say_renamed (row, lost));
  }
}

static void
count_points (GHashTable *counts, const DolenRowSigns *row)
{
  for (guint i = 0; i < row->points->len; i++)
    count_one (counts, row->points->pdata[i]);
}

static void
add_rows (Search *search, const GPtrArray *rows, GHashTable *here, GHashTable *stored)
{
  for (guint i = 0; i < rows->len; i++) {
    DolenRowSigns *row = rows->pdata[i];

    g_hash_table_add (here, row->id);
    count_points (search->now, row);
    if (!row->made)
      continue;
    if (g_hash_table_contains (stored, row->id))
      g_hash_table_add (search->known, row->same_name);
    else
      g_ptr_array_add (search->rows, row);
  }
}

static void
add_lost (Search *search, DolenRowSigns *lost)
{
  g_autoptr (GPtrArray) signs = signs_of (lost);

  for (guint i = 0; i < signs->len; i++)
    index_one (search, g_strdup (signs->pdata[i]), lost);
  if (!lost->gone)
    g_ptr_array_add (search->lost, lost);
}

static void
search_init (Search *search, const GPtrArray *rows, GHashTable *stored)
{
  g_autoptr (GHashTable) here = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter each;
  gpointer value;

  search->rows = g_ptr_array_new ();
  search->lost = g_ptr_array_new ();
  search->known = g_hash_table_new (g_str_hash, g_str_equal);
  search->now = g_hash_table_new (g_str_hash, g_str_equal);
  search->then = g_hash_table_new (g_str_hash, g_str_equal);
  search->index
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  add_rows (search, rows, here, stored);
  g_hash_table_iter_init (&each, stored);
  while (g_hash_table_iter_next (&each, NULL, &value)) {
    DolenRowSigns *lost = value;

    if (!lost->gone)
      count_points (search->then, lost);
    if (lost->made && !g_hash_table_contains (here, lost->id))
      add_lost (search, lost);
  }
}

static void
search_clear (Search *search)
{
  g_ptr_array_unref (search->rows);
  g_ptr_array_unref (search->lost);
  g_hash_table_unref (search->known);
  g_hash_table_unref (search->now);
  g_hash_table_unref (search->then);
  g_hash_table_unref (search->index);
}

void
dolen_again_find_rows (DolenAgain *again,
                       const GPtrArray *rows,
                       GHashTable *stored,
                       guint n_present)
{
  Search search = { .whole = rows->len >= n_present / 2 };

  search_init (&search, rows, stored);
  for (search.least = 3; search.least > 0; search.least--)
    pair (&search, is_same_row, again);
  pair (&search, is_same_elsewhere, again);
  pair (&search, is_same_renamed, again);
  pair (&search, is_same_by_another_name, again);
  tell_doubts (&search, again);
  search_clear (&search);
}

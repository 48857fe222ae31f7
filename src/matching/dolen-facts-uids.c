/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-columns.h"

#include <string.h>

/*
 * Uids in 16 bytes, and finding them. Nearly every uid is a UUID in small letters; what is not, in
 * a directory that somebody else made, is kept as text.
 */

/* Where a UUID has its hyphens. */
static inline gboolean
is_hyphen_at (guint at)
{
  return at == 8 || at == 13 || at == 18 || at == 23;
}

/* "0f8fad5b-d9cb-469f-a165-70867728950e" and nothing else; FALSE where it is not so written. */
static gboolean
read_uuid (const char *text, DolenFactsUid *uid)
{
  guint64 halves[2] = { 0, 0 };
  guint digits = 0;

  for (guint at = 0; at < DOLEN_FACTS_UID_SIZE - 1; at++) {
    char c = text[at];

    if (is_hyphen_at (at)) {
      if (c != '-')
        return FALSE;
      continue;
    }
    if (!g_ascii_isxdigit (c) || g_ascii_isupper (c))
      return FALSE;
    halves[digits / 16] = halves[digits / 16] << 4 | (guint64) g_ascii_xdigit_value (c);
    digits++;
  }
  *uid = (DolenFactsUid){ halves[0], halves[1] };
  return text[DOLEN_FACTS_UID_SIZE - 1] == '\0' && uid->high != DOLEN_FACTS_ODD_UID;
}

static void
write_uuid (const DolenFactsUid *uid, char *text)
{
  static const char hex[] = "0123456789abcdef";
  guint digits = 0;

  for (guint at = 0; at < DOLEN_FACTS_UID_SIZE - 1; at++) {
    guint64 half = digits < 16 ? uid->high : uid->low;

    if (is_hyphen_at (at)) {
      text[at] = '-';
      continue;
    }
    text[at] = hex[(half >> (60 - 4 * (digits % 16))) & 0xf];
    digits++;
  }
  text[DOLEN_FACTS_UID_SIZE - 1] = '\0';
}

static const char *
odd_uid (const DolenFacts *facts, const DolenFactsUid *uid)
{
  return g_ptr_array_index (facts->odd_uids, uid->low);
}

void
dolen_facts_set_uid (DolenFacts *facts, guint index, const char *uid)
{
  DolenFactsUid *entry = &facts->uid[index];

  if (read_uuid (uid, entry))
    return;
  *entry = (DolenFactsUid){ DOLEN_FACTS_ODD_UID, facts->odd_uids->len };
  g_ptr_array_add (facts->odd_uids, g_strdup (uid));
}

const char *
dolen_facts_uid (const DolenFacts *facts, guint index, char *text)
{
  const DolenFactsUid *uid = &facts->uid[index];

  if (uid->high == DOLEN_FACTS_ODD_UID)
    return odd_uid (facts, uid);
  write_uuid (uid, text);
  return text;
}

static int
compare_uids (const DolenFacts *facts, const DolenFactsUid *a, const DolenFactsUid *b)
{
  if (a->high != b->high)
    return a->high < b->high ? -1 : 1;
  if (a->high == DOLEN_FACTS_ODD_UID)
    return strcmp (odd_uid (facts, a), odd_uid (facts, b));
  return a->low < b->low ? -1 : a->low > b->low;
}

int
dolen_facts_compare_uids (const DolenFacts *facts, guint a, guint b)
{
  return compare_uids (facts, &facts->uid[a], &facts->uid[b]);
}

static int
compare_for_sort (gconstpointer a, gconstpointer b, gpointer facts)
{
  return dolen_facts_compare_uids (facts, *(const guint32 *) a, *(const guint32 *) b);
}

void
dolen_facts_seal (DolenFacts *facts)
{
  dolen_facts_file_tags (facts);
  if (facts->by_uid != NULL)
    return;
  facts->by_uid = g_new (guint32, MAX (facts->n, 1));
  for (guint i = 0; i < facts->n; i++)
    facts->by_uid[i] = i;
  g_qsort_with_data (facts->by_uid, (int) facts->n, sizeof (guint32), compare_for_sort, facts);
}

/* How @text stands to the uid of a service. */
static int
compare_with (const DolenFacts *facts, const char *text, const DolenFactsUid *uuid, guint index)
{
  const DolenFactsUid *uid = &facts->uid[index];

  if (uuid->high == DOLEN_FACTS_ODD_UID && uid->high == DOLEN_FACTS_ODD_UID)
    return strcmp (text, odd_uid (facts, uid));
  return compare_uids (facts, uuid, uid);
}

int
dolen_facts_find (const DolenFacts *facts, const char *uid)
{
  DolenFactsUid uuid;
  guint from = 0, to = facts->n;

  g_return_val_if_fail (facts->by_uid != NULL, -1);

  if (!read_uuid (uid, &uuid))
    uuid.high = DOLEN_FACTS_ODD_UID;
  while (from < to) {
    guint middle = from + (to - from) / 2;
    int order = compare_with (facts, uid, &uuid, facts->by_uid[middle]);

    if (order == 0)
      return (int) facts->by_uid[middle];
    if (order > 0)
      from = middle + 1;
    else
      to = middle;
  }
  return -1;
}

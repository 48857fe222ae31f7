/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-form-places.h"

#include "base/dolen-regex.h"
#include "place/dolen-place-names.h"

#include <stdlib.h>

/* The words as dolen_place_key() makes them: letters and digits alone. */
static const struct {
  const char *key;
  DolenCapacityStatus status;
} words[] = {
  { "open", DOLEN_CAPACITY_OPEN },
  { "opentoall", DOLEN_CAPACITY_OPEN },
  { "justcomealong", DOLEN_CAPACITY_OPEN },
  { "dropin", DOLEN_CAPACITY_OPEN },
  { "unlimited", DOLEN_CAPACITY_OPEN },
  { "agored", DOLEN_CAPACITY_OPEN },
  { "aragor", DOLEN_CAPACITY_OPEN },
  { "dewchdraw", DOLEN_CAPACITY_OPEN },
  { "galwheibio", DOLEN_CAPACITY_OPEN },
  { "full", DOLEN_CAPACITY_FULL },
  { "wearefull", DOLEN_CAPACITY_FULL },
  { "none", DOLEN_CAPACITY_FULL },
  { "llawn", DOLEN_CAPACITY_FULL },
  { "ynllawn", DOLEN_CAPACITY_FULL },
  { "waitinglist", DOLEN_CAPACITY_WAITING_LIST },
  { "rhestraros", DOLEN_CAPACITY_WAITING_LIST },
  { "askfirst", DOLEN_CAPACITY_ASK_FIRST },
  { "pleaseaskfirst", DOLEN_CAPACITY_ASK_FIRST },
  { "holwchyngyntaf", DOLEN_CAPACITY_ASK_FIRST },
  { "gofynnwchyngyntaf", DOLEN_CAPACITY_ASK_FIRST },
};

static void
set_status (DolenCapacity *capacity, DolenCapacityStatus status, int places)
{
  capacity->status = status;
  capacity->places_free = places;
  if (places > capacity->places_total)
    capacity->places_total = -1;
  /* The wait told last belongs to what was told last. */
  capacity->wait_weeks_from = capacity->wait_weeks_to = -1;
  g_clear_pointer (&capacity->returns_on, g_free);
  g_clear_pointer (&capacity->note, g_free);
}

/* (transfer full) (nullable): the number that @shape finds. */
static GMatchInfo *
match (GRegex **kept, const char *shape, const char *given)
{
  GMatchInfo *found = NULL;

  if (g_regex_match (dolen_regex_once (kept, shape, G_REGEX_CASELESS), given, 0, &found))
    return found;
  g_match_info_free (found);
  return NULL;
}

static int
number (GMatchInfo *found, int group)
{
  g_autofree char *digits = g_match_info_fetch (found, group);

  return digits != NULL && *digits != '\0' ? atoi (digits) : -1;
}

gboolean
dolen_form_read_places (const char *given, DolenCapacity *capacity)
{
  static GRegex *shape = NULL;
  g_autofree char *key = dolen_place_key (given);
  g_autoptr (GMatchInfo) found = NULL;
  int places;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].key, key)) {
      set_status (capacity, words[i].status, words[i].status == DOLEN_CAPACITY_FULL ? 0 : -1);
      return TRUE;
    }
  found
      = match (&shape,
               "^\\s*(\\d{1,3})\\s*((free|spare)?\\s*(places?|spaces?)?(\\s*free)?|o?\\s*le(oedd)?"
               "|lle)\\s*\\.?\\s*$",
               given);
  if (found == NULL)
    return FALSE;
  places = number (found, 1);
  set_status (capacity, places > 0 ? DOLEN_CAPACITY_PLACES : DOLEN_CAPACITY_FULL, places);
  return TRUE;
}

gboolean
dolen_form_read_wait (const char *given, DolenCapacity *capacity)
{
  static GRegex *shape = NULL;
  static const char *const nones[] = { "none", "nowait", "dim", "dimaros", NULL };
  g_autofree char *key = dolen_place_key (given);
  g_autoptr (GMatchInfo) found = NULL;
  int from = 0, to = 0;

  if (!g_strv_contains (nones, key)) {
    found
        = match (&shape,
                 "^\\s*(?:about|approx\\.?|tua|~)?\\s*(\\d{1,3})\\s*(?:(?:-|–|to|i)\\s*(\\d{1,3}))?"
                 "\\s*(?:weeks?|wks?|w|(?:o\\s+)?wythnos(?:au)?)?\\s*\\.?\\s*$",
                 given);
    if (found == NULL)
      return FALSE;
    from = number (found, 1);
    to = MAX (number (found, 2), from);
  }
  capacity->wait_weeks_from = from;
  capacity->wait_weeks_to = to;
  /* A wait alone is news of a list; how many places there are stays as it was told. */
  if (from > 0
      && (capacity->status == DOLEN_CAPACITY_UNKNOWN || capacity->status == DOLEN_CAPACITY_OPEN))
    capacity->status = DOLEN_CAPACITY_WAITING_LIST;
  if (from == 0 && to == 0 && capacity->status == DOLEN_CAPACITY_UNKNOWN)
    capacity->status = DOLEN_CAPACITY_OPEN;
  return TRUE;
}

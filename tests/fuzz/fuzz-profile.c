/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fuzz/dolen-fuzz.h"
#include "matching/dolen-profile.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Any text is a profile within its bounds, or is refused with a reason. */

static DolenVocabulary *vocabulary;

static void
free_vocabulary (void)
{
  g_clear_pointer (&vocabulary, dolen_vocabulary_unref);
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  vocabulary = dolen_vocabulary_new (NULL, &error);
  g_assert_no_error (error);
  atexit (free_vocabulary);
  return 0;
}

static gboolean
find_place (const char *text, DolenPosition *position, gpointer data)
{
  return strcmp (text, "Tregaron") == 0
         && dolen_position_set (position, 52.22, -3.93, 1, DOLEN_POSITION_PLACE);
}

static void
check_bounds (const DolenProfile *profile)
{
  g_assert_cmpint (profile->age, >=, -1);
  g_assert_cmpuint (profile->days, <=, DOLEN_DAYS_ALL);
  g_assert_true (isfinite (profile->max_km));
  g_assert_cmphex (profile->free & ~DOLEN_SLOTS_ALL, ==, 0);
  g_assert_cmpint (profile->max_minutes, >=, -1);
  g_assert_cmpint (profile->support_weeks, >=, -1);
  g_assert_cmpuint (profile->avoid_places, <, 1u << DOLEN_N_PLACE_KINDS);
  for (guint m = 0; m < DOLEN_N_MEANS; m++)
    g_assert_true (profile->travel_km[m] >= 0);
  if (dolen_position_is_known (&profile->position))
    g_assert_true (fabs (profile->position.latitude) <= 90
                   && fabs (profile->position.longitude) <= 180);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) unknown = NULL;
  g_autoptr (DolenProfile) profile = dolen_profile_from_json (
      (const char *) data, (gssize) size, vocabulary, find_place, NULL, &unknown, &error);

  g_assert_true ((profile == NULL) == (error != NULL));
  if (profile == NULL)
    return 0;
  check_bounds (profile);
  for (gsize i = 0; unknown != NULL && unknown[i] != NULL; i++)
    g_assert_true (g_utf8_validate (unknown[i], -1, NULL));
  return 0;
}

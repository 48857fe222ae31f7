/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-capacity-marks.h"

#include <string.h>

static guint32
day_of (const char *date)
{
  g_auto (GStrv) parts = g_strsplit (date, "-", 3);
  GDate day;

  g_date_clear (&day, 1);
  if (g_strv_length (parts) == 3)
    g_date_set_parse (&day, date);
  return g_date_valid (&day) ? g_date_get_julian (&day) : 0;
}

static int
places_of (const DolenCapacity *capacity)
{
  return capacity->status == DOLEN_CAPACITY_PLACES || capacity->status == DOLEN_CAPACITY_OPEN
             ? MAX (capacity->places_free, 0)
             : 0;
}

static int
weeks_of (const DolenCapacity *capacity)
{
  return MAX (MAX (capacity->wait_weeks_to, capacity->wait_weeks_from), 0);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const DolenCapacityMark *first = a, *second = b;
  return (first->x > second->x) - (first->x < second->x);
}

GArray *
dolen_capacity_marks (const GPtrArray *capacities, const char *from, const char *to)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (DolenCapacityMark));
  guint32 start = day_of (from), end = day_of (to);
  int most = 1, longest = 1;

  for (guint i = 0; i < capacities->len; i++) {
    const DolenCapacity *capacity = g_ptr_array_index (capacities, i);

    most = MAX (most, places_of (capacity));
    longest = MAX (longest, weeks_of (capacity));
  }
  for (guint i = 0; i < capacities->len; i++) {
    const DolenCapacity *capacity = g_ptr_array_index (capacities, i);
    guint32 day = capacity->as_of != NULL ? day_of (capacity->as_of) : 0;
    DolenCapacityMark mark;

    if (day < start || day > end || end <= start)
      continue;
    mark.x = (double) (day - start) / (end - start);
    mark.places = places_of (capacity);
    mark.weeks = weeks_of (capacity);
    mark.up = (double) mark.places / most;
    mark.down = (double) mark.weeks / longest;
    g_array_append_val (marks, mark);
  }
  g_array_sort (marks, compare_marks);
  return marks;
}

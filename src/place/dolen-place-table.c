/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-place-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/dolen-error.h"

#define MAX_CELLS 11

/* Reads a file's next row into cells, cutting the text up; FALSE at the end. */
static gboolean
next_row (char **rest, guint *line, char *cells[MAX_CELLS], guint *n_cells)
{
  while (**rest != '\0') {
    char *row = *rest;
    char *end = strchr (row, '\n');

    (*line)++;
    *rest = end != NULL ? end + 1 : row + strlen (row);
    if (end != NULL)
      *end = '\0';
    if (row[0] == '#' || row[0] == '\0')
      continue;
    for (*n_cells = 0; row != NULL && *n_cells < MAX_CELLS; (*n_cells)++) {
      cells[*n_cells] = row;
      row = strchr (row, '\t');
      if (row != NULL)
        *row++ = '\0';
    }
    return TRUE;
  }
  return FALSE;
}

static char *
read_text (const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &text, &length, &local)) {
    g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_CANNOT_OPEN, local->message);
    return NULL;
  }
  if (!g_utf8_validate (text, length, NULL)) {
    /* Translators: %s is a file's path. */
    g_set_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("“%s” is not a text in UTF-8."), path);
    return NULL;
  }
  return g_steal_pointer (&text);
}

static void
set_bad_row (GError **error, const char *path, guint line)
{
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               /* Translators: %1$s is a file's path, %2$u the number of a line in it. */
               _ ("“%1$s”, line %2$u is damaged."),
               path,
               line);
}

static gboolean
read_position (char *const cells[3], DolenPositionOrigin origin, DolenPosition *position)
{
  return dolen_position_set (position,
                             g_ascii_strtod (cells[0], NULL),
                             g_ascii_strtod (cells[1], NULL),
                             g_ascii_strtod (cells[2], NULL),
                             origin);
}

GArray *
dolen_place_table_read_places (const char *path, char **text, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (DolenPlace));
  g_autofree char *own = read_text (path, error);
  char *rest = own, *cells[MAX_CELLS];
  guint line = 0, n = 0;

  if (own == NULL)
    return NULL;
  while (next_row (&rest, &line, cells, &n)) {
    DolenPlace place = { 0 };

    if (n != 11 || cells[0][0] == '\0' || cells[1][0] == '\0'
        || !read_position (&cells[6], DOLEN_POSITION_PLACE, &place.position)) {
      set_bad_row (error, path, line);
      return NULL;
    }
    place.name_en = cells[0];
    place.name_cy = cells[1];
    place.other_names = cells[2];
    place.county_en = cells[3];
    place.county_cy = cells[4];
    place.nation = cells[5];
    place.population = (guint32) g_ascii_strtoull (cells[9], NULL, 10);
    place.min_zoom = (int) g_ascii_strtoll (cells[10], NULL, 10);
    g_array_append_val (places, place);
  }
  *text = g_steal_pointer (&own);
  return g_steal_pointer (&places);
}

static int
compare_districts (const void *a, const void *b)
{
  const DolenDistrict *one = a, *other = b;

  return strcmp (one->code, other->code);
}

GArray *
dolen_place_table_read_districts (const char *path, guint n_places, char **text, GError **error)
{
  g_autoptr (GArray) districts = g_array_new (FALSE, TRUE, sizeof (DolenDistrict));
  g_autofree char *own = read_text (path, error);
  char *rest = own, *cells[MAX_CELLS];
  guint line = 0, n = 0;

  if (own == NULL)
    return NULL;
  while (next_row (&rest, &line, cells, &n)) {
    DolenDistrict district = { 0 };
    guint64 town = n == 5 ? g_ascii_strtoull (cells[4], NULL, 10) : G_MAXUINT64;

    if (town >= n_places
        || !read_position (&cells[1], DOLEN_POSITION_POSTCODE_DISTRICT, &district.position)) {
      set_bad_row (error, path, line);
      return NULL;
    }
    district.code = cells[0];
    district.town = (guint32) town;
    g_array_append_val (districts, district);
  }
  g_array_sort (districts, compare_districts);
  *text = g_steal_pointer (&own);
  return g_steal_pointer (&districts);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-gap-numbers.h"

#include "base/dolen-time.h"
#include "language/dolen-calendar.h"
#include "language/dolen-collation.h"
#include "place/dolen-gazetteer.h"
#include "format/dolen-csv-line.h"
#include "reports/dolen-small-numbers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- gathering: cells that are too small go into a larger place, and at last into one ---- */

typedef struct {
  const DolenGap *gap;  /* (nullable) one of them, for its words; NULL: everything else */
  const char *district; /* (nullable) */
  const char *area;     /* (nullable) */
  GHashTable *people;   /* (owned) a set: who; whoever looked for several of it is one */
} Cell;

static void
cell_free (gpointer data)
{
  g_hash_table_unref (((Cell *) data)->people);
  g_free (data);
}

static Cell *
need_cell (GHashTable *cells, const DolenGap *gap, const char *district, const char *area)
{
  g_autofree char *key = gap != NULL ? g_strdup_printf ("%s|%s|%s|%s",
                                                        gap->kind,
                                                        gap->term,
                                                        area != NULL ? area : "",
                                                        district != NULL ? district : "")
                                     : g_strdup ("");
  Cell *cell = g_hash_table_lookup (cells, key);

  if (cell == NULL) {
    cell = g_new0 (Cell, 1);
    cell->gap = gap;
    cell->district = district;
    cell->area = area;
    cell->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_insert (cells, g_steal_pointer (&key), cell);
  }
  return cell;
}

static gboolean
is_small (const Cell *cell)
{
  return g_hash_table_size (cell->people) <= DOLEN_SMALL_NUMBER;
}

/* The place above: the district's council area, then anywhere, then everything else. */
static Cell *
cell_above (GHashTable *cells, const Cell *cell)
{
  if (cell->district != NULL && cell->area != NULL)
    return need_cell (cells, cell->gap, NULL, cell->area);
  if (cell->district != NULL || cell->area != NULL)
    return need_cell (cells, cell->gap, NULL, NULL);
  return need_cell (cells, NULL, NULL, NULL);
}

static guint
level_of (const Cell *cell)
{
  return cell->gap == NULL ? 3 : cell->district != NULL ? 0 : cell->area != NULL ? 1 : 2;
}

static void
pour (Cell *from, Cell *into)
{
  GHashTableIter iter;
  gpointer who;

  g_hash_table_iter_init (&iter, from->people);
  while (g_hash_table_iter_next (&iter, &who, NULL))
    g_hash_table_add (into->people, g_strdup (who));
}

static void
raise_small (GHashTable *cells, guint level)
{
  g_autoptr (GList) keys = g_hash_table_get_keys (cells);

  for (GList *key = keys; key != NULL; key = key->next) {
    Cell *cell = g_hash_table_lookup (cells, key->data);

    if (level_of (cell) != level || !is_small (cell))
      continue;
    pour (cell, cell_above (cells, cell));
    g_hash_table_remove (cells, key->data);
  }
}

static GHashTable *
gather (const GPtrArray *gaps)
{
  GHashTable *cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cell_free);

  for (guint i = 0; i < gaps->len; i++) {
    const DolenGap *gap = g_ptr_array_index (gaps, i);

    if (gap->person != NULL && gap->kind != NULL && gap->term != NULL)
      g_hash_table_add (need_cell (cells, gap, gap->district, gap->area)->people,
                        g_strdup (gap->person));
  }
  for (guint level = 0; level < 3; level++)
    raise_small (cells, level);
  return cells;
}

/* ---- rows ---- */

static void
row_free (gpointer data)
{
  DolenGapRow *row = data;

  g_free (row->kind);
  g_free (row->term);
  g_free (row->name);
  g_free (row->where);
  g_free (row->place);
  g_free (row);
}

static char *
say_place (const Cell *cell, DolenLanguage language)
{
  if (cell->district != NULL)
    return g_strdup (cell->district);
  if (cell->area != NULL)
    /* Translators: %s: a council area, such as Ceredigion: what lies in it and stands in no row of
     * its own. */
    return g_strdup_printf (dolen_text (language, "%s: other districts"),
                            dolen_area_name (cell->area, language));
  /* Translators: a place: not in the districts named in the other rows, or not known. */
  return g_strdup (dolen_text (language, "elsewhere"));
}

static DolenGapRow *
row_new (const Cell *cell, DolenLanguage language)
{
  DolenGapRow *row = g_new0 (DolenGapRow, 1);

  /* Translators: last row of a table: needs and interests that few people looked for. */
  row->name = g_strdup (cell->gap != NULL ? dolen_gap_get_name (cell->gap, language)
                                          : dolen_text (language, "Everything else"));
  row->kind = cell->gap != NULL ? g_strdup (cell->gap->kind) : NULL;
  row->term = cell->gap != NULL ? g_strdup (cell->gap->term) : NULL;
  row->where = g_strdup (cell->district != NULL ? cell->district : cell->area);
  row->place = say_place (cell, language);
  row->people = (int) g_hash_table_size (cell->people);
  return row;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer language)
{
  const DolenGapRow *first = *(const DolenGapRow *const *) a;
  const DolenGapRow *second = *(const DolenGapRow *const *) b;
  int order = (first->term == NULL) - (second->term == NULL);

  if (order == 0)
    order = g_strcmp0 (second->kind, first->kind); /* needs before interests */
  if (order == 0)
    order = dolen_collate (GPOINTER_TO_INT (language), first->name, second->name);
  return order != 0 ? order : g_strcmp0 (first->place, second->place);
}

/* Exact numbers become what may be seen of them. Returns the sum as it may be seen. */
static int
protect (GPtrArray *rows)
{
  g_autofree int *people = g_new0 (int, rows->len + 1);
  g_autofree int *shown = g_new0 (int, rows->len + 1);
  int total;

  for (guint i = 0; i < rows->len; i++)
    people[i] = ((DolenGapRow *) rows->pdata[i])->people;
  total = dolen_small_numbers_protect (people, rows->len, shown);
  for (guint i = 0; i < rows->len; i++)
    ((DolenGapRow *) rows->pdata[i])->people = shown[i];
  return total;
}

static int
compare_months (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(const DolenGapRow *const *) a)->where,
                    (*(const DolenGapRow *const *) b)->where);
}

/* Who met a gap, by month: sets of people by "2026-11". */
static GHashTable *
gather_months (const GPtrArray *gaps)
{
  GHashTable *months = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i < gaps->len; i++) {
    const DolenGap *gap = g_ptr_array_index (gaps, i);
    g_autofree char *month = gap->on != NULL ? g_strndup (gap->on, strlen ("2026-11")) : NULL;
    GHashTable *people;

    if (month == NULL || gap->person == NULL)
      continue;
    people = g_hash_table_lookup (months, month);
    if (people == NULL) {
      people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (months, g_steal_pointer (&month), people);
    }
    g_hash_table_add (people, g_strdup (gap->person));
  }
  return months;
}

static GPtrArray *
count_months (const GPtrArray *gaps, DolenLanguage language)
{
  g_autoptr (GHashTable) months = gather_months (gaps);
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  GHashTableIter iter;
  gpointer month, people;

  g_hash_table_iter_init (&iter, months);
  while (g_hash_table_iter_next (&iter, &month, &people)) {
    g_autofree char *first = g_strconcat (month, "-01", NULL);
    DolenGapRow *row = g_new0 (DolenGapRow, 1);

    row->name = dolen_format_date_as (language, first, DOLEN_DATE_MONTH);
    row->where = g_strdup (month);
    row->people = (int) g_hash_table_size (people);
    g_ptr_array_add (rows, row);
  }
  g_ptr_array_sort (rows, compare_months);
  return rows;
}

DolenGapNumbers *
dolen_gap_numbers_new (const GPtrArray *gaps, DolenLanguage language)
{
  DolenGapNumbers *numbers = g_new0 (DolenGapNumbers, 1);
  g_autoptr (GHashTable) cells = gather (gaps);
  GHashTableIter iter;
  gpointer cell;

  numbers->rows = g_ptr_array_new_with_free_func (row_free);
  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    g_ptr_array_add (numbers->rows, row_new (cell, language));
  g_ptr_array_sort_with_data (numbers->rows, compare_rows, GINT_TO_POINTER (language));
  numbers->total = protect (numbers->rows);
  numbers->months = count_months (gaps, language);
  protect (numbers->months);
  return numbers;
}

void
dolen_gap_numbers_free (DolenGapNumbers *numbers)
{
  if (numbers == NULL)
    return;
  g_ptr_array_unref (numbers->rows);
  g_ptr_array_unref (numbers->months);
  g_free (numbers);
}

/* ---- to see ---- */

char *
dolen_gap_number_say (int people)
{
  return people == DOLEN_NUMBER_HIDDEN ? g_strdup ("*") : g_strdup_printf ("%d", people);
}

const char *
dolen_gap_numbers_note (DolenLanguage language)
{
  /* Translators: beneath numbers of what people looked for and did not find. */
  return dolen_text (
      language,
      N_ ("Fewer than 8 people are never told of: where they are few, places are taken together, and "
          "* is 1 to 7 people, or a number from which they could be worked out. Other numbers are "
          "rounded to the nearest 5. Somebody who looked for two things counts for each."));
}

/* Where the middle of a district lies, to put it on a map; "" where it is not known. */
static void
find_middle (const char *where, char *latitude, char *longitude, gsize size)
{
  DolenPosition position;
  DolenPostcode postcode;

  *latitude = *longitude = '\0';
  if (!dolen_postcode_parse (where, &postcode)
      || !dolen_gazetteer_postcode (dolen_gazetteer_get_bundled (), &postcode, &position, NULL))
    return;
  g_ascii_formatd (latitude, (int) size, "%.3f", position.latitude);
  g_ascii_formatd (longitude, (int) size, "%.3f", position.longitude);
}

static const char *
say_state (const DolenGapRow *row, const GPtrArray *groups, DolenLanguage language)
{
  for (guint i = 0; groups != NULL && row->term != NULL && i < groups->len; i++) {
    const DolenGapGroup *group = g_ptr_array_index (groups, i);
    const char *name = language == DOLEN_LANGUAGE_CY && group->service_name_cy != NULL
                           ? group->service_name_cy
                           : group->service_name;

    if (g_strcmp0 (group->kind, row->kind) != 0 || g_strcmp0 (group->term, row->term) != 0
        || g_strcmp0 (group->where, row->where) != 0)
      continue;
    if (group->state == DOLEN_GAP_STARTED && name != NULL)
      return name;
    /* Translators: in a file: what came of something that was missing. */
    return group->state == DOLEN_GAP_IDEA ? dolen_text (language, "an idea") : "";
  }
  return "";
}

static void
add_row (GString *csv,
         const char *const *days,
         const DolenGapRow *row,
         const GPtrArray *groups,
         DolenLanguage language)
{
  char latitude[G_ASCII_DTOSTR_BUF_SIZE], longitude[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *number = dolen_gap_number_say (row->people);
  const char *const fields[] = { days[0], days[1],  row->name, row->place,
                                 number,  latitude, longitude, say_state (row, groups, language) };

  find_middle (row->where, latitude, longitude, sizeof latitude);
  dolen_csv_add_line (csv, fields, G_N_ELEMENTS (fields));
}

/* A month stands where the place does for what was looked for: its own days, everything, all. */
static void
add_month (GString *csv, const DolenGapRow *row, DolenLanguage language)
{
  g_autofree char *from = g_strconcat (row->where, "-01", NULL);
  g_autofree char *after = dolen_date_add_months (from, 1);
  g_autofree char *to = dolen_date_add_days (after, -1);
  g_autofree char *number = dolen_gap_number_say (row->people);
  const char *const fields[]
      /* Translators: in a file of numbers: everything that was looked for; everywhere. */
      = { from,
          to,
          dolen_text (language, "Everything"),
          dolen_text (language, "everywhere"),
          number,
          "",
          "",
          "" };

  dolen_csv_add_line (csv, fields, G_N_ELEMENTS (fields));
}

static void
add_heading (GString *csv, DolenLanguage language)
{
  const char *const fields[] = {
    dolen_text (language, "First day"),
    dolen_text (language, "Last day"),
    /* Translators: heading of a column: what was looked for. */
    dolen_text (language, "Looked for"),
    /* Translators: heading of a column: a place. */
    dolen_text (language, "Where"),
    dolen_text (language, "People"),
    dolen_text (language, "Latitude"),
    dolen_text (language, "Longitude"),
    /* Translators: heading of a column: of something that was missing: an idea, or a group. */
    dolen_text (language, "What came of it"),
  };

  dolen_csv_add_line (csv, fields, G_N_ELEMENTS (fields));
}

char *
dolen_gap_numbers_csv (const DolenGapNumbers *numbers,
                       const GPtrArray *groups,
                       const char *from,
                       const char *to,
                       DolenLanguage language)
{
  GString *csv = g_string_new (NULL);
  const char *const days[] = { from, to };
  g_autofree char *total = dolen_gap_number_say (numbers->total);
  const char *const all[] = {
    from, to, dolen_text (language, "Everything"), dolen_text (language, "everywhere"), total, "",
    "",   ""
  };
  const char *const note[] = {
    from, to, dolen_text (language, "Note"), dolen_gap_numbers_note (language), "", "", "", ""
  };

  add_heading (csv, language);
  for (guint i = 0; i < numbers->rows->len; i++)
    add_row (csv, days, g_ptr_array_index (numbers->rows, i), groups, language);
  for (guint i = 0; i < numbers->months->len; i++)
    add_month (csv, g_ptr_array_index (numbers->months, i), language);
  dolen_csv_add_line (csv, all, G_N_ELEMENTS (all));
  dolen_csv_add_line (csv, note, G_N_ELEMENTS (note));
  return g_string_free (csv, FALSE);
}

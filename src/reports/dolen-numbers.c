/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-numbers.h"

#include "format/dolen-csv-line.h"
#include "reports/dolen-small-numbers.h"

#include <glib/gi18n-lib.h>

/* ---- a table as it may be seen ---- */

static int
protect (const DolenCountTable *table, int **shown)
{
  g_autofree int *people = g_new0 (int, table->rows->len);

  for (guint i = 0; i < table->rows->len; i++)
    people[i] = ((const DolenCount *) table->rows->pdata[i])->people;
  *shown = g_new0 (int, table->rows->len);
  return dolen_small_numbers_protect (people, table->rows->len, *shown);
}

static char *
say (int shown)
{
  return shown == DOLEN_NUMBER_HIDDEN ? g_strdup ("*") : g_strdup_printf ("%d", shown);
}

/* Translators: beneath tables that count people. */
#define NOTE                                                                                       \
  N_ ("* is 1 to 7 people, or a number from which they could be worked out. Other numbers are "    \
      "rounded to the nearest 5. Everybody is counted once in each table.")

/* ---- to read ---- */

char *
dolen_numbers_text (const GPtrArray *tables, DolenLanguage language)
{
  GString *text = g_string_new (NULL);

  for (guint t = 0; t < tables->len; t++) {
    const DolenCountTable *table = g_ptr_array_index (tables, t);
    g_autofree int *shown = NULL;
    int total = protect (table, &shown);
    g_autofree char *sum = say (total);

    g_string_append_printf (text, "%s: %s\n", table->title, sum);
    for (guint i = 0; i < table->rows->len; i++) {
      g_autofree char *number = say (shown[i]);

      if (shown[i] != 0)
        g_string_append_printf (
            text, "    %s: %s\n", ((const DolenCount *) table->rows->pdata[i])->name, number);
    }
    g_string_append_c (text, '\n');
  }
  g_string_append (text, dolen_text (language, NOTE));
  return g_string_free (text, FALSE);
}

/* ---- as a file ---- */

static void
add_table (GString *csv,
           const DolenCountTable *table,
           const char *from,
           const char *to,
           DolenLanguage language)
{
  g_autofree int *shown = NULL;
  int total = protect (table, &shown);
  g_autofree char *sum = say (total);
  /* Translators: the row of a table that counts everybody in it. */
  const char *const all[] = { from, to, table->title, dolen_text (language, "All"), sum };

  for (guint i = 0; i < table->rows->len; i++) {
    const DolenCount *row = g_ptr_array_index (table->rows, i);
    g_autofree char *number = say (shown[i]);
    const char *const fields[] = { from, to, table->title, row->name, number };

    dolen_csv_add_line (csv, fields, G_N_ELEMENTS (fields));
  }
  dolen_csv_add_line (csv, all, G_N_ELEMENTS (all));
}

char *
dolen_numbers_csv (const GPtrArray *tables,
                   const char *from,
                   const char *to,
                   DolenLanguage language)
{
  GString *csv = g_string_new (NULL);
  /* Translators: headings of the columns of a file that counts people. */
  const char *const heading[] = { dolen_text (language, "First day"),
                                  dolen_text (language, "Last day"),
                                  dolen_text (language, "Table"),
                                  dolen_text (language, "Row"),
                                  dolen_text (language, "People") };
  /* Translators: in a file that counts people: how to read it. */
  const char *const note[]
      = { from, to, dolen_text (language, "Note"), dolen_text (language, NOTE), "" };

  dolen_csv_add_line (csv, heading, G_N_ELEMENTS (heading));
  for (guint t = 0; t < tables->len; t++)
    add_table (csv, g_ptr_array_index (tables, t), from, to, language);
  dolen_csv_add_line (csv, note, G_N_ELEMENTS (note));
  return g_string_free (csv, FALSE);
}

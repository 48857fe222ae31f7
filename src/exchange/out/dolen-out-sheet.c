/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-out-sheet.h"

#include "exchange/out/dolen-out-file.h"
#include "exchange/out/dolen-out-values.h"
#include "exchange/out/dolen-out-writer.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-sentences.h"
#include "format/dolen-csv-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  DolenOutWriter parent;
  DolenOutFile *file; /* (owned) */
  DolenLanguage language;
  char *today; /* (owned) */
  const DolenOutSources *sources;
} Sheet;

/* No other table has these two, and most of the rest. */
#define SOURCE_HEADING "Source and licence"
#define ID_HEADING "ID"
#define ORGANISATION_HEADING "Organisation ID"

/* The headings are those the import of tables knows again. */
static const char *const headings[] = {
  /* Translators: heading of a column of a spreadsheet: the number of the record. */
  N_ ("ID"),
  N_ ("Name"),
  N_ ("Welsh name"),
  N_ ("Organisation"),
  /* Translators: heading of a column of a spreadsheet: the number of the organisation's record. */
  N_ ("Organisation ID"),
  N_ ("Description"),
  N_ ("Welsh description"),
  /* Translators: heading of a column of a spreadsheet: for whom a service is. */
  N_ ("Who it is for"),
  N_ ("How to join"),
  N_ ("How to join, in Welsh"),
  /* Translators: heading of a column of a spreadsheet: days and times. */
  N_ ("When"),
  N_ ("Venue"),
  N_ ("Address"),
  N_ ("Town"),
  N_ ("County"),
  N_ ("Postcode"),
  N_ ("Latitude"),
  N_ ("Longitude"),
  /* Translators: heading of a column of a spreadsheet: what is said of access for disabled people.
   */
  N_ ("Accessibility"),
  N_ ("Cost"),
  N_ ("Telephone"),
  N_ ("E-mail"),
  N_ ("Website"),
  N_ ("Languages"),
  /* Translators: heading of a column of a spreadsheet: places and waiting time, as last told. */
  N_ ("Places"),
  /* Translators: heading of a column of a spreadsheet: the day on which the places were told. */
  N_ ("Told on"),
  /* Translators: heading of a column of a spreadsheet: when its publisher last checked it. */
  N_ ("Checked on"),
  /* Translators: heading of a column of a spreadsheet: where a record comes from. */
  N_ ("Source and licence"),
};

static guint
count_headings (DolenLanguage language, const char *const *given, gsize n)
{
  gboolean id = FALSE, source = FALSE;
  guint found = 0;

  for (gsize i = 0; i < n; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (headings); k++) {
      if (strcmp (given[i], dolen_text (language, headings[k])) != 0)
        continue;
      found++;
      id |= strcmp (headings[k], ID_HEADING) == 0;
      source |= strcmp (headings[k], SOURCE_HEADING) == 0;
    }
  return id && source ? found : 0;
}

gboolean
dolen_out_sheet_is_ours (const char *const *given, gsize n)
{
  const guint most = G_N_ELEMENTS (headings) / 2;

  return count_headings (DOLEN_LANGUAGE_EN, given, n) > most
         || count_headings (DOLEN_LANGUAGE_CY, given, n) > most;
}

gboolean
dolen_out_sheet_is_organisation_id (const char *heading)
{
  return strcmp (heading, dolen_text (DOLEN_LANGUAGE_EN, ORGANISATION_HEADING)) == 0
         || strcmp (heading, dolen_text (DOLEN_LANGUAGE_CY, ORGANISATION_HEADING)) == 0;
}

/* Takes @text; "" for NULL. What begins like a formula gets an apostrophe before it
 * (owasp.org/www-community/attacks/CSV_Injection). */
static void
add_cell (GPtrArray *cells, char *text)
{
  gboolean formula = text != NULL && text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;

  g_ptr_array_add (cells, formula ? g_strconcat ("'", text, NULL) : g_strdup (text ? text : ""));
  g_free (text);
}

static void
add_text (GPtrArray *cells, const char *text)
{
  add_cell (cells, g_strdup (text));
}

static void
add_who (const Sheet *sheet, GPtrArray *cells, const DolenService *service)
{
  const char *told = dolen_bilingual_get (&service->eligibility, sheet->language);
  g_autofree char *ages
      = dolen_sentence_ages (sheet->language, service->minimum_age, service->maximum_age);

  if (*told != '\0' && *ages != '\0')
    add_cell (cells, g_strdup_printf ("%s; %s", ages, told));
  else
    add_text (cells, *told != '\0' ? told : ages);
}

static void
add_position (GPtrArray *cells, const DolenVenue *venue)
{
  gboolean told = dolen_out_position_is_told (venue);
  const double numbers[] = { told ? venue->latitude : 0, told ? venue->longitude : 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    char number[G_ASCII_DTOSTR_BUF_SIZE];

    /* A number with its sign is no formula. */
    g_ptr_array_add (
        cells, g_strdup (told ? g_ascii_formatd (number, sizeof number, "%.6f", numbers[i]) : ""));
  }
}

static void
add_access (GPtrArray *cells, const DolenVenue *venue)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; venue != NULL && i < venue->accessibility->len; i++)
    g_string_append_printf (line,
                            "%s%s",
                            line->len > 0 ? "; " : "",
                            (const char *) g_ptr_array_index (venue->accessibility, i));
  add_text (cells, line->str);
}

static void
add_place (const Sheet *sheet, GPtrArray *cells, const DolenService *service)
{
  const DolenVenue *venue = service->venues->len > 0 ? service->venues->pdata[0] : NULL;
  g_auto (GStrv) lines
          = venue != NULL && venue->address != NULL ? g_strsplit (venue->address, "\n", -1) : NULL;

  add_text (cells, venue != NULL ? dolen_bilingual_get (&venue->name, sheet->language) : NULL);
  add_cell (cells, lines != NULL ? g_strjoinv (", ", lines) : NULL);
  add_text (cells, venue != NULL ? venue->city : NULL);
  add_text (cells, venue != NULL ? venue->county : NULL);
  add_text (cells, venue != NULL ? venue->postcode : NULL);
  add_position (cells, venue);
  add_access (cells, venue);
}

static void
add_capacity (const Sheet *sheet, GPtrArray *cells, const DolenService *service)
{
  const DolenCapacity *capacity = dolen_service_current_capacity (service);
  gboolean known = capacity != NULL && capacity->status != DOLEN_CAPACITY_UNKNOWN;

  add_cell (cells, known ? dolen_sentence_capacity_bare (sheet->language, capacity) : NULL);
  add_text (cells, known ? capacity->as_of : NULL);
}

static GPtrArray *
make_cells (const Sheet *sheet, const DolenService *service, const DolenOrganisation *organisation)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  add_text (cells, service->uid);
  add_text (cells, service->name.en != NULL ? service->name.en : service->name.cy);
  add_text (cells, service->name.cy);
  add_text (cells,
            organisation != NULL ? dolen_bilingual_get (&organisation->name, sheet->language)
                                 : NULL);
  add_text (cells, organisation != NULL ? organisation->uid : NULL);
  add_text (cells, service->description.en);
  add_text (cells, service->description.cy);
  add_who (sheet, cells, service);
  add_text (cells, service->how_to_join.en);
  add_text (cells, service->how_to_join.cy);
  add_cell (cells, dolen_sentence_when_in_full (sheet->language, service->schedules, sheet->today));
  add_place (sheet, cells, service);
  add_cell (cells, dolen_sentence_costs (sheet->language, service->costs, service->fees));
  add_cell (cells, dolen_out_phone (service));
  add_text (cells, dolen_out_email (service));
  add_text (cells, service->url);
  add_cell (cells, dolen_sentence_languages (sheet->language, service->languages));
  add_capacity (sheet, cells, service);
  add_text (cells, service->assured_on);
  add_cell (cells, dolen_out_sources_say (sheet->sources, service->source_uid));
  return cells;
}

GHashTable *
dolen_out_sheet_cells (DolenLanguage language,
                       const DolenService *service,
                       const DolenOrganisation *organisation)
{
  g_autofree char *today = dolen_date_today ();
  const Sheet sheet = { .language = language, .today = today };
  g_autoptr (GPtrArray) cells = make_cells (&sheet, service, organisation);
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    g_hash_table_insert (
        table, g_strdup (dolen_text (language, headings[i])), g_strdup (cells->pdata[i]));
  return table;
}

static gboolean
write_line (Sheet *sheet, const char *const *cells, gsize n, GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);

  dolen_csv_add_line (line, cells, n);
  return dolen_out_file_add (sheet->file, line->str, error);
}

static gboolean
sheet_add (DolenOutWriter *writer,
           const DolenService *service,
           const DolenOrganisation *organisation,
           GError **error)
{
  Sheet *sheet = (Sheet *) writer;
  g_autoptr (GPtrArray) cells = make_cells (sheet, service, organisation);

  g_assert (cells->len == G_N_ELEMENTS (headings));
  return write_line (sheet, (const char *const *) (gpointer) cells->pdata, cells->len, error);
}

static gboolean
sheet_finish (DolenOutWriter *writer, GError **error)
{
  return dolen_out_file_finish (((Sheet *) writer)->file, error);
}

static void
sheet_free (DolenOutWriter *writer)
{
  Sheet *sheet = (Sheet *) writer;

  dolen_out_file_free (sheet->file);
  g_free (sheet->today);
  g_free (sheet);
}

/* The byte order mark tells Excel that it is UTF-8. */
static gboolean
write_headings (Sheet *sheet, GError **error)
{
  const char *cells[G_N_ELEMENTS (headings)];

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    cells[i] = dolen_text (sheet->language, headings[i]);
  return dolen_out_file_add (sheet->file, "\xef\xbb\xbf", error)
         && write_line (sheet, cells, G_N_ELEMENTS (cells), error);
}

DolenOutWriter *
dolen_out_sheet_new (const char *path,
                     DolenLanguage language,
                     const DolenOutSources *sources,
                     GError **error)
{
  g_autoptr (DolenOutWriter) writer = NULL;
  DolenOutFile *file = dolen_out_file_new (path, error);
  Sheet *sheet;

  if (file == NULL)
    return NULL;
  sheet = g_new0 (Sheet, 1);
  sheet->parent = (DolenOutWriter){ sheet_add, sheet_finish, sheet_free };
  sheet->file = file;
  sheet->language = language;
  sheet->today = dolen_date_today ();
  sheet->sources = sources;
  writer = &sheet->parent;
  return write_headings (sheet, error) ? g_steal_pointer (&writer) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-csv-record.h"

#include "base/dolen-text.h"
#include "directory/dolen-records.h"
#include "directory/privacy/dolen-made-id-prefixes.h"
#include "exchange/dolen-status-word.h"
#include "exchange/files/dolen-csv-cells.h"
#include "exchange/files/dolen-csv-contacts.h"
#include "exchange/files/dolen-csv-languages.h"
#include "exchange/files/dolen-csv-own-words.h"
#include "exchange/files/dolen-csv-values.h"
#include "format/dolen-json-value.h"
#include "language/dolen-welsh.h"

#include <string.h>

static void
put_cell (const DolenCsvCells *row, DolenCsvField field, json_object *object, const char *key)
{
  g_autofree char *text = dolen_csv_cells_join (row, field, "\n\n");

  dolen_json_put_text (object, key, text);
}

/* ---- parts of a record ---- */

static char *
identity (const char *prefix, const char *const *parts, gsize n)
{
  g_autoptr (GString) id = g_string_new (prefix);

  for (gsize i = 0; i < n; i++) {
    g_autofree char *folded = parts[i] ? dolen_welsh_fold (parts[i]) : NULL;
    g_string_append_printf (id, "%s%s", i ? "|" : "", folded ? folded : "");
  }
  return g_string_free (g_steal_pointer (&id), FALSE);
}

static void
put_registration (json_object *list, const char *scheme, const char *value)
{
  json_object *item;

  if (!value)
    return;
  item = json_object_new_object ();
  dolen_json_put_text (item, "identifier_scheme", scheme);
  dolen_json_put_text (item, "identifier", value);
  json_object_array_add (list, item);
}

static void
put_organisation (const DolenCsvCells *row, json_object *service)
{
  g_autofree char *name = dolen_csv_cells_first (row, DOLEN_CSV_ORGANISATION);
  g_autofree char *welsh = dolen_csv_cells_first (row, DOLEN_CSV_ORGANISATION_CY);
  g_autofree char *charity = dolen_csv_cells_first (row, DOLEN_CSV_CHARITY);
  g_autofree char *company = dolen_csv_cells_first (row, DOLEN_CSV_COMPANY);
  g_autofree char *id = dolen_csv_cells_first (row, DOLEN_CSV_ORGANISATION_ID);
  json_object *organisation, *numbers;

  /* A charity's number beside a group without an organisation is the group's own. */
  if (!name && !welsh && (charity || company)) {
    name = dolen_csv_cells_first (row, DOLEN_CSV_NAME);
    welsh = dolen_csv_cells_first (row, DOLEN_CSV_NAME_CY);
  }
  if (!name && !welsh)
    return;
  organisation = json_object_new_object ();
  dolen_json_put_text (organisation, "id", id);
  dolen_json_put_text (organisation, "name", name ? name : welsh);
  if (name)
    dolen_json_put_text (organisation, "x_dolen_name_cy", welsh);
  numbers = json_object_new_array ();
  put_registration (numbers, "GB-CHC", charity);
  put_registration (numbers, "GB-COH", company);
  json_object_object_add (organisation, "organization_identifiers", numbers);
  json_object_object_add (service, "organization", organisation);
}

static void
put_age (json_object *service, int least, int most)
{
  if (least >= 0)
    json_object_object_add (service, "minimum_age", json_object_new_int (least));
  if (most >= 0)
    json_object_object_add (service, "maximum_age", json_object_new_int (most));
}

/* (nullable): for whom it is, without the ages our own spreadsheet tells there. */
static char *
take_own_ages (const DolenCsvCells *row, int *least, int *most)
{
  char *for_whom = dolen_csv_cells_join (row, DOLEN_CSV_FOR_WHOM, "\n\n");
  char *rest = for_whom ? dolen_csv_own_ages (for_whom, least, most) : NULL;

  if (!rest)
    return for_whom;
  g_free (for_whom);
  if (*rest)
    return rest;
  g_free (rest);
  return NULL;
}

static void
put_ages (const DolenCsvCells *row, json_object *service)
{
  int least = -1, most = -1;
  g_autofree char *for_whom = take_own_ages (row, &least, &most);
  guint at = 0;
  g_autofree char *ages = dolen_csv_cells_next (row, DOLEN_CSV_AGES, &at);
  gboolean whole;

  /* Our own spreadsheet says in words only what is no age. */
  if (least < 0 && most < 0 && for_whom && !row->columns->own)
    dolen_csv_find_ages (for_whom, &least, &most);
  put_age (service, least, most);
  put_cell (row, DOLEN_CSV_AGE_FROM, service, "minimum_age");
  put_cell (row, DOLEN_CSV_AGE_TO, service, "maximum_age");
  whole = ages && dolen_csv_read_ages (ages, &least, &most);
  if (whole || (ages && dolen_csv_find_ages (ages, &least, &most)))
    put_age (service, least, most);
  if (ages && !whole) {
    /* "Adults" is no age. */
    if (least < 0 && most < 0 && strpbrk (ages, "0123456789"))
      dolen_csv_cells_note (row, at - 1, dolen_csv_why (DOLEN_CSV_WHY_AGES));
    g_autofree char *before = g_steal_pointer (&for_whom);
    for_whom = before ? g_strconcat (before, "\n\n", ages, NULL) : g_strdup (ages);
  }
  dolen_json_put_text (service, "eligibility_description", for_whom);
}

static void
put_cost (const DolenCsvCells *row, json_object *service)
{
  g_autofree char *cost = dolen_csv_cells_join (row, DOLEN_CSV_COST, "; ");
  json_object *list = cost ? dolen_csv_own_costs (cost) : NULL, *item;

  /* Our own spreadsheet tells costs, or what a group says of them, never both. */
  if (!list || !row->columns->own)
    dolen_json_put_text (service, "fees_description", cost);
  if (list) {
    json_object_object_add (service, "cost_options", list);
    return;
  }
  if (!cost || !dolen_csv_is_one_amount (cost))
    return;
  item = json_object_new_object ();
  dolen_json_put_text (item, "amount", cost);
  list = json_object_new_array ();
  json_object_array_add (list, item);
  json_object_object_add (service, "cost_options", list);
}

/* Names of a list, each one a term of the column's own scheme. */
static void
put_categories (const DolenCsvCells *row, json_object *service)
{
  json_object *list = json_object_new_array ();
  guint at = 0;
  char *text;

  while ((text = dolen_csv_cells_next (row, DOLEN_CSV_CATEGORY, &at)) != NULL) {
    const char *scheme = dolen_csv_columns_get (row->columns, at - 1)->heading;
    g_auto (GStrv) names = g_strsplit_set (text, ",;|\n", -1);
    for (guint i = 0; names[i]; i++) {
      g_autofree char *name = dolen_text_clean_line (names[i]);
      json_object *attribute, *term;
      if (!name)
        continue;
      term = json_object_new_object ();
      dolen_json_put_text (term, "taxonomy", scheme);
      dolen_json_put_text (term, "name", name);
      dolen_json_put_text (term, "code", name);
      attribute = json_object_new_object ();
      json_object_object_add (attribute, "taxonomy_term", term);
      json_object_array_add (list, attribute);
    }
    g_free (text);
  }
  json_object_object_add (service, "attributes", list);
}

static void
put_languages (const DolenCsvCells *row, json_object *service)
{
  json_object *list = json_object_new_array ();
  guint at = 0;
  char *text;

  while ((text = dolen_csv_cells_next (row, DOLEN_CSV_LANGUAGES, &at)) != NULL) {
    if (!dolen_csv_add_languages (
            list, dolen_csv_columns_get (row->columns, at - 1)->heading, text))
      dolen_csv_cells_note (row, at - 1, dolen_csv_why (DOLEN_CSV_WHY_LANGUAGE));
    g_free (text);
  }
  json_object_object_add (service, "languages", list);
}

static void
put_areas (const DolenCsvCells *row, json_object *service)
{
  json_object *list = json_object_new_array ();
  guint at = 0;
  char *text;

  while ((text = dolen_csv_cells_next (row, DOLEN_CSV_AREA, &at)) != NULL) {
    json_object *area = json_object_new_object ();
    dolen_json_put_text (area, "name", text);
    json_object_array_add (list, area);
    g_free (text);
  }
  json_object_object_add (service, "service_areas", list);
}

static void
put_checked_on (const DolenCsvCells *row, json_object *service)
{
  guint at = 0;
  g_autofree char *text = dolen_csv_cells_next (row, DOLEN_CSV_CHECKED_ON, &at);
  g_autofree char *date = text ? dolen_csv_read_date (text) : NULL;

  dolen_json_put_text (service, "assured_date", date);
  if (text && !date)
    dolen_csv_cells_note (row, at - 1, dolen_csv_why (DOLEN_CSV_WHY_DATE));
}

/* Places are as old as the day they were told on: without it they are no more than words. */
static void
put_capacity (const DolenCsvCells *row, json_object *service)
{
  guint at = 0, day_at = 0;
  g_autofree char *text = dolen_csv_cells_next (row, DOLEN_CSV_PLACES, &at);
  g_autofree char *told = dolen_csv_cells_next (row, DOLEN_CSV_TOLD_ON, &day_at);
  g_autofree char *day = told ? dolen_csv_read_date (told) : NULL;
  json_object *report = text ? dolen_csv_read_capacity (text) : NULL, *list;

  if (told && !day)
    dolen_csv_cells_note (row, day_at - 1, dolen_csv_why (DOLEN_CSV_WHY_DATE));
  if (text && !(report && day))
    dolen_csv_cells_note (
        row, at - 1, dolen_csv_why (report ? DOLEN_CSV_WHY_NO_DAY : DOLEN_CSV_WHY_PLACES));
  if (!report || !day) {
    dolen_json_put_text (service, "wait_time", text);
    json_object_put (report);
    return;
  }
  dolen_json_put_text (report, "as_of", day);
  dolen_json_put_text (report, "source", dolen_told_by_code (DOLEN_TOLD_BY_FEED));
  list = json_object_new_array ();
  json_object_array_add (list, report);
  json_object_object_add (service, "x_dolen_capacity", list);
}

/* ---- the place ---- */

static void
put_number (const DolenCsvCells *row, DolenCsvField field, json_object *location, const char *key)
{
  guint at = 0;
  g_autofree char *text = dolen_csv_cells_next (row, field, &at);
  char *end = NULL;

  if (!text)
    return;
  dolen_json_put_text (location, key, text);
  g_ascii_strtod (text, &end);
  if (end == text || *end)
    dolen_csv_cells_note (row, at - 1, dolen_csv_why (DOLEN_CSV_WHY_NUMBER));
}

static void
put_access (const DolenCsvCells *row, json_object *location)
{
  json_object *list = json_object_new_array ();
  guint at = 0;
  char *text;

  while ((text = dolen_csv_cells_next (row, DOLEN_CSV_ACCESS, &at)) != NULL) {
    json_object *item = json_object_new_object ();
    g_autofree char *sentence
        = dolen_csv_with_heading (dolen_csv_columns_get (row->columns, at - 1)->heading, text);
    dolen_json_put_text (item, "description", sentence);
    json_object_array_add (list, item);
    g_free (text);
  }
  json_object_object_add (location, "accessibility", list);
}

/* "Village Hall, SY25 6HX" in the one cell or the other is both; beside a postcode only what its
 * heading speaks of is read. @column: that of the postcode */
static void
part_place (const DolenCsvCells *row, guint column, char **name, char **lines, char **postcode)
{
  g_autofree char *found = NULL;
  DolenCsvField beside;
  char **into;

  if (!*postcode)
    *postcode = dolen_csv_take_postcode (name);
  else if (!dolen_csv_is_postcode (*postcode)
           && (found = dolen_csv_take_postcode (postcode)) == NULL)
    dolen_csv_cells_note (row, column, dolen_csv_why (DOLEN_CSV_WHY_POSTCODE));
  if (found == NULL)
    return;
  beside = dolen_csv_field_beside_postcode (dolen_csv_columns_get (row->columns, column)->heading);
  into = beside == DOLEN_CSV_VENUE ? name : lines;
  if (*postcode && (beside == DOLEN_CSV_SKIP || *into || (*postcode)[0] == '('))
    dolen_csv_cells_note (row, column, dolen_csv_why (DOLEN_CSV_WHY_ONLY_POSTCODE));
  else if (*postcode)
    *into = g_steal_pointer (postcode);
  g_free (*postcode);
  *postcode = g_steal_pointer (&found);
}

/* Rows that name one place by name, address and postcode mean one place. */
static json_object *
place_of (const DolenCsvCells *row)
{
  g_autofree char *name = dolen_csv_cells_first (row, DOLEN_CSV_VENUE);
  g_autofree char *lines = dolen_csv_cells_join (row, DOLEN_CSV_ADDRESS, ", ");
  g_autofree char *town = dolen_csv_cells_first (row, DOLEN_CSV_TOWN),
                  *county = dolen_csv_cells_first (row, DOLEN_CSV_COUNTY);
  g_autofree char *latitude = dolen_csv_cells_first (row, DOLEN_CSV_LATITUDE), *id = NULL;
  g_autofree char *access = dolen_csv_cells_join (row, DOLEN_CSV_ACCESS, "\n");
  guint at = 0;
  g_autofree char *postcode = dolen_csv_cells_next (row, DOLEN_CSV_POSTCODE, &at);
  g_autofree char *close = NULL;
  const char *parts[4];
  json_object *location;

  part_place (row, at ? at - 1 : 0, &name, &lines, &postcode);
  close = postcode ? dolen_csv_close_up (postcode) : NULL;
  parts[0] = name;
  parts[1] = lines;
  parts[2] = town;
  parts[3] = close;
  if (!name && !lines && !town && !postcode && !latitude && !access)
    return NULL;
  location = json_object_new_object ();
  id = identity (DOLEN_MADE_PLACE, parts, G_N_ELEMENTS (parts));
  /* A place of which only the access is known is this row's own. */
  if (name || lines || town || postcode)
    dolen_json_put_text (location, "id", id);
  dolen_json_put_text (location, "name", name);
  dolen_json_put_text (location, "address_1", lines);
  dolen_json_put_text (location, "city", town);
  dolen_json_put_text (location, "state_province", county);
  dolen_json_put_text (location, "postal_code", postcode);
  put_number (row, DOLEN_CSV_LATITUDE, location, "latitude");
  put_number (row, DOLEN_CSV_LONGITUDE, location, "longitude");
  put_access (row, location);
  return location;
}

/* ---- the whole ---- */

/* The times of the columns that are days, one schedule each. */
static void
put_day_columns (const DolenCsvCells *row, const char *times, json_object *list)
{
  static const char *const DAYS[]
      = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

  for (int day = 0; day < 7; day++) {
    g_autofree char *text = dolen_csv_cells_first (row, (DolenCsvField) (DOLEN_CSV_MONDAY + day));
    if (text && !dolen_csv_is_no (text))
      dolen_csv_add_schedules (
          list, DAYS[day], dolen_csv_is_yes (text) ? times : text, NULL, NULL, NULL);
  }
}

static json_object *
schedules_of (const DolenCsvCells *row)
{
  json_object *list = json_object_new_array ();
  g_autofree char *days = dolen_csv_cells_join (row, DOLEN_CSV_DAYS, "; ");
  g_autofree char *times = dolen_csv_cells_join (row, DOLEN_CSV_TIMES, "; ");
  g_autofree char *starts = dolen_csv_cells_first (row, DOLEN_CSV_STARTS),
                  *ends = dolen_csv_cells_first (row, DOLEN_CSV_ENDS);
  g_autofree char *often = dolen_csv_cells_first (row, DOLEN_CSV_FREQUENCY);

  if (row->columns->own) {
    json_object *own = days ? dolen_csv_own_when (days, TRUE) : NULL;
    if (own) {
      json_object_put (list);
      return own;
    }
  }
  put_day_columns (row, times, list);
  if (days || json_object_array_length (list) == 0)
    dolen_csv_add_schedules (list, days, times, starts, ends, often);
  return list;
}

static void
put_identity (const DolenCsvCells *row, json_object *service)
{
  g_autofree char *given = dolen_csv_cells_first (row, DOLEN_CSV_ID);
  g_autofree char *name = dolen_csv_cells_first (row, DOLEN_CSV_NAME),
                  *welsh = dolen_csv_cells_first (row, DOLEN_CSV_NAME_CY);
  g_autofree char *organisation = dolen_csv_cells_first (row, DOLEN_CSV_ORGANISATION);
  g_autofree char *postcode = dolen_csv_cells_first (row, DOLEN_CSV_POSTCODE), *id = NULL,
                  *close = NULL;
  const char *parts[3];

  close = postcode ? dolen_csv_close_up (postcode) : NULL;
  parts[0] = name ? name : welsh;
  parts[1] = organisation;
  parts[2] = close;
  id = identity (DOLEN_MADE_ID, parts, 3);
  dolen_json_put_text (service, "id", given ? given : id);
  dolen_json_put_text (service, "name", name ? name : welsh);
  if (name)
    dolen_json_put_text (service, "x_dolen_name_cy", welsh);
}

/* A tick in "Running?" is one of ours. */
static void
put_status (const DolenCsvCells *row, json_object *service)
{
  g_autofree char *text = dolen_csv_cells_first (row, DOLEN_CSV_STATUS);
  DolenServiceStatus status;

  if (text && (dolen_csv_is_yes (text) || dolen_csv_is_no (text))
      && dolen_status_from_word (text, &status))
    dolen_json_put_text (service, "status", dolen_service_status_code (status));
  else
    dolen_json_put_text (service, "status", text);
}

static json_object *
service_of (const DolenCsvCells *row)
{
  json_object *service = json_object_new_object ();

  put_identity (row, service);
  put_organisation (row, service);
  put_cell (row, DOLEN_CSV_DESCRIPTION, service, "description");
  put_cell (row, DOLEN_CSV_DESCRIPTION_CY, service, "x_dolen_description_cy");
  put_cell (row, DOLEN_CSV_FOR_WHOM_CY, service, "x_dolen_eligibility_description_cy");
  put_cell (row, DOLEN_CSV_HOW_TO_JOIN, service, "application_process");
  put_cell (row, DOLEN_CSV_HOW_TO_JOIN_CY, service, "x_dolen_application_process_cy");
  put_cell (row, DOLEN_CSV_WEBSITE, service, "url");
  put_status (row, service);
  dolen_csv_put_contacts (row, service);
  put_ages (row, service);
  put_cost (row, service);
  put_categories (row, service);
  put_languages (row, service);
  put_areas (row, service);
  put_checked_on (row, service);
  put_capacity (row, service);
  return service;
}

static gboolean
is_empty (const DolenCsvRow *row)
{
  for (guint i = 0; i < row->n; i++)
    if (!dolen_text_is_empty (row->cells[i]))
      return FALSE;
  return TRUE;
}

json_object *
dolen_csv_record_new (const DolenCsvColumns *columns, const DolenCsvRow *given, GPtrArray *notes)
{
  const DolenCsvCells row = { columns, given, notes };
  json_object *record, *location, *schedules;

  if (is_empty (given))
    return NULL;
  record = json_object_new_object ();
  json_object_object_add (record, "service", service_of (&row));
  location = place_of (&row);
  if (location)
    json_object_object_add (record, "location", location);
  schedules = schedules_of (&row);
  json_object_object_add (record, "schedules", schedules);
  return record;
}

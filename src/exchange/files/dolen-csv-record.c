/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-csv-record.h"

#include "base/dolen-text.h"
#include "directory/dolen-records.h"
#include "exchange/dolen-given-out.h"
#include "exchange/files/dolen-csv-own-words.h"
#include "exchange/files/dolen-csv-values.h"
#include "format/dolen-json-value.h"
#include "language/dolen-welsh.h"

#include <string.h>

/* One row being read. */
typedef struct {
  const DolenCsvColumns *columns;
  const DolenCsvRow *row;
  GPtrArray *notes; /* (nullable) */
} Row;

void
dolen_csv_note_free (DolenCsvNote *note)
{
  g_free (note->heading);
  g_free (note->why);
  g_free (note);
}

static void
note (const Row *row, guint column, const char *why)
{
  DolenCsvNote *item;

  if (!row->notes)
    return;
  item = g_new0 (DolenCsvNote, 1);
  item->column = column;
  item->heading = g_strdup (dolen_csv_columns_get (row->columns, column)->heading);
  item->why = g_strdup (why);
  g_ptr_array_add (row->notes, item);
}

/* What looks like a formula stands behind an apostrophe, so that no spreadsheet reckons with it. */
static const char *
skip_apostrophe (const char *cell)
{
  return cell[0] == '\'' && cell[1] != '\0' && strchr ("=+-@", cell[1]) ? cell + 1 : cell;
}

/* The cells of a field, one after the other. *@at: 0 to begin with; the column is *@at - 1. */
static char *
next_cell (const Row *row, DolenCsvField field, guint *at)
{
  while (*at < row->row->n && *at < row->columns->columns->len) {
    guint column = (*at)++;
    char *text;
    if (dolen_csv_columns_get (row->columns, column)->field != field)
      continue;
    text = dolen_text_clean (skip_apostrophe (row->row->cells[column]));
    if (text && !dolen_csv_says_nothing (text))
      return text;
    g_free (text);
  }
  return NULL;
}

static char *
cell (const Row *row, DolenCsvField field)
{
  guint at = 0;

  return next_cell (row, field, &at);
}

/* All cells of a field in one text; NULL where there is none. */
static char *
cells (const Row *row, DolenCsvField field, const char *between)
{
  g_autoptr (GString) all = g_string_new (NULL);
  guint at = 0;
  char *text;

  while ((text = next_cell (row, field, &at)) != NULL) {
    g_string_append_printf (all, "%s%s", all->len ? between : "", text);
    g_free (text);
  }
  return all->len ? g_string_free (g_steal_pointer (&all), FALSE) : NULL;
}

static void
put_cell (const Row *row, DolenCsvField field, json_object *object, const char *key)
{
  g_autofree char *text = cells (row, field, "\n\n");

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
put_organisation (const Row *row, json_object *service)
{
  g_autofree char *name = cell (row, DOLEN_CSV_ORGANISATION);
  g_autofree char *welsh = cell (row, DOLEN_CSV_ORGANISATION_CY);
  g_autofree char *charity = cell (row, DOLEN_CSV_CHARITY);
  g_autofree char *company = cell (row, DOLEN_CSV_COMPANY);
  g_autofree char *id = cell (row, DOLEN_CSV_ORGANISATION_ID);
  json_object *organisation, *numbers;

  /* A charity's number beside a group without an organisation is the group's own. */
  if (!name && !welsh && (charity || company)) {
    name = cell (row, DOLEN_CSV_NAME);
    welsh = cell (row, DOLEN_CSV_NAME_CY);
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

/* "01545 570000 / 07700 900000" is two. */
static void
put_phones (const Row *row, json_object *holder)
{
  json_object *list = json_object_new_array ();
  guint at = 0;
  char *text;

  while ((text = next_cell (row, DOLEN_CSV_PHONE, &at)) != NULL) {
    g_auto (GStrv) parts = dolen_csv_split_phones (text);
    for (guint i = 0; parts[i]; i++) {
      json_object *phone = json_object_new_object ();
      g_autofree char *number = dolen_text_phone (parts[i]);
      dolen_json_put_text (phone, "number", parts[i]);
      json_object_array_add (list, phone);
      if (!number)
        note (row, at - 1, dolen_csv_why (DOLEN_CSV_WHY_PHONE));
    }
    g_free (text);
  }
  json_object_object_add (holder, "phones", list);
}

/* Said of this person by this row, and of nobody else: an empty cell says nothing. */
static void
put_permission (const Row *row, json_object *person)
{
  guint at = 0;
  g_autofree char *text = next_cell (row, DOLEN_CSV_GIVEN_OUT, &at);

  if (!text)
    return;
  if (dolen_csv_is_yes (text))
    dolen_json_put_text (
        person, DOLEN_KEY_PERMISSION, dolen_permission_code (DOLEN_PERMISSION_GIVEN_OUT));
  else if (dolen_csv_is_no (text))
    dolen_json_put_text (
        person, DOLEN_KEY_PERMISSION, dolen_permission_code (DOLEN_PERMISSION_WORKERS_ONLY));
  else
    note (row, at - 1, dolen_csv_why (DOLEN_CSV_WHY_YES_OR_NO));
}

/* Telephone and e-mail beside a person's name are that person's. */
static void
put_contact (const Row *row, json_object *service)
{
  g_autofree char *name = cell (row, DOLEN_CSV_CONTACT);
  g_autofree char *email = NULL, *canonical = NULL;
  json_object *holder = name ? json_object_new_object () : service;
  guint at = 0;

  email = next_cell (row, DOLEN_CSV_EMAIL, &at);
  canonical = email ? dolen_text_email (email) : NULL;
  if (email && !canonical)
    note (row, at - 1, dolen_csv_why (DOLEN_CSV_WHY_EMAIL));
  dolen_json_put_text (holder, "email", email);
  put_phones (row, holder);
  if (name) {
    json_object *list = json_object_new_array ();
    dolen_json_put_text (holder, "name", name);
    put_permission (row, holder);
    json_object_array_add (list, holder);
    json_object_object_add (service, "contacts", list);
  }
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
take_own_ages (const Row *row, int *least, int *most)
{
  char *for_whom = cells (row, DOLEN_CSV_FOR_WHOM, "\n\n");
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
put_ages (const Row *row, json_object *service)
{
  int least = -1, most = -1;
  g_autofree char *for_whom = take_own_ages (row, &least, &most);
  guint at = 0;
  g_autofree char *ages = next_cell (row, DOLEN_CSV_AGES, &at);
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
    g_autofree char *before = g_steal_pointer (&for_whom);
    for_whom = before ? g_strconcat (before, "\n\n", ages, NULL) : g_strdup (ages);
  }
  dolen_json_put_text (service, "eligibility_description", for_whom);
}

static void
put_cost (const Row *row, json_object *service)
{
  g_autofree char *cost = cells (row, DOLEN_CSV_COST, "; ");
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
put_categories (const Row *row, json_object *service)
{
  json_object *list = json_object_new_array ();
  guint at = 0;
  char *text;

  while ((text = next_cell (row, DOLEN_CSV_CATEGORY, &at)) != NULL) {
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
put_languages (const Row *row, json_object *service)
{
  json_object *list = json_object_new_array ();
  guint at = 0;
  char *text;

  while ((text = next_cell (row, DOLEN_CSV_LANGUAGES, &at)) != NULL) {
    dolen_csv_add_languages (list, dolen_csv_columns_get (row->columns, at - 1)->heading, text);
    g_free (text);
  }
  json_object_object_add (service, "languages", list);
}

static void
put_areas (const Row *row, json_object *service)
{
  json_object *list = json_object_new_array ();
  guint at = 0;
  char *text;

  while ((text = next_cell (row, DOLEN_CSV_AREA, &at)) != NULL) {
    json_object *area = json_object_new_object ();
    dolen_json_put_text (area, "name", text);
    json_object_array_add (list, area);
    g_free (text);
  }
  json_object_object_add (service, "service_areas", list);
}

static void
put_checked_on (const Row *row, json_object *service)
{
  guint at = 0;
  g_autofree char *text = next_cell (row, DOLEN_CSV_CHECKED_ON, &at);
  g_autofree char *date = text ? dolen_csv_read_date (text) : NULL;

  dolen_json_put_text (service, "assured_date", date);
  if (text && !date)
    note (row, at - 1, dolen_csv_why (DOLEN_CSV_WHY_DATE));
}

/* Places are as old as the day they were told on: without it they are no more than words. */
static void
put_capacity (const Row *row, json_object *service)
{
  guint at = 0, day_at = 0;
  g_autofree char *text = next_cell (row, DOLEN_CSV_PLACES, &at);
  g_autofree char *told = next_cell (row, DOLEN_CSV_TOLD_ON, &day_at);
  g_autofree char *day = told ? dolen_csv_read_date (told) : NULL;
  json_object *report = text ? dolen_csv_read_capacity (text) : NULL, *list;

  if (told && !day)
    note (row, day_at - 1, dolen_csv_why (DOLEN_CSV_WHY_DATE));
  if (text && !(report && day))
    note (row, at - 1, dolen_csv_why (report ? DOLEN_CSV_WHY_NO_DAY : DOLEN_CSV_WHY_PLACES));
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
put_number (const Row *row, DolenCsvField field, json_object *location, const char *key)
{
  guint at = 0;
  g_autofree char *text = next_cell (row, field, &at);
  char *end = NULL;

  if (!text)
    return;
  dolen_json_put_text (location, key, text);
  g_ascii_strtod (text, &end);
  if (end == text || *end)
    note (row, at - 1, dolen_csv_why (DOLEN_CSV_WHY_NUMBER));
}

static void
put_access (const Row *row, json_object *location)
{
  json_object *list = json_object_new_array ();
  guint at = 0;
  char *text;

  while ((text = next_cell (row, DOLEN_CSV_ACCESS, &at)) != NULL) {
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
part_place (const Row *row, guint column, char **name, char **lines, char **postcode)
{
  g_autofree char *found = NULL;
  DolenCsvField beside;
  char **into;

  if (!*postcode)
    *postcode = dolen_csv_take_postcode (name);
  else if (!dolen_csv_is_postcode (*postcode)
           && (found = dolen_csv_take_postcode (postcode)) == NULL)
    note (row, column, dolen_csv_why (DOLEN_CSV_WHY_POSTCODE));
  if (found == NULL)
    return;
  beside = dolen_csv_field_beside_postcode (dolen_csv_columns_get (row->columns, column)->heading);
  into = beside == DOLEN_CSV_VENUE ? name : lines;
  if (*postcode && (beside == DOLEN_CSV_SKIP || *into || (*postcode)[0] == '('))
    note (row, column, dolen_csv_why (DOLEN_CSV_WHY_ONLY_POSTCODE));
  else if (*postcode)
    *into = g_steal_pointer (postcode);
  g_free (*postcode);
  *postcode = g_steal_pointer (&found);
}

/* Rows that name one place by name, address and postcode mean one place. */
static json_object *
place_of (const Row *row)
{
  g_autofree char *name = cell (row, DOLEN_CSV_VENUE);
  g_autofree char *lines = cells (row, DOLEN_CSV_ADDRESS, ", ");
  g_autofree char *town = cell (row, DOLEN_CSV_TOWN), *county = cell (row, DOLEN_CSV_COUNTY);
  g_autofree char *latitude = cell (row, DOLEN_CSV_LATITUDE), *id = NULL;
  g_autofree char *access = cells (row, DOLEN_CSV_ACCESS, "\n");
  guint at = 0;
  g_autofree char *postcode = next_cell (row, DOLEN_CSV_POSTCODE, &at);
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
put_day_columns (const Row *row, const char *times, json_object *list)
{
  static const char *const DAYS[]
      = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

  for (int day = 0; day < 7; day++) {
    g_autofree char *text = cell (row, (DolenCsvField) (DOLEN_CSV_MONDAY + day));
    if (text && !dolen_csv_is_no (text))
      dolen_csv_add_schedules (
          list, DAYS[day], dolen_csv_is_yes (text) ? times : text, NULL, NULL, NULL);
  }
}

static json_object *
schedules_of (const Row *row)
{
  json_object *list = json_object_new_array ();
  g_autofree char *days = cells (row, DOLEN_CSV_DAYS, "; ");
  g_autofree char *times = cells (row, DOLEN_CSV_TIMES, "; ");
  g_autofree char *starts = cell (row, DOLEN_CSV_STARTS), *ends = cell (row, DOLEN_CSV_ENDS);
  g_autofree char *often = cell (row, DOLEN_CSV_FREQUENCY);

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
put_identity (const Row *row, json_object *service)
{
  g_autofree char *given = cell (row, DOLEN_CSV_ID);
  g_autofree char *name = cell (row, DOLEN_CSV_NAME), *welsh = cell (row, DOLEN_CSV_NAME_CY);
  g_autofree char *organisation = cell (row, DOLEN_CSV_ORGANISATION);
  g_autofree char *postcode = cell (row, DOLEN_CSV_POSTCODE), *id = NULL, *close = NULL;
  const char *parts[3];

  close = postcode ? dolen_csv_close_up (postcode) : NULL;
  parts[0] = name ? name : welsh;
  parts[1] = organisation;
  parts[2] = close;
  id = identity (DOLEN_CSV_MADE_ID, parts, 3);
  dolen_json_put_text (service, "id", given ? given : id);
  dolen_json_put_text (service, "name", name ? name : welsh);
  if (name)
    dolen_json_put_text (service, "x_dolen_name_cy", welsh);
}

static json_object *
service_of (const Row *row)
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
  put_cell (row, DOLEN_CSV_STATUS, service, "status");
  put_contact (row, service);
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
  const Row row = { columns, given, notes };
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

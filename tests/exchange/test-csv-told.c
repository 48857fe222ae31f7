/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/dolen-error.h"
#include "directory/dolen-sentences.h"
#include "exchange/files/dolen-csv-values.h"
#include "exchange/imports.h"
#include "support/dolen-test.h"

#include <string.h>

/* What an import of a table tells: columns it does not read, people it does not give out, and how
 * much would be gone; and the cells that say whether there are places. */

static DolenImportReport *
import_table (DolenDirectory *directory, const char *text, const DolenImportOptions *options)
{
  g_autofree char *path = imports_write ("groups.csv", text);

  return imports_read_as (directory, path, options);
}

static DolenService *
get_service (DolenDirectory *directory, const char *name)
{
  g_autofree char *uid = imports_find (directory, "service", name);

  return dolen_directory_get_service (directory, uid, NULL);
}

/* What is said of who they are stays in words. */
static void
an_age_among_words_is_read (void)
{
  static const struct {
    const char *for_whom, *ages;
    int least, most;
  } rows[] = {
    { "Men over 50", "", 50, -1 },
    { "Women 55+", "", 55, -1 },
    { "For people aged 60 and over", "", 60, -1 },
    { "Dynion dros 65", "", 65, -1 },
    { "\"Over 18s, beginners\"", "", 18, -1 },
    { "Carers", "Men over 50", 50, -1 },
    { "Men over 50", "60+", 60, -1 },
    { "Over 50 miles away", "", -1, -1 },
    { "\"Over 18s, under 12s\"", "", -1, -1 },
    { "Anyone", "", -1, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text
        = g_strdup_printf ("Name,For whom,Ages\nWalk,%s,%s\n", rows[i].for_whom, rows[i].ages);
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autoptr (DolenImportReport) report = import_table (directory, text, NULL);
    g_autoptr (DolenService) walk = get_service (directory, "Walk");

    g_assert_cmpint (walk->minimum_age, ==, rows[i].least);
    g_assert_cmpint (walk->maximum_age, ==, rows[i].most);
    g_assert_false (dolen_bilingual_is_empty (&walk->eligibility));
  }
}

static void
columns_that_are_not_read_are_named (void)
{
  static const DolenImportOptions DRY = { .dry_run = TRUE };
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = import_table (
      directory, "Name,Favourite colour,Postcode\nLunch club,Red,SY25 6HX\n", &DRY);
  g_autofree char *sentence = dolen_import_columns_sentence (report);
  g_autofree char *json = dolen_import_report_to_json (report);
  const DolenImportColumn *colour;

  g_assert_cmpuint (report->columns->len, ==, 3);
  colour = report->columns->pdata[1];
  g_assert_cmpstr (colour->heading, ==, "Favourite colour");
  g_assert_cmpint (colour->field, ==, DOLEN_CSV_SKIP);
  g_assert_cmpstr (sentence,
                   ==,
                   "Columns that were not read: “Favourite colour”. No column of the table says "
                   "which organisation runs each group.");
  g_assert_nonnull (strstr (json, "\"unread\":[\"Favourite colour\"]"));
  g_assert_nonnull (strstr (json, "{\"heading\":\"Postcode\",\"field\":\"postcode\"}"));
}

static const DolenCapacity REPORTS[] = {
  { .status = DOLEN_CAPACITY_OPEN, .places_free = -1, .wait_weeks_from = -1, .wait_weeks_to = -1 },
  { .status = DOLEN_CAPACITY_PLACES, .places_free = 4, .wait_weeks_from = -1, .wait_weeks_to = -1 },
  { .status = DOLEN_CAPACITY_PLACES, .places_free = 2, .wait_weeks_from = -1, .wait_weeks_to = -1 },
  { .status = DOLEN_CAPACITY_PLACES, .places_free = 1, .wait_weeks_from = -1, .wait_weeks_to = -1 },
  { .status = DOLEN_CAPACITY_PLACES, .places_free = 0, .wait_weeks_from = -1, .wait_weeks_to = -1 },
  { .status = DOLEN_CAPACITY_PLACES,
    .places_free = -1,
    .wait_weeks_from = -1,
    .wait_weeks_to = -1 },
  { .status = DOLEN_CAPACITY_WAITING_LIST,
    .places_free = -1,
    .wait_weeks_from = 3,
    .wait_weeks_to = 6 },
  { .status = DOLEN_CAPACITY_WAITING_LIST,
    .places_free = -1,
    .wait_weeks_from = 2,
    .wait_weeks_to = 2 },
  { .status = DOLEN_CAPACITY_WAITING_LIST,
    .places_free = -1,
    .wait_weeks_from = -1,
    .wait_weeks_to = -1 },
  { .status = DOLEN_CAPACITY_FULL, .places_free = -1, .wait_weeks_from = -1, .wait_weeks_to = -1 },
  { .status = DOLEN_CAPACITY_ASK_FIRST,
    .places_free = -1,
    .wait_weeks_from = -1,
    .wait_weeks_to = -1 },
  { .status = DOLEN_CAPACITY_PAUSED,
    .places_free = -1,
    .wait_weeks_from = -1,
    .wait_weeks_to = -1 },
  { .status = DOLEN_CAPACITY_PAUSED,
    .places_free = -1,
    .wait_weeks_from = -1,
    .wait_weeks_to = -1,
    .returns_on = (char *) "2026-05-12" },
};

/* What our own spreadsheet writes is what it reads. */
static void
places_are_read_as_they_are_written (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (REPORTS); i++)
    for (int language = 0; language < 2; language++) {
      g_autofree char *text = dolen_sentence_capacity_bare (
          language ? DOLEN_LANGUAGE_CY : DOLEN_LANGUAGE_EN, &REPORTS[i]);
      json_object *read = dolen_csv_read_capacity (text);
      json_object *free = NULL, *from = NULL, *to = NULL;

      g_test_message ("%s", text);
      g_assert_nonnull (read);
      g_assert_cmpstr (json_object_get_string (json_object_object_get (read, "status")),
                       ==,
                       dolen_capacity_status_code (REPORTS[i].status));
      g_assert_cmpstr (json_object_get_string (json_object_object_get (read, "returns_on")),
                       ==,
                       REPORTS[i].returns_on);
      json_object_object_get_ex (read, "places_free", &free);
      json_object_object_get_ex (read, "wait_weeks_from", &from);
      json_object_object_get_ex (read, "wait_weeks_to", &to);
      g_assert_cmpint (free ? json_object_get_int (free) : -1, ==, REPORTS[i].places_free);
      g_assert_cmpint (from ? json_object_get_int (from) : -1, ==, REPORTS[i].wait_weeks_from);
      g_assert_cmpint (to ? json_object_get_int (to) : -1, ==, REPORTS[i].wait_weeks_to);
      json_object_put (read);
    }
  g_assert_null (dolen_csv_read_capacity ("ring Jan"));
  g_assert_null (dolen_csv_read_capacity ("Waiting list, 3 months"));
}

static void
places_are_of_the_day_they_were_told (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = import_table (
      directory,
      "Name,Places,Told on\nLunch club,4 places,1/11/2026\nWalking group,Full,\n"
      "Choir,ring Jan,1/11/2026\n",
      NULL);
  g_autoptr (DolenService) lunch = get_service (directory, "Lunch club");
  g_autoptr (DolenService) walk = get_service (directory, "Walking group");
  g_autoptr (DolenService) choir = get_service (directory, "Choir");
  const DolenCapacity *told = dolen_service_current_capacity (lunch);

  g_assert_nonnull (told);
  g_assert_cmpint (told->places_free, ==, 4);
  g_assert_cmpstr (told->as_of, ==, "2026-11-01");
  g_assert_cmpint (told->source, ==, DOLEN_TOLD_BY_FEED);
  g_assert_cmpuint (walk->capacities->len, ==, 0);
  g_assert_cmpuint (report->noted->len, ==, 2);
  /* What is no report stays in words. */
  g_assert_null (lunch->wait_given);
  g_assert_cmpstr (walk->wait_given, ==, "Full");
  g_assert_cmpstr (choir->wait_given, ==, "ring Jan");
}

typedef struct {
  const char *word;
  DolenServiceStatus status;
} StatusWord;

static const StatusWord STATUSES[] = {
  { "Active", DOLEN_SERVICE_ACTIVE },
  { "Yes", DOLEN_SERVICE_ACTIVE },
  { "Ar gau", DOLEN_SERVICE_DEFUNCT },
  { "WEDI CAU", DOLEN_SERVICE_DEFUNCT },
  { "Caeedig", DOLEN_SERVICE_DEFUNCT },
  { "Wedi dod i ben", DOLEN_SERVICE_DEFUNCT },
  { "Closed", DOLEN_SERVICE_DEFUNCT },
  { "Ceased", DOLEN_SERVICE_DEFUNCT },
  { "Ended", DOLEN_SERVICE_DEFUNCT },
  { "Folded", DOLEN_SERVICE_DEFUNCT },
  { "Finished", DOLEN_SERVICE_DEFUNCT },
  { "Inactive", DOLEN_SERVICE_INACTIVE },
  { "Ddim yn rhedeg", DOLEN_SERVICE_INACTIVE },
  { "Not running", DOLEN_SERVICE_INACTIVE },
  { "No", DOLEN_SERVICE_INACTIVE },
  { "Ar saib", DOLEN_SERVICE_TEMPORARILY_CLOSED },
  { "Suspended", DOLEN_SERVICE_TEMPORARILY_CLOSED },
  { "On hold", DOLEN_SERVICE_TEMPORARILY_CLOSED },
  { "Paused", DOLEN_SERVICE_TEMPORARILY_CLOSED },
  { "Ar gau dros dro", DOLEN_SERVICE_TEMPORARILY_CLOSED },
  { "Temporarily-Closed", DOLEN_SERVICE_TEMPORARILY_CLOSED },
};

static void
a_status_is_read_in_either_language (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (GString) table = g_string_new ("ID,Name,Statws\n");
  g_autoptr (DolenImportReport) report = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (STATUSES); i++)
    g_string_append_printf (
        table, "%" G_GSIZE_FORMAT ",%s group,%s\n", i, STATUSES[i].word, STATUSES[i].word);
  g_string_append (table, "98,Odd group,Perhaps\n99,Plain group,\n");
  report = import_table (directory, table->str, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (STATUSES); i++) {
    g_autofree char *name = g_strdup_printf ("%s group", STATUSES[i].word);
    g_autoptr (DolenService) service = get_service (directory, name);

    g_test_message ("%s", name);
    g_assert_cmpint (service->status, ==, STATUSES[i].status);
  }
  g_assert_cmpuint (report->oddities.count[DOLEN_ODDITY_STATUS_UNKNOWN], ==, 1);
}

static void
a_status_nobody_understands_is_to_be_put_right (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report
             = import_table (directory, "Name,Status\nOdd group,Closed group\n", NULL);
  g_autoptr (DolenService) odd = get_service (directory, "Odd group");
  const DolenOddityExample *example = NULL;

  g_assert_cmpint (odd->status, ==, DOLEN_SERVICE_ACTIVE);
  g_assert_cmpuint (report->oddities.count[DOLEN_ODDITY_STATUS_UNKNOWN], ==, 1);
  g_assert_cmpint (dolen_oddity_group (DOLEN_ODDITY_STATUS_UNKNOWN), ==, DOLEN_ODDITY_TO_MEND);
  for (guint i = 0; i < report->examples.list->len; i++) {
    const DolenOddityExample *one = report->examples.list->pdata[i];

    if (one->kind == DOLEN_ODDITY_STATUS_UNKNOWN)
      example = one;
  }
  g_assert_nonnull (example);
  g_assert_cmpstr (example->given, ==, "Closed group");
}

static char *
table_of (int n)
{
  g_autoptr (GString) text = g_string_new ("ID,Name\n");

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%d,Group %d\n", i, i);
  return g_strdup (text->str);
}

static void
more_than_half_is_not_gone_without_a_word (void)
{
  static const DolenImportOptions COMPLETE = { .complete = TRUE };
  static const DolenImportOptions ACCEPTED = { .complete = TRUE, .accept_loss = TRUE };
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *forty = table_of (40), *ten = table_of (10), *thirty = table_of (30);
  g_autoptr (DolenImportReport) first = import_table (directory, forty, &COMPLETE);
  g_autoptr (DolenImportReport) shrunk = import_table (directory, ten, &COMPLETE);
  g_autoptr (DolenImportReport) some = import_table (directory, thirty, &COMPLETE);
  g_autoptr (DolenImportReport) meant = import_table (directory, ten, &ACCEPTED);

  g_assert_false (first->shrunk);
  g_assert_true (shrunk->shrunk);
  g_assert_cmpuint (shrunk->gone, ==, 0);
  g_assert_false (some->shrunk);
  g_assert_cmpuint (some->gone, ==, 10);
  g_assert_false (meant->shrunk);
  g_assert_cmpuint (meant->gone, ==, 20);
}

static void
few_records_are_guarded_too (void)
{
  static const DolenImportOptions COMPLETE = { .complete = TRUE };
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *twelve = table_of (12), *two = table_of (2), *ten = table_of (10);
  g_autoptr (DolenImportReport) first = import_table (directory, twelve, &COMPLETE);
  g_autoptr (DolenImportReport) shrunk = import_table (directory, two, &COMPLETE);
  g_autoptr (DolenImportReport) some = import_table (directory, ten, &COMPLETE);

  g_assert_cmpuint (first->services.added, ==, 12);
  g_assert_true (shrunk->shrunk);
  g_assert_cmpuint (shrunk->gone, ==, 0);
  g_assert_false (some->shrunk);
  g_assert_cmpuint (some->gone, ==, 2);
}

static void
two_may_go_of_few (void)
{
  static const DolenImportOptions COMPLETE = { .complete = TRUE };
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *three = table_of (3), *one = table_of (1);
  g_autoptr (DolenImportReport) first = import_table (directory, three, &COMPLETE);
  g_autoptr (DolenImportReport) less = import_table (directory, one, &COMPLETE);

  g_assert_cmpuint (first->services.added, ==, 3);
  g_assert_cmpuint (less->gone, ==, 2);
}

/* Headings without rows: even where any loss is accepted. */
static void
an_empty_table_marks_nothing (void)
{
  static const DolenImportOptions ACCEPTED = { .complete = TRUE, .accept_loss = TRUE };
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *two = table_of (2), *none = table_of (0);
  g_autofree char *path = imports_write ("groups.csv", none);
  g_autoptr (DolenImportReport) first = import_table (directory, two, &ACCEPTED);
  g_autoptr (DolenImportReport) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (first->services.added, ==, 2);
  g_assert_false (
      dolen_import_run (directory, (const char *const[]){ path }, 1, &ACCEPTED, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  again = import_table (directory, two, &ACCEPTED);
  g_assert_cmpuint (again->services.unchanged, ==, 2);
}

static DolenPermission
permission_of (DolenDirectory *directory, const char *name)
{
  g_autoptr (DolenService) service = get_service (directory, name);

  g_assert_cmpuint (service->contacts->len, ==, 1);
  return ((DolenContact *) service->contacts->pdata[0])->permission;
}

#define PEOPLE                                                                                     \
  "ID,Name,Contact name,Telephone,May be given out\n"                                              \
  "1,Lunch club,Ann Jones,01974 000000,yes\n"                                                      \
  "2,Walking group,Jan Jones,01974 000001,no\n"                                                    \
  "3,Choir,Sam Jones,01974 000002,\n"                                                              \
  "4,Chess,Eve Jones,01974 000003,perhaps\n"

static void
a_yes_is_one_where_it_is_said (void)
{
  static const DolenImportOptions ALL = { .given_out = TRUE };
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = import_table (directory, PEOPLE, NULL);
  g_autoptr (DolenImportReport) all = NULL, later = NULL;
  g_autoptr (GString) withdrawn = g_string_new (PEOPLE);

  g_assert_cmpint (permission_of (directory, "Lunch club"), ==, DOLEN_PERMISSION_GIVEN_OUT);
  g_assert_cmpint (permission_of (directory, "Walking group"), ==, DOLEN_PERMISSION_WORKERS_ONLY);
  g_assert_cmpint (permission_of (directory, "Choir"), ==, DOLEN_PERMISSION_NOT_ASKED);
  g_assert_cmpint (permission_of (directory, "Chess"), ==, DOLEN_PERMISSION_NOT_ASKED);
  g_assert_cmpuint (report->withheld, ==, 3);
  g_assert_cmpuint (report->noted->len, ==, 1);
  all = import_table (directory, PEOPLE, &ALL);
  g_assert_cmpint (permission_of (directory, "Choir"), ==, DOLEN_PERMISSION_GIVEN_OUT);
  g_assert_cmpint (permission_of (directory, "Walking group"), ==, DOLEN_PERMISSION_WORKERS_ONLY);
  g_assert_cmpuint (all->withheld, ==, 1);
  g_string_replace (withdrawn, "01974 000000,yes", "01974 000000,no", 0);
  later = import_table (directory, withdrawn->str, NULL);
  g_assert_cmpint (permission_of (directory, "Lunch club"), ==, DOLEN_PERMISSION_WORKERS_ONLY);
  g_assert_cmpint (permission_of (directory, "Choir"), ==, DOLEN_PERMISSION_GIVEN_OUT);
  g_assert_cmpuint (later->withheld, ==, 2);
}

/* A sum is no group, and its row is told; what is called so and says more is one. */
static void
a_sum_is_no_group (void)
{
  static const char *const SUMS[] = { "Total,,57,",
                                      "Cyfanswm,,,57",
                                      "TOTAL: 57,,,",
                                      "Grand total,,1,2",
                                      "Total number of groups,,57,",
                                      "Is-gyfanswm,,57,",
                                      "57,,12," };
  static const char *const GROUPS[]
      = { "Total Fitness,SY25 6HX,57,", "Total,SY25 6HX,57,", "Totals choir,,," };

  for (gsize i = 0; i < G_N_ELEMENTS (SUMS); i++) {
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autofree char *text
        = g_strdup_printf ("Name,Postcode,People,More\nLunch club,SY25 6HX,57,\n%s\n", SUMS[i]);
    g_autoptr (DolenImportReport) report = import_table (directory, text, NULL);
    const DolenImportRefusal *refusal;

    g_test_message ("%s", SUMS[i]);
    g_assert_cmpuint (report->services.added, ==, 1);
    g_assert_cmpuint (report->rejected->len, ==, 1);
    refusal = report->rejected->pdata[0];
    g_assert_cmpstr (refusal->where, ==, "groups.csv, row 3");
    g_assert_cmpstr (refusal->why, ==, "It is a total beneath the table, not a group.");
  }
  for (gsize i = 0; i < G_N_ELEMENTS (GROUPS); i++) {
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autofree char *text = g_strdup_printf ("Name,Postcode,People,More\n%s\n", GROUPS[i]);
    g_autoptr (DolenImportReport) report = import_table (directory, text, NULL);

    g_assert_cmpuint (report->services.added, ==, 1);
  }
}

/* One column for the place and its postcode gives both, under whatever heading. */
static void
a_column_may_hold_place_and_postcode (void)
{
  static const struct {
    const char *heading, *cell, *venue, *address;
  } cases[] = {
    { "Venue & Postcode", "\"Village Hall, SY25 6HX\"", "Village Hall", NULL },
    { "Venue and postcode", "Village Hall SY256HX", "Village Hall", NULL },
    { "Venue and postcode", "Village Hall (SY25 6HX)", "Village Hall", NULL },
    { "Venue Postcode", "\"Village Hall, SY25 6HX\"", "Village Hall", NULL },
    { "Venue", "Village Hall - sy25 6hx", "Village Hall", NULL },
    { "Address and postcode", "\"1 High Street, SY25 6HX\"", NULL, "1 High Street, SY25 6HX" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autofree char *text
        = g_strdup_printf ("Name,%s\nLunch club,%s\n", cases[i].heading, cases[i].cell);
    g_autoptr (DolenImportReport) report = import_table (directory, text, NULL);
    g_autoptr (DolenService) lunch = get_service (directory, "Lunch club");
    const DolenVenue *venue;

    g_test_message ("%s: %s", cases[i].heading, cases[i].cell);
    g_assert_cmpuint (report->noted->len, ==, 0);
    g_assert_cmpuint (lunch->venues->len, ==, 1);
    venue = lunch->venues->pdata[0];
    g_assert_cmpstr (venue->postcode, ==, "SY25 6HX");
    g_assert_cmpstr (venue->name.en, ==, cases[i].venue);
    g_assert_cmpstr (venue->address, ==, cases[i].address);
  }
}

/* What stands beside a postcode is a hall only where the heading speaks of one. */
static void
what_stands_beside_a_postcode_is_told (void)
{
  static const struct {
    const char *headings, *cells, *venue;
  } cases[] = {
    { "Postcode,Town", "SY25 6HX (approx.),Tregaron", NULL },
    { "Postcode,Town", "SY25 6HX near the bridge,Tregaron", NULL },
    { "Venue Postcode,Town", "SY25 6HX (approx.),Tregaron", NULL },
    { "Venue Postcode,Venue", "\"Back door, SY25 6HX\",Village Hall", "Village Hall" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autofree char *text
        = g_strdup_printf ("Name,%s\nLunch club,%s\n", cases[i].headings, cases[i].cells);
    g_autoptr (DolenImportReport) report = import_table (directory, text, NULL);
    g_autoptr (DolenService) lunch = get_service (directory, "Lunch club");
    const DolenVenue *venue = lunch->venues->pdata[0];

    g_test_message ("%s: %s", cases[i].headings, cases[i].cells);
    g_assert_cmpuint (report->noted->len, ==, 1);
    g_assert_cmpstr (((const DolenImportRefusal *) report->noted->pdata[0])->why,
                     ==,
                     "Only the postcode in it was read.");
    g_assert_cmpstr (venue->postcode, ==, "SY25 6HX");
    g_assert_cmpstr (venue->name.en, ==, cases[i].venue);
    g_assert_null (venue->address);
  }
}

/* A person with two telephones is one. */
static void
people_are_counted_once (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = import_table (
      directory,
      "Name,Contact,Telephone\nLunch club,Jan Jones,01974 000000 / 07700 900123\n"
      "Walking group,Ann Lewis,01974 000001\n",
      NULL);

  g_assert_cmpuint (report->services.added, ==, 2);
  g_assert_cmpuint (report->withheld, ==, 2);
}

static void
a_bad_date_is_told_once (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report
             = import_table (directory, "Name,Last checked\nLunch club,31/02/2026\n", NULL);

  g_assert_cmpuint (report->noted->len, ==, 1);
  g_assert_cmpuint (report->oddities.count[DOLEN_ODDITY_DATE_UNREADABLE], ==, 0);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/exchange/csv-told/" name, function)
  ADD ("an age among words is read", an_age_among_words_is_read);
  ADD ("columns that are not read are named", columns_that_are_not_read_are_named);
  ADD ("places are read as they are written", places_are_read_as_they_are_written);
  ADD ("a sum is no group", a_sum_is_no_group);
  ADD ("a column may hold place and postcode", a_column_may_hold_place_and_postcode);
  ADD ("what stands beside a postcode is told", what_stands_beside_a_postcode_is_told);
  ADD ("people are counted once", people_are_counted_once);
  ADD ("a bad date is told once", a_bad_date_is_told_once);
  ADD ("places are of the day they were told", places_are_of_the_day_they_were_told);
  ADD ("a status is read in either language", a_status_is_read_in_either_language);
  ADD ("a status nobody understands is to be put right",
       a_status_nobody_understands_is_to_be_put_right);
  ADD ("few records are guarded too", few_records_are_guarded_too);
  ADD ("two may go of few", two_may_go_of_few);
  ADD ("an empty table marks nothing", an_empty_table_marks_nothing);
  ADD ("more than half is not gone without a word", more_than_half_is_not_gone_without_a_word);
  ADD ("a yes is one where it is said", a_yes_is_one_where_it_is_said);
  return g_test_run ();
}

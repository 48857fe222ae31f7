/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "directory/dolen-sentences.h"
#include "exchange/files/dolen-csv-columns.h"
#include "exchange/files/dolen-csv-own-words.h"
#include "exchange/out/dolen-export.h"
#include "exchange/out/dolen-out-rules.h"
#include "exchange/out/dolen-out-values.h"
#include "language/dolen-language-names.h"
#include "exchange/imports.h"
#include "support/dolen-test.h"

#include <string.h>

/* Our own spreadsheet, in either language, is read into an empty directory as it was written. */

#define TODAY "2026-05-01"

static const DolenLanguage LANGUAGES[] = { DOLEN_LANGUAGE_EN, DOLEN_LANGUAGE_CY };

static char *
export_sheet (DolenDirectory *directory, DolenLanguage language, DolenExportReport *report)
{
  g_autofree char *folder = dolen_test_folder ();
  char *path = g_build_filename (folder, "sheet.csv", NULL);
  const DolenExportOptions options = { .language = language };
  g_autoptr (GError) error = NULL;

  dolen_export_run (directory, DOLEN_EXPORT_CSV, path, &options, report, &error);
  g_assert_no_error (error);
  return path;
}

/* The uids of what may leave. */
static GPtrArray *
list_uids (DolenDirectory *directory)
{
  g_autoptr (DolenStatement) statement = dolen_db_prepare (
      dolen_directory_get_db (directory), "SELECT uid FROM service ORDER BY uid", NULL);
  GPtrArray *uids = g_ptr_array_new_with_free_func (g_free);
  gboolean row;

  while (dolen_statement_step (statement, &row, NULL) && row)
    g_ptr_array_add (uids, dolen_statement_dup_text (statement, 0));
  return uids;
}

/* ---- comparing ---- */

/* One fact of both, in words; takes them. */
static void
assert_same (const char *what, char *before, char *after, guint *faults)
{
  if (g_strcmp0 (before, after) != 0) {
    g_test_message ("%s: “%s” became “%s”", what, before, after);
    (*faults)++;
  }
  g_free (before);
  g_free (after);
}

static char *
one_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  return g_strjoinv (", ", lines);
}

static void
compare_words (DolenLanguage language,
               const DolenService *before,
               const DolenService *after,
               guint *faults)
{
  assert_same ("name", g_strdup (before->name.en), g_strdup (after->name.en), faults);
  assert_same ("Welsh name", g_strdup (before->name.cy), g_strdup (after->name.cy), faults);
  assert_same (
      "description", g_strdup (before->description.en), g_strdup (after->description.en), faults);
  assert_same ("Welsh description",
               g_strdup (before->description.cy),
               g_strdup (after->description.cy),
               faults);
  assert_same ("for whom",
               g_strdup (dolen_bilingual_get (&before->eligibility, language)),
               g_strdup (dolen_bilingual_get (&after->eligibility, language)),
               faults);
  assert_same (
      "how to join", g_strdup (before->how_to_join.en), g_strdup (after->how_to_join.en), faults);
  assert_same ("how to join, in Welsh",
               g_strdup (before->how_to_join.cy),
               g_strdup (after->how_to_join.cy),
               faults);
}

/* In both languages: what was read as words only has the same ones in both. */
static void
compare_sentences (const DolenService *before, const DolenService *after, guint *faults)
{
  for (gsize i = 0; i < G_N_ELEMENTS (LANGUAGES); i++) {
    DolenLanguage of = LANGUAGES[i];

    assert_same ("costs",
                 dolen_sentence_costs (of, before->costs, before->fees),
                 dolen_sentence_costs (of, after->costs, after->fees),
                 faults);
    assert_same ("ages",
                 dolen_sentence_ages (of, before->minimum_age, before->maximum_age),
                 dolen_sentence_ages (of, after->minimum_age, after->maximum_age),
                 faults);
    assert_same ("languages",
                 dolen_sentence_languages (of, before->languages),
                 dolen_sentence_languages (of, after->languages),
                 faults);
  }
}

/* Who told them no sheet says. */
static void
compare_places (DolenLanguage language,
                const DolenService *before,
                const DolenService *after,
                guint *faults)
{
  const DolenCapacity *old = dolen_service_current_capacity (before);
  const DolenCapacity *new = dolen_service_current_capacity (after);
  gboolean known = old != NULL && old->status != DOLEN_CAPACITY_UNKNOWN;

  assert_same ("places",
               known ? dolen_sentence_capacity_bare (language, old) : NULL,
               new != NULL ? dolen_sentence_capacity_bare (language, new) : NULL,
               faults);
  assert_same ("told on",
               known ? g_strdup (old->as_of) : NULL,
               new != NULL ? g_strdup (new->as_of) : NULL,
               faults);
}

/* Times that are more than words, in words of their own. */
static char *
tell_times (const DolenService *service, DolenLanguage language, DolenLanguage of)
{
  g_autoptr (GPtrArray) certain = g_ptr_array_new ();

  for (guint i = 0; i < service->schedules->len; i++) {
    DolenSchedule *schedule = service->schedules->pdata[i];

    /* Words that the group has in one language only are told in that. */
    if (language == of || schedule->freq != NULL || schedule->dtstart != NULL)
      g_ptr_array_add (certain, schedule);
  }
  return language == of ? dolen_sentence_when_in_full (of, certain, TODAY)
                        : dolen_sentence_when (of, certain, TODAY);
}

/* In one cell. */
static char *
join (const GPtrArray *texts)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (
        line, "%s%s", line->len > 0 ? "; " : "", (const char *) texts->pdata[i]);
  return g_string_free (line, FALSE);
}

static void
compare_place (DolenLanguage language,
               const DolenService *before,
               const DolenService *after,
               guint *faults)
{
  const DolenVenue *old = before->venues->len ? before->venues->pdata[0] : NULL;
  const DolenVenue *new = after->venues->len ? after->venues->pdata[0] : NULL;

  assert_same ("whether there is a place",
               g_strdup (old != NULL ? "yes" : "no"),
               g_strdup (new != NULL ? "yes" : "no"),
               faults);
  if (!old || !new)
    return;
  assert_same ("venue",
               g_strdup (dolen_bilingual_get (&old->name, language)),
               g_strdup (dolen_bilingual_get (&new->name, language)),
               faults);
  assert_same ("address", one_line (old->address), one_line (new->address), faults);
  assert_same ("town", g_strdup (old->city), g_strdup (new->city), faults);
  assert_same ("county", g_strdup (old->county), g_strdup (new->county), faults);
  assert_same ("postcode", g_strdup (old->postcode), g_strdup (new->postcode), faults);
  assert_same ("accessibility", join (old->accessibility), join (new->accessibility), faults);
  assert_same ("position",
               g_strdup_printf ("%.4f %.4f", old->latitude, old->longitude),
               g_strdup_printf ("%.4f %.4f", new->latitude, new->longitude),
               faults);
}

/* Returns: how much differs. */
static guint
compare (DolenLanguage language, const DolenService *before, const DolenService *after)
{
  g_autoptr (DolenService) open = dolen_out_service_copy (before, NULL);
  guint faults = 0;

  compare_words (language, open, after, &faults);
  compare_sentences (open, after, &faults);
  compare_places (language, open, after, &faults);
  for (gsize i = 0; i < G_N_ELEMENTS (LANGUAGES); i++)
    assert_same ("when",
                 tell_times (open, language, LANGUAGES[i]),
                 tell_times (after, language, LANGUAGES[i]),
                 &faults);
  compare_place (language, open, after, &faults);
  assert_same ("organisation",
               g_strdup (before->organisation_uid),
               g_strdup (after->organisation_uid),
               &faults);
  assert_same ("telephone", dolen_out_phone (open), dolen_out_phone (after), &faults);
  assert_same (
      "e-mail", g_strdup (dolen_out_email (open)), g_strdup (dolen_out_email (after)), &faults);
  assert_same ("website", g_strdup (open->url), g_strdup (after->url), &faults);
  assert_same ("checked on", g_strdup (open->assured_on), g_strdup (after->assured_on), &faults);
  if (faults > 0)
    g_test_message ("… of %s", dolen_bilingual_get (&before->name, language));
  return faults;
}

static void
what_is_written_is_read_back (void)
{
  g_autoptr (DolenDirectory) directory = imports_sample ();
  g_autoptr (GPtrArray) uids = list_uids (directory);

  for (gsize l = 0; l < G_N_ELEMENTS (LANGUAGES); l++) {
    DolenExportReport report = { 0 };
    g_autofree char *path = export_sheet (directory, LANGUAGES[l], &report);
    g_autoptr (DolenDirectory) other = samples_open ();
    g_autoptr (DolenImportReport) read = imports_read (other, path);
    guint faults = 0, compared = 0;

    g_assert_cmpuint (read->services.added, ==, report.services);
    g_assert_cmpuint (read->noted->len, ==, 0);
    g_assert_cmpuint (read->rejected->len, ==, 0);
    for (guint i = 0; i < uids->len; i++) {
      g_autoptr (DolenService) before
                 = dolen_directory_get_service (directory, uids->pdata[i], NULL);
      g_autofree char *uid = dolen_directory_find_by_source (
          other, read->source_uid, "service", uids->pdata[i], NULL);
      g_autoptr (DolenService) after = uid ? dolen_directory_get_service (other, uid, NULL) : NULL;

      if (!after)
        continue;
      compared++;
      faults += compare (LANGUAGES[l], before, after);
    }
    g_assert_cmpuint (compared, ==, report.services);
    g_assert_cmpuint (faults, ==, 0);
  }
}

/* ---- organisations ---- */

static DolenImportReport *
read_rows (DolenDirectory *directory, const char *rows)
{
  static const char HEADINGS[]
      = "ID,Name,Organisation,Organisation ID,When,Venue,Address,Town,County,Postcode,Cost,"
        "Telephone,E-mail,Website,Languages,Source and licence\n";
  g_autofree char *text = g_strconcat (HEADINGS, rows, NULL);
  g_autofree char *path = imports_write ("sheet.csv", text);

  return imports_read (directory, path);
}

#define SERVICE(n) "5b1f2a3c-0000-4000-8000-00000000000" n
#define BODY(n) "5b1f2a3c-0000-4000-9000-00000000000" n
#define ROW(n, name, body) SERVICE (n) "," name ",Trust," body ",,,,,,,,,,,,\n"

static char *
body_of (DolenDirectory *directory, const char *uid)
{
  g_autoptr (DolenService) service = dolen_directory_get_service (directory, uid, NULL);

  g_assert_nonnull (service);
  return g_strdup (service->organisation_uid);
}

/* Two of one name stay two; one that was known by its name before its number stood in the sheet is
 * the same. */
static void
organisations_are_known_by_their_numbers (void)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenDirectory) older = samples_open ();
  g_autoptr (DolenImportReport) two
             = read_rows (directory, ROW ("1", "Choir", BODY ("1")) ROW ("2", "Chess", BODY ("2")));
  g_autoptr (DolenImportReport) before = read_rows (older, ROW ("1", "Choir", ""));
  g_autofree char *was = body_of (older, SERVICE ("1"));
  g_autoptr (DolenImportReport) after = read_rows (older, ROW ("1", "Choir", BODY ("1")));
  g_autofree char *one = body_of (directory, SERVICE ("1"));
  g_autofree char *other = body_of (directory, SERVICE ("2"));
  g_autofree char *is = body_of (older, SERVICE ("1"));

  g_assert_cmpuint (two->organisations.added, ==, 2);
  g_assert_cmpstr (one, ==, BODY ("1"));
  g_assert_cmpstr (other, ==, BODY ("2"));
  g_assert_cmpuint (before->organisations.added, ==, 1);
  g_assert_cmpuint (after->organisations.added, ==, 0);
  g_assert_cmpstr (is, ==, was);
}

/* A row that somebody added to the sheet belongs to the body whose number it has, whatever the
 * sheet calls that. */
static void
a_row_more_is_of_the_body_it_names (void)
{
  static const char FEED[] = "[{\"id\":\"g1\",\"name\":\"Choir\",\"status\":\"active\","
                             "\"organization\":{\"id\":\"o1\",\"name\":\"Age Friendly\"}}]";
  g_autofree char *path = imports_write ("feed.json", FEED);
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) first = imports_read (directory, path);
  g_autofree char *body
      = dolen_directory_find_by_source (directory, first->source_uid, "organisation", "o1", NULL);
  g_autofree char *row = g_strdup_printf ("%s,Chess,Trust,%s,,,,,,,,,,,,\n", SERVICE ("2"), body);
  g_autoptr (DolenImportReport) more = read_rows (directory, row);
  g_autofree char *of = body_of (directory, SERVICE ("2"));
  g_autoptr (DolenOrganisation) stored = dolen_directory_get_organisation (directory, body, NULL);

  g_assert_cmpuint (more->services.added, ==, 1);
  g_assert_cmpuint (more->organisations.added + more->organisations.changed, ==, 0);
  g_assert_cmpstr (of, ==, body);
  g_assert_cmpstr (stored->name.en, ==, "Age Friendly");
}

/* ---- times ---- */

static const DolenSchedule TIMES[] = {
  { .freq = (char *) "WEEKLY", .byday = (char *) "TU", .opens_at = (char *) "19:30" },
  { .freq = (char *) "WEEKLY", .byday = (char *) "TU", .closes_at = (char *) "21:00" },
  { .freq = (char *) "WEEKLY",
    .byday = (char *) "MO,WE,FR",
    .opens_at = (char *) "07:30",
    .closes_at = (char *) "08:15" },
  { .freq = (char *) "WEEKLY",
    .byday = (char *) "MO,TU,WE,TH,FR,SA,SU",
    .opens_at = (char *) "22:00",
    .closes_at = (char *) "07:00" },
  { .freq = (char *) "WEEKLY",
    .byday = (char *) "MO,TU,WE,TH,FR",
    .opens_at = (char *) "09:00",
    .closes_at = (char *) "17:00" },
  { .freq = (char *) "WEEKLY",
    .byday = (char *) "MO,WE,TH,FR,SU",
    .opens_at = (char *) "09:00",
    .closes_at = (char *) "17:00" },
  { .freq = (char *) "WEEKLY", .byday = (char *) "MO,TU,WE,TH,FR,SA,SU" },
  { .freq = (char *) "WEEKLY",
    .interval = 2,
    .byday = (char *) "SA",
    .opens_at = (char *) "10:00",
    .closes_at = (char *) "12:00" },
  { .freq = (char *) "WEEKLY", .interval = 3, .byday = (char *) "SA,SU" },
  { .freq = (char *) "MONTHLY",
    .byday = (char *) "1MO,3MO",
    .opens_at = (char *) "14:00",
    .closes_at = (char *) "16:00" },
  { .freq = (char *) "MONTHLY", .byday = (char *) "2FR,4FR" },
  { .freq = (char *) "MONTHLY", .byday = (char *) "2WE", .opens_at = (char *) "14:00" },
  { .freq = (char *) "MONTHLY", .byday = (char *) "5TH" },
  { .freq = (char *) "MONTHLY", .interval = 2, .byday = (char *) "-1FR" },
  { .freq = (char *) "MONTHLY", .interval = 3, .byday = (char *) "4SU" },
  { .freq = (char *) "MONTHLY", .bymonthday = (char *) "15", .opens_at = (char *) "11:00" },
  { .dtstart = (char *) "2026-05-12", .opens_at = (char *) "11:00", .closes_at = (char *) "13:00" },
};

static json_object *
first_of (json_object *list)
{
  g_assert_nonnull (list);
  g_assert_cmpuint (json_object_array_length (list), ==, 1);
  return json_object_array_get_idx (list, 0);
}

static const char *
get_text (json_object *object, const char *key)
{
  return json_object_get_string (json_object_object_get (object, key));
}

static void
every_kind_of_time_is_read_back (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TIMES); i++)
    for (gsize l = 0; l < G_N_ELEMENTS (LANGUAGES); l++) {
      g_autofree char *text = dolen_sentence_schedule (LANGUAGES[l], &TIMES[i]);
      json_object *list = dolen_csv_own_when (text, FALSE);
      json_object *read;

      g_test_message ("%s", text);
      read = first_of (list);
      g_assert_cmpstr (get_text (read, "freq"), ==, TIMES[i].freq);
      g_assert_cmpstr (get_text (read, "byday"), ==, TIMES[i].byday);
      g_assert_cmpstr (get_text (read, "bymonthday"), ==, TIMES[i].bymonthday);
      g_assert_cmpstr (get_text (read, "dtstart"), ==, TIMES[i].dtstart);
      g_assert_cmpstr (get_text (read, "opens_at"), ==, TIMES[i].opens_at);
      g_assert_cmpstr (get_text (read, "closes_at"), ==, TIMES[i].closes_at);
      g_assert_cmpint (
          json_object_get_int (json_object_object_get (read, "interval")), ==, TIMES[i].interval);
      json_object_put (list);
    }
}

static void
what_is_no_sentence_of_ours_stays_words (void)
{
  static const char *const OTHERS[]
      = { "Tuesdays 10-12", "Mondays 25:00–12:00 or so", "by arrangement", "", "10:00–12:00" };
  json_object *mixed = dolen_csv_own_when ("Tuesdays 10:00–12:00; by arrangement", TRUE);

  for (gsize i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    g_assert_null (dolen_csv_own_when (OTHERS[i], TRUE));
  g_assert_null (dolen_csv_own_when ("Tuesdays 10:00–12:00; by arrangement", FALSE));
  g_assert_cmpuint (json_object_array_length (mixed), ==, 2);
  g_assert_cmpstr (
      get_text (json_object_array_get_idx (mixed, 1), "description"), ==, "by arrangement");
  json_object_put (mixed);
}

/* ---- other cells ---- */

static void
costs_ages_and_languages_are_read_back (void)
{
  static const int AGES[][2] = { { 16, 25 }, { 18, -1 }, { -1, 25 } };
  json_object *costs;

  for (gsize l = 0; l < G_N_ELEMENTS (LANGUAGES); l++) {
    g_autofree char *english = dolen_sentence_language (LANGUAGES[l], "en", NULL);
    g_autofree char *signs = dolen_sentence_language (LANGUAGES[l], "bfi", NULL);
    g_autofree char *free
        = g_strdup_printf ("£2.50 (members); %s", dolen_text (LANGUAGES[l], "free"));

    for (gsize i = 0; i < G_N_ELEMENTS (AGES); i++) {
      g_autofree char *told = dolen_sentence_ages (LANGUAGES[l], AGES[i][0], AGES[i][1]);
      g_autofree char *more = g_strconcat (told, "; carers; farmers", NULL);
      g_autofree char *rest = NULL, *nothing = NULL;
      int least, most;

      nothing = dolen_csv_own_ages (told, &least, &most);
      g_assert_cmpstr (nothing, ==, "");
      rest = dolen_csv_own_ages (more, &least, &most);
      g_assert_cmpstr (rest, ==, "carers; farmers");
      g_assert_cmpint (least, ==, AGES[i][0]);
      g_assert_cmpint (most, ==, AGES[i][1]);
    }
    g_assert_cmpstr (dolen_language_code_of_name (english), ==, "en");
    g_assert_cmpstr (dolen_language_code_of_name (signs), ==, "bfi");
    costs = dolen_csv_own_costs (free);
    g_assert_cmpuint (json_object_array_length (costs), ==, 2);
    g_assert_cmpstr (get_text (json_object_array_get_idx (costs, 0), "option"), ==, "members");
    json_object_put (costs);
  }
  g_assert_null (dolen_csv_own_costs ("£3; donation"));
}

/* A table that only has some of the words is a stranger's. */
static void
our_sheet_is_known_by_its_headings (void)
{
  g_autoptr (DolenDirectory) directory = imports_sample ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *other = g_build_filename (folder, "other.csv", NULL);
  g_autoptr (DolenCsvColumns) stranger = NULL;

  g_assert_true (g_file_set_contents (
      other, "ID,Name,Organisation,Description,When,Venue,Postcode,Cost,Telephone\n", -1, NULL));
  stranger = dolen_csv_columns_propose (other, NULL, NULL);
  g_assert_false (stranger->own);
  for (gsize l = 0; l < G_N_ELEMENTS (LANGUAGES); l++) {
    g_autofree char *path = export_sheet (directory, LANGUAGES[l], NULL);
    g_autoptr (DolenCsvColumns) ours = dolen_csv_columns_propose (path, NULL, NULL);

    g_assert_true (ours->own);
    for (guint i = 0; i < ours->columns->len; i++) {
      const DolenCsvColumn *column = dolen_csv_columns_get (ours, i);

      g_test_message ("%s", column->heading);
      /* Where it comes from is for people. */
      g_assert_true ((column->field == DOLEN_CSV_SKIP) == (i + 1 == ours->columns->len));
    }
  }
}

/* What a spreadsheet would take for a formula is itself again. */
static void
an_apostrophe_before_a_formula_goes (void)
{
  g_autoptr (DolenDirectory) directory = samples_open (), other = samples_open ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "groups.csv", NULL), *sheet = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (DolenImportReport) first = NULL, read = NULL;
  g_autoptr (GPtrArray) uids = NULL;

  g_assert_true (
      g_file_set_contents (path, "Name,Description\n+ Plus,- tea\n'Tis us,'\n", -1, NULL));
  first = imports_read (directory, path);
  g_assert_cmpuint (first->services.added, ==, 2);
  sheet = export_sheet (directory, DOLEN_LANGUAGE_EN, NULL);
  read = imports_read (other, sheet);
  g_assert_cmpuint (read->services.added, ==, 2);
  uids = list_uids (directory);
  for (guint i = 0; i < uids->len; i++) {
    g_autoptr (DolenService) before = dolen_directory_get_service (directory, uids->pdata[i], NULL);
    g_autoptr (DolenService) after = NULL;

    g_free (uid);
    uid = dolen_directory_find_by_source (other, read->source_uid, "service", uids->pdata[i], NULL);
    after = dolen_directory_get_service (other, uid, NULL);
    g_assert_cmpuint (compare (DOLEN_LANGUAGE_EN, before, after), ==, 0);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/exchange/csv-own/" name, function)
  ADD ("what is written is read back", what_is_written_is_read_back);
  ADD ("organisations are known by their numbers", organisations_are_known_by_their_numbers);
  ADD ("a row more is of the body it names", a_row_more_is_of_the_body_it_names);
  ADD ("every kind of time is read back", every_kind_of_time_is_read_back);
  ADD ("what is no sentence of ours stays words", what_is_no_sentence_of_ours_stays_words);
  ADD ("costs, ages and languages are read back", costs_ages_and_languages_are_read_back);
  ADD ("our sheet is known by its headings", our_sheet_is_known_by_its_headings);
  ADD ("an apostrophe before a formula goes", an_apostrophe_before_a_formula_goes);
  return g_test_run ();
}

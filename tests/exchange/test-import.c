/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "directory/dolen-edits.h"
#include "directory/dolen-search.h"
#include "directory/dolen-writer.h"
#include "exchange/real-feeds.h"
#include "exchange/imports.h"
#include "support/dolen-test.h"

#include <string.h>

static char *
write_feed (const char *text)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("made %d.json", number++);

  return imports_write (name, text);
}

static void
assert_nothing_changed (const DolenImportReport *report, guint services, guint organisations)
{
  g_assert_cmpuint (report->services.added + report->services.changed, ==, 0);
  g_assert_cmpuint (report->organisations.added + report->organisations.changed, ==, 0);
  g_assert_cmpuint (report->services.unchanged, ==, services);
  g_assert_cmpuint (report->organisations.unchanged, ==, organisations);
}

/* Every real feed: what comes in, and that it comes in only once. */
static void
real_feeds_come_in_once (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (FEEDS); i++) {
    g_autofree char *path = dolen_test_shared (FEEDS[i].path);
    g_autoptr (DolenDirectory) directory = NULL;
    g_autoptr (DolenImportReport) first = NULL, second = NULL;
    if (!path)
      return;
    g_test_message ("%s", FEEDS[i].path);
    directory = samples_open ();
    first = imports_read (directory, path);
    g_assert_cmpuint (first->services.added, ==, FEEDS[i].services);
    g_assert_cmpuint (first->organisations.added, ==, FEEDS[i].organisations);
    g_assert_cmpuint (first->services.rejected, ==, FEEDS[i].rejected);
    g_assert_cmpuint (first->rejected->len, ==, FEEDS[i].rejected);
    g_assert_cmpuint (first->oddities.count[FEEDS[i].oddity], ==, FEEDS[i].odd);
    imports_assert_counts (directory, FEEDS[i].services, FEEDS[i].organisations);
    second = imports_read (directory, path);
    assert_nothing_changed (second, FEEDS[i].services, FEEDS[i].organisations);
    imports_assert_counts (directory, FEEDS[i].services, FEEDS[i].organisations);
  }
}

/* Pages of one feed are one source, and the array beside them is the same feed again. */
static void
a_folder_is_one_source (void)
{
  g_autofree char *folder = dolen_test_shared ("oruk1-northlincs");
  g_autofree char *file = dolen_test_shared ("oruk1-northlincs/services.json");
  g_autoptr (DolenDirectory) directory = NULL;
  g_autoptr (DolenImportReport) all = NULL, alone = NULL;
  g_autoptr (GPtrArray) sources = NULL;

  if (!folder)
    return;
  directory = samples_open ();
  all = imports_read (directory, folder);
  g_assert_cmpuint (all->services.added, ==, 738);
  g_assert_cmpuint (all->organisations.added, ==, 239);
  g_assert_cmpuint (all->oddities.count[DOLEN_ODDITY_DUPLICATE_ID], ==, 738);
  g_assert_cmpstr (all->source_name, ==, "oruk1-northlincs");
  alone = imports_read (directory, file);
  assert_nothing_changed (alone, 738, 239);
  sources = dolen_directory_list_sources (directory, NULL);
  g_assert_cmpuint (sources->len, ==, 1);
}

static void
northlincs_is_as_odd_as_counted (void)
{
  static const struct {
    DolenOddity oddity;
    guint count;
  } COUNTS[] = {
    { DOLEN_ODDITY_ID_NOT_UUID, 664 },
    { DOLEN_ODDITY_NO_ORGANISATION, 0 },
    { DOLEN_ODDITY_NO_NAME, 0 },
    { DOLEN_ODDITY_DUPLICATE_ID, 0 },
    { DOLEN_ODDITY_URL_WITHOUT_SCHEME, 26 },
    { DOLEN_ODDITY_EMAIL_UNREADABLE, 1 },
    { DOLEN_ODDITY_PLACEHOLDER_EMAIL, 0 },
  };
  g_autofree char *path = dolen_test_shared ("oruk1-northlincs/services.json");
  g_autoptr (DolenDirectory) directory = NULL;
  g_autoptr (DolenImportReport) report = NULL;

  if (!path)
    return;
  directory = samples_open ();
  report = imports_read (directory, path);
  for (int i = 0; i < DOLEN_N_ODDITIES; i++)
    g_test_message ("%s %u", dolen_oddity_code (i), report->oddities.count[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (COUNTS); i++)
    g_assert_cmpuint (report->oddities.count[COUNTS[i].oddity], ==, COUNTS[i].count);
  g_assert_cmpuint (report->oddities.count[DOLEN_ODDITY_HTML], >=, 738);
  /* fees and accreditations are "" in all of them */
  g_assert_cmpuint (report->oddities.count[DOLEN_ODDITY_EMPTY_TEXT], >, 738);
  g_assert_cmpuint (report->oddities.count[DOLEN_ODDITY_OFF_LIST_VALUE], ==, 1 + 13 + 59);
}

static DolenService *
only_service (DolenDirectory *directory)
{
  g_autoptr (GError) error = NULL;
  DolenService *service = dolen_directory_get_service_by_id (directory, 1, &error);

  g_assert_no_error (error);
  return service;
}

static void
a_full_record_arrives_whole (void)
{
  g_autofree char *path = dolen_test_shared ("hsds/hsds-3.1-dev/examples/service_full.json");
  g_autoptr (DolenDirectory) directory = NULL;
  g_autoptr (DolenImportReport) report = NULL;
  g_autoptr (DolenService) service = NULL;
  g_autoptr (DolenOrganisation) organisation = NULL;
  g_autofree char *provenance = NULL;

  if (!path)
    return;
  directory = samples_open ();
  report = imports_read (directory, path);
  service = only_service (directory);
  g_assert_cmpstr (service->name.en, ==, "Community Counselling");
  g_assert_cmpint (service->minimum_age, ==, 12);
  g_assert_cmpuint (service->venues->len, ==, 1);
  g_assert_cmpuint (service->schedules->len, ==, 1);
  g_assert_cmpuint (service->costs->len, ==, 1);
  g_assert_cmpint (((DolenCost *) service->costs->pdata[0])->pence, ==, 3500);
  g_assert_cmpuint (service->languages->len, ==, 1);
  g_assert_cmpuint (service->funding->len, ==, 1);
  g_assert_null (dolen_service_current_capacity (service));
  organisation = dolen_directory_get_organisation (directory, service->organisation_uid, NULL);
  g_assert_cmpuint (organisation->registrations->len, ==, 1);
  provenance = dolen_directory_get_source_json (
      directory, report->source_uid, "service", "ac148810-d857-441c-9679-408f346de14b", NULL, NULL);
  g_assert_nonnull (strstr (provenance, "\"additional_urls\""));
}

static void
a_service_at_two_venues_is_one_service (void)
{
  g_autofree char *path = write_feed (
      "{\"contents\":[{\"id\":\"1\",\"service\":{\"id\":\"s\",\"name\":\"Walk\",\"status\":"
      "\"active\",\"organization\":{\"id\":\"o\",\"name\":\"Org\"}},\"location\":{\"id\":\"a\","
      "\"name\":\"Hall\"},\"schedules\":[{\"byday\":\"MO\"}]},{\"id\":\"2\",\"service\":{\"id\":"
      "\"s\",\"name\":\"Walk\",\"status\":\"active\"},\"location\":{\"id\":\"b\",\"name\":"
      "\"Church\"},\"schedules\":[{\"byday\":\"TU\"}]}]}");
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = imports_read (directory, path);
  g_autoptr (DolenImportReport) again = imports_read (directory, path);
  g_autoptr (DolenService) service = only_service (directory);

  g_assert_cmpuint (report->services.added, ==, 1);
  g_assert_cmpuint (report->oddities.count[DOLEN_ODDITY_DUPLICATE_ID], ==, 0);
  assert_nothing_changed (again, 1, 1);
  g_assert_cmpuint (service->venues->len, ==, 2);
  g_assert_cmpuint (service->schedules->len, ==, 2);
}

static void
organisations_may_come_after_their_services (void)
{
  g_autofree char *path = write_feed (
      "{\"id\":\"s\",\"name\":\"Walk\",\"status\":\"active\",\"organization_id\":\"o\"}\n"
      "{\"id\":\"o\",\"name\":\"Org\",\"description\":\"d\",\"website\":\"https://"
      "o.example.org\"}\n"
      "{\"id\":\"t\",\"name\":\"Run\",\"status\":\"active\",\"organization_id\":\"unknown\"}");
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = imports_read (directory, path);
  g_autofree char *uid
      = dolen_directory_find_by_source (directory, report->source_uid, "service", "s", NULL);
  g_autoptr (DolenService) service = dolen_directory_get_service (directory, uid, NULL);

  g_assert_nonnull (service->organisation_uid);
  g_assert_cmpuint (report->oddities.count[DOLEN_ODDITY_NO_ORGANISATION], ==, 1);
  imports_assert_counts (directory, 2, 1);
}

/* A control character takes six bytes once it is written as an escape: these two do not fit into
 * the store, though they are under the 8 MB a record may have. */
static void
what_does_not_fit_is_refused_alone_and_named (void)
{
  g_autofree char *filling = g_strnfill (3 * 1024 * 1024, '\x01');
  g_autofree char *feed = g_strdup_printf (
      "{\"id\":\"o\",\"name\":\"Org\",\"website\":\"https://o.example.org\",\"x\":\"%s\"}\n"
      "{\"id\":\"s\",\"name\":\"Walk\",\"status\":\"active\",\"organization_id\":\"o\"}\n"
      "{\"id\":\"t\",\"name\":\"Run\",\"status\":\"active\",\"organization_id\":\"p\",\"x\":\"%s\"}"
      "\n"
      "{\"id\":\"p\",\"name\":\"Other\",\"website\":\"https://p.example.org\"}",
      filling,
      filling);
  g_autofree char *path = write_feed (feed);
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = imports_read (directory, path);
  const DolenImportRefusal *first, *second;

  g_assert_cmpuint (report->rejected->len, ==, 2);
  first = g_ptr_array_index (report->rejected, 0);
  second = g_ptr_array_index (report->rejected, 1);
  g_assert_nonnull (strstr (first->where, "record 1, byte 0"));
  /* It waited for its organisation until the end, and is still named by its own place. */
  g_assert_nonnull (strstr (second->where, "record 3,"));
  imports_assert_counts (directory, 1, 1);
}

static void
a_change_is_seen_and_an_edit_survives (void)
{
  g_autofree char *path = write_feed (
      "[{\"id\":\"s\",\"name\":\"Walk\",\"status\":\"active\",\"fees\":\"2 pounds\"}]");
  g_autoptr (DolenDirectory) directory = samples_open ();
  G_GNUC_UNUSED g_autoptr (DolenImportReport) report = imports_read (directory, path);
  g_autoptr (DolenService) service = only_service (directory);
  g_autoptr (DolenImportReport) again = NULL;
  g_autoptr (DolenService) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (
      dolen_edit_set_field (
          directory, "service", service->uid, "fees", "Free since May", "tester", &error),
      >,
      0);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (
      path,
      "[{\"id\":\"s\",\"name\":\"Long walk\",\"status\":\"active\",\"fees\":\"3 pounds\"}]",
      -1,
      NULL));
  again = imports_read (directory, path);
  g_assert_cmpuint (again->services.changed, ==, 1);
  after = only_service (directory);
  g_assert_cmpstr (after->name.en, ==, "Long walk");
  g_assert_cmpstr (after->fees, ==, "Free since May");
}

static void
a_broken_file_changes_nothing (void)
{
  static const char *const BROKEN[] = {
    "[{\"id\":\"s\",\"name\":\"Walk\",\"status\":\"active\"},{\"id\":\"t\"",
    "[{\"id\":\"s\",\"name\":\"Walk\",\"status\":\"active\"},{\"id\":\"\xff\"}]",
    "[{\"id\":\"s\",\"name\":\"Walk\",\"status\":\"active\"}",
    "",
    "not json",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (BROKEN); i++) {
    g_autofree char *path = write_feed (BROKEN[i]);
    g_autofree char *name = g_path_get_basename (path);
    const char *paths[] = { path };
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autoptr (GError) error = NULL;
    g_autoptr (DolenImportReport) report = NULL;
    g_assert_false (dolen_import_run (directory, paths, 1, NULL, &report, &error));
    g_assert_true (error->domain == DOLEN_ERROR);
    g_assert_nonnull (strstr (error->message, name));
    g_assert_null (report);
    imports_assert_counts (directory, 0, 0);
  }
}

static void
a_broken_page_undoes_the_others (void)
{
  g_autofree char *good = write_feed ("[{\"id\":\"s\",\"name\":\"Walk\",\"status\":\"active\"}]");
  g_autofree char *bad = write_feed ("[{\"id\":\"t\",\"name\":");
  const char *paths[] = { good, bad };
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (GError) error = NULL;

  g_assert_false (dolen_import_run (directory, paths, 2, NULL, NULL, &error));
  imports_assert_counts (directory, 0, 0);
}

/* Cancels when so much is done. */
typedef struct {
  GCancellable *cancellable;
  double at;
  double last;
} Watch;

static void
on_progress (double fraction, guint64 records, gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_cmpfloat (fraction, >=, watch->last);
  g_assert_cmpfloat (fraction, <=, 1);
  watch->last = fraction;
  if (fraction >= watch->at)
    g_cancellable_cancel (watch->cancellable);
}

static void
cancelling_leaves_nothing (void)
{
  g_autofree char *path = dolen_test_shared ("oruk1-northlincs/services.json");
  static const double AT[] = { 0.05, 0.4 };

  if (!path)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (AT); i++) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    Watch watch = { cancellable, AT[i], 0 };
    DolenImportOptions options
        = { .progress = on_progress, .progress_data = &watch, .cancellable = cancellable };
    g_autoptr (DolenDirectory) directory = samples_open ();
    g_autoptr (GError) error = NULL;
    const char *paths[] = { path };
    g_assert_false (dolen_import_run (directory, paths, 1, &options, NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    imports_assert_counts (directory, 0, 0);
  }
}

static void
progress_reaches_its_end (void)
{
  g_autofree char *path = dolen_test_shared ("oruk1-northlincs/services-page01.json");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watch watch = { cancellable, 2, 0 };
  DolenImportOptions options = { .progress = on_progress, .progress_data = &watch };
  g_autoptr (DolenDirectory) directory = NULL;
  const char *paths[] = { path };

  if (!path)
    return;
  directory = samples_open ();
  g_assert_true (dolen_import_run (directory, paths, 1, &options, NULL, NULL));
  g_assert_cmpfloat (watch.last, ==, 1);
}

static void
tag_it (DolenService *service, gpointer user_data)
{
  DolenTag *tag = dolen_tag_new ();

  (*(int *) user_data)++;
  tag->kind = DOLEN_TAG_INTEREST;
  tag->scheme = g_strdup ("dolen");
  tag->code = g_strdup ("walking");
  tag->value = TRUE;
  tag->tagger = 1;
  g_ptr_array_add (service->tags, tag);
}

static void
the_hook_tags_what_is_new (void)
{
  g_autofree char *path = write_feed ("[{\"id\":\"s\",\"name\":\"Walk\",\"status\":\"active\"}]");
  const char *paths[] = { path };
  int calls = 0;
  DolenImportOptions options = { .hooks = { tag_it, &calls } };
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenService) service = NULL;
  g_autoptr (GArray) hits = NULL;
  DolenSearchQuery query;

  g_assert_true (dolen_import_run (directory, paths, 1, &options, NULL, NULL));
  g_assert_true (dolen_import_run (directory, paths, 1, &options, NULL, NULL));
  g_assert_cmpint (calls, ==, 1);
  service = only_service (directory);
  g_assert_cmpuint (service->tags->len, ==, 1);
  /* The search rows are written after the tags. */
  dolen_search_query_init (&query);
  query.text = "walking";
  hits = dolen_search_ids (directory, &query, NULL, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
}

static void
what_is_missing_from_a_whole_harvest_is_gone (void)
{
  g_autofree char *path = write_feed ("[{\"id\":\"s\",\"name\":\"Walk\",\"status\":\"active\"},"
                                      "{\"id\":\"t\",\"name\":\"Run\",\"status\":\"active\"}]");
  const char *paths[] = { path };
  DolenImportOptions options = { .complete = TRUE };
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = NULL, second = NULL;

  g_assert_true (dolen_import_run (directory, paths, 1, &options, &report, NULL));
  g_assert_cmpuint (report->gone, ==, 0);
  g_file_set_contents (path, "[{\"id\":\"s\",\"name\":\"Walk\",\"status\":\"active\"}]", -1, NULL);
  g_assert_true (dolen_import_run (directory, paths, 1, &options, &second, NULL));
  g_assert_cmpuint (second->gone, ==, 1);
  imports_assert_counts (directory, 2, 0);
}

/* Such a report would be the newest word on the matter for years. */
static void
what_is_told_in_days_to_come_says_nothing (void)
{
  g_autofree char *path = write_feed (
      "{\"contents\":[{\"id\":\"s\",\"name\":\"Walk\",\"status\":\"active\",\"minimum_age\":18,"
      "\"capacities\":[{\"available\":3,\"updated\":\"9998-01-01\"}],"
      "\"x_dolen_capacity\":[{\"status\":\"open\",\"as_of\":\"9998-01-01\",\"source\":\"call\"}],"
      "\"x_dolen_confirmed\":[{\"on\":\"9998-01-01\",\"how\":\"call\"}],"
      "\"schedules\":[{\"freq\":\"WEEKLY\",\"byday\":\"MO\",\"until\":\"9999-12-31\"}]}],"
      "\"x_dolen_sample_date\":\"0001-01-01\"}");
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = imports_read (directory, path);
  g_autoptr (DolenService) service = only_service (directory);
  const DolenSchedule *schedule = g_ptr_array_index (service->schedules, 0);

  g_assert_cmpuint (service->capacities->len, ==, 0);
  g_assert_cmpuint (service->confirmations->len, ==, 0);
  g_assert_cmpuint (report->oddities.count[DOLEN_ODDITY_DATE_UNREADABLE], ==, 3);
  g_assert_cmpstr (schedule->until, ==, "9999-12-31");
}

static void
the_sample_moves_with_the_day (void)
{
  g_autofree char *path = write_feed (
      "{\"contents\":[{\"id\":\"s\",\"name\":\"Walk\",\"status\":\"active\",\"x_dolen_capacity\":[{"
      "\"status\":\"open\",\"as_of\":\"2026-01-10\",\"source\":\"call\"}],\"schedules\":[{"
      "\"freq\":\"WEEKLY\",\"byday\":\"MO\",\"dtstart\":\"2026-01-05\"}]}],"
      "\"x_dolen_sample_date\":\"2026-01-12\",\"x_dolen_source_name\":\"A sample\"}");
  g_autoptr (DolenDirectory) directory = NULL;
  g_autoptr (DolenImportReport) report = NULL;
  g_autoptr (DolenService) service = NULL;
  gint64 day;

  g_assert_true (dolen_instant_of_iso ("2026-03-04T12:00:00", &day));
  dolen_time_set_fixed (day);
  directory = samples_open ();
  report = imports_read (directory, path);
  service = only_service (directory);
  dolen_time_set_fixed (0);
  g_assert_cmpstr (report->source_name, ==, "A sample");
  /* 51 days, seven whole weeks */
  g_assert_cmpstr (dolen_service_current_capacity (service)->as_of, ==, "2026-03-02");
  g_assert_cmpstr (((DolenSchedule *) service->schedules->pdata[0])->dtstart, ==, "2026-02-23");
}

static void
the_report_is_json (void)
{
  g_autofree char *path = write_feed ("[{\"id\":\"s\",\"name\":\"Walk\",\"status\":\"active\","
                                      "\"organization\":{\"id\":\"o\",\"name\":\"O\"}},5]");
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenImportReport) report = imports_read (directory, path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *json = dolen_import_report_to_json (report);
  g_autofree char *expected = g_strdup_printf (
      "{\"services\":{\"added\":1,\"changed\":0,\"unchanged\":0,\"rejected\":1},"
      "\"organisations\":{\"added\":1,\"changed\":0,\"unchanged\":0,\"rejected\":0},"
      "\"oddities\":[{\"kind\":\"id-not-uuid\",\"count\":1}],\"rejected\":[{\"where\":"
      "\"%s, record 2, byte 81\",\"why\":\"It is not an object with fields.\"}]}",
      name);

  g_assert_cmpstr (json, ==, expected);
}

/* A full feed, cut and changed at random: it comes in and holds together, or nothing does. */
static void
mutated_feeds_leave_the_store_whole (void)
{
  g_autofree char *path = dolen_test_shared ("hsds/hsds-3.1-dev/examples/organization_full.json");
  g_autoptr (DolenDirectory) directory = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree char *text = NULL, *mutated = NULL;
  gsize length;

  if (!path)
    return;
  directory = samples_open ();
  mutated = write_feed ("");
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (int round = 0; round < 100; round++) {
    g_autofree char *copy = g_memdup2 (text, length);
    g_autoptr (GError) error = NULL;
    const char *paths[] = { mutated };
    gboolean ok;
    for (int i = 0; i < round % 4; i++)
      copy[g_rand_int_range (random, 0, length)]
          = "{}[]\",:\\\xff 1ax-"[g_rand_int_range (random, 0, 15)];
    g_file_set_contents_full (
        mutated, copy, round % 9 ? length : length / 2, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
    ok = dolen_import_run (directory, paths, 1, NULL, NULL, &error);
    g_assert_true (ok == (error == NULL));
  }
  g_assert_true (dolen_directory_check (directory, NULL));
}

static void
a_source_keeps_its_name (void)
{
  static const struct {
    const char *path, *name;
  } NAMES[] = { { "/feeds/bristol/services.json", "bristol" },
                { "/feeds/bristol/services-page1.json", "bristol" },
                { "/feeds/hull-groups.json", "hull-groups" },
                { "/feeds/x/1.ndjson", "x" } };

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++) {
    const char *paths[] = { NAMES[i].path };
    g_autofree char *name = dolen_import_source_name (paths, 1, NULL);
    g_assert_cmpstr (name, ==, NAMES[i].name);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/exchange/import/" name, function)
  ADD ("real feeds come in once", real_feeds_come_in_once);
  ADD ("a folder is one source", a_folder_is_one_source);
  ADD ("North Lincolnshire is as odd as counted", northlincs_is_as_odd_as_counted);
  ADD ("a full record arrives whole", a_full_record_arrives_whole);
  ADD ("a service at two venues is one service", a_service_at_two_venues_is_one_service);
  ADD ("organisations may come after their services", organisations_may_come_after_their_services);
  ADD ("what is told in days to come says nothing", what_is_told_in_days_to_come_says_nothing);
  ADD ("what does not fit is refused alone and named",
       what_does_not_fit_is_refused_alone_and_named);
  ADD ("a change is seen and an edit survives", a_change_is_seen_and_an_edit_survives);
  ADD ("a broken file changes nothing", a_broken_file_changes_nothing);
  ADD ("a broken page undoes the others", a_broken_page_undoes_the_others);
  ADD ("cancelling leaves nothing", cancelling_leaves_nothing);
  ADD ("progress reaches its end", progress_reaches_its_end);
  ADD ("the hook tags what is new", the_hook_tags_what_is_new);
  ADD ("what is missing from a whole harvest is gone",
       what_is_missing_from_a_whole_harvest_is_gone);
  ADD ("the sample moves with the day", the_sample_moves_with_the_day);
  ADD ("the report is JSON", the_report_is_json);
  ADD ("mutated feeds leave the store whole", mutated_feeds_leave_the_store_whole);
  ADD ("a source keeps its name", a_source_keeps_its_name);
  return g_test_run ();
}

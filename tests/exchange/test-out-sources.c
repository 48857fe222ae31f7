/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "directory/dolen-edits.h"
#include "directory/dolen-feed-sources.h"
#include "directory/dolen-merge.h"
#include "directory/dolen-source-licence.h"
#include "exchange/dolen-import.h"
#include "exchange/feeds/dolen-feed.h"
#include "exchange/out/dolen-export.h"
#include "exchange/out/dolen-out-sources.h"
#include "support/dolen-test.h"

#include <json-c/json.h>
#include <string.h>

/* Whose records go out, and what is said of where they come from. */

#define FEED(id, name)                                                                             \
  "{\"contents\":[{\"id\":\"" id "\",\"name\":\"" name "\",\"status\":\"active\"}]}"

static void
import_as (DolenDirectory *dir, const char *source, const char *text)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *name = g_strdup_printf ("%s.json", source);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char *paths[] = { path };
  DolenImportOptions options = { .source_name = source };
  GError *error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  dolen_import_run (dir, paths, 1, &options, NULL, &error);
  g_assert_no_error (error);
}

/* One group made here, one of each of three sources: a free one, a strict one, a silent one. */
static DolenDirectory *
open_mixed (void)
{
  GError *error = NULL;
  DolenDirectory *dir = dolen_directory_open (NULL, DOLEN_DB_MEMORY, &error);
  g_autoptr (DolenService) own = dolen_service_new ();
  g_autoptr (DolenSource) conwy = NULL;
  g_autoptr (DolenSource) paid = NULL;
  const DolenSourceLicence open
      = { (char *) "Open Government Licence v3.0", (char *) "Data of Conwy", FALSE };
  const DolenSourceLicence closed = { (char *) "By contract", NULL, TRUE };

  g_assert_no_error (error);
  import_as (dir, "Conwy", FEED ("1", "Choir"));
  import_as (dir, "Paid list", FEED ("2", "Secret Garden"));
  import_as (dir, "Silent", FEED ("3", "Meditation"));
  dolen_bilingual_load (&own->name, "Our Band", DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  g_assert_cmpint (dolen_edit_add_group (dir, NULL, own, NULL, &error), >, 0);
  conwy = dolen_directory_find_source (dir, "Conwy", &error);
  paid = dolen_directory_find_source (dir, "Paid list", &error);
  g_assert_true (dolen_source_licence_set (dir, conwy->uid, &open, &error));
  g_assert_true (dolen_source_licence_set (dir, paid->uid, &closed, &error));
  g_assert_no_error (error);
  return dir;
}

static char *
write_as (DolenDirectory *dir,
          DolenExportFormat format,
          const char *const *sources,
          DolenExportReport *report)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "out", NULL);
  const DolenExportOptions options = { .sources = sources };
  GError *error = NULL;
  char *text = NULL;

  dolen_export_run (dir, format, path, &options, report, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static char *
uid_of (DolenDirectory *dir, const char *name)
{
  g_autoptr (DolenSource) source = dolen_directory_find_source (dir, name, NULL);

  return g_strdup (source->uid);
}

static void
test_only_the_chosen_go_out (void)
{
  g_autoptr (DolenDirectory) dir = open_mixed ();
  g_autofree char *conwy = uid_of (dir, "Conwy");
  const char *const chosen[] = { DOLEN_OUT_MADE_HERE, conwy, NULL };
  const char *const own[] = { DOLEN_OUT_MADE_HERE, NULL };

  for (int format = 0; format < DOLEN_N_EXPORTS; format++) {
    DolenExportReport report = { 0 };
    g_autofree char *text = NULL;
    g_autofree char *ours = NULL;

    if (format == DOLEN_EXPORT_HSDS_CSV)
      continue;
    text = write_as (dir, (DolenExportFormat) format, chosen, &report);
    g_assert_nonnull (strstr (text, "Our Band"));
    g_assert_nonnull (strstr (text, "Choir"));
    g_assert_null (strstr (text, "Secret Garden"));
    g_assert_null (strstr (text, "Meditation"));
    g_assert_cmpuint (report.services, ==, 2);
    g_assert_cmpuint (report.services_of_others, ==, 2);
    ours = write_as (dir, (DolenExportFormat) format, own, NULL);
    g_assert_null (strstr (ours, "Choir"));
    g_assert_null (strstr (ours, "Conwy"));
  }
}

/* Where nobody chose, what may not be passed on stays; the rest says where it comes from, but where
 * the standard has no room for it. */
static void
test_what_may_not_be_passed_on_stays (void)
{
  g_autoptr (DolenDirectory) dir = open_mixed ();
  DolenExportReport report = { 0 };
  g_autofree char *own = write_as (dir, DOLEN_EXPORT_HSDS, NULL, &report);
  g_autofree char *strict = write_as (dir, DOLEN_EXPORT_ORUK3, NULL, NULL);
  g_autofree char *sheet = write_as (dir, DOLEN_EXPORT_CSV, NULL, NULL);
  g_autofree char *map = write_as (dir, DOLEN_EXPORT_GEOJSON, NULL, NULL);

  g_assert_cmpuint (report.services_of_others, ==, 1);
  g_assert_null (strstr (own, "Secret Garden"));
  g_assert_nonnull (strstr (own,
                            "\"x_dolen_source\":{\"name\":\"Conwy\",\"licence\":"
                            "\"Open Government Licence v3.0\",\"licence_url\":"));
  g_assert_nonnull (strstr (own, "\"attribution\":\"Data of Conwy\""));
  g_assert_null (strstr (strict, "Conwy"));
  g_assert_null (strstr (strict, "x_dolen"));
  g_assert_nonnull (strstr (sheet, "Conwy; Open Government Licence v3.0; Data of Conwy"));
  g_assert_nonnull (strstr (map, "Data of Conwy"));
}

static char *
find_one (DolenDirectory *dir, const char *kind, const char *foreign_id, const char *source)
{
  g_autofree char *uid = uid_of (dir, source);

  return dolen_directory_find_by_source (dir, uid, kind, foreign_id, NULL);
}

/* A merged record says what the strict source said, under the other's name; so does whatever goes
 * out with an organisation that was merged. Chosen by its name the source goes out all the same. */
static void
test_what_was_merged_stays_too (void)
{
  static const char free_feed[]
      = "{\"contents\":[{\"id\":\"7\",\"name\":\"Choir\",\"status\":\"active\","
        "\"organization\":{\"id\":\"o7\",\"name\":\"Singers\",\"description\":\"\"}}]}";
  static const char strict_feed[]
      = "{\"contents\":[{\"id\":\"8\",\"name\":\"Choir\",\"status\":\"active\","
        "\"email\":\"protected@example.org\",\"organization\":{\"id\":\"o8\","
        "\"name\":\"Singers\",\"description\":\"\",\"email\":\"protected@example.org\"}}]}";

  for (int organisations = 0; organisations < 2; organisations++) {
    const char *kind = organisations ? "organisation" : "service";
    const char *free_id = organisations ? "o7" : "7", *strict_id = organisations ? "o8" : "8";
    g_autoptr (DolenDirectory) dir = open_mixed ();
    g_autofree char *kept = NULL, *gone = NULL, *before = NULL, *after = NULL, *chosen = NULL;
    g_autofree char *conwy = uid_of (dir, "Conwy");
    g_autofree char *paid = uid_of (dir, "Paid list");
    const char *const both[] = { conwy, paid, NULL };
    DolenExportReport was = { 0 }, is = { 0 };

    import_as (dir, "Conwy", free_feed);
    import_as (dir, "Paid list", strict_feed);
    kept = find_one (dir, kind, free_id, "Conwy");
    gone = find_one (dir, kind, strict_id, "Paid list");
    before = write_as (dir, DOLEN_EXPORT_HSDS, NULL, &was);
    g_assert_null (strstr (before, "protected@"));
    g_assert_cmpint (dolen_merge_records (dir, kind, kept, gone, NULL, NULL), >, 0);
    after = write_as (dir, DOLEN_EXPORT_HSDS, NULL, &is);
    g_assert_null (strstr (after, "protected@"));
    g_assert_cmpuint (is.services, ==, was.services - 1);
    chosen = write_as (dir, DOLEN_EXPORT_HSDS, both, NULL);
    g_assert_nonnull (strstr (chosen, "protected@"));
  }
}

/* Without the source nothing would say that its records may not be passed on. */
static void
test_a_strict_source_leaves_nothing_behind (void)
{
  g_autoptr (DolenDirectory) dir = open_mixed ();
  g_autofree char *paid = uid_of (dir, "Paid list");
  g_autofree char *service = find_one (dir, "service", "2", "Paid list");
  const DolenSourceLicence open = { 0 };
  g_autoptr (GError) error = NULL;
  guint kept = 9;

  g_assert_false (
      dolen_directory_remove_source (dir, paid, DOLEN_REMOVE_KEEP, NULL, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_assert_nonnull (strstr (error->message, "Paid list"));
  g_clear_error (&error);
  g_assert_cmpint (dolen_edit_set_field (dir, "service", service, "fees", "5", NULL, NULL), >, 0);
  g_assert_false (
      dolen_directory_remove_source (dir, paid, DOLEN_REMOVE_UNEDITED, NULL, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_true (dolen_source_licence_set (dir, paid, &open, &error));
  g_assert_true (
      dolen_directory_remove_source (dir, paid, DOLEN_REMOVE_KEEP, NULL, NULL, &kept, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (kept, ==, 1);
}

/* Where nobody worked on them, all go with it, and it may. */
static void
test_a_strict_source_goes_with_all_it_brought (void)
{
  g_autoptr (DolenDirectory) dir = open_mixed ();
  g_autofree char *paid = uid_of (dir, "Paid list");
  guint removed = 0;
  GError *error = NULL;

  dolen_directory_remove_source (dir, paid, DOLEN_REMOVE_UNEDITED, NULL, &removed, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (removed, ==, 1);
}

/* A folder has a page that names the sources, and what it says by itself. */
static void
test_a_published_folder_names_its_sources (void)
{
  g_autoptr (DolenDirectory) dir = open_mixed ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *site = g_build_filename (folder, "site", NULL);
  g_autofree char *tables = g_build_filename (folder, "tables", NULL);
  g_autofree char *index = g_build_filename (site, "index.json", NULL);
  g_autofree char *page = g_build_filename (site, "LICENCES.txt", NULL);
  g_autofree char *package = g_build_filename (tables, "datapackage.json", NULL);
  g_autofree char *index_text = NULL;
  g_autofree char *page_text = NULL;
  g_autofree char *package_text = NULL;
  GError *error = NULL;

  g_assert_true (dolen_publish (dir, site, NULL, NULL, &error));
  g_assert_true (dolen_export_run (dir, DOLEN_EXPORT_HSDS_CSV, tables, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (index, &index_text, NULL, NULL));
  g_assert_true (g_file_get_contents (page, &page_text, NULL, NULL));
  g_assert_true (g_file_get_contents (package, &package_text, NULL, NULL));
  g_assert_nonnull (strstr (index_text, "\"x_dolen_sources\":[{\"name\":\"Conwy\""));
  g_assert_nonnull (strstr (page_text, "Data of Conwy"));
  g_assert_nonnull (strstr (page_text, "Silent\nLicence: not stated"));
  g_assert_null (strstr (page_text, "Paid list"));
  g_assert_nonnull (strstr (package_text, "Open Government Licence v3.0"));
}

static void
test_what_is_to_be_thought_of_is_said (void)
{
  g_autoptr (DolenDirectory) dir = open_mixed ();
  g_autoptr (GPtrArray) sources = dolen_out_sources_list (dir, NULL);
  const DolenOutSource *here = sources->pdata[0], *conwy = sources->pdata[1],
                       *paid = sources->pdata[2], *silent = sources->pdata[3];

  g_assert_cmpuint (sources->len, ==, 4);
  g_assert_cmpstr (here->uid, ==, DOLEN_OUT_MADE_HERE);
  g_assert_cmpuint (here->services, ==, 1);
  g_assert_cmpstr (conwy->licence.licence, ==, "OGL-UK-3.0");
  g_assert_null (dolen_out_source_warning (here, DOLEN_LANGUAGE_EN));
  g_assert_null (dolen_out_source_warning (conwy, DOLEN_LANGUAGE_EN));
  g_assert_nonnull (strstr (dolen_out_source_warning (paid, DOLEN_LANGUAGE_EN), "passed on"));
  g_assert_nonnull (strstr (dolen_out_source_warning (silent, DOLEN_LANGUAGE_EN), "No licence"));
}

/* The licence stands beside how often a feed is read, and neither takes the other away. */
static void
test_a_licence_leaves_the_other_settings (void)
{
  g_autoptr (DolenDirectory) dir = open_mixed ();
  g_autofree char *uid = uid_of (dir, "Conwy");
  g_autoptr (DolenSource) source = NULL;
  g_auto (DolenSourceLicence) licence = { 0 };
  g_auto (DolenFeedSettings) settings = { 0 };
  const DolenSourceLicence none = { 0 };
  GError *error = NULL;

  g_assert_true (dolen_feed_set_every (dir, uid, DOLEN_FEED_WEEKLY, &error));
  source = dolen_directory_get_source (dir, uid, &error);
  dolen_source_licence_read (&licence, source->settings);
  g_assert_cmpstr (licence.licence, ==, "OGL-UK-3.0");
  g_assert_true (dolen_source_licence_set (dir, uid, &none, &error));
  g_assert_no_error (error);
  g_clear_pointer (&source, dolen_source_free);
  source = dolen_directory_get_source (dir, uid, &error);
  dolen_feed_settings_read (&settings, source->settings);
  g_assert_cmpint (settings.every, ==, DOLEN_FEED_WEEKLY);
  dolen_source_licence_clear (&licence);
  dolen_source_licence_read (&licence, source->settings);
  g_assert_null (licence.licence);
}

static void
add_group (DolenDirectory *dir, const char *name, const char *url)
{
  g_autoptr (DolenService) service = dolen_service_new ();
  GError *error = NULL;

  dolen_bilingual_load (&service->name, name, DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  service->url = g_strdup (url);
  service->email = g_strdup ("info@soup.example.org");
  dolen_edit_add_group (dir, NULL, service, NULL, &error);
  g_assert_no_error (error);
}

/* Beside what is for programs. Nothing that a record says is more than text on it. */
static void
test_a_page_for_people_is_published (void)
{
  GError *error = NULL;
  g_autoptr (DolenDirectory) dir = dolen_directory_open (NULL, DOLEN_DB_MEMORY, &error);
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *site = g_build_filename (folder, "site", NULL);
  g_autofree char *page = g_build_filename (site, "index.html", NULL);
  g_autofree char *text = NULL;
  const char *band, *soup;

  g_assert_no_error (error);
  add_group (dir, "Soup <script>alert(1)</script> & more", "javascript:alert(1)");
  add_group (dir, "Band", "https://band.example.org/?a=1&b=\"2");
  g_assert_true (dolen_publish (dir, site, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (page, &text, NULL, NULL));
  band = strstr (text, ">Band<");
  soup = strstr (text, ">Soup &lt;script&gt;alert(1)&lt;/script&gt; &amp; more<");
  g_assert_nonnull (band);
  g_assert_nonnull (soup);
  g_assert_true (band < soup);
  g_assert_nonnull (strstr (text, "<a href=\"mailto:info@soup.example.org\">"));
  g_assert_nonnull (strstr (text, "href=\"https://band.example.org/?a=1&amp;b=&quot;2\""));
  g_assert_nonnull (strstr (text, "<a href=\"LICENCES.txt\">"));
  g_assert_null (strstr (text, "<script"));
  g_assert_null (strstr (text, "javascript:"));
}

/* What decides whether one can go stands with each group, in both languages; nothing where it is
 * not known. */
static void
test_the_page_tells_cost_ages_and_languages (void)
{
  GError *error = NULL;
  g_autoptr (DolenDirectory) dir = dolen_directory_open (NULL, DOLEN_DB_MEMORY, &error);
  g_autoptr (DolenService) service = dolen_service_new ();
  DolenLanguageOffered *welsh = dolen_language_offered_new ();
  DolenCost *cost = dolen_cost_new ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *site = g_build_filename (folder, "site", NULL);
  g_autofree char *page = g_build_filename (site, "index.html", NULL);
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  dolen_bilingual_load (&service->name, "Band", DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  service->minimum_age = 16;
  service->maximum_age = 25;
  service->gender = g_strdup ("female");
  welsh->code = g_strdup ("cy");
  cost->pence = 300;
  cost->option = g_strdup ("members <all>");
  g_ptr_array_add (service->languages, welsh);
  g_ptr_array_add (service->costs, cost);
  add_group (dir, "Silent", NULL);
  g_assert_true (dolen_publish (dir, site, NULL, NULL, &error));
  g_assert_true (g_file_get_contents (page, &text, NULL, NULL));
  g_assert_null (strstr (text, "Cost"));
  g_assert_null (strstr (text, "Languages"));
  dolen_edit_add_group (dir, NULL, service, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (dolen_publish (dir, site, NULL, NULL, &error));
  g_assert_true (g_file_get_contents (page, &again, NULL, NULL));
  g_assert_nonnull (strstr (again, "Cost: £3 (members &lt;all&gt;)"));
  g_assert_nonnull (strstr (again, "For whom: Ages 16 to 25; women"));
  g_assert_nonnull (strstr (again, "Languages: Welsh"));
  g_assert_nonnull (strstr (again, "Ieithoedd: Cymraeg"));
}

static void
add_in_town (DolenDirectory *dir, const char *name, const char *town, const char *phone)
{
  g_autoptr (DolenService) service = dolen_service_new ();
  DolenVenue *venue = dolen_venue_new ();
  g_autoptr (GString) words = g_string_new ("Soup & songs");
  GError *error = NULL;

  for (int i = 0; i < 100; i++)
    g_string_append (words, " and more");
  dolen_bilingual_load (&service->name, name, DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  dolen_bilingual_load (
      &service->description, words->str, DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  dolen_bilingual_load (
      &service->how_to_join, "Referral by agency", DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  service->phone = g_strdup (phone);
  venue->city = g_strdup (town);
  g_ptr_array_add (service->venues, venue);
  dolen_edit_add_group (dir, NULL, service, NULL, &error);
  g_assert_no_error (error);
}

/* What they do, how to join, by town; and whom to ask where there is nobody to ring. */
static void
test_the_page_goes_by_town_and_says_whom_to_ask (void)
{
  const DolenPublisher publisher = { "Link <Us>", "Dolen Ni", "01970123456", "ask@us.example.org" };
  const DolenExportOptions options = { .publisher = &publisher };
  GError *error = NULL;
  g_autoptr (DolenDirectory) dir = dolen_directory_open (NULL, DOLEN_DB_MEMORY, &error);
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *site = g_build_filename (folder, "site", NULL);
  g_autofree char *page = g_build_filename (site, "index.html", NULL);
  g_autofree char *text = NULL;
  const char *aberystwyth, *lampeter, *band, *asked;

  add_in_town (dir, "Band", "Lampeter", "01570422000");
  add_in_town (dir, "Choir", "Aberystwyth", NULL);
  g_assert_true (dolen_publish (dir, site, &options, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (page, &text, NULL, NULL));
  aberystwyth = strstr (text, "<h2>Aberystwyth</h2>");
  lampeter = strstr (text, "<h2>Llanbedr Pont Steffan · <span lang=\"en\">Lampeter</span></h2>");
  band = strstr (text, ">Band<");
  asked = strstr (text, "Ask us: Link &lt;Us&gt;, 01970 123456, ask@us.example.org");
  g_assert_nonnull (strstr (text, "<p>Dolen Ni · <span lang=\"en\">Link &lt;Us&gt;</span></p>"));
  g_assert_nonnull (strstr (text, "<a href=\"#town-0\"><span>Aberystwyth</span>"));
  g_assert_true (aberystwyth < lampeter && lampeter < band);
  g_assert_true (asked > aberystwyth && asked < lampeter);
  g_assert_null (strstr (lampeter, "Ask us"));
  g_assert_nonnull (strstr (band, "Soup &amp; songs and more"));
  g_assert_nonnull (strstr (band, "…</span></p>"));
  g_assert_nonnull (strstr (band, "How to join: Referral by agency"));
}

/* A folder published before there was a page of ours holds one of its owner's. */
static void
test_a_page_of_the_owner_stays (void)
{
  GError *error = NULL;
  g_autoptr (DolenDirectory) dir = dolen_directory_open (NULL, DOLEN_DB_MEMORY, &error);
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *site = g_build_filename (folder, "site", NULL);
  g_autofree char *page = g_build_filename (site, "index.html", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_true (dolen_publish (dir, site, NULL, NULL, &error));
  add_group (dir, "Band", NULL);
  g_assert_true (dolen_publish (dir, site, NULL, NULL, &error));
  g_assert_true (g_file_get_contents (page, &again, NULL, NULL));
  g_assert_nonnull (strstr (again, ">Band<"));
  g_assert_true (g_file_set_contents (page, "<h1>Our village</h1>", -1, NULL));
  g_assert_true (dolen_publish (dir, site, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (page, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "<h1>Our village</h1>");
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/exchange/out-sources/chosen", test_only_the_chosen_go_out);
  g_test_add_func ("/exchange/out-sources/forbidden", test_what_may_not_be_passed_on_stays);
  g_test_add_func ("/exchange/out-sources/folder", test_a_published_folder_names_its_sources);
  g_test_add_func ("/exchange/out-sources/page", test_a_page_for_people_is_published);
  g_test_add_func ("/exchange/out-sources/facts", test_the_page_tells_cost_ages_and_languages);
  g_test_add_func ("/exchange/out-sources/towns", test_the_page_goes_by_town_and_says_whom_to_ask);
  g_test_add_func ("/exchange/out-sources/own-page", test_a_page_of_the_owner_stays);
  g_test_add_func ("/exchange/out-sources/warnings", test_what_is_to_be_thought_of_is_said);
  g_test_add_func ("/exchange/out-sources/settings", test_a_licence_leaves_the_other_settings);
  g_test_add_func ("/exchange/out-sources/merged", test_what_was_merged_stays_too);
  g_test_add_func ("/exchange/out-sources/removed", test_a_strict_source_leaves_nothing_behind);
  g_test_add_func ("/exchange/out-sources/gone", test_a_strict_source_goes_with_all_it_brought);
  return g_test_run ();
}

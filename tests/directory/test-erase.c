/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "directory/dolen-directory-private.h"
#include "directory/dolen-edit-parts.h"
#include "directory/dolen-writer.h"
#include "directory/privacy/dolen-edit-erase.h"
#include "directory/privacy/dolen-scrub.h"
#include "directory/bytes.h"
#include "directory/samples.h"

#include <string.h>

/* 4 May 2026, noon */
#define NOW G_GINT64_CONSTANT (1777892400000)

#define NAME "Gwenhwyfar Canary"
#define PHONE "01632960777"
#define EMAIL "gwen.canary@example.net"

/* ---- texts ---- */

static gboolean
is_gwen (DolenScrubKind kind, const char *value, gpointer user_data)
{
  static const char *const known[] = { PHONE, EMAIL, "gwenhwyfar canary" };

  (void) user_data;
  return g_strcmp0 (known[kind], value) == 0;
}

static void
test_texts_lose_numbers_addresses_and_names (void)
{
  static const struct {
    const char *text, *rest;
  } cases[] = {
    { "Ring 01632 960 777 or 01632 960 778.", "Ring … or 01632 960 778." },
    { "Ring +44 (0)1632 960777 (evenings)", "Ring … (evenings)" },
    { "(01632) 960777", "…" },
    { "Meets 2026-05-04, 01632960777", "Meets 2026-05-04, …" },
    { "order 5016329607771", NULL },
    { "1632960777", "…" },
    { "Ring 1632 960777 or 1632960778", "Ring … or 1632960778" },
    { "Write to Gwen.Canary@EXAMPLE.net, please", "Write to …, please" },
    { "see xgwen.canary@example.net", NULL },
    { "Ask gwenhwyfar  canary at the door", "Ask … at the door" },
    { "Gwenhwyfar Canaryson", NULL },
    { "Gwenhwyfar", NULL },
    { "", NULL },
    { NULL, NULL },
  };
  const DolenScrub scrub = { .test = is_gwen, .names = TRUE };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *rest = dolen_scrub_text (&scrub, cases[i].text);

    g_assert_cmpstr (rest, ==, cases[i].rest);
  }
}

static void
test_json_loses_the_contact_whole_and_stays_json (void)
{
  static const struct {
    const char *json, *rest;
  } cases[] = {
    { "{\"contacts\":[{\"name\":\"Gwenhwyfar Canary\",\"role\":\"treasurer\"},{\"name\":\"Tom\"}]}",
      "{\"contacts\":[{\"name\":\"Tom\"}]}" },
    { "{\"phones\":[{\"number\":\"01632 960777\",\"extension\":\"4\"}],\"id\":7}",
      "{\"phones\":[],\"id\":7}" },
    { "{\"email\":\"gwen.canary@example.net\",\"description\":\"ring 01632960777 \\\"now\\\"\"}",
      "{\"email\":\"…\",\"description\":\"ring … \\\"now\\\"\"}" },
    { "{\"part\":[{\"uid\":\"gwen\",\"note\":\"evenings\"}]}", "{\"part\":[]}" },
    { "{\"feed_value\":\"[{\\\"uid\\\":\\\"gwen\\\",\\\"note\\\":\\\"evenings\\\"}]\"}",
      "{\"feed_value\":\"[]\"}" },
    { "{\"name\":\"Choir\"}", NULL },
    { "{\"phones\":[{\"number\":1632960777}],\"id\":7}", "{\"phones\":[],\"id\":7}" },
    { "{\"phone\":1632960777,\"id\":16329607771}", "{\"phone\":\"…\",\"id\":16329607771}" },
    { "{\"name\":\"Choir\"}\n{\"phones\":[{\"number\":\"01632 960777\"}]}",
      "{\"name\":\"Choir\"}\n{\"phones\":[]}" },
    { "{\"email\":\"gwen.canary@example.net\"}\n{ \"name\": \"Choir\" }\n{\"id\":7}",
      "{\"email\":\"…\"}\n{ \"name\": \"Choir\" }\n{\"id\":7}" },
    { "{\"id\":7} ring 01632 960777", "{\"id\":7} ring …" },
    { "{\"name\":\"Choir\"}\n{\"id\":7}", NULL },
    { "{\"id\":7", NULL },
  };
  const DolenScrub scrub = { .test = is_gwen, .names = TRUE, .uid = "gwen" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *rest = dolen_scrub_any (&scrub, cases[i].json);

    g_assert_cmpstr (rest, ==, cases[i].rest);
  }
}

/* ---- the file ---- */

static DolenContact *
new_contact (const char *uid, const char *name, const char *phone, const char *email)
{
  DolenContact *contact = dolen_contact_new ();

  contact->uid = g_strdup (uid);
  contact->name = g_strdup (name);
  contact->phone_given = g_strdup (phone);
  contact->phone = g_strdup (phone);
  contact->email_given = g_strdup (email);
  contact->email = g_strdup (email);
  contact->note = g_strdup ("prefers-evenings");
  return contact;
}

#define FEED_JSON                                                                                  \
  "{\"id\":\"1\",\"name\":\"Choir\",\"description\":\"Ask Gwenhwyfar Canary, 01632 960 777\","     \
  "\"email\":\"" EMAIL "\",\"contacts\":[{\"name\":\"" NAME "\",\"phones\":[{\"number\":\"+44 "    \
  "1632 960777\"}]},{\"name\":\"Tom Baritone\"}]}"

/* What the feed says: a choir, and a contact of its own besides. */
static DolenService *
choir (const char *description)
{
  DolenService *service = samples_service ("Choir", NULL, DOLEN_TEXT_GIVEN);

  service->uid = g_strdup ("choir");
  service->source_uid = g_strdup ("a-feed");
  service->organisation_uid = g_strdup ("hall");
  service->email = g_strdup (EMAIL);
  dolen_bilingual_load (
      &service->description, description, DOLEN_TEXT_GIVEN, NULL, DOLEN_TEXT_MISSING);
  g_ptr_array_add (service->contacts, new_contact ("gwen", NAME, PHONE, EMAIL));
  g_ptr_array_add (service->contacts, new_contact ("tom", "Tom Baritone", "01632960123", NULL));
  return service;
}

static void
import (DolenDirectory *dir, const char *hash)
{
  DolenSource source
      = { .uid = (char *) "a-feed", .name = (char *) "A feed", .dialect = (char *) "oruk-1" };
  DolenSourceRecord record = { "service", "1", "choir", FEED_JSON, hash != NULL ? hash : "first" };
  g_autoptr (DolenService) service = choir ("Ask Gwenhwyfar Canary, 01632 960 777");
  g_autoptr (DolenOrganisation) hall = dolen_organisation_new ();
  g_autoptr (DolenDirectoryWriter) writer = NULL;
  g_autoptr (GError) error = NULL;
  DolenRecordState state;

  hall->uid = g_strdup ("hall");
  dolen_bilingual_load (&hall->name, "Hall", DOLEN_TEXT_GIVEN, NULL, DOLEN_TEXT_MISSING);
  hall->phone = g_strdup (PHONE);
  g_ptr_array_add (hall->contacts, new_contact ("gwen-too", NAME, PHONE, NULL));
  writer = dolen_directory_writer_new (dir, &source, &error);
  g_assert_no_error (error);
  g_assert_true (dolen_directory_writer_put_organisation (writer, hall, &error));
  g_assert_true (dolen_directory_writer_put_record (writer, &record, &state, &error));
  g_assert_true (dolen_directory_writer_put_service (writer, service, &error));
  g_assert_no_error (error);
  g_assert_true (dolen_directory_writer_finish (writer, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* Everything that writes texts somewhere. */
static void
touch_all (DolenDirectory *dir)
{
  g_autoptr (DolenService) draft = dolen_directory_get_service (dir, "choir", NULL);
  g_autoptr (DolenCapacity) report = samples_capacity (DOLEN_CAPACITY_PLACES, 4, NULL);

  ((DolenContact *) draft->contacts->pdata[0])->permission = DOLEN_PERMISSION_WORKERS_ONLY;
  dolen_edit_set_part (dir, "service", "contacts", draft, "a curator", NULL);
  dolen_edit_set_field (dir,
                        "service",
                        "choir",
                        "how_to_join_en",
                        "Ring Gwenhwyfar Canary on 01632 960777",
                        "a curator",
                        NULL);
  dolen_edit_set_field (dir, "service", "choir", "how_to_join_en", "Just come", "a curator", NULL);
  report->told_by = g_strdup (NAME);
  dolen_edit_set_capacity (dir, "choir", report, "a curator", NULL);
  dolen_edit_still_true (dir, "choir", DOLEN_TOLD_BY_CALL, NAME, "contact", "a curator", NULL);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM history"), >=, 6);
}

static void
assert_nowhere (const char *path, gboolean expected)
{
  static const char *const words[] = { "gwenhwyfar", "960777", "960 777", "gwen.canary" };
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  gboolean found = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    gboolean here = stands_in (path, words[i]) || stands_in (log, words[i]);

    if (!expected && here)
      g_error ("“%s” is still in the file", words[i]);
    found = found || here;
  }
  g_assert_true (found == expected);
}

static void
test_an_erased_contact_is_nowhere_and_does_not_come_back (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  g_autofree char *old = g_strconcat (path, ".before-4", NULL);
  g_autoptr (GError) error = NULL;
  DolenDirectory *dir = dolen_directory_open (path, DOLEN_DB_READ_WRITE, &error);
  gint64 id;

  g_assert_no_error (error);
  import (dir, NULL);
  touch_all (dir);
  assert_nowhere (path, TRUE); /* the canaries sing before */
  g_assert_true (g_file_set_contents (old, NAME, -1, NULL));
  id = dolen_edit_erase_contact (dir, "service", "choir", "gwen", "a curator", &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  assert_nowhere (path, FALSE);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM contact"), ==, 1);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM contact WHERE uid = 'tom'"), ==, 1);
  g_assert_cmpint (samples_count (dir,
                                  "SELECT count(*) FROM service WHERE name_en = 'Choir'"
                                  " AND description_en = 'Ask …, …' AND email IS NULL"),
                   ==,
                   1);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM organisation WHERE phone IS NULL"), ==, 1);
  g_assert_true (dolen_directory_check (dir, &error));
  g_assert_no_error (error);

  import (dir, "second");
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM contact"), ==, 1);
  dolen_erasure_settle (dir);
  assert_nowhere (path, FALSE);

  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  dolen_directory_close (dir);
  assert_nowhere (path, FALSE);
}

static void
test_what_was_kept_in_the_history_cannot_bring_it_back (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (GPtrArray) history = NULL;

  import (dir, NULL);
  touch_all (dir);
  dolen_edit_erase_contact (dir, "service", "choir", "gwen", NULL, NULL);
  history = dolen_directory_get_history (dir, "choir", 0, NULL);
  for (guint i = 0; i < history->len; i++)
    dolen_edit_put_back (dir, ((DolenHistoryEntry *) history->pdata[i])->id, NULL, NULL);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM contact WHERE name LIKE '%Canary%'"), ==, 0);
}

static void
test_somebody_of_the_same_name_elsewhere_stays (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) other = samples_service ("Band", NULL, DOLEN_TEXT_GIVEN);

  g_ptr_array_add (other->contacts, new_contact ("namesake", NAME, "01632960888", NULL));
  samples_save (dir, other);
  import (dir, NULL);
  dolen_edit_erase_contact (dir, "service", "choir", "gwen", NULL, NULL);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM contact WHERE name = '" NAME "'"), ==, 1);
}

static void
test_a_contact_that_is_not_there_cannot_be_erased (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (GError) error = NULL;

  import (dir, NULL);
  g_assert_cmpint (
      dolen_edit_erase_contact (dir, "service", "choir", "nobody", NULL, &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM erased_contact"), ==, 0);
}

/* ---- what is not one person's alone ---- */

#define DESK "01632960500"

/* A body whose switchboard and office three answer for, each a service's contact. */
static void
put_switchboard (DolenDirectory *dir)
{
  static const char *const uids[] = { "one", "two", "three" };
  static const char *const names[] = { NAME, "Tom Baritone", "Ann Alto" };
  DolenSource source
      = { .uid = (char *) "a-feed", .name = (char *) "A feed", .dialect = (char *) "oruk-1" };
  g_autoptr (DolenDirectoryWriter) writer = dolen_directory_writer_new (dir, &source, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (uids); i++) {
    g_autoptr (DolenService) service = samples_service (uids[i], NULL, DOLEN_TEXT_GIVEN);

    service->uid = g_strdup (uids[i]);
    service->source_uid = g_strdup ("a-feed");
    service->phone = g_strdup (DESK);
    service->email = g_strdup (i == 0 ? EMAIL : "info@example.net");
    dolen_bilingual_load (&service->description,
                          "Ask " NAME " on 01632 960 500 or " EMAIL,
                          DOLEN_TEXT_GIVEN,
                          NULL,
                          DOLEN_TEXT_MISSING);
    g_ptr_array_add (service->contacts,
                     new_contact (uids[i], names[i], DESK, i == 0 ? EMAIL : "info@example.net"));
    g_assert_true (dolen_directory_writer_put_service (writer, service, NULL));
  }
  g_assert_true (dolen_directory_writer_finish (writer, NULL, NULL, NULL));
}

static void
assert_desk_stays (DolenDirectory *dir)
{
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM service WHERE phone = '" DESK "'"), ==, 3);
  g_assert_cmpint (samples_count (dir,
                                  "SELECT count(*) FROM contact WHERE phone = '" DESK "'"
                                  " AND name IN ('Tom Baritone', 'Ann Alto')"),
                   ==,
                   2);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM contact"), ==, 2);
  g_assert_cmpint (samples_count (dir,
                                  "SELECT count(*) FROM service WHERE uid = 'one' AND email IS NULL"
                                  " AND description_en = 'Ask … on 01632 960 500 or …'"),
                   ==,
                   1);
}

static void
test_a_number_that_others_have_stays_theirs (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (GError) error = NULL;
  guint others = 9;

  put_switchboard (dir);
  g_assert_true (dolen_edit_erase_count_others (dir, "service", "one", "one", &others, &error));
  g_assert_no_error (error);
  g_assert_cmpint (others, ==, 2);
  g_assert_cmpint (dolen_edit_erase_contact (dir, "service", "one", "one", NULL, &error), >, 0);
  g_assert_no_error (error);
  assert_desk_stays (dir);
  put_switchboard (dir); /* nor does the feed lose the number, or bring the person back */
  assert_desk_stays (dir);
}

static void
test_a_number_of_ones_own_is_shared_with_nobody (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  guint others = 9;

  import (dir, NULL);
  g_assert_true (dolen_edit_erase_count_others (dir, "service", "choir", "gwen", &others, NULL));
  g_assert_cmpint (others, ==, 0);
}

/* ---- what a feed still says ---- */

#define SAYS(where) where " says 01632 960 777 or " EMAIL

/* A feed that tells of her in every text that a record has. */
static DolenService *
talkative (void)
{
  DolenService *service = choir (SAYS ("description"));
  DolenVenue *venue = samples_venue (SAYS ("venue"), SAYS ("city"), 52.1, -4.1);
  DolenContact *contact = new_contact ("ann", SAYS ("name"), NULL, NULL);
  DolenCost *cost = dolen_cost_new ();
  DolenLanguageOffered *language = dolen_language_offered_new ();
  DolenCapacity *report = samples_capacity (DOLEN_CAPACITY_PLACES, 4, NULL);
  DolenFunding *funding = dolen_funding_new ();
  DolenConfirmation *asked = dolen_confirmation_new ();
  char **const texts[] = { &service->url,
                           &service->gender,
                           &service->fees,
                           &service->wait_given,
                           &service->alert,
                           &service->areas,
                           &service->closed_reason,
                           &venue->address,
                           &venue->county,
                           &venue->country,
                           &venue->getting_there,
                           &contact->role,
                           &contact->phone_given,
                           &contact->email_given,
                           &cost->option,
                           &cost->amount_given,
                           &cost->description,
                           &language->name,
                           &language->note,
                           &report->told_by,
                           &funding->funder,
                           &funding->kind,
                           &funding->amount_band,
                           &funding->evidence,
                           &asked->asked,
                           &asked->by,
                           &asked->note };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_free (*texts[i]);
    *texts[i] = g_strdup_printf (SAYS ("text %" G_GSIZE_FORMAT), i);
  }
  g_free (report->note);
  report->note = g_strdup (SAYS ("note"));
  g_free (contact->note);
  contact->note = g_strdup (SAYS ("note"));
  g_free (service->url);
  service->url = g_strdup ("tel:" PHONE);
  g_ptr_array_add (venue->accessibility, g_strdup (SAYS ("door")));
  g_ptr_array_add (service->venues, venue);
  g_ptr_array_add (service->contacts, contact);
  g_ptr_array_add (service->costs, cost);
  g_ptr_array_add (service->languages, language);
  g_ptr_array_add (service->capacities, report);
  g_ptr_array_add (service->funding, funding);
  g_ptr_array_add (service->confirmations, asked);
  return service;
}

/* TRUE: all of the texts of all tables lack her; else some column holds her. */
static gboolean
lacks_gwen (DolenDirectory *dir, const char *table)
{
  static const char *const all
      = "SELECT group_concat ('coalesce (' || name || ', '''')', ' || ') FROM pragma_table_info ('%s')";
  g_autofree char *ask = g_strdup_printf (all, table);
  g_autoptr (DolenStatement) columns = dolen_db_prepare (dir->db, ask, NULL);
  g_autofree char *joined = NULL;
  g_autofree char *count = NULL;
  gboolean found = FALSE;

  g_assert_true (dolen_statement_step (columns, &found, NULL) && found);
  joined = dolen_statement_dup_text (columns, 0);
  count = g_strdup_printf (
      "SELECT count(*) FROM %s WHERE %s LIKE '%%960777%%' OR %s LIKE '%%960 777%%'"
      " OR %s LIKE '%%gwen.canary%%'",
      table,
      joined,
      joined,
      joined);
  return samples_count (dir, count) == 0;
}

static void
put_talkative (DolenDirectory *dir)
{
  DolenSource source
      = { .uid = (char *) "a-feed", .name = (char *) "A feed", .dialect = (char *) "oruk-1" };
  g_autoptr (DolenService) service = talkative ();
  g_autoptr (DolenOrganisation) hall = dolen_organisation_new ();
  g_autoptr (DolenDirectoryWriter) writer = dolen_directory_writer_new (dir, &source, NULL);
  DolenFunding *funding = dolen_funding_new ();
  g_autoptr (GError) error = NULL;

  hall->uid = g_strdup ("hall");
  dolen_bilingual_load (&hall->name, SAYS ("Hall"), DOLEN_TEXT_GIVEN, NULL, DOLEN_TEXT_MISSING);
  hall->url = g_strdup ("mailto:" EMAIL);
  hall->legal_status = g_strdup (SAYS ("status"));
  funding->evidence = g_strdup (SAYS ("evidence"));
  g_ptr_array_add (hall->funding, funding);
  g_assert_true (dolen_directory_writer_put_organisation (writer, hall, &error));
  g_assert_no_error (error);
  g_assert_true (dolen_directory_writer_put_service (writer, service, &error));
  g_assert_no_error (error);
  g_assert_true (dolen_directory_writer_finish (writer, NULL, NULL, NULL));
}

static void
test_no_text_of_a_feed_brings_a_number_back (void)
{
  static const char *const tables[]
      = { "service",          "organisation",  "venue",           "contact", "schedule",    "cost",
          "language_offered", "accessibility", "capacity_report", "funding", "confirmation" };
  g_autoptr (DolenDirectory) dir = samples_open ();

  import (dir, NULL);
  g_assert_cmpint (dolen_edit_erase_contact (dir, "service", "choir", "gwen", NULL, NULL), >, 0);
  put_talkative (dir);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!lacks_gwen (dir, tables[i]))
      g_error ("the table %s has the number again", tables[i]);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM contact WHERE role = 'text 11 says … or …'"),
      ==,
      1);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM service WHERE url IS NULL"), ==, 1);
}

/* The same feed before: every one of the tables does hold her, or the test above shows nothing. */
static void
test_a_feed_says_it_in_every_table (void)
{
  static const char *const tables[]
      = { "service",          "organisation",  "venue",           "contact", "cost",
          "language_offered", "accessibility", "capacity_report", "funding", "confirmation" };
  g_autoptr (DolenDirectory) dir = samples_open ();

  put_talkative (dir);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (lacks_gwen (dir, tables[i]))
      g_error ("the table %s does not have it", tables[i]);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  dolen_time_set_fixed (NOW);
#define ADD(name) g_test_add_func ("/directory/erase/" #name, test_##name)
  ADD (texts_lose_numbers_addresses_and_names);
  ADD (json_loses_the_contact_whole_and_stays_json);
  ADD (an_erased_contact_is_nowhere_and_does_not_come_back);
  ADD (what_was_kept_in_the_history_cannot_bring_it_back);
  ADD (somebody_of_the_same_name_elsewhere_stays);
  ADD (a_contact_that_is_not_there_cannot_be_erased);
  ADD (a_number_that_others_have_stays_theirs);
  ADD (a_number_of_ones_own_is_shared_with_nobody);
  ADD (no_text_of_a_feed_brings_a_number_back);
  ADD (a_feed_says_it_in_every_table);
#undef ADD
  return g_test_run ();
}

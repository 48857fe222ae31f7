/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "directory/dolen-edits.h"
#include "directory/samples.h"

#include <math.h>

static DolenContact *
new_contact (void)
{
  DolenContact *contact = dolen_contact_new ();

  contact->name = g_strdup ("Mair");
  contact->role = g_strdup ("secretary");
  contact->phone = g_strdup ("01632960123");
  contact->phone_given = g_strdup ("01632 960123 (evenings)");
  contact->email = g_strdup ("mair@example.org");
  contact->personal = TRUE;
  contact->permission = DOLEN_PERMISSION_WORKERS_ONLY;
  return contact;
}

static DolenFunding *
new_funding (void)
{
  DolenFunding *funding = dolen_funding_new ();

  funding->funder = g_strdup ("Example Fund");
  funding->ends_on = g_strdup ("2027-03-31");
  funding->source = DOLEN_TOLD_BY_GROUP;
  return funding;
}

static void
fill_facts (DolenService *service)
{
  DolenCost *cost = dolen_cost_new ();
  DolenLanguageOffered *offered = dolen_language_offered_new ();
  DolenConfirmation *confirmation = dolen_confirmation_new ();

  cost->pence = 0;
  cost->option = g_strdup ("first session");
  g_ptr_array_add (service->costs, cost);
  offered->code = g_strdup ("cy");
  g_ptr_array_add (service->languages, offered);
  confirmation->on = g_strdup ("2026-04-01");
  confirmation->confirmed = g_strdup ("times,contact");
  g_ptr_array_add (service->confirmations, confirmation);
  g_ptr_array_add (service->capacities, samples_capacity (DOLEN_CAPACITY_PLACES, 4, "2026-05-01"));
  g_ptr_array_add (service->capacities, samples_capacity (DOLEN_CAPACITY_FULL, -1, "2026-03-01"));
  g_ptr_array_add (service->funding, new_funding ());
}

static DolenService *
new_full_service (const DolenOrganisation *organisation)
{
  DolenService *service = samples_service ("Garden", "Gardd", DOLEN_TEXT_DRAFT);

  service->organisation_uid = g_strdup (organisation->uid);
  service->status = DOLEN_SERVICE_TEMPORARILY_CLOSED;
  service->minimum_age = 18;
  service->access = DOLEN_ACCESS_DROP_IN | DOLEN_ACCESS_SELF_REFERRAL;
  service->assured_on = g_strdup ("2024-12-01");
  service->assured_is_edit = TRUE;
  g_ptr_array_add (service->venues, samples_venue ("Neuadd", "Lampeter", 52.1, -4.1));
  g_ptr_array_add (((DolenVenue *) service->venues->pdata[0])->accessibility,
                   g_strdup ("level access"));
  g_ptr_array_add (service->schedules, samples_schedule ("TU", "10:00", "12:00"));
  g_ptr_array_add (service->contacts, new_contact ());
  g_ptr_array_add (service->tags,
                   samples_tag (DOLEN_TAG_ENABLER, "step-free", FALSE, DOLEN_TAG_CONFIRMED));
  fill_facts (service);
  return service;
}

static void
check_record (const DolenService *service)
{
  const DolenVenue *venue = service->venues->pdata[0];
  const DolenTag *tag = service->tags->pdata[0];
  const DolenContact *contact = service->contacts->pdata[0];

  g_assert_cmpstr (service->name.cy, ==, "Gardd");
  g_assert_cmpint (service->name.cy_state, ==, DOLEN_TEXT_DRAFT);
  g_assert_cmpint (service->status, ==, DOLEN_SERVICE_TEMPORARILY_CLOSED);
  g_assert_cmpint (service->minimum_age, ==, 18);
  g_assert_cmpint (service->maximum_age, ==, -1);
  g_assert_cmpint (service->access, ==, DOLEN_ACCESS_DROP_IN | DOLEN_ACCESS_SELF_REFERRAL);
  g_assert_true (service->assured_is_edit);
  g_assert_cmpfloat (venue->latitude, ==, 52.1);
  g_assert_cmpint (venue->origin, ==, DOLEN_POSITION_FEED);
  g_assert_cmpstr (venue->accessibility->pdata[0], ==, "level access");
  g_assert_false (tag->value);
  g_assert_cmpint (tag->state, ==, DOLEN_TAG_CONFIRMED);
  g_assert_true (contact->personal);
  g_assert_cmpint (contact->permission, ==, DOLEN_PERMISSION_WORKERS_ONLY);
  g_assert_cmpstr (contact->phone_given, ==, "01632 960123 (evenings)");
}

static void
check_facts (const DolenService *service)
{
  const DolenCapacity *capacity = dolen_service_current_capacity (service);

  g_assert_cmpint (service->capacities->len, ==, 2);
  g_assert_cmpint (capacity->status, ==, DOLEN_CAPACITY_PLACES);
  g_assert_cmpint (capacity->places_free, ==, 4);
  g_assert_cmpint (capacity->wait_weeks_from, ==, -1);
  g_assert_cmpint (((DolenCost *) service->costs->pdata[0])->pence, ==, 0);
  g_assert_cmpstr (((DolenLanguageOffered *) service->languages->pdata[0])->code, ==, "cy");
  g_assert_cmpstr (((DolenFunding *) service->funding->pdata[0])->ends_on, ==, "2027-03-31");
  g_assert_cmpstr (((DolenConfirmation *) service->confirmations->pdata[0])->on, ==, "2026-04-01");
  g_assert_cmpstr (((DolenSchedule *) service->schedules->pdata[0])->byday, ==, "TU");
}

static void
test_a_service_comes_back_whole_however_often_it_is_saved (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) organisation = samples_organisation (dir, "Example Trust");
  g_autoptr (DolenService) service = new_full_service (organisation);

  for (int round = 0; round < 3; round++) {
    g_autoptr (DolenService) loaded = NULL;
    g_autoptr (DolenService) copy = NULL;

    samples_save (dir, service);
    loaded = dolen_directory_get_service (dir, service->uid, NULL);
    g_assert_nonnull (loaded);
    copy = dolen_service_copy (loaded);
    check_record (copy);
    check_facts (copy);
    g_assert_cmpstr (copy->organisation_uid, ==, organisation->uid);
  }
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM venue"), ==, 1);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM contact"), ==, 1);
  g_assert_true (dolen_directory_check (dir, NULL));
}

static void
test_an_organisation_comes_back_whole (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) organisation = samples_organisation (dir, "Example Trust");
  g_autoptr (DolenOrganisation) loaded = NULL;
  DolenRegistration *registration = dolen_registration_new ();

  registration->scheme = g_strdup ("GB-CHC");
  registration->value = g_strdup ("0000000");
  g_ptr_array_add (organisation->registrations, registration);
  g_ptr_array_add (organisation->contacts, new_contact ());
  g_ptr_array_add (organisation->funding, new_funding ());
  g_assert_true (dolen_directory_save_organisation (dir, organisation, NULL));
  loaded = dolen_directory_get_organisation (dir, organisation->uid, NULL);
  g_assert_cmpint (loaded->governance, ==, DOLEN_GOVERNANCE_CIO);
  g_assert_cmpint (loaded->registrations->len, ==, 1);
  g_assert_cmpint (loaded->contacts->len, ==, 1);
  g_assert_cmpint (loaded->funding->len, ==, 1);
}

static void
test_a_save_that_fails_midway_leaves_nothing (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) organisation = samples_organisation (dir, "Example Trust");
  g_autoptr (DolenService) service = new_full_service (organisation);
  g_autoptr (GError) error = NULL;

  /* A tag without a code breaks a rule of the schema after service and venues were written. */
  g_ptr_array_add (service->tags, dolen_tag_new ());
  g_assert_false (dolen_directory_save_service (dir, service, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_CONSTRAINT);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM service"), ==, 0);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM venue"), ==, 0);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM search_text_en"), ==, 0);
  g_ptr_array_remove_index (service->tags, service->tags->len - 1);
  samples_save (dir, service);
  g_assert_true (dolen_directory_check (dir, NULL));
}

/* Every table in turn cannot be written; whatever was written before must go again. */
static int
deny_insert (void *table, int action, const char *a, const char *b, const char *c, const char *d)
{
  return action == SQLITE_INSERT && g_strcmp0 (a, table) == 0 ? SQLITE_DENY : SQLITE_OK;
}

static const char *const written_tables[]
    = { "service",          "venue",           "service_venue",  "accessibility",
        "schedule",         "contact",         "cost",           "tag",
        "language_offered", "capacity_report", "funding",        "confirmation",
        "search_text_en",   "search_text_cy",  "search_name_cy", "history" };

static void
test_whatever_write_fails_nothing_is_left (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  sqlite3 *handle = dolen_db_get_handle (dolen_directory_get_db (dir));

  for (guint i = 0; i < G_N_ELEMENTS (written_tables); i++) {
    g_autoptr (DolenOrganisation) organisation = dolen_organisation_new ();
    g_autoptr (DolenService) service = NULL;
    g_autoptr (GError) error = NULL;

    organisation->uid = g_strdup ("new");
    dolen_bilingual_set (&organisation->name, DOLEN_LANGUAGE_EN, "Trust", DOLEN_TEXT_CHECKED);
    service = new_full_service (organisation);
    sqlite3_set_authorizer (handle, deny_insert, (void *) written_tables[i]);
    g_assert_cmpint (dolen_edit_add_group (dir, organisation, service, NULL, &error), ==, 0);
    g_assert_nonnull (error);
    sqlite3_set_authorizer (handle, NULL, NULL);
    g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM organisation"), ==, 0);
    g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM service"), ==, 0);
    g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM search_text_en"), ==, 0);
    g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM history"), ==, 0);
    g_assert_true (dolen_directory_check (dir, NULL));
  }
}

/* Stands for the tagger: finds chess in every service. */
static gboolean
find_chess (DolenDirectory *dir, gint64 id, gpointer n_read, GError **error)
{
  (*(guint *) n_read)++;
  return dolen_db_exec (dolen_directory_get_db (dir),
                        "INSERT OR IGNORE INTO tag (service, kind, scheme, code, value, state)"
                        " SELECT id, 'interest', 'dolen', 'chess', 1, 'proposed' FROM service",
                        error);
}

static void
test_words_are_read_anew_before_search_is_written (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = samples_service ("Club", NULL, DOLEN_TEXT_CHECKED);
  guint n_read = 0;

  dolen_directory_set_reader (dir, find_chess, &n_read, NULL);
  samples_save (dir, service);
  g_assert_cmpuint (n_read, ==, 1);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM search_en WHERE search_en MATCH 'chess'"), ==, 1);
}

static void
test_records_that_cannot_be_are_refused (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) nameless = dolen_service_new ();
  g_autoptr (DolenService) orphan = samples_service ("Orphan", NULL, DOLEN_TEXT_GIVEN);
  g_autoptr (GError) error = NULL;

  g_assert_false (dolen_directory_save_service (dir, nameless, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_CONSTRAINT);
  g_clear_error (&error);
  orphan->organisation_uid = g_strdup ("nobody");
  g_assert_false (dolen_directory_save_service (dir, orphan, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_null (dolen_directory_get_service (dir, "nothing", &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND);
}

static void
test_a_refuge_keeps_neither_street_nor_position (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = samples_service ("Refuge", NULL, DOLEN_TEXT_GIVEN);
  g_autoptr (DolenService) loaded = NULL;
  DolenVenue *venue = samples_venue ("House", "Lampeter", 52.1, -4.1);

  venue->hide_address = TRUE;
  venue->address = g_strdup ("1 Secret Lane");
  venue->postcode = g_strdup ("SA48 7AA");
  g_ptr_array_add (service->venues, venue);
  samples_save (dir, service);
  loaded = dolen_directory_get_service (dir, service->uid, NULL);
  venue = loaded->venues->pdata[0];
  g_assert_null (venue->address);
  g_assert_cmpstr (venue->postcode, ==, "SA48");
  g_assert_true (isnan (venue->latitude));
  g_assert_cmpint (venue->origin, ==, DOLEN_POSITION_NONE);
  g_assert_true (venue->hide_address);
  /* Nor can anybody else write it past this door. */
  g_assert_false (dolen_db_exec (
      dolen_directory_get_db (dir), "UPDATE venue SET latitude = 1, longitude = 1", NULL));
  g_assert_false (dolen_db_exec (
      dolen_directory_get_db (dir), "UPDATE venue SET address = '1 Secret Lane'", NULL));
}

static void
test_deleting_takes_all_that_hangs_on_a_service (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) organisation = samples_organisation (dir, "Example Trust");
  g_autoptr (DolenService) service = new_full_service (organisation);
  g_autoptr (GError) error = NULL;

  samples_save (dir, service);
  g_assert_false (dolen_directory_delete_organisation (dir, organisation->uid, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_assert_true (dolen_directory_delete_service (dir, service->uid, NULL));
  g_assert_true (dolen_directory_delete_organisation (dir, organisation->uid, NULL));
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM venue"), ==, 0);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM tag"), ==, 0);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM search_text_cy"), ==, 0);
  g_assert_true (dolen_directory_check (dir, NULL));
}

static void
test_casework_sees_a_card_of_each_service (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) organisation = samples_organisation (dir, "Example Trust");
  g_autoptr (DolenService) service = new_full_service (organisation);

  samples_save (dir, service);
  g_assert_cmpint (
      samples_count (dir,
                     "SELECT count(*) FROM service_card WHERE name_cy = 'Gardd' AND"
                     " organisation_en = 'Example Trust' AND organisation_cy IS NULL AND"
                     " place = 'Lampeter' AND phone = '01632960123' AND email LIKE 'mair@%'"),
      ==,
      1);
}

static void
test_counts_say_what_is_there (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) organisation = samples_organisation (dir, "Example Trust");
  g_autoptr (DolenService) service = new_full_service (organisation);
  g_autoptr (DolenService) gone = samples_service ("Gone", NULL, DOLEN_TEXT_GIVEN);
  DolenDirectoryCounts counts;

  gone->gone_since = g_strdup ("2026-01-01");
  samples_save (dir, service);
  samples_save (dir, gone);
  g_assert_true (dolen_directory_get_counts (dir, &counts, NULL));
  g_assert_cmpint (counts.services, ==, 2);
  g_assert_cmpint (counts.listed, ==, 1);
  g_assert_cmpint (counts.organisations, ==, 1);
  g_assert_cmpint (counts.located, ==, 1);
  g_assert_cmpint (counts.with_capacity, ==, 1);
  g_assert_cmpint (counts.confirmed, ==, 1);
}

static void
test_organisations_are_listed_by_part_of_a_name (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) b = samples_organisation (dir, "Tŷ Ni");
  g_autoptr (DolenOrganisation) a = samples_organisation (dir, "Another");
  g_autoptr (GPtrArray) all = dolen_directory_list_organisations (dir, NULL, 0, NULL);
  g_autoptr (GPtrArray) some = dolen_directory_list_organisations (dir, "TY", 5, NULL);

  g_assert_cmpint (all->len, ==, 2);
  g_assert_cmpstr (((DolenOrganisationCard *) all->pdata[0])->uid, ==, a->uid);
  g_assert_cmpint (some->len, ==, 1);
  g_assert_cmpstr (((DolenOrganisationCard *) some->pdata[0])->uid, ==, b->uid);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/directory/store/" #name, test_##name)
  ADD (a_service_comes_back_whole_however_often_it_is_saved);
  ADD (an_organisation_comes_back_whole);
  ADD (a_save_that_fails_midway_leaves_nothing);
  ADD (whatever_write_fails_nothing_is_left);
  ADD (words_are_read_anew_before_search_is_written);
  ADD (records_that_cannot_be_are_refused);
  ADD (a_refuge_keeps_neither_street_nor_position);
  ADD (deleting_takes_all_that_hangs_on_a_service);
  ADD (casework_sees_a_card_of_each_service);
  ADD (counts_say_what_is_there);
  ADD (organisations_are_listed_by_part_of_a_name);
#undef ADD
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "directory/alike/dolen-alike-address.h"
#include "directory/alike/dolen-alike-words.h"
#include "directory/alike/dolen-alike.h"
#include "directory/dolen-edits.h"
#include "directory/dolen-fields.h"
#include "directory/dolen-merge.h"
#include "directory/dolen-stayed.h"
#include "directory/dolen-writer.h"
#include "directory/samples.h"
#include "directory/keeping/dolen-queue.h"

static void
assert_words (const char *name, const char *expected)
{
  g_autoptr (GPtrArray) words = dolen_alike_words (name);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? " " : "", (char *) g_ptr_array_index (words, i));
  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_names_are_compared_by_what_they_mean (void)
{
  assert_words ("The Men's Shed (Lampeter) Ltd", "mens shed lampet");
  assert_words ("St. David’s Church & Community Assoc.", "saint david church community associat");
  assert_words ("Grŵp Cerdded y Borth", "group walk borth");
  assert_words ("Caffi'r Gymuned", "cafe community");
  assert_words ("18yrs+ Group 2", "18 year group 2");
  assert_words ("Health Walks, Group A", "health walk group a");
  assert_words ("Dial a Ride", "dialrid");
  assert_words ("1st Borth Scouts", "1 borth scout");
  assert_words ("Food Bank Llan-non", "foodbank llannon");
  assert_words ("Wellbeing and Well-being", "wellb");
  assert_words ("T.I.C. for Walkers and Walking", "tic walk");
  assert_words ("University of the Third Age", "u3a");
  assert_words ("Cylch Ti a Fi", "circl tiafi");
  assert_words ("Tai Chi", "taichi");
  assert_words ("Taiji", "taichi");
  assert_words ("Clwb Tenis Bwrdd Pen-y-groes", "club tabletennis penygro");
  assert_words ("Penygroes Table Tennis", "penygro tabletennis");
  assert_words ("Cyngor ar Bopeth Môn", "cab anglesey");
  assert_words ("Eglwys y Santes Fair", "church saintmary");
  assert_words ("Clwb ar ôl Ysgol Gynradd Penparc", "club afterschool primary penparc");
  assert_words ("Fifth Barry", "5 barry");
  assert_words ("of the and", "");
  assert_words (NULL, "");
}

static void
assert_acronym (const char *word, const char *name, gboolean expected)
{
  g_autofree char *initials = NULL;
  g_autoptr (GPtrArray) words = dolen_alike_words_and_initials (name, &initials);
  guint first, n;

  g_assert_cmpuint (words->len, >, 0);
  g_assert_cmpint (dolen_alike_is_acronym (word, initials, &first, &n), ==, expected);
}

static void
test_letters_stand_for_words (void)
{
  assert_acronym ("sobs", "Survivors of Bereavement by Suicide", TRUE);
  assert_acronym ("patch", "Pembrokeshire Action to Combat Hardship", TRUE);
  assert_acronym ("nct", "Cardigan National Childbirth Trust", TRUE);
  assert_acronym ("nt", "National Trust", FALSE);
  assert_acronym ("nct", "National Trust", FALSE);
  assert_acronym ("act", "Art Club", FALSE);
}

static void
assert_address (const char *url, const char *expected)
{
  g_autofree char *host = NULL;
  g_autofree char *key = dolen_alike_url_key (url, &host);

  g_assert_cmpstr (key, ==, expected);
}

static void
test_addresses_are_compared_without_their_dress (void)
{
  g_autofree char *host = NULL;
  g_autofree char *key = dolen_alike_url_key ("https://www.Example.org/Group/?x=1", &host);

  g_assert_cmpstr (key, ==, "example.org/group");
  g_assert_cmpstr (host, ==, "example.org");
  assert_address ("https://www.facebook.com/profile.php?id=100083753543566&x=1",
                  "facebook.com/100083753543566");
  assert_address ("https://m.facebook.com/people/A-Group/100083753543566/",
                  "facebook.com/100083753543566");
  assert_address ("facebook.com/p/A-Group-100083753543566", "facebook.com/100083753543566");
  assert_address ("https://www.facebook.com/profile.php", "facebook.com");
  assert_address ("https://www.facebook.com/AGroup/?fbclid=Iw", "facebook.com/agroup");
  assert_address ("https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.example.org%2Fclass%2F&h=A",
                  "example.org/class");
  assert_address ("https://l.facebook.com/l.php", "facebook.com/l.php");
  assert_address ("https://example.org/l.php?u=https%3A%2F%2Fwww.example.com%2Fclass",
                  "example.org/l.php");
  g_assert_true (dolen_alike_host_is_shared ("facebook.com"));
  g_assert_false (dolen_alike_host_is_shared ("example.org"));
}

/* Two services that are one, of two organisations that are one, and the uid of each. */
typedef struct {
  DolenDirectory *dir;
  char *services[2];
  char *organisations[2];
} Twins;

static Twins
make_twins (void)
{
  Twins twins = { .dir = samples_open () };

  for (guint i = 0; i < 2; i++) {
    g_autoptr (DolenOrganisation) organisation = samples_organisation (
        twins.dir, i == 0 ? "Lampeter Men's Shed" : "Mens Shed Lampeter");
    g_autoptr (DolenService) service
               = samples_service (i == 0 ? "Lampeter Men's Shed" : "Men's Shed, Lampeter",
                                  i == 0 ? NULL : "Sied Dynion Llambed",
                                  DOLEN_TEXT_GIVEN);

    service->organisation_uid = g_strdup (organisation->uid);
    service->phone = g_strdup ("01632960101");
    samples_save (twins.dir, service);
    twins.services[i] = g_strdup (service->uid);
    twins.organisations[i] = g_strdup (organisation->uid);
  }
  return twins;
}

static void
twins_clear (Twins *twins)
{
  dolen_directory_close (twins->dir);
  for (guint i = 0; i < 2; i++) {
    g_free (twins->services[i]);
    g_free (twins->organisations[i]);
  }
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Twins, twins_clear)

static guint
count_cases (DolenDirectory *dir)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) cases = NULL;

  g_assert_true (dolen_alike_renew (dir, NULL, NULL, &error));
  g_assert_no_error (error);
  cases = dolen_alike_list (dir, NULL, 0, &error);
  g_assert_no_error (error);
  return cases->len;
}

static void
test_pairs_stand_in_the_queue (void)
{
  g_auto (Twins) twins = make_twins ();
  const DolenQueueQuery query = { .kinds = DOLEN_QUEUE_BIT (DOLEN_QUEUE_ALIKE), .limit = 10 };
  GError *error = NULL;
  g_autoptr (DolenQueueList) list = NULL;
  const DolenQueueItem *item;

  count_cases (twins.dir);
  list = dolen_queue_read (twins.dir, &query, NULL, DOLEN_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->total, ==, 2);
  item = g_ptr_array_index (list->items, 0);
  g_assert_cmpuint (item->asks->len, ==, 1);
  g_assert_nonnull (strstr (((DolenQueueAsk *) item->asks->pdata[0])->question, "In common"));
}

static void
test_not_the_same_is_remembered (void)
{
  g_auto (Twins) twins = make_twins ();
  GError *error = NULL;
  gint64 entry;

  g_assert_cmpuint (count_cases (twins.dir), ==, 2);
  entry = dolen_alike_set_not_same (
      twins.dir, DOLEN_ALIKE_SERVICES, twins.services[0], twins.services[1], "a curator", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_cases (twins.dir), ==, 1);
  g_assert_cmpint (dolen_edit_undo (twins.dir, entry, NULL, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (count_cases (twins.dir), ==, 2);
}

static void
test_looking_again_writes_nothing (void)
{
  g_auto (Twins) twins = make_twins ();
  sqlite3 *db = dolen_db_get_handle (dolen_directory_get_db (twins.dir));
  int before;

  count_cases (twins.dir);
  before = sqlite3_total_changes (db);
  count_cases (twins.dir);
  g_assert_cmpint (sqlite3_total_changes (db), ==, before);
}

static void
assert_names (DolenDirectory *dir, const char *uid, const char *en, const char *cy, gboolean listed)
{
  g_autoptr (DolenService) service = dolen_directory_get_service (dir, uid, NULL);

  g_assert_cmpstr (service->name.en, ==, en);
  g_assert_cmpstr (service->name.cy, ==, cy);
  g_assert_cmpint (service->do_not_list, ==, !listed);
}

static void
test_a_merge_fills_what_lacks_and_is_taken_back (void)
{
  g_auto (Twins) twins = make_twins ();
  const char *kept = twins.services[0], *gone = twins.services[1];
  g_autoptr (DolenCapacity) told = samples_capacity (DOLEN_CAPACITY_PLACES, 3, "2026-10-01");
  g_autoptr (GPtrArray) history = NULL;
  g_autofree char *into = NULL;
  GError *error = NULL;
  gint64 entry;

  g_assert_cmpint (dolen_edit_set_capacity (twins.dir, gone, told, "a worker", NULL), >, 0);
  entry = dolen_merge_records (twins.dir, "service", kept, gone, "a curator", &error);
  g_assert_no_error (error);
  assert_names (twins.dir, kept, "Lampeter Men's Shed", "Sied Dynion Llambed", TRUE);
  assert_names (twins.dir, gone, "Men's Shed, Lampeter", "Sied Dynion Llambed", FALSE);
  into = dolen_merged_into (twins.dir, gone, &error);
  g_assert_cmpstr (into, ==, kept);
  g_assert_cmpuint (count_cases (twins.dir), ==, 1);
  g_assert_cmpint (samples_count (twins.dir,
                                  "SELECT count(*) FROM capacity_report r JOIN service s"
                                  " ON s.id = r.service WHERE s.do_not_list = 0"),
                   ==,
                   1);
  history = dolen_directory_get_history (twins.dir, kept, 0, &error);
  g_assert_cmpuint (history->len, >=, 5); /* what was told of the other is among them */

  g_assert_cmpint (dolen_edit_undo (twins.dir, entry, "a curator", &error), >, 0);
  g_assert_no_error (error);
  assert_names (twins.dir, kept, "Lampeter Men's Shed", NULL, TRUE);
  assert_names (twins.dir, gone, "Men's Shed, Lampeter", "Sied Dynion Llambed", TRUE);
  g_assert_cmpint (samples_count (twins.dir, "SELECT count(*) FROM merged"), ==, 0);
  g_assert_cmpint (samples_count (twins.dir, "SELECT count(*) FROM capacity_report"), ==, 1);
  g_assert_true (dolen_directory_check (twins.dir, NULL));
}

static void
test_a_merge_taken_back_tells_what_stays (void)
{
  g_auto (Twins) twins = make_twins ();
  const char *kept = twins.services[0];
  g_autoptr (GPtrArray) stayed = NULL;
  GError *error = NULL;
  gint64 entry;

  entry = dolen_merge_records (twins.dir, "service", kept, twins.services[1], NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      dolen_edit_set_field (twins.dir, "service", kept, "name_cy", "Sied Llambed", NULL, NULL),
      >,
      0);
  g_assert_cmpint (dolen_edit_undo (twins.dir, entry, NULL, &error), >, 0);
  g_assert_no_error (error);
  stayed = dolen_edit_list_stayed (twins.dir, entry, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stayed->len, ==, 1);
  g_assert_cmpstr (((DolenHistoryEntry *) stayed->pdata[0])->field, ==, "name_cy");
}

/* And what a feed wrote that no editor would take holds no merge up. */
static void
test_what_was_seen_of_papers_comes_along (void)
{
  g_auto (Twins) twins = make_twins ();
  g_autoptr (DolenOrganisation) other
             = dolen_directory_get_organisation (twins.dir, twins.organisations[1], NULL);
  g_autoptr (DolenOrganisation) body = NULL;
  DolenRegistration *odd = dolen_registration_new ();
  DolenAssurance *insurance = dolen_assurance_new ();
  GError *error = NULL;
  gint64 entry;

  odd->scheme = g_strdup ("GB-CHC");
  odd->value = g_strdup ("applied for");
  g_ptr_array_add (other->registrations, odd);
  insurance->what = g_strdup ("insurance");
  insurance->state = DOLEN_ASSURANCE_SEEN;
  g_ptr_array_add (other->checks, insurance);
  g_assert_true (dolen_directory_save_organisation (twins.dir, other, NULL));
  entry = dolen_merge_records (
      twins.dir, "organisation", twins.organisations[0], twins.organisations[1], NULL, &error);
  g_assert_no_error (error);
  body = dolen_directory_get_organisation (twins.dir, twins.organisations[0], NULL);
  g_assert_nonnull (dolen_organisation_get_check (body, "insurance"));
  g_assert_cmpuint (body->registrations->len, ==, 0);
  g_assert_cmpint (dolen_edit_undo (twins.dir, entry, NULL, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (samples_count (twins.dir, "SELECT count(*) FROM assurance"), ==, 1);
}

static void
test_whole_parts_come_along_and_go_again (void)
{
  g_auto (Twins) twins = make_twins ();
  g_autoptr (DolenService) gone = dolen_directory_get_service (twins.dir, twins.services[1], NULL);
  g_autoptr (DolenService) merged = NULL;
  g_autoptr (DolenService) apart = NULL;
  GError *error = NULL;
  gint64 entry;

  g_ptr_array_add (gone->schedules, samples_schedule ("TU", "10:00", "12:00"));
  g_ptr_array_add (gone->venues, samples_venue ("Hall", "Lampeter", 52.1127, -4.078));
  g_ptr_array_add (gone->tags,
                   samples_tag (DOLEN_TAG_INTEREST, "woodwork", TRUE, DOLEN_TAG_CONFIRMED));
  samples_save (twins.dir, gone);
  entry = dolen_merge_records (
      twins.dir, "service", twins.services[0], twins.services[1], NULL, &error);
  g_assert_no_error (error);
  merged = dolen_directory_get_service (twins.dir, twins.services[0], NULL);
  g_assert_cmpuint (merged->schedules->len, ==, 1);
  g_assert_cmpuint (merged->venues->len, ==, 1);
  g_assert_cmpuint (merged->tags->len, ==, 1);
  g_assert_cmpint (dolen_edit_undo (twins.dir, entry, NULL, &error), >, 0);
  g_assert_no_error (error);
  apart = dolen_directory_get_service (twins.dir, twins.services[0], NULL);
  g_assert_cmpuint (apart->schedules->len, ==, 0);
  g_assert_cmpuint (apart->venues->len, ==, 0);
  g_assert_cmpuint (apart->tags->len, ==, 0);
  g_assert_true (dolen_directory_check (twins.dir, NULL));
}

static void
test_the_card_of_what_went_is_that_of_the_kept (void)
{
  g_auto (Twins) twins = make_twins ();
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM service_card WHERE uid = '%s'"
                                          " AND name_en = 'Lampeter Men''s Shed'",
                                          twins.services[1]);

  g_assert_cmpint (samples_count (twins.dir, sql), ==, 0);
  g_assert_cmpint (
      dolen_merge_records (twins.dir, "service", twins.services[0], twins.services[1], NULL, NULL),
      >,
      0);
  g_assert_cmpint (samples_count (twins.dir, sql), ==, 1);
}

static void
test_an_organisation_takes_the_services_along (void)
{
  static const char of_kept[] = "SELECT count(*) FROM service s JOIN organisation o"
                                " ON o.id = s.organisation"
                                " WHERE o.name_en = 'Lampeter Men''s Shed'";
  g_auto (Twins) twins = make_twins ();
  GError *error = NULL;
  gint64 entry = dolen_merge_records (
      twins.dir, "organisation", twins.organisations[0], twins.organisations[1], NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (samples_count (twins.dir, of_kept), ==, 2);
  g_assert_true (dolen_directory_check (twins.dir, NULL));
  g_assert_cmpint (dolen_edit_undo (twins.dir, entry, NULL, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (samples_count (twins.dir, of_kept), ==, 1);
  g_assert_true (dolen_directory_check (twins.dir, NULL));
}

static void
test_what_went_cannot_go_again (void)
{
  g_auto (Twins) twins = make_twins ();
  g_autoptr (GError) same = NULL;
  g_autoptr (GError) again = NULL;

  g_assert_cmpint (
      dolen_merge_records (twins.dir, "service", twins.services[0], twins.services[0], NULL, &same),
      ==,
      0);
  g_assert_error (same, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_assert_cmpint (
      dolen_merge_records (twins.dir, "service", twins.services[0], twins.services[1], NULL, NULL),
      >,
      0);
  g_assert_cmpint (dolen_merge_records (
                       twins.dir, "service", twins.services[1], twins.services[0], NULL, &again),
                   ==,
                   0);
  g_assert_error (again, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
}

static void
assert_kept (const Twins *twins, int services, int organisations)
{
  g_assert_cmpint (dolen_alike_propose_kept (
                       twins->dir, DOLEN_ALIKE_SERVICES, twins->services[0], twins->services[1]),
                   ==,
                   services);
  g_assert_cmpint (
      dolen_alike_propose_kept (
          twins->dir, DOLEN_ALIKE_ORGANISATIONS, twins->organisations[0], twins->organisations[1]),
      ==,
      organisations);
}

/* What another feed has otherwise is no word of anybody's for the record. */
static void
test_what_was_edited_had_better_stay (void)
{
  g_auto (Twins) twins = make_twins ();
  GError *error = NULL;

  assert_kept (&twins, 1, 0); /* the fuller */
  g_assert_true (dolen_field_note_other (
      twins.dir, "service", twins.services[0], "phone", "01632960101", "01632960109", &error));
  g_assert_true (dolen_field_note_other (
      twins.dir, "organisation", twins.organisations[1], "phone", NULL, "01632960109", &error));
  assert_kept (&twins, 1, 0);
  g_assert_cmpint (
      dolen_edit_set_field (
          twins.dir, "service", twins.services[0], "phone", "01632960102", NULL, &error),
      >,
      0);
  g_assert_cmpint (
      dolen_edit_set_field (
          twins.dir, "organisation", twins.organisations[1], "phone", "01632960102", NULL, &error),
      >,
      0);
  g_assert_no_error (error);
  assert_kept (&twins, 0, 1);
}

static void
test_what_speaks_for_it_is_said_in_both_languages (void)
{
  g_autofree char *en = dolen_alike_evidence_text (DOLEN_LANGUAGE_EN,
                                                   DOLEN_ALIKE_BY_NAME | DOLEN_ALIKE_BY_POSTCODE);
  g_autofree char *cy = dolen_alike_evidence_text (DOLEN_LANGUAGE_CY,
                                                   DOLEN_ALIKE_BY_NAME | DOLEN_ALIKE_BY_POSTCODE);

  g_assert_cmpstr (en, ==, "In common: the name, the postcode");
  g_assert_cmpstr (cy, ==, "Yn gyffredin: yr enw, y cod post");
}

/* An address of both names its computer too; that alone is not an address. */
static void
test_a_domain_is_no_web_address (void)
{
  g_autofree char *alone
      = dolen_alike_evidence_text (DOLEN_LANGUAGE_EN, DOLEN_ALIKE_BY_HOST | DOLEN_ALIKE_BY_DAYS);
  g_autofree char *both
      = dolen_alike_evidence_text (DOLEN_LANGUAGE_EN, DOLEN_ALIKE_BY_HOST | DOLEN_ALIKE_BY_EMAIL);

  g_assert_cmpstr (alone, ==, "In common: the domain of the addresses, the days");
  g_assert_cmpstr (both, ==, "In common: the e-mail address");
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/directory/alike/names", test_names_are_compared_by_what_they_mean);
  g_test_add_func ("/directory/alike/acronyms", test_letters_stand_for_words);
  g_test_add_func ("/directory/alike/addresses", test_addresses_are_compared_without_their_dress);
  g_test_add_func ("/directory/alike/not-same", test_not_the_same_is_remembered);
  g_test_add_func ("/directory/alike/queue", test_pairs_stand_in_the_queue);
  g_test_add_func ("/directory/alike/again", test_looking_again_writes_nothing);
  g_test_add_func ("/directory/alike/kept", test_what_was_edited_had_better_stay);
  g_test_add_func ("/directory/alike/domain", test_a_domain_is_no_web_address);
  g_test_add_func ("/directory/alike/words", test_what_speaks_for_it_is_said_in_both_languages);
  g_test_add_func ("/directory/merge/service", test_a_merge_fills_what_lacks_and_is_taken_back);
  g_test_add_func ("/directory/merge/stays", test_a_merge_taken_back_tells_what_stays);
  g_test_add_func ("/directory/merge/checks", test_what_was_seen_of_papers_comes_along);
  g_test_add_func ("/directory/merge/parts", test_whole_parts_come_along_and_go_again);
  g_test_add_func ("/directory/merge/card", test_the_card_of_what_went_is_that_of_the_kept);
  g_test_add_func ("/directory/merge/organisation", test_an_organisation_takes_the_services_along);
  g_test_add_func ("/directory/merge/again", test_what_went_cannot_go_again);
  return g_test_run ();
}

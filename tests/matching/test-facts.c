/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-time.h"
#include "directory/dolen-directory.h"
#include "matching/dolen-facts-second.h"
#include "matching/dolen-facts-tag-rows.h"
#include "matching/dolen-tagging.h"
#include "support/dolen-test.h"

#include "matching/facts-helper.h"

#include <math.h>

#define TODAY "2026-05-05"

static void
set_day (void)
{
  gint64 instant = 0;

  g_assert_true (dolen_instant_of_iso (TODAY "T12:00:00Z", &instant));
  dolen_time_set_fixed (instant);
}

static DolenDirectory *
open_directory (void)
{
  g_autoptr (GError) error = NULL;
  DolenDirectory *dir = dolen_directory_open (NULL, DOLEN_DB_MEMORY, &error);

  g_assert_no_error (error);
  return dir;
}

static DolenService *
new_service (const char *name, const char *description)
{
  DolenService *service = dolen_service_new ();

  dolen_bilingual_load (&service->name, name, DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  dolen_bilingual_load (
      &service->description, description, DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  return service;
}

/* Saves and frees; gives its uid. */
static char *
save (DolenDirectory *dir, DolenService *service)
{
  g_autoptr (GError) error = NULL;
  char *uid;

  g_assert_true (dolen_directory_save_service (dir, service, &error));
  g_assert_no_error (error);
  uid = g_strdup (service->uid);
  dolen_service_free (service);
  return uid;
}

static void
add_tag (DolenService *service, DolenTagKind kind, const char *code, const char *words)
{
  DolenTag *tag = dolen_tag_new ();

  tag->kind = kind;
  tag->scheme = g_strdup ("dolen");
  tag->code = g_strdup (code);
  tag->value = TRUE;
  tag->words = g_strdup (words);
  g_ptr_array_add (service->tags, tag);
}

static void
add_details (DolenService *service)
{
  DolenCapacity *old = dolen_capacity_new ();
  DolenCapacity *report = dolen_capacity_new ();
  DolenConfirmation *confirmation = dolen_confirmation_new ();
  DolenSchedule *schedule = dolen_schedule_new ();
  DolenCost *first_free = dolen_cost_new ();
  DolenCost *cost = dolen_cost_new ();
  DolenLanguageOffered *language = dolen_language_offered_new ();
  DolenVenue *venue = dolen_venue_new ();

  report->status = DOLEN_CAPACITY_PLACES;
  report->places_free = 4;
  report->as_of = g_strdup ("2026-05-02");
  report->source = DOLEN_TOLD_BY_CALL;
  old->status = DOLEN_CAPACITY_FULL;
  old->as_of = g_strdup ("2026-01-02");
  g_ptr_array_add (service->capacities, report);
  g_ptr_array_add (service->capacities, old);
  confirmation->on = g_strdup ("2026-04-25");
  confirmation->confirmed = g_strdup ("listing");
  g_ptr_array_add (service->confirmations, confirmation);
  schedule->freq = g_strdup ("MONTHLY");
  schedule->byday = g_strdup ("2TU,-1FR");
  g_ptr_array_add (service->schedules, schedule);
  first_free->pence = 0;
  cost->pence = 300;
  g_ptr_array_add (service->costs, first_free);
  g_ptr_array_add (service->costs, cost);
  language->code = g_strdup ("cy");
  g_ptr_array_add (service->languages, language);
  venue->latitude = 52.2;
  venue->longitude = -4.0;
  venue->origin = DOLEN_POSITION_POSTCODE_DISTRICT;
  g_ptr_array_add (service->venues, venue);
}

static DolenFacts *
facts_of (DolenDirectory *dir)
{
  g_autoptr (GError) error = NULL;
  DolenFacts *facts
      = dolen_facts_new (dolen_directory_get_db (dir), test_vocabulary (), NULL, &error);

  g_assert_no_error (error);
  return facts;
}

static gboolean
has_enabler (const DolenFacts *facts, guint i, const char *code)
{
  return dolen_facts_find_tag (
             facts, i, DOLEN_TERM_ENABLER, test_term (DOLEN_TERM_ENABLER, code)->index, TRUE)
         != NULL;
}

static void
test_a_service_becomes_columns (void)
{
  g_autoptr (DolenDirectory) dir = open_directory ();
  DolenService *service = new_service ("Gardd y Cwm", "An allotment for everyone.");
  const DolenFactTag *allotment;
  g_autofree char *uid = NULL;
  g_autoptr (DolenFacts) facts = NULL;

  set_day ();
  add_details (service);
  add_tag (service, DOLEN_TAG_INTEREST, "allotment", "allotment");
  service->attending = DOLEN_ATTENDING_HOME_VISIT;
  service->areas = g_strdup ("Ceredigion");
  service->minimum_age = 18;
  service->gender = g_strdup ("women");
  uid = save (dir, service);
  facts = facts_of (dir);
  g_assert_cmpuint (facts->n, ==, 1);
  g_assert_cmpint (dolen_facts_find (facts, uid), ==, 0);
  g_assert_cmpint (dolen_facts_find (facts, "nobody"), ==, -1);
  g_assert_cmpint (facts->capacity[0].status, ==, DOLEN_CAPACITY_PLACES);
  g_assert_cmpint (facts->capacity[0].places, ==, 4);
  g_assert_cmpint (facts->capacity[0].age, ==, 3);
  g_assert_cmpint (facts->confirmed[0], ==, 10);
  g_assert_cmpint (facts->pence[0], ==, 300); /* the first session free is not free */
  g_assert_cmpuint (facts->days[0], ==, DOLEN_DAY_BIT (2) | DOLEN_DAY_BIT (5));
  g_assert_cmpuint (facts->languages[0], ==, dolen_facts_language_bit (facts, "cy"));
  g_assert_cmpuint (facts->area[0], ==, 1);
  g_assert_cmpstr (g_ptr_array_index (facts->areas, 0), ==, "Ceredigion");
  g_assert_cmpint (facts->eligible[0].min_age, ==, 18);
  g_assert_cmpint (facts->eligible[0].gender, ==, DOLEN_GENDER_FEMALE);
  g_assert_cmpuint (facts->first_venue[1], ==, 1);
  g_assert_cmpfloat_with_epsilon (facts->latitude[0], 52.2, 1e-4);
  g_assert_cmpfloat (dolen_facts_precision_km (facts, 0), >, 1);
  g_assert_true (has_enabler (facts, 0, "home-visits"));
  g_assert_true (has_enabler (facts, 0, "welsh-speaking"));
  allotment = dolen_facts_find_tag (
      facts, 0, DOLEN_TERM_INTEREST, test_term (DOLEN_TERM_INTEREST, "allotment")->index, TRUE);
  g_assert_nonnull (allotment);
  g_assert_false (dolen_fact_tag_is_strong (*allotment));
}

static void
test_what_is_not_listed_is_left_out (void)
{
  g_autoptr (DolenDirectory) dir = open_directory ();
  DolenService *hidden = new_service ("Hidden", NULL);
  DolenService *ended = new_service ("Ended", NULL);
  DolenService *closed = new_service ("Shut", NULL);
  DolenService *gone = new_service ("Gone", NULL);
  DolenService *named = new_service ("Choir (no longer running)", NULL);
  g_autofree char *uids[5] = { NULL };
  g_autoptr (DolenFacts) facts = NULL;
  DolenDirectoryCounts counts = { 0 };

  set_day ();
  hidden->do_not_list = TRUE;
  ended->status = DOLEN_SERVICE_DEFUNCT;
  closed->status = DOLEN_SERVICE_TEMPORARILY_CLOSED;
  gone->gone_since = g_strdup ("2026-04-01");
  uids[0] = save (dir, hidden);
  uids[1] = save (dir, ended);
  uids[2] = save (dir, closed);
  uids[3] = save (dir, gone);
  uids[4] = save (dir, named);
  facts = facts_of (dir);
  g_assert_cmpuint (facts->n, ==, 3);
  g_assert_true (dolen_directory_get_counts (dir, &counts, NULL));
  g_assert_cmpint (counts.listed, ==, 1);
  g_assert_cmpint (facts->listing[dolen_facts_find (facts, uids[2])], ==, DOLEN_LISTING_CLOSED);
  g_assert_cmpint (facts->listing[dolen_facts_find (facts, uids[3])], ==, DOLEN_LISTING_GONE);
  g_assert_cmpint (
      facts->listing[dolen_facts_find (facts, uids[4])], ==, DOLEN_LISTING_NAMED_CLOSED);
  for (guint i = 0; i < 5; i++)
    g_clear_pointer (&uids[i], g_free);
}

static const char *
area_of (const DolenFacts *facts, guint i)
{
  return facts->area[i] > 0 ? g_ptr_array_index (facts->areas, facts->area[i] - 1u) : "";
}

static void
assert_same (const DolenFacts *a, const DolenFacts *b)
{
  g_assert_cmpuint (a->n, ==, b->n);
  g_assert_cmpuint (a->n_venues, ==, b->n_venues);
  for (guint i = 0; i < a->n; i++) {
    char uid[DOLEN_FACTS_UID_SIZE], other[DOLEN_FACTS_UID_SIZE];

    g_assert_cmpstr (dolen_facts_uid (a, i, uid), ==, dolen_facts_uid (b, i, other));
    g_assert_cmpstr (area_of (a, i), ==, area_of (b, i));
    g_assert_cmpint (a->pence[i], ==, b->pence[i]);
    g_assert_cmpint (a->capacity[i].age, ==, b->capacity[i].age);
    g_assert_cmpuint (a->first_venue[i + 1], ==, b->first_venue[i + 1]);
    g_assert_cmpuint (a->first_tag[i + 1], ==, b->first_tag[i + 1]);
    g_assert_cmpuint (a->days[i], ==, b->days[i]);
    g_assert_cmpint (a->next_days[i], ==, b->next_days[i]);
    g_assert_cmpint (dolen_facts_find (a, uid), ==, i);
    g_assert_cmpint (dolen_facts_find (b, other), ==, i);
  }
  for (guint i = 1; i < a->n; i++)
    for (guint j = 0; j < i; j++)
      g_assert_true ((a->name_rank[i] < a->name_rank[j]) == (b->name_rank[i] < b->name_rank[j])
                     && (a->name_rank[i] > a->name_rank[j]) == (b->name_rank[i] > b->name_rank[j]));
  g_assert_cmpmem (a->tags,
                   a->first_tag[a->n] * sizeof (DolenFactTag),
                   b->tags,
                   b->first_tag[b->n] * sizeof (DolenFactTag));
  g_assert_cmpmem (
      a->latitude, a->n_venues * sizeof (float), b->latitude, b->n_venues * sizeof (float));
}

static void
save_many (DolenDirectory *dir)
{
  for (guint i = 0; i < 40; i++) {
    g_autofree char *name = g_strdup_printf ("Group %u that sings", i);
    DolenService *service = new_service (name, NULL);

    add_details (service);
    add_tag (service, DOLEN_TAG_INTEREST, i % 2 == 0 ? "singing" : "walking", "sings");
    add_tag (service, DOLEN_TAG_NEED, "dementia", "dementia");
    add_tag (service, DOLEN_TAG_ENABLER, "free", NULL);
    add_tag (service, DOLEN_TAG_OTHER, "for-dementia", "dementia");
    add_tag (service, DOLEN_TAG_OTHER, "age-50-", "over 50");
    add_tag (service, DOLEN_TAG_OTHER, "age-18-25", "young");
    add_tag (service, DOLEN_TAG_OTHER, "audience-carers", "carers");
    add_tag (service, DOLEN_TAG_OTHER, "assured-insurance", NULL);
    g_free (save (dir, service));
  }
}

static DolenFacts *
read_with (DolenDirectory *dir, guint hands)
{
  g_autoptr (GError) error = NULL;
  DolenFacts *facts
      = dolen_facts_read (dolen_directory_get_db (dir), test_vocabulary (), hands, NULL, &error);

  g_assert_no_error (error);
  dolen_facts_seal (facts);
  return facts;
}

/* Each row a chunk of its own, so that the two readers take turns within each service. */
static void
test_two_read_the_same_as_one (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = dolen_directory_open (path, DOLEN_DB_READ_WRITE, &error);
  g_autoptr (DolenFacts) one = NULL;
  g_autoptr (DolenFacts) two = NULL;
  g_autofree char *spread
      = g_strdup_printf ("UPDATE tag SET id = (id + 1000) * %d", DOLEN_TAG_ROWS_CHUNK);

  g_assert_no_error (error);
  set_day ();
  save_many (dir);
  g_assert_true (dolen_db_exec (dolen_directory_get_db (dir), spread, &error));
  one = read_with (dir, 1);
  two = read_with (dir, 2);
  assert_same (one, two);
  g_assert_cmpuint (one->n, ==, 40);
  for (guint i = 0; i < one->n; i++) {
    g_assert_cmpint (one->eligible[i].min_age, ==, two->eligible[i].min_age);
    g_assert_cmpint (one->eligible[i].max_age, ==, two->eligible[i].max_age);
    g_assert_cmpint (two->eligible[i].min_age, ==, 50);
    g_assert_cmpuint (two->eligible[i].audience, ==, DOLEN_AUDIENCE_CARERS);
    g_assert_cmpuint (one->assured[i], ==, two->assured[i]);
    g_assert_cmpuint (two->assured[i], ==, DOLEN_ASSURED_INSURANCE);
  }
}

/* What was written after the second had begun, and before the first: then the second is let go. */
static void
test_a_second_reader_sees_the_same_or_nothing (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (DolenDirectory) writer = dolen_directory_open (path, DOLEN_DB_READ_WRITE, NULL);
  g_autoptr (DolenDirectory) first = dolen_directory_open (path, DOLEN_DB_READ_ONLY, NULL);
  g_autoptr (DolenDirectory) in_memory = open_directory ();
  DolenDb *db = dolen_directory_get_db (first);
  g_auto (DolenFactsSecond) second = { 0 };

  dolen_facts_second_open (&second, db, 0);
  g_assert_null (dolen_facts_second_get (&second, db)); /* too few services to need one */
  dolen_facts_second_open (&second, dolen_directory_get_db (in_memory), 2);
  g_assert_null (dolen_facts_second_get (&second, dolen_directory_get_db (in_memory)));
  dolen_facts_second_open (&second, db, 2);
  g_assert_nonnull (dolen_facts_second_get (&second, db));
  dolen_facts_second_close (&second);
  dolen_facts_second_open (&second, db, 2);
  g_free (save (writer, new_service ("New", NULL)));
  g_assert_null (dolen_facts_second_get (&second, db));
  g_assert_true (dolen_db_exec (db, "SAVEPOINT change", NULL));
  dolen_facts_second_open (&second, db, 2);
  g_assert_null (dolen_facts_second_get (&second, db));
  g_assert_true (dolen_db_exec (db, "RELEASE change", NULL));
}

static guint
count_tags (DolenDirectory *dir, const char *where)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM tag WHERE %s", where);
  gint64 n = 0;

  g_assert_true (dolen_db_get_int64 (dolen_directory_get_db (dir), sql, &n, NULL));
  return (guint) n;
}

static guint
tag_all (DolenDirectory *dir, DolenTagger *tagger)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  dolen_tagging_update (dolen_directory_get_db (dir), tagger, FALSE, NULL, NULL, NULL, &n, &error);
  g_assert_no_error (error);
  return n;
}

/* A person's word on @code of @service. */
static void
confirm (DolenService *service, DolenTagKind kind, const char *code, gboolean value)
{
  DolenTag *tag = dolen_tag_new ();

  tag->kind = kind;
  tag->scheme = g_strdup ("dolen");
  tag->code = g_strdup (code);
  tag->value = value;
  tag->state = DOLEN_TAG_CONFIRMED;
  g_ptr_array_add (service->tags, tag);
}

/* For whom it says it is stands by the need, while that stands; a need that staff rejected is not
 * brought back by it. */
static void
test_for_whom_it_is_stands_by_the_need (void)
{
  g_autoptr (DolenDirectory) dir = open_directory ();
  DolenService *service = new_service ("Songs", "For people with dementia.");
  g_autoptr (DolenFacts) facts = NULL;
  DolenFactTag *dementia;

  add_tag (service, DOLEN_TAG_NEED, "dementia", "dementia");
  add_tag (service, DOLEN_TAG_OTHER, "for-dementia", "dementia");
  add_tag (service, DOLEN_TAG_OTHER, "for-stroke", "stroke");
  add_tag (service, DOLEN_TAG_OTHER, "for-nothing-we-know", "that");
  g_free (save (dir, service));
  facts = facts_of (dir);
  dementia = dolen_facts_find_tag (
      facts, 0, DOLEN_TERM_NEED, test_term (DOLEN_TERM_NEED, "dementia")->index, TRUE);
  g_assert_nonnull (dementia);
  g_assert_true (*dementia & DOLEN_FACT_FOR_WHOM);
  g_assert_false (*dementia & DOLEN_FACT_BESIDE);
  g_assert_null (dolen_facts_find_tag (
      facts, 0, DOLEN_TERM_NEED, test_term (DOLEN_TERM_NEED, "stroke")->index, TRUE));
}

/* Where a service has no place, its name may tell one, roughly; not where an address is hidden, and
 * not where nobody goes. */
static void
test_a_name_tells_a_place (void)
{
  static const char *const names[]
      = { "Hall", "Lampeter walkers", "Lampeter refuge", "Lampeter line" };
  g_autoptr (DolenDirectory) dir = open_directory ();
  g_autoptr (DolenFacts) facts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    DolenService *service = new_service (names[i], NULL);
    DolenVenue *venue = i % 2 == 0 ? dolen_venue_new () : NULL;

    if (venue != NULL) {
      venue->latitude = i == 0 ? 52.1 : NAN;
      venue->longitude = i == 0 ? -4.1 : NAN;
      venue->hide_address = i == 2;
      g_ptr_array_add (service->venues, venue);
    }
    if (i == 3)
      service->attending = DOLEN_ATTENDING_PHONE;
    g_free (save (dir, service));
  }
  facts = facts_of (dir);
  g_assert_cmpuint (facts->n_venues, ==, 2);
  g_assert_cmpuint (facts->first_venue[1], ==, 1);
  g_assert_cmpuint (facts->first_venue[2], ==, 2);
  g_assert_cmpuint (facts->first_venue[3], ==, 2);
  g_assert_cmpuint (facts->first_venue[4], ==, 2);
  g_assert_cmpfloat_with_epsilon (facts->latitude[1], 52.113, 0.01);
  g_assert_cmpfloat (dolen_facts_precision_km (facts, 1), >=, 5);
}

static void
test_what_was_confirmed_wins (void)
{
  g_autoptr (DolenDirectory) dir = open_directory ();
  g_autoptr (DolenTagger) tagger = dolen_tagger_new (test_vocabulary ());
  DolenService *service = new_service (
      "Choir", "A choir that sings. We do not offer counselling. There is no wheelchair access.");
  g_autofree char *uid = NULL;

  confirm (service, DOLEN_TAG_INTEREST, "choirs", FALSE);
  confirm (service, DOLEN_TAG_NEED, "counselling", TRUE);
  confirm (service, DOLEN_TAG_ENABLER, "step-free", TRUE);
  uid = save (dir, service);
  g_assert_cmpuint (tag_all (dir, tagger), ==, 1);
  g_assert_cmpuint (count_tags (dir, "code = 'choirs'"), ==, 1);
  g_assert_cmpuint (count_tags (dir, "code = 'choirs' AND value = 0"), ==, 1);
  g_assert_cmpuint (count_tags (dir, "code = 'counselling'"), ==, 1);
  g_assert_cmpuint (count_tags (dir, "code = 'counselling' AND value = 1"), ==, 1);
  g_assert_cmpuint (count_tags (dir, "code = 'step-free'"), ==, 1);
  g_assert_cmpuint (count_tags (dir, "code = 'step-free' AND value = 1"), ==, 1);
}

static void
test_tags_follow_the_words_and_keep_what_people_said (void)
{
  g_autoptr (DolenDirectory) dir = open_directory ();
  g_autoptr (DolenTagger) tagger = dolen_tagger_new (test_vocabulary ());
  DolenService *service = new_service ("Over 50's choir", "We sing. Wheelchair accessible.");
  g_autofree char *uid = save (dir, service);
  g_autoptr (DolenService) edited = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (tag_all (dir, tagger), ==, 1);
  g_assert_cmpuint (count_tags (dir, "code = 'singing'"), ==, 1);
  g_assert_cmpuint (count_tags (dir, "code = 'step-free' AND value = 1"), ==, 1);
  g_assert_cmpuint (count_tags (dir, "code = 'age-50-'"), ==, 1);
  g_assert_cmpuint (tag_all (dir, tagger), ==, 0); /* nothing has changed */
  edited = dolen_directory_get_service (dir, uid, &error);
  for (guint t = 0; t < edited->tags->len; t++) {
    DolenTag *tag = g_ptr_array_index (edited->tags, t);

    if (g_strcmp0 (tag->code, "singing") == 0)
      tag->state = DOLEN_TAG_REJECTED;
  }
  g_clear_pointer (&edited->description.en, g_free);
  edited->description.en = g_strdup ("We sing. It is free.");
  g_assert_true (dolen_directory_save_service (dir, edited, &error));
  g_assert_true (
      dolen_tagging_update_service (dolen_directory_get_db (dir), tagger, edited->id, &error));
  g_assert_cmpuint (count_tags (dir, "code = 'singing' AND state = 'rejected'"), ==, 1);
  g_assert_cmpuint (count_tags (dir, "code = 'singing'"), ==, 1);
  g_assert_cmpuint (count_tags (dir, "code = 'step-free'"), ==, 0);
  g_assert_cmpuint (count_tags (dir, "code = 'free'"), ==, 1);
}

static void
test_a_service_tagged_on_its_way_in_is_not_read_again (void)
{
  g_autoptr (DolenDirectory) dir = open_directory ();
  g_autoptr (DolenTagger) tagger = dolen_tagger_new (test_vocabulary ());
  DolenService *service = new_service ("Choir", "We sing.");
  g_autofree char *uid = NULL;

  dolen_tagging_tag_service (service, tagger);
  dolen_tagging_tag_service (service, tagger); /* adds nothing twice */
  uid = save (dir, service);
  g_assert_cmpuint (count_tags (dir, "code = 'singing'"), ==, 1);
  g_assert_cmpuint (tag_all (dir, tagger), ==, 0);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/facts/columns", test_a_service_becomes_columns);
  g_test_add_func ("/facts/listed", test_what_is_not_listed_is_left_out);
  g_test_add_func ("/facts/two readers", test_two_read_the_same_as_one);
  g_test_add_func ("/facts/second reader", test_a_second_reader_sees_the_same_or_nothing);
  g_test_add_func ("/facts/named places", test_a_name_tells_a_place);
  g_test_add_func ("/facts/for whom", test_for_whom_it_is_stands_by_the_need);
  g_test_add_func ("/facts/what was confirmed wins", test_what_was_confirmed_wins);
  g_test_add_func ("/tagging/update", test_tags_follow_the_words_and_keep_what_people_said);
  g_test_add_func ("/tagging/on-the-way-in", test_a_service_tagged_on_its_way_in_is_not_read_again);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping-samples.h"

#include "base/dolen-error.h"
#include "directory/dolen-edits.h"
#include "directory/dolen-merge.h"
#include "directory/dolen-questions.h"
#include "directory/dolen-worth-asking.h"
#include "directory/keeping/dolen-queue-area.h"

#include <math.h>
#include <string.h>

/* What there is to check, most useful first. */

static void
test_a_listing_that_is_kept_is_not_in_it (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  G_GNUC_UNUSED g_autofree char *service = keeping_add (dir, "Band", NULL, KEEPING_TODAY);
  g_autoptr (DolenQueueList) list = keeping_read (dir, 0, KEEPING_TODAY);

  g_assert_cmpuint (list->total, ==, 0);
  g_assert_cmpuint (list->put_off, ==, 0);
}

static void
test_facts_of_one_listing_are_one_call (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  G_GNUC_UNUSED g_autofree char *service = keeping_add (dir, "Band", NULL, "2025-09-01");
  g_autoptr (DolenQueueList) list = keeping_read (dir, 0, KEEPING_TODAY);
  const DolenQueueItem *item = keeping_item (list, 0);

  g_assert_cmpuint (list->total, ==, 1);
  g_assert_cmpuint (list->by_kind[DOLEN_QUEUE_STALE], ==, 1);
  g_assert_true (item->call);
  g_assert_cmpstr (item->mark_kind, ==, "call");
  g_assert_cmpstr (item->title, ==, "Band");
  g_assert_cmpstr (item->phone, ==, "01632960123");
  /* Eight months: places, times and contact are too old, cost and the rest are not. */
  g_assert_cmpuint (item->asks->len, ==, 3);
  g_assert_cmpstr (
      keeping_ask (item, "times")->question, ==, "Days and times: last confirmed 8 months ago");
  g_assert_cmpstr (keeping_ask (item, "times")->on, ==, "2025-09-01");
  g_assert_null (keeping_ask (item, "cost"));
  g_assert_cmpstr (item->why,
                   ==,
                   "Places and wait: last confirmed 8 months ago; Days and times: last confirmed 8 "
                   "months ago; and 1 more");
}

static void
test_the_day_a_fact_is_too_old (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  G_GNUC_UNUSED g_autofree char *service = keeping_add (dir, "Band", NULL, "2026-04-04");
  g_autoptr (DolenQueueList) on_the_day = keeping_read (dir, 0, "2026-05-04");
  g_autoptr (DolenQueueList) after = keeping_read (dir, 0, "2026-05-05");

  g_assert_cmpuint (on_the_day->total, ==, 0);
  g_assert_cmpuint (after->total, ==, 1);
  g_assert_nonnull (keeping_ask (keeping_item (after, 0), "capacity"));
}

static void
test_never_confirmed_comes_before_the_oldest (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *old = keeping_add (dir, "Old", NULL, "1996-01-01");
  g_autofree char *newer = keeping_add (dir, "Newer", NULL, "2025-01-01");
  g_autofree char *never = keeping_add (dir, "Never", NULL, NULL);
  g_autoptr (DolenQueueList) list = keeping_read (dir, 0, KEEPING_TODAY);

  g_assert_cmpuint (list->total, ==, 3);
  g_assert_cmpstr (keeping_item (list, 0)->service, ==, never);
  g_assert_cmpstr (keeping_item (list, 1)->service, ==, old);
  g_assert_cmpstr (keeping_item (list, 2)->service, ==, newer);
}

static void
test_what_somebody_waits_for_comes_first (void)
{
  static const char *const asked[] = { "access", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *never = keeping_add (dir, "Never", NULL, NULL);
  g_autofree char *kept = keeping_add (dir, "Kept", NULL, KEEPING_TODAY);
  g_autofree char *slow = keeping_add (dir, "Slow", NULL, "2026-05-01");
  G_GNUC_UNUSED g_auto (GStrv) uids
                        = dolen_directory_ask (dir, kept, asked, KEEPING_TODAY, "Mair", &error);
  g_autoptr (DolenQueueList) list = NULL;

  g_assert_true (dolen_directory_note_longer_wait (dir, slow, 4, "2026-05-02", &error));
  g_assert_no_error (error);
  list = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpuint (list->total, ==, 3);
  g_assert_cmpstr (keeping_item (list, 2)->service, ==, never);
  g_assert_nonnull (keeping_ask (keeping_find (list, kept), "access"));
  g_assert_cmpstr (keeping_ask (keeping_find (list, kept), "access")->question,
                   ==,
                   "Access: a worker asked on 4 May");
  g_assert_cmpint (keeping_find (list, slow)->kind, ==, DOLEN_QUEUE_LONGER_WAIT);
}

static void
test_people_who_wait_lift_a_call (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *one = keeping_add (dir, "One", NULL, "2020-01-01");
  g_autofree char *other = keeping_add (dir, "Other", NULL, "2021-01-01");
  g_autoptr (GHashTable) waiting = g_hash_table_new (g_str_hash, g_str_equal);
  DolenQueueQuery query = { .limit = 10, .today = KEEPING_TODAY, .waiting = waiting };
  g_autoptr (DolenQueueList) list = NULL;

  g_hash_table_insert (waiting, other, GUINT_TO_POINTER (2));
  g_hash_table_insert (waiting, (gpointer) "nobody", GUINT_TO_POINTER (2));
  list = dolen_queue_read (dir, &query, NULL, DOLEN_LANGUAGE_EN, NULL);
  g_assert_cmpstr (keeping_item (list, 0)->service, ==, other);
  g_assert_cmpstr (keeping_item (list, 1)->service, ==, one);
  g_assert_cmpuint (keeping_item (list, 0)->waiting, ==, 2);
  g_assert_true (g_str_has_prefix (keeping_item (list, 0)->why, "2 people wait on them; "));
  g_assert_cmpuint (keeping_item (list, 1)->waiting, ==, 0);
}

static void
set_volunteer_run (DolenDirectory *dir)
{
  keeping_exec (dir, "UPDATE organisation SET volunteer_run = 1");
}

static void
test_volunteers_are_rung_once (void)
{
  static const char *const asked[] = { "cost", NULL };
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) organisation = samples_organisation (dir, "Y Neuadd");
  g_autofree char *lunch = keeping_add (dir, "Lunch", organisation->uid, NULL);
  g_autofree char *choir = keeping_add (dir, "Choir", organisation->uid, KEEPING_TODAY);
  G_GNUC_UNUSED g_autofree char *other = keeping_add (dir, "Band", NULL, NULL);
  g_autoptr (DolenQueueList) apart = keeping_read (dir, 0, KEEPING_TODAY);
  g_autoptr (DolenQueueList) together = NULL;
  G_GNUC_UNUSED g_auto (GStrv) uids
                        = dolen_directory_ask (dir, choir, asked, KEEPING_TODAY, NULL, NULL);
  const DolenQueueItem *item;

  g_assert_cmpuint (apart->total, ==, 2);
  set_volunteer_run (dir);
  together = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpuint (together->total, ==, 2);
  item = keeping_item (together, 0);
  g_assert_true (item->volunteer_run);
  g_assert_cmpstr (item->record_kind, ==, "organisation");
  g_assert_cmpstr (item->record_uid, ==, organisation->uid);
  g_assert_cmpstr (item->title, ==, "Y Neuadd");
  g_assert_cmpuint (item->services->len, ==, 2);
  g_assert_cmpstr (keeping_ask (item, "cost")->service, ==, choir);
  g_assert_cmpstr (keeping_ask (item, "times")->service, ==, lunch);
  g_assert_cmpstr (keeping_ask (item, "times")->service_name, ==, "Lunch");
}

static void
test_what_ends (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) organisation = samples_organisation (dir, "Y Neuadd");
  g_autofree char *lunch = keeping_add (dir, "Lunch", organisation->uid, KEEPING_TODAY);
  g_autofree char *choir = keeping_add (dir, "Choir", NULL, KEEPING_TODAY);
  g_autofree char *never = keeping_add (dir, "Never", NULL, NULL);
  g_autoptr (DolenQueueList) before = NULL;
  g_autoptr (DolenQueueList) list = NULL;

  keeping_exec (dir,
                "INSERT INTO assurance (uid, organisation, what, state, expires_on)"
                " SELECT 'a', id, 'insurance', 'seen', '2026-07-03' FROM organisation");
  keeping_exec (dir,
                "INSERT INTO funding (uid, service, funder, ends_on, source) SELECT 'f', id,"
                " 'The Fund', '2026-08-02', 'call' FROM service WHERE name_en = 'Choir'");
  before = keeping_read (dir, 0, "2026-05-03");
  list = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpuint (before->total, ==, 1);
  g_assert_cmpuint (list->total, ==, 3);
  g_assert_cmpstr (keeping_item (list, 2)->service, ==, never);
  g_assert_nonnull (keeping_ask (keeping_find (list, lunch), "assurance:insurance"));
  g_assert_cmpstr (keeping_ask (keeping_find (list, choir), "funding")->question,
                   ==,
                   "The Fund: ends on 2 August 2026");
  /* Ended, it stays until somebody says what follows. */
  keeping_exec (dir,
                "INSERT INTO funding (uid, service, funder, ends_on, source) SELECT 'g', id,"
                " 'The Fund', '2030-01-01', 'call' FROM service WHERE name_en = 'Choir'");
  g_clear_pointer (&list, dolen_queue_list_free);
  list = keeping_read (dir, DOLEN_QUEUE_BIT (DOLEN_QUEUE_FUNDING), "2027-01-01");
  g_assert_cmpuint (list->total, ==, 0);
  keeping_exec (dir, "DELETE FROM funding WHERE uid = 'g'");
  g_clear_pointer (&list, dolen_queue_list_free);
  list = keeping_read (dir, DOLEN_QUEUE_BIT (DOLEN_QUEUE_FUNDING), "2036-01-01");
  g_assert_cmpuint (list->total, ==, 1);
  g_assert_cmpstr (keeping_ask (keeping_item (list, 0), "funding")->question,
                   ==,
                   "The Fund: ended on 2 August 2026");
}

static void
test_gone_from_a_feed (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *service = keeping_add (dir, "Band", NULL, NULL);
  g_autoptr (DolenQueueList) list = NULL;

  keeping_exec (dir, "UPDATE service SET gone_since = '2026-04-01'");
  list = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpuint (list->total, ==, 1);
  g_assert_cmpint (keeping_item (list, 0)->kind, ==, DOLEN_QUEUE_GONE);
  g_assert_cmpuint (keeping_item (list, 0)->asks->len, ==, 1);
  /* Somebody says it is there: its facts are asked about like any other's. */
  keeping_set_day (KEEPING_TODAY);
  g_assert_cmpint (
      dolen_edit_still_true (dir, service, DOLEN_TOLD_BY_CALL, NULL, "times", NULL, &error), >, 0);
  g_clear_pointer (&list, dolen_queue_list_free);
  list = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpint (keeping_item (list, 0)->kind, ==, DOLEN_QUEUE_STALE);
  g_assert_null (keeping_ask (keeping_item (list, 0), "times"));
}

static void
test_closed_and_unlisted_are_left_alone (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  G_GNUC_UNUSED g_autofree char *closed = keeping_add (dir, "Closed", NULL, NULL);
  G_GNUC_UNUSED g_autofree char *removed = keeping_add (dir, "Removed", NULL, NULL);
  g_autofree char *winter = keeping_add (dir, "Winter", NULL, NULL);
  g_autoptr (DolenQueueList) list = NULL;

  keeping_exec (dir,
                "UPDATE service SET status = 'defunct' WHERE name_en = 'Closed';"
                "UPDATE service SET do_not_list = 1 WHERE name_en = 'Removed';"
                "UPDATE service SET status = 'temporarily-closed' WHERE name_en = 'Winter';");
  list = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpuint (list->total, ==, 1);
  g_assert_cmpstr (keeping_item (list, 0)->service, ==, winter);
}

static void
test_work_at_the_desk (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  G_GNUC_UNUSED g_autofree char *service = keeping_add (dir, "Band", NULL, KEEPING_TODAY);
  g_autoptr (DolenQueueList) list = NULL;

  keeping_exec (
      dir,
      "INSERT INTO suggestion (uid, kind, record_uid, field, value, on_date, state)"
      " SELECT 's', 'service', uid, 'phone', '1', '2026-05-01', 'open' FROM service;"
      "INSERT INTO field_edit (kind, record_uid, field, feed_value, edited_at, feed_changed_at)"
      " SELECT 'service', uid, 'fees', 'Free', 1, 1777800000000 FROM service;"
      "INSERT INTO tag (service, kind, scheme, code, value, state, tagger)"
      " SELECT id, 'interest', 'dolen', 'music', 1, 'proposed', 1 FROM service;"
      "UPDATE service SET description_cy_state = 'out-of-date', phone = NULL;"
      "INSERT INTO schedule (uid, service, until, description_en_state, description_cy_state)"
      " SELECT 'h', id, '2026-05-03', 'missing', 'missing' FROM service;");
  list = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpuint (list->total, ==, 5);
  g_assert_cmpint (keeping_item (list, 0)->kind, ==, DOLEN_QUEUE_SUGGESTION);
  g_assert_cmpint (keeping_item (list, 1)->kind, ==, DOLEN_QUEUE_CLASH);
  g_assert_cmpstr (keeping_ask (keeping_item (list, 1), "fees")->on, ==, "2026-05-03");
  g_assert_cmpint (keeping_item (list, 2)->kind, ==, DOLEN_QUEUE_ODDITY);
  g_assert_nonnull (keeping_ask (keeping_item (list, 2), "silent"));
  g_assert_nonnull (keeping_ask (keeping_item (list, 2), "past"));
  g_assert_cmpint (keeping_item (list, 3)->kind, ==, DOLEN_QUEUE_TAGS);
  g_assert_cmpint (keeping_item (list, 4)->kind, ==, DOLEN_QUEUE_WELSH);
  g_assert_cmpstr (keeping_item (list, 4)->why, ==, "The Welsh text is out of date");
  g_assert_false (keeping_item (list, 4)->call);
}

/* The clash of a venue, beside one of its listing: one row, which says where each stands. */
static void
test_a_clash_of_a_venue (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = samples_service ("Band", "Band", DOLEN_TEXT_CHECKED);
  DolenVenue *venue = samples_venue ("Hall", "Lampeter", 52.1, -4.07);
  g_autoptr (DolenQueueList) list = NULL;
  const DolenQueueItem *item;

  g_ptr_array_add (service->venues, venue);
  samples_save (dir, service);
  keeping_exec (
      dir,
      "INSERT INTO field_edit (kind, record_uid, field, feed_value, edited_at, feed_changed_at)"
      " SELECT 'service', uid, 'fees', 'Free', 1, 1777800000000 FROM service;"
      "INSERT INTO field_edit (kind, record_uid, field, feed_value, edited_at, feed_changed_at)"
      " SELECT 'venue', uid, 'getting_there', 'Bus', 1, 1777800000000 FROM venue;");
  list = keeping_read (dir, DOLEN_QUEUE_BIT (DOLEN_QUEUE_CLASH), KEEPING_TODAY);
  g_assert_cmpuint (list->total, ==, 1);
  item = keeping_item (list, 0);
  g_assert_cmpstr (item->record_uid, ==, service->uid);
  g_assert_cmpuint (item->asks->len, ==, 2);
  g_assert_cmpstr (keeping_ask (item, "fees")->record, ==, service->uid);
  g_assert_cmpstr (keeping_ask (item, "getting_there")->record, ==, venue->uid);
  g_assert_cmpstr (keeping_ask (item, "fees")->question,
                   ==,
                   "What it costs, in words: here nothing, the feed Free");
}

/* What stands here and what the feed says; a cost in amounts and in words is one thing to look at.
 */
static void
test_a_clash_says_both_sides_once (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = samples_service ("Band", "Band", DOLEN_TEXT_CHECKED);
  g_autoptr (DolenQueueList) list = NULL;

  samples_save (dir, service);
  keeping_exec (
      dir,
      "INSERT INTO field_edit (kind, record_uid, field, feed_value, edited_at, feed_changed_at)"
      " SELECT 'service', uid, 'fees', '£2.50', 1, 1777800000000 FROM service;"
      "INSERT INTO field_edit (kind, record_uid, field, feed_value, edited_at, feed_changed_at)"
      " SELECT 'service', uid, 'costs', '[{\"pence\":250,\"currency\":\"GBP\"}]', 1,"
      " 1777800000000 FROM service;");
  list = keeping_read (dir, DOLEN_QUEUE_BIT (DOLEN_QUEUE_CLASH), KEEPING_TODAY);
  g_assert_cmpstr (keeping_item (list, 0)->why, ==, "Cost: here nothing, the feed £2.50");
}

static void
test_areas (void)
{
  static const struct {
    const char *area;
    guint found;
  } cases[] = { { "Lampeter", 1 },    { "llanbedr pont steffan", 1 },
                { "SA48", 1 },        { "sa48 7aa", 1 },
                { "SA4", 0 },         { "Ceredigion", 2 },
                { "Aberystwyth", 1 }, { "Cardiff", 0 } };
  g_autoptr (DolenDirectory) dir = samples_open ();

  for (guint i = 0; i < 2; i++) {
    g_autoptr (DolenService) service = samples_service ("Band", NULL, DOLEN_TEXT_CHECKED);
    DolenVenue *venue
        = samples_venue ("Hall", i == 0 ? "Lampeter" : "Aberystwyth", 52.1 + i, -4.07);

    venue->county = g_strdup ("Ceredigion");
    venue->postcode = g_strdup (i == 0 ? "SA48 7AA" : "SY23");
    g_ptr_array_add (service->venues, venue);
    samples_save (dir, service);
  }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    DolenQueueQuery query = { .kinds = DOLEN_QUEUE_BIT (DOLEN_QUEUE_STALE),
                              .area = cases[i].area,
                              .today = KEEPING_TODAY };
    g_autoptr (DolenQueueList) list = dolen_queue_read (dir, &query, NULL, DOLEN_LANGUAGE_EN, NULL);

    g_test_message ("%s", cases[i].area);
    g_assert_cmpuint (list->total, ==, cases[i].found);
  }
}

/* What no address names is told by the town, the postcode, the position, or whom it serves. */
static void
test_areas_that_no_address_names (void)
{
  static const struct {
    const char *city, *postcode, *areas;
    double latitude, longitude;
  } venues[] = { { "Lampeter", NULL, NULL, NAN, NAN },
                 { NULL, "SY23 2AX", NULL, NAN, NAN },
                 { NULL, NULL, NULL, 52.2426, -4.2595 }, /* Aberaeron */
                 { NULL, NULL, "Cardigan", NAN, NAN },
                 { "Cardiff", "CF10 1AA", NULL, NAN, NAN } };
  static const struct {
    const char *area;
    guint found;
  } cases[] = { { "Ceredigion", 3 }, { "Lampeter", 1 },  { "Aberystwyth", 1 }, { "Aberaeron", 1 },
                { "SY23", 1 },       { "Aberteifi", 1 }, { "Caerdydd", 1 } };
  g_autoptr (DolenDirectory) dir = samples_open ();

  for (guint i = 0; i < G_N_ELEMENTS (venues); i++) {
    g_autoptr (DolenService) service = samples_service ("Band", NULL, DOLEN_TEXT_CHECKED);
    DolenVenue *venue
        = samples_venue ("Hall", venues[i].city, venues[i].latitude, venues[i].longitude);

    venue->postcode = g_strdup (venues[i].postcode);
    service->areas = g_strdup (venues[i].areas);
    if (venues[i].areas == NULL)
      g_ptr_array_add (service->venues, venue);
    else
      dolen_venue_free (venue);
    samples_save (dir, service);
  }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    DolenQueueQuery query = { .kinds = DOLEN_QUEUE_BIT (DOLEN_QUEUE_STALE),
                              .area = cases[i].area,
                              .today = KEEPING_TODAY };
    g_autoptr (DolenQueueList) list = dolen_queue_read (dir, &query, NULL, DOLEN_LANGUAGE_EN, NULL);

    g_test_message ("%s", cases[i].area);
    g_assert_cmpuint (list->total, ==, cases[i].found);
  }
}

static void
test_an_area_that_is_unknown_is_said (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = samples_service ("Band", NULL, DOLEN_TEXT_CHECKED);
  g_autofree char *there = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *county = NULL;
  g_autofree char *district = NULL;
  g_autofree char *unknown = NULL;

  g_ptr_array_add (service->venues, samples_venue ("Hall", "Lampeter", NAN, NAN));
  samples_save (dir, service);
  there = dolen_queue_area_text (dir, "Lampeter", DOLEN_LANGUAGE_EN);
  empty = dolen_queue_area_text (dir, "Caerdydd", DOLEN_LANGUAGE_EN);
  county = dolen_queue_area_text (dir, "Gwynedd", DOLEN_LANGUAGE_EN);
  district = dolen_queue_area_text (dir, "LL57", DOLEN_LANGUAGE_EN);
  unknown = dolen_queue_area_text (dir, "Xyzzy", DOLEN_LANGUAGE_EN);
  g_assert_null (there);
  g_assert_cmpstr (empty, ==, "No listing here is in “Caerdydd”.");
  g_assert_cmpstr (county, ==, "No listing here is in “Gwynedd”.");
  g_assert_cmpstr (district, ==, "No listing here is in “LL57”.");
  g_assert_true (g_str_has_prefix (unknown, "No area “Xyzzy” is known."));
}

/* Of a fresh import nobody has confirmed anything; what can be put right at once stands before. */
static void
test_what_can_be_put_right_stands_before_a_fresh_import (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *closed = NULL;
  g_autofree char *odd = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (DolenQueueList) list = NULL;

  for (guint i = 0; i < 20; i++) {
    g_autofree char *name = g_strdup_printf ("Band %u", i);
    g_autofree char *uid = keeping_add (dir, name, NULL, NULL);
  }
  odd = keeping_add (dir, "Odd", NULL, NULL);
  closed = keeping_add (dir, "Club (closed)", NULL, NULL);
  sql = g_strdup_printf (
      "INSERT INTO oddity VALUES ('%s', 'name-says-closed', 1), ('%s', 'no-organisation', 1);"
      "INSERT INTO alike (kind, one, other, percent, evidence) SELECT 'service', a.uid, b.uid, 90, 1"
      " FROM service a, service b WHERE a.name_en = 'Band 1' AND b.name_en = 'Band 2'",
      closed,
      odd);
  keeping_exec (dir, sql);
  list = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpstr (keeping_item (list, 0)->record_uid, ==, closed);
  g_assert_cmpint (keeping_item (list, 1)->kind, ==, DOLEN_QUEUE_ALIKE);
  for (guint i = 0; i < list->items->len; i++)
    if (keeping_item (list, i)->kind == DOLEN_QUEUE_STALE) {
      g_assert_cmpuint (i, >=, 3);
      break;
    }
}

static gboolean
is_odd (DolenDirectory *dir, const char *service)
{
  g_autoptr (DolenQueueList) list = keeping_read (dir, 1U << DOLEN_QUEUE_ODDITY, KEEPING_TODAY);
  const DolenQueueItem *item = keeping_find (list, service);

  return item != NULL && (item->kinds & 1U << DOLEN_QUEUE_ODDITY) != 0;
}

/* What a record took over from another fills what was odd in it, as an edit does. */
static void
test_what_a_merge_fills_is_odd_no_more (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *odd = keeping_add (dir, "Odd", NULL, NULL);
  g_autoptr (DolenService) other = samples_service ("Odd", NULL, DOLEN_TEXT_CHECKED);
  gint64 entry;

  keeping_exec (dir, "INSERT INTO oddity SELECT uid, 'times-unreadable', 1 FROM service");
  other->phone = g_strdup ("01632960124");
  g_ptr_array_add (other->schedules, samples_schedule ("TU", "10:00", "12:00"));
  samples_save (dir, other);
  g_assert_true (is_odd (dir, odd));
  entry = dolen_merge_records (dir, "service", odd, other->uid, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (is_odd (dir, odd));
  g_assert_cmpint (dolen_edit_undo (dir, entry, NULL, &error), >, 0);
  g_assert_true (is_odd (dir, odd));
}

static guint
count (DolenDirectory *dir, const char *assigned_to, gboolean put_off, const char *today)
{
  DolenQueueQuery query = { .assigned_to = assigned_to, .put_off = put_off, .today = today };
  g_autoptr (DolenQueueList) list = dolen_queue_read (dir, &query, NULL, DOLEN_LANGUAGE_EN, NULL);

  return list->total;
}

static void
test_marks (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *one = keeping_add (dir, "One", NULL, NULL);
  g_autofree char *other = keeping_add (dir, "Other", NULL, "2025-01-01");
  g_auto (GStrv) curators = NULL;
  g_autoptr (DolenQueueList) list = NULL;
  gint64 snooze, due;

  g_assert_cmpint (dolen_queue_assign (dir, one, "call", "Siân", "Mair", &error), >, 0);
  g_assert_cmpuint (count (dir, "Siân", FALSE, KEEPING_TODAY), ==, 1);
  g_assert_cmpuint (count (dir, "", FALSE, KEEPING_TODAY), ==, 1);
  curators = dolen_queue_curators (dir, &error);
  g_assert_cmpuint (g_strv_length (curators), ==, 1);

  g_assert_cmpint (dolen_queue_snooze (dir, one, "call", "2026-05-11", " ", "Mair", &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  snooze = dolen_queue_snooze (dir, one, "call", "2026-05-11", "On holiday", "Mair", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (dir, NULL, FALSE, KEEPING_TODAY), ==, 1);
  g_assert_cmpuint (count (dir, NULL, TRUE, KEEPING_TODAY), ==, 1);
  /* Back by itself on the day. */
  g_assert_cmpuint (count (dir, NULL, FALSE, "2026-05-10"), ==, 1);
  g_assert_cmpuint (count (dir, NULL, FALSE, "2026-05-11"), ==, 2);
  g_assert_cmpint (dolen_edit_undo (dir, snooze, "Mair", &error), >, 0);
  g_assert_cmpuint (count (dir, NULL, FALSE, KEEPING_TODAY), ==, 2);
  g_assert_cmpuint (count (dir, "Siân", FALSE, KEEPING_TODAY), ==, 1);

  due = dolen_queue_set_due (dir, other, "call", KEEPING_TODAY, "Mair", &error);
  g_assert_no_error (error);
  list = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpstr (keeping_item (list, 0)->service, ==, other);
  g_assert_cmpstr (keeping_item (list, 0)->due_on, ==, KEEPING_TODAY);
  /* Not over a later change. */
  g_assert_cmpint (dolen_queue_set_due (dir, other, "call", "2026-06-01", "Mair", &error), >, 0);
  g_assert_cmpint (dolen_edit_undo (dir, due, "Mair", &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_cmpint (dolen_queue_set_due (dir, other, "call", "soon", "Mair", &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (dolen_queue_assign (dir, "nobody", "call", "Siân", "Mair", &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND);
}

static void
test_one_row_anew (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *one = keeping_add (dir, "One", NULL, NULL);
  g_autofree char *kept = keeping_add (dir, "Kept", NULL, KEEPING_TODAY);
  g_autoptr (DolenQueueItem) item
             = dolen_queue_find (dir, one, "call", NULL, DOLEN_LANGUAGE_EN, KEEPING_TODAY, &error);

  g_assert_cmpstr (item->title, ==, "One");
  g_assert_null (
      dolen_queue_find (dir, kept, "call", NULL, DOLEN_LANGUAGE_EN, KEEPING_TODAY, &error));
  g_assert_null (
      dolen_queue_find (dir, one, "welsh", NULL, DOLEN_LANGUAGE_EN, KEEPING_TODAY, &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/directory/queue/kept", test_a_listing_that_is_kept_is_not_in_it);
  g_test_add_func ("/directory/queue/one-call", test_facts_of_one_listing_are_one_call);
  g_test_add_func ("/directory/queue/the-day", test_the_day_a_fact_is_too_old);
  g_test_add_func ("/directory/queue/never", test_never_confirmed_comes_before_the_oldest);
  g_test_add_func ("/directory/queue/asked", test_what_somebody_waits_for_comes_first);
  g_test_add_func ("/directory/queue/waiting", test_people_who_wait_lift_a_call);
  g_test_add_func ("/directory/queue/volunteers", test_volunteers_are_rung_once);
  g_test_add_func ("/directory/queue/ends", test_what_ends);
  g_test_add_func ("/directory/queue/gone", test_gone_from_a_feed);
  g_test_add_func ("/directory/queue/closed", test_closed_and_unlisted_are_left_alone);
  g_test_add_func ("/directory/queue/desk", test_work_at_the_desk);
  g_test_add_func ("/directory/queue/venue-clash", test_a_clash_of_a_venue);
  g_test_add_func ("/directory/queue/clash-sides", test_a_clash_says_both_sides_once);
  g_test_add_func ("/directory/queue/areas", test_areas);
  g_test_add_func ("/directory/queue/areas-not-named", test_areas_that_no_address_names);
  g_test_add_func ("/directory/queue/areas-unknown", test_an_area_that_is_unknown_is_said);
  g_test_add_func ("/directory/queue/fresh-import",
                   test_what_can_be_put_right_stands_before_a_fresh_import);
  g_test_add_func ("/directory/queue/what_a_merge_fills", test_what_a_merge_fills_is_odd_no_more);
  g_test_add_func ("/directory/queue/marks", test_marks);
  g_test_add_func ("/directory/queue/one-row", test_one_row_anew);
  return g_test_run ();
}

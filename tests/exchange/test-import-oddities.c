/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping-samples.h"

#include "directory/dolen-edits.h"
#include "directory/dolen-sentences.h"
#include "directory/keeping/dolen-completeness.h"
#include "directory/keeping/dolen-import-oddities.h"
#include "exchange/dolen-import.h"

#include <string.h>

/* What was odd when a feed was read stands in the queue until somebody has seen to it. */

#define FEED(phone)                                                                                \
  "[{\"id\":\"1\",\"name\":\"Band\",\"status\":\"active\",\"email\":\"band@example.net\","         \
  "\"organization\":{\"id\":\"o\",\"name\":\"Y Neuadd\"},\"minimum_age\":999,"                     \
  "\"phones\":[{\"id\":\"p\",\"number\":\"" phone "\"}]},"                                         \
  "{\"id\":\"2\",\"name\":\"Choir\",\"status\":\"active\",\"email\":\"choir@example.net\","        \
  "\"organization\":{\"id\":\"o\",\"name\":\"Y Neuadd\"}}]"

static void
import (DolenDirectory *dir, const char *text)
{
  static char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL) {
    g_autofree char *folder = dolen_test_folder ();
    path = g_build_filename (folder, "feed.json", NULL);
  }
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  dolen_import_run (dir, (const char *const[]){ path }, 1, NULL, NULL, &error);
  g_assert_no_error (error);
}

static DolenQueueList *
oddities (DolenDirectory *dir)
{
  return keeping_read (dir, DOLEN_QUEUE_BIT (DOLEN_QUEUE_ODDITY), KEEPING_TODAY);
}

static void
test_odd_until_the_feed_says_otherwise (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenQueueList) odd = NULL;
  g_autoptr (DolenQueueList) mended = NULL;

  import (dir, FEED ("ring Gwen"));
  odd = oddities (dir);
  g_assert_cmpuint (odd->total, ==, 1);
  g_assert_cmpstr (keeping_item (odd, 0)->title, ==, "Band");
  /* An age that says "none given" is nobody's work. */
  g_assert_cmpuint (keeping_item (odd, 0)->asks->len, ==, 1);
  g_assert_nonnull (keeping_ask (keeping_item (odd, 0), "phone-unreadable"));
  g_assert_cmpstr (
      keeping_item (odd, 0)->why, ==, "The telephone number cannot be read: “ring Gwen”");
  import (dir, FEED ("01632 960123"));
  mended = oddities (dir);
  g_assert_cmpuint (mended->total, ==, 0);
}

static void
test_odd_until_somebody_edits_it (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenQueueList) odd = NULL;
  g_autoptr (DolenQueueList) edited = NULL;
  g_autoptr (DolenQueueList) undone = NULL;
  gint64 edit;

  import (dir, FEED ("ring Gwen"));
  odd = oddities (dir);
  edit = dolen_edit_set_field (
      dir, "service", keeping_item (odd, 0)->service, "phone", "01632960123", NULL, &error);
  g_assert_no_error (error);
  edited = oddities (dir);
  g_assert_cmpuint (edited->total, ==, 0);
  g_assert_cmpint (dolen_edit_undo (dir, edit, NULL, &error), >, 0);
  undone = oddities (dir);
  g_assert_cmpuint (undone->total, ==, 1);
}

#define SERVICE(id, name, schedule, postcode)                                                      \
  "{\"id\":\"" id "\",\"name\":\"" name "\",\"status\":\"active\",\"email\":\"a@example.net\","    \
  "\"organization\":{\"id\":\"o\",\"name\":\"Y Neuadd\"},\"schedules\":[" schedule "],"            \
  "\"service_at_locations\":[{\"location\":{\"id\":\"l" id                                         \
  "\",\"addresses\":[{\"address_1\":\"Hall\",\"postal_code\":\"" postcode "\"}]}}]}"

/* What a curator reads in the queue of times, a postcode and a name. */
static void
test_what_stayed_unread_is_told_in_its_words (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenQueueList) odd = NULL;
  const DolenQueueItem *band, *choir;

  import (dir,
          "[" SERVICE ("1", "Band", "{\"description\":\"Thurs 7-9\"}", "SA48 7") "," SERVICE (
              "2",
              "Choir (ar gau dros dro)",
              "{\"description\":\"Bob dydd Mawrth 2-4\"}",
              "SA48 7AA") "," SERVICE ("3",
                                       "Walks",
                                       "{\"description\":\"By appointment\"}",
                                       "SA48 7AA") "]");
  odd = oddities (dir);
  g_assert_cmpuint (odd->total, ==, 2);
  band = keeping_item (odd, 0);
  choir = keeping_item (odd, 1);
  if (g_strcmp0 (band->title, "Band") != 0) {
    const DolenQueueItem *other = band;
    band = choir;
    choir = other;
  }
  g_assert_cmpstr (
      keeping_ask (band, "times-unreadable")->question, ==, "Times could not be read: “Thurs 7-9”");
  g_assert_nonnull (keeping_ask (band, "postcode-partial"));
  g_assert_cmpuint (choir->asks->len, ==, 1);
  g_assert_cmpstr (
      keeping_ask (choir, "name-says-closed")->question, ==, "The name says that it is closed");
}

/* What was read of words stands as days and hours; what was not, as told, and as not known. */
static void
test_words_are_times_where_they_are_certain (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenQueueList) odd = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenCompleteness) complete = NULL;
  guint known = 0;

  import (
      dir,
      "[" SERVICE ("1", "A", "{\"description\":\"Mon 10-12, Wed 2-4pm\"}", "SA48 7AA") "," SERVICE (
          "2",
          "B",
          "{\"description\":\"Tues 4-6pm term-time\"}",
          "SA48 7AA") "," SERVICE ("3",
                                   "C",
                                   "{\"freq\":\"WEEKLY\",\"byday\":\"FR\",\"description\":\"10-12\"}",
                                   "SA48 7AA") "," SERVICE ("4",
                                                            "D",
                                                            "{\"description\":\"Thurs 7-9\"}",
                                                            "SA48 7AA") "]");
  for (gint64 id = 1;; id++) {
    g_autoptr (DolenService) service = dolen_directory_get_service_by_id (dir, id, NULL);
    g_autofree char *when = NULL;
    if (!service)
      break;
    when = dolen_sentence_when (DOLEN_LANGUAGE_EN, service->schedules, NULL);
    if (g_strcmp0 (service->name.en, "A") == 0)
      g_assert_cmpstr (when, ==, "Mondays 10:00–12:00; Wednesdays 14:00–16:00");
    else if (g_strcmp0 (service->name.en, "B") == 0)
      g_assert_cmpstr (when, ==, "Tuesdays 16:00–18:00, in term time only");
    else if (g_strcmp0 (service->name.en, "C") == 0)
      g_assert_cmpstr (when, ==, "Fridays 10:00–12:00");
    else if (g_strcmp0 (service->name.en, "D") == 0)
      g_assert_cmpstr (when, ==, "Thurs 7-9");
    else
      continue;
    known++;
    g_clear_pointer (&complete, dolen_completeness_free);
    complete = dolen_completeness_of (dir, service->uid, NULL, KEEPING_TODAY, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (
        complete->known[DOLEN_COMPLETE_TIMES], ==, g_strcmp0 (service->name.en, "D") == 0 ? 0 : 1);
  }
  g_assert_cmpuint (known, ==, 4);
}

/* What a curator can act on comes first, with its words; how a feed is written comes last. */
static void
test_the_report_says_what_where_and_in_order (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "feed.json", NULL);
  g_autoptr (DolenImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL, *kept = NULL, *shown = NULL;
  DolenOddity order[DOLEN_N_ODDITIES];
  guint n;

  g_assert_true (g_file_set_contents (path, FEED ("ring Gwen"), -1, NULL));
  dolen_import_run (dir, (const char *const[]){ path }, 1, NULL, &report, &error);
  g_assert_no_error (error);
  n = dolen_oddities_sort (&report->oddities, order);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (order[0], ==, DOLEN_ODDITY_PHONE_UNREADABLE);
  g_assert_cmpint (order[1], ==, DOLEN_ODDITY_AGE_UNKNOWN);
  g_assert_cmpint (order[2], ==, DOLEN_ODDITY_ID_NOT_UUID);
  for (guint i = 0; i < report->examples.list->len; i++) {
    const DolenOddityExample *example = report->examples.list->pdata[i];
    if (example->kind == DOLEN_ODDITY_PHONE_UNREADABLE)
      said = dolen_oddity_example_say (example, DOLEN_LANGUAGE_EN);
  }
  g_assert_cmpstr (said, ==, "Band: phone “ring Gwen” (feed.json, record 1)");
  /* The history keeps nothing of what a feed says of people. */
  kept = dolen_import_report_to_json (report);
  shown = dolen_import_report_with_examples (report);
  g_assert_null (strstr (kept, "Gwen"));
  g_assert_nonnull (strstr (shown, "Gwen"));
}

static void
test_rare_ones_stand_above_those_in_every_record (void)
{
  DolenOddities met = { 0 };
  DolenOddity order[DOLEN_N_ODDITIES];

  g_assert_cmpuint (dolen_oddities_sort (&met, order), ==, 0);
  met.count[DOLEN_ODDITY_HTML] = 3;
  met.count[DOLEN_ODDITY_EMPTY_TEXT] = 738;
  met.count[DOLEN_ODDITY_NO_ORGANISATION] = 700;
  met.count[DOLEN_ODDITY_TIMES_UNREADABLE] = 2;
  g_assert_cmpuint (dolen_oddities_sort (&met, order), ==, 4);
  g_assert_cmpint (order[0], ==, DOLEN_ODDITY_TIMES_UNREADABLE);
  g_assert_cmpint (order[1], ==, DOLEN_ODDITY_NO_ORGANISATION);
  g_assert_cmpint (order[2], ==, DOLEN_ODDITY_HTML);
  g_assert_cmpint (order[3], ==, DOLEN_ODDITY_EMPTY_TEXT);
}

/* What the room below keeps must be codes that the reader gives. */
static void
test_the_codes_are_those_of_the_reader (void)
{
  guint known = 0;

  for (guint kind = 0; kind < DOLEN_N_ODDITIES; kind++)
    known += dolen_import_oddity_text (dolen_oddity_code ((DolenOddity) kind), DOLEN_LANGUAGE_EN)
             != NULL;
  g_assert_cmpuint (known, ==, 14);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  keeping_set_day (KEEPING_TODAY);
  g_test_add_func ("/exchange/import-oddities/feed", test_odd_until_the_feed_says_otherwise);
  g_test_add_func ("/exchange/import-oddities/edit", test_odd_until_somebody_edits_it);
  g_test_add_func ("/exchange/import-oddities/told", test_what_stayed_unread_is_told_in_its_words);
  g_test_add_func ("/exchange/import-oddities/words", test_words_are_times_where_they_are_certain);
  g_test_add_func ("/exchange/import-oddities/report",
                   test_the_report_says_what_where_and_in_order);
  g_test_add_func ("/exchange/import-oddities/order",
                   test_rare_ones_stand_above_those_in_every_record);
  g_test_add_func ("/exchange/import-oddities/codes", test_the_codes_are_those_of_the_reader);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-read.h"
#include "format/dolen-json-stream.h"
#include "support/dolen-test.h"

#include <math.h>
#include <string.h>

static DolenOddities oddities;

/* Reads one record of text; the caller clears @found and puts the value. */
static json_object *
read_text (const char *text, const char *container, DolenFound *found)
{
  DolenReadContext context = {
    .source_uid = "11111111-1111-4111-8111-111111111111",
    .today = "2026-11-20",
    .gazetteer = dolen_gazetteer_get_bundled (),
    .oddities = &oddities,
  };
  json_object *record = json_tokener_parse (text);

  g_assert_nonnull (record);
  memset (&oddities, 0, sizeof oddities);
  dolen_found_init (found);
  dolen_read_record (&context, record, container, found);
  return record;
}

static DolenService *
service_of (const char *text)
{
  g_auto (DolenFound) found = { 0 };
  json_object *record = read_text (text, NULL, &found);
  DolenFoundService *item;

  g_assert_cmpuint (found.services->len, ==, 1);
  item = found.services->pdata[0];
  json_object_put (record);
  return g_steal_pointer (&item->service);
}

static void
odd_values_are_read_as_what_they_mean (void)
{
  g_autoptr (DolenService) service = service_of (
      "{\"id\":2830,\"name\":\" Tea &amp; chat \",\"description\":\"\","
      "\"status\":\"active\",\"minimum_age\":-1,\"maximum_age\":-1,"
      "\"email\":\"Unknown-17@noemail.invalid\",\"url\":\"www.tea.example.org\","
      "\"alert\":{\"text\":\"Closed in May\"},"
      "\"last_modified\":\"2025-09-02T12:06:15.654\",\"assured_date\":\"2025-09-02\","
      "\"phones\":[{\"number\":\"Tea line: 01632 960123\"}],"
      "\"cost_options\":[{\"amount\":\"8.00\"},{\"amount\":\"3 to 5\"}]}");

  g_assert_cmpstr (service->name.en, ==, "Tea & chat");
  g_assert_cmpint (service->name.en_state, ==, DOLEN_TEXT_GIVEN);
  g_assert_true (dolen_bilingual_is_empty (&service->description));
  g_assert_cmpint (service->minimum_age, ==, -1);
  g_assert_cmpint (service->maximum_age, ==, -1);
  g_assert_null (service->email);
  g_assert_cmpstr (service->url, ==, "https://www.tea.example.org");
  g_assert_cmpstr (service->alert, ==, "Closed in May");
  g_assert_cmpstr (service->phone, ==, "01632960123");
  g_assert_cmpint (((DolenCost *) service->costs->pdata[0])->pence, ==, 800);
  g_assert_cmpint (((DolenCost *) service->costs->pdata[1])->pence, ==, -1);
  g_assert_cmpstr (((DolenCost *) service->costs->pdata[1])->amount_given, ==, "3 to 5");
  g_assert_true (service->assured_is_edit);
  g_assert_null (dolen_service_current_capacity (service));
  g_assert_cmpuint (oddities.count[DOLEN_ODDITY_AGE_UNKNOWN], ==, 1);
  g_assert_cmpuint (oddities.count[DOLEN_ODDITY_PLACEHOLDER_EMAIL], ==, 1);
  g_assert_cmpuint (oddities.count[DOLEN_ODDITY_URL_WITHOUT_SCHEME], ==, 1);
  g_assert_cmpuint (oddities.count[DOLEN_ODDITY_TIME_ZONE_MISSING], ==, 1);
  g_assert_cmpuint (oddities.count[DOLEN_ODDITY_PHONE_LABEL], ==, 1);
  g_assert_cmpuint (oddities.count[DOLEN_ODDITY_ID_NOT_UUID], ==, 1);
  g_assert_cmpuint (oddities.count[DOLEN_ODDITY_NO_ORGANISATION], ==, 1);
  g_assert_cmpuint (oddities.count[DOLEN_ODDITY_HTML], ==, 1);
  g_assert_cmpuint (oddities.count[DOLEN_ODDITY_EMPTY_TEXT], ==, 1);
  g_assert_cmpuint (oddities.count[DOLEN_ODDITY_AMOUNT_NOT_A_NUMBER], ==, 1);
  g_assert_cmpuint (oddities.count[DOLEN_ODDITY_ASSURED_IS_EDIT], ==, 1);
}

static void
a_service_without_a_name_is_named (void)
{
  g_autoptr (DolenService) by_group = service_of ("{\"id\":1,\"status\":\"active\",\"description\":"
                                                  "\"x\",\"organization\":{\"id\":2,\"name\":"
                                                  "\"Clwb Cinio\"}}");
  g_autoptr (DolenService) by_words
             = service_of ("{\"id\":1,\"status\":\"active\",\"description\":\"A choir.\\nCome.\"}");
  g_auto (DolenFound) found = { 0 };
  json_object *record = read_text ("{\"id\":1,\"status\":\"active\"}", NULL, &found);

  g_assert_cmpstr (dolen_bilingual_get (&by_group->name, DOLEN_LANGUAGE_EN), ==, "Clwb Cinio");
  g_assert_cmpstr (dolen_bilingual_get (&by_words->name, DOLEN_LANGUAGE_EN), ==, "A choir.");
  g_assert_cmpuint (found.services->len, ==, 0);
  g_assert_cmpuint (found.refused->len, ==, 1);
  json_object_put (record);
}

static void
what_is_no_service_is_refused (void)
{
  static const char *const TEXTS[] = {
    "{\"version\":\"3.0\",\"profile\":\"x\",\"openapi_url\":\"y\"}",
    "{\"id\":\"1\",\"name\":\"n\",\"description\":\"d\",\"taxonomy\":\"t\"}",
    "{\"id\":\"1\",\"location_type\":\"physical\",\"name\":\"Hall\"}",
    "{}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++) {
    g_auto (DolenFound) found = { 0 };
    json_object *record = read_text (TEXTS[i], NULL, &found);
    g_assert_cmpuint (found.services->len + found.organisations->len, ==, 0);
    g_assert_cmpuint (found.refused->len, ==, 1);
    json_object_put (record);
  }
}

static void
assert_gender (const char *member, const char *expected)
{
  g_autofree char *json = g_strdup_printf (
      "{\"id\":\"a\",\"name\":\"Walk\",\"status\":\"active\",\"eligibilitys\":[{%s}]}", member);
  g_autoptr (DolenService) service = service_of (json);

  g_assert_cmpstr (service->gender, ==, expected);
}

/* Feeds write it as they like; what is none is not shown as one. */
static void
women_and_men_are_read_of_what_feeds_write (void)
{
  assert_gender ("\"gender\":\"Women\"", "female");
  assert_gender ("\"gender\":\"Male\"", "male");
  assert_gender ("\"eligibility\":\"Men only\"", "male");
  assert_gender ("\"gender\":\"mixed\"", NULL);
}

static void
oruk_1_is_read (void)
{
  g_autoptr (DolenService) service = service_of (
      "{\"id\":\"a\",\"name\":\"Walk\",\"status\":\"active\",\"attending_type\":\"Venue\","
      "\"attending_access\":\"Self referral\",\"deliverable_type\":\"Peer group\","
      "\"eligibilitys\":[{\"minimum_age\":18,\"maximum_age\":30},{\"minimum_age\":16,"
      "\"maximum_age\":99,\"eligibility\":\"female\"}],"
      "\"regular_schedules\":[{\"weekday\":\"Monday\",\"opens_at\":\"10:00:00\",\"closes_at\":"
      "\"12:00\"}],\"holiday_schedules\":[{\"closed\":true,\"start_date\":\"2026-12-24\","
      "\"end_date\":\"2027-01-02\"}],\"service_taxonomys\":[{\"id\":\"x\",\"taxonomy\":{\"id\":"
      "\"esdServiceType:298\",\"name\":\"Carers\",\"vocabulary\":\"esdServiceType\"}}],"
      "\"service_at_locations\":[{\"location\":{\"id\":\"l\",\"name\":\"Hall\",\"latitude\":52.1,"
      "\"longitude\":-4.0,\"physical_addresses\":[{\"address_1\":\"1 High St\",\"city\":"
      "\"Lampeter\",\"postal_code\":\"sa487aa\"}],\"accessibility_for_disabilities\":[{"
      "\"accessibility\":\"Ramp\"}]}}]}");
  const DolenVenue *venue = service->venues->pdata[0];
  const DolenSchedule *weekly = service->schedules->pdata[0];
  const DolenSchedule *holiday = service->schedules->pdata[1];

  g_assert_cmpint (service->minimum_age, ==, 16);
  g_assert_cmpint (service->maximum_age, ==, 99);
  g_assert_cmpstr (service->gender, ==, "female");
  g_assert_cmpint (service->access, ==, DOLEN_ACCESS_SELF_REFERRAL);
  g_assert_cmpint (service->attending, ==, DOLEN_ATTENDING_VENUE);
  g_assert_cmpstr (weekly->freq, ==, "WEEKLY");
  g_assert_cmpstr (weekly->byday, ==, "MO");
  g_assert_cmpstr (weekly->opens_at, ==, "10:00");
  g_assert_true (holiday->closed);
  g_assert_cmpstr (holiday->valid_from, ==, "2026-12-24");
  g_assert_cmpstr (venue->postcode, ==, "SA48 7AA");
  g_assert_cmpint (venue->origin, ==, DOLEN_POSITION_FEED);
  g_assert_cmpstr (venue->accessibility->pdata[0], ==, "Ramp");
  g_assert_cmpuint (service->tags->len, ==, 2);
  g_assert_cmpuint (oddities.count[DOLEN_ODDITY_OFF_LIST_VALUE], ==, 2);
}

static void
outpost_is_read (void)
{
  g_autoptr (DolenService) service = service_of (
      "{\"id\":2830,\"name\":\"Play\",\"organisation\":{\"id\":7,\"name\":\"Org\"},\"min_age\":2,"
      "\"max_age\":null,\"taxonomies\":[{\"id\":5,\"name\":\"Play\",\"slug\":\"play\"}],"
      "\"contacts\":[{\"id\":1,\"name\":\"Office\",\"phone\":\"01632 960001\"}],"
      "\"locations\":[{\"id\":3,\"mask_exact_address\":true,\"postal_code\":\"SA48\",\"geometry\":{"
      "\"type\":\"Point\",\"coordinates\":[-4.1,52.2]}}],\"regular_schedules\":[{\"weekday\":"
      "\"Friday\"}]}");
  const DolenVenue *venue = service->venues->pdata[0];

  g_assert_cmpint (service->minimum_age, ==, 2);
  g_assert_true (venue->hide_address);
  g_assert_cmpfloat_with_epsilon (venue->latitude, 52.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (venue->longitude, -4.1, 1e-9);
  g_assert_cmpstr (((DolenContact *) service->contacts->pdata[0])->phone, ==, "01632960001");
  g_assert_cmpstr (((DolenSchedule *) service->schedules->pdata[0])->byday, ==, "FR");
  g_assert_cmpuint (service->tags->len, ==, 1);
}

static void
a_postcode_gives_a_derived_position (void)
{
  g_autoptr (DolenService) in_address = service_of (
      "{\"id\":\"a\",\"name\":\"x\",\"status\":\"active\",\"service_at_locations\":[{"
      "\"location\":{\"id\":\"l\",\"addresses\":[{\"postal_code\":\"SA48 7AA\"}]}}]}");
  g_autoptr (DolenService) in_text
             = service_of ("{\"id\":\"a\",\"name\":\"x\",\"status\":\"active\",\"description\":"
                           "\"Our hall, Lampeter, SA48 7AA.\"}");
  g_autoptr (DolenService) hidden = service_of (
      "{\"id\":\"a\",\"name\":\"x\",\"status\":\"active\",\"service_at_locations\":[{"
      "\"location\":{\"id\":\"l\",\"x_dolen_no_map\":true,\"latitude\":52,"
      "\"longitude\":-4,\"addresses\":[{\"postal_code\":\"SA48 7AA\"}]}}]}");
  g_autoptr (DolenService) impossible = service_of (
      "{\"id\":\"a\",\"name\":\"x\",\"status\":\"active\",\"service_at_locations\":[{"
      "\"location\":{\"id\":\"l\",\"latitude\":100,\"longitude\":101}}]}");
  const DolenVenue *venue = in_address->venues->pdata[0];

  g_assert_cmpint (venue->origin, ==, DOLEN_POSITION_POSTCODE_DISTRICT);
  g_assert_cmpfloat_with_epsilon (venue->latitude, 52.1, 0.3);
  venue = in_text->venues->pdata[0];
  g_assert_cmpint (venue->origin, ==, DOLEN_POSITION_POSTCODE_DISTRICT);
  venue = hidden->venues->pdata[0];
  g_assert_cmpint (venue->origin, ==, DOLEN_POSITION_NONE);
  g_assert_true (isnan (venue->latitude));
  venue = impossible->venues->pdata[0];
  g_assert_true (isnan (venue->latitude));
  g_assert_cmpuint (oddities.count[DOLEN_ODDITY_POSITION_IMPOSSIBLE], ==, 1);
}

#define CONFIRMED(first, second)                                                                   \
  "{\"id\":\"a\",\"name\":\"Band\",\"x_dolen_confirmed\":[" first "," second "]}"
#define BY_CALL "{\"on\":\"2026-11-01\",\"how\":\"call\",\"facts\":[\"times\"]}"
#define ON_VISIT "{\"on\":\"2026-10-01\",\"how\":\"visit\",\"facts\":[\"cost\"]}"

/* In another order they are the same again, and twice the same is one. */
static void
confirmations_are_known_by_what_they_say (void)
{
  g_autoptr (DolenService) one = service_of (CONFIRMED (BY_CALL, ON_VISIT));
  g_autoptr (DolenService) other = service_of (CONFIRMED (ON_VISIT, BY_CALL));
  g_autoptr (DolenService) twice = service_of (CONFIRMED (BY_CALL, BY_CALL));
  const DolenConfirmation *call = one->confirmations->pdata[0];
  const DolenConfirmation *visit = one->confirmations->pdata[1];

  g_assert_cmpstr (call->uid, !=, visit->uid);
  g_assert_cmpstr (((DolenConfirmation *) other->confirmations->pdata[0])->uid, ==, visit->uid);
  g_assert_cmpstr (((DolenConfirmation *) other->confirmations->pdata[1])->uid, ==, call->uid);
  g_assert_cmpuint (twice->confirmations->len, ==, 1);
}

static void
our_own_keys_are_read (void)
{
  g_autoptr (DolenService) service = service_of (
      "{\"id\":\"a\",\"name\":\"Lunch club\",\"x_dolen_name_cy\":\"Clwb cinio\","
      "\"x_dolen_name_cy_state\":\"checked\",\"status\":\"active\",\"x_dolen_capacity\":[{"
      "\"status\":\"waiting-list\",\"wait_weeks_from\":4,\"wait_weeks_to\":6,\"as_of\":"
      "\"2026-10-01\",\"source\":\"call\",\"by\":\"secretary\"}],\"x_dolen_access\":[\"drop-in\"],"
      "\"x_dolen_gender\":\"women\",\"x_dolen_tags\":[{\"kind\":\"enabler\",\"code\":\"step-free\","
      "\"value\":\"no\",\"state\":\"confirmed\"}],\"x_dolen_confirmed\":[{\"on\":\"2026-11-01\","
      "\"how\":\"call\",\"outcome\":\"reached\",\"facts\":[\"times\",\"cost\"]},{\"on\":"
      "\"2026-10-01\",\"how\":\"call\",\"outcome\":\"left-message\"}],\"x_dolen_funding\":[{"
      "\"funder\":\"F\",\"ends_on\":\"2027-03-31\"}],\"contacts\":[{"
      "\"x_dolen_contact_permission\":\"given-out\",\"phones\":[{\"number\":\"01632 960555\"}]},"
      "{\"name\":\"Ann\",\"x_dolen_contact_permission\":\"workers-only\"}]}");
  const DolenCapacity *capacity = dolen_service_current_capacity (service);
  const DolenTag *tag = service->tags->pdata[0];
  const DolenConfirmation *confirmation = service->confirmations->pdata[0];

  g_assert_cmpstr (service->name.cy, ==, "Clwb cinio");
  g_assert_cmpint (service->name.cy_state, ==, DOLEN_TEXT_CHECKED);
  g_assert_cmpint (capacity->status, ==, DOLEN_CAPACITY_WAITING_LIST);
  g_assert_cmpint (capacity->wait_weeks_to, ==, 6);
  g_assert_cmpint (capacity->source, ==, DOLEN_TOLD_BY_CALL);
  g_assert_cmpstr (service->gender, ==, "female");
  g_assert_false (tag->value);
  g_assert_cmpint (tag->state, ==, DOLEN_TAG_CONFIRMED);
  g_assert_cmpuint (service->confirmations->len, ==, 1);
  g_assert_cmpstr (confirmation->confirmed, ==, "times,cost");
  g_assert_cmpstr (((DolenFunding *) service->funding->pdata[0])->ends_on, ==, "2027-03-31");
  g_assert_cmpint (
      ((DolenContact *) service->contacts->pdata[0])->permission, ==, DOLEN_PERMISSION_NOT_ASKED);
  g_assert_cmpint (((DolenContact *) service->contacts->pdata[1])->permission,
                   ==,
                   DOLEN_PERMISSION_WORKERS_ONLY);
  g_assert_null (service->phone);
  g_assert_cmpuint (oddities.count[DOLEN_ODDITY_OFF_LIST_VALUE], ==, 0);
}

static void
personal_mailboxes_are_flagged (void)
{
  g_autoptr (DolenService) service = service_of (
      "{\"id\":\"a\",\"name\":\"x\",\"status\":\"active\",\"email\":\"jane.jones@example.org\","
      "\"contacts\":[{\"name\":\"Jane\",\"phones\":[{\"number\":\"07700 900123\"}]},{\"email\":"
      "\"info@example.org\"}]}");

  g_assert_true (service->email_personal);
  g_assert_true (((DolenContact *) service->contacts->pdata[0])->personal);
  g_assert_false (((DolenContact *) service->contacts->pdata[1])->personal);
  g_assert_null (service->phone);
}

static void
a_capacity_of_people_with_a_date_is_a_report (void)
{
  g_autoptr (DolenService) people = service_of (
      "{\"id\":\"a\",\"name\":\"x\",\"status\":\"active\",\"capacities\":[{\"available\":3,"
      "\"maximum\":10,\"updated\":\"2026-11-01T10:00:00Z\",\"unit\":{\"name\":\"Places\"}}]}");
  g_autoptr (DolenService) undated
             = service_of ("{\"id\":\"a\",\"name\":\"x\",\"status\":\"active\",\"capacities\":[{"
                           "\"available\":3,\"maximum\":10}]}");
  g_autoptr (DolenService) kilograms = service_of (
      "{\"id\":\"a\",\"name\":\"x\",\"status\":\"active\",\"capacities\":[{\"available\":3,"
      "\"maximum\":10,\"updated\":\"2026-11-01T10:00:00Z\",\"unit\":{\"name\":\"Kilogram\"}}]}");

  g_assert_cmpint (dolen_service_current_capacity (people)->places_free, ==, 3);
  g_assert_cmpint (dolen_service_current_capacity (people)->source, ==, DOLEN_TOLD_BY_FEED);
  g_assert_null (dolen_service_current_capacity (undated));
  g_assert_null (dolen_service_current_capacity (kilograms));
}

static void
an_rpde_item_is_unwrapped (void)
{
  g_auto (DolenFound) found = { 0 };
  json_object *record = read_text (
      "{\"state\":\"deleted\",\"kind\":\"s\",\"id\":1,\"modified\":2}", "items", &found);
  g_autoptr (DolenService) service = service_of (
      "{\"state\":\"updated\",\"kind\":\"s\",\"id\":1,\"modified\":2,\"data\":{"
      "\"id\":\"z\",\"name\":\"Swim\",\"status\":\"active\"}}");

  g_assert_cmpuint (found.services->len, ==, 0);
  g_assert_cmpuint (found.refused->len, ==, 0);
  g_assert_cmpstr (service->name.en, ==, "Swim");
  json_object_put (record);
}

/* Ohana and others of HSDS 1: no ids, services under places. */
static void
services_under_places_are_read (void)
{
  g_auto (DolenFound) found = { 0 };
  json_object *record = read_text (
      "{\"name\":\"Centre\",\"locations\":[{\"name\":\"Hall\",\"address\":{\"address_1\":\"1 High "
      "St\","
      "\"city\":\"Lampeter\",\"postal_code\":\"SA48 7AA\"},\"services\":[{\"name\":\"Lunch club\"},"
      "{\"name\":\"Choir\"}]}]}",
      NULL,
      &found);
  g_autoptr (GPtrArray) keys = dolen_read_keys (record, NULL);
  const DolenFoundService *lunch = found.services->pdata[0];
  const DolenVenue *venue = lunch->service->venues->pdata[0];
  const DolenRecordKey *key = keys->pdata[1];

  g_assert_cmpuint (found.organisations->len, ==, 1);
  g_assert_cmpuint (found.services->len, ==, 2);
  g_assert_cmpuint (keys->len, ==, 3);
  g_assert_cmpstr (key->id, ==, lunch->foreign_id);
  g_assert_cmpstr (venue->postcode, ==, "SA48 7AA");
  g_assert_cmpstr (venue->address, ==, "1 High St");
  json_object_put (record);
}

/* A beginning in words joins an end that has its own field; an end in words takes its place. */
static void
hours_in_words_join_an_end (void)
{
  g_autoptr (DolenService) service = service_of (
      "{\"id\":\"5\",\"name\":\"x\",\"status\":\"active\",\"schedules\":["
      "{\"byday\":\"TU\",\"closes_at\":\"12:00\",\"description\":\"10am\"},"
      "{\"byday\":\"WE\",\"closes_at\":\"12:00\",\"description\":\"10am-1pm\"},"
      "{\"closes_at\":\"12:00\",\"description\":\"Fridays 9am-11am\"}]}");
  static const char *const hours[][2]
      = { { "10:00", "12:00" }, { "10:00", "13:00" }, { "09:00", "11:00" } };

  g_assert_cmpuint (service->schedules->len, ==, G_N_ELEMENTS (hours));
  for (guint i = 0; i < G_N_ELEMENTS (hours); i++) {
    const DolenSchedule *schedule = service->schedules->pdata[i];

    g_assert_cmpstr (schedule->opens_at, ==, hours[i][0]);
    g_assert_cmpstr (schedule->closes_at, ==, hours[i][1]);
  }
}

/* Times that are none are kept in words and told, unless the words are a time beside a day. */
static void
times_in_words_are_kept (void)
{
  static const struct {
    const char *schedule, *byday, *opens_at, *words;
  } cases[] = {
    { "\"opens_at\":\"sunset\",\"closes_at\":\"late\"", NULL, NULL, "sunset–late" },
    { "\"byday\":\"TU\",\"opens_at\":\"noon\"", "TU", "12:00", NULL },
    { "\"opens_at\":\"sunset\",\"description\":\"At the beach\"", NULL, NULL, "At the beach" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup_printf (
        "{\"id\":\"5\",\"name\":\"x\",\"status\":\"active\",\"schedules\":[{\"id\":\"s\",%s}]}",
        cases[i].schedule);
    g_autoptr (DolenService) service = service_of (text);
    const DolenSchedule *schedule;

    g_assert_cmpuint (service->schedules->len, ==, 1);
    schedule = service->schedules->pdata[0];
    g_assert_cmpstr (schedule->byday, ==, cases[i].byday);
    g_assert_cmpstr (schedule->opens_at, ==, cases[i].opens_at);
    g_assert_cmpstr (schedule->description.en, ==, cases[i].words);
    g_assert_cmpuint (oddities.count[DOLEN_ODDITY_TIMES_UNREADABLE], ==, cases[i].byday ? 0 : 1);
  }
}

static void
ids_stay_the_same (void)
{
  g_autoptr (DolenService) one = service_of ("{\"id\":5,\"name\":\"x\",\"status\":\"active\"}");
  g_autoptr (DolenService) two = service_of ("{\"id\":\"5\",\"name\":\"y\",\"status\":\"active\"}");
  g_autoptr (DolenService) none = service_of ("{\"name\":\"x\",\"status\":\"active\"}");

  g_assert_cmpstr (one->uid, ==, two->uid);
  g_assert_cmpstr (one->uid, !=, none->uid);
  g_assert_cmpuint (oddities.count[DOLEN_ODDITY_NO_ID], ==, 1);
}

static void
every_oddity_has_a_word_and_a_sentence (void)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < DOLEN_N_ODDITIES; i++) {
    g_assert_nonnull (dolen_oddity_code (i));
    g_assert_true (g_hash_table_add (codes, (char *) dolen_oddity_code (i)));
    for (int language = 0; language < DOLEN_N_LANGUAGES; language++)
      g_assert_cmpuint (strlen (dolen_oddity_text (i, language)), >, 10);
  }
}

/* Whatever is done to a record, reading it answers. */
static void
mutated_records_never_crash (void)
{
  g_autofree char *path = dolen_test_shared ("hsds/hsds-3.1-dev/examples/service_full.json");
  g_autoptr (GRand) random = g_rand_new_with_seed (31);
  g_autofree char *text = NULL;
  json_tokener *tokener = json_tokener_new_ex (DOLEN_JSON_DEPTH + 2);
  gsize length;

  if (!path)
    return;
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (int round = 0; round < 600; round++) {
    g_autofree char *copy = g_strndup (text, length);
    json_object *record;
    for (int i = 0; i < 1 + round % 5; i++)
      copy[g_rand_int_range (random, 0, length)]
          = "{}[]\",:n-9 a1te"[g_rand_int_range (random, 0, 15)];
    json_tokener_reset (tokener);
    record = json_tokener_parse_ex (tokener, copy, (int) length);
    if (json_object_is_type (record, json_type_object)) {
      DolenReadContext context = { .source_uid = "s", .today = "2026-11-20" };
      g_auto (DolenFound) found = { 0 };
      dolen_found_init (&found);
      dolen_read_record (&context, record, NULL, &found);
    }
    json_object_put (record);
  }
  json_tokener_free (tokener);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/exchange/read/" name, function)
  ADD ("odd values are read as what they mean", odd_values_are_read_as_what_they_mean);
  ADD ("a service without a name is named", a_service_without_a_name_is_named);
  ADD ("what is no service is refused", what_is_no_service_is_refused);
  ADD ("ORUK 1.0 is read", oruk_1_is_read);
  ADD ("women and men are read of what feeds write", women_and_men_are_read_of_what_feeds_write);
  ADD ("Outpost is read", outpost_is_read);
  ADD ("a postcode gives a derived position", a_postcode_gives_a_derived_position);
  ADD ("our own keys are read", our_own_keys_are_read);
  ADD ("confirmations are known by what they say", confirmations_are_known_by_what_they_say);
  ADD ("personal mailboxes are flagged", personal_mailboxes_are_flagged);
  ADD ("a capacity of people with a date is a report",
       a_capacity_of_people_with_a_date_is_a_report);
  ADD ("an RPDE item is unwrapped", an_rpde_item_is_unwrapped);
  ADD ("services under places are read", services_under_places_are_read);
  ADD ("hours in words join an end", hours_in_words_join_an_end);
  ADD ("times in words are kept", times_in_words_are_kept);
  ADD ("ids stay the same", ids_stay_the_same);
  ADD ("every oddity has a word and a sentence", every_oddity_has_a_word_and_a_sentence);
  ADD ("mutated records never crash", mutated_records_never_crash);
  return g_test_run ();
}

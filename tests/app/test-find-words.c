/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/find/dolen-capacity-form.h"
#include "app/find/dolen-detail-facts.h"
#include "app/find/dolen-find-filters.h"
#include "app/find/dolen-findings.h"
#include "app/find/dolen-person-profile.h"
#include "app/find/dolen-result-text.h"
#include "app/find/dolen-travel-ring.h"
#include "support/dolen-test.h"

#include <math.h>
#include <string.h>

#define TODAY "2026-05-14"

static DolenVocabulary *
vocabulary (void)
{
  g_autoptr (GError) error = NULL;
  DolenVocabulary *terms = dolen_vocabulary_default (&error);

  g_assert_no_error (error);
  return terms;
}

static char **
codes (const char *blank_between)
{
  return g_strsplit (blank_between, " ", -1);
}

static gboolean
has_term (const DolenTermSet *set, DolenTermKind kind, const char *code)
{
  const DolenTerm *term = dolen_vocabulary_by_code (vocabulary (), kind, code);
  return term != NULL && dolen_term_set_has (set, term->index);
}

static DolenPerson *
mrs_p (void)
{
  DolenPerson *person = dolen_person_new ();

  person->interests = codes ("gardening");
  person->needs = codes ("loneliness");
  person->barriers = codes ("no-car going-alone");
  person->languages = codes ("cy en");
  person->days = codes ("TU TH");
  person->postcode = g_strdup ("SA44 4AB");
  person->date_of_birth = g_strdup ("1948-03-02");
  person->gender = g_strdup ("woman");
  person->max_km = 8;
  person->max_wait = 3;
  person->free_only = TRUE;
  return person;
}

/* ---- a person as a profile ---- */

static void
test_a_person_becomes_a_profile (void)
{
  g_autoptr (DolenPerson) person = mrs_p ();
  g_autoptr (DolenProfile) profile = dolen_person_profile_new (person, vocabulary (), TODAY);

  g_assert_true (has_term (&profile->interests, DOLEN_TERM_INTEREST, "gardening"));
  g_assert_true (has_term (&profile->needs, DOLEN_TERM_NEED, "loneliness"));
  g_assert_true (has_term (&profile->barriers, DOLEN_TERM_BARRIER, "no-car"));
  g_assert_true (has_term (&profile->barriers, DOLEN_TERM_BARRIER, "going-alone"));
  g_assert_true (dolen_profile_has_language (profile, "cy"));
  g_assert_cmpint (profile->age, ==, 78);
  g_assert_cmpint (profile->gender, ==, DOLEN_GENDER_FEMALE);
  g_assert_true (dolen_position_is_known (&profile->position));
  g_assert_cmpfloat (profile->max_km, ==, 8);
  g_assert_cmpint (profile->max_wait_weeks, ==, 3);
  g_assert_cmpint (profile->max_pence, ==, 0);
  g_assert_cmpuint (profile->days, ==, DOLEN_DAY_BIT (2) | DOLEN_DAY_BIT (4));
}

static void
test_when_how_and_where_they_can_go (void)
{
  g_autoptr (DolenPerson) person = mrs_p ();
  g_autoptr (DolenProfile) profile = NULL;

  person->free_times = codes ("TU-morning TH");
  person->max_minutes = 180;
  person->travel = g_strsplit ("walk 0.8,car", ",", -1);
  person->avoid_places = codes ("church a-place-of-a-newer-dolen");
  person->group_size = g_strdup ("small");
  person->carer = g_strdup ("yes");
  person->dislikes = codes ("singing");
  person->risk_level = g_strdup ("higher");
  person->words = codes ("bagpipes");
  profile = dolen_person_profile_new (person, vocabulary (), TODAY);
  g_assert_cmpuint (profile->free, !=, 0);
  g_assert_cmpint (profile->max_minutes, ==, 180);
  g_assert_cmpuint (profile->means, ==, 1u << DOLEN_MEANS_WALK | 1u << DOLEN_MEANS_CAR);
  g_assert_cmpfloat_with_epsilon (profile->travel_km[DOLEN_MEANS_WALK], 0.8, 0.001);
  g_assert_true (profile->travel_km[DOLEN_MEANS_CAR] == DOLEN_TRAVEL_ANY);
  g_assert_cmpint (profile->company, ==, DOLEN_COMPANY_SMALL);
  g_assert_cmpuint (profile->about, ==, DOLEN_ABOUT_CARER);
  g_assert_true (has_term (&profile->dislikes, DOLEN_TERM_INTEREST, "singing"));
  g_assert_true (profile->higher_risk);
  g_assert_nonnull (profile->words);
  /* One key that is not understood takes no other with it. */
  g_assert_cmpuint (profile->avoid_places, ==, 0);
  g_assert_true (has_term (&profile->interests, DOLEN_TERM_INTEREST, "gardening"));
}

static void
test_a_person_of_whom_nothing_is_known_limits_nothing (void)
{
  g_autoptr (DolenPerson) person = dolen_person_new ();
  g_autoptr (DolenProfile) profile = dolen_person_profile_new (person, vocabulary (), TODAY);

  g_assert_true (dolen_profile_is_empty (profile));
  g_assert_cmpint (profile->age, ==, -1);
  g_assert_cmpfloat (profile->max_km, <, 0);
  g_assert_cmpint (profile->max_wait_weeks, <, 0);
  g_assert_cmpint (profile->max_pence, <, 0);
  g_assert_cmpuint (profile->days, ==, 0);
}

static void
test_free_on_every_day_is_no_limit (void)
{
  g_autoptr (DolenPerson) person = dolen_person_new ();
  g_autoptr (DolenFindFilters) filters = NULL;

  person->days = codes ("MO TU WE TH FR SA SU");
  filters = dolen_person_filters_new (person, TODAY);
  g_assert_cmpuint (filters->days, ==, 0);
}

static void
test_the_language_spoken_counts_where_no_other_is_recorded (void)
{
  g_autoptr (DolenPerson) person = dolen_person_new ();
  g_autoptr (DolenFindFilters) welsh = NULL;
  g_autoptr (DolenFindFilters) english = NULL;

  person->language_spoken = g_strdup ("cy");
  welsh = dolen_person_filters_new (person, TODAY);
  g_assert_cmpstr (welsh->languages[0], ==, "cy");
  g_free (person->language_spoken);
  person->language_spoken = g_strdup ("en");
  english = dolen_person_filters_new (person, TODAY);
  g_assert_null (english->languages[0]);
}

/* ---- filters and chips ---- */

static void
test_filters_survive_being_saved (void)
{
  g_autoptr (DolenPerson) person = mrs_p ();
  g_autoptr (DolenFindFilters) filters = dolen_person_filters_new (person, TODAY);
  g_autoptr (DolenFindFilters) loaded = NULL;
  g_autoptr (GVariant) state = NULL;

  filters->text = g_strdup ("garddio");
  filters->capacities = 1u << DOLEN_CAPACITY_OPEN;
  state = g_variant_ref_sink (dolen_find_filters_save (filters));
  loaded = dolen_find_filters_load (state);
  g_assert_true (dolen_find_filters_equal (filters, loaded));
  g_assert_false (dolen_find_filters_is_empty (loaded));
}

static void
test_every_chip_can_be_taken_away (void)
{
  g_autoptr (DolenPerson) person = mrs_p ();
  g_autoptr (DolenFindFilters) filters = dolen_person_filters_new (person, TODAY);

  filters->capacities = 1u << DOLEN_CAPACITY_OPEN | 1u << DOLEN_CAPACITY_PLACES;
  g_strfreev (filters->enablers);
  filters->enablers = codes ("minibus");
  for (guint left = 14; left > 0; left--) {
    g_autoptr (GPtrArray) chips = dolen_find_filters_chips (
        filters, vocabulary (), DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_MILES);

    g_assert_cmpuint (chips->len, ==, left);
    dolen_find_filters_remove (filters, g_ptr_array_index (chips, 0));
  }
  g_assert_true (dolen_find_filters_is_empty (filters));
}

static void
test_chips_are_in_words (void)
{
  g_autoptr (DolenFindFilters) filters = dolen_find_filters_new ();
  g_autoptr (GPtrArray) chips = NULL;

  filters->place = g_strdup ("Tregaron");
  filters->max_km = 8.04672;
  filters->max_pence = 500;
  chips
      = dolen_find_filters_chips (filters, vocabulary (), DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_MILES);
  g_assert_cmpuint (chips->len, ==, 2);
  g_assert_cmpstr (((DolenFilterChip *) chips->pdata[0])->label, ==, "Up to £5");
  g_assert_cmpstr (((DolenFilterChip *) chips->pdata[1])->label, ==, "Within 5 miles: Tregaron");
}

static void
test_a_place_becomes_a_point_of_the_search (void)
{
  g_autoptr (DolenFindFilters) filters = dolen_find_filters_new ();
  DolenSearchQuery query;

  filters->place = g_strdup ("Tregaron");
  filters->max_km = 8;
  dolen_find_filters_to_query (filters, FALSE, &query);
  g_assert_cmpfloat_with_epsilon (query.latitude, 52.22, 0.1);
  g_assert_cmpfloat_with_epsilon (query.longitude, -3.93, 0.1);
  g_assert_cmpfloat (query.within_km, ==, 8);
  g_free (filters->place);
  filters->place = g_strdup ("Nowhere at all");
  dolen_find_filters_to_query (filters, FALSE, &query);
  g_assert_true (isnan (query.latitude));
}

/* ---- rows ---- */

static DolenServiceCard *
lunch_club (void)
{
  DolenServiceCard *card = g_new0 (DolenServiceCard, 1);

  card->name.en = g_strdup ("Lunch Club");
  card->name.cy = g_strdup ("Clwb Cinio");
  card->name.en_state = card->name.cy_state = DOLEN_TEXT_CHECKED;
  card->organisation_en = g_strdup ("Gwennol");
  card->place = g_strdup ("Aberaeron");
  card->schedules = g_ptr_array_new ();
  card->pence = 0;
  card->latitude = card->longitude = card->distance_km = NAN;
  card->capacity = dolen_capacity_new ();
  card->capacity->status = DOLEN_CAPACITY_PLACES;
  card->capacity->places_free = 4;
  card->capacity->as_of = g_strdup ("2026-05-11");
  card->capacity->source = DOLEN_TOLD_BY_CALL;
  return card;
}

static DolenFinding
near (void)
{
  return (DolenFinding){
    .id = 1, .distance_km = 1.3, .precision_km = 0.1, .band = DOLEN_BAND_READY, .index = -1
  };
}

static void
test_a_row_says_all_of_it_in_words (void)
{
  g_autoptr (DolenServiceCard) card = lunch_club ();
  DolenFinding finding = near ();
  g_autoptr (DolenResultText) text = dolen_result_text_new (
      &finding, card, NULL, DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_MILES, TODAY);

  g_assert_cmpstr (text->name, ==, "Lunch Club");
  g_assert_cmpstr (text->other, ==, "Clwb Cinio · Gwennol");
  g_assert_cmpstr (text->facts, ==, "Aberaeron · free");
  g_assert_cmpstr (text->distance, ==, "0.8 miles");
  g_assert_nonnull (strstr (text->capacity, "4 places"));
  g_assert_nonnull (strstr (text->capacity, "3 days ago"));
  g_assert_nonnull (strstr (text->spoken, "Ready now"));
  g_assert_nonnull (strstr (text->spoken, "4 places"));
  g_assert_nonnull (strstr (text->spoken, "0.8 miles"));
}

static void
test_a_row_begins_in_the_language_of_the_window (void)
{
  g_autoptr (DolenServiceCard) card = lunch_club ();
  DolenFinding finding = near ();
  g_autoptr (DolenResultText) text = dolen_result_text_new (
      &finding, card, NULL, DOLEN_LANGUAGE_CY, DOLEN_DISTANCE_KM, TODAY);

  g_assert_cmpstr (text->name, ==, "Clwb Cinio");
  g_assert_true (g_str_has_prefix (text->other, "Lunch Club"));
}

static void
test_a_row_of_what_is_gone_says_so (void)
{
  DolenFinding finding = near ();
  g_autoptr (DolenResultText) text = dolen_result_text_new (
      &finding, NULL, NULL, DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_MILES, TODAY);

  g_assert_cmpstr (text->name, ==, "Not there any more");
}

/* ---- details ---- */

static const DolenDetailFact *
find_fact (const GPtrArray *facts, DolenDetailPart part, const char *text)
{
  for (guint i = 0; i < facts->len; i++) {
    const DolenDetailFact *fact = g_ptr_array_index (facts, i);
    if (fact->part == part && strstr (fact->text, text) != NULL)
      return fact;
  }
  return NULL;
}

static DolenService *
refuge (void)
{
  DolenService *service = dolen_service_new ();
  DolenVenue *venue = dolen_venue_new ();
  DolenTag *tag = dolen_tag_new ();
  DolenContact *contact = dolen_contact_new ();

  dolen_bilingual_set (&service->name, DOLEN_LANGUAGE_EN, "Refuge", DOLEN_TEXT_CHECKED);
  venue->address = g_strdup ("1 Secret Street");
  venue->city = g_strdup ("Lampeter");
  venue->hide_address = TRUE;
  g_ptr_array_add (service->venues, venue);
  tag->kind = DOLEN_TAG_ENABLER;
  tag->code = g_strdup ("step-free");
  tag->state = DOLEN_TAG_PROPOSED;
  tag->value = FALSE;
  tag->words = g_strdup ("no wheelchair access");
  g_ptr_array_add (service->tags, tag);
  contact->name = g_strdup ("Gwen");
  contact->email = g_strdup ("gwen@example.org");
  contact->personal = TRUE;
  contact->permission = DOLEN_PERMISSION_WORKERS_ONLY;
  g_ptr_array_add (service->contacts, contact);
  service->url = g_strdup ("javascript:alert(1)");
  return service;
}

static void
test_details_keep_what_must_be_kept (void)
{
  g_autoptr (DolenService) service = refuge ();
  DolenDetailSource source = {
    .service = service, .vocabulary = vocabulary (), .language = DOLEN_LANGUAGE_EN, .today = TODAY
  };
  g_autoptr (GPtrArray) facts = dolen_detail_facts_new (&source);
  const DolenDetailFact *fact;

  g_assert_null (find_fact (facts, DOLEN_DETAIL_WHEN, "Secret"));
  g_assert_nonnull (find_fact (facts, DOLEN_DETAIL_WHEN, "Lampeter"));
  g_assert_nonnull (find_fact (facts, DOLEN_DETAIL_WHEN, "Times are not known"));
  fact = find_fact (facts, DOLEN_DETAIL_HELPS, "No: ");
  g_assert_nonnull (fact);
  g_assert_nonnull (strstr (fact->note, "no wheelchair access"));
  fact = find_fact (facts, DOLEN_DETAIL_CONTACT, "Gwen");
  g_assert_nonnull (strstr (fact->note, "not for hand-outs"));
  fact = find_fact (facts, DOLEN_DETAIL_CONTACT, "gwen@example.org");
  g_assert_nonnull (strstr (fact->note, "personal mailbox"));
  g_assert_cmpstr (fact->uri, ==, "mailto:gwen@example.org");
  fact = find_fact (facts, DOLEN_DETAIL_CONTACT, "javascript");
  g_assert_nonnull (fact);
  g_assert_null (fact->uri);
}

/* No code of an act is shown to anybody. All that the history of a listing knows. */
static void
test_every_act_has_words (void)
{
  static const char *const acts[] = { "import",
                                      "add-group",
                                      "set-capacity",
                                      "still-true",
                                      "set-field",
                                      "set-part",
                                      "set-tag",
                                      "set-check",
                                      "set-state",
                                      "set-permission",
                                      "close",
                                      "reopen",
                                      "put-back",
                                      "erase-contact",
                                      "undo",
                                      "take-over",
                                      "merge",
                                      "not-same",
                                      "settle-clash",
                                      "call",
                                      "confirm",
                                      "queue-mark",
                                      "question",
                                      "suggestion",
                                      "accept-suggestion",
                                      "decline-suggestion" };
  g_autoptr (DolenService) service = refuge ();

  for (DolenLanguage language = DOLEN_LANGUAGE_EN; language <= DOLEN_LANGUAGE_CY; language++)
    for (guint i = 0; i < G_N_ELEMENTS (acts); i++) {
      DolenHistoryEntry entry = { .act = (char *) acts[i], .at = 1777800000000 };
      g_autoptr (GPtrArray) history = g_ptr_array_new ();
      g_autoptr (GPtrArray) facts = NULL;
      DolenDetailSource source = { .service = service,
                                   .history = history,
                                   .vocabulary = vocabulary (),
                                   .language = language,
                                   .today = TODAY };

      g_ptr_array_add (history, &entry);
      facts = dolen_detail_facts_new (&source);
      g_assert_nonnull (find_fact (facts, DOLEN_DETAIL_HISTORY, ""));
      /* A line begins with a capital. */
      g_assert_cmpstr (find_fact (facts, DOLEN_DETAIL_HISTORY, "")->text + 1, !=, acts[i] + 1);
    }
}

static void
test_details_tell_what_papers_were_seen (void)
{
  g_autoptr (DolenService) service = refuge ();
  g_autoptr (DolenOrganisation) organisation = dolen_organisation_new ();
  DolenAssurance *insurance = dolen_assurance_new ();
  DolenDetailSource source = { .service = service,
                               .organisation = organisation,
                               .vocabulary = vocabulary (),
                               .language = DOLEN_LANGUAGE_EN,
                               .today = TODAY };
  g_autoptr (GPtrArray) facts = NULL;

  insurance->what = g_strdup ("insurance");
  insurance->state = DOLEN_ASSURANCE_SEEN;
  insurance->expires_on = g_strdup ("2031-05-31");
  g_ptr_array_add (organisation->checks, insurance);
  facts = dolen_detail_facts_new (&source);
  g_assert_nonnull (find_fact (facts, DOLEN_DETAIL_CHECKS, "Seen: insurance (to May 2031)."));
}

static void
test_only_safe_addresses_open (void)
{
  static const struct {
    const char *text, *scheme, *uri;
  } rows[] = {
    { "https://example.org/a", "https", "https://example.org/a" },
    { "www.example.org", "https", "https://www.example.org" },
    { "example.org:8080/x", "https", "https://example.org:8080/x" },
    { "javascript:alert(1)", "https", NULL },
    { "file:///etc/passwd", "https", NULL },
    { "data:text/html,x.y", "https", NULL },
    { "see our page", "https", NULL },
    { "a@example.org", "mailto", "mailto:a@example.org" },
    { "nobody", "mailto", NULL },
    { "01632 960 001", "tel", "tel:01632960001" },
    { "+44 1632 960001", "tel", "tel:+441632960001" },
    { "ring Gwen", "tel", NULL },
    { "", "https", NULL },
    { NULL, "tel", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *uri = dolen_detail_uri (rows[i].text, rows[i].scheme);
    g_assert_cmpstr (uri, ==, rows[i].uri);
  }
}

/* ---- places and wait as typed ---- */

static void
test_places_are_read_as_typed (void)
{
  DolenCapacityForm form = { .status = DOLEN_CAPACITY_PLACES,
                             .places = " 4 ",
                             .wait_from = "nonsense is not asked for",
                             .as_of = "14/5/2026",
                             .source = DOLEN_TOLD_BY_CALL,
                             .note = "" };
  g_autofree char *problem = NULL;
  g_autoptr (DolenCapacity) report = dolen_capacity_form_read (&form, TODAY, &problem);

  g_assert_null (problem);
  g_assert_cmpint (report->places_free, ==, 4);
  g_assert_cmpint (report->wait_weeks_from, ==, -1);
  g_assert_cmpstr (report->as_of, ==, "2026-05-14");
}

static void
test_what_cannot_be_read_is_said (void)
{
  static const DolenCapacityForm forms[] = {
    { .status = DOLEN_CAPACITY_PLACES, .places = "many", .as_of = TODAY },
    { .status = DOLEN_CAPACITY_PLACES, .places = "-2", .as_of = TODAY },
    { .status = DOLEN_CAPACITY_WAITING_LIST, .wait_from = "soon", .as_of = TODAY },
    { .status = DOLEN_CAPACITY_OPEN, .as_of = "15/5/2026" },
    { .status = DOLEN_CAPACITY_OPEN, .as_of = "" },
    { .status = DOLEN_CAPACITY_PAUSED, .as_of = TODAY, .returns_on = "summer" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autofree char *problem = NULL;
    g_assert_null (dolen_capacity_form_read (&forms[i], TODAY, &problem));
    g_assert_nonnull (problem);
  }
}

static void
test_one_end_of_a_wait_is_enough (void)
{
  DolenCapacityForm form
      = { .status = DOLEN_CAPACITY_WAITING_LIST, .wait_to = "6", .as_of = TODAY };
  g_autofree char *problem = NULL;
  g_autoptr (DolenCapacity) report = dolen_capacity_form_read (&form, TODAY, &problem);

  g_assert_cmpint (report->wait_weeks_from, ==, 6);
  g_assert_cmpint (report->wait_weeks_to, ==, 6);
}

static void
test_the_ring_is_what_nothing_beyond_is_in_reach_of (void)
{
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autofree char *said = NULL;
  DolenMeans means;

  g_assert_cmpfloat (dolen_travel_ring_km (-1, NULL, &means), ==, 0);
  g_assert_cmpfloat (dolen_travel_ring_km (8, profile, &means), ==, 8);
  g_assert_cmpint (means, ==, DOLEN_N_MEANS);
  profile->means = 1 << DOLEN_MEANS_WALK | 1 << DOLEN_MEANS_BUS;
  profile->travel_km[DOLEN_MEANS_WALK] = 1;
  profile->travel_km[DOLEN_MEANS_BUS] = 10;
  g_assert_cmpfloat (dolen_travel_ring_km (-1, profile, &means), ==, 10);
  g_assert_cmpint (means, ==, DOLEN_MEANS_BUS);
  said = dolen_travel_ring_say (10, means, DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_KM);
  g_assert_true (g_str_has_prefix (said, "Ring: by bus, "));
  /* The nearer of the two; and a car without a limit is none. */
  g_assert_cmpfloat (dolen_travel_ring_km (8, profile, &means), ==, 8);
  g_assert_cmpint (means, ==, DOLEN_N_MEANS);
  profile->means |= 1 << DOLEN_MEANS_CAR;
  profile->travel_km[DOLEN_MEANS_CAR] = DOLEN_TRAVEL_ANY;
  g_assert_cmpfloat (dolen_travel_ring_km (-1, profile, &means), ==, 0);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/person-profile/a_person_becomes_a_profile", test_a_person_becomes_a_profile);
  g_test_add_func ("/find/words/limits", test_when_how_and_where_they_can_go);
  g_test_add_func ("/person-profile/a_person_of_whom_nothing_is_known_limits_nothing",
                   test_a_person_of_whom_nothing_is_known_limits_nothing);
  g_test_add_func ("/person-profile/free_on_every_day_is_no_limit",
                   test_free_on_every_day_is_no_limit);
  g_test_add_func ("/person-profile/the_language_spoken_counts_where_no_other_is_recorded",
                   test_the_language_spoken_counts_where_no_other_is_recorded);
  g_test_add_func ("/find-filters/they_survive_being_saved", test_filters_survive_being_saved);
  g_test_add_func ("/find-filters/every_chip_can_be_taken_away", test_every_chip_can_be_taken_away);
  g_test_add_func ("/find-filters/chips_are_in_words", test_chips_are_in_words);
  g_test_add_func ("/find-filters/a_place_becomes_a_point_of_the_search",
                   test_a_place_becomes_a_point_of_the_search);
  g_test_add_func ("/find-row/it_says_all_of_it_in_words", test_a_row_says_all_of_it_in_words);
  g_test_add_func ("/find-row/it_begins_in_the_language_of_the_window",
                   test_a_row_begins_in_the_language_of_the_window);
  g_test_add_func ("/find-row/of_what_is_gone_it_says_so", test_a_row_of_what_is_gone_says_so);
  g_test_add_func ("/find-detail/it_keeps_what_must_be_kept", test_details_keep_what_must_be_kept);
  g_test_add_func ("/find-detail/every_act_has_words", test_every_act_has_words);
  g_test_add_func ("/find-detail/it_tells_what_papers_were_seen",
                   test_details_tell_what_papers_were_seen);
  g_test_add_func ("/find-detail/only_safe_addresses_open", test_only_safe_addresses_open);
  g_test_add_func ("/capacity-form/places_are_read_as_typed", test_places_are_read_as_typed);
  g_test_add_func ("/capacity-form/what_cannot_be_read_is_said", test_what_cannot_be_read_is_said);
  g_test_add_func ("/find/words/ring", test_the_ring_is_what_nothing_beyond_is_in_reach_of);
  g_test_add_func ("/capacity-form/one_end_of_a_wait_is_enough", test_one_end_of_a_wait_is_enough);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/dolen-test.h"

#include "reports/dolen-closing-letter.h"
#include "reports/dolen-fhir-bundle.h"
#include "reports/dolen-referrer-message.h"
#include "reports/dolen-share-codes.h"
#include "reports/dolen-snomed.h"
#include "reports/dolen-timeline-paper.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

/* What goes back to the referrer holds what was agreed and nothing else. */

#define TODAY "2027-01-26"

static const DolenSender sender = { .name = "Carys Wyn", .phone = "01632960100" };

typedef struct {
  DolenReport report;
  DolenPerson *person;
  DolenEpisode *episode;
  DolenIncoming *incoming;
  DolenShareConsent *consent;
  GPtrArray *referrals;
  DolenTimeSpent spent;
} Case;

static void
case_init (Case *it)
{
  DolenReferral *referral = dolen_referral_new (NULL, DOLEN_REFERRAL);
  DolenReferral *draft = dolen_referral_new (NULL, DOLEN_REFERRAL);
  DolenGoal *goal;

  it->person = dolen_person_new ();
  it->person->name = g_strdup ("Gwenllian <Prys>");
  it->person->called = g_strdup ("Gwenllian");
  it->person->date_of_birth = g_strdup ("1944-03-02");
  it->person->nhs_number = g_strdup ("9434765919");
  it->person->address = g_strdup ("3 Stryd y Castell");
  it->episode = dolen_episode_new (it->person->uid);
  g_free (it->episode->opened);
  it->episode->opened = g_strdup ("2026-11-03");
  it->episode->carry_on = g_strdup ("The walking group");
  goal = dolen_episode_add_goal (it->episode, "To walk to the shop");
  goal->first = 3;
  goal->latest = 6;
  it->incoming = dolen_incoming_new (it->person->uid);
  g_free (it->incoming->received_on);
  it->incoming->received_on = g_strdup ("2026-11-01");
  it->incoming->source_name = g_strdup ("Meddygfa & Iechyd");
  it->consent = dolen_consent_new (it->person->uid);
  referral->service_name = g_strdup ("Cerddwyr Cwm");
  referral->sent_on = g_strdup ("2026-11-10");
  referral->state = DOLEN_REFERRAL_ATTENDING;
  draft->service_name = g_strdup ("A secret draft");
  it->referrals = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_referral_free);
  g_ptr_array_add (it->referrals, referral);
  g_ptr_array_add (it->referrals, draft);
  it->spent = (DolenTimeSpent){ .all_count = 9, .reached = 7 };
  it->report = (DolenReport){ .kind = DOLEN_MESSAGE_PROGRESS,
                              .person = it->person,
                              .episode = it->episode,
                              .incoming = it->incoming,
                              .consent = it->consent,
                              .referrals = it->referrals,
                              .spent = &it->spent };
}

static void
case_clear (Case *it)
{
  dolen_person_free (it->person);
  dolen_episode_free (it->episode);
  dolen_incoming_free (it->incoming);
  dolen_consent_free (it->consent);
  g_ptr_array_unref (it->referrals);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static void
agree (Case *it, const char *code)
{
  dolen_share_lines_add (&it->consent->lines, code, code, TRUE);
}

static void
agree_to_all (Case *it)
{
  for (guint i = 0; dolen_share_code_nth (i) != NULL; i++)
    agree (it, dolen_share_code_nth (i));
}

static void
close_it (Case *it, const char *reason)
{
  it->episode->closed = g_strdup (TODAY);
  it->episode->reason = g_strdup (reason);
  it->report.kind = DOLEN_MESSAGE_CLOSING;
}

static char *
write_message (const Case *it, DolenLanguage language)
{
  return dolen_referrer_message_new (&it->report, &sender, language, TODAY);
}

#define HAS(text, part) g_assert_nonnull (strstr (text, part))
#define HAS_NOT(text, part) g_assert_null (strstr (text, part))

static void
test_each_line_is_told_only_where_it_was_agreed (void)
{
  static const struct {
    const char *code, *told;
  } lines[] = {
    { DOLEN_SHARE_NAME, "Gwenllian" },
    { DOLEN_SHARE_BIRTH, "2 March 1944" },
    { DOLEN_SHARE_NHS_NUMBER, "9434765919" },
    { DOLEN_SHARE_ADDRESS, "Stryd y Castell" },
    { DOLEN_SHARE_PROGRESS, "met them 7 times" },
    { DOLEN_SHARE_GOALS, "To walk to the shop" },
    { DOLEN_SHARE_GROUPS, "Cerddwyr Cwm" },
    { DOLEN_SHARE_CARRY_ON, "The walking group" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_auto (Case) it = { { 0 } };
    g_autofree char *message = NULL;

    case_init (&it);
    agree (&it, lines[i].code);
    message = write_message (&it, DOLEN_LANGUAGE_EN);
    for (gsize j = 0; j < G_N_ELEMENTS (lines); j++)
      g_assert_cmpint (strstr (message, lines[j].told) != NULL, ==, i == j);
    HAS_NOT (message, "A secret draft");
  }
}

static void
test_without_consent_it_says_only_that (void)
{
  g_auto (Case) it = { { 0 } };
  g_autofree char *message = NULL;
  g_auto (GStrv) codes = NULL;

  case_init (&it);
  agree_to_all (&it);
  it.report.consent = NULL;
  message = write_message (&it, DOLEN_LANGUAGE_EN);
  codes = dolen_referrer_message_codes (&it.report);
  HAS (message, "No agreement to share more than this is recorded.");
  HAS_NOT (message, "Gwenllian");
  HAS_NOT (message, "SNOMED");
  g_assert_cmpuint (g_strv_length (codes), ==, 0);
}

static void
test_codes_are_those_that_guidance_names (void)
{
  g_auto (Case) it = { { 0 } };
  g_autofree char *message = NULL;
  g_auto (GStrv) codes = NULL;

  case_init (&it);
  agree (&it, DOLEN_SHARE_PROGRESS);
  close_it (&it, "no-longer-wanted");
  message = write_message (&it, DOLEN_LANGUAGE_CY);
  codes = dolen_referrer_message_codes (&it.report);
  g_assert_cmpuint (g_strv_length (codes), ==, 2);
  g_assert_cmpstr (codes[0], ==, "871731000000106");
  g_assert_cmpstr (codes[1], ==, "871711000000103");
  HAS (message, "871731000000106 Referral to social prescribing service");
  HAS (message, "26 Ionawr 2027");
  g_assert_null (dolen_snomed_find ("offered")); /* not verified */
  g_assert_cmpuint (dolen_snomed_list ()->len, ==, 3);
}

/* ---- FHIR ---- */

static xmlDoc *
parse (const char *xml)
{
  xmlDoc *document
      = xmlReadMemory (xml, (int) strlen (xml), NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);

  g_assert_nonnull (document);
  return document;
}

static int
count (xmlDoc *document, const char *path)
{
  xmlXPathContext *context = xmlXPathNewContext (document);
  xmlXPathObject *found;
  int n;

  xmlXPathRegisterNs (context, BAD_CAST "f", BAD_CAST "http://hl7.org/fhir");
  found = xmlXPathEvalExpression (BAD_CAST path, context);
  g_assert_nonnull (found);
  n = found->nodesetval != NULL ? found->nodesetval->nodeNr : 0;
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return n;
}

/* The elements of each resource stand in the order of R4 (reference/standards.md 7.9). */
static void
assert_order (xmlNode *resource, const char *const *order)
{
  gsize at = 0;

  for (xmlNode *child = resource->children; child != NULL; child = child->next) {
    if (child->type != XML_ELEMENT_NODE)
      continue;
    while (order[at] != NULL && strcmp (order[at], (const char *) child->name) != 0)
      at++;
    if (order[at] == NULL)
      g_error ("“%s” is out of order in %s", child->name, resource->name);
  }
}

static void
assert_bundle_order (xmlDoc *document)
{
  static const char *const patient[]
      = { "id", "identifier", "name", "telecom", "gender", "birthDate", "address", NULL };
  static const char *const request[]
      = { "id",         "identifier",     "basedOn", "status",     "intent",    "category",
          "priority",   "code",           "subject", "authoredOn", "requester", "performer",
          "reasonCode", "supportingInfo", "note",    NULL };
  static const char *const task[]
      = { "id",        "identifier", "basedOn",    "status", "statusReason", "businessStatus",
          "intent",    "code",       "focus",      "for",    "authoredOn",   "lastModified",
          "requester", "owner",      "reasonCode", "note",   "input",        "output",
          NULL };
  static const char *const service[] = { "id", "identifier", "active", "name", "comment", NULL };
  static const struct {
    const char *name;
    const char *const *order;
  } types[] = { { "Patient", patient },
                { "ServiceRequest", request },
                { "Task", task },
                { "HealthcareService", service } };
  xmlNode *bundle = xmlDocGetRootElement (document);

  for (xmlNode *entry = bundle->children; entry != NULL; entry = entry->next) {
    xmlNode *resource = entry->children;

    while (resource != NULL && strcmp ((const char *) resource->name, "resource") != 0)
      resource = resource->next;
    resource = resource != NULL ? xmlFirstElementChild (resource) : NULL;
    for (gsize i = 0; resource != NULL && i < G_N_ELEMENTS (types); i++)
      if (strcmp (types[i].name, (const char *) resource->name) == 0)
        assert_order (resource, types[i].order);
  }
}

static void
test_the_bundle_parses_and_keeps_the_order_of_r4 (void)
{
  g_auto (Case) it = { { 0 } };
  g_autofree char *xml = NULL;
  xmlDoc *document;

  case_init (&it);
  agree_to_all (&it);
  close_it (&it, "completed");
  xml = dolen_fhir_bundle_new (&it.report, DOLEN_LANGUAGE_EN, G_GINT64_CONSTANT (1800000000000));
  document = parse (xml);
  assert_bundle_order (document);
  g_assert_cmpint (count (document, "/f:Bundle/f:type[@value='collection']"), ==, 1);
  g_assert_cmpint (count (document, "//f:Patient/f:name/f:text[@value='Gwenllian <Prys>']"), ==, 1);
  g_assert_cmpint (
      count (document, "//f:Patient/f:identifier/f:value[@value='9434765919']"), ==, 1);
  g_assert_cmpint (count (document, "//f:ServiceRequest"), ==, 2);
  g_assert_cmpint (count (document, "//f:HealthcareService"), ==, 1);
  g_assert_cmpint (
      count (document,
             "//f:ServiceRequest/f:code/f:coding[f:system/@value='http://snomed.info/sct']"
             "/f:code[@value='871731000000106']"),
      ==,
      1);
  g_assert_cmpint (count (document, "//f:Task/f:status[@value='completed']"), ==, 1);
  g_assert_cmpint (count (document, "//f:Task/f:status[@value='in-progress']"), ==, 1);
  /* Every reference is to an entry, and no id of ours goes out. */
  g_assert_cmpint (
      count (document, "//f:reference[not(@value = /f:Bundle/f:entry/f:fullUrl/@value)]"), ==, 0);
  g_assert_cmpint (count (document, "//f:fullUrl[not(starts-with(@value, 'urn:uuid:'))]"), ==, 0);
  HAS_NOT (xml, it.person->uid);
  HAS_NOT (xml, it.episode->uid);
  HAS_NOT (xml, "A secret draft");
  xmlFreeDoc (document);
}

static void
test_the_bundle_holds_only_what_was_agreed (void)
{
  g_auto (Case) it = { { 0 } };
  g_autofree char *xml = NULL;
  xmlDoc *document;

  case_init (&it);
  agree (&it, DOLEN_SHARE_BIRTH);
  close_it (&it, "disengaged");
  xml = dolen_fhir_bundle_new (&it.report, DOLEN_LANGUAGE_EN, G_GINT64_CONSTANT (1800000000000));
  document = parse (xml);
  assert_bundle_order (document);
  g_assert_cmpint (count (document, "//f:Patient/f:birthDate[@value='1944-03-02']"), ==, 1);
  g_assert_cmpint (count (document, "//f:Patient/*"), ==, 2); /* and its id */
  g_assert_cmpint (count (document, "//f:Task/f:status[@value='accepted']"), ==, 1);
  g_assert_cmpint (count (document, "//f:note"), ==, 0);
  g_assert_cmpint (count (document, "//f:HealthcareService"), ==, 0);
  HAS_NOT (xml, "stopped coming");
  xmlFreeDoc (document);
}

/* ---- to the person ---- */

static void
test_the_closing_letter_says_how_to_come_back (void)
{
  g_auto (Case) it = { { 0 } };
  g_autofree char *english = NULL;
  g_autofree char *welsh = NULL;

  case_init (&it);
  close_it (&it, "completed");
  it.episode->return_until = g_strdup ("2027-04-26");
  english = dolen_closing_letter_new (
      it.person, it.episode, it.referrals, NULL, &it.spent, &sender, DOLEN_LANGUAGE_EN, TODAY);
  welsh = dolen_closing_letter_new (
      it.person, it.episode, it.referrals, NULL, &it.spent, &sender, DOLEN_LANGUAGE_CY, TODAY);
  HAS (english, "To: Gwenllian");
  HAS (english, "You gave it 3 of 10 at first, and 6 now.");
  HAS (english, "• The walking group");
  HAS (english, "• Cerddwyr Cwm");
  HAS (english, "until 26 April 2027");
  HAS (english, "01632 960100");
  HAS (english, "999"); /* whom to ring in a crisis */
  HAS_NOT (english, "A secret draft");
  HAS (welsh, "26 Ebrill 2027");
  HAS (welsh, "Daw ein cefnogaeth i chi i ben");
}

static DolenService *
new_walks (void)
{
  DolenService *service = dolen_service_new ();
  DolenVenue *venue = dolen_venue_new ();
  DolenSchedule *schedule = dolen_schedule_new ();
  DolenContact *leader = dolen_contact_new ();

  venue->address = g_strdup ("3 Heol y Bont");
  venue->city = g_strdup ("Tregaron");
  g_ptr_array_add (service->venues, venue);
  dolen_bilingual_set (
      &schedule->description, DOLEN_LANGUAGE_EN, "Tuesdays at ten", DOLEN_TEXT_CHECKED);
  g_ptr_array_add (service->schedules, schedule);
  leader->personal = TRUE;
  leader->phone = g_strdup ("01632960333");
  g_ptr_array_add (service->contacts, leader);
  service->phone = g_strdup ("01632960444");
  return service;
}

static void
test_the_closing_letter_says_where_and_when_they_go (void)
{
  g_auto (Case) it = { { 0 } };
  g_autoptr (DolenService) walks = new_walks ();
  g_autoptr (DolenScheme) scheme = dolen_scheme_new ();
  g_autoptr (GPtrArray) services = g_ptr_array_new ();
  DolenSender ours = sender;
  g_autofree char *letter = NULL;

  case_init (&it);
  close_it (&it, "completed");
  scheme->phone = g_strdup ("01632 960777");
  scheme->email = g_strdup ("links@example.org");
  ours.scheme = scheme;
  g_ptr_array_add (services, walks);
  g_ptr_array_add (services, NULL);
  ((DolenReferral *) it.referrals->pdata[0])->phone = g_strdup ("01632960333");
  letter = dolen_closing_letter_new (
      it.person, it.episode, it.referrals, services, &it.spent, &ours, DOLEN_LANGUAGE_EN, TODAY);
  HAS (letter, "• Cerddwyr Cwm\n  When: Tuesdays at ten\n  Where: 3 Heol y Bont, Tregaron\n");
  HAS (letter, "01632 960444");
  HAS_NOT (letter, "960333"); /* the leader's own, known to us alone */
  HAS (letter, "Ring us: 01632 960777");
  HAS (letter, "Or write to us: links@example.org");
  /* The group has left the directory: nothing says that its number may be given out. */
  g_clear_pointer (&letter, g_free);
  letter = dolen_closing_letter_new (
      it.person, it.episode, it.referrals, NULL, &it.spent, &ours, DOLEN_LANGUAGE_EN, TODAY);
  HAS (letter, "• Cerddwyr Cwm\n");
  HAS_NOT (letter, "960333");
}

static void
test_a_printed_timeline_says_what_was_taken_back (void)
{
  DolenEntry entry = { .type = (char *) DOLEN_EVENT_NOTE_ADD,
                       .kind = DOLEN_ENTRY_NOTES,
                       .at = G_GINT64_CONSTANT (1793700000000),
                       .author = (char *) "Carys",
                       .text = (char *) "She sang.",
                       .undone = TRUE };
  const DolenTimelineFilter all = { DOLEN_ENTRY_ALL, NULL, NULL };
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *paper = NULL;

  g_ptr_array_add (entries, &entry);
  paper = dolen_timeline_paper_text ("Gwenllian", entries, &all, DOLEN_LANGUAGE_EN, TODAY);
  HAS (paper, "Timeline: Gwenllian");
  HAS (paper, "Note (taken back)\nShe sang.");
  HAS (paper, "· Carys");
}

/* The entry is of 3 November 2026. */
static void
test_a_part_of_a_timeline_says_that_it_is_one (void)
{
  static const struct {
    DolenTimelineFilter filter;
    gboolean shown;
  } cases[] = {
    { { DOLEN_ENTRY_ALL, "2026-11-03", "2026-11-03" }, TRUE },
    { { DOLEN_ENTRY_ALL, "2026-11-04", NULL }, FALSE },
    { { DOLEN_ENTRY_ALL, NULL, "2026-11-02" }, FALSE },
    { { DOLEN_ENTRY_NOTES, NULL, NULL }, TRUE },
    { { DOLEN_ENTRY_CONCERNS, NULL, NULL }, FALSE },
  };
  DolenEntry entry = { .type = (char *) DOLEN_EVENT_NOTE_ADD,
                       .kind = DOLEN_ENTRY_NOTES,
                       .at = G_GINT64_CONSTANT (1793700000000),
                       .text = (char *) "She sang." };
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  g_ptr_array_add (entries, &entry);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const DolenTimelineFilter *filter = &cases[i].filter;
    g_autofree char *paper
        = dolen_timeline_paper_text ("Gwenllian", entries, filter, DOLEN_LANGUAGE_EN, TODAY);

    g_assert_true ((strstr (paper, "She sang.") != NULL) == cases[i].shown);
    g_assert_true ((strstr (paper, "Nothing of this kind in this time.") != NULL)
                   == !cases[i].shown);
    g_assert_true ((strstr (paper, "\nFrom: ") != NULL) == (filter->from != NULL));
    g_assert_true ((strstr (paper, "\nUntil: ") != NULL) == (filter->until != NULL));
    g_assert_true ((strstr (paper, "one kind of entry") != NULL)
                   == (filter->kinds != DOLEN_ENTRY_ALL));
  }
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/reports/referrer-message/" #name, test_##name)
  TEST (each_line_is_told_only_where_it_was_agreed);
  TEST (without_consent_it_says_only_that);
  TEST (codes_are_those_that_guidance_names);
  TEST (the_bundle_parses_and_keeps_the_order_of_r4);
  TEST (the_bundle_holds_only_what_was_agreed);
  TEST (the_closing_letter_says_how_to_come_back);
  TEST (the_closing_letter_says_where_and_when_they_go);
  TEST (a_printed_timeline_says_what_was_taken_back);
  TEST (a_part_of_a_timeline_says_that_it_is_one);
#undef TEST
  return g_test_run ();
}

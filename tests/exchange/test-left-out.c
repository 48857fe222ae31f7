/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/samples.h"

#include "exchange/out/dolen-export.h"
#include "exchange/out/dolen-out-left.h"

#include <string.h>

/* What a format has no place for is counted, and nothing else is: a fact that is said to have a
 * place changes what is written, and one that is said to have none does not. */

#define SERVICE "5b1f2a3c-0000-4000-8000-000000000001"
#define ORGANISATION "5b1f2a3c-0000-4000-8000-000000000002"

static DolenVenue *
hall (const char *uid, const char *name)
{
  DolenVenue *venue = samples_venue (name, "Lampeter", 52.1, -4.1);

  venue->uid = g_strdup (uid);
  return venue;
}

static DolenContact *
secretary (void)
{
  DolenContact *contact = dolen_contact_new ();

  contact->uid = g_strdup ("5b1f2a3c-0000-4000-8000-000000000004");
  contact->name = g_strdup ("The Secretary");
  contact->permission = DOLEN_PERMISSION_GIVEN_OUT;
  return contact;
}

static DolenSchedule *
half_term (void)
{
  DolenSchedule *schedule = dolen_schedule_new ();

  schedule->uid = g_strdup ("5b1f2a3c-0000-4000-8000-000000000005");
  schedule->valid_from = g_strdup ("2030-02-18");
  schedule->valid_to = g_strdup ("2030-02-22");
  schedule->closed = TRUE;
  return schedule;
}

static DolenSchedule *
every_tuesday (void)
{
  DolenSchedule *schedule = samples_schedule ("TU", "10:00", "12:00");

  schedule->uid = g_strdup ("5b1f2a3c-0000-4000-8000-000000000007");
  return schedule;
}

static DolenCost *
three_pounds (void)
{
  DolenCost *cost = dolen_cost_new ();

  cost->pence = 300;
  cost->currency = g_strdup ("GBP");
  return cost;
}

/* What a fact is a fact about. */
static void
tell_before (DolenOutFact fact, DolenService *service)
{
  if (fact == DOLEN_OUT_TIMES_DATES)
    g_ptr_array_add (service->schedules, every_tuesday ());
  if (fact == DOLEN_OUT_COST_WORDS)
    g_ptr_array_add (service->costs, three_pounds ());
  if (fact == DOLEN_OUT_PLACES_MORE) {
    g_ptr_array_add (service->capacities,
                     samples_capacity (DOLEN_CAPACITY_PLACES, 4, "2026-05-01"));
    ((DolenCapacity *) service->capacities->pdata[0])->source = DOLEN_TOLD_BY_UNKNOWN;
  }
}

static void
tell_of_itself (DolenOutFact fact, DolenService *service)
{
  switch (fact) {
  case DOLEN_OUT_FOR_WHOM:
    dolen_bilingual_set (&service->eligibility, DOLEN_LANGUAGE_EN, "Farmers", DOLEN_TEXT_GIVEN);
    break;
  case DOLEN_OUT_AGES:
    service->minimum_age = 50;
    break;
  case DOLEN_OUT_GENDER:
    service->gender = g_strdup ("female");
    break;
  case DOLEN_OUT_FEED_LABELS:
    g_ptr_array_add (service->tags,
                     samples_tag (DOLEN_TAG_OTHER, "Carers", TRUE, DOLEN_TAG_PROPOSED));
    g_free (((DolenTag *) service->tags->pdata[0])->scheme);
    ((DolenTag *) service->tags->pdata[0])->scheme = g_strdup ("oruk-service");
    break;
  case DOLEN_OUT_AUDIENCE:
    g_ptr_array_add (service->tags,
                     samples_tag (DOLEN_TAG_OTHER, "Veterans", TRUE, DOLEN_TAG_PROPOSED));
    g_free (((DolenTag *) service->tags->pdata[0])->scheme);
    ((DolenTag *) service->tags->pdata[0])->scheme = g_strdup ("audience");
    break;
  case DOLEN_OUT_HELPS:
    g_ptr_array_add (service->tags,
                     samples_tag (DOLEN_TAG_ENABLER, "minibus", TRUE, DOLEN_TAG_CONFIRMED));
    break;
  case DOLEN_OUT_KNOWN_NO:
    g_ptr_array_add (service->tags,
                     samples_tag (DOLEN_TAG_ENABLER, "step-free", FALSE, DOLEN_TAG_CONFIRMED));
    break;
  case DOLEN_OUT_CAPACITY:
    g_ptr_array_add (service->capacities,
                     samples_capacity (DOLEN_CAPACITY_PLACES, 4, "2026-05-01"));
    ((DolenCapacity *) service->capacities->pdata[0])->source = DOLEN_TOLD_BY_UNKNOWN;
    break;
  case DOLEN_OUT_WAIT:
    service->wait_given = g_strdup ("six weeks");
    break;
  case DOLEN_OUT_HOW_TO_JOIN:
    dolen_bilingual_set (
        &service->how_to_join, DOLEN_LANGUAGE_EN, "Ring the secretary", DOLEN_TEXT_GIVEN);
    break;
  case DOLEN_OUT_HOW_ONE_COMES:
    service->access = DOLEN_ACCESS_DROP_IN;
    break;
  case DOLEN_OUT_ATTENDING:
    service->attending = DOLEN_ATTENDING_ONLINE;
    break;
  case DOLEN_OUT_WELSH:
    dolen_bilingual_set (&service->name, DOLEN_LANGUAGE_CY, "Clwb", DOLEN_TEXT_GIVEN);
    break;
  case DOLEN_OUT_CLOSED_DAYS:
    g_ptr_array_add (service->schedules, half_term ());
    break;
  case DOLEN_OUT_TIMES_DATES:
    ((DolenSchedule *) service->schedules->pdata[0])->valid_to = g_strdup ("2100-07-20");
    break;
  case DOLEN_OUT_COST_WORDS:
    service->fees = g_strdup ("Bring a pound for the tea");
    break;
  case DOLEN_OUT_PLACES_MORE:
    ((DolenCapacity *) service->capacities->pdata[0])->places_total = 12;
    break;
  case DOLEN_OUT_WELSH_MORE:
    dolen_bilingual_set (&((DolenVenue *) service->venues->pdata[0])->name,
                         DOLEN_LANGUAGE_CY,
                         "Neuadd",
                         DOLEN_TEXT_GIVEN);
    break;
  case DOLEN_OUT_CLOSED_FOR_NOW:
    service->status = DOLEN_SERVICE_TEMPORARILY_CLOSED;
    break;
  default:
    break;
  }
}

static void
tell_around_it (DolenOutFact fact, DolenService *service)
{
  DolenVenue *first = service->venues->pdata[0];
  DolenLanguageOffered *language;

  switch (fact) {
  case DOLEN_OUT_GETTING_THERE:
    first->getting_there = g_strdup ("Bus 585");
    break;
  case DOLEN_OUT_ACCESSIBILITY:
    g_ptr_array_add (first->accessibility, g_strdup ("Ramp"));
    break;
  case DOLEN_OUT_MORE_PLACES:
    g_ptr_array_add (service->venues, hall ("5b1f2a3c-0000-4000-8000-000000000006", "Vestry"));
    break;
  case DOLEN_OUT_AREAS:
    service->areas = g_strdup ("Ceredigion");
    break;
  case DOLEN_OUT_LANGUAGES:
    language = dolen_language_offered_new ();
    language->code = g_strdup ("cy");
    g_ptr_array_add (service->languages, language);
    break;
  case DOLEN_OUT_ALERT:
    service->alert = g_strdup ("Not this week");
    break;
  case DOLEN_OUT_PEOPLE:
    g_ptr_array_add (service->contacts, secretary ());
    break;
  default:
    break;
  }
}

static void
tell_of_organisation (DolenOutFact fact, DolenOrganisation *organisation)
{
  DolenRegistration *number;

  if (fact == DOLEN_OUT_GOVERNANCE)
    organisation->governance = DOLEN_GOVERNANCE_CIO;
  if (fact == DOLEN_OUT_ORGANISATION_WORDS)
    organisation->email = g_strdup ("office@body.example.org");
  if (fact == DOLEN_OUT_ORGANISATION_PHONE)
    organisation->phone = g_strdup ("01632960123");
  if (fact == DOLEN_OUT_REGISTRATIONS) {
    number = dolen_registration_new ();
    number->scheme = g_strdup ("GB-CHC");
    number->value = g_strdup ("1090095");
    g_ptr_array_add (organisation->registrations, number);
  }
}

/* One group, of which one fact is known beside the least, where it is @told. */
static DolenDirectory *
one_group (DolenOutFact fact, gboolean told)
{
  DolenDirectory *dir = samples_open ();
  g_autoptr (DolenOrganisation) organisation = dolen_organisation_new ();
  g_autoptr (DolenService) service = samples_service ("Club", NULL, DOLEN_TEXT_GIVEN);
  GError *error = NULL;

  organisation->uid = g_strdup (ORGANISATION);
  dolen_bilingual_set (&organisation->name, DOLEN_LANGUAGE_EN, "Body", DOLEN_TEXT_GIVEN);
  service->uid = g_strdup (SERVICE);
  service->organisation_uid = g_strdup (ORGANISATION);
  g_ptr_array_add (service->venues, hall ("5b1f2a3c-0000-4000-8000-000000000003", "Hall"));
  tell_before (fact, service);
  if (told) {
    tell_of_itself (fact, service);
    tell_around_it (fact, service);
    tell_of_organisation (fact, organisation);
  }
  dolen_directory_save_organisation (dir, organisation, &error);
  g_assert_no_error (error);
  samples_save (dir, service);
  return dir;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All that stands in a file, or in the files of a folder. */
static void
append_all (GString *all, const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  const char *name;

  if (dir == NULL) {
    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    g_string_append (all, text);
    return;
  }
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    append_all (all, names->pdata[i]);
}

static char *
write_out (DolenOutFact fact, gboolean told, DolenExportFormat format, DolenExportReport *report)
{
  static int number;
  g_autoptr (DolenDirectory) dir = one_group (fact, told);
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *name = g_strdup_printf ("out-%d", number++);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  GError *error = NULL;

  dolen_export_run (dir, format, path, NULL, report, &error);
  g_assert_no_error (error);
  append_all (all, path);
  return g_strdup (all->str);
}

static void
test_the_table_is_what_is_written (void)
{
  for (guint format = 0; format < DOLEN_N_EXPORTS; format++) {
    DolenExportReport none = { 0 };
    g_autofree char *nothing
        = write_out (DOLEN_N_OUT_FACTS, FALSE, (DolenExportFormat) format, &none);

    g_assert_null (dolen_export_left_out (&none, DOLEN_LANGUAGE_EN));
    g_assert_nonnull (nothing);
    for (guint fact = 0; fact < DOLEN_N_OUT_FACTS; fact++) {
      DolenExportReport before = { 0 }, report = { 0 };
      gboolean place = dolen_out_fact_has_place ((DolenOutFact) fact, (DolenExportFormat) format);
      g_autofree char *least
          = write_out ((DolenOutFact) fact, FALSE, (DolenExportFormat) format, &before);
      g_autofree char *all
          = write_out ((DolenOutFact) fact, TRUE, (DolenExportFormat) format, &report);

      g_test_message ("%s: %s",
                      dolen_export_format_code ((DolenExportFormat) format),
                      dolen_out_fact_code ((DolenOutFact) fact));
      g_assert_cmpint (!g_str_equal (all, least), ==, place);
      for (guint other = 0; other < DOLEN_N_OUT_FACTS; other++)
        g_assert_cmpuint (
            report.left_out[other], ==, before.left_out[other] + (other == fact && !place));
    }
  }
}

/* What the program marks for itself is no category of a feed. */
static void
test_our_own_mark_is_not_counted (void)
{
  g_autoptr (DolenService) service = samples_service ("Club", NULL, DOLEN_TEXT_GIVEN);
  guint left_out[DOLEN_N_OUT_FACTS] = { 0 };

  g_ptr_array_add (service->tags,
                   samples_tag (DOLEN_TAG_OTHER, "tagger", TRUE, DOLEN_TAG_PROPOSED));
  dolen_out_count_left (DOLEN_EXPORT_CSV, service, service, NULL, left_out);
  g_assert_cmpuint (left_out[DOLEN_OUT_FEED_LABELS], ==, 0);
  g_free (((DolenTag *) service->tags->pdata[0])->scheme);
  ((DolenTag *) service->tags->pdata[0])->scheme = g_strdup ("oruk-service");
  dolen_out_count_left (DOLEN_EXPORT_CSV, service, service, NULL, left_out);
  g_assert_cmpuint (left_out[DOLEN_OUT_FEED_LABELS], ==, 1);
}

static void
test_it_is_said_with_the_most_first (void)
{
  DolenExportReport report = { 0 };
  g_autofree char *said = NULL;

  report.left_out[DOLEN_OUT_CAPACITY] = 40;
  report.left_out[DOLEN_OUT_FOR_WHOM] = 135;
  report.left_out[DOLEN_OUT_WAIT] = 1;
  said = dolen_export_left_out (&report, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (said,
                   ==,
                   "Known here, and left out because this form has no place for it: for whom (135 "
                   "services), places free (40 services), the wait, in words (1 service).");
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/exchange/left-out/table", test_the_table_is_what_is_written);
  g_test_add_func ("/exchange/left-out/own mark", test_our_own_mark_is_not_counted);
  g_test_add_func ("/exchange/left-out/words", test_it_is_said_with_the_most_first);
  return g_test_run ();
}

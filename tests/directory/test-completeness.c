/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping-samples.h"

#include "base/dolen-error.h"
#include "directory/keeping/dolen-completeness.h"

/* How complete listings are, and month by month. */

static DolenCompleteness *
of (DolenDirectory *dir, const char *service, const char *today)
{
  g_autoptr (GError) error = NULL;
  DolenCompleteness *completeness = dolen_completeness_of (dir, service, NULL, today, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (completeness->of, ==, 1);
  return completeness;
}

static DolenCompleteness *
of_all (DolenDirectory *dir)
{
  g_autoptr (GError) error = NULL;
  DolenCompleteness *completeness = dolen_completeness_count (dir, NULL, KEEPING_TODAY, &error);

  g_assert_no_error (error);
  return completeness;
}

static DolenService *
bare (const char *name)
{
  return samples_service (name, NULL, DOLEN_TEXT_CHECKED);
}

static void
give_capacity (DolenService *service)
{
  g_ptr_array_add (service->capacities, samples_capacity (DOLEN_CAPACITY_FULL, 0, "2026-04-20"));
}

static void
give_times (DolenService *service)
{
  g_ptr_array_add (service->schedules, samples_schedule ("TU", "10:00", "12:00"));
}

static void
give_place (DolenService *service)
{
  g_ptr_array_add (service->venues, samples_venue ("Hall", "Lampeter", 52.1, -4.07));
}

static void
give_cost (DolenService *service)
{
  service->fees = g_strdup ("Free");
}

static void
give_access (DolenService *service)
{
  DolenVenue *venue = dolen_venue_new ();

  dolen_bilingual_load (&venue->name, "Hall", DOLEN_TEXT_GIVEN, NULL, DOLEN_TEXT_MISSING);
  g_ptr_array_add (venue->accessibility, g_strdup ("Ramp"));
  g_ptr_array_add (service->venues, venue);
}

static void
give_step_free (DolenService *service)
{
  g_ptr_array_add (service->tags,
                   samples_tag (DOLEN_TAG_ENABLER, "step-free", FALSE, DOLEN_TAG_CONFIRMED));
}

/* Neither says how one gets in: another help, and what only a rule has read. */
static void
give_other_tags (DolenService *service)
{
  g_ptr_array_add (service->tags,
                   samples_tag (DOLEN_TAG_ENABLER, "minibus", TRUE, DOLEN_TAG_CONFIRMED));
  g_ptr_array_add (service->tags,
                   samples_tag (DOLEN_TAG_ENABLER, "step-free", TRUE, DOLEN_TAG_PROPOSED));
}

static void
give_telephone_advice (DolenService *service)
{
  service->attending = DOLEN_ATTENDING_PHONE;
}

static void
give_language (DolenService *service)
{
  DolenLanguageOffered *language = dolen_language_offered_new ();

  language->code = g_strdup ("cy");
  g_ptr_array_add (service->languages, language);
}

static void
give_eligibility (DolenService *service)
{
  service->minimum_age = 18;
}

static void
give_contact (DolenService *service)
{
  DolenContact *contact = dolen_contact_new ();

  contact->phone = g_strdup ("01632960123");
  g_ptr_array_add (service->contacts, contact);
}

static void
give_description (DolenService *service)
{
  dolen_bilingual_load (
      &service->description, "We sing", DOLEN_TEXT_GIVEN, NULL, DOLEN_TEXT_MISSING);
}

static void
give_welsh (DolenService *service)
{
  dolen_bilingual_load (
      &service->description, NULL, DOLEN_TEXT_MISSING, "Canu", DOLEN_TEXT_CHECKED);
}

static const struct {
  void (*give) (DolenService *service);
  guint fields; /* what it makes known */
} gifts[] = {
  { give_capacity, 1u << DOLEN_COMPLETE_CAPACITY },
  { give_times, 1u << DOLEN_COMPLETE_TIMES },
  { give_place, 1u << DOLEN_COMPLETE_PLACE },
  { give_cost, 1u << DOLEN_COMPLETE_COST },
  { give_access, 1u << DOLEN_COMPLETE_ACCESS },
  { give_step_free, 1u << DOLEN_COMPLETE_ACCESS },
  { give_other_tags, 0 },
  { give_telephone_advice, 1u << DOLEN_COMPLETE_PLACE },
  { give_language, 1u << DOLEN_COMPLETE_LANGUAGES },
  { give_eligibility, 1u << DOLEN_COMPLETE_ELIGIBILITY },
  { give_contact, 1u << DOLEN_COMPLETE_CONTACT },
  { give_description, 1u << DOLEN_COMPLETE_DESCRIPTION },
  { give_welsh, 1u << DOLEN_COMPLETE_DESCRIPTION | 1u << DOLEN_COMPLETE_WELSH },
};

static void
test_each_field_by_itself (void)
{
  for (guint g = 0; g < G_N_ELEMENTS (gifts); g++) {
    g_autoptr (DolenDirectory) dir = samples_open ();
    g_autoptr (DolenService) service = bare ("Band");
    g_autoptr (DolenCompleteness) one = NULL;
    g_autoptr (DolenCompleteness) all = NULL;

    gifts[g].give (service);
    samples_save (dir, service);
    one = of (dir, service->uid, KEEPING_TODAY);
    all = of_all (dir);
    for (guint field = 0; field < DOLEN_N_COMPLETE; field++) {
      g_test_message ("gift %u, %s", g, dolen_complete_field_code ((DolenCompleteField) field));
      g_assert_cmpuint (one->known[field], ==, (gifts[g].fields >> field) & 1);
      g_assert_cmpuint (all->known[field], ==, (gifts[g].fields >> field) & 1);
    }
  }
}

static void
test_places_grow_old (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = bare ("Band");
  g_autoptr (DolenCompleteness) before = NULL;
  g_autoptr (DolenCompleteness) after = NULL;
  g_autoptr (DolenCompleteness) unknown = NULL;

  give_capacity (service);
  samples_save (dir, service);
  before = of (dir, service->uid, "2026-05-20");
  after = of (dir, service->uid, "2026-05-21");
  g_assert_cmpuint (before->known[DOLEN_COMPLETE_CAPACITY], ==, 1);
  g_assert_cmpuint (after->known[DOLEN_COMPLETE_CAPACITY], ==, 0);
  keeping_exec (dir,
                "INSERT INTO capacity_report (uid, service, status, as_of, source)"
                " SELECT 'c', id, 'unknown', '2026-04-20', 'call' FROM service");
  unknown = of (dir, service->uid, KEEPING_TODAY);
  g_assert_cmpuint (unknown->known[DOLEN_COMPLETE_CAPACITY], ==, 0);
}

static void
test_of_the_directory (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenCompleteness) none = of_all (dir);
  g_autoptr (DolenCompleteness) all = NULL;

  g_assert_cmpuint (none->of, ==, 0);
  g_assert_cmpuint (dolen_completeness_percent (none, DOLEN_COMPLETE_COST), ==, 0);
  for (guint i = 0; i < 4; i++) {
    g_autoptr (DolenService) service = bare ("Band");

    if (i != 1)
      give_cost (service);
    if (i == 3)
      service->status = DOLEN_SERVICE_DEFUNCT;
    samples_save (dir, service);
  }
  all = of_all (dir);
  g_assert_cmpuint (all->of, ==, 3);
  g_assert_cmpuint (all->known[DOLEN_COMPLETE_COST], ==, 2);
  g_assert_cmpuint (dolen_completeness_percent (all, DOLEN_COMPLETE_COST), ==, 66);
  g_assert_null (dolen_completeness_of (dir, "nobody", NULL, KEEPING_TODAY, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND);
}

static void
note (DolenDirectory *dir, const char *today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenCompleteness) completeness = dolen_completeness_count (dir, NULL, today, &error);

  g_assert_true (dolen_completeness_note (dir, completeness, today, &error));
  g_assert_no_error (error);
}

static void
test_month_by_month (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = bare ("Band");
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) last = NULL;
  const DolenCompletenessMonth *month;
  gint64 changes;

  samples_save (dir, service);
  note (dir, "2026-03-02");
  give_cost (service);
  samples_save (dir, service);
  note (dir, "2026-05-04");
  changes = samples_count (dir, "SELECT total_changes()");
  note (dir, "2026-05-31");
  g_assert_cmpint (samples_count (dir, "SELECT total_changes()"), ==, changes);
  all = dolen_completeness_trend (dir, 0, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  month = g_ptr_array_index (all, 0);
  g_assert_cmpstr (month->month, ==, "2026-03");
  g_assert_cmpuint (month->completeness.known[DOLEN_COMPLETE_COST], ==, 0);
  g_assert_cmpuint (month->completeness.of, ==, 1);
  last = dolen_completeness_trend (dir, 1, NULL);
  month = g_ptr_array_index (last, 0);
  g_assert_cmpuint (last->len, ==, 1);
  g_assert_cmpstr (month->month, ==, "2026-05");
  g_assert_cmpuint (month->completeness.known[DOLEN_COMPLETE_COST], ==, 1);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/directory/completeness/field", test_each_field_by_itself);
  g_test_add_func ("/directory/completeness/old", test_places_grow_old);
  g_test_add_func ("/directory/completeness/all", test_of_the_directory);
  g_test_add_func ("/directory/completeness/months", test_month_by_month);
  return g_test_run ();
}

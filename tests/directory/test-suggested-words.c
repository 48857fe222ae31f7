/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping-samples.h"

#include "base/dolen-error.h"
#include "directory/keeping/dolen-suggested-change.h"

#include <math.h>
#include <string.h>

/* Facts told in words: that there is none any more, and the language of a name that was mended. */

static gboolean
accept (DolenDirectory *dir, const char *uid, const char *field, const char *value, GError **error)
{
  g_autoptr (GPtrArray) list
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_suggested_change_free);
  DolenSuggestedChange *change
      = dolen_suggested_change_new (dir, "service", uid, field, value, NULL, NULL, error);
  gint64 entry;

  if (change == NULL)
    return FALSE;
  g_ptr_array_add (list, change);
  g_assert_true (dolen_suggested_changes_add (dir, list, NULL, error));
  entry = dolen_suggested_change_accept (dir, change->uid, "Siân", error);
  return entry > 0;
}

static void
add_contact (DolenService *service, const char *name)
{
  DolenContact *contact = dolen_contact_new ();

  contact->name = g_strdup (name);
  g_ptr_array_add (service->contacts, contact);
}

static void
add_cost (DolenService *service)
{
  DolenCost *cost = dolen_cost_new ();

  cost->pence = 300;
  g_ptr_array_add (service->costs, cost);
}

/* @n: of places and contacts */
static char *
add_band (DolenDirectory *dir, guint n)
{
  g_autoptr (DolenService) service = samples_service ("Band", NULL, DOLEN_TEXT_CHECKED);

  service->fees = g_strdup ("Three pounds");
  add_cost (service);
  for (guint i = 0; i < n; i++) {
    g_ptr_array_add (service->venues,
                     samples_venue (i == 0 ? "Hall" : "Church", "Tregaron", NAN, NAN));
    add_contact (service, i == 0 ? "Mair" : "Huw");
  }
  samples_save (dir, service);
  return g_strdup (service->uid);
}

static void
test_an_empty_answer_says_that_there_is_none (void)
{
  static const char *const fields[] = { "cost", "venue", "contact" };
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = add_band (dir, 1);
  g_autoptr (DolenService) now = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    GError *error = NULL;

    g_assert_true (accept (dir, uid, fields[i], "", &error));
    g_assert_no_error (error);
  }
  now = dolen_directory_get_service (dir, uid, NULL);
  g_assert_null (now->fees);
  g_assert_cmpuint (now->costs->len, ==, 0);
  g_assert_cmpuint (now->venues->len, ==, 0);
  g_assert_cmpuint (now->contacts->len, ==, 0);
}

/* And what it is not is not kept either. */
static void
test_of_several_it_is_refused_with_what_to_do (void)
{
  static const char *const fields[] = { "venue", "contact" };
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = add_band (dir, 2);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (accept (dir, uid, fields[i], "", &error));
    g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, "Suggest it as “Something else”"));
  }
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM suggestion"), ==, 0);
}

/* Prices that were told do not stand beside words that say otherwise. */
static void
test_a_new_cost_takes_the_words_away (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = add_band (dir, 1);
  g_autoptr (DolenService) now = NULL;
  GError *error = NULL;

  g_assert_true (accept (dir, uid, "cost", "£4", &error));
  g_assert_no_error (error);
  now = dolen_directory_get_service (dir, uid, NULL);
  g_assert_null (now->fees);
  g_assert_cmpint (((DolenCost *) now->costs->pdata[0])->pence, ==, 400);
}

static void
test_a_mended_name_stays_in_its_language (void)
{
  static const struct {
    const char *en, *cy, *typed, *en_now, *cy_now;
  } cases[] = {
    /* In English words, where only a Welsh name is shown. */
    { NULL, "Y Neuadd Goffa", "Memorial Hall, Tregaron", NULL, "Memorial Hall" },
    { "Memorial Hall", NULL, "Y Neuadd Goffa, Tregaron", "Y Neuadd Goffa", NULL },
    /* The street is told; the name stands as it was, in both. */
    { "Hall", "Neuadd", "Neuadd, High Street, Tregaron", "Hall", "Neuadd" },
    /* It has moved: nothing of the old name holds. */
    { "Hall", NULL, "Y Neuadd Goffa, Lampeter", NULL, "Y Neuadd Goffa" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DolenDirectory) dir = samples_open ();
    g_autoptr (DolenService) service = samples_service ("Band", NULL, DOLEN_TEXT_CHECKED);
    g_autoptr (DolenService) now = NULL;
    DolenVenue *venue = samples_venue (NULL, "Tregaron", NAN, NAN);
    GError *error = NULL;

    dolen_bilingual_load (
        &venue->name, cases[i].en, DOLEN_TEXT_CHECKED, cases[i].cy, DOLEN_TEXT_CHECKED);
    g_ptr_array_add (service->venues, venue);
    samples_save (dir, service);
    g_test_message ("%s", cases[i].typed);
    g_assert_true (accept (dir, service->uid, "venue", cases[i].typed, &error));
    g_assert_no_error (error);
    now = dolen_directory_get_service (dir, service->uid, NULL);
    venue = now->venues->pdata[0];
    g_assert_cmpstr (venue->name.en, ==, cases[i].en_now);
    g_assert_cmpstr (venue->name.cy, ==, cases[i].cy_now);
  }
}

/* Nobody rang: who suggests it tells it, as they say they know, on the day they said so. */
static void
test_a_suggestion_was_told_by_who_made_it (void)
{
  static const struct {
    const char *by, *note, *told_by;
  } cases[] = { { "Mair", "The poster says so", "Mair (The poster says so)" },
                { "Mair", NULL, "Mair" },
                { NULL, "The poster says so", "The poster says so" },
                { NULL, NULL, NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (DolenDirectory) dir = samples_open ();
    g_autofree char *uid = add_band (dir, 1);
    g_autoptr (GPtrArray) list
               = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_suggested_change_free);
    DolenSuggestedChange *change = dolen_suggested_change_new (
        dir, "service", uid, "places", "4", cases[i].note, cases[i].by, &error);
    g_autoptr (DolenService) service = NULL;
    const DolenCapacity *report;

    g_assert_no_error (error);
    g_free (change->on);
    change->on = g_strdup ("2026-04-20");
    g_ptr_array_add (list, change);
    g_assert_true (dolen_suggested_changes_add (dir, list, NULL, &error));
    g_assert_cmpint (dolen_suggested_change_accept (dir, change->uid, "Siân", &error), >, 0);
    g_assert_no_error (error);
    service = dolen_directory_get_service (dir, uid, NULL);
    report = dolen_service_current_capacity (service);
    g_assert_cmpint (report->places_free, ==, 4);
    g_assert_cmpint (report->source, ==, DOLEN_TOLD_BY_UNKNOWN);
    g_assert_cmpstr (report->told_by, ==, cases[i].told_by);
    g_assert_cmpstr (report->as_of, ==, "2026-04-20");
    g_assert_cmpuint (service->confirmations->len, ==, 0);
  }
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  keeping_set_day (KEEPING_TODAY);
#define ADD(name) g_test_add_func ("/directory/suggested-words/" #name, test_##name)
  ADD (an_empty_answer_says_that_there_is_none);
  ADD (of_several_it_is_refused_with_what_to_do);
  ADD (a_new_cost_takes_the_words_away);
  ADD (a_suggestion_was_told_by_who_made_it);
  ADD (a_mended_name_stays_in_its_language);
#undef ADD
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/faults.h"
#include "directory/keeping-samples.h"

#include "base/dolen-error.h"
#include "directory/dolen-edits.h"
#include "directory/keeping/dolen-suggested-change.h"
#include "directory/keeping/dolen-suggested-field.h"

#include <math.h>
#include <string.h>

/* A change that a link worker suggests: written, read in, accepted or declined. */

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_suggested_change_free);
}

static void
suggest (
    DolenDirectory *dir, GPtrArray *list, const char *uid, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  DolenSuggestedChange *change = dolen_suggested_change_new (
      dir, "service", uid, field, value, "The poster says so", "Mair", &error);

  g_assert_no_error (error);
  g_ptr_array_add (list, change);
}

static GPtrArray *
through_the_file (const GPtrArray *list)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "changes.json", NULL);
  g_auto (GStrv) wrong = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *read;

  g_assert_true (dolen_suggested_changes_write (list, path, &error));
  g_assert_no_error (error);
  read = dolen_suggested_changes_read (path, &wrong, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (wrong), ==, 0);
  g_assert_cmpuint (read->len, ==, list->len);
  return read;
}

static void
test_from_one_directory_to_another (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) theirs = samples_open ();
  g_autoptr (DolenDirectory) ours = samples_open ();
  g_autofree char *uid = keeping_add (theirs, "Band", NULL, KEEPING_TODAY);
  g_autoptr (DolenService) copy = dolen_directory_get_service (theirs, uid, NULL);
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (GPtrArray) open = NULL;
  DolenSuggestedCounts counts;
  const DolenSuggestedChange *change;

  copy->id = 0;
  copy->organisation_uid = NULL;
  samples_save (ours, copy);
  suggest (theirs, list, uid, "phone", " 01632 960999 ");
  suggest (theirs, list, uid, "description_cy", "Canu gyda’n gilydd.");
  read = through_the_file (list);
  g_assert_true (dolen_suggested_changes_add (ours, read, &counts, &error));
  g_assert_cmpuint (counts.added, ==, 2);
  /* Once, however often the file comes. */
  g_assert_true (dolen_suggested_changes_add (ours, read, &counts, &error));
  g_assert_cmpuint (counts.added, ==, 0);
  g_assert_cmpuint (counts.known, ==, 2);
  open = dolen_suggested_changes_list (ours, uid, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (open->len, ==, 2);
  change = g_ptr_array_index (open, 0);
  g_assert_cmpstr (change->value, ==, "01632960999");
  g_assert_cmpstr (change->now, ==, "01632960123");
  g_assert_cmpstr (change->by, ==, "Mair");
  g_assert_cmpstr (change->note, ==, "The poster says so");
  g_assert_cmpstr (change->on, ==, KEEPING_TODAY);
}

static void
test_accepted_declined_undone (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = keeping_add (dir, "Band", NULL, KEEPING_TODAY);
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (DolenService) service = NULL;
  g_autoptr (DolenQueueList) queue = NULL;
  const DolenSuggestedChange *phone, *fees;
  gint64 accepted, declined;

  suggest (dir, list, uid, "phone", "01632960999");
  suggest (dir, list, uid, "fees", "Free");
  phone = g_ptr_array_index (list, 0);
  fees = g_ptr_array_index (list, 1);
  g_assert_true (dolen_suggested_changes_add (dir, list, NULL, &error));
  accepted = dolen_suggested_change_accept (dir, phone->uid, "Siân", &error);
  declined = dolen_suggested_change_decline (dir, fees->uid, NULL, "Siân", &error);
  g_assert_no_error (error);
  service = dolen_directory_get_service (dir, uid, NULL);
  g_assert_cmpstr (service->phone, ==, "01632960999");
  g_assert_null (service->fees);
  queue = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpuint (queue->total, ==, 0);
  g_assert_cmpint (dolen_suggested_change_accept (dir, fees->uid, NULL, &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  /* A curator changed their mind about both. */
  g_assert_cmpint (dolen_edit_undo (dir, accepted, NULL, &error), >, 0);
  g_assert_cmpint (dolen_edit_undo (dir, declined, NULL, &error), >, 0);
  g_assert_no_error (error);
  g_clear_pointer (&service, dolen_service_free);
  service = dolen_directory_get_service (dir, uid, NULL);
  g_assert_cmpstr (service->phone, ==, "01632960123");
  g_clear_pointer (&queue, dolen_queue_list_free);
  queue = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpuint (queue->by_kind[DOLEN_QUEUE_SUGGESTION], ==, 1);
  g_assert_cmpuint (keeping_item (queue, 0)->asks->len, ==, 2);
}

static void
test_what_cannot_be_suggested (void)
{
  static const struct {
    const char *kind, *field, *value;
    DolenError code;
  } cases[] = {
    { "service", "phone", "01632960123", DOLEN_ERROR_INVALID }, /* already so */
    { "service", "colour", "blue", DOLEN_ERROR_INVALID },
    { "service", "minimum_age", "many", DOLEN_ERROR_INVALID },
    { "person", "phone", "1", DOLEN_ERROR_INVALID },
    { "organisation", "phone", "1", DOLEN_ERROR_NOT_FOUND },
  };
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = keeping_add (dir, "Band", NULL, KEEPING_TODAY);
  g_autofree char *long_text = g_strnfill (DOLEN_SUGGESTED_MAX_NOTE + 1, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (dolen_suggested_change_new (
        dir, cases[i].kind, uid, cases[i].field, cases[i].value, NULL, NULL, &error));
    g_assert_error (error, DOLEN_ERROR, (int) cases[i].code);
  }
  g_assert_null (
      dolen_suggested_change_new (dir, "service", uid, "phone", "1", long_text, NULL, NULL));
}

static void
test_of_another_directory_or_done (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenDirectory) other = samples_open ();
  g_autofree char *uid = keeping_add (dir, "Band", NULL, KEEPING_TODAY);
  g_autofree char *elsewhere = keeping_add (other, "Choir", NULL, KEEPING_TODAY);
  g_autoptr (GPtrArray) list = new_list ();
  DolenSuggestedCounts counts;

  suggest (dir, list, uid, "fees", "Free");
  suggest (other, list, elsewhere, "fees", "Free");
  g_assert_cmpint (dolen_edit_set_field (dir, "service", uid, "fees", "Free", NULL, &error), >, 0);
  g_assert_true (dolen_suggested_changes_add (dir, list, &counts, &error));
  g_assert_cmpuint (counts.done, ==, 1);
  g_assert_cmpuint (counts.unknown, ==, 1);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM suggestion"), ==, 0);
}

/* ---- facts in words ---- */

static char *
tell_field (DolenDirectory *dir, const char *uid, const char *field)
{
  g_autoptr (DolenService) service = dolen_directory_get_service (dir, uid, NULL);

  return dolen_suggested_field_tell ("service", service, field, DOLEN_LANGUAGE_EN);
}

static void
put_at (DolenDirectory *dir, const char *uid)
{
  g_autoptr (DolenService) service = dolen_directory_get_service (dir, uid, NULL);

  g_ptr_array_add (service->venues, samples_venue ("Old Hall", "Lampeter", NAN, NAN));
  samples_save (dir, service);
}

/* Suggested, shown as it would read, accepted, and as it was once that is taken back. */
static void
test_what_is_heard_on_the_telephone (void)
{
  static const struct {
    const char *field, *value, *told;
  } cases[] = {
    { "places", "4", "4 places (4 May 2026)" },
    { "places", "llawn", "Full (4 May 2026)" },
    { "wait", "3-4 weeks", "Waiting list, 3–4 weeks (4 May 2026)" },
    { "paused", "2026-09-01", "Paused until 1 September 2026 (4 May 2026)" },
    { "times", "Tuesdays 10:00-12:00", "Tuesdays 10:00–12:00" },
    { "times", "when the tide is out", "when the tide is out" },
    { "cost", "£3 (members); free (carers)", "£3 (members); free (carers)" },
    { "cost", "what you can", "what you can" },
    { "languages", "Welsh, English, Klingon", "Welsh, English, Klingon" },
    { "accessibility", "No steps; Accessible toilet", "No steps; Accessible toilet" },
    { "contact", "Mair Jones, secretary, 01632 960555", "Mair Jones, secretary, 01632 960555" },
    { "venue",
      "Memorial Hall, High Street, Tregaron SY25 6JX",
      "Memorial Hall, High Street, Tregaron, SY25 6JX" },
    { "closed", "the hall was sold", "the hall was sold (4 May 2026)" },
    { "attending", "online,phone", "by telephone; online" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (DolenDirectory) dir = samples_open ();
    g_autofree char *uid = keeping_add (dir, "Band", NULL, KEEPING_TODAY);
    g_autoptr (GPtrArray) list = new_list ();
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    g_autofree char *undone = NULL;
    const DolenSuggestedChange *change;

    g_test_message ("%s: %s", cases[i].field, cases[i].value);
    put_at (dir, uid);
    before = tell_field (dir, uid, cases[i].field);
    suggest (dir, list, uid, cases[i].field, cases[i].value);
    change = g_ptr_array_index (list, 0);
    g_assert_cmpstr (change->was, ==, before);
    g_assert_cmpstr (change->would, ==, cases[i].told);
    g_assert_true (dolen_suggested_changes_add (dir, list, NULL, &error));
    g_assert_cmpint (dolen_suggested_change_accept (dir, change->uid, "Siân", &error), >, 0);
    g_assert_no_error (error);
    after = tell_field (dir, uid, cases[i].field);
    g_assert_cmpstr (after, ==, cases[i].told);
    g_assert_cmpint (dolen_suggested_change_undo (dir, change->uid, "Siân", &error), >, 0);
    g_assert_no_error (error);
    undone = tell_field (dir, uid, cases[i].field);
    g_assert_cmpstr (undone, ==, before);
  }
}

/* What it could mean is not guessed, and an example says how. */
static void
test_words_that_mean_nothing (void)
{
  static const char *const cases[][2] = { { "places", "a few" },     { "wait", "long" },
                                          { "paused", "soon" },      { "closed", "" },
                                          { "accessibility", "ok" }, { "contact", "a, b, c" },
                                          { "venue", " " },          { "other", "" } };
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = keeping_add (dir, "Band", NULL, KEEPING_TODAY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", cases[i][0]);
    g_assert_null (dolen_suggested_change_new (
        dir, "service", uid, cases[i][0], cases[i][1], NULL, NULL, &error));
    g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, "An example: "));
  }
}

/* Times that were of the place it has left go with it to the new one. */
static void
test_a_group_that_moved_keeps_its_times (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = keeping_add (dir, "Band", NULL, KEEPING_TODAY);
  g_autoptr (DolenService) service = NULL;
  g_autoptr (GPtrArray) list = new_list ();
  DolenSchedule *schedule = dolen_schedule_new ();

  put_at (dir, uid);
  service = dolen_directory_get_service (dir, uid, NULL);
  schedule->uid = g_strdup ("when");
  schedule->byday = g_strdup ("TU");
  schedule->freq = g_strdup ("WEEKLY");
  schedule->venue_uid = g_strdup (((DolenVenue *) service->venues->pdata[0])->uid);
  g_ptr_array_add (service->schedules, schedule);
  samples_save (dir, service);
  suggest (dir, list, uid, "venue", "The Barn, Tregaron");
  g_assert_true (dolen_suggested_changes_add (dir, list, NULL, NULL));
  g_assert_cmpint (dolen_suggested_change_accept (
                       dir, ((DolenSuggestedChange *) list->pdata[0])->uid, NULL, &error),
                   >,
                   0);
  g_clear_pointer (&service, dolen_service_free);
  service = dolen_directory_get_service (dir, uid, NULL);
  g_assert_cmpuint (service->venues->len, ==, 1);
  g_assert_cmpuint (service->schedules->len, ==, 1);
  g_assert_null (((DolenSchedule *) service->schedules->pdata[0])->venue_uid);
}

static void
hide (DolenDirectory *dir, const char *uid, gboolean address)
{
  g_autoptr (DolenService) service = dolen_directory_get_service (dir, uid, NULL);
  DolenVenue *venue = g_ptr_array_index (service->venues, 0);

  venue->hide_address = address;
  venue->no_map = !address;
  samples_save (dir, service);
}

#define SECRET "The House, 4 Secret Lane, Tregaron SY25 6JX"

/* A street that was typed would stand in the directory and in every change file. */
static void
test_a_hidden_place_is_not_suggested (void)
{
  for (guint address = 0; address < 2; address++) {
    g_autoptr (DolenDirectory) dir = samples_open ();
    g_autofree char *uid = keeping_add (dir, "Refuge", NULL, KEEPING_TODAY);
    g_autoptr (GPtrArray) list = new_list ();
    g_autoptr (GError) error = NULL;

    put_at (dir, uid);
    hide (dir, uid, address == 1);
    g_assert_null (
        dolen_suggested_change_new (dir, "service", uid, "venue", SECRET, NULL, NULL, &error));
    g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
    g_assert_cmpstr (error->message, ==, dolen_suggested_kept_back_text ());
    /* What tells no place is suggested as of every group. */
    suggest (dir, list, uid, "phone", "01632960999");
    suggest (dir, list, uid, "accessibility", "No steps");
  }
}

/* It comes from somebody who did not know: it is passed over, and what came with it is taken. */
static void
test_a_hidden_place_in_a_file_is_passed_over (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = keeping_add (dir, "Refuge", NULL, KEEPING_TODAY);
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (GPtrArray) read = NULL;
  g_autofree char *text = NULL;
  DolenSuggestedCounts counts;

  put_at (dir, uid);
  suggest (dir, list, uid, "venue", SECRET);
  suggest (dir, list, uid, "phone", "01632960999");
  read = through_the_file (list);
  hide (dir, uid, TRUE);
  g_assert_true (dolen_suggested_changes_add (dir, read, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.added, ==, 1);
  g_assert_cmpuint (counts.kept_back, ==, 1);
  g_assert_true (((DolenSuggestedChange *) read->pdata[0])->kept_back);
  g_assert_false (((DolenSuggestedChange *) read->pdata[1])->kept_back);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM suggestion WHERE value LIKE '%Secret%'"), ==, 0);
  text = dolen_suggested_changes_to_json (read);
  g_assert_null (strstr (text, "Secret"));
  g_assert_nonnull (strstr (text, "01632960999"));
}

/* Who hides where they meet hides it after they have moved too: suggested before it was hidden. */
static void
test_a_hidden_group_that_moved_stays_hidden (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = keeping_add (dir, "Refuge", NULL, KEEPING_TODAY);
  g_autoptr (DolenService) service = NULL;
  g_autoptr (GPtrArray) list = new_list ();
  const DolenVenue *venue;

  put_at (dir, uid);
  suggest (dir, list, uid, "venue", SECRET);
  g_assert_true (dolen_suggested_changes_add (dir, list, NULL, NULL));
  hide (dir, uid, TRUE);
  g_assert_cmpint (dolen_suggested_change_accept (
                       dir, ((DolenSuggestedChange *) list->pdata[0])->uid, NULL, &error),
                   >,
                   0);
  g_clear_pointer (&service, dolen_service_free);
  service = dolen_directory_get_service (dir, uid, NULL);
  g_assert_cmpuint (service->venues->len, ==, 1);
  venue = service->venues->pdata[0];
  g_assert_true (venue->hide_address);
  g_assert_null (venue->address);
  g_assert_cmpstr (venue->postcode, ==, "SY25");
}

/* One contact is suggested; those who are there already are no part of what is sent. */
static void
test_other_contacts_do_not_go_out (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = keeping_add (dir, "Band", NULL, KEEPING_TODAY);
  g_autoptr (DolenService) service = dolen_directory_get_service (dir, uid, NULL);
  g_autoptr (GPtrArray) list = new_list ();
  g_autofree char *text = NULL;
  DolenContact *contact = dolen_contact_new ();

  contact->uid = g_strdup ("secretary");
  contact->name = g_strdup ("Gwen Price");
  contact->phone = g_strdup ("01632960777");
  contact->permission = DOLEN_PERMISSION_WORKERS_ONLY;
  g_ptr_array_add (service->contacts, contact);
  samples_save (dir, service);
  suggest (dir, list, uid, "contact", "Mair Jones, 01632 960555");
  text = dolen_suggested_changes_to_json (list);
  g_assert_nonnull (strstr (text, "Mair Jones"));
  g_assert_null (strstr (text, "Gwen"));
  g_assert_null (strstr (text, "960777"));
}

/* A report of a day to come would stay the newest until then. */
static void
test_nothing_is_told_on_a_day_to_come (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = keeping_add (dir, "Band", NULL, KEEPING_TODAY);
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (DolenService) service = NULL;
  DolenSuggestedChange *change;

  suggest (dir, list, uid, "places", "4");
  change = g_ptr_array_index (list, 0);
  g_free (change->on);
  change->on = g_strdup ("2099-01-01");
  read = through_the_file (list);
  g_assert_true (dolen_suggested_changes_add (dir, read, NULL, &error));
  g_assert_cmpint (dolen_suggested_change_accept (dir, change->uid, NULL, &error), >, 0);
  g_assert_no_error (error);
  service = dolen_directory_get_service (dir, uid, NULL);
  g_assert_cmpstr (dolen_service_current_capacity (service)->as_of, ==, KEEPING_TODAY);
}

/* The line of the queue says what is suggested; why it was declined stays in the history. */
static void
test_the_queue_says_what (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = keeping_add (dir, "Band", NULL, KEEPING_TODAY);
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (DolenQueueList) queue = NULL;
  g_autoptr (GPtrArray) history = NULL;
  const DolenHistoryEntry *entry;
  const DolenSuggestedChange *change;

  suggest (dir, list, uid, "phone", "01632960999");
  change = g_ptr_array_index (list, 0);
  g_assert_true (dolen_suggested_changes_add (dir, list, NULL, NULL));
  queue = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpstr (
      keeping_item (queue, 0)->why, ==, "Telephone: 01632 960123 → 01632 960999 (Mair, 4 May)");
  g_assert_cmpint (
      dolen_suggested_change_decline (dir, change->uid, "It is the vicar’s", "Siân", &error), >, 0);
  history = dolen_directory_get_history (dir, uid, 1, NULL);
  entry = g_ptr_array_index (history, 0);
  g_assert_cmpstr (entry->act, ==, "decline-suggestion");
  g_assert_nonnull (strstr (entry->after, "It is the vicar’s"));
  g_assert_cmpint (dolen_suggested_change_undo (dir, change->uid, NULL, &error), >, 0);
  g_assert_cmpint (dolen_suggested_change_undo (dir, change->uid, NULL, &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND);
}

/* What is typed is what @field then says of a listing at one place. */
static void
assert_is_read (const char *kind, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenService) service = dolen_service_new ();
  g_autoptr (DolenOrganisation) organisation = dolen_organisation_new ();
  gpointer record = g_str_equal (kind, "service") ? (gpointer) service : organisation;
  g_autofree char *stands = NULL;

  g_test_message ("%s: %s", field, value);
  g_ptr_array_add (service->venues, samples_venue ("Old Hall", "Lampeter", NAN, NAN));
  g_assert_true (dolen_suggested_field_put (kind, record, field, value, KEEPING_TODAY, &error));
  g_assert_no_error (error);
  stands = dolen_suggested_field_get (kind, record, field);
  g_assert_true (stands != NULL || g_str_equal (field, "other"));
}

/* "yes; no": each is one, and a remark in brackets is none of it. */
static void
assert_each_is_read (const char *kind, const DolenSuggestedField *field)
{
  g_auto (GStrv) each = g_strsplit (field->example, "; ", -1);

  for (guint i = 0; each[i] != NULL; i++) {
    char *remark = strstr (each[i], " (");

    if (remark != NULL)
      *remark = '\0';
    if (!g_str_equal (each[i], "empty for everybody"))
      assert_is_read (kind, field->name, each[i]);
  }
}

/* Every field that is offered can be had, and its own example is one. */
static void
test_fields_are_offered_with_examples (void)
{
  static const char *const kinds[] = { "service", "organisation" };
  static const char *const choices[] = { "places",    "paused",      "gender",        "access",
                                         "attending", "do_not_list", "volunteer_run", NULL };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
    g_autofree DolenSuggestedField *fields = dolen_suggested_fields (kinds[k]);

    for (guint i = 0; fields[i].name != NULL; i++) {
      g_assert_true (dolen_suggested_field_exists (kinds[k], fields[i].name));
      if (g_strv_contains (choices, fields[i].name))
        assert_each_is_read (kinds[k], &fields[i]);
      else
        assert_is_read (kinds[k], fields[i].name, fields[i].example);
    }
  }
}

/* The list is whole, or it is said that it cannot be read. */
static void
test_a_list_that_breaks_off_is_none (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = keeping_add (dir, "Band", NULL, KEEPING_TODAY);
  g_autoptr (GPtrArray) list = new_list ();
  sqlite3 *handle = dolen_db_get_handle (dolen_directory_get_db (dir));
  guint stops = 0;

  suggest (dir, list, uid, "fees", "Free");
  suggest (dir, list, uid, "phone", "01632960999");
  g_assert_true (dolen_suggested_changes_add (dir, list, NULL, NULL));
  for (gboolean whole = FALSE; !whole; stops++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) open = NULL;

    faults_left = (int) stops;
    sqlite3_progress_handler (handle, 1, faults_stop, NULL);
    open = dolen_suggested_changes_list (dir, NULL, &error);
    sqlite3_progress_handler (handle, 0, NULL, NULL);
    whole = open != NULL;
    if (whole) {
      g_assert_no_error (error);
      g_assert_cmpuint (open->len, ==, 2);
    } else {
      g_assert_nonnull (error);
    }
  }
  g_assert_cmpuint (stops, >, 20);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  keeping_set_day (KEEPING_TODAY);
  g_test_add_func ("/directory/suggested-change/file", test_from_one_directory_to_another);
  g_test_add_func ("/directory/suggested-change/breaks-off", test_a_list_that_breaks_off_is_none);
  g_test_add_func ("/directory/suggested-change/decided", test_accepted_declined_undone);
  g_test_add_func ("/directory/suggested-change/telephone", test_what_is_heard_on_the_telephone);
  g_test_add_func ("/directory/suggested-change/no-meaning", test_words_that_mean_nothing);
  g_test_add_func ("/directory/suggested-change/moved", test_a_group_that_moved_keeps_its_times);
  g_test_add_func ("/directory/suggested-change/hidden-refused",
                   test_a_hidden_place_is_not_suggested);
  g_test_add_func ("/directory/suggested-change/hidden-in-a-file",
                   test_a_hidden_place_in_a_file_is_passed_over);
  g_test_add_func ("/directory/suggested-change/hidden",
                   test_a_hidden_group_that_moved_stays_hidden);
  g_test_add_func ("/directory/suggested-change/others", test_other_contacts_do_not_go_out);
  g_test_add_func ("/directory/suggested-change/future", test_nothing_is_told_on_a_day_to_come);
  g_test_add_func ("/directory/suggested-change/queue", test_the_queue_says_what);
  g_test_add_func ("/directory/suggested-change/fields", test_fields_are_offered_with_examples);
  g_test_add_func ("/directory/suggested-change/refused", test_what_cannot_be_suggested);
  g_test_add_func ("/directory/suggested-change/elsewhere", test_of_another_directory_or_done);
  return g_test_run ();
}

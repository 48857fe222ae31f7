/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/club.h"
#include "directory/keeping-samples.h"

#include "base/dolen-error.h"
#include "directory/dolen-edits.h"
#include "directory/dolen-fact-age.h"
#include "directory/dolen-questions.h"
#include "directory/dolen-stayed.h"
#include "directory/keeping/dolen-call.h"

/* One call: one transaction, one entry, one undo; only what was ticked is confirmed. */

static gint64
save (DolenDirectory *dir, const DolenCall *call)
{
  g_autoptr (GError) error = NULL;
  gint64 id = dolen_call_save (dir, call, "Mair", &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static DolenCall *
new_call (const char *service, DolenCallOutcome outcome)
{
  DolenCall *call = dolen_call_new ();

  dolen_call_add_service (call, service);
  call->outcome = outcome;
  return call;
}

static char *
confirmed_on (DolenDirectory *dir, const char *uid, DolenFact fact)
{
  g_autoptr (DolenService) service = dolen_directory_get_service (dir, uid, NULL);

  return g_strdup (dolen_service_fact_confirmed_on (service, fact));
}

static void
assert_confirmed (DolenDirectory *dir, const char *uid, DolenFact fact, const char *on)
{
  g_autofree char *found = confirmed_on (dir, uid, fact);

  g_assert_cmpstr (found, ==, on);
}

static guint
count_calls (DolenDirectory *dir, gboolean put_off, const char *today)
{
  DolenQueueQuery query = { .put_off = put_off, .today = today };
  g_autoptr (DolenQueueList) list = dolen_queue_read (dir, &query, NULL, DOLEN_LANGUAGE_EN, NULL);
  guint calls = 0;

  for (guint kind = 0; kind < DOLEN_QUEUE_N_KINDS; kind++)
    if (dolen_queue_kind_is_call ((DolenQueueKind) kind))
      calls = MAX (calls, list->by_kind[kind]);
  return calls;
}

static void
test_only_what_was_ticked (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *service = keeping_add (dir, "Band", NULL, "2025-01-01");
  g_autoptr (DolenCall) call = new_call (service, DOLEN_CALL_REACHED);
  g_autoptr (DolenQueueItem) item = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  gint64 id;

  dolen_call_tick (call, service, "times");
  dolen_call_tick (call, service, "contact");
  dolen_call_tick (call, service, "cost");
  dolen_call_untick (call, service, "cost");
  g_assert_true (dolen_call_is_ticked (call, service, "times"));
  g_assert_false (dolen_call_is_ticked (call, service, "cost"));
  id = save (dir, call);
  assert_confirmed (dir, service, DOLEN_FACT_TIMES, KEEPING_TODAY);
  assert_confirmed (dir, service, DOLEN_FACT_CONTACT, KEEPING_TODAY);
  assert_confirmed (dir, service, DOLEN_FACT_COST, "2025-01-01");
  item = dolen_queue_find (dir, service, "call", NULL, DOLEN_LANGUAGE_EN, KEEPING_TODAY, NULL);
  g_assert_null (keeping_ask (item, "times"));
  g_assert_nonnull (keeping_ask (item, "cost"));
  entries = dolen_directory_get_history (dir, service, 1, NULL);
  g_assert_cmpstr (((DolenHistoryEntry *) entries->pdata[0])->act, ==, "call");
  g_assert_cmpint (dolen_edit_undo (dir, id, "Mair", NULL), >, 0);
  assert_confirmed (dir, service, DOLEN_FACT_TIMES, "2025-01-01");
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM confirmation"), ==, 1);
}

static void
test_places_told_anew_and_otherwise (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *service = keeping_add (dir, "Band", NULL, "2025-01-01");
  g_autoptr (DolenCall) again = new_call (service, DOLEN_CALL_REACHED);
  g_autoptr (DolenCall) other = new_call (service, DOLEN_CALL_REACHED);
  g_autoptr (DolenCapacity) full = samples_capacity (DOLEN_CAPACITY_FULL, 0, NULL);
  g_autoptr (DolenService) stored = NULL;

  dolen_call_tick (again, service, "capacity");
  save (dir, again);
  stored = dolen_directory_get_service (dir, service, NULL);
  g_assert_cmpuint (stored->capacities->len, ==, 2);
  g_assert_cmpint (dolen_service_current_capacity (stored)->status, ==, DOLEN_CAPACITY_OPEN);
  g_assert_cmpstr (dolen_service_current_capacity (stored)->as_of, ==, KEEPING_TODAY);

  dolen_call_set_capacity (other, service, full);
  other->asked = g_strdup ("the secretary");
  other->on = g_strdup ("2026-05-05");
  save (dir, other);
  g_clear_pointer (&stored, dolen_service_free);
  stored = dolen_directory_get_service (dir, service, NULL);
  g_assert_cmpint (dolen_service_current_capacity (stored)->status, ==, DOLEN_CAPACITY_FULL);
  g_assert_cmpstr (dolen_service_current_capacity (stored)->told_by, ==, "the secretary");
  g_assert_cmpstr (dolen_service_current_capacity (stored)->as_of, ==, "2026-05-05");
}

static gint64
add_words (DolenDirectory *dir, gpointer user_data, const char *who, GError **error)
{
  return dolen_edit_set_field (dir, "service", user_data, "alert", "Back in June", who, error);
}

static void
test_what_moved_is_changed_in_the_call (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *service = keeping_add (dir, "Band", NULL, "2025-01-01");
  g_autoptr (DolenCall) call = new_call (service, DOLEN_CALL_REACHED);
  g_autoptr (DolenService) stored = NULL;
  gint64 id;

  dolen_call_change (call, "service", service, "phone", "01632960999");
  dolen_call_change (call, "service", service, "fees", "£3");
  dolen_call_change (call, "service", service, "fees", "£4");
  dolen_call_add_step (call, add_words, g_strdup (service), g_free, service, "times");
  id = save (dir, call);
  stored = dolen_directory_get_service (dir, service, NULL);
  g_assert_cmpstr (stored->phone, ==, "01632960999");
  g_assert_cmpstr (stored->fees, ==, "£4");
  g_assert_cmpstr (stored->alert, ==, "Back in June");
  assert_confirmed (dir, service, DOLEN_FACT_CONTACT, KEEPING_TODAY);
  assert_confirmed (dir, service, DOLEN_FACT_COST, KEEPING_TODAY);
  assert_confirmed (dir, service, DOLEN_FACT_TIMES, KEEPING_TODAY);
  assert_confirmed (dir, service, DOLEN_FACT_ACCESS, "2025-01-01");
  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, NULL), >, 0);
  g_clear_pointer (&stored, dolen_service_free);
  stored = dolen_directory_get_service (dir, service, NULL);
  g_assert_cmpstr (stored->phone, ==, "01632960123");
  g_assert_null (stored->fees);
  g_assert_null (stored->alert);
  assert_confirmed (dir, service, DOLEN_FACT_COST, "2025-01-01");
}

static void
test_a_field_put_back_first_does_not_stop_the_rest (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *service = keeping_add (dir, "Band", NULL, "2025-01-01");
  g_autoptr (DolenCall) call = new_call (service, DOLEN_CALL_REACHED);
  g_autoptr (GPtrArray) stayed = NULL;
  gint64 id;

  dolen_call_change (call, "service", service, "fees", "£3");
  dolen_call_tick (call, service, "times");
  id = save (dir, call);
  g_assert_cmpint (
      dolen_edit_undo (
          dir, samples_count (dir, "SELECT id FROM history WHERE field = 'fees'"), NULL, NULL),
      >,
      0);
  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, NULL), >, 0);
  assert_confirmed (dir, service, DOLEN_FACT_TIMES, "2025-01-01");
  stayed = dolen_edit_list_stayed (dir, id, NULL);
  g_assert_cmpuint (stayed->len, ==, 0);
  /* Once only. */
  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, NULL), ==, 0);
}

/* What was edited since stays as it is; the rest of the call is taken back. */
static void
test_a_field_edited_since_does_not_stop_the_rest (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *service = keeping_add (dir, "Band", NULL, "2025-01-01");
  g_autoptr (DolenCall) call = new_call (service, DOLEN_CALL_REACHED);
  g_autoptr (DolenService) stored = NULL;
  g_autoptr (GPtrArray) stayed = NULL;
  gint64 id;

  dolen_call_change (call, "service", service, "fees", "£3");
  dolen_call_change (call, "service", service, "phone", "01632960999");
  dolen_call_tick (call, service, "times");
  id = save (dir, call);
  g_assert_cmpint (dolen_edit_set_field (dir, "service", service, "fees", "£5", NULL, NULL), >, 0);
  g_assert_cmpint (dolen_edit_undo (dir, id, "Mair", &error), >, 0);
  g_assert_no_error (error);
  stored = dolen_directory_get_service (dir, service, NULL);
  g_assert_cmpstr (stored->fees, ==, "£5");
  g_assert_cmpstr (stored->phone, ==, "01632960123");
  assert_confirmed (dir, service, DOLEN_FACT_TIMES, "2025-01-01");
  stayed = dolen_edit_list_stayed (dir, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stayed->len, ==, 1);
  g_assert_cmpstr (((DolenHistoryEntry *) stayed->pdata[0])->field, ==, "fees");
}

static gint64
set_funding (DolenDirectory *dir, gpointer user_data, const char *who, GError **error)
{
  g_autoptr (DolenService) draft = club_get (dir, user_data);

  g_ptr_array_set_size (draft->funding, 0);
  g_ptr_array_add (draft->funding, club_funding ("f", "The council", "2027-03-31"));
  return dolen_edit_set_part (dir, "service", "funding", draft, who, error);
}

/* A step that tells what we have already: the call is saved, and confirms it. */
static void
test_a_step_that_changes_nothing (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *service = keeping_add (dir, "Band", NULL, "2025-01-01");
  g_autoptr (DolenCall) call = new_call (service, DOLEN_CALL_REACHED);
  gint64 id;

  g_assert_cmpint (set_funding (dir, service, NULL, NULL), >, 0);
  g_assert_cmpint (set_funding (dir, service, NULL, NULL), ==, DOLEN_EDIT_UNCHANGED);
  dolen_call_add_step (call, set_funding, g_strdup (service), g_free, service, "cost");
  dolen_call_tick (call, service, "times");
  id = save (dir, call);
  assert_confirmed (dir, service, DOLEN_FACT_TIMES, KEEPING_TODAY);
  assert_confirmed (dir, service, DOLEN_FACT_COST, KEEPING_TODAY);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM history WHERE field = 'funding'"), ==, 1);
  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, NULL), >, 0);
  assert_confirmed (dir, service, DOLEN_FACT_TIMES, "2025-01-01");
}

static void
test_a_call_is_whole_or_not_at_all (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *service = keeping_add (dir, "Band", NULL, "2025-01-01");
  g_autoptr (DolenCall) call = new_call (service, DOLEN_CALL_REACHED);

  dolen_call_tick (call, service, "times");
  dolen_call_change (call, "service", service, "fees", "£3");
  dolen_call_change (call, "service", service, "colour", "blue");
  g_assert_cmpint (dolen_call_save (dir, call, NULL, &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  assert_confirmed (dir, service, DOLEN_FACT_TIMES, "2025-01-01");
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM history"), ==, 0);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM field_edit"), ==, 0);
  dolen_call_unchange (call, "service", service, "colour");
  dolen_call_add_service (call, "nobody");
  g_assert_cmpint (dolen_call_save (dir, call, NULL, &error), ==, 0);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND);
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM history"), ==, 0);
}

static void
test_nothing_is_confirmed_by_nobody (void)
{
  static const DolenCallOutcome outcomes[] = { DOLEN_CALL_LEFT_MESSAGE,
                                               DOLEN_CALL_NO_ANSWER,
                                               DOLEN_CALL_WRONG_NUMBER,
                                               DOLEN_CALL_ASKED_TO_BE_REMOVED,
                                               DOLEN_CALL_DO_NOT_CONTACT };
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *service = keeping_add (dir, "Band", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (DolenCall) call = new_call (service, outcomes[i]);

    dolen_call_tick (call, service, "times");
    g_assert_cmpint (dolen_call_save (dir, call, NULL, &error), ==, 0);
    g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
    dolen_call_untick (call, service, "times");
    save (dir, call);
  }
  for (guint fact = 0; fact < DOLEN_N_FACTS; fact++)
    assert_confirmed (dir, service, (DolenFact) fact, NULL);
  /* Nor does the rest of the program take a call without an answer for one. */
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM confirmation WHERE confirmed IS NOT NULL"), ==, 0);
}

/* Somebody was reached and was told nothing that was asked: nothing is confirmed, and nobody takes
 * the listing for one that is. */
static void
test_reached_and_told_nothing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *service = keeping_add (dir, "Band", NULL, NULL);
  g_autoptr (DolenCall) call = new_call (service, DOLEN_CALL_REACHED);
  g_autoptr (DolenCall) told = new_call (service, DOLEN_CALL_REACHED);
  DolenDirectoryCounts counts;

  call->next_try_on = g_strdup ("2026-05-08");
  save (dir, call);
  g_assert_true (dolen_directory_get_counts (dir, &counts, &error));
  g_assert_cmpint (counts.confirmed, ==, 0);
  /* They said: ring again on Friday. */
  g_assert_cmpuint (count_calls (dir, FALSE, "2026-05-07"), ==, 0);
  g_assert_cmpuint (count_calls (dir, FALSE, "2026-05-08"), ==, 1);
  dolen_call_tick (told, service, "cost");
  save (dir, told);
  g_assert_true (dolen_directory_get_counts (dir, &counts, &error));
  g_assert_cmpint (counts.confirmed, ==, 1);
}

static void
test_no_answer_comes_back_by_itself (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *service = keeping_add (dir, "Band", NULL, NULL);
  g_autoptr (DolenCall) call = new_call (service, DOLEN_CALL_NO_ANSWER);
  g_autoptr (DolenQueueItem) item = NULL;

  call->next_try_on = g_strdup ("2026-05-07");
  save (dir, call);
  g_assert_cmpuint (count_calls (dir, FALSE, KEEPING_TODAY), ==, 0);
  g_assert_cmpuint (count_calls (dir, TRUE, KEEPING_TODAY), ==, 1);
  g_assert_cmpuint (count_calls (dir, FALSE, "2026-05-07"), ==, 1);
  item = dolen_queue_find (dir, service, "call", NULL, DOLEN_LANGUAGE_EN, "2026-05-07", NULL);
  g_assert_cmpuint (item->tries, ==, 1);
  g_assert_cmpint (item->last_outcome, ==, DOLEN_CALL_NO_ANSWER);
  g_assert_cmpstr (item->last_try_on, ==, KEEPING_TODAY);
  g_assert_cmpstr (item->next_try_on, ==, "2026-05-07");
}

static void
test_the_next_try_by_rule (void)
{
  /* 4 May 2026 is a bank holiday Monday, 25 May another. */
  static const struct {
    DolenCallOutcome outcome;
    guint tries;
    const char *from, *on;
    gboolean another_way;
  } cases[] = {
    { DOLEN_CALL_NO_ANSWER, 0, "2026-05-01", "2026-05-05", FALSE },
    { DOLEN_CALL_LEFT_MESSAGE, 1, "2026-05-05", "2026-05-08", FALSE },
    { DOLEN_CALL_NO_ANSWER, 2, "2026-05-20", "2026-05-28", TRUE },
    { DOLEN_CALL_NO_ANSWER, 7, "2026-05-20", "2026-05-28", TRUE },
    { DOLEN_CALL_WRONG_NUMBER, 0, "2026-05-20", NULL, TRUE },
    { DOLEN_CALL_REACHED, 2, "2026-05-20", NULL, FALSE },
    { DOLEN_CALL_DO_NOT_CONTACT, 0, "2026-05-20", NULL, FALSE },
    { DOLEN_CALL_ASKED_TO_BE_REMOVED, 0, "2026-05-20", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint language = 0; language < DOLEN_N_LANGUAGES; language++) {
      g_autoptr (DolenNextTry) next = dolen_call_next_try (
          NULL, cases[i].outcome, cases[i].tries, cases[i].from, (DolenLanguage) language);

      g_test_message ("case %u", i);
      g_assert_cmpstr (next->on, ==, cases[i].on);
      g_assert_cmpint (next->another_way, ==, cases[i].another_way);
      g_assert_cmpstr (next->words, !=, "");
    }
}

static void
test_asked_to_be_removed (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *service = keeping_add (dir, "Band", NULL, NULL);
  g_autoptr (DolenCall) call = new_call (service, DOLEN_CALL_ASKED_TO_BE_REMOVED);
  gint64 id = save (dir, call);

  g_assert_cmpint (samples_count (dir, "SELECT do_not_list FROM service"), ==, 1);
  g_assert_cmpuint (count_calls (dir, FALSE, "2036-01-01"), ==, 0);
  g_assert_cmpuint (count_calls (dir, TRUE, "2036-01-01"), ==, 0);
  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, NULL), >, 0);
  g_assert_cmpint (samples_count (dir, "SELECT do_not_list FROM service"), ==, 0);
  g_assert_cmpuint (count_calls (dir, FALSE, KEEPING_TODAY), ==, 1);
}

static void
test_do_not_contact_is_kept (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) organisation = samples_organisation (dir, "Y Neuadd");
  g_autofree char *lunch = keeping_add (dir, "Lunch", organisation->uid, NULL);
  g_autofree char *later = NULL;
  g_autoptr (DolenCall) call = new_call (lunch, DOLEN_CALL_DO_NOT_CONTACT);
  gint64 id;

  keeping_exec (dir, "UPDATE organisation SET volunteer_run = 1");
  id = save (dir, call);
  g_assert_cmpuint (count_calls (dir, FALSE, "2036-01-01"), ==, 0);
  g_assert_cmpuint (count_calls (dir, TRUE, "2036-01-01"), ==, 1);
  /* Nor for what volunteers begin afterwards. */
  later = keeping_add (dir, "Choir", organisation->uid, NULL);
  g_assert_cmpuint (count_calls (dir, FALSE, "2036-01-01"), ==, 0);
  g_assert_cmpint (samples_count (dir, "SELECT sum (do_not_list) FROM service"), ==, 0);
  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, NULL), >, 0);
  g_assert_cmpuint (count_calls (dir, FALSE, "2036-01-01"), ==, 1);
}

static void
test_a_wrong_number_waits_for_another (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *service = keeping_add (dir, "Band", NULL, NULL);
  g_autoptr (DolenCall) call = new_call (service, DOLEN_CALL_WRONG_NUMBER);
  g_autoptr (DolenQueueList) list = NULL;
  gint64 edit;

  save (dir, call);
  list = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpuint (list->total, ==, 1);
  g_assert_nonnull (keeping_ask (keeping_item (list, 0), "wrong-number"));
  edit = dolen_edit_set_field (dir, "service", service, "phone", "01632960999", NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&list, dolen_queue_list_free);
  list = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpuint (list->total, ==, 1);
  g_assert_true (keeping_item (list, 0)->call);
  g_assert_cmpint (dolen_edit_undo (dir, edit, NULL, NULL), >, 0);
  g_clear_pointer (&list, dolen_queue_list_free);
  list = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_false (keeping_item (list, 0)->call);
}

/* The number of one listing is wrong: volunteers are rung on that of another, until none is left.
 */
static void
test_a_wrong_number_leaves_the_others (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) group = samples_organisation (dir, "Volunteers");
  g_autofree char *band = keeping_add (dir, "Band", group->uid, NULL);
  g_autofree char *choir = keeping_add (dir, "Choir", group->uid, NULL);
  g_autoptr (DolenCall) call = new_call (band, DOLEN_CALL_WRONG_NUMBER);
  g_autoptr (DolenQueueList) list = NULL;

  keeping_exec (dir, "UPDATE organisation SET volunteer_run = 1");
  keeping_exec (dir, "UPDATE service SET phone = '01632960777' WHERE name_en = 'Choir'");
  dolen_call_add_service (call, choir);
  save (dir, call);
  list = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpuint (list->total, ==, 1);
  g_assert_true (keeping_item (list, 0)->call);
  g_assert_cmpstr (keeping_item (list, 0)->phone, ==, "01632960777");
  g_assert_cmpuint (keeping_item (list, 0)->wrong_numbers, ==, 1);
  save (dir, call);
  g_clear_pointer (&list, dolen_queue_list_free);
  list = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpuint (list->put_off, ==, 1);
  for (guint i = 0; i < list->items->len; i++)
    g_assert_nonnull (keeping_ask (keeping_item (list, i), "wrong-number"));
}

/* Reached on the second number: the first is still wrong the next time. */
static void
test_a_number_stays_wrong_until_it_is_changed (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *service = keeping_add (dir, "Band", NULL, NULL);
  g_autoptr (DolenService) record = dolen_directory_get_service (dir, service, NULL);
  g_autoptr (DolenCall) wrong = new_call (service, DOLEN_CALL_WRONG_NUMBER);
  g_autoptr (DolenCall) reached = new_call (service, DOLEN_CALL_REACHED);
  g_autoptr (DolenQueueList) list = NULL;
  DolenContact *contact = dolen_contact_new ();

  contact->uid = g_strdup ("secretary");
  contact->phone = g_strdup ("01632960777");
  g_ptr_array_add (record->contacts, contact);
  samples_save (dir, record);
  save (dir, wrong);
  save (dir, reached);
  list = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpstr (keeping_item (list, 0)->phone, ==, "01632960777");
  g_assert_cmpint (
      dolen_edit_set_field (dir, "service", service, "phone", "01632960999", NULL, &error), >, 0);
  g_assert_no_error (error);
  g_clear_pointer (&list, dolen_queue_list_free);
  list = keeping_read (dir, 0, KEEPING_TODAY);
  g_assert_cmpstr (keeping_item (list, 0)->phone, ==, "01632960999");
}

static void
test_questions_are_answered (void)
{
  static const char *const asked[] = { "cost", "need:debt", "enabler:minibus", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *service = keeping_add (dir, "Band", NULL, KEEPING_TODAY);
  g_auto (GStrv) uids = dolen_directory_ask (dir, service, asked, KEEPING_TODAY, NULL, &error);
  g_autoptr (DolenCall) call = new_call (service, DOLEN_CALL_REACHED);
  g_autoptr (GPtrArray) open = NULL;
  gint64 id;

  dolen_call_tick (call, service, "cost");
  dolen_call_answer (call, uids[1]);
  id = save (dir, call);
  open = dolen_directory_list_questions (dir, service, NULL);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpstr (((DolenQuestion *) open->pdata[0])->what, ==, "enabler:minibus");
  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, NULL), >, 0);
  g_ptr_array_unref (open);
  open = dolen_directory_list_questions (dir, service, NULL);
  g_assert_cmpuint (open->len, ==, 3);
}

static void
test_a_call_survives_the_listing_being_saved (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *service = keeping_add (dir, "Band", NULL, NULL);
  g_autoptr (DolenCall) call = new_call (service, DOLEN_CALL_DO_NOT_CONTACT);
  g_autoptr (GPtrArray) calls = NULL;
  const DolenConfirmation *kept;

  call->note = g_strdup ("Too small for visitors");
  call->next_try_on = g_strdup ("2026-06-01");
  save (dir, call);
  g_assert_cmpint (
      dolen_edit_set_field (dir, "service", service, "fees", "Free", NULL, &error), >, 0);
  calls = dolen_call_history (dir, service, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (calls->len, ==, 1);
  kept = g_ptr_array_index (calls, 0);
  g_assert_cmpint (kept->outcome, ==, DOLEN_CALL_DO_NOT_CONTACT);
  g_assert_cmpstr (kept->note, ==, "Too small for visitors");
  g_assert_cmpstr (kept->next_try_on, ==, "2026-06-01");
  g_assert_cmpstr (kept->by, ==, "Mair");
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  keeping_set_day (KEEPING_TODAY);
  g_test_add_func ("/directory/call/ticked", test_only_what_was_ticked);
  g_test_add_func ("/directory/call/places", test_places_told_anew_and_otherwise);
  g_test_add_func ("/directory/call/moved", test_what_moved_is_changed_in_the_call);
  g_test_add_func ("/directory/call/put-back", test_a_field_put_back_first_does_not_stop_the_rest);
  g_test_add_func ("/directory/call/edited-since",
                   test_a_field_edited_since_does_not_stop_the_rest);
  g_test_add_func ("/directory/call/unchanged", test_a_step_that_changes_nothing);
  g_test_add_func ("/directory/call/whole", test_a_call_is_whole_or_not_at_all);
  g_test_add_func ("/directory/call/nobody", test_nothing_is_confirmed_by_nobody);
  g_test_add_func ("/directory/call/told-nothing", test_reached_and_told_nothing);
  g_test_add_func ("/directory/call/no-answer", test_no_answer_comes_back_by_itself);
  g_test_add_func ("/directory/call/next-try", test_the_next_try_by_rule);
  g_test_add_func ("/directory/call/removed", test_asked_to_be_removed);
  g_test_add_func ("/directory/call/do-not-contact", test_do_not_contact_is_kept);
  g_test_add_func ("/directory/call/wrong-number", test_a_wrong_number_waits_for_another);
  g_test_add_func ("/directory/call/other-numbers", test_a_wrong_number_leaves_the_others);
  g_test_add_func ("/directory/call/still-wrong", test_a_number_stays_wrong_until_it_is_changed);
  g_test_add_func ("/directory/call/questions", test_questions_are_answered);
  g_test_add_func ("/directory/call/survives", test_a_call_survives_the_listing_being_saved);
  return g_test_run ();
}

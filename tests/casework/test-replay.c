/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-move.h"
#include "casework/dolen-caseload-private.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-casework-concerns.h"
#include "casework/dolen-retention.h"
#include "support/dolen-test.h"

/*
 * What is on the screen after a day of acts is what unlocking makes of the journal: the caseload
 * grown act by act and the one replayed are equal to the last row, whatever was done in whatever
 * order. Seeded: DOLEN_TEST_SEED repeats a run.
 */
#define PEOPLE 6
#define ROUNDS 8
#define ACTS 40

typedef struct {
  CaseworkTest *test;
  GRand *rand;
  GPtrArray *people; /* uids */
  GPtrArray *undos;  /* DolenUndo: of acts not yet taken back */
} Mix;

static DolenCaseload *
caseload (Mix *mix)
{
  return dolen_casework_get_caseload (mix->test->casework);
}

static const char *
any_person (Mix *mix)
{
  return g_ptr_array_index (mix->people,
                            (guint) g_rand_int_range (mix->rand, 0, (gint32) mix->people->len));
}

static void *
any_record (Mix *mix, const DolenRecordType *type, const char *person)
{
  g_autoptr (GPtrArray) all = dolen_caseload_list_records (caseload (mix), type, person, NULL);

  g_assert_nonnull (all);
  if (all->len == 0)
    return NULL;
  return g_ptr_array_steal_index (all, (guint) g_rand_int_range (mix->rand, 0, (gint32) all->len));
}

static void
keep_undo (Mix *mix, DolenUndo *undo)
{
  if (undo != NULL)
    g_ptr_array_add (mix->undos, undo);
}

/* ---- the acts as people do them; what a rule refuses is refused ---- */

static void
add_person (Mix *mix)
{
  g_autoptr (DolenPerson) person = dolen_person_new ();
  DolenUndo *undo = NULL;

  person->name = g_strdup_printf ("Person %u", g_rand_int_range (mix->rand, 0, 1000));
  dolen_casework_person_add (mix->test->casework, person, &undo, NULL);
  dolen_undo_free (undo); /* so that there is always somebody */
  g_ptr_array_add (mix->people, g_strdup (person->uid));
}

static void
change_person (Mix *mix)
{
  g_autoptr (DolenPerson) person = dolen_caseload_get_person (caseload (mix), any_person (mix));
  DolenUndo *undo = NULL;

  if (person == NULL)
    return;
  g_free (person->gender);
  person->gender = g_rand_boolean (mix->rand)
                       ? g_strdup_printf ("gender %u", g_rand_int_range (mix->rand, 0, 4))
                       : NULL;
  dolen_casework_person_update (mix->test->casework, person, &undo, NULL);
  keep_undo (mix, undo);
}

static void
write_note (Mix *mix)
{
  g_autofree char *text = g_strdup_printf ("note %u", g_rand_int (mix->rand));
  g_autoptr (DolenNote) note = dolen_note_new (any_person (mix), NULL, "note", text);
  DolenUndo *undo = NULL;

  dolen_casework_note_add (mix->test->casework, note, &undo, NULL);
  keep_undo (mix, undo);
}

static void
move_note (Mix *mix)
{
  g_autoptr (DolenNote) note = any_record (mix, &dolen_note_type, any_person (mix));

  if (note != NULL)
    dolen_casework_note_move (
        mix->test->casework, note->uid, any_person (mix), "wrong record", NULL);
}

static void
redact_entry (Mix *mix)
{
  g_autoptr (GPtrArray) entries = dolen_caseload_list_timeline (
      caseload (mix), any_person (mix), DOLEN_ENTRY_ALL, -1, NULL);
  const DolenEntry *entry;

  if (entries->len == 0 || g_rand_int_range (mix->rand, 0, 3) > 0)
    return;
  entry
      = g_ptr_array_index (entries, (guint) g_rand_int_range (mix->rand, 0, (gint32) entries->len));
  dolen_casework_redact (mix->test->casework, entry->event, "said in confidence", NULL);
}

static void
send_referral (Mix *mix)
{
  g_autoptr (DolenReferral) referral = casework_test_referral (
      any_person (mix), g_rand_boolean (mix->rand) ? DOLEN_REFERRAL : DOLEN_SIGNPOSTING);
  DolenUndo *undo = NULL;

  if (g_rand_boolean (mix->rand))
    dolen_casework_referral_draft (mix->test->casework, referral, &undo, NULL);
  else
    dolen_casework_referral_send (mix->test->casework, referral, NULL, &undo, NULL);
  keep_undo (mix, undo);
}

static void
record_state (Mix *mix)
{
  g_autoptr (DolenReferral) referral = any_record (mix, &dolen_referral_type, any_person (mix));
  DolenUndo *undo = NULL;

  if (referral == NULL)
    return;
  dolen_casework_referral_record (mix->test->casework,
                                  referral->uid,
                                  g_rand_int_range (mix->rand, 0, DOLEN_N_REFERRAL_STATES),
                                  NULL,
                                  "no-capacity",
                                  "they said so",
                                  &undo,
                                  NULL);
  keep_undo (mix, undo);
}

static void
do_follow_up (Mix *mix)
{
  g_autoptr (DolenFollowUp) follow_up = any_record (mix, &dolen_follow_up_type, any_person (mix));
  DolenCasework *casework = mix->test->casework;
  DolenUndo *undo = NULL;

  if (follow_up == NULL) {
    follow_up
        = dolen_follow_up_new (any_person (mix), NULL, DOLEN_FOLLOW_UP_NEXT_CONTACT, "2026-11-20");
    dolen_casework_follow_up_add (casework, follow_up, &undo, NULL);
  } else if (g_rand_boolean (mix->rand)) {
    dolen_casework_follow_up_done (casework, follow_up->uid, "rang", "2026-11-27", &undo, NULL);
  } else if (g_rand_boolean (mix->rand)) {
    dolen_casework_follow_up_move (casework, follow_up->uid, "2026-12-01", &undo, NULL);
  } else {
    dolen_casework_follow_up_cancel (casework, follow_up->uid, &undo, NULL);
  }
  keep_undo (mix, undo);
}

static void
die_or_be_erased (Mix *mix)
{
  guint i = (guint) g_rand_int_range (mix->rand, 0, (gint32) mix->people->len);
  const char *person = g_ptr_array_index (mix->people, i);
  DolenUndo *undo = NULL;

  if (g_rand_int_range (mix->rand, 0, 8) > 0 || mix->people->len <= 2)
    return;
  if (g_rand_boolean (mix->rand)) {
    dolen_casework_died (mix->test->casework, person, NULL, NULL, &undo, NULL);
    keep_undo (mix, undo);
  } else {
    g_autoptr (DolenRetentionDecision) hold = dolen_caseload_get_hold (caseload (mix), person);
    gboolean may = hold == NULL && dolen_caseload_count_open_concerns (caseload (mix), person) == 0;

    g_assert_cmpint (
        dolen_casework_person_erase (mix->test->casework, person, "asked for it", NULL), ==, may);
    if (may)
      g_ptr_array_remove_index (mix->people, i);
  }
}

static void
take_back (Mix *mix)
{
  g_autoptr (DolenUndo) undo = NULL;

  if (mix->undos->len == 0)
    return;
  undo = g_ptr_array_steal_index (
      mix->undos, (guint) g_rand_int_range (mix->rand, 0, (gint32) mix->undos->len));
  dolen_casework_undo (mix->test->casework, undo, NULL);
}

/* ---- records of every type, whatever acts there come to be ---- */

static struct json_object *
any_value (Mix *mix, const DolenField *field)
{
  int n = g_rand_int_range (mix->rand, 0, 5), count = 0;
  g_autofree char *text = g_strdup_printf ("value %d", n);
  struct json_object *array;

  if (n == 0)
    return NULL;
  switch (field->kind) {
  case DOLEN_FIELD_INT:
  case DOLEN_FIELD_TIME:
    return json_object_new_int (n);
  case DOLEN_FIELD_BOOL:
    return json_object_new_boolean (n > 2);
  case DOLEN_FIELD_ENUM:
    while (field->nicks[count] != NULL)
      count++;
    return json_object_new_string (n == 1 ? "of a newer Dolen"
                                          : field->nicks[g_rand_int_range (mix->rand, 0, count)]);
  case DOLEN_FIELD_LIST:
    array = json_object_new_array ();
    json_object_array_add (array, json_object_new_string (text));
    return array;
  case DOLEN_FIELD_ROWS:
    array = json_object_new_array ();
    json_object_array_add (array, json_object_new_object ());
    return array;
  case DOLEN_FIELD_TEXT:
  default:
    return n == 1 ? json_object_new_int (17) : json_object_new_string (text);
  }
}

static struct json_object *
any_fields (Mix *mix, const DolenRecordType *type, const char *person)
{
  struct json_object *set = json_object_new_object ();

  for (gsize i = 1; i < type->n_fields; i++) {
    const DolenField *field = &type->fields[i];

    if (g_str_equal (field->name, "person"))
      json_object_object_add (set, "person", json_object_new_string (person));
    else if (!g_str_equal (field->name, "name") && !g_str_equal (field->name, "created")
             && g_rand_int_range (mix->rand, 0, 4) == 0)
      json_object_object_add (set, field->name, any_value (mix, field));
  }
  json_object_object_add (set, "wings", json_object_new_int (2));
  return set;
}

/* Made, changed, and sometimes taken away: a few uids, so that the same come again. What is of the
 * office stands in no person's event. */
static void
change_any_record (Mix *mix)
{
  const DolenRecordType *const *types = dolen_caseload_types ();
  const char *person = g_rand_int_range (mix->rand, 0, 4) > 0 ? any_person (mix) : NULL;
  g_autoptr (DolenAct) act = dolen_act_begin (mix->test->casework, "later.kind", person, NULL);
  int n = 0;

  g_assert_nonnull (act);
  while (types[n] != NULL)
    n++;
  for (int i = g_rand_int_range (mix->rand, 1, 4); i > 0; i--) {
    const DolenRecordType *type = types[g_rand_int_range (mix->rand, 1, n)];
    g_autofree char *uid = g_strdup_printf ("%.23s-%012d",
                                            person != NULL ? person : "0ff1ce00-0000-4000-8000",
                                            g_rand_int_range (mix->rand, 0, 6));

    if (dolen_record_is_of_person (type) != (person != NULL))
      continue;
    dolen_event_add_change (act->event,
                            type->name,
                            uid,
                            g_rand_int_range (mix->rand, 0, 6) > 0 ? any_fields (mix, type, person)
                                                                   : NULL);
  }
  dolen_act_commit (act, NULL, NULL);
}

/* ---- comparing ---- */

static char *
describe (Mix *mix)
{
  GString *all = g_string_new (NULL);
  g_autofree char *dump = NULL;

  /* The order of a timeline, which the dump says nothing of, and it before all were made. */
  for (guint i = 0; i < mix->people->len; i++) {
    g_autoptr (GPtrArray) entries = dolen_caseload_list_timeline (
        caseload (mix), g_ptr_array_index (mix->people, i), DOLEN_ENTRY_ALL, -1, NULL);

    for (guint j = 0; j < entries->len; j++) {
      const DolenEntry *entry = g_ptr_array_index (entries, j);
      g_string_append_printf (all, "%s %s %d\n", entry->event, entry->type, entry->undone);
    }
  }
  dump = dolen_caseload_dump (caseload (mix));
  g_string_append (all, dump);
  return g_string_free (all, FALSE);
}

static void
do_one (Mix *mix)
{
  static void (*const acts[]) (Mix *)
      = { change_person,     write_note,   write_note,   move_note,        redact_entry,
          send_referral,     record_state, do_follow_up, take_back,        take_back,
          change_any_record, record_state, do_follow_up, die_or_be_erased, add_person };

  acts[g_rand_int_range (mix->rand, 0, G_N_ELEMENTS (acts))](mix);
  if (g_rand_boolean (mix->rand))
    dolen_time_set_fixed (dolen_time_now () + g_rand_int_range (mix->rand, 0, 60000));
}

static void
expect_the_same (Mix *mix)
{
  g_autofree char *grown = describe (mix);
  g_autofree char *replayed = NULL;

  g_assert_null (dolen_casework_get_problem (mix->test->casework));
  casework_test_reopen (mix->test);
  g_assert_null (dolen_casework_get_problem (mix->test->casework));
  replayed = describe (mix);
  g_assert_cmpstr (grown, ==, replayed);
}

static void
test_a_caseload_grown_is_the_one_replayed (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  const char *given = g_getenv ("DOLEN_TEST_SEED");
  guint32 seed = given != NULL ? (guint32) g_ascii_strtoull (given, NULL, 10) : g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) undos = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_undo_free);
  Mix mix = { test, rand, people, undos };

  g_test_message ("DOLEN_TEST_SEED=%u", seed);
  for (int i = 0; i < PEOPLE; i++)
    add_person (&mix);
  for (int i = 0; i < ROUNDS; i++) {
    for (int j = 0; j < ACTS; j++)
      do_one (&mix);
    expect_the_same (&mix);
  }
  /* Most of what was tried was done. */
  g_assert_cmpint (dolen_vault_count_events (test->casework->vault), >, ROUNDS * ACTS / 2);
}

/* A change to a record whose beginning was destroyed makes none: it would belong to nobody, and
 * stay behind when the person is erased. */
static void
test_no_record_belongs_to_nobody (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *anwen = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenAct) act = dolen_act_begin (test->casework, "later.kind", anwen, NULL);
  DolenCaseload *caseload = dolen_casework_get_caseload (test->casework);
  struct json_object *set = json_object_new_object ();
  g_autoptr (GPtrArray) referrals = NULL;

  json_object_object_add (set, "state", json_object_new_string ("cancelled"));
  dolen_event_add_change (act->event, "referral", "8d2c0f5e-0000-4000-8000-000000000001", set);
  g_assert_true (dolen_act_commit (act, NULL, NULL));
  referrals = dolen_caseload_list_records (caseload, &dolen_referral_type, NULL, NULL);
  g_assert_cmpuint (referrals->len, ==, 0);
}

/* Half the caseload's timelines are made, half are not, when acts come in. */
static void
test_a_timeline_is_the_same_whenever_it_is_made (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *anwen = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *bob = casework_test_add_person (test, "Bob Hughes");
  const char *const both[] = { anwen, bob };

  for (int i = 0; i < 3; i++) {
    casework_test_note (test, anwen, "rang her");
    casework_test_note (test, bob, "saw him");
  }
  casework_test_reopen (test);
  g_assert_true (
      dolen_caseload_need_timeline (dolen_casework_get_caseload (test->casework), anwen, NULL));
  casework_test_note (test, anwen, "the last");
  casework_test_note (test, bob, "the last");
  for (gsize i = 0; i < G_N_ELEMENTS (both); i++) {
    g_autoptr (GPtrArray) entries = dolen_caseload_list_timeline (
        dolen_casework_get_caseload (test->casework), both[i], DOLEN_ENTRY_ALL, -1, NULL);

    g_assert_cmpuint (entries->len, ==, 5);
    g_assert_cmpstr (((DolenEntry *) entries->pdata[0])->text, ==, "the last");
    g_assert_cmpstr (((DolenEntry *) entries->pdata[4])->type, ==, DOLEN_EVENT_PERSON_ADD);
  }
}

/* What is destroyed goes from the caseload that is there: the journal is not read anew for it. */
static void
test_destroying_reads_no_journal_anew (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *anwen = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *bob = casework_test_add_person (test, "Bob Hughes");
  g_autoptr (GPtrArray) notes = NULL;
  DolenCaseload *caseload;
  GError *error = NULL;

  casework_test_note (test, anwen, "about Bob");
  casework_test_note (test, bob, "about Bob");
  casework_test_reopen (test);
  caseload = dolen_casework_get_caseload (test->casework);
  notes = dolen_caseload_list_records (caseload, &dolen_note_type, anwen, NULL);
  g_assert_true (dolen_casework_note_move (
      test->casework, ((DolenNote *) notes->pdata[0])->uid, bob, "wrong record", &error));
  g_assert_true (dolen_casework_person_erase (test->casework, anwen, "asked for it", &error));
  g_assert_no_error (error);
  g_assert_true (dolen_casework_get_caseload (test->casework) == caseload);
  g_ptr_array_unref (notes);
  notes = dolen_caseload_list_records (caseload, &dolen_note_type, NULL, NULL);
  g_assert_cmpuint (notes->len, ==, 2);
  g_assert_null (dolen_caseload_get_person (caseload, anwen));
}

#define ADD(test) g_test_add_func ("/casework/replay/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (a_caseload_grown_is_the_one_replayed);
  ADD (no_record_belongs_to_nobody);
  ADD (a_timeline_is_the_same_whenever_it_is_made);
  ADD (destroying_reads_no_journal_anew);
  return g_test_run ();
}

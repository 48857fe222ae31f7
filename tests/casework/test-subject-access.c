/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "team-support.h"

#include "base/dolen-time.h"
#include "casework/dolen-casework-concerns.h"
#include "casework/dolen-casework-retention.h"
#include "casework/dolen-subject-access.h"
#include "reports/dolen-subject-document.h"
#include "support/dolen-test.h"

#include <string.h>

/* A copy of everything: all of it, and nothing of others unless somebody decides so. */

static DolenSubjectAccess *
gather (CaseworkTest *test, const char *person)
{
  GError *error = NULL;
  DolenSubjectAccess *access = dolen_subject_access_new (test->casework, person, &error);

  g_assert_no_error (error);
  return access;
}

static char *
as_json (DolenSubjectAccess *access)
{
  struct json_object *all = dolen_subject_access_collect (access);
  char *text = g_strdup (json_object_to_json_string_ext (all, JSON_C_TO_STRING_PLAIN));

  json_object_put (all);
  return text;
}

static char *
as_document (DolenSubjectAccess *access)
{
  struct json_object *all = dolen_subject_access_collect (access);
  char *text = dolen_subject_document_new (all, "CAVO", DOLEN_LANGUAGE_EN);

  json_object_put (all);
  return text;
}

static const DolenRecordType *const types[] = {
  &dolen_incoming_type,
  &dolen_episode_type,
  &dolen_encounter_type,
  &dolen_review_type,
  &dolen_consent_type,
  &dolen_choice_type,
  &dolen_referral_type,
  &dolen_appointment_type,
  &dolen_concern_type,
  &dolen_message_type,
  &dolen_note_type,
  &dolen_follow_up_type,
  &dolen_gap_type,
  &dolen_rule_override_type,
  &dolen_not_for_them_type,
  &dolen_shortlisted_type,
  &dolen_retention_decision_type,
};

/* A value for a field that stands nowhere else: its place in the type, and the type. */
static char *
mark (const DolenRecordType *type, const DolenField *field)
{
  return g_strdup_printf ("mark-%s-%s-end", type->name, field->name);
}

static struct json_object *
fill (const DolenRecordType *type, const char *person)
{
  struct json_object *set = json_object_new_object ();

  for (gsize i = 1; i < type->n_fields; i++) {
    const DolenField *field = &type->fields[i];
    g_autofree char *word = mark (type, field);
    struct json_object *list;

    switch (field->kind) {
    case DOLEN_FIELD_TEXT:
      json_object_object_add (
          set,
          field->name,
          json_object_new_string (g_str_equal (field->name, "person") ? person : word));
      break;
    case DOLEN_FIELD_LIST:
      list = json_object_new_array ();
      json_object_array_add (list, json_object_new_string (word));
      json_object_object_add (set, field->name, list);
      break;
    case DOLEN_FIELD_INT:
      json_object_object_add (set, field->name, json_object_new_int64 (7000000 + (int) i));
      break;
    default:
      break;
    }
  }
  return set;
}

static void
put_every_record (CaseworkTest *test, const char *person)
{
  for (gsize t = 0; t < G_N_ELEMENTS (types); t++) {
    g_autoptr (DolenEvent) event = dolen_event_new ("test.fill", person);
    struct json_object *set = fill (types[t], person);
    g_autofree char *uid = g_strdup_printf ("00000000-0000-4000-8000-0000000000%02d", (int) t);

    json_object_object_add (set, "uid", json_object_new_string (uid));
    dolen_event_add_change (event, types[t]->name, uid, set);
    dolen_caseload_apply (dolen_casework_get_caseload (test->casework), event);
  }
}

static void
test_every_field_and_every_event_is_in_it (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Beti Tudor");
  g_autofree char *other = casework_test_add_person (test, "Emlyn Prys");
  g_autoptr (DolenSubjectAccess) access = NULL;
  g_autofree char *json = NULL;
  g_autofree char *document = NULL;
  g_autoptr (GPtrArray) timeline = NULL;

  casework_test_note (test, person, "Cyntaf");
  casework_test_note (test, other, "Nid ei chofnod hi");
  g_assert_true (dolen_draft_save (test->casework, "note", person, "{\"text\":\"Drafft\"}", NULL));
  put_every_record (test, person);
  access = gather (test, person);
  for (guint i = 0; i < dolen_subject_access_get_doubtful (access)->len; i++)
    ((DolenDoubtful *) dolen_subject_access_get_doubtful (access)->pdata[i])->include = TRUE;
  json = as_json (access);
  document = as_document (access);
  for (gsize t = 0; t < G_N_ELEMENTS (types); t++)
    for (gsize i = 1; i < types[t]->n_fields; i++) {
      const DolenField *field = &types[t]->fields[i];
      g_autofree char *word = field->kind == DOLEN_FIELD_INT
                                  ? g_strdup_printf ("%d", 7000000 + (int) i)
                                  : mark (types[t], field);

      if (field->kind != DOLEN_FIELD_TEXT && field->kind != DOLEN_FIELD_LIST
          && field->kind != DOLEN_FIELD_INT)
        continue;
      if (g_str_equal (field->name, "person"))
        continue;
      if (strstr (json, word) == NULL || strstr (document, word) == NULL)
        g_error ("%s.%s is not in the copy", types[t]->name, field->name);
    }
  timeline = dolen_caseload_list_timeline (
      dolen_casework_get_caseload (test->casework), person, DOLEN_ENTRY_ALL, -1, NULL);
  for (guint i = 0; i < timeline->len; i++) {
    const DolenEntry *entry = g_ptr_array_index (timeline, i);

    g_assert_nonnull (strstr (json, entry->event));
    g_assert_nonnull (strstr (document, entry->event));
  }
  g_assert_nonnull (strstr (json, "Beti Tudor"));
  g_assert_nonnull (strstr (document, "Cyntaf"));
  g_assert_nonnull (strstr (document, "Drafft"));
  g_assert_null (strstr (json, "Nid ei chofnod hi"));
  g_assert_null (strstr (document, "Emlyn"));
}

static void
test_what_is_in_doubt_is_left_out_until_decided (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenPerson) person = dolen_person_new ();
  g_autoptr (DolenSubjectAccess) access = NULL;
  DolenInvolved *sister;
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;
  GPtrArray *doubtful;

  person->name = g_strdup ("Beti Tudor");
  sister = dolen_record_new (&dolen_involved_type);
  sister->name = g_strdup ("Chwaer Gyfrinachol");
  person->involved = g_ptr_array_new ();
  g_ptr_array_add (person->involved, sister);
  g_assert_true (dolen_casework_person_add (test->casework, person, NULL, NULL));
  access = gather (test, person->uid);
  doubtful = dolen_subject_access_get_doubtful (access);
  g_assert_cmpuint (doubtful->len, ==, 1);
  g_assert_cmpint (((DolenDoubtful *) doubtful->pdata[0])->why, ==, DOLEN_DOUBT_THIRD_PARTY);
  without = as_json (access);
  g_assert_null (strstr (without, "Gyfrinachol"));
  g_assert_nonnull (strstr (without, "\"why\":\"third-party\""));
  ((DolenDoubtful *) doubtful->pdata[0])->include = TRUE;
  with = as_json (access);
  g_assert_nonnull (strstr (with, "Gyfrinachol"));
}

static DolenDoubtful *
find_doubtful (DolenSubjectAccess *access, DolenDoubt why)
{
  GPtrArray *doubtful = dolen_subject_access_get_doubtful (access);
  DolenDoubtful *found = NULL;

  for (guint i = 0; i < doubtful->len; i++)
    if (((DolenDoubtful *) doubtful->pdata[i])->why == why) {
      g_assert_null (found);
      found = doubtful->pdata[i];
    }
  g_assert_nonnull (found);
  return found;
}

/* A lead puts it in, in words, and that is on record; who cannot read it cannot. */
static void
test_a_restricted_note_is_put_in_in_words (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *person = casework_test_add_person (test, "Beti Tudor");
  g_autofree char *note = NULL;
  g_autoptr (DolenSubjectAccess) access = NULL;
  g_autoptr (DolenSubjectAccess) huws = NULL;
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;
  g_autofree char *shut = NULL;
  g_autoptr (GPtrArray) log = NULL;

  team_enter (test, TEAM_ELIN);
  note = team_restrict (test, person);
  team_enter (test, CASEWORK_PASSPHRASE);
  access = gather (test, person);
  without = as_json (access);
  g_assert_null (strstr (without, TEAM_SECRET));
  g_assert_null (strstr (without, "sealed"));
  find_doubtful (access, DOLEN_DOUBT_RESTRICTED)->include = TRUE;
  with = as_json (access);
  g_assert_nonnull (strstr (with, TEAM_SECRET));
  g_assert_nonnull (strstr (strstr (with, TEAM_SECRET) + 1, TEAM_SECRET)); /* and its event */
  g_assert_null (strstr (with, "sealed"));
  g_assert_true (dolen_subject_access_record (access, test->casework, "/tmp/copy.pdf", NULL));
  log = dolen_caseload_list_records (dolen_casework_get_caseload (test->casework),
                                     &dolen_audit_type,
                                     person,
                                     "what = 'break-glass'");
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_cmpstr (((DolenAudit *) log->pdata[0])->about, ==, note);

  team_enter (test, TEAM_HUW);
  huws = gather (test, person);
  g_assert_true (find_doubtful (huws, DOLEN_DOUBT_RESTRICTED)->shut);
  find_doubtful (huws, DOLEN_DOUBT_RESTRICTED)->include = TRUE;
  shut = as_json (huws);
  g_assert_null (strstr (shut, TEAM_SECRET));
  g_assert_nonnull (strstr (shut, "\"why\":\"restricted\""));
}

/* What stands in events and drafts waits for the same decision. */
static void
test_events_and_drafts_wait_as_records_do (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Beti Tudor");
  g_autoptr (DolenConcern) concern = dolen_concern_new (person);
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (DolenSubjectAccess) access = NULL;
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;
  GPtrArray *doubtful;
  GError *error = NULL;

  concern->kind = g_strdup ("self-harm");
  concern->text = g_strdup ("Dywedodd ei brawd");
  g_assert_true (dolen_casework_concern_raise (test->casework, concern, &undo, &error));
  g_assert_true (dolen_casework_undo (test->casework, undo, &error)); /* in no record now */
  g_assert_true (
      dolen_draft_save (test->casework, "concern", person, "{\"text\":\"Ei chwaer hefyd\"}", NULL));
  g_assert_true (dolen_draft_save (
      test->casework, "note", person, "{\"text\":\"Cyfrinach\",\"restricted\":true}", NULL));
  g_assert_true (dolen_draft_save (test->casework,
                                   "person",
                                   person,
                                   "{\"called\":\"Bet\",\"involved\":[{\"name\":\"Emyr\"}]}",
                                   NULL));
  g_assert_true (dolen_draft_save (test->casework, "try", person, "{\"words\":\"Canodd\"}", NULL));
  access = gather (test, person);
  without = as_json (access);
  doubtful = dolen_subject_access_get_doubtful (access);
  g_assert_cmpuint (doubtful->len, ==, 4);
  g_assert_null (strstr (without, "brawd"));
  g_assert_null (strstr (without, "chwaer"));
  g_assert_null (strstr (without, "Cyfrinach"));
  g_assert_null (strstr (without, "Emyr"));
  g_assert_nonnull (strstr (without, "\"Bet\""));
  g_assert_nonnull (strstr (without, "Canodd"));
  for (guint i = 0; i < doubtful->len; i++)
    ((DolenDoubtful *) doubtful->pdata[i])->include = TRUE;
  with = as_json (access);
  g_assert_nonnull (strstr (with, "brawd"));
  g_assert_nonnull (strstr (with, "chwaer"));
  g_assert_nonnull (strstr (with, "Cyfrinach"));
  g_assert_nonnull (strstr (with, "Emyr"));
}

static void
test_the_copy_is_on_record (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Beti Tudor");
  g_autoptr (DolenSubjectAccess) access = gather (test, person);
  g_autoptr (GPtrArray) log = NULL;
  GError *error = NULL;

  g_assert_true (
      dolen_subject_access_record (access, test->casework, "/media/stick/copy.pdf", &error));
  g_assert_no_error (error);
  casework_test_reopen (test);
  log = dolen_caseload_list_records (dolen_casework_get_caseload (test->casework),
                                     &dolen_audit_type,
                                     person,
                                     "what = 'subject-access'");
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_nonnull (strstr (((DolenAudit *) log->pdata[0])->about, "/media/stick/copy.pdf"));
}

#define ADD(test) g_test_add_func ("/casework/subject-access/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (every_field_and_every_event_is_in_it);
  ADD (what_is_in_doubt_is_left_out_until_decided);
  ADD (a_restricted_note_is_put_in_in_words);
  ADD (events_and_drafts_wait_as_records_do);
  ADD (the_copy_is_on_record);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-subject-access.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-caseload-private.h"
#include "casework/dolen-casework-audit.h"
#include "casework/dolen-casework-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DolenSubjectAccess {
  char *person;                /* (owned) uid */
  char *made;                  /* (owned) civil date */
  struct json_object *records; /* (owned) arrays by type */
  struct json_object *events;  /* (owned) array, in their order */
  struct json_object *drafts;  /* (owned) array */
  GPtrArray *doubtful;         /* (owned) DolenDoubtful */
};

static void
doubtful_free (gpointer data)
{
  DolenDoubtful *doubtful = data;

  g_free (doubtful->uid);
  g_free (doubtful->text);
  g_free (doubtful);
}

void
dolen_subject_access_free (DolenSubjectAccess *access)
{
  if (access == NULL)
    return;
  g_free (access->person);
  g_free (access->made);
  json_object_put (access->records);
  json_object_put (access->events);
  json_object_put (access->drafts);
  g_ptr_array_unref (access->doubtful);
  g_free (access);
}

/* ---- what needs a decision ---- */

static const struct {
  const char *record;
  const char *field; /* (nullable) */
  const char *flag;  /* (nullable) only where this field is true */
  const char *words; /* the field that is shown to whoever decides */
  DolenDoubt why;
} doubts[] = {
  { "person", "involved", NULL, "involved", DOLEN_DOUBT_THIRD_PARTY },
  { "note", NULL, "restricted", "text", DOLEN_DOUBT_RESTRICTED },
  { "concern", NULL, NULL, "text", DOLEN_DOUBT_CONCERN },
  { "incoming", "risk", NULL, "risk", DOLEN_DOUBT_RISK },
  { "person", "risks", NULL, "risks", DOLEN_DOUBT_RISK },
};

static const char *
get_string (struct json_object *object, const char *name)
{
  struct json_object *value = NULL;

  return json_object_object_get_ex (object, name, &value) ? json_object_get_string (value) : NULL;
}

static gboolean
is_in_doubt (gsize i, struct json_object *record)
{
  struct json_object *value = NULL;

  if (doubts[i].flag != NULL)
    return json_object_object_get_ex (record, doubts[i].flag, &value)
           && json_object_get_boolean (value);
  return doubts[i].field == NULL || json_object_object_get_ex (record, doubts[i].field, &value);
}

static void
note_doubts (DolenSubjectAccess *access, const char *type, struct json_object *record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (doubts); i++) {
    DolenDoubtful *doubtful;

    if (!g_str_equal (doubts[i].record, type) || !is_in_doubt (i, record))
      continue;
    doubtful = g_new0 (DolenDoubtful, 1);
    doubtful->record = doubts[i].record;
    doubtful->uid = g_strdup (get_string (record, "uid"));
    doubtful->field = doubts[i].field;
    doubtful->why = doubts[i].why;
    doubtful->text = g_strdup (get_string (record, doubts[i].words));
    g_ptr_array_add (access->doubtful, doubtful);
  }
}

GPtrArray *
dolen_subject_access_get_doubtful (DolenSubjectAccess *access)
{
  return access->doubtful;
}

const char *
dolen_doubt_sentence (DolenDoubt why, DolenLanguage language)
{
  switch (why) {
  case DOLEN_DOUBT_THIRD_PARTY:
    return dolen_text (language, "About other people: their names and numbers.");
  case DOLEN_DOUBT_RESTRICTED:
    return dolen_text (language, "A restricted note: a lead decides.");
  case DOLEN_DOUBT_CONCERN:
    return dolen_text (language, "A concern: it may name others, or do harm when it is read.");
  case DOLEN_DOUBT_RISK:
  default:
    return dolen_text (language, "About risks, told by somebody else perhaps.");
  }
}

/* ---- gathering ---- */

static gboolean
has_person (const DolenRecordType *type)
{
  for (gsize i = 1; i < type->n_fields; i++)
    if (g_str_equal (type->fields[i].name, "person"))
      return TRUE;
  return FALSE;
}

static void
add_record (DolenSubjectAccess *access, const DolenRecordType *type, const void *record)
{
  struct json_object *list = NULL, *object = dolen_record_to_json (type, record);

  if (!json_object_object_get_ex (access->records, type->name, &list)) {
    list = json_object_new_array ();
    json_object_object_add (access->records, type->name, list);
  }
  json_object_array_add (list, object);
  note_doubts (access, type->name, object);
}

static void
gather_records (DolenSubjectAccess *access, DolenCaseload *caseload)
{
  const DolenRecordType *const *types = dolen_caseload_types ();
  g_autoptr (DolenPerson) person = dolen_caseload_get_person (caseload, access->person);

  add_record (access, &dolen_person_type, person);
  for (; *types != NULL; types++) {
    g_autoptr (GPtrArray) records = NULL;

    if (!has_person (*types))
      continue;
    records = dolen_caseload_list_records (caseload, *types, access->person, NULL);
    for (guint i = 0; records != NULL && i < records->len; i++)
      add_record (access, *types, g_ptr_array_index (records, i));
  }
}

static void
take_event (const DolenEvent *event, gpointer user_data)
{
  DolenSubjectAccess *access = user_data;
  struct json_object *object;
  char *text;

  if (g_strcmp0 (event->person, access->person) != 0)
    return;
  text = dolen_event_encode (event);
  object = json_tokener_parse (text);
  dolen_wipe_string (text);
  if (object == NULL)
    return;
  json_object_object_add (object, "id", json_object_new_string (event->id));
  json_object_array_add (access->events, object);
}

static void
start_again (gpointer user_data)
{
  DolenSubjectAccess *access = user_data;

  json_object_put (access->events);
  access->events = json_object_new_array ();
}

static gboolean
gather_drafts (DolenSubjectAccess *access, DolenCasework *casework, GError **error)
{
  g_autoptr (GPtrArray) drafts = dolen_draft_list (casework, error);

  if (drafts == NULL)
    return FALSE;
  for (guint i = 0; i < drafts->len; i++) {
    const DolenDraft *draft = g_ptr_array_index (drafts, i);
    struct json_object *object, *words;

    if (g_strcmp0 (draft->subject, access->person) != 0)
      continue;
    object = json_object_new_object ();
    words = json_tokener_parse (draft->json);
    json_object_object_add (object, "kind", json_object_new_string (draft->kind));
    json_object_object_add (object, "saved", json_object_new_int64 (draft->saved));
    json_object_object_add (
        object, "typed", words != NULL ? words : json_object_new_string (draft->json));
    json_object_array_add (access->drafts, object);
  }
  return TRUE;
}

DolenSubjectAccess *
dolen_subject_access_new (DolenCasework *casework, const char *person, GError **error)
{
  static const DolenVaultReader reader = { start_again, take_event };
  g_autoptr (DolenPerson) known = dolen_casework_need_person (casework, person, FALSE, error);
  g_autoptr (DolenSubjectAccess) access = NULL;

  if (known == NULL || !dolen_casework_refuse_editor (casework, error))
    return NULL;
  access = g_new0 (DolenSubjectAccess, 1);
  access->person = g_strdup (person);
  access->made = dolen_date_today ();
  access->records = json_object_new_object ();
  access->events = json_object_new_array ();
  access->drafts = json_object_new_array ();
  access->doubtful = g_ptr_array_new_with_free_func (doubtful_free);
  gather_records (access, casework->caseload);
  if (!dolen_vault_replay (casework->vault, &reader, access, error)
      || !gather_drafts (access, casework, error))
    return NULL;
  return g_steal_pointer (&access);
}

/* ---- leaving out ---- */

static struct json_object *
copy_json (struct json_object *object)
{
  struct json_object *copy = NULL;

  json_object_deep_copy (object, &copy, NULL);
  return copy;
}

/* Takes out of @set (fields of a record) what is not to go; TRUE where the whole of it goes. */
static gboolean
leave_out (DolenSubjectAccess *access, const char *record, const char *uid, struct json_object *set)
{
  for (guint i = 0; i < access->doubtful->len; i++) {
    const DolenDoubtful *doubtful = g_ptr_array_index (access->doubtful, i);

    if (doubtful->include || g_strcmp0 (doubtful->record, record) != 0
        || g_strcmp0 (doubtful->uid, uid) != 0)
      continue;
    if (doubtful->field == NULL)
      return TRUE;
    if (set != NULL)
      json_object_object_del (set, doubtful->field);
  }
  return FALSE;
}

static struct json_object *
filter_records (DolenSubjectAccess *access)
{
  struct json_object *records = json_object_new_object ();

  json_object_object_foreach (access->records, type, list)
  {
    struct json_object *kept = json_object_new_array ();
    gsize n = json_object_array_length (list);

    for (gsize i = 0; i < n; i++) {
      struct json_object *record = copy_json (json_object_array_get_idx (list, i));

      if (leave_out (access, type, get_string (record, "uid"), record))
        json_object_put (record);
      else
        json_object_array_add (kept, record);
    }
    json_object_object_add (records, type, kept);
  }
  return records;
}

static void
filter_changes (DolenSubjectAccess *access, struct json_object *event)
{
  struct json_object *changes = NULL;
  gboolean all = FALSE;
  gsize n;

  if (!json_object_object_get_ex (event, "changes", &changes))
    return;
  n = json_object_array_length (changes);
  for (gsize i = 0; i < n; i++) {
    struct json_object *change = json_object_array_get_idx (changes, i), *set = NULL;

    json_object_object_get_ex (change, "set", &set);
    if (!leave_out (access, get_string (change, "record"), get_string (change, "uid"), set))
      continue;
    json_object_object_add (change, "set", json_object_new_string ("left out"));
    all = TRUE;
  }
  /* The words beside the change are about what was left out. */
  if (all && json_object_object_get_ex (event, "note", NULL))
    json_object_object_add (event, "note", json_object_new_string ("left out"));
}

static struct json_object *
filter_events (DolenSubjectAccess *access)
{
  struct json_object *events = copy_json (access->events);
  gsize n = json_object_array_length (events);

  for (gsize i = 0; i < n; i++)
    filter_changes (access, json_object_array_get_idx (events, i));
  return events;
}

static struct json_object *
list_left_out (DolenSubjectAccess *access)
{
  static const char *const reasons[] = { "third-party", "restricted", "concern", "risk" };
  struct json_object *list = json_object_new_array ();

  for (guint i = 0; i < access->doubtful->len; i++) {
    const DolenDoubtful *doubtful = g_ptr_array_index (access->doubtful, i);
    struct json_object *one;

    if (doubtful->include)
      continue;
    one = json_object_new_object ();
    json_object_object_add (one, "record", json_object_new_string (doubtful->record));
    json_object_object_add (one, "uid", json_object_new_string (doubtful->uid));
    if (doubtful->field != NULL)
      json_object_object_add (one, "field", json_object_new_string (doubtful->field));
    json_object_object_add (one, "why", json_object_new_string (reasons[doubtful->why]));
    json_object_array_add (list, one);
  }
  return list;
}

struct json_object *
dolen_subject_access_collect (DolenSubjectAccess *access)
{
  struct json_object *all = json_object_new_object ();

  json_object_object_add (all, "format", json_object_new_string ("dolen-subject-access-1"));
  json_object_object_add (all, "person", json_object_new_string (access->person));
  json_object_object_add (all, "made", json_object_new_string (access->made));
  json_object_object_add (all, "records", filter_records (access));
  json_object_object_add (all, "events", filter_events (access));
  json_object_object_add (all, "drafts", copy_json (access->drafts));
  json_object_object_add (all, "left_out", list_left_out (access));
  return all;
}

/* ---- on record ---- */

gboolean
dolen_subject_access_record (DolenSubjectAccess *access,
                             DolenCasework *casework,
                             const char *where,
                             GError **error)
{
  g_autofree char *about = NULL;
  int left_out = 0;

  for (guint i = 0; i < access->doubtful->len; i++)
    left_out += !((DolenDoubtful *) access->doubtful->pdata[i])->include;
  about = g_strdup_printf (
      /* Translators: %1$d: a number; %2$s: the path of a file. */
      g_dngettext (GETTEXT_PACKAGE,
                   "%2$s (%1$d part left out)",
                   "%2$s (%1$d parts left out)",
                   (gulong) left_out),
      left_out,
      where);
  return dolen_casework_audit (
      casework, access->person, DOLEN_AUDIT_SUBJECT_ACCESS, about, NULL, error);
}

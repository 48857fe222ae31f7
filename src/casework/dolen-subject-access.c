/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-subject-access.h"

#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-caseload-private.h"
#include "casework/dolen-casework-audit.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-casework-restricted.h"

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
  if (doubts[i].field == NULL)
    return TRUE;
  return json_object_object_get_ex (record, doubts[i].field, &value) && value != NULL
         && !dolen_text_is_empty (json_object_get_string (value));
}

static DolenDoubtful *
find_doubtful (DolenSubjectAccess *access, const char *record, const char *uid, const char *field)
{
  for (guint i = 0; i < access->doubtful->len; i++) {
    DolenDoubtful *doubtful = g_ptr_array_index (access->doubtful, i);

    if (g_strcmp0 (doubtful->record, record) == 0 && g_strcmp0 (doubtful->uid, uid) == 0
        && g_strcmp0 (doubtful->field, field) == 0)
      return doubtful;
  }
  return NULL;
}

/* @fields: of the record @uid, or what was typed to become one. */
static void
note_doubts (DolenSubjectAccess *access,
             const char *record,
             const char *uid,
             struct json_object *fields)
{
  for (gsize i = 0; i < G_N_ELEMENTS (doubts); i++) {
    DolenDoubtful *doubtful;

    if (g_strcmp0 (doubts[i].record, record) != 0 || !is_in_doubt (i, fields)
        || find_doubtful (access, record, uid, doubts[i].field) != NULL)
      continue;
    doubtful = g_new0 (DolenDoubtful, 1);
    doubtful->record = doubts[i].record;
    doubtful->uid = g_strdup (uid);
    doubtful->field = doubts[i].field;
    doubtful->why = doubts[i].why;
    doubtful->text = g_strdup (get_string (fields, doubts[i].words));
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

static void
add_record (DolenSubjectAccess *access, const DolenRecordType *type, const void *record)
{
  struct json_object *list = NULL, *object = dolen_record_to_json (type, record);

  if (!json_object_object_get_ex (access->records, type->name, &list)) {
    list = json_object_new_array ();
    json_object_object_add (access->records, type->name, list);
  }
  json_object_array_add (list, object);
  note_doubts (access, type->name, get_string (object, "uid"), object);
}

static void
gather_records (DolenSubjectAccess *access, DolenCaseload *caseload)
{
  const DolenRecordType *const *types = dolen_caseload_types ();
  g_autoptr (DolenPerson) person = dolen_caseload_get_person (caseload, access->person);

  add_record (access, &dolen_person_type, person);
  for (; *types != NULL; types++) {
    g_autoptr (GPtrArray) records = NULL;

    if (!dolen_record_is_of_person (*types))
      continue;
    records = dolen_caseload_list_records (caseload, *types, access->person, NULL);
    for (guint i = 0; records != NULL && i < records->len; i++)
      add_record (access, *types, g_ptr_array_index (records, i));
  }
}

/* What an event wrote may stand in no record any more: it is in doubt all the same. */
static void
note_event_doubts (DolenSubjectAccess *access, struct json_object *event)
{
  struct json_object *changes = NULL, *set = NULL;
  gsize n = json_object_object_get_ex (event, "changes", &changes)
                ? json_object_array_length (changes)
                : 0;

  for (gsize i = 0; i < n; i++) {
    struct json_object *change = json_object_array_get_idx (changes, i);

    if (json_object_object_get_ex (change, "set", &set)
        && json_object_is_type (set, json_type_object))
      note_doubts (access, get_string (change, "record"), get_string (change, "uid"), set);
  }
}

static void
add_event (DolenSubjectAccess *access, const DolenEvent *event)
{
  struct json_object *object;
  char *text = dolen_event_encode (event);

  object = json_tokener_parse (text);
  dolen_wipe_string (text);
  if (object == NULL)
    return;
  json_object_object_add (object, "id", json_object_new_string (event->id));
  json_object_array_add (access->events, object);
  note_event_doubts (access, object);
}

static gboolean
gather_events (DolenSubjectAccess *access, DolenCaseload *caseload, GError **error)
{
  g_autoptr (GPtrArray) events = dolen_caseload_list_events (caseload, access->person, error);

  for (guint i = 0; events != NULL && i < events->len; i++)
    add_event (access, g_ptr_array_index (events, i));
  return events != NULL;
}

/* ---- restricted notes, in words ---- */

/* Only who may read a note can put its words in; sealed they say nothing to anybody. */
static void
open_words (DolenSubjectAccess *access,
            DolenCasework *casework,
            const char *uid,
            struct json_object *fields)
{
  g_autoptr (DolenNote) note = NULL;
  DolenDoubtful *doubtful;
  char *words;

  if (get_string (fields, "sealed") == NULL)
    return;
  note = dolen_record_new (&dolen_note_type);
  note->uid = g_strdup (uid);
  note->sealed = g_strdup (get_string (fields, "sealed"));
  words = dolen_casework_open_note (casework, note);
  if (words != NULL) {
    json_object_object_del (fields, "sealed");
    json_object_object_add (fields, "text", json_object_new_string (words));
    dolen_wipe_string (words);
    return;
  }
  doubtful = find_doubtful (access, "note", uid, NULL);
  if (doubtful != NULL)
    doubtful->shut = TRUE;
}

static void
open_notes (DolenSubjectAccess *access, DolenCasework *casework)
{
  struct json_object *notes = NULL, *changes = NULL, *set = NULL;
  gsize n = json_object_object_get_ex (access->records, "note", &notes)
                ? json_object_array_length (notes)
                : 0;

  for (gsize i = 0; i < n; i++) {
    struct json_object *note = json_object_array_get_idx (notes, i);

    open_words (access, casework, get_string (note, "uid"), note);
  }
  for (gsize i = 0; i < json_object_array_length (access->events); i++) {
    struct json_object *event = json_object_array_get_idx (access->events, i);

    n = json_object_object_get_ex (event, "changes", &changes) ? json_object_array_length (changes)
                                                               : 0;
    for (gsize j = 0; j < n; j++) {
      struct json_object *change = json_object_array_get_idx (changes, j);

      if (g_strcmp0 (get_string (change, "record"), "note") == 0
          && json_object_object_get_ex (change, "set", &set))
        open_words (access, casework, get_string (change, "uid"), set);
    }
  }
}

/* ---- drafts ---- */

/* The record that a form makes or changes, by the form's name up to the stroke; NULL for others. */
static const char *
record_of_form (const char *kind)
{
  static const struct {
    const char *form;
    const char *record;
  } forms[] = { { "person", "person" },     { "note", "note" },
                { "concern", "concern" },   { "concern-step", "concern" },
                { "incoming", "incoming" }, { "incoming-change", "incoming" } };
  gsize length = strcspn (kind, "/");

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (strlen (forms[i].form) == length && strncmp (forms[i].form, kind, length) == 0)
      return forms[i].record;
  return NULL;
}

/* (nullable): what waits for a decision in the entry that the form is about ("correct/<event>"). */
static const DolenDoubtful *
find_doubt_of_entry (DolenSubjectAccess *access, const char *kind)
{
  const char *stroke = strchr (kind, '/');
  struct json_object *changes = NULL;

  for (gsize i = 0; stroke != NULL && i < json_object_array_length (access->events); i++) {
    struct json_object *event = json_object_array_get_idx (access->events, i);

    if (g_strcmp0 (get_string (event, "id"), stroke + 1) != 0
        || !json_object_object_get_ex (event, "changes", &changes))
      continue;
    for (gsize j = 0; j < json_object_array_length (changes); j++) {
      struct json_object *change = json_object_array_get_idx (changes, j);
      const DolenDoubtful *doubtful
          = find_doubtful (access, get_string (change, "record"), get_string (change, "uid"), NULL);

      if (doubtful != NULL)
        return doubtful;
    }
  }
  return NULL;
}

/* A draft has no uid: the name of its form stands in its place. */
static void
note_draft_doubts (DolenSubjectAccess *access, const char *kind, struct json_object *typed)
{
  const DolenDoubtful *entry = find_doubt_of_entry (access, kind);
  DolenDoubtful *doubtful;

  note_doubts (access, record_of_form (kind), kind, typed);
  if (entry == NULL)
    return;
  doubtful = g_new0 (DolenDoubtful, 1);
  doubtful->record = entry->record;
  doubtful->uid = g_strdup (kind);
  doubtful->why = entry->why;
  g_ptr_array_add (access->doubtful, doubtful);
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
    note_draft_doubts (access, draft->kind, words);
    json_object_array_add (access->drafts, object);
  }
  return TRUE;
}

DolenSubjectAccess *
dolen_subject_access_new (DolenCasework *casework, const char *person, GError **error)
{
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
  if (!gather_events (access, casework->caseload, error)
      || !gather_drafts (access, casework, error))
    return NULL;
  open_notes (access, casework);
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

static gboolean
goes (const DolenDoubtful *doubtful)
{
  return doubtful->include && !doubtful->shut;
}

/* Takes out of @set (fields of a record) what is not to go; TRUE where the whole of it goes.
 * @record: (nullable): any that has @uid. */
static gboolean
leave_out (DolenSubjectAccess *access, const char *record, const char *uid, struct json_object *set)
{
  for (guint i = 0; i < access->doubtful->len; i++) {
    const DolenDoubtful *doubtful = g_ptr_array_index (access->doubtful, i);

    if (goes (doubtful) || (record != NULL && g_strcmp0 (doubtful->record, record) != 0)
        || g_strcmp0 (doubtful->uid, uid) != 0)
      continue;
    if (doubtful->field == NULL)
      return TRUE;
    if (json_object_is_type (set, json_type_object))
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
filter_drafts (DolenSubjectAccess *access)
{
  struct json_object *drafts = json_object_new_array ();
  gsize n = json_object_array_length (access->drafts);

  for (gsize i = 0; i < n; i++) {
    struct json_object *draft = copy_json (json_object_array_get_idx (access->drafts, i));
    struct json_object *typed = NULL;

    json_object_object_get_ex (draft, "typed", &typed);
    if (leave_out (access, NULL, get_string (draft, "kind"), typed))
      json_object_put (draft);
    else
      json_object_array_add (drafts, draft);
  }
  return drafts;
}

static struct json_object *
list_left_out (DolenSubjectAccess *access)
{
  static const char *const reasons[] = { "third-party", "restricted", "concern", "risk" };
  struct json_object *list = json_object_new_array ();

  for (guint i = 0; i < access->doubtful->len; i++) {
    const DolenDoubtful *doubtful = g_ptr_array_index (access->doubtful, i);
    struct json_object *one;

    if (goes (doubtful))
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
  json_object_object_add (all, "drafts", filter_drafts (access));
  json_object_object_add (all, "left_out", list_left_out (access));
  return all;
}

/* ---- on record ---- */

/* Whose words went out had their glass broken. */
static gboolean
note_opened (DolenSubjectAccess *access, DolenCasework *casework, GError **error)
{
  for (guint i = 0; i < access->doubtful->len; i++) {
    const DolenDoubtful *doubtful = g_ptr_array_index (access->doubtful, i);
    DolenMayRead may;

    if (!goes (doubtful) || doubtful->why != DOLEN_DOUBT_RESTRICTED
        || !dolen_id_is_valid (doubtful->uid))
      continue;
    may = dolen_casework_may_read (casework, doubtful->uid);
    if (may != DOLEN_MAY_NOT_READ
        && !dolen_casework_audit (casework,
                                  access->person,
                                  may == DOLEN_MAY_READ ? DOLEN_AUDIT_NOTE_READ
                                                        : DOLEN_AUDIT_BREAK_GLASS,
                                  doubtful->uid,
                                  _ ("For the person’s own copy of their record"),
                                  error))
      return FALSE;
  }
  return TRUE;
}

gboolean
dolen_subject_access_record (DolenSubjectAccess *access,
                             DolenCasework *casework,
                             const char *where,
                             GError **error)
{
  g_autofree char *about = NULL;
  int left_out = 0;

  for (guint i = 0; i < access->doubtful->len; i++)
    left_out += !goes (access->doubtful->pdata[i]);
  if (!note_opened (access, casework, error))
    return FALSE;
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

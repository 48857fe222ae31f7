/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-caseload.h"

#include "casework/dolen-caseload-private.h"

#include <string.h>

/* How a kind of record comes into the caseload: a line here. */
static const DolenRecordType *const types[] = {
  &dolen_person_type,
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
  &dolen_gap_group_type,
  &dolen_service_note_type,
  &dolen_backup_record_type,
  &dolen_audit_type,
  &dolen_diary_type,
  &dolen_erasure_type,
  &dolen_retention_rules_type,
  &dolen_retention_decision_type,
  NULL,
};

/* Each index costs every event at unlock: only what a page waits for has one. An event is looked up
 * by its id for undo and redaction alone. */
static const char entry_sql[]
    = "CREATE TABLE entry (id INTEGER PRIMARY KEY, event TEXT NOT NULL, type TEXT NOT NULL,"
      " kind INTEGER NOT NULL, person TEXT NOT NULL, at INTEGER NOT NULL, author TEXT,"
      " referral TEXT, note TEXT, state TEXT, fields TEXT, due TEXT, text TEXT,"
      " minutes INTEGER, target TEXT, first_at INTEGER, first_author TEXT,"
      " corrected_at INTEGER, corrected_by TEXT, disputed TEXT,"
      " undone INTEGER NOT NULL DEFAULT 0) STRICT;"
      "CREATE INDEX entry_person ON entry (person);"
      "CREATE INDEX referral_service ON referral (service);"
      "CREATE INDEX follow_up_open ON follow_up (due, kind) WHERE state = 'open';"
      "CREATE INDEX follow_up_kind ON follow_up (kind) WHERE state = 'open';";

const DolenRecordType *const *
dolen_caseload_types (void)
{
  return types;
}

const DolenRecordType *
dolen_caseload_find_type (const char *name)
{
  const DolenRecordType *const *type = types;

  while (*type != NULL && g_strcmp0 ((*type)->name, name) != 0)
    type++;
  return *type;
}

/* The tables follow from the records' own descriptions. */
static const DolenSchema *
get_schema (void)
{
  static gsize once = 0;
  static const char *migrations[1];
  static DolenSchema schema = { "caseload", 0x444c4331, 1, NULL, NULL, TRUE };

  if (g_once_init_enter (&once)) {
    GString *sql = g_string_new (NULL);

    for (int i = 0; types[i] != NULL; i++) {
      g_autofree char *table = dolen_record_table_sql (types[i]);
      g_string_append (sql, table);
      if (dolen_record_is_of_person (types[i]))
        g_string_append_printf (sql, "CREATE INDEX %1$s_person ON %1$s (person);", types[i]->name);
    }
    g_string_append (sql, entry_sql);
    migrations[0] = g_string_free (sql, FALSE);
    schema.migrations = migrations;
    g_once_init_leave (&once, 1);
  }
  return &schema;
}

static void
attach_directory (DolenCaseload *caseload, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenStatement) probe = NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  if (dolen_db_attach (caseload->db, path, "directory", &error)) {
    probe = dolen_db_prepare (caseload->db,
                              "SELECT uid, name_en, name_cy, organisation_en, organisation_cy,"
                              " place, phone, email FROM directory.service_card LIMIT 1",
                              &error);
    caseload->has_directory = probe != NULL;
  }
  if (!caseload->has_directory)
    g_debug ("the caseload does without the directory: %s", error->message);
}

static gboolean
prepare (DolenCaseload *caseload, GError **error)
{
  caseload->tables = g_new0 (DolenRecordTable *, G_N_ELEMENTS (types));
  for (int i = 0; types[i] != NULL; i++) {
    caseload->tables[i] = dolen_record_table_new (caseload->db, types[i], error);
    if (caseload->tables[i] == NULL)
      return FALSE;
  }
  caseload->entry = dolen_db_prepare (caseload->db,
                                      "INSERT INTO entry (event, type, kind, person, at, author,"
                                      " referral, note, state, fields, due, text,"
                                      " minutes, target, first_at, first_author)"
                                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
                                      " ?13, ?14, ?15, ?16)",
                                      error);
  return caseload->entry != NULL;
}

DolenCaseload *
dolen_caseload_new (const char *directory, GError **error)
{
  g_autoptr (DolenCaseload) caseload = g_new0 (DolenCaseload, 1);

  caseload->events = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) dolen_person_events_free);
  caseload->db = dolen_db_open (NULL, DOLEN_DB_MEMORY, get_schema (), error);
  if (caseload->db == NULL || !prepare (caseload, error))
    return NULL;
  attach_directory (caseload, directory);
  return g_steal_pointer (&caseload);
}

void
dolen_caseload_free (DolenCaseload *caseload)
{
  if (caseload == NULL)
    return;
  g_clear_pointer (&caseload->replay, dolen_transaction_free);
  for (int i = 0; caseload->tables != NULL && types[i] != NULL; i++)
    dolen_record_table_free (caseload->tables[i]);
  g_free (caseload->tables);
  dolen_statement_free (caseload->entry);
  g_clear_pointer (&caseload->events, g_hash_table_unref);
  dolen_db_close (caseload->db);
  g_free (caseload);
}

gboolean
dolen_caseload_has_directory (DolenCaseload *caseload)
{
  return caseload->has_directory;
}

DolenDb *
dolen_caseload_get_db (DolenCaseload *caseload)
{
  return caseload->db;
}

/* ---- applying ---- */

void
dolen_caseload_begin (DolenCaseload *caseload)
{
  if (caseload->replay == NULL)
    caseload->replay = dolen_transaction_begin (caseload->db, NULL);
}

void
dolen_caseload_commit (DolenCaseload *caseload)
{
  if (caseload->replay != NULL && !dolen_transaction_commit (caseload->replay, NULL))
    g_critical ("the caseload could not be committed");
  g_clear_pointer (&caseload->replay, dolen_transaction_free);
}

/* Mostly it is the one asked for before. */
static DolenRecordTable *
find_table (DolenCaseload *caseload, const char *name)
{
  if (g_strcmp0 (types[caseload->last_table]->name, name) == 0)
    return caseload->tables[caseload->last_table];
  for (int i = 0; types[i] != NULL; i++)
    if (g_strcmp0 (types[i]->name, name) == 0) {
      caseload->last_table = i;
      return caseload->tables[i];
    }
  return NULL;
}

void
dolen_caseload_put_change (DolenCaseload *caseload, struct json_object *change, const char *person)
{
  struct json_object *record = NULL, *uid = NULL, *set = NULL;
  DolenRecordTable *table;

  json_object_object_get_ex (change, "record", &record);
  json_object_object_get_ex (change, "uid", &uid);
  table = find_table (caseload, json_object_get_string (record));
  if (table == NULL || !json_object_is_type (uid, json_type_string)
      || !json_object_object_get_ex (change, "set", &set)
      || !dolen_record_table_put (table, json_object_get_string (uid), set, person != NULL))
    caseload->n_passed_over++;
}

void
dolen_caseload_take_away (DolenCaseload *caseload, struct json_object *change)
{
  struct json_object *record = NULL, *uid = NULL;
  DolenRecordTable *table;

  json_object_object_get_ex (change, "record", &record);
  json_object_object_get_ex (change, "uid", &uid);
  table = find_table (caseload, json_object_get_string (record));
  if (table != NULL && json_object_is_type (uid, json_type_string))
    dolen_record_table_put (table, json_object_get_string (uid), NULL, FALSE);
}

void
dolen_caseload_apply (DolenCaseload *caseload, const DolenEvent *event)
{
  gsize n = event->changes != NULL ? json_object_array_length (event->changes) : 0;

  if (g_str_equal (event->type, DOLEN_EVENT_ACCEPT))
    return;
  if (g_str_equal (event->type, DOLEN_EVENT_PERSON_ERASED))
    dolen_caseload_forget_person (caseload, event->person);
  for (gsize i = 0; i < n; i++)
    dolen_caseload_put_change (
        caseload, json_object_array_get_idx (event->changes, i), event->person);
  /* Who was erased has no timeline. */
  if (!g_str_equal (event->type, DOLEN_EVENT_PERSON_ERASED))
    dolen_caseload_note_entry (caseload, event);
}

static void
forget_rows (DolenCaseload *caseload, const char *table, const char *column, const char *person)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE %s = ?1", table, column);
  g_autoptr (DolenStatement) forget = dolen_db_prepare (caseload->db, sql, NULL);

  g_return_if_fail (forget != NULL);
  dolen_statement_bind_text (forget, 1, person);
  dolen_statement_run (forget, NULL);
}

void
dolen_caseload_forget_lines (DolenCaseload *caseload, const char *person)
{
  forget_rows (caseload, "entry", "person", person);
}

void
dolen_caseload_forget_person (DolenCaseload *caseload, const char *person)
{
  if (person != NULL)
    g_hash_table_remove (caseload->events, person);
  dolen_caseload_forget_lines (caseload, person);
  for (int i = 0; types[i] != NULL; i++)
    if (i == 0 || dolen_record_is_of_person (types[i]))
      forget_rows (caseload, types[i]->name, i == 0 ? "uid" : "person", person);
}

/* ---- dump ---- */

static void
dump_table (DolenCaseload *caseload, const char *name, GString *out)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT * FROM %s ORDER BY %s", name, g_str_equal (name, "entry") ? "event" : "uid");
  g_autoptr (DolenStatement) row = dolen_db_prepare (caseload->db, sql, NULL);
  gboolean found = FALSE;

  g_string_append_printf (out, "[%s]\n", name);
  while (row != NULL && dolen_statement_step (row, &found, NULL) && found) {
    /* Column 0 is the row's number here, which says nothing. */
    for (int i = 1; i < sqlite3_column_count (row); i++) {
      const char *text = dolen_statement_get_text (row, i);
      g_string_append_printf (out, "%s|", text != NULL ? text : "");
    }
    g_string_append_c (out, '\n');
  }
}

static void
need_timelines (DolenCaseload *caseload)
{
  GHashTableIter iter;
  gpointer person;

  g_hash_table_iter_init (&iter, caseload->events);
  while (g_hash_table_iter_next (&iter, &person, NULL))
    dolen_caseload_need_timeline (caseload, person, NULL);
}

char *
dolen_caseload_dump (DolenCaseload *caseload)
{
  GString *out = g_string_new (NULL);

  for (int i = 0; types[i] != NULL; i++)
    dump_table (caseload, types[i]->name, out);
  need_timelines (caseload);
  dump_table (caseload, "entry", out);
  return g_string_free (out, FALSE);
}

/* ---- one record ---- */

void *
dolen_caseload_get_record (DolenCaseload *caseload, const DolenRecordType *type, const char *uid)
{
  g_autofree char *columns = dolen_record_columns (type, "");
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE uid = ?1", columns, type->name);
  g_autoptr (DolenStatement) row = dolen_db_prepare (caseload->db, sql, NULL);
  gboolean found = FALSE;

  g_return_val_if_fail (row != NULL, NULL);
  dolen_statement_bind_text (row, 1, uid);
  if (!dolen_statement_step (row, &found, NULL) || !found)
    return NULL;
  return dolen_record_read (type, row, 0);
}

DolenPerson *
dolen_caseload_get_person (DolenCaseload *caseload, const char *uid)
{
  return dolen_caseload_get_record (caseload, &dolen_person_type, uid);
}

DolenReferral *
dolen_caseload_get_referral (DolenCaseload *caseload, const char *uid)
{
  return dolen_caseload_get_record (caseload, &dolen_referral_type, uid);
}

DolenFollowUp *
dolen_caseload_get_follow_up (DolenCaseload *caseload, const char *uid)
{
  return dolen_caseload_get_record (caseload, &dolen_follow_up_type, uid);
}

DolenNote *
dolen_caseload_get_note (DolenCaseload *caseload, const char *uid)
{
  return dolen_caseload_get_record (caseload, &dolen_note_type, uid);
}

static gpointer
read_any (DolenStatement *row, gpointer type)
{
  return dolen_record_read (type, row, 0);
}

GPtrArray *
dolen_caseload_list_records (DolenCaseload *caseload,
                             const DolenRecordType *type,
                             const char *person,
                             const char *where)
{
  /* Two questions, so that the one about a person has its index. */
  const char *whose
      = person != NULL && dolen_record_is_of_person (type) ? "person = ?1" : "?1 IS NULL";
  g_autofree char *columns = dolen_record_columns (type, "");
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s%s%s"
                                          " ORDER BY created, uid",
                                          columns,
                                          type->name,
                                          whose,
                                          where != NULL ? " AND " : "",
                                          where != NULL ? where : "");
  g_autoptr (DolenStatement) rows = dolen_db_prepare (caseload->db, sql, NULL);

  g_return_val_if_fail (rows != NULL, NULL);
  dolen_statement_bind_text (rows, 1, person);
  return dolen_caseload_collect (rows, read_any, (gpointer) type, type->free, NULL);
}

DolenEpisode *
dolen_caseload_get_open_episode (DolenCaseload *caseload, const char *person)
{
  g_autoptr (GPtrArray) open = dolen_caseload_list_records (
      caseload, &dolen_episode_type, person, "closed IS NULL");

  if (open == NULL || open->len == 0)
    return NULL;
  return g_ptr_array_steal_index (open, open->len - 1);
}

GPtrArray *
dolen_caseload_collect (DolenStatement *statement,
                        DolenMakeFunc make,
                        gpointer user_data,
                        GDestroyNotify free_func,
                        GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_func);
  gboolean found = FALSE, ok;

  while ((ok = dolen_statement_step (statement, &found, error)) && found)
    g_ptr_array_add (items, make (statement, user_data));
  return ok ? g_steal_pointer (&items) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-caseload-private.h"
#include "casework/dolen-correctable.h"
#include "casework/records/dolen-audit.h"
#include "casework/records/dolen-export.h"

#include <string.h>

/*
 * The timeline: one line an event, read newest first. A replay would make thousands of lines that
 * nobody looks at today, so it keeps the places of the events, and the lines are made when a person
 * is looked at.
 */
typedef struct {
  const char *referral;
  const char *note;
  const char *state;
  const char *due;
  const char *text;
  int minutes;     /* of a contact; 0: not told */
  gboolean hidden; /* stands in the log alone */
  char *fields;    /* (owned) (nullable) */
} Line;

static DolenEntryKind
kind_of (const char *type)
{
  static const struct {
    const char *prefix;
    DolenEntryKind kind;
  } kinds[] = {
    { "referral.", DOLEN_ENTRY_REFERRALS },
    { "choice.", DOLEN_ENTRY_REFERRALS },
    { "gap.", DOLEN_ENTRY_REFERRALS },
    { "override.", DOLEN_ENTRY_REFERRALS },
    { "shortlist.", DOLEN_ENTRY_REFERRALS },
    { "unwanted.", DOLEN_ENTRY_REFERRALS },
    { "incoming.", DOLEN_ENTRY_INCOMING },
    { "follow-up.", DOLEN_ENTRY_FOLLOW_UPS },
    { "person.", DOLEN_ENTRY_RECORD },
    { "retention.", DOLEN_ENTRY_RECORD },
    { DOLEN_EVENT_AUDIT, DOLEN_ENTRY_RECORD },
    { "episode.", DOLEN_ENTRY_SUPPORT },
    { "consent.", DOLEN_ENTRY_CONSENTS },
    { "concern.", DOLEN_ENTRY_CONCERNS },
    { "appointment.", DOLEN_ENTRY_APPOINTMENTS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (type, kinds[i].prefix))
      return kinds[i].kind;
  return DOLEN_ENTRY_NOTES;
}

static char *
list_fields (struct json_object *set)
{
  GString *names = g_string_new (NULL);

  json_object_object_foreach (set, name, value)
  {
    (void) value;
    g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", name);
  }
  return g_string_free (names, FALSE);
}

/* The words that belong to the step; on the wait they stand in the event itself. */
static const char *
concern_text (struct json_object *set)
{
  static const char *const fields[]
      = { "text", "closing_note", "answer", "reported_to", "discussed_with" };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (dolen_json_peek_text (set, fields[i]) != NULL)
      return dolen_json_peek_text (set, fields[i]);
  return NULL;
}

static void
read_change (const DolenEvent *event, struct json_object *change, Line *line)
{
  const char *record = dolen_json_peek_text (change, "record"),
             *uid = dolen_json_peek_text (change, "uid");
  struct json_object *set = NULL;

  if (record == NULL || !json_object_object_get_ex (change, "set", &set)
      || !json_object_is_type (set, json_type_object))
    return;
  if (g_str_equal (record, "referral") && g_str_has_prefix (event->type, "referral.")) {
    line->referral = uid;
    line->state = dolen_json_peek_text (set, "state");
    line->text = dolen_json_peek_text (set, "reason_note");
  } else if (g_str_equal (record, "follow_up") && g_str_has_prefix (event->type, "follow-up.")) {
    /* Done with a next try: two follow-ups, one line; the day is the next one's. */
    if (dolen_json_peek_text (set, "due") != NULL)
      line->due = dolen_json_peek_text (set, "due");
    if (dolen_json_peek_text (set, "referral") != NULL)
      line->referral = dolen_json_peek_text (set, "referral");
    if (line->text == NULL)
      line->text = dolen_json_peek_text (set, "outcome") != NULL
                       ? dolen_json_peek_text (set, "outcome")
                       : dolen_json_peek_text (set, "note");
  } else if (g_str_equal (event->type, DOLEN_EVENT_CORRECT)) {
    line->text = dolen_correctable_text (record, set);
    line->note = g_str_equal (record, "note") ? uid : NULL;
    line->referral = g_str_equal (record, "referral") ? uid : NULL;
  } else if (g_str_equal (record, "concern")) {
    line->state = dolen_json_peek_text (set, "kind");
    line->text = concern_text (set);
  } else if (g_str_equal (record, "appointment")) {
    line->due = dolen_json_peek_text (set, "on");
    line->state = dolen_json_peek_text (set, "kind");
    line->referral = dolen_json_peek_text (set, "referral");
    line->text = dolen_json_peek_text (set, "ending") != NULL ? dolen_json_peek_text (set, "ending")
                                                              : dolen_json_peek_text (set, "note");
  } else if (g_str_equal (record, "incoming") && dolen_json_peek_text (set, "reason") != NULL) {
    line->text = dolen_json_peek_text (set, "reason");
  } else if (g_str_equal (record, "audit")) {
    line->state = dolen_json_peek_text (set, "what");
    line->text = dolen_json_peek_text (set, "why");
    if (g_strcmp0 (line->state, DOLEN_AUDIT_EXPORT) == 0) {
      g_free (line->fields);
      line->fields = g_strdup (dolen_json_peek_text (set, "about"));
      line->hidden = dolen_export_has_entry (line->fields);
    }
  } else if (g_str_equal (record, "note")) {
    /* As it was written: the note itself may say something else by now. */
    line->note = uid;
    line->referral = dolen_json_peek_text (set, "referral");
    if (dolen_json_peek_text (set, "text") != NULL)
      line->text = dolen_json_peek_text (set, "text");
  } else if (g_str_equal (record, "encounter")) {
    line->state = dolen_json_peek_text (set, "kind");
    line->minutes = json_object_get_int (json_object_object_get (set, "minutes"));
  } else if (g_str_equal (event->type, DOLEN_EVENT_PERSON_SET)) {
    g_free (line->fields);
    line->fields = list_fields (set);
  }
}

static void
insert_line (DolenCaseload *caseload, const DolenEvent *event, const Line *line)
{
  dolen_statement_bind_text (caseload->entry, 1, event->id);
  dolen_statement_bind_text (caseload->entry, 2, event->type);
  dolen_statement_bind_int64 (caseload->entry, 3, line->hidden ? 0 : kind_of (event->type));
  dolen_statement_bind_text (caseload->entry, 4, event->person);
  dolen_statement_bind_int64 (caseload->entry, 5, event->wall);
  dolen_statement_bind_text (caseload->entry, 6, event->author);
  dolen_statement_bind_text (caseload->entry, 7, line->referral);
  dolen_statement_bind_text (caseload->entry, 8, line->note);
  dolen_statement_bind_text (caseload->entry, 9, line->state);
  dolen_statement_bind_text (caseload->entry, 10, line->fields);
  dolen_statement_bind_text (caseload->entry, 11, line->due);
  dolen_statement_bind_text (caseload->entry, 12, line->text != NULL ? line->text : event->note);
  dolen_statement_bind_int64 (caseload->entry, 13, line->minutes);
  dolen_statement_bind_text (caseload->entry, 14, event->target);
  dolen_statement_bind_int64 (caseload->entry, 15, event->first_wall);
  dolen_statement_bind_text (caseload->entry, 16, event->first_author);
  if (!dolen_statement_run (caseload->entry, NULL))
    caseload->n_passed_over++;
}

static void
mark_undone (DolenCaseload *caseload, const char *event, const char *person)
{
  g_autoptr (DolenStatement) mark = dolen_db_prepare (
      caseload->db, "UPDATE entry SET undone = 1 WHERE event = ?1 AND person = ?2", NULL);

  g_return_if_fail (mark != NULL);
  dolen_statement_bind_text (mark, 1, event);
  dolen_statement_bind_text (mark, 2, person); /* it has the index, the event has none */
  dolen_statement_run (mark, NULL);
}

/* Sets, or clears, what was said later about an entry. */
static void
mark_target (DolenCaseload *caseload, const DolenEvent *about, const char *statement, gboolean set)
{
  gboolean dispute = g_str_equal (about->type, DOLEN_EVENT_DISPUTE);
  g_autoptr (DolenStatement) mark
             = dolen_db_prepare (caseload->db,
                                 dispute ? "UPDATE entry SET disputed = ?1"
                                           " WHERE event = ?2 AND person = ?3"
                                         : "UPDATE entry SET corrected_by = ?1, corrected_at = ?4"
                                           " WHERE event = ?2 AND person = ?3",
                                 NULL);

  g_return_if_fail (mark != NULL);
  dolen_statement_bind_text (mark, 1, !set ? NULL : dispute ? statement : about->author);
  dolen_statement_bind_text (mark, 2, about->target);
  dolen_statement_bind_text (mark, 3, about->person);
  if (!dispute)
    dolen_statement_bind_int64 (mark, 4, set ? about->wall : 0);
  dolen_statement_run (mark, NULL);
}

/* What was taken back was itself said about an entry: that one stands again. */
static void
unmark_target (DolenCaseload *caseload, const DolenEvent *undo)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      caseload->db,
      "SELECT type, target FROM entry WHERE event = ?1 AND person = ?2"
      " AND type IN ('" DOLEN_EVENT_CORRECT "', '" DOLEN_EVENT_DISPUTE "')",
      NULL);
  gboolean found = FALSE;

  g_return_if_fail (row != NULL);
  dolen_statement_bind_text (row, 1, undo->target);
  dolen_statement_bind_text (row, 2, undo->person);
  if (!dolen_statement_step (row, &found, NULL) || !found)
    return;
  mark_target (caseload,
               &(DolenEvent){ .type = (char *) dolen_statement_get_text (row, 0),
                              .target = (char *) dolen_statement_get_text (row, 1),
                              .person = undo->person },
               NULL,
               FALSE);
}

/* A concern is not taken back in silence: who did it and when is a line too. */
static void
tell_undone (DolenCaseload *caseload, const DolenEvent *event)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      caseload->db,
      "SELECT 1 FROM entry WHERE event = ?1 AND person = ?2 AND type LIKE 'concern.%'",
      NULL);
  const Line line = { NULL };
  gboolean found = FALSE;

  g_return_if_fail (row != NULL);
  dolen_statement_bind_text (row, 1, event->target);
  dolen_statement_bind_text (row, 2, event->person);
  if (dolen_statement_step (row, &found, NULL) && found && event->id != NULL)
    insert_line (caseload, event, &line);
}

static void
make_line (DolenCaseload *caseload, const DolenEvent *event)
{
  gsize n = event->changes != NULL ? json_object_array_length (event->changes) : 0;
  Line line = { NULL };

  if (g_str_equal (event->type, DOLEN_EVENT_UNDO)) {
    mark_undone (caseload, event->target, event->person);
    unmark_target (caseload, event);
    tell_undone (caseload, event);
    return;
  }
  if (event->person == NULL || event->id == NULL)
    return;
  /* Of a whole record that went, one line says why; what is kept beside it has its own. */
  if (g_str_equal (event->type, DOLEN_EVENT_REDACT)) {
    if (event->note != NULL)
      insert_line (caseload, event, &line);
    return;
  }
  for (gsize i = 0; i < n; i++)
    read_change (event, json_object_array_get_idx (event->changes, i), &line);
  insert_line (caseload, event, &line);
  if (g_str_equal (event->type, DOLEN_EVENT_CORRECT)
      || g_str_equal (event->type, DOLEN_EVENT_DISPUTE))
    mark_target (caseload, event, line.text, TRUE);
  g_free (line.fields);
}

/* ---- now or later ---- */

void
dolen_person_events_free (DolenPersonEvents *events)
{
  g_array_unref (events->seqs);
  g_free (events);
}

/* A replay makes no lines; what comes after it follows the others of its person. */
static DolenPersonEvents *
need_events (DolenCaseload *caseload, const char *person)
{
  DolenPersonEvents *events = g_hash_table_lookup (caseload->events, person);

  if (events == NULL) {
    events = g_new0 (DolenPersonEvents, 1);
    events->seqs = g_array_new (FALSE, FALSE, sizeof (gint64));
    events->has_lines = caseload->replay == NULL;
    g_hash_table_insert (caseload->events, g_strdup (person), events);
  }
  return events;
}

void
dolen_caseload_note_entry (DolenCaseload *caseload, const DolenEvent *event)
{
  /* Without a place in a journal it cannot be read again. */
  if (event->person != NULL && event->seq != 0) {
    DolenPersonEvents *events = need_events (caseload, event->person);

    g_array_append_val (events->seqs, event->seq);
    if (!events->has_lines)
      return;
  }
  make_line (caseload, event);
}

void
dolen_caseload_set_source (DolenCaseload *caseload, DolenEventSource read, gpointer user_data)
{
  caseload->source = read;
  caseload->source_data = user_data;
}

static gboolean
read_again (DolenCaseload *caseload,
            const DolenPersonEvents *events,
            void (*take) (const DolenEvent *event, gpointer take_data),
            gpointer take_data,
            GError **error)
{
  g_return_val_if_fail (caseload->source != NULL, FALSE);
  return caseload->source ((const gint64 *) (const void *) events->seqs->data,
                           events->seqs->len,
                           take,
                           take_data,
                           caseload->source_data,
                           error);
}

static void
take_line (const DolenEvent *event, gpointer caseload)
{
  make_line (caseload, event);
}

gboolean
dolen_caseload_need_timeline (DolenCaseload *caseload, const char *person, GError **error)
{
  DolenPersonEvents *events
      = person != NULL ? g_hash_table_lookup (caseload->events, person) : NULL;
  g_autoptr (DolenTransaction) transaction = NULL;

  if (events == NULL || events->has_lines)
    return TRUE;
  transaction = dolen_transaction_begin (caseload->db, error);
  if (transaction == NULL || !read_again (caseload, events, take_line, caseload, error)
      || !dolen_transaction_commit (transaction, error))
    return FALSE;
  events->has_lines = TRUE;
  return TRUE;
}

static void
take_copy (const DolenEvent *event, gpointer list)
{
  g_ptr_array_add (list, dolen_event_copy (event));
}

GPtrArray *
dolen_caseload_list_events (DolenCaseload *caseload, const char *person, GError **error)
{
  const DolenPersonEvents *events = g_hash_table_lookup (caseload->events, person);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_event_free);

  if (events != NULL && !read_again (caseload, events, take_copy, list, error))
    return NULL;
  return g_steal_pointer (&list);
}

/* ---- a person anew ---- */

static void
put_json (gpointer object)
{
  json_object_put (object);
}

static void
take_changes (const DolenEvent *event, gpointer changes)
{
  if (event->changes != NULL)
    g_ptr_array_add (changes, json_object_get (event->changes));
}

static void
put_changes (DolenCaseload *caseload, GPtrArray *changes, const char *person, gboolean away)
{
  for (guint i = 0; i < changes->len; i++) {
    struct json_object *array = g_ptr_array_index (changes, i);
    gsize n = json_object_array_length (array);

    for (gsize j = 0; j < n; j++) {
      struct json_object *change = json_object_array_get_idx (array, j);

      if (away)
        dolen_caseload_take_away (caseload, change);
      else
        dolen_caseload_put_change (caseload, change, person);
    }
  }
}

gboolean
dolen_caseload_redo_person (DolenCaseload *caseload,
                            const char *person,
                            const DolenEvent *gone,
                            GError **error)
{
  DolenPersonEvents *events = g_hash_table_lookup (caseload->events, person);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (put_json);
  g_autoptr (DolenTransaction) transaction = NULL;

  if (events == NULL)
    return TRUE;
  transaction = dolen_transaction_begin (caseload->db, error);
  if (transaction == NULL || !read_again (caseload, events, take_changes, changes, error))
    return FALSE;
  /* The records that any of them names are taken away, then made again without the one gone. */
  take_changes (gone, changes);
  put_changes (caseload, changes, person, TRUE);
  if (gone->changes != NULL)
    g_ptr_array_set_size (changes, (int) changes->len - 1);
  put_changes (caseload, changes, person, FALSE);
  dolen_caseload_forget_lines (caseload, person);
  if (!dolen_transaction_commit (transaction, error))
    return FALSE;
  events->has_lines = FALSE;
  return TRUE;
}

/* ---- reading ---- */

void
dolen_entry_free (DolenEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->event);
  g_free (entry->type);
  g_free (entry->author);
  g_free (entry->referral);
  g_free (entry->note);
  g_free (entry->service_name);
  g_free (entry->service_name_cy);
  g_free (entry->reference);
  g_free (entry->state);
  g_free (entry->fields);
  g_free (entry->due);
  g_free (entry->text);
  g_free (entry->corrected_by);
  g_free (entry->disputed);
  g_free (entry->first_author);
  g_free (entry);
}

static gpointer
make_entry (DolenStatement *row, gpointer user_data)
{
  DolenEntry *entry = g_new0 (DolenEntry, 1);

  entry->event = dolen_statement_dup_text (row, 0);
  entry->type = dolen_statement_dup_text (row, 1);
  entry->kind = (DolenEntryKind) dolen_statement_get_int64 (row, 2);
  entry->at = dolen_statement_get_int64 (row, 3);
  entry->author = dolen_statement_dup_text (row, 4);
  entry->referral = dolen_statement_dup_text (row, 5);
  entry->note = dolen_statement_dup_text (row, 6);
  entry->state = dolen_statement_dup_text (row, 7);
  entry->fields = dolen_statement_dup_text (row, 8);
  entry->due = dolen_statement_dup_text (row, 9);
  entry->text = dolen_statement_dup_text (row, 10);
  entry->undone = dolen_statement_get_int64 (row, 11) != 0;
  entry->service_name = dolen_statement_dup_text (row, 12);
  entry->service_name_cy = dolen_statement_dup_text (row, 13);
  entry->reference = dolen_statement_dup_text (row, 14);
  entry->minutes = (int) dolen_statement_get_int64 (row, 15);
  entry->restricted = dolen_statement_get_int64 (row, 16) != 0;
  entry->corrected_at = dolen_statement_get_int64 (row, 17);
  entry->corrected_by = dolen_statement_dup_text (row, 18);
  entry->disputed = dolen_statement_dup_text (row, 19);
  entry->first_at = dolen_statement_get_int64 (row, 20);
  entry->first_author = dolen_statement_dup_text (row, 21);
  return entry;
}

GPtrArray *
dolen_caseload_list_timeline (
    DolenCaseload *caseload, const char *person, guint kinds, int limit, GError **error)
{
  g_autoptr (DolenStatement) rows = NULL;

  if (!dolen_caseload_need_timeline (caseload, person, error))
    return NULL;
  rows = dolen_db_prepare (
      caseload->db,
      "SELECT e.event, e.type, e.kind, e.at, e.author, e.referral, e.note, e.state, e.fields,"
      " e.due, coalesce (e.text, n.text), e.undone, r.service_name, r.service_name_cy, r.reference,"
      " e.minutes, coalesce (n.restricted, 0), e.corrected_at, e.corrected_by, e.disputed,"
      " e.first_at,"
      " e.first_author"
      " FROM entry e LEFT JOIN note n ON n.uid = e.note LEFT JOIN referral r ON r.uid = e.referral"
      " WHERE e.person = ?1 AND (e.kind & ?2) != 0 ORDER BY e.id DESC LIMIT ?3",
      error);

  if (rows == NULL)
    return NULL;
  dolen_statement_bind_text (rows, 1, person);
  dolen_statement_bind_int64 (rows, 2, kinds);
  dolen_statement_bind_int64 (rows, 3, limit);
  return dolen_caseload_collect (rows, make_entry, NULL, (GDestroyNotify) dolen_entry_free, error);
}

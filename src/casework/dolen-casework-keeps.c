/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-private.h"

#include "base/dolen-time.h"
#include "casework/dolen-caseload-private.h"

/*
 * A redaction may keep a record without the words it takes out. What is taken out later must not
 * live on in such a record: the earlier redaction is destroyed too, and said again without it.
 */

static struct json_object *
find_set (const DolenEvent *event, struct json_object *like)
{
  const char *record = dolen_json_peek_text (like, "record");
  const char *uid = dolen_json_peek_text (like, "uid");
  gsize n = event->changes != NULL ? json_object_array_length (event->changes) : 0;
  struct json_object *set = NULL;

  for (gsize i = 0; i < n; i++) {
    struct json_object *change = json_object_array_get_idx (event->changes, i);

    if (g_strcmp0 (dolen_json_peek_text (change, "record"), record) == 0
        && g_strcmp0 (dolen_json_peek_text (change, "uid"), uid) == 0
        && json_object_object_get_ex (change, "set", &set))
      return set;
  }
  return NULL;
}

static gboolean
keeps_some_of (const DolenEvent *redaction, const DolenEvent *gone)
{
  gsize n = redaction->changes != NULL ? json_object_array_length (redaction->changes) : 0;

  for (gsize i = 0; i < n; i++)
    if (find_set (gone, json_object_array_get_idx (redaction->changes, i)) != NULL)
      return TRUE;
  return FALSE;
}

/* That a step was reached, and when, stays; its words go. */
static gboolean
is_word (const char *name, struct json_object *value)
{
  static const char *const frame[] = { "person", "state", "kind", "referral", "episode", NULL };

  return json_object_is_type (value, json_type_string) && !g_strv_contains (frame, name)
         && !dolen_date_is_valid (json_object_get_string (value));
}

static void
leave_out (struct json_object *record, struct json_object *gone)
{
  json_object_object_foreach (gone, name, value)
  {
    struct json_object *now = NULL;

    if (is_word (name, value) && json_object_object_get_ex (record, name, &now)
        && json_object_equal (now, value))
      json_object_object_del (record, name);
  }
}

/* What it kept, as it stands today. */
static DolenEvent *
say_again (DolenCasework *self, const DolenEvent *redaction, const DolenEvent *gone)
{
  DolenEvent *again
      = dolen_casework_new_redaction (self, redaction->person, redaction->target, redaction->note);
  gsize n = json_object_array_length (redaction->changes);

  for (gsize i = 0; i < n; i++) {
    struct json_object *kept = json_object_array_get_idx (redaction->changes, i);
    const char *name = dolen_json_peek_text (kept, "record");
    const char *uid = dolen_json_peek_text (kept, "uid");
    const DolenRecordType *type = dolen_caseload_find_type (name);
    void *record = type != NULL ? dolen_caseload_get_record (self->caseload, type, uid) : NULL;
    struct json_object *set = find_set (gone, kept), *now;

    if (record == NULL)
      continue;
    now = dolen_record_to_json (type, record);
    if (set != NULL)
      leave_out (now, set);
    dolen_event_add_change (again, name, uid, now);
    dolen_record_free (type, record);
  }
  return again;
}

gboolean
dolen_casework_restate_keeps (
    DolenCasework *self, const DolenEvent *gone, const char *why, GPtrArray *events, GError **error)
{
  g_autoptr (GPtrArray) all = dolen_caseload_list_events (self->caseload, gone->person, error);

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++) {
    const DolenEvent *redaction = g_ptr_array_index (all, i);

    if (!g_str_equal (redaction->type, DOLEN_EVENT_REDACT) || !keeps_some_of (redaction, gone))
      continue;
    g_ptr_array_add (events, say_again (self, redaction, gone));
    g_ptr_array_add (events,
                     dolen_casework_new_redaction (self, redaction->person, redaction->id, why));
  }
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-move-private.h"

#include "base/dolen-id.h"

#include <string.h>

/* What goes together with a record that stands under the wrong person. */

/* A record that names one that goes in such a field goes with it. */
static const struct {
  const char *record;
  const char *field;
} hangs_on[] = {
  { "follow_up", "referral" },   { "follow_up", "subject" }, { "choice", "referral" },
  { "note", "referral" },        { "note", "links" },        { "encounter", "referral" },
  { "appointment", "referral" }, { "consent", "referral" },
};

/* One that goes takes what it names in such a field with it. */
static const struct {
  const char *record;
  const char *field;
} takes_along[] = { { "encounter", "note" }, { "referral", "choice" } };

const char *
dolen_move_text (struct json_object *object, const char *name)
{
  struct json_object *value = NULL;

  return json_object_is_type (object, json_type_object)
                 && json_object_object_get_ex (object, name, &value)
             ? json_object_get_string (value)
             : NULL;
}

gboolean
dolen_move_has (const DolenMove *move, const char *uid)
{
  return uid != NULL && g_hash_table_contains (move->uids, uid);
}

static gboolean
add (DolenMove *move, const char *uid)
{
  return uid != NULL && !dolen_move_has (move, uid)
         && g_hash_table_insert (move->uids, g_strdup (uid), dolen_id_new ());
}

/* ---- records ---- */

static gboolean
names_one (const DolenMove *move, const char *value)
{
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, move->uids);
  while (value != NULL && g_hash_table_iter_next (&iter, &uid, NULL))
    if (strstr (value, uid) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
look_at_record (DolenMove *move, const char *record, struct json_object *object)
{
  const char *uid = dolen_move_text (object, "uid");
  gboolean more = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (hangs_on); i++)
    if (g_str_equal (hangs_on[i].record, record)
        && names_one (move, dolen_move_text (object, hangs_on[i].field)))
      more = add (move, uid) || more;
  for (gsize i = 0; i < G_N_ELEMENTS (takes_along); i++)
    if (g_str_equal (takes_along[i].record, record) && dolen_move_has (move, uid))
      more = add (move, dolen_move_text (object, takes_along[i].field)) || more;
  return more;
}

static gboolean
look_at_records (DolenMove *move, const char *record)
{
  const DolenRecordType *type = dolen_caseload_find_type (record);
  g_autoptr (GPtrArray) records
             = dolen_caseload_list_records (move->casework->caseload, type, move->wrong, NULL);
  gboolean more = FALSE;

  for (guint i = 0; records != NULL && i < records->len; i++) {
    struct json_object *object = dolen_record_to_json (type, records->pdata[i]);

    more = look_at_record (move, record, object) || more;
    json_object_put (object);
  }
  return more;
}

/* ---- events ---- */

static struct json_object *
get_change (const DolenEvent *event, gsize i)
{
  return event->changes != NULL && i < json_object_array_length (event->changes)
             ? json_object_array_get_idx (event->changes, i)
             : NULL;
}

gboolean
dolen_move_is_main (const DolenMove *move, const DolenEvent *event)
{
  return dolen_move_has (move, dolen_move_text (get_change (event, 0), "uid"))
         || (g_str_equal (event->type, DOLEN_EVENT_DISPUTE) && event->target != NULL
             && g_hash_table_contains (move->gone, event->target));
}

/* What was said and how long it took, told in the same breath, is of the same person; so are the
 * gaps noted and the rules set aside at once. */
static gboolean
is_told_with_it (struct json_object *change)
{
  static const char *const records[] = { "note", "encounter", "gap", "rule_override", NULL };
  const char *record = dolen_move_text (change, "record");

  return record != NULL && g_strv_contains (records, record);
}

static gboolean
look_at_event (DolenMove *move, const DolenEvent *event)
{
  gboolean main = dolen_move_is_main (move, event), more = FALSE, touches = main;
  struct json_object *change;

  for (gsize i = 0; (change = get_change (event, i)) != NULL; i++) {
    if (main && is_told_with_it (change))
      more = add (move, dolen_move_text (change, "uid")) || more;
    touches = touches || dolen_move_has (move, dolen_move_text (change, "uid"));
  }
  return (touches && g_hash_table_add (move->gone, g_strdup (event->id))) || more;
}

static void
gather (DolenMove *move)
{
  static const char *const records[]
      = { "referral", "choice", "appointment", "encounter", "note", "consent", "follow_up" };
  gboolean more = TRUE;

  while (more) {
    more = FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
      more = look_at_records (move, records[i]) || more;
    for (guint i = 0; i < move->events->len; i++)
      more = look_at_event (move, move->events->pdata[i]) || more;
  }
}

DolenMove *
dolen_move_find (
    DolenCasework *casework, const char *uid, const char *wrong, const char *right, GError **error)
{
  g_autoptr (DolenMove) move = g_new0 (DolenMove, 1);
  g_autoptr (DolenEpisode) episode = dolen_caseload_get_open_episode (casework->caseload, right);

  move->casework = casework;
  move->wrong = g_strdup (wrong);
  move->right = g_strdup (right);
  move->episode = episode != NULL ? g_strdup (episode->uid) : NULL;
  move->uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  move->gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  move->events = dolen_caseload_list_events (casework->caseload, wrong, error);
  if (move->events == NULL)
    return NULL;
  add (move, uid);
  gather (move);
  return g_steal_pointer (&move);
}

void
dolen_move_free (DolenMove *move)
{
  if (move == NULL)
    return;
  g_free (move->wrong);
  g_free (move->right);
  g_free (move->episode);
  g_clear_pointer (&move->uids, g_hash_table_unref);
  g_clear_pointer (&move->gone, g_hash_table_unref);
  g_clear_pointer (&move->events, g_ptr_array_unref);
  g_free (move);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-move.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-move-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const movable[]
    = { "referral",  "encounter", "concern",       "appointment", "note",
        "follow_up", "gap",       "rule_override", "not_for_them" };

gboolean
dolen_casework_may_move (const char *record)
{
  for (gsize i = 0; record != NULL && i < G_N_ELEMENTS (movable); i++)
    if (g_str_equal (movable[i], record))
      return TRUE;
  return FALSE;
}

/* ---- a change, as it stands under the right person ---- */

static struct json_object *
parse_renamed (const DolenMove *move, struct json_object *set)
{
  GString *text = g_string_new (json_object_to_json_string_ext (set, JSON_C_TO_STRING_PLAIN));
  struct json_object *renamed;
  GHashTableIter iter;
  gpointer from, to;

  g_hash_table_iter_init (&iter, move->uids);
  while (g_hash_table_iter_next (&iter, &from, &to))
    g_string_replace (text, from, to, 0);
  g_string_replace (text, move->wrong, move->right, 0);
  renamed = json_tokener_parse (text->str);
  dolen_wipe_string (g_string_free (text, FALSE));
  return renamed;
}

static gboolean
is_new_uid (const DolenMove *move, const char *uid)
{
  GHashTableIter iter;
  gpointer to;

  g_hash_table_iter_init (&iter, move->uids);
  while (g_hash_table_iter_next (&iter, NULL, &to))
    if (strstr (uid, to) != NULL)
      return TRUE;
  return FALSE;
}

/* What stays behind is not named from there. */
static void
cut_off (const DolenMove *move, struct json_object *set)
{
  static const char *const fields[]
      = { "referral", "choice", "subject", "note", "incoming", "links" };
  const char *named;

  if (json_object_object_get_ex (set, "episode", NULL)) {
    json_object_object_del (set, "episode");
    if (move->episode != NULL)
      json_object_object_add (set, "episode", json_object_new_string (move->episode));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    named = dolen_move_text (set, fields[i]);
    /* "note" is words in some records, and a uid in others. */
    if (named != NULL && (dolen_id_is_valid (named) || g_str_equal (fields[i], "links"))
        && !is_new_uid (move, named))
      json_object_object_del (set, fields[i]);
  }
}

/* A restricted note is sealed to its own place: only who can read it can move it. */
static gboolean
seal_anew (const DolenMove *move, const char *uid, struct json_object *set, GError **error)
{
  g_autoptr (DolenNote) note = dolen_record_new (&dolen_note_type);

  note->uid = g_strdup (uid);
  note->sealed = g_strdup (dolen_move_text (set, "sealed"));
  note->text = dolen_casework_open_note (move->casework, note);
  if (note->text == NULL)
    return dolen_refuse (error, _ ("Only its author or a lead can move a restricted note."));
  g_free (note->uid);
  note->uid = g_strdup (g_hash_table_lookup (move->uids, uid));
  if (!dolen_casework_seal_note (move->casework, note, error))
    return FALSE;
  json_object_object_add (set, "sealed", json_object_new_string (note->sealed));
  return TRUE;
}

static gboolean
add_moved (const DolenMove *move, DolenEvent *moved, struct json_object *change, GError **error)
{
  const char *record = dolen_move_text (change, "record"), *uid = dolen_move_text (change, "uid");
  struct json_object *old = NULL, *set = NULL;

  json_object_object_get_ex (change, "set", &old);
  if (old != NULL) {
    set = parse_renamed (move, old);
    cut_off (move, set);
    if (g_strcmp0 (record, "note") == 0 && dolen_move_text (set, "sealed") != NULL
        && !seal_anew (move, uid, set, error)) {
      json_object_put (set);
      return FALSE;
    }
  }
  dolen_event_add_change (moved, record, g_hash_table_lookup (move->uids, uid), set);
  return TRUE;
}

/* ---- the events ---- */

/* What is written in the place of all that goes. */
typedef struct {
  DolenMove *move;
  GPtrArray *written;        /* (owned) DolenEvent, in their order; the last says why */
  DolenEvent *gone;          /* (owned) the changes of all that are destroyed */
  GHashTable *moved;         /* (owned) those under the right person, by the id of the former */
  GHashTable *known;         /* (owned) uids that an event has named so far */
  struct json_object *keeps; /* (owned) array of changes: what stays as it is now */
} Rewrite;

static void
rewrite_clear (Rewrite *rewrite)
{
  g_ptr_array_unref (rewrite->written);
  dolen_event_free (rewrite->gone);
  g_hash_table_unref (rewrite->moved);
  g_hash_table_unref (rewrite->known);
  json_object_put (rewrite->keeps);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rewrite, rewrite_clear)

static DolenEvent *
add_copy (Rewrite *rewrite, const DolenEvent *event, const char *type, const char *person)
{
  DolenEvent *copy = dolen_event_new (type, person);

  copy->author = g_strdup (rewrite->move->casework->author);
  copy->first_wall = event->first_wall != 0 ? event->first_wall : event->wall;
  copy->first_author = g_strdup (event->first_author != NULL ? event->first_author : event->author);
  g_ptr_array_add (rewrite->written, copy);
  return copy;
}

/* All fields of a record as they are, those that say nothing too. */
static struct json_object *
read_whole (const DolenRecordType *type, const void *record)
{
  struct json_object *set = json_object_new_object ();

  for (gsize i = 1; i < type->n_fields; i++)
    json_object_object_add (
        set, type->fields[i].name, dolen_field_to_json (&type->fields[i], record));
  return set;
}

static void
keep (Rewrite *rewrite, const char *record, const char *uid)
{
  const DolenRecordType *type = dolen_caseload_find_type (record);
  void *now = type != NULL
                  ? dolen_caseload_get_record (rewrite->move->casework->caseload, type, uid)
                  : NULL;
  struct json_object *change;

  if (now == NULL)
    return;
  change = json_object_new_object ();
  json_object_object_add (change, "record", json_object_new_string (record));
  json_object_object_add (change, "uid", json_object_new_string (uid));
  json_object_object_add (change, "set", read_whole (type, now));
  json_object_array_add (rewrite->keeps, change);
  type->free (now);
}

/* What an entry told beside: of an act that was about something else all stays; of one that should
 * never have been here only what it brought into being, for later ones rest on that. */
static void
keep_rest (Rewrite *rewrite, const DolenEvent *event, DolenEvent *stays)
{
  gsize n = event->changes != NULL ? json_object_array_length (event->changes) : 0;

  for (gsize i = 0; i < n; i++) {
    struct json_object *change = json_object_array_get_idx (event->changes, i), *set = NULL;
    const char *record = dolen_move_text (change, "record");
    const char *uid = dolen_move_text (change, "uid");

    if (dolen_move_has (rewrite->move, uid))
      continue;
    json_object_object_get_ex (change, "set", &set);
    if (stays != NULL)
      dolen_event_add_change (stays, record, uid, json_object_get (set));
    if (stays != NULL || !g_hash_table_contains (rewrite->known, uid))
      keep (rewrite, record, uid);
  }
}

static gboolean
move_event (Rewrite *rewrite, const DolenEvent *event, GError **error)
{
  const DolenMove *move = rewrite->move;
  gboolean main = dolen_move_is_main (move, event);
  DolenEvent *moved = add_copy (rewrite, event, main ? event->type : DOLEN_EVENT_MOVE, move->right);
  gsize n = event->changes != NULL ? json_object_array_length (event->changes) : 0;

  g_hash_table_insert (rewrite->moved, event->id, moved);
  moved->note = main ? g_strdup (event->note) : NULL;
  if (event->target != NULL)
    moved->about = g_hash_table_lookup (rewrite->moved, event->target);
  for (gsize i = 0; i < n; i++) {
    struct json_object *change = json_object_array_get_idx (event->changes, i);

    if (dolen_move_has (move, dolen_move_text (change, "uid"))
        && !add_moved (move, moved, change, error))
      return FALSE;
    json_object_array_add (rewrite->gone->changes, json_object_get (change));
  }
  if (main) {
    keep_rest (rewrite, event, NULL);
  } else {
    DolenEvent *stays = add_copy (rewrite, event, event->type, move->wrong);

    stays->note = g_strdup (event->note);
    stays->target = g_strdup (event->target);
    keep_rest (rewrite, event, stays);
  }
  return TRUE;
}

static void
note_known (Rewrite *rewrite, const DolenEvent *event)
{
  gsize n = event->changes != NULL ? json_object_array_length (event->changes) : 0;

  for (gsize i = 0; i < n; i++)
    g_hash_table_add (
        rewrite->known,
        g_strdup (dolen_move_text (json_object_array_get_idx (event->changes, i), "uid")));
}

static gboolean
rewrite_events (Rewrite *rewrite, const char *why, GError **error)
{
  DolenMove *move = rewrite->move;
  DolenEvent *redact = NULL;

  for (guint i = 0; i < move->events->len; i++) {
    const DolenEvent *event = move->events->pdata[i];

    if (g_hash_table_contains (move->gone, event->id) && !move_event (rewrite, event, error))
      return FALSE;
    note_known (rewrite, event);
  }
  for (guint i = 0; i < move->events->len; i++) {
    const DolenEvent *event = move->events->pdata[i];

    if (!g_hash_table_contains (move->gone, event->id))
      continue;
    redact = dolen_casework_new_redaction (move->casework, move->wrong, event->id, NULL);
    g_ptr_array_add (rewrite->written, redact);
  }
  if (redact == NULL)
    return dolen_refuse (error, _ ("There is no such record in another person’s."));
  redact->note = g_strdup (why);
  if (json_object_array_length (rewrite->keeps) > 0)
    redact->changes = json_object_get (rewrite->keeps);
  return TRUE;
}

/* ---- what has left already ---- */

static char *
say_out (void *found, const char *record, DolenLanguage language)
{
  if (g_strcmp0 (record, "referral") == 0) {
    const DolenReferral *referral = found;

    if (dolen_text_is_empty (referral->given_out) && referral->told == DOLEN_TOLD_NOT_YET)
      return NULL;
    return g_strdup_printf (
        /* Translators: %s: the reference of a referral (D-4821). */
        dolen_text (language, "%s went out under another person’s name: tell the group"),
        referral->reference != NULL ? referral->reference : "");
  }
  if (g_strcmp0 (record, "concern") == 0 && ((DolenConcern *) found)->reported_on != NULL)
    return g_strdup (dolen_text (
        language, "The concern was reported under another person’s name: tell whoever has it"));
  return NULL;
}

char *
dolen_casework_move_warning (DolenCasework *self,
                             const char *record,
                             const char *uid,
                             DolenLanguage language)
{
  const DolenRecordType *type = dolen_caseload_find_type (record);
  void *found;
  char *warning;

  g_return_val_if_fail (dolen_casework_may_move (record), NULL);
  found = dolen_casework_is_unlocked (self) ? dolen_caseload_get_record (self->caseload, type, uid)
                                            : NULL;
  if (found == NULL)
    return NULL;
  warning = say_out (found, record, language);
  type->free (found);
  return warning;
}

static void
add_warning (Rewrite *rewrite, const char *record, const char *uid)
{
  DolenMove *move = rewrite->move;
  g_autofree char *warning
      = dolen_casework_move_warning (move->casework, record, uid, dolen_language_current ());
  g_autofree char *today = dolen_date_today ();
  const char *referral
      = g_str_equal (record, "referral") ? g_hash_table_lookup (move->uids, uid) : NULL;
  g_autoptr (DolenFollowUp) tell = NULL;
  DolenEvent *event;

  if (warning == NULL)
    return;
  tell = dolen_follow_up_new (move->right, referral, DOLEN_FOLLOW_UP_OTHER, today);
  tell->note = g_steal_pointer (&warning);
  tell->created = dolen_time_now ();
  event = dolen_event_new (DOLEN_EVENT_FOLLOW_UP_ADD, move->right);
  event->author = g_strdup (move->casework->author);
  dolen_event_add_change (
      event, "follow_up", tell->uid, dolen_record_to_json (&dolen_follow_up_type, tell));
  g_ptr_array_insert (rewrite->written, 0, event);
}

/* ---- drafts ---- */

/* What was being typed about it names it. */
static gboolean
is_about (const DolenMove *move, const DolenDraft *draft)
{
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, move->uids);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    if (strstr (draft->kind, uid) != NULL || strstr (draft->json, uid) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
drop_drafts (const DolenMove *move, GError **error)
{
  g_autoptr (GPtrArray) drafts = dolen_vault_list_drafts (move->casework->vault, error);

  if (drafts == NULL)
    return FALSE;
  for (guint i = 0; i < drafts->len; i++) {
    const DolenDraft *draft = drafts->pdata[i];

    if (is_about (move, draft)
        && !dolen_vault_drop_draft (move->casework->vault, draft->kind, draft->subject, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- the act ---- */

char *
dolen_casework_get_owner (DolenCasework *self, const char *record, const char *uid)
{
  const DolenRecordType *type = dolen_caseload_find_type (record);
  struct json_object *object;
  void *found;
  char *owner;

  g_return_val_if_fail (dolen_casework_may_move (record), NULL);
  found = dolen_casework_is_unlocked (self) ? dolen_caseload_get_record (self->caseload, type, uid)
                                            : NULL;
  if (found == NULL)
    return NULL;
  object = dolen_record_to_json (type, found);
  owner = g_strdup (dolen_move_text (object, "person"));
  json_object_put (object);
  type->free (found);
  return owner;
}

gboolean
dolen_casework_find_entry_record (DolenCasework *self,
                                  const char *event,
                                  const char **record,
                                  char **uid)
{
  g_autoptr (DolenEvent) entry = NULL;
  struct json_object *change = NULL;
  const char *name;

  if (!dolen_casework_is_unlocked (self))
    return FALSE;
  entry = dolen_vault_find_event (self->vault, event, NULL);
  if (entry != NULL && entry->changes != NULL && !g_str_equal (entry->type, DOLEN_EVENT_DISPUTE)
      && !g_str_equal (entry->type, DOLEN_EVENT_REDACT)
      && !g_str_equal (entry->type, DOLEN_EVENT_UNDO))
    change = json_object_array_get_idx (entry->changes, 0);
  name = dolen_move_text (change, "record");
  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (movable); i++)
    if (g_str_equal (movable[i], name)) {
      *record = movable[i];
      *uid = g_strdup (dolen_move_text (change, "uid"));
      return TRUE;
    }
  return FALSE;
}

static gboolean
show_moved (Rewrite *rewrite, GError **error)
{
  DolenCasework *self = rewrite->move->casework;

  for (guint i = 0; i < rewrite->written->len; i++)
    dolen_caseload_apply (self->caseload, rewrite->written->pdata[i]);
  if (!dolen_caseload_redo_person (self->caseload, rewrite->move->wrong, rewrite->gone, NULL))
    return dolen_casework_rebuild (self, error);
  dolen_casework_emit_changed (self);
  return TRUE;
}

static gboolean
do_move (DolenMove *move, const char *record, const char *uid, const char *why, GError **error)
{
  g_auto (Rewrite) rewrite = { move };

  rewrite.written = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_event_free);
  rewrite.gone = dolen_event_new (DOLEN_EVENT_MOVE, move->wrong);
  rewrite.gone->changes = json_object_new_array ();
  rewrite.moved = g_hash_table_new (g_str_hash, g_str_equal);
  rewrite.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rewrite.keeps = json_object_new_array ();
  if (!rewrite_events (&rewrite, why, error))
    return FALSE;
  add_warning (&rewrite, record, uid);
  return dolen_vault_redact (move->casework->vault,
                             (DolenEvent **) rewrite.written->pdata,
                             rewrite.written->len,
                             error)
         && drop_drafts (move, error) && show_moved (&rewrite, error);
}

gboolean
dolen_casework_record_move (DolenCasework *self,
                            const char *record,
                            const char *uid,
                            const char *person,
                            const char *why,
                            GError **error)
{
  g_autoptr (DolenPerson) right = dolen_casework_need_person (self, person, FALSE, error);
  g_autoptr (DolenAct) may = NULL;
  g_autoptr (DolenMove) move = NULL;
  g_autofree char *wrong = NULL;

  g_return_val_if_fail (dolen_casework_may_move (record), FALSE);

  if (right == NULL)
    return FALSE;
  if (dolen_text_is_empty (why))
    return dolen_refuse_invalid (error, _ ("Please write why."));
  wrong = dolen_casework_get_owner (self, record, uid);
  if (wrong == NULL || g_str_equal (wrong, person))
    return dolen_refuse (error, _ ("There is no such record in another person’s."));
  may = dolen_act_begin (self, DOLEN_EVENT_MOVE, person, error);
  if (may == NULL)
    return FALSE;
  move = dolen_move_find (self, uid, wrong, person, error);
  return move != NULL && do_move (move, record, uid, why, error);
}

gboolean
dolen_casework_note_move (
    DolenCasework *self, const char *note, const char *person, const char *why, GError **error)
{
  return dolen_casework_record_move (self, "note", note, person, why, error);
}

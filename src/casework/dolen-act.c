/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-private.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "casework/dolen-casework-workers.h"

#include <glib/gi18n-lib.h>

gboolean
dolen_refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, sentence);
  return FALSE;
}

gboolean
dolen_refuse_invalid (GError **error, const char *sentence)
{
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_INVALID, sentence);
  return FALSE;
}

gboolean
dolen_casework_refuse_editor (DolenCasework *self, GError **error)
{
  return !dolen_casework_is_editor (self)
         || dolen_refuse (error, _ ("A directory editor does not write in the case records."));
}

/* A directory editor's own diary and passphrase are theirs, and a backup is everybody's; nobody's
 * record is. */
static gboolean
may_act (DolenCasework *self, const char *type, GError **error)
{
  static const char *const of_all[]
      = { DOLEN_EVENT_AUDIT, DOLEN_EVENT_DIARY, DOLEN_EVENT_UNDO, DOLEN_EVENT_BACKUP, NULL };

  return g_strv_contains (of_all, type) || dolen_casework_refuse_editor (self, error);
}

void
dolen_set_text (char **field, const char *value)
{
  char *kept = dolen_text_clean (value);

  g_free (*field);
  *field = kept;
}

DolenAct *
dolen_act_begin (DolenCasework *self, const char *type, const char *person, GError **error)
{
  DolenAct *act;

  if (!dolen_casework_need_open (self, error) || !may_act (self, type, error))
    return NULL;
  act = g_new0 (DolenAct, 1);
  act->casework = self;
  act->event = dolen_event_new (type, person);
  act->event->author = g_strdup (self->author);
  act->restore = json_object_new_array ();
  return act;
}

void
dolen_act_free (DolenAct *act)
{
  if (act == NULL)
    return;
  dolen_event_free (act->event);
  json_object_put (act->restore);
  g_free (act);
}

/* The changes of an undo are those of an event; only where they stand differs. */
static void
add_restore (DolenAct *act, const char *record, const char *uid, struct json_object *set)
{
  struct json_object *change = json_object_new_object ();

  json_object_object_add (change, "record", json_object_new_string (record));
  json_object_object_add (change, "uid", json_object_new_string (uid));
  json_object_object_add (change, "set", set);
  json_object_array_add (act->restore, change);
}

/* What it stepped from: where two copies are brought together it shows that one of them did not
 * know what the other says. */
static void
note_former_state (DolenAct *act, const DolenReferral *before)
{
  gsize n = json_object_array_length (act->event->changes);
  struct json_object *change = json_object_array_get_idx (act->event->changes, n - 1);
  struct json_object *set = json_object_object_get (change, "set");

  if (json_object_object_get_ex (set, "state", NULL))
    json_object_object_add (
        change, "was", json_object_new_string (dolen_referral_state_nick (before->state)));
}

void
dolen_act_put (DolenAct *act, const DolenRecordType *type, const void *before, const void *after)
{
  const char *uid = dolen_record_get_uid (type, after);
  struct json_object *set;

  /* What is written of a person goes with the person: nothing of the office may stand there. */
  g_return_if_fail (act->event->person == NULL || type == &dolen_person_type
                    || dolen_record_is_of_person (type));
  if (before == NULL) {
    dolen_event_add_change (act->event, type->name, uid, dolen_record_to_json (type, after));
    add_restore (act, type->name, uid, NULL);
    return;
  }
  set = dolen_record_difference (type, before, after);
  if (set == NULL)
    return;
  dolen_event_add_change (act->event, type->name, uid, set);
  if (type == &dolen_referral_type)
    note_former_state (act, before);
  add_restore (act, type->name, uid, dolen_record_difference (type, after, before));
}

void
dolen_act_take_away (DolenAct *act, const DolenRecordType *type, const void *before)
{
  const char *uid = dolen_record_get_uid (type, before);

  dolen_event_add_change (act->event, type->name, uid, NULL);
  add_restore (act, type->name, uid, dolen_record_to_json (type, before));
}

static const char *
find_state (struct json_object *changes)
{
  struct json_object *change = json_object_array_get_idx (changes, 0), *set = NULL, *state = NULL;

  if (json_object_object_get_ex (change, "set", &set)
      && json_object_object_get_ex (set, "state", &state))
    return json_object_get_string (state);
  return NULL;
}

static DolenUndo *
make_undo (const DolenAct *act)
{
  DolenUndo *undo = g_new0 (DolenUndo, 1);

  undo->event = g_strdup (act->event->id);
  undo->type = g_strdup (act->event->type);
  undo->person = g_strdup (act->event->person);
  undo->state = g_strdup (find_state (act->event->changes));
  undo->done = json_object_get (act->event->changes);
  undo->restore = json_object_get (act->restore);
  return undo;
}

void
dolen_undo_free (DolenUndo *undo)
{
  if (undo == NULL)
    return;
  g_free (undo->event);
  g_free (undo->type);
  g_free (undo->person);
  g_free (undo->state);
  json_object_put (undo->done);
  json_object_put (undo->restore);
  g_free (undo);
}

gboolean
dolen_act_commit (DolenAct *act, DolenUndo **undo, GError **error)
{
  DolenCasework *self = act->casework;

  if (undo != NULL)
    *undo = NULL;
  if (act->event->changes == NULL)
    return TRUE;
  if (!dolen_vault_append (self->vault, &act->event, 1, error))
    return FALSE;
  dolen_caseload_apply (self->caseload, act->event);
  if (undo != NULL)
    *undo = make_undo (act);
  dolen_casework_emit_changed (self);
  return TRUE;
}

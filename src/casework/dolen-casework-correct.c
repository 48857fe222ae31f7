/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-correct.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-caseload-private.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-correctable.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *record;
  const char *field;
} correctable[] = {
  { "note", "text" },
  { "concern", "text" },
  { "referral", "reason_note" },
  { "incoming", "reason" },
};

const char *
dolen_correctable_field (const char *record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (correctable); i++)
    if (g_strcmp0 (correctable[i].record, record) == 0)
      return correctable[i].field;
  return NULL;
}

const char *
dolen_correctable_text (const char *record, struct json_object *set)
{
  const char *field = dolen_correctable_field (record);

  return field != NULL ? dolen_json_peek_text (set, field) : NULL;
}

/* ---- what an entry says ---- */

/* Which words of which record an entry wrote. */
typedef struct {
  DolenEvent *event;           /* (owned) */
  const DolenRecordType *type; /* NULL: none that can be put right */
  char *uid;                   /* (owned) */
  char *text;                  /* (owned) */
} Words;

static void
words_clear (Words *words)
{
  dolen_event_free (words->event);
  g_free (words->uid);
  g_free (words->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* A statement of the person's is theirs; nobody corrects it. */
static void
read_words (Words *words)
{
  gsize n = words->event->changes != NULL ? json_object_array_length (words->event->changes) : 0;

  if (g_str_equal (words->event->type, DOLEN_EVENT_DISPUTE)
      || g_str_equal (words->event->type, DOLEN_EVENT_UNDO)
      || g_str_equal (words->event->type, DOLEN_EVENT_REDACT))
    return;
  for (gsize i = 0; words->text == NULL && i < n; i++) {
    struct json_object *change = json_object_array_get_idx (words->event->changes, i), *set = NULL;
    const char *record = dolen_json_peek_text (change, "record");

    json_object_object_get_ex (change, "set", &set);
    words->text = g_strdup (dolen_correctable_text (record, set));
    if (words->text == NULL)
      continue;
    words->type = dolen_caseload_find_type (record);
    words->uid = g_strdup (dolen_json_peek_text (change, "uid"));
  }
}

static gboolean
stands (DolenCasework *self, const DolenEvent *event)
{
  g_autoptr (DolenStatement) row
             = dolen_db_prepare (dolen_caseload_get_db (self->caseload),
                                 "SELECT 1 FROM entry WHERE event = ?1 AND person = ?2"
                                 " AND undone = 0 AND coalesce (corrected_at, 0) = 0",
                                 NULL);
  gboolean found = FALSE;

  g_return_val_if_fail (row != NULL, FALSE);
  if (!dolen_caseload_need_timeline (self->caseload, event->person, NULL))
    return FALSE;
  dolen_statement_bind_text (row, 1, event->id);
  dolen_statement_bind_text (row, 2, event->person);
  return dolen_statement_step (row, &found, NULL) && found;
}

static void
find_words (DolenCasework *self, const char *event, Words *words)
{
  words->event = dolen_vault_find_event (self->vault, event, NULL);
  if (words->event != NULL && words->event->person != NULL && stands (self, words->event))
    read_words (words);
}

char *
dolen_casework_get_correctable (DolenCasework *self, const char *event)
{
  g_auto (Words) words = { NULL };

  g_return_val_if_fail (event != NULL, NULL);
  if (!dolen_casework_is_unlocked (self))
    return NULL;
  find_words (self, event, &words);
  return g_steal_pointer (&words.text);
}

/* ---- the acts ---- */

static void
set_text (const DolenRecordType *type, void *record, const char *text)
{
  struct json_object *object = json_object_new_object ();

  json_object_object_add (
      object, dolen_correctable_field (type->name), json_object_new_string (text));
  dolen_record_merge_json (type, record, object);
  json_object_put (object);
}

static DolenAct *
begin (DolenCasework *self, const char *type, const Words *words, GError **error)
{
  DolenAct *act;

  if (words->text == NULL) {
    dolen_refuse (error, _ ("There are no words in this entry that can be put right."));
    return NULL;
  }
  act = dolen_act_begin (self, type, words->event->person, error);
  if (act != NULL)
    act->event->target = g_strdup (words->event->id);
  return act;
}

gboolean
dolen_casework_correct (
    DolenCasework *self, const char *event, const char *text, DolenUndo **undo, GError **error)
{
  g_auto (Words) words = { NULL };
  g_autoptr (DolenAct) act = NULL;
  gboolean ok;
  void *before, *after;

  if (!dolen_casework_need_open (self, error))
    return FALSE;
  if (dolen_text_is_empty (text))
    return dolen_refuse_invalid (error, _ ("Please write what it should say."));
  find_words (self, event, &words);
  act = begin (self, DOLEN_EVENT_CORRECT, &words, error);
  if (act == NULL)
    return FALSE;
  if (g_str_equal (words.text, text))
    return dolen_refuse_invalid (error, _ ("It says so already."));
  before = dolen_caseload_get_record (self->caseload, words.type, words.uid);
  if (before == NULL)
    return dolen_refuse (error, _ ("There are no words in this entry that can be put right."));
  after = dolen_record_copy (words.type, before);
  set_text (words.type, after, text);
  dolen_act_put (act, words.type, before, after);
  ok = dolen_act_commit (act, undo, error);
  words.type->free (before);
  words.type->free (after);
  return ok;
}

gboolean
dolen_casework_dispute (
    DolenCasework *self, const char *event, const char *statement, DolenUndo **undo, GError **error)
{
  g_auto (Words) words = { NULL };
  g_autoptr (DolenNote) note = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (!dolen_casework_need_open (self, error))
    return FALSE;
  if (dolen_text_is_empty (statement))
    return dolen_refuse_invalid (error, _ ("Please write what they say."));
  find_words (self, event, &words);
  act = begin (self, DOLEN_EVENT_DISPUTE, &words, error);
  if (act == NULL)
    return FALSE;
  note = dolen_note_new (words.event->person, NULL, "statement", statement);
  note->created = dolen_time_now ();
  dolen_act_put (act, &dolen_note_type, NULL, note);
  return dolen_act_commit (act, undo, error);
}

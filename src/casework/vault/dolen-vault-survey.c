/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-vault-survey.h"

#include <string.h>

typedef struct {
  guint64 device_seq;
  guint8 hash[DOLEN_HASH_SIZE];
  guint8 prev[DOLEN_HASH_SIZE];
  DolenOutcome outcome;
} Link;

void
dolen_survey_free (DolenSurvey *survey)
{
  if (survey == NULL)
    return;
  g_hash_table_unref (survey->sound);
  g_hash_table_unref (survey->devices);
  g_hash_table_unref (survey->redactions);
  g_hash_table_unref (survey->erased);
  g_free (survey);
}

static void
put_changes (gpointer changes)
{
  json_object_put (changes);
}

/* Named twice, one of them may say what stays. */
static void
note_redaction (DolenSurvey *survey, const DolenEvent *event)
{
  if (event->changes != NULL || !g_hash_table_contains (survey->redactions, event->target))
    g_hash_table_insert (
        survey->redactions, g_strdup (event->target), json_object_get (event->changes));
}

static void
note_event (DolenSurvey *survey, DolenVault *vault, const DolenEvent *event)
{
  guint8 key[DOLEN_ID_SIZE];

  if (g_str_equal (event->type, DOLEN_EVENT_REDACT) && event->target != NULL)
    note_redaction (survey, event);
  if (g_str_equal (event->type, DOLEN_EVENT_PERSON_ERASED) && event->person != NULL) {
    dolen_vault_key_of (vault, event->person, key);
    g_hash_table_add (survey->erased, dolen_hex (key, sizeof key));
  }
}

static void
see_row (DolenSurvey *survey, DolenVault *vault, const DolenJournalRow *row, GArray *links)
{
  DolenEvent *event = NULL;
  Link link = { .device_seq = row->header.device_seq };

  link.outcome = dolen_vault_open_row (vault, row, &event);
  dolen_header_hash (&row->header, link.hash);
  memcpy (link.prev, row->header.prev, DOLEN_HASH_SIZE);
  g_array_append_val (links, link);
  if (event != NULL)
    note_event (survey, vault, event);
  dolen_event_free (event);
}

static gboolean
names (const Link *next, const Link *link)
{
  return next->device_seq == link->device_seq + 1
         && memcmp (next->prev, link->hash, DOLEN_HASH_SIZE) == 0;
}

/* From the last row back: each sound one vouches for the header before it. */
static gboolean
follow_links (DolenSurvey *survey, DolenJournal *journal, GBytes *device, GArray *links)
{
  DolenHead head;
  gboolean has_head, any = FALSE, next_sound = FALSE;

  has_head = g_bytes_get_size (device) == DOLEN_ID_SIZE
             && dolen_journal_read_head (journal, g_bytes_get_data (device, NULL), &head)
                    == DOLEN_HEAD_GOOD;
  for (guint i = links->len; i > 0; i--) {
    const Link *link = &g_array_index (links, Link, i - 1);
    gboolean named = has_head && head.device_seq == link->device_seq
                     && memcmp (head.hash, link->hash, DOLEN_HASH_SIZE) == 0;

    if (i < links->len && next_sound)
      named |= names (&g_array_index (links, Link, i), link);
    /* A damaged text leaves the header what it is: it still vouches for the one before it. */
    next_sound = named || link->outcome == DOLEN_ROW_OPENED;
    if (next_sound && link->outcome != DOLEN_ROW_DAMAGED)
      any |= g_hash_table_add (survey->sound, g_bytes_new (link->hash, DOLEN_HASH_SIZE));
  }
  return any;
}

static gboolean
survey_device (
    DolenSurvey *survey, DolenVault *vault, DolenJournal *journal, GBytes *device, GError **error)
{
  g_autoptr (DolenStatement) rows = dolen_journal_walk (journal, device, error);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));
  gboolean found = FALSE, ok;
  DolenJournalRow row;

  if (rows == NULL)
    return FALSE;
  while ((ok = dolen_statement_step (rows, &found, error)) && found) {
    dolen_journal_read_row (journal, rows, &row);
    see_row (survey, vault, &row, links);
  }
  if (ok && follow_links (survey, journal, device, links))
    g_hash_table_add (survey->devices,
                      dolen_hex (g_bytes_get_data (device, NULL), g_bytes_get_size (device)));
  return ok;
}

/* What was set aside vouches for nothing, but what it destroyed is destroyed. */
static gboolean
survey_quarantine (DolenSurvey *survey, DolenVault *vault, DolenJournal *journal, GError **error)
{
  g_autoptr (DolenStatement) rows = dolen_journal_walk_quarantine (journal, error);
  gboolean found = FALSE, ok;
  DolenJournalRow row;

  if (rows == NULL)
    return FALSE;
  while ((ok = dolen_statement_step (rows, &found, error)) && found) {
    g_autoptr (DolenEvent) event = NULL;

    dolen_journal_read_row (journal, rows, &row);
    if (dolen_vault_open_row (vault, &row, &event) == DOLEN_ROW_OPENED)
      note_event (survey, vault, event);
  }
  return ok;
}

DolenSurvey *
dolen_survey_new (DolenVault *vault, DolenJournal *journal, GError **error)
{
  g_autoptr (DolenSurvey) survey = g_new0 (DolenSurvey, 1);
  g_autoptr (GPtrArray) devices = NULL;

  survey->sound
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  survey->devices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  survey->redactions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, put_changes);
  survey->erased = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  devices = dolen_journal_list_devices (journal, error);
  if (devices == NULL)
    return NULL;
  for (guint i = 0; i < devices->len; i++)
    if (!survey_device (survey, vault, journal, g_ptr_array_index (devices, i), error))
      return NULL;
  if (!survey_quarantine (survey, vault, journal, error))
    return NULL;
  return g_steal_pointer (&survey);
}

gboolean
dolen_survey_trusts (const DolenSurvey *survey, const DolenHeader *header)
{
  guint8 hash[DOLEN_HASH_SIZE];
  g_autoptr (GBytes) bytes = NULL;

  dolen_header_hash (header, hash);
  bytes = g_bytes_new_static (hash, sizeof hash);
  return g_hash_table_contains (survey->sound, bytes);
}

gboolean
dolen_survey_knows_device (const DolenSurvey *survey, const guint8 *device)
{
  g_autofree char *hex = dolen_hex (device, DOLEN_ID_SIZE);

  return g_hash_table_contains (survey->devices, hex);
}

gboolean
dolen_survey_destroys (const DolenSurvey *survey, const DolenHeader *header)
{
  g_autofree char *id = dolen_hex (header->id, DOLEN_ID_SIZE);
  g_autofree char *key = dolen_hex (header->key, DOLEN_ID_SIZE);

  return g_hash_table_contains (survey->redactions, id)
         || g_hash_table_contains (survey->erased, key);
}

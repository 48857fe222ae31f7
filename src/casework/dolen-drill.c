/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-drill-private.h"

#include "base/dolen-time.h"
#include "casework/dolen-caseload.h"
#include "casework/vault/dolen-restore-private.h"
#include "language/dolen-calendar.h"
#include "language/dolen-collation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Two readings of one vault held against each other, event by event. */

typedef struct {
  char *person; /* (nullable) */
  gint64 wall;
} Seen;

typedef struct {
  GHashTable *events;      /* (owned) Seen by id of event */
  DolenCaseload *caseload; /* (owned) for the names */
} Side;

static void
seen_free (gpointer data)
{
  g_free (((Seen *) data)->person);
  g_free (data);
}

static void
side_clear (Side *side)
{
  g_clear_pointer (&side->events, g_hash_table_unref);
  g_clear_pointer (&side->caseload, dolen_caseload_free);
}

static void
take_event (const DolenEvent *event, gpointer user_data)
{
  Side *side = user_data;
  Seen *seen;

  /* That a backup was made stands in no backup of that moment: nobody's work is lost with it. */
  if (g_str_equal (event->type, DOLEN_EVENT_BACKUP))
    return;
  seen = g_new0 (Seen, 1);
  seen->person = g_strdup (event->person);
  seen->wall = event->wall;
  g_hash_table_replace (side->events, g_strdup (event->id), seen);
  dolen_caseload_apply (side->caseload, event);
}

static void
start_again (gpointer user_data)
{
  Side *side = user_data;
  DolenCaseload *fresh = dolen_caseload_new (NULL, NULL);

  g_return_if_fail (fresh != NULL);
  g_hash_table_remove_all (side->events);
  dolen_caseload_free (side->caseload);
  side->caseload = fresh;
}

static gboolean
side_read (Side *side, DolenPicture *picture, GError **error)
{
  static const DolenVaultReader reader = { start_again, take_event };

  side->events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, seen_free);
  side->caseload = dolen_caseload_new (NULL, error);
  return side->caseload != NULL && dolen_picture_read (picture, &reader, side, NULL, NULL, error);
}

/* ---- people ---- */

static char *
name_person (Side *here, Side *there, const char *uid)
{
  g_autoptr (DolenPerson) person
             = here->caseload != NULL ? dolen_caseload_get_person (here->caseload, uid) : NULL;

  if (person == NULL)
    person = dolen_caseload_get_person (there->caseload, uid);
  return g_strdup (person != NULL ? dolen_person_get_called (person) : "");
}

static void
line_free (gpointer data)
{
  DolenDrillLine *line = data;

  g_free (line->person);
  g_free (line->name);
  g_free (line);
}

static DolenDrillLine *
find_line (GHashTable *lines, Side *here, Side *there, const char *person)
{
  DolenDrillLine *line = g_hash_table_lookup (lines, person);
  g_autoptr (DolenPerson) known = NULL;

  if (line != NULL)
    return line;
  known = dolen_caseload_get_person (there->caseload, person);
  line = g_new0 (DolenDrillLine, 1);
  line->person = g_strdup (person);
  line->name = name_person (here, there, person);
  line->absent = known == NULL;
  g_hash_table_insert (lines, line->person, line);
  return line;
}

static gboolean
is_destroyed (const char *person, GHashTable *destroyed)
{
  g_auto (GStrv) parts = person != NULL ? g_strsplit (person, "-", -1) : NULL;
  g_autofree char *hex = parts != NULL ? g_strjoinv ("", parts) : NULL;

  return hex != NULL && g_hash_table_contains (destroyed, hex);
}

/* ---- the comparison ---- */

static void
count_lost (DolenDrill *drill, Side *here, Side *there, GHashTable *lines)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, here->events);
  while (g_hash_table_iter_next (&iter, &id, &value)) {
    const Seen *seen = value;
    DolenDrillLine *line;

    if (g_hash_table_contains (there->events, id))
      continue;
    drill->lost++;
    if (seen->person == NULL)
      continue;
    line = find_line (lines, here, there, seen->person);
    line->lost++;
    line->newest = MAX (line->newest, seen->wall);
  }
}

static void
count_regained (
    DolenDrill *drill, Side *here, Side *there, GHashTable *lines, GHashTable *destroyed)
{
  g_autoptr (GHashTable) erased = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, there->events);
  while (g_hash_table_iter_next (&iter, &id, &value)) {
    const Seen *seen = value;

    drill->newest = MAX (drill->newest, seen->wall);
    if (is_destroyed (seen->person, destroyed)) {
      g_hash_table_add (erased, seen->person);
      continue;
    }
    if (here->events != NULL && !g_hash_table_contains (here->events, id)) {
      drill->regained++;
      if (seen->person != NULL)
        find_line (lines, here, there, seen->person)->regained++;
    }
  }
  drill->stay_erased = (int) g_hash_table_size (erased);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const DolenDrillLine *first = *(DolenDrillLine *const *) a,
                       *second = *(DolenDrillLine *const *) b;

  return g_utf8_collate (first->name, second->name);
}

static void
steal_lines (DolenDrill *drill, GHashTable *lines)
{
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    g_ptr_array_add (drill->lines, line);
  g_ptr_array_sort (drill->lines, compare_lines);
}

static GHashTable *
set_of_hex (GPtrArray *ids)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, dolen_hex (g_bytes_get_data (ids->pdata[i], NULL), DOLEN_ID_SIZE));
  return set;
}

static DolenDrill *
compare (DolenRestore *restore, Side *here, Side *there, GHashTable *destroyed)
{
  DolenDrill *drill = g_new0 (DolenDrill, 1);
  g_autoptr (GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);

  drill->backup = restore->header;
  drill->compared = here->events != NULL;
  drill->lines = g_ptr_array_new_with_free_func (line_free);
  if (drill->compared)
    count_lost (drill, here, there, lines);
  count_regained (drill, here, there, lines, destroyed);
  drill->n_people = dolen_caseload_count_people (there->caseload) - drill->stay_erased;
  steal_lines (drill, lines);
  return drill;
}

/* Tried out on keys in memory. */
static gboolean
see_keys (DolenDrill *drill, DolenRestore *restore, const char *folder, GError **error)
{
  g_autoptr (DolenKeys) keys = dolen_keys_open_scratch (restore->picture->keys, error);
  DolenKeysUnion kept;
  gboolean is_sound = FALSE;

  if (keys == NULL || !dolen_keys_unlock_like (keys, restore->picture->opened, error)
      || !dolen_restore_keep_keys (restore, folder, keys, &kept, &is_sound, error))
    return FALSE;
  drill->keys_of_backup = !is_sound;
  drill->workers_kept = (int) kept.holders.n_workers;
  drill->workers_gone = (int) kept.n_removed;
  drill->recovery_kept = kept.holders.recovery_key;
  return TRUE;
}

DolenDrill *
dolen_drill_compare (DolenRestore *restore,
                     DolenPicture *present,
                     const char *folder,
                     GError **error)
{
  Side here = { NULL, NULL }, there = { NULL, NULL };
  g_autoptr (GPtrArray) destroyed = NULL;
  g_autoptr (GPtrArray) redacted = NULL;
  g_autoptr (GHashTable) set = NULL;
  DolenDrill *drill = NULL;

  if (!dolen_restore_read_former (restore, folder, &destroyed, &redacted, error))
    return NULL;
  set = set_of_hex (destroyed);
  if ((present == NULL || side_read (&here, present, error))
      && side_read (&there, restore->picture, error))
    drill = compare (restore, &here, &there, set);
  if (drill != NULL && !see_keys (drill, restore, folder, error))
    g_clear_pointer (&drill, dolen_drill_free);
  side_clear (&here);
  side_clear (&there);
  return drill;
}

void
dolen_drill_free (DolenDrill *drill)
{
  if (drill == NULL)
    return;
  g_ptr_array_unref (drill->lines);
  g_free (drill);
}

/* ---- in words ---- */

/* Takes @sentence. */
static void
add_line (GString *text, char *sentence)
{
  g_string_append_c (text, '\n');
  g_string_append (text, sentence);
  g_free (sentence);
}

static void
add_keys (GString *text, const DolenDrill *drill, DolenLanguage language)
{
  if (drill->keys_of_backup)
    add_line (text,
              g_strdup (dolen_text (language,
                                    "It would open with the passphrases and the recovery key of "
                                    "the backup.")));
  if (drill->workers_kept > 0)
    add_line (text,
              g_strdup_printf (
                  dolen_ntext (language,
                               "%d worker was added or changed since: passphrase, name and role "
                               "stay as they are now.",
                               "%d workers were added or changed since: their passphrases, names "
                               "and roles stay as they are now.",
                               (gulong) drill->workers_kept),
                  drill->workers_kept));
  if (drill->workers_gone > 0)
    add_line (text,
              g_strdup_printf (
                  dolen_ntext (language,
                               "%d worker was taken away since: their passphrase opens nothing.",
                               "%d workers were taken away since: their passphrases open nothing.",
                               (gulong) drill->workers_gone),
                  drill->workers_gone));
  if (drill->recovery_kept)
    add_line (
        text,
        g_strdup (dolen_text (language, "The recovery key stays the one that was made since.")));
}

char *
dolen_drill_sentences (const DolenDrill *drill, DolenLanguage language)
{
  g_autofree char *date = dolen_date_of_instant (drill->backup.at);
  g_autofree char *day = dolen_format_date (language, date);
  GString *text = g_string_new (NULL);

  /* Translators: %s: a date, "3 November 2026". */
  g_string_append_printf (text, dolen_text (language, "Backup of %s; it opens and is whole."), day);
  add_line (text,
            g_strdup_printf (dolen_ntext (language,
                                          "It holds %d person.",
                                          "It holds %d people.",
                                          (gulong) drill->n_people),
                             drill->n_people));
  if (!drill->compared) {
    g_string_append_c (text, '\n');
    g_string_append (
        text, dolen_text (language, "There are no open case records here to compare it with."));
  } else if (drill->lost == 0 && drill->regained == 0) {
    add_line (text, g_strdup (dolen_text (language, "Nothing would change.")));
  } else {
    add_line (
        text,
        g_strdup_printf (
            dolen_ntext (language,
                         "%d entry that is here is not in the backup: it would be gone.",
                         "%d entries that are here are not in the backup: they would be gone.",
                         (gulong) drill->lost),
            drill->lost));
    add_line (text,
              g_strdup_printf (
                  dolen_ntext (language,
                               "%d entry is in the backup and not here: it would come back.",
                               "%d entries are in the backup and not here: they would come back.",
                               (gulong) drill->regained),
                  drill->regained));
  }
  if (drill->stay_erased > 0)
    add_line (text,
              g_strdup_printf (
                  dolen_ntext (language,
                               "%d person in the backup was erased since: they stay erased.",
                               "%d people in the backup were erased since: they stay erased.",
                               (gulong) drill->stay_erased),
                  drill->stay_erased));
  add_keys (text, drill, language);
  return g_string_free (text, FALSE);
}

char *
dolen_drill_line_sentence (const DolenDrillLine *line, DolenLanguage language)
{
  g_autofree char *date = dolen_date_of_instant (line->newest);
  g_autofree char *day = dolen_format_date (language, date);

  if (line->absent)
    return g_strdup (dolen_text (language, "Not in the backup at all: the whole record would go."));
  if (line->lost == 0)
    return g_strdup_printf (dolen_ntext (language,
                                         "%d entry would come back.",
                                         "%d entries would come back.",
                                         (gulong) line->regained),
                            line->regained);
  /* Translators: %1$d: a number; %2$s: a date. */
  return g_strdup_printf (dolen_ntext (language,
                                       "%1$d entry would be gone, of %2$s.",
                                       "%1$d entries would be gone, the newest of %2$s.",
                                       (gulong) line->lost),
                          line->lost,
                          day);
}

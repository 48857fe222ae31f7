/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool-show.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-edit-json.h"
#include "directory/dolen-edits.h"
#include "directory/dolen-history-title.h"
#include "directory/dolen-sentences.h"
#include "directory/keeping/dolen-value-words.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* What was changed of a record, the newest first. */

static char *
say_facts (const char *json, DolenLanguage language)
{
  g_autoptr (DolenCapacity) capacity = NULL;
  g_autoptr (DolenConfirmation) confirmation = NULL;

  if (!dolen_edit_json_read_facts (json, &capacity, &confirmation) || capacity == NULL)
    return NULL;
  return dolen_sentence_capacity_bare (language, capacity);
}

/* (transfer full) (nullable): NULL where there are no words for it. */
static char *
say_value (const DolenHistoryEntry *entry, const char *json, DolenLanguage language)
{
  g_autofree char *value = NULL;
  g_auto (DolenBilingual) states = { 0 };

  if (json == NULL || entry->field == NULL || g_strcmp0 (entry->act, "import") == 0)
    return NULL;
  if (g_str_equal (entry->field, "facts"))
    return say_facts (json, language);
  if (g_str_equal (entry->field, "several"))
    return dolen_edit_json_read_reason (json);
  if (dolen_edit_json_read_part (json, &value)
      || dolen_edit_json_read_value (json, &value, &states))
    return dolen_value_tell (entry->kind, entry->field, value, language);
  return NULL;
}

static void
print_entry (const DolenHistoryEntry *entry, DolenLanguage language)
{
  g_autofree char *date = dolen_date_of_instant (entry->at);
  g_autofree char *day = dolen_format_date (language, date);
  g_autofree char *title = dolen_history_title (entry, language);
  g_autofree char *before = say_value (entry, entry->before, language);
  g_autofree char *after = say_value (entry, entry->after, language);
  const char *nothing = dolen_text (language, "nothing");

  printf ("%s%s%s  %s", day, entry->who != NULL ? ", " : "", entry->who ? entry->who : "", title);
  if (g_strcmp0 (entry->field, "several") == 0)
    printf (after != NULL ? ": %s" : "%s", after != NULL ? after : "");
  else if (!dolen_text_is_empty (before) || !dolen_text_is_empty (after))
    printf (": %s → %s",
            dolen_text_is_empty (before) ? nothing : before,
            dolen_text_is_empty (after) ? nothing : after);
  printf ("%s\n", entry->undone ? _ (" (undone)") : "");
}

gboolean
dolen_tool_print_history (DolenDirectory *directory, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) entries = dolen_directory_get_history (directory, uid, 0, error);

  if (entries == NULL)
    return FALSE;
  /* Translators: a heading over what was changed of a listing. */
  printf ("\n%s\n", _ ("History"));
  if (entries->len == 0)
    puts (_ ("Nothing Changed Yet"));
  for (guint i = 0; i < entries->len; i++)
    print_entry (entries->pdata[i], dolen_language_current ());
  return TRUE;
}

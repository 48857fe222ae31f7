/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-history-title.h"

#include "directory/dolen-edit-take.h"
#include "directory/dolen-field-words.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *act;
  const char *title; /* msgid */
} acts[] = {
  { "import", N_ ("Came in with a feed") },
  { "still-true", N_ ("Confirmed") },
  { "confirm", N_ ("Confirmed") },
  { "merge", N_ ("Two records made one") },
  { "not-same", N_ ("Not the same") },
  { "erase-contact", N_ ("A contact erased") },
  { "accept-suggestion", N_ ("Suggestion accepted") },
  { "decline-suggestion", N_ ("Suggestion declined") },
  { "suggestion", N_ ("A suggested change was decided") },
  /* Translators: in the history of a listing: its group was rung. */
  { "call", N_ ("A call to the group") },
  { "question", N_ ("A question to the group") },
  /* Translators: in the history of a listing: who looks after its row of the queue, by when, or
   * that it was put off. */
  { "queue-mark", N_ ("Its row in the queue") },
};

const char *
dolen_history_what (const DolenHistoryEntry *entry, DolenLanguage language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_strcmp0 (entry->act, acts[i].act) == 0)
      return dolen_text (language, acts[i].title);
  if (entry->field != NULL && g_str_has_prefix (entry->field, "tag:"))
    return dolen_text (language, N_ ("What it is about"));
  if (entry->field != NULL && g_str_has_prefix (entry->field, "check:"))
    return dolen_text (language, N_ ("Policies and checks"));
  if (entry->field != NULL && g_str_has_prefix (entry->field, "permission:"))
    return dolen_text (language, N_ ("Giving out a contact"));
  return entry->field != NULL ? dolen_field_label (entry->field, language) : entry->act;
}

char *
dolen_history_title (const DolenHistoryEntry *entry, DolenLanguage language)
{
  const char *what = dolen_history_what (entry, language);

  if (entry->undoes != 0)
    /* Translators: in the history of a listing: a change was undone; what was changed follows. */
    return g_strdup_printf (dolen_text (language, N_ ("Undone: %s")), what);
  if (g_strcmp0 (entry->act, "set-state") == 0)
    /* Translators: in the history of a listing: a text was marked as checked; which follows. */
    return g_strdup_printf (dolen_text (language, N_ ("Read and marked: %s")), what);
  if (g_strcmp0 (entry->act, "put-back") == 0)
    /* Translators: in the history of a listing: what stood before was put back; what follows. */
    return g_strdup_printf (dolen_text (language, N_ ("Put back: %s")), what);
  if (g_strcmp0 (entry->act, DOLEN_EDIT_TAKE) == 0)
    /* Translators: in the history of a listing: it came from a record that was merged into this
     * one; what it is follows. */
    return g_strdup_printf (dolen_text (language, N_ ("From the other record: %s")), what);
  return g_strdup (what);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-merge.h"

#include "casework/dolen-casework-private.h"
#include "casework/dolen-contradictions.h"

#include <glib/gi18n-lib.h>

gboolean
dolen_casework_merge_sync (DolenCasework *self,
                           const char *path,
                           DolenMergeResult *result,
                           GError **error)
{
  g_autoptr (DolenContradictions) found = dolen_contradictions_new ();

  *result = (DolenMergeResult){ 0 };
  return dolen_casework_need_open (self, error)
         && dolen_vault_merge (self->vault, path, result, error)
         && dolen_casework_rebuild_beside (self, &dolen_contradictions_reader, found, error)
         && dolen_casework_put_contradictions (self, found, error);
}

/* Takes @line; a line for each count that is not zero. */
static void
add_line (GString *lines, gint64 n, char *line)
{
  if (n > 0)
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
  g_free (line);
}

static void
add_events (GString *lines, const DolenMergeResult *result, DolenLanguage language)
{
  add_line (lines,
            result->n_adopted,
            /* Translators: what came of bringing two copies of the case records together; %d: how
             * many. An event (digwyddiad, masc.) is an entry of the case records. */
            g_strdup_printf (dolen_ntext (language,
                                          "%d event taken over",
                                          "%d events taken over",
                                          (gulong) result->n_adopted),
                             (int) result->n_adopted));
  add_line (lines,
            result->n_known,
            g_strdup_printf (dolen_ntext (language,
                                          "%d event was here already",
                                          "%d events were here already",
                                          (gulong) result->n_known),
                             (int) result->n_known));
  add_line (lines,
            result->n_restored,
            g_strdup_printf (dolen_ntext (language,
                                          "%d damaged event put right from the other copy",
                                          "%d damaged events put right from the other copy",
                                          (gulong) result->n_restored),
                             (int) result->n_restored));
  add_line (lines,
            result->n_quarantined,
            /* Translators: two copies wrote on under the same device name; both count. */
            g_strdup_printf (dolen_ntext (language,
                                          "%d event set aside, its place being taken; it counts "
                                          "all the same",
                                          "%d events set aside, their places being taken; they "
                                          "count all the same",
                                          (gulong) result->n_quarantined),
                             (int) result->n_quarantined));
  add_line (lines,
            result->n_left_out,
            g_strdup_printf (dolen_ntext (language,
                                          "%d event left out: damaged in the other copy",
                                          "%d events left out: damaged in the other copy",
                                          (gulong) result->n_left_out),
                             (int) result->n_left_out));
}

static void
add_workers (GString *lines, const DolenMergeResult *result, DolenLanguage language)
{
  add_line (lines,
            result->n_workers,
            /* Translators: workers (gweithiwr, masc.) who were added in the other copy, or were
             * given another name, role or passphrase there. */
            g_strdup_printf (dolen_ntext (language,
                                          "%d worker added or changed, as in the other copy",
                                          "%d workers added or changed, as in the other copy",
                                          (gulong) result->n_workers),
                             (int) result->n_workers));
  add_line (lines,
            result->n_removed,
            g_strdup_printf (dolen_ntext (language,
                                          "%d worker taken away, as in the other copy",
                                          "%d workers taken away, as in the other copy",
                                          (gulong) result->n_removed),
                             (int) result->n_removed));
  add_line (lines,
            result->n_recovery,
            g_strdup (dolen_text (
                language, "The recovery key is now that of the other copy, which is newer")));
}

char *
dolen_merge_result_sentence (const DolenMergeResult *result, DolenLanguage language)
{
  GString *lines = g_string_new (NULL);

  add_events (lines, result, language);
  add_line (lines,
            result->n_keys,
            /* Translators: keys (allwedd, fem.) of the case records. */
            g_strdup_printf (
                dolen_ntext (
                    language, "%d key taken over", "%d keys taken over", (gulong) result->n_keys),
                (int) result->n_keys));
  add_line (lines,
            result->n_destroyed,
            /* Translators: %d: how many people were erased in the other copy, and now here. */
            g_strdup_printf (dolen_ntext (language,
                                          "%d person erased, as in the other copy",
                                          "%d people erased, as in the other copy",
                                          (gulong) result->n_destroyed),
                             (int) result->n_destroyed));
  add_workers (lines, result, language);
  if (lines->len == 0)
    g_string_append (lines, dolen_text (language, "There is nothing in the other copy."));
  return g_string_free (lines, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-erasure-proof.h"

#include "base/dolen-text.h"
#include "language/dolen-calendar.h"

static void
add (GString *proof, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (proof, "%s\n", escaped);
}

static void
add_fact (GString *proof, const char *title, const char *value)
{
  g_autofree char *name = g_markup_escape_text (title, -1);
  g_autofree char *text = g_markup_escape_text (value, -1);

  g_string_append_printf (proof, "<b>%s</b>  %s\n", name, text);
}

static void
add_what (GString *proof, const DolenErasure *erasure, DolenLanguage language)
{
  g_autofree char *entries = g_strdup_printf (
      dolen_ntext (language, "%d sealed entry", "%d sealed entries", (gulong) erasure->entries),
      erasure->entries);
  g_autofree char *drafts = g_strdup_printf (
      dolen_ntext (language, "%d sealed draft", "%d sealed drafts", (gulong) erasure->drafts),
      erasure->drafts);
  /* Translators: before a list of what was destroyed. */
  const char *title = dolen_text (language, "Destroyed:");

  add_fact (proof, title, entries);
  if (erasure->drafts > 0)
    add_fact (proof, title, drafts);
  add_fact (proof, dolen_text (language, "Key destroyed, number:"), erasure->key);
}

static void
add_last_day (GString *proof, const DolenErasure *erasure, DolenLanguage language)
{
  g_autofree char *dies = dolen_format_date (language, erasure->dies_on);
  g_autofree char *made = dolen_format_date (language, erasure->backup_on);

  g_string_append_c (proof, '\n');
  if (erasure->backup_on == NULL) {
    add (proof,
         dolen_text (
             language,
             "No backup was ever recorded: there is no other copy of the key that Dolen made."));
    return;
  }
  add_fact (proof, dolen_text (language, "Last backup that holds the key:"), made);
  add_fact (proof, dolen_text (language, "The last copy of the key dies on:"), dies);
  add (proof,
       dolen_text (
           language,
           "Until then the entries could be read only from a backup, with its keys file and "
           "the passphrase. Dolen destroys keys files after 35 days, when it is open and the "
           "backup folder is at hand; a stick that is put away must be brought back or "
           "destroyed. Going back to a backup erases this record again."));
}

char *
dolen_erasure_proof_new (const DolenErasure *erasure,
                         const char *organisation,
                         DolenLanguage language)
{
  GString *proof = g_string_new (NULL);
  g_autofree char *on = dolen_format_date (language, erasure->on);
  g_autofree char *heading = g_markup_escape_text (dolen_text (language, "Proof of erasure"), -1);

  g_string_append_printf (proof, "<span size=\"x-large\" weight=\"bold\">%s</span>\n\n", heading);
  add_fact (proof, dolen_text (language, "Reference:"), erasure->reference);
  if (!dolen_text_is_empty (organisation))
    add_fact (proof, dolen_text (language, "Case records of:"), organisation);
  add_fact (proof, dolen_text (language, "Erased on:"), on);
  if (!dolen_text_is_empty (erasure->by))
    add_fact (proof, dolen_text (language, "Erased by:"), erasure->by);
  add_fact (proof, dolen_text (language, "Reason:"), erasure->why);
  g_string_append_c (proof, '\n');
  add_what (proof, erasure, language);
  add (proof,
       dolen_text (
           language,
           "Each entry was sealed with that key alone (XChaCha20-Poly1305). The entries were "
           "overwritten with nothing, and the key was destroyed; a mark stays that it was."));
  add_last_day (proof, erasure, language);
  g_string_append_c (proof, '\n');
  add (proof,
       dolen_text (language,
                   "Outside Dolen’s reach: what was printed, copied, exported or sent; swap and "
                   "hibernation; old blocks of a flash drive; copies made with other programs."));
  return g_string_free (proof, FALSE);
}

char *
dolen_erasure_summary (const DolenErasure *erasure, DolenLanguage language)
{
  g_autofree char *on = dolen_format_date (language, erasure->on);
  g_autofree char *dies = dolen_format_date (language, erasure->dies_on);

  if (erasure->backup_on == NULL)
    /* Translators: %s: a date. */
    return g_strdup_printf (dolen_text (language, "Erased on %s; there was no backup."), on);
  /* Translators: two dates. */
  return g_strdup_printf (
      dolen_text (language, "Erased on %1$s; the last copy of the key dies on %2$s."), on, dies);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-import-oddities.h"

#include "base/dolen-time.h"
#include "directory/dolen-directory-private.h"

#include <glib/gi18n-lib.h>

/* Translators: what is odd in a listing as the list it was imported from has it; somebody is to
 * look at it. */
static const struct {
  const char *code;
  const char *text;
} kept[] = {
  { "capacity-impossible", N_ ("The feed gives more places free than there are") },
  { "date-unreadable", N_ ("A date in the feed cannot be read") },
  { "email-unreadable", N_ ("The e-mail address in the feed cannot be read") },
  { "html-refused", N_ ("A text in the feed was left out: too much markup") },
  { "name-says-closed", N_ ("The name says that it is closed") },
  { "no-name", N_ ("The feed gives it no name") },
  { "no-organisation", N_ ("The feed does not say whose it is") },
  { "phone-unreadable", N_ ("The telephone number in the feed cannot be read") },
  { "position-impossible", N_ ("The coordinates in the feed are no place") },
  { "postcode-partial", N_ ("The feed gives only part of the postcode: its district is known") },
  { "postcode-unreadable", N_ ("The postcode in the feed cannot be read") },
  { "status-unknown", N_ ("The status in the feed is not understood") },
  { "times-unreadable", N_ ("Times could not be read") },
  { "url-unreadable", N_ ("The web address in the feed cannot be read") },
};

const char *
dolen_import_oddity_text (const char *code, DolenLanguage language)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (g_strcmp0 (kept[i].code, code) == 0)
      return dolen_text (language, kept[i].text);
  return NULL;
}

const char *
dolen_closed_reason_text (const char *reason, DolenLanguage language)
{
  const char *text = dolen_import_oddity_text (reason, language);

  return text != NULL ? text : reason;
}

static gboolean
insert (DolenDirectory *dir, const char *uid, const char *code, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (
          dir, "INSERT INTO oddity (record_uid, what, noted_at) VALUES (?, ?, ?)", &row, error))
    return FALSE;
  dolen_row_put_text (&row, uid);
  dolen_row_put_text (&row, code);
  dolen_row_put_int (&row, dolen_time_now ());
  return dolen_statement_run (row.statement, error);
}

gboolean
dolen_directory_note_oddities (DolenDirectory *dir,
                               const char *uid,
                               const char *const *codes,
                               GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (dir, "DELETE FROM oddity WHERE record_uid = ?", &row, error))
    return FALSE;
  dolen_row_put_text (&row, uid);
  if (!dolen_statement_run (row.statement, error))
    return FALSE;
  for (guint i = 0; codes[i] != NULL; i++)
    if (dolen_import_oddity_text (codes[i], DOLEN_LANGUAGE_EN) != NULL
        && !insert (dir, uid, codes[i], error))
      return FALSE;
  return TRUE;
}

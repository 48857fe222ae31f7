/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-error-message.h"

#include "base/dolen-error.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

static const struct {
  DolenError code;
  const char *sentence; /* msgid */
} sentences[] = {
  { DOLEN_ERROR_FAILED, N_ ("That did not work.") },
  { DOLEN_ERROR_CORRUPT,
    N_ ("The file is damaged. It has been kept as it is and nothing more is written to it.") },
  { DOLEN_ERROR_NOT_OURS, N_ ("This file belongs to another program.") },
  { DOLEN_ERROR_TOO_NEW,
    N_ ("This was written by a newer Dolen. Update Dolen on this computer to open it.") },
  { DOLEN_ERROR_BUSY, N_ ("Another Dolen has this open. Close it there, then try again.") },
  { DOLEN_ERROR_CONSTRAINT, N_ ("That does not fit with what is already kept.") },
  { DOLEN_ERROR_NO_SPACE, N_ ("The disk is full. Make some room, then try again.") },
  { DOLEN_ERROR_READ_ONLY, N_ ("This can be read but not changed.") },
  { DOLEN_ERROR_CANNOT_OPEN, N_ ("This could not be opened.") },
  { DOLEN_ERROR_UNSAFE_PLACE, N_ ("Dolen does not keep records in such a place.") },
  { DOLEN_ERROR_NOT_FOUND, N_ ("This is no longer there.") },
  { DOLEN_ERROR_INVALID, N_ ("Something in it could not be understood.") },
  { DOLEN_ERROR_TOO_LARGE, N_ ("Something in it is too large.") },
  { DOLEN_ERROR_ENCODING, N_ ("The text is not in UTF-8.") },
  { DOLEN_ERROR_UNSUPPORTED, N_ ("Dolen does not read this kind of file.") },
  { DOLEN_ERROR_WRONG_PASSPHRASE, N_ ("That is not the passphrase.") },
  { DOLEN_ERROR_KEY_DAMAGED, N_ ("The key of the case records is damaged. Try the recovery key.") },
  { DOLEN_ERROR_EVENT_DAMAGED,
    N_ ("An entry of the case records is damaged or was altered. The rest can be read.") },
  { DOLEN_ERROR_EVENTS_MISSING, N_ ("Entries of the case records are missing.") },
  { DOLEN_ERROR_OLDER_COPY,
    N_ ("These case records are older than those last used on this computer.") },
  { DOLEN_ERROR_LOCKED, N_ ("The case records are locked. Unlock them first.") },
  { DOLEN_ERROR_NOT_ALLOWED, N_ ("That is not possible here.") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (sentences) == DOLEN_N_ERRORS);

const char *
dolen_error_title (int code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if ((int) sentences[i].code == code)
      return _ (sentences[i].sentence);
  return _ (sentences[0].sentence);
}

char *
dolen_error_to_message (const GError *error)
{
  const char *title;

  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;
  title = dolen_error_title (error->domain == DOLEN_ERROR ? error->code : DOLEN_ERROR_FAILED);
  if (error->message == NULL || *error->message == '\0')
    return g_strdup (title);
  /* The title and the vault's own sentence would say the same twice. */
  if (g_error_matches (error, DOLEN_ERROR, DOLEN_ERROR_WRONG_PASSPHRASE))
    return g_strdup (error->message);
  /* A rule says itself why, in one sentence. */
  if (g_error_matches (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED))
    return g_strdup (error->message);
  /* Translators: what happened, then where and why: two whole sentences, one after the other. */
  return g_strdup_printf (_ ("%1$s %2$s"), title, error->message);
}

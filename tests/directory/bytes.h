/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

/* Whether a word, in small letters, stands in the bytes of a file, in whatever letters. */
static inline gboolean
stands_in (const char *path, const char *word)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    bytes[i] = g_ascii_tolower (bytes[i]);
  return memmem (bytes, length, word, strlen (word)) != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-slip.h"

#include "base/dolen-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_DIGITS 12

static const char letters[] = "ABCDEFGHJKLMNPQRSTVWXYZ";

G_STATIC_ASSERT (sizeof (letters) - 1 == 23);

static char
letter_of (guint64 number)
{
  return letters[number % (sizeof (letters) - 1)];
}

static gboolean
read_number (const char *digits, guint64 *number)
{
  return strlen (digits) <= MOST_DIGITS
         && g_ascii_string_to_unsigned (digits, 10, 1, G_MAXINT64, number, NULL);
}

char *
dolen_slip_reference (const char *reference)
{
  guint64 number = 0;

  if (reference == NULL || strncmp (reference, "D-", 2) != 0
      || !read_number (reference + 2, &number))
    return NULL;
  return g_strdup_printf ("D-%" G_GUINT64_FORMAT "-%c", number, letter_of (number));
}

char *
dolen_slip_parse (const char *typed, GError **error)
{
  GString *bare = g_string_new (NULL);
  g_autofree char *text = NULL;
  guint64 number = 0;
  char letter = '\0';

  for (const char *c = typed != NULL ? typed : ""; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (bare, g_ascii_toupper (*c));
  text = g_string_free (bare, FALSE);
  if (strlen (text) >= 3 && text[0] == 'D') {
    letter = text[strlen (text) - 1];
    text[strlen (text) - 1] = '\0';
  }
  if (letter == '\0' || g_ascii_isdigit (letter) || !read_number (text + 1, &number)) {
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_INVALID,
                         /* Translators: the reference on an answer slip is to be typed. */
                         _ ("A reference looks like D-4821-K, with the letter at its end."));
    return NULL;
  }
  if (letter != letter_of (number)) {
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_INVALID,
                         _ ("The letter does not go with the number: please look at it again."));
    return NULL;
  }
  return g_strdup_printf ("D-%" G_GUINT64_FORMAT, number);
}

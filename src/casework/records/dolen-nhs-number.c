/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-nhs-number.h"

#include <string.h>

#define N_DIGITS 10

static gboolean
check_digit_fits (const char *digits)
{
  int sum = 0, check;

  for (int i = 0; i < N_DIGITS - 1; i++)
    sum += (digits[i] - '0') * (N_DIGITS - i);
  check = (11 - sum % 11) % 11;
  return check != 10 && check == digits[N_DIGITS - 1] - '0';
}

char *
dolen_nhs_number_read (const char *typed)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = typed; p != NULL && *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if (c != '-' && !g_unichar_isspace (c))
      return NULL;
  }
  if (digits->len != N_DIGITS || !check_digit_fits (digits->str))
    return NULL;
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

char *
dolen_nhs_number_format (const char *digits)
{
  if (digits == NULL)
    return g_strdup ("");
  if (strlen (digits) != N_DIGITS)
    return g_strdup (digits);
  return g_strdup_printf ("%.3s %.3s %s", digits, digits + 3, digits + 6);
}

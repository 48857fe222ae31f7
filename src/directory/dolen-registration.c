/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-registration.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

static gboolean
is_digits (const char *text, gsize least, gsize most)
{
  gsize n = count_digits (text);

  return text[n] == '\0' && n >= least && n <= most;
}

static char *
read_charity (const char *value)
{
  gsize n = count_digits (value);

  if (n < 6 || n > 7 || (value[n] != '\0' && value[n] != '-'))
    return NULL;
  return value[n] == '\0' || is_digits (value + n + 1, 1, 4) ? g_strdup (value) : NULL;
}

/* Seven digits or fewer have lost their zeros in a spreadsheet. */
static char *
read_company (const char *value)
{
  if (is_digits (value, 5, 8))
    return g_strdup_printf ("%s%s", &"00000000"[strlen (value)], value);
  if (!g_ascii_isalpha (value[0]) || !g_ascii_isalpha (value[1]) || !is_digits (value + 2, 6, 6))
    return NULL;
  return g_strdup (value);
}

static char *
read_scottish (const char *value)
{
  const char *digits = g_str_has_prefix (value, "SC") ? value + 2 : value;

  return is_digits (digits, 6, 6) ? g_strconcat ("SC", digits, NULL) : NULL;
}

static char *
read_northern_irish (const char *value)
{
  const char *digits = g_str_has_prefix (value, "NIC") ? value + 3 : value;

  return is_digits (digits, 6, 6) && digits[0] == '1' ? g_strdup (digits) : NULL;
}

static char *
read_mutual (const char *value)
{
  gboolean prefixed = g_str_has_prefix (value, "RS") || g_str_has_prefix (value, "IP");
  const char *digits = prefixed ? value + 2 : value;
  gsize n = count_digits (digits);

  if (n < 2 || n > 6 || (digits[n] != '\0' && !g_str_equal (digits + n, "R")))
    return NULL;
  return g_strdup (value);
}

static const struct {
  const char *scheme;
  char *(*read) (const char *value);
  const char *shape;
} schemes[] = {
  { "GB-CHC", read_charity, N_ ("6 or 7 digits, such as 1164883") },
  { "GB-COH", read_company, N_ ("8 characters, such as 09506232 or CE012345") },
  { "GB-SC", read_scottish, N_ ("SC and 6 digits, such as SC042386") },
  { "GB-NIC", read_northern_irish, N_ ("6 digits, such as 100012") },
  { "GB-MPR", read_mutual, N_ ("digits, often with an R, such as 31245R") },
};

const char *const *
dolen_registration_schemes (void)
{
  static const char *codes[G_N_ELEMENTS (schemes) + 1];
  static gsize ready;

  if (g_once_init_enter (&ready)) {
    for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
      codes[i] = schemes[i].scheme;
    g_once_init_leave (&ready, 1);
  }
  return codes;
}

/* Capitals, without blanks and dots. */
static char *
squeeze (const char *value)
{
  g_autofree char *upper = g_ascii_strup (value, -1);
  GString *text = g_string_new (NULL);

  for (const char *p = upper; *p != '\0'; p++)
    if (!g_ascii_isspace (*p) && *p != '.')
      g_string_append_c (text, *p);
  return g_string_free (text, FALSE);
}

char *
dolen_registration_check (const char *scheme, const char *value)
{
  g_autofree char *text = value != NULL ? squeeze (value) : NULL;

  if (text == NULL || *text == '\0')
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_strcmp0 (schemes[i].scheme, scheme) == 0)
      return schemes[i].read (text);
  return g_strstrip (g_strdup (value));
}

const char *
dolen_registration_shape (const char *scheme)
{
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_strcmp0 (schemes[i].scheme, scheme) == 0)
      return _ (schemes[i].shape);
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-postcode.h"

#include "base/dolen-regex.h"

#include <string.h>

/* A9, A99, A9A, AA9, AA99, AA9A with the letters Royal Mail uses in each place. */
#define OUTWARD                                                                                    \
  "[A-PR-UWYZ](?:[A-HK-Y]?[0-9][0-9]|[A-HK-Y]?[0-9]|[0-9][A-HJKPSTUW]|[A-HK-Y][0-9]"               \
  "[ABEHMNPRVWXY])"
#define INWARD "[0-9][ABD-HJLNP-UW-Z]{2}"
#define WHOLE "(?:(GIR)\\h*(0AA)|(" OUTWARD ")\\h*(" INWARD "))"

static void
fill (DolenPostcode *postcode, const char *outward, const char *inward)
{
  g_autofree char *out = g_ascii_strup (outward, -1);
  g_autofree char *in = g_ascii_strup (inward, -1);
  gsize letters = strcspn (out, "0123456789");

  *postcode = (DolenPostcode){ 0 };
  g_strlcpy (postcode->outward, out, sizeof postcode->outward);
  g_strlcpy (postcode->inward, in, sizeof postcode->inward);
  /* GIR 0AA (once Girobank) has no area; its letters stand alone. */
  if (letters < sizeof postcode->area)
    g_strlcpy (postcode->area, out, letters + 1);
  g_snprintf (postcode->full, sizeof postcode->full, *in != '\0' ? "%s %s" : "%s%s", out, in);
}

/* The text without blanks, O and I of the inward part turned into the digits they were meant for.
 */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  if (out->len >= 5 && out->len <= 7) {
    char *digit = &out->str[out->len - 3];

    if (strchr ("oO", *digit) != NULL)
      *digit = '0';
    else if (strchr ("iIlL", *digit) != NULL)
      *digit = '1';
  }
  return g_string_free (out, FALSE);
}

gboolean
dolen_postcode_parse (const char *text, DolenPostcode *postcode)
{
  static GRegex *whole, *sector;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *squeezed = NULL;
  g_autofree char *trimmed = NULL;
  g_autofree char *outward = NULL;
  g_autofree char *inward = NULL;
  g_autofree char *rest = NULL;
  DolenPostcode ignored;

  if (postcode == NULL)
    postcode = &ignored;
  *postcode = (DolenPostcode){ 0 };
  if (text == NULL || strlen (text) > 64 || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  squeezed = squeeze (text);
  if (g_regex_match (
          dolen_regex_once (&whole, "^" WHOLE "$", G_REGEX_CASELESS), squeezed, 0, &match)) {
    gboolean is_gir = g_ascii_strncasecmp (squeezed, "GIR", 3) == 0;

    outward = g_match_info_fetch (match, is_gir ? 1 : 3);
    inward = g_match_info_fetch (match, is_gir ? 2 : 4);
    fill (postcode, outward, inward);
    return TRUE;
  }
  /* A district alone, or with the beginning of the rest behind a blank; not "SA 48". */
  g_clear_pointer (&match, g_match_info_unref);
  trimmed = g_strstrip (g_strdup (text));
  if (!g_regex_match (
          dolen_regex_once (&sector, "^(" OUTWARD ")(?:\\h+([0-9][A-Z]?))?$", G_REGEX_CASELESS),
          trimmed,
          0,
          &match))
    return FALSE;
  outward = g_match_info_fetch (match, 1);
  rest = g_match_info_fetch (match, 2);
  fill (postcode, outward, "");
  postcode->is_cut = rest != NULL && *rest != '\0';
  return TRUE;
}

gboolean
dolen_postcode_find (const char *text, DolenPostcode *postcode, gsize *start, gsize *end)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  gboolean found = FALSE;
  DolenPostcode ignored;

  if (postcode == NULL)
    postcode = &ignored;
  *postcode = (DolenPostcode){ 0 };
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  g_regex_match (
      dolen_regex_once (&regex, "(?<![\\w])" WHOLE "(?![\\w])", G_REGEX_CASELESS), text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
    int from = 0, to = 0, group = 0;
    g_autofree char *outward = NULL;
    g_autofree char *inward = NULL;

    g_match_info_fetch_pos (match, 0, &from, &to);
    group = g_ascii_strncasecmp (text + from, "GIR", 3) == 0 ? 1 : 3;
    outward = g_match_info_fetch (match, group);
    inward = g_match_info_fetch (match, group + 1);
    fill (postcode, outward, inward);
    if (start != NULL)
      *start = from;
    if (end != NULL)
      *end = to;
    found = TRUE;
  }
  return found;
}

char *
dolen_postcode_canonical (const char *text)
{
  DolenPostcode postcode;

  if (!dolen_postcode_parse (text, &postcode) || !dolen_postcode_is_whole (&postcode))
    return NULL;
  return g_strdup (postcode.full);
}

gboolean
dolen_postcode_is_whole (const DolenPostcode *postcode)
{
  return postcode->inward[0] != '\0';
}

guint32
dolen_postcode_number (const char *text)
{
  g_autofree char *full = text != NULL ? dolen_postcode_canonical (text) : NULL;
  guint32 number = 2166136261u;

  if (full == NULL)
    return 0;
  for (const char *p = full; *p != '\0'; p++)
    number = (number ^ (guint8) *p) * 16777619u;
  return MAX (number, 1);
}

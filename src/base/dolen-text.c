/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-text.h"

#include "base/dolen-regex.h"

#include <string.h>

static gboolean
is_dropped (gunichar c)
{
  if (c == '\n' || c == '\t')
    return FALSE;
  /* Overrides and isolates could make a name read as something else (UAX 9). */
  if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f)
    return TRUE;
  return g_unichar_iscntrl (c) || c == 0xfeff || c == 0x200b;
}

static gboolean
is_blank (gunichar c)
{
  return c == '\t' || (g_unichar_isspace (c) && c != '\n') || c == 0xa0;
}

static void
trim_end (GString *out)
{
  while (out->len > 0 && (out->str[out->len - 1] == ' ' || out->str[out->len - 1] == '\n'))
    g_string_truncate (out, out->len - 1);
}

static char *
clean (const char *text, gboolean one_line)
{
  g_autofree char *normal = NULL;
  GString *out;
  gboolean blank = FALSE;

  if (text == NULL)
    return NULL;
  if (!g_str_is_ascii (text)) {
    normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
    text = normal;
  }
  if (text == NULL)
    return NULL;
  out = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c > ' ' && c < 0x7f) {
      if (blank && out->len > 0 && out->str[out->len - 1] != '\n')
        g_string_append_c (out, ' ');
      blank = FALSE;
      g_string_append_c (out, (char) c);
    } else if (is_blank (c) || (one_line && c == '\n')) {
      blank = TRUE;
    } else if (c == '\n') {
      while (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate (out, out->len - 1);
      if (out->len > 0)
        g_string_append_c (out, '\n');
      blank = FALSE;
    } else if (!is_dropped (c)) {
      if (blank && out->len > 0 && out->str[out->len - 1] != '\n')
        g_string_append_c (out, ' ');
      blank = FALSE;
      g_string_append_unichar (out, c);
    }
  }
  trim_end (out);
  if (out->len == 0) {
    g_string_free (out, TRUE);
    return NULL;
  }
  return g_string_free (out, FALSE);
}

char *
dolen_text_clean (const char *text)
{
  return clean (text, FALSE);
}

char *
dolen_text_clean_line (const char *text)
{
  return clean (text, TRUE);
}

gboolean
dolen_text_is_empty (const char *text)
{
  if (text == NULL)
    return TRUE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* The letters O and I typed for 0 and 1 between digits ("0155O 362403"); 0: something else. @p: in
 * a run of digits, behind at least one. */
static char
digit_meant (const char *p)
{
  gboolean joined = g_ascii_isdigit (p[-1]);

  if (strchr ("OoI", *p) == NULL
      || !(g_ascii_isdigit (p[1]) || (joined && p[1] == ' ' && g_ascii_isdigit (p[2]))))
    return 0;
  return *p == 'I' ? '1' : '0';
}

/* Reads one run of digits, allowing the blanks, dots, dashes and brackets people write. */
static char *
read_number (const char *p, const char **end)
{
  GString *digits = g_string_new (*p == '+' ? "+" : "");
  char meant;

  if (*p == '+')
    p++;
  for (; *p != '\0'; p++) {
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if (digits->len > 0 && (meant = digit_meant (p)) != 0)
      g_string_append_c (digits, meant);
    else if (strchr (" ().-/", *p) == NULL)
      break;
  }
  *end = p;
  return g_string_free (digits, FALSE);
}

/* Whether that many digits from "0" on are a whole number: eleven, or ten in the areas that have
 * them, of 0800 and of 0500. */
static gboolean
is_whole_uk (const char *digits)
{
  static GRegex *kept;
  gsize length = strlen (digits);

  if (length != 10)
    return length == 11 || g_str_equal (digits, "08001111") || g_str_equal (digits, "08454647");
  return g_regex_match (
      dolen_regex_once (
          &kept,
          "^0(?:1(?:2(?:0[48]|54|76|9[78])|3(?:6[34]|8[46])|4(?:04|20|6[01]|8[08])|5(?:2[47]|6[26])|"
          "6(?:06|29|35|47|59|9[57])|7(?:26|44|50|68)|8(?:27|37|84)|9(?:0[05]|35|4[69]|63|95))|[58]00)",
          0),
      digits,
      0,
      NULL);
}

static char *
canonical_number (const char *digits)
{
  g_autoptr (GString) s = g_string_new (digits);

  if (g_str_has_prefix (s->str, "00") && s->len > 10) {
    g_string_erase (s, 0, 2);
    g_string_prepend_c (s, '+');
  }
  if (g_str_has_prefix (s->str, "+44")) {
    g_string_erase (s, 0, 3);
    if (s->str[0] != '0')
      g_string_prepend_c (s, '0');
  }
  /* 999, 101, 111 and 116123 are numbers too. */
  if (s->str[0] == '+')
    return s->len >= 8 && s->len <= 16 ? g_strdup (s->str) : NULL;
  if (s->str[0] == '0')
    return is_whole_uk (s->str) ? g_strdup (s->str) : NULL;
  return s->len == 3 || s->len == 6 || s->len == 5 ? g_strdup (s->str) : NULL;
}

/* The end of a number that letters cut through is no short number: "01970 one one one 119". */
#define FRAGMENT 3

char *
dolen_text_phone (const char *given)
{
  const char *p = given;
  gboolean cut = FALSE;

  while (p != NULL && *p != '\0') {
    if (g_ascii_isdigit (*p) || *p == '+' || (*p == '(' && g_ascii_isdigit (p[1]))) {
      const char *end = NULL;
      g_autofree char *digits = read_number (p, &end);
      g_autofree char *number = canonical_number (digits);

      if (number != NULL && (!cut || strchr ("0+", *number) != NULL))
        return g_steal_pointer (&number);
      cut |= strlen (digits) >= FRAGMENT;
      p = MAX (end, p + 1);
    } else {
      p++;
    }
  }
  return NULL;
}

char *
dolen_text_phone_without_zero (const char *given)
{
  g_autoptr (GString) digits = g_string_new ("0");

  for (; *given != '\0'; given++) {
    if (g_ascii_isdigit (*given))
      g_string_append_c (digits, *given);
    else if (*given != ' ')
      return NULL;
  }
  if (digits->len != 11 || !strchr ("1237", digits->str[1]))
    return NULL;
  return g_strdup (digits->str);
}

char *
dolen_text_phone_mended (const char *given)
{
  char *phone = dolen_text_phone (given);

  return phone != NULL || given == NULL ? phone : dolen_text_phone_without_zero (given);
}

char *
dolen_text_phone_display (const char *canonical)
{
  gsize n;

  g_return_val_if_fail (canonical != NULL, NULL);
  n = strlen (canonical);
  if (canonical[0] != '0' || n < 10)
    return g_strdup (canonical);
  /* 020 and friends: area code of three; 0800, 0300 and 0345: four; the rest: five. */
  if (g_str_has_prefix (canonical, "02"))
    return g_strdup_printf ("%.3s %.4s %s", canonical, canonical + 3, canonical + 7);
  if (canonical[1] == '8' || canonical[1] == '3')
    return g_strdup_printf ("%.4s %.3s %s", canonical, canonical + 4, canonical + 7);
  return g_strdup_printf ("%.5s %s", canonical, canonical + 5);
}

static const char *const placeholder_domains[] = {
  "noemail.invalid", "invalid", "example.com", "none.com", "noemail.com", NULL,
};

static gboolean
domain_matches (const char *domain, const char *const *list)
{
  for (gsize i = 0; list[i] != NULL; i++) {
    g_autofree char *dotted = g_strconcat (".", list[i], NULL);
    if (g_str_equal (domain, list[i]) || g_str_has_suffix (domain, dotted))
      return TRUE;
  }
  return FALSE;
}

char *
dolen_text_email (const char *given)
{
  g_autofree char *line = dolen_text_clean_line (given);
  g_autofree char *domain = NULL;
  const char *start, *at;

  if (line == NULL)
    return NULL;
  start = g_ascii_strncasecmp (line, "mailto:", 7) == 0 ? line + 7 : line;
  at = strchr (start, '@');
  if (at == NULL || at == start || strchr (at + 1, '@') != NULL || strchr (at, '.') == NULL
      || strpbrk (start, " ,;<>\"\\") != NULL)
    return NULL;
  domain = g_ascii_strdown (at + 1, -1);
  if (domain[0] == '.' || g_str_has_suffix (domain, ".")
      || domain_matches (domain, placeholder_domains))
    return NULL;
  return g_strdup_printf ("%.*s@%s", (int) (at - start), start, domain);
}

static const char *const private_providers[] = {
  "gmail.com",       "googlemail.com", "hotmail.com",     "hotmail.co.uk", "outlook.com",
  "live.co.uk",      "live.com",       "yahoo.com",       "yahoo.co.uk",   "icloud.com",
  "me.com",          "btinternet.com", "btopenworld.com", "sky.com",       "talktalk.net",
  "virginmedia.com", "ntlworld.com",   "aol.com",         "msn.com",       NULL,
};

static const char *const role_words[] = {
  "info",     "enquir",    "inquir",  "admin",   "office",    "contact",   "hello",     "help",
  "support",  "team",      "general", "mail",    "post",      "reception", "manager",   "secretary",
  "bookings", "referral",  "advice",  "club",    "clwb",      "group",     "grwp",      "swyddfa",
  "ymhol",    "gwyb",      "helo",    "service", "hub",       "centre",    "canolfan",  "volunteer",
  "gwirfodd", "community", "cymuned", "library", "llyfrgell", "church",    "eglwys",    "capel",
  "hall",     "neuadd",    "school",  "ysgol",   "welfare",   "events",    "marketing", "fundrais",
  "train",    "sales",     "shop",    "cafe",    "trust",     "society",   "council",   "choir",
  "cor",      "sport",     "fit",     "health",  NULL,
};

static gboolean
has_role_word (const char *local)
{
  for (gsize i = 0; role_words[i] != NULL; i++)
    if (strstr (local, role_words[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
dolen_text_email_is_personal (const char *email)
{
  const char *at = email != NULL ? strchr (email, '@') : NULL;
  g_autofree char *local = NULL;

  if (at == NULL)
    return FALSE;
  local = g_ascii_strdown (email, at - email);
  if (has_role_word (local))
    return FALSE;
  if (domain_matches (at + 1, private_providers))
    return TRUE;
  /* first.last, f.last, first_last */
  for (const char *p = local + 1; *p != '\0' && p[1] != '\0'; p++)
    if ((*p == '.' || *p == '_') && g_ascii_isalpha (p[-1]) && g_ascii_isalpha (p[1]))
      return TRUE;
  return FALSE;
}

char *
dolen_text_url (const char *given)
{
  g_autofree char *line = dolen_text_clean_line (given);
  g_autofree char *full = NULL;
  g_autoptr (GUri) uri = NULL;
  const char *host;

  if (line == NULL || strchr (line, ' ') != NULL)
    return NULL;
  if (g_ascii_strncasecmp (line, "http:www", 8) == 0)
    full = g_strconcat ("http://", line + 5, NULL);
  else if (strstr (line, "://") != NULL)
    full = g_strdup (line);
  else
    full = g_strconcat ("https://", line, NULL);
  uri = g_uri_parse (full, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL)
    return NULL;
  host = g_uri_get_host (uri);
  if ((g_strcmp0 (g_uri_get_scheme (uri), "http") != 0
       && g_strcmp0 (g_uri_get_scheme (uri), "https") != 0)
      || host == NULL || strchr (host, '.') == NULL || g_str_has_suffix (host, "example.com"))
    return NULL;
  return g_steal_pointer (&full);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-scheme-footer.h"

#include "base/dolen-text.h"

static void
add_line (GString *footer, const char *words)
{
  if (!dolen_text_is_empty (words))
    g_string_append_printf (footer, "%s\n", words);
}

char *
dolen_scheme_dup_phone (const DolenScheme *scheme)
{
  g_autofree char *canonical = NULL;

  if (scheme == NULL || scheme->phone == NULL)
    return NULL;
  canonical = dolen_text_phone (scheme->phone);
  return canonical != NULL ? dolen_text_phone_display (canonical) : g_strdup (scheme->phone);
}

static void
add_reach (GString *footer, const DolenScheme *scheme, DolenLanguage language)
{
  g_autofree char *phone = dolen_scheme_dup_phone (scheme);

  if (!dolen_text_is_empty (phone))
    g_string_append_printf (footer, dolen_text (language, "Telephone: %s"), phone);
  if (!dolen_text_is_empty (phone) && !dolen_text_is_empty (scheme->email))
    g_string_append (footer, ", ");
  if (!dolen_text_is_empty (scheme->email))
    g_string_append_printf (footer, dolen_text (language, "E-mail: %s"), scheme->email);
  if (!dolen_text_is_empty (phone) || !dolen_text_is_empty (scheme->email))
    g_string_append_c (footer, '\n');
}

static GString *
new_footer (const DolenScheme *scheme, DolenLanguage language)
{
  GString *footer = g_string_new ("———\n");

  add_line (footer, dolen_scheme_get_name (scheme, language));
  if (scheme != NULL)
    add_reach (footer, scheme, language);
  add_line (footer, dolen_scheme_get_hours (scheme, language));
  return footer;
}

char *
dolen_scheme_footer_for_professional (const DolenScheme *scheme, DolenLanguage language)
{
  return g_string_free (new_footer (scheme, language), FALSE);
}

char *
dolen_scheme_footer (const DolenScheme *scheme, DolenLanguage language)
{
  GString *footer = new_footer (scheme, language);

  g_string_append_c (footer, '\n');
  /* Translators: a heading at the foot of letters and hand-outs; whom to ring follows. */
  add_line (footer, dolen_text (language, "If you need help at once"));
  add_line (footer, dolen_scheme_get_crisis (scheme, language));
  return g_string_free (footer, FALSE);
}

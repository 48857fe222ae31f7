/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-language.h"

#include "base/dolen-paths.h"
#include "language/dolen-checked.h"

#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

/* The Welsh catalogue under a second name, installed for both locales: Welsh whatever LANGUAGE
 * says. English needs none, it is the messages themselves. GLib's g_dgettext() would not do: it
 * gives up where the default domain is not translated. */
#define WELSH_DOMAIN "dolen-cy"

#define ANY_UTF8_LOCALE "C.UTF-8"

static const char *const codes[] = { "en", "cy" };
static const char *const locales[] = { "en_GB", "cy" };

const char *
dolen_language_code (DolenLanguage language)
{
  g_return_val_if_fail (language < DOLEN_N_LANGUAGES, "en");
  return codes[language];
}

gboolean
dolen_language_from_code (const char *code, DolenLanguage *language)
{
  static const struct {
    const char *code;
    DolenLanguage language;
  } names[] = {
    { "en", DOLEN_LANGUAGE_EN },  { "eng", DOLEN_LANGUAGE_EN }, { "cy", DOLEN_LANGUAGE_CY },
    { "cym", DOLEN_LANGUAGE_CY }, { "wel", DOLEN_LANGUAGE_CY },
  };
  gsize length;

  if (code == NULL)
    return FALSE;
  length = strcspn (code, "_-.@");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i].code) == length
        && g_ascii_strncasecmp (code, names[i].code, length) == 0) {
      *language = names[i].language;
      return TRUE;
    }
  return FALSE;
}

DolenLanguage
dolen_language_other (DolenLanguage language)
{
  return language == DOLEN_LANGUAGE_CY ? DOLEN_LANGUAGE_EN : DOLEN_LANGUAGE_CY;
}

static gboolean
is_set (const char *variable)
{
  const char *value = g_getenv (variable);
  return value != NULL && *value != '\0';
}

/* What the environment asks for, by gettext's rules: LANGUAGE is a list, then the locale's name,
 * whether or not that locale is installed. */
static DolenLanguage
find_wanted_language (void)
{
  static const char *const variables[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++) {
    g_auto (GStrv) wanted = NULL;
    DolenLanguage language;

    if (!is_set (variables[i]))
      continue;
    wanted = g_strsplit (g_getenv (variables[i]), ":", -1);
    for (gsize k = 0; wanted[k] != NULL; k++)
      if (dolen_language_from_code (wanted[k], &language))
        return language;
    if (i > 0)
      break;
  }
  return DOLEN_LANGUAGE_EN;
}

static gboolean
locale_is_c (int category)
{
  const char *name = setlocale (category, NULL);
  return name == NULL || g_str_equal (name, "C") || g_str_equal (name, "POSIX");
}

static void
set_usable_locale (void)
{
  const char *whole = is_set ("LC_ALL") ? "LC_ALL" : NULL;

  if (setlocale (LC_ALL, "") == NULL) {
    g_setenv ("LC_ALL", ANY_UTF8_LOCALE, TRUE);
  } else {
    if (locale_is_c (LC_MESSAGES))
      g_setenv (whole != NULL ? whole : "LC_MESSAGES", ANY_UTF8_LOCALE, TRUE);
    if (g_strcmp0 (nl_langinfo (CODESET), "UTF-8") != 0)
      g_setenv (whole != NULL ? whole : "LC_CTYPE", ANY_UTF8_LOCALE, TRUE);
  }
  if (setlocale (LC_ALL, "") == NULL)
    g_warning ("The locale %s is not there; Dolen will speak English.", ANY_UTF8_LOCALE);
}

static void
bind_catalogue (const char *domain)
{
  bindtextdomain (domain, dolen_path_locale ());
  bind_textdomain_codeset (domain, "UTF-8");
}

void
dolen_language_setup (void)
{
  DolenLanguage language = find_wanted_language ();

  set_usable_locale ();
  bind_catalogue (GETTEXT_PACKAGE);
  dolen_language_switch (language);
}

DolenLanguage
dolen_language_current (void)
{
  DolenLanguage language = DOLEN_LANGUAGE_EN;

  dolen_language_from_code (g_getenv ("LANGUAGE"), &language);
  return language;
}

void
dolen_language_switch (DolenLanguage language)
{
  g_return_if_fail (language < DOLEN_N_LANGUAGES);

  /* After the first time this replaces a value in place, which getenv() in a thread survives.
   * textdomain() is what makes gettext forget the answers it has already given. */
  g_setenv ("LANGUAGE", locales[language], TRUE);
  textdomain (GETTEXT_PACKAGE);
}

static const char *
get_welsh_domain (void)
{
  static gsize bound = 0;

  if (g_once_init_enter (&bound)) {
    bind_catalogue (WELSH_DOMAIN);
    g_once_init_leave (&bound, 1);
  }
  return WELSH_DOMAIN;
}

const char *
dolen_text (DolenLanguage language, const char *msgid)
{
  g_return_val_if_fail (msgid != NULL, "");
  return language == DOLEN_LANGUAGE_CY ? dgettext (get_welsh_domain (), msgid) : msgid;
}

const char *
dolen_ntext (DolenLanguage language, const char *singular, const char *plural, gulong n)
{
  g_return_val_if_fail (singular != NULL && plural != NULL, "");
  if (language == DOLEN_LANGUAGE_CY)
    return dngettext (get_welsh_domain (), singular, plural, n);
  return n == 1 ? singular : plural;
}

const char *
dolen_ctext (DolenLanguage language, const char *context, const char *msgid)
{
  g_autofree char *key = NULL;
  const char *text;

  g_return_val_if_fail (context != NULL && msgid != NULL, "");
  if (language != DOLEN_LANGUAGE_CY)
    return msgid;
  key = g_strconcat (context, "\004", msgid, NULL);
  text = dgettext (get_welsh_domain (), key);
  return text == key ? msgid : text;
}

void
dolen_language_checked_count (guint *checked, guint *total)
{
  *checked = DOLEN_CHECKED_MESSAGES;
  *total = DOLEN_TOTAL_MESSAGES;
}

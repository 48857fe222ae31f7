/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-language-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct {
  const char *code;
  const char *name;
} names[] = {
  /* Translators: names of languages, as they stand alone in a list; all that follow. */
  { "sq", N_ ("Albanian") },
  { "am", N_ ("Amharic") },
  { "ar", N_ ("Arabic") },
  { "bn", N_ ("Bengali") },
  { "bfi", N_ ("British Sign Language") },
  { "bg", N_ ("Bulgarian") },
  { "yue", N_ ("Cantonese") },
  { "zh", N_ ("Chinese") },
  { "cs", N_ ("Czech") },
  { "nl", N_ ("Dutch") },
  { "en", N_ ("English") },
  { "fr", N_ ("French") },
  { "de", N_ ("German") },
  { "el", N_ ("Greek") },
  { "gu", N_ ("Gujarati") },
  { "hi", N_ ("Hindi") },
  { "hu", N_ ("Hungarian") },
  { "ga", N_ ("Irish") },
  { "it", N_ ("Italian") },
  { "ku", N_ ("Kurdish") },
  { "lv", N_ ("Latvian") },
  { "lt", N_ ("Lithuanian") },
  { "ml", N_ ("Malayalam") },
  { "ne", N_ ("Nepali") },
  { "ps", N_ ("Pashto") },
  { "fa", N_ ("Persian") },
  { "pl", N_ ("Polish") },
  { "pt", N_ ("Portuguese") },
  { "pa", N_ ("Punjabi") },
  { "ro", N_ ("Romanian") },
  { "ru", N_ ("Russian") },
  { "sk", N_ ("Slovak") },
  { "so", N_ ("Somali") },
  { "es", N_ ("Spanish") },
  { "sw", N_ ("Swahili") },
  { "tl", N_ ("Tagalog") },
  { "ta", N_ ("Tamil") },
  { "ti", N_ ("Tigrinya") },
  { "tr", N_ ("Turkish") },
  { "uk", N_ ("Ukrainian") },
  { "ur", N_ ("Urdu") },
  { "vi", N_ ("Vietnamese") },
  { "cy", N_ ("Welsh") },
};

/* What they are called as well. */
static const struct {
  const char *code, *name;
} others[] = {
  { "bfi", "BSL" },     { "bfi", "Iaith Arwyddion Prydain" },
  { "fa", "Farsi" },    { "fa", "Dari" },
  { "zh", "Mandarin" }, { "pa", "Panjabi" },
  { "tl", "Filipino" }, { "ku", "Sorani" },
  { "ps", "Pashtu" },   { "bn", "Sylheti" },
};

const char *
dolen_language_name (DolenLanguage language, const char *code)
{
  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i].code, code) == 0)
      return dolen_text (language, names[i].name);
  return NULL;
}

static gboolean
is_same (const char *folded, const char *name)
{
  g_autofree char *other = g_utf8_casefold (name, -1);

  return strcmp (folded, other) == 0;
}

const char *
dolen_language_code_of_name (const char *name)
{
  g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;

  for (gsize i = 0; folded != NULL && i < G_N_ELEMENTS (names); i++)
    if (is_same (folded, names[i].code)
        || is_same (folded, dolen_text (DOLEN_LANGUAGE_EN, names[i].name))
        || is_same (folded, dolen_text (DOLEN_LANGUAGE_CY, names[i].name)))
      return names[i].code;
  for (gsize i = 0; folded != NULL && i < G_N_ELEMENTS (others); i++)
    if (is_same (folded, others[i].name))
      return others[i].code;
  return NULL;
}

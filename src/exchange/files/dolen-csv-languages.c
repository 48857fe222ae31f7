/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-csv-languages.h"

#include "base/dolen-regex.h"
#include "exchange/files/dolen-csv-values.h"
#include "format/dolen-json-value.h"
#include "language/dolen-language-names.h"
#include "language/dolen-welsh.h"

#include <string.h>

static void
add_language (json_object *list, const char *code, const char *name, const char *note)
{
  json_object *item = json_object_new_object ();

  if (code)
    json_object_object_add (item, "code", json_object_new_string (code));
  json_object_object_add (item, "name", json_object_new_string (name));
  dolen_json_put_text (item, "note", note);
  json_object_array_add (list, item);
}

/* Words of a language and what is said of it: "some Welsh", "iaith gyntaf Cymraeg". */
#define WELSH "welsh cymraeg gymraeg nghymraeg cym cymr cy w"
#define ENGLISH "english saesneg en eng saes e"
#define BESIDE                                                                                      \
  "a a'r ac also and available basic bit bron by conversational cyfrwng cyntaf drwy first fluent "  \
  "fwyaf gan gyda gyntaf gyfrwng iaith in is language languages little lot main mainly medium "     \
  "mostly mwyaf o of only peth predominantly primarily rhan rhywfaint siarad siaradwyr some "       \
  "speaker speakers speaking spoken staff the through through trwy unig volunteers with y ychydig " \
  "yn bennaf & +"

static gboolean
is_among (const char *words, const char *word)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, word);
}

/* "English with some Welsh": those languages; the words stay as a note. FALSE where there is
 * another word among them ("no Welsh", "Welsh learners"). */
static gboolean
add_described (json_object *list, const char *words)
{
  g_autofree char *folded = dolen_welsh_fold (words);
  g_auto (GStrv) parts = g_strsplit_set (folded, " ()-.:", -1);
  gboolean welsh = FALSE, english = FALSE, more = FALSE;

  for (guint i = 0; parts[i]; i++) {
    gboolean cy = is_among (WELSH, parts[i]), en = is_among (ENGLISH, parts[i]);

    if (*parts[i] && !cy && !en && !is_among (BESIDE, parts[i]))
      return FALSE;
    welsh |= cy && *parts[i];
    english |= en && *parts[i];
    more |= *parts[i] && !cy && !en;
  }
  if (welsh)
    add_language (list, "cy", "Cymraeg", more ? words : NULL);
  if (english)
    add_language (list, "en", "English", more ? words : NULL);
  return welsh || english;
}

/* Returns: FALSE where it stays a name. */
static gboolean
add_named_language (json_object *list, const char *name)
{
  const char *code = dolen_language_code_of_name (name);

  if (!*name)
    return TRUE;
  if (code && strcmp (code, "bfi") == 0) {
    add_language (list, code, "British Sign Language", NULL);
  } else if (dolen_csv_is_one_of (name,
                                  "bilingual|dwyieithog|yn ddwyieithog|both|both languages|either|"
                                  "y ddwy|y ddau|y ddwy iaith|c/s|s/c|c+s|c & s|c a s")) {
    add_language (list, "cy", "Cymraeg", NULL);
    add_language (list, "en", "English", NULL);
  } else if (!add_described (list, name)) {
    add_language (list, NULL, name, NULL);
    return code != NULL;
  }
  return TRUE;
}

gboolean
dolen_csv_add_languages (json_object *list, const char *heading, const char *text)
{
  g_autofree char *folded = dolen_welsh_fold (heading);
  static GRegex *kept;
  GRegex *between
      = dolen_regex_once (&kept, "\\s*(?:[,;/&+\\n]|\\band\\b|\\bac?\\b)\\s*", G_REGEX_CASELESS);
  g_auto (GStrv) names = NULL;

  gboolean known = TRUE;

  if (dolen_csv_is_no (text))
    return TRUE;
  if (dolen_csv_is_yes (text)) {
    if (strstr (folded, "welsh") || strstr (folded, "cymraeg") || strstr (folded, "gymraeg"))
      add_language (list, "cy", "Cymraeg", NULL);
    if (strstr (folded, "bilingual") || strstr (folded, "dwyieithog"))
      add_named_language (list, "bilingual");
    return TRUE;
  }
  if (dolen_csv_is_one_of (text, "c/s|s/c|c+s|c & s|c a s"))
    return add_named_language (list, text);
  names = g_regex_split (between, text, 0);
  for (guint i = 0; names[i]; i++)
    known &= add_named_language (list, names[i]);
  return known;
}

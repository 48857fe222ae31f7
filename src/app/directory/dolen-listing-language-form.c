/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-part-form.h"

#include "base/dolen-text.h"
#include "directory/dolen-sentences.h"

#include <glib/gi18n.h>

static const char *const codes[] = { "", "cy", "en", "bfi", "pl", "ar", "uk", "other", NULL };

static const char *
say_code (const char *code)
{
  static char *words[G_N_ELEMENTS (codes)][DOLEN_N_LANGUAGES];
  DolenLanguage language = dolen_language_current ();

  if (*code == '\0')
    /* Translators: a choice in which nothing is chosen yet. */
    return _ ("Choose…");
  if (g_str_equal (code, "other"))
    return _ ("Another language");
  for (guint i = 0; codes[i] != NULL; i++)
    if (g_str_equal (codes[i], code)) {
      if (words[i][language] == NULL)
        words[i][language] = dolen_sentence_language (language, code, NULL);
      return words[i][language];
    }
  return "";
}

static const DolenListingChoices languages = { codes, say_code };

static const DolenListingField fields[] = {
  { "code", N_ ("Language"), DOLEN_LISTING_CHOICE, &languages, NULL },
  { "name", N_ ("Which language"), DOLEN_LISTING_LINE, NULL, NULL },
  /* Translators: a note on a language a group speaks: "learners welcome". */
  { "note", N_ ("Note"), DOLEN_LISTING_LINE, NULL, NULL },
  { NULL },
};

static gboolean
is_listed (const char *code)
{
  return code != NULL && *code != '\0' && g_strv_contains (codes, code);
}

static DolenListingValues *
read_language (gconstpointer thing)
{
  const DolenLanguageOffered *offered = thing;
  DolenListingValues *values = dolen_listing_values_new (fields);
  gboolean listed = is_listed (offered->code);

  dolen_listing_values_put (values, "code", listed ? offered->code : "other");
  if (!listed)
    dolen_listing_values_put (
        values, "name", offered->name != NULL ? offered->name : offered->code);
  dolen_listing_values_put (values, "note", offered->note);
  return values;
}

static gboolean
is_other (const DolenListingValues *values)
{
  return g_str_equal (dolen_listing_values_get (values, "code"), "other");
}

static gboolean
shows (const DolenListingValues *values, const char *key)
{
  return !g_str_equal (key, "name") || is_other (values);
}

static char *
problem (const DolenListingValues *values, const char *key)
{
  g_autofree char *name = dolen_listing_values_dup_line (values, "name");

  if (g_str_equal (key, "code") && *dolen_listing_values_get (values, "code") == '\0')
    return g_strdup (_ ("Choose a language."));
  if (g_str_equal (key, "name") && is_other (values) && name == NULL)
    return g_strdup (_ ("Write which language it is."));
  return NULL;
}

static void
write_language (gpointer thing, const DolenListingValues *values)
{
  DolenLanguageOffered *offered = thing;

  if (!is_other (values)) {
    g_free (offered->code);
    offered->code = g_strdup (dolen_listing_values_get (values, "code"));
    g_clear_pointer (&offered->name, g_free);
  } else {
    g_autofree char *name = dolen_listing_values_dup_line (values, "name");

    /* A code this form does not list stays with its name. */
    if (g_strcmp0 (name, offered->name) != 0 && g_strcmp0 (name, offered->code) != 0) {
      g_clear_pointer (&offered->code, g_free);
      dolen_listing_take_line (&offered->name, values, "name");
    }
  }
  dolen_listing_take_line (&offered->note, values, "note");
}

static char *
tell (gconstpointer thing, DolenLanguage language)
{
  const DolenLanguageOffered *offered = thing;
  g_autofree char *name = dolen_sentence_language (language, offered->code, offered->name);

  if (offered->note == NULL)
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s (%s)", name, offered->note);
}

static gpointer
make (void)
{
  return dolen_language_offered_new ();
}

static void
release (gpointer thing)
{
  dolen_language_offered_free (thing);
}

static char *
key_of (gconstpointer thing)
{
  const DolenLanguageOffered *offered = thing;

  return g_strdup (offered->code != NULL ? offered->code : offered->name);
}

const DolenListingPartForm dolen_listing_language_form = {
  .part = "languages",
  .title = N_ ("Languages"),
  .add = N_ ("Add a _Language"),
  .none = N_ ("It is not known in which languages it can be had."),
  .fields = fields,
  .problem = problem,
  .shows = shows,
  .list = offsetof (DolenService, languages),
  .make = make,
  .release = release,
  .key = key_of,
  .read = read_language,
  .write = write_language,
  .tell = tell,
};

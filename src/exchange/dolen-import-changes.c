/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import-changes.h"

#include "directory/dolen-field-words.h"
#include "directory/dolen-fields.h"
#include "directory/dolen-parts.h"
#include "directory/keeping/dolen-value-words.h"

#include <glib/gi18n-lib.h>

#define LONGEST 60

/* Fields and parts, in the order they are told in. */
static const struct {
  const char *field;
  gboolean untold; /* that it changed, and not how */
} FIELDS[] = {
  { "name_en" },
  { "name_cy" },
  { "status" },
  { "schedules" },
  { "venues" },
  { "costs" },
  { "fees" },
  { "languages" },
  { "phone" },
  { "email" },
  { "url" },
  { "contacts", TRUE },
  { "minimum_age" },
  { "maximum_age" },
  { "eligibility_en" },
  { "eligibility_cy" },
  { "access" },
  { "attending" },
  { "how_to_join_en" },
  { "how_to_join_cy" },
  { "description_en" },
  { "description_cy" },
  { "areas" },
  { "alert" },
  { "gender" },
  { "organisation_uid", TRUE },
};

/* (transfer full) (nullable) */
static char *
value_of (const DolenService *service, const char *field)
{
  return dolen_part_exists ("service", field) ? dolen_part_to_json ("service", service, field)
                                              : dolen_field_get ("service", service, field);
}

static gboolean
is_same (const char *field, const char *before, const char *after)
{
  if (dolen_part_exists ("service", field))
    return dolen_part_json_equal ("service", field, before, after);
  return g_strcmp0 (before, after) == 0;
}

static char *
tell (const char *field, const char *value, DolenLanguage language)
{
  g_autofree char *said = dolen_value_tell ("service", field, value, language);
  g_autofree char *begin = NULL;

  if (!*said)
    return g_strdup (dolen_text (language, "nothing"));
  if (g_utf8_strlen (said, -1) <= LONGEST)
    return g_steal_pointer (&said);
  begin = g_utf8_substring (said, 0, LONGEST);
  return g_strconcat (g_strchomp (begin), "…", NULL);
}

static char *
tell_change (guint at, const char *before, const char *after, DolenLanguage language)
{
  const char *field = FIELDS[at].field;
  g_autofree char *was = NULL, *is = NULL;

  if (FIELDS[at].untold)
    return g_strdup (dolen_field_label (field, language));
  was = tell (field, before, language);
  is = tell (field, after, language);
  if (g_str_equal (was, is))
    return g_strdup (dolen_field_label (field, language));
  return g_strdup_printf (
      /* Translators: what changed of a listing. %1$s is the field ("Cost"), %2$s what stood there,
       * %3$s what stands there now; either may be "nothing". */
      dolen_text (language, N_ ("%1$s %2$s → %3$s")),
      dolen_field_label (field, language),
      was,
      is);
}

gboolean
dolen_import_wants_changes (const DolenImportReport *report)
{
  return report->changes->len <= DOLEN_IMPORT_CHANGES;
}

void
dolen_import_note_change (DolenImportReport *report,
                          const DolenService *before,
                          const DolenService *after)
{
  DolenLanguage language = dolen_language_current ();
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean costs = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++) {
    const char *field = FIELDS[i].field;
    g_autofree char *was = value_of (before, field), *is = value_of (after, field), *said = NULL;

    /* A cost in words beside the same in figures is told once. */
    if (is_same (field, was, is) || (costs && g_str_equal (field, "fees")))
      continue;
    costs |= g_str_equal (field, "costs");
    said = tell_change (i, was, is, language);
    g_string_append_printf (line, "%s%s", line->len ? "; " : "", said);
  }
  if (line->len)
    g_ptr_array_add (report->changes,
                     g_strdup_printf (
                         /* Translators: name of a listing, and what of it changed. */
                         _ ("%1$s: %2$s"),
                         dolen_bilingual_get (&after->name, language),
                         line->str));
}

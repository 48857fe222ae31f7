/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "directory/alike/dolen-alike.h"
#include "directory/dolen-merge.h"
#include "language/dolen-language.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* duplicates and merge: records that are one. */

static json_object *
describe (const DolenAlikeCase *alike)
{
  static const char *const keys[2] = { "one", "other" };
  json_object *object = json_object_new_object ();
  g_autofree char *why
      = dolen_alike_evidence_text (dolen_language_current (), alike->pair.evidence);

  dolen_tool_add_text (object, "kind", dolen_alike_kind_code (alike->pair.kind));
  json_object_object_add (object, "percent", json_object_new_int (alike->pair.percent));
  dolen_tool_add_text (object, "why", why);
  for (guint i = 0; i < 2; i++) {
    json_object *record = json_object_new_object ();

    dolen_tool_add_text (record, "uid", i == 0 ? alike->pair.one : alike->pair.other);
    dolen_tool_add_text (
        record, "name", dolen_bilingual_get (&alike->names[i], dolen_language_current ()));
    dolen_tool_add_text (record,
                         "organisation",
                         dolen_bilingual_get (&alike->organisations[i], dolen_language_current ()));
    json_object_object_add (object, keys[i], record);
  }
  return object;
}

static void
print_record (const DolenAlikeCase *alike, guint i)
{
  const char *name = dolen_bilingual_get (&alike->names[i], dolen_language_current ());
  const char *organisation
      = dolen_bilingual_get (&alike->organisations[i], dolen_language_current ());

  printf ("      %s  %s", i == 0 ? alike->pair.one : alike->pair.other, name != NULL ? name : "");
  printf (dolen_text_is_empty (organisation) ? "\n" : " (%s)\n", organisation);
}

static void
print_cases (const DolenTool *tool, const GPtrArray *cases)
{
  json_object *list = json_object_new_array ();

  for (guint i = 0; i < cases->len; i++) {
    const DolenAlikeCase *alike = g_ptr_array_index (cases, i);
    g_autofree char *why
        = dolen_alike_evidence_text (dolen_language_current (), alike->pair.evidence);

    json_object_array_add (list, describe (alike));
    if (tool->json)
      continue;
    printf ("%3d %%  %s\n", alike->pair.percent, why);
    print_record (alike, 0);
    print_record (alike, 1);
  }
  if (tool->json)
    dolen_tool_print_json (json_object_get (list));
  else if (cases->len == 0)
    puts (_ ("No two records look like one."));
  json_object_put (list);
}

gboolean
dolen_tool_duplicates (DolenTool *tool, GError **error)
{
  g_autoptr (DolenDirectory) directory = NULL;
  g_autoptr (GPtrArray) cases = NULL;

  if (!dolen_tool_parse (
          tool,
          NULL,
          "",
          _ ("Looks for services and organisations that stand in the directory twice."),
          error))
    return FALSE;
  directory = dolen_tool_open (tool, TRUE, error);
  if (directory == NULL || !dolen_alike_renew (directory, NULL, NULL, error)
      || (cases = dolen_alike_list (directory, NULL, 0, error)) == NULL)
    return FALSE;
  print_cases (tool, cases);
  return TRUE;
}

/* The kind of record a uid is of; services first. */
static const char *
kind_of (DolenDirectory *directory, const char *uid, GError **error)
{
  g_autoptr (DolenService) service = dolen_directory_get_service (directory, uid, NULL);
  g_autoptr (DolenOrganisation) organisation = NULL;

  if (service != NULL)
    return "service";
  organisation = dolen_directory_get_organisation (directory, uid, error);
  return organisation != NULL ? "organisation" : NULL;
}

static gboolean
takes_two (const DolenTool *tool, GError **error)
{
  if (tool->arguments[1] != NULL && tool->arguments[2] != NULL && tool->arguments[3] == NULL)
    return TRUE;
  g_set_error_literal (
      error,
      DOLEN_ERROR,
      DOLEN_ERROR_INVALID,
      _ ("merge takes two uids: the record to keep, and the one that goes into it."));
  return FALSE;
}

/* @taken: names of what the record that stays got */
static void
print_merged (const DolenTool *tool, gint64 entry, const GPtrArray *taken)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry);
  g_autofree char *told = dolen_merge_taken_text (taken, dolen_language_current ());
  json_object *object, *names;

  if (!tool->json) {
    /* Translators: a command that is typed as it stands, with the number of an entry of the
     * history. */
    printf (_ ("Merged. To take it back: dolenctl undo %s"), number);
    putchar ('\n');
    if (told != NULL)
      puts (told);
    return;
  }
  object = json_object_new_object ();
  names = json_object_new_array ();
  json_object_object_add (object, "entry", json_object_new_int64 (entry));
  for (guint i = 0; i < taken->len; i++)
    json_object_array_add (names, json_object_new_string (g_ptr_array_index (taken, i)));
  json_object_object_add (object, "taken", names);
  dolen_tool_print_json (object);
}

gboolean
dolen_tool_merge (DolenTool *tool, GError **error)
{
  g_autoptr (DolenDirectory) directory = NULL;
  g_autoptr (GPtrArray) taken = NULL;
  const char *kind;
  gint64 entry;

  if (!dolen_tool_parse (
          tool,
          NULL,
          _ ("KEPT GONE"),
          _ ("Makes one record of two; what the first lacks it gets from the second. "
             "“dolenctl undo” takes it back."),
          error)
      || !takes_two (tool, error))
    return FALSE;
  directory = dolen_tool_open (tool, TRUE, error);
  kind = directory != NULL ? kind_of (directory, tool->arguments[1], error) : NULL;
  entry = kind != NULL ? dolen_merge_records (
              directory, kind, tool->arguments[1], tool->arguments[2], NULL, error)
                       : 0;
  taken = entry != 0 ? dolen_merge_list_taken (directory, entry, error) : NULL;
  if (taken == NULL)
    return FALSE;
  print_merged (tool, entry, taken);
  return TRUE;
}

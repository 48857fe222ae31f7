/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool.h"

#include "base/dolen-error.h"
#include "directory/dolen-edit-record.h"
#include "directory/dolen-field-words.h"
#include "directory/keeping/dolen-keeping-undo.h"
#include "directory/keeping/dolen-suggested-change.h"
#include "directory/keeping/dolen-suggested-field.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* suggest: a change of a listing, written to a file for a curator to read in. */

typedef struct {
  gboolean fields;
  char *note;
  char *by;
  char *path;
} Options;

static void
free_options (Options *options)
{
  g_free (options->note);
  g_free (options->by);
  g_free (options->path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, free_options)

static gboolean
parse (DolenTool *tool, Options *options, GError **error)
{
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "fields", 'f', 0, G_OPTION_ARG_NONE, &options->fields,
      N_ ("List the fields with examples; with an ID what they say now"), NULL },
    { "note", 'n', 0, G_OPTION_ARG_STRING, &options->note,
      N_ ("Why, in words about the listing; never about a person"), N_ ("TEXT") },
    { "by", 'b', 0, G_OPTION_ARG_STRING, &options->by,
      N_ ("Who suggests it"), N_ ("NAME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->path,
      N_ ("The file to write, instead of printing it"), N_ ("FILE") },
    { NULL },
  };
  /* clang-format on */

  return dolen_tool_parse (tool,
                           entries,
                           _ ("ID FIELD VALUE"),
                           _ ("Writes a change of a listing for a curator to read in."),
                           error);
}

/* ---- the fields ---- */

static json_object *
describe (const DolenSuggestedField *field, const char *now)
{
  json_object *object = json_object_new_object ();

  dolen_tool_add_text (object, "field", field->name);
  dolen_tool_add_text (object, "label", dolen_field_label (field->name, dolen_language_current ()));
  dolen_tool_add_text (object, "example", field->example);
  dolen_tool_add_text (object, "now", now);
  return object;
}

static void
print (const DolenSuggestedField *field, const char *now)
{
  DolenLanguage language = dolen_language_current ();

  /* Translators: a field of a listing and, behind the dash, an example. */
  printf (_ ("%-16s %s – for example: %s\n"),
          field->name,
          dolen_field_label (field->name, language),
          field->example);
  if (now != NULL && *now != '\0')
    /* Translators: what a listing says now follows. */
    printf (_ ("                 now: %s\n"), now);
}

/* @record: (nullable): the listing whose fields are told. */
static void
list_fields (DolenTool *tool, const char *kind, const DolenEditRecord *record)
{
  g_autofree DolenSuggestedField *fields = dolen_suggested_fields (kind);
  json_object *all = json_object_new_array ();

  for (guint i = 0; fields[i].name != NULL; i++) {
    g_autofree char *now = NULL;

    if (record != NULL)
      now = dolen_suggested_field_tell (
          kind, record->record, fields[i].name, dolen_language_current ());
    if (tool->json)
      json_object_array_add (all, describe (&fields[i], now));
    else
      print (&fields[i], now);
  }
  if (tool->json)
    dolen_tool_print_json (json_object_get (all));
  json_object_put (all);
}

static gboolean
list_fields_of (DolenTool *tool, const char *uid, GError **error)
{
  g_autoptr (DolenDirectory) directory = dolen_tool_open (tool, FALSE, error);
  g_autofree char *kind
      = directory != NULL ? dolen_keeping_record_kind (directory, uid, error) : NULL;
  g_auto (DolenEditRecord) record = { 0 };

  if (kind == NULL || !dolen_edit_record_load (directory, kind, uid, &record, error))
    return FALSE;
  list_fields (tool, kind, &record);
  return TRUE;
}

static gboolean
tell_fields (DolenTool *tool, GError **error)
{
  if (tool->arguments[1] != NULL)
    return list_fields_of (tool, tool->arguments[1], error);
  list_fields (tool, "service", NULL);
  return TRUE;
}

/* ---- the change ---- */

static DolenSuggestedChange *
make_change (DolenTool *tool, const Options *options, GError **error)
{
  g_autoptr (DolenDirectory) directory = dolen_tool_open (tool, FALSE, error);
  g_autofree char *kind = NULL;

  if (directory == NULL
      || (kind = dolen_keeping_record_kind (directory, tool->arguments[1], error)) == NULL)
    return NULL;
  return dolen_suggested_change_new (directory,
                                     kind,
                                     tool->arguments[1],
                                     tool->arguments[2],
                                     tool->arguments[3],
                                     options->note,
                                     options->by,
                                     error);
}

gboolean
dolen_tool_suggest (DolenTool *tool, GError **error)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GPtrArray) changes
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_suggested_change_free);
  g_autofree char *text = NULL;
  DolenSuggestedChange *change;

  if (!parse (tool, &options, error))
    return FALSE;
  if (options.fields && g_strv_length (tool->arguments) <= 2)
    return tell_fields (tool, error);
  if (g_strv_length (tool->arguments) != 4) {
    g_set_error_literal (
        error,
        DOLEN_ERROR,
        DOLEN_ERROR_INVALID,
        /* Translators: the words with dashes are typed as they stand. */
        _ ("suggest takes the id of a listing, a field and its new value; “dolenctl suggest "
           "--fields” lists the fields."));
    return FALSE;
  }
  change = make_change (tool, &options, error);
  if (change == NULL)
    return FALSE;
  g_ptr_array_add (changes, change);
  if (options.path != NULL)
    return dolen_suggested_changes_write (changes, options.path, error);
  text = dolen_suggested_changes_to_json (changes);
  puts (text);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "directory/dolen-clashes.h"
#include "directory/dolen-field-words.h"
#include "directory/keeping/dolen-value-words.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* clashes: fields that were edited here and that a feed says otherwise; which of the two holds. */

typedef struct {
  gboolean keep;
  gboolean take;
  char *by;
} Options;

static void
free_options (Options *options)
{
  g_free (options->by);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, free_options)

static gboolean
parse (DolenTool *tool, Options *options, GError **error)
{
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "keep", 'k', 0, G_OPTION_ARG_NONE, &options->keep,
      N_ ("Keep what stands here"), NULL },
    { "take", 't', 0, G_OPTION_ARG_NONE, &options->take,
      N_ ("Take what the feed says"), NULL },
    { "by", 'b', 0, G_OPTION_ARG_STRING, &options->by,
      N_ ("Who decides"), N_ ("NAME") },
    { NULL },
  };
  /* clang-format on */

  return dolen_tool_parse (tool,
                           entries,
                           _ ("[ID [FIELD]]"),
                           _ ("Lists fields that were edited here and that a feed says otherwise; "
                              "with an option it says which of the two holds."),
                           error);
}

static json_object *
describe (const DolenClash *clash)
{
  json_object *object = json_object_new_object ();
  DolenLanguage language = dolen_language_current ();
  g_autofree char *day = dolen_date_of_instant (clash->feed_changed_at);
  g_autofree char *said = dolen_clash_tell (clash, language);

  dolen_tool_add_text (object, "kind", clash->kind);
  dolen_tool_add_text (object, "record", clash->record_uid);
  dolen_tool_add_text (object, "name", dolen_bilingual_get (&clash->name, language));
  dolen_tool_add_text (object, "field", clash->field);
  dolen_tool_add_text (object, "says", said);
  dolen_tool_add_text (object, "source", clash->source_name);
  dolen_tool_add_text (object, "changed_on", day);
  return object;
}

static void
print_clash (const DolenClash *clash)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *said = dolen_clash_tell (clash, language);

  printf ("%s  %s  %s\n    %s\n",
          clash->record_uid,
          clash->field,
          dolen_bilingual_get (&clash->name, language),
          said);
}

static void
print_all (const DolenTool *tool, const GPtrArray *clashes)
{
  json_object *all = json_object_new_array ();

  for (guint i = 0; i < clashes->len; i++)
    if (tool->json)
      json_object_array_add (all, describe (clashes->pdata[i]));
    else
      print_clash (clashes->pdata[i]);
  if (tool->json)
    dolen_tool_print_json (json_object_get (all));
  else if (clashes->len == 0)
    puts (_ ("No field clashes with a feed."));
  json_object_put (all);
}

/* Returns: the id of the entry of the history, 0 on an error. */
static gint64
settle (DolenDirectory *directory,
        const GPtrArray *clashes,
        const DolenTool *tool,
        const Options *options,
        GError **error)
{
  const char *field = tool->arguments[2];

  for (guint i = 0; i < clashes->len; i++) {
    const DolenClash *clash = g_ptr_array_index (clashes, i);

    if (g_str_equal (clash->field, field))
      return dolen_clash_settle (directory,
                                 clash->kind,
                                 clash->record_uid,
                                 field,
                                 options->keep ? DOLEN_CLASH_KEEP_OURS : DOLEN_CLASH_TAKE_THEIRS,
                                 options->by,
                                 error);
  }
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_NOT_FOUND,
               /* Translators: %1$s is the id of a record, %2$s a field of it, as it was typed. */
               _ ("Nothing clashes with a feed there: %1$s, %2$s."),
               tool->arguments[1],
               field);
  return 0;
}

static void
print_settled (const DolenTool *tool, const Options *options, gint64 entry)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry);

  if (tool->json) {
    json_object *object = json_object_new_object ();

    json_object_object_add (object, "entry", json_object_new_int64 (entry));
    dolen_tool_print_json (object);
    return;
  }
  puts (options->keep ? _ ("Ours is kept") : _ ("Theirs is taken"));
  /* Translators: a command that is typed as it stands, with the number of an entry of the
   * history. */
  printf (_ ("To take it back: dolenctl undo %s"), number);
  putchar ('\n');
}

static gboolean
takes (const DolenTool *tool, const Options *options, GError **error)
{
  guint n = g_strv_length (tool->arguments) - 1;
  gboolean act = options->keep || options->take;

  if ((act && n == 2 && options->keep != options->take) || (!act && n <= 1))
    return TRUE;
  g_set_error_literal (
      error,
      DOLEN_ERROR,
      DOLEN_ERROR_INVALID,
      /* Translators: the words with dashes are typed as they stand. */
      _ ("clashes takes --keep or --take with the id of a record and a field; without them "
         "it lists what clashes."));
  return FALSE;
}

gboolean
dolen_tool_clashes (DolenTool *tool, GError **error)
{
  g_auto (Options) options = { 0 };
  g_autoptr (DolenDirectory) directory = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  gint64 entry;

  if (!parse (tool, &options, error) || !takes (tool, &options, error)
      || (directory = dolen_tool_open (tool, options.keep || options.take, error)) == NULL
      || (clashes = dolen_directory_list_clashes (directory, tool->arguments[1], 0, error)) == NULL)
    return FALSE;
  if (!options.keep && !options.take) {
    print_all (tool, clashes);
    return TRUE;
  }
  entry = settle (directory, clashes, tool, &options, error);
  if (entry == 0)
    return FALSE;
  print_settled (tool, &options, entry);
  return TRUE;
}

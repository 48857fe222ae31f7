/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool.h"

#include "base/dolen-error.h"
#include "directory/dolen-writer.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* stats and check: the two commands that look at the whole directory. */

static gboolean
takes_no_arguments (DolenTool *tool, GError **error)
{
  if (!tool->arguments[1])
    return TRUE;
  /* Translators: the name of a command and what was typed after it. */
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               _ ("%s takes nothing after it, not “%s”."),
               tool->command,
               tool->arguments[1]);
  return FALSE;
}

static void
print_counts (const DolenTool *tool, const DolenDirectoryCounts *counts)
{
  const struct {
    const char *key, *label;
    gint64 count;
  } lines[] = {
    { "services", _ ("Services"), counts->services },
    { "listed", _ ("Services that can be suggested"), counts->listed },
    { "organisations", _ ("Organisations"), counts->organisations },
    { "venues", _ ("Venues"), counts->venues },
    { "located", _ ("Services with a position"), counts->located },
    { "with_capacity", _ ("Services with a word on places"), counts->with_capacity },
    { "confirmed", _ ("Services somebody has confirmed"), counts->confirmed },
    { "sources", _ ("Sources"), counts->sources },
  };
  json_object *object = json_object_new_object ();

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++) {
    json_object_object_add (object, lines[i].key, json_object_new_int64 (lines[i].count));
    if (!tool->json)
      printf ("%10" G_GINT64_FORMAT "  %s\n", lines[i].count, lines[i].label);
  }
  if (tool->json)
    dolen_tool_print_json (json_object_get (object));
  json_object_put (object);
}

gboolean
dolen_tool_stats (DolenTool *tool, GError **error)
{
  g_autoptr (DolenDirectory) directory = NULL;
  DolenDirectoryCounts counts;

  if (!dolen_tool_parse (tool, NULL, "", _ ("Counts what stands in the directory."), error)
      || !takes_no_arguments (tool, error))
    return FALSE;
  directory = dolen_tool_open (tool, FALSE, error);
  if (!directory || !dolen_directory_get_counts (directory, &counts, error))
    return FALSE;
  print_counts (tool, &counts);
  return TRUE;
}

gboolean
dolen_tool_check (DolenTool *tool, GError **error)
{
  g_autoptr (DolenDirectory) directory = NULL;

  if (!dolen_tool_parse (
          tool, NULL, "", _ ("Checks the store, its references and its search index."), error)
      || !takes_no_arguments (tool, error))
    return FALSE;
  directory = dolen_tool_open (tool, FALSE, error);
  if (!directory)
    return FALSE;
  /* FTS5 checks its index by a statement that only a connection for writing may run. Reading came
   * first: a folder without a directory is to be told, not given one. */
  dolen_directory_close (g_steal_pointer (&directory));
  directory = dolen_tool_open (tool, TRUE, error);
  if (!directory || !dolen_directory_check (directory, error))
    return FALSE;
  if (tool->json)
    puts ("{\"ok\":true}");
  else
    puts (_ ("The directory is in order."));
  return TRUE;
}

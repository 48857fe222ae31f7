/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-search.h"
#include "directory/dolen-writer.h"

#include <gio/gio.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/*
 * dolenctl: one command a file. A command is one line in the table of dolen-tool.c and one
 * function here.
 */

/** DolenTool: what every command is given. */
typedef struct {
  const char *command; /* its name */
  char *folder;        /* --directory; (owned) */
  gboolean json;       /* --json */
  char **arguments;    /* after the command, options taken out; NULL-terminated */
  int status;          /* what dolenctl ends with where the command itself went well */
} DolenTool;

/** DolenToolRun: @error: what goes to stderr; Returns: FALSE ends dolenctl with 1. */
typedef gboolean (*DolenToolRun) (DolenTool *tool, GError **error);

/**
 * dolen_tool_parse:
 * @options: (nullable): of this command, beside --directory and --json
 * @arguments: in words for the help: "PATH..."
 * @summary: what the command does, a sentence
 *
 * Takes the options out of @tool->arguments. --help prints and exits.
 */
gboolean dolen_tool_parse (DolenTool *tool,
                           const GOptionEntry *options,
                           const char *arguments,
                           const char *summary,
                           GError **error);

/** dolen_tool_open: (transfer full): the directory of the profile folder; reading alone never
 *  makes one: DOLEN_ERROR_CANNOT_OPEN says that there is none yet. */
DolenDirectory *dolen_tool_open (DolenTool *tool, gboolean writing, GError **error);

/** dolen_tool_name_in_full: (transfer full): "Lunch club (Age Friendly), Tregaron": many groups
 * have one name. @organisation, @place: (nullable) */
char *dolen_tool_name_in_full (const char *name, const char *organisation, const char *place);

/** dolen_tool_card_in_full: (transfer full): the same of a service. */
char *dolen_tool_card_in_full (const DolenServiceCard *card, DolenLanguage language);

/** dolen_tool_print_json: prints @value (transfer full) and a newline. */
void dolen_tool_print_json (json_object *value);

/** dolen_tool_add_text, _add_number: sets a member; NULL and NAN become null. */
void dolen_tool_add_text (json_object *object, const char *key, const char *text);
void dolen_tool_add_number (json_object *object, const char *key, double number);

/** dolen_tool_find_source: (transfer full): by its name; DOLEN_ERROR_NOT_FOUND. */
DolenSource *dolen_tool_find_source (DolenDirectory *directory, const char *name, GError **error);

/** dolen_tool_cancel_on_interrupt: Ctrl+C cancels; to be called before any other thread is there,
 *  so that none of them takes the signal. @cancellable lives to the end. */
void dolen_tool_cancel_on_interrupt (GCancellable *cancellable);

gboolean dolen_tool_import (DolenTool *tool, GError **error);
gboolean dolen_tool_search (DolenTool *tool, GError **error);
gboolean dolen_tool_match (DolenTool *tool, GError **error);
gboolean dolen_tool_show (DolenTool *tool, GError **error);
gboolean dolen_tool_stats (DolenTool *tool, GError **error);
gboolean dolen_tool_check (DolenTool *tool, GError **error);
gboolean dolen_tool_duplicates (DolenTool *tool, GError **error);
gboolean dolen_tool_merge (DolenTool *tool, GError **error);
gboolean dolen_tool_sources (DolenTool *tool, GError **error);
gboolean dolen_tool_refresh (DolenTool *tool, GError **error);
gboolean dolen_tool_undo (DolenTool *tool, GError **error);
gboolean dolen_tool_queue (DolenTool *tool, GError **error);
gboolean dolen_tool_completeness (DolenTool *tool, GError **error);
gboolean dolen_tool_export (DolenTool *tool, GError **error);
gboolean dolen_tool_publish (DolenTool *tool, GError **error);
gboolean dolen_tool_suggest (DolenTool *tool, GError **error);
gboolean dolen_tool_changes (DolenTool *tool, GError **error);
gboolean dolen_tool_clashes (DolenTool *tool, GError **error);
gboolean dolen_tool_vault (DolenTool *tool, GError **error);

G_END_DECLS

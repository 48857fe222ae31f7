/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool.h"
#include "tool/dolen-tool-main.h"

#include "base/dolen-error.h"
#include "base/dolen-paths.h"
#include "base/dolen-profile-folder.h"
#include "matching/dolen-lending.h"
#include "matching/dolen-own-terms.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *name;
  DolenToolRun run;
  const char *summary;
} Command;

/* One line and one file each. The formatter would indent each N_ () further than the last. */
/* clang-format off */
static const Command COMMANDS[] = {
  { "import", dolen_tool_import, N_ ("Read feeds into the directory") },
  { "sources", dolen_tool_sources, N_ ("List, add and remove feeds") },
  { "refresh", dolen_tool_refresh, N_ ("Read feeds again from their addresses") },
  { "undo", dolen_tool_undo, N_ ("Take a whole import back") },
  { "search", dolen_tool_search, N_ ("Find services by words and place") },
  { "match", dolen_tool_match, N_ ("Find what suits a person, and say why") },
  { "show", dolen_tool_show, N_ ("Show all that is known of one service") },
  { "stats", dolen_tool_stats, N_ ("Count what stands in the directory") },
  { "check", dolen_tool_check, N_ ("Check the store and its search index") },
  { "queue", dolen_tool_queue, N_ ("List what there is to check about listings") },
  { "suggest", dolen_tool_suggest, N_ ("Write a change for a curator to read in") },
  { "changes", dolen_tool_changes, N_ ("Read suggested changes into the queue") },
  { "clashes", dolen_tool_clashes, N_ ("Say which holds: what stands here, or a feed") },
  { "completeness", dolen_tool_completeness, N_ ("Say how complete the listings are") },
  { "duplicates", dolen_tool_duplicates, N_ ("Find records that are probably one") },
  { "merge", dolen_tool_merge, N_ ("Make one record of two") },
  { "export", dolen_tool_export, N_ ("Write the directory in another form") },
  { "publish", dolen_tool_publish, N_ ("Write web pages another program can read") },
  { "vault", dolen_tool_vault, N_ ("Check, merge, back up and restore case records") },
};
/* clang-format on */

static void
print_usage (FILE *to)
{
  /* Translators: dolenctl is the name of the program; COMMAND and OPTION may be translated. */
  fprintf (to, "%s\n\n", _ ("Usage: dolenctl COMMAND [OPTION…] …"));
  for (gsize i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    fprintf (to, "  %-12s %s\n", COMMANDS[i].name, _ (COMMANDS[i].summary));
  /* Translators: what the command "help" of dolenctl does. */
  fprintf (to, "  %-12s %s\n", "help", _ ("Print this, or what a command takes"));
  /* Translators: "dolenctl COMMAND --help" is typed as it stands but for COMMAND. */
  fprintf (to, "\n%s\n", _ ("“dolenctl COMMAND --help” says more. See also dolenctl(1)."));
}

gboolean
dolen_tool_parse (DolenTool *tool,
                  const GOptionEntry *options,
                  const char *arguments,
                  const char *summary,
                  GError **error)
{
  g_autofree char *program = g_strdup_printf ("dolenctl %s", tool->command);
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);
  /* clang-format off */
  const GOptionEntry common[] = {
    { "directory", 'd', 0, G_OPTION_ARG_FILENAME, &tool->folder,
      N_ ("The profile folder, instead of your own"), N_ ("FOLDER") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &tool->json,
      N_ ("Print JSON"), NULL },
    { NULL },
  };
  /* clang-format on */

  /* What --help calls the program. */
  g_set_prgname (program);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (options)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  return g_option_context_parse_strv (context, &tool->arguments, error);
}

/* The terms as the scheme wants them, as in the application; what is wrong in the file is told. */
static void
take_own_terms (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, DOLEN_OWN_TERMS_FILE, NULL);
  g_auto (GStrv) unread = NULL;
  g_auto (GStrv) misplaced = NULL;
  g_autoptr (DolenOwnTerms) own = dolen_own_terms_read (path, &unread);
  DolenVocabulary *vocabulary;

  for (guint i = 0; unread[i] != NULL; i++)
    fprintf (stderr, "dolenctl: %s\n", unread[i]);
  if (own->terms->len == 0)
    return;
  vocabulary = dolen_own_terms_apply (own, NULL, &misplaced, NULL);
  if (vocabulary == NULL)
    return;
  for (guint i = 0; misplaced[i] != NULL; i++)
    fprintf (stderr, "dolenctl: %s\n", misplaced[i]);
  dolen_vocabulary_set_default (vocabulary);
}

DolenDirectory *
dolen_tool_open (DolenTool *tool, gboolean writing, GError **error)
{
  g_autofree char *folder = tool->folder ? g_strdup (tool->folder) : dolen_path_user_folder ();
  g_autoptr (DolenProfileFolder) profile = NULL;
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  DolenDirectory *directory;

  if (!writing && !g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_CANNOT_OPEN,
                 /* Translators: the path of a folder. */
                 _ ("There is no directory in %s yet: import a feed first."),
                 folder);
    return NULL;
  }
  profile = dolen_profile_folder_open (folder, error);
  if (!profile)
    return NULL;
  take_own_terms (folder);
  g_free (path);
  path = dolen_profile_folder_file (profile, "directory.db");
  directory
      = dolen_directory_open (path, writing ? DOLEN_DB_READ_WRITE : DOLEN_DB_READ_ONLY, error);
  if (directory != NULL && writing)
    dolen_lend_vocabulary (directory);
  return directory;
}

char *
dolen_tool_name_in_full (const char *name, const char *organisation, const char *place)
{
  gboolean body = organisation != NULL && *organisation != '\0' && strcmp (organisation, name) != 0;
  gboolean known = place != NULL && *place != '\0';

  return g_strconcat (name,
                      body ? " (" : "",
                      body ? organisation : "",
                      body ? ")" : "",
                      known ? ", " : "",
                      known ? place : "",
                      NULL);
}

void
dolen_tool_print_json (json_object *value)
{
  puts (json_object_to_json_string_ext (value,
                                        JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
  json_object_put (value);
}

void
dolen_tool_add_text (json_object *object, const char *key, const char *text)
{
  json_object_object_add (object, key, text ? json_object_new_string (text) : NULL);
}

void
dolen_tool_add_number (json_object *object, const char *key, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (number))
    json_object_object_add (object, key, NULL);
  else
    json_object_object_add (object,
                            key,
                            json_object_new_double_s (
                                number, g_ascii_formatd (digits, sizeof digits, "%.10g", number)));
}

static int
fail (const char *message)
{
  fprintf (stderr, "dolenctl: %s\n", message);
  return EXIT_FAILURE;
}

static int
run (DolenToolRun command, DolenTool *tool)
{
  g_autoptr (GError) error = NULL;

  if (command (tool, &error) && fflush (stdout) == 0)
    return tool->status;
  return error ? fail (error->message) : EXIT_FAILURE;
}

/* "help import" is "import --help". (transfer full) */
static char **
take_help (char **arguments)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  gboolean help = strcmp (arguments[1], "help") == 0;

  for (guint i = help ? 2 : 1; arguments[i] != NULL; i++)
    g_strv_builder_add (list, arguments[i]);
  if (help)
    g_strv_builder_add (list, "--help");
  return g_strv_builder_end (list);
}

int
dolen_tool_main (char **arguments)
{
  DolenTool tool = { 0 };
  g_autofree char *command = NULL;
  int status = -1;

  if (!arguments[0] || !arguments[1]) {
    print_usage (stderr);
    return EXIT_FAILURE;
  }
  if (strcmp (arguments[1], "--help") == 0 || strcmp (arguments[1], "-h") == 0
      || (strcmp (arguments[1], "help") == 0
          && (arguments[2] == NULL || strcmp (arguments[2], "help") == 0
              || strcmp (arguments[2], "--help") == 0))) {
    print_usage (stdout);
    return EXIT_SUCCESS;
  }
  if (strcmp (arguments[1], "--version") == 0) {
    puts ("dolenctl " DOLEN_VERSION);
    return EXIT_SUCCESS;
  }
  /* The command's own name stands first, where GOption looks for the program's. */
  tool.arguments = take_help (arguments);
  command = g_strdup (tool.arguments[0]);
  tool.command = command;
  for (gsize i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    if (strcmp (COMMANDS[i].name, command) == 0)
      status = run (COMMANDS[i].run, &tool);
  if (status < 0) {
    /* Translators: what was typed in the place of a command. */
    g_autofree char *message = g_strdup_printf (_ ("“%s” is not a command."), command);
    status = fail (message);
    print_usage (stderr);
  }
  g_strfreev (tool.arguments);
  g_free (tool.folder);
  return status;
}

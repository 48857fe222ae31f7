/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool.h"

#include "base/dolen-error.h"
#include "directory/alike/dolen-alike.h"
#include "exchange/dolen-import.h"
#include "exchange/files/dolen-csv-preview.h"
#include "matching/dolen-lending.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

static void
print_count (const char *what, const DolenImportCount *count)
{
  /* Translators: %s is "Services" or "Organisations", the numbers are counts of them. */
  printf (_ ("%s: %u added, %u changed, %u unchanged, %u left out\n"),
          what,
          count->added,
          count->changed,
          count->unchanged,
          count->rejected);
}

/* The first few, and where the rest is. */
static void
print_examples (const DolenOddityExamples *examples, DolenOddity kind)
{
  guint n = 0, more = examples->count[kind];

  for (guint i = 0; i < examples->list->len && n < DOLEN_ODDITY_SHOWN; i++) {
    const DolenOddityExample *example = examples->list->pdata[i];
    g_autofree char *said = NULL;
    if (example->kind != kind)
      continue;
    n++;
    said = dolen_oddity_example_say (example, dolen_language_current ());
    printf ("%10s%s\n", "", said);
  }
  if (more > n) {
    g_autofree char *rest = g_strdup_printf (
        /* Translators: after the first examples of what was odd in a feed; "--json" is an option
         * of the command. */
        ngettext ("… and %u more: --json names it", "… and %u more: --json names them", more - n),
        more - n);

    printf ("%10s%s\n", "", rest);
  }
}

/* Most useful first, under what is to be done about them. */
static void
print_oddities (const DolenImportReport *report)
{
  DolenLanguage language = dolen_language_current ();
  DolenOddity order[DOLEN_N_ODDITIES];
  guint n = dolen_oddities_sort (&report->oddities, order);
  DolenOddityGroup group = DOLEN_N_ODDITY_GROUPS;

  for (guint i = 0; i < n; i++) {
    if (dolen_oddity_group (order[i]) != group) {
      group = dolen_oddity_group (order[i]);
      printf ("\n%s. %s\n",
              dolen_oddity_group_title (group, language),
              dolen_oddity_group_note (group, language));
    }
    printf ("%8u  %s\n", report->oddities.count[order[i]], dolen_oddity_text (order[i], language));
    if (group != DOLEN_ODDITY_OF_FORM)
      print_examples (&report->examples, order[i]);
  }
}

/* Few are named, one by one. */
static void
print_changes (const DolenImportReport *report)
{
  g_autofree char *clashes = dolen_import_clashes_sentence (report->clashes);

  for (guint i = 0; i < report->changes->len && report->changes->len <= DOLEN_IMPORT_CHANGES; i++)
    printf ("%10s%s\n", "", (const char *) report->changes->pdata[i]);
  if (report->clashes)
    puts (clashes);
}

static void
print_report (const DolenImportReport *report)
{
  /* Translators: the name a feed is known by. */
  printf (_ ("Source: %s\n"), report->source_name);
  if (report->matched + report->proposed + report->passed > 0) {
    /* Translators: counts of organisations a public register or a funder speaks of. */
    printf (_ ("Organisations it speaks of: %u; more is known of %u now; %u proposed in the queue; "
               "%u records are about nobody known here\n"),
            report->matched,
            report->filled,
            report->proposed,
            report->passed);
    return;
  }
  print_count (_ ("Services"), &report->services);
  print_count (_ ("Organisations"), &report->organisations);
  if (report->gone)
    /* Translators: services that were in the feed before and are not now. */
    printf (_ ("Not in the feed any more: %u\n"), report->gone);
  print_changes (report);
  print_oddities (report);
}

/* What needs somebody's eye. */
static void
print_warnings (const DolenImportReport *report)
{
  g_autofree char *unread = dolen_import_columns_sentence (report);
  g_autofree char *withheld = dolen_import_withheld_sentence (report->withheld);

  if (unread)
    fprintf (stderr, "dolenctl: %s\n", unread);
  if (report->withheld)
    fprintf (stderr,
             "dolenctl: %s %s\n",
             withheld,
             /* Translators: "--given-out" is an option of the command; “May be given out” the
              * heading of a column. */
             _ ("If they said yes: --given-out, or a column “May be given out” with yes or no."));
  if (report->only_list)
    fprintf (stderr, "dolenctl: %s\n", dolen_import_only_list_sentence ());
  if (report->shrunk)
    fprintf (stderr,
             "dolenctl: %s %s\n",
             dolen_import_shrunk_sentence (),
             /* Translators: an option of the command. */
             _ ("To mark it all the same: --accept-loss."));
}

static void
print_columns (const DolenImportReport *report)
{
  g_autofree char *rows = dolen_import_rows_sentence (report);

  if (rows)
    puts (rows);
  for (guint i = 0; i < report->columns->len; i++) {
    const DolenImportColumn *column = report->columns->pdata[i];
    /* Translators: heading of a column of a table; what it holds. */
    printf (_ ("Column “%1$s”: %2$s\n"),
            column->heading,
            dolen_csv_field_label (column->field, dolen_language_current ()));
  }
}

static void
print_refusals (const GPtrArray *refusals)
{
  for (guint i = 0; i < refusals->len; i++) {
    const DolenImportRefusal *refusal = refusals->pdata[i];
    fprintf (stderr, "dolenctl: %s: %s\n", refusal->where, refusal->why);
  }
}

/* Nothing but refusals: that is a failure, though nothing broke. */
static gboolean
came_to_something (const DolenImportReport *report, GError **error)
{
  guint read = report->services.added + report->services.changed + report->services.unchanged
               + report->organisations.added + report->organisations.changed
               + report->organisations.unchanged + report->matched + report->proposed
               + report->passed;

  if (read || !report->services.rejected)
    return TRUE;
  g_set_error_literal (
      error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("There was nothing in it for a directory."));
  return FALSE;
}

/* What the headings of the first table say, what the source remembers, and what @given changes of
 * that. NULL without an error where nothing is given. */
static char *
map_columns (DolenDirectory *directory,
             DolenImportOptions *options,
             const char *const *paths,
             char **given,
             GError **error)
{
  g_autoptr (DolenCsvColumns) columns = NULL;

  if (!given)
    return NULL;
  columns = dolen_csv_columns_find (
      directory, options->source_name, paths, options->cancellable, error);
  if (!columns)
    return NULL;
  for (; *given; given++)
    if (!dolen_csv_columns_map (columns, *given, error))
      return NULL;
  return dolen_csv_columns_to_json (columns);
}

/* Under another name the same table would come in twice: whoever means that says so. */
static gboolean
is_no_copy (DolenDirectory *directory,
            const DolenImportOptions *options,
            const char *const *paths,
            GError **error)
{
  g_auto (DolenImportFormer) former = { 0 };

  if (options->source_name)
    return TRUE;
  if (!dolen_import_find_former (directory,
                                 paths,
                                 g_strv_length ((GStrv) paths),
                                 options->columns,
                                 &former,
                                 options->cancellable,
                                 error))
    return FALSE;
  if (!former.name)
    return TRUE;
  g_set_error (
      error,
      DOLEN_ERROR,
      DOLEN_ERROR_NOT_ALLOWED,
      /* Translators: counts of rows of a table; a name of a source, three times. --source is
       * an option of the command. */
      _ ("%1$u of the %2$u rows of this table came from the source “%3$s” before. If it is a "
         "newer copy of that, add: --source \"%3$s\". If it is another table, give it "
         "another name with --source."),
      former.known,
      former.rows,
      former.name);
  return FALSE;
}

static gboolean
import (DolenTool *tool, DolenImportOptions *options, char **given, GError **error)
{
  g_autoptr (DolenDirectory) directory = dolen_tool_open (tool, TRUE, error);
  g_autoptr (DolenTagger) tagger = NULL;
  g_autoptr (DolenImportReport) report = NULL;
  g_autofree char *columns = NULL;
  const char *const *paths = (const char *const *) tool->arguments + 1;

  if (!directory)
    return FALSE;
  columns = map_columns (directory, options, paths, given, error);
  if (given && !columns)
    return FALSE;
  options->columns = columns;
  if (!is_no_copy (directory, options, paths, error))
    return FALSE;
  tagger = dolen_lend_tagging (&options->hooks, error);
  if (!tagger
      || !dolen_import_run (
          directory, paths, g_strv_length (tool->arguments) - 1, options, &report, error))
    return FALSE;
  if (!options->dry_run
      && (!dolen_directory_note_read (directory, report->source_uid, error)
          || !dolen_alike_renew (directory, NULL, NULL, error)))
    return FALSE;
  if (tool->json) {
    g_autofree char *json = dolen_import_report_with_examples (report);
    puts (json);
  } else {
    if (options->dry_run)
      puts (_ ("Nothing was changed; this is what would come in:"));
    print_report (report);
    print_columns (report);
  }
  print_warnings (report);
  print_refusals (report->rejected);
  print_refusals (report->noted);
  print_refusals (report->same);
  print_refusals (report->doubtful);
  return came_to_something (report, error);
}

gboolean
dolen_tool_import (DolenTool *tool, GError **error)
{
  g_autofree char *source = NULL;
  g_auto (GStrv) map = NULL;
  DolenImportOptions options = { 0 };
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "source", 's', 0, G_OPTION_ARG_STRING, &source,
      N_ ("The name the feed is known by"), N_ ("NAME") },
    { "complete", 0, 0, G_OPTION_ARG_NONE, &options.complete,
      N_ ("This is all of the feed: mark what is missing"), NULL },
    { "accept-loss", 0, 0, G_OPTION_ARG_NONE, &options.accept_loss,
      N_ ("Mark what is missing even where that is more than half"), NULL },
    { "given-out", 0, 0, G_OPTION_ARG_NONE, &options.given_out,
      N_ ("Everybody in it said that their contact may be given out"), NULL },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_ ("Say what would come in, and change nothing"), NULL },
    { "map", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &map,
      N_ ("What a column of a table holds, by its heading or number"), N_ ("COLUMN=FIELD") },
    { NULL },
  };
  /* clang-format on */

  /* Translators: PATH stands for a file or folder. */
  if (!dolen_tool_parse (
          tool,
          entries,
          _ ("PATH…"),
          _ ("Reads feeds (Open Referral UK, HSDS) and tables (CSV) from files and folders."),
          error))
    return FALSE;
  if (!tool->arguments[1]) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("There is no file to import."));
    return FALSE;
  }
  options.cancellable = g_cancellable_new (); /* the thread has it to the end */
  dolen_tool_cancel_on_interrupt (options.cancellable);
  options.source_name = source;
  return import (tool, &options, map, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import-private.h"

#include "directory/dolen-writer.h"
#include "exchange/files/dolen-csv-record.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>

static void
refusal_free (gpointer data)
{
  DolenImportRefusal *refusal = data;

  g_free (refusal->where);
  g_free (refusal->why);
  g_free (refusal);
}

DolenImportReport *
dolen_import_report_new (const char *source_uid, const char *source_name)
{
  DolenImportReport *report = g_new0 (DolenImportReport, 1);

  report->source_uid = g_strdup (source_uid);
  report->source_name = g_strdup (source_name);
  report->rejected = g_ptr_array_new_with_free_func (refusal_free);
  report->noted = g_ptr_array_new_with_free_func (refusal_free);
  report->same = g_ptr_array_new_with_free_func (refusal_free);
  report->doubtful = g_ptr_array_new_with_free_func (refusal_free);
  report->changes = g_ptr_array_new_with_free_func (g_free);
  dolen_oddity_examples_init (&report->examples);
  report->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_import_column_free);
  return report;
}

void
dolen_import_report_free (DolenImportReport *report)
{
  if (!report)
    return;
  g_free (report->source_uid);
  g_free (report->source_name);
  g_ptr_array_unref (report->rejected);
  g_ptr_array_unref (report->noted);
  g_ptr_array_unref (report->same);
  g_ptr_array_unref (report->doubtful);
  g_ptr_array_unref (report->changes);
  dolen_oddity_examples_clear (&report->examples);
  g_ptr_array_unref (report->columns);
  g_free (report);
}

char *
dolen_import_report_place (const char *path, guint64 record, goffset byte)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, record);
  g_autofree char *place = g_strdup_printf ("%" G_GOFFSET_FORMAT, byte);

  if (byte == DOLEN_IMPORT_NO_BYTE)
    /* Translators: where in a feed: name of a file, number of the record in it. */
    return g_strdup_printf (_ ("%s, record %s"), name, number);
  if (byte < 0)
    /* Translators: where in a table: name of a file, number of the row. */
    return g_strdup_printf (_ ("%s, row %s"), name, number);
  /* Translators: where in a feed: name of a file, number of the record in it, number of a byte. */
  return g_strdup_printf (_ ("%s, record %s, byte %s"), name, number, place);
}

void
dolen_import_report_refuse (
    DolenImportReport *report, const char *path, guint64 record, goffset byte, const char *why)
{
  DolenImportRefusal *refusal;

  report->services.rejected++;
  if (report->rejected->len >= DOLEN_IMPORT_REFUSALS)
    return;
  refusal = g_new0 (DolenImportRefusal, 1);
  refusal->where = dolen_import_report_place (path, record, byte);
  refusal->why = g_strdup (why);
  g_ptr_array_add (report->rejected, refusal);
}

void
dolen_import_report_row (GPtrArray *list, const char *path, guint64 row, const char *why)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, row);
  DolenImportRefusal *item;

  if (list->len >= DOLEN_IMPORT_REFUSALS)
    return;
  item = g_new0 (DolenImportRefusal, 1);
  /* Translators: where in a table: name of a file, number of the row. */
  item->where = g_strdup_printf (_ ("%s, row %s"), name, number);
  item->why = g_strdup (why);
  g_ptr_array_add (list, item);
}

void
dolen_import_report_note (DolenImportReport *report,
                          const char *path,
                          guint64 row,
                          const GPtrArray *notes)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, row);

  for (guint i = 0; notes && i < notes->len && report->noted->len < DOLEN_IMPORT_REFUSALS; i++) {
    const DolenCsvNote *note = g_ptr_array_index (notes, i);
    DolenImportRefusal *refusal = g_new0 (DolenImportRefusal, 1);
    /* Translators: where in a table: name of a file, number of the row, heading of the column. */
    refusal->where = g_strdup_printf (_ ("%s, row %s, column “%s”"), name, number, note->heading);
    refusal->why = g_strdup (note->why);
    g_ptr_array_add (report->noted, refusal);
  }
}

void
dolen_import_count (DolenImportCount *count, int state)
{
  count->added += state == DOLEN_RECORD_NEW;
  count->changed += state == DOLEN_RECORD_CHANGED;
  count->unchanged += state == DOLEN_RECORD_UNCHANGED;
}

static json_object *
count_to_json (const DolenImportCount *count)
{
  json_object *object = json_object_new_object ();

  json_object_object_add (object, "added", json_object_new_int64 (count->added));
  json_object_object_add (object, "changed", json_object_new_int64 (count->changed));
  json_object_object_add (object, "unchanged", json_object_new_int64 (count->unchanged));
  json_object_object_add (object, "rejected", json_object_new_int64 (count->rejected));
  return object;
}

const char *
dolen_import_shrunk_sentence (void)
{
  return _ (
      "More than half of the feed was missing. Nothing was marked as gone: please ask whoever "
      "runs the feed whether that is right.");
}

const char *
dolen_import_only_list_sentence (void)
{
  /* Translators: a file was read that holds the list of a feed; “feed.json” is the name of a file,
   * “Sources” a page of the directory. */
  return _ (
      "This is only the list of a feed: no places, times, contacts or costs are in it. If it is "
      "a published site, read its “feed.json” instead, or add its address in Sources.");
}

char *
dolen_import_withheld_sentence (guint withheld)
{
  return g_strdup_printf (
      /* Translators: %u counts contacts of people (cyswllt, m). */
      ngettext ("%u contact of a person is not given out: nobody has said here that they said yes.",
                "%u contacts of people are not given out: nobody has said here that they said yes.",
                (gulong) withheld),
      withheld);
}

char *
dolen_import_clashes_sentence (guint clashes)
{
  return g_strdup_printf (
      /* Translators: after an import; %u counts fields that somebody edited here and that the feed
       * says otherwise now (gwrthdaro, m). */
      ngettext ("%u clash, see the queue", "%u clashes, see the queue", (gulong) clashes),
      clashes);
}

static json_object *
changes_to_json (const GPtrArray *changes)
{
  json_object *list = json_object_new_array ();

  for (guint i = 0; i < changes->len; i++)
    json_object_array_add (list, json_object_new_string (changes->pdata[i]));
  return list;
}

static void
columns_to_json (const GPtrArray *columns, json_object *root)
{
  json_object *list = json_object_new_array (), *unread = json_object_new_array ();

  for (guint i = 0; i < columns->len; i++) {
    const DolenImportColumn *column = columns->pdata[i];
    json_object *object = json_object_new_object ();

    json_object_object_add (object, "heading", json_object_new_string (column->heading));
    json_object_object_add (
        object, "field", json_object_new_string (dolen_csv_field_code (column->field)));
    json_object_array_add (list, object);
    if (column->field == DOLEN_CSV_SKIP)
      json_object_array_add (unread, json_object_new_string (column->heading));
  }
  json_object_object_add (root, "columns", list);
  json_object_object_add (root, "unread", unread);
}

static json_object *
refusals_to_json (const GPtrArray *refusals)
{
  json_object *list = json_object_new_array ();

  for (guint i = 0; i < refusals->len; i++) {
    const DolenImportRefusal *refusal = refusals->pdata[i];
    json_object *object = json_object_new_object ();
    json_object_object_add (object, "where", json_object_new_string (refusal->where));
    json_object_object_add (object, "why", json_object_new_string (refusal->why));
    json_object_array_add (list, object);
  }
  return list;
}

static json_object *
examples_to_json (const DolenOddityExamples *examples, DolenOddity kind)
{
  json_object *list = json_object_new_array ();

  for (guint i = 0; i < examples->list->len; i++) {
    const DolenOddityExample *example = examples->list->pdata[i];
    json_object *object;
    if (example->kind != kind)
      continue;
    object = json_object_new_object ();
    dolen_json_put_text (object, "record", example->record);
    dolen_json_put_text (object, "field", example->field);
    dolen_json_put_text (object, "given", example->given);
    dolen_json_put_text (object, "where", example->where);
    json_object_array_add (list, object);
  }
  return list;
}

/* Most useful first. */
static json_object *
oddities_to_json (const DolenImportReport *report, gboolean examples)
{
  static const char *const GROUPS[] = { "to-mend", "read", "form" };
  json_object *oddities = json_object_new_array ();
  DolenOddity order[DOLEN_N_ODDITIES];
  guint n = dolen_oddities_sort (&report->oddities, order);

  for (guint i = 0; i < n; i++) {
    DolenOddity kind = order[i];
    json_object *object = json_object_new_object ();
    dolen_json_put_text (object, "kind", dolen_oddity_code (kind));
    json_object_object_add (object, "count", json_object_new_int64 (report->oddities.count[kind]));
    if (examples) {
      dolen_json_put_text (object, "group", GROUPS[dolen_oddity_group (kind)]);
      json_object_object_add (object, "examples", examples_to_json (&report->examples, kind));
    }
    json_object_array_add (oddities, object);
  }
  return oddities;
}

static char *
report_to_json (const DolenImportReport *report, gboolean examples)
{
  json_object *root = json_object_new_object ();
  json_object *oddities = oddities_to_json (report, examples);
  char *text;

  json_object_object_add (root, "services", count_to_json (&report->services));
  json_object_object_add (root, "organisations", count_to_json (&report->organisations));
  json_object_object_add (root, "oddities", oddities);
  json_object_object_add (root, "rejected", refusals_to_json (report->rejected));
  if (report->matched + report->proposed + report->passed) {
    json_object *more = json_object_new_object ();
    json_object_object_add (more, "matched", json_object_new_int64 (report->matched));
    json_object_object_add (more, "filled", json_object_new_int64 (report->filled));
    json_object_object_add (more, "proposed", json_object_new_int64 (report->proposed));
    json_object_object_add (more, "passed", json_object_new_int64 (report->passed));
    json_object_object_add (root, "known_organisations", more);
  }
  if (examples && report->changes->len && report->changes->len <= DOLEN_IMPORT_CHANGES)
    json_object_object_add (root, "changes", changes_to_json (report->changes));
  if (report->clashes)
    json_object_object_add (root, "clashes", json_object_new_int64 (report->clashes));
  if (report->gone)
    json_object_object_add (root, "gone", json_object_new_int64 (report->gone));
  if (report->only_list)
    json_object_object_add (root, "only_list", json_object_new_boolean (TRUE));
  if (report->bodiless)
    json_object_object_add (root, "bodiless", json_object_new_boolean (TRUE));
  if (report->shrunk)
    json_object_object_add (root, "shrunk", json_object_new_boolean (TRUE));
  if (report->withheld)
    json_object_object_add (root, "withheld", json_object_new_int64 (report->withheld));
  if (report->rows) {
    json_object *rows = json_object_new_object ();
    json_object_object_add (rows, "read", json_object_new_int64 (report->rows));
    json_object_object_add (rows, "services", json_object_new_int64 (report->rows_services));
    json_object_object_add (root, "rows", rows);
  }
  if (report->columns->len)
    columns_to_json (report->columns, root);
  if (report->noted->len)
    json_object_object_add (root, "noted", refusals_to_json (report->noted));
  if (report->same->len)
    json_object_object_add (root, "same", refusals_to_json (report->same));
  if (report->doubtful->len)
    json_object_object_add (root, "doubtful", refusals_to_json (report->doubtful));
  text = g_strdup (json_object_to_json_string_ext (
      root, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
  json_object_put (root);
  return text;
}

char *
dolen_import_report_to_json (const DolenImportReport *report)
{
  return report_to_json (report, FALSE);
}

char *
dolen_import_report_with_examples (const DolenImportReport *report)
{
  return report_to_json (report, TRUE);
}

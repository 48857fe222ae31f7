/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import-private.h"

#include "directory/dolen-writer.h"

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
  g_free (report);
}

void
dolen_import_report_refuse (
    DolenImportReport *report, const char *path, guint64 record, goffset byte, const char *why)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, record);
  g_autofree char *place = g_strdup_printf ("%" G_GOFFSET_FORMAT, byte);
  DolenImportRefusal *refusal;

  report->services.rejected++;
  if (report->rejected->len >= DOLEN_IMPORT_REFUSALS)
    return;
  refusal = g_new0 (DolenImportRefusal, 1);
  /* Translators: where in a feed: name of a file, number of the record in it, number of a byte. */
  refusal->where = g_strdup_printf (_ ("%s, record %s, byte %s"), name, number, place);
  refusal->why = g_strdup (why);
  g_ptr_array_add (report->rejected, refusal);
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

char *
dolen_import_report_to_json (const DolenImportReport *report)
{
  json_object *root = json_object_new_object ();
  json_object *oddities = json_object_new_array ();
  json_object *rejected = json_object_new_array ();
  char *text;

  for (int kind = 0; kind < DOLEN_N_ODDITIES; kind++) {
    json_object *object;
    if (!report->oddities.count[kind])
      continue;
    object = json_object_new_object ();
    json_object_object_add (object, "kind", json_object_new_string (dolen_oddity_code (kind)));
    json_object_object_add (object, "count", json_object_new_int64 (report->oddities.count[kind]));
    json_object_array_add (oddities, object);
  }
  for (guint i = 0; i < report->rejected->len; i++) {
    const DolenImportRefusal *refusal = report->rejected->pdata[i];
    json_object *object = json_object_new_object ();
    json_object_object_add (object, "where", json_object_new_string (refusal->where));
    json_object_object_add (object, "why", json_object_new_string (refusal->why));
    json_object_array_add (rejected, object);
  }
  json_object_object_add (root, "services", count_to_json (&report->services));
  json_object_object_add (root, "organisations", count_to_json (&report->organisations));
  json_object_object_add (root, "oddities", oddities);
  json_object_object_add (root, "rejected", rejected);
  text = g_strdup (json_object_to_json_string_ext (
      root, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
  json_object_put (root);
  return text;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-export.h"

#include "exchange/out/dolen-out-sources.h"
#include "exchange/out/dolen-out-walk.h"

static const char *const codes[DOLEN_N_EXPORTS] = {
  [DOLEN_EXPORT_ORUK3] = "oruk3",       [DOLEN_EXPORT_HSDS] = "hsds",
  [DOLEN_EXPORT_HSDS_CSV] = "hsds-csv", [DOLEN_EXPORT_GEOJSON] = "geojson",
  [DOLEN_EXPORT_CSV] = "csv",
};

const char *
dolen_export_format_code (DolenExportFormat format)
{
  return codes[format];
}

gboolean
dolen_export_format_from_code (const char *code, DolenExportFormat *format)
{
  for (guint i = 0; i < DOLEN_N_EXPORTS; i++)
    if (g_strcmp0 (codes[i], code) == 0) {
      *format = (DolenExportFormat) i;
      return TRUE;
    }
  return FALSE;
}

static DolenOutWriter *
new_writer (DolenDirectory *dir,
            DolenExportFormat format,
            const char *path,
            const DolenExportOptions *options,
            const DolenOutSources *sources,
            GError **error)
{
  DolenOutStyle style = { .profile = DOLEN_OUT_HSDS, .dir = dir, .sources = sources };

  switch (format) {
  case DOLEN_EXPORT_ORUK3:
    style.profile = DOLEN_OUT_ORUK3;
    return dolen_out_page_new (path, &style, TRUE, error);
  case DOLEN_EXPORT_HSDS_CSV:
    return dolen_out_tables_new (path, &style, error);
  case DOLEN_EXPORT_GEOJSON:
    return dolen_out_geojson_new (path, sources, error);
  case DOLEN_EXPORT_CSV:
    return dolen_out_sheet_new (path, options->language, sources, error);
  case DOLEN_EXPORT_HSDS:
  case DOLEN_N_EXPORTS:
    break;
  }
  return dolen_out_page_new (path, &style, TRUE, error);
}

gboolean
dolen_export_run (DolenDirectory *dir,
                  DolenExportFormat format,
                  const char *path,
                  const DolenExportOptions *options,
                  DolenExportReport *report,
                  GError **error)
{
  static const DolenExportOptions none = { 0 };
  const DolenExportOptions *chosen = options != NULL ? options : &none;
  DolenExportReport counted = { 0 };
  g_autoptr (DolenOutSources) sources = dolen_out_sources_new (dir, chosen->sources, error);
  g_autoptr (DolenOutWriter) writer
             = sources != NULL ? new_writer (dir, format, path, chosen, sources, error) : NULL;

  if (writer == NULL || !dolen_out_walk (dir, writer, sources, format, chosen, &counted, error)
      || !writer->finish (writer, error))
    return FALSE;
  if (report != NULL)
    *report = counted;
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import-private.h"

gboolean
dolen_import_see_record (DolenDirectoryWriter *writer,
                         DolenReadContext *context,
                         DolenImportReport *report,
                         const DolenJsonItem *item,
                         GError **error)
{
  const DolenOddities before = report->oddities;
  g_auto (DolenFound) found = { 0 };
  gboolean seen;

  if (item->kind != DOLEN_JSON_RECORD)
    return TRUE;
  dolen_found_init (&found);
  context->examples = NULL;
  dolen_read_record (context, item->value, item->container, &found);
  context->examples = &report->examples;
  report->oddities = before;
  for (guint i = 0; i < found.organisations->len; i++) {
    const DolenFoundOrganisation *organisation = found.organisations->pdata[i];
    if (!dolen_directory_writer_see_record (
            writer, "organisation", organisation->foreign_id, &seen, error))
      return FALSE;
  }
  for (guint i = 0; i < found.services->len; i++) {
    const DolenFoundService *service = found.services->pdata[i];
    if (!dolen_directory_writer_see_record (writer, "service", service->foreign_id, &seen, error))
      return FALSE;
    report->services.unchanged += seen;
  }
  return TRUE;
}

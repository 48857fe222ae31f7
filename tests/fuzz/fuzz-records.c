/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-read.h"
#include "fuzz/dolen-fuzz.h"

#include <math.h>

/* Any JSON object is read as a service, an organisation or nothing; what is read has a name. */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

static json_object *
parse (const guint8 *data, gsize size)
{
  json_tokener *tokener = json_tokener_new_ex (64);
  json_object *record;

  json_tokener_set_flags (tokener, JSON_TOKENER_VALIDATE_UTF8);
  record = json_tokener_parse_ex (tokener, (const char *) data, (int) size);
  if (!json_object_is_type (record, json_type_object))
    g_clear_pointer (&record, json_object_put);
  json_tokener_free (tokener);
  return record;
}

static void
check_service (const DolenFoundService *found)
{
  const DolenService *service = found->service;

  g_assert_nonnull (found->foreign_id);
  g_assert_nonnull (service);
  g_assert_false (dolen_bilingual_is_empty (&service->name));
  g_assert_cmpint (service->minimum_age, >=, -1);
  g_assert_cmpint (service->maximum_age, >=, -1);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  json_object *record = parse (data, size);
  DolenOddities oddities = { 0 };
  DolenReadContext context = {
    .source_uid = "11111111-1111-4111-8111-111111111111",
    .today = "2026-11-20",
    .oddities = &oddities,
  };
  g_auto (DolenFound) found = { 0 };
  g_autoptr (GPtrArray) keys = NULL;

  if (record == NULL)
    return 0;
  dolen_found_init (&found);
  keys = dolen_read_keys (record, NULL);
  dolen_read_record (&context, record, NULL, &found);
  for (guint i = 0; i < found.services->len; i++)
    check_service (found.services->pdata[i]);
  dolen_found_clear (&found);
  dolen_found_init (&found);
  dolen_read_record (&context, record, "organizations", &found);
  json_object_put (record);
  return 0;
}

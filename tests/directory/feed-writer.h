/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A feed of invented services, written as an importer writes it. */

#include "base/dolen-id.h"
#include "directory/dolen-writer.h"
#include "directory/samples.h"

static inline DolenDirectoryWriter *
feed_begin (DolenDirectory *dir)
{
  g_autoptr (DolenSource) source = dolen_source_new ();
  GError *error = NULL;
  DolenDirectoryWriter *writer;

  source->uid = dolen_id_for_foreign ("test", "source", "feed");
  source->name = g_strdup ("Example Feed");
  source->complete = TRUE;
  writer = dolen_directory_writer_new (dir, source, &error);
  g_assert_no_error (error);
  return writer;
}

/* One service, of that name and telephone: provenance first, then, if need be, the record. @kept:
 * (out) (optional). */
static inline DolenRecordState
feed_put (DolenDirectoryWriter *writer,
          const char *foreign_id,
          const char *name,
          const char *phone,
          DolenService **kept)
{
  g_autoptr (DolenService) service = samples_service (name, NULL, DOLEN_TEXT_GIVEN);
  g_autofree char *json = g_strconcat (name, "|", phone, NULL);
  DolenSourceRecord record = { "service", foreign_id, NULL, json, json };
  DolenRecordState state;
  GError *error = NULL;

  service->source_uid = dolen_id_for_foreign ("test", "source", "feed");
  service->uid = dolen_id_for_foreign (service->source_uid, "service", foreign_id);
  service->phone = g_strdup (phone);
  record.record_uid = service->uid;
  dolen_directory_writer_put_record (writer, &record, &state, &error);
  g_assert_no_error (error);
  if (state != DOLEN_RECORD_UNCHANGED) {
    dolen_directory_writer_put_service (writer, service, &error);
    g_assert_no_error (error);
  }
  if (kept != NULL)
    *kept = g_steal_pointer (&service);
  return state;
}

static inline void
feed_finish (DolenDirectoryWriter *writer)
{
  GError *error = NULL;

  dolen_directory_writer_finish (writer, "tester", "{}", &error);
  g_assert_no_error (error);
  dolen_directory_writer_free (writer);
}

/* A whole import of one service; its uid. */
static inline char *
feed_import (DolenDirectory *dir, const char *name, const char *phone)
{
  DolenDirectoryWriter *writer = feed_begin (dir);
  g_autoptr (DolenService) service = NULL;

  feed_put (writer, "1", name, phone, &service);
  feed_finish (writer);
  return g_strdup (service->uid);
}

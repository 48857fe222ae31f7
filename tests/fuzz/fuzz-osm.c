/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-read.h"
#include "exchange/files/dolen-osm-stream.h"
#include "fuzz/dolen-fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

/* Any file is read to its end or refused; every place has a name and a position that can be. */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

static void
read_place (const DolenJsonItem *item)
{
  DolenReadContext context
      = { .source_uid = "11111111-1111-4111-8111-111111111111", .today = "2026-11-20" };
  g_auto (DolenFound) found = { 0 };

  dolen_found_init (&found);
  dolen_read_record (&context, item->value, item->container, &found);
  g_assert_cmpuint (found.services->len + found.refused->len, >=, 1);
}

static void
read_all (gpointer reader)
{
  const DolenRecordReader *kind = dolen_osm_stream_kind ();

  for (;;) {
    g_autoptr (GError) error = NULL;
    DolenJsonItem item;

    if (!kind->next (reader, &item, NULL, &error)) {
      g_assert_nonnull (error);
      return;
    }
    g_assert_no_error (error);
    if (item.kind == DOLEN_JSON_END)
      return;
    read_place (&item);
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  int fd = memfd_create ("extract", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  gpointer reader;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  reader = dolen_osm_stream_new (path);
  read_all (reader);
  dolen_osm_stream_kind ()->free (reader);
  close (fd);
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-out-file.h"
#include "exchange/out/dolen-out-writer.h"

void
dolen_out_writer_free (DolenOutWriter *writer)
{
  if (writer != NULL)
    writer->free (writer);
}

typedef struct {
  DolenOutWriter parent;
  DolenOutFile *file; /* (owned) */
  DolenOutStyle style;
  gboolean full;
  guint n;
} Page;

static gboolean
page_add (DolenOutWriter *writer,
          const DolenService *service,
          const DolenOrganisation *organisation,
          GError **error)
{
  Page *page = (Page *) writer;
  json_object *object = page->full ? dolen_out_service (&page->style, service, organisation)
                                   : dolen_out_service_line (&page->style, service, organisation);
  gboolean ok = dolen_out_file_add (page->file, page->n++ > 0 ? ",\n" : "\n", error)
                && dolen_out_file_add_json (page->file, object, error);

  json_object_put (object);
  return ok;
}

/* The counts come last: they are not known before. */
static gboolean
page_finish (DolenOutWriter *writer, GError **error)
{
  Page *page = (Page *) writer;
  g_autofree char *end
      = g_strdup_printf ("\n],\"total_items\":%u,\"total_pages\":1,\"page_number\":1,\"size\":%u,"
                         "\"first_page\":true,\"last_page\":true,\"empty\":%s}\n",
                         page->n,
                         page->n,
                         page->n > 0 ? "false" : "true");

  return dolen_out_file_add (page->file, end, error) && dolen_out_file_finish (page->file, error);
}

static void
page_free (DolenOutWriter *writer)
{
  Page *page = (Page *) writer;

  dolen_out_file_free (page->file);
  g_free (page);
}

DolenOutWriter *
dolen_out_page_new (const char *path, const DolenOutStyle *style, gboolean full, GError **error)
{
  g_autoptr (DolenOutFile) file = dolen_out_file_new (path, error);
  Page *page;

  if (file == NULL || !dolen_out_file_add (file, "{\"contents\":[", error))
    return NULL;
  page = g_new0 (Page, 1);
  page->parent = (DolenOutWriter){ page_add, page_finish, page_free };
  page->file = g_steal_pointer (&file);
  page->style = *style;
  page->full = full;
  return &page->parent;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-loose-shortlist.h"

#define LIST "dolen-loose-shortlist"

static GPtrArray *
list_of (DolenSession *session)
{
  GPtrArray *list = g_object_get_data (G_OBJECT (session), LIST);

  if (list == NULL) {
    list = g_ptr_array_new_with_free_func (g_free);
    g_object_set_data_full (G_OBJECT (session), LIST, list, (GDestroyNotify) g_ptr_array_unref);
  }
  return list;
}

const GPtrArray *
dolen_loose_shortlist_get (DolenSession *session)
{
  return list_of (session);
}

gboolean
dolen_loose_shortlist_has (DolenSession *session, const char *service)
{
  return g_ptr_array_find_with_equal_func (list_of (session), service, g_str_equal, NULL);
}

void
dolen_loose_shortlist_put (DolenSession *session, const char *service)
{
  if (!dolen_loose_shortlist_has (session, service))
    g_ptr_array_add (list_of (session), g_strdup (service));
}

void
dolen_loose_shortlist_take_off (DolenSession *session, const char *service)
{
  guint at;

  if (g_ptr_array_find_with_equal_func (list_of (session), service, g_str_equal, &at))
    g_ptr_array_remove_index (list_of (session), at);
}

void
dolen_loose_shortlist_empty (DolenSession *session)
{
  g_ptr_array_set_size (list_of (session), 0);
}

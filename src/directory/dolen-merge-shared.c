/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-merge-fill.h"

#include "base/dolen-id.h"
#include "directory/dolen-directory-private.h"
#include "directory/dolen-parts.h"

/* A venue is one record for all that meet there: to write into it what is known of one service's
 * place would move the others. */

gboolean
dolen_merge_is_shared (DolenDirectory *dir, const char *uid, gboolean *shared, GError **error)
{
  gint64 n = 0;

  if (!dolen_directory_find_id (dir,
                                "SELECT count(*) FROM service_venue sv JOIN venue v"
                                " ON v.id = sv.venue WHERE v.uid = ?1",
                                uid,
                                &n,
                                error))
    return FALSE;
  *shared = n > 1;
  return TRUE;
}

static gboolean
is_all_said (const DolenVenue *joined, const DolenVenue *other)
{
  g_autoptr (DolenService) one = dolen_service_new (), both = dolen_service_new ();
  g_autofree char *theirs = NULL, *all = NULL;
  DolenVenue *copy = dolen_venue_copy (joined);

  g_free (copy->uid);
  copy->uid = g_strdup (other->uid);
  g_ptr_array_add (both->venues, copy);
  g_ptr_array_add (one->venues, dolen_venue_copy (other));
  all = dolen_part_to_json ("service", both, "venues");
  theirs = dolen_part_to_json ("service", one, "venues");
  return g_str_equal (all, theirs);
}

static void
replace_venue (DolenService *service, const char *uid, const DolenVenue *venue)
{
  for (guint i = 0; i < service->venues->len; i++) {
    DolenVenue *had = service->venues->pdata[i];

    if (g_strcmp0 (had->uid, uid) != 0)
      continue;
    service->venues->pdata[i] = dolen_venue_copy (venue);
    dolen_venue_free (had);
  }
}

static void
replace_in_schedules (DolenService *service, const char *uid, const char *by)
{
  for (guint i = 0; i < service->schedules->len; i++) {
    DolenSchedule *schedule = service->schedules->pdata[i];

    if (g_strcmp0 (schedule->venue_uid, uid) != 0)
      continue;
    g_free (schedule->venue_uid);
    schedule->venue_uid = g_strdup (by);
  }
}

gboolean
dolen_merge_move_from_shared (const DolenMergeFill *fill,
                              const DolenVenue *own,
                              const DolenVenue *other,
                              GError **error)
{
  g_autoptr (DolenVenue) joined = dolen_venue_copy (own);
  g_auto (DolenEditRecord) now = { 0 };
  char *uid;

  if (!dolen_merge_join_venue (joined, other))
    return TRUE;
  if (!dolen_edit_record_load (fill->dir, "service", fill->kept->uid, &now, error))
    return FALSE;
  uid = is_all_said (joined, other) ? g_strdup (other->uid) : dolen_id_new ();
  g_free (joined->uid);
  joined->uid = uid;
  replace_venue (now.record, own->uid, joined);
  replace_in_schedules (now.record, own->uid, joined->uid);
  return dolen_merge_take_part (fill, "service", "venues", now.record, "venues", error)
         && dolen_merge_take_part (fill, "service", "schedules", now.record, NULL, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import-private.h"

#include "base/dolen-id.h"

/* A service at several venues, told one venue at a time (service_at_location feeds). */

/* Parts are numbered within one record; those of the next get numbers of their own. */
static char *
next_uid (const char *source, const char *kind, const char *owner, guint index)
{
  g_autofree char *place = g_strdup_printf ("%s/more/%u", owner, index);

  return dolen_id_for_foreign (source, kind, place);
}

static gboolean
has_venue (const DolenService *service, const char *uid)
{
  for (guint i = 0; i < service->venues->len; i++)
    if (g_strcmp0 (((DolenVenue *) service->venues->pdata[i])->uid, uid) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_schedule (const DolenService *service, const DolenSchedule *schedule)
{
  for (guint i = 0; i < service->schedules->len; i++) {
    const DolenSchedule *other = service->schedules->pdata[i];
    if (g_strcmp0 (other->venue_uid, schedule->venue_uid) == 0
        && g_strcmp0 (other->byday, schedule->byday) == 0
        && g_strcmp0 (other->opens_at, schedule->opens_at) == 0
        && g_strcmp0 (other->freq, schedule->freq) == 0
        && g_strcmp0 (other->dtstart, schedule->dtstart) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_contact (const DolenService *service, const DolenContact *contact)
{
  for (guint i = 0; i < service->contacts->len; i++) {
    const DolenContact *other = service->contacts->pdata[i];
    if (g_strcmp0 (other->name, contact->name) == 0 && g_strcmp0 (other->phone, contact->phone) == 0
        && g_strcmp0 (other->email, contact->email) == 0)
      return TRUE;
  }
  return FALSE;
}

void
dolen_import_merge_venues (DolenService *service,
                           DolenService *more,
                           const char *source_uid,
                           const char *foreign_id)
{
  for (guint i = more->venues->len; i > 0; i--) {
    DolenVenue *venue = more->venues->pdata[i - 1];
    if (!has_venue (service, venue->uid))
      g_ptr_array_add (service->venues, g_ptr_array_steal_index (more->venues, i - 1));
  }
  for (guint i = more->schedules->len; i > 0; i--) {
    DolenSchedule *schedule = more->schedules->pdata[i - 1];
    if (has_schedule (service, schedule))
      continue;
    g_free (schedule->uid);
    schedule->uid = next_uid (source_uid, "schedule", foreign_id, service->schedules->len);
    g_ptr_array_add (service->schedules, g_ptr_array_steal_index (more->schedules, i - 1));
  }
  for (guint i = more->contacts->len; i > 0; i--) {
    DolenContact *contact = more->contacts->pdata[i - 1];
    if (has_contact (service, contact))
      continue;
    g_free (contact->uid);
    contact->uid = next_uid (source_uid, "contact", foreign_id, service->contacts->len);
    g_ptr_array_add (service->contacts, g_ptr_array_steal_index (more->contacts, i - 1));
  }
}

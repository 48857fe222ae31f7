/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import-private.h"

#include "base/dolen-id.h"

#include <string.h>

/* A service at several venues, told one venue at a time (service_at_location feeds). */

/* Parts are numbered within one record; those of the next get numbers of their own. */
static char *
next_uid (const char *source, const char *kind, const char *owner, guint index)
{
  g_autofree char *place = g_strdup_printf ("%s/more/%u", owner, index);

  return dolen_id_for_foreign (source, kind, place);
}

static gboolean
has_schedule (const DolenService *service, const DolenSchedule *schedule)
{
  for (guint i = 0; i < service->schedules->len; i++) {
    const DolenSchedule *other = service->schedules->pdata[i];
    if (g_strcmp0 (other->venue_uid, schedule->venue_uid) == 0
        && g_strcmp0 (other->byday, schedule->byday) == 0
        && g_strcmp0 (other->opens_at, schedule->opens_at) == 0
        && g_strcmp0 (other->closes_at, schedule->closes_at) == 0
        && g_strcmp0 (other->freq, schedule->freq) == 0
        && g_strcmp0 (other->dtstart, schedule->dtstart) == 0
        && g_strcmp0 (other->description.en, schedule->description.en) == 0
        && g_strcmp0 (other->description.cy, schedule->description.cy) == 0)
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
    if (dolen_service_find_venue (service, venue->uid) == NULL)
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

/* ---- rows of a table ---- */

static void
fill (char **text, char **more)
{
  if (!*text)
    *text = g_steal_pointer (more);
}

static void
fill_list (GPtrArray *list, GPtrArray *more)
{
  while (more->len)
    g_ptr_array_add (list, g_ptr_array_steal_index (more, 0));
}

static void
fill_words (DolenBilingual *text, const DolenBilingual *more)
{
  g_autofree char *en = g_strdup (text->en ? text->en : more->en);
  g_autofree char *cy = g_strdup (text->cy ? text->cy : more->cy);

  dolen_bilingual_load (text,
                        en,
                        text->en ? text->en_state : more->en_state,
                        cy,
                        text->cy ? text->cy_state : more->cy_state);
}

/* What a row says of its own times is a paragraph more. */
static char *
add_paragraph (const char *text, const char *more)
{
  return text && more && !strstr (text, more) ? g_strconcat (text, "\n\n", more, NULL)
                                              : g_strdup (text);
}

static void
add_description (DolenBilingual *text, const DolenBilingual *more)
{
  g_autofree char *en = add_paragraph (text->en, more->en);
  g_autofree char *cy = add_paragraph (text->cy, more->cy);

  dolen_bilingual_load (text, en, text->en_state, cy, text->cy_state);
  fill_words (text, more);
}

static gboolean
same_tag (gconstpointer a, gconstpointer b)
{
  const DolenTag *x = a, *y = b;

  return x->kind == y->kind && g_strcmp0 (x->scheme, y->scheme) == 0
         && g_strcmp0 (x->code, y->code) == 0;
}

static gboolean
same_language (gconstpointer a, gconstpointer b)
{
  const DolenLanguageOffered *x = a, *y = b;

  return g_strcmp0 (x->code, y->code) == 0 && g_strcmp0 (x->name, y->name) == 0;
}

static void
add_new (GPtrArray *list, GPtrArray *more, GEqualFunc same)
{
  for (guint i = 0; i < more->len;)
    if (g_ptr_array_find_with_equal_func (list, more->pdata[i], same, NULL))
      i++;
    else
      g_ptr_array_add (list, g_ptr_array_steal_index (more, i));
}

void
dolen_import_merge_rows (DolenService *service, DolenService *more)
{
  add_description (&service->description, &more->description);
  fill_words (&service->name, &more->name);
  fill_words (&service->eligibility, &more->eligibility);
  fill_words (&service->how_to_join, &more->how_to_join);
  fill (&service->url, &more->url);
  if (!service->email)
    service->email_personal = more->email_personal;
  fill (&service->email, &more->email);
  fill (&service->phone, &more->phone);
  fill (&service->areas, &more->areas);
  fill (&service->assured_on, &more->assured_on);
  if (service->minimum_age < 0)
    service->minimum_age = more->minimum_age;
  if (service->maximum_age < 0)
    service->maximum_age = more->maximum_age;
  if (!service->fees && service->costs->len == 0) {
    fill (&service->fees, &more->fees);
    fill_list (service->costs, more->costs);
  }
  if (service->capacities->len == 0)
    fill_list (service->capacities, more->capacities);
  add_new (service->languages, more->languages, same_language);
  add_new (service->tags, more->tags, same_tag);
}

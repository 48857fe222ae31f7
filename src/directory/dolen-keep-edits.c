/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-keep-edits.h"

#include "base/dolen-error.h"
#include "directory/dolen-fields.h"

/* Moves the element out of @list, so that it can live in another of the same kind. */
static gpointer
steal (GPtrArray *list, guint index)
{
  return g_ptr_array_steal_index (list, index);
}

/* Moves all of @stored that is not NULL, in its order, before what @incoming holds: of two reports
 * of one day the newer is the first, and what people told comes before what a feed says. Sorting by
 * day keeps that order (g_ptr_array_sort() is stable). */
static void
put_before (GPtrArray *incoming, GPtrArray *kept)
{
  for (guint i = 0; i < kept->len; i++)
    g_ptr_array_insert (incoming, (int) i, g_ptr_array_index (kept, i));
}

static gboolean
keep_fields (DolenDirectory *dir,
             const char *kind,
             const char *uid,
             gpointer incoming,
             gconstpointer stored,
             GError **error)
{
  g_autoptr (GPtrArray) fields = dolen_field_list_edits (dir, uid, error);

  if (fields == NULL)
    return FALSE;
  for (guint i = 0; i < fields->len; i++) {
    const char *field = g_ptr_array_index (fields, i);
    g_autofree char *feed_value = NULL;

    if (!dolen_field_exists (kind, field))
      continue;
    feed_value = dolen_field_get (kind, incoming, field);
    if (!dolen_field_note_feed (dir, uid, field, feed_value, error))
      return FALSE;
    dolen_field_copy (kind, incoming, stored, field);
  }
  return TRUE;
}

/* The same report as one already stored keeps its uid; the others stay beside what is new. */
static int
compare_capacities (gconstpointer a, gconstpointer b)
{
  const DolenCapacity *const *first = a, *const *second = b;
  return g_strcmp0 ((*second)->as_of, (*first)->as_of);
}

static gboolean
is_same_report (const DolenCapacity *a, const DolenCapacity *b)
{
  if (a->uid != NULL)
    return g_strcmp0 (a->uid, b->uid) == 0;
  return a->status == b->status && a->source == b->source && a->places_free == b->places_free
         && g_strcmp0 (a->as_of, b->as_of) == 0;
}

static void
keep_capacities (GPtrArray *incoming, GPtrArray *stored)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < stored->len;) {
    DolenCapacity *old = g_ptr_array_index (stored, i);
    gboolean known = FALSE;

    for (guint k = 0; k < incoming->len && !known; k++) {
      DolenCapacity *now = g_ptr_array_index (incoming, k);

      known = is_same_report (now, old);
      if (known && now->uid == NULL)
        now->uid = g_strdup (old->uid);
    }
    if (known)
      i++;
    else
      g_ptr_array_add (kept, steal (stored, i));
  }
  put_before (incoming, kept);
  g_ptr_array_sort (incoming, compare_capacities);
}

static int
compare_confirmations (gconstpointer a, gconstpointer b)
{
  const DolenConfirmation *const *first = a, *const *second = b;
  return g_strcmp0 ((*second)->on, (*first)->on);
}

static void
keep_confirmations (GPtrArray *incoming, GPtrArray *stored)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < stored->len;) {
    const DolenConfirmation *old = g_ptr_array_index (stored, i);
    gboolean known = FALSE;

    for (guint k = 0; k < incoming->len && !known; k++) {
      const DolenConfirmation *now = g_ptr_array_index (incoming, k);

      known = g_strcmp0 (now->uid, old->uid) == 0;
    }
    if (known)
      i++;
    else
      g_ptr_array_add (kept, steal (stored, i));
  }
  put_before (incoming, kept);
  g_ptr_array_sort (incoming, compare_confirmations);
}

static gboolean
is_told_by_people (DolenToldBy source)
{
  return source != DOLEN_TOLD_BY_UNKNOWN && source != DOLEN_TOLD_BY_FEED;
}

static void
keep_funding (GPtrArray *incoming, GPtrArray *stored)
{
  guint n = incoming->len;

  for (guint i = stored->len; i > 0; i--) {
    DolenFunding *old = g_ptr_array_index (stored, i - 1);
    gboolean known = !is_told_by_people (old->source);

    for (guint k = 0; k < n && !known; k++) {
      DolenFunding *now = g_ptr_array_index (incoming, k);
      known = g_strcmp0 (now->uid, old->uid) == 0;
    }
    if (!known)
      g_ptr_array_add (incoming, steal (stored, i - 1));
  }
}

static void
keep_permissions (GPtrArray *incoming, const GPtrArray *stored)
{
  for (guint i = 0; i < incoming->len; i++) {
    DolenContact *now = g_ptr_array_index (incoming, i);

    for (guint k = 0; k < stored->len; k++) {
      const DolenContact *old = g_ptr_array_index (stored, k);

      if (now->uid != NULL && g_strcmp0 (now->uid, old->uid) == 0
          && old->permission != DOLEN_PERMISSION_NOT_ASKED)
        now->permission = old->permission;
    }
  }
}

static gboolean
is_same_tag (const DolenTag *a, const DolenTag *b)
{
  return a->kind == b->kind && g_strcmp0 (a->code, b->code) == 0
         && g_strcmp0 (a->scheme, b->scheme) == 0;
}

/* What somebody confirmed or rejected stands, whatever a feed or a tagger proposes. */
static void
keep_tags (GPtrArray *incoming, GPtrArray *stored)
{
  for (guint i = stored->len; i > 0; i--) {
    const DolenTag *old = g_ptr_array_index (stored, i - 1);

    if (old->state == DOLEN_TAG_PROPOSED)
      continue;
    for (guint k = incoming->len; k > 0; k--)
      if (is_same_tag (g_ptr_array_index (incoming, k - 1), old))
        g_ptr_array_remove_index (incoming, k - 1);
    g_ptr_array_add (incoming, steal (stored, i - 1));
  }
}

gboolean
dolen_keep_service_edits (DolenDirectory *dir, DolenService *incoming, GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (DolenService) stored = dolen_directory_get_service (dir, incoming->uid, &missing);

  if (stored == NULL) {
    if (g_error_matches (missing, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND))
      return TRUE;
    g_propagate_error (error, g_steal_pointer (&missing));
    return FALSE;
  }
  keep_capacities (incoming->capacities, stored->capacities);
  keep_confirmations (incoming->confirmations, stored->confirmations);
  keep_funding (incoming->funding, stored->funding);
  keep_permissions (incoming->contacts, stored->contacts);
  keep_tags (incoming->tags, stored->tags);
  return keep_fields (dir, "service", incoming->uid, incoming, stored, error);
}

gboolean
dolen_keep_organisation_edits (DolenDirectory *dir, DolenOrganisation *incoming, GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (DolenOrganisation) stored
             = dolen_directory_get_organisation (dir, incoming->uid, &missing);

  if (stored == NULL) {
    if (g_error_matches (missing, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND))
      return TRUE;
    g_propagate_error (error, g_steal_pointer (&missing));
    return FALSE;
  }
  keep_funding (incoming->funding, stored->funding);
  keep_permissions (incoming->contacts, stored->contacts);
  if (incoming->governance == DOLEN_GOVERNANCE_UNKNOWN)
    incoming->governance = stored->governance;
  return keep_fields (dir, "organisation", incoming->uid, incoming, stored, error);
}

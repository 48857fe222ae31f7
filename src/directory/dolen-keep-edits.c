/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-keep-edits.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "directory/dolen-fields.h"
#include "directory/dolen-keep-permissions.h"
#include "directory/dolen-parts.h"
#include "directory/dolen-venue-place.h"

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

/* As it is noted and compared: a field as text, a part as JSON. */
static char *
get_value (const char *kind, gconstpointer record, const char *name)
{
  return dolen_field_exists (kind, name) ? dolen_field_get (kind, record, name)
                                         : dolen_part_to_json (kind, record, name);
}

/* A place that is hidden is the same on both sides for that alone: its mark stays. */
static gboolean
is_hidden_place (const char *kind, const char *field, gconstpointer stored)
{
  const DolenVenue *venue = stored;

  return g_str_equal (kind, "venue") && g_str_equal (field, "place")
         && (venue->hide_address || venue->no_map);
}

/* The same value on both sides ends the edit: from now on the field follows the feed. */
static gboolean
keep_field (DolenDirectory *dir,
            const char *kind,
            const char *uid,
            const char *field,
            gpointer incoming,
            gconstpointer stored,
            GError **error)
{
  g_autofree char *theirs = get_value (kind, incoming, field);
  g_autofree char *ours = get_value (kind, stored, field);
  gboolean same = g_strcmp0 (theirs, ours) == 0;

  if (same && is_hidden_place (kind, field, stored))
    return TRUE;
  if (same ? !dolen_field_forget_edit (dir, uid, field, error)
           : !dolen_field_note_feed (dir, uid, field, theirs, error))
    return FALSE;
  if (dolen_field_exists (kind, field))
    dolen_field_copy (kind, incoming, stored, field);
  else
    dolen_part_copy (kind, incoming, stored, field);
  return TRUE;
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

    if (!dolen_part_is_permission (field)
        && (dolen_field_exists (kind, field) || dolen_part_exists (kind, field))
        && !keep_field (dir, kind, uid, field, incoming, stored, error))
      return FALSE;
  }
  return TRUE;
}

static int
compare_capacities (gconstpointer a, gconstpointer b)
{
  const DolenCapacity *const *first = a, *const *second = b;
  return g_strcmp0 ((*second)->as_of, (*first)->as_of);
}

/* A feed's report has its uid of its place in the list, where next time another report stands: the
 * same uid is the same report only while it is of the same day and says the same. */
static gboolean
is_same_report (const DolenCapacity *a, const DolenCapacity *b)
{
  if (a->status != b->status || g_strcmp0 (a->as_of, b->as_of) != 0)
    return FALSE;
  if (a->uid != NULL && g_strcmp0 (a->uid, b->uid) == 0)
    return TRUE;
  return a->source == b->source && a->places_free == b->places_free
         && (a->uid == NULL
             || (g_strcmp0 (a->told_by, b->told_by) == 0 && g_strcmp0 (a->note, b->note) == 0));
}

static gboolean
has_uid (const GPtrArray *capacities, const char *uid)
{
  for (guint i = 0; i < capacities->len; i++)
    if (g_strcmp0 (((const DolenCapacity *) capacities->pdata[i])->uid, uid) == 0)
      return TRUE;
  return FALSE;
}

/* The same report as one already stored keeps its uid; the others stay beside what is new, under
 * another uid where the feed gave theirs to a new report. */
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
    if (known) {
      i++;
      continue;
    }
    if (has_uid (incoming, old->uid)) {
      g_free (old->uid);
      old->uid = dolen_id_new ();
    }
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

/* What says the same is the same: a feed may have counted its own otherwise before. */
static gboolean
is_same_confirmation (const DolenConfirmation *a, const DolenConfirmation *b)
{
  return g_strcmp0 (a->uid, b->uid) == 0
         || (a->how == b->how && a->outcome == b->outcome && g_strcmp0 (a->on, b->on) == 0
             && g_strcmp0 (a->asked, b->asked) == 0 && g_strcmp0 (a->by, b->by) == 0
             && g_strcmp0 (a->confirmed, b->confirmed) == 0 && g_strcmp0 (a->note, b->note) == 0);
}

static void
keep_confirmations (GPtrArray *incoming, GPtrArray *stored)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < stored->len;) {
    const DolenConfirmation *old = g_ptr_array_index (stored, i);
    gboolean known = FALSE;

    for (guint k = 0; k < incoming->len && !known; k++)
      known = is_same_confirmation (g_ptr_array_index (incoming, k), old);
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

/* What another source than the organisation's own feed told of it stays too (a public register, the
 * grants that funders publish). */
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

/* What somebody recorded of a policy or check stands; a file may tell of others. */
static void
keep_checks (GPtrArray *incoming, GPtrArray *stored)
{
  for (guint i = incoming->len; i > 0; i--) {
    const DolenAssurance *now = g_ptr_array_index (incoming, i - 1);

    for (guint k = 0; k < stored->len; k++)
      if (g_strcmp0 (now->what, ((DolenAssurance *) stored->pdata[k])->what) == 0) {
        g_ptr_array_remove_index (incoming, i - 1);
        break;
      }
  }
  while (stored->len > 0)
    g_ptr_array_add (incoming, steal (stored, 0));
}

/* A venue is edited as a record of its own. */
static gboolean
keep_venue (DolenDirectory *dir, DolenVenue *incoming, GError **error)
{
  g_autoptr (DolenVenue) stored = NULL;
  g_autoptr (GError) missing = NULL;

  if (incoming->uid == NULL)
    return TRUE;
  stored = dolen_directory_get_venue (dir, incoming->uid, &missing);
  if (stored == NULL) {
    if (g_error_matches (missing, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND))
      return TRUE;
    g_propagate_error (error, g_steal_pointer (&missing));
    return FALSE;
  }
  /* What is hidden here stays so until a person shows it, edited or not, and is not noted from the
   * feed either. */
  incoming->hide_address |= stored->hide_address;
  incoming->no_map |= stored->no_map;
  if (incoming->hide_address || incoming->no_map)
    dolen_venue_withhold (incoming);
  return keep_fields (dir, "venue", incoming->uid, incoming, stored, error);
}

static gboolean
keep_venues (DolenDirectory *dir, GPtrArray *incoming, GError **error)
{
  for (guint i = 0; i < incoming->len; i++)
    if (!keep_venue (dir, g_ptr_array_index (incoming, i), error))
      return FALSE;
  return TRUE;
}

/* What somebody said of a text (checked, a draft) holds while its words stay the same; the other
 * side of one that the feed changed is out of date. */
static void
keep_states (DolenBilingual *incoming, const DolenBilingual *stored)
{
  gboolean same_en = incoming->en != NULL && g_strcmp0 (incoming->en, stored->en) == 0;
  gboolean same_cy = incoming->cy != NULL && g_strcmp0 (incoming->cy, stored->cy) == 0;

  if (same_en && incoming->en_state == DOLEN_TEXT_GIVEN)
    incoming->en_state = stored->en_state;
  if (same_cy && incoming->cy_state == DOLEN_TEXT_GIVEN)
    incoming->cy_state = stored->cy_state;
  if (same_cy && !same_en && stored->en != NULL && incoming->cy_state == DOLEN_TEXT_CHECKED)
    incoming->cy_state = DOLEN_TEXT_OUT_OF_DATE;
  if (same_en && !same_cy && stored->cy != NULL && incoming->en_state == DOLEN_TEXT_CHECKED)
    incoming->en_state = DOLEN_TEXT_OUT_OF_DATE;
}

gboolean
dolen_keep_service_edits (DolenDirectory *dir, DolenService *incoming, GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (DolenService) stored = dolen_directory_get_service (dir, incoming->uid, &missing);
  g_autoptr (DolenService) whole = NULL;

  if (!keep_venues (dir, incoming->venues, error))
    return FALSE;
  if (stored == NULL) {
    if (g_error_matches (missing, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND))
      return TRUE;
    g_propagate_error (error, g_steal_pointer (&missing));
    return FALSE;
  }
  whole = dolen_service_copy (stored); /* what stays is moved out of the other */
  keep_capacities (incoming->capacities, stored->capacities);
  keep_confirmations (incoming->confirmations, stored->confirmations);
  keep_funding (incoming->funding, stored->funding);
  keep_tags (incoming->tags, stored->tags);
  keep_states (&incoming->name, &stored->name);
  keep_states (&incoming->description, &stored->description);
  keep_states (&incoming->eligibility, &stored->eligibility);
  keep_states (&incoming->how_to_join, &stored->how_to_join);
  return dolen_keep_permissions (
             dir, "service", incoming->uid, incoming->contacts, stored->contacts, error)
         && keep_fields (dir, "service", incoming->uid, incoming, whole, error);
}

gboolean
dolen_keep_organisation_edits (DolenDirectory *dir, DolenOrganisation *incoming, GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (DolenOrganisation) stored
             = dolen_directory_get_organisation (dir, incoming->uid, &missing);
  g_autoptr (DolenOrganisation) whole = NULL;

  if (stored == NULL) {
    if (g_error_matches (missing, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND))
      return TRUE;
    g_propagate_error (error, g_steal_pointer (&missing));
    return FALSE;
  }
  whole = dolen_organisation_copy (stored);
  keep_funding (incoming->funding, stored->funding);
  keep_checks (incoming->checks, stored->checks);
  if (incoming->governance == DOLEN_GOVERNANCE_UNKNOWN)
    incoming->governance = stored->governance;
  keep_states (&incoming->name, &stored->name);
  keep_states (&incoming->description, &stored->description);
  return dolen_keep_permissions (
             dir, "organisation", incoming->uid, incoming->contacts, stored->contacts, error)
         && keep_fields (dir, "organisation", incoming->uid, incoming, whole, error);
}

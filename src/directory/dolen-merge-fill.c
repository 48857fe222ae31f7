/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-merge-fill.h"

#include "base/dolen-error.h"
#include "directory/dolen-edit-take.h"
#include "directory/dolen-part-checks.h"
#include "directory/dolen-parts.h"
#include "directory/dolen-registration.h"
#include "directory/privacy/dolen-erased.h"

/* ---- what is noted ---- */

gboolean
dolen_merge_was_taken (const DolenMergeFill *fill, const char *name)
{
  for (gsize i = 0; i < json_object_array_length (fill->taken); i++)
    if (g_str_equal (json_object_get_string (json_object_array_get_idx (fill->taken, i)), name))
      return TRUE;
  return FALSE;
}

gboolean
dolen_merge_note (
    const DolenMergeFill *fill, gint64 id, const char *as, GError *failed, GError **error)
{
  if (id == 0 && !g_error_matches (failed, DOLEN_ERROR, DOLEN_ERROR_INVALID)) {
    g_propagate_error (error, failed);
    return FALSE;
  }
  g_clear_error (&failed);
  if (id <= 0)
    return TRUE;
  json_object_array_add (fill->entries, json_object_new_int64 (id));
  if (as != NULL && !dolen_merge_was_taken (fill, as))
    json_object_array_add (fill->taken, json_object_new_string (as));
  return TRUE;
}

gboolean
dolen_merge_take_part (const DolenMergeFill *fill,
                       const char *kind,
                       const char *part,
                       gconstpointer edited,
                       const char *as,
                       GError **error)
{
  GError *failed = NULL;
  gint64 id = dolen_edit_take_part (fill->dir, kind, part, edited, fill->who, &failed);

  return dolen_merge_note (fill, id, as, failed, error);
}

/* ---- fields ---- */

/* Whether the field says nothing: none, the code of "unknown", a flag that nobody set. */
static gboolean
says_nothing (const char *kind, gconstpointer record, const char *field)
{
  g_autofree char *value = dolen_field_get (kind, record, field);

  if (value == NULL)
    return TRUE;
  if (g_str_equal (field, "governance"))
    return dolen_governance_from_code (value) == DOLEN_GOVERNANCE_UNKNOWN;
  return g_str_equal (field, "volunteer_run") && g_str_equal (value, "0");
}

static gboolean
says_nothing_of (const char *kind, gconstpointer record, const char *part)
{
  g_autofree char *json = dolen_part_to_json (kind, record, part);

  return g_str_equal (json, "null") || g_str_equal (json, "[]");
}

/* What a service says of its cost stands in words or in a list, of its ages in two fields: where
 * one of them is known, the other record's would speak against it. */
static gboolean
is_said_otherwise (const DolenService *kept, const char *name)
{
  if (g_str_equal (name, "fees"))
    return kept->costs->len > 0;
  if (g_str_equal (name, "costs"))
    return kept->fees != NULL;
  return g_str_has_suffix (name, "imum_age") && (kept->minimum_age >= 0 || kept->maximum_age >= 0);
}

static gboolean
is_lacking (const DolenMergeFill *fill, const char *field)
{
  if (!dolen_field_exists (fill->kind, field)
      || !says_nothing (fill->kind, fill->kept->record, field)
      || says_nothing (fill->kind, fill->gone->record, field))
    return FALSE;
  return !g_str_equal (fill->kind, "service") || !is_said_otherwise (fill->kept->record, field);
}

static gboolean
take_field (const DolenMergeFill *fill,
            const char *kind,
            const char *uid,
            const char *field,
            gconstpointer from,
            const char *as,
            GError **error)
{
  GError *failed = NULL;
  gint64 id = dolen_edit_take_field (fill->dir, kind, uid, field, from, fill->who, &failed);

  return dolen_merge_note (fill, id, as, failed, error);
}

static gboolean
take_own (const DolenMergeFill *fill, const char *field, GError **error)
{
  return take_field (fill, fill->kind, fill->kept->uid, field, fill->gone->record, field, error);
}

/* Never its status: that it runs is its own to say. */
static gboolean
fill_fields (const DolenMergeFill *fill, GError **error)
{
  static const char *const fields[] = { "name_en",
                                        "name_cy",
                                        "description_en",
                                        "description_cy",
                                        "eligibility_en",
                                        "eligibility_cy",
                                        "how_to_join_en",
                                        "how_to_join_cy",
                                        "url",
                                        "email",
                                        "phone",
                                        "fees",
                                        "alert",
                                        "gender",
                                        "minimum_age",
                                        "maximum_age",
                                        "areas",
                                        "access",
                                        "attending",
                                        "organisation_uid",
                                        "governance",
                                        "legal_status",
                                        "volunteer_run" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (is_lacking (fill, fields[i]) && !take_own (fill, fields[i], error))
      return FALSE;
  return TRUE;
}

/* A larger body comes along with whether its cover holds here. */
static gboolean
fill_parent (const DolenMergeFill *fill, GError **error)
{
  const DolenOrganisation *gone = fill->gone->record;

  if (!is_lacking (fill, "parent_uid")
      || !dolen_parent_check (fill->dir, fill->kept->uid, gone->parent_uid, NULL))
    return TRUE;
  return take_own (fill, "parent_uid", error)
         && (!gone->covered_by_parent || take_own (fill, "covered_by_parent", error));
}

/* ---- lists ---- */

/* Where it happens at one of the other's places, that is none of these. */
static void
forget_other_places (DolenService *service, const DolenService *kept)
{
  for (guint i = 0; kept->venues->len > 0 && i < service->schedules->len; i++) {
    DolenSchedule *schedule = g_ptr_array_index (service->schedules, i);

    if (dolen_service_find_venue (kept, schedule->venue_uid) == NULL)
      g_clear_pointer (&schedule->venue_uid, g_free);
  }
}

/* The kept record with nothing in it but its uid, to hold what it is to have; either kind. */
typedef struct {
  DolenService *service;
  DolenOrganisation *organisation;
  gpointer record; /* the one of the two */
} Holder;

static void
holder_init (Holder *holder, const DolenMergeFill *fill)
{
  gboolean is_service = g_str_equal (fill->kind, "service");

  holder->service = dolen_service_new ();
  holder->organisation = dolen_organisation_new ();
  holder->service->uid = g_strdup (fill->kept->uid);
  holder->organisation->uid = g_strdup (fill->kept->uid);
  holder->record = is_service ? (gpointer) holder->service : (gpointer) holder->organisation;
}

static void
holder_clear (Holder *holder)
{
  dolen_service_free (holder->service);
  dolen_organisation_free (holder->organisation);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Holder, holder_clear)

static gboolean
fill_list (const DolenMergeFill *fill, const char *part, GError **error)
{
  gboolean is_service = g_str_equal (fill->kind, "service");
  g_auto (Holder) holder = { 0 };

  if (!dolen_part_exists (fill->kind, part)
      || !says_nothing_of (fill->kind, fill->kept->record, part)
      || says_nothing_of (fill->kind, fill->gone->record, part)
      || (is_service && is_said_otherwise (fill->kept->record, part)))
    return TRUE;
  holder_init (&holder, fill);
  dolen_part_copy (fill->kind, holder.record, fill->gone->record, part);
  if (is_service)
    forget_other_places (holder.service, fill->kept->record);
  return dolen_merge_take_part (fill, fill->kind, part, holder.record, part, error);
}

/* Whole lists. */
static gboolean
fill_lists (const DolenMergeFill *fill, GError **error)
{
  static const char *const parts[] = { "venues", "schedules", "costs", "languages", "funding" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!fill_list (fill, parts[i], error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
contacts_of (const char *kind, gconstpointer record)
{
  return g_str_equal (kind, "service") ? ((const DolenService *) record)->contacts
                                       : ((const DolenOrganisation *) record)->contacts;
}

static gboolean
fill_contacts (const DolenMergeFill *fill, GError **error)
{
  g_auto (Holder) holder = { 0 };

  holder_init (&holder, fill);
  dolen_part_copy (fill->kind, holder.record, fill->kept->record, "contacts");
  return !dolen_merge_join_contacts (contacts_of (fill->kind, holder.record),
                                     contacts_of (fill->kind, fill->gone->record))
         || dolen_merge_take_part (fill, fill->kind, "contacts", holder.record, "contacts", error);
}

static gboolean
has_scheme (const DolenOrganisation *organisation, const char *scheme)
{
  for (guint i = 0; i < organisation->registrations->len; i++)
    if (g_strcmp0 (((DolenRegistration *) organisation->registrations->pdata[i])->scheme, scheme)
        == 0)
      return TRUE;
  return FALSE;
}

/* Numbers in registers where it has none; what is no such number stays with the other. */
static gboolean
fill_registrations (const DolenMergeFill *fill, GError **error)
{
  const DolenOrganisation *kept = fill->kept->record, *gone = fill->gone->record;
  g_autoptr (DolenOrganisation) holder = dolen_organisation_new ();
  guint before;

  holder->uid = g_strdup (kept->uid);
  dolen_part_copy ("organisation", holder, kept, "registrations");
  before = holder->registrations->len;
  for (guint i = 0; i < gone->registrations->len; i++) {
    const DolenRegistration *other = g_ptr_array_index (gone->registrations, i);
    char *value = dolen_registration_check (other->scheme, other->value);
    DolenRegistration *copy;

    if (value == NULL || has_scheme (kept, other->scheme)) {
      g_free (value);
      continue;
    }
    copy = dolen_registration_new ();
    copy->scheme = g_strdup (other->scheme);
    copy->value = value;
    g_ptr_array_add (holder->registrations, copy);
  }
  return holder->registrations->len == before
         || dolen_merge_take_part (
             fill, "organisation", "registrations", holder, "registrations", error);
}

/* ---- places that both have ---- */

/* Its name is no name of the record's own: what is told of it is the place. */
static gboolean
fill_venue_field (const DolenMergeFill *fill,
                  const DolenVenue *own,
                  const DolenVenue *other,
                  const char *field,
                  GError **error)
{
  const char *as = g_str_has_prefix (field, "name_") ? "venues" : field;

  return !says_nothing ("venue", own, field) || says_nothing ("venue", other, field)
         || take_field (fill, "venue", own->uid, field, other, as, error);
}

static gboolean
fill_venue (const DolenMergeFill *fill,
            const DolenVenue *own,
            const DolenVenue *other,
            GError **error)
{
  static const char *const fields[] = { "name_en", "name_cy", "getting_there" };
  g_autoptr (DolenVenue) joined = dolen_venue_copy (own);
  gboolean shared = FALSE;

  if (!dolen_merge_is_shared (fill->dir, own->uid, &shared, error))
    return FALSE;
  if (shared)
    return dolen_merge_move_from_shared (fill, own, other, error);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!fill_venue_field (fill, own, other, fields[i], error))
      return FALSE;
  if (dolen_merge_join_place (joined, other)
      && !dolen_merge_take_part (fill, "venue", "place", joined, "place", error))
    return FALSE;
  if (own->accessibility->len > 0 || other->accessibility->len == 0)
    return TRUE;
  dolen_part_copy ("venue", joined, other, "accessibility");
  return dolen_merge_take_part (fill, "venue", "accessibility", joined, "accessibility", error);
}

static gboolean
fill_venues (const DolenMergeFill *fill, GError **error)
{
  const DolenService *kept = fill->kept->record;
  const GPtrArray *gone = ((const DolenService *) fill->gone->record)->venues;

  for (guint i = 0; i < kept->venues->len; i++)
    for (guint k = 0; k < gone->len; k++) {
      const DolenVenue *own = g_ptr_array_index (kept->venues, i),
                       *other = g_ptr_array_index (gone, k);

      if (dolen_service_find_venue (kept, other->uid) != NULL
          || !dolen_merge_is_same_place (own, other))
        continue;
      if (!fill_venue (fill, own, other, error))
        return FALSE;
      break;
    }
  return TRUE;
}

/* ---- the whole ---- */

/* What was erased of the kept one is erased of what it gets: a name counts for its own record. */
static gboolean
leave_erased (const DolenMergeFill *fill, GError **error)
{
  g_autoptr (DolenErased) erased = dolen_erased_load (fill->dir, error);
  DolenService *service = fill->gone->record;
  DolenOrganisation *organisation = fill->gone->record;
  gboolean is_service = g_str_equal (fill->kind, "service");
  char **uid = is_service ? &service->uid : &organisation->uid;
  char *own = *uid;

  if (erased == NULL)
    return FALSE;
  *uid = (char *) fill->kept->uid;
  if (is_service)
    dolen_erased_filter_service (erased, service);
  else
    dolen_erased_filter_organisation (erased, organisation);
  *uid = own;
  return TRUE;
}

gboolean
dolen_merge_fill (const DolenMergeFill *fill, GError **error)
{
  if (!leave_erased (fill, error) || !fill_fields (fill, error) || !fill_contacts (fill, error)
      || !fill_lists (fill, error))
    return FALSE;
  if (g_str_equal (fill->kind, "organisation"))
    return fill_parent (fill, error) && fill_registrations (fill, error)
           && dolen_merge_fill_checks (fill, error);
  return fill_venues (fill, error) && dolen_merge_fill_told (fill, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-merge-said.h"

#include "base/dolen-id.h"
#include "directory/dolen-fields.h"
#include "directory/dolen-parts.h"

#include <math.h>
#include <string.h>

/* One record of three: as it is here, as another says it now, as it said before. */
typedef struct {
  DolenSaid *merge;
  const char *kind;
  const char *uid;
  gpointer stored;
  gconstpointer said, base;
  GPtrArray *edits; /* names of what people edited */
} Three;

static char *
get_value (const Three *three, gconstpointer record, const char *name)
{
  return dolen_field_exists (three->kind, name) ? dolen_field_get (three->kind, record, name)
                                                : dolen_part_to_json (three->kind, record, name);
}

static gboolean
says_nothing (const char *value)
{
  return value == NULL || *value == 0 || strcmp (value, "[]") == 0 || strcmp (value, "null") == 0;
}

static gboolean
is_edited (const Three *three, const char *name)
{
  return g_ptr_array_find_with_equal_func (three->edits, name, g_str_equal, NULL);
}

/* Whether people edited what says the same fact in another way: the one would be said against the
 * other. */
static gboolean
is_edited_otherwise (const Three *three, const char *name)
{
  static const struct {
    const char *name, *other;
  } facts[] = { { "fees", "costs" },     { "costs", "fees" },     { "phone", "contacts" },
                { "email", "contacts" }, { "contacts", "phone" }, { "contacts", "email" },
                { "status", "closing" } };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    if (strcmp (facts[i].name, name) == 0 && is_edited (three, facts[i].other))
      return TRUE;
  return FALSE;
}

/* Whether @name may be taken; where people edited it, or are to be asked, it is a clash. @theirs:
 * what is said of it;
 * @ours: what stands here. */
static gboolean
may_take (const Three *three,
          const char *name,
          const char *theirs,
          const char *ours,
          gboolean *may,
          GError **error)
{
  DolenSaid *merge = three->merge;

  *may = FALSE;
  if (is_edited (three, name)) {
    merge->clash = TRUE;
    return !merge->apply || dolen_field_note_feed (merge->dir, three->uid, name, theirs, error);
  }
  if (merge->how == DOLEN_SAID_ASK || is_edited_otherwise (three, name)) {
    merge->clash = TRUE;
    return !merge->apply
           || dolen_field_note_other (
               merge->dir, three->kind, three->uid, name, ours, theirs, error);
  }
  merge->taken = TRUE;
  *may = merge->apply;
  return !merge->apply || merge->how != DOLEN_SAID_MARK
         || dolen_field_note_edit (merge->dir, three->kind, three->uid, name, ours, error);
}

static gboolean
take (const Three *three, const char *name, GError **error)
{
  g_autofree char *theirs = get_value (three, three->said, name);
  g_autofree char *before = get_value (three, three->base, name);
  g_autofree char *ours = get_value (three, three->stored, name);
  gboolean may;

  if (says_nothing (theirs) || g_strcmp0 (theirs, before) == 0 || g_strcmp0 (theirs, ours) == 0)
    return TRUE;
  if (!may_take (three, name, theirs, ours, &may, error))
    return FALSE;
  if (may && dolen_field_exists (three->kind, name))
    dolen_field_copy (three->kind, three->stored, three->said, name);
  else if (may)
    dolen_part_copy (three->kind, three->stored, three->said, name);
  return TRUE;
}

static gboolean
take_all (const Three *three, const char *const *names, gsize n, GError **error)
{
  for (gsize i = 0; i < n; i++)
    if (!take (three, names[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
begin (Three *three, GError **error)
{
  three->edits = dolen_field_list_edits (three->merge->dir, three->uid, error);
  return three->edits != NULL;
}

/* ---- places ---- */

static gboolean
put_line (char **stored, const char *said, const char *base)
{
  if (said == NULL || g_strcmp0 (said, base) == 0 || g_strcmp0 (said, *stored) == 0)
    return FALSE;
  g_free (*stored);
  *stored = g_strdup (said);
  return TRUE;
}

static gboolean
has_moved (const DolenVenue *said, const DolenVenue *base)
{
  return !isnan (said->latitude)
         && (isnan (base->latitude) || fabs (said->latitude - base->latitude) > 1e-7
             || fabs (said->longitude - base->longitude) > 1e-7);
}

/* An address is taken line by line: a table may say no more than a postcode. */
static gboolean
take_place (const Three *three, GError **error)
{
  DolenVenue *stored = three->stored;
  const DolenVenue *said = three->said, *base = three->base;
  g_autoptr (DolenVenue) now = dolen_venue_copy (stored);
  g_autofree char *ours = NULL, *theirs = NULL;
  gboolean other, may;

  if (stored->hide_address || stored->no_map)
    return TRUE;
  other = put_line (&now->address, said->address, base->address);
  other |= put_line (&now->city, said->city, base->city);
  other |= put_line (&now->county, said->county, base->county);
  other |= put_line (&now->postcode, said->postcode, base->postcode);
  if (has_moved (said, base)) {
    other |= now->latitude != said->latitude || now->longitude != said->longitude;
    now->latitude = said->latitude;
    now->longitude = said->longitude;
    now->origin = said->origin;
  }
  if (!other)
    return TRUE;
  ours = dolen_part_to_json ("venue", stored, "place");
  theirs = dolen_part_to_json ("venue", now, "place");
  if (!may_take (three, "place", theirs, ours, &may, error))
    return FALSE;
  if (may)
    dolen_part_copy ("venue", stored, now, "place");
  return TRUE;
}

static gboolean
add_venue (const Three *service, const DolenVenue *said, GError **error)
{
  DolenService *stored = service->stored;
  const DolenService *base = service->base;
  const GPtrArray *all = ((const DolenService *) service->said)->venues;
  g_autofree char *ours = dolen_part_to_json ("service", stored, "venues"), *theirs = NULL;
  g_autoptr (DolenService) more = dolen_service_copy (stored);
  gboolean may;

  for (guint i = 0; i < all->len; i++) {
    const DolenVenue *venue = all->pdata[i];

    if (dolen_service_find_venue (stored, venue->uid) == NULL
        && dolen_service_find_venue (base, venue->uid) == NULL)
      g_ptr_array_add (more->venues, dolen_venue_copy (venue));
  }
  theirs = dolen_part_to_json ("service", more, "venues");
  if (!may_take (service, "venues", theirs, ours, &may, error))
    return FALSE;
  if (may)
    g_ptr_array_add (stored->venues, dolen_venue_copy (said));
  return TRUE;
}

/* The place was edited as one of the service: what is said of it is laid beside it whole, for line
 * by line the two would be mixed. */
static gboolean
note_venue (const Three *service, const DolenVenue *said, const DolenVenue *base, GError **error)
{
  static const char *const names[] = { "name_en", "name_cy" };
  g_autoptr (DolenService) now = dolen_service_copy (service->stored);
  g_autofree char *ours = dolen_part_to_json ("service", now, "venues"), *theirs = NULL;
  g_autofree char *place = dolen_part_to_json ("venue", said, "place");
  g_autofree char *before = dolen_part_to_json ("venue", base, "place");
  DolenVenue *venue = dolen_service_find_venue (now, said->uid);
  gboolean may, other = g_strcmp0 (place, before) != 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = dolen_field_get ("venue", said, names[i]);
    g_autofree char *last = dolen_field_get ("venue", base, names[i]);

    other |= g_strcmp0 (name, last) != 0;
    dolen_field_copy ("venue", venue, said, names[i]);
  }
  if (!other || venue->hide_address || venue->no_map)
    return TRUE;
  dolen_part_copy ("venue", venue, said, "place");
  theirs = dolen_part_to_json ("service", now, "venues");
  return g_strcmp0 (theirs, ours) == 0 || may_take (service, "venues", theirs, ours, &may, error);
}

static gboolean
take_venue (const Three *service, const DolenVenue *said, GError **error)
{
  static const char *const names[] = { "name_en", "name_cy", "getting_there", "accessibility" };
  DolenService *stored = service->stored;
  const DolenService *base = service->base;
  DolenVenue *ours = dolen_service_find_venue (stored, said->uid);
  const DolenVenue *before = dolen_service_find_venue (base, said->uid);
  Three three = { service->merge, "venue", said->uid, ours, said, before, NULL };
  gboolean ok;

  if (ours == NULL && (before != NULL || is_edited (service, "venues")))
    return TRUE; /* taken away here */
  if (ours == NULL)
    return add_venue (service, said, error);
  if (before == NULL)
    return TRUE;
  if (is_edited (service, "venues"))
    return note_venue (service, said, before, error);
  ok = begin (&three, error) && take_all (&three, names, G_N_ELEMENTS (names), error)
       && take_place (&three, error);
  g_clear_pointer (&three.edits, g_ptr_array_unref);
  return ok;
}

/* ---- what is added, never replaced ---- */

static gboolean
is_same (const char *a, const char *b)
{
  return a != NULL && g_strcmp0 (a, b) == 0;
}

static gboolean
knows_contact (const GPtrArray *contacts, const DolenContact *contact)
{
  for (guint i = 0; i < contacts->len; i++) {
    const DolenContact *other = contacts->pdata[i];

    if (is_same (contact->phone, other->phone) || is_same (contact->email, other->email)
        || (contact->phone == NULL && contact->email == NULL
            && is_same (contact->name, other->name)))
      return TRUE;
  }
  return FALSE;
}

DolenContact *
dolen_said_copy_contact (const DolenContact *contact)
{
  DolenContact *copy = dolen_contact_new ();

  copy->uid = dolen_id_new ();
  copy->name = g_strdup (contact->name);
  copy->role = g_strdup (contact->role);
  copy->phone = g_strdup (contact->phone);
  copy->phone_given = g_strdup (contact->phone_given);
  copy->email = g_strdup (contact->email);
  copy->email_given = g_strdup (contact->email_given);
  copy->note = g_strdup (contact->note);
  copy->personal = contact->personal;
  copy->permission = contact->permission;
  return copy;
}

/* The contacts of a service or organisation. */
static GPtrArray *
contacts_of (const Three *three, gconstpointer record)
{
  return strcmp (three->kind, "service") == 0 ? ((const DolenService *) record)->contacts
                                              : ((const DolenOrganisation *) record)->contacts;
}

/* Returns: whether there were any that neither @stored nor @base know. */
static gboolean
append_contacts (GPtrArray *stored, const GPtrArray *said, const GPtrArray *base)
{
  guint before = stored->len;

  for (guint i = 0; i < said->len; i++) {
    const DolenContact *contact = said->pdata[i];

    if (knows_contact (base, contact) || knows_contact (stored, contact))
      continue;
    g_ptr_array_add (stored, dolen_said_copy_contact (contact));
  }
  return stored->len > before;
}

static gboolean
add_contacts (const Three *three, GError **error)
{
  DolenSaid *merge = three->merge;
  gboolean service = strcmp (three->kind, "service") == 0;
  gpointer more = service ? (gpointer) dolen_service_copy (three->stored)
                          : (gpointer) dolen_organisation_copy (three->stored);
  gboolean any = append_contacts (contacts_of (three, more),
                                  contacts_of (three, three->said),
                                  contacts_of (three, three->base));
  gboolean ok = TRUE;

  if (any
      && (merge->how == DOLEN_SAID_ASK || is_edited (three, "contacts")
          || is_edited_otherwise (three, "contacts"))) {
    g_autofree char *theirs = get_value (three, more, "contacts");
    g_autofree char *ours = get_value (three, three->stored, "contacts");
    gboolean may;

    ok = may_take (three, "contacts", theirs, ours, &may, error);
  } else if (any) {
    merge->taken = TRUE;
    if (merge->apply)
      append_contacts (contacts_of (three, three->stored),
                       contacts_of (three, three->said),
                       contacts_of (three, three->base));
  }
  if (service)
    dolen_service_free (more);
  else
    dolen_organisation_free (more);
  return ok;
}

static gboolean
knows_report (const GPtrArray *reports, const DolenCapacity *report)
{
  for (guint i = 0; i < reports->len; i++) {
    const DolenCapacity *other = reports->pdata[i];

    if (g_strcmp0 (other->as_of, report->as_of) > 0
        || (g_strcmp0 (other->as_of, report->as_of) == 0 && other->status == report->status
            && other->places_free == report->places_free))
      return TRUE;
  }
  return FALSE;
}

/* A report is one more, where it is no older than what is known. */
static void
add_reports (DolenSaid *merge, GPtrArray *stored, const GPtrArray *said, const GPtrArray *base)
{
  for (guint i = 0; i < said->len; i++) {
    const DolenCapacity *report = said->pdata[i];

    if (knows_report (base, report) || knows_report (stored, report))
      continue;
    merge->taken = TRUE;
    if (merge->apply) {
      DolenCapacity *copy = dolen_capacity_copy (report);

      g_free (copy->uid);
      copy->uid = dolen_id_new ();
      g_ptr_array_insert (stored, 0, copy);
    }
  }
}

/* ---- the records ---- */

static gboolean
take_service (Three *three, GError **error)
{
  static const char *const names[] = { "name_en",        "name_cy",        "description_en",
                                       "description_cy", "eligibility_en", "eligibility_cy",
                                       "how_to_join_en", "how_to_join_cy", "url",
                                       "email",          "phone",          "fees",
                                       "alert",          "gender",         "status",
                                       "minimum_age",    "maximum_age",    "areas",
                                       "access",         "attending",      "costs",
                                       "languages",      "schedules" };
  const DolenService *said = three->said, *base = three->base;
  DolenService *stored = three->stored;

  if (!take_all (three, names, G_N_ELEMENTS (names), error))
    return FALSE;
  for (guint i = 0; i < said->venues->len; i++)
    if (!take_venue (three, said->venues->pdata[i], error))
      return FALSE;
  if (!add_contacts (three, error))
    return FALSE;
  if (three->merge->how != DOLEN_SAID_ASK)
    add_reports (three->merge, stored->capacities, said->capacities, base->capacities);
  return TRUE;
}

gboolean
dolen_said_service (DolenSaid *merge,
                    DolenService *stored,
                    const DolenService *said,
                    const DolenService *base,
                    GError **error)
{
  Three three = { merge, "service", stored->uid, stored, said, base, NULL };
  gboolean ok = begin (&three, error) && take_service (&three, error);

  g_clear_pointer (&three.edits, g_ptr_array_unref);
  return ok;
}

gboolean
dolen_said_organisation (DolenSaid *merge,
                         DolenOrganisation *stored,
                         const DolenOrganisation *said,
                         const DolenOrganisation *base,
                         GError **error)
{
  static const char *const names[]
      = { "name_en", "name_cy", "description_en", "description_cy", "url",
          "email",   "phone",   "legal_status",   "governance",     "registrations" };
  Three three = { merge, "organisation", stored->uid, stored, said, base, NULL };
  gboolean ok = begin (&three, error) && take_all (&three, names, G_N_ELEMENTS (names), error)
                && add_contacts (&three, error);

  g_clear_pointer (&three.edits, g_ptr_array_unref);
  return ok;
}

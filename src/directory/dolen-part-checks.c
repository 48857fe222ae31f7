/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-part-checks.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-directory-private.h"
#include "directory/dolen-parts-members.h"
#include "directory/dolen-registration.h"
#include "place/dolen-postcode.h"

#include <glib/gi18n-lib.h>

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (DOLEN_ERROR, DOLEN_ERROR_INVALID, format, arguments);
  va_end (arguments);
  return FALSE;
}

static gboolean
check_date (const char *date, GError **error)
{
  return date == NULL || dolen_date_is_valid (date)
         || refuse (error, _ ("“%s” is not a date."), date);
}

static gboolean
check_clock (const char *clock, GError **error)
{
  return clock == NULL || dolen_clock_is_valid (clock)
         || refuse (error, _ ("“%s” is not a time of day."), clock);
}

static gboolean
check_span (const char *from, const char *to, GError **error)
{
  if (!check_date (from, error) || !check_date (to, error))
    return FALSE;
  return from == NULL || to == NULL || g_strcmp0 (from, to) <= 0
         || refuse (error, _ ("The end (%s) comes before the start (%s)."), to, from);
}

/* The canonical form beside what was given; what was given alone is not kept as canonical. */
static gboolean
prepare_contact (gpointer item, GError **error)
{
  DolenContact *contact = item;
  const char *phone = contact->phone_given != NULL ? contact->phone_given : contact->phone;
  const char *email = contact->email_given != NULL ? contact->email_given : contact->email;
  char *canonical_phone = phone != NULL ? dolen_text_phone (phone) : NULL;
  char *canonical_email = email != NULL ? dolen_text_email (email) : NULL;

  if (phone != NULL && canonical_phone == NULL) {
    g_free (canonical_email);
    return refuse (error, _ ("“%s” is not a telephone number."), phone);
  }
  if (email != NULL && canonical_email == NULL) {
    g_free (canonical_phone);
    return refuse (error, _ ("“%s” is not an e-mail address."), email);
  }
  g_free (contact->phone);
  g_free (contact->email);
  contact->phone = canonical_phone;
  contact->email = canonical_email;
  dolen_ensure_uid (&contact->uid);
  if (contact->name == NULL && contact->role == NULL && phone == NULL && email == NULL)
    return refuse (error, _ ("A contact needs a name, a telephone number or an e-mail address."));
  return TRUE;
}

static gboolean
prepare_funding (gpointer item, GError **error)
{
  DolenFunding *funding = item;

  dolen_ensure_uid (&funding->uid);
  return check_span (funding->starts_on, funding->ends_on, error);
}

static gboolean
prepare_registration (gpointer item, GError **error)
{
  DolenRegistration *registration = item;
  char *value = dolen_registration_check (registration->scheme, registration->value);
  const char *shape = dolen_registration_shape (registration->scheme);

  if (value == NULL && shape != NULL)
    /* Translators: the second text says how such a number looks: "6 or 7 digits, such as ..." */
    return refuse (error,
                   _ ("“%s” cannot be a number of that register: it has %s."),
                   registration->value != NULL ? registration->value : "",
                   shape);
  if (value == NULL)
    return refuse (error, _ ("A registration needs its number."));
  g_free (registration->value);
  registration->value = value;
  return TRUE;
}

static gboolean
is_frequency (const char *freq)
{
  static const char *const known[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY", NULL };

  return freq == NULL || g_strv_contains (known, freq);
}

static gboolean
prepare_schedule (gpointer item, GError **error)
{
  DolenSchedule *schedule = item;

  dolen_ensure_uid (&schedule->uid);
  schedule->interval = MAX (schedule->interval, 0);
  if (!is_frequency (schedule->freq))
    return refuse (error, _ ("“%s” says not how often."), schedule->freq);
  return check_clock (schedule->opens_at, error) && check_clock (schedule->closes_at, error)
         && check_date (schedule->dtstart, error) && check_date (schedule->until, error)
         && check_span (schedule->valid_from, schedule->valid_to, error);
}

static gboolean
prepare_cost (gpointer item, GError **error)
{
  DolenCost *cost = item;

  dolen_ensure_uid (&cost->uid);
  if (cost->pence >= 0 && cost->currency == NULL)
    cost->currency = g_strdup ("GBP");
  return check_span (cost->valid_from, cost->valid_to, error);
}

static gboolean
prepare_language (gpointer item, GError **error)
{
  const DolenLanguageOffered *offered = item;

  return offered->code != NULL || offered->name != NULL
         || refuse (error, _ ("A language needs its name."));
}

static gboolean
prepare_check (gpointer item, GError **error)
{
  DolenAssurance *check = item;

  dolen_ensure_uid (&check->uid);
  return check_date (check->seen_on, error) && check_date (check->expires_on, error);
}

static gboolean
prepare_postcode (DolenVenue *venue, GError **error)
{
  DolenPostcode postcode;

  if (venue->postcode == NULL)
    return TRUE;
  if (!dolen_postcode_parse (venue->postcode, &postcode) || postcode.is_cut)
    return refuse (error, _ ("“%s” is not a postcode."), venue->postcode);
  g_free (venue->postcode);
  venue->postcode = g_strdup (postcode.full);
  return TRUE;
}

static gboolean
prepare_venue (gpointer item, GError **error)
{
  DolenVenue *venue = item;

  dolen_ensure_uid (&venue->uid);
  return prepare_postcode (venue, error);
}

static gboolean
prepare_closing (DolenService *service, GError **error)
{
  if (g_strcmp0 (service->successor_uid, service->uid) == 0 && service->uid != NULL)
    return refuse (error, _ ("A service cannot come in its own place."));
  return check_date (service->closed_on, error);
}

/* What stood there before the edit. */
typedef struct {
  const DolenPart *part; /* (nullable) not a list */
  json_object *before;   /* (nullable) */
} Former;

static gboolean
was_there (const Former *former, gconstpointer item)
{
  json_object *now;
  gboolean found = FALSE;

  if (former->part == NULL || !json_object_is_type (former->before, json_type_array))
    return FALSE;
  now = dolen_struct_to_json (former->part->members, former->part->n_members, item);
  for (size_t i = 0; i < json_object_array_length (former->before) && !found; i++)
    found = json_object_equal (now, json_object_array_get_idx (former->before, i));
  json_object_put (now);
  return found;
}

static gboolean
prepare_list (GPtrArray *list,
              gboolean (*prepare) (gpointer, GError **),
              const Former *former,
              GError **error)
{
  for (guint i = 0; i < list->len; i++) {
    gpointer item = g_ptr_array_index (list, i);

    if (!was_there (former, item) && !prepare (item, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
prepare_service (DolenService *service, const char *part, const Former *former, GError **error)
{
  const struct {
    const char *part;
    GPtrArray *list;
    gboolean (*prepare) (gpointer, GError **);
  } lists[] = {
    { "venues", service->venues, prepare_venue },
    { "schedules", service->schedules, prepare_schedule },
    { "contacts", service->contacts, prepare_contact },
    { "costs", service->costs, prepare_cost },
    { "languages", service->languages, prepare_language },
    { "funding", service->funding, prepare_funding },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].part, part))
      return prepare_list (lists[i].list, lists[i].prepare, former, error);
  return !g_str_equal (part, "closing") || prepare_closing (service, error);
}

static gboolean
prepare_organisation (DolenOrganisation *organisation,
                      const char *part,
                      const Former *former,
                      GError **error)
{
  if (g_str_equal (part, "contacts"))
    return prepare_list (organisation->contacts, prepare_contact, former, error);
  if (g_str_equal (part, "funding"))
    return prepare_list (organisation->funding, prepare_funding, former, error);
  if (g_str_equal (part, "registrations"))
    return prepare_list (organisation->registrations, prepare_registration, former, error);
  return !g_str_has_prefix (part, "check:")
         || prepare_list (organisation->checks, prepare_check, former, error);
}

gboolean
dolen_part_prepare (
    const char *kind, gpointer record, const char *part, const char *before, GError **error)
{
  Former former = { dolen_part_find (kind, part), NULL };
  gboolean ok;

  if (before != NULL)
    former.before = json_tokener_parse (before);
  if (g_str_equal (kind, "service"))
    ok = prepare_service (record, part, &former, error);
  else if (g_str_equal (kind, "organisation"))
    ok = prepare_organisation (record, part, &former, error);
  else
    ok = !g_str_equal (part, "place") || prepare_postcode (record, error);
  json_object_put (former.before);
  return ok;
}

/* A chain of parents longer than this is one that bites its tail. */
#define MOST_PARENTS 16

gboolean
dolen_parent_check (DolenDirectory *dir, const char *uid, const char *parent_uid, GError **error)
{
  g_autofree char *above = g_strdup (parent_uid);

  for (guint i = 0; i < MOST_PARENTS && above != NULL; i++) {
    g_autoptr (DolenOrganisation) parent = NULL;

    if (g_strcmp0 (above, uid) == 0)
      return refuse (error, _ ("An organisation cannot be a branch of itself."));
    parent = dolen_directory_get_organisation (dir, above, i == 0 ? error : NULL);
    if (parent == NULL)
      return i > 0;
    g_free (above);
    above = g_strdup (parent->parent_uid);
  }
  return TRUE;
}

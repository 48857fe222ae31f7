/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-out-rules.h"

#include "base/dolen-text.h"

#include <string.h>

gboolean
dolen_out_may_leave (const DolenService *service)
{
  return !service->do_not_list && service->gone_since == NULL
         && (service->status == DOLEN_SERVICE_ACTIVE
             || service->status == DOLEN_SERVICE_TEMPORARILY_CLOSED);
}

/* Keeps of @list what @keep says yes to. */
static void
sieve (GPtrArray *list, gboolean (*keep) (gconstpointer item))
{
  for (guint i = list->len; i > 0; i--)
    if (!keep (g_ptr_array_index (list, i - 1)))
      g_ptr_array_remove_index (list, i - 1);
}

static gboolean
is_given_out (gconstpointer item)
{
  return ((const DolenContact *) item)->permission == DOLEN_PERMISSION_GIVEN_OUT;
}

static gboolean
is_open_place (gconstpointer item)
{
  const DolenVenue *venue = item;
  return !venue->hide_address && !venue->no_map;
}

/* What a rule read and nobody has seen is nobody's word. */
static gboolean
is_confirmed (gconstpointer item)
{
  const DolenTag *tag = item;
  return tag->kind != DOLEN_TAG_OTHER && tag->state == DOLEN_TAG_CONFIRMED;
}

static void
drop_schedules_elsewhere (DolenService *service)
{
  for (guint i = service->schedules->len; i > 0; i--) {
    const DolenSchedule *schedule = service->schedules->pdata[i - 1];

    if (schedule->venue_uid != NULL
        && dolen_service_find_venue (service, schedule->venue_uid) == NULL)
      g_ptr_array_remove_index (service->schedules, i - 1);
  }
}

/* A mailbox or number with a person's name to it leaves as a contact that said yes, or not. */
static void
drop_personal (char **email, gboolean personal)
{
  if (*email != NULL && (personal || dolen_text_email_is_personal (*email)))
    g_clear_pointer (email, g_free);
}

/* Whether @contact is a person who did not say yes. A desk that was not asked ("bookings") has no
 * privacy that its group's own number would give away. */
static gboolean
is_refused (const DolenContact *contact)
{
  return !is_given_out (contact) && (contact->name != NULL || contact->personal);
}

static gboolean
is_same_mailbox (const char *a, const char *b)
{
  return a != NULL && b != NULL && g_ascii_strcasecmp (a, b) == 0;
}

/* What stands as a group's own and is the number or mailbox of one of @contacts who did not say
 * yes. */
static void
drop_refused (char **phone, char **email, const GPtrArray *contacts)
{
  for (guint i = 0; i < contacts->len; i++) {
    const DolenContact *contact = contacts->pdata[i];

    if (!is_refused (contact))
      continue;
    if (contact->phone != NULL && g_strcmp0 (contact->phone, *phone) == 0)
      g_clear_pointer (phone, g_free);
    if (is_same_mailbox (contact->email, *email))
      g_clear_pointer (email, g_free);
  }
}

static void
keep_newest_capacity (GPtrArray *capacities)
{
  if (capacities->len > 1)
    g_ptr_array_remove_range (capacities, 1, capacities->len - 1);
  for (guint i = 0; i < capacities->len; i++) {
    DolenCapacity *capacity = capacities->pdata[i];

    g_clear_pointer (&capacity->told_by, g_free);
    g_clear_pointer (&capacity->note, g_free);
  }
}

DolenService *
dolen_out_service_copy (const DolenService *service, const DolenOrganisation *organisation)
{
  DolenService *copy = dolen_service_copy (service);

  drop_refused (&copy->phone, &copy->email, service->contacts);
  if (organisation != NULL)
    drop_refused (&copy->phone, &copy->email, organisation->contacts);
  drop_personal (&copy->email, copy->email_personal);
  sieve (copy->contacts, is_given_out);
  sieve (copy->venues, is_open_place);
  sieve (copy->tags, is_confirmed);
  drop_schedules_elsewhere (copy);
  keep_newest_capacity (copy->capacities);
  g_ptr_array_set_size (copy->funding, 0);
  g_ptr_array_set_size (copy->confirmations, 0);
  return copy;
}

static DolenOrganisation *
copy_organisation (const DolenOrganisation *organisation)
{
  DolenOrganisation *copy = dolen_organisation_copy (organisation);

  drop_refused (&copy->phone, &copy->email, organisation->contacts);
  drop_personal (&copy->email, FALSE);
  sieve (copy->contacts, is_given_out);
  g_ptr_array_set_size (copy->funding, 0);
  return copy;
}

/* Lays the people of its services who did not say yes beside its own. */
static gboolean
add_contacts_of_services (DolenDirectory *dir, DolenOrganisation *organisation, GError **error)
{
  g_autoptr (DolenStatement) statement
             = dolen_db_prepare (dolen_directory_get_db (dir),
                                 "SELECT c.name, c.phone, c.email, c.personal FROM organisation o"
                                 " JOIN service s ON s.organisation = o.id"
                                 " JOIN contact c ON c.service = s.id"
                                 " WHERE o.uid = ?1 AND c.permission <> 'given-out'",
                                 error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  dolen_statement_bind_text (statement, 1, organisation->uid);
  while (dolen_statement_step (statement, &row, error)) {
    DolenContact *contact;

    if (!row)
      return TRUE;
    contact = dolen_contact_new ();

    contact->name = dolen_statement_dup_text (statement, 0);
    contact->phone = dolen_statement_dup_text (statement, 1);
    contact->email = dolen_statement_dup_text (statement, 2);
    contact->personal = dolen_statement_get_int64 (statement, 3) != 0;
    g_ptr_array_add (organisation->contacts, contact);
  }
  return FALSE;
}

DolenOutOrganisation *
dolen_out_organisation_read (DolenDirectory *dir, const char *uid, GError **error)
{
  g_autoptr (DolenOutOrganisation) read = g_new0 (DolenOutOrganisation, 1);
  guint n_contacts;

  read->stored = dolen_directory_get_organisation (dir, uid, error);
  if (read->stored == NULL)
    return NULL;
  n_contacts = read->stored->contacts->len;
  if (!add_contacts_of_services (dir, read->stored, error))
    return NULL;
  read->open = copy_organisation (read->stored);
  read->contacts_kept_back = n_contacts - read->open->contacts->len;
  return g_steal_pointer (&read);
}

void
dolen_out_organisation_free (DolenOutOrganisation *organisation)
{
  if (organisation == NULL)
    return;
  g_clear_pointer (&organisation->stored, dolen_organisation_free);
  g_clear_pointer (&organisation->open, dolen_organisation_free);
  g_free (organisation);
}

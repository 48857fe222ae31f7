/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-merge-fill.h"

#include "directory/dolen-edit-take.h"
#include "directory/dolen-fact-age.h"
#include "directory/dolen-parts.h"

/* What people saw, told, confirmed and decided of the record that goes holds of the one that stays.
 */

/* A check is known by its uid across the directory: this is another. */
gboolean
dolen_merge_fill_checks (const DolenMergeFill *fill, GError **error)
{
  const DolenOrganisation *kept = fill->kept->record, *gone = fill->gone->record;

  for (guint i = 0; i < gone->checks->len; i++) {
    const DolenAssurance *check = g_ptr_array_index (gone->checks, i);
    g_autoptr (DolenOrganisation) holder = dolen_organisation_new ();
    g_autofree char *part = dolen_part_of_check (check->what);
    DolenAssurance *copy;

    if (dolen_organisation_get_check (kept, check->what) != NULL)
      continue;
    copy = dolen_assurance_copy (check);
    g_clear_pointer (&copy->uid, g_free);
    dolen_ensure_uid (&copy->uid);
    g_ptr_array_add (holder->checks, copy);
    holder->uid = g_strdup (kept->uid);
    if (!dolen_merge_take_part (fill, "organisation", part, holder, "checks", error))
      return FALSE;
  }
  return TRUE;
}

/* Whether @service has it: what nobody decided on gives way to what somebody did. */
static gboolean
knows_tag (const DolenService *service, const DolenTag *tag)
{
  for (guint i = 0; i < service->tags->len; i++) {
    const DolenTag *own = service->tags->pdata[i];

    if (own->kind == tag->kind && g_strcmp0 (own->code, tag->code) == 0
        && g_strcmp0 (own->scheme, tag->scheme) == 0
        && (own->state != DOLEN_TAG_PROPOSED || tag->state == DOLEN_TAG_PROPOSED))
      return TRUE;
  }
  return FALSE;
}

static gboolean
fill_tags (const DolenMergeFill *fill, GError **error)
{
  const DolenService *kept = fill->kept->record, *gone = fill->gone->record;

  for (guint i = 0; i < gone->tags->len; i++) {
    DolenTag *tag = gone->tags->pdata[i];
    g_autoptr (DolenService) holder = NULL;
    g_autofree char *part = NULL;

    if (tag->kind == DOLEN_TAG_OTHER || knows_tag (kept, tag))
      continue;
    part = dolen_part_of_tag (tag);
    holder = dolen_service_new ();
    holder->uid = g_strdup (kept->uid);
    g_ptr_array_set_free_func (holder->tags, NULL);
    g_ptr_array_add (holder->tags, tag);
    if (!dolen_merge_take_part (fill, "service", part, holder, "tags", error))
      return FALSE;
  }
  return TRUE;
}

/* The newer word on places is the current one. */
static gboolean
fill_capacity (const DolenMergeFill *fill, GError **error)
{
  const DolenCapacity *own = dolen_service_current_capacity (fill->kept->record);
  const DolenCapacity *other = dolen_service_current_capacity (fill->gone->record);
  GError *failed = NULL;
  gint64 id;

  if (other == NULL || other->status == DOLEN_CAPACITY_UNKNOWN
      || (own != NULL && own->status != DOLEN_CAPACITY_UNKNOWN
          && g_strcmp0 (own->as_of, other->as_of) >= 0))
    return TRUE;
  id = dolen_edit_take_facts (fill->dir, fill->kept->uid, other, NULL, fill->who, &failed);
  return dolen_merge_note (fill, id, "facts", failed, error);
}

/* Whether all that the kept one says of @fact now is the other's word. */
static gboolean
is_all_of_the_other (const DolenMergeFill *fill, DolenFact fact)
{
  const DolenService *kept = fill->kept->record;

  switch (fact) {
  case DOLEN_FACT_CAPACITY:
    return dolen_merge_was_taken (fill, "facts");
  case DOLEN_FACT_TIMES:
    return dolen_merge_was_taken (fill, "schedules");
  case DOLEN_FACT_CONTACT:
    return kept->phone == NULL && kept->email == NULL && kept->contacts->len == 0
           && (dolen_merge_was_taken (fill, "phone") || dolen_merge_was_taken (fill, "email")
               || dolen_merge_was_taken (fill, "contacts"));
  case DOLEN_FACT_COST:
    return dolen_merge_was_taken (fill, "fees") || dolen_merge_was_taken (fill, "costs");
  case DOLEN_FACT_DESCRIPTION:
    return dolen_bilingual_is_empty (&kept->description)
           && (dolen_merge_was_taken (fill, "description_en")
               || dolen_merge_was_taken (fill, "description_cy"));
  case DOLEN_FACT_ACCESS:
  case DOLEN_N_FACTS:
  default:
    return FALSE;
  }
}

/* (nullable): the last confirmation of that fact. */
static const DolenConfirmation *
find_confirmation (const DolenService *service, DolenFact fact)
{
  const char *on = dolen_service_fact_confirmed_on (service, fact);

  for (guint i = 0; on != NULL && i < service->confirmations->len; i++) {
    g_autoptr (DolenService) alone = dolen_service_new ();
    DolenConfirmation *confirmation = service->confirmations->pdata[i];

    g_ptr_array_set_free_func (alone->confirmations, NULL);
    g_ptr_array_add (alone->confirmations, confirmation);
    if (g_strcmp0 (dolen_service_fact_confirmed_on (alone, fact), on) == 0)
      return confirmation;
  }
  return NULL;
}

/* That somebody confirmed it comes along with a fact: it is no younger and no older for the merge.
 */
static gboolean
fill_confirmation (const DolenMergeFill *fill, DolenFact fact, GError **error)
{
  const char *own = dolen_service_fact_confirmed_on (fill->kept->record, fact);
  const DolenConfirmation *told = find_confirmation (fill->gone->record, fact);
  GError *failed = NULL;
  DolenConfirmation copy;
  gint64 id;

  if (told == NULL || !is_all_of_the_other (fill, fact) || g_strcmp0 (own, told->on) >= 0)
    return TRUE;
  copy = *told;
  copy.confirmed = (char *) dolen_fact_code (fact);
  copy.next_try_on = NULL;
  id = dolen_edit_take_facts (fill->dir, fill->kept->uid, NULL, &copy, fill->who, &failed);
  return dolen_merge_note (fill, id, NULL, failed, error);
}

static gboolean
fill_confirmations (const DolenMergeFill *fill, GError **error)
{
  for (DolenFact fact = 0; fact < DOLEN_N_FACTS; fact++)
    if (!fill_confirmation (fill, fact, error))
      return FALSE;
  return TRUE;
}

gboolean
dolen_merge_fill_told (const DolenMergeFill *fill, GError **error)
{
  return fill_tags (fill, error) && fill_capacity (fill, error) && fill_confirmations (fill, error);
}

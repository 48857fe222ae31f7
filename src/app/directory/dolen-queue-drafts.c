/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-queue-drafts.h"

/* Listing, status, four numbers, three texts, who told it. */
#define CAPACITY_TYPE "(suiiiimsmsmsu)"
/* Listings, outcome (-1 none), asked, note, next try, ticks, changes, capacities, ends, answered.
 */
#define DRAFT_TYPE "(asissmsasa(ssss)a" CAPACITY_TYPE "a(sssss)as)"

static GVariant *
list_of_texts (const GPtrArray *texts)
{
  return g_variant_new_strv ((const char *const *) texts->pdata, texts->len);
}

static GVariant *
list_of_changes (const DolenCallDraft *draft)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ssss)"));

  for (guint i = 0; i < draft->changes->len; i++) {
    const DolenCallDraftChange *change = draft->changes->pdata[i];
    g_variant_builder_add (
        &builder, "(ssss)", change->service, change->fact, change->field, change->value);
  }
  return g_variant_builder_end (&builder);
}

static GVariant *
list_of_capacities (const DolenCallDraft *draft)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" CAPACITY_TYPE));

  for (guint i = 0; i < draft->capacities->len; i++) {
    const DolenCallCapacity *capacity = draft->capacities->pdata[i];
    const DolenCapacity *report = capacity->report;

    g_variant_builder_add (&builder,
                           CAPACITY_TYPE,
                           capacity->service,
                           (guint) report->status,
                           report->places_free,
                           report->places_total,
                           report->wait_weeks_from,
                           report->wait_weeks_to,
                           report->returns_on,
                           report->note,
                           report->as_of,
                           (guint) report->source);
  }
  return g_variant_builder_end (&builder);
}

static GVariant *
list_of_ends (const DolenCallDraft *draft)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sssss)"));

  for (guint i = 0; i < draft->ends->len; i++) {
    const DolenCallDraftEnd *end = draft->ends->pdata[i];
    g_variant_builder_add (
        &builder, "(sssss)", end->kind, end->uid, end->part, end->which, end->typed);
  }
  return g_variant_builder_end (&builder);
}

GVariant *
dolen_call_draft_to_variant (const DolenCallDraft *draft)
{
  return g_variant_ref_sink (g_variant_new ("(@asissms@as@a(ssss)@a" CAPACITY_TYPE "@a(sssss)@as)",
                                            list_of_texts (draft->services),
                                            draft->has_outcome ? (int) draft->outcome : -1,
                                            draft->asked,
                                            draft->note,
                                            draft->next_try,
                                            list_of_texts (draft->ticks),
                                            list_of_changes (draft),
                                            list_of_capacities (draft),
                                            list_of_ends (draft),
                                            list_of_texts (draft->answered)));
}

/* ---- and back ---- */

static void
add_texts (GPtrArray *texts, GVariantIter *iter)
{
  char *text;

  while (g_variant_iter_next (iter, "s", &text))
    g_ptr_array_add (texts, text);
}

static void
add_changes (DolenCallDraft *draft, GVariantIter *iter)
{
  char *service, *fact, *field, *value;

  while (g_variant_iter_next (iter, "(ssss)", &service, &fact, &field, &value)) {
    DolenCallDraftChange *change = g_new0 (DolenCallDraftChange, 1);

    *change = (DolenCallDraftChange){ service, fact, field, value };
    g_ptr_array_add (draft->changes, change);
  }
}

static void
add_capacities (DolenCallDraft *draft, GVariantIter *iter)
{
  char *service, *returns_on, *note, *as_of;
  guint status, source;
  int free, total, from, to;

  while (g_variant_iter_next (iter,
                              CAPACITY_TYPE,
                              &service,
                              &status,
                              &free,
                              &total,
                              &from,
                              &to,
                              &returns_on,
                              &note,
                              &as_of,
                              &source)) {
    DolenCallCapacity *capacity = g_new0 (DolenCallCapacity, 1);

    capacity->service = service;
    capacity->report = dolen_capacity_new ();
    capacity->report->status = status;
    capacity->report->places_free = free;
    capacity->report->places_total = total;
    capacity->report->wait_weeks_from = from;
    capacity->report->wait_weeks_to = to;
    capacity->report->returns_on = returns_on;
    capacity->report->note = note;
    capacity->report->as_of = as_of;
    capacity->report->source = source;
    g_ptr_array_add (draft->capacities, capacity);
  }
}

static void
add_ends (DolenCallDraft *draft, GVariantIter *iter)
{
  char *kind, *uid, *part, *which, *typed;

  while (g_variant_iter_next (iter, "(sssss)", &kind, &uid, &part, &which, &typed)) {
    DolenCallDraftEnd *end = g_new0 (DolenCallDraftEnd, 1);

    *end = (DolenCallDraftEnd){ kind, uid, part, which, typed };
    g_ptr_array_add (draft->ends, end);
  }
}

static DolenCallDraft *
new_draft (GVariantIter *services)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);

  add_texts (list, services);
  return dolen_call_draft_new (list);
}

DolenCallDraft *
dolen_call_draft_from_variant (GVariant *variant)
{
  g_autoptr (GVariantIter) services = NULL;
  g_autoptr (GVariantIter) ticks = NULL;
  g_autoptr (GVariantIter) changes = NULL;
  g_autoptr (GVariantIter) capacities = NULL;
  g_autoptr (GVariantIter) ends = NULL;
  g_autoptr (GVariantIter) answered = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *note = NULL;
  g_autofree char *next_try = NULL;
  DolenCallDraft *draft;
  int outcome;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (DRAFT_TYPE)))
    return NULL;
  g_variant_get (variant,
                 DRAFT_TYPE,
                 &services,
                 &outcome,
                 &asked,
                 &note,
                 &next_try,
                 &ticks,
                 &changes,
                 &capacities,
                 &ends,
                 &answered);
  draft = new_draft (services);
  draft->has_outcome = outcome >= 0;
  draft->outcome = MAX (outcome, 0);
  g_free (draft->asked);
  draft->asked = g_steal_pointer (&asked);
  g_free (draft->note);
  draft->note = g_steal_pointer (&note);
  draft->next_try = g_steal_pointer (&next_try);
  add_texts (draft->ticks, ticks);
  add_changes (draft, changes);
  add_capacities (draft, capacities);
  add_ends (draft, ends);
  add_texts (draft->answered, answered);
  return draft;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-call-draft.h"

#include "base/dolen-text.h"

#include <string.h>

static void
change_free (gpointer data)
{
  DolenCallDraftChange *change = data;

  g_free (change->service);
  g_free (change->fact);
  g_free (change->field);
  g_free (change->value);
  g_free (change);
}

static gpointer
change_copy (gconstpointer data, gpointer user_data)
{
  const DolenCallDraftChange *change = data;
  DolenCallDraftChange *copy = g_new0 (DolenCallDraftChange, 1);

  copy->service = g_strdup (change->service);
  copy->fact = g_strdup (change->fact);
  copy->field = g_strdup (change->field);
  copy->value = g_strdup (change->value);
  return copy;
}

static void
capacity_free (gpointer data)
{
  DolenCallCapacity *capacity = data;

  g_free (capacity->service);
  dolen_capacity_free (capacity->report);
  g_free (capacity);
}

static gpointer
capacity_copy (gconstpointer data, gpointer user_data)
{
  const DolenCallCapacity *capacity = data;
  DolenCallCapacity *copy = g_new0 (DolenCallCapacity, 1);

  copy->service = g_strdup (capacity->service);
  copy->report = dolen_capacity_copy (capacity->report);
  return copy;
}

static void
end_free (gpointer data)
{
  DolenCallDraftEnd *end = data;

  g_free (end->kind);
  g_free (end->uid);
  g_free (end->part);
  g_free (end->which);
  g_free (end->typed);
  g_free (end);
}

static DolenCallDraftEnd *
end_new (const char *kind, const char *uid, const char *part, const char *which, const char *typed)
{
  DolenCallDraftEnd *end = g_new0 (DolenCallDraftEnd, 1);

  end->kind = g_strdup (kind);
  end->uid = g_strdup (uid);
  end->part = g_strdup (part);
  end->which = g_strdup (which);
  end->typed = g_strdup (typed);
  return end;
}

static gpointer
end_copy (gconstpointer data, gpointer user_data)
{
  const DolenCallDraftEnd *end = data;

  return end_new (end->kind, end->uid, end->part, end->which, end->typed);
}

static gpointer
text_copy (gconstpointer data, gpointer user_data)
{
  return g_strdup (data);
}

static GPtrArray *
copy_list (const GPtrArray *list, GCopyFunc copy, GDestroyNotify free_func)
{
  GPtrArray *copied = g_ptr_array_new_full (list->len, free_func);

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (copied, copy (list->pdata[i], NULL));
  return copied;
}

DolenCallDraft *
dolen_call_draft_new (const GPtrArray *services)
{
  DolenCallDraft *draft = g_new0 (DolenCallDraft, 1);

  draft->services = copy_list (services, text_copy, g_free);
  draft->asked = g_strdup ("");
  draft->note = g_strdup ("");
  draft->ticks = g_ptr_array_new_with_free_func (g_free);
  draft->changes = g_ptr_array_new_with_free_func (change_free);
  draft->capacities = g_ptr_array_new_with_free_func (capacity_free);
  draft->ends = g_ptr_array_new_with_free_func (end_free);
  draft->answered = g_ptr_array_new_with_free_func (g_free);
  return draft;
}

DolenCallDraft *
dolen_call_draft_copy (const DolenCallDraft *draft)
{
  DolenCallDraft *copy = g_new0 (DolenCallDraft, 1);

  copy->services = copy_list (draft->services, text_copy, g_free);
  copy->has_outcome = draft->has_outcome;
  copy->outcome = draft->outcome;
  copy->asked = g_strdup (draft->asked);
  copy->note = g_strdup (draft->note);
  copy->next_try = g_strdup (draft->next_try);
  copy->ticks = copy_list (draft->ticks, text_copy, g_free);
  copy->changes = copy_list (draft->changes, change_copy, change_free);
  copy->capacities = copy_list (draft->capacities, capacity_copy, capacity_free);
  copy->ends = copy_list (draft->ends, end_copy, end_free);
  copy->answered = copy_list (draft->answered, text_copy, g_free);
  return copy;
}

void
dolen_call_draft_free (DolenCallDraft *draft)
{
  if (draft == NULL)
    return;
  g_ptr_array_unref (draft->services);
  g_free (draft->asked);
  g_free (draft->note);
  g_free (draft->next_try);
  g_ptr_array_unref (draft->ticks);
  g_ptr_array_unref (draft->changes);
  g_ptr_array_unref (draft->capacities);
  g_ptr_array_unref (draft->ends);
  g_ptr_array_unref (draft->answered);
  g_free (draft);
}

gboolean
dolen_call_draft_is_empty (const DolenCallDraft *draft)
{
  return !draft->has_outcome && draft->ticks->len == 0 && draft->changes->len == 0
         && draft->capacities->len == 0 && draft->answered->len == 0 && draft->ends->len == 0
         && dolen_text_is_empty (draft->asked) && dolen_text_is_empty (draft->note);
}

/* ---- looking ---- */

static char *
tick_key (const char *service, const char *fact)
{
  return g_strconcat (service, " ", fact, NULL);
}

static gboolean
find_text (const GPtrArray *list, const char *text, guint *at)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (list->pdata[i], text)) {
      if (at != NULL)
        *at = i;
      return TRUE;
    }
  return FALSE;
}

gboolean
dolen_call_draft_is_ticked (const DolenCallDraft *draft, const char *service, const char *fact)
{
  g_autofree char *key = tick_key (service, fact);

  return find_text (draft->ticks, key, NULL);
}

gboolean
dolen_call_draft_is_changed (const DolenCallDraft *draft, const char *service, const char *fact)
{
  if (g_str_equal (fact, dolen_fact_code (DOLEN_FACT_CAPACITY))
      && dolen_call_draft_get_capacity (draft, service) != NULL)
    return TRUE;
  for (guint i = 0; i < draft->changes->len; i++) {
    const DolenCallDraftChange *change = draft->changes->pdata[i];

    if (g_str_equal (change->service, service) && g_str_equal (change->fact, fact))
      return TRUE;
  }
  return FALSE;
}

gboolean
dolen_call_draft_is_answered (const DolenCallDraft *draft, const char *question)
{
  return find_text (draft->answered, question, NULL);
}

static DolenCallDraftChange *
find_change (const DolenCallDraft *draft, const char *service, const char *field)
{
  for (guint i = 0; i < draft->changes->len; i++) {
    DolenCallDraftChange *change = draft->changes->pdata[i];

    if (g_str_equal (change->service, service) && g_str_equal (change->field, field))
      return change;
  }
  return NULL;
}

const char *
dolen_call_draft_get_value (const DolenCallDraft *draft, const char *service, const char *field)
{
  const DolenCallDraftChange *change = find_change (draft, service, field);

  return change != NULL ? change->value : NULL;
}

const DolenCapacity *
dolen_call_draft_get_capacity (const DolenCallDraft *draft, const char *service)
{
  for (guint i = 0; i < draft->capacities->len; i++) {
    const DolenCallCapacity *capacity = draft->capacities->pdata[i];

    if (g_str_equal (capacity->service, service))
      return capacity->report;
  }
  return NULL;
}

static DolenCallDraftEnd *
find_end (const DolenCallDraft *draft, const char *part, const char *which)
{
  for (guint i = 0; i < draft->ends->len; i++) {
    DolenCallDraftEnd *end = draft->ends->pdata[i];

    if (g_str_equal (end->part, part) && g_str_equal (end->which, which))
      return end;
  }
  return NULL;
}

const char *
dolen_call_draft_get_end (const DolenCallDraft *draft, const char *part, const char *which)
{
  const DolenCallDraftEnd *end = find_end (draft, part, which);

  return end != NULL ? end->typed : "";
}

/* ---- the next draft ---- */

DolenCallDraft *
dolen_call_draft_set_outcome (const DolenCallDraft *draft, DolenCallOutcome outcome)
{
  DolenCallDraft *next = dolen_call_draft_copy (draft);

  next->has_outcome = TRUE;
  next->outcome = outcome;
  return next;
}

static DolenCallDraft *
with_text (const DolenCallDraft *draft, gsize at, const char *text)
{
  DolenCallDraft *next = dolen_call_draft_copy (draft);
  char **field = G_STRUCT_MEMBER_P (next, at);

  g_free (*field);
  *field = g_strdup (text != NULL ? text : "");
  return next;
}

DolenCallDraft *
dolen_call_draft_set_asked (const DolenCallDraft *draft, const char *asked)
{
  return with_text (draft, G_STRUCT_OFFSET (DolenCallDraft, asked), asked);
}

DolenCallDraft *
dolen_call_draft_set_note (const DolenCallDraft *draft, const char *note)
{
  return with_text (draft, G_STRUCT_OFFSET (DolenCallDraft, note), note);
}

DolenCallDraft *
dolen_call_draft_set_next_try (const DolenCallDraft *draft, const char *typed)
{
  return with_text (draft, G_STRUCT_OFFSET (DolenCallDraft, next_try), typed);
}

/* Somebody told something. */
static void
reach (DolenCallDraft *draft)
{
  draft->has_outcome = TRUE;
  draft->outcome = DOLEN_CALL_REACHED;
}

static void
drop_tick (DolenCallDraft *draft, const char *service, const char *fact)
{
  g_autofree char *key = tick_key (service, fact);
  guint at;

  if (find_text (draft->ticks, key, &at))
    g_ptr_array_remove_index (draft->ticks, at);
}

static void
drop_capacity (DolenCallDraft *draft, const char *service)
{
  for (guint i = draft->capacities->len; i > 0; i--)
    if (g_str_equal (((DolenCallCapacity *) draft->capacities->pdata[i - 1])->service, service))
      g_ptr_array_remove_index (draft->capacities, i - 1);
}

static void
drop_changes (DolenCallDraft *draft, const char *service, const char *fact)
{
  for (guint i = draft->changes->len; i > 0; i--) {
    const DolenCallDraftChange *change = draft->changes->pdata[i - 1];

    if (g_str_equal (change->service, service) && g_str_equal (change->fact, fact))
      g_ptr_array_remove_index (draft->changes, i - 1);
  }
  if (g_str_equal (fact, dolen_fact_code (DOLEN_FACT_CAPACITY)))
    drop_capacity (draft, service);
}

DolenCallDraft *
dolen_call_draft_unchange (const DolenCallDraft *draft, const char *service, const char *fact)
{
  DolenCallDraft *next = dolen_call_draft_copy (draft);

  drop_changes (next, service, fact);
  return next;
}

DolenCallDraft *
dolen_call_draft_tick (const DolenCallDraft *draft,
                       const char *service,
                       const char *fact,
                       gboolean ticked)
{
  DolenCallDraft *next = dolen_call_draft_copy (draft);

  drop_tick (next, service, fact);
  if (!ticked)
    return next;
  drop_changes (next, service, fact);
  g_ptr_array_add (next->ticks, tick_key (service, fact));
  reach (next);
  return next;
}

DolenCallDraft *
dolen_call_draft_change (const DolenCallDraft *draft,
                         const char *service,
                         const char *fact,
                         const char *field,
                         const char *value,
                         const char *before)
{
  DolenCallDraft *next = dolen_call_draft_copy (draft);
  DolenCallDraftChange *change = find_change (next, service, field);

  if (change != NULL)
    g_ptr_array_remove (next->changes, change);
  if (g_strcmp0 (value, before != NULL ? before : "") == 0)
    return next;
  change = g_new0 (DolenCallDraftChange, 1);
  change->service = g_strdup (service);
  change->fact = g_strdup (fact);
  change->field = g_strdup (field);
  change->value = g_strdup (value);
  g_ptr_array_add (next->changes, change);
  drop_tick (next, service, fact);
  reach (next);
  return next;
}

DolenCallDraft *
dolen_call_draft_set_capacity (const DolenCallDraft *draft,
                               const char *service,
                               const DolenCapacity *report)
{
  DolenCallDraft *next = dolen_call_draft_copy (draft);
  DolenCallCapacity *capacity;

  drop_capacity (next, service);
  if (report == NULL)
    return next;
  capacity = g_new0 (DolenCallCapacity, 1);
  capacity->service = g_strdup (service);
  capacity->report = dolen_capacity_copy (report);
  g_ptr_array_add (next->capacities, capacity);
  drop_tick (next, service, dolen_fact_code (DOLEN_FACT_CAPACITY));
  reach (next);
  return next;
}

DolenCallDraft *
dolen_call_draft_answer (const DolenCallDraft *draft, const char *question, gboolean answered)
{
  DolenCallDraft *next = dolen_call_draft_copy (draft);
  guint at;

  if (find_text (next->answered, question, &at))
    g_ptr_array_remove_index (next->answered, at);
  if (!answered)
    return next;
  g_ptr_array_add (next->answered, g_strdup (question));
  reach (next);
  return next;
}

DolenCallDraft *
dolen_call_draft_set_end (const DolenCallDraft *draft,
                          const char *kind,
                          const char *uid,
                          const char *part,
                          const char *which,
                          const char *typed)
{
  DolenCallDraft *next = dolen_call_draft_copy (draft);
  DolenCallDraftEnd *end = find_end (next, part, which);

  if (end != NULL)
    g_ptr_array_remove (next->ends, end);
  if (dolen_text_is_empty (typed))
    return next;
  g_ptr_array_add (next->ends, end_new (kind, uid, part, which, typed));
  reach (next);
  return next;
}

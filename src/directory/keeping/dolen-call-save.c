/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-call-private.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-edit-json.h"
#include "directory/dolen-edit-parts.h"
#include "directory/dolen-edit-record.h"
#include "directory/dolen-edits.h"
#include "directory/dolen-history.h"
#include "directory/keeping/dolen-keeping-undo.h"

#include <glib/gi18n-lib.h>

/*
 * A call is several entries of the history (what was confirmed of each listing, each field that was
 * changed, each question that was answered) and one that holds them together.
 */
typedef struct {
  DolenDirectory *dir;
  const DolenCall *call;
  const char *on;
  const char *who;
  GArray *entries; /* of gint64 */
} Saving;

/* ---- what a changed field confirms ---- */

static const struct {
  const char *prefix;
  DolenFact fact;
} facts_of_fields[] = {
  { "phone", DOLEN_FACT_CONTACT },
  { "email", DOLEN_FACT_CONTACT },
  { "url", DOLEN_FACT_CONTACT },
  { "fees", DOLEN_FACT_COST },
  { "description_", DOLEN_FACT_DESCRIPTION },
  { "eligibility_", DOLEN_FACT_DESCRIPTION },
  { "name_", DOLEN_FACT_DESCRIPTION },
  { "how_to_join_", DOLEN_FACT_DESCRIPTION },
  { "alert", DOLEN_FACT_DESCRIPTION },
  { "gender", DOLEN_FACT_DESCRIPTION },
  { "minimum_age", DOLEN_FACT_DESCRIPTION },
  { "maximum_age", DOLEN_FACT_DESCRIPTION },
};

static const char *
fact_of_field (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts_of_fields); i++)
    if (g_str_has_prefix (field, facts_of_fields[i].prefix))
      return dolen_fact_code (facts_of_fields[i].fact);
  return NULL;
}

static void
add_fact (GPtrArray *facts, const char *fact)
{
  if (fact != NULL && !g_ptr_array_find_with_equal_func (facts, fact, g_str_equal, NULL))
    g_ptr_array_add (facts, g_strdup (fact));
}

static const DolenCallCapacity *
find_capacity (const DolenCall *call, const char *service)
{
  for (guint i = 0; i < call->capacities->len; i++) {
    const DolenCallCapacity *capacity = g_ptr_array_index (call->capacities, i);

    if (g_strcmp0 (capacity->service, service) == 0)
      return capacity;
  }
  return NULL;
}

/* (transfer full): what was confirmed of one listing: ticked, or told anew. What an organisation
 * changes of itself holds for all its listings. */
static GPtrArray *
list_facts (const DolenCall *call, const char *service)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < call->ticks->len; i++) {
    const DolenCallTicks *ticks = g_ptr_array_index (call->ticks, i);

    for (guint k = 0; g_strcmp0 (ticks->service, service) == 0 && k < ticks->facts->len; k++)
      add_fact (facts, g_ptr_array_index (ticks->facts, k));
  }
  for (guint i = 0; i < call->changes->len; i++) {
    const DolenCallChange *change = g_ptr_array_index (call->changes, i);

    if (g_strcmp0 (change->kind, "organisation") == 0 || g_strcmp0 (change->uid, service) == 0)
      add_fact (facts, fact_of_field (change->field));
  }
  for (guint i = 0; i < call->steps->len; i++) {
    const DolenCallStepEntry *step = g_ptr_array_index (call->steps, i);

    if (g_strcmp0 (step->service, service) == 0)
      add_fact (facts, step->fact);
  }
  if (find_capacity (call, service) != NULL)
    add_fact (facts, dolen_fact_code (DOLEN_FACT_CAPACITY));
  return facts;
}

/* ---- one listing ---- */

/* (transfer full) (nullable): the report told in this call: a new one, or the current one anew. */
static DolenCapacity *
told_capacity (Saving *saving, const DolenService *service, const GPtrArray *facts)
{
  const DolenCallCapacity *told = find_capacity (saving->call, service->uid);
  const DolenCapacity *current = dolen_service_current_capacity (service);
  DolenCapacity *capacity;

  if (!g_ptr_array_find_with_equal_func (
          (GPtrArray *) facts, dolen_fact_code (DOLEN_FACT_CAPACITY), g_str_equal, NULL))
    return NULL;
  if (told == NULL && (current == NULL || current->status == DOLEN_CAPACITY_UNKNOWN))
    return NULL;
  capacity = dolen_capacity_copy (told != NULL ? told->report : current);
  g_clear_pointer (&capacity->uid, g_free);
  g_free (capacity->as_of);
  capacity->as_of = g_strdup (saving->on);
  capacity->source = saving->call->how;
  g_free (capacity->told_by);
  capacity->told_by = g_strdup (saving->call->asked);
  return capacity;
}

static char *
join_facts (GPtrArray *facts)
{
  char *joined;

  if (facts->len == 0)
    return NULL;
  g_ptr_array_add (facts, NULL);
  joined = g_strjoinv (",", (char **) facts->pdata);
  g_ptr_array_set_size (facts, (int) facts->len - 1);
  return joined;
}

static DolenConfirmation *
new_confirmation (const Saving *saving, GPtrArray *facts)
{
  const DolenCall *call = saving->call;
  DolenConfirmation *confirmation = dolen_confirmation_new ();

  confirmation->on = g_strdup (saving->on);
  confirmation->how = call->how;
  confirmation->asked = dolen_text_clean_line (call->asked);
  confirmation->confirmed = join_facts (facts);
  confirmation->by = g_strdup (saving->who);
  confirmation->outcome = call->outcome;
  confirmation->note = dolen_text_clean (call->note);
  confirmation->next_try_on = g_strdup (call->next_try_on);
  return confirmation;
}

/* A step that would change nothing is done, without an entry (DOLEN_EDIT_UNCHANGED). */
static gboolean
add_entry (Saving *saving, gint64 id)
{
  if (id > 0)
    g_array_append_val (saving->entries, id);
  return id > 0 || id == DOLEN_EDIT_UNCHANGED;
}

static gboolean
answer_questions (Saving *saving, const DolenService *service, GPtrArray *facts, GError **error);

static gboolean
save_listing (Saving *saving, const char *uid, GError **error)
{
  g_autoptr (DolenService) service = dolen_directory_get_service (saving->dir, uid, error);
  g_autoptr (GPtrArray) facts = list_facts (saving->call, uid);
  g_autoptr (DolenConfirmation) confirmation = NULL;
  g_autoptr (DolenCapacity) capacity = NULL;
  g_autofree char *after = NULL;
  DolenHistoryEntry entry = {
    .who = (char *) saving->who,
    .act = (char *) "confirm",
    .kind = (char *) "service",
    .record_uid = (char *) uid,
    .field = (char *) DOLEN_EDIT_FACTS,
  };

  if (service == NULL)
    return FALSE;
  confirmation = new_confirmation (saving, facts);
  capacity = told_capacity (saving, service, facts);
  if ((capacity != NULL && !dolen_store_capacity (saving->dir, service->id, capacity, error))
      || !dolen_store_confirmation (saving->dir, service->id, confirmation, error))
    return FALSE;
  entry.after = after = dolen_edit_json_facts (capacity, confirmation);
  return add_entry (saving, dolen_history_add (saving->dir, &entry, error))
         && answer_questions (saving, service, facts, error);
}

/* ---- questions ---- */

static gboolean
answer (Saving *saving, const char *question, GError **error)
{
  return add_entry (
      saving,
      dolen_keeping_set_state (
          saving->dir, DOLEN_KEEPING_QUESTION, question, saving->on, saving->who, error));
}

static void
take_uid (DolenRow *row, gpointer user_data)
{
  char *uid = dolen_row_take_text (row), *what = dolen_row_take_text (row);

  g_hash_table_insert (user_data, uid, what);
}

/* A question about a fact is answered by confirming it. */
static gboolean
answer_questions (Saving *saving, const DolenService *service, GPtrArray *facts, GError **error)
{
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer uid, what;

  if (!dolen_directory_each (saving->dir,
                             "SELECT uid, what FROM worth_asking WHERE service = ?1"
                             " AND done_on IS NULL AND what <> 'longer-wait'",
                             service->id,
                             take_uid,
                             open,
                             error))
    return FALSE;
  g_hash_table_iter_init (&iter, open);
  while (g_hash_table_iter_next (&iter, &uid, &what)) {
    gboolean told
        = g_ptr_array_find_with_equal_func (facts, what, g_str_equal, NULL)
          || g_ptr_array_find_with_equal_func (saving->call->answered, uid, g_str_equal, NULL);

    if (told && !answer (saving, uid, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- what is changed ---- */

static gboolean
save_changes (Saving *saving, GError **error)
{
  const DolenCall *call = saving->call;

  for (guint i = 0; i < call->changes->len; i++) {
    const DolenCallChange *change = g_ptr_array_index (call->changes, i);

    if (!add_entry (saving,
                    dolen_edit_set_field (saving->dir,
                                          change->kind,
                                          change->uid,
                                          change->field,
                                          change->value,
                                          saving->who,
                                          error)))
      return FALSE;
  }
  for (guint i = 0; i < call->steps->len; i++) {
    const DolenCallStepEntry *step = g_ptr_array_index (call->steps, i);

    if (!add_entry (saving, step->step (saving->dir, step->user_data, saving->who, error)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
save_listings (Saving *saving, GError **error)
{
  const DolenCall *call = saving->call;

  for (guint i = 0; i < call->services->len; i++) {
    const char *uid = g_ptr_array_index (call->services, i);

    if (!save_listing (saving, uid, error))
      return FALSE;
    if (call->outcome == DOLEN_CALL_ASKED_TO_BE_REMOVED
        && !add_entry (saving,
                       dolen_edit_set_field (
                           saving->dir, "service", uid, "do_not_list", "1", saving->who, error)))
      return FALSE;
  }
  return TRUE;
}

/* ---- the whole ---- */

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_INVALID, why);
  return FALSE;
}

static gboolean
need_date (const char *date, GError **error)
{
  if (date == NULL || dolen_date_is_valid (date))
    return TRUE;
  g_set_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("“%s” is not a date."), date);
  return FALSE;
}

static gboolean
check (const DolenCall *call, GError **error)
{
  gboolean told = call->ticks->len + call->changes->len + call->capacities->len + call->steps->len
                      + call->answered->len
                  > 0;

  if (call->services->len == 0)
    return refuse (error, _ ("A call is about a listing: please choose one."));
  if (told && call->outcome != DOLEN_CALL_REACHED)
    return refuse (error, _ ("Facts can be confirmed or changed only where somebody was reached."));
  return need_date (call->on, error) && need_date (call->next_try_on, error);
}

gint64
dolen_call_save (DolenDirectory *dir, const DolenCall *call, const char *who, GError **error)
{
  g_autoptr (DolenTransaction) transaction = NULL;
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *on = call->on != NULL ? g_strdup (call->on) : dolen_date_today ();
  Saving saving = { dir, call, on, who, entries };
  gint64 id;

  if (!check (call, error) || (transaction = dolen_transaction_begin (dir->db, error)) == NULL
      || !save_changes (&saving, error) || !save_listings (&saving, error))
    return 0;
  id = dolen_keeping_add_several (
      dir, "call", "service", g_ptr_array_index (call->services, 0), entries, NULL, who, error);
  return id > 0 && dolen_transaction_commit (transaction, error) ? id : 0;
}

GPtrArray *
dolen_call_history (DolenDirectory *dir, const char *service, guint limit, GError **error)
{
  g_autoptr (DolenService) found = dolen_directory_get_service (dir, service, error);
  GPtrArray *calls;

  if (found == NULL)
    return NULL;
  calls = g_ptr_array_ref (found->confirmations);
  if (limit > 0 && calls->len > limit)
    g_ptr_array_set_size (calls, (int) limit);
  return calls;
}

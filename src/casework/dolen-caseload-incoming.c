/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-caseload-incoming.h"

#include "casework/dolen-caseload-private.h"
#include "casework/dolen-waiting.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n-lib.h>

DolenIncoming *
dolen_caseload_get_incoming (DolenCaseload *caseload, const char *uid)
{
  return dolen_caseload_get_record (caseload, &dolen_incoming_type, uid);
}

DolenIncoming *
dolen_caseload_get_current_incoming (DolenCaseload *caseload, const char *person)
{
  g_autoptr (GPtrArray) open = dolen_caseload_list_records (
      caseload,
      &dolen_incoming_type,
      person,
      "(state IN ('new', 'more-info', 'waiting') OR (state = 'supported' AND episode IN"
      " (SELECT uid FROM episode WHERE closed IS NULL)))");

  if (open == NULL || open->len == 0)
    return NULL;
  return g_ptr_array_steal_index (open, open->len - 1);
}

GPtrArray *
dolen_caseload_list_waiting (DolenCaseload *caseload)
{
  GPtrArray *list = dolen_caseload_list_records (
      caseload, &dolen_incoming_type, NULL, "state = 'waiting' AND closed_on IS NULL");

  if (list != NULL)
    dolen_waiting_sort (list);
  return list;
}

void
dolen_caseload_work_out_reach (DolenCaseload *caseload,
                               const DolenPerson *person,
                               const DolenIncoming *incoming,
                               const DolenEncounter *also,
                               const char *answer_by,
                               DolenReach *reach)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GPtrArray) encounters
             = dolen_caseload_list_records (caseload, &dolen_encounter_type, person->uid, NULL);
  DolenReachFacts facts = { .channels = dolen_reach_safe_channels (person),
                            .encounters = encounters,
                            .since = incoming != NULL ? incoming->received_on : NULL,
                            .letter_on = incoming != NULL ? incoming->letter_on : NULL,
                            .answer_by = answer_by,
                            .today = today };

  g_return_if_fail (encounters != NULL);
  if (also != NULL)
    g_ptr_array_add (encounters, dolen_encounter_copy (also));
  dolen_reach_work_out (&facts, reach);
}

/* ---- groups ---- */

gboolean
dolen_person_row_is_in (const DolenPersonRow *row, DolenPeopleGroup group)
{
  gboolean supported = row->open && row->died_on == NULL;
  gboolean waiting = row->incoming != NULL && row->incoming->state == DOLEN_INCOMING_WAITING;
  gboolean incoming = row->incoming != NULL && !waiting;

  switch (group) {
  case DOLEN_PEOPLE_SUPPORTED:
    return supported;
  case DOLEN_PEOPLE_INCOMING:
    return incoming && row->died_on == NULL;
  case DOLEN_PEOPLE_WAITING:
    return waiting && row->died_on == NULL;
  case DOLEN_PEOPLE_CLOSED:
    return row->died_on != NULL || (!supported && !waiting && !incoming);
  case DOLEN_PEOPLE_ALL:
  default:
    return TRUE;
  }
}

static int
compare_received (gconstpointer a, gconstpointer b)
{
  const DolenPersonRow *first = *(const DolenPersonRow *const *) a;
  const DolenPersonRow *second = *(const DolenPersonRow *const *) b;
  int by_day = g_strcmp0 (first->incoming->received_on, second->incoming->received_on);

  return by_day != 0 ? by_day : g_strcmp0 (first->incoming->uid, second->incoming->uid);
}

static int
compare_place (gconstpointer a, gconstpointer b)
{
  const DolenPersonRow *first = *(const DolenPersonRow *const *) a;
  const DolenPersonRow *second = *(const DolenPersonRow *const *) b;

  return (int) first->place - (int) second->place;
}

GPtrArray *
dolen_caseload_list_group (DolenCaseload *caseload,
                           DolenPeopleGroup group,
                           const char *search,
                           const char *today,
                           GError **error)
{
  g_autoptr (GPtrArray) all = dolen_caseload_list_people (caseload, search, today, error);
  GPtrArray *rows;

  if (all == NULL || group == DOLEN_PEOPLE_ALL)
    return g_steal_pointer (&all);
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_person_row_free);
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++) {
    DolenPersonRow *row = g_ptr_array_index (all, i);

    if (dolen_person_row_is_in (row, group))
      g_ptr_array_add (rows, row);
    else
      dolen_person_row_free (row);
  }
  if (dolen_text_is_empty (search) && group == DOLEN_PEOPLE_INCOMING)
    g_ptr_array_sort (rows, compare_received);
  else if (dolen_text_is_empty (search) && group == DOLEN_PEOPLE_WAITING)
    g_ptr_array_sort (rows, compare_place);
  return rows;
}

static guint
count (DolenCaseload *caseload, const char *sql)
{
  gint64 n = 0;

  dolen_db_get_int64 (caseload->db, sql, &n, NULL);
  return (guint) n;
}

void
dolen_caseload_count_groups (DolenCaseload *caseload, guint counts[DOLEN_N_PEOPLE_GROUPS])
{
#define LIVING "SELECT count(*) FROM person p WHERE p.name IS NOT NULL AND p.died_on IS NULL AND "
#define OPEN "EXISTS (SELECT 1 FROM episode e WHERE e.person = p.uid AND e.closed IS NULL)"
#define NEWEST                                                                                     \
  "(SELECT i.state FROM incoming i WHERE i.person = p.uid AND i.state IN " DOLEN_COMING_IN_SQL     \
  " ORDER BY i.received_on DESC, i.created DESC LIMIT 1)"
  counts[DOLEN_PEOPLE_SUPPORTED] = count (caseload, LIVING OPEN);
  counts[DOLEN_PEOPLE_INCOMING] = count (caseload, LIVING NEWEST " IN ('new', 'more-info')");
  counts[DOLEN_PEOPLE_WAITING] = count (caseload, LIVING NEWEST " = 'waiting'");
  counts[DOLEN_PEOPLE_CLOSED] = count (
      caseload,
      "SELECT count(*) FROM person p WHERE p.name IS NOT NULL AND (p.died_on IS NOT NULL OR (NOT " OPEN
      " AND " NEWEST " IS NULL))");
#undef LIVING
#undef OPEN
#undef NEWEST
}

static char *
say_incoming (const DolenIncoming *incoming, DolenLanguage language)
{
  const char *since = incoming->state == DOLEN_INCOMING_MORE_INFO ? incoming->info_asked_on
                                                                  : incoming->received_on;
  g_autofree char *day = dolen_format_date_as (language, since, DOLEN_DATE_SHORT);

  /* Translators: where a referral to us stands, and since when: "To be decided, since 3 May". */
  return g_strdup_printf (dolen_text (language, "%1$s, since %2$s"),
                          dolen_incoming_state_name (incoming->state, language),
                          day);
}

char *
dolen_person_row_stage (const DolenPersonRow *row, DolenLanguage language)
{
  g_autofree char *day = dolen_format_date_as (language,
                                               row->died_on != NULL ? row->died_on
                                               : row->open          ? row->opened
                                                                    : row->closed,
                                               DOLEN_DATE_SHORT);

  if (row->died_on != NULL)
    /* Translators: %s: a day. */
    return g_strdup_printf (dolen_text (language, "Died %s"), day);
  if (row->waiting != NULL)
    return g_strdup (row->waiting);
  if (row->incoming != NULL)
    return say_incoming (row->incoming, language);
  if (row->open)
    /* Translators: a spell of support (cyfnod o gymorth, masc.) is under way; %s: a day. */
    return g_strdup_printf (dolen_text (language, "Supported since %s"), day);
  if (*day == '\0')
    /* Translators: a person in the case records whom nobody supports or has supported. */
    return g_strdup (dolen_text (language, "Not being supported"));
  /* Translators: a spell of support is over; %s: a day. */
  return g_strdup_printf (dolen_text (language, "Support ended %s"), day);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-queue-scan.h"

#include "base/dolen-time.h"
#include "language/dolen-calendar.h"

/* A row with its texts: what a page shows, read for the few rows of it alone. */

#define WHY_PARTS 2

static void
free_ask (gpointer data)
{
  DolenQueueAsk *ask = data;

  g_free (ask->service);
  g_free (ask->service_name);
  g_free (ask->record);
  g_free (ask->what);
  g_free (ask->on);
  g_free (ask->question);
  g_free (ask);
}

void
dolen_queue_item_free (DolenQueueItem *item)
{
  if (item == NULL)
    return;
  g_free (item->record_kind);
  g_free (item->record_uid);
  g_free (item->mark_kind);
  g_free (item->title);
  g_free (item->service);
  g_ptr_array_unref (item->services);
  g_free (item->organisation);
  g_free (item->organisation_name);
  g_free (item->place);
  g_free (item->ask_for);
  g_free (item->phone);
  g_free (item->email);
  g_ptr_array_unref (item->asks);
  g_free (item->why);
  g_free (item->assigned_to);
  g_free (item->due_on);
  g_free (item->snoozed_until);
  g_free (item->snooze_reason);
  g_free (item->last_try_on);
  g_free (item->next_try_on);
  g_free (item);
}

static DolenQueueItem *
new_item (const DolenQueueRow *row)
{
  DolenQueueItem *item = g_new0 (DolenQueueItem, 1);

  item->kind = row->kind;
  item->kinds = row->kinds;
  item->call = row->call;
  item->score = row->score;
  item->waiting = row->waiting;
  item->mark_kind = g_strdup (row->call ? "call" : dolen_queue_kind_code (row->kind));
  item->services = g_ptr_array_new_with_free_func (g_free);
  item->asks = g_ptr_array_new_with_free_func (free_ask);
  if (row->mark != NULL) {
    item->assigned_to = g_strdup (row->mark->assigned_to);
    item->due_on = g_strdup (row->mark->due_on);
    item->snoozed_until = g_strdup (row->mark->snoozed_until);
    item->snooze_reason = g_strdup (row->mark->reason);
  }
  return item;
}

typedef struct {
  DolenQueueItem *item;
  DolenLanguage language;
  char *service_name;
} Reading;

/* The telephone first of the service, then of whoever may be rung for it; a contact's name only
 * beside a contact's number. */
#define CONTACT(column)                                                                            \
  "(SELECT " column " FROM contact c WHERE (c.service = s.id OR c.organisation = s.organisation)"  \
  " AND (c.phone IS NOT NULL OR c.email IS NOT NULL)"                                              \
  " ORDER BY c.service IS NULL, c.phone IS NULL, c.id LIMIT 1)"

#define OFFERS(code)                                                                               \
  "EXISTS (SELECT 1 FROM language_offered l WHERE l.service = s.id AND l.code = '" code "')"

static const char select_service[]
    = "SELECT s.uid, s.name_en, s.name_en_state, s.name_cy, s.name_cy_state, o.uid, o.name_en,"
      " o.name_en_state, o.name_cy, o.name_cy_state, coalesce (o.volunteer_run, 0),"
      " (SELECT coalesce (v.city, iif (v.hide_address, v.county,"
      "   coalesce (v.name_en, v.name_cy)), v.county)"
      "  FROM service_venue sv JOIN venue v ON v.id = sv.venue WHERE sv.service = s.id"
      "  ORDER BY sv.id LIMIT 1),"
      " coalesce (s.phone, " CONTACT (
          "c.phone") ", o.phone),"
                     " coalesce (s.email, " CONTACT (
                         "c.email") ", o.email),"
                                    " " CONTACT (
                                        "coalesce (c.name, c.role)") ","
                                                                     " " OFFERS ("cy") ", " OFFERS (
                                                                         "en") ", s.description_cy IS NOT NULL OR s.name_cy IS NOT NULL,"
                                                                               " s.name_en IS NOT NULL"
                                                                               " FROM service s LEFT JOIN organisation o ON o.id = s.organisation WHERE s.id = ?1";

/* As dolen_keeping_form_language() says it of the whole record. */
static DolenLanguage
take_language (DolenRow *row)
{
  gboolean welsh = dolen_row_take_int (row) != 0, english = dolen_row_take_int (row) != 0;
  gboolean welsh_words = dolen_row_take_int (row) != 0;
  gboolean english_name = dolen_row_take_int (row) != 0;

  if (welsh)
    return !english || welsh_words ? DOLEN_LANGUAGE_CY : DOLEN_LANGUAGE_EN;
  return !english && !english_name ? DOLEN_LANGUAGE_CY : DOLEN_LANGUAGE_EN;
}

static char *
take_name (DolenRow *row, DolenLanguage language)
{
  g_auto (DolenBilingual) name = { 0 };

  dolen_row_take_bilingual (row, &name);
  return g_strdup (dolen_bilingual_get (&name, language));
}

static void
take_service (DolenRow *row, gpointer user_data)
{
  Reading *reading = user_data;
  DolenQueueItem *item = reading->item;
  gboolean has_organisation;

  item->service = dolen_row_take_text (row);
  item->title = take_name (row, reading->language);
  item->organisation = dolen_row_take_text (row);
  has_organisation = item->organisation != NULL;
  item->organisation_name = take_name (row, reading->language);
  if (!has_organisation)
    g_clear_pointer (&item->organisation_name, g_free);
  item->volunteer_run = dolen_row_take_int (row) != 0;
  item->place = dolen_row_take_text (row);
  item->phone = dolen_row_take_text (row);
  item->email = dolen_row_take_text (row);
  item->ask_for = dolen_row_take_text (row);
  item->language = take_language (row);
}

static void
take_organisation (DolenRow *row, gpointer user_data)
{
  Reading *reading = user_data;
  DolenQueueItem *item = reading->item;

  item->organisation = dolen_row_take_text (row);
  item->organisation_name = take_name (row, reading->language);
  item->title = g_strdup (item->organisation_name);
  item->volunteer_run = dolen_row_take_int (row) != 0;
  item->phone = dolen_row_take_text (row);
  item->email = dolen_row_take_text (row);
}

static void
take_service_name (DolenRow *row, gpointer user_data)
{
  Reading *reading = user_data;

  g_ptr_array_add (reading->item->services, dolen_row_take_text (row));
  reading->service_name = take_name (row, reading->language);
}

/* Says of one listing what there is to ask, and marks the new asks as its own. */
static gboolean
describe (DolenQueueScan *scan,
          const DolenQueueRow *row,
          const DolenUpkeep *upkeep,
          Reading *reading,
          GError **error)
{
  DolenQueueItem *item = reading->item;
  guint from = item->asks->len;
  g_autofree char *name = NULL;
  gboolean ok = upkeep == NULL
                || dolen_directory_each (scan->dir,
                                         "SELECT uid, name_en, name_en_state, name_cy,"
                                         " name_cy_state FROM service WHERE id = ?1",
                                         upkeep->id,
                                         take_service_name,
                                         reading,
                                         error);

  name = g_steal_pointer (&reading->service_name);
  if (!ok)
    return FALSE;
  for (guint kind = 0; kind < DOLEN_QUEUE_N_KINDS; kind++)
    if ((row->kinds & DOLEN_QUEUE_BIT (kind))
        && !dolen_queue_kinds ()[kind].describe (
            scan, row, upkeep, reading->language, item->asks, error))
      return FALSE;
  for (guint i = from; upkeep != NULL && i < item->asks->len; i++) {
    DolenQueueAsk *ask = g_ptr_array_index (item->asks, i);

    ask->service = g_strdup (g_ptr_array_index (item->services, item->services->len - 1));
    ask->service_name = g_strdup (name);
  }
  return TRUE;
}

/* What a row's kinds say of a listing that has nothing of that kind is nothing; the others of a
 * group are asked about their old facts only where they are old. */
static gboolean
describe_all (DolenQueueScan *scan,
              const DolenQueueRow *row,
              const DolenUpkeep *first,
              Reading *reading,
              GError **error)
{
  if (first == NULL || !row->call || !first->volunteer)
    return describe (scan, row, first, reading, error);
  for (const DolenUpkeep *one = first; one != NULL; one = dolen_queue_scan_next_of (scan, one))
    if (one->chased && !describe (scan, row, one, reading, error))
      return FALSE;
  return TRUE;
}

static int
compare_asks (gconstpointer a, gconstpointer b)
{
  const DolenQueueAsk *const *first = a, *const *second = b;
  return (int) (*first)->kind - (int) (*second)->kind;
}

static char *
join_why (DolenLanguage language, guint waiting, const GPtrArray *asks)
{
  GString *why = g_string_new (NULL);
  guint more = asks->len > WHY_PARTS ? asks->len - WHY_PARTS : 0;

  if (waiting > 0)
    g_string_append_printf (
        why,
        /* Translators: people who were referred to a group and wait for an answer or a place. */
        dolen_ntext (language, "%u person waits on them", "%u people wait on them", waiting),
        waiting);
  for (guint i = 0; i < asks->len && i < WHY_PARTS; i++) {
    const DolenQueueAsk *ask = g_ptr_array_index (asks, i);
    g_string_append_printf (why, "%s%s", why->len > 0 ? "; " : "", ask->question);
  }
  if (more > 0) {
    g_string_append (why, "; ");
    g_string_append_printf (
        why,
        /* Translators: after the first things to ask a group: so many further ones. */
        dolen_ntext (language, "and %u more", "and %u more", more),
        more);
  }
  return g_string_free (why, FALSE);
}

static void
take_last_call (DolenRow *row, gpointer user_data)
{
  DolenQueueItem *item = user_data;

  item->last_try_on = dolen_row_take_text (row);
  item->last_outcome = dolen_call_outcome_from_code (dolen_row_peek_text (row));
  item->next_try_on = dolen_row_take_text (row);
}

static gboolean
read_record (DolenQueueScan *scan, const DolenQueueRow *row, Reading *reading, GError **error)
{
  if (row->service > 0)
    return dolen_directory_each (
        scan->dir, select_service, row->service, take_service, reading, error);
  return dolen_directory_each (scan->dir,
                               "SELECT uid, name_en, name_en_state, name_cy, name_cy_state,"
                               " volunteer_run, phone, email FROM organisation WHERE id = ?1",
                               row->organisation,
                               take_organisation,
                               reading,
                               error);
}

/* What a mark is kept by. */
static void
name_record (DolenQueueItem *item, const DolenUpkeep *first)
{
  gboolean whole = item->service == NULL || (item->call && first != NULL && first->volunteer);

  item->record_kind = g_strdup (whole ? "organisation" : "service");
  item->record_uid = g_strdup (whole ? item->organisation : item->service);
  if (whole && item->service != NULL) {
    g_free (item->title);
    item->title = g_strdup (item->organisation_name);
  }
}

/* Of a group that is rung about all its listings those found wrong about any. */
static guint
count_wrong (DolenQueueScan *scan, const DolenQueueRow *row, const DolenUpkeep *first)
{
  guint wrong = first->wrong;

  if (!row->call || !first->volunteer)
    return wrong;
  for (const DolenUpkeep *one = first; one != NULL; one = dolen_queue_scan_next_of (scan, one))
    wrong = MAX (wrong, one->wrong);
  return wrong;
}

/* After wrong numbers the next one that is known; whose it is stands nowhere else. */
static gboolean
choose_number (DolenQueueScan *scan,
               const DolenQueueRow *row,
               const DolenUpkeep *first,
               DolenQueueItem *item,
               GError **error)
{
  guint wrong = first != NULL ? count_wrong (scan, row, first) : 0;
  g_autoptr (GPtrArray) numbers = NULL;

  if (wrong == 0)
    return TRUE;
  numbers = dolen_queue_numbers (scan, first, error);
  if (numbers == NULL)
    return FALSE;
  if (wrong >= numbers->len)
    return TRUE;
  g_free (item->phone);
  item->phone = g_strdup (g_ptr_array_index (numbers, wrong));
  g_clear_pointer (&item->ask_for, g_free);
  item->wrong_numbers = wrong;
  return TRUE;
}

DolenQueueItem *
dolen_queue_read_item (DolenQueueScan *scan,
                       const DolenQueueRow *row,
                       DolenLanguage language,
                       GError **error)
{
  g_autoptr (DolenQueueItem) item = new_item (row);
  const DolenUpkeep *first = dolen_queue_scan_find (scan, row->service);
  Reading reading = { item, language, NULL };

  if (!read_record (scan, row, &reading, error) || !choose_number (scan, row, first, item, error)
      || !describe_all (scan, row, first, &reading, error)
      || !dolen_directory_each (scan->dir,
                                "SELECT on_date, outcome, next_try_on FROM confirmation"
                                " WHERE service = ?1 ORDER BY on_date DESC, id DESC LIMIT 1",
                                row->service,
                                take_last_call,
                                item,
                                error))
    return NULL;
  item->tries = first != NULL ? first->tries : 0;
  name_record (item, first);
  g_ptr_array_sort (item->asks, compare_asks);
  item->why = join_why (language, item->waiting, item->asks);
  return g_steal_pointer (&item);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-queue-scan.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-edit-take.h"
#include "directory/dolen-field-words.h"
#include "directory/keeping/dolen-import-oddities.h"
#include "directory/keeping/dolen-suggested-change.h"
#include "directory/keeping/dolen-value-words.h"
#include "language/dolen-calendar.h"

/* What is done at the desk, one row a record. */

#define WORTH_SUGGESTION 18.0
#define WORTH_CLASH 16.0
/* What can be put right at once stands before all the facts of a listing that nobody ever confirmed
 * (14), of which a fresh import brings thousands. */
#define WORTH_CLOSED 17.0 /* it does not run, or may not */
#define WORTH_ODDITY 14.5
#define WORTH_TAGS 2.0
#define WORTH_WELSH 1.0

static gint64
owner_of (const DolenQueueRow *row)
{
  return row->service > 0 ? row->service : row->organisation;
}

/* ---- suggestions and clashes: of a service or of an organisation ---- */

static void
take_record (DolenQueueScan *scan, DolenStatement *row, DolenQueueKind kind, double worth)
{
  gint64 service = dolen_statement_get_int64 (row, 0);
  gint64 organisation = dolen_statement_get_int64 (row, 1);

  if (service > 0 || organisation > 0)
    dolen_queue_scan_add_desk (scan,
                               kind,
                               service,
                               organisation,
                               worth + (double) dolen_statement_get_int64 (row, 2) - 1,
                               dolen_queue_day (dolen_statement_get_text (row, 3)));
}

static void
take_suggestions (DolenQueueScan *scan, DolenStatement *row)
{
  take_record (scan, row, DOLEN_QUEUE_SUGGESTION, WORTH_SUGGESTION);
}

static void
take_clashes (DolenQueueScan *scan, DolenStatement *row)
{
  take_record (scan, row, DOLEN_QUEUE_CLASH, WORTH_CLASH);
}

/* What is edited of a venue is shown with the first listing there. */
#define FIRST_AT_VENUE(uid)                                                                        \
  "(SELECT min (sv.service) FROM venue v JOIN service_venue sv ON sv.venue = v.id"                 \
  " WHERE v.uid = " uid ")"

#define OF_RECORD(table)                                                                           \
  " FROM " table " x LEFT JOIN service s ON s.uid = x.record_uid"                                  \
  " LEFT JOIN organisation o ON o.uid = x.record_uid"

gboolean
dolen_queue_collect_suggestions (DolenQueueScan *scan, GError **error)
{
  return dolen_queue_scan_each (
      scan,
      "SELECT coalesce (s.id, 0), coalesce (o.id, 0), count(*), min (x.on_date)" OF_RECORD (
          "suggestion") " WHERE x.state = 'open' GROUP BY x.record_uid",
      take_suggestions,
      error);
}

gboolean
dolen_queue_collect_clashes (DolenQueueScan *scan, GError **error)
{
  return dolen_queue_scan_each (
      scan,
      "SELECT coalesce (s.id, " FIRST_AT_VENUE (
          "x.record_uid") ", 0) AS service,"
                          " coalesce (o.id, 0) AS organisation, count(*),"
                          " date (min (x.feed_changed_at) / 1000, 'unixepoch')" OF_RECORD (
                              "field_edit") " WHERE x.feed_changed_at IS NOT NULL GROUP BY 1, 2",
      take_clashes,
      error);
}

typedef struct {
  DolenQueueScan *scan;
  DolenLanguage language;
  GPtrArray *asks;
  gint64 service; /* of oddities */
} Telling;

/* So much of a text stands in a line. */
#define MOST_TOLD 80 /* characters */

static char *
shorten (const char *text)
{
  g_autofree char *line = dolen_text_clean_line (text);
  g_autofree char *begun = NULL;

  if (line == NULL)
    return NULL;
  if (g_utf8_strlen (line, -1) <= MOST_TOLD)
    return g_steal_pointer (&line);
  begun = g_utf8_substring (line, 0, MOST_TOLD - 1);
  return g_strconcat (begun, "…", NULL);
}

/* What stands there, what it should be, who says so and when. */
static char *
say_suggestion (const DolenSuggestedChange *change, DolenLanguage language)
{
  const char *label = dolen_field_label (change->field, language);
  g_autofree char *was = shorten (change->was);
  g_autofree char *would = shorten (change->would);
  g_autofree char *date = dolen_format_date_as (language, change->on, DOLEN_DATE_SHORT);
  g_autofree char *who
      = change->by != NULL ? g_strdup_printf ("%s, %s", change->by, date) : g_strdup (date);
  const char *nothing = dolen_text (language, "nothing");

  return g_strdup_printf (
      /* Translators: a change of a listing that a link worker sent. %1$s is the field
       * ("Telephone"), %2$s what stands there, %3$s what it should be, %4$s who suggests it and the
       * day. */
      dolen_text (language, "%1$s: %2$s → %3$s (%4$s)"),
      label,
      was != NULL ? was : nothing,
      would != NULL ? would : nothing,
      who);
}

static void
take_uid (DolenRow *row, gpointer user_data)
{
  char **uid = user_data;

  g_free (*uid);
  *uid = dolen_row_take_text (row);
}

DOLEN_QUEUE_DESCRIBE (suggestions)
{
  g_autofree char *uid = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (!dolen_directory_each (scan->dir,
                             row->service > 0 ? "SELECT uid FROM service WHERE id = ?1"
                                              : "SELECT uid FROM organisation WHERE id = ?1",
                             owner_of (row),
                             take_uid,
                             &uid,
                             error)
      || (changes = dolen_suggested_changes_list (scan->dir, uid, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < changes->len; i++) {
    const DolenSuggestedChange *change = changes->pdata[i];

    dolen_queue_add_ask (
        asks, DOLEN_QUEUE_SUGGESTION, change->field, change->on, say_suggestion (change, language));
  }
  return TRUE;
}

/* Records once each. */
static void
take_record_uid (DolenRow *row, gpointer user_data)
{
  g_ptr_array_add (user_data, dolen_row_take_text (row));
}

/* A cost is told in its amounts and in words; where both clash it is one thing to look at. */
static gboolean
is_told_by_another (const GPtrArray *clashes, const DolenClash *clash)
{
  if (g_strcmp0 (clash->field, "fees") != 0)
    return FALSE;
  for (guint i = 0; i < clashes->len; i++)
    if (g_strcmp0 (((const DolenClash *) clashes->pdata[i])->field, "costs") == 0)
      return TRUE;
  return FALSE;
}

static gboolean
tell_clashes (
    DolenQueueScan *scan, const char *uid, DolenLanguage language, GPtrArray *asks, GError **error)
{
  g_autoptr (GPtrArray) clashes = dolen_directory_list_clashes (scan->dir, uid, 0, error);

  if (clashes == NULL)
    return FALSE;
  for (guint i = 0; i < clashes->len; i++) {
    const DolenClash *clash = g_ptr_array_index (clashes, i);
    g_autofree char *on = dolen_date_of_instant (clash->feed_changed_at);
    DolenQueueAsk *ask;

    if (is_told_by_another (clashes, clash))
      continue;
    ask = dolen_queue_add_ask (
        asks, DOLEN_QUEUE_CLASH, clash->field, on, dolen_clash_tell (clash, language));
    ask->record = g_strdup (clash->record_uid);
  }
  return TRUE;
}

DOLEN_QUEUE_DESCRIBE (clashes)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_free);

  if (!dolen_directory_each (
          scan->dir,
          row->service > 0
              ? "SELECT record_uid FROM field_edit WHERE feed_changed_at IS NOT NULL"
                " AND (record_uid = (SELECT uid FROM service WHERE id = ?1)"
                "  OR ?1 = " FIRST_AT_VENUE ("record_uid") ") GROUP BY record_uid ORDER BY min (id)"
              : "SELECT record_uid FROM field_edit WHERE feed_changed_at IS NOT NULL"
                " AND record_uid = (SELECT uid FROM organisation WHERE id = ?1)"
                " GROUP BY record_uid",
          owner_of (row),
          take_record_uid,
          records,
          error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!tell_clashes (scan, records->pdata[i], language, asks, error))
      return FALSE;
  return TRUE;
}

/* ---- oddities ---- */

static void
add_oddity (DolenQueueScan *scan, DolenStatement *row)
{
  DolenUpkeep *upkeep = dolen_queue_scan_find (scan, dolen_statement_get_int64 (row, 0));
  double worth = dolen_statement_get_int64 (row, 1) > 0 ? WORTH_CLOSED : WORTH_ODDITY;

  if (upkeep != NULL && upkeep->chased && !upkeep->wrong_number)
    dolen_queue_scan_add_desk (
        scan, DOLEN_QUEUE_ODDITY, upkeep->id, upkeep->organisation, worth, upkeep->fed);
}

/* No way to ask them anything. */
#define SILENT                                                                                     \
  "FROM service s LEFT JOIN organisation o ON o.id = s.organisation WHERE s.phone IS NULL"         \
  " AND s.email IS NULL AND s.url IS NULL AND o.phone IS NULL AND o.email IS NULL"                 \
  " AND o.url IS NULL AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.service = s.id"              \
  "  AND coalesce (c.phone, c.email, c.name, c.role) IS NOT NULL)"                                 \
  " AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.organisation = s.organisation)"

/* All the days on which it meets have passed: those with one that has are few. */
#define ENDS(x) "coalesce (min (" x ".until, " x ".valid_to), " x ".until, " x ".valid_to, '9999')"
#define PAST                                                                                       \
  "FROM schedule d WHERE d.closed = 0 AND " ENDS (                                                 \
      "d") " < ?1 AND NOT EXISTS"                                                                  \
           " (SELECT 1 FROM schedule e WHERE e.service = d.service AND e.closed = 0"               \
           "  AND " ENDS ("e") " >= ?1)"

/* What was odd when the feed was read, and nobody has edited since or filled from another record.
 */
#define IMPORTED                                                                                   \
  "FROM oddity x JOIN service s ON s.uid = x.record_uid WHERE NOT EXISTS (SELECT 1 FROM history h" \
  " WHERE h.record_uid = x.record_uid AND h.at >= x.noted_at"                                      \
  " AND (h.act LIKE 'set-%' OR h.act = '" DOLEN_EDIT_TAKE "')"                                     \
  " AND NOT EXISTS (SELECT 1 FROM history u WHERE u.undoes = h.id))"

/* Whether it runs at all. */
#define SAYS_CLOSED "x.what IN ('name-says-closed', 'status-unknown')"

/* What matching cannot do without first. */
#define MOST_USEFUL                                                                                \
  "CASE WHEN " SAYS_CLOSED " THEN 0"                                                               \
  " WHEN x.what = 'times-unreadable' THEN 1 WHEN x.what = 'no-organisation' THEN 3 ELSE 2 END,"    \
  " x.what"

gboolean
dolen_queue_collect_oddities (DolenQueueScan *scan, GError **error)
{
  for (guint i = 0; i < scan->upkeep->len; i++) {
    const DolenUpkeep *upkeep = &g_array_index (scan->upkeep, DolenUpkeep, i);

    if (upkeep->chased && upkeep->wrong_number)
      dolen_queue_scan_add_desk (
          scan, DOLEN_QUEUE_ODDITY, upkeep->id, upkeep->organisation, WORTH_ODDITY, upkeep->tried);
  }
  return dolen_queue_scan_each_of (
      scan,
      "SELECT id, max (closed) FROM (SELECT s.id AS id, 0 AS closed " SILENT
      " UNION SELECT d.service, 0 " PAST " UNION SELECT s.id, " SAYS_CLOSED " " IMPORTED
      ") GROUP BY id",
      scan->today,
      add_oddity,
      error);
}

static void
note_found (DolenRow *row, gpointer user_data)
{
  gboolean *found = user_data;
  *found = TRUE;
}

/* The times in words that nobody understood, as the listing has them now. */
#define UNREAD                                                                                     \
  "SELECT coalesce (CASE ?2 WHEN 1 THEN description_cy END, description_en, description_cy)"       \
  " FROM schedule WHERE service = ?1 AND closed = 0 AND opens_at IS NULL"                          \
  " AND coalesce (description_en, description_cy) IS NOT NULL ORDER BY id"

/* The telephone numbers nobody could ring, likewise. */
#define UNREAD_PHONES                                                                              \
  "SELECT phone_given FROM contact WHERE service = ?1 AND ?2 >= 0 AND phone IS NULL"               \
  " AND phone_given IS NOT NULL ORDER BY id"

/* (transfer full) (nullable): what @sql finds, "Thurs 7-9; Sat". */
static char *
join_unread (const Telling *telling, const char *sql)
{
  DolenStatement *statement = dolen_directory_statement (telling->scan->dir, sql, NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean more = FALSE;

  if (statement == NULL)
    return NULL;
  dolen_statement_bind_int64 (statement, 1, telling->service);
  dolen_statement_bind_int64 (statement, 2, telling->language == DOLEN_LANGUAGE_CY);
  while (dolen_statement_step (statement, &more, NULL) && more)
    g_string_append_printf (
        words, "%s%s", words->len > 0 ? "; " : "", dolen_statement_get_text (statement, 0));
  dolen_statement_reset (statement);
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/* (transfer full): "Times could not be read: “Thurs 7-9; Sat”". */
static char *
say_unread (const Telling *telling, const char *code, const char *text)
{
  gboolean times = g_str_equal (code, "times-unreadable");
  g_autofree char *words = NULL;

  if (times || g_str_equal (code, "phone-unreadable"))
    words = join_unread (telling, times ? UNREAD : UNREAD_PHONES);
  if (words == NULL)
    return g_strdup (text);
  if (!times)
    /* Translators: what stands in place of a group's telephone number follows, as it is written. */
    return g_strdup_printf (
        dolen_text (telling->language, "The telephone number cannot be read: “%s”"), words);
  /* Translators: a group's times in its own words, which the program does not understand, follow.
   */
  return g_strdup_printf (dolen_text (telling->language, "Times could not be read: “%s”"), words);
}

static void
tell_imported (DolenRow *row, gpointer user_data)
{
  Telling *telling = user_data;
  g_autofree char *code = dolen_row_take_text (row);
  const char *text = dolen_import_oddity_text (code, telling->language);

  if (text != NULL)
    dolen_queue_add_ask (
        telling->asks, DOLEN_QUEUE_ODDITY, code, NULL, say_unread (telling, code, text));
}

DOLEN_QUEUE_DESCRIBE (oddities)
{
  Telling telling = { scan, language, asks, upkeep->id };
  gboolean silent = FALSE;
  DolenStatement *past = NULL;
  gboolean ended = FALSE;

  if (!dolen_directory_each (
          scan->dir, "SELECT 1 " SILENT " AND s.id = ?1", upkeep->id, note_found, &silent, error))
    return FALSE;
  past = dolen_directory_statement (scan->dir, "SELECT 1 " PAST " AND d.service = ?2", error);
  if (past == NULL)
    return FALSE;
  dolen_statement_bind_text (past, 1, scan->today);
  dolen_statement_bind_int64 (past, 2, upkeep->id);
  if (!dolen_statement_step (past, &ended, error))
    return FALSE;
  dolen_statement_reset (past);
  if (upkeep->wrong_number)
    dolen_queue_add_ask (
        asks,
        DOLEN_QUEUE_ODDITY,
        "wrong-number",
        NULL,
        g_strdup (dolen_text (language, "The telephone number is wrong; find another")));
  if (silent)
    dolen_queue_add_ask (
        asks,
        DOLEN_QUEUE_ODDITY,
        "silent",
        NULL,
        g_strdup (dolen_text (language, "No telephone, e-mail or web page is known")));
  if (ended)
    dolen_queue_add_ask (
        asks,
        DOLEN_QUEUE_ODDITY,
        "past",
        NULL,
        g_strdup (dolen_text (language, "All the dates on which it meets have passed")));
  return dolen_directory_each (scan->dir,
                               "SELECT x.what " IMPORTED " AND s.id = ?1 ORDER BY " MOST_USEFUL,
                               upkeep->id,
                               tell_imported,
                               &telling,
                               error);
}

/* ---- tags ---- */

/* That there are some is enough: a service has dozens, and to count them all would cost more than
 * the rest of the queue. */

static void
take_tags (DolenQueueScan *scan, DolenStatement *row)
{
  DolenUpkeep *upkeep = dolen_queue_scan_find (scan, dolen_statement_get_int64 (row, 0));

  if (upkeep != NULL && upkeep->chased)
    dolen_queue_scan_add_desk (
        scan, DOLEN_QUEUE_TAGS, upkeep->id, upkeep->organisation, WORTH_TAGS, upkeep->fed);
}

gboolean
dolen_queue_collect_tags (DolenQueueScan *scan, GError **error)
{
  return dolen_queue_scan_each (scan,
                                "SELECT id FROM service s WHERE EXISTS (SELECT 1 FROM tag"
                                " INDEXED BY tag_by_rule WHERE service = s.id"
                                " AND state = 'proposed' AND tagger > 0 AND kind <> 'other')",
                                take_tags,
                                error);
}

static void
count_tags (DolenRow *row, gpointer user_data)
{
  gint64 *tags = user_data;
  *tags = dolen_row_take_int (row);
}

DOLEN_QUEUE_DESCRIBE (tags)
{
  gint64 tags = 0;

  if (!dolen_directory_each (scan->dir,
                             "SELECT count(*) FROM tag WHERE service = ?1 AND state = 'proposed'"
                             " AND tagger > 0 AND kind <> 'other'",
                             upkeep->id,
                             count_tags,
                             &tags,
                             error))
    return FALSE;
  dolen_queue_add_ask (
      asks,
      DOLEN_QUEUE_TAGS,
      NULL,
      NULL,
      /* Translators: tags: what a group is good for, read from its words by a rule. */
      g_strdup_printf (dolen_ntext (language,
                                    "%d tag was read by a rule and checked by nobody",
                                    "%d tags were read by a rule and checked by nobody",
                                    (gulong) tags),
                       (int) tags));
  return TRUE;
}

/* ---- the two languages ---- */

gboolean
dolen_queue_collect_welsh (DolenQueueScan *scan, GError **error)
{
  for (guint i = 0; scan->rules->welsh && i < scan->upkeep->len; i++) {
    const DolenUpkeep *upkeep = &g_array_index (scan->upkeep, DolenUpkeep, i);

    if (upkeep->chased && upkeep->lacks > 0)
      dolen_queue_scan_add_desk (scan,
                                 DOLEN_QUEUE_WELSH,
                                 upkeep->id,
                                 upkeep->organisation,
                                 WORTH_WELSH + (double) (upkeep->lacks - 1) / 2,
                                 upkeep->fed);
  }
  return TRUE;
}

static char *
say_state (DolenLanguage language, DolenLanguage side, DolenTextState state)
{
  gboolean welsh = side == DOLEN_LANGUAGE_CY;

  if (state == DOLEN_TEXT_MISSING)
    return g_strdup (welsh ? dolen_text (language, "There is no Welsh text")
                           : dolen_text (language, "There is no English text"));
  if (state == DOLEN_TEXT_OUT_OF_DATE)
    return g_strdup (welsh ? dolen_text (language, "The Welsh text is out of date")
                           : dolen_text (language, "The English text is out of date"));
  return g_strdup (welsh ? dolen_text (language, "Nobody has checked the Welsh text")
                         : dolen_text (language, "Nobody has checked the English text"));
}

static void
tell_text (DolenRow *row, gpointer user_data)
{
  static const char *const fields[] = { "description", "name" };
  Telling *telling = user_data;

  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    for (guint side = 0; side < DOLEN_N_LANGUAGES; side++) {
      DolenTextState state = dolen_text_state_from_code (dolen_row_peek_text (row));
      g_autofree char *what
          = g_strdup_printf ("%s_%s", fields[f], dolen_language_code ((DolenLanguage) side));

      if (state == DOLEN_TEXT_OUT_OF_DATE || state == DOLEN_TEXT_DRAFT
          || (f == 0 && state == DOLEN_TEXT_MISSING))
        dolen_queue_add_ask (telling->asks,
                             DOLEN_QUEUE_WELSH,
                             what,
                             NULL,
                             say_state (telling->language, (DolenLanguage) side, state));
    }
}

DOLEN_QUEUE_DESCRIBE (welsh)
{
  Telling telling = { scan, language, asks, 0 };

  return dolen_directory_each (scan->dir,
                               "SELECT description_en_state, description_cy_state, name_en_state,"
                               " name_cy_state FROM service WHERE id = ?1",
                               upkeep->id,
                               tell_text,
                               &telling,
                               error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-private.h"

#include "base/dolen-time.h"

#include <stdlib.h>
#include <string.h>

/*
 * The directory read into columns: one pass a table, in the order in which it lies in the file
 * where nothing else is asked. One savepoint holds the state of the file meanwhile.
 */
typedef struct {
  DolenDb *db;
  DolenFacts *facts;
  const char *uid; /* (nullable) only this service */
  GCancellable *cancellable;
  const char **name_cy; /* of each service; for what stands in a name */
  guint at;             /* the service of the last row: mostly that of the next, too */
} Pass;

typedef void (*ReadRow) (Pass *pass, guint index, DolenStatement *row);

#define LISTED "s.do_not_list = 0 AND s.status NOT IN ('inactive', 'defunct')"

/* A query in its parts: where only one service is read, @service is held to it. */
typedef struct {
  const char *select; /* up to its WHERE */
  const char *service;
  const char *rest;
} Query;

/* ?1 is the service read, if only one is; ?2, where a query has it, the day. */
static DolenStatement *
prepare (Pass *pass, const Query *query, GError **error)
{
  g_autofree char *sql = pass->uid != NULL
                             ? g_strconcat (query->select,
                                            " AND ",
                                            query->service,
                                            " = (SELECT id FROM service WHERE uid = ?1)",
                                            query->rest,
                                            NULL)
                             : g_strconcat (query->select, query->rest, NULL);
  DolenStatement *statement = dolen_db_prepare (pass->db, sql, error);

  if (statement == NULL)
    return NULL;
  if (pass->uid != NULL)
    dolen_statement_bind_text (statement, 1, pass->uid);
  if (sqlite3_bind_parameter_count (statement) > 1)
    dolen_statement_bind_text (statement, 2, pass->facts->today);
  return statement;
}

/* Goes to service @id; FALSE where it is not among the listed. */
static gboolean
go_to (Pass *pass, gint64 id)
{
  const DolenFacts *facts = pass->facts;
  guint from = 0, to = facts->n;

  if (pass->at < facts->n && facts->id[pass->at] == id)
    return TRUE;
  while (from < to) {
    guint middle = from + (to - from) / 2;

    if (facts->id[middle] < id)
      from = middle + 1;
    else
      to = middle;
  }
  pass->at = from;
  return from < facts->n && facts->id[from] == id;
}

/* Runs one pass: the first column is the service's id. */
static gboolean
run_pass (Pass *pass, const Query *query, ReadRow read, GError **error)
{
  g_autoptr (DolenStatement) statement = prepare (pass, query, error);
  gboolean row = FALSE;
  guint n = 0;

  if (statement == NULL)
    return FALSE;
  pass->at = 0;
  for (;;) {
    if (n++ % 4096 == 0 && g_cancellable_set_error_if_cancelled (pass->cancellable, error))
      return FALSE;
    if (!dolen_statement_step (statement, &row, error))
      return FALSE;
    if (!row)
      return TRUE;
    if (go_to (pass, dolen_statement_get_int64 (statement, 0)))
      read (pass, pass->at, statement);
  }
}

static int
days_since (const DolenFacts *facts, const char *date)
{
  if (date == NULL || !dolen_date_is_valid (date))
    return -1;
  return CLAMP (dolen_date_days_between (date, facts->today), 0, G_MAXINT16);
}

static int
small (gint64 value)
{
  return (int) CLAMP (value, -1, 127);
}

static const char *
keep_text (DolenFacts *facts, const char *text)
{
  return g_string_chunk_insert (facts->strings, text != NULL ? text : "");
}

static DolenGender
gender_of (const char *given)
{
  static const struct {
    const char *word;
    DolenGender gender;
  } words[] = {
    { "female", DOLEN_GENDER_FEMALE }, { "women", DOLEN_GENDER_FEMALE },
    { "woman", DOLEN_GENDER_FEMALE },  { "ladies", DOLEN_GENDER_FEMALE },
    { "male", DOLEN_GENDER_MALE },     { "men", DOLEN_GENDER_MALE },
    { "man", DOLEN_GENDER_MALE },
  };

  for (gsize i = 0; given != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (given, words[i].word) == 0)
      return words[i].gender;
  return DOLEN_GENDER_UNKNOWN;
}

#define FROM_SERVICES " FROM service s WHERE " LISTED
#define FROM_VENUES                                                                                \
  " FROM service s JOIN service_venue sv ON sv.service = s.id JOIN venue v ON v.id = sv.venue"     \
  " WHERE v.latitude IS NOT NULL AND v.no_map = 0 AND v.hide_address = 0 AND " LISTED

static const Query n_services = { "SELECT count (*)" FROM_SERVICES, "s.id", "" };
static const Query n_venues_of_all = { "SELECT count (*)" FROM_VENUES, "s.id", "" };

static const Query services = {
  "SELECT s.id, s.uid, coalesce (s.name_en, s.name_cy), s.status, s.gone_since, s.source,"
  " s.minimum_age, s.maximum_age, s.gender, s.access, s.attending, s.name_cy" FROM_SERVICES,
  "s.id",
  " ORDER BY s.id",
};

static gboolean
read_services (Pass *pass, GError **error)
{
  g_autoptr (DolenStatement) row_of = prepare (pass, &services, error);
  DolenFacts *facts = pass->facts;
  gboolean row = FALSE;

  if (row_of == NULL)
    return FALSE;
  for (guint i = 0; i < facts->n; i++) {
    if (!dolen_statement_step (row_of, &row, error))
      return FALSE;
    if (!row)
      return TRUE;
    facts->id[i] = dolen_statement_get_int64 (row_of, 0);
    facts->uid[i] = keep_text (facts, dolen_statement_get_text (row_of, 1));
    facts->name[i] = keep_text (facts, dolen_statement_get_text (row_of, 2));
    if (!dolen_statement_is_null (row_of, 4))
      facts->listing[i] = DOLEN_LISTING_GONE;
    if (dolen_service_status_from_code (dolen_statement_get_text (row_of, 3))
        == DOLEN_SERVICE_TEMPORARILY_CLOSED)
      facts->listing[i] = DOLEN_LISTING_CLOSED;
    facts->made_here[i] = dolen_statement_is_null (row_of, 5);
    facts->eligible[i].min_age = (gint8) small (dolen_statement_get_known (row_of, 6));
    facts->eligible[i].max_age = (gint8) small (dolen_statement_get_known (row_of, 7));
    facts->eligible[i].gender = (guint8) gender_of (dolen_statement_get_text (row_of, 8));
    facts->access[i] = (guint8) dolen_statement_get_int64 (row_of, 9);
    facts->attending[i] = (guint8) dolen_statement_get_int64 (row_of, 10);
    if (!dolen_statement_is_null (row_of, 11))
      pass->name_cy[i] = keep_text (facts, dolen_statement_get_text (row_of, 11));
  }
  return TRUE;
}

/* How far off a venue may be: the store keeps where its position came from. */
static float
precision_of (const char *origin)
{
  switch (dolen_position_origin_from_id (origin)) {
  case DOLEN_POSITION_POSTCODE_DISTRICT:
    return 5.0f;
  case DOLEN_POSITION_PLACE:
    return 2.0f;
  case DOLEN_POSITION_POSTCODE_UNIT:
  case DOLEN_POSITION_FEED:
  case DOLEN_POSITION_PERSON:
  case DOLEN_POSITION_NONE:
  case DOLEN_N_POSITION_ORIGINS:
    break;
  }
  return (float) DOLEN_POSITION_EXACT_KM;
}

static const Query venues = {
  "SELECT s.id, v.latitude, v.longitude, v.origin" FROM_VENUES,
  "s.id",
  " ORDER BY s.id",
};

static void
read_venue (Pass *pass, guint i, DolenStatement *row)
{
  DolenFacts *facts = pass->facts;
  guint v = facts->first_venue[facts->n]++; /* the running count, until the pass is over */

  if (v >= facts->n_venues)
    return;
  facts->latitude[v] = (float) dolen_statement_get_double (row, 1);
  facts->longitude[v] = (float) dolen_statement_get_double (row, 2);
  facts->precision_km[v] = precision_of (dolen_statement_get_text (row, 3));
  facts->first_venue[i]++; /* how many, until the pass is over */
}

static gboolean
read_venues (Pass *pass, GError **error)
{
  DolenFacts *facts = pass->facts;
  guint32 begin = 0;

  if (!run_pass (pass, &venues, read_venue, error))
    return FALSE;
  for (guint i = 0; i <= facts->n; i++) {
    guint32 count = i < facts->n ? facts->first_venue[i] : 0;

    facts->first_venue[i] = begin;
    begin += count;
  }
  facts->n_venues = facts->first_venue[facts->n];
  return TRUE;
}

/* Newest last, so that it is the one that stays. */
static const Query capacities = {
  "SELECT c.service, c.status, c.places_free, c.wait_weeks_from, c.wait_weeks_to, c.as_of,"
  " c.source, c.returns_on FROM capacity_report c WHERE TRUE",
  "c.service",
  " ORDER BY c.service, c.as_of, c.id",
};

static void
read_capacity (Pass *pass, guint i, DolenStatement *row)
{
  DolenFacts *facts = pass->facts;
  const char *returns_on = dolen_statement_get_text (row, 7);
  DolenCapacityFact *fact = &facts->capacity[i];

  fact->status = (gint8) dolen_capacity_status_from_code (dolen_statement_get_text (row, 1));
  fact->places = (gint16) CLAMP (dolen_statement_get_known (row, 2), -1, G_MAXINT16);
  fact->wait_from = (gint16) CLAMP (dolen_statement_get_known (row, 3), -1, G_MAXINT16);
  fact->wait_to = (gint16) CLAMP (dolen_statement_get_known (row, 4), -1, G_MAXINT16);
  fact->age = (gint16) days_since (facts, dolen_statement_get_text (row, 5));
  fact->source = (gint8) dolen_told_by_from_code (dolen_statement_get_text (row, 6));
  fact->returns_after = -1;
  if (returns_on != NULL && dolen_date_is_valid (returns_on))
    fact->returns_after
        = (gint16) CLAMP (dolen_date_days_between (facts->today, returns_on), -1, G_MAXINT16);
}

static const Query confirmations = {
  "SELECT c.service, max (c.on_date) FROM confirmation c WHERE TRUE",
  "c.service",
  " GROUP BY c.service",
};

static void
read_confirmation (Pass *pass, guint i, DolenStatement *row)
{
  pass->facts->confirmed[i] = (gint16) days_since (pass->facts, dolen_statement_get_text (row, 1));
}

/* What a person pays a time: the least of the prices, but "first session free" is not free. */
static const Query costs = {
  "SELECT c.service, coalesce (min (nullif (c.pence, 0)), min (c.pence))"
  " FROM cost c WHERE c.pence >= 0 AND (c.valid_to IS NULL OR c.valid_to >= ?2)",
  "c.service",
  " GROUP BY c.service",
};

static void
read_cost (Pass *pass, guint i, DolenStatement *row)
{
  pass->facts->pence[i] = (gint32) CLAMP (dolen_statement_get_known (row, 1), -1, G_MAXINT32);
}

static const Query languages = {
  "SELECT l.service, l.code FROM language_offered l WHERE l.code IS NOT NULL",
  "l.service",
  "",
};

static void
read_language (Pass *pass, guint i, DolenStatement *row)
{
  pass->facts->languages[i]
      |= dolen_facts_add_language (pass->facts, dolen_statement_get_text (row, 1));
}

static const Query schedules = {
  "SELECT t.service, t.freq, t.byday, t.dtstart FROM schedule t WHERE t.closed = 0"
  " AND (t.valid_to IS NULL OR t.valid_to >= ?2) AND (t.until IS NULL OR t.until >= ?2)",
  "t.service",
  "",
};

/* "TU,TH", "2MO", "-1FR" (RFC 5545, BYDAY): which days of the week. */
static guint
days_of (const char *byday)
{
  static const char *const codes[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  guint days = 0;

  for (; byday != NULL && *byday != '\0'; byday++)
    for (guint d = 0; d < G_N_ELEMENTS (codes); d++)
      if (g_ascii_strncasecmp (byday, codes[d], 2) == 0)
        days |= 1u << d;
  return days;
}

static void
read_schedule (Pass *pass, guint i, DolenStatement *row)
{
  const char *freq = dolen_statement_get_text (row, 1);
  const char *dtstart = dolen_statement_get_text (row, 3);
  guint days = days_of (dolen_statement_get_text (row, 2));

  if (days == 0 && g_strcmp0 (freq, "DAILY") == 0)
    days = DOLEN_DAYS_ALL;
  else if (days == 0 && g_strcmp0 (freq, "WEEKLY") == 0 && dtstart != NULL) {
    g_autofree char *date = dolen_date_parse (dtstart);

    if (date != NULL)
      days = DOLEN_DAY_BIT (dolen_date_weekday (date));
  }
  pass->facts->days[i] |= (guint8) days;
}

static const Query tags = {
  "SELECT t.service, t.kind, t.code, t.value, t.state = 'confirmed', t.words"
  " FROM tag t WHERE t.scheme = 'dolen' AND t.state <> 'rejected' AND t.code <> 'read'",
  "t.service",
  "",
};

static gboolean
stands_in (const char *words, const char *name)
{
  return words != NULL && name != NULL && words[0] != '\0' && strstr (name, words) != NULL;
}

/* "age-8-25", "gender-male", "audience-children": what the tagging read of whom it is for. */
static void
read_eligibility_tag (DolenEligibilityFact *fact, const char *code)
{
  static const struct {
    const char *code;
    DolenAudience audience;
  } audiences[] = {
    { "audience-children", DOLEN_AUDIENCE_CHILDREN },
    { "audience-parents", DOLEN_AUDIENCE_PARENTS },
    { "audience-carers", DOLEN_AUDIENCE_CARERS },
    { "audience-veterans", DOLEN_AUDIENCE_VETERANS },
    { "audience-professionals", DOLEN_AUDIENCE_PROFESSIONALS },
    { "audience-lgbtq", DOLEN_AUDIENCE_LGBTQ },
    { "audience-disability", DOLEN_AUDIENCE_DISABLED },
    { "audience-older", DOLEN_AUDIENCE_OLDER },
  };

  if (g_str_has_prefix (code, "age-") && fact->min_age < 0 && fact->max_age < 0) {
    char *end = NULL;
    long from = strtol (code + 4, &end, 10);

    fact->min_age = (gint8) CLAMP (from, 0, 120);
    if (*end == '-' && g_ascii_isdigit (end[1]))
      fact->max_age = (gint8) CLAMP (strtol (end + 1, NULL, 10), 0, 120);
  } else if (g_str_has_prefix (code, "gender-") && fact->gender == DOLEN_GENDER_UNKNOWN) {
    fact->gender = (guint8) gender_of (code + strlen ("gender-"));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (audiences); i++)
    if (strcmp (audiences[i].code, code) == 0)
      fact->audience |= (guint8) audiences[i].audience;
}

static void
read_tag (Pass *pass, guint i, DolenStatement *row)
{
  DolenFacts *facts = pass->facts;
  DolenTermKind kind = dolen_term_kind_from_code (dolen_statement_get_text (row, 1));
  const char *code = dolen_statement_get_text (row, 2);
  const char *words = dolen_statement_get_text (row, 5);
  const DolenTerm *term;
  DolenTagStrength strength = DOLEN_STRENGTH_SAID;

  if (kind == DOLEN_TERM_N_KINDS) {
    read_eligibility_tag (&facts->eligible[i], code);
    return;
  }
  term = dolen_vocabulary_by_code (facts->vocabulary, kind, code);
  if (term == NULL)
    return;
  if (stands_in (words, facts->name[i]) || stands_in (words, pass->name_cy[i]))
    strength = DOLEN_STRENGTH_IN_NAME;
  else if (dolen_statement_get_int64 (row, 4) != 0)
    strength = DOLEN_STRENGTH_CONFIRMED;
  dolen_facts_add_tag (facts, i, term, dolen_statement_get_int64 (row, 3) != 0, strength);
}

static gboolean
read_all (Pass *pass, GError **error)
{
  static const struct {
    const Query *query;
    ReadRow read;
  } passes[] = {
    { &capacities, read_capacity }, { &confirmations, read_confirmation }, { &costs, read_cost },
    { &languages, read_language },  { &schedules, read_schedule },         { &tags, read_tag },
  };

  if (!read_services (pass, error) || !read_venues (pass, error))
    return FALSE;
  for (gsize p = 0; p < G_N_ELEMENTS (passes); p++)
    if (!run_pass (pass, passes[p].query, passes[p].read, error))
      return FALSE;
  dolen_facts_derive (pass->facts);
  return TRUE;
}

static gboolean
count (Pass *pass, const Query *query, guint *n, GError **error)
{
  g_autoptr (DolenStatement) statement = prepare (pass, query, error);
  gboolean row = FALSE;

  if (statement == NULL || !dolen_statement_step (statement, &row, error) || !row)
    return FALSE;
  *n = (guint) dolen_statement_get_int64 (statement, 0);
  return TRUE;
}

DolenFacts *
dolen_facts_read (DolenDb *directory,
                  DolenVocabulary *vocabulary,
                  const char *uid,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenFacts) facts = NULL;
  Pass pass = { .db = directory, .uid = uid, .cancellable = cancellable };
  g_autofree const char **names = NULL;
  guint n = 0, n_venues = 0;
  gboolean done;

  if (!dolen_db_exec (directory, "SAVEPOINT facts", error))
    return NULL;
  done = count (&pass, &n_services, &n, error) && count (&pass, &n_venues_of_all, &n_venues, error);
  if (done) {
    facts = dolen_facts_alloc (vocabulary, today, n, n_venues);
    pass.facts = facts;
    pass.name_cy = names = g_new0 (const char *, n + 1);
    done = read_all (&pass, error);
  }
  dolen_db_exec (directory, "RELEASE facts", NULL);
  return done ? g_steal_pointer (&facts) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-caseload-answers.h"

#include "casework/dolen-caseload-private.h"

/* The earliest of the days an answer may have come; min() of SQLite is NULL where one of them is,
 * so each that is missing lies beyond all. */
#define DAY(column) "coalesce(" column ", '9999')"
#define ANSWERED                                                                                                        \
  "nullif(min(" DAY ("received_on") ", " DAY ("accepted_on") ", " DAY ("waiting_on") ", " DAY ("started_on") ", " DAY ( \
      "attending_on") ", " DAY ("completed_on") ", " DAY ("declined_on") ", " DAY ("not_reached_on") "), '9999')"

static const char sql[]
    = "SELECT service, kind, sent_on, " ANSWERED ","
      " coalesce(accepted_on, waiting_on, started_on, attending_on, completed_on) IS NOT NULL,"
      " coalesce(started_on, attending_on, completed_on) IS NOT NULL,"
      " state IN ('cancelled', 'did-not-start')"
      " FROM referral WHERE service IS NOT NULL AND sent_on IS NOT NULL AND state != 'in-error'"
      " ORDER BY service, sent_on";

enum {
  SERVICE,
  KIND,
  SENT,
  ANSWER,
  ACCEPTED,
  STARTED,
  STOPPED
};

static gboolean
read_day (DolenStatement *row, int column, GDate *day)
{
  const char *text = dolen_statement_get_text (row, column);

  g_date_clear (day, 1);
  if (text != NULL)
    g_date_set_parse (day, text);
  return g_date_valid (day);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The lower middle: half of the answers came within it. */
static void
set_median (DolenAnswer *answer, GArray *days)
{
  if (answer != NULL && days->len > 0) {
    g_array_sort (days, compare_days);
    answer->median_days = g_array_index (days, int, (days->len - 1) / 2);
  }
  g_array_set_size (days, 0);
}

static void
count_row (DolenStatement *row, DolenAnswer *answer, GArray *days, const GDate *today)
{
  GDate sent, answered;
  guint32 julian;
  int after;

  if (!read_day (row, SENT, &sent))
    return;
  julian = g_date_get_julian (&sent);
  g_array_append_val (answer->sent, julian);
  if (g_strcmp0 (dolen_statement_get_text (row, KIND), "signposting") == 0)
    return;
  if (!read_day (row, ANSWER, &answered)) {
    if (!dolen_statement_get_int64 (row, STOPPED)
        && g_date_days_between (&sent, today) > DOLEN_ANSWER_DAYS)
      answer->asked++;
    return;
  }
  after = MAX (g_date_days_between (&sent, &answered), 0);
  g_array_append_val (days, after);
  answer->asked++;
  answer->answered++;
  answer->accepted += dolen_statement_get_int64 (row, ACCEPTED) != 0;
  answer->started += dolen_statement_get_int64 (row, STARTED) != 0;
}

DolenAnswers *
dolen_caseload_read_answers (DolenCaseload *caseload, const char *today, GError **error)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (caseload->db, sql, error);
  g_autoptr (DolenAnswers) answers = dolen_answers_new ();
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  DolenAnswer *answer = NULL;
  gboolean found = FALSE, ok;
  GDate now;

  g_date_clear (&now, 1);
  g_date_set_parse (&now, today);
  g_return_val_if_fail (g_date_valid (&now), NULL);
  if (row == NULL)
    return NULL;
  while ((ok = dolen_statement_step (row, &found, error)) && found) {
    const char *service = dolen_statement_get_text (row, SERVICE);

    if (answer == NULL || !g_str_equal (answer->service, service)) {
      set_median (answer, days);
      answer = dolen_answers_add (answers, service);
    }
    count_row (row, answer, days, &now);
  }
  set_median (answer, days);
  return ok ? g_steal_pointer (&answers) : NULL;
}

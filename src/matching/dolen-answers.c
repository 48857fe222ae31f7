/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-answers.h"

#include <glib/gi18n-lib.h>

struct _DolenAnswers {
  gatomicrefcount ref_count;
  GPtrArray *list;      /* (owned) of DolenAnswer */
  GHashTable *services; /* (owned) the same by service; its keys are theirs */
};

static void
answer_free (gpointer data)
{
  DolenAnswer *answer = data;

  g_free (answer->service);
  g_array_unref (answer->sent);
  g_free (answer);
}

DolenAnswers *
dolen_answers_new (void)
{
  DolenAnswers *answers = g_new0 (DolenAnswers, 1);

  g_atomic_ref_count_init (&answers->ref_count);
  answers->list = g_ptr_array_new_with_free_func (answer_free);
  answers->services = g_hash_table_new (g_str_hash, g_str_equal);
  return answers;
}

DolenAnswers *
dolen_answers_ref (DolenAnswers *answers)
{
  g_atomic_ref_count_inc (&answers->ref_count);
  return answers;
}

void
dolen_answers_unref (DolenAnswers *answers)
{
  if (answers == NULL || !g_atomic_ref_count_dec (&answers->ref_count))
    return;
  g_hash_table_unref (answers->services);
  g_ptr_array_unref (answers->list);
  g_free (answers);
}

DolenAnswer *
dolen_answers_add (DolenAnswers *answers, const char *service)
{
  DolenAnswer *answer = g_hash_table_lookup (answers->services, service);

  if (answer != NULL)
    return answer;
  answer = g_new0 (DolenAnswer, 1);
  answer->service = g_strdup (service);
  answer->median_days = -1;
  answer->sent = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_ptr_array_add (answers->list, answer);
  g_hash_table_insert (answers->services, answer->service, answer);
  return answer;
}

guint
dolen_answers_count (const DolenAnswers *answers)
{
  return answers->list->len;
}

const DolenAnswer *
dolen_answers_nth (const DolenAnswers *answers, guint i)
{
  return g_ptr_array_index (answers->list, i);
}

const DolenAnswer *
dolen_answers_find (const DolenAnswers *answers, const char *service)
{
  return answers != NULL && service != NULL ? g_hash_table_lookup (answers->services, service)
                                            : NULL;
}

gboolean
dolen_answer_is_known (const DolenAnswer *answer)
{
  return answer != NULL && answer->asked >= DOLEN_ANSWERS_LEAST;
}

int
dolen_answer_sent_since (const DolenAnswer *answer, const char *today, int days)
{
  GDate date;
  int n = 0;
  guint32 first;

  if (answer == NULL || days < 0)
    return 0;
  g_date_clear (&date, 1);
  g_date_set_parse (&date, today);
  g_return_val_if_fail (g_date_valid (&date), 0);
  first = g_date_get_julian (&date) - (guint32) days;
  for (guint i = answer->sent->len; i > 0 && g_array_index (answer->sent, guint32, i - 1) >= first;
       i--)
    n++;
  return n;
}

char *
dolen_answer_say (const DolenAnswer *answer, DolenLanguage language)
{
  if (!dolen_answer_is_known (answer))
    return NULL;
  if (answer->answered == 0)
    /* Translators: of a group; %d: at least 5. */
    return g_strdup_printf (dolen_text (language, "Answered none of %d referrals"), answer->asked);
  if (answer->median_days <= 0)
    /* Translators: of a group; first: how many of our referrals it answered; second: of how many,
     * at least 5. */
    return g_strdup_printf (
        dolen_text (language, "Answered %1$d of %2$d referrals, half of them on the same day"),
        answer->answered,
        answer->asked);
  return g_strdup_printf (
      /* Translators: of a group; first: how many of our referrals it answered; second: of how many,
       * at least 5; third: days, the number the plural is of. */
      dolen_ntext (language,
                   "Answered %1$d of %2$d referrals, half of them within %3$d day",
                   "Answered %1$d of %2$d referrals, half of them within %3$d days",
                   (gulong) answer->median_days),
      answer->answered,
      answer->asked,
      answer->median_days);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "gold-report.h"

#include <string.h>

/* One person held against one judge. */
typedef struct {
  double ndcg[GOLD_N_LISTS];
  guint unsuitable; /* in the first five of the ranking */
  gboolean empty;
} Held;

/* What is being made. */
typedef struct {
  GoldReport *report;
  GoldPlace *place;
  GList *services;
  GoldVerdicts *const *judges;
} Making;

static GArray *
grades_of (const GoldVerdicts *judge, const char *person, GPtrArray *services)
{
  GArray *grades = g_array_new (FALSE, FALSE, sizeof (GoldGrade));

  for (guint i = 0; i < services->len; i++) {
    GoldGrade grade = gold_verdicts_grade (judge, person, g_ptr_array_index (services, i), NULL);

    g_array_append_val (grades, grade);
  }
  return grades;
}

typedef struct {
  const GoldVerdicts *judge;
  const char *person;
} Order;

static int
compare_for_judge (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  const char *first = *(char *const *) a, *second = *(char *const *) b;
  int grades = (int) gold_verdicts_grade (order->judge, order->person, second, NULL)
               - (int) gold_verdicts_grade (order->judge, order->person, first, NULL);

  return grades != 0 ? grades : strcmp (first, second);
}

/* The list a judge would have written. */
static GPtrArray *
written_by (const GoldVerdicts *judge, const char *person)
{
  g_autoptr (GList) services = gold_verdicts_services (judge, person);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  Order order = { judge, person };

  for (GList *l = services; l != NULL; l = l->next)
    if (gold_verdicts_grade (judge, person, l->data, NULL) > GOLD_NOTHING)
      g_ptr_array_add (list, g_strdup (l->data));
  g_ptr_array_sort_with_data (list, compare_for_judge, &order);
  if (list->len > GOLD_DEPTH)
    g_ptr_array_set_size (list, GOLD_DEPTH);
  return list;
}

static void
count_unjudged (Making *making, guint j, const char *person, GPtrArray *shown)
{
  for (guint i = 0; i < shown->len; i++) {
    gboolean listed;

    gold_verdicts_grade (making->judges[j], person, g_ptr_array_index (shown, i), &listed);
    making->report->unjudged[j] += !listed;
  }
}

static void
hold (Making *making, guint j, const char *person, GPtrArray *lists[GOLD_N_LISTS], Held *held)
{
  g_autoptr (GList) listed = gold_verdicts_services (making->judges[j], person);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GArray) judged = NULL;

  for (GList *l = listed; l != NULL; l = l->next)
    g_ptr_array_add (all, l->data);
  judged = grades_of (making->judges[j], person, all);
  held->empty = gold_ndcg (NULL, 0, (GoldGrade *) (gpointer) judged->data, judged->len) > 0;
  making->report->n_empty[j] += held->empty;
  for (guint list = 0; list < GOLD_N_LISTS; list++) {
    g_autoptr (GArray) grades = grades_of (making->judges[j], person, lists[list]);
    const GoldGrade *shown = (const GoldGrade *) (gpointer) grades->data;

    held->ndcg[list]
        = gold_ndcg (shown, grades->len, (GoldGrade *) (gpointer) judged->data, judged->len);
    making->report->ndcg[j][list] += held->ndcg[list];
    making->report->safe[j][list] += gold_is_safe (shown, grades->len);
    for (guint i = 0; list == GOLD_RANKING && i < MIN (grades->len, GOLD_FIRST_FIVE); i++)
      held->unsuitable += shown[i] == GOLD_UNSUITABLE;
    if (list <= GOLD_NEAREST)
      count_unjudged (making, j, person, lists[list]);
  }
}

static void
compare_judges (Making *making, const char *person)
{
  for (GList *l = making->services; l != NULL; l = l->next) {
    gboolean listed[GOLD_N_JUDGES];
    GoldGrade one = gold_verdicts_grade (making->judges[0], person, l->data, &listed[0]);
    GoldGrade two = gold_verdicts_grade (making->judges[1], person, l->data, &listed[1]);

    making->report->everything.count[one][two]++;
    if (listed[0] || listed[1])
      making->report->pooled.count[one][two]++;
  }
}

static double
best_search (const Held *held)
{
  return MAX (MAX (held->ndcg[GOLD_WORDS], held->ndcg[GOLD_WORDS_AND_WISHES]),
              held->ndcg[GOLD_WORDS_AND_BARRIERS]);
}

static void
say_person (const GoldPerson *person, const Held *held, guint n_shown)
{
  double search = 0, nearest = 0, other = 0;
  guint unsuitable = 0;

  for (guint j = 0; j < GOLD_N_JUDGES; j++) {
    search += best_search (&held[j]) / GOLD_N_JUDGES;
    nearest += held[j].ndcg[GOLD_NEAREST] / GOLD_N_JUDGES;
    other += held[j].ndcg[GOLD_OTHER_JUDGE] / GOLD_N_JUDGES;
    unsuitable = MAX (unsuitable, held[j].unsuitable);
  }
  g_test_message ("%-26s  %.2f  %.2f  %3u shown  %u unsuitable  search %.2f  nearest %.2f"
                  "  other judge %.2f%s",
                  person->id,
                  held[0].ndcg[GOLD_RANKING],
                  held[1].ndcg[GOLD_RANKING],
                  n_shown,
                  unsuitable,
                  search,
                  nearest,
                  other,
                  held[0].empty || held[1].empty ? "  (nothing suits)" : "");
}

static void
hold_person (Making *making, const GoldPerson *person, GoldWhich which)
{
  GPtrArray *lists[GOLD_N_LISTS];
  Held held[GOLD_N_JUDGES] = { 0 };

  for (guint s = 0; s < GOLD_N_SYSTEMS; s++)
    lists[s] = gold_place_show (making->place, (GoldSystem) s, person, which);
  for (guint j = 0; j < GOLD_N_JUDGES; j++) {
    g_autoptr (GPtrArray) other = written_by (making->judges[1 - j], person->id);

    lists[GOLD_OTHER_JUDGE] = other;
    hold (making, j, person->id, lists, &held[j]);
  }
  compare_judges (making, person->id);
  say_person (person, held, lists[GOLD_RANKING]->len);
  for (guint s = 0; s < GOLD_N_SYSTEMS; s++)
    g_ptr_array_unref (lists[s]);
  making->report->n++;
}

void
gold_report_make (GoldReport *report,
                  GoldPlace *place,
                  GoldWhich which,
                  const GPtrArray *people,
                  GoldVerdicts *const judges[GOLD_N_JUDGES])
{
  g_autoptr (GList) services = gold_place_services (place);
  Making making = { report, place, services, judges };

  *report = (GoldReport){ 0 };
  g_test_message ("%s: nDCG@%d of the ranking by judge a, judge b; means of the others",
                  gold_which_code (which),
                  GOLD_DEPTH);
  for (guint p = 0; p < people->len; p++) {
    const GoldPerson *person = g_ptr_array_index (people, p);

    if (person->profile[which] != NULL)
      hold_person (&making, person, which);
  }
}

double
gold_report_ndcg (const GoldReport *report, guint list)
{
  double sum = 0;

  for (guint j = 0; j < GOLD_N_JUDGES; j++)
    sum += report->ndcg[j][list];
  return sum / GOLD_N_JUDGES / report->n;
}

double
gold_report_safe (const GoldReport *report, guint list)
{
  double sum = 0;

  for (guint j = 0; j < GOLD_N_JUDGES; j++)
    sum += report->safe[j][list];
  return sum / GOLD_N_JUDGES / report->n;
}

guint
gold_report_best_baseline (const GoldReport *report)
{
  guint best = GOLD_NEAREST;

  for (guint list = GOLD_WORDS; list <= GOLD_WORDS_AND_BARRIERS; list++)
    if (gold_report_ndcg (report, list) > gold_report_ndcg (report, best))
      best = list;
  return best;
}

static void
say_list (const GoldReport *report, guint list, const char *label)
{
  g_test_message ("%-34s %.3f  %.3f  %.3f   %3.0f %%",
                  label,
                  report->ndcg[0][list] / report->n,
                  report->ndcg[1][list] / report->n,
                  gold_report_ndcg (report, list),
                  gold_report_safe (report, list) * 100);
}

void
gold_report_say (const GoldReport *report, GoldWhich which)
{
  g_test_message ("%s, %u people: nDCG@%d by judge a, judge b, mean; nothing unsuitable in the "
                  "first %d",
                  gold_which_code (which),
                  report->n,
                  GOLD_DEPTH,
                  GOLD_FIRST_FIVE);
  for (guint s = 0; s < GOLD_N_SYSTEMS; s++)
    say_list (report, s, gold_system_label ((GoldSystem) s));
  say_list (report, GOLD_OTHER_JUDGE, "(the other judge's own list)");
  g_test_message ("nothing suits: %u people by judge a, %u by b; shown but not judged: %u, %u",
                  report->n_empty[0],
                  report->n_empty[1],
                  report->unjudged[0],
                  report->unjudged[1]);
  g_test_message ("judges agree: weighted kappa %.3f over what either listed, %.3f over everything",
                  gold_kappa (&report->pooled),
                  gold_kappa (&report->everything));
}

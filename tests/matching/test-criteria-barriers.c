/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/dolen-test.h"

#include "matching/criteria-helper.h"
#include "matching/dolen-reasons.h"

#include <string.h>

/*
 * What a barrier means beside what removes it: for whom a group is says that it is used to it, help
 * that they cannot use is none, and what is by telephone only is nothing to who has none.
 */

/* A group for people with dementia is used to a poor memory; a passing word of it says nothing. */
static void
test_a_group_for_such_people_is_used_to_it (void)
{
  const char *wish = "barrier:memory";

  check (case_of ("", wish), DOLEN_CRITERION_BARRIER, UNKNOWN);
  check (case_of ("need:dementia", wish), DOLEN_CRITERION_BARRIER, UNKNOWN);
  check (case_of ("+need:dementia", wish), DOLEN_CRITERION_BARRIER, HELPED);
  check (case_of ("need:dementia @need:dementia", wish), DOLEN_CRITERION_BARRIER, HELPED);
  check (case_of ("!need:dementia", wish), DOLEN_CRITERION_BARRIER, UNKNOWN);
  check (case_of ("+need:dementia enabler:reminders", wish), DOLEN_CRITERION_BARRIER, YES);
  /* Of another kind, it says nothing. */
  check (case_of ("+need:diabetes", wish), DOLEN_CRITERION_BARRIER, UNKNOWN);
}

/* "+need:dementia": a term as case_of() takes it, @sign before it. */
static char *
name_of (DolenTermKind kind, guint index, const char *sign)
{
  return g_strdup_printf ("%s%s:%s",
                          sign,
                          dolen_term_kind_code (kind),
                          dolen_vocabulary_term (test_vocabulary (), kind, index)->code);
}

static void
test_so_it_is_with_all_that_the_vocabulary_says (void)
{
  guint n = 0;
  const DolenBarrierTerm *at_home = dolen_vocabulary_at_home (test_vocabulary (), &n);

  g_assert_cmpuint (n, >, 20);
  for (guint i = 0; i < n; i++) {
    g_autofree char *tag = name_of (at_home[i].kind, at_home[i].index, "+");
    g_autofree char *wish = name_of (DOLEN_TERM_BARRIER, at_home[i].barrier, "");
    const DolenTerm *barrier
        = dolen_vocabulary_term (test_vocabulary (), DOLEN_TERM_BARRIER, at_home[i].barrier);

    check (case_of (tag, wish), dolen_criterion_of_barrier (barrier), HELPED);
  }
}

/* Whatever else it would remove: who has no telephone is brought nothing by a voice on one. */
static void
test_help_that_they_cannot_use_is_none (void)
{
  check (case_of ("enabler:telephone", "barrier:no-car"), DOLEN_CRITERION_TRANSPORT, HELPED);
  check (case_of ("enabler:telephone", "barrier:no-car barrier:no-phone"),
         DOLEN_CRITERION_TRANSPORT,
         UNKNOWN);
  check (case_of ("enabler:online", "barrier:stairs"), DOLEN_CRITERION_STEP_FREE, YES);
  check (case_of ("enabler:online", "barrier:stairs barrier:digital-exclusion"),
         DOLEN_CRITERION_STEP_FREE,
         UNKNOWN);
  /* What they can use still helps. */
  check (case_of ("enabler:telephone enabler:minibus", "barrier:no-car barrier:no-phone"),
         DOLEN_CRITERION_TRANSPORT,
         YES);
}

static void
test_of_all_that_the_vocabulary_calls_useless_nothing_helps (void)
{
  guint n = 0, n_barriers = dolen_vocabulary_count (test_vocabulary (), DOLEN_TERM_BARRIER);
  const DolenBarrierTerm *no_use = dolen_vocabulary_no_use (test_vocabulary (), &n);

  g_assert_cmpuint (n, >, 3);
  for (guint i = 0; i < n; i++)
    for (guint b = 0; b < n_barriers; b++) {
      g_autofree char *tag = name_of (no_use[i].kind, no_use[i].index, "");
      g_autofree char *own = name_of (DOLEN_TERM_BARRIER, no_use[i].barrier, "");
      g_autofree char *other = name_of (DOLEN_TERM_BARRIER, b, "");
      g_autofree char *wishes = g_strconcat (own, " ", other, NULL);
      const DolenTerm *barrier = dolen_vocabulary_term (test_vocabulary (), DOLEN_TERM_BARRIER, b);

      check (case_of (tag, wishes), dolen_criterion_of_barrier (barrier), UNKNOWN);
    }
}

static Case
attended (guint attending, const char *tags, const char *wish)
{
  Case c = case_of (tags, wish);

  c.facts->attending[0] = (guint8) attending;
  return c;
}

static void
test_what_is_by_telephone_only_is_closed_to_who_has_none (void)
{
  const guint phone = DOLEN_ATTENDING_PHONE, online = DOLEN_ATTENDING_ONLINE;

  check (attended (phone, "", "barrier:no-phone"), DOLEN_CRITERION_BARRIER, NO);
  check (attended (phone | online, "", "barrier:no-phone"), DOLEN_CRITERION_BARRIER, UNKNOWN);
  check (attended (phone | DOLEN_ATTENDING_VENUE, "", "barrier:no-phone"),
         DOLEN_CRITERION_BARRIER,
         UNKNOWN);
  check (attended (phone, "enabler:drop-in", "barrier:no-phone"), DOLEN_CRITERION_BARRIER, YES);
  check (attended (online, "", "barrier:digital-exclusion"), DOLEN_CRITERION_DIGITAL, NO);
  check (attended (online, "enabler:device-lent", "barrier:digital-exclusion"),
         DOLEN_CRITERION_DIGITAL,
         YES);
  check (attended (phone, "", "barrier:digital-exclusion"), DOLEN_CRITERION_DIGITAL, UNKNOWN);
  check (attended (phone, "", "barrier:no-car"), DOLEN_CRITERION_TRANSPORT, UNKNOWN);
}

static void
assert_said (Case c, const char *expected, gboolean said)
{
  g_autoptr (GPtrArray) reasons = dolen_reasons_new (
      c.facts, c.profile, 0, NULL, DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_MILES);
  gboolean found = FALSE;

  for (guint r = 0; r < reasons->len; r++) {
    const DolenReason *reason = g_ptr_array_index (reasons, r);

    found |= strstr (reason->text, expected) != NULL;
    g_test_message ("%s", reason->text);
  }
  g_assert_cmpint (found, ==, said);
  dolen_profile_free (c.profile);
  dolen_facts_unref (c.facts);
}

static void
test_it_is_told_why (void)
{
  assert_said (attended (DOLEN_ATTENDING_PHONE, "", "barrier:no-phone"),
               "No telephone or credit – by telephone only",
               TRUE);
  assert_said (attended (DOLEN_ATTENDING_ONLINE, "", "barrier:digital-exclusion"),
               "Not online – online only",
               TRUE);
  assert_said (case_of ("+need:dementia", "barrier:memory"),
               "Memory – they are used to it. Dementia: ",
               TRUE);
  /* What would help names nothing that they cannot use. */
  assert_said (case_of ("", "barrier:hearing"), "By telephone", FALSE);
  assert_said (case_of ("", "barrier:stairs barrier:sight"), "By telephone", TRUE);
  assert_said (
      case_of ("", "barrier:stairs barrier:sight barrier:no-phone"), "By telephone", FALSE);
}

/* What is told of a service with these ways of reaching it to somebody without a telephone. */
static char *
told_of (const char *phone, const char *email)
{
  Case c = case_of ("", "barrier:no-phone");
  g_autoptr (DolenService) service = dolen_service_new ();
  g_autoptr (GPtrArray) reasons = NULL;
  char *text = NULL;

  service->phone = g_strdup (phone);
  service->email = g_strdup (email);
  reasons
      = dolen_reasons_new (c.facts, c.profile, 0, service, DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_MILES);
  for (guint r = 0; r < reasons->len; r++) {
    const DolenReason *reason = g_ptr_array_index (reasons, r);

    if (reason->criterion == DOLEN_CRITERION_BARRIER)
      text = g_strdup (reason->text);
  }
  dolen_profile_free (c.profile);
  dolen_facts_unref (c.facts);
  return text;
}

static void
test_somebody_rings_where_only_a_telephone_is_listed (void)
{
  g_autofree char *phone = told_of ("01632 960001", NULL);
  g_autofree char *both = told_of ("01632 960001", "group@example.org");
  g_autofree char *nothing = told_of (NULL, NULL);

  g_assert_nonnull (strstr (phone, "Who could ring for them?"));
  g_assert_null (strstr (both, "Who could ring"));
  g_assert_null (strstr (nothing, "Who could ring"));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/barriers/used to it", test_a_group_for_such_people_is_used_to_it);
  g_test_add_func ("/barriers/used to it/all", test_so_it_is_with_all_that_the_vocabulary_says);
  g_test_add_func ("/barriers/no use", test_help_that_they_cannot_use_is_none);
  g_test_add_func ("/barriers/no use/all",
                   test_of_all_that_the_vocabulary_calls_useless_nothing_helps);
  g_test_add_func ("/barriers/closed by way",
                   test_what_is_by_telephone_only_is_closed_to_who_has_none);
  g_test_add_func ("/barriers/told", test_it_is_told_why);
  g_test_add_func ("/barriers/rings", test_somebody_rings_where_only_a_telephone_is_listed);
  return g_test_run ();
}

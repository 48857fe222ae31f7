/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "support/dolen-test.h"

#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

/* Passphrases and the recovery key, as people type them. */

static DolenSecret *
derive (const char *passphrase, DolenPassphraseCost cost)
{
  static const guint8 salt[DOLEN_SALT_SIZE] = { 1, 2, 3 };

  return dolen_passphrase_derive (passphrase, salt, &cost, FALSE, NULL);
}

static gboolean
give_the_same_key (const char *a, const char *b)
{
  g_autoptr (DolenSecret) first = derive (a, dolen_passphrase_cost_least ());
  g_autoptr (DolenSecret) second = derive (b, dolen_passphrase_cost_least ());

  return memcmp (dolen_secret_peek (first), dolen_secret_peek (second), DOLEN_KEY_SIZE) == 0;
}

static void
test_a_circumflex_typed_in_two_ways_is_one_passphrase (void)
{
  /* One character, and w with a combining circumflex. */
  g_assert_true (give_the_same_key ("dŵr y môr", "dw\xcc\x82r y mo\xcc\x82r"));
  /* NFKC: a full-width letter of another keyboard. */
  g_assert_true (give_the_same_key ("dŵr A", "dŵr \xef\xbc\xa1"));
  g_assert_false (give_the_same_key ("dŵr y môr", "dwr y mor"));
}

static void
test_costs_out_of_bounds_are_refused (void)
{
  const guint64 mib = 1024 * 1024;
  const DolenPassphraseCost bad[] = { { 1, 64 * mib },   { 11, 64 * mib },   { 2, 18 * mib },
                                      { 2, 1025 * mib }, { 2, G_MAXUINT64 }, { 0, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_assert_false (dolen_passphrase_cost_is_sound (bad[i]));
    g_assert_null (derive ("x", bad[i]));
  }
  g_assert_true (dolen_passphrase_cost_is_sound (dolen_passphrase_cost_default ()));
  g_assert_true (dolen_passphrase_cost_is_sound (dolen_passphrase_cost_least ()));
}

static void
test_an_empty_passphrase_is_refused (void)
{
  g_assert_null (derive ("", dolen_passphrase_cost_least ()));
  g_assert_null (derive (NULL, dolen_passphrase_cost_least ()));
  g_assert_null (derive ("\xff\xfe", dolen_passphrase_cost_least ()));
}

static void
test_strength_tells_easy_from_strong (void)
{
  static const char *const words[] = { "ceredigion", NULL };

  g_assert_cmpint (dolen_passphrase_strength ("", NULL), ==, 0);
  g_assert_cmpint (dolen_passphrase_strength ("password", NULL), ==, 0);
  g_assert_cmpint (dolen_passphrase_strength ("Password1", NULL), <, 3);
  g_assert_cmpint (dolen_passphrase_strength (CASEWORK_PASSPHRASE, NULL), ==, 4);
  g_assert_cmpint (dolen_passphrase_strength ("ceredigion", words), <=, 1);
  for (int i = 0; i <= 4; i++)
    g_assert_cmpint (strlen (dolen_passphrase_strength_sentence (i, DOLEN_LANGUAGE_EN)), >, 0);
}

static void
test_a_recovery_key_survives_paper (void)
{
  for (int i = 0; i < 50; i++) {
    g_autoptr (DolenSecret) key = dolen_recovery_key_new ();
    g_autofree char *text = dolen_recovery_key_to_text (key);
    g_autofree char *small = g_ascii_strdown (text, -1);
    g_autoptr (DolenSecret) back = NULL;
    GError *error = NULL;

    g_assert_cmpint (strlen (text), ==, 13 * 6 - 1);
    /* As a person may type it: small letters, dashes, o for 0, l and i for 1. */
    g_strdelimit (small, " ", '-');
    g_strdelimit (small, "0", 'o');
    for (gsize p = 0; small[p] != '\0'; p++)
      if (small[p] == '1')
        small[p] = p % 2 ? 'l' : 'I';
    back = dolen_recovery_key_parse (small, &error);
    g_assert_no_error (error);
    g_assert_cmpmem (dolen_secret_peek (key),
                     DOLEN_KEY_SIZE,
                     dolen_secret_peek (back),
                     dolen_secret_size (back));
  }
}

static void
expect_typing_mistake (const char *text, int group)
{
  g_autofree char *number = g_strdup_printf ("key: %d", group);
  GError *error = NULL;

  g_assert_null (dolen_recovery_key_parse (text, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, number));
  g_clear_error (&error);
}

static void
test_every_typing_mistake_names_its_group (void)
{
  g_autoptr (DolenSecret) key = dolen_recovery_key_new ();
  g_autofree char *text = dolen_recovery_key_to_text (key);
  static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZU?";
  GError *error = NULL;

  for (gsize p = 0; text[p] != '\0'; p++) {
    int group = (int) (p / 6) + 1;
    char right = text[p];

    if (right == ' ')
      continue;
    for (gsize c = 0; alphabet[c] != '\0'; c++) {
      text[p] = alphabet[c];
      if (alphabet[c] != right)
        expect_typing_mistake (text, group);
    }
    text[p] = right;
    if (p % 6 < 4 && text[p + 1] != right) {
      text[p] = text[p + 1];
      text[p + 1] = right;
      expect_typing_mistake (text, group);
      text[p + 1] = text[p];
      text[p] = right;
    }
  }
  text[70] = '\0';
  g_assert_null (dolen_recovery_key_parse (text, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "65"));
  g_clear_error (&error);
}

static void
test_one_group_is_typed_back (void)
{
  g_autoptr (DolenSecret) key = dolen_recovery_key_new ();

  for (int i = 1; i <= DOLEN_RECOVERY_KEY_GROUPS; i++) {
    g_autofree char *group = dolen_recovery_key_group (key, i);
    g_autofree char *small = g_ascii_strdown (group, -1);
    g_autofree char *spaced = g_strdup_printf (" %s ", small);

    g_assert_true (dolen_recovery_key_group_matches (key, i, spaced));
    group[2] = group[2] == '7' ? '8' : '7';
    g_assert_false (dolen_recovery_key_group_matches (key, i, group));
    group[4] = '\0';
    g_assert_false (dolen_recovery_key_group_matches (key, i, group));
  }
}

static void
test_the_page_names_who_keeps_it (void)
{
  g_autoptr (DolenSecret) key = dolen_recovery_key_new ();
  const DolenRecoveryPage facts = { "CAVO", "Elin Rees", "the safe at Aberaeron", "2026-11-03" };
  g_autofree char *page = dolen_recovery_key_page (key, &facts, DOLEN_LANGUAGE_EN);
  g_autofree char *empty = dolen_recovery_key_page (key, NULL, DOLEN_LANGUAGE_CY);
  g_autofree char *group = dolen_recovery_key_group (key, 13);

  g_assert_nonnull (strstr (page, "CAVO"));
  g_assert_nonnull (strstr (page, "Elin Rees"));
  g_assert_nonnull (strstr (page, "the safe at Aberaeron"));
  g_assert_nonnull (strstr (page, group));
  /* Groups stand under one another: all full lines are of one length. */
  for (int i = 1; i < 13; i += 3) {
    g_autofree char *begin = g_strdup_printf ("  %2d: ", i);
    const char *line = strstr (page, begin);

    g_assert_nonnull (line);
    g_assert_cmpint (strcspn (line, "\n"), ==, 3 * 11);
  }
  g_assert_nonnull (strstr (empty, "______"));
}

#if defined(__SANITIZE_ADDRESS__)
#define UNDER_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define UNDER_SANITIZER
#endif
#endif

/* Neither a crash nor a debugger of the same user gives the keys away. */
static void
test_the_process_cannot_be_dumped (void)
{
  struct rlimit limit;

  dolen_process_harden ();
#ifdef UNDER_SANITIZER
  g_test_skip ("the sanitizer looks into its own process");
  return;
#endif
  g_assert_cmpint (prctl (PR_GET_DUMPABLE), ==, 0);
  g_assert_cmpint (getrlimit (RLIMIT_CORE, &limit), ==, 0);
  g_assert_cmpint (limit.rlim_cur, ==, 0);
  g_assert_cmpint (limit.rlim_max, ==, 0);
}

#define ADD(test) g_test_add_func ("/casework/secrets/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  dolen_process_harden ();
  ADD (the_process_cannot_be_dumped);
  ADD (a_circumflex_typed_in_two_ways_is_one_passphrase);
  ADD (costs_out_of_bounds_are_refused);
  ADD (an_empty_passphrase_is_refused);
  ADD (strength_tells_easy_from_strong);
  ADD (a_recovery_key_survives_paper);
  ADD (every_typing_mistake_names_its_group);
  ADD (one_group_is_typed_back);
  ADD (the_page_names_who_keeps_it);
  return g_test_run ();
}

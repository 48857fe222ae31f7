/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-audience-labels.h"
#include "matching/facts-helper.h"
#include "support/dolen-test.h"

#include "directory/samples.h"
#include "matching/dolen-tagging.h"

static void
check (const char *labels, const char *expected)
{
  g_autofree char *text = dolen_audience_labels_say (labels);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_a_few_labels_say_for_whom (void)
{
  check (NULL, NULL);
  check ("", NULL);
  check ("Dementia", "For people Dementia.");
  check ("Dementia\nCarers", "For people Carers. For people Dementia.");
  check ("Carers\nDementia ", "For people Carers. For people Dementia.");
  check ("Sensory Impaired>Visually Impaired", "For people Visually Impaired.");
  check ("Women\nCancer", "For people Cancer.");
  check ("Women", NULL);
  check ("Cancer\nCarers\nDementia\nAutism\nHomeless", NULL);
}

/* A label of the feed is a need of the service, and whom it is for. */
static void
test_a_label_is_read_on_the_way_in (void)
{
  g_autoptr (DolenTagger) tagger = dolen_tagger_new (test_vocabulary ());
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autoptr (DolenService) service = samples_service ("Thursday club", NULL, DOLEN_TEXT_MISSING);
  g_autoptr (DolenFacts) facts = NULL;
  DolenTag *label = dolen_tag_new ();
  const DolenFactTag *dementia;
  guint n = 0;

  label->kind = DOLEN_TAG_OTHER;
  label->scheme = g_strdup ("audience");
  label->code = g_strdup ("Dementia");
  label->value = TRUE;
  g_ptr_array_add (service->tags, label);
  dolen_tagging_tag_service (service, tagger);
  samples_save (directory, service);
  facts = dolen_facts_new (dolen_directory_get_db (directory), test_vocabulary (), NULL, NULL);
  dementia = dolen_facts_find_tag (
      facts, 0, DOLEN_TERM_NEED, test_term (DOLEN_TERM_NEED, "dementia")->index, TRUE);
  g_assert_nonnull (dementia);
  g_assert_true (*dementia & DOLEN_FACT_FOR_WHOM);
  /* What was read on the way in is not read again. */
  g_assert_true (dolen_tagging_update (
      dolen_directory_get_db (directory), tagger, FALSE, NULL, NULL, NULL, &n, NULL));
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/audience-labels/few", test_a_few_labels_say_for_whom);
  g_test_add_func ("/audience-labels/on the way in", test_a_label_is_read_on_the_way_in);
  return g_test_run ();
}

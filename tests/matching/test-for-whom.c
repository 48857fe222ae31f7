/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-for-whom.h"
#include "support/dolen-test.h"

/* Sentences as groups write them, some of their words, and whether these say for whom it is. */
static const struct {
  const char *text;
  const char *words;
  gboolean says;
} cases[] = {
  { "Singing for people with dementia and their families.", "dementia", TRUE },
  { "Tea.\nFor adults who have lost somebody to suicide, however long ago.",
    "lost somebody to suicide",
    TRUE },
  { "A weekly recording for blind and partially sighted people.", "blind", TRUE },
  { "Stroke survivors and families: an hour of skittles.", "Stroke", TRUE },
  { "For people in the last weeks of life who want to be at home.", "last weeks of life", TRUE },
  { "Our group is aimed at adults with learning disabilities.", "learning disabilities", TRUE },
  { "Are you living with cancer? Ring us.", "cancer", FALSE },
  { "Canu i bobl sy'n byw gyda dementia.", "dementia", TRUE },
  { "People living with diabetes compare notes.", "diabetes", TRUE },
  { "A drop-in for people with a brain injury and anyone who supports them.",
    "brain injury",
    TRUE },
  /* who may come as well, or what is offered to others */
  { "Music for everybody, including people with dementia.", "dementia", FALSE },
  { "You need not be a farmer to come.", "farmer", FALSE },
  { "A swim for autistic adults, and anyone who hates noise.", "autistic", FALSE },
  { "Advice for older people, their families and carers.", "carers", FALSE },
  { "Support for carers of older people.", "carers", TRUE },
  { "We help people to manage thoughts of self-harm.", "self-harm", FALSE },
  { "Digging and hedging. People with heart conditions bring a letter.",
    "heart conditions",
    FALSE },
  { "Support for family and friends of people with a brain injury.", "brain injury", FALSE },
  /* what is told or raised there */
  { "A talk on dementia.", "dementia", FALSE },
  { "We raise money against cancer. For people of the village.", "cancer", FALSE },
  { "", "dementia", FALSE },
  { "Dementia.", "", FALSE },
};

static void
test_says (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s: %s", cases[i].text, cases[i].words);
    g_assert_cmpint (dolen_for_whom_says (cases[i].text, cases[i].words), ==, cases[i].says);
  }
  g_assert_false (dolen_for_whom_says (NULL, "dementia"));
}

/* Long clauses of letters that take more than one byte are cut between letters. */
static void
test_long_clauses (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 200; i++)
    g_string_append (text, "ŵ");
  g_string_append (text, "dementia");
  for (int i = 0; i < 200; i++)
    g_string_append (text, "ŷ");
  g_assert_false (dolen_for_whom_says (text->str, "dementia"));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/for-whom/says", test_says);
  g_test_add_func ("/for-whom/long clauses", test_long_clauses);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-closed-name.h"
#include "support/dolen-test.h"

/* Names that say that the group is closed, and names that only sound like it. */

static const struct {
  const char *name;
  DolenClosedName says;
} NAMES[] = {
  { "CLOSED - Ysgol Roberts group", DOLEN_NAME_SAYS_CLOSED },
  { "Closed: Tuesday club", DOLEN_NAME_SAYS_CLOSED },
  { "CLOSED Tuesday club", DOLEN_NAME_SAYS_CLOSED },
  { "Tuesday club (Closed)", DOLEN_NAME_SAYS_CLOSED },
  { "Tuesday club [CLOSED]", DOLEN_NAME_SAYS_CLOSED },
  { "**CLOSED** Tuesday club", DOLEN_NAME_SAYS_CLOSED },
  { "Tuesday club – closed", DOLEN_NAME_SAYS_CLOSED },
  { "Tuesday club - now closed", DOLEN_NAME_SAYS_CLOSED },
  { "Tuesday club (closed permanently)", DOLEN_NAME_SAYS_CLOSED },
  { "Tuesday club (closed 2023)", DOLEN_NAME_SAYS_CLOSED },
  { "NO LONGER RUNNING", DOLEN_NAME_SAYS_CLOSED },
  { "Tuesday club - no longer running", DOLEN_NAME_SAYS_CLOSED },
  { "WEDI CAU - Clwb Cinio", DOLEN_NAME_SAYS_CLOSED },
  { "Clwb Cinio (wedi dod i ben)", DOLEN_NAME_SAYS_CLOSED },
  { "AR GAU - Clwb Cinio", DOLEN_NAME_SAYS_CLOSED },
  { "Clwb Cinio (ar gau)", DOLEN_NAME_SAYS_CLOSED },
  { "Clwb Cinio (ar gau dros dro / temporarily closed)", DOLEN_NAME_SAYS_CLOSED_FOR_NOW },
  { "Temporarily closed - Tuesday club", DOLEN_NAME_SAYS_CLOSED_FOR_NOW },
  { "Tuesday club (closed until further notice)", DOLEN_NAME_SAYS_CLOSED_FOR_NOW },
  { "Tuesday club - closed for the winter", DOLEN_NAME_SAYS_CLOSED_FOR_NOW },
  { "Tuesday club (suspended)", DOLEN_NAME_SAYS_CLOSED_FOR_NOW },
  { "Clwb Cinio ar gau am y tro", DOLEN_NAME_SAYS_CLOSED_FOR_NOW },
  { "Closed group for mothers", DOLEN_NAME_SAYS_NOTHING },
  { "Mothers (closed group)", DOLEN_NAME_SAYS_NOTHING },
  { "The Closed Door Theatre", DOLEN_NAME_SAYS_NOTHING },
  { "Behind Closed Doors", DOLEN_NAME_SAYS_NOTHING },
  { "Enclosed Garden Volunteers", DOLEN_NAME_SAYS_NOTHING },
  { "Close House", DOLEN_NAME_SAYS_NOTHING },
  { "Never Ended Story Time", DOLEN_NAME_SAYS_NOTHING },
  { "Cau'r Bwlch", DOLEN_NAME_SAYS_NOTHING },
  { "Wedi'r Storm", DOLEN_NAME_SAYS_NOTHING },
  { "Post-natal group", DOLEN_NAME_SAYS_NOTHING },
  { "Not Just Knitting", DOLEN_NAME_SAYS_NOTHING },
  { "", DOLEN_NAME_SAYS_NOTHING },
};

static void
names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++) {
    g_test_message ("%s", NAMES[i].name);
    g_assert_cmpint (dolen_name_says_closed (NAMES[i].name), ==, NAMES[i].says);
  }
  g_assert_cmpint (dolen_name_says_closed (NULL), ==, DOLEN_NAME_SAYS_NOTHING);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/directory/closed-name", names);
  return g_test_run ();
}

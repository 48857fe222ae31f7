/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-audience-labels.h"

#include <string.h>

#define MOST 4 /* more are a list of who is welcome, among everybody */

/* The labels that say for whom a service is, and nothing else. */
static const char *const telling[] = {
  "Armed Forces",
  "Aspergers",
  "Autism",
  "Bereaved",
  "Cancer",
  "Carers",
  "Dementia",
  "Drug and Alcohol Misuse",
  "Homeless",
  "LGBTQ+",
  "Learning Disabilities",
  "Offenders/Ex Offenders",
  "Parkinsons",
  "Refugees/Asylum Seekers",
  "Sensory Impaired>Visually Impaired",
  "Survivors Of Abuse",
  NULL,
};

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
dolen_audience_labels_say (const char *labels)
{
  g_auto (GStrv) lines = labels != NULL ? g_strsplit (labels, "\n", -1) : NULL;
  guint n = lines != NULL ? g_strv_length (lines) : 0;
  g_autoptr (GString) text = g_string_new (NULL);

  if (n == 0 || n > MOST)
    return NULL;
  qsort (lines, n, sizeof *lines, compare_labels);
  for (guint l = 0; l < n; l++) {
    const char *narrow = strrchr (g_strstrip (lines[l]), '>');

    if (g_strv_contains (telling, lines[l]))
      g_string_append_printf (text, "For people %s. ", narrow != NULL ? narrow + 1 : lines[l]);
  }
  return text->len > 0 ? g_strdup (g_strchomp (text->str)) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-timeline-paper.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "language/dolen-calendar.h"

#include <string.h>

static void
add_marks (GString *paper, const DolenEntry *entry, DolenLanguage language)
{
  g_autofree char *corrected = dolen_date_of_instant (entry->corrected_at);
  g_autofree char *first = dolen_date_of_instant (entry->first_at);
  g_autofree char *on = dolen_format_date_as (language, corrected, DOLEN_DATE_DAY);
  g_autofree char *at = dolen_format_date_as (language, first, DOLEN_DATE_DAY);

  if (entry->corrected_at != 0) {
    g_string_append_printf (paper,
                            dolen_text (language, "Corrected on %1$s (%2$s)"),
                            on,
                            entry->corrected_by != NULL ? entry->corrected_by : "–");
    g_string_append_c (paper, '\n');
  }
  if (entry->first_at != 0) {
    g_string_append_printf (
        paper,
        dolen_text (language, "First written on %1$s (%2$s), in the wrong record"),
        at,
        entry->first_author != NULL ? entry->first_author : "–");
    g_string_append_c (paper, '\n');
  }
  if (!dolen_text_is_empty (entry->disputed)) {
    g_string_append_printf (
        paper, dolen_text (language, "The person disputes this: %s"), entry->disputed);
    g_string_append_c (paper, '\n');
  }
}

static void
add_entry (GString *paper, const DolenEntry *entry, DolenLanguage language)
{
  g_autofree char *date = dolen_date_of_instant (entry->at);
  g_autofree char *day = dolen_format_date_as (language, date, DOLEN_DATE_FULL);
  g_autofree char *title = dolen_entry_title (entry, language);

  g_string_append_printf (paper,
                          "%s%s%s\n%s",
                          day,
                          dolen_text_is_empty (entry->author) ? "" : " · ",
                          entry->author != NULL ? entry->author : "",
                          title);
  if (entry->undone)
    /* Translators: of an entry of the timeline that a later one took back. */
    g_string_append_printf (paper, " (%s)", dolen_text (language, "taken back"));
  g_string_append_c (paper, '\n');
  if (!dolen_text_is_empty (entry->text))
    g_string_append_printf (paper, "%s\n", entry->text);
  add_marks (paper, entry, language);
  g_string_append_c (paper, '\n');
}

static gboolean
is_wanted (const DolenEntry *entry, const DolenTimelineFilter *filter)
{
  g_autofree char *day = dolen_date_of_instant (entry->at);

  return (entry->kind & filter->kinds) != 0
         && (filter->from == NULL || strcmp (day, filter->from) >= 0)
         && (filter->until == NULL || strcmp (day, filter->until) <= 0);
}

/* Whoever reads it must not take a part for the whole. */
static void
add_filter (GString *paper, const DolenTimelineFilter *filter, DolenLanguage language)
{
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  if (filter->from != NULL) {
    from = dolen_format_date_as (language, filter->from, DOLEN_DATE_FULL);
    /* Translators: of a printed timeline; %s: a day. */
    g_string_append_printf (paper, dolen_text (language, "From: %s"), from);
    g_string_append_c (paper, '\n');
  }
  if (filter->until != NULL) {
    until = dolen_format_date_as (language, filter->until, DOLEN_DATE_FULL);
    /* Translators: of a printed timeline; %s: a day. */
    g_string_append_printf (paper, dolen_text (language, "Until: %s"), until);
    g_string_append_c (paper, '\n');
  }
  if (filter->kinds != DOLEN_ENTRY_ALL)
    /* Translators: of a printed timeline. */
    g_string_append_printf (
        paper, "%s\n", dolen_text (language, "A part of what is recorded: one kind of entry."));
}

char *
dolen_timeline_paper_text (const char *called,
                           const GPtrArray *entries,
                           const DolenTimelineFilter *filter,
                           DolenLanguage language,
                           const char *today)
{
  GString *paper = g_string_new (NULL);
  guint n = 0;
  g_autofree char *day = dolen_format_date_as (language, today, DOLEN_DATE_FULL);

  /* Translators: the heading of a printed timeline (llinell amser); a name follows the colon. */
  g_string_append_printf (paper, dolen_text (language, "Timeline: %s"), called);
  /* Translators: %s: the day on which a paper was printed. */
  g_string_append_c (paper, '\n');
  g_string_append_printf (paper, dolen_text (language, "As of %s"), day);
  g_string_append_c (paper, '\n');
  add_filter (paper, filter, language);
  g_string_append_c (paper, '\n');
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (is_wanted (g_ptr_array_index (entries, i), filter)) {
      add_entry (paper, g_ptr_array_index (entries, i), language);
      n++;
    }
  if (n == 0)
    g_string_append_printf (
        paper, "%s\n", dolen_text (language, "Nothing of this kind in this time."));
  return g_string_free (paper, FALSE);
}

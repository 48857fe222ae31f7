/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-detail-facts.h"

#include "base/dolen-text.h"
#include "directory/dolen-closed-name.h"
#include "directory/dolen-fact-age.h"
#include "directory/dolen-sentences.h"
#include "language/dolen-calendar.h"
#include "place/dolen-gazetteer.h"

#include <glib/gi18n.h>

/* When and where it happens, and what is known of its places apart from the current report. */

static void
warn (DolenDetailWriter *writer, char *text, char *note)
{
  DolenDetailFact *fact = dolen_detail_add (writer, DOLEN_DETAIL_WHEN, text, note);

  fact->warning = TRUE;
  fact->icon = "dialog-warning-symbolic";
}

/* What the name says in either language. */
static DolenClosedName
closed_name (const DolenBilingual *name)
{
  DolenClosedName says = dolen_name_says_closed (name->en);

  return says != DOLEN_NAME_SAYS_NOTHING ? says : dolen_name_says_closed (name->cy);
}

static void
write_warnings (DolenDetailWriter *writer)
{
  const DolenService *service = writer->from->service;
  DolenLanguage language = writer->language;
  DolenClosedName says = closed_name (&service->name);

  if (service->gone_since != NULL) {
    g_autofree char *date = dolen_format_date (language, service->gone_since);
    /* Translators: of a group; %s is a date. */
    warn (writer,
          g_strdup_printf (dolen_text (language, "Not in the feed since %s"), date),
          g_strdup (dolen_text (language, "Ask whether it still runs.")));
  }
  if (service->status == DOLEN_SERVICE_TEMPORARILY_CLOSED)
    warn (writer, g_strdup (dolen_text (language, "Closed for now")), NULL);
  else if (service->status != DOLEN_SERVICE_ACTIVE)
    /* Translators: of a group. */
    warn (writer, g_strdup (dolen_text (language, "It does not run any more")), NULL);
  else if (says != DOLEN_NAME_SAYS_NOTHING)
    warn (writer,
          g_strdup (dolen_closed_name_text (says, language)),
          g_strdup (dolen_text (language, "Ask whether it still runs.")));
  warn (writer, g_strdup (service->alert), NULL);
}

static gboolean
has_ended (const DolenSchedule *schedule, const char *today)
{
  const char *end = schedule->until != NULL ? schedule->until : schedule->valid_to;

  return end != NULL && g_strcmp0 (end, today) < 0;
}

static void
write_schedules (DolenDetailWriter *writer)
{
  const DolenService *service = writer->from->service;
  DolenLanguage language = writer->language;
  guint known = 0;

  for (guint i = 0; i < service->schedules->len; i++) {
    const DolenSchedule *schedule = g_ptr_array_index (service->schedules, i);
    g_autofree char *text = NULL;
    DolenDetailFact *fact;

    if (has_ended (schedule, writer->from->today))
      continue;
    text = dolen_sentence_schedule (language, schedule);
    if (schedule->closed && *text != '\0') {
      /* Translators: a time at which a group does not meet follows. */
      warn (writer, g_strdup_printf (dolen_text (language, "Closed: %s"), text), NULL);
      continue;
    }
    fact = dolen_detail_add (
        writer,
        DOLEN_DETAIL_WHEN,
        g_steal_pointer (&text),
        dolen_fact_age_text (language, service, DOLEN_FACT_TIMES, writer->from->today));
    fact->icon = "x-office-calendar-symbolic";
    known += fact->text != NULL;
  }
  if (known == 0)
    /* Translators: of a group. */
    dolen_detail_add (writer,
                      DOLEN_DETAIL_WHEN,
                      g_strdup (dolen_text (language, "Times are not known: ask")),
                      NULL)
        ->icon
        = "dolen-verdict-unknown-symbolic";
}

static void
append_line (GString *to, const char *text)
{
  g_autofree char *flat = NULL;

  if (dolen_text_is_empty (text))
    return;
  flat = g_strdelimit (g_strdup (text), "\n", ',');
  if (to->len > 0)
    g_string_append (to, ", ");
  g_string_append (to, flat);
}

static char *
address_of (const DolenVenue *venue, DolenLanguage language)
{
  GString *line = g_string_new (NULL);

  if (!venue->hide_address) {
    append_line (line, dolen_bilingual_get (&venue->name, language));
    append_line (line, venue->address);
  }
  append_line (line, dolen_town_name (venue->city, language));
  append_line (line, venue->postcode);
  return g_string_free (line, FALSE);
}

static void
write_venue (DolenDetailWriter *writer, const DolenVenue *venue)
{
  DolenLanguage language = writer->language;
  char *note = NULL;
  DolenDetailFact *fact;

  if (venue->hide_address)
    /* Translators: of a refuge or the like: only the area is said. */
    note = g_strdup (dolen_text (language, "The address is given by voice to those who need it."));
  else if (!dolen_text_is_empty (venue->getting_there))
    /* Translators: how to get to a venue; its own words follow. */
    note = g_strdup_printf (dolen_text (language, "How to get there: %s"), venue->getting_there);
  fact = dolen_detail_add (writer, DOLEN_DETAIL_WHEN, address_of (venue, language), note);
  fact->icon = "mark-location-symbolic";
}

static void
write_places (DolenDetailWriter *writer)
{
  const DolenService *service = writer->from->service;
  const DolenCapacity *capacity = dolen_service_current_capacity (service);
  DolenLanguage language = writer->language;

  dolen_detail_add (writer,
                    DOLEN_DETAIL_PLACES,
                    dolen_sentence_capacity (language, capacity, writer->from->today),
                    capacity != NULL ? g_strdup (capacity->note) : NULL);
  if (!dolen_text_is_empty (service->wait_given))
    /* Translators: the feed's own words about a wait follow. */
    dolen_detail_add (
        writer,
        DOLEN_DETAIL_PLACES,
        g_strdup_printf (dolen_text (language, "Wait, as the feed says: %s"), service->wait_given),
        NULL);
}

void
dolen_detail_write_when (DolenDetailWriter *writer)
{
  const DolenService *service = writer->from->service;

  write_warnings (writer);
  write_schedules (writer);
  for (guint i = 0; i < service->venues->len; i++)
    write_venue (writer, g_ptr_array_index (service->venues, i));
  dolen_detail_add (writer,
                    DOLEN_DETAIL_WHEN,
                    dolen_sentence_attending (writer->language, service->attending),
                    NULL);
  dolen_detail_add (
      writer, DOLEN_DETAIL_WHEN, dolen_sentence_access (writer->language, service->access), NULL);
  write_places (writer);
}

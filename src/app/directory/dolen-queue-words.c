/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-call-facts.h"

#include "base/dolen-text.h"
#include "directory/keeping/dolen-call.h"
#include "language/dolen-calendar.h"
#include "place/dolen-gazetteer.h"

#include <glib/gi18n.h>

/* Rows of the queue in words. */

static char *
join_asks (const DolenQueueItem *item)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < item->asks->len; i++) {
    const DolenQueueAsk *ask = item->asks->pdata[i];

    if (!dolen_text_is_empty (ask->question))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", ask->question);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
dolen_queue_item_say (const DolenQueueItem *item)
{
  g_autofree char *asks = join_asks (item);
  const char *what = *asks != '\0' ? asks : item->why;

  if (item->call)
    /* Translators: a row of the queue: the name of a group to ring, then what to ask it. In Welsh
     * nothing may mutate the name. */
    return g_strdup_printf (_ ("Ring %1$s: %2$s"), item->title, what);
  /* Translators: a row of the queue: the name of a group whose listing is to be looked at, then
   * why. In Welsh nothing may mutate the name. */
  return g_strdup_printf (_ ("Look at %1$s: %2$s"), item->title, what);
}

/* @more: (transfer full) */
static void
add (GString *text, char *more)
{
  if (!dolen_text_is_empty (more))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", more);
  g_free (more);
}

char *
dolen_queue_item_say_more (const DolenQueueItem *item, const char *today)
{
  DolenLanguage language = dolen_language_current ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *due = dolen_format_date_as (language, item->due_on, DOLEN_DATE_SHORT);
  g_autofree char *until = dolen_format_date_as (language, item->snoozed_until, DOLEN_DATE_SHORT);
  g_autofree char *tried = NULL;

  if (item->due_on != NULL)
    /* Translators: beneath a row of the queue: by when; a date. */
    add (text, g_strdup_printf (_ ("due %s"), due));
  if (item->assigned_to != NULL)
    /* Translators: beneath a row of the queue: whose it is; a name. */
    add (text, g_strdup_printf (_ ("for: %s"), item->assigned_to));
  if (item->last_try_on != NULL) {
    tried = dolen_format_age (language, item->last_try_on, today);
    /* Translators: beneath a row of the queue: the last call: "no answer, 3 days ago". */
    add (text,
         g_strdup_printf (_ ("last call: %1$s, %2$s"),
                          dolen_call_outcome_label (item->last_outcome, language),
                          tried));
  }
  if (item->snoozed_until != NULL)
    /* Translators: beneath a row of the queue: put off until a date; the reason follows. */
    add (text,
         g_strdup_printf (_ ("put off until %1$s: %2$s"),
                          until,
                          item->snooze_reason != NULL ? item->snooze_reason : ""));
  add (text, g_strdup (dolen_town_name (item->place, language)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

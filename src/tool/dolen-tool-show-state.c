/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool-show.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-field-words.h"
#include "directory/dolen-listings.h"
#include "directory/dolen-sentences.h"
#include "directory/keeping/dolen-import-oddities.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* Whether a group runs at all, to be read before when and where; and who says so. */

/* ---- how it stands ---- */

static void
print_successor (DolenDirectory *directory, const DolenService *service, DolenLanguage language)
{
  g_autoptr (DolenService) successor = NULL;

  if (service->successor_uid == NULL)
    return;
  successor = dolen_directory_get_service (directory, service->successor_uid, NULL);
  if (successor == NULL)
    return;
  printf (" · ");
  printf (_ ("in its place: %s"), dolen_bilingual_get (&successor->name, language));
  printf (" (%s)", successor->uid);
}

static void
print_closed (DolenDirectory *directory, const DolenService *service, DolenLanguage language)
{
  const char *reason = dolen_closed_reason_text (service->closed_reason, language);

  if (service->closed_on != NULL) {
    g_autofree char *day = dolen_format_date (language, service->closed_on);

    printf (dolen_text (language, "Closed since %s"), day);
  } else {
    printf ("%s", dolen_listing_status_words (DOLEN_LISTING_CLOSED, language));
  }
  if (!dolen_text_is_empty (reason))
    printf (" · %s", reason);
  print_successor (directory, service, language);
  putchar ('\n');
}

static void
print_gone (const DolenService *service, DolenLanguage language)
{
  g_autofree char *day = dolen_format_date (language, service->gone_since);

  printf (dolen_text (language, "Not in its feed since %s"), day);
  putchar ('\n');
}

/* Closed for now: told last, or by its feed. */
static void
print_paused (const DolenService *service, DolenLanguage language)
{
  const DolenCapacity *last = dolen_service_current_capacity (service);

  if (last != NULL && last->status == DOLEN_CAPACITY_PAUSED) {
    g_autofree char *said = dolen_sentence_capacity_bare (language, last);

    printf ("%s", said);
    if (!dolen_text_is_empty (last->note))
      printf (" · %s", last->note);
    putchar ('\n');
  } else if (service->status == DOLEN_SERVICE_TEMPORARILY_CLOSED) {
    puts (dolen_text (language, "Closed for now"));
  }
}

void
dolen_tool_print_state (DolenDirectory *directory,
                        const DolenService *service,
                        DolenLanguage language)
{
  gboolean closed = service->closed_on != NULL || service->status == DOLEN_SERVICE_DEFUNCT
                    || service->status == DOLEN_SERVICE_INACTIVE;

  if (closed)
    print_closed (directory, service, language);
  else
    print_paused (service, language);
  if (service->gone_since != NULL)
    print_gone (service, language);
  if (service->do_not_list)
    puts (dolen_listing_status_words (DOLEN_LISTING_UNLISTED, language));
  if (!dolen_text_is_empty (service->alert))
    printf ("%s: %s\n", dolen_field_label ("alert", language), service->alert);
}

/* ---- who says so ---- */

char *
dolen_tool_source_name (DolenDirectory *directory, const char *source_uid)
{
  g_autoptr (GPtrArray) sources
             = source_uid != NULL ? dolen_directory_list_sources (directory, NULL) : NULL;

  for (guint i = 0; sources != NULL && i < sources->len; i++) {
    const DolenSource *source = g_ptr_array_index (sources, i);

    if (g_str_equal (source->uid, source_uid))
      return g_strdup (source->name);
  }
  return NULL;
}

const DolenConfirmation *
dolen_tool_last_confirmation (const DolenService *service)
{
  for (guint i = 0; i < service->confirmations->len; i++) {
    const DolenConfirmation *one = g_ptr_array_index (service->confirmations, i);

    if (one->outcome == DOLEN_CALL_REACHED && !dolen_text_is_empty (one->confirmed))
      return one;
  }
  return NULL;
}

static void
add_confirmation (GString *line, const DolenService *service, DolenLanguage language)
{
  const DolenConfirmation *last = dolen_tool_last_confirmation (service);
  g_autofree char *today = dolen_date_today ();
  g_autofree char *age = NULL;
  const char *how;

  if (last == NULL) {
    g_string_append (line, dolen_text (language, "Never confirmed by anybody"));
    return;
  }
  age = dolen_format_age (language, last->on, today);
  how = dolen_sentence_told_by (language, last->how);
  g_string_append_printf (line, dolen_text (language, "Last confirmed %s"), age);
  if (*how != '\0')
    g_string_append_printf (line, " (%s)", how);
}

char *
dolen_tool_say_source (DolenDirectory *directory,
                       const DolenService *service,
                       DolenLanguage language)
{
  g_autofree char *name = dolen_tool_source_name (directory, service->source_uid);
  GString *line = g_string_new (NULL);

  if (service->source_uid == NULL)
    g_string_append (line, dolen_text (language, "Added here by hand"));
  else if (name != NULL)
    g_string_append_printf (line, dolen_text (language, "Feed: %s"), name);
  g_string_append (line, line->len > 0 ? ". " : "");
  add_confirmation (line, service, language);
  return g_string_free (line, FALSE);
}

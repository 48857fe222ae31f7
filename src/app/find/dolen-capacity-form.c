/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-capacity-form.h"

#include "app/dolen-typed-date.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>

#define MOST_PLACES 9999
#define MOST_WEEKS 520

guint
dolen_capacity_form_fields (DolenCapacityStatus status)
{
  switch (status) {
  case DOLEN_CAPACITY_OPEN:
  case DOLEN_CAPACITY_PLACES:
    return DOLEN_CAPACITY_FIELD_PLACES;
  case DOLEN_CAPACITY_WAITING_LIST:
  case DOLEN_CAPACITY_FULL:
    return DOLEN_CAPACITY_FIELD_WAIT;
  case DOLEN_CAPACITY_ASK_FIRST:
    return DOLEN_CAPACITY_FIELD_PLACES | DOLEN_CAPACITY_FIELD_WAIT;
  case DOLEN_CAPACITY_PAUSED:
    return DOLEN_CAPACITY_FIELD_RETURNS;
  case DOLEN_CAPACITY_UNKNOWN:
    break;
  }
  return 0;
}

/* Empty is "not known", -1. */
static gboolean
read_number (const char *typed, int most, int *number)
{
  g_autofree char *text = g_strstrip (g_strdup (typed != NULL ? typed : ""));
  gint64 value;

  *number = -1;
  if (*text == '\0')
    return TRUE;
  if (!g_ascii_string_to_signed (text, 10, 0, most, &value, NULL))
    return FALSE;
  *number = (int) value;
  return TRUE;
}

static gboolean
read_numbers (const DolenCapacityForm *form, guint fields, DolenCapacity *report, char **problem)
{
  if ((fields & DOLEN_CAPACITY_FIELD_PLACES)
      && !read_number (form->places, MOST_PLACES, &report->places_free)) {
    *problem = g_strdup (_ ("Places are a number, or nothing where it is not known."));
    return FALSE;
  }
  if (!(fields & DOLEN_CAPACITY_FIELD_WAIT))
    return TRUE;
  if (!read_number (form->wait_from, MOST_WEEKS, &report->wait_weeks_from)
      || !read_number (form->wait_to, MOST_WEEKS, &report->wait_weeks_to)) {
    *problem = g_strdup (_ ("A wait is a number of weeks, or nothing where it is not known."));
    return FALSE;
  }
  if (report->wait_weeks_from < 0)
    report->wait_weeks_from = report->wait_weeks_to;
  if (report->wait_weeks_to < report->wait_weeks_from)
    report->wait_weeks_to = report->wait_weeks_from;
  return TRUE;
}

static gboolean
read_dates (const DolenCapacityForm *form,
            guint fields,
            const char *today,
            DolenCapacity *report,
            char **problem)
{
  report->as_of = dolen_typed_date_parse (form->as_of != NULL ? form->as_of : "");
  if (report->as_of == NULL || g_strcmp0 (report->as_of, today) > 0) {
    *problem = g_strdup (_ ("The day it was told is a date, today or earlier."));
    return FALSE;
  }
  if (!(fields & DOLEN_CAPACITY_FIELD_RETURNS) || dolen_text_is_empty (form->returns_on))
    return TRUE;
  report->returns_on = dolen_typed_date_parse (form->returns_on);
  if (report->returns_on != NULL)
    return TRUE;
  *problem = g_strdup (_ ("The day it comes back is a date, or nothing where it is not known."));
  return FALSE;
}

DolenCapacity *
dolen_capacity_form_read (const DolenCapacityForm *form, const char *today, char **problem)
{
  g_autoptr (DolenCapacity) report = dolen_capacity_new ();
  guint fields = dolen_capacity_form_fields (form->status);

  *problem = NULL;
  report->status = form->status;
  report->source = form->source;
  report->places_free = report->places_total = -1;
  report->wait_weeks_from = report->wait_weeks_to = -1;
  if (!read_numbers (form, fields, report, problem)
      || !read_dates (form, fields, today, report, problem))
    return NULL;
  report->note = dolen_text_clean (form->note);
  return g_steal_pointer (&report);
}

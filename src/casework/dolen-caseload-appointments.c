/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-appointments.h"

#include "base/dolen-text.h"
#include "casework/dolen-caseload-private.h"
#include "language/dolen-calendar.h"

#include <string.h>

/* Which appointments there are, and who is out. */

DolenAppointment *
dolen_caseload_get_appointment (DolenCaseload *caseload, const char *uid)
{
  return uid != NULL ? dolen_caseload_get_record (caseload, &dolen_appointment_type, uid) : NULL;
}

void
dolen_appointment_line_free (DolenAppointmentLine *line)
{
  if (line == NULL)
    return;
  dolen_appointment_free (line->appointment);
  g_free (line->person_called);
  g_free (line->service_name);
  g_free (line->service_name_cy);
  g_free (line);
}

static gpointer
make_line (DolenStatement *row, gpointer user_data)
{
  DolenAppointmentLine *line = g_new0 (DolenAppointmentLine, 1);

  line->person_called = dolen_statement_dup_text (row, 0);
  if (line->person_called == NULL)
    line->person_called = g_strdup ("");
  line->service_name = dolen_statement_dup_text (row, 1);
  line->service_name_cy = dolen_statement_dup_text (row, 2);
  line->appointment = dolen_record_read (&dolen_appointment_type, row, 3);
  return line;
}

/* @where: with ?1 to ?3. */
static GPtrArray *
list (DolenCaseload *caseload, const char *where, const char *const values[3], GError **error)
{
  g_autofree char *columns = dolen_record_columns (&dolen_appointment_type, "a.");
  g_autofree char *sql
      = g_strdup_printf ("SELECT coalesce (p.called, p.name), r.service_name, r.service_name_cy, %s"
                         " FROM appointment a LEFT JOIN person p ON p.uid = a.person"
                         " LEFT JOIN referral r ON r.uid = a.referral"
                         " WHERE %s ORDER BY a.\"on\", a.at IS NULL, a.at, a.created, a.uid",
                         columns,
                         where);
  g_autoptr (DolenStatement) rows = dolen_db_prepare (caseload->db, sql, error);

  if (rows == NULL)
    return NULL;
  for (int i = 0; i < 3; i++)
    dolen_statement_bind_text (rows, i + 1, values[i]);
  return dolen_caseload_collect (
      rows, make_line, NULL, (GDestroyNotify) dolen_appointment_line_free, error);
}

GPtrArray *
dolen_caseload_list_appointments (
    DolenCaseload *caseload, const char *person, const char *from, const char *to, GError **error)
{
  const char *const values[] = { person, from, to };

  return list (caseload,
               "a.state = 'planned' AND (?1 IS NULL OR a.person = ?1)"
               " AND (?2 IS NULL OR a.\"on\" >= ?2) AND (?3 IS NULL OR a.\"on\" <= ?3)",
               values,
               error);
}

GPtrArray *
dolen_caseload_list_out (DolenCaseload *caseload,
                         const char *today,
                         const char *now,
                         GError **error)
{
  const char *const values[] = { today, now, NULL };
  GPtrArray *out = list (
      caseload,
      "?3 IS NULL AND a.state = 'planned' AND a.expected_back IS NOT NULL AND a.back_at IS NULL"
      " AND (a.\"on\" < ?1 OR (a.\"on\" = ?1 AND coalesce (a.at, '00:00') <= ?2))",
      values,
      error);

  for (guint i = 0; out != NULL && i < out->len; i++) {
    DolenAppointmentLine *line = g_ptr_array_index (out, i);
    const DolenAppointment *appointment = line->appointment;

    line->late_back
        = strcmp (appointment->on, today) < 0 || strcmp (appointment->expected_back, now) < 0;
  }
  return out;
}

/* ---- in words ---- */

static const char *
choose_service (const DolenAppointmentLine *line, DolenLanguage language)
{
  const char *first = language == DOLEN_LANGUAGE_CY ? line->service_name_cy : line->service_name;
  const char *second = language == DOLEN_LANGUAGE_CY ? line->service_name : line->service_name_cy;

  return dolen_text_is_empty (first) ? second : first;
}

/* "Mair: home visit"; where to, unless it is a home. */
static char *
say_what (const DolenAppointmentLine *line, DolenLanguage language)
{
  const DolenAppointment *appointment = line->appointment;
  const char *kind = dolen_appointment_kind_name (appointment->kind, language);
  const char *where = choose_service (line, language);

  if (where == NULL && appointment->kind != DOLEN_APPOINTMENT_HOME_VISIT)
    where = appointment->place;
  if (dolen_text_is_empty (where))
    /* Translators: an appointment. First: how the person is called; second: "home visit". */
    return g_strdup_printf (
        dolen_ctext (language, "appointment", "%1$s: %2$s"), line->person_called, kind);
  return g_strdup_printf (
      /* Translators: an appointment. First: how the person is called; second: "meeting"; third: the
       * group or the place. */
      dolen_ctext (language, "appointment", "%1$s: %2$s (%3$s)"),
      line->person_called,
      kind,
      where);
}

char *
dolen_appointment_line_sentence (const DolenAppointmentLine *line, DolenLanguage language)
{
  char *what = say_what (line, language), *sentence;

  if (line->appointment->at == NULL)
    return what;
  sentence = g_strdup_printf ("%s, %s", line->appointment->at, what);
  g_free (what);
  return sentence;
}

char *
dolen_appointment_back_sentence (const DolenAppointmentLine *line, DolenLanguage language)
{
  const DolenAppointment *appointment = line->appointment;
  const char *worker = dolen_text_is_empty (appointment->worker)
                           ? dolen_text (language, "somebody of us")
                           : appointment->worker;
  g_autofree char *what = say_what (line, language);
  g_autofree char *day = dolen_format_date_as (language, appointment->on, DOLEN_DATE_WEEKDAY);
  GString *sentence = g_string_new (NULL);

  if (line->late_back)
    g_string_append_printf (sentence,
                            /* Translators: a warning. First: name of the worker; second: a time of
                               day; third: a day. */
                            dolen_text (language, "Not back yet: %1$s, expected at %2$s, %3$s."),
                            worker,
                            appointment->expected_back,
                            day);
  else
    /* Translators: First: name of the worker; second: a time of day. */
    g_string_append_printf (sentence,
                            dolen_text (language, "Out: %1$s, expected back at %2$s."),
                            worker,
                            appointment->expected_back);
  g_string_append_printf (sentence, " %s.", what);
  if (!dolen_text_is_empty (appointment->told)) {
    g_string_append_c (sentence, ' ');
    /* Translators: who knows where a worker is; %s: a name or "the office". */
    g_string_append_printf (sentence, dolen_text (language, "Who knows: %s."), appointment->told);
  }
  return g_string_free (sentence, FALSE);
}

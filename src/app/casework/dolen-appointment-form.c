/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-appointment-form.h"

#include "app/casework/dolen-risk-box.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-appointments.h"

#include <glib/gi18n.h>

typedef struct {
  DolenAppointment *appointment; /* (owned) as it is stored, or new */
  gboolean is_new;
  char *address;       /* (owned) (nullable) of the home */
  gboolean risks_seen; /* the address may be shown */
  int filled_for;      /* kind the address was seen to for; -1 none */
  DolenAppointmentKind offered[DOLEN_N_APPOINTMENT_KINDS];
  guint n_offered;
} Plan;

static void
plan_free (gpointer data)
{
  Plan *plan = data;

  dolen_appointment_free (plan->appointment);
  dolen_wipe_string (plan->address);
  g_free (plan);
}

static const DolenScheme *
scheme_of (DolenSession *session)
{
  return dolen_casework_get_scheme (dolen_session_get_casework (session));
}

static DolenAppointmentKind
chosen_kind (DolenSmallForm *form)
{
  const Plan *plan = dolen_small_form_get_data (form);
  guint chosen = dolen_small_form_get_choice (form, "kind");

  return chosen < plan->n_offered ? plan->offered[chosen] : DOLEN_APPOINTMENT_MEETING;
}

gboolean
dolen_appointment_form_set_kind (DolenSmallForm *form, DolenAppointmentKind kind)
{
  const Plan *plan = dolen_small_form_get_data (form);

  for (guint i = 0; i < plan->n_offered; i++)
    if (plan->offered[i] == kind) {
      dolen_small_form_set_choice (form, "kind", i);
      return TRUE;
    }
  return FALSE;
}

/* ---- the act ---- */

static gboolean
take_time (DolenSmallForm *form, const char *key, char **time, GError **error)
{
  g_autofree char *typed = dolen_small_form_dup_text (form, key);

  g_clear_pointer (time, g_free);
  if (typed == NULL)
    return TRUE;
  *time = dolen_typed_time_parse (typed);
  if (*time != NULL)
    return TRUE;
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               /* Translators: %s: what was typed where a time of day is wanted. */
               _ ("“%s” is not a time of day. Write it as 14:30."),
               typed);
  return FALSE;
}

static void
take_text (DolenSmallForm *form, const char *key, char **field)
{
  g_free (*field);
  *field = dolen_small_form_dup_text (form, key);
}

static gboolean
act (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const Plan *plan = data;
  DolenCasework *casework = dolen_session_get_casework (dolen_small_form_get_session (form));
  g_autoptr (DolenAppointment) appointment = dolen_appointment_copy (plan->appointment);

  appointment->kind = chosen_kind (form);
  g_clear_pointer (&appointment->on, g_free);
  if (!dolen_small_form_dup_date (form, "on", &appointment->on, error)
      || !take_time (form, "at", &appointment->at, error)
      || !take_time (form, "back", &appointment->expected_back, error))
    return FALSE;
  take_text (form, "place", &appointment->place);
  take_text (form, "told", &appointment->told);
  take_text (form, "lead", &appointment->lead);
  take_text (form, "note", &appointment->note);
  return plan->is_new ? dolen_casework_appointment_add (casework, appointment, undo, error)
                      : dolen_casework_appointment_change (casework, appointment, undo, error);
}

/* ---- what is shown ---- */

static void
show_fields (DolenSmallForm *form)
{
  const Plan *plan = dolen_small_form_get_data (form);
  DolenAppointmentKind kind = chosen_kind (form);
  gboolean out = dolen_appointment_goes_out (kind);
  gboolean home = kind == DOLEN_APPOINTMENT_HOME_VISIT;

  dolen_small_form_show (form, "place", out && (!home || plan->risks_seen));
  dolen_small_form_show (form, "back", out);
  dolen_small_form_show (form, "told", out);
  dolen_small_form_show (form,
                         "lead",
                         dolen_scheme_may (scheme_of (dolen_small_form_get_session (form)), kind)
                             == DOLEN_MAY_ASK_LEAD);
}

/* The address is in the field once the risks were read, each time a home visit is chosen; what
 * somebody typed or took out stays so. */
static void
fill_address (DolenSmallForm *form)
{
  Plan *plan = dolen_small_form_get_data (form);
  g_autofree char *typed = dolen_small_form_dup_text (form, "place");
  DolenAppointmentKind kind = chosen_kind (form);
  gboolean home = kind == DOLEN_APPOINTMENT_HOME_VISIT;

  if (!plan->risks_seen || plan->address == NULL || plan->filled_for == (int) kind)
    return;
  plan->filled_for = (int) kind;
  if (home && typed == NULL)
    dolen_small_form_set_text (form, "place", plan->address);
  else if (!home && g_strcmp0 (typed, plan->address) == 0)
    dolen_small_form_set_text (form, "place", "");
}

static void
on_changed (DolenSmallForm *form)
{
  fill_address (form);
  show_fields (form);
}

static void
on_risks_seen (gpointer user_data)
{
  DolenSmallForm *form = user_data;

  ((Plan *) dolen_small_form_get_data (form))->risks_seen = TRUE;
  fill_address (form);
  show_fields (form);
}

/* What the scheme lets nobody do is not in the list; what it asks a lead for says so. */
static void
add_kinds (DolenSmallForm *form, Plan *plan)
{
  static const DolenAppointmentKind order[] = { DOLEN_APPOINTMENT_MEETING,
                                                DOLEN_APPOINTMENT_HOME_VISIT,
                                                DOLEN_APPOINTMENT_PHONE,
                                                DOLEN_APPOINTMENT_ACCOMPANY,
                                                DOLEN_APPOINTMENT_VIDEO };
  const DolenScheme *scheme = scheme_of (dolen_small_form_get_session (form));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++) {
    const char *name = dolen_appointment_kind_name (order[i], dolen_language_current ());
    DolenMay may = dolen_scheme_may (scheme, order[i]);

    if (may == DOLEN_MAY_NO)
      continue;
    if (order[i] == plan->appointment->kind)
      selected = plan->n_offered;
    plan->offered[plan->n_offered++] = order[i];
    g_ptr_array_add (names,
                     may == DOLEN_MAY_ASK_LEAD
                         /* Translators: a kind of appointment, with what the scheme asks for. */
                         ? g_strdup_printf (_ ("%s: ask a lead first"), name)
                         : g_strdup (name));
  }
  g_ptr_array_add (names, NULL);
  dolen_small_form_add_choice (
      form, "kind", _ ("What"), (const char *const *) names->pdata, selected);
}

static void
add_fields (DolenSmallForm *form, Plan *plan, const DolenPerson *person)
{
  const DolenAppointment *appointment = plan->appointment;
  g_autofree char *typed = dolen_typed_date_format (appointment->on);
  GtkWidget *risks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  dolen_small_form_add_entry (form, "on", _ ("On (day/month/year)"), typed);
  dolen_small_form_add_entry (form, "at", _ ("Begins (14:30)"), appointment->at);
  /* It comes before the address and may call back at once: its place is kept for it. */
  dolen_small_form_add (form, risks);
  /* Translators: fields of an appointment: where the worker goes, when they will be back, who in
   * the office knows of it. */
  dolen_small_form_add_entry (form, "place", _ ("Where to"), appointment->place);
  dolen_small_form_add_entry (
      form, "back", _ ("Expected back (16:00)"), appointment->expected_back);
  dolen_small_form_add_entry (form, "told", _ ("Who knows where you are"), appointment->told);
  dolen_small_form_add_entry (form, "lead", _ ("Which lead said yes"), appointment->lead);
  dolen_small_form_add_entry (form, "note", _ ("What about"), appointment->note);
  gtk_box_append (GTK_BOX (risks), dolen_risk_box_new (person, on_risks_seen, form));
}

static char *
dup_address (const DolenPerson *person)
{
  g_autofree char *lines = person->address != NULL ? g_strdup (person->address) : NULL;

  if (lines == NULL && person->postcode == NULL)
    return NULL;
  if (lines != NULL)
    g_strdelimit (lines, "\n", ',');
  if (lines == NULL || person->postcode == NULL)
    return g_strdup (lines != NULL ? lines : person->postcode);
  return g_strdup_printf ("%s, %s", lines, person->postcode);
}

static GtkWindow *
new_form (DolenSession *session, DolenAppointment *appointment, gboolean is_new)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (DolenPerson) person = dolen_caseload_get_person (caseload, appointment->person);
  g_autofree char *draft = g_strconcat ("appointment/", appointment->uid, NULL);
  Plan *plan = g_new0 (Plan, 1);
  DolenSmallFormSpec spec = { _ ("Appointment"),
                              is_new ? _ ("_Plan") : _ ("_Change"),
                              is_new ? "appointment" : draft,
                              appointment->person,
                              act,
                              plan,
                              plan_free };
  DolenSmallForm *form;

  plan->appointment = appointment;
  plan->is_new = is_new;
  plan->filled_for = -1;
  plan->address = person != NULL ? dup_address (person) : NULL;
  form = dolen_small_form_new (session, &spec);
  add_kinds (form, plan);
  if (person != NULL)
    add_fields (form, plan, person);
  g_signal_connect (form, "changed", G_CALLBACK (on_changed), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

GtkWindow *
dolen_appointment_form_new (DolenSession *session, const char *person)
{
  DolenAppointment *appointment = dolen_appointment_new (person);

  appointment->kind = DOLEN_APPOINTMENT_MEETING;
  return new_form (session, appointment, TRUE);
}

GtkWindow *
dolen_appointment_change_form_new (DolenSession *session, const char *uid)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (DolenAppointment) appointment
             = caseload != NULL ? dolen_caseload_get_appointment (caseload, uid) : NULL;

  if (appointment == NULL || appointment->state != DOLEN_APPOINTMENT_PLANNED) {
    dolen_session_toast (session, _ ("That appointment is over already."));
    return NULL;
  }
  return new_form (session, g_steal_pointer (&appointment), FALSE);
}

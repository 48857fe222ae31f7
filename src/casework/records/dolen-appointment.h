/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/** DolenAppointmentKind: what kind. */
typedef enum {
  DOLEN_APPOINTMENT_HOME_VISIT,
  DOLEN_APPOINTMENT_MEETING,   /* elsewhere, face to face */
  DOLEN_APPOINTMENT_ACCOMPANY, /* going along to a group */
  DOLEN_APPOINTMENT_PHONE,
  DOLEN_APPOINTMENT_VIDEO,
  DOLEN_N_APPOINTMENT_KINDS
} DolenAppointmentKind;

/** DolenAppointmentState: what became of it. */
typedef enum {
  DOLEN_APPOINTMENT_PLANNED,
  DOLEN_APPOINTMENT_DONE,
  DOLEN_APPOINTMENT_MISSED, /* the person did not come or was not at home */
  DOLEN_APPOINTMENT_CANCELLED,
} DolenAppointmentState;

/** DolenAppointment: where a worker will be, and when they are expected back. Texts are (nullable)
 * unless said. */
typedef struct {
  char *uid;      /* never NULL */
  char *person;   /* uid */
  char *referral; /* uid: going along to that group */
  DolenAppointmentKind kind;
  DolenAppointmentState state;
  char *on;            /* civil date, never NULL in a stored record */
  char *at;            /* "10:00", Europe/London */
  int minutes;         /* -1 not told */
  char *place;         /* where to */
  char *worker;        /* name of who goes */
  char *expected_back; /* "11:30" */
  char *told;          /* who knows where they are */
  char *lead;          /* the lead who said yes to it, where the scheme asks for that */
  char *back_at;       /* "11:20": they are back */
  char *note;          /* what it is about */
  char *ending;        /* why it was cancelled, or what came of a missed one */
  int revision;        /* how often it was changed: a calendar asks for it */
  gint64 created;
} DolenAppointment;

extern const DolenRecordType dolen_appointment_type;

/** dolen_appointment_new: (transfer full): today, at no time yet. */
DolenAppointment *dolen_appointment_new (const char *person);
DolenAppointment *dolen_appointment_copy (const DolenAppointment *appointment);
void dolen_appointment_free (DolenAppointment *appointment);

/** dolen_appointment_kind_nick: "home-visit"; _from_nick: FALSE for one that is not known. */
const char *dolen_appointment_kind_nick (DolenAppointmentKind kind);
gboolean dolen_appointment_kind_from_nick (const char *nick, DolenAppointmentKind *kind);

/** dolen_appointment_kind_name: what a person reads ("home visit"), lower case. */
const char *dolen_appointment_kind_name (DolenAppointmentKind kind, DolenLanguage language);

/** dolen_appointment_goes_out: whether the worker leaves for it: somebody should know where. */
gboolean dolen_appointment_goes_out (DolenAppointmentKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenAppointment, dolen_appointment_free)

G_END_DECLS

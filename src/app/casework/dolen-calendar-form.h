/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"
#include "reports/dolen-appointments-calendar.h"

G_BEGIN_DECLS

/** dolen_calendar_form_new: saves one's own appointments from today on as a calendar file. What
 * leaves is chosen and said. Fields: "names", "places". @person is not used: NULL. */
GtkWindow *dolen_calendar_form_new (DolenSession *session, const char *person);

/** dolen_calendar_save: writes the file @path as the form does; for tests. */
gboolean dolen_calendar_save (DolenSession *session,
                              const char *path,
                              const DolenCalendarChoice *choice,
                              GError **error);

/** dolen_appointment_card_window_new: (nullable): the card of the appointment @uid, to print, copy
 *  or save. NULL, and a toast, where it is over. */
GtkWindow *dolen_appointment_card_window_new (DolenSession *session, const char *uid);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-tour.h"

#include "app/dolen-sample.h"
#include "app/dolen-tour-casework.h"
#include "base/dolen-error.h"
#include "base/dolen-time.h"

#include <glib/gi18n.h>

/* The profile the tour is taken in: the sample directory and invented casework. */

static void
wait_until_idle (DolenSession *session)
{
  while (dolen_session_is_busy (session))
    g_main_context_iteration (NULL, TRUE);
}

gboolean
dolen_tour_prepare_profile (DolenSession *session, GError **error)
{
  dolen_sample_fill (session);
  wait_until_idle (session);
  if (dolen_session_get_error (session) != NULL) {
    g_propagate_error (error, g_error_copy (dolen_session_get_error (session)));
    return FALSE;
  }
  if (dolen_session_is_empty (session)) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_NOT_FOUND,
                 "%s",
                 _ ("The sample directory could not be imported."));
    return FALSE;
  }
  return dolen_tour_invent_casework (session, dolen_time_now (), error);
}

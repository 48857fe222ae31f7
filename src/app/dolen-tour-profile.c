/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-tour.h"

/* The profile the tour is taken in: the sample directory and invented casework. */

gboolean
dolen_tour_prepare_profile (DolenSession *session, GError **error)
{
  while (dolen_session_is_busy (session))
    g_main_context_iteration (NULL, TRUE);
  if (dolen_session_get_error (session) == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (dolen_session_get_error (session)));
  return FALSE;
}

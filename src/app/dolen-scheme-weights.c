/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-scheme-weights.h"

#include "app/dolen-scheme-settings.h"

#define KEY "dolen-scheme-weights"

typedef struct {
  DolenWeights *weights; /* (owned) (nullable) */
  char **wrong;          /* (owned) */
} Held;

static void
held_free (gpointer data)
{
  Held *held = data;

  dolen_weights_unref (held->weights);
  g_strfreev (held->wrong);
  g_free (held);
}

static char *
own_file (DolenSession *session)
{
  return g_build_filename (dolen_session_get_folder (session), DOLEN_WEIGHTS_FILE, NULL);
}

/* ---- what a worker may do ---- */

static DolenLeave
leave_of (DolenMay may)
{
  return may == DOLEN_MAY_YES  ? DOLEN_LEAVE_YES
         : may == DOLEN_MAY_NO ? DOLEN_LEAVE_NO
                               : DOLEN_LEAVE_ASK_LEAD;
}

/* TRUE: something is another now. */
static gboolean
take_leaves (DolenSession *session, DolenWeights *weights)
{
  g_autoptr (DolenScheme) scheme = dolen_scheme_read (dolen_session_get_settings (session));
  const DolenLeave leaves[DOLEN_N_HELPS]
      = { [DOLEN_HELP_ACCOMPANY] = leave_of (scheme->accompany),
          [DOLEN_HELP_HOME_VISIT] = leave_of (scheme->home_visit) };
  gboolean changed = FALSE;

  for (int help = 0; help < DOLEN_N_HELPS; help++) {
    changed |= dolen_weights_get_leave (weights, help) != leaves[help];
    dolen_weights_set_leave (weights, help, leaves[help]);
  }
  return changed;
}

static void
on_settings_changed (GSettings *settings, const char *key, DolenSession *session)
{
  DolenWeights *now = dolen_scheme_weights_get (session);
  g_autoptr (DolenWeights) weights = NULL;
  g_autoptr (GError) error = NULL;

  if (now == NULL || !g_str_has_prefix (key, "scheme-"))
    return;
  weights = dolen_weights_copy (now);
  if (take_leaves (session, weights) && !dolen_scheme_weights_set (session, weights, &error))
    dolen_session_report (session, error);
}

/* ---- the weights ---- */

static Held *
read_again (DolenSession *session)
{
  g_autofree char *path = own_file (session);
  g_autoptr (GError) error = NULL;
  Held *held = g_new0 (Held, 1);

  held->weights = dolen_weights_read (path, &held->wrong, &error);
  if (held->weights == NULL)
    dolen_session_report (session, error);
  else
    take_leaves (session, held->weights);
  if (held->wrong == NULL)
    held->wrong = g_new0 (char *, 1);
  g_object_set_data_full (G_OBJECT (session), KEY, held, held_free);
  return held;
}

static Held *
held_of (DolenSession *session)
{
  Held *held = g_object_get_data (G_OBJECT (session), KEY);

  if (held != NULL)
    return held;
  g_signal_connect_object (dolen_session_get_settings (session),
                           "changed",
                           G_CALLBACK (on_settings_changed),
                           session,
                           0);
  return read_again (session);
}

DolenWeights *
dolen_scheme_weights_get (DolenSession *session)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (session), NULL);
  return held_of (session)->weights;
}

const char *const *
dolen_scheme_weights_get_wrong (DolenSession *session)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (session), NULL);
  return (const char *const *) held_of (session)->wrong;
}

gboolean
dolen_scheme_weights_set (DolenSession *session, const DolenWeights *weights, GError **error)
{
  g_autofree char *path = own_file (session);

  g_return_val_if_fail (DOLEN_IS_SESSION (session) && weights != NULL, FALSE);
  if (!dolen_weights_write (weights, path, error))
    return FALSE;
  read_again (session);
  /* What is ranked is made anew, as after any change to what it rests on. */
  g_signal_emit_by_name (session, "directory-changed");
  return TRUE;
}

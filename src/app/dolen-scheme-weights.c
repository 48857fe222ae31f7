/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-scheme-weights.h"

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

static Held *
read_again (DolenSession *session)
{
  g_autofree char *path = own_file (session);
  g_autoptr (GError) error = NULL;
  Held *held = g_new0 (Held, 1);

  held->weights = dolen_weights_read (path, &held->wrong, &error);
  if (held->weights == NULL)
    dolen_session_report (session, error);
  if (held->wrong == NULL)
    held->wrong = g_new0 (char *, 1);
  g_object_set_data_full (G_OBJECT (session), KEY, held, held_free);
  return held;
}

static Held *
held_of (DolenSession *session)
{
  Held *held = g_object_get_data (G_OBJECT (session), KEY);

  return held != NULL ? held : read_again (session);
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

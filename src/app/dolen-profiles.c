/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-profiles.h"

#include "app/dolen-sample.h"

struct _DolenProfiles {
  GPtrArray *sessions; /* (owned) of DolenSession */
};

DolenProfiles *
dolen_profiles_new (void)
{
  DolenProfiles *profiles = g_new0 (DolenProfiles, 1);

  profiles->sessions = g_ptr_array_new_with_free_func (g_object_unref);
  return profiles;
}

void
dolen_profiles_free (DolenProfiles *profiles)
{
  if (profiles == NULL)
    return;
  dolen_profiles_close (profiles);
  g_ptr_array_unref (profiles->sessions);
  g_free (profiles);
}

static DolenSession *
find_session (DolenProfiles *profiles, const char *folder)
{
  g_autoptr (GFile) wanted = g_file_new_for_path (folder);

  for (guint i = 0; i < profiles->sessions->len; i++) {
    DolenSession *session = g_ptr_array_index (profiles->sessions, i);
    g_autoptr (GFile) has = g_file_new_for_path (dolen_session_get_folder (session));

    if (g_file_equal (wanted, has))
      return session;
  }
  return NULL;
}

DolenSession *
dolen_profiles_get (DolenProfiles *profiles, const char *folder, GError **error)
{
  DolenSession *session = find_session (profiles, folder);

  if (session == NULL && (session = dolen_session_new (folder, error)) != NULL)
    g_ptr_array_add (profiles->sessions, session);
  return session;
}

DolenSession *
dolen_profiles_get_sample (DolenProfiles *profiles, DolenSession *home, GError **error)
{
  const char *home_folder = dolen_session_get_folder (home);
  g_autofree char *folder = g_strconcat (home_folder, "-sample", NULL);
  DolenSession *session = dolen_profiles_get (profiles, folder, error);

  if (session == NULL)
    return NULL;
  dolen_session_set_sample (session, home_folder);
  dolen_sample_fill (session);
  return session;
}

void
dolen_profiles_lock (DolenProfiles *profiles)
{
  for (guint i = 0; i < profiles->sessions->len; i++)
    dolen_session_lock (g_ptr_array_index (profiles->sessions, i));
}

void
dolen_profiles_close (DolenProfiles *profiles)
{
  for (guint i = 0; i < profiles->sessions->len; i++)
    dolen_session_close (g_ptr_array_index (profiles->sessions, i));
  g_ptr_array_set_size (profiles->sessions, 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-sender.h"

#include "app/dolen-scheme-settings.h"
#include "base/dolen-text.h"

DolenWriter *
dolen_writer_read (DolenSession *session)
{
  static const char *const keys[]
      = { "worker-name", "worker-role", "organisation", "worker-phone", "worker-email" };
  GSettings *settings = dolen_session_get_settings (session);
  DolenWriter *writer = g_new0 (DolenWriter, 1);
  g_autofree char *phone = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    writer->texts[i] = g_settings_get_string (settings, keys[i]);
  phone = dolen_text_phone (writer->texts[3]);
  g_free (writer->texts[3]);
  writer->texts[3] = g_steal_pointer (&phone);
  writer->scheme = dolen_scheme_read (settings);
  writer->sender = (DolenSender){ writer->texts[0], writer->texts[1], writer->texts[2],
                                  writer->texts[3], writer->texts[4], writer->scheme };
  return writer;
}

void
dolen_writer_free (DolenWriter *writer)
{
  if (writer == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (writer->texts); i++)
    g_free (writer->texts[i]);
  dolen_scheme_free (writer->scheme);
  g_free (writer);
}

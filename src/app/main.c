/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-application.h"
#include "casework/vault/dolen-secret.h"

int
main (int argc, char *argv[])
{
  g_autoptr (DolenApplication) application = NULL;

  int status;

  dolen_process_harden ();
  dolen_application_prepare ();
  application = dolen_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  return status != 0 ? status : dolen_application_get_status (application);
}

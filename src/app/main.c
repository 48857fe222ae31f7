/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (DolenApplication) application = NULL;

  dolen_application_prepare ();
  application = dolen_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}

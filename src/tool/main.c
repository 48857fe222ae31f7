/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool-main.h"

#include "language/dolen-language.h"

int
main (int argc, char *argv[])
{
  (void) argc;
  dolen_language_setup ();
  return dolen_tool_main (argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool-main.h"

#include "directory/privacy/dolen-edit-erase.h"
#include "exchange/feeds/dolen-feed.h"
#include "language/dolen-language.h"

int
main (int argc, char *argv[])
{
  (void) argc;
  dolen_language_setup ();
  dolen_erasure_set_forget (dolen_feed_forget_all);
  return dolen_tool_main (argv);
}

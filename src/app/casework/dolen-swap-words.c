/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-swap-words.h"

#include <glib/gi18n.h>

const char *
dolen_swap_words (DolenSwap swap)
{
  switch (swap) {
  case DOLEN_SWAP_OPEN:
    return _ ("This computer writes memory to a disk that is not known to be encrypted. What was "
              "on screen may stay there. Have its disk encrypted.");
  case DOLEN_SWAP_SEALED:
    return _ ("This computer writes memory to an encrypted disk only.");
  case DOLEN_SWAP_NONE:
  default:
    return _ ("This computer writes no memory to the disk while it runs.");
  }
}

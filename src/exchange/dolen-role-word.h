/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands where a person is to be named and names none. */
typedef enum {
  DOLEN_ROLE_NONE,   /* a name, as far as is known */
  DOLEN_ROLE_DESK,   /* "Office", "Ymholiadau": whoever answers */
  DOLEN_ROLE_HOLDER, /* "Secretary", "Trysorydd": somebody, who may answer at home */
} DolenRole;

/** dolen_role_of_name: @name (nullable): "Club Secretary", "Y Swyddfa", "Mair Jones"; a role only
 *  where every word belongs to one. */
DolenRole dolen_role_of_name (const char *name);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/** DOLEN_KEY_PERMISSION: our key of a contact: whether it may be given out. */
#define DOLEN_KEY_PERMISSION "x_dolen_contact_permission"

/** dolen_given_out_mark: whoever imports says that everybody in the source said yes: each contact
 * of
 *  @record that says nothing of it itself may be given out. */
void dolen_given_out_mark (json_object *record);

G_END_DECLS

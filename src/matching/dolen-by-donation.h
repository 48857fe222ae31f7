/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** dolen_is_by_donation: whether a price in words (nullable), in either language, leaves it to
 * people what they give: "Pay what you can", "Donation", "Talwch fel y gallwch". Not where a least
 * is named, nor a sum that is no suggestion. */
gboolean dolen_is_by_donation (const char *price);

G_END_DECLS

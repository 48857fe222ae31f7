/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What an overlay shows for a while, one after another, each with a tag by which it is withdrawn.
 *
 * The overlay is given one at a time, and each is there at once: libadwaita 1.2 uses a toast again
 * that went while it was still coming up, when it has come up (a crash). */

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_toast_new: (transfer full): @text is plain. */
AdwToast *dolen_toast_new (const char *text);

/** dolen_toasts_add: shown when what is there already has gone. @toast (transfer full);
 *  @tag (nullable). */
void dolen_toasts_add (AdwToastOverlay *overlay, AdwToast *toast, const char *tag);

/** dolen_toasts_add_first: as dolen_toasts_add(), but shown at once; what was shown comes after
 *  it, but for one whose button is no action: that cannot be shown again. */
void dolen_toasts_add_first (AdwToastOverlay *overlay, AdwToast *toast, const char *tag);

/** dolen_toasts_withdraw: those with that @tag; all, where it is NULL. */
void dolen_toasts_withdraw (AdwToastOverlay *overlay, const char *tag);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-call-draft.h"

G_BEGIN_DECLS

/** dolen_call_draft_to_variant: (transfer full): the draft for a new page of the window, which is
 *  in memory alone; only the next reads it. */
GVariant *dolen_call_draft_to_variant (const DolenCallDraft *draft);

/** dolen_call_draft_from_variant: (transfer full) (nullable): NULL where it is none. */
DolenCallDraft *dolen_call_draft_from_variant (GVariant *variant);

G_END_DECLS

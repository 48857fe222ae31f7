/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"
#include "exchange/dolen-import.h"
#include "matching/dolen-tagger.h"

G_BEGIN_DECLS

/* What matching lends to the rooms below it, which may not ask for it themselves. The installed
 * vocabulary stands behind both. */

/**
 * dolen_lend_tagging:
 * @hooks: of the options of an import
 * @error: DOLEN_ERROR_* where the vocabulary cannot be read
 *
 * Lets an import read tags out of the words of what comes in, before it is written.
 *
 * Returns: (transfer full): the tagger, to be freed when the import is done
 */
DolenTagger *dolen_lend_tagging (DolenImportHooks *hooks, GError **error);

/** dolen_lend_vocabulary: lets search find services by the labels of their tags in both languages,
 *  and has the words of a service read anew after each edit of it. Call it once after opening a
 *  directory for writing. */
void dolen_lend_vocabulary (DolenDirectory *directory);

G_END_DECLS

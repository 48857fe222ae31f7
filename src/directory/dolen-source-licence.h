/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-writer.h"

G_BEGIN_DECLS

/*
 * Under which licence a source gives what it gives, and what it wants said: kept among its settings
 * (DolenSource.settings, a JSON object), beside those of its feed.
 */
typedef struct {
  char *licence;         /* (nullable) a code of dolen_licence_at(), or in words */
  char *attribution;     /* (nullable) what is to be said: "Contains data of ... " */
  gboolean forbids_more; /* what came from it may not be passed on */
} DolenSourceLicence;

void dolen_source_licence_clear (DolenSourceLicence *licence);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenSourceLicence, dolen_source_licence_clear)

/** dolen_source_licence_read: @settings: (nullable): of a source. */
void dolen_source_licence_read (DolenSourceLicence *licence, const char *settings);

/** dolen_source_licence_set: writes it into the settings of the source, whose others stay. @error:
 *  DOLEN_ERROR_NOT_FOUND. */
gboolean dolen_source_licence_set (DolenDirectory *dir,
                                   const char *source_uid,
                                   const DolenSourceLicence *licence,
                                   GError **error);

/** A licence that many use. */
typedef struct {
  const char *code; /* "OGL-UK-3.0" (spdx.org/licenses) */
  const char *name;
  const char *url;
} DolenLicence;

/** dolen_licence_at: (nullable): in order, NULL after the last; _find: by its code or name. */
const DolenLicence *dolen_licence_at (guint index);
const DolenLicence *dolen_licence_find (const char *text);

/** dolen_licence_name: (transfer none) (nullable): what a licence of a source is called; its own
 *  words where it is none that many use. */
const char *dolen_licence_name (const char *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-source-licence.h"

#include <json-c/json.h>

G_BEGIN_DECLS

/*
 * Whose records go out: those somebody made here, and those that came from sources, each with its
 * licence and what it wants said.
 */

/** What was made here: stands where the uid of a source would. */
#define DOLEN_OUT_MADE_HERE ""

typedef struct {
  char *uid;  /* DOLEN_OUT_MADE_HERE for what was made here */
  char *name; /* (nullable) what was made here has none */
  DolenSourceLicence licence;
  guint services; /* of it, listed or not */
} DolenOutSource;

/** dolen_out_sources_list: (transfer full) (element-type DolenOutSource): what was made here first,
 *  then the sources that have services, by name. */
GPtrArray *dolen_out_sources_list (DolenDirectory *dir, GError **error);

/** dolen_out_source_is_free: whether it goes out where nobody chose: what may not be passed on does
 *  not. */
gboolean dolen_out_source_is_free (const DolenOutSource *source);

/** dolen_out_source_warning: (transfer none) (nullable): what is to be thought of before it goes
 *  out, a sentence. */
const char *dolen_out_source_warning (const DolenOutSource *source, DolenLanguage language);

/** Which go out, and what is said of each. */
typedef struct _DolenOutSources DolenOutSources;

/** dolen_out_sources_new: (transfer full): @chosen: (nullable) (array zero-terminated=1): uids;
 *  NULL: all that dolen_out_source_is_free(). */
DolenOutSources *
dolen_out_sources_new (DolenDirectory *dir, const char *const *chosen, GError **error);
void dolen_out_sources_free (DolenOutSources *sources);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenOutSources, dolen_out_sources_free)

/** dolen_out_sources_takes: whether @service goes out: its source was chosen, and neither it nor
 * its organisation holds values of one that may not be passed on and was not. */
gboolean dolen_out_sources_takes (const DolenOutSources *sources, const DolenService *service);

/** dolen_out_sources_describe: (transfer full) (nullable): {"name", "licence", "licence_url",
 *  "attribution"} of a source; NULL for what was made here. @sources: (nullable) */
json_object *dolen_out_sources_describe (const DolenOutSources *sources, const char *uid);

/** dolen_out_sources_say: (transfer full): the same on one line; "" for what was made here. */
char *dolen_out_sources_say (const DolenOutSources *sources, const char *uid);

/** dolen_out_sources_describe_all: (transfer full): an array of all that go out. */
json_object *dolen_out_sources_describe_all (const DolenOutSources *sources);

#define DOLEN_OUT_SOURCES_PAGE "LICENCES.txt"

/** dolen_out_sources_write: DOLEN_OUT_SOURCES_PAGE, a page of text in the folder @path that names
 * each with its licence and attribution, in both languages. */
gboolean dolen_out_sources_write (const DolenOutSources *sources, const char *path, GError **error);

G_END_DECLS

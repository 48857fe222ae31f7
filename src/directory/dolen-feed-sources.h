/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-writer.h"

G_BEGIN_DECLS

/* What is kept of a source beside its records: settings, what its server said of its pages, what
 * stands in the directory from it; and how it goes. */

/** dolen_directory_get_source: (transfer full): by its uid. @error: DOLEN_ERROR_NOT_FOUND. */
DolenSource *dolen_directory_get_source (DolenDirectory *dir, const char *uid, GError **error);

/** dolen_directory_put_source: stores @source, new or changed; its import times are not written.
 *  @act: (nullable): an entry of the history is made of it; @who: (nullable). */
gboolean dolen_directory_put_source (
    DolenDirectory *dir, DolenSource *source, const char *act, const char *who, GError **error);

/** DolenSourcePage: a page that was read, and by what its server knows it again. */
typedef struct {
  char *address;
  char *etag; /* (nullable) */
  char *last_modified;
} DolenSourcePage;

void dolen_source_page_free (DolenSourcePage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenSourcePage, dolen_source_page_free)
DolenSourcePage *
dolen_source_page_new (const char *address, const char *etag, const char *last_modified);

/** dolen_directory_list_source_pages: (transfer full) (element-type DolenSourcePage): in the order
 *  of reading. */
GPtrArray *
dolen_directory_list_source_pages (DolenDirectory *dir, const char *source_uid, GError **error);

/** dolen_directory_set_source_pages: replaces them; writes nothing where they are the same. */
gboolean dolen_directory_set_source_pages (DolenDirectory *dir,
                                           const char *source_uid,
                                           const GPtrArray *pages,
                                           GError **error);

/** DolenSourceCounts: what stands in the directory from a source. */
typedef struct {
  guint services; /* in its last reading */
  guint gone;     /* services not in it any more */
  guint clashes;
} DolenSourceCounts;

gboolean dolen_directory_count_source (DolenDirectory *dir,
                                       const char *source_uid,
                                       DolenSourceCounts *counts,
                                       GError **error);

typedef enum {
  DOLEN_REMOVE_KEEP,     /* all its records stay, as ours */
  DOLEN_REMOVE_UNEDITED, /* those nobody here worked on go; the others stay, as ours */
} DolenRemoveChoice;

/**
 * dolen_directory_remove_source:
 * @removed, @kept: (out) (optional): services
 *
 * The source, what it said, and its clashes go. One transaction, one entry of the history; it
 * cannot be undone (but the feed can be added again).
 *
 * @error: DOLEN_ERROR_NOT_FOUND; DOLEN_ERROR_NOT_ALLOWED where it may not be passed on
 * (dolen-source-licence.h) and services of it would stay
 */
gboolean dolen_directory_remove_source (DolenDirectory *dir,
                                        const char *source_uid,
                                        DolenRemoveChoice choice,
                                        const char *who,
                                        guint *removed,
                                        guint *kept,
                                        GError **error);

G_END_DECLS

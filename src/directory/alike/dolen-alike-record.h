/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/alike/dolen-alike-book.h"

G_BEGIN_DECLS

/*
 * A record of the book, and how what a directory says of it becomes words and keys. All texts may
 * be NULL.
 */

DolenAlikeRecord *dolen_alike_record_new (void);

/** dolen_alike_record_free: @record: a DolenAlikeRecord */
void dolen_alike_record_free (gpointer record);

/** dolen_alike_add_name: @which: 0 English, 1 Welsh */
void dolen_alike_add_name (DolenAlikeBook *book,
                           DolenAlikeRecord *record,
                           guint which,
                           const char *name);
void dolen_alike_add_description (DolenAlikeBook *book,
                                  DolenAlikeRecord *record,
                                  guint language,
                                  const char *text);

/** dolen_alike_add_former: the other name that @text says it has, if it is the first to say one. */
void dolen_alike_add_former (DolenAlikeBook *book, DolenAlikeRecord *record, const char *text);

void dolen_alike_add_key (DolenAlikeBook *book,
                          DolenAlikeRecord *record,
                          DolenAlikeKeyKind kind,
                          const char *text);
void dolen_alike_add_email (DolenAlikeBook *book, DolenAlikeRecord *record, const char *email);
void dolen_alike_add_url (DolenAlikeBook *book, DolenAlikeRecord *record, const char *url);
void
dolen_alike_add_postcode (DolenAlikeBook *book, DolenAlikeRecord *record, const char *postcode);

/** dolen_alike_add_hall: @name: of a hall, or of its town */
void dolen_alike_add_hall (DolenAlikeBook *book, DolenAlikeRecord *record, const char *name);
void dolen_alike_add_street (DolenAlikeBook *book, DolenAlikeRecord *record, const char *street);

G_END_DECLS

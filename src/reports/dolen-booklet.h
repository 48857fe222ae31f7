/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-scheme.h"
#include "directory/dolen-directory.h"
#include "matching/dolen-vocabulary.h"
#include "reports/dolen-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * A booklet of what there is in an area, for a waiting room or a letter box: groups under headings
 * with a table of contents. It is made of what may be published and of nothing else
 * (exchange/out/dolen-out-rules.h): no contact without a yes, no hidden place, nobody who is not
 * listed. The heading a group stands under may come from a tag that only a rule has read: whoever
 * prints the booklet sees it first.
 */

/** DolenBookletStock: all that a booklet can be made of; of any thread, one at a time. */
typedef struct _DolenBookletStock DolenBookletStock;

/** dolen_booklet_stock_read: (transfer full) (nullable): all groups that may leave.
 *  @error: of the database or the vocabulary; G_IO_ERROR_CANCELLED */
DolenBookletStock *
dolen_booklet_stock_read (DolenDirectory *dir, GCancellable *cancellable, GError **error);
void dolen_booklet_stock_free (DolenBookletStock *stock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenBookletStock, dolen_booklet_stock_free)

typedef enum {
  DOLEN_BOOKLET_EVERYWHERE,
  DOLEN_BOOKLET_TOWN,     /* town or village, as in the address */
  DOLEN_BOOKLET_DISTRICT, /* of a postcode: "SY25" */
  DOLEN_BOOKLET_COUNTY,
  DOLEN_N_BOOKLET_AREAS
} DolenBookletArea;

/** dolen_booklet_list_areas: (transfer full) (element-type char*): the names of that sort in which
 *  there is something, in the order of @language; none for EVERYWHERE. */
GPtrArray *dolen_booklet_list_areas (const DolenBookletStock *stock,
                                     DolenBookletArea sort,
                                     DolenLanguage language);

/** dolen_booklet_list_kinds: (transfer container) (element-type DolenTerm): the broadest interests
 *  and needs of which there is something, in the order of @language. */
GPtrArray *dolen_booklet_list_kinds (const DolenBookletStock *stock, DolenLanguage language);

/** DolenBookletChoices: zeroed: everything, by kind, in English. Borrowed. */
typedef struct {
  DolenBookletArea sort;
  const char *area;       /* the name; not used for EVERYWHERE */
  const GPtrArray *kinds; /* (nullable) of DolenTerm: any of these; NULL: whatever it is */
  gboolean by_place;      /* headings are towns and villages, not kinds */
  DolenLanguage language;
  const char *publisher;     /* (nullable) whose booklet it is: an organisation, */
  const DolenScheme *scheme; /* (nullable) and its scheme, with how to reach it */
  gboolean both;             /* the other language too: after it, */
  gboolean beside; /* or at its side, group by group: where lines are wide enough for two */
} DolenBookletChoices;

/** dolen_booklet_count: how many groups that makes. A group without a place stands in the booklet
 *  of an area that it says it serves, and in that of everywhere. */
guint dolen_booklet_count (const DolenBookletStock *stock, const DolenBookletChoices *choices);

/** dolen_booklet_sheet_new: (transfer full): the booklet. @today: civil date, printed on it. */
DolenSheet *dolen_booklet_sheet_new (const DolenBookletStock *stock,
                                     const DolenBookletChoices *choices,
                                     const char *today);

G_END_DECLS

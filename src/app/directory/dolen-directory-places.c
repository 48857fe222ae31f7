/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-directory-places.h"

#include "app/directory/dolen-history-pane.h"
#include "app/directory/dolen-listing-editor.h"
#include "app/directory/dolen-listing-list.h"
#include "app/directory/dolen-organisation-editor.h"
#include "app/directory/dolen-queue-view.h"
#include "app/directory/sources/dolen-sources-view.h"

#include <glib/gi18n.h>

static const DolenDirectoryPlace places[] = {
  /* Translators: a part of Directory: what there is to check, to be worked down. */
  { "queue", N_ ("Queue"), dolen_queue_view_new },
  /* Translators: a part of Directory: all the groups, to search and to edit. */
  { "listings", N_ ("Listings"), dolen_listing_list_new },
  /* Translators: a part of Directory: the feeds and files the listings come from. */
  { "sources", N_ ("Sources"), dolen_sources_view_new },
  { NULL },
};

const DolenDirectoryPlace *
dolen_directory_places (void)
{
  return places;
}

static const DolenDirectoryEditor editors[] = {
  { "service", dolen_listing_editor_new },
  { "organisation", dolen_organisation_editor_new },
  { "history", dolen_history_pane_new },
  { NULL },
};

const DolenDirectoryEditor *
dolen_directory_editors (void)
{
  return editors;
}

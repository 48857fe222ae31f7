/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "casework/dolen-caseload-known.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Search before create: people already in the case records who may be the one being typed, with
 * why, and a button on each. It is not there while nobody is alike. Signal "chosen" (const char *
 * uid).
 */
#define DOLEN_TYPE_KNOWN_LIST (dolen_known_list_get_type ())
G_DECLARE_FINAL_TYPE (DolenKnownList, dolen_known_list, DOLEN, KNOWN_LIST, AdwBin)

/** dolen_known_list_new: (transfer floating): @button: what is done with a person chosen, with a
 * mnemonic. */
GtkWidget *dolen_known_list_new (DolenSession *session, const char *button);

/** dolen_known_list_set_title: the heading, in place of "Known Already?". */
void dolen_known_list_set_title (DolenKnownList *self, const char *title);

/** dolen_known_list_show: looks for @query; NULL shows nobody. Returns: how many are shown. */
guint dolen_known_list_show (DolenKnownList *self, const DolenKnownQuery *query);

G_END_DECLS

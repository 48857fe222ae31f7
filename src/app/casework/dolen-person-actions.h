/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_person_actions_install: the actions of a person's page that open a form: about the person,
 * or about a record of theirs whose uid is the parameter. They need
 * dolen_person_actions_set_person(). */
void dolen_person_actions_install (GtkWidgetClass *widget_class);

/** dolen_person_actions_set_person: whom @page is about. */
void dolen_person_actions_set_person (GtkWidget *page, DolenSession *session, const char *person);

/** dolen_person_actions_allow: enables what may be done now. @living: @person has not died;
 *  @supported: support is under way; @writable: the case records may be written. */
void dolen_person_actions_allow (GtkWidget *page,
                                 gboolean living,
                                 gboolean supported,
                                 gboolean writable);

/** dolen_person_actions_menu: (transfer full): what else can be done for the person. */
GMenuModel *dolen_person_actions_menu (void);

G_END_DECLS

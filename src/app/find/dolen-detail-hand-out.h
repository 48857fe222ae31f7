/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** DolenDetailHandOut: the details of a service to take away, in the language of the open person;
 * (not owned). */
typedef struct {
  DolenSession *session;
  DolenService *service;
  DolenOrganisation *organisation; /* (nullable) */
} DolenDetailHandOut;

/** dolen_detail_hand_out_copy: to the clipboard of @widget. */
void dolen_detail_hand_out_copy (const DolenDetailHandOut *self, GtkWidget *widget);

G_END_DECLS

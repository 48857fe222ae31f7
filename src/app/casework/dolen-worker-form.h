/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "casework/dolen-casework-workers.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A small window about who may open the case records: a worker's name and role, or a passphrase
 * typed twice with its strength, the current one asked where it is one's own. What is typed is no
 * draft; the window goes away when the case records lock.
 */
#define DOLEN_TYPE_WORKER_FORM (dolen_worker_form_get_type ())
G_DECLARE_FINAL_TYPE (DolenWorkerForm, dolen_worker_form, DOLEN, WORKER_FORM, AdwWindow)

/** dolen_worker_form_new_passphrase: @worker: (nullable): uid: whose; NULL for another worker. */
GtkWindow *dolen_worker_form_new_passphrase (DolenSession *session,
                                             DolenPassphraseActKind kind,
                                             const char *worker);

/** dolen_worker_form_new_about: another name or role for @worker. */
GtkWindow *dolen_worker_form_new_about (DolenSession *session, const char *worker);

/** dolen_worker_form_fill: as if typed; each (nullable). For tests. */
void dolen_worker_form_fill (DolenWorkerForm *self,
                             const char *name,
                             const char *current,
                             const char *passphrase);

/** dolen_worker_form_act: what its button does. */
void dolen_worker_form_act (DolenWorkerForm *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-queue-view.h"

G_BEGIN_DECLS

/**
 * dolen_queue_keys_attach:
 *
 * Single letters as keys of the queue, while the setting "queue-letter-keys" is on and nothing is
 * typed in: R reached, M left a message, N no answer, W wrong number, S save and next, J and K the
 * next and the former row. The letters are the same in both languages, as on the keyboard.
 */
void dolen_queue_keys_attach (DolenQueueView *view, DolenSession *session);

/** dolen_queue_keys_press: what the letter does; FALSE for a letter without a meaning. */
gboolean dolen_queue_keys_press (DolenQueueView *view, guint keyval);

G_END_DECLS

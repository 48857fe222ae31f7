/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** DolenTextMessageSize: how a telephone network counts a text. */
typedef struct {
  guint used;    /* characters it counts: some count twice */
  guint parts;   /* messages it is sent as; 0 for "" */
  guint most;    /* characters the parts have room for */
  gboolean wide; /* a letter outside the small alphabet (ŵ, ŷ, â ...) makes each part shorter */
} DolenTextMessageSize;

/**
 * dolen_text_message_measure:
 * @text: UTF-8
 *
 * By 3GPP TS 23.038 (the default alphabet and its extension table, 160 characters a message; else
 * UCS-2, 70) and 23.040 (joined messages hold 153 and 67).
 */
DolenTextMessageSize dolen_text_message_measure (const char *text);

G_END_DECLS

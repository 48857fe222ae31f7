/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-sheet-pages.h"
#include "app/find/dolen-hand-out-parts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * What is settled before a hand-out is printed: whether the paper is safe at home, which language,
 * how large, what stands on it. It proposes what is known of the person. Signal "changed" ().
 */
#define DOLEN_TYPE_HAND_OUT_FORM (dolen_hand_out_form_get_type ())
G_DECLARE_FINAL_TYPE (DolenHandOutForm, dolen_hand_out_form, DOLEN, HAND_OUT_FORM, AdwBin)

/** DolenHandOutAnswer: whether the paper is safe at home. */
typedef enum {
  DOLEN_HAND_OUT_NOT_ASKED, /* it must be, and was not */
  DOLEN_HAND_OUT_SAFE,
  DOLEN_HAND_OUT_DISCREET, /* no, or not sure */
} DolenHandOutAnswer;

GtkWidget *dolen_hand_out_form_new (const DolenHandOutParts *parts);

/** dolen_hand_out_form_get: what is chosen. @home: their own place stands on the map. Until it is
 *  answered the choices are discreet. Every argument is (out). */
DolenHandOutAnswer dolen_hand_out_form_get (DolenHandOutForm *self,
                                            DolenHandOutChoices *choices,
                                            DolenSheetLook *look,
                                            gboolean *home);

/** dolen_hand_out_form_answer: as if that was chosen; for tests and the tour. */
void dolen_hand_out_form_answer (DolenHandOutForm *self, DolenHandOutAnswer answer);

/** dolen_hand_out_form_set_look: likewise. @language: 0 Welsh, 1 English, 2 and 3 both, Welsh or
 *  English first. */
void dolen_hand_out_form_set_look (DolenHandOutForm *self, guint language, DolenSheetSize size);

G_END_DECLS

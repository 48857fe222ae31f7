/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-vocabulary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Chosen terms of one kind as chips, and a button that opens all of them with a search in both
 * languages. Used for a person and as filters of Find. Signal "changed" ().
 */
#define DOLEN_TYPE_TERM_PICKER (dolen_term_picker_get_type ())
G_DECLARE_FINAL_TYPE (DolenTermPicker, dolen_term_picker, DOLEN, TERM_PICKER, GtkWidget)

/** dolen_term_picker_new: @add_label: of the button, with what is added: "Add an interest". */
GtkWidget *
dolen_term_picker_new (DolenVocabulary *vocabulary, DolenTermKind kind, const char *add_label);

/** dolen_term_picker_set_codes: (nullable): NULL-terminated; unknown codes are kept as they are,
 *  shown by their code, so that nothing is lost. */
void dolen_term_picker_set_codes (DolenTermPicker *self, const char *const *codes);

/** dolen_term_picker_get_codes: (transfer full): NULL-terminated, in the order chosen. */
char **dolen_term_picker_get_codes (DolenTermPicker *self);

/** dolen_term_picker_add: as if @code had been chosen; FALSE if it was there. */
gboolean dolen_term_picker_add (DolenTermPicker *self, const char *code);

G_END_DECLS

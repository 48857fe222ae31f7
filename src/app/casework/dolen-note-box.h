/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A note box that stays at hand on a person's page: a note, or a contact with what was said, linked
 * to what it is about (referrals, concerns, appointments). What is typed is kept sealed as the
 * draft "note" of that person until it is saved.
 */
#define DOLEN_TYPE_NOTE_BOX (dolen_note_box_get_type ())
G_DECLARE_FINAL_TYPE (DolenNoteBox, dolen_note_box, DOLEN, NOTE_BOX, AdwBin)

GtkWidget *dolen_note_box_new (DolenSession *session, const char *person);

/** dolen_note_box_begin: puts the cursor into it. */
void dolen_note_box_begin (DolenNoteBox *self);

/** dolen_note_box_begin_contact: turns it to a contact of the kind that was recorded last. */
void dolen_note_box_begin_contact (DolenNoteBox *self);

/** dolen_note_box_set_contact: as if a person chose it; @kind: 0 a note, 1 a call, 2 a visit, 3 a
 * meeting, 4 video, 5 text, 6 e-mail, 7 letter; for tests and for the tour. */
void dolen_note_box_set_contact (
    DolenNoteBox *self, guint kind, DolenEncounterResult result, int minutes, gboolean session);

/** dolen_note_box_dup_text, _set_text: what stands in it; for the state of a page and for tests. */
char *dolen_note_box_dup_text (DolenNoteBox *self);
void dolen_note_box_set_text (DolenNoteBox *self, const char *text);

/** dolen_note_box_save: what the button does; FALSE where nothing is typed or it failed. */
gboolean dolen_note_box_save (DolenNoteBox *self);

/** dolen_note_kind_name: what a note's kind ("visit") is called. */
const char *dolen_note_kind_name (const char *kind);

G_END_DECLS

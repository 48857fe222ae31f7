/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A person's page: the calm top, what matters, the plan, what is next, the timeline, and a note box
 * that stays at hand. Its actions, which are also how tests drive it:
 *
 *   person.find            opens Find for this person
 *   person.change          opens the record
 *   person.note            the cursor to the note box
 *   person.died            the small form that stops everything
 *   person.record (ss)     what happened to a referral: its uid, the nick of a state
 *   person.go-on (s)       goes on with a draft referral
 *   person.next-contact    plans one
 *   person.finish, person.move, person.stop (s)   a follow-up
 *   person.move-note (s), person.redact-note (ss)
 */
#define DOLEN_TYPE_PERSON_VIEW (dolen_person_view_get_type ())
G_DECLARE_FINAL_TYPE (DolenPersonView, dolen_person_view, DOLEN, PERSON_VIEW, AdwBin)

/** dolen_person_view_new: (transfer floating) (nullable): NULL where @person is not there. */
GtkWidget *dolen_person_view_new (DolenSession *session, const char *person);

const char *dolen_person_view_get_person (DolenPersonView *self);

/** dolen_person_view_save_state, _restore_state: the note being typed, the filter, how far down. */
void dolen_person_view_save_state (DolenPersonView *self, GVariantBuilder *state);
void dolen_person_view_restore_state (DolenPersonView *self, GVariant *state);

G_END_DECLS

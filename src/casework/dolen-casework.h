/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-caseload.h"
#include "casework/dolen-scheme.h"
#include "casework/vault/dolen-draft.h"
#include "casework/vault/dolen-passphrase.h"
#include "casework/vault/dolen-recovery-key.h"

G_BEGIN_DECLS

/*
 * DolenCasework: the one door to the case records. It creates, opens and locks the vault, does each
 * act of casework as one sealed event, keeps the drafts, and shows the caseload. It belongs to the
 * thread that made it; the _async calls keep that thread free while Argon2id works and events are
 * replayed.
 *
 * Signals: "changed" after each act, undo, lock and unlock; "notify::unlocked".
 */
#define DOLEN_TYPE_CASEWORK (dolen_casework_get_type ())
G_DECLARE_FINAL_TYPE (DolenCasework, dolen_casework, DOLEN, CASEWORK, GObject)

/**
 * dolen_casework_new:
 * @folder: the profile folder (casework.db, keys.db, device, lock)
 * @directory: (nullable): path of directory.db
 *
 * Opens nothing yet.
 */
DolenCasework *dolen_casework_new (const char *folder, const char *directory);

/** dolen_casework_exists: whether a vault stands in the folder. */
gboolean dolen_casework_exists (DolenCasework *self);
gboolean dolen_casework_is_unlocked (DolenCasework *self);

/** dolen_casework_set_author: the name events are signed with in words; (nullable). */
void dolen_casework_set_author (DolenCasework *self, const char *author);

/** dolen_casework_set_rules: the scheme's own rules for follow-ups (dolen-rules.h). @path:
 * (nullable). @error: DOLEN_ERROR_INVALID; the rules stay what they were then. */
gboolean dolen_casework_set_rules (DolenCasework *self, const char *path, GError **error);

/** dolen_casework_set_scheme: what the scheme lets its workers do (copied). @scheme: (nullable):
 *  everything. */
void dolen_casework_set_scheme (DolenCasework *self, const DolenScheme *scheme);

/** dolen_casework_get_scheme: (transfer none): never NULL. */
const DolenScheme *dolen_casework_get_scheme (DolenCasework *self);

/** dolen_casework_set_cost: what Argon2id may cost in a new slot; for tests. */
void dolen_casework_set_cost (DolenCasework *self, DolenPassphraseCost cost);

/* ---- creating, opening, locking ---- */

/**
 * dolen_casework_create_sync:
 * @passphrase: of strength DOLEN_PASSPHRASE_LEAST_STRENGTH at least (the form's to see to)
 * @recovery_key: made before with dolen_recovery_key_new(), printed, and one group of it typed
 * back: so that no vault ever stands whose recovery key nobody has
 * @error: DOLEN_ERROR_NOT_ALLOWED where there is one already, _BUSY, the store's
 *
 * Makes the vault and opens it.
 */
gboolean dolen_casework_create_sync (DolenCasework *self,
                                     const char *passphrase,
                                     const DolenSecret *recovery_key,
                                     GError **error);

/**
 * dolen_casework_unlock_sync:
 * @error: DOLEN_ERROR_WRONG_PASSPHRASE, _KEY_DAMAGED, _NOT_FOUND (no vault), _BUSY, the store's
 *
 * What is wrong with the journal (damaged or missing events, an older copy) does not fail here: the
 * rest opens read-only and dolen_casework_get_problem() names it.
 */
gboolean dolen_casework_unlock_sync (DolenCasework *self, const char *passphrase, GError **error);

/** dolen_casework_unlock_with_recovery_key_sync: @typed: the recovery key as typed;
 *  DOLEN_ERROR_INVALID names mistyped groups. */
gboolean dolen_casework_unlock_with_recovery_key_sync (DolenCasework *self,
                                                       const char *typed,
                                                       GError **error);

/** The same without blocking. Until the callback the object must not be used otherwise. */
void dolen_casework_create_async (DolenCasework *self,
                                  const char *passphrase,
                                  const DolenSecret *recovery_key,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
void dolen_casework_unlock_async (DolenCasework *self,
                                  const char *passphrase,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
void dolen_casework_unlock_with_recovery_key_async (DolenCasework *self,
                                                    const char *typed,
                                                    GAsyncReadyCallback callback,
                                                    gpointer user_data);
gboolean dolen_casework_open_finish (DolenCasework *self, GAsyncResult *result, GError **error);

/** dolen_casework_is_busy: an _async call is under way. */
gboolean dolen_casework_is_busy (DolenCasework *self);

/** dolen_casework_change_passphrase_sync: of an unlocked vault; @current is asked again unless it
 * was opened with the recovery key (then NULL). */
gboolean dolen_casework_change_passphrase_sync (DolenCasework *self,
                                                const char *current,
                                                const char *passphrase,
                                                GError **error);

/** dolen_casework_lock: closes everything and wipes the keys. Save what is typed as drafts first.
 * While an _async call is under way: that one fails with DOLEN_ERROR_LOCKED instead of opening. */
void dolen_casework_lock (DolenCasework *self);

/** dolen_casework_get_problem: (nullable): why it is read-only: DOLEN_ERROR_EVENT_DAMAGED,
 *  _EVENTS_MISSING or _OLDER_COPY, with a sentence that names what. */
const GError *dolen_casework_get_problem (DolenCasework *self);

/** dolen_casework_accept_problem: somebody has looked at it and goes on with what is there:
 * recorded as an event under a new device id, writing is allowed again. @why: in words. */
gboolean dolen_casework_accept_problem (DolenCasework *self, const char *why, GError **error);

/** dolen_casework_get_caseload: (transfer none) (nullable): NULL while locked. Ask again after each
 *  "changed": reading the journal anew makes a new one. */
DolenCaseload *dolen_casework_get_caseload (DolenCasework *self);

/* ---- acts: one call, one event ----
 *
 * All fail with DOLEN_ERROR_LOCKED, _READ_ONLY (there is a problem), _NOT_FOUND, _INVALID (a
 * field), _NOT_ALLOWED (a rule; the message is the sentence to show) and the store's errors.
 * Nothing has changed then. @undo is (out) (optional) (transfer full): what dolen_casework_undo()
 * needs.
 */
typedef struct _DolenUndo DolenUndo;
void dolen_undo_free (DolenUndo *undo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenUndo, dolen_undo_free)

/** dolen_undo_sentence: (transfer full): what was done, for the toast: "Referral sent". */
char *dolen_undo_sentence (const DolenUndo *undo, DolenLanguage language);

/** dolen_casework_undo: a compensating event that puts back what was there. NOT_ALLOWED for a
 *  referral that was printed, copied or exported since: cancel it or mark it in error. */
gboolean dolen_casework_undo (DolenCasework *self, const DolenUndo *undo, GError **error);

/** dolen_casework_person_add: stores @person (its uid is kept) and opens an episode. */
gboolean dolen_casework_person_add (DolenCasework *self,
                                    const DolenPerson *person,
                                    DolenUndo **undo,
                                    GError **error);

/** dolen_casework_person_update: writes the fields in which @person differs from what is stored; no
 *  event where nothing does. */
gboolean dolen_casework_person_update (DolenCasework *self,
                                       const DolenPerson *person,
                                       DolenUndo **undo,
                                       GError **error);

/** dolen_casework_died: in one act: records it, closes the episode, stops every follow-up, cancels
 *  what is under way. @on: (nullable): civil date; @note: (nullable): told by whom. */
gboolean dolen_casework_died (DolenCasework *self,
                              const char *person,
                              const char *on,
                              const char *note,
                              DolenUndo **undo,
                              GError **error);

/** dolen_casework_referral_draft: stores @referral as a draft, new (it gets a reference) or again
 *  while it is one. */
gboolean dolen_casework_referral_draft (DolenCasework *self,
                                        const DolenReferral *referral,
                                        DolenUndo **undo,
                                        GError **error);

/** dolen_casework_referral_send: stores @referral and lets it leave the draft today: needs consent
 * "yes" or a recorded override. Its follow-ups come by rule: "no answer" after 3 working days (not
 * for a signposting) and a check after 28 days (@check_on: (nullable): another day). */
gboolean dolen_casework_referral_send (DolenCasework *self,
                                       const DolenReferral *referral,
                                       const char *check_on,
                                       DolenUndo **undo,
                                       GError **error);

/** dolen_casework_referral_record: the group or the person said how it goes on. @on: (nullable):
 * civil date, today if NULL; @reason: code, needed where it ends badly; @note: (nullable): in
 * words. */
gboolean dolen_casework_referral_record (DolenCasework *self,
                                         const char *referral,
                                         DolenReferralState state,
                                         const char *on,
                                         const char *reason,
                                         const char *note,
                                         DolenUndo **undo,
                                         GError **error);

/** dolen_casework_referral_given_out: notes that it was "printed", "copied" or "exported", or how
 * the group was told; call it when the letter leaves. */
gboolean dolen_casework_referral_given_out (
    DolenCasework *self, const char *referral, const char *how, DolenTold told, GError **error);

/** dolen_casework_follow_up_add: "next contact" and others by hand. */
gboolean dolen_casework_follow_up_add (DolenCasework *self,
                                       const DolenFollowUp *follow_up,
                                       DolenUndo **undo,
                                       GError **error);
/** dolen_casework_follow_up_done: @outcome: (nullable): what came of it. @next: (nullable): civil
 * date of the next try: a new follow-up of the same kind in the same event. */
gboolean dolen_casework_follow_up_done (DolenCasework *self,
                                        const char *follow_up,
                                        const char *outcome,
                                        const char *next,
                                        DolenUndo **undo,
                                        GError **error);
gboolean dolen_casework_follow_up_move (
    DolenCasework *self, const char *follow_up, const char *due, DolenUndo **undo, GError **error);
gboolean dolen_casework_follow_up_cancel (DolenCasework *self,
                                          const char *follow_up,
                                          DolenUndo **undo,
                                          GError **error);

/** dolen_casework_note_add: stores @note. */
gboolean dolen_casework_note_add (DolenCasework *self,
                                  const DolenNote *note,
                                  DolenUndo **undo,
                                  GError **error);

/** dolen_casework_redact: destroys the text of one event (id as in DolenEntry); the chain still
 *  verifies. @why is needed. */
gboolean
dolen_casework_redact (DolenCasework *self, const char *event, const char *why, GError **error);

/** dolen_casework_get_remains: (transfer none) (nullable): a sentence where something was taken out
 * or erased and sealed bytes of it stand in a log still (dolen_vault_has_remains()). */
const char *dolen_casework_get_remains (DolenCasework *self);

/** dolen_casework_person_erase: destroys every event of @person and their key. No undo. */
gboolean dolen_casework_person_erase (DolenCasework *self,
                                      const char *person,
                                      const char *why,
                                      GError **error);

/* ---- drafts: what is being typed ---- */

/** dolen_draft_save: seals @json as the draft of form @kind about @subject (nullable uid of a
 * person), in place of a former one. READ_ONLY vaults refuse. */
gboolean dolen_draft_save (
    DolenCasework *self, const char *kind, const char *subject, const char *json, GError **error);

/** dolen_draft_take: (transfer full) (nullable): gives the draft and destroys its stored copy; NULL
 *  without an error where there is none. */
DolenDraft *
dolen_draft_take (DolenCasework *self, const char *kind, const char *subject, GError **error);

/** dolen_draft_discard: destroys it; TRUE too where there is none. */
gboolean
dolen_draft_discard (DolenCasework *self, const char *kind, const char *subject, GError **error);

/** dolen_draft_list: (element-type DolenDraft): all, newest first. */
GPtrArray *dolen_draft_list (DolenCasework *self, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-worker.h"
#include "casework/dolen-casework.h"
#include "casework/dolen-rules.h"
#include "casework/vault/dolen-vault.h"

G_BEGIN_DECLS

/* What the facade's own files share; nobody else includes this. */
struct _DolenCasework {
  GObject parent_instance;

  char *folder;    /* (owned) */
  char *directory; /* (owned) (nullable) */
  char *author;    /* (owned) (nullable) */
  DolenPassphraseCost cost;
  DolenVault *vault;        /* (owned) (nullable) while unlocked */
  DolenRules *rules;        /* (owned) (nullable) read when first needed */
  DolenScheme *scheme;      /* (owned) */
  DolenCaseload *caseload;  /* (owned) (nullable) while unlocked */
  GError *problem;          /* (owned) (nullable) */
  gboolean by_recovery_key; /* opened so: the passphrase is not asked again */
  DolenWorker *worker;      /* (owned) (nullable) while it opens */
  gboolean busy;
  gboolean lock_wanted; /* asked for while it opens: it does not open then */
  gboolean by_quick;    /* the keyring's key opened it */
  char *boot_id;        /* (owned) (nullable) of the computer as it runs */
};

struct _DolenUndo {
  char *event;                 /* (owned) id of what may be taken back */
  char *type;                  /* (owned) of that event */
  char *person;                /* (owned) */
  char *state;                 /* (owned) (nullable) nick of the referral state it led to */
  struct json_object *done;    /* (owned) the event's changes */
  struct json_object *restore; /* (owned) the changes that put back what was there */
};

/*
 * An act being put together: its event, and beside it what would undo it.
 */
typedef struct {
  DolenCasework *casework;
  DolenEvent *event;           /* (owned) */
  struct json_object *restore; /* (owned) */
} DolenAct;

/** dolen_set_text: puts a copy of @value, cleaned, in place of what stood in @field. */
void dolen_set_text (char **field, const char *value);

/** dolen_act_begin: (transfer full) (nullable): DOLEN_ERROR_LOCKED, _READ_ONLY. */
DolenAct *
dolen_act_begin (DolenCasework *self, const char *type, const char *person, GError **error);
void dolen_act_free (DolenAct *act);

/** dolen_act_put: @before: (nullable): NULL makes a new record. Nothing where they do not differ.
 */
void
dolen_act_put (DolenAct *act, const DolenRecordType *type, const void *before, const void *after);

/** dolen_act_take_away: the record @before is no more; its undo brings it back. */
void dolen_act_take_away (DolenAct *act, const DolenRecordType *type, const void *before);

/**
 * dolen_act_put_by_rule:
 * @rule: code of a rule (dolen-rules.h); nothing is put where it is off or has no such step
 * @about: .person, .referral, .subject, .note and .at are taken from it
 * @from: civil date the rule counts from
 * @step: 0 the first time
 *
 * Puts a new follow-up. It stands in the event with its day: another rule later changes nothing in
 * the past.
 */
void dolen_act_put_by_rule (
    DolenAct *act, const char *rule, const DolenFollowUp *about, const char *from, int step);

/** dolen_act_put_appointment: (dolen-casework-appointments.c) what dolen_casework_appointment_add()
 *  writes, as part of another act: @appointment and its line of Today. */
gboolean
dolen_act_put_appointment (DolenAct *act, const DolenAppointment *appointment, GError **error);

/** dolen_act_stop_appointment: (dolen-casework-appointments.c) puts the cancelling of a planned
 *  appointment; FALSE where somebody is out on it now: that one stays until they are back. */
gboolean dolen_act_stop_appointment (DolenAct *act, const char *uid);

/** dolen_casework_refuse_open_concern: (dolen-casework-concerns.c) FALSE with
 * DOLEN_ERROR_NOT_ALLOWED while a concern about @person is open. */
gboolean
dolen_casework_refuse_open_concern (DolenCasework *self, const char *person, GError **error);

/** dolen_casework_keep_concern: (dolen-casework-concerns.c) the entry @raised, with which a concern
 * was raised, is to be destroyed by @redact: the concern itself and its place on Today stay, with
 * that event, and without the words. */
void
dolen_casework_keep_concern (DolenCasework *self, DolenEvent *redact, const DolenEvent *raised);

/** dolen_casework_restate_keeps: (dolen-casework-keeps.c) adds to @events (element-type DolenEvent)
 * what must be written with the redaction of @gone where an earlier redaction kept some of it: that
 * one said again without the words of @gone, and destroyed. */
gboolean dolen_casework_restate_keeps (DolenCasework *self,
                                       const DolenEvent *gone,
                                       const char *why,
                                       GPtrArray *events,
                                       GError **error);

/** dolen_casework_get_rules: (transfer none): the rules in force; ours where the scheme's own
 * cannot be read. */
const DolenRules *dolen_casework_get_rules (DolenCasework *self);

/** dolen_act_commit: writes the event, applies it, tells who listens. An act that changes nothing
 * is no event; @undo is NULL then. */
gboolean dolen_act_commit (DolenAct *act, DolenUndo **undo, GError **error);

/** dolen_casework_refuse_editor: FALSE with DOLEN_ERROR_NOT_ALLOWED for a directory editor: for
 * what does not begin with dolen_act_begin(), which asks too. */
gboolean dolen_casework_refuse_editor (DolenCasework *self, GError **error);

/** dolen_casework_need_open: FALSE with DOLEN_ERROR_LOCKED while it is locked. */
gboolean dolen_casework_need_open (DolenCasework *self, GError **error);

/** dolen_casework_need_person: (transfer full) (nullable): DOLEN_ERROR_NOT_FOUND. @living: and
 *  DOLEN_ERROR_NOT_ALLOWED for one who died. */
DolenPerson *dolen_casework_need_person (DolenCasework *self,
                                         const char *person,
                                         gboolean living,
                                         GError **error);

/** dolen_casework_close_follow_ups: (dolen-casework-follow-ups.c) puts into @act the closing of
 * @person's open follow-ups; @referral: (nullable): only of that one; @chase_only: only "no
 * answer"; @why: code. */
void dolen_casework_close_follow_ups (
    DolenAct *act, const char *person, const char *referral, gboolean chase_only, const char *why);

/** dolen_casework_name_worker: (dolen-casework-workers.c) a worker without a name gets the one the
 *  preferences say. */
void dolen_casework_name_worker (DolenCasework *self);

/** dolen_casework_log_recovery: (dolen-casework-workers.c) the recovery key was used: a line in the
 * log. */
void dolen_casework_log_recovery (DolenCasework *self);

/** dolen_casework_new_redaction: (transfer full): (dolen-casework-people.c) that the text of the
 * event @event of @person's was destroyed. */
DolenEvent *dolen_casework_new_redaction (DolenCasework *self,
                                          const char *person,
                                          const char *event,
                                          const char *why);

/** dolen_casework_seal_note: (dolen-casework-restricted.c) the words of @note go into .sealed. */
gboolean dolen_casework_seal_note (DolenCasework *self, DolenNote *note, GError **error);
/** dolen_casework_open_note: (transfer full) (nullable): the words of a restricted note, without a
 *  line in the log: for who moves it. */
char *dolen_casework_open_note (DolenCasework *self, const DolenNote *note);

/** dolen_casework_check_quick: (dolen-casework-quick.c) the keys were changed: quick unlock is off
 * where its worker has another slot now, or none. */
void dolen_casework_check_quick (DolenCasework *self);

void dolen_casework_emit_changed (DolenCasework *self);

/* ---- referrals out (dolen-casework-steps.c, -chase.c, -choices.c) ---- */

/** dolen_casework_need_referral: (transfer full) (nullable): DOLEN_ERROR_NOT_FOUND. */
DolenReferral *dolen_casework_need_referral (DolenCasework *self, const char *uid, GError **error);

/** dolen_casework_need_open_follow_up: (transfer full) (nullable): DOLEN_ERROR_NOT_FOUND, or
 *  _NOT_ALLOWED for one that is done. */
DolenFollowUp *
dolen_casework_need_open_follow_up (DolenCasework *self, const char *uid, GError **error);

/** DolenFollowUpTest: whether an open follow-up is meant. */
typedef gboolean (*DolenFollowUpTest) (const DolenFollowUp *follow_up, gconstpointer data);

/** dolen_act_close_follow_ups: cancels those of @person's open follow-ups that @test means. @why:
 *  code */
void dolen_act_close_follow_ups (
    DolenAct *act, const char *person, DolenFollowUpTest test, gconstpointer data, const char *why);

/** dolen_act_put_done: @before is done today with @outcome (nullable), and another of its kind
 * comes on @next (nullable). */
void dolen_act_put_done (DolenAct *act,
                         const DolenFollowUp *before,
                         const char *outcome,
                         const char *next);

/** dolen_act_put_by_rule_on: as dolen_act_put_by_rule() where the day is known already. */
void dolen_act_put_by_rule_on (DolenAct *act,
                               const char *rule,
                               const DolenFollowUp *about,
                               const char *from,
                               int step,
                               const char *due);

/** dolen_act_put_referral_step: (dolen-casework-steps.c) puts @step of @before, which may be taken,
 * what it ends, and what it brings. @answered: (nullable): the follow-up that is done with it. */
gboolean dolen_act_put_referral_step (DolenAct *act,
                                      const DolenReferral *before,
                                      const DolenReferralStep *step,
                                      const DolenFollowUp *answered,
                                      GError **error);

/** dolen_act_put_sent: what follows by rule when @referral has left the draft, counted from @from:
 * the chase, as its group is chased, and the check. @check_on: (nullable): civil date of the check,
 *  where not by rule */
void dolen_act_put_sent (DolenAct *act,
                         const DolenReferral *referral,
                         const char *from,
                         const char *check_on);

/** dolen_act_put_left_draft: what goes with @referral, as it will be stored, leaving the draft
 * however it does: the consent it was given with, its choice of the plan that is taken, and what
 * follows by rule. @check_on: as above */
void dolen_act_put_left_draft (DolenAct *act, const DolenReferral *referral, const char *check_on);

/** dolen_act_put_next_choice: the group of @referral declined or does not answer: the next choice
 * of the plan is offered. */
void dolen_act_put_next_choice (DolenAct *act, const DolenReferral *referral);

/** dolen_act_take_choice: the choice @referral was made of is taken. */
void dolen_act_take_choice (DolenAct *act, const DolenReferral *referral);

/** dolen_act_stop_plans: of one who died: the open choices are set aside. */
void dolen_act_stop_plans (DolenAct *act, const char *person);

/** dolen_casework_take_open: (dolen-casework.c) takes both; they are the open case records now. */
void dolen_casework_take_open (DolenCasework *self,
                               DolenVault *vault,
                               DolenCaseload *caseload,
                               gboolean by_recovery_key);

/** dolen_casework_lend_events: (dolen-casework-open.c) lets the caseload read events again. */
void dolen_casework_lend_events (DolenCasework *self);

/** dolen_casework_read_problem: sets what dolen_casework_get_problem() gives. */
void dolen_casework_read_problem (DolenCasework *self);

/** dolen_casework_rebuild: reads the caseload anew from the journal. */
gboolean dolen_casework_rebuild (DolenCasework *self, GError **error);
/** dolen_casework_rebuild_beside: and @beside gets every event too. */
gboolean dolen_casework_rebuild_beside (DolenCasework *self,
                                        const DolenVaultReader *beside,
                                        gpointer user_data,
                                        GError **error);

/** dolen_refuse: sets DOLEN_ERROR_NOT_ALLOWED and returns FALSE; dolen_refuse_invalid: _INVALID. */
gboolean dolen_refuse (GError **error, const char *sentence);
gboolean dolen_refuse_invalid (GError **error, const char *sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenAct, dolen_act_free)

G_END_DECLS

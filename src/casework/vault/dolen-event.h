/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/* What is in an event once it is opened (docs/vault-format.md, "The sealed text"). */

#define DOLEN_EVENT_ID_SIZE 16
#define DOLEN_EVENT_VERSION 1
#define DOLEN_EVENT_STEP 256 /* the sealed text is padded to a multiple of this */

/* Types. Each says what was done; what it changed stands in .changes. */
#define DOLEN_EVENT_PERSON_ADD "person.add"
#define DOLEN_EVENT_PERSON_SET "person.set"
#define DOLEN_EVENT_PERSON_DIED "person.died"
#define DOLEN_EVENT_PERSON_ERASED "person.erased" /* under the office key; .person is who was */
#define DOLEN_EVENT_REFERRAL_DRAFT "referral.draft"
#define DOLEN_EVENT_REFERRAL_SET "referral.set"
#define DOLEN_EVENT_REFERRAL_STATE "referral.state"
#define DOLEN_EVENT_REFERRAL_STILL                                                                 \
  "referral.still" /* the same state again: they wait or go still */
#define DOLEN_EVENT_REFERRAL_REOPEN "referral.reopen"
#define DOLEN_EVENT_REFERRAL_PAUSE "referral.pause"
#define DOLEN_EVENT_REFERRAL_RESUME "referral.resume"
#define DOLEN_EVENT_REFERRAL_ABSENT "referral.absent"
#define DOLEN_EVENT_CHOICE_ADD "choice.add"
#define DOLEN_EVENT_CHOICE_SET "choice.set"
#define DOLEN_EVENT_GAP_NOTE "gap.note"         /* looked for and not found */
#define DOLEN_EVENT_OVERRIDE_ADD "override.add" /* a hard rule set aside for one service */
#define DOLEN_EVENT_OVERRIDE_END "override.end"
#define DOLEN_EVENT_UNWANTED_MARK "unwanted.mark" /* a service is not for them */
#define DOLEN_EVENT_UNWANTED_END "unwanted.end"
#define DOLEN_EVENT_SHORTLIST_ADD "shortlist.add"
#define DOLEN_EVENT_SHORTLIST_SET "shortlist.set"
#define DOLEN_EVENT_SHORTLIST_REMOVE "shortlist.remove"
#define DOLEN_EVENT_FOLLOW_UP_ADD "follow-up.add"
#define DOLEN_EVENT_FOLLOW_UP_DONE "follow-up.done"
#define DOLEN_EVENT_FOLLOW_UP_MOVE "follow-up.move"
#define DOLEN_EVENT_FOLLOW_UP_CANCEL "follow-up.cancel"
#define DOLEN_EVENT_NOTE_ADD "note.add"
#define DOLEN_EVENT_CONCERN_RAISE "concern.raise"
#define DOLEN_EVENT_CONCERN_DISCUSS "concern.discuss"
#define DOLEN_EVENT_CONCERN_REPORT "concern.report"
#define DOLEN_EVENT_CONCERN_WAIT "concern.wait" /* looked at, still no answer */
#define DOLEN_EVENT_CONCERN_ANSWER "concern.answer"
#define DOLEN_EVENT_CONCERN_CLOSE "concern.close"
#define DOLEN_EVENT_APPOINTMENT_ADD "appointment.add"
#define DOLEN_EVENT_APPOINTMENT_SET "appointment.set"
#define DOLEN_EVENT_APPOINTMENT_BACK "appointment.back" /* the worker is back from it */
#define DOLEN_EVENT_APPOINTMENT_DONE "appointment.done"
#define DOLEN_EVENT_APPOINTMENT_MISSED "appointment.missed"
#define DOLEN_EVENT_APPOINTMENT_CANCEL "appointment.cancel"
/* Coming in (casework/dolen-casework-incoming.h). */
#define DOLEN_EVENT_INCOMING_ADD "incoming.add"     /* of somebody new: their first event */
#define DOLEN_EVENT_INCOMING_AGAIN "incoming.again" /* of somebody known */
#define DOLEN_EVENT_INCOMING_SET "incoming.set"
#define DOLEN_EVENT_INCOMING_ASK "incoming.ask"
#define DOLEN_EVENT_INCOMING_ANSWER "incoming.answer"
#define DOLEN_EVENT_INCOMING_WAIT "incoming.wait"
#define DOLEN_EVENT_INCOMING_TAKE_UP "incoming.take-up"
#define DOLEN_EVENT_INCOMING_RETURN "incoming.return"
#define DOLEN_EVENT_INCOMING_DECLINE "incoming.decline"
#define DOLEN_EVENT_INCOMING_NOT_REACHED "incoming.not-reached"
#define DOLEN_EVENT_INCOMING_IN_ERROR "incoming.in-error"
#define DOLEN_EVENT_INCOMING_LETTER "incoming.letter"
#define DOLEN_EVENT_INCOMING_TOLD "incoming.told"
#define DOLEN_EVENT_CONTACT_TRY "contact.try"
#define DOLEN_EVENT_EPISODE_RETURN "episode.return"
#define DOLEN_EVENT_AUDIT "audit" /* somebody read, handed out or changed who may */
#define DOLEN_EVENT_DIARY "diary" /* a page of a worker's diary, sealed to them */
#define DOLEN_EVENT_CONTACT_ADD "contact.add"
#define DOLEN_EVENT_EPISODE_SET "episode.set" /* level, length, what matters, plan */
#define DOLEN_EVENT_EPISODE_EXTEND "episode.extend"
#define DOLEN_EVENT_EPISODE_REVIEW "episode.review"
#define DOLEN_EVENT_EPISODE_CLOSE "episode.close"
#define DOLEN_EVENT_CONSENT_GIVE "consent.give"
#define DOLEN_EVENT_CONSENT_RENEW "consent.renew"
#define DOLEN_EVENT_CONSENT_WITHDRAW "consent.withdraw"
#define DOLEN_EVENT_CORRECT "correct" /* .target is the event whose words were wrong */
#define DOLEN_EVENT_DISPUTE "dispute" /* .target is the event that the person disputes */
#define DOLEN_EVENT_MOVE "move"       /* came from the wrong record, as part of what is not of it */
#define DOLEN_EVENT_UNDO "undo"       /* .target is the event taken back */
#define DOLEN_EVENT_REDACT "redact"   /* .target is the event whose text was destroyed */
#define DOLEN_EVENT_ACCEPT "vault.accept" /* faults of the journal that somebody looked at */

#define DOLEN_EVENT_RETENTION_DECIDED "retention.decide" /* kept longer, held, let go of */

/* Of nobody: what was done with the case records as a whole. */
#define DOLEN_EVENT_BACKUP "vault.backup"       /* a backup was made and read back */
#define DOLEN_EVENT_RESTORE "vault.restore"     /* .note is the backup gone back to */
#define DOLEN_EVENT_RETENTION "vault.retention" /* how long records are kept */
#define DOLEN_EVENT_GAP_GROUP "gap-group.set"   /* what came of the gaps of a district */
#define DOLEN_EVENT_SERVICE_NOTE "service-note" /* a private note on a group */

/** DolenClock: a hybrid logical clock: orders events of several devices. */
typedef struct {
  gint64 ms;   /* the greatest wall clock seen, milliseconds UTC */
  int counter; /* within that millisecond */
} DolenClock;

int dolen_clock_compare (DolenClock a, DolenClock b);

/** dolen_clock_tick: moves @clock on for an event at wall time @now (never back). */
void dolen_clock_tick (DolenClock *clock, gint64 now);

/** dolen_clock_see: moves @clock to at least @other. */
void dolen_clock_see (DolenClock *clock, DolenClock other);

typedef struct _DolenEvent {
  char *id;     /* 32 hex digits; NULL before it is written */
  gint64 seq;   /* where it stands in this copy's journal; 0 before it is written */
  int version;  /* DOLEN_EVENT_VERSION */
  char *type;   /* one of the above; others are kept and not understood */
  char *person; /* (nullable) uid of whom it is about; NULL: of nobody (office key) */
  DolenClock clock;
  gint64 wall;        /* the author's wall clock, milliseconds UTC */
  char *author;       /* (nullable) name of who did it */
  char *worker;       /* (nullable) uid of who did it; NULL: the recovery key opened it */
  char *target;       /* (nullable) id of another event it is about */
  char *note;         /* (nullable) why, in words */
  gint64 first_wall;  /* of what was entered in the wrong record first: when; 0: it was not */
  char *first_author; /* (nullable) and by whom */
  struct json_object *changes; /* (nullable) array of {"record", "uid", "set": {...}, "was"} */

  /* Not stored: (nullable) (not owned): an event written before this one in the same transaction;
   * its id becomes .target. */
  struct _DolenEvent *about;
} DolenEvent;

/** dolen_event_new: (transfer full): of @type about @person (nullable); clock and id come when it
 * is written. */
DolenEvent *dolen_event_new (const char *type, const char *person);
void dolen_event_free (DolenEvent *event);

/** dolen_event_copy: (transfer full): with its id and place; the changes are shared. */
DolenEvent *dolen_event_copy (const DolenEvent *event);

/** dolen_event_add_change: @set: (transfer full): fields of the record @record (its type's name).
 */
void dolen_event_add_change (DolenEvent *event,
                             const char *record,
                             const char *uid,
                             struct json_object *set);

/** dolen_event_encode: (transfer full): the JSON text, not yet padded; deterministic. */
char *dolen_event_encode (const DolenEvent *event);

/** dolen_event_decode: (nullable): NULL with DOLEN_ERROR_INVALID where @text is no event. */
DolenEvent *dolen_event_decode (const char *text, gsize size, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenEvent, dolen_event_free)

G_END_DECLS

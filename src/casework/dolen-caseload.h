/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"
#include "casework/vault/dolen-event.h"
#include "casework/records/dolen-appointment.h"
#include "casework/records/dolen-audit.h"
#include "casework/records/dolen-backup-record.h"
#include "casework/records/dolen-choice.h"
#include "casework/records/dolen-concern.h"
#include "casework/records/dolen-consent.h"
#include "casework/records/dolen-diary.h"
#include "casework/records/dolen-encounter.h"
#include "casework/records/dolen-due.h"
#include "casework/records/dolen-episode.h"
#include "casework/records/dolen-erasure.h"
#include "casework/records/dolen-gap-group.h"
#include "casework/records/dolen-gap.h"
#include "casework/records/dolen-incoming.h"
#include "casework/records/dolen-message.h"
#include "casework/records/dolen-note.h"
#include "casework/records/dolen-not-for-them.h"
#include "casework/records/dolen-person.h"
#include "casework/records/dolen-referral-steps.h"
#include "casework/records/dolen-retention-decision.h"
#include "casework/records/dolen-retention-rules.h"
#include "casework/records/dolen-review.h"
#include "casework/records/dolen-rule-override.h"
#include "casework/records/dolen-service-note.h"
#include "casework/records/dolen-shortlisted.h"

G_BEGIN_DECLS

/*
 * The caseload: what the events say, in a SQLite database in memory that is gone when the vault is
 * locked. directory.db is attached read-only where it is there; of it only the view service_card
 * (uid, name_en, name_cy, organisation_en, organisation_cy, place, phone, email) is read.
 *
 * Queries return (transfer full) arrays that free their elements; NULL only on an error of SQLite.
 */
typedef struct _DolenCaseload DolenCaseload;

/** dolen_caseload_new: @directory: (nullable): path of directory.db; one that is missing, too old
 * or unreadable is done without. */
DolenCaseload *dolen_caseload_new (const char *directory, GError **error);
void dolen_caseload_free (DolenCaseload *caseload);

/** dolen_caseload_has_directory: whether service_card can be read. */
gboolean dolen_caseload_has_directory (DolenCaseload *caseload);

/** dolen_caseload_apply: never fails; what is not understood is passed over and counted. */
void dolen_caseload_apply (DolenCaseload *caseload, const DolenEvent *event);

/** dolen_caseload_begin, _commit: around the replay of many events. */
void dolen_caseload_begin (DolenCaseload *caseload);
void dolen_caseload_commit (DolenCaseload *caseload);

/**
 * DolenEventSource: reads events again (dolen_vault_read_events()).
 *
 * The lines of a person's timeline are made when somebody first looks at it: at unlock only the
 * places of their events are kept. An event applied one by one is a line at once where its person's
 * were made.
 */
typedef gboolean (*DolenEventSource) (const gint64 *seqs,
                                      gsize n,
                                      void (*take) (const DolenEvent *event, gpointer take_data),
                                      gpointer take_data,
                                      gpointer user_data,
                                      GError **error);

/** dolen_caseload_set_source: for a caseload filled by a replay, before it is asked for anything.
 */
void dolen_caseload_set_source (DolenCaseload *caseload, DolenEventSource read, gpointer user_data);

/** dolen_caseload_need_timeline: makes the rows of the table "entry" about @person, where they are
 * not yet. To be called before that table is read in SQL. */
gboolean dolen_caseload_need_timeline (DolenCaseload *caseload, const char *person, GError **error);

/**
 * dolen_caseload_redo_person:
 * @gone: the event of @person that was redacted, as it was before
 *
 * Makes anew what the events of @person say now, and nobody else's: as if @gone had never been
 * applied.
 */
gboolean dolen_caseload_redo_person (DolenCaseload *caseload,
                                     const char *person,
                                     const DolenEvent *gone,
                                     GError **error);

/** dolen_caseload_list_events: (transfer full) (nullable) (element-type DolenEvent): all events of
 * @person that were not redacted, in their order, read again from the journal. */
GPtrArray *dolen_caseload_list_events (DolenCaseload *caseload, const char *person, GError **error);

/** dolen_caseload_forget_person: takes away all that is known of @person (erasure). */
void dolen_caseload_forget_person (DolenCaseload *caseload, const char *person);

/** dolen_caseload_dump: (transfer full): every row of every table as text, for comparing replays.
 */
char *dolen_caseload_dump (DolenCaseload *caseload);

/** dolen_caseload_get_db: for reports in plain SQL; read only. */
DolenDb *dolen_caseload_get_db (DolenCaseload *caseload);

/* ---- one record ---- */

/** dolen_caseload_get_*: (transfer full) (nullable): NULL where there is none. */
DolenPerson *dolen_caseload_get_person (DolenCaseload *caseload, const char *uid);
DolenReferral *dolen_caseload_get_referral (DolenCaseload *caseload, const char *uid);
DolenFollowUp *dolen_caseload_get_follow_up (DolenCaseload *caseload, const char *uid);
DolenNote *dolen_caseload_get_note (DolenCaseload *caseload, const char *uid);

/** dolen_caseload_get_record: (transfer full) (nullable): a record of any type with a table. */
void *
dolen_caseload_get_record (DolenCaseload *caseload, const DolenRecordType *type, const char *uid);

/**
 * dolen_caseload_list_records:
 * @type: of a record with a table other than "person"
 * @person: (nullable): uid; NULL: of everybody, or of a record that is of nobody
 * @where: (nullable): a further condition in SQL, without parameters: "state != 'closed'"
 *
 * Returns: (transfer full) (nullable): the records, oldest first; NULL only on an error of SQLite
 */
GPtrArray *dolen_caseload_list_records (DolenCaseload *caseload,
                                        const DolenRecordType *type,
                                        const char *person,
                                        const char *where);

/** dolen_caseload_get_open_episode: (transfer full) (nullable): @person's open spell of support,
 * the newest where there are several. */
DolenEpisode *dolen_caseload_get_open_episode (DolenCaseload *caseload, const char *person);

/* ---- people ---- */

/** DolenPersonRow: one line of the list of people. */
typedef struct {
  char *uid;
  char *name;
  char *called;        /* never NULL */
  char *date_of_birth; /* (nullable) civil date */
  char *next_due;      /* (nullable) civil date of the next open follow-up */
  int n_open_referrals;
  int n_open_concerns;
  gboolean overdue; /* has an overdue follow-up, by the one definition */
  gboolean open;    /* an episode is open */
  char *died_on;    /* (nullable) */

  /* Where they stand: dolen_person_row_stage() says it. */
  DolenFollowUpKind next_kind; /* of .next_due */
  char *opened;                /* (nullable) civil date the open episode began */
  char *closed;                /* (nullable) civil date the last one ended */
  DolenIncoming *incoming;     /* (nullable) the referral in that is to be decided, or waits */
  guint place;                 /* 1 ...: on the waiting list; 0 not on it */
  char *waiting;               /* (nullable) why there, in words (the language of the interface) */
} DolenPersonRow;

void dolen_person_row_free (DolenPersonRow *row);

/**
 * dolen_caseload_list_people:
 * @search: (nullable): words of the name; capitals, accents, order and a slip of the finger do not
 *   matter. NULL or "" lists all
 * @today: civil date
 *
 * Returns: (element-type DolenPersonRow): best match first, then by name
 */
GPtrArray *dolen_caseload_list_people (DolenCaseload *caseload,
                                       const char *search,
                                       const char *today,
                                       GError **error);

/** dolen_caseload_count_people: people in the caseload, those who died or left included. */
int dolen_caseload_count_people (DolenCaseload *caseload);

/* ---- a person's page ---- */

/** dolen_caseload_list_referrals: (element-type DolenReferral): @person's plan: those under way by
 *  date, then those that ended; drafts first. In error ones are left out unless @all. */
GPtrArray *dolen_caseload_list_referrals (DolenCaseload *caseload,
                                          const char *person,
                                          gboolean all,
                                          GError **error);

/** dolen_caseload_list_follow_ups: (element-type DolenDue): open follow-ups by due date. @person:
 * (nullable): NULL: everybody's
 */
GPtrArray *dolen_caseload_list_follow_ups (DolenCaseload *caseload,
                                           const char *person,
                                           const char *today,
                                           GError **error);

/** DolenEntryKind: what the timeline can be filtered by (bits). */
typedef enum {
  DOLEN_ENTRY_NOTES = 1 << 0,      /* notes, contacts, messages */
  DOLEN_ENTRY_REFERRALS = 1 << 1,  /* everything about referrals and signposting, the choices */
  DOLEN_ENTRY_FOLLOW_UPS = 1 << 2, /* follow-ups made, moved, done */
  DOLEN_ENTRY_RECORD = 1 << 3,     /* what is known of the person; who was shown it */
  DOLEN_ENTRY_SUPPORT = 1 << 4,    /* spells of support, goals, reviews */
  DOLEN_ENTRY_CONSENTS = 1 << 5,
  DOLEN_ENTRY_CONCERNS = 1 << 6,
  DOLEN_ENTRY_APPOINTMENTS = 1 << 7, /* and visits */
  DOLEN_ENTRY_INCOMING = 1 << 8,     /* how they came, what was decided, the wait */
  DOLEN_ENTRY_ALL = 0x1ff,
} DolenEntryKind;

/** DolenEntry: one line of the timeline. */
typedef struct {
  char *event; /* id of the event, 32 hex digits */
  char *type;  /* "referral.state", "note.add" ... (dolen-event.h) */
  DolenEntryKind kind;
  gint64 at;             /* instant, the author's wall clock */
  char *author;          /* (nullable) */
  char *referral;        /* (nullable) uid */
  char *note;            /* (nullable) uid of the note it holds */
  char *service_name;    /* (nullable) */
  char *service_name_cy; /* (nullable) */
  char *reference;       /* (nullable) */
  char *state;           /* (nullable) nick of the referral state reached; of the kind of contact */
  int minutes;           /* of a contact; 0: not told */
  char *fields;          /* (nullable) names of the fields changed, comma between */
  char *due;             /* (nullable) civil date of the follow-up */
  char *text;            /* (nullable) the words written: note, outcome, reason */
  gboolean undone;       /* a later event took it back; shown struck through */
  gboolean restricted;   /* a restricted note: .text is NULL (dolen-casework-restricted.h) */

  /* Put right (dolen-casework-correct.h). */
  gint64 corrected_at; /* instant a later entry put these words right; 0: they stand */
  char *corrected_by;  /* (nullable) author of that entry */
  char *disputed;      /* (nullable) what the person says against it */
  gint64 first_at;     /* instant it was written, in the wrong record (dolen-casework-move.h); 0 */
  char *first_author;  /* (nullable) who wrote it there */
} DolenEntry;

void dolen_entry_free (DolenEntry *entry);

/** dolen_entry_title: (transfer full): what happened, in words: "Referral D-4821 to Clwb Cinio:
 *  accepted". The text of the entry stands beside it. */
char *dolen_entry_title (const DolenEntry *entry, DolenLanguage language);

/** dolen_caseload_list_timeline: (element-type DolenEntry): newest first. @kinds: bits; @limit: at
 *  most so many, -1 all. */
GPtrArray *dolen_caseload_list_timeline (
    DolenCaseload *caseload, const char *person, guint kinds, int limit, GError **error);

/* ---- Today ---- */

/** dolen_due_is_overdue: the one definition: an open follow-up due before @today. @due: (nullable)
 *  civil date */
gboolean dolen_due_is_overdue (const char *due, const char *today);

/** DolenTodayLists: open follow-ups of everybody. This week runs to the coming Sunday. */
typedef struct {
  GPtrArray *concerns; /* (element-type DolenDue) open ones, whatever their day; in no other list */
  GPtrArray *overdue;  /* (element-type DolenDue) in the order of a day (dolen-due-order.h) */
  GPtrArray *today;    /* (element-type DolenDue) */
  GPtrArray *this_week; /* (element-type DolenDue) after today */
  DolenDue *next;       /* (nullable) the first one after this week */
  int n_later;          /* how many after this week */
} DolenTodayLists;

DolenTodayLists *
dolen_caseload_list_today (DolenCaseload *caseload, const char *today, GError **error);
void dolen_today_lists_free (DolenTodayLists *lists);

/** dolen_caseload_find_due: (transfer full) (nullable): the line of Today that the open follow-up
 * @follow_up stands in, alone or together with others; NULL where it is open no more. */
DolenDue *
dolen_caseload_find_due (DolenCaseload *caseload, const char *follow_up, const char *today);

/** dolen_today_empty_sentence: (transfer full): "Next: Thursday 26 November 2026. Ring …", or
 * ..." for a day on which all three lists are empty. */
char *dolen_today_empty_sentence (const DolenTodayLists *lists, DolenLanguage language);

/** dolen_caseload_count_letters: how many letters about support that has closed are still to be
 *  written, whatever their day: to the person, and to who referred them. */
int dolen_caseload_count_letters (DolenCaseload *caseload);

/** dolen_caseload_count_sent: referrals and signpostings to @service that left the draft ("2 sent
 * by us since"). @since: (nullable): civil date. */
int dolen_caseload_count_sent (DolenCaseload *caseload, const char *service, const char *since);

/** dolen_caseload_count_waiting: (transfer full): how many people wait for an answer or a place of
 *  each service: its uid (char*) -> GUINT_TO_POINTER. Numbers alone, to say what had better be
 * asked first. */
GHashTable *dolen_caseload_count_waiting (DolenCaseload *caseload);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenCaseload, dolen_caseload_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenPersonRow, dolen_person_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenEntry, dolen_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenTodayLists, dolen_today_lists_free)

G_END_DECLS

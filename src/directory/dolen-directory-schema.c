/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-directory-schema.h"

#include "directory/dolen-directory-sql.h"
#include "language/dolen-collation.h"
#include "language/dolen-tokenizer.h"

/*
 * The schema, as migrations: a released one is never edited, the next is appended, and a fixture
 * of every version stays in tests/directory/fixtures.
 *
 * Habits: STRICT tables; `id` never leaves the file, `uid` does. Rows that are only part of
 * another record and that nothing can point at (a tag, a language, an access note) have no uid.
 * States and statuses are kept by their codes (dolen-records.h). Instants are milliseconds UTC,
 * dates ISO text. No triggers; no own functions in views, checks or indices: they fail where the
 * schema is not trusted.
 */

/* Where records come from: a feed or a file, known by its publisher or a given name. */
#define SOURCES                                                                                    \
  "CREATE TABLE source (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,"     \
  " address TEXT, dialect TEXT, first_import_at INTEGER, last_import_at INTEGER,"                  \
  " complete INTEGER NOT NULL DEFAULT 0) STRICT;"                                                  \
  "CREATE TABLE source_record (id INTEGER PRIMARY KEY,"                                            \
  " source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE, kind TEXT NOT NULL,"         \
  " foreign_id TEXT NOT NULL, record_uid TEXT NOT NULL, json TEXT NOT NULL, hash TEXT NOT NULL,"   \
  " seen_at INTEGER NOT NULL, gone_since TEXT, UNIQUE (source, kind, foreign_id)) STRICT;"         \
  "CREATE INDEX source_record_by_record ON source_record (record_uid);"

#define ORGANISATIONS                                                                              \
  "CREATE TABLE organisation (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,"                   \
  " source INTEGER REFERENCES source (id) ON DELETE SET NULL,"                                     \
  " name_en TEXT, name_en_state TEXT NOT NULL, name_cy TEXT, name_cy_state TEXT NOT NULL,"         \
  " description_en TEXT, description_en_state TEXT NOT NULL, description_cy TEXT,"                 \
  " description_cy_state TEXT NOT NULL, governance TEXT NOT NULL, legal_status TEXT,"              \
  " parent_uid TEXT, url TEXT, email TEXT, phone TEXT) STRICT;"                                    \
  "CREATE INDEX organisation_by_source ON organisation (source);"                                  \
  "CREATE TABLE registration (id INTEGER PRIMARY KEY,"                                             \
  " organisation INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,"                 \
  " scheme TEXT, value TEXT NOT NULL) STRICT;"                                                     \
  "CREATE INDEX registration_by_organisation ON registration (organisation);"                      \
  "CREATE INDEX registration_by_value ON registration (value);"

#define SERVICES                                                                                   \
  "CREATE TABLE service (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,"                        \
  " source INTEGER REFERENCES source (id) ON DELETE SET NULL,"                                     \
  " organisation INTEGER REFERENCES organisation (id) ON DELETE SET NULL,"                         \
  " name_en TEXT, name_en_state TEXT NOT NULL, name_cy TEXT, name_cy_state TEXT NOT NULL,"         \
  " description_en TEXT, description_en_state TEXT NOT NULL, description_cy TEXT,"                 \
  " description_cy_state TEXT NOT NULL, eligibility_en TEXT, eligibility_en_state TEXT NOT NULL,"  \
  " eligibility_cy TEXT, eligibility_cy_state TEXT NOT NULL, how_to_join_en TEXT,"                 \
  " how_to_join_en_state TEXT NOT NULL, how_to_join_cy TEXT, how_to_join_cy_state TEXT NOT NULL,"  \
  " status TEXT NOT NULL, url TEXT, email TEXT, email_personal INTEGER NOT NULL DEFAULT 0,"        \
  " phone TEXT, minimum_age INTEGER, maximum_age INTEGER, gender TEXT, fees TEXT,"                 \
  " wait_given TEXT, alert TEXT, access INTEGER NOT NULL DEFAULT 0,"                               \
  " attending INTEGER NOT NULL DEFAULT 0, areas TEXT, assured_on TEXT,"                            \
  " assured_is_edit INTEGER NOT NULL DEFAULT 0, modified_on TEXT, gone_since TEXT,"                \
  " do_not_list INTEGER NOT NULL DEFAULT 0) STRICT;"                                               \
  "CREATE INDEX service_by_organisation ON service (organisation);"                                \
  "CREATE INDEX service_by_source ON service (source);"                                            \
  "CREATE INDEX service_unlisted ON service (id) WHERE status IN ('inactive', 'defunct')"          \
  " OR gone_since IS NOT NULL OR do_not_list <> 0;"

/* A hidden or unmapped venue cannot hold what would show it, whoever writes it. */
#define VENUES                                                                                     \
  "CREATE TABLE venue (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,"                          \
  " name_en TEXT, name_en_state TEXT NOT NULL, name_cy TEXT, name_cy_state TEXT NOT NULL,"         \
  " kind TEXT NOT NULL, address TEXT, city TEXT, county TEXT, postcode TEXT, country TEXT,"        \
  " latitude REAL, longitude REAL, origin TEXT NOT NULL,"                                          \
  " hide_address INTEGER NOT NULL DEFAULT 0, no_map INTEGER NOT NULL DEFAULT 0,"                   \
  " getting_there TEXT,"                                                                           \
  " CHECK ((latitude IS NULL) = (longitude IS NULL)),"                                             \
  " CHECK (latitude IS NULL OR (hide_address = 0 AND no_map = 0)),"                                \
  " CHECK (hide_address = 0 OR (address IS NULL AND instr(coalesce(postcode, ''), ' ') = 0)))"     \
  " STRICT;"                                                                                       \
  "CREATE INDEX venue_by_position ON venue (latitude, longitude) WHERE latitude IS NOT NULL;"      \
  "CREATE TABLE service_venue (id INTEGER PRIMARY KEY,"                                            \
  " service INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,"                           \
  " venue INTEGER NOT NULL REFERENCES venue (id) ON DELETE CASCADE,"                               \
  " UNIQUE (service, venue)) STRICT;"                                                              \
  "CREATE INDEX service_venue_by_venue ON service_venue (venue);"                                  \
  "CREATE TABLE accessibility (id INTEGER PRIMARY KEY,"                                            \
  " venue INTEGER NOT NULL REFERENCES venue (id) ON DELETE CASCADE, note TEXT NOT NULL) STRICT;"   \
  "CREATE INDEX accessibility_by_venue ON accessibility (venue);"

/* What hangs on a service. */
#define DETAILS                                                                                    \
  "CREATE TABLE schedule (id INTEGER PRIMARY KEY, uid TEXT NOT NULL,"                              \
  " service INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, venue_uid TEXT,"           \
  " freq TEXT, interval INTEGER, byday TEXT, bymonthday TEXT, dtstart TEXT, until TEXT,"           \
  " opens_at TEXT, closes_at TEXT, valid_from TEXT, valid_to TEXT, description_en TEXT,"           \
  " description_en_state TEXT NOT NULL, description_cy TEXT, description_cy_state TEXT NOT NULL,"  \
  " closed INTEGER NOT NULL DEFAULT 0, UNIQUE (service, uid)) STRICT;"                             \
  "CREATE TABLE contact (id INTEGER PRIMARY KEY, uid TEXT NOT NULL,"                               \
  " organisation INTEGER REFERENCES organisation (id) ON DELETE CASCADE,"                          \
  " service INTEGER REFERENCES service (id) ON DELETE CASCADE, name TEXT, role TEXT, phone TEXT,"  \
  " phone_given TEXT, email TEXT, email_given TEXT, note TEXT,"                                    \
  " personal INTEGER NOT NULL DEFAULT 0, permission TEXT NOT NULL,"                                \
  " CHECK ((organisation IS NULL) <> (service IS NULL)),"                                          \
  " UNIQUE (service, uid), UNIQUE (organisation, uid)) STRICT;"                                    \
  "CREATE TABLE cost (id INTEGER PRIMARY KEY, uid TEXT NOT NULL,"                                  \
  " service INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, option TEXT,"              \
  " pence INTEGER, currency TEXT, amount_given TEXT, description TEXT, valid_from TEXT,"           \
  " valid_to TEXT, UNIQUE (service, uid)) STRICT;"                                                 \
  "CREATE TABLE language_offered (id INTEGER PRIMARY KEY,"                                         \
  " service INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, code TEXT, name TEXT,"     \
  " note TEXT) STRICT;"                                                                            \
  "CREATE INDEX language_offered_by_service ON language_offered (service, code);"                  \
  "CREATE TABLE tag (id INTEGER PRIMARY KEY,"                                                      \
  " service INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, kind TEXT NOT NULL,"       \
  " scheme TEXT NOT NULL, code TEXT NOT NULL, value INTEGER NOT NULL, state TEXT NOT NULL,"        \
  " tagger INTEGER NOT NULL DEFAULT 0, words TEXT, UNIQUE (service, kind, code, scheme)) STRICT;"  \
  "CREATE INDEX tag_by_code ON tag (code, kind, service);"

/* What no open standard carries. Every capacity report is kept; the newest is current. */
#define FACTS                                                                                      \
  "CREATE TABLE capacity_report (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,"                \
  " service INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, status TEXT NOT NULL,"     \
  " places_free INTEGER, places_total INTEGER, wait_weeks_from INTEGER, wait_weeks_to INTEGER,"    \
  " returns_on TEXT, note TEXT, as_of TEXT, source TEXT NOT NULL, told_by TEXT) STRICT;"           \
  "CREATE INDEX capacity_report_newest ON capacity_report (service, as_of);"                       \
  "CREATE TABLE funding (id INTEGER PRIMARY KEY, uid TEXT NOT NULL,"                               \
  " organisation INTEGER REFERENCES organisation (id) ON DELETE CASCADE,"                          \
  " service INTEGER REFERENCES service (id) ON DELETE CASCADE, funder TEXT, kind TEXT,"            \
  " amount_band TEXT, starts_on TEXT, ends_on TEXT, evidence TEXT, source TEXT NOT NULL,"          \
  " CHECK ((organisation IS NULL) <> (service IS NULL)),"                                          \
  " UNIQUE (service, uid), UNIQUE (organisation, uid)) STRICT;"                                    \
  "CREATE INDEX funding_by_end ON funding (ends_on) WHERE ends_on IS NOT NULL;"                    \
  "CREATE TABLE confirmation (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,"                   \
  " service INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, on_date TEXT,"             \
  " how TEXT NOT NULL, asked TEXT, confirmed TEXT, recorded_by TEXT) STRICT;"                      \
  "CREATE INDEX confirmation_newest ON confirmation (service, on_date);"

/* Who changed what. `field` is a field's name or the kind of fact; before and after are JSON. */
#define HISTORY                                                                                    \
  "CREATE TABLE history (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, at INTEGER NOT NULL,"   \
  " who TEXT, act TEXT NOT NULL, kind TEXT NOT NULL, record_uid TEXT, field TEXT, before TEXT,"    \
  " after TEXT, undoes INTEGER UNIQUE REFERENCES history (id)) STRICT;"                            \
  "CREATE INDEX history_by_record ON history (record_uid);"                                        \
  "CREATE TABLE field_edit (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, record_uid TEXT NOT NULL," \
  " field TEXT NOT NULL, feed_value TEXT, edited_at INTEGER NOT NULL,"                             \
  " UNIQUE (record_uid, field)) STRICT;"

/* What is searched, by language: `search_text_*` holds the words (id is the service's), the FTS5
 * tables index them; those over names and keywords alone serve search as you type, their words
 * the spelling-tolerant try. No foreign key: an index must be told before its text goes. */
#define SEARCH                                                                                     \
  "CREATE TABLE search_text_en (id INTEGER PRIMARY KEY, name TEXT, keywords TEXT,"                 \
  " description TEXT) STRICT;"                                                                     \
  "CREATE TABLE search_text_cy (id INTEGER PRIMARY KEY, name TEXT, keywords TEXT,"                 \
  " description TEXT) STRICT;"                                                                     \
  "CREATE VIRTUAL TABLE search_en USING fts5 (name, keywords, description,"                        \
  " content = 'search_text_en', content_rowid = 'id',"                                             \
  " tokenize = 'unicode61 remove_diacritics 2');"                                                  \
  "CREATE VIRTUAL TABLE search_cy USING fts5 (name, keywords, description,"                        \
  " content = 'search_text_cy', content_rowid = 'id', tokenize = 'cymraeg');"                      \
  "CREATE VIRTUAL TABLE search_name_en USING fts5 (name, keywords,"                                \
  " content = 'search_text_en', content_rowid = 'id', prefix = '2 3',"                             \
  " tokenize = 'unicode61 remove_diacritics 2');"                                                  \
  "CREATE VIRTUAL TABLE search_name_cy USING fts5 (name, keywords,"                                \
  " content = 'search_text_cy', content_rowid = 'id', prefix = '2 3', tokenize = 'cymraeg');"      \
  "CREATE VIRTUAL TABLE search_word_en USING fts5vocab (search_name_en, row);"                     \
  "CREATE VIRTUAL TABLE search_word_cy USING fts5vocab (search_name_cy, row);"

/* What casework may know of a service, for the worker's eyes: the telephone and e-mail of whom to
 * ask, in the order service, its contacts, organisation. */
#define SERVICE_CARD_OF(uid, services)                                                             \
  "CREATE VIEW service_card AS SELECT " uid " AS uid, s.name_en AS name_en, s.name_cy AS name_cy," \
  " o.name_en AS organisation_en, o.name_cy AS organisation_cy,"                                   \
  " (SELECT coalesce(v.city, iif(v.hide_address, v.county, v.name_en), v.county)"                  \
  "  FROM service_venue sv JOIN venue v ON v.id = sv.venue"                                        \
  "  WHERE sv.service = s.id ORDER BY sv.id LIMIT 1) AS place,"                                    \
  " coalesce(s.phone, (SELECT c.phone FROM contact c WHERE c.service = s.id"                       \
  "  AND c.phone IS NOT NULL ORDER BY c.id LIMIT 1), o.phone) AS phone,"                           \
  " coalesce(s.email, (SELECT c.email FROM contact c WHERE c.service = s.id"                       \
  "  AND c.email IS NOT NULL ORDER BY c.id LIMIT 1), o.email) AS email"                            \
  " FROM " services " LEFT JOIN organisation o ON o.id = s.organisation;"
#define SERVICE_CARD SERVICE_CARD_OF ("s.uid", "service s")

/* Version 2. What casework met that the directory should be asked about; nothing of a person: a
 * day, and what was told. */
#define WORTH_ASKING                                                                               \
  "CREATE TABLE worth_asking (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,"                   \
  " service INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, what TEXT NOT NULL,"       \
  " on_date TEXT NOT NULL, weeks_told INTEGER, UNIQUE (service, what, on_date)) STRICT;"

/* Version 3. Questions to a group stand there too: who asked, and when it was answered. */
#define QUESTIONS                                                                                  \
  "ALTER TABLE worth_asking ADD COLUMN asked_by TEXT;"                                             \
  "ALTER TABLE worth_asking ADD COLUMN done_on TEXT;"

/*
 * Version 4: keeping listings true, in four parts.
 *
 * Closing, checks, erased contacts. A check (a policy, a cover) is what somebody saw or was told of
 * an organisation; no row is "not asked". Of an erased contact only a salted hash stays, so that a
 * feed cannot bring it back.
 */
#define CHECKS                                                                                     \
  "CREATE TABLE assurance (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,"                      \
  " organisation INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,"                 \
  " what TEXT NOT NULL, state TEXT NOT NULL, seen_on TEXT, expires_on TEXT, evidence TEXT,"        \
  " recorded_by TEXT, UNIQUE (organisation, what)) STRICT;"                                        \
  "CREATE INDEX assurance_by_end ON assurance (expires_on) WHERE expires_on IS NOT NULL;"          \
  "ALTER TABLE organisation ADD COLUMN volunteer_run INTEGER NOT NULL DEFAULT 0;"                  \
  "ALTER TABLE organisation ADD COLUMN covered_by_parent INTEGER NOT NULL DEFAULT 0;"              \
  "ALTER TABLE service ADD COLUMN closed_on TEXT;"                                                 \
  "ALTER TABLE service ADD COLUMN closed_reason TEXT;"                                             \
  "ALTER TABLE service ADD COLUMN successor_uid TEXT;"                                             \
  "CREATE TABLE erased_contact (hash TEXT PRIMARY KEY, erased_on TEXT NOT NULL) STRICT,"           \
  " WITHOUT ROWID;"                                                                                \
  "CREATE TABLE erasure (id INTEGER PRIMARY KEY CHECK (id = 1), salt TEXT NOT NULL) STRICT;"

/* The queue: what came of a call, what is put off or given to somebody, what link workers suggest
 * (nothing of a person stands there), and how complete the directory was each month. */
#define QUEUE                                                                                      \
  "ALTER TABLE confirmation ADD COLUMN outcome TEXT NOT NULL DEFAULT 'reached';"                   \
  "ALTER TABLE confirmation ADD COLUMN note TEXT;"                                                 \
  "ALTER TABLE confirmation ADD COLUMN next_try_on TEXT;"                                          \
  "DROP INDEX confirmation_newest;"                                                                \
  "CREATE INDEX confirmation_newest ON confirmation (service, on_date, outcome, confirmed,"        \
  " next_try_on);"                                                                                 \
  "DROP INDEX capacity_report_newest;"                                                             \
  "CREATE INDEX capacity_report_newest ON capacity_report (service, as_of, status);"               \
  "CREATE INDEX service_upkeep ON service (organisation, id, status, do_not_list, gone_since,"     \
  " description_en_state, description_cy_state, name_en_state, name_cy_state, assured_on,"         \
  " modified_on);"                                                                                 \
  "CREATE INDEX organisation_volunteer_run ON organisation (id) WHERE volunteer_run <> 0;"         \
  "CREATE INDEX schedule_end ON schedule (service, until, valid_to) WHERE closed = 0;"             \
  "CREATE INDEX tag_by_rule ON tag (service) WHERE state = 'proposed' AND tagger > 0"              \
  " AND kind <> 'other';"                                                                          \
  "CREATE INDEX service_silent ON service (id, organisation) WHERE phone IS NULL"                  \
  " AND email IS NULL AND url IS NULL;"                                                            \
  "CREATE INDEX worth_asking_open ON worth_asking (service, what, on_date)"                        \
  " WHERE done_on IS NULL;"                                                                        \
  "CREATE TABLE queue_mark (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, record_uid TEXT NOT NULL," \
  " assigned_to TEXT, due_on TEXT, snoozed_until TEXT, reason TEXT,"                               \
  " UNIQUE (record_uid, kind)) STRICT;"                                                            \
  "CREATE TABLE suggestion (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,"                     \
  " kind TEXT NOT NULL, record_uid TEXT NOT NULL, field TEXT, value TEXT, note TEXT,"              \
  " suggested_by TEXT, on_date TEXT NOT NULL, state TEXT NOT NULL) STRICT;"                        \
  "CREATE INDEX suggestion_open ON suggestion (record_uid) WHERE state = 'open';"                  \
  "CREATE TABLE oddity (record_uid TEXT NOT NULL, what TEXT NOT NULL, noted_at INTEGER NOT NULL,"  \
  " PRIMARY KEY (record_uid, what)) STRICT, WITHOUT ROWID;"                                        \
  "CREATE TABLE completeness (month TEXT NOT NULL, field TEXT NOT NULL, known INTEGER NOT NULL,"   \
  " of INTEGER NOT NULL, PRIMARY KEY (month, field)) STRICT, WITHOUT ROWID;"

/* Sources that are read again: how, and by what a server knows that nothing changed since
 * (source_page). What an import changed is kept as it was before, so that the import can be undone;
 * a clash is a field edited here that its feed has changed since, from base_value. */
#define FEEDS                                                                                      \
  "ALTER TABLE source ADD COLUMN kind TEXT NOT NULL DEFAULT 'file';"                               \
  "ALTER TABLE source ADD COLUMN settings TEXT;"                                                   \
  "ALTER TABLE source ADD COLUMN refreshed_at INTEGER;"                                            \
  "CREATE TABLE source_page (id INTEGER PRIMARY KEY,"                                              \
  " source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE, address TEXT NOT NULL,"      \
  " etag TEXT, last_modified TEXT, UNIQUE (source, address)) STRICT;"                              \
  "ALTER TABLE field_edit ADD COLUMN feed_changed_at INTEGER;"                                     \
  "ALTER TABLE field_edit ADD COLUMN base_value TEXT;"                                             \
  "CREATE INDEX field_edit_clash ON field_edit (record_uid) WHERE feed_changed_at IS NOT NULL;"    \
  "CREATE TABLE import_before (id INTEGER PRIMARY KEY,"                                            \
  " history INTEGER NOT NULL REFERENCES history (id) ON DELETE CASCADE, kind TEXT NOT NULL,"       \
  " record_uid TEXT NOT NULL, before TEXT, UNIQUE (history, record_uid)) STRICT;"

/* Records that are probably one, pairs that somebody said are not, and those that were made one:
 * the record that went stays, not to be listed, and its card is that of the one kept. */
#define ALIKE                                                                                      \
  "CREATE TABLE alike (kind TEXT NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL,"                \
  " percent INTEGER NOT NULL, evidence INTEGER NOT NULL, PRIMARY KEY (kind, one, other)) STRICT,"  \
  " WITHOUT ROWID;"                                                                                \
  "CREATE INDEX alike_by_other ON alike (other);"                                                  \
  "CREATE TABLE not_same (kind TEXT NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL, who TEXT,"   \
  " on_date TEXT NOT NULL, PRIMARY KEY (kind, one, other)) STRICT, WITHOUT ROWID;"                 \
  "CREATE TABLE merged (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, gone_uid TEXT NOT NULL"        \
  " UNIQUE, kept_uid TEXT NOT NULL, on_date TEXT NOT NULL, who TEXT) STRICT;"                      \
  "CREATE INDEX merged_by_kept ON merged (kept_uid);"                                              \
  "DROP VIEW service_card;" SERVICE_CARD_OF (                                                      \
      "g.uid",                                                                                     \
      "service g LEFT JOIN merged m ON m.gone_uid = g.uid"                                         \
      " JOIN service s ON s.uid = coalesce (m.kept_uid, g.uid)")

static const char *const migrations[] = {
  SOURCES ORGANISATIONS SERVICES VENUES DETAILS FACTS HISTORY SEARCH SERVICE_CARD,
  WORTH_ASKING,
  QUESTIONS,
  CHECKS QUEUE FEEDS ALIKE,
};

static gboolean
prepare (DolenDb *db, GError **error)
{
  return dolen_tokenizer_register (db, error) && dolen_collation_register (db, error)
         && dolen_directory_sql_register (db, error);
}

static const DolenSchema schema = {
  .name = "directory",
  .application_id = 0x446f4469, /* "DoDi" */
  .version = G_N_ELEMENTS (migrations),
  .migrations = migrations,
  .prepare = prepare,
};

const DolenSchema *
dolen_directory_schema (void)
{
  return &schema;
}

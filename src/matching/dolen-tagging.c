/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-tagging.h"

#include "matching/dolen-audience-labels.h"
#include "matching/dolen-eligibility.h"
#include "matching/dolen-for-whom.h"

#include <string.h>

/*
 * Beside the tags, each service that was read has a marker, "read": by which rules, and a sum over
 * the words, so that the next time only what changed is read again.
 */
#define MARKER "read"

typedef struct {
  DolenDb *db;
  DolenTagger *tagger;
  gboolean all;
  DolenStatement *clear;
  DolenStatement *insert;
} Tagging;

static void
tagging_clear (Tagging *tagging)
{
  dolen_statement_free (tagging->clear);
  dolen_statement_free (tagging->insert);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tagging, tagging_clear)

#define N_TEXTS 12
#define AUDIENCE 11
#define FIRST_TEXT 3

/* One service and everything it says of itself, in the order of the columns of TEXTS. */
typedef struct {
  gint64 id;
  char *marked;
  int marked_version;
  char *texts[N_TEXTS];
} Words;

/* Of all services after ?1, a page at a time; of one. */
#define WHICH_PAGE " WHERE s.id > ?1 ORDER BY s.id LIMIT 256"
#define WHICH_ONE " WHERE s.id = ?1"

#define TEXTS                                                                                      \
  "SELECT s.id, m.words, m.tagger, s.name_en, s.name_cy, s.description_en, s.description_cy,"      \
  " s.eligibility_en, s.eligibility_cy, s.how_to_join_en, s.how_to_join_cy, s.fees, s.alert,"      \
  " (SELECT group_concat (a.note, '. ') FROM service_venue sv JOIN accessibility a"                \
  "  ON a.venue = sv.venue WHERE sv.service = s.id),"                                              \
  " (SELECT group_concat (t.code, char (10)) FROM tag t WHERE t.service = s.id"                    \
  "  AND t.scheme = 'audience')"                                                                   \
  " FROM service s LEFT JOIN tag m ON m.service = s.id AND m.kind = 'other'"                       \
  " AND m.scheme = 'dolen' AND m.code = '" MARKER "'"

/* Of the columns above, from the first text on: which language each is in. */
static const DolenTaggerLanguage languages[N_TEXTS] = {
  DOLEN_TAGGER_UNKNOWN, DOLEN_TAGGER_WELSH,   DOLEN_TAGGER_UNKNOWN, DOLEN_TAGGER_WELSH,
  DOLEN_TAGGER_UNKNOWN, DOLEN_TAGGER_WELSH,   DOLEN_TAGGER_UNKNOWN, DOLEN_TAGGER_WELSH,
  DOLEN_TAGGER_UNKNOWN, DOLEN_TAGGER_UNKNOWN, DOLEN_TAGGER_UNKNOWN, DOLEN_TAGGER_ENGLISH,
};

static void
words_free (Words *words)
{
  g_free (words->marked);
  for (guint t = 0; t < N_TEXTS; t++)
    g_free (words->texts[t]);
  g_free (words);
}

static Words *
words_of (DolenStatement *row)
{
  Words *words = g_new0 (Words, 1);

  words->id = dolen_statement_get_int64 (row, 0);
  words->marked = dolen_statement_dup_text (row, 1);
  words->marked_version = (int) dolen_statement_get_int64 (row, 2);
  for (int t = 0; t < N_TEXTS; t++)
    words->texts[t] = dolen_statement_dup_text (row, FIRST_TEXT + t);
  g_free (words->texts[AUDIENCE]);
  words->texts[AUDIENCE]
      = dolen_audience_labels_say (dolen_statement_get_text (row, FIRST_TEXT + AUDIENCE));
  return words;
}

/* A sum over all texts; only equality matters. */
static char *
sum_of (const Words *words)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);

  for (guint t = 0; t < N_TEXTS; t++) {
    const char *text = words->texts[t] != NULL ? words->texts[t] : "";

    g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text) + 1);
  }
  return g_strndup (g_checksum_get_string (sum), 16);
}

static DolenTag *
proposal (
    DolenTagger *tagger, DolenTagKind kind, const char *code, gboolean value, const char *words)
{
  DolenTag *tag = dolen_tag_new ();

  tag->kind = kind;
  tag->scheme = g_strdup ("dolen");
  tag->code = g_strdup (code);
  tag->value = value;
  tag->state = DOLEN_TAG_PROPOSED;
  tag->tagger = dolen_tagger_version (tagger);
  tag->words = g_strdup (words);
  return tag;
}

/* A price in the text: then "free" is about the parking or the tea. */
static gboolean
names_a_price (const Words *words)
{
  for (guint t = 0; t < N_TEXTS; t++) {
    const char *at = words->texts[t] != NULL ? strstr (words->texts[t], "£") : NULL;

    for (; at != NULL; at = strstr (at, "£")) {
      at += strlen ("£");
      if (g_ascii_strtod (at, NULL) > 0)
        return TRUE;
    }
  }
  return FALSE;
}

/* Beside a need, where its words say for whom the service is: "for-dementia". */
static void
propose_for_whom (DolenTagger *tagger,
                  const Words *words,
                  const DolenReading *reading,
                  GPtrArray *tags)
{
  g_autofree char *code = g_strconcat ("for-", reading->term->code, NULL);

  if (reading->term->kind == DOLEN_TERM_NEED && reading->value
      && dolen_for_whom_says (words->texts[reading->text], reading->words))
    g_ptr_array_add (tags, proposal (tagger, DOLEN_TAG_OTHER, code, TRUE, reading->words));
}

static void
propose_terms (DolenTagger *tagger, const Words *words, GPtrArray *tags)
{
  DolenTaggerText texts[N_TEXTS];
  g_autoptr (GPtrArray) readings = NULL;
  gboolean priced = names_a_price (words);

  for (guint t = 0; t < N_TEXTS; t++)
    texts[t] = (DolenTaggerText){ words->texts[t], languages[t], t < 2 };
  readings = dolen_tagger_read (tagger, texts, N_TEXTS);
  for (guint r = 0; r < readings->len; r++) {
    const DolenReading *reading = g_ptr_array_index (readings, r);
    DolenTagKind kind = dolen_tag_kind_from_code (dolen_term_kind_code (reading->term->kind));

    if (priced && kind == DOLEN_TAG_ENABLER && strcmp (reading->term->code, "free") == 0)
      continue;
    g_ptr_array_add (tags,
                     proposal (tagger, kind, reading->term->code, reading->value, reading->words));
    propose_for_whom (tagger, words, reading, tags);
  }
}

static void
propose_eligibility (DolenTagger *tagger, const Words *words, GPtrArray *tags)
{
  g_autofree char *name = g_strjoin (
      "\n", words->texts[0] ? words->texts[0] : "", words->texts[1] ? words->texts[1] : "", NULL);
  GString *text = g_string_new (NULL);
  g_autofree char *description = NULL;
  g_autoptr (GPtrArray) readings = NULL;

  for (guint t = 2; t < 8; t++)
    if (words->texts[t] != NULL)
      g_string_append_printf (text, "%s\n", words->texts[t]);
  if (words->texts[AUDIENCE] != NULL)
    g_string_append (text, words->texts[AUDIENCE]);
  description = g_string_free (text, FALSE);
  readings = dolen_eligibility_read (name, description);
  for (guint r = 0; r < readings->len; r++) {
    const DolenEligibilityReading *reading = g_ptr_array_index (readings, r);

    g_ptr_array_add (tags, proposal (tagger, DOLEN_TAG_OTHER, reading->code, TRUE, reading->words));
  }
}

/* Everything that is read out of @words, the marker among it. */
static GPtrArray *
propose (DolenTagger *tagger, const Words *words, const char *sum)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_tag_free);

  propose_terms (tagger, words, tags);
  propose_eligibility (tagger, words, tags);
  g_ptr_array_add (tags, proposal (tagger, DOLEN_TAG_OTHER, MARKER, TRUE, sum));
  return tags;
}

static gboolean
insert_tag (DolenStatement *insert, gint64 service, const DolenTag *tag, GError **error)
{
  dolen_statement_bind_int64 (insert, 1, service);
  dolen_statement_bind_text (insert, 2, dolen_tag_kind_code (tag->kind));
  dolen_statement_bind_text (insert, 3, tag->code);
  dolen_statement_bind_int64 (insert, 4, tag->value);
  dolen_statement_bind_int64 (insert, 5, tag->tagger);
  dolen_statement_bind_text (insert, 6, tag->words);
  return dolen_statement_run (insert, error);
}

/* Reads one service unless its words and the rules are those of the last time. */
static gboolean
tag_service (Tagging *tagging, const Words *words, guint *n_read, GError **error)
{
  g_autofree char *sum = sum_of (words);
  g_autoptr (GPtrArray) tags = NULL;

  if (!tagging->all && g_strcmp0 (sum, words->marked) == 0
      && words->marked_version == dolen_tagger_version (tagging->tagger))
    return TRUE;
  (*n_read)++;
  tags = propose (tagging->tagger, words, sum);
  dolen_statement_bind_int64 (tagging->clear, 1, words->id);
  if (!dolen_statement_run (tagging->clear, error))
    return FALSE;
  for (guint t = 0; t < tags->len; t++)
    if (!insert_tag (tagging->insert, words->id, g_ptr_array_index (tags, t), error))
      return FALSE;
  return TRUE;
}

/* The page of services that @select gives for @id, so that no statement reads while tags are
 * written. */
static GPtrArray *
next_page (DolenStatement *select, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func ((GDestroyNotify) words_free);
  gboolean row = FALSE;

  dolen_statement_bind_int64 (select, 1, id);
  do {
    if (!dolen_statement_step (select, &row, error))
      return NULL;
    if (row)
      g_ptr_array_add (page, words_of (select));
  } while (row);
  return g_steal_pointer (&page);
}

typedef struct {
  DolenTaggingProgress func;
  gpointer data;
  guint done, total;
} Progress;

static gboolean
tag_page (Tagging *tagging, const GPtrArray *page, guint *n_read, GError **error)
{
  for (guint i = 0; i < page->len; i++)
    if (!tag_service (tagging, g_ptr_array_index (page, i), n_read, error))
      return FALSE;
  return TRUE;
}

static gboolean
tag_pages (
    Tagging *tagging, Progress *progress, GCancellable *cancellable, guint *n_read, GError **error)
{
  g_autoptr (DolenStatement) select = dolen_db_prepare (tagging->db, TEXTS WHICH_PAGE, error);
  gint64 after = 0;

  if (select == NULL)
    return FALSE;
  for (;;) {
    g_autoptr (GPtrArray) page = next_page (select, after, error);

    if (page == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (page->len == 0)
      return TRUE;
    if (!tag_page (tagging, page, n_read, error))
      return FALSE;
    after = ((const Words *) g_ptr_array_index (page, page->len - 1))->id;
    progress->done += page->len;
    if (progress->func != NULL)
      progress->func (progress->done, MAX (progress->total, progress->done), progress->data);
  }
}

static gboolean
prepare_writing (Tagging *tagging, GError **error)
{
  tagging->clear = dolen_db_prepare (tagging->db,
                                     "DELETE FROM tag WHERE service = ?1 AND scheme = 'dolen'"
                                     " AND state = 'proposed' AND tagger > 0",
                                     error);
  if (tagging->clear == NULL)
    return FALSE;
  tagging->insert = dolen_db_prepare (
      tagging->db,
      "INSERT OR IGNORE INTO tag (service, kind, scheme, code, value, state, tagger, words)"
      " VALUES (?1, ?2, 'dolen', ?3, ?4, 'proposed', ?5, ?6)",
      error);
  return tagging->insert != NULL;
}

gboolean
dolen_tagging_update (DolenDb *directory,
                      DolenTagger *tagger,
                      gboolean all,
                      DolenTaggingProgress progress,
                      gpointer data,
                      GCancellable *cancellable,
                      guint *n_read,
                      GError **error)
{
  g_auto (Tagging) tagging = { .db = directory, .tagger = tagger, .all = all };
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (directory, error);
  Progress told = { progress, data, 0, 0 };
  gint64 total = 0;
  guint n = 0;

  if (transaction == NULL
      || !dolen_db_get_int64 (directory, "SELECT count (*) FROM service", &total, error))
    return FALSE;
  told.total = (guint) total;
  if (!prepare_writing (&tagging, error) || !tag_pages (&tagging, &told, cancellable, &n, error)
      || !dolen_transaction_commit (transaction, error))
    return FALSE;
  if (n_read != NULL)
    *n_read = n;
  return TRUE;
}

gboolean
dolen_tagging_update_service (DolenDb *directory, DolenTagger *tagger, gint64 id, GError **error)
{
  g_auto (Tagging) tagging = { .db = directory, .tagger = tagger };
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (directory, error);
  g_autoptr (DolenStatement) select = NULL;
  g_autoptr (GPtrArray) page = NULL;
  guint n = 0;

  if (transaction == NULL)
    return FALSE;
  select = dolen_db_prepare (directory, TEXTS WHICH_ONE, error);
  page = select != NULL ? next_page (select, id, error) : NULL;
  return page != NULL && prepare_writing (&tagging, error) && tag_page (&tagging, page, &n, error)
         && dolen_transaction_commit (transaction, error);
}

static char *
accessibility_of (const DolenService *service)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  for (guint v = 0; v < service->venues->len; v++) {
    const DolenVenue *venue = g_ptr_array_index (service->venues, v);

    for (guint a = 0; a < venue->accessibility->len; a++)
      g_string_append_printf (notes,
                              "%s%s",
                              notes->len > 0 ? ". " : "",
                              (const char *) g_ptr_array_index (venue->accessibility, a));
  }
  return notes->len > 0 ? g_strdup (notes->str) : NULL;
}

/* What the feed says of whom it is for. */
static char *
audience_of (const DolenService *service)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint t = 0; t < service->tags->len; t++) {
    const DolenTag *tag = g_ptr_array_index (service->tags, t);

    if (g_strcmp0 (tag->scheme, "audience") == 0)
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? "\n" : "", tag->code);
  }
  return labels->len > 0 ? dolen_audience_labels_say (labels->str) : NULL;
}

static gboolean
has_tag (const GPtrArray *tags, const DolenTag *tag)
{
  for (guint t = 0; t < tags->len; t++) {
    const DolenTag *other = g_ptr_array_index (tags, t);

    if (other->kind == tag->kind && g_strcmp0 (other->code, tag->code) == 0
        && g_strcmp0 (other->scheme, tag->scheme) == 0)
      return TRUE;
  }
  return FALSE;
}

void
dolen_tagging_tag_service (DolenService *service, gpointer tagger)
{
  g_autofree char *accessibility = accessibility_of (service);
  g_autofree char *audience = audience_of (service);
  const Words words = { .texts = { service->name.en,
                                   service->name.cy,
                                   service->description.en,
                                   service->description.cy,
                                   service->eligibility.en,
                                   service->eligibility.cy,
                                   service->how_to_join.en,
                                   service->how_to_join.cy,
                                   service->fees,
                                   service->alert,
                                   accessibility,
                                   audience } };
  g_autofree char *sum = sum_of (&words);
  g_autoptr (GPtrArray) tags = propose (tagger, &words, sum);

  while (tags->len > 0) {
    DolenTag *tag = g_ptr_array_steal_index_fast (tags, tags->len - 1);

    if (has_tag (service->tags, tag))
      dolen_tag_free (tag);
    else
      g_ptr_array_add (service->tags, tag);
  }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/faults.h"
#include "directory/feed-writer.h"

#include "directory/dolen-edits.h"
#include "directory/dolen-merge.h"

/* Records that went into one that went into another, and merges that are stopped or taken back. */

#define N 3

/* A, B and C: each an organisation with a service of its own. */
typedef struct {
  DolenDirectory *dir;
  char *services[N];
  char *organisations[N];
  gint64 merges[2]; /* A into B, then B into C */
} Chain;

static const char *const names[N] = { "Alder", "Birch", "Cedar" };

static Chain
make_chain (void)
{
  Chain chain = { .dir = samples_open () };

  for (guint i = 0; i < N; i++) {
    g_autoptr (DolenOrganisation) organisation = samples_organisation (chain.dir, names[i]);
    g_autoptr (DolenService) service = samples_service (names[i], NULL, DOLEN_TEXT_GIVEN);

    service->organisation_uid = g_strdup (organisation->uid);
    samples_save (chain.dir, service);
    chain.services[i] = g_strdup (service->uid);
    chain.organisations[i] = g_strdup (organisation->uid);
  }
  return chain;
}

static void
chain_clear (Chain *chain)
{
  dolen_directory_close (chain->dir);
  for (guint i = 0; i < N; i++) {
    g_free (chain->services[i]);
    g_free (chain->organisations[i]);
  }
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chain, chain_clear)

static void
merge_all (Chain *chain, const char *kind)
{
  char **uids = g_str_equal (kind, "service") ? chain->services : chain->organisations;

  for (guint i = 0; i < 2; i++) {
    GError *error = NULL;

    chain->merges[i]
        = dolen_merge_records (chain->dir, kind, uids[i + 1], uids[i], "a curator", &error);
    g_assert_no_error (error);
  }
}

static void
take_back (const Chain *chain, guint which)
{
  GError *error = NULL;

  g_assert_cmpint (
      dolen_edit_undo (chain->dir, chain->merges[which], "another curator", &error), >, 0);
  g_assert_no_error (error);
  g_assert_true (dolen_directory_check (chain->dir, NULL));
}

static void
assert_card (const Chain *chain, guint which, const char *name)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT count(*) FROM service_card WHERE uid = '%s' AND name_en = '%s'",
                         chain->services[which],
                         name);

  g_assert_cmpint (samples_count (chain->dir, sql), ==, 1);
}

static void
test_the_card_is_that_of_the_last (void)
{
  g_auto (Chain) chain = make_chain ();
  g_autofree char *into = NULL;

  merge_all (&chain, "service");
  for (guint i = 0; i < N; i++)
    assert_card (&chain, i, "Cedar");
  into = dolen_merged_into (chain.dir, chain.services[0], NULL);
  g_assert_cmpstr (into, ==, chain.services[2]);
  take_back (&chain, 1);
  assert_card (&chain, 0, "Birch");
  assert_card (&chain, 1, "Birch");
  assert_card (&chain, 2, "Cedar");
  take_back (&chain, 0);
  assert_card (&chain, 0, "Alder");
}

static void
test_taken_back_in_the_order_they_were_made (void)
{
  g_auto (Chain) chain = make_chain ();

  merge_all (&chain, "service");
  take_back (&chain, 0);
  assert_card (&chain, 0, "Alder");
  assert_card (&chain, 1, "Cedar");
  take_back (&chain, 1);
  assert_card (&chain, 0, "Alder");
  assert_card (&chain, 1, "Birch");
  g_assert_cmpint (samples_count (chain.dir, "SELECT count(*) FROM merged"), ==, 0);
}

static void
assert_owner (const Chain *chain, const char *service, guint organisation)
{
  GError *error = NULL;
  g_autoptr (DolenService) found = dolen_directory_get_service (chain->dir, service, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found->organisation_uid, ==, chain->organisations[organisation]);
}

/* What the feed of the first organisation says of one of its services. */
static char *
import_of_the_first (const Chain *chain, const char *name)
{
  DolenDirectoryWriter *writer = feed_begin (chain->dir);
  g_autoptr (DolenService) service = samples_service (name, NULL, DOLEN_TEXT_GIVEN);
  DolenSourceRecord record = { "service", "1", NULL, name, name };
  DolenRecordState state;
  GError *error = NULL;

  service->source_uid = dolen_id_for_foreign ("test", "source", "feed");
  service->uid = dolen_id_for_foreign (service->source_uid, "service", "1");
  service->organisation_uid = g_strdup (chain->organisations[0]);
  record.record_uid = service->uid;
  dolen_directory_writer_put_record (writer, &record, &state, &error);
  g_assert_no_error (error);
  dolen_directory_writer_put_service (writer, service, &error);
  g_assert_no_error (error);
  feed_finish (writer);
  return g_strdup (service->uid);
}

static void
test_a_feed_goes_on_to_the_last (void)
{
  g_auto (Chain) chain = make_chain ();
  g_autofree char *fed = NULL;
  g_autofree char *again = NULL;

  merge_all (&chain, "organisation");
  fed = import_of_the_first (&chain, "Walks");
  assert_owner (&chain, fed, 2);
  for (guint i = 0; i < N; i++)
    assert_owner (&chain, chain.services[i], 2);
  take_back (&chain, 1);
  again = import_of_the_first (&chain, "Long walks");
  g_assert_cmpstr (again, ==, fed);
  assert_owner (&chain, fed, 1);
  assert_owner (&chain, chain.services[0], 1);
  assert_owner (&chain, chain.services[1], 1);
  assert_owner (&chain, chain.services[2], 2);
}

/* What was brought back from the last is not brought into the second by taking that back too. */
static void
test_services_come_back_in_either_order (void)
{
  g_auto (Chain) chain = make_chain ();

  merge_all (&chain, "organisation");
  take_back (&chain, 0);
  assert_owner (&chain, chain.services[0], 0);
  assert_owner (&chain, chain.services[1], 2);
  take_back (&chain, 1);
  for (guint i = 0; i < N; i++)
    assert_owner (&chain, chain.services[i], i);
}

static void
test_taken_back_under_the_name_of_who_does_it (void)
{
  g_auto (Chain) chain = make_chain ();

  merge_all (&chain, "service");
  take_back (&chain, 1);
  g_assert_cmpint (
      samples_count (chain.dir, "SELECT count(*) FROM history WHERE undoes IS NOT NULL"), >=, 2);
  g_assert_cmpint (samples_count (chain.dir,
                                  "SELECT count(*) FROM history WHERE undoes IS NOT NULL"
                                  " AND who IS NOT 'another curator'"),
                   ==,
                   0);
}

static gboolean
merge_last (gpointer data, GError **error)
{
  Chain *chain = data;

  chain->merges[1] = dolen_merge_records (
      chain->dir, "organisation", chain->organisations[2], chain->organisations[1], NULL, error);
  return chain->merges[1] > 0;
}

static gboolean
undo_last (gpointer data, GError **error)
{
  Chain *chain = data;

  return dolen_edit_undo (chain->dir, chain->merges[1], NULL, error) > 0;
}

static void
test_stopped_at_every_step (void)
{
  g_auto (Chain) chain = make_chain ();

  g_assert_cmpint (
      dolen_merge_records (
          chain.dir, "organisation", chain.organisations[1], chain.organisations[0], NULL, NULL),
      >,
      0);
  g_assert_cmpuint (faults_try_until_it_holds (chain.dir, "a merge", 7, merge_last, &chain), >, 5);
  for (guint i = 0; i < N; i++)
    assert_owner (&chain, chain.services[i], 2);
  g_assert_cmpuint (faults_try_until_it_holds (chain.dir, "its undo", 7, undo_last, &chain), >, 5);
  assert_owner (&chain, chain.services[0], 1);
  assert_owner (&chain, chain.services[1], 1);
  g_assert_true (dolen_directory_check (chain.dir, NULL));
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/directory/merge/chain", test_the_card_is_that_of_the_last);
  g_test_add_func ("/directory/merge/chain-order", test_taken_back_in_the_order_they_were_made);
  g_test_add_func ("/directory/merge/chain-feed", test_a_feed_goes_on_to_the_last);
  g_test_add_func ("/directory/merge/chain-services", test_services_come_back_in_either_order);
  g_test_add_func ("/directory/merge/undo-who", test_taken_back_under_the_name_of_who_does_it);
  g_test_add_func ("/directory/merge/every-step", test_stopped_at_every_step);
  return g_test_run ();
}

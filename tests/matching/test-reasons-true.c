/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-reasons.h"
#include "support/dolen-test.h"

#include "matching/facts-helper.h"
#include "matching/feed-helper.h"
#include "place/dolen-distance.h"

#include <math.h>
#include <string.h>

/*
 * Every reason shown is true of the record: for each service of the sample and each story, what a
 * sentence claims is read once more out of the record itself, by the test's own reading and not
 * through the columns.
 */
static const char *const stories[] = {
  "01-oxygen",           "02-cannot-read",
  "03-pip-withdrawn",    "04-cold-and-cluttered",
  "05-no-garden",        "06-after-a-stroke",
  "07-needs-a-gardener", "08-no-family-near",
  "09-in-fear",          "10-waiting-for-counselling",
  "11-not-in-a-school",  "12-heart",
};

/* Read aloud in one breath or two. */
#define LONGEST 220

/* How many claims of each kind were held against a record. */
static guint held[DOLEN_N_CRITERIA], quotes, confirmed;

static DolenProfile *
read_story (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "matching", "stories", file, NULL);
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  DolenProfile *profile;

  g_file_get_contents (path, &json, NULL, &error);
  g_assert_no_error (error);
  profile = dolen_profile_from_json (json, -1, test_vocabulary (), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  /* Stories are of another county: these people live in the sample's. */
  profile->position = (DolenPosition){ 52.24, -4.26, 1.0 };
  if (profile->max_km < 0)
    profile->max_km = 20;
  if (profile->age < 0)
    profile->age = 72;
  profile->max_pence = 300;
  return profile;
}

static gboolean
is_in (const char *text, const char *sought)
{
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);

  return strstr (folded, sought) != NULL;
}

static gboolean
venues_hold (const DolenService *service, const char *sought)
{
  for (guint v = 0; v < service->venues->len; v++) {
    const DolenVenue *venue = g_ptr_array_index (service->venues, v);

    if (is_in (venue->getting_there, sought) || is_in (venue->name.en, sought)
        || is_in (venue->name.cy, sought))
      return TRUE;
    for (guint a = 0; a < venue->accessibility->len; a++)
      if (is_in (g_ptr_array_index (venue->accessibility, a), sought))
        return TRUE;
  }
  return FALSE;
}

/* Whether any text of the record holds @words. */
static gboolean
holds (const DolenService *service, const char *words)
{
  const DolenBilingual *texts[]
      = { &service->name, &service->description, &service->eligibility, &service->how_to_join };
  g_autofree char *sought = g_utf8_casefold (words, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (is_in (texts[i]->en, sought) || is_in (texts[i]->cy, sought))
      return TRUE;
  for (guint c = 0; c < service->costs->len; c++)
    if (is_in (((const DolenCost *) service->costs->pdata[c])->description, sought))
      return TRUE;
  return is_in (service->fees, sought) || is_in (service->wait_given, sought)
         || is_in (service->alert, sought) || venues_hold (service, sought);
}

static void
check_quote (const DolenService *service, const DolenReason *reason)
{
  const char *from = strstr (reason->text, "“");
  const char *to = from != NULL ? strstr (from, "”") : NULL;
  g_autofree char *words = NULL;

  if (to == NULL || reason->criterion == DOLEN_CRITERION_WORDS)
    return;
  words = g_strndup (from + strlen ("“"), (gsize) (to - from) - strlen ("“"));
  quotes++;
  if (!holds (service, words))
    g_error ("%s does not say “%s”: %s", service->name.en, words, reason->text);
}

/* Whether @tag says @term of the service, or something narrower. */
static gboolean
says (const DolenTag *tag, const DolenTerm *term, gboolean value)
{
  const DolenTerm *said;

  if (tag->state == DOLEN_TAG_REJECTED || !tag->value != !value
      || strcmp (tag->scheme, "dolen") != 0
      || strcmp (dolen_tag_kind_code (tag->kind), dolen_term_kind_code (term->kind)) != 0)
    return FALSE;
  said = dolen_vocabulary_by_code (test_vocabulary (), term->kind, tag->code);
  return said != NULL
         && dolen_term_set_has (
             dolen_vocabulary_closure (test_vocabulary (), term->kind, said->index), term->index);
}

static gboolean
has_confirmed (const DolenService *service, const char *label, gboolean only_confirmed)
{
  for (guint t = 0; t < service->tags->len; t++) {
    const DolenTag *tag = g_ptr_array_index (service->tags, t);

    for (guint k = 0; k < DOLEN_TERM_N_KINDS; k++)
      for (guint i = 0; i < dolen_vocabulary_count (test_vocabulary (), (DolenTermKind) k); i++) {
        const DolenTerm *term = dolen_vocabulary_term (test_vocabulary (), (DolenTermKind) k, i);

        if (g_str_equal (term->label_en, label) && says (tag, term, TRUE)
            && (!only_confirmed || tag->state == DOLEN_TAG_CONFIRMED))
          return TRUE;
      }
  }
  return FALSE;
}

static void
check_confirmed (const DolenService *service, const DolenReason *reason)
{
  static const char said[] = ": confirmed by a person";

  if (!g_str_has_suffix (reason->text, said) || reason->verdict == DOLEN_VERDICT_NO)
    return;
  confirmed++;
  if (!has_confirmed (service, reason->short_text, TRUE))
    g_error ("%s: nobody confirmed it: %s", service->name.en, reason->text);
}

static void
check_age (const DolenService *service, const DolenProfile *profile, const DolenReason *reason)
{
  gboolean old_enough = service->minimum_age < 0 || profile->age >= service->minimum_age;
  gboolean young_enough = service->maximum_age < 0 || profile->age <= service->maximum_age;

  if (service->minimum_age < 0 && service->maximum_age < 0)
    return; /* read out of its words */
  held[DOLEN_CRITERION_AGE]++;
  if (reason->verdict == DOLEN_VERDICT_YES)
    g_assert_true (old_enough && young_enough);
  else if (reason->verdict == DOLEN_VERDICT_NO)
    g_assert_false (old_enough && young_enough);
}

static void
check_distance (const DolenService *service, const DolenProfile *profile, const DolenReason *reason)
{
  double nearest = INFINITY;

  for (guint v = 0; v < service->venues->len; v++) {
    const DolenVenue *venue = g_ptr_array_index (service->venues, v);
    DolenPosition there = { venue->latitude, venue->longitude, 0 };

    if (!isnan (venue->latitude) && !venue->no_map)
      nearest = MIN (nearest, dolen_distance_km (&profile->position, &there));
  }
  if (isinf (nearest))
    return;
  held[DOLEN_CRITERION_DISTANCE]++;
  /* A village is known to a mile or two, a district to some more. */
  if (reason->verdict == DOLEN_VERDICT_YES && service->attending == DOLEN_ATTENDING_VENUE)
    g_assert_cmpfloat (nearest, <=, profile->max_km + 12);
  if (reason->verdict == DOLEN_VERDICT_NO)
    g_assert_cmpfloat (nearest, >, profile->max_km);
}

static void
check_capacity (const DolenService *service, const DolenReason *reason)
{
  const DolenCapacity *capacity
      = service->capacities->len > 0 ? g_ptr_array_index (service->capacities, 0) : NULL;

  if (reason->verdict != DOLEN_VERDICT_YES)
    return;
  held[DOLEN_CRITERION_CAPACITY]++;
  g_assert_nonnull (capacity);
  g_assert_true (capacity->status == DOLEN_CAPACITY_OPEN
                 || capacity->status == DOLEN_CAPACITY_PLACES);
  g_assert_nonnull (strstr (reason->text, "told")); /* its age stands with it */
}

static void
check_cost (const DolenService *service, const DolenProfile *profile, const DolenReason *reason)
{
  gint64 least = G_MAXINT64;

  for (guint c = 0; c < service->costs->len; c++) {
    const DolenCost *cost = g_ptr_array_index (service->costs, c);

    if (cost->pence >= 0)
      least = MIN (least, cost->pence);
  }
  if (least == G_MAXINT64)
    return;
  held[DOLEN_CRITERION_COST]++;
  if (reason->verdict == DOLEN_VERDICT_YES)
    g_assert_cmpint (least, <=, profile->max_pence);
  else if (reason->verdict == DOLEN_VERDICT_NO)
    g_assert_cmpint (least, >, profile->max_pence);
}

static const DolenTerm *
term_of_label (DolenTermKind kind, const char *label)
{
  for (guint i = 0; i < dolen_vocabulary_count (test_vocabulary (), kind); i++)
    if (g_str_equal (dolen_vocabulary_term (test_vocabulary (), kind, i)->label_en, label))
      return dolen_vocabulary_term (test_vocabulary (), kind, i);
  return NULL;
}

/* What is nearly the same: related closely, in the vocabulary. */
static gboolean
says_nearly (const DolenTag *tag, const DolenTerm *term)
{
  guint n = 0;
  const DolenRelated *related
      = dolen_vocabulary_related (test_vocabulary (), term->kind, term->index, &n);

  for (guint r = 0; r < n; r++)
    if (related[r].weight >= 60
        && says (
            tag, dolen_vocabulary_term (test_vocabulary (), term->kind, related[r].index), TRUE))
      return TRUE;
  return FALSE;
}

/* A plain yes to a wish rests on a tag of the record, of the thing or of what is a kind of it, or
 * nearly the same. */
static void
check_wish (const DolenService *service, DolenTermKind kind, const DolenReason *reason)
{
  const DolenTerm *term = term_of_label (kind, reason->short_text);
  gboolean some = FALSE;

  if (reason->verdict != DOLEN_VERDICT_YES)
    return;
  held[reason->criterion]++;
  g_assert_nonnull (term);
  for (guint t = 0; t < service->tags->len && !some; t++) {
    const DolenTag *tag = g_ptr_array_index (service->tags, t);

    some = says (tag, term, TRUE) || says_nearly (tag, term);
  }
  if (!some)
    g_error ("%s: no tag says so: %s", service->name.en, reason->text);
}

static void
check (const DolenService *service, const DolenProfile *profile, const DolenReason *reason)
{
  g_assert_cmpint (g_utf8_strlen (reason->text, -1), <=, LONGEST);
  g_assert_null (strchr (reason->text, '\n'));
  check_quote (service, reason);
  check_confirmed (service, reason);
  switch (reason->criterion) {
  case DOLEN_CRITERION_INTEREST:
    check_wish (service, DOLEN_TERM_INTEREST, reason);
    break;
  case DOLEN_CRITERION_NEED:
    check_wish (service, DOLEN_TERM_NEED, reason);
    break;
  case DOLEN_CRITERION_AGE:
    check_age (service, profile, reason);
    break;
  case DOLEN_CRITERION_DISTANCE:
    check_distance (service, profile, reason);
    break;
  case DOLEN_CRITERION_CAPACITY:
    check_capacity (service, reason);
    break;
  case DOLEN_CRITERION_COST:
    check_cost (service, profile, reason);
    break;
  default:
    break;
  }
}

static void
check_story (DolenFacts *facts, const GPtrArray *services, const DolenProfile *profile)
{
  for (guint i = 0; i < facts->n; i++) {
    const DolenService *service = g_ptr_array_index (services, i);
    g_autoptr (GPtrArray) reasons = dolen_reasons_new (
        facts, profile, i, service, DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_KM);

    for (guint r = 0; r < reasons->len; r++)
      check (service, profile, g_ptr_array_index (reasons, r));
  }
}

static void
test_every_reason_is_true_of_the_record (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("DOLEN_DATA_DIR"), "sample", "directory.json", NULL);
  g_autoptr (DolenDirectory) dir = test_import_feed (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenFacts) facts
             = dolen_facts_new (dolen_directory_get_db (dir), test_vocabulary (), NULL, &error);
  g_autoptr (GPtrArray) services
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_service_free);

  g_assert_no_error (error);
  for (guint i = 0; i < facts->n; i++) {
    char uid[DOLEN_FACTS_UID_SIZE];

    g_ptr_array_add (services,
                     dolen_directory_get_service (dir, dolen_facts_uid (facts, i, uid), &error));
    g_assert_no_error (error);
  }
  for (gsize s = 0; s < G_N_ELEMENTS (stories); s++) {
    g_autoptr (DolenProfile) profile = read_story (stories[s]);

    g_test_message ("%s", stories[s]);
    check_story (facts, services, profile);
  }
  /* None of the readings above was idle. */
  g_test_message ("%u quotes, %u confirmations", quotes, confirmed);
  g_assert_cmpuint (quotes, >, 100);
  g_assert_cmpuint (confirmed, >, 100);
  g_assert_cmpuint (held[DOLEN_CRITERION_INTEREST], >, 20);
  g_assert_cmpuint (held[DOLEN_CRITERION_NEED], >, 20);
  g_assert_cmpuint (held[DOLEN_CRITERION_AGE], >, 100);
  g_assert_cmpuint (held[DOLEN_CRITERION_DISTANCE], >, 500);
  g_assert_cmpuint (held[DOLEN_CRITERION_CAPACITY], >, 100);
  g_assert_cmpuint (held[DOLEN_CRITERION_COST], >, 100);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/reasons-true/sample", test_every_reason_is_true_of_the_record);
  return g_test_run ();
}

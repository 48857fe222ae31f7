/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-read-values.h"

#include "base/dolen-time.h"
#include "format/dolen-json-value.h"

#include <string.h>

/* Our own keys, as data/sample/README.md describes them. */

/* The word of a list of ours; one that is not on it is counted. */
static void
check_code (DolenReadContext *context, const char *key, const char *given, const char *read)
{
  if (given && g_strcmp0 (given, read) != 0)
    dolen_read_odd (context, DOLEN_ODDITY_OFF_LIST_VALUE, key, given);
}

static DolenToldBy
read_told_by (DolenReadContext *context, json_object *item, const char *key)
{
  g_autofree char *code = dolen_read_line (context, item, key);
  DolenToldBy told_by = dolen_told_by_from_code (code);

  check_code (context, key, code, dolen_told_by_code (told_by));
  return told_by;
}

static void
read_capacity (DolenReadContext *context,
               json_object *item,
               const char *owner,
               DolenService *service)
{
  DolenCapacity *capacity = dolen_capacity_new ();
  g_autofree char *status = dolen_read_line (context, item, "status");

  capacity->uid = dolen_read_uid (context, "capacity", owner, service->capacities->len);
  capacity->status = dolen_capacity_status_from_code (status);
  check_code (context, "x_dolen_capacity", status, dolen_capacity_status_code (capacity->status));
  capacity->places_free = dolen_json_get_int (item, "places_free");
  capacity->places_total = dolen_json_get_int (item, "places_total");
  capacity->wait_weeks_from = dolen_json_get_int (item, "wait_weeks_from");
  capacity->wait_weeks_to = dolen_json_get_int (item, "wait_weeks_to");
  capacity->returns_on = dolen_read_date (context, item, "returns_on", DOLEN_SHIFT_DAYS);
  capacity->note = dolen_read_line (context, item, "note");
  capacity->as_of = dolen_read_past_date (context, item, "as_of");
  capacity->source = read_told_by (context, item, "source");
  capacity->told_by = dolen_read_line (context, item, "by");
  if (!capacity->as_of && dolen_json_get (item, "as_of")) {
    dolen_capacity_free (capacity);
    return;
  }
  if (!capacity->as_of)
    capacity->as_of = g_strdup (context->today);
  g_ptr_array_add (service->capacities, capacity);
}

/* "access, cost" of ["access", "cost"], without blanks. */
static char *
join_facts (json_object *facts)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < dolen_json_length (facts); i++) {
    g_autofree char *fact = dolen_json_text (dolen_json_at (facts, i));
    if (fact)
      g_string_append_printf (joined, "%s%s", joined->len ? "," : "", fact);
  }
  return joined->len ? g_strdup (joined->str) : NULL;
}

/* Its uid is of what it says: in whatever order they come, each is the same one again. */
static char *
uid_of_confirmation (DolenReadContext *context,
                     const char *owner,
                     const DolenConfirmation *confirmation)
{
  g_autofree char *said = g_strjoin ("/",
                                     owner,
                                     confirmation->on,
                                     dolen_told_by_code (confirmation->how),
                                     confirmation->by != NULL ? confirmation->by : "",
                                     confirmation->confirmed != NULL ? confirmation->confirmed : "",
                                     NULL);

  return dolen_read_uid_of (context, "confirmation", said);
}

static gboolean
is_known (const DolenService *service, const char *uid)
{
  for (guint i = 0; i < service->confirmations->len; i++)
    if (g_str_equal (((DolenConfirmation *) service->confirmations->pdata[i])->uid, uid))
      return TRUE;
  return FALSE;
}

static void
read_confirmation (DolenReadContext *context,
                   json_object *item,
                   const char *owner,
                   DolenService *service)
{
  g_autofree char *outcome = dolen_read_line (context, item, "outcome");
  g_autofree char *on = dolen_read_past_date (context, item, "on");
  DolenConfirmation *confirmation;

  /* Who left a message was told nothing. */
  if (!on || (outcome && strcmp (outcome, "reached") != 0))
    return;
  confirmation = dolen_confirmation_new ();
  confirmation->on = g_steal_pointer (&on);
  confirmation->how = read_told_by (context, item, "how");
  confirmation->by = dolen_read_line (context, item, "by");
  confirmation->confirmed = join_facts (dolen_json_get (item, "facts"));
  confirmation->uid = uid_of_confirmation (context, owner, confirmation);
  if (is_known (service, confirmation->uid))
    dolen_confirmation_free (confirmation);
  else
    g_ptr_array_add (service->confirmations, confirmation);
}

static void
read_access (DolenReadContext *context, json_object *record, DolenService *service)
{
  static const struct {
    const char *code;
    DolenAccess access;
  } WORDS[] = { { "drop-in", DOLEN_ACCESS_DROP_IN },
                { "self-referral", DOLEN_ACCESS_SELF_REFERRAL },
                { "referral", DOLEN_ACCESS_PROFESSIONAL_REFERRAL },
                { "appointment", DOLEN_ACCESS_APPOINTMENT },
                { "membership", DOLEN_ACCESS_MEMBERSHIP } };
  json_object *list = dolen_json_get (record, "x_dolen_access");

  for (guint i = 0; i < dolen_json_length (list); i++) {
    g_autofree char *code = dolen_json_text (dolen_json_at (list, i));
    gsize word = 0;
    while (word < G_N_ELEMENTS (WORDS) && g_strcmp0 (WORDS[word].code, code) != 0)
      word++;
    if (word < G_N_ELEMENTS (WORDS))
      service->access |= WORDS[word].access;
    else
      dolen_read_odd (context, DOLEN_ODDITY_OFF_LIST_VALUE, "x_dolen_access", code);
  }
}

static void
read_attending (DolenReadContext *context, json_object *record, DolenService *service)
{
  static const struct {
    const char *code;
    DolenAttending attending;
  } WORDS[] = { { "venue", DOLEN_ATTENDING_VENUE },
                { "phone", DOLEN_ATTENDING_PHONE },
                { "online", DOLEN_ATTENDING_ONLINE },
                { "home-visit", DOLEN_ATTENDING_HOME_VISIT } };
  json_object *list = dolen_json_get (record, "x_dolen_attending");

  for (guint i = 0; i < dolen_json_length (list); i++) {
    g_autofree char *code = dolen_json_text (dolen_json_at (list, i));
    gsize word = 0;
    while (word < G_N_ELEMENTS (WORDS) && g_strcmp0 (WORDS[word].code, code) != 0)
      word++;
    if (word < G_N_ELEMENTS (WORDS))
      service->attending |= WORDS[word].attending;
    else
      dolen_read_odd (context, DOLEN_ODDITY_OFF_LIST_VALUE, "x_dolen_attending", code);
  }
}

static void
read_tag (DolenReadContext *context, json_object *item, DolenService *service)
{
  g_autofree char *kind = dolen_read_line (context, item, "kind");
  g_autofree char *state = dolen_read_line (context, item, "state");
  g_autofree char *value = dolen_read_line (context, item, "value");
  g_autofree char *code = dolen_read_line (context, item, "code");
  DolenTag *tag;

  if (!code)
    return;
  tag = dolen_tag_new ();
  tag->kind = dolen_tag_kind_from_code (kind);
  check_code (context, "x_dolen_tags", kind, dolen_tag_kind_code (tag->kind));
  tag->scheme = g_strdup ("dolen");
  tag->code = g_steal_pointer (&code);
  tag->value = g_strcmp0 (value, "no") != 0 && g_strcmp0 (value, "false") != 0;
  tag->state = state ? dolen_tag_state_from_code (state) : DOLEN_TAG_PROPOSED;
  check_code (context, "x_dolen_tags", state, dolen_tag_state_code (tag->state));
  g_ptr_array_add (service->tags, tag);
}

/* "none" is what the group was asked for and does not have. */
static gboolean
read_assurance_state (const char *code, DolenAssuranceState *state)
{
  gboolean none = g_strcmp0 (code, "none") == 0;

  *state = none ? DOLEN_ASSURANCE_NOT_THERE : dolen_assurance_state_from_code (code);
  return none || g_strcmp0 (code, dolen_assurance_state_code (*state)) == 0;
}

static void
read_assurance (DolenReadContext *context,
                json_object *item,
                const char *owner,
                DolenOrganisation *organisation)
{
  g_autofree char *what = dolen_json_get_line (item, "check");
  g_autofree char *code = dolen_json_get_line (item, "state");
  DolenAssuranceState state = DOLEN_ASSURANCE_TOLD;
  DolenAssurance *check;

  if (what == NULL || !read_assurance_state (code, &state)) {
    dolen_read_odd (context, DOLEN_ODDITY_OFF_LIST_VALUE, "x_dolen_assurance", code);
    return;
  }
  check = dolen_assurance_new ();
  check->uid = dolen_read_uid (context, "assurance", owner, organisation->checks->len);
  check->what = g_steal_pointer (&what);
  check->state = state;
  check->seen_on = dolen_read_past_date (context, item, "on");
  check->expires_on = dolen_read_date (context, item, "expires_on", DOLEN_SHIFT_DAYS);
  check->evidence = dolen_read_line (context, item, "note");
  check->by = dolen_read_line (context, item, "by");
  g_ptr_array_add (organisation->checks, check);
}

void
dolen_read_organisation_own (DolenReadContext *context,
                             json_object *record,
                             const char *owner,
                             DolenOrganisation *organisation)
{
  json_object *assurance = dolen_json_get (record, "x_dolen_assurance");

  organisation->volunteer_run = dolen_json_get_flag (record, "x_dolen_volunteer_run");
  organisation->covered_by_parent = dolen_json_get_flag (record, "x_dolen_covered_by_parent");
  for (guint i = 0; i < dolen_json_length (assurance); i++)
    read_assurance (context, dolen_json_at (assurance, i), owner, organisation);
}

static void
read_gender (json_object *record, DolenService *service)
{
  g_autofree char *gender = dolen_json_get_line (record, "x_dolen_gender");

  if (!gender)
    return;
  g_free (service->gender);
  service->gender = g_strdup (strcmp (gender, "women") == 0 ? "female"
                              : strcmp (gender, "men") == 0 ? "male"
                                                            : gender);
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const DolenCapacity *x = *(DolenCapacity *const *) a, *y = *(DolenCapacity *const *) b;

  return g_strcmp0 (y->as_of, x->as_of);
}

void
dolen_read_service_own (DolenReadContext *context,
                        json_object *record,
                        const char *owner,
                        DolenService *service)
{
  json_object *capacities = dolen_json_get (record, "x_dolen_capacity");
  json_object *confirmed = dolen_json_get (record, "x_dolen_confirmed");
  json_object *tags = dolen_json_get (record, "x_dolen_tags");

  for (guint i = 0; i < dolen_json_length (capacities); i++)
    read_capacity (context, dolen_json_at (capacities, i), owner, service);
  g_ptr_array_sort (service->capacities, newest_first);
  for (guint i = 0; i < dolen_json_length (confirmed); i++)
    read_confirmation (context, dolen_json_at (confirmed, i), owner, service);
  for (guint i = 0; i < dolen_json_length (tags); i++)
    read_tag (context, dolen_json_at (tags, i), service);
  read_access (context, record, service);
  read_attending (context, record, service);
  read_gender (record, service);
}

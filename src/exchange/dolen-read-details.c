/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-read-values.h"

#include "base/dolen-text.h"
#include "format/dolen-json-value.h"
#include "language/dolen-language-names.h"

#include <string.h>

/* Lists that hang on a service in every dialect: costs, languages, areas, funding, foreign tags,
 * and how one comes to it. */

void
dolen_read_costs (DolenReadContext *context,
                  json_object *list,
                  const char *owner,
                  DolenService *service)
{
  for (guint i = 0; i < dolen_json_length (list); i++) {
    json_object *item = dolen_json_at (list, i);
    json_object *amount = dolen_json_get (item, "amount");
    g_autofree char *currency = NULL;
    DolenCost *cost;
    if (!json_object_is_type (item, json_type_object))
      continue;
    cost = dolen_cost_new ();
    cost->uid = dolen_read_uid (context, "cost", owner, service->costs->len);
    cost->option = dolen_read_line (context, item, "option");
    cost->amount_given = dolen_json_get_line (item, "amount");
    cost->pence = dolen_json_pence (amount);
    if (cost->amount_given && cost->pence < 0)
      dolen_read_odd (context, DOLEN_ODDITY_AMOUNT_NOT_A_NUMBER, "amount", cost->amount_given);
    currency = dolen_json_get_line (item, "currency");
    cost->currency = currency ? g_ascii_strup (currency, -1) : g_strdup ("GBP");
    cost->description = dolen_read_line (context, item, "amount_description");
    cost->valid_from = dolen_read_date (context, item, "valid_from", DOLEN_SHIFT_WEEKS);
    cost->valid_to = dolen_read_date (context, item, "valid_to", DOLEN_SHIFT_WEEKS);
    if (!cost->option && !cost->amount_given && !cost->description) {
      dolen_cost_free (cost);
      continue;
    }
    g_ptr_array_add (service->costs, cost);
  }
}

static char *
language_code (json_object *item, const char *name)
{
  g_autofree char *given = dolen_json_get_line (item, "code");
  DolenLanguage language;

  if (given && dolen_language_from_code (given, &language))
    return g_strdup (dolen_language_code (language));
  if (given)
    return g_ascii_strdown (given, -1);
  return g_strdup (dolen_language_code_of_name (name));
}

void
dolen_read_languages (DolenReadContext *context, json_object *list, DolenService *service)
{
  for (guint i = 0; i < dolen_json_length (list); i++) {
    json_object *item = dolen_json_at (list, i);
    DolenLanguageOffered *language = dolen_language_offered_new ();
    gboolean known = FALSE;
    if (json_object_is_type (item, json_type_object)) {
      language->name = dolen_read_line (context, item, "name");
      if (!language->name)
        language->name = dolen_json_get_line (item, "language");
      language->note = dolen_read_line (context, item, "note");
    } else {
      language->name = dolen_json_text (item);
    }
    language->code = language_code (item, language->name);
    for (guint j = 0; j < service->languages->len && language->code; j++) {
      const DolenLanguageOffered *other = service->languages->pdata[j];
      known |= g_strcmp0 (other->code, language->code) == 0;
    }
    /* ORUK 3.0 lost both name and code of a language: nothing is left to read. */
    if ((!language->code && !language->name) || known)
      dolen_language_offered_free (language);
    else
      g_ptr_array_add (service->languages, language);
  }
}

void
dolen_read_areas (DolenReadContext *context, json_object *list, DolenService *service)
{
  g_autoptr (GString) areas = g_string_new (service->areas);

  for (guint i = 0; i < dolen_json_length (list); i++) {
    json_object *item = dolen_json_at (list, i);
    g_autofree char *name = dolen_json_get_line (item, "name");
    if (!name)
      name = dolen_json_get_line (item, "service_area");
    if (!name)
      name = dolen_json_get_line (item, "description");
    if (!name && json_object_is_type (item, json_type_string))
      name = dolen_json_text (item);
    if (!name || strstr (areas->str, name))
      continue;
    if (areas->len)
      g_string_append_c (areas, '\n');
    g_string_append (areas, name);
  }
  g_free (service->areas);
  service->areas = areas->len ? g_strdup (areas->str) : NULL;
}

static void
add_funding (
    DolenReadContext *context, json_object *item, const char *owner, gboolean ours, GPtrArray *list)
{
  DolenFunding *funding = dolen_funding_new ();

  funding->funder = dolen_read_line (context, item, ours ? "funder" : "source");
  if (!funding->funder && json_object_is_type (item, json_type_string))
    funding->funder = dolen_json_text (item);
  funding->source = DOLEN_TOLD_BY_FEED;
  if (ours) {
    funding->kind = dolen_read_line (context, item, "kind");
    funding->amount_band = dolen_read_line (context, item, "amount_band");
    funding->starts_on = dolen_read_date (context, item, "starts_on", DOLEN_SHIFT_DAYS);
    funding->ends_on = dolen_read_date (context, item, "ends_on", DOLEN_SHIFT_DAYS);
    funding->evidence = dolen_read_line (context, item, "evidence");
  }
  if (!funding->funder && !funding->kind) {
    dolen_funding_free (funding);
    return;
  }
  funding->uid = dolen_read_uid (context, "funding", owner, list->len);
  g_ptr_array_add (list, funding);
}

void
dolen_read_funding (DolenReadContext *context,
                    json_object *holder,
                    const char *owner,
                    GPtrArray *funding)
{
  json_object *feed = dolen_json_get_any (holder, "funding", "fundings", NULL);
  json_object *ours = dolen_json_get (holder, "x_dolen_funding");

  for (guint i = 0; i < dolen_json_length (feed); i++)
    add_funding (context, dolen_json_at (feed, i), owner, FALSE, funding);
  for (guint i = 0; i < dolen_json_length (ours); i++)
    add_funding (context, dolen_json_at (ours, i), owner, TRUE, funding);
}

void
dolen_read_tag (DolenService *service, const char *scheme, const char *code, const char *name)
{
  DolenTag *tag;

  if (!code && !name)
    return;
  for (guint i = 0; i < service->tags->len; i++) {
    const DolenTag *other = service->tags->pdata[i];
    if (other->kind == DOLEN_TAG_OTHER && g_strcmp0 (other->scheme, scheme) == 0
        && g_strcmp0 (other->code, code ? code : name) == 0)
      return;
  }
  tag = dolen_tag_new ();
  tag->kind = DOLEN_TAG_OTHER;
  tag->scheme = g_strdup (scheme);
  tag->code = g_strdup (code ? code : name);
  tag->value = TRUE;
  tag->state = DOLEN_TAG_PROPOSED;
  tag->words = g_strdup (name);
  g_ptr_array_add (service->tags, tag);
}

static gboolean
holds (const char *words, const char *word)
{
  return strstr (words, word) != NULL;
}

void
dolen_read_access_words (DolenReadContext *context, const char *words, DolenService *service)
{
  static const char *const LIST[] = { "referral", "appointment", "membership", "drop-in", NULL };
  g_autofree char *lower = g_utf8_strdown (words, -1);

  if (holds (lower, "drop"))
    service->access |= DOLEN_ACCESS_DROP_IN;
  if (holds (lower, "appoint"))
    service->access |= DOLEN_ACCESS_APPOINTMENT;
  if (holds (lower, "member"))
    service->access |= DOLEN_ACCESS_MEMBERSHIP;
  if (holds (lower, "self"))
    service->access |= DOLEN_ACCESS_SELF_REFERRAL;
  else if (holds (lower, "referral") || holds (lower, "professional"))
    service->access |= DOLEN_ACCESS_PROFESSIONAL_REFERRAL;
  if (!g_strv_contains (LIST, lower))
    dolen_read_odd (context, DOLEN_ODDITY_OFF_LIST_VALUE, "attending_access", words);
}

void
dolen_read_attending_words (DolenReadContext *context,
                            const char *words,
                            gboolean from_list,
                            DolenService *service)
{
  static const char *const LIST[] = { "phone", "online", "venue", "home visit", NULL };
  g_autofree char *lower = g_utf8_strdown (words, -1);

  if (holds (lower, "phone"))
    service->attending |= DOLEN_ATTENDING_PHONE;
  if (holds (lower, "online") || holds (lower, "video") || holds (lower, "remote"))
    service->attending |= DOLEN_ATTENDING_ONLINE;
  if (holds (lower, "venue") || holds (lower, "in-person") || holds (lower, "in person"))
    service->attending |= DOLEN_ATTENDING_VENUE;
  if (holds (lower, "home visit") || g_strcmp0 (lower, "home") == 0)
    service->attending |= DOLEN_ATTENDING_HOME_VISIT;
  if (from_list && !g_strv_contains (LIST, lower))
    dolen_read_odd (context, DOLEN_ODDITY_OFF_LIST_VALUE, "attending_type", words);
}

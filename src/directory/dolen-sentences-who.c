/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-sentences.h"

#include "language/dolen-language-names.h"

#include <string.h>

const char *
dolen_sentence_governance (DolenLanguage language, DolenGovernance governance)
{
  switch (governance) {
  case DOLEN_GOVERNANCE_CONSTITUTED_GROUP:
    /* Translators: what a group (grŵp, m) is in law: it has a written constitution. */
    return dolen_text (language, "Constituted group");
  case DOLEN_GOVERNANCE_INFORMAL_GROUP:
    /* Translators: what a group (grŵp, m) is in law: nothing written. */
    return dolen_text (language, "Informal group");
  case DOLEN_GOVERNANCE_UNINCORPORATED_ASSOCIATION:
    return dolen_text (language, "Unincorporated association");
  case DOLEN_GOVERNANCE_TRUST:
    /* Translators: ymddiriedolaeth (f): a trust, perhaps a charitable one. */
    return dolen_text (language, "Trust");
  case DOLEN_GOVERNANCE_CIO:
    /* Translators: in Welsh SCE, Sefydliad Corfforedig Elusennol. */
    return dolen_text (language, "Charitable incorporated organisation (CIO)");
  case DOLEN_GOVERNANCE_CHARITABLE_COMPANY:
    return dolen_text (language, "Charitable company");
  case DOLEN_GOVERNANCE_CIC:
    /* Translators: in Welsh CBC, Cwmni Buddiannau Cymunedol. */
    return dolen_text (language, "Community interest company (CIC)");
  case DOLEN_GOVERNANCE_REGISTERED_SOCIETY:
    /* Translators: a co-operative or community benefit society. */
    return dolen_text (language, "Registered society");
  case DOLEN_GOVERNANCE_FAITH_BODY:
    /* Translators: a church, chapel, mosque ... */
    return dolen_text (language, "Faith body");
  case DOLEN_GOVERNANCE_COMMUNITY_COUNCIL:
    return dolen_text (language, "Community council");
  case DOLEN_GOVERNANCE_STATUTORY:
    /* Translators: a body of the state: council, health board. */
    return dolen_text (language, "Statutory body");
  case DOLEN_GOVERNANCE_PRIVATE:
    return dolen_text (language, "Private business");
  case DOLEN_GOVERNANCE_BRANCH:
    return dolen_text (language, "Branch of a larger body");
  case DOLEN_GOVERNANCE_CHARITABLE_TRUST:
    return dolen_text (language, "Charitable trust");
  case DOLEN_GOVERNANCE_COMPANY_BY_GUARANTEE:
    /* Translators: a company (cwmni, m) without shares that is no charity. */
    return dolen_text (language, "Company limited by guarantee");
  case DOLEN_GOVERNANCE_COMMUNITY_BENEFIT_SOCIETY:
    return dolen_text (language, "Community benefit society");
  case DOLEN_GOVERNANCE_COOPERATIVE:
    return dolen_text (language, "Co-operative society");
  case DOLEN_GOVERNANCE_UNKNOWN:
  default:
    return "";
  }
}

char *
dolen_sentence_ages (DolenLanguage language, int minimum, int maximum)
{
  if (minimum > 0 && maximum > 0)
    /* Translators: whom a service is for, in years of age. */
    return g_strdup_printf (dolen_text (language, "Ages %1$d to %2$d"), minimum, maximum);
  if (minimum > 0)
    /* Translators: whom a service is for: years of age. */
    return g_strdup_printf (dolen_text (language, "%d and over"), minimum);
  if (maximum > 0)
    /* Translators: whom a service is for: years of age. */
    return g_strdup_printf (dolen_text (language, "Up to age %d"), maximum);
  return g_strdup ("");
}

static void
append (GString *list, const char *text)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", text);
}

const char *
dolen_sentence_gender (DolenLanguage language, const char *gender)
{
  if (g_strcmp0 (gender, "female") == 0)
    /* Translators: whom a group is for, in a list behind a colon */
    return dolen_text (language, "women");
  if (g_strcmp0 (gender, "male") == 0)
    /* Translators: whom a group is for, in a list behind a colon */
    return dolen_text (language, "men");
  return "";
}

char *
dolen_sentence_whom (DolenLanguage language, const DolenService *service)
{
  g_autofree char *ages
      = dolen_sentence_ages (language, service->minimum_age, service->maximum_age);
  const char *gender = dolen_sentence_gender (language, service->gender);

  return g_strconcat (ages, *ages != '\0' && *gender != '\0' ? "; " : "", gender, NULL);
}

char *
dolen_sentence_access (DolenLanguage language, DolenAccess access)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (access & DOLEN_ACCESS_DROP_IN)
    /* Translators: how one comes to a group. */
    append (list, dolen_text (language, "drop in"));
  if (access & DOLEN_ACCESS_APPOINTMENT)
    /* Translators: how one comes to a group. */
    append (list, dolen_text (language, "by appointment"));
  if (access & DOLEN_ACCESS_MEMBERSHIP)
    /* Translators: how one comes to a group. */
    append (list, dolen_text (language, "for members"));
  if (access & DOLEN_ACCESS_SELF_REFERRAL)
    /* Translators: how one comes to a group: the person asks for themselves. */
    append (list, dolen_text (language, "refer yourself"));
  if (access & DOLEN_ACCESS_PROFESSIONAL_REFERRAL)
    /* Translators: how one comes to a group: a worker or doctor refers the person. */
    append (list, dolen_text (language, "by referral"));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

char *
dolen_sentence_attending (DolenLanguage language, DolenAttending attending)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if ((attending & DOLEN_ATTENDING_VENUE) && attending != DOLEN_ATTENDING_VENUE)
    /* Translators: where a service happens: people come to a place. */
    append (list, dolen_text (language, "in person"));
  if (attending & DOLEN_ATTENDING_PHONE)
    append (list, dolen_text (language, "by telephone"));
  if (attending & DOLEN_ATTENDING_ONLINE)
    /* Translators: where a service happens. */
    append (list, dolen_text (language, "online"));
  if (attending & DOLEN_ATTENDING_HOME_VISIT)
    /* Translators: where a service happens: somebody comes to the person. */
    append (list, dolen_text (language, "at home"));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

char *
dolen_sentence_language (DolenLanguage language, const char *code, const char *name)
{
  const char *ours = dolen_language_name (language, code);
  DolenLanguage known;

  if (ours == NULL && dolen_language_from_code (code, &known))
    ours = dolen_language_name (language, dolen_language_code (known));
  if (ours != NULL)
    return g_strdup (ours);
  return g_strdup (name != NULL ? name : code != NULL ? code : "");
}

char *
dolen_sentence_languages (DolenLanguage language, const GPtrArray *languages)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < languages->len; i++) {
    const DolenLanguageOffered *offered = g_ptr_array_index (languages, i);
    g_autofree char *name = dolen_sentence_language (language, offered->code, offered->name);

    if (*name != '\0')
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
  }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* "Sensory Impaired>Visually Impaired" is the narrower of the two. */
static char *
narrowest (const char *label)
{
  const char *last = strrchr (label, '>');

  return g_strstrip (g_strdup (last != NULL ? last + 1 : label));
}

char *
dolen_sentence_audience (const GPtrArray *tags)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tags->len; i++) {
    const DolenTag *tag = tags->pdata[i];
    g_autofree char *label = NULL;

    if (tag->kind != DOLEN_TAG_OTHER || tag->state == DOLEN_TAG_REJECTED || !tag->value
        || (g_strcmp0 (tag->scheme, "audience") != 0
            && g_strcmp0 (tag->scheme, "oruk-eligibility") != 0))
      continue;
    label = narrowest (tag->words != NULL ? tag->words : tag->code);
    if (*label != '\0' && !g_ptr_array_find_with_equal_func (labels, label, g_str_equal, NULL))
      g_ptr_array_add (labels, g_steal_pointer (&label));
  }
  g_ptr_array_add (labels, NULL);
  return g_strjoinv (", ", (char **) labels->pdata);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-assurance-account.h"

#include "language/dolen-calendar.h"

static gboolean
has_ended (const DolenAssurance *record, const char *today)
{
  return record->expires_on != NULL && g_strcmp0 (record->expires_on, today) < 0;
}

static DolenAssuranceStanding
get_standing (const DolenAssurance *record, const char *today)
{
  if (record == NULL)
    return DOLEN_STANDING_NOT_ASKED;
  switch (record->state) {
  case DOLEN_ASSURANCE_NOT_THERE:
    return DOLEN_STANDING_NOT_THERE;
  case DOLEN_ASSURANCE_NOT_NEEDED:
    return DOLEN_STANDING_NOT_NEEDED;
  case DOLEN_ASSURANCE_SEEN:
    return has_ended (record, today) ? DOLEN_STANDING_LAPSED : DOLEN_STANDING_SEEN;
  case DOLEN_ASSURANCE_TOLD:
  default:
    return has_ended (record, today) ? DOLEN_STANDING_LAPSED : DOLEN_STANDING_TOLD;
  }
}

static gboolean
holds (const DolenAssurance *record, const char *today)
{
  DolenAssuranceStanding standing = get_standing (record, today);

  return standing == DOLEN_STANDING_SEEN || standing == DOLEN_STANDING_TOLD;
}

/* A branch's own record stands before the larger body's, unless only that one holds. */
static void
fill_line (DolenAssuranceLine *line,
           const DolenOrganisation *organisation,
           const DolenOrganisation *parent,
           const char *today)
{
  const DolenAssurance *shared = NULL;

  line->record = dolen_organisation_get_check (organisation, line->check);
  if (parent != NULL && organisation->covered_by_parent)
    shared = dolen_organisation_get_check (parent, line->check);
  if (shared != NULL && holds (shared, today)
      && (line->record == NULL || get_standing (line->record, today) == DOLEN_STANDING_LAPSED)) {
    line->record = shared;
    line->from_parent = TRUE;
  }
  line->standing = get_standing (line->record, today);
}

static gboolean
is_of_rules (const DolenAssuranceRules *rules, const char *check)
{
  return g_strv_contains (dolen_assurance_rules_list (rules), check);
}

static void
add_line (GPtrArray *lines, const DolenAssuranceLine *line)
{
  if (line->level != DOLEN_ASSURANCE_NOT_ASKED || line->record != NULL)
    g_ptr_array_add (lines, g_memdup2 (line, sizeof *line));
}

GPtrArray *
dolen_assurance_lines (const DolenAssuranceRules *rules,
                       const DolenOrganisation *organisation,
                       const DolenOrganisation *parent,
                       DolenActivities activities,
                       const char *today)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const char *const *checks = dolen_assurance_rules_list (rules);

  for (guint i = 0; checks[i] != NULL; i++) {
    DolenAssuranceLine line = { .check = checks[i] };

    line.level = dolen_assurance_level (rules, organisation->governance, activities, checks[i]);
    fill_line (&line, organisation, parent, today);
    add_line (lines, &line);
  }
  for (guint i = 0; i < organisation->checks->len; i++) {
    const DolenAssurance *record = g_ptr_array_index (organisation->checks, i);
    DolenAssuranceLine line = { .check = record->what };

    if (is_of_rules (rules, record->what))
      continue;
    fill_line (&line, organisation, parent, today);
    add_line (lines, &line);
  }
  return lines;
}

/* "insurance (to May 2027), safeguarding policy" of those lines for which @wanted. */
static char *
join (const DolenAssuranceRules *rules,
      const GPtrArray *lines,
      gboolean (*wanted) (const DolenAssuranceLine *line),
      DolenLanguage language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const DolenAssuranceLine *line = g_ptr_array_index (lines, i);
    const char *name = dolen_assurance_check_name (rules, line->check, language);
    g_autofree char *end = NULL;

    if (!wanted (line))
      continue;
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name);
    if (line->record == NULL || line->record->expires_on == NULL)
      continue;
    end = dolen_format_date_as (language, line->record->expires_on, DOLEN_DATE_MONTH);
    g_string_append (text, " (");
    /* Translators: until which month a policy or cover holds or held: "to May 2027". */
    g_string_append_printf (text, dolen_text (language, "to %s"), end);
    g_string_append_c (text, ')');
  }
  return g_string_free (text, FALSE);
}

static gboolean
is_seen (const DolenAssuranceLine *line)
{
  return line->standing == DOLEN_STANDING_SEEN && !line->from_parent;
}

static gboolean
is_told (const DolenAssuranceLine *line)
{
  return line->standing == DOLEN_STANDING_TOLD && !line->from_parent;
}

static gboolean
is_shared (const DolenAssuranceLine *line)
{
  return line->from_parent;
}

static gboolean
is_lapsed (const DolenAssuranceLine *line)
{
  return line->standing == DOLEN_STANDING_LAPSED;
}

static gboolean
is_not_there (const DolenAssuranceLine *line)
{
  return line->standing == DOLEN_STANDING_NOT_THERE;
}

static gboolean
is_missing (const DolenAssuranceLine *line)
{
  return line->standing == DOLEN_STANDING_NOT_ASKED && line->level == DOLEN_ASSURANCE_NEEDED;
}

static gboolean
is_not_asked (const DolenAssuranceLine *line)
{
  return line->standing == DOLEN_STANDING_NOT_ASKED && line->level == DOLEN_ASSURANCE_USEFUL;
}

static char *
frame (guint which, const char *list, DolenLanguage language)
{
  switch (which) {
  case 0:
    /* Translators: policies, covers and checks somebody has seen; a list follows. */
    return g_strdup_printf (dolen_text (language, "Seen: %s."), list);
  case 1:
    /* Translators: policies a group says that it has; nobody has seen them. */
    return g_strdup_printf (dolen_text (language, "They say that they have: %s."), list);
  case 2:
    /* Translators: policies and covers of the larger body that hold for its branch too. */
    return g_strdup_printf (dolen_text (language, "Shared by the larger body: %s."), list);
  case 3:
    /* Translators: policies and covers that have run out. */
    return g_strdup_printf (dolen_text (language, "Out of date: %s."), list);
  case 4:
    /* Translators: policies that were asked for; the group has none. */
    return g_strdup_printf (dolen_text (language, "Asked for and not there: %s."), list);
  case 5:
    /* Translators: policies that this kind of activity calls for; nobody has asked for them. */
    return g_strdup_printf (
        dolen_text (language, "Should be there for what they do, not seen yet: %s."), list);
  default:
    /* Translators: policies nobody has asked for yet; a list follows. */
    return g_strdup_printf (dolen_text (language, "Not asked: %s."), list);
  }
}

static char *
write_account (const DolenAssuranceRules *rules, const GPtrArray *lines, DolenLanguage language)
{
  static gboolean (*const wanted[]) (const DolenAssuranceLine *)
      = { is_seen, is_told, is_shared, is_lapsed, is_not_there, is_missing, is_not_asked };
  GString *account = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++) {
    g_autofree char *list = join (rules, lines, wanted[i], language);
    g_autofree char *sentence = NULL;

    if (*list == '\0')
      continue;
    if (account->len > 0)
      g_string_append_c (account, ' ');
    sentence = frame (i, list, language);
    g_string_append (account, sentence);
  }
  return g_string_free (account, FALSE);
}

char *
dolen_assurance_account (const DolenAssuranceRules *rules,
                         const DolenOrganisation *organisation,
                         const DolenOrganisation *parent,
                         DolenActivities activities,
                         const char *today,
                         DolenLanguage language)
{
  g_autoptr (GPtrArray) lines
             = dolen_assurance_lines (rules, organisation, parent, activities, today);
  char *account = write_account (rules, lines, language);

  if (*account != '\0' || organisation->governance == DOLEN_GOVERNANCE_STATUTORY
      || organisation->governance == DOLEN_GOVERNANCE_COMMUNITY_COUNCIL
      || organisation->governance == DOLEN_GOVERNANCE_UNKNOWN)
    return account;
  g_free (account);
  return g_strdup (dolen_text (language, "No papers are asked of a group like this."));
}

gboolean
dolen_assurance_is_missing (const DolenAssuranceRules *rules,
                            const DolenOrganisation *organisation,
                            const DolenOrganisation *parent,
                            DolenActivities activities,
                            const char *today)
{
  g_autoptr (GPtrArray) lines
             = dolen_assurance_lines (rules, organisation, parent, activities, today);

  for (guint i = 0; i < lines->len; i++) {
    const DolenAssuranceLine *line = g_ptr_array_index (lines, i);

    if (line->level == DOLEN_ASSURANCE_NEEDED
        && (line->standing == DOLEN_STANDING_NOT_ASKED || line->standing == DOLEN_STANDING_NOT_THERE
            || line->standing == DOLEN_STANDING_LAPSED))
      return TRUE;
  }
  return FALSE;
}

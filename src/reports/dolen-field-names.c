/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-field-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In the order of their names: looked up by halving. */
static const struct {
  const char *field;
  const char *name;
} names[] = {
  { "about", NC_ ("field of a record", "What groups ask for") },
  { "absences", NC_ ("field of a record", "Absences") },
  { "accepted_on", NC_ ("field of a record", "Accepted on") },
  { "address", NC_ ("field of a record", "Address") },
  { "age", NC_ ("field of a record", "Age") },
  { "answer", NC_ ("field of a record", "Answer") },
  { "answered_on", NC_ ("field of a record", "Answered on") },
  { "area", NC_ ("field of a record", "Council area") },
  { "at", NC_ ("field of a record", "Time") },
  { "attending_on", NC_ ("field of a record", "Attending since") },
  { "attends_often", NC_ ("field of a record", "Attends often") },
  { "avoid", NC_ ("field of a record", "Not to be used") },
  { "avoid_places", NC_ ("field of a record", "Places to avoid") },
  { "back_at", NC_ ("field of a record", "Back at") },
  { "barriers", NC_ ("field of a record", "What gets in the way") },
  { "bases", NC_ ("field of a record", "Lawful bases") },
  { "basis", NC_ ("field of a record", "Lawful basis") },
  { "by", NC_ ("field of a record", "By") },
  { "called", NC_ ("field of a record", "Called") },
  { "came_on", NC_ ("field of a record", "Came on") },
  { "cancelled_on", NC_ ("field of a record", "Cancelled on") },
  { "carer", NC_ ("field of a record", "Looks after somebody") },
  { "carry_on", NC_ ("field of a record", "What carries on afterwards") },
  { "choice", NC_ ("field of a record", "Choice of the plan") },
  { "closed", NC_ ("field of a record", "Closed on") },
  { "closed_by", NC_ ("field of a record", "Closed by") },
  { "closed_on", NC_ ("field of a record", "Closed on") },
  { "closing_note", NC_ ("field of a record", "Note at closing") },
  { "code", NC_ ("field of a record", "Code") },
  { "codes", NC_ ("field of a record", "Codes") },
  { "communication", NC_ ("field of a record", "What helps to follow") },
  { "completed_on", NC_ ("field of a record", "Completed on") },
  { "condition", NC_ ("field of a record", "Condition") },
  { "consent", NC_ ("field of a record", "Consent") },
  { "consent_by", NC_ ("field of a record", "Consent by") },
  { "consent_note", NC_ ("field of a record", "Note on consent") },
  { "consent_on", NC_ ("field of a record", "Consent on") },
  { "contacted_on", NC_ ("field of a record", "First contact tried on") },
  { "cost", NC_ ("field of a record", "Cost, pence") },
  { "cost_text", NC_ ("field of a record", "Cost as given") },
  { "created", NC_ ("field of a record", "Made on") },
  { "criterion", NC_ ("field of a record", "Rule") },
  { "currency", NC_ ("field of a record", "Currency") },
  { "date_of_birth", NC_ ("field of a record", "Date of birth") },
  { "days", NC_ ("field of a record", "Days they are free") },
  { "decided_on", NC_ ("field of a record", "Decided on") },
  { "declined_on", NC_ ("field of a record", "Declined on") },
  { "did_not_start_on", NC_ ("field of a record", "Did not start, on") },
  { "died_on", NC_ ("field of a record", "Died on") },
  { "disability", NC_ ("field of a record", "Limited in daily activities") },
  { "discussed_on", NC_ ("field of a record", "Discussed on") },
  { "discussed_with", NC_ ("field of a record", "Discussed with") },
  { "dislikes", NC_ ("field of a record", "Does not like") },
  { "district", NC_ ("field of a record", "Postcode district") },
  { "done_on", NC_ ("field of a record", "Done on") },
  { "due", NC_ ("field of a record", "Due on") },
  { "email", NC_ ("field of a record", "E-mail") },
  { "employment", NC_ ("field of a record", "Employment") },
  { "ended_by", NC_ ("field of a record", "Ended by") },
  { "ended_on", NC_ ("field of a record", "Ended on") },
  { "ending", NC_ ("field of a record", "How it ended") },
  { "ends_on", NC_ ("field of a record", "Ends on") },
  { "episode", NC_ ("field of a record", "Spell of support") },
  { "ethnicity", NC_ ("field of a record", "Ethnic group") },
  { "expected_back", NC_ ("field of a record", "Expected back") },
  { "feedback", NC_ ("field of a record", "Feedback expected") },
  { "feedback_by", NC_ ("field of a record", "Feedback expected by") },
  { "first", NC_ ("field of a record", "First score") },
  { "first_language", NC_ ("field of a record", "First language") },
  { "follow_up_told", NC_ ("field of a record", "Told of the follow-up") },
  { "former", NC_ ("field of a record", "Spell of support before it") },
  { "free_only", NC_ ("field of a record", "Free of charge only") },
  { "free_times", NC_ ("field of a record", "When they are free") },
  { "from", NC_ ("field of a record", "Counted from") },
  { "gender", NC_ ("field of a record", "Gender") },
  { "given_by", NC_ ("field of a record", "Given by") },
  { "given_on", NC_ ("field of a record", "Given on") },
  { "given_out", NC_ ("field of a record", "How it left Dolen") },
  { "goal", NC_ ("field of a record", "Goal") },
  { "goals", NC_ ("field of a record", "Goals") },
  { "goals_on", NC_ ("field of a record", "Goals set on") },
  { "going_along", NC_ ("field of a record", "Somebody goes along") },
  { "going_along_note", NC_ ("field of a record", "Note on going along") },
  { "group_size", NC_ ("field of a record", "Size of a group") },
  { "how", NC_ ("field of a record", "How") },
  { "in_error_on", NC_ ("field of a record", "Marked in error on") },
  { "incoming", NC_ ("field of a record", "Referral in") },
  { "info_asked_on", NC_ ("field of a record", "More information asked on") },
  { "info_come_on", NC_ ("field of a record", "Information came on") },
  { "info_wanted", NC_ ("field of a record", "Information asked for") },
  { "interests", NC_ ("field of a record", "Interests") },
  { "interim", NC_ ("field of a record", "For meanwhile") },
  { "interpreter", NC_ ("field of a record", "Interpreter") },
  { "involved", NC_ ("field of a record", "Who else is involved") },
  { "involved_until", NC_ ("field of a record", "We stay involved until") },
  { "kind", NC_ ("field of a record", "Kind") },
  { "language", NC_ ("field of a record", "Language") },
  { "language_asked_by", NC_ ("field of a record", "Language asked by") },
  { "language_asked_on", NC_ ("field of a record", "Language asked on") },
  { "language_spoken", NC_ ("field of a record", "Language to speak") },
  { "language_written", NC_ ("field of a record", "Language for letters") },
  { "languages", NC_ ("field of a record", "Languages they can use") },
  { "last_on", NC_ ("field of a record", "Date of the latest score") },
  { "latest", NC_ ("field of a record", "Latest score") },
  { "lead", NC_ ("field of a record", "Lead") },
  { "left_early_on", NC_ ("field of a record", "Left early on") },
  { "letter_on", NC_ ("field of a record", "Letter sent on") },
  { "level", NC_ ("field of a record", "Level of support") },
  { "lifted_by", NC_ ("field of a record", "Lifted by") },
  { "lifted_on", NC_ ("field of a record", "Lifted on") },
  { "lines", NC_ ("field of a record", "Lines shared") },
  { "links", NC_ ("field of a record", "Belongs to") },
  { "lives_alone", NC_ ("field of a record", "Lives alone") },
  { "max_km", NC_ ("field of a record", "How far, kilometres") },
  { "max_minutes", NC_ ("field of a record", "How long they can stay, minutes") },
  { "max_wait", NC_ ("field of a record", "Weeks they can wait") },
  { "may_return", NC_ ("field of a record", "May come back") },
  { "may_share", NC_ ("field of a record", "May be spoken to") },
  { "minutes", NC_ ("field of a record", "Minutes") },
  { "name", NC_ ("field of a record", "Name") },
  { "name_cy", NC_ ("field of a record", "Name in Welsh") },
  { "need_text", NC_ ("field of a record", "Support wanted") },
  { "needs", NC_ ("field of a record", "Needs") },
  { "next_contact", NC_ ("field of a record", "Who contacts whom next") },
  { "next_contact_by", NC_ ("field of a record", "Next contact by") },
  { "next_on", NC_ ("field of a record", "Next on") },
  { "nhs_number", NC_ ("field of a record", "NHS number") },
  { "not_reached_on", NC_ ("field of a record", "Not reached on") },
  { "note", NC_ ("field of a record", "Note") },
  { "on", NC_ ("field of a record", "Date") },
  { "opened", NC_ ("field of a record", "Opened on") },
  { "organisation", NC_ ("field of a record", "Organisation") },
  { "outcome", NC_ ("field of a record", "Outcome") },
  { "outcomes_shared", NC_ ("field of a record", "Outcomes are shared") },
  { "outdoors", NC_ ("field of a record", "Indoors or outdoors") },
  { "over_on", NC_ ("field of a record", "Over on") },
  { "override", NC_ ("field of a record", "Sent without consent") },
  { "override_note", NC_ ("field of a record", "Why without consent") },
  { "own_view", NC_ ("field of a record", "Their own view") },
  { "pause_reason", NC_ ("field of a record", "Reason for the pause") },
  { "pause_until", NC_ ("field of a record", "Paused until") },
  { "paused_on", NC_ ("field of a record", "Paused on") },
  { "payer", NC_ ("field of a record", "Who pays") },
  { "payer_note", NC_ ("field of a record", "Note on who pays") },
  { "person", NC_ ("field of a record", "Person") },
  { "phone", NC_ ("field of a record", "Telephone") },
  { "place", NC_ ("field of a record", "Place") },
  { "planned_weeks", NC_ ("field of a record", "Planned weeks") },
  { "postcode", NC_ ("field of a record", "Postcode") },
  { "preferred", NC_ ("field of a record", "Preferred") },
  { "priority", NC_ ("field of a record", "Priority") },
  { "priority_reason", NC_ ("field of a record", "Reason for the priority") },
  { "privacy", NC_ ("field of a record", "Privacy information given") },
  { "purpose", NC_ ("field of a record", "Purpose") },
  { "raised_by", NC_ ("field of a record", "Raised by") },
  { "raised_on", NC_ ("field of a record", "Raised on") },
  { "rank", NC_ ("field of a record", "Order") },
  { "reason", NC_ ("field of a record", "Reason") },
  { "reason_note", NC_ ("field of a record", "Reason in words") },
  { "reasons", NC_ ("field of a record", "Reasons") },
  { "received_on", NC_ ("field of a record", "Received on") },
  { "recipient", NC_ ("field of a record", "Recipient") },
  { "recipient_kind", NC_ ("field of a record", "Kind of recipient") },
  { "recipient_name", NC_ ("field of a record", "Name of the recipient") },
  { "reference", NC_ ("field of a record", "Reference") },
  { "referral", NC_ ("field of a record", "Referral") },
  { "removed_on", NC_ ("field of a record", "Taken off on") },
  { "renewed_on", NC_ ("field of a record", "Renewed on") },
  { "reopen_note", NC_ ("field of a record", "Why it was reopened") },
  { "reopened_on", NC_ ("field of a record", "Reopened on") },
  { "report_absence", NC_ ("field of a record", "Asked to report absence") },
  { "report_reference", NC_ ("field of a record", "Reference of the report") },
  { "reported_on", NC_ ("field of a record", "Reported on") },
  { "reported_to", NC_ ("field of a record", "Reported to") },
  { "restricted", NC_ ("field of a record", "Restricted") },
  { "result", NC_ ("field of a record", "What came of it") },
  { "return_until", NC_ ("field of a record", "May return until") },
  { "returned_to", NC_ ("field of a record", "Returned to") },
  { "revision", NC_ ("field of a record", "Revision") },
  { "risk", NC_ ("field of a record", "Risk") },
  { "risk_level", NC_ ("field of a record", "Level of risk") },
  { "risk_text", NC_ ("field of a record", "Risk in words") },
  { "risks", NC_ ("field of a record", "Risks") },
  { "rule", NC_ ("field of a record", "Rule") },
  { "score", NC_ ("field of a record", "Score") },
  { "scores", NC_ ("field of a record", "Scores") },
  { "sealed", NC_ ("field of a record", "Sealed words") },
  { "sent_on", NC_ ("field of a record", "Sent on") },
  { "service", NC_ ("field of a record", "Service") },
  { "service_name", NC_ ("field of a record", "Name of the service") },
  { "service_name_cy", NC_ ("field of a record", "Name of the service in Welsh") },
  { "session", NC_ ("field of a record", "Counts as a session") },
  { "sessions_offered", NC_ ("field of a record", "Sessions offered") },
  { "shared", NC_ ("field of a record", "What is shared") },
  { "source", NC_ ("field of a record", "Where from") },
  { "source_email", NC_ ("field of a record", "E-mail of who referred") },
  { "source_language", NC_ ("field of a record", "Language of who referred") },
  { "source_name", NC_ ("field of a record", "Who referred") },
  { "source_note", NC_ ("field of a record", "Where from, in words") },
  { "source_phone", NC_ ("field of a record", "Telephone of who referred") },
  { "speaks_welsh", NC_ ("field of a record", "Speaks Welsh") },
  { "started_on", NC_ ("field of a record", "Started on") },
  { "state", NC_ ("field of a record", "State") },
  { "step", NC_ ("field of a record", "Step") },
  { "still_on", NC_ ("field of a record", "Still going on") },
  { "subject", NC_ ("field of a record", "About") },
  { "support_weeks", NC_ ("field of a record", "How long support is to last, weeks") },
  { "taken_out_on", NC_ ("field of a record", "Words taken out on") },
  { "target", NC_ ("field of a record", "Target") },
  { "term", NC_ ("field of a record", "What was looked for") },
  { "text", NC_ ("field of a record", "Text") },
  { "ticked", NC_ ("field of a record", "Shared") },
  { "told", NC_ ("field of a record", "Who was told") },
  { "told_on", NC_ ("field of a record", "Told on") },
  { "travel", NC_ ("field of a record", "How they get about") },
  { "uid", NC_ ("field of a record", "Number of the record") },
  { "until", NC_ ("field of a record", "Until") },
  { "value", NC_ ("field of a record", "Number or address") },
  { "version", NC_ ("field of a record", "Version") },
  { "veteran", NC_ ("field of a record", "Served in the armed forces") },
  { "volunteer_run", NC_ ("field of a record", "Run by volunteers") },
  { "wait_told", NC_ ("field of a record", "Wait told, weeks") },
  { "waiting_on", NC_ ("field of a record", "On the waiting list since") },
  { "wanted", NC_ ("field of a record", "Score hoped for") },
  { "was", NC_ ("field of a record", "What two copies say") },
  { "way", NC_ ("field of a record", "Number or address used") },
  { "ways", NC_ ("field of a record", "Ways to reach them") },
  { "what_matters", NC_ ("field of a record", "What matters to them") },
  { "with", NC_ ("field of a record", "With whom") },
  { "withdrawn_note", NC_ ("field of a record", "Note on withdrawal") },
  { "withdrawn_on", NC_ ("field of a record", "Withdrawn on") },
  { "word", NC_ ("field of a record", "A word about it") },
  { "words", NC_ ("field of a record", "Wishes in other words") },
  { "worker", NC_ ("field of a record", "Worker") },
};

static const struct {
  const char *record;
  const char *name;
} records[] = {
  /* Translators: headings of a copy of a person's record. */
  { "person", NC_ ("kind of record", "Person") },
  { "incoming", NC_ ("kind of record", "Referrals to us") },
  { "episode", NC_ ("kind of record", "Spells of support") },
  { "encounter", NC_ ("kind of record", "Contacts") },
  { "review", NC_ ("kind of record", "Reviews") },
  { "consent", NC_ ("kind of record", "Consents") },
  { "choice", NC_ ("kind of record", "Choices of the plan") },
  { "referral", NC_ ("kind of record", "Referrals and signposting") },
  { "appointment", NC_ ("kind of record", "Appointments") },
  { "concern", NC_ ("kind of record", "Concerns") },
  { "message", NC_ ("kind of record", "Messages to the referrer") },
  { "note", NC_ ("kind of record", "Notes") },
  { "follow_up", NC_ ("kind of record", "Follow-ups") },
  { "gap", NC_ ("kind of record", "Looked for and not found") },
  { "rule_override", NC_ ("kind of record", "Rules set aside for a group") },
  { "not_for_them", NC_ ("kind of record", "Groups that are not for them") },
  { "shortlisted", NC_ ("kind of record", "Shortlist") },
  { "retention_decision", NC_ ("kind of record", "How long the record is kept") },
};

/* "own_view" is "Own view" where nobody has named it yet. */
static char *
humanise (const char *code)
{
  char *name = g_strdup (code);

  g_strdelimit (name, "_-.", ' ');
  name[0] = g_ascii_toupper (name[0]);
  return name;
}

gboolean
dolen_field_is_named (const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].field, field) == 0)
      return TRUE;
  return FALSE;
}

char *
dolen_field_name (const char *field, DolenLanguage language)
{
  gsize low = 0, high = G_N_ELEMENTS (names);

  while (low < high) {
    gsize middle = (low + high) / 2;
    int order = strcmp (field, names[middle].field);

    if (order == 0)
      return g_strdup (dolen_ctext (language, "field of a record", names[middle].name));
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return humanise (field);
}

char *
dolen_record_name (const char *record, DolenLanguage language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    if (strcmp (records[i].record, record) == 0)
      return g_strdup (dolen_ctext (language, "kind of record", records[i].name));
  return humanise (record);
}

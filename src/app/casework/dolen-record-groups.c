/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-record-groups.h"

#include "app/casework/dolen-parts-editor.h"
#include "app/casework/dolen-person-codes.h"
#include "app/dolen-choice-row.h"
#include "app/dolen-scheme-settings.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/records/dolen-asked.h"
#include "casework/records/dolen-nhs-number.h"
#include "casework/records/dolen-person-asked.h"

#include <glib/gi18n.h>

#define MOST_QUESTIONS 12

struct _DolenRecordGroups {
  GObject parent_instance;
  DolenSession *session; /* (owned) */
  gboolean filling;

  /* All belong to the page. */
  DolenPartsEditor *risks;
  DolenPartsEditor *involved;
  DolenPartsEditor *privacy;
  DolenPartsEditor *bases;
  GtkWidget *address_row;
  GtkWidget *nhs_row;
  GtkWidget *first_language_row;
  GtkWidget *interpreter_row;
  GtkWidget *about_row;
  GtkWidget *questions[MOST_QUESTIONS];
};

G_DEFINE_FINAL_TYPE (DolenRecordGroups, dolen_record_groups, G_TYPE_OBJECT)

static guint changed_signal;

/* ---- what there may be several of ---- */

static const DolenPartField risk_fields[] = {
  { "kind", N_ ("Kind"), DOLEN_PART_FIELD_CODE, DOLEN_CODES_RISK },
  { "text", N_ ("What it is, in words"), DOLEN_PART_FIELD_TEXT, 0 },
  { "source", N_ ("Who told us"), DOLEN_PART_FIELD_TEXT, 0 },
  { "on", N_ ("On (day/month/year)"), DOLEN_PART_FIELD_DATE, 0 },
  { "over_on", N_ ("Over since (day/month/year)"), DOLEN_PART_FIELD_DATE, 0 },
};
static const DolenPartsSpec risk_spec
    = { &dolen_risk_type, risk_fields, G_N_ELEMENTS (risk_fields), "text", N_ ("Add a _Risk") };

static const DolenPartField involved_fields[] = {
  { "kind", N_ ("Who they are"), DOLEN_PART_FIELD_CODE, DOLEN_CODES_INVOLVED },
  { "name", N_ ("Name"), DOLEN_PART_FIELD_TEXT, 0 },
  { "organisation", N_ ("Practice or team"), DOLEN_PART_FIELD_TEXT, 0 },
  { "phone", N_ ("Telephone"), DOLEN_PART_FIELD_PHONE, 0 },
  { "may_share", N_ ("The person agrees that we speak with them"), DOLEN_PART_FIELD_FLAG, 0 },
  { "note", N_ ("Note"), DOLEN_PART_FIELD_TEXT, 0 },
};
static const DolenPartsSpec involved_spec = { &dolen_involved_type,
                                              involved_fields,
                                              G_N_ELEMENTS (involved_fields),
                                              "name",
                                              N_ ("Add S_omebody") };

static const DolenPartField privacy_fields[] = {
  { "on", N_ ("On (day/month/year)"), DOLEN_PART_FIELD_DATE, 0 },
  { "version", N_ ("Version of the notice"), DOLEN_PART_FIELD_TEXT, 0 },
  { "language", N_ ("Language of the notice (cy, en)"), DOLEN_PART_FIELD_TEXT, 0 },
  { "how", N_ ("How"), DOLEN_PART_FIELD_CODE, DOLEN_CODES_PRIVACY_HOW },
};
static const DolenPartsSpec privacy_spec = { &dolen_privacy_given_type,
                                             privacy_fields,
                                             G_N_ELEMENTS (privacy_fields),
                                             "on",
                                             N_ ("_Given Another Time") };

static const DolenPartField basis_fields[] = {
  { "purpose", N_ ("What for"), DOLEN_PART_FIELD_CODE, DOLEN_CODES_PURPOSE },
  { "basis", N_ ("Lawful basis"), DOLEN_PART_FIELD_CODE, DOLEN_CODES_BASIS },
  { "condition",
    N_ ("Condition for health and the like"),
    DOLEN_PART_FIELD_CODE,
    DOLEN_CODES_CONDITION },
  { "on", N_ ("Recorded on (day/month/year)"), DOLEN_PART_FIELD_DATE, 0 },
  { "note", N_ ("Note"), DOLEN_PART_FIELD_TEXT, 0 },
};
static const DolenPartsSpec basis_spec = {
  &dolen_lawful_basis_type, basis_fields, G_N_ELEMENTS (basis_fields), "basis", N_ ("Add a _Basis")
};

/* ---- what the scheme proposes ---- */

/* The window's, where the scheme has a notice in it, or has not said; else the first it has. */
static const char *
notice_language (const DolenScheme *scheme)
{
  const char *ours = dolen_language_code (dolen_language_current ());
  const char *const *has = (const char *const *) scheme->notice_languages;

  return has == NULL || has[0] == NULL || g_strv_contains (has, ours) ? ours : has[0];
}

static void
on_propose_bases (DolenRecordGroups *self)
{
  static const char *const purposes[] = { "support", "safeguarding", "evaluation" };
  g_autoptr (DolenScheme) scheme = dolen_scheme_read (dolen_session_get_settings (self->session));
  g_autofree char *today = dolen_date_today ();

  for (gsize i = 0; i < G_N_ELEMENTS (purposes); i++) {
    DolenLawfulBasis basis
        = { .purpose = (char *) purposes[i],
            .basis = scheme->basis != NULL ? scheme->basis : (char *) "public-task",
            .condition = i == 1                      ? (char *) "safeguarding"
                         : scheme->condition != NULL ? scheme->condition
                                                     : (char *) "health-care",
            .on = today };

    dolen_parts_editor_add (self->bases, &basis);
  }
}

static void
on_propose_privacy (DolenRecordGroups *self)
{
  g_autoptr (DolenScheme) scheme = dolen_scheme_read (dolen_session_get_settings (self->session));
  g_autofree char *today = dolen_date_today ();
  DolenPrivacyGiven given = { .on = today,
                              .version = scheme->notice_version,
                              .language = (char *) notice_language (scheme),
                              .how = (char *) "told" };

  dolen_parts_editor_add (self->privacy, &given);
}

/* ---- the groups ---- */

static void
on_changed (DolenRecordGroups *self)
{
  if (!self->filling)
    g_signal_emit (self, changed_signal, 0);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (page, group);
  return group;
}

static DolenPartsEditor *
add_parts (DolenRecordGroups *self, AdwPreferencesGroup *group, const DolenPartsSpec *spec)
{
  GtkWidget *editor = dolen_parts_editor_new (spec);

  adw_preferences_group_add (group, editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return DOLEN_PARTS_EDITOR (editor);
}

static GtkWidget *
add_entry (DolenRecordGroups *self, AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
add_choice (DolenRecordGroups *self, const char *title, GListModel *names)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), names);
  dolen_choice_row_show_whole (ADW_COMBO_ROW (row));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->about_row), row);
  g_signal_connect_object (
      row, "notify::selected", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_button (AdwPreferencesGroup *group, const char *label, GCallback func, DolenRecordGroups *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", func, self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (group, button);
}

/* "Not asked", the answers, "asked, declined", "asked, not known". */
static GListModel *
new_answers (const DolenQuestion *question)
{
  DolenLanguage language = dolen_language_current ();
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, dolen_asked_name (NULL, language));
  for (guint i = 0; i < dolen_codes_count (question->codes); i++)
    gtk_string_list_append (
        names, dolen_code_name (question->codes, dolen_codes_nth (question->codes, i), language));
  gtk_string_list_append (names, dolen_asked_name (DOLEN_ASKED_DECLINED, language));
  gtk_string_list_append (names, dolen_asked_name (DOLEN_ASKED_UNKNOWN, language));
  return G_LIST_MODEL (names);
}

static void
add_questions (DolenRecordGroups *self, AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = add_group (page, _ ("About Them"), NULL);
  g_autoptr (GListModel) languages = dolen_person_languages ();
  gsize n;
  const DolenQuestion *questions = dolen_questions (&n);

  self->about_row = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->about_row), _ ("Questions about them"));
  adw_preferences_group_add (group, self->about_row);
  self->first_language_row = add_choice (self, _ ("First language"), languages);
  self->interpreter_row = add_choice (self, _ ("Interpreter wanted for"), languages);
  for (gsize i = 0; i < n && i < MOST_QUESTIONS; i++) {
    g_autoptr (GListModel) answers = new_answers (&questions[i]);

    self->questions[i] = add_choice (
        self, dolen_question_title (&questions[i], dolen_language_current ()), answers);
  }
}

static void
add_groups (DolenRecordGroups *self, AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group
      = add_group (page, _ ("Risks"), _ ("Shown before the address, to whoever opens the record."));

  self->risks = add_parts (self, group, &risk_spec);
  group = add_group (page, _ ("Address and Number"), NULL);
  self->address_row = add_entry (self, group, _ ("Address"));
  self->nhs_row = add_entry (self, group, _ ("NHS number"));
  group = add_group (page, _ ("Who Else Is Involved"), NULL);
  self->involved = add_parts (self, group, &involved_spec);
  add_questions (self, page);
  group = add_group (
      page, _ ("Privacy Information"), _ ("When they were told what we keep, and why."));
  add_button (group, _ ("Given _Today"), G_CALLBACK (on_propose_privacy), self);
  self->privacy = add_parts (self, group, &privacy_spec);
  group = add_group (page, _ ("Lawful Basis"), _ ("Why we may keep and use what we know."));
  add_button (group, _ ("As the Scheme _Proposes"), G_CALLBACK (on_propose_bases), self);
  self->bases = add_parts (self, group, &basis_spec);
}

/* ---- the form and the record ---- */

static guint
answer_position (const DolenQuestion *question, const char *code)
{
  guint n = dolen_codes_count (question->codes);

  if (g_strcmp0 (code, DOLEN_ASKED_DECLINED) == 0)
    return n + 1;
  if (g_strcmp0 (code, DOLEN_ASKED_UNKNOWN) == 0)
    return n + 2;
  return (guint) (dolen_codes_position (question->codes, code) + 1);
}

static const char *
answer_code (const DolenQuestion *question, guint position)
{
  guint n = dolen_codes_count (question->codes);

  if (position == n + 1)
    return DOLEN_ASKED_DECLINED;
  if (position == n + 2)
    return DOLEN_ASKED_UNKNOWN;
  return position > 0 ? dolen_codes_nth (question->codes, position - 1) : NULL;
}

static void
set_entry (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

void
dolen_record_groups_set (DolenRecordGroups *self, const DolenPerson *person)
{
  g_autofree char *number = dolen_nhs_number_format (person->nhs_number);
  gsize n;
  const DolenQuestion *questions = dolen_questions (&n);

  self->filling = TRUE;
  dolen_parts_editor_set (self->risks, person->risks);
  dolen_parts_editor_set (self->involved, person->involved);
  dolen_parts_editor_set (self->privacy, person->privacy);
  dolen_parts_editor_set (self->bases, person->bases);
  set_entry (self->address_row, person->address);
  set_entry (self->nhs_row, number);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->first_language_row),
                              dolen_person_language_position (person->first_language));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->interpreter_row),
                              dolen_person_language_position (person->interpreter));
  for (gsize i = 0; i < n; i++)
    adw_combo_row_set_selected (
        ADW_COMBO_ROW (self->questions[i]),
        answer_position (&questions[i], dolen_question_answer (&questions[i], person)));
  self->filling = FALSE;
}

static void
take_parts (GPtrArray **field, const DolenRecordType *type, DolenPartsEditor *editor)
{
  dolen_record_rows_clear (type, field);
  *field = dolen_parts_editor_get (editor);
}

static void
take_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

/* A code of a newer Dolen that has no line here stays where nothing else is chosen. */
static void
take_language (char **field, GtkWidget *row)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  if (chosen != dolen_person_language_position (*field))
    take_text (field, g_strdup (dolen_person_language_code (chosen)));
}

void
dolen_record_groups_apply (DolenRecordGroups *self, DolenPerson *person)
{
  const char *number = gtk_editable_get_text (GTK_EDITABLE (self->nhs_row));
  gsize n;
  const DolenQuestion *questions = dolen_questions (&n);

  take_parts (&person->risks, &dolen_risk_type, self->risks);
  take_parts (&person->involved, &dolen_involved_type, self->involved);
  take_parts (&person->privacy, &dolen_privacy_given_type, self->privacy);
  take_parts (&person->bases, &dolen_lawful_basis_type, self->bases);
  take_text (&person->address,
             dolen_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->address_row))));
  /* What is typed halfway is kept in a draft, and refused when it is saved. */
  take_text (&person->nhs_number, dolen_nhs_number_read (number));
  if (person->nhs_number == NULL)
    person->nhs_number = dolen_text_clean_line (number);
  take_language (&person->first_language, self->first_language_row);
  take_language (&person->interpreter, self->interpreter_row);
  for (gsize i = 0; i < n; i++) {
    guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->questions[i]));

    if (chosen != answer_position (&questions[i], dolen_question_answer (&questions[i], person)))
      dolen_question_set_answer (&questions[i], person, answer_code (&questions[i], chosen));
  }
}

const char *
dolen_record_groups_find_problem (DolenRecordGroups *self, GtkWidget **field)
{
  const char *number = gtk_editable_get_text (GTK_EDITABLE (self->nhs_row));
  g_autofree char *read = dolen_nhs_number_read (number);
  DolenPartsEditor *const editors[] = { self->risks, self->involved, self->privacy, self->bases };

  if (!dolen_text_is_empty (number) && read == NULL) {
    *field = self->nhs_row;
    return _ ("This is no NHS number: it has ten digits, and the last one checks the others.");
  }
  for (gsize i = 0; i < G_N_ELEMENTS (editors); i++) {
    *field = dolen_parts_editor_find_problem (editors[i]);
    if (*field != NULL)
      return _ ("This is not a day. Write it as 7/3/2026.");
  }
  return NULL;
}

/* ---- the object ---- */

static void
dolen_record_groups_dispose (GObject *object)
{
  g_clear_object (&DOLEN_RECORD_GROUPS (object)->session);
  G_OBJECT_CLASS (dolen_record_groups_parent_class)->dispose (object);
}

static void
dolen_record_groups_class_init (DolenRecordGroupsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_record_groups_dispose;
  changed_signal = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dolen_record_groups_init (DolenRecordGroups *self)
{
}

DolenRecordGroups *
dolen_record_groups_new (AdwPreferencesPage *page, DolenSession *session)
{
  DolenRecordGroups *self = g_object_new (DOLEN_TYPE_RECORD_GROUPS, NULL);

  self->session = g_object_ref (session);
  add_groups (self, page);
  return self;
}

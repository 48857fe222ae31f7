/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-import-table.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-choice-row.h"
#include "base/dolen-time.h"
#include "directory/dolen-writer.h"
#include "exchange/files/dolen-csv-preview.h"
#include "exchange/files/dolen-csv-record.h"
#include "language/dolen-language.h"

#include <glib/gi18n.h>

#define ROWS_SHOWN 5
#define PROBLEMS_SHOWN 50
#define EXAMPLE_CHARS 60

struct _DolenImportTable {
  AdwBin parent_instance;
  DolenSession *session;     /* (owned) (nullable) */
  char **paths;              /* (owned) (nullable) */
  DolenCsvColumns *columns;  /* (owned) (nullable) */
  GPtrArray *combos;         /* (owned) of AdwComboRow (not owned), one a column */
  GPtrArray *rows;           /* (owned) of GtkWidget (not owned): what a new reading replaces */
  GCancellable *cancellable; /* (owned) (nullable): the reading under way */
  GError *error;             /* (owned) (nullable) */
  GPtrArray *names;          /* (owned) (nullable) of char*: the sources it may be of */
  gboolean setting;          /* the combos follow the columns */

  GtkStack *stack;
  AdwPreferencesGroup *columns_group;
  AdwPreferencesGroup *counts_group;
  AdwPreferencesGroup *rows_group;
  AdwComboRow *source_row;
  GtkSwitch *whole_switch;
  GtkSwitch *given_out_switch;
  AdwPreferencesGroup *problems_group;
  GtkWidget *import_button;
};

G_DEFINE_FINAL_TYPE (DolenImportTable, dolen_import_table, ADW_TYPE_BIN)

enum {
  IMPORT,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- reading, in the worker ---- */

typedef struct {
  char **paths;
  DolenCsvColumns *columns; /* (nullable): to be found out */
  char *source_name;        /* (nullable): to be found out */
} Question;

typedef struct {
  DolenCsvColumns *columns;
  GPtrArray *names;         /* (nullable) of char*: its own name, then those of other tables */
  gboolean is_known;        /* there is a source by its own name */
  guint chosen;             /* of @names */
  DolenCsvPreview *preview; /* (nullable) */
  char *why_not;            /* (nullable): why there is none */
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_strfreev (question->paths);
  dolen_csv_columns_free (question->columns);
  g_free (question->source_name);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  dolen_csv_columns_free (answer->columns);
  g_clear_pointer (&answer->names, g_ptr_array_unref);
  dolen_csv_preview_free (answer->preview);
  g_free (answer->why_not);
  g_free (answer);
}

/* Of which source the table may be: its own, or another whose table it is a newer copy of. */
static gboolean
find_names (DolenDirectory *directory,
            const char *const *paths,
            Answer *answer,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GPtrArray) sources = dolen_directory_list_sources (directory, error);
  g_auto (DolenImportFormer) former = { 0 };
  guint n_paths = g_strv_length ((GStrv) paths);
  g_autofree char *own = dolen_import_source_name (paths, n_paths, NULL);
  g_autoptr (DolenSource) known = NULL;

  if (sources == NULL
      || !dolen_import_find_former (directory, paths, n_paths, NULL, &former, cancellable, error))
    return FALSE;
  known = dolen_directory_find_source (directory, own, NULL);
  answer->is_known = known != NULL;
  answer->names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (answer->names, g_strdup (known != NULL ? known->name : own));
  for (guint i = 0; i < sources->len; i++) {
    const DolenSource *source = g_ptr_array_index (sources, i);

    if (g_strcmp0 (source->kind, "feed") == 0
        || (known != NULL && g_str_equal (known->uid, source->uid)))
      continue;
    if (g_strcmp0 (source->name, former.name) == 0)
      answer->chosen = answer->names->len;
    g_ptr_array_add (answer->names, g_strdup (source->name));
  }
  return TRUE;
}

/* Whose columns it has: of the source that was chosen, else of the likeliest. */
static gboolean
find_columns (DolenDirectory *directory,
              Question *question,
              Answer *answer,
              GCancellable *cancellable,
              GError **error)
{
  const char *const *paths = (const char *const *) question->paths;
  const char *name = question->source_name;

  if (question->columns != NULL) {
    answer->columns = dolen_csv_columns_copy (question->columns);
    return TRUE;
  }
  if (name == NULL && !find_names (directory, paths, answer, cancellable, error))
    return FALSE;
  if (name == NULL)
    name = g_ptr_array_index (answer->names, answer->chosen);
  answer->columns = dolen_csv_columns_find (directory, name, paths, cancellable, error);
  return answer->columns != NULL;
}

/* A table of which no column is a name yet is shown all the same: that is what is to be mended. */
static gpointer
read_table (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  const char *const *paths = (const char *const *) question->paths;
  g_autofree char *table = dolen_csv_first_table (paths);
  Answer *answer = g_new0 (Answer, 1);
  g_autoptr (GError) failed = NULL;

  if (!find_columns (directory, question, answer, cancellable, error)) {
    answer_free (answer);
    return NULL;
  }
  answer->preview = dolen_csv_preview (table, answer->columns, ROWS_SHOWN, cancellable, &failed);
  if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, g_steal_pointer (&failed));
    answer_free (answer);
    return NULL;
  }
  if (failed != NULL)
    answer->why_not = g_strdup (failed->message);
  return answer;
}

/* ---- showing ---- */

static GtkWidget *
add_row (DolenImportTable *self,
         AdwPreferencesGroup *group,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = dolen_plain_row_new (title);

  if (subtitle != NULL && *subtitle != 0)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_count (DolenImportTable *self, const char *title, guint n)
{
  g_autofree char *figure = g_strdup_printf ("%u", n);
  GtkWidget *row = add_row (self, self->counts_group, title, NULL);
  GtkWidget *label = gtk_label_new (figure);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static void
remove_rows (DolenImportTable *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    GtkWidget *row = g_ptr_array_index (self->rows, i);
    GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
  }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_rows (DolenImportTable *self, const DolenCsvPreview *preview)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *today = dolen_date_today ();

  for (guint i = 0; i < preview->rows->len; i++) {
    const DolenCsvPreviewRow *row = g_ptr_array_index (preview->rows, i);
    g_autofree char *line = dolen_csv_preview_sentence (row, language, today);

    if (row->service != NULL)
      add_row (self, self->rows_group, dolen_bilingual_get (&row->service->name, language), line);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->rows_group), preview->rows->len > 0);
}

static void
show_problem (DolenImportTable *self, const DolenCsvPreviewRow *row)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, row->number);

  if (row->refused != NULL) {
    /* Translators: a row of a table that would not be imported; its number. */
    g_autofree char *title = g_strdup_printf (_ ("Row %s is left out"), number);
    add_row (self, self->problems_group, title, row->refused);
  }
  for (guint i = 0; i < row->notes->len; i++) {
    const DolenCsvNote *note = g_ptr_array_index (row->notes, i);
    /* Translators: where in a table: number of the row, heading of the column. */
    g_autofree char *title = g_strdup_printf (_ ("Row %s, column “%s”"), number, note->heading);
    add_row (self, self->problems_group, title, note->why);
  }
}

static void
show_problems (DolenImportTable *self, const DolenCsvPreview *preview)
{
  for (guint i = 0; i < MIN (preview->problems->len, PROBLEMS_SHOWN); i++)
    show_problem (self, g_ptr_array_index (preview->problems, i));
  gtk_widget_set_visible (GTK_WIDGET (self->problems_group), preview->problems->len > 0);
}

/* What would be dropped without a word. */
static void
show_unread (DolenImportTable *self, const DolenCsvColumns *columns)
{
  g_autoptr (GString) unread = g_string_new (NULL);

  for (guint i = 0; i < columns->columns->len; i++) {
    const DolenCsvColumn *column = dolen_csv_columns_get (columns, i);

    if (column->field == DOLEN_CSV_SKIP && *column->heading != '\0')
      g_string_append_printf (unread, "%s“%s”", unread->len > 0 ? ", " : "", column->heading);
  }
  if (unread->len > 0)
    add_row (self, self->counts_group, _ ("Columns that are not read"), unread->str);
}

static void
show_counts (DolenImportTable *self, const DolenCsvPreview *preview)
{
  add_count (self, _ ("Rows in the table"), preview->n_rows);
  add_count (self, _ ("Rows left out"), preview->n_refused);
  add_count (self, _ ("Rows with a cell that cannot be read"), preview->n_noted);
}

static void
show_answer (DolenImportTable *self, const Answer *answer)
{
  gboolean any = answer->preview != NULL && answer->preview->n_rows > answer->preview->n_refused;

  remove_rows (self);
  if (answer->preview != NULL) {
    show_counts (self, answer->preview);
    show_rows (self, answer->preview);
    show_problems (self, answer->preview);
  } else {
    add_row (self, self->counts_group, answer->why_not, NULL);
    gtk_widget_set_visible (GTK_WIDGET (self->rows_group), FALSE);
    gtk_widget_set_visible (GTK_WIDGET (self->problems_group), FALSE);
  }
  show_unread (self, self->columns);
  gtk_widget_set_sensitive (self->import_button, any);
}

/* ---- the source ---- */

static const char *
chosen_name (DolenImportTable *self)
{
  guint chosen = adw_combo_row_get_selected (self->source_row);

  return self->names != NULL && chosen < self->names->len ? g_ptr_array_index (self->names, chosen)
                                                          : NULL;
}

static char *
describe_name (const Answer *answer, guint index)
{
  const char *name = g_ptr_array_index (answer->names, index);

  if (index > 0 || answer->is_known)
    /* Translators: a table (tabl, m) about to be imported; the name of a source. */
    return g_strdup_printf (_ ("A newer copy of “%s”"), name);
  /* Translators: a table (tabl, m) about to be imported; the name it will be known by. */
  return g_strdup_printf (_ ("A table of its own, “%s”"), name);
}

static void
show_names (DolenImportTable *self, Answer *answer)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < answer->names->len; i++) {
    g_autofree char *text = describe_name (answer, i);
    gtk_string_list_append (names, text);
  }
  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->names = g_steal_pointer (&answer->names);
  self->setting = TRUE;
  adw_combo_row_set_model (self->source_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->source_row, answer->chosen);
  self->setting = FALSE;
}

/* ---- the columns ---- */

static void read_anew (DolenImportTable *self);

static void
follow_columns (DolenImportTable *self)
{
  self->setting = TRUE;
  for (guint i = 0; i < self->combos->len; i++)
    adw_combo_row_set_selected (g_ptr_array_index (self->combos, i),
                                dolen_csv_columns_get (self->columns, i)->field);
  self->setting = FALSE;
}

static void
on_selected_cb (DolenImportTable *self, GParamSpec *property, AdwComboRow *row)
{
  guint index;

  if (self->setting || !g_ptr_array_find (self->combos, row, &index))
    return;
  dolen_csv_columns_set (self->columns, index, (DolenCsvField) adw_combo_row_get_selected (row));
  follow_columns (self);
  read_anew (self);
}

/* The columns of the other source are remembered too. */
static void
on_source_selected_cb (DolenImportTable *self)
{
  if (self->setting)
    return;
  g_clear_pointer (&self->columns, dolen_csv_columns_free);
  read_anew (self);
}

static char *
title_of (const DolenCsvColumn *column, guint index)
{
  /* Translators: a column of a table that has no heading; its place. */
  g_autofree char *number = g_strdup_printf (_ ("Column %u"), index + 1);
  const char *heading = *column->heading ? column->heading : number;
  g_autofree char *start = NULL;

  if (column->example == NULL)
    return g_strdup (heading);
  if (g_utf8_strlen (column->example, -1) <= EXAMPLE_CHARS)
    return g_strdup_printf ("%s\n“%s”", heading, column->example);
  start = g_utf8_substring (column->example, 0, EXAMPLE_CHARS);
  return g_strdup_printf ("%s\n“%s…”", heading, start);
}

static void
add_combo (DolenImportTable *self, GListModel *fields, guint index)
{
  const DolenCsvColumn *column = dolen_csv_columns_get (self->columns, index);
  g_autofree char *title = title_of (column, index);
  GtkWidget *row = adw_combo_row_new ();

  dolen_choice_row_show_whole (ADW_COMBO_ROW (row));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), fields);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), column->field);
  adw_preferences_group_add (self->columns_group, row);
  g_ptr_array_add (self->combos, row);
  g_signal_connect_object (
      row, "notify::selected", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
}

static void
show_columns (DolenImportTable *self)
{
  g_autoptr (GtkStringList) fields = gtk_string_list_new (NULL);

  for (int field = 0; field < DOLEN_N_CSV_FIELDS; field++)
    gtk_string_list_append (
        fields, dolen_csv_field_label ((DolenCsvField) field, dolen_language_current ()));
  for (guint i = 0; i < self->combos->len; i++)
    adw_preferences_group_remove (self->columns_group, g_ptr_array_index (self->combos, i));
  g_ptr_array_set_size (self->combos, 0);
  for (guint i = 0; i < self->columns->columns->len; i++)
    add_combo (self, G_LIST_MODEL (fields), i);
}

/* ---- the reading ---- */

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenImportTable) self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = dolen_session_run_finish (DOLEN_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (answer == NULL) {
    g_clear_error (&self->error);
    self->error = g_steal_pointer (&error);
    g_signal_emit (self, signals[FAILED], 0);
    return;
  }
  if (self->columns == NULL) {
    self->columns = g_steal_pointer (&answer->columns);
    show_columns (self);
  }
  if (answer->names != NULL)
    show_names (self, answer);
  show_answer (self, answer);
  answer_free (answer);
  gtk_stack_set_visible_child_name (self->stack, "table");
}

static void
read_anew (DolenImportTable *self)
{
  Question *question = g_new0 (Question, 1);
  DolenSessionJob job
      = { "read table", G_PRIORITY_DEFAULT, read_table, question, question_free, answer_free };

  question->paths = g_strdupv (self->paths);
  question->columns = self->columns ? dolen_csv_columns_copy (self->columns) : NULL;
  question->source_name = g_strdup (chosen_name (self));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  dolen_session_run (self->session, &job, self->cancellable, on_read_cb, g_object_ref (self));
}

void
dolen_import_table_load (DolenImportTable *self, DolenSession *session, const char *const *paths)
{
  g_return_if_fail (DOLEN_IS_IMPORT_TABLE (self) && paths != NULL);

  g_set_object (&self->session, session);
  g_strfreev (self->paths);
  self->paths = g_strdupv ((char **) paths);
  g_clear_pointer (&self->columns, dolen_csv_columns_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  gtk_switch_set_active (self->whole_switch, FALSE);
  gtk_switch_set_active (self->given_out_switch, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  read_anew (self);
}

void
dolen_import_table_choose (DolenImportTable *self, DolenImportChoice *choice)
{
  g_return_if_fail (DOLEN_IS_IMPORT_TABLE (self) && choice != NULL);

  *choice = (DolenImportChoice){
    .source_name = g_strdup (chosen_name (self)),
    .columns = self->columns != NULL ? dolen_csv_columns_to_json (self->columns) : NULL,
    .complete = gtk_switch_get_active (self->whole_switch),
    .given_out = gtk_switch_get_active (self->given_out_switch),
  };
}

const GError *
dolen_import_table_get_error (DolenImportTable *self)
{
  g_return_val_if_fail (DOLEN_IS_IMPORT_TABLE (self), NULL);
  return self->error;
}

static void
on_import_clicked_cb (DolenImportTable *self)
{
  g_assert (DOLEN_IS_IMPORT_TABLE (self));
  g_signal_emit (self, signals[IMPORT], 0);
}

/* ---- the object ---- */

static void
dolen_import_table_dispose (GObject *object)
{
  DolenImportTable *self = DOLEN_IMPORT_TABLE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->columns, dolen_csv_columns_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->combos, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->paths, g_strfreev);
  g_clear_error (&self->error);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_IMPORT_TABLE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_import_table_parent_class)->dispose (object);
}

static void
dolen_import_table_class_init (DolenImportTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_import_table_dispose;
  signals[IMPORT] = g_signal_new (
      "import", DOLEN_TYPE_IMPORT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new (
      "failed", DOLEN_TYPE_IMPORT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-import-table.ui");
  gtk_widget_class_bind_template_child (widget_class, DolenImportTable, stack);
  gtk_widget_class_bind_template_child (widget_class, DolenImportTable, columns_group);
  gtk_widget_class_bind_template_child (widget_class, DolenImportTable, counts_group);
  gtk_widget_class_bind_template_child (widget_class, DolenImportTable, rows_group);
  gtk_widget_class_bind_template_child (widget_class, DolenImportTable, source_row);
  gtk_widget_class_bind_template_child (widget_class, DolenImportTable, whole_switch);
  gtk_widget_class_bind_template_child (widget_class, DolenImportTable, given_out_switch);
  gtk_widget_class_bind_template_child (widget_class, DolenImportTable, problems_group);
  gtk_widget_class_bind_template_child (widget_class, DolenImportTable, import_button);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_source_selected_cb);
}

static void
dolen_import_table_init (DolenImportTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dolen_choice_row_show_whole (self->source_row);
  self->combos = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
}

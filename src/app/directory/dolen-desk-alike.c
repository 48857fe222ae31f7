/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-desk-card.h"

#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-undoable.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/alike/dolen-alike.h"
#include "directory/dolen-merge.h"
#include "directory/dolen-sentences.h"
#include "place/dolen-gazetteer.h"

#include <glib/gi18n.h>

#define COLUMN_CHARS 28
#define COLUMN_LINES 5

/* Two records beside one another; a person says which stays, or that they are two. */

typedef enum {
  KEEP_ONE,
  KEEP_OTHER,
  ARE_TWO
} Verdict;

/* A button: which pair, and what it says. */
typedef struct {
  DolenSession *session; /* (owned) (nullable): in the main thread alone */
  DolenAlikeKind kind;
  char *uids[2];
  Verdict verdict;
} Settle;

static void
settle_free (gpointer data)
{
  Settle *settle = data;

  g_clear_object (&settle->session);
  g_free (settle->uids[0]);
  g_free (settle->uids[1]);
  g_free (settle);
}

static void
settle_free_closure (gpointer data, GClosure *closure)
{
  settle_free (data);
}

static Settle *
settle_new (DolenSession *session, const DolenAlikePair *pair, Verdict verdict)
{
  Settle *settle = g_new0 (Settle, 1);

  settle->session = session != NULL ? g_object_ref (session) : NULL;
  settle->kind = pair->kind;
  settle->uids[0] = g_strdup (pair->one);
  settle->uids[1] = g_strdup (pair->other);
  settle->verdict = verdict;
  return settle;
}

static gint64
write_verdict (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  const Settle *settle = data;
  guint kept = settle->verdict == KEEP_OTHER;

  if (settle->verdict == ARE_TWO)
    return dolen_alike_set_not_same (
        directory, settle->kind, settle->uids[0], settle->uids[1], who, error);
  return dolen_merge_records (directory,
                              dolen_alike_kind_code (settle->kind),
                              settle->uids[kept],
                              settle->uids[1 - kept],
                              who,
                              error);
}

/* What the record that stays got from the other. */
static char *
tell_merged (DolenDirectory *directory, gint64 entry)
{
  g_autoptr (GPtrArray) names = dolen_merge_list_taken (directory, entry, NULL);
  g_autofree char *taken
      = names != NULL ? dolen_merge_taken_text (names, dolen_language_current ()) : NULL;

  /* Translators: %1$s is "Made one record of two", %2$s "Taken over: Telephone, Cost". */
  return taken != NULL ? g_strdup_printf (_ ("%1$s. %2$s"), _ ("Made one record of two"), taken)
                       : NULL;
}

static void
on_clicked (GtkWidget *button, const Settle *settle)
{
  const DolenAlikePair pair
      = { .kind = settle->kind, .one = settle->uids[0], .other = settle->uids[1] };
  DolenUndoable edit = { NULL, write_verdict, NULL, settle_free, NULL, NULL, NULL };

  gtk_widget_set_sensitive (button, FALSE);
  edit.data = settle_new (NULL, &pair, settle->verdict);
  edit.title = settle->verdict == ARE_TWO
                   /* Translators: toasts with "Undo": what was said of two records. */
                   ? _ ("They are two")
                   : _ ("Made one record of two");
  edit.tell = settle->verdict == ARE_TWO ? NULL : tell_merged;
  dolen_undoable_run (settle->session, &edit);
}

static GtkWidget *
new_button (DolenSession *session,
            const DolenAlikePair *pair,
            Verdict verdict,
            const char *label,
            const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  if (name != NULL) {
    g_autofree char *full = g_strdup_printf ("%s: %s", label, name);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  }
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_data (button,
                         "clicked",
                         G_CALLBACK (on_clicked),
                         settle_new (session, pair, verdict),
                         settle_free_closure,
                         0);
  return button;
}

/* ---- what each of them says ---- */

/* A table of two columns: what a fact is called, and beneath it both values. */
typedef struct {
  GtkGrid *grid;
  int line; /* that is next */
} Table;

static void
add_cell (Table *table, int column, int wide, GtkWidget *cell)
{
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_set_valign (cell, GTK_ALIGN_START);
  gtk_grid_attach (table->grid, cell, column, table->line, wide, 1);
}

static GtkWidget *
new_value (const char *text)
{
  gboolean known = !dolen_text_is_empty (text);
  /* Translators: of one of two records: it says nothing of this. Short. */
  GtkWidget *label = dolen_label_new (known ? text : _ ("nothing here"), NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), COLUMN_CHARS);
  gtk_label_set_lines (GTK_LABEL (label), COLUMN_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (!known)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* The title, and in words and by a sign whether they agree. @mark: (nullable) */
static GtkWidget *
new_fact_title (const char *title, const char *mark, const char *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = dolen_label_new (title, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  if (mark != NULL) {
    GtkWidget *sign = dolen_label_new (mark, "caption-heading");

    gtk_widget_add_css_class (sign, css_class);
    gtk_box_append (GTK_BOX (box), sign);
  }
  gtk_widget_set_margin_top (box, 6);
  return box;
}

static gboolean
say_the_same (const char *one, const char *other)
{
  g_autofree char *left = one != NULL ? g_utf8_casefold (one, -1) : NULL;
  g_autofree char *right = other != NULL ? g_utf8_casefold (other, -1) : NULL;

  return left != NULL && right != NULL && g_strcmp0 (g_strstrip (left), g_strstrip (right)) == 0;
}

/* A fact of which one of them says nothing speaks against nothing: it is told as that one's. */
static void
add_lonely_fact (Table *table, const char *title, const char *one, const char *other)
{
  gboolean is_left = !dolen_text_is_empty (one);
  g_autofree char *only
      /* Translators: of a fact that one of two records has and the other lacks. */
      = g_strdup_printf (_ ("Only here: %s"), is_left ? one : other);

  add_cell (table, 0, 2, new_fact_title (title, NULL, NULL));
  table->line++;
  add_cell (table, 0, 1, new_value (is_left ? only : NULL));
  add_cell (table, 1, 1, new_value (is_left ? NULL : only));
  table->line++;
}

/* One fact of both: once where they agree. */
static void
add_fact (Table *table, const char *title, const char *one, const char *other)
{
  gboolean same = say_the_same (one, other);

  if (dolen_text_is_empty (one) && dolen_text_is_empty (other))
    return;
  if (dolen_text_is_empty (one) || dolen_text_is_empty (other)) {
    add_lonely_fact (table, title, one, other);
    return;
  }
  add_cell (table,
            0,
            2,
            /* Translators: of a fact of two records, short: both say the same, or not. */
            new_fact_title (title,
                            same ? _ ("= the same") : _ ("≠ different"),
                            same ? "dim-label" : "warning"));
  table->line++;
  add_cell (table, 0, same ? 2 : 1, new_value (one));
  if (!same)
    add_cell (table, 1, 1, new_value (other));
  table->line++;
}

/* (nullable): a form that is not known is none. */
static const char *
say_form (const DolenOrganisation *organisation, DolenLanguage language)
{
  return organisation->governance != DOLEN_GOVERNANCE_UNKNOWN
             ? dolen_sentence_governance (language, organisation->governance)
             : NULL;
}

static void
add_phones (Table *table, const char *one, const char *other)
{
  g_autofree char *left = one != NULL ? dolen_text_phone_display (one) : NULL;
  g_autofree char *right = other != NULL ? dolen_text_phone_display (other) : NULL;

  add_fact (table, _ ("Telephone"), left, right);
}

/* (transfer full) (nullable) */
static char *
dup_place (const DolenService *service)
{
  const DolenVenue *venue = service->venues->len > 0 ? service->venues->pdata[0] : NULL;
  const char *parts[3] = { NULL };
  guint n = 0;

  if (venue != NULL && !dolen_text_is_empty (venue->city))
    parts[n++] = dolen_town_name (venue->city, dolen_language_current ());
  if (venue != NULL && !dolen_text_is_empty (venue->postcode))
    parts[n++] = venue->postcode;
  return n > 0 ? g_strjoinv (", ", (char **) parts) : NULL;
}

static void
add_service_facts (Table *table, DolenDirectory *directory, const DolenAlikePair *pair)
{
  g_autoptr (DolenService) one = dolen_directory_get_service (directory, pair->one, NULL);
  g_autoptr (DolenService) other = dolen_directory_get_service (directory, pair->other, NULL);
  DolenLanguage language = dolen_language_current ();
  g_autofree char *today = dolen_date_today ();
  g_autofree char *when_one = NULL, *when_other = NULL;
  g_autofree char *place_one = NULL, *place_other = NULL;

  if (one == NULL || other == NULL)
    return;
  when_one = dolen_sentence_when (language, one->schedules, today);
  when_other = dolen_sentence_when (language, other->schedules, today);
  place_one = dup_place (one);
  place_other = dup_place (other);
  add_fact (table, _ ("When"), when_one, when_other);
  add_fact (table, _ ("Place"), place_one, place_other);
  add_phones (table, one->phone, other->phone);
  add_fact (table, _ ("E-mail"), one->email, other->email);
  add_fact (table,
            _ ("Description"),
            dolen_bilingual_get (&one->description, language),
            dolen_bilingual_get (&other->description, language));
}

static void
add_organisation_facts (Table *table, DolenDirectory *directory, const DolenAlikePair *pair)
{
  g_autoptr (DolenOrganisation) one = dolen_directory_get_organisation (directory, pair->one, NULL);
  g_autoptr (DolenOrganisation) other
             = dolen_directory_get_organisation (directory, pair->other, NULL);
  DolenLanguage language = dolen_language_current ();

  if (one == NULL || other == NULL)
    return;
  add_fact (table, _ ("Form"), say_form (one, language), say_form (other, language));
  add_phones (table, one->phone, other->phone);
  add_fact (table, _ ("E-mail"), one->email, other->email);
  add_fact (table, _ ("Web page"), one->url, other->url);
}

/* What it is called, and whose it is. */
static GtkWidget *
new_head (const DolenAlikeCase *alike, guint which)
{
  DolenLanguage language = dolen_language_current ();
  const char *name = dolen_bilingual_get (&alike->names[which], language);
  const char *organisation = dolen_bilingual_get (&alike->organisations[which], language);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), dolen_label_new (name != NULL ? name : "", "heading"));
  if (!dolen_text_is_empty (organisation))
    gtk_box_append (GTK_BOX (box), dolen_label_new (organisation, "dim-label"));
  return box;
}

static GtkWidget *
new_keep_button (DolenSession *session, const DolenAlikeCase *alike, guint which, int proposed)
{
  GtkWidget *button
      = new_button (session,
                    &alike->pair,
                    which == 0 ? KEEP_ONE : KEEP_OTHER,
                    /* Translators: a button under one of two records: this one stays, and the other
                     * goes into it. Short. */
                    _ ("Keep This One"),
                    dolen_bilingual_get (&alike->names[which], dolen_language_current ()));

  if (proposed == (int) which)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_margin_top (button, 6);
  return button;
}

/* Side by side, however narrow: what is compared stands in one line. */
static GtkWidget *
new_table (DolenSession *session, const DolenAlikeCase *alike)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  Table table = { GTK_GRID (gtk_grid_new ()), 0 };
  int proposed
      = dolen_alike_propose_kept (directory, alike->pair.kind, alike->pair.one, alike->pair.other);

  gtk_grid_set_column_homogeneous (table.grid, TRUE);
  gtk_grid_set_column_spacing (table.grid, 18);
  gtk_grid_set_row_spacing (table.grid, 3);
  for (guint which = 0; which < 2; which++)
    add_cell (&table, (int) which, 1, new_head (alike, which));
  table.line++;
  if (alike->pair.kind == DOLEN_ALIKE_SERVICES)
    add_service_facts (&table, directory, &alike->pair);
  else
    add_organisation_facts (&table, directory, &alike->pair);
  for (guint which = 0; which < 2; which++)
    add_cell (&table, (int) which, 1, new_keep_button (session, alike, which, proposed));
  return GTK_WIDGET (table.grid);
}

/* @alone: the only pair: what speaks for it stands over the card already. */
static GtkWidget *
new_case (DolenSession *session, const DolenAlikeCase *alike, gboolean alone)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *why
      = dolen_alike_evidence_text (dolen_language_current (), alike->pair.evidence);

  if (!alone)
    gtk_box_append (GTK_BOX (box), dolen_label_new (why, NULL));
  gtk_box_append (GTK_BOX (box), new_table (session, alike));
  gtk_box_append (GTK_BOX (box),
                  /* Translators: a button: two records are not the same; it is remembered. */
                  new_button (session, &alike->pair, ARE_TWO, _ ("They Are Two"), NULL));
  return box;
}

void
dolen_desk_fill_alike (GtkBox *box, DolenSession *session, const DolenQueueItem *item)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  GtkWidget *list = dolen_boxed_list_new ();
  g_autoptr (GPtrArray) cases = NULL;

  if (directory != NULL)
    cases = dolen_alike_list (directory, item->record_uid, 0, NULL);
  for (guint i = 0; cases != NULL && i < cases->len; i++)
    dolen_boxed_list_add (list, new_case (session, cases->pdata[i], cases->len == 1));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Are these one?"), -1);
  gtk_box_append (box,
                  /* Translators: a heading over two records that look like one. */
                  dolen_section_new (_ ("Are these one?"), NULL, list));
}

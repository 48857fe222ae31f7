/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-call-card.h"

#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/directory/dolen-call-ends.h"
#include "app/directory/dolen-call-questions.h"
#include "app/directory/dolen-call-row.h"
#include "app/directory/dolen-form-out-window.h"
#include "app/directory/dolen-queue-marks.h"
#include "app/directory/dolen-queue-top.h"
#include "app/directory/dolen-undoable.h"
#include "app/dolen-page.h"
#include "app/dolen-window.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <glib/gi18n.h>

#define CARD_WIDTH 680

struct _DolenCallCard {
  AdwBin parent_instance;
  DolenSession *session;      /* (owned) */
  GPtrArray *items;           /* (owned) */
  const DolenQueueItem *item; /* in items */
  DolenKeepingRules rules;
  DolenCallDraft *draft; /* (owned) */
  GPtrArray *rows;       /* (owned): of DolenCallRow, not owned */
  char *today;           /* (owned) */
  gboolean showing;      /* what changes is the draft's doing */
  gboolean saving;

  GtkToggleButton *outcomes[DOLEN_N_CALL_OUTCOMES];
  GtkWidget *asked_row;
  GtkWidget *note_row;
  GtkWidget *next_row;
  GtkLabel *words;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (DolenCallCard, dolen_call_card, ADW_TYPE_BIN)

static guint saved_signal;

/* ---- showing the draft ---- */

static void
set_text (GtkWidget *row, const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), text))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
get_state (DolenCallCard *self, DolenCallState *state)
{
  dolen_call_draft_get_state (self->draft, &self->rules, self->item->tries, self->today, state);
}

static void
show_state (DolenCallCard *self)
{
  g_auto (DolenCallState) state = { 0 };

  get_state (self, &state);
  gtk_widget_set_visible (self->next_row, state.asks_next_try);
  if (!gtk_widget_has_focus (self->next_row) || self->draft->next_try == NULL)
    set_text (self->next_row, state.next_try);
  gtk_label_set_label (self->words, state.words);
  gtk_widget_set_sensitive (self->save_button, state.can_save && !self->saving);
}

static void
show_draft (DolenCallCard *self)
{
  self->showing = TRUE;
  if (self->draft->has_outcome)
    gtk_toggle_button_set_active (self->outcomes[self->draft->outcome], TRUE);
  set_text (self->asked_row, self->draft->asked);
  set_text (self->note_row, self->draft->note);
  for (guint i = 0; i < self->rows->len; i++)
    dolen_call_row_show (self->rows->pdata[i], self->draft);
  show_state (self);
  self->showing = FALSE;
}

/* @next: (transfer full) */
static void
take (DolenCallCard *self, DolenCallDraft *next)
{
  dolen_call_draft_free (self->draft);
  self->draft = next;
  show_draft (self);
}

/* ---- what is touched ---- */

static void
on_outcome (GtkToggleButton *button, DolenCallCard *self)
{
  if (self->showing || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < DOLEN_N_CALL_OUTCOMES; i++)
    if (self->outcomes[i] == button)
      take (self, dolen_call_draft_set_outcome (self->draft, i));
}

static void
on_asked (GtkEditable *row, DolenCallCard *self)
{
  if (!self->showing)
    take (self, dolen_call_draft_set_asked (self->draft, gtk_editable_get_text (row)));
}

static void
on_note (GtkEditable *row, DolenCallCard *self)
{
  if (!self->showing)
    take (self, dolen_call_draft_set_note (self->draft, gtk_editable_get_text (row)));
}

static void
on_next_try (GtkEditable *row, DolenCallCard *self)
{
  if (!self->showing)
    take (self, dolen_call_draft_set_next_try (self->draft, gtk_editable_get_text (row)));
}

static void
on_tick (DolenCallRow *row, gboolean ticked, DolenCallCard *self)
{
  const DolenCallFact *fact = dolen_call_row_get_fact (row);

  take (self, dolen_call_draft_tick (self->draft, fact->service, fact->code, ticked));
}

static void
on_change (DolenCallRow *row, const char *field, const char *value, DolenCallCard *self)
{
  const DolenCallFact *fact = dolen_call_row_get_fact (row);

  take (self,
        dolen_call_draft_change (self->draft,
                                 fact->service,
                                 fact->code,
                                 field,
                                 value,
                                 dolen_call_row_get_before (row, field)));
}

static void
on_capacity (DolenCallRow *row, DolenCallCard *self)
{
  g_autoptr (DolenCapacity) report = dolen_call_row_read_capacity (row);

  if (report != NULL)
    take (self,
          dolen_call_draft_set_capacity (
              self->draft, dolen_call_row_get_fact (row)->service, report));
}

static void
on_unchange (DolenCallRow *row, DolenCallCard *self)
{
  const DolenCallFact *fact = dolen_call_row_get_fact (row);

  take (self, dolen_call_draft_unchange (self->draft, fact->service, fact->code));
}

static void
on_editor (DolenCallRow *row, DolenCallCard *self)
{
  dolen_page_go (GTK_WIDGET (row), "directory", "service", dolen_call_row_get_fact (row)->service);
}

static void
on_answered (GtkWidget *questions, const char *uid, gboolean answered, DolenCallCard *self)
{
  take (self, dolen_call_draft_answer (self->draft, uid, answered));
}

static void
on_end (const DolenCallEnd *end, const char *typed, gpointer user_data)
{
  DolenCallCard *self = user_data;

  take (self,
        dolen_call_draft_set_end (self->draft, end->kind, end->uid, end->part, end->which, typed));
}

void
dolen_call_card_write (DolenCallCard *self)
{
  GtkWindow *window;

  g_return_if_fail (DOLEN_IS_CALL_CARD (self));

  window = dolen_form_out_window_new (self->session, self->item);
  if (window != NULL)
    dolen_window_present_dialog (GTK_WIDGET (self), window);
}

/* ---- saving ---- */

static gint64
write_call (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  return dolen_call_save (directory, data, who, error);
}

static void
on_saved (gboolean done, gpointer user_data)
{
  g_autoptr (DolenCallCard) self = user_data;

  self->saving = FALSE;
  if (self->save_button != NULL)
    show_state (self);
  if (done)
    g_signal_emit (self, saved_signal, 0);
}

gboolean
dolen_call_card_save (DolenCallCard *self)
{
  g_auto (DolenCallState) state = { 0 };
  g_autofree char *title = NULL;
  DolenUndoable edit
      = { NULL, write_call, NULL, (GDestroyNotify) dolen_call_free, on_saved, NULL, NULL };

  g_return_val_if_fail (DOLEN_IS_CALL_CARD (self), FALSE);

  get_state (self, &state);
  if (!state.can_save || self->saving)
    return FALSE;
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->save_button, FALSE);
  /* Translators: a toast with "Undo": a call was written down: to whom, and what came of it. */
  title = g_strdup_printf (
      _ ("%1$s: %2$s"),
      self->item->title,
      dolen_call_outcome_label (self->draft->outcome, dolen_language_current ()));
  edit.title = title;
  edit.data = dolen_call_draft_to_call (self->draft, &state, self->today);
  edit.user_data = g_object_ref (self);
  dolen_undoable_run (self->session, &edit);
  return TRUE;
}

static void
on_save_clicked (DolenCallCard *self)
{
  dolen_call_card_save (self);
}

void
dolen_call_card_set_outcome (DolenCallCard *self, DolenCallOutcome outcome)
{
  g_return_if_fail (DOLEN_IS_CALL_CARD (self));
  take (self, dolen_call_draft_set_outcome (self->draft, outcome));
}

const DolenQueueItem *
dolen_call_card_get_item (DolenCallCard *self)
{
  g_return_val_if_fail (DOLEN_IS_CALL_CARD (self), NULL);
  return self->item;
}

const DolenCallDraft *
dolen_call_card_get_draft (DolenCallCard *self)
{
  g_return_val_if_fail (DOLEN_IS_CALL_CARD (self), NULL);
  return self->draft;
}

GtkWidget *
dolen_call_card_get_row (DolenCallCard *self, const char *service, const char *code)
{
  g_return_val_if_fail (DOLEN_IS_CALL_CARD (self), NULL);

  for (guint i = 0; i < self->rows->len; i++) {
    const DolenCallFact *fact = dolen_call_row_get_fact (self->rows->pdata[i]);

    if (g_str_equal (fact->service, service) && g_str_equal (fact->code, code))
      return self->rows->pdata[i];
  }
  return NULL;
}

/* ---- making it ---- */

static GtkWidget *
new_outcomes (DolenCallCard *self)
{
  GtkWidget *box = dolen_wrap_box_new ();

  dolen_wrap_box_set_most_natural (box, 480);
  for (guint i = 0; i < DOLEN_N_CALL_OUTCOMES; i++) {
    GtkWidget *button = gtk_toggle_button_new_with_label (
        dolen_call_outcome_label (i, dolen_language_current ()));

    self->outcomes[i] = GTK_TOGGLE_BUTTON (button);
    if (i > 0)
      gtk_toggle_button_set_group (self->outcomes[i], self->outcomes[0]);
    g_signal_connect (button, "toggled", G_CALLBACK (on_outcome), self);
    gtk_box_append (GTK_BOX (box), button);
  }
  /* Translators: a heading over "Reached", "Left a message" ... */
  return dolen_section_new (_ ("What came of the call"), NULL, box);
}

static void
set_name (GtkWidget *list, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_row (DolenCallCard *self, GtkWidget *list, GtkWidget *row)
{
  g_signal_connect (row, "tick", G_CALLBACK (on_tick), self);
  g_signal_connect (row, "change", G_CALLBACK (on_change), self);
  g_signal_connect (row, "capacity", G_CALLBACK (on_capacity), self);
  g_signal_connect (row, "unchange", G_CALLBACK (on_unchange), self);
  g_signal_connect (row, "editor", G_CALLBACK (on_editor), self);
  g_ptr_array_add (self->rows, row);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* What is not asked for is folded away: it may be told all the same. */
static void
add_facts (DolenCallCard *self, GtkBox *box, const DolenService *service)
{
  g_autoptr (GPtrArray) facts = dolen_call_facts_new (self->item, service, self->today);
  const char *name = dolen_bilingual_get (&service->name, dolen_language_current ());
  GtkWidget *asked = dolen_boxed_list_new ();
  GtkWidget *others = dolen_boxed_list_new ();
  /* Translators: unfolds the facts of a group that need not be asked about yet. */
  GtkWidget *fold = gtk_expander_new (_ ("The rest of the listing"));
  GtkWidget *section;

  set_name (asked, _ ("Read out, and tick what holds"));
  set_name (others, _ ("The rest of the listing"));
  g_ptr_array_set_free_func (facts, NULL);
  for (guint i = 0; i < facts->len; i++) {
    DolenCallFact *fact = facts->pdata[i];
    add_row (self, fact->asked ? asked : others, dolen_call_row_new (fact, service));
  }
  gtk_expander_set_child (GTK_EXPANDER (fold), others);
  gtk_widget_set_visible (fold, gtk_widget_get_first_child (others) != NULL);
  section = dolen_section_new (self->item->services->len > 1
                                   ? name
                                   /* Translators: a heading over the facts of a group. */
                                   : _ ("Read out, and tick what holds"),
                               NULL,
                               asked);
  gtk_widget_set_visible (section, gtk_widget_get_first_child (asked) != NULL);
  gtk_box_append (box, section);
  gtk_box_append (box, fold);
}

static void
add_services (DolenCallCard *self, GtkBox *box)
{
  DolenDirectory *directory = dolen_session_get_directory (self->session);

  for (guint i = 0; directory != NULL && i < self->item->services->len; i++) {
    DolenService *service
        = dolen_directory_get_service (directory, self->item->services->pdata[i], NULL);

    if (service != NULL)
      add_facts (self, box, service);
    dolen_service_free (service);
  }
}

static GtkWidget *
new_entry (const char *title, GCallback callback, DolenCallCard *self)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect (row, "changed", callback, self);
  return row;
}

static GtkWidget *
new_notes (DolenCallCard *self)
{
  GtkWidget *list = dolen_boxed_list_new ();

  self->next_row = new_entry (_ ("Next try on (day/month/year)"), G_CALLBACK (on_next_try), self);
  /* Translators: an entry: a role or a name. */
  self->asked_row = new_entry (_ ("Whom you spoke to"), G_CALLBACK (on_asked), self);
  self->note_row
      = new_entry (_ ("Note about the listing, not about a person"), G_CALLBACK (on_note), self);
  set_name (list, _ ("The call"));
  gtk_list_box_append (GTK_LIST_BOX (list), self->next_row);
  gtk_list_box_append (GTK_LIST_BOX (list), self->asked_row);
  gtk_list_box_append (GTK_LIST_BOX (list), self->note_row);
  return list;
}

static GtkWidget *
new_bar (DolenCallCard *self)
{
  GtkWidget *bar;

  self->words = GTK_LABEL (dolen_label_new (NULL, NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  /* Translators: a button: writes the call down and shows the next row of the queue; short. */
  self->save_button = gtk_button_new_with_mnemonic (_ ("_Save and Next"));
  gtk_widget_add_css_class (self->save_button, "suggested-action");
  gtk_widget_set_valign (self->save_button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->save_button, "clicked", G_CALLBACK (on_save_clicked), self);
  bar = dolen_side_box_new (GTK_WIDGET (self->words), self->save_button);
  gtk_widget_add_css_class (bar, "queue-bar");
  return bar;
}

static GtkWidget *
new_write_button (DolenCallCard *self)
{
  /* Translators: a button: opens a form for a group to fill in, for an e-mail or on paper. */
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Write to Them…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (dolen_call_card_write), self);
  return button;
}

static void
fill (DolenCallCard *self, GtkBox *box)
{
  gtk_box_append (box, dolen_queue_top_new (self->session, self->item));
  gtk_box_append (box, dolen_queue_number_new (self->session, self->item));
  gtk_box_append (box, new_write_button (self));
  gtk_box_append (box, new_outcomes (self));
  gtk_box_append (box,
                  dolen_call_questions_new (
                      self->session, self->item, self->draft, G_CALLBACK (on_answered), self));
  gtk_box_append (
      box,
      dolen_call_ends_new (self->session, self->item, &self->rules, self->draft, on_end, self));
  add_services (self, box);
  gtk_box_append (box, new_notes (self));
  gtk_box_append (box, dolen_queue_marks_new (self->session, self->item));
}

static void
build (DolenCallCard *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fill (self, GTK_BOX (box));
  gtk_widget_add_css_class (box, "queue-card");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), CARD_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (outer), scrolled);
  gtk_box_append (GTK_BOX (outer), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (outer), new_bar (self));
  adw_bin_set_child (ADW_BIN (self), outer);
}

GtkWidget *
dolen_call_card_new (DolenSession *session,
                     GPtrArray *items,
                     const DolenQueueItem *item,
                     const DolenKeepingRules *rules,
                     DolenCallDraft *draft)
{
  DolenCallCard *self = g_object_new (DOLEN_TYPE_CALL_CARD, NULL);

  self->session = g_object_ref (session);
  self->items = g_ptr_array_ref (items);
  self->item = item;
  self->rules = *rules;
  self->draft = draft != NULL ? draft : dolen_call_draft_new (item->services);
  build (self);
  show_draft (self);
  return GTK_WIDGET (self);
}

/* ---- the object ---- */

static void
dolen_call_card_dispose (GObject *object)
{
  DolenCallCard *self = DOLEN_CALL_CARD (object);

  self->showing = TRUE;
  self->save_button = NULL;
  g_ptr_array_set_size (self->rows, 0);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_call_card_parent_class)->dispose (object);
}

static void
dolen_call_card_finalize (GObject *object)
{
  DolenCallCard *self = DOLEN_CALL_CARD (object);

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->rows);
  dolen_call_draft_free (self->draft);
  g_free (self->today);
  G_OBJECT_CLASS (dolen_call_card_parent_class)->finalize (object);
}

static void
dolen_call_card_class_init (DolenCallCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_call_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_call_card_finalize;
  saved_signal = g_signal_new (
      "saved", DOLEN_TYPE_CALL_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dolen_call_card_init (DolenCallCard *self)
{
  self->rows = g_ptr_array_new ();
  self->today = dolen_date_today ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-vault-gate.h"

#include "app/casework/dolen-new-vault-window.h"
#include "app/casework/dolen-quick-unlock.h"
#include "app/casework/dolen-swap-words.h"
#include "app/dolen-error-message.h"
#include "casework/dolen-casework-quick.h"
#include "casework/dolen-casework-workers.h"

#include <glib/gi18n.h>

struct _DolenVaultGate {
  AdwBin parent_instance;

  DolenSession *session;   /* (owned) */
  DolenCasework *casework; /* (owned) */
  DolenGateFunc func;
  gpointer user_data;

  guint begin_source;   /* idle source, 0 none */
  GCancellable *asking; /* (owned) (nullable) the keyring is asked */

  GtkStack *stack;
  GtkWidget *practice_label;
  AdwPreferencesRow *passphrase_row;
  GtkLabel *problem_label;
  GtkWidget *unlock_button;
  GtkWidget *spinner;
  GtkWidget *keyring_button;
  GtkWidget *stale_label;
  GtkLabel *swap_label;
  GtkToggleButton *recovery_button;
  GtkWidget *damage_bar;
  GtkLabel *damage_label;
  AdwBin *content_bin;
};

G_DEFINE_FINAL_TYPE (DolenVaultGate, dolen_vault_gate, ADW_TYPE_BIN)

static void
show_problem (DolenVaultGate *self, const char *message)
{
  gtk_label_set_label (self->problem_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), message != NULL);
}

static void
set_busy (DolenVaultGate *self, gboolean busy)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));

  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  gtk_widget_set_sensitive (self->unlock_button, !busy && *typed != '\0');
  gtk_widget_set_sensitive (self->keyring_button, !busy && self->asking == NULL);
}

static void
show_damage (DolenVaultGate *self)
{
  const GError *problem = dolen_casework_get_problem (self->casework);
  g_autofree char *message = problem != NULL ? dolen_error_to_message (problem) : NULL;

  gtk_label_set_label (self->damage_label, message != NULL ? message : "");
  gtk_widget_set_visible (self->damage_bar, problem != NULL);
}

gboolean
dolen_vault_gate_begin (DolenVaultGate *self)
{
  g_return_val_if_fail (DOLEN_IS_VAULT_GATE (self), FALSE);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "locked") != 0)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
}

static gboolean
begin_cb (gpointer user_data)
{
  DolenVaultGate *self = user_data;

  self->begin_source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    dolen_vault_gate_begin (self);
  return G_SOURCE_REMOVE;
}

/* What has the focus is about to be hidden: it must hear of it first. */
static void
let_go_of_focus (DolenVaultGate *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_root_set_focus (root, NULL);
}

/* A directory editor looks after the directory: no record is theirs to see here. */
static GtkWidget *
new_content (DolenVaultGate *self)
{
  GtkWidget *page;

  if (!dolen_casework_is_editor (self->casework))
    return self->func (self->user_data);
  page = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dolen-locked-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("You Are Here as Directory Editor"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _ ("People’s records are not part of that role. A lead can give you another one."));
  return page;
}

/* What this computer does with memory is looked at each time before somebody unlocks; nothing is
 * said where nothing is to be said. */
static void
show_ways (DolenVaultGate *self)
{
  DolenQuickState quick = dolen_casework_get_quick (self->casework);
  DolenSwap swap = dolen_swap_check_here ();

  gtk_widget_set_visible (self->keyring_button, quick == DOLEN_QUICK_READY);
  gtk_widget_set_visible (self->stale_label, quick == DOLEN_QUICK_STALE);
  gtk_label_set_label (self->swap_label, swap == DOLEN_SWAP_OPEN ? dolen_swap_words (swap) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->swap_label), swap == DOLEN_SWAP_OPEN);
}

static void
update (DolenVaultGate *self)
{
  let_go_of_focus (self);
  if (dolen_casework_is_unlocked (self->casework)) {
    if (adw_bin_get_child (self->content_bin) == NULL)
      adw_bin_set_child (self->content_bin, new_content (self));
    show_damage (self);
    gtk_stack_set_visible_child_name (self->stack, "open");
    return;
  }
  adw_bin_set_child (self->content_bin, NULL);
  gtk_stack_set_visible_child_name (self->stack,
                                    dolen_casework_exists (self->casework) ? "locked" : "none");
  set_busy (self, dolen_casework_is_busy (self->casework));
  show_ways (self);
  /* Not at once: the button that locked is hidden after this, and passes the focus on. */
  if (self->begin_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->begin_source = g_idle_add (begin_cb, self);
}

static void
on_create_clicked (DolenVaultGate *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *window = dolen_new_vault_window_new (self->session);

  gtk_window_set_transient_for (window, GTK_WINDOW (root));
  gtk_window_present (window);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr (DolenVaultGate) self = g_weak_ref_get (ref);
  g_autoptr (GError) error = NULL;
  gboolean opened = dolen_casework_open_finish (DOLEN_CASEWORK (source), result, &error);

  g_weak_ref_clear (ref);
  g_free (ref);
  /* The window may have been closed meanwhile, or its content made anew. */
  if (self == NULL || self->session == NULL)
    return;
  if (!opened) {
    g_autofree char *message = dolen_error_to_message (error);

    set_busy (self, FALSE);
    show_problem (self, message);
    gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
    return;
  }
  show_problem (self, NULL);
  update (self);
  if (dolen_casework_is_by_recovery_key (self->casework))
    dolen_session_toast (
        self->session,
        _ ("Unlocked with the recovery key. Set a new passphrase under Case Records in the menu."));
}

/* An unlocking that is under way must not keep the gate: the page before it may go. */
static GWeakRef *
new_ref (DolenVaultGate *self)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, self);
  return ref;
}

static void
stop_asking (DolenVaultGate *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
on_unlock_clicked (DolenVaultGate *self)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row)));

  if (*typed == '\0' || dolen_casework_is_busy (self->casework))
    return;
  stop_asking (self);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  show_problem (self, NULL);
  if (gtk_toggle_button_get_active (self->recovery_button))
    dolen_casework_unlock_with_recovery_key_async (
        self->casework, typed, on_opened, new_ref (self));
  else
    dolen_casework_unlock_async (self->casework, typed, on_opened, new_ref (self));
  dolen_wipe_string (g_steal_pointer (&typed));
  set_busy (self, TRUE);
}

/* ---- quick unlock ---- */

static void
on_keyring_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr (DolenVaultGate) self = g_weak_ref_get (ref);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  dolen_quick_unlock_opened (DOLEN_SESSION (source), result, &error);
  g_weak_ref_clear (ref);
  g_free (ref);
  if (self == NULL || self->session == NULL)
    return;
  message = error != NULL ? dolen_error_to_message (error) : NULL;
  /* Given up because a passphrase was typed instead: that one goes on. */
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->asking != NULL) {
    g_clear_object (&self->asking);
    show_problem (self, message);
  }
  set_busy (self, dolen_casework_is_busy (self->casework));
  if (error == NULL)
    update (self);
  else if (message != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
}

/* While the keyring is asked the passphrase can be typed; it goes first. */
static void
on_keyring_clicked (DolenVaultGate *self)
{
  if (self->asking != NULL || dolen_casework_is_busy (self->casework))
    return;
  self->asking = g_cancellable_new ();
  show_problem (self, NULL);
  set_busy (self, FALSE);
  dolen_quick_unlock_open (self->session, self->asking, on_keyring_opened, new_ref (self));
}

static void
on_passphrase_changed (DolenVaultGate *self)
{
  set_busy (self, dolen_casework_is_busy (self->casework));
}

static void
on_recovery_toggled (DolenVaultGate *self)
{
  gboolean recovery = gtk_toggle_button_get_active (self->recovery_button);

  adw_preferences_row_set_title (self->passphrase_row,
                                 recovery ? _ ("Recovery key") : _ ("Passphrase"));
  show_problem (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
}

static void
on_accept_clicked (DolenVaultGate *self)
{
  g_autoptr (GError) error = NULL;

  if (!dolen_casework_accept_problem (
          self->casework, _ ("Seen and accepted in the window"), &error))
    dolen_session_report (self->session, error);
  show_damage (self);
}

static void
dolen_vault_gate_dispose (GObject *object)
{
  DolenVaultGate *self = DOLEN_VAULT_GATE (object);

  g_clear_handle_id (&self->begin_source, g_source_remove);
  stop_asking (self);
  g_clear_object (&self->casework);
  g_clear_object (&self->session);
  /* The stack is a child of the template and the bin's own: it may go only once. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_VAULT_GATE);
  G_OBJECT_CLASS (dolen_vault_gate_parent_class)->dispose (object);
}

static void
dolen_vault_gate_class_init (DolenVaultGateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_vault_gate_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-vault-gate.ui");
  gtk_widget_class_bind_template_child (widget_class, DolenVaultGate, stack);
  gtk_widget_class_bind_template_child (widget_class, DolenVaultGate, practice_label);
  gtk_widget_class_bind_template_child (widget_class, DolenVaultGate, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, DolenVaultGate, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DolenVaultGate, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, DolenVaultGate, spinner);
  gtk_widget_class_bind_template_child (widget_class, DolenVaultGate, keyring_button);
  gtk_widget_class_bind_template_child (widget_class, DolenVaultGate, stale_label);
  gtk_widget_class_bind_template_child (widget_class, DolenVaultGate, swap_label);
  gtk_widget_class_bind_template_child (widget_class, DolenVaultGate, recovery_button);
  gtk_widget_class_bind_template_child (widget_class, DolenVaultGate, damage_bar);
  gtk_widget_class_bind_template_child (widget_class, DolenVaultGate, damage_label);
  gtk_widget_class_bind_template_child (widget_class, DolenVaultGate, content_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_create_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_unlock_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_passphrase_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_recovery_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_keyring_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_clicked);
}

static void
dolen_vault_gate_init (DolenVaultGate *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dolen_vault_gate_new (DolenSession *session, DolenGateFunc func, gpointer user_data)
{
  DolenVaultGate *self = g_object_new (DOLEN_TYPE_VAULT_GATE, NULL);

  self->session = g_object_ref (session);
  self->casework = g_object_ref (dolen_session_get_casework (session));
  self->func = func;
  self->user_data = user_data;
  gtk_widget_set_visible (self->practice_label, dolen_session_is_sample (session));
  g_signal_connect_object (
      self->casework, "notify::unlocked", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

GtkWidget *
dolen_vault_gate_get_content (DolenVaultGate *self)
{
  g_return_val_if_fail (DOLEN_IS_VAULT_GATE (self), NULL);
  return dolen_casework_is_editor (self->casework) ? NULL : adw_bin_get_child (self->content_bin);
}

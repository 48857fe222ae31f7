/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-frame.h"

#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "directory/dolen-directory.h"

#include <glib/gi18n.h>

typedef struct {
  GtkWidget *widget; /* below the frame */
  DolenListingShow show;
  DolenListingLeave leave; /* (nullable) */
} Watcher;

struct _DolenListingFrame {
  AdwBin parent_instance;
  DolenSession *session; /* (owned) */
  char *kind;            /* (owned) */
  char *uid;             /* (owned) */
  gpointer record;       /* (owned) (nullable) DolenService or DolenOrganisation */
  GArray *watchers;      /* (owned) of Watcher */
  GHashTable *sections;  /* (owned) name to widget */

  GtkStack *stack; /* "editor", "gone" */
  GtkScrolledWindow *scroller;
  GtkWidget *column;
  GtkLabel *name;
  GtkLabel *subtitle;
  GtkWidget *buttons;
  GtkWidget *jumps;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (DolenListingFrame, dolen_listing_frame, ADW_TYPE_BIN)

static gboolean
is_service (DolenListingFrame *self)
{
  return g_str_equal (self->kind, "service");
}

static void
clear_record (DolenListingFrame *self)
{
  gpointer record = g_steal_pointer (&self->record);

  if (record == NULL)
    return;
  if (is_service (self))
    dolen_service_free (record);
  else
    dolen_organisation_free (record);
}

static gpointer
read_record (DolenListingFrame *self)
{
  DolenDirectory *directory = dolen_session_get_directory (self->session);

  if (directory == NULL)
    return NULL;
  return is_service (self)
             ? (gpointer) dolen_directory_get_service (directory, self->uid, NULL)
             : (gpointer) dolen_directory_get_organisation (directory, self->uid, NULL);
}

static const DolenBilingual *
name_of (DolenListingFrame *self)
{
  return is_service (self) ? &((DolenService *) self->record)->name
                           : &((DolenOrganisation *) self->record)->name;
}

static void
reload (DolenListingFrame *self)
{
  self->stale = FALSE;
  clear_record (self);
  self->record = read_record (self);
  gtk_stack_set_visible_child_name (self->stack, self->record != NULL ? "editor" : "gone");
  if (self->record == NULL)
    return;
  gtk_label_set_text (self->name, dolen_bilingual_get (name_of (self), dolen_language_current ()));
  for (guint i = 0; i < self->watchers->len; i++) {
    const Watcher *watcher = &g_array_index (self->watchers, Watcher, i);
    watcher->show (watcher->widget, self->record);
  }
}

static void
on_directory_changed_cb (DolenListingFrame *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
}

void
dolen_listing_frame_leave (DolenListingFrame *self)
{
  g_return_if_fail (DOLEN_IS_LISTING_FRAME (self));

  for (guint i = 0; i < self->watchers->len; i++) {
    const Watcher *watcher = &g_array_index (self->watchers, Watcher, i);
    if (watcher->leave != NULL)
      watcher->leave (watcher->widget);
  }
}

/* ---- the object ---- */

static void
dolen_listing_frame_map (GtkWidget *widget)
{
  DolenListingFrame *self = DOLEN_LISTING_FRAME (widget);

  if (self->stale)
    reload (self);
  GTK_WIDGET_CLASS (dolen_listing_frame_parent_class)->map (widget);
}

static void
dolen_listing_frame_unmap (GtkWidget *widget)
{
  dolen_listing_frame_leave (DOLEN_LISTING_FRAME (widget));
  GTK_WIDGET_CLASS (dolen_listing_frame_parent_class)->unmap (widget);
}

static void
dolen_listing_frame_dispose (GObject *object)
{
  DolenListingFrame *self = DOLEN_LISTING_FRAME (object);

  g_array_set_size (self->watchers, 0);
  g_hash_table_remove_all (self->sections);
  adw_bin_set_child (ADW_BIN (self), NULL);
  clear_record (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_listing_frame_parent_class)->dispose (object);
}

static void
dolen_listing_frame_finalize (GObject *object)
{
  DolenListingFrame *self = DOLEN_LISTING_FRAME (object);

  g_array_unref (self->watchers);
  g_hash_table_unref (self->sections);
  g_free (self->kind);
  g_free (self->uid);
  G_OBJECT_CLASS (dolen_listing_frame_parent_class)->finalize (object);
}

static void
dolen_listing_frame_class_init (DolenListingFrameClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_listing_frame_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_listing_frame_finalize;
  GTK_WIDGET_CLASS (klass)->map = dolen_listing_frame_map;
  GTK_WIDGET_CLASS (klass)->unmap = dolen_listing_frame_unmap;
}

static GtkWidget *
new_top (DolenListingFrame *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->name = GTK_LABEL (dolen_label_new (NULL, "title-2"));
  self->subtitle = GTK_LABEL (dolen_label_new (NULL, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), FALSE);
  self->buttons = dolen_wrap_box_new ();
  self->jumps = dolen_wrap_box_new ();
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->subtitle));
  gtk_box_append (GTK_BOX (top), self->buttons);
  gtk_box_append (GTK_BOX (top), self->jumps);
  return top;
}

static void
build_column (DolenListingFrame *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_margin_top (self->column, 12);
  gtk_widget_set_margin_bottom (self->column, 36);
  gtk_widget_set_margin_start (self->column, 12);
  gtk_widget_set_margin_end (self->column, 12);
  gtk_box_append (GTK_BOX (self->column), new_top (self));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->column);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, clamp);
}

static void
dolen_listing_frame_init (DolenListingFrame *self)
{
  GtkWidget *gone = adw_status_page_new ();

  self->watchers = g_array_new (FALSE, FALSE, sizeof (Watcher));
  self->sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  build_column (self);
  adw_status_page_set_title (ADW_STATUS_PAGE (gone), _ ("Not there any more"));
  adw_status_page_set_description (ADW_STATUS_PAGE (gone),
                                   _ ("It has been taken out of the directory."));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->scroller), "editor");
  gtk_stack_add_named (self->stack, gone, "gone");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

DolenListingFrame *
dolen_listing_frame_new (DolenSession *session, const char *kind, const char *uid)
{
  DolenListingFrame *self;

  g_return_val_if_fail (DOLEN_IS_SESSION (session) && kind != NULL && uid != NULL, NULL);

  self = g_object_new (DOLEN_TYPE_LISTING_FRAME, NULL);
  self->session = g_object_ref (session);
  self->kind = g_strdup (kind);
  self->uid = g_strdup (uid);
  g_signal_connect_object (
      session, "directory-changed", G_CALLBACK (on_directory_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* ---- building it ---- */

DolenSession *
dolen_listing_frame_get_session (DolenListingFrame *self)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_FRAME (self), NULL);
  return self->session;
}

const char *
dolen_listing_frame_get_kind (DolenListingFrame *self)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_FRAME (self), NULL);
  return self->kind;
}

const char *
dolen_listing_frame_get_uid (DolenListingFrame *self)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_FRAME (self), NULL);
  return self->uid;
}

gconstpointer
dolen_listing_frame_get_record (DolenListingFrame *self)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_FRAME (self), NULL);
  return self->record;
}

static void
on_jump_cb (DolenListingFrame *self, GtkWidget *button)
{
  dolen_listing_frame_go (self, g_object_get_data (G_OBJECT (button), "section"));
}

GtkBox *
dolen_listing_frame_add_section (DolenListingFrame *self, const char *name, const char *title)
{
  GtkWidget *content, *section, *button;

  g_return_val_if_fail (DOLEN_IS_LISTING_FRAME (self) && name != NULL && title != NULL, NULL);

  content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  section = dolen_section_new (title, NULL, content);
  gtk_widget_add_css_class (gtk_widget_get_first_child (gtk_widget_get_first_child (section)),
                            "title-4");
  gtk_box_append (GTK_BOX (self->column), section);
  g_hash_table_insert (self->sections, g_strdup (name), section);
  button = gtk_button_new_with_label (title);
  gtk_widget_add_css_class (button, "chip");
  g_object_set_data_full (G_OBJECT (button), "section", g_strdup (name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_jump_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->jumps), button);
  return GTK_BOX (content);
}

void
dolen_listing_frame_watch (DolenListingFrame *self,
                           GtkWidget *widget,
                           DolenListingShow show,
                           DolenListingLeave leave)
{
  Watcher watcher = { widget, show, leave };

  g_return_if_fail (DOLEN_IS_LISTING_FRAME (self) && GTK_IS_WIDGET (widget) && show != NULL);
  g_array_append_val (self->watchers, watcher);
}

GtkWidget *
dolen_listing_frame_add_button (DolenListingFrame *self, const char *label)
{
  GtkWidget *button;

  g_return_val_if_fail (DOLEN_IS_LISTING_FRAME (self), NULL);

  button = gtk_button_new_with_mnemonic (label);
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

void
dolen_listing_frame_set_subtitle (DolenListingFrame *self, const char *text)
{
  g_return_if_fail (DOLEN_IS_LISTING_FRAME (self));

  gtk_label_set_text (self->subtitle, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), text != NULL && *text != '\0');
}

gboolean
dolen_listing_frame_begin (DolenListingFrame *self)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_FRAME (self), FALSE);

  reload (self);
  return self->record != NULL;
}

void
dolen_listing_frame_go (DolenListingFrame *self, const char *name)
{
  GtkWidget *section;
  double x, y;

  g_return_if_fail (DOLEN_IS_LISTING_FRAME (self) && name != NULL);

  section = g_hash_table_lookup (self->sections, name);
  if (section == NULL || !gtk_widget_translate_coordinates (section, self->column, 0, 0, &x, &y))
    return;
  gtk_widget_child_focus (section, GTK_DIR_TAB_FORWARD);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), y);
}

GtkWidget *
dolen_listing_frame_get_section (DolenListingFrame *self, const char *section)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_FRAME (self), NULL);
  return g_hash_table_lookup (self->sections, section);
}

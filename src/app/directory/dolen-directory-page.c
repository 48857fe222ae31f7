/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-directory-page.h"

#include "app/directory/dolen-directory-places.h"
#include "app/directory/dolen-listing-frame.h"

#include <glib/gi18n.h>

struct _DolenDirectoryPage {
  AdwBin parent_instance;
  DolenSession *session; /* (owned) */
  GtkStack *stack;       /* "places", "editor" */
  GtkStack *places;      /* each an AdwBin that is filled when it is first shown or asked for */
  AdwBin *editor;
  GtkWidget *back;
  GPtrArray *trail; /* (owned) of Step: the editors gone through, the open one last */
};

typedef struct {
  char *kind;
  char *uid;
} Step;

static void dolen_directory_page_iface_init (DolenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DolenDirectoryPage,
                               dolen_directory_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (DOLEN_TYPE_PAGE,
                                                      dolen_directory_page_iface_init))

/* ---- sub-places ---- */

DolenPage *
dolen_directory_page_get_place (DolenDirectoryPage *self, const char *name)
{
  g_return_val_if_fail (DOLEN_IS_DIRECTORY_PAGE (self) && name != NULL, NULL);

  for (const DolenDirectoryPlace *place = dolen_directory_places (); place->name != NULL; place++) {
    AdwBin *bin;

    if (!g_str_equal (place->name, name))
      continue;
    bin = ADW_BIN (gtk_stack_get_child_by_name (self->places, name));
    if (adw_bin_get_child (bin) == NULL)
      adw_bin_set_child (bin, place->create (self->session));
    return DOLEN_PAGE (adw_bin_get_child (bin));
  }
  return NULL;
}

static DolenPage *
get_shown (DolenDirectoryPage *self)
{
  return dolen_directory_page_get_place (self, gtk_stack_get_visible_child_name (self->places));
}

static void
on_place_shown_cb (DolenDirectoryPage *self)
{
  if (self->session != NULL && gtk_stack_get_visible_child_name (self->places) != NULL)
    get_shown (self);
}

static void
show_place (DolenDirectoryPage *self, const char *name)
{
  if (dolen_directory_page_get_place (self, name) != NULL)
    gtk_stack_set_visible_child_name (self->places, name);
}

/* ---- editors ---- */

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->kind);
  g_free (step->uid);
  g_free (step);
}

static const DolenDirectoryEditor *
find_editor (const char *kind)
{
  for (const DolenDirectoryEditor *editor = dolen_directory_editors (); editor->kind != NULL;
       editor++)
    if (g_str_equal (editor->kind, kind))
      return editor;
  return NULL;
}

/* What the end of the trail says. */
static void
show_trail (DolenDirectoryPage *self)
{
  const Step *step
      = self->trail->len > 0 ? g_ptr_array_index (self->trail, self->trail->len - 1) : NULL;

  adw_bin_set_child (self->editor, NULL);
  if (step != NULL)
    adw_bin_set_child (self->editor, find_editor (step->kind)->create (self->session, step->uid));
  gtk_stack_set_visible_child_name (self->stack, step != NULL ? "editor" : "places");
}

static void
add_step (DolenDirectoryPage *self, const char *kind, const char *uid)
{
  Step *step;

  /* Going back and forth between two does not make the way back longer. */
  for (guint i = 0; i < self->trail->len; i++) {
    step = g_ptr_array_index (self->trail, i);
    if (g_str_equal (step->kind, kind) && g_str_equal (step->uid, uid)) {
      g_ptr_array_set_size (self->trail, (int) i);
      break;
    }
  }
  step = g_new0 (Step, 1);
  step->kind = g_strdup (kind);
  step->uid = g_strdup (uid);
  g_ptr_array_add (self->trail, step);
}

static void
on_back_cb (DolenDirectoryPage *self)
{
  if (self->trail->len == 0)
    return;
  g_ptr_array_set_size (self->trail, (int) self->trail->len - 1);
  show_trail (self);
}

static gboolean
open_editor (DolenDirectoryPage *self, GVariant *what)
{
  for (const DolenDirectoryEditor *editor = dolen_directory_editors (); editor->kind != NULL;
       editor++) {
    const char *uid;

    if (!g_variant_lookup (what, editor->kind, "&s", &uid))
      continue;
    add_step (self, editor->kind, uid);
    show_trail (self);
    gtk_widget_grab_focus (self->back);
    return TRUE;
  }
  return FALSE;
}

GtkWidget *
dolen_directory_page_get_editor (DolenDirectoryPage *self)
{
  g_return_val_if_fail (DOLEN_IS_DIRECTORY_PAGE (self), NULL);
  return adw_bin_get_child (self->editor);
}

/* ---- the page ---- */

static GVariant *
save_trail (DolenDirectoryPage *self)
{
  GVariantBuilder trail = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ss)"));

  for (guint i = 0; i < self->trail->len; i++) {
    const Step *step = g_ptr_array_index (self->trail, i);
    g_variant_builder_add (&trail, "(ss)", step->kind, step->uid);
  }
  return g_variant_builder_end (&trail);
}

static void
restore_trail (DolenDirectoryPage *self, GVariant *state)
{
  g_autoptr (GVariant) trail = g_variant_lookup_value (state, "trail", G_VARIANT_TYPE ("a(ss)"));
  const char *kind, *uid;
  GVariantIter iter;

  if (trail == NULL)
    return;
  g_variant_iter_init (&iter, trail);
  while (g_variant_iter_next (&iter, "(&s&s)", &kind, &uid))
    if (find_editor (kind) != NULL)
      add_step (self, kind, uid);
  show_trail (self);
}

static GVariant *
save_state (DolenPage *page)
{
  DolenDirectoryPage *self = DOLEN_DIRECTORY_PAGE (page);
  GVariantDict state = G_VARIANT_DICT_INIT (NULL);

  /* What is typed in an editor is saved, not carried over. */
  if (DOLEN_IS_LISTING_FRAME (adw_bin_get_child (self->editor)))
    dolen_listing_frame_leave (DOLEN_LISTING_FRAME (adw_bin_get_child (self->editor)));
  g_variant_dict_insert_value (&state, "trail", save_trail (self));
  g_variant_dict_insert (&state, "place", "s", gtk_stack_get_visible_child_name (self->places));
  for (const DolenDirectoryPlace *place = dolen_directory_places (); place->name != NULL; place++) {
    g_autofree char *key = g_strconcat ("place-", place->name, NULL);
    g_autoptr (GVariant) inner
               = dolen_page_save_state (dolen_directory_page_get_place (self, place->name));

    g_variant_dict_insert_value (&state, key, inner);
  }
  return g_variant_dict_end (&state);
}

static void
restore_state (DolenPage *page, GVariant *state)
{
  DolenDirectoryPage *self = DOLEN_DIRECTORY_PAGE (page);
  const char *name;

  for (const DolenDirectoryPlace *place = dolen_directory_places (); place->name != NULL; place++) {
    g_autofree char *key = g_strconcat ("place-", place->name, NULL);
    g_autoptr (GVariant) inner = g_variant_lookup_value (state, key, G_VARIANT_TYPE_VARDICT);

    if (inner != NULL)
      dolen_page_restore_state (dolen_directory_page_get_place (self, place->name), inner);
  }
  if (g_variant_lookup (state, "place", "&s", &name))
    show_place (self, name);
  restore_trail (self, state);
}

/* Back to the sub-places, whatever was open over them. */
static void
close_editors (DolenDirectoryPage *self)
{
  g_ptr_array_set_size (self->trail, 0);
  show_trail (self);
}

static void
open_what (DolenPage *page, GVariant *what)
{
  DolenDirectoryPage *self = DOLEN_DIRECTORY_PAGE (page);
  const char *name;

  if (open_editor (self, what))
    return;
  close_editors (self);
  if (g_variant_lookup (what, "place", "&s", &name))
    show_place (self, name);
  else
    dolen_page_open (get_shown (self), what);
}

static void
begin_search (DolenPage *page)
{
  DolenDirectoryPage *self = DOLEN_DIRECTORY_PAGE (page);

  close_editors (self);
  dolen_page_begin_search (get_shown (self));
}

static void
dolen_directory_page_iface_init (DolenPageInterface *iface)
{
  iface->save_state = save_state;
  iface->restore_state = restore_state;
  iface->open = open_what;
  iface->begin_search = begin_search;
}

/* ---- the object ---- */

static void
dolen_directory_page_dispose (GObject *object)
{
  DolenDirectoryPage *self = DOLEN_DIRECTORY_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->session);
  g_clear_pointer (&self->trail, g_ptr_array_unref);
  G_OBJECT_CLASS (dolen_directory_page_parent_class)->dispose (object);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_back_cb (DOLEN_DIRECTORY_PAGE (widget));
}

static void
dolen_directory_page_class_init (DolenDirectoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_directory_page_dispose;
  gtk_widget_class_install_action (widget_class, "directory.back", NULL, back_action);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Left, GDK_ALT_MASK, "directory.back", NULL);
}

static GtkWidget *
new_switcher (DolenDirectoryPage *self)
{
  GtkWidget *switcher = gtk_stack_switcher_new ();
  const DolenDirectoryPlace *place = dolen_directory_places ();

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->places);
  gtk_widget_add_css_class (switcher, "directory-places");
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (switcher, 9);
  gtk_widget_set_margin_bottom (switcher, 3);
  gtk_widget_set_visible (switcher, place[0].name != NULL && place[1].name != NULL);
  return switcher;
}

static GtkWidget *
new_editor_box (DolenDirectoryPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "go-previous-symbolic");
  /* Translators: a button: from an editor to what was shown before. */
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Back"));
  self->back = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->back), content);
  gtk_widget_add_css_class (self->back, "flat");
  gtk_widget_set_halign (self->back, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->back, 6);
  gtk_widget_set_margin_start (self->back, 6);
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (on_back_cb), self, G_CONNECT_SWAPPED);
  self->editor = ADW_BIN (adw_bin_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->editor), TRUE);
  gtk_box_append (GTK_BOX (box), self->back);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->editor));
  return box;
}

static GtkWidget *
new_places_box (DolenDirectoryPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->places = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->places, FALSE);
  gtk_stack_set_vhomogeneous (self->places, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->places), TRUE);
  for (const DolenDirectoryPlace *place = dolen_directory_places (); place->name != NULL; place++)
    gtk_stack_add_titled (self->places, adw_bin_new (), place->name, _ (place->title));
  g_signal_connect_object (self->places,
                           "notify::visible-child",
                           G_CALLBACK (on_place_shown_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), new_switcher (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->places));
  return box;
}

static void
dolen_directory_page_init (DolenDirectoryPage *self)
{
  self->trail = g_ptr_array_new_with_free_func (step_free);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, new_places_box (self), "places");
  gtk_stack_add_named (self->stack, new_editor_box (self), "editor");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

GtkWidget *
dolen_directory_page_new (DolenSession *session)
{
  DolenDirectoryPage *self;

  g_return_val_if_fail (DOLEN_IS_SESSION (session), NULL);

  self = g_object_new (DOLEN_TYPE_DIRECTORY_PAGE, NULL);
  self->session = g_object_ref (session);
  on_place_shown_cb (self);
  return GTK_WIDGET (self);
}

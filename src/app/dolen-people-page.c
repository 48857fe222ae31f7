/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-people-page.h"

#include "app/casework/dolen-people-view.h"
#include "app/casework/dolen-vault-gate.h"

struct _DolenPeoplePage {
  AdwBin parent_instance;
  DolenSession *session; /* (owned) */
  DolenVaultGate *gate;
  char *person; /* (owned) (nullable): uid of whom to show when the case records open */
};

static void dolen_people_page_iface_init (DolenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DolenPeoplePage,
                               dolen_people_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (DOLEN_TYPE_PAGE,
                                                      dolen_people_page_iface_init))

static DolenPeopleView *
view_of (DolenPeoplePage *self)
{
  return (DolenPeopleView *) dolen_vault_gate_get_content (self->gate);
}

/* ---- the gate ---- */

static GtkWidget *
make_content (gpointer user_data)
{
  DolenPeoplePage *self = user_data;
  GtkWidget *view = dolen_people_view_new (self->session);

  if (self->person != NULL)
    dolen_people_view_open (DOLEN_PEOPLE_VIEW (view), self->person);
  g_clear_pointer (&self->person, g_free);
  return view;
}

/* Unlocking comes back to where one was: only the number is kept, which says nothing. */
static void
on_locking (DolenPeoplePage *self)
{
  DolenPeopleView *view = view_of (self);

  if (view == NULL)
    return;
  g_free (self->person);
  self->person = g_strdup (dolen_people_view_get_person (view));
}

/* ---- the page ---- */

static GVariant *
dolen_people_page_save_state (DolenPage *page)
{
  DolenPeoplePage *self = DOLEN_PEOPLE_PAGE (page);
  GVariantBuilder state = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  if (view_of (self) != NULL)
    dolen_people_view_save_state (view_of (self), &state);
  else if (self->person != NULL)
    g_variant_builder_add (&state, "{sv}", "person", g_variant_new_string (self->person));
  return g_variant_builder_end (&state);
}

static void
dolen_people_page_open (DolenPage *page, GVariant *what)
{
  DolenPeoplePage *self = DOLEN_PEOPLE_PAGE (page);
  const char *person = NULL;

  if (!g_variant_lookup (what, "person", "&s", &person))
    return;
  if (view_of (self) != NULL) {
    dolen_people_view_open (view_of (self), person);
    return;
  }
  g_free (self->person);
  self->person = g_strdup (person);
}

static void
dolen_people_page_restore_state (DolenPage *page, GVariant *state)
{
  DolenPeoplePage *self = DOLEN_PEOPLE_PAGE (page);

  dolen_people_page_open (page, state);
  if (view_of (self) != NULL)
    dolen_people_view_restore_state (view_of (self), state);
}

static void
dolen_people_page_begin_search (DolenPage *page)
{
  DolenPeoplePage *self = DOLEN_PEOPLE_PAGE (page);

  if (view_of (self) != NULL)
    dolen_people_view_begin_search (view_of (self));
}

static void
dolen_people_page_iface_init (DolenPageInterface *iface)
{
  iface->save_state = dolen_people_page_save_state;
  iface->restore_state = dolen_people_page_restore_state;
  iface->open = dolen_people_page_open;
  iface->begin_search = dolen_people_page_begin_search;
}

/* ---- the object ---- */

static void
dolen_people_page_dispose (GObject *object)
{
  DolenPeoplePage *self = DOLEN_PEOPLE_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  self->gate = NULL;
  g_clear_object (&self->session);
  g_clear_pointer (&self->person, g_free);
  G_OBJECT_CLASS (dolen_people_page_parent_class)->dispose (object);
}

static void
dolen_people_page_class_init (DolenPeoplePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_people_page_dispose;
}

static void
dolen_people_page_init (DolenPeoplePage *self)
{
}

GtkWidget *
dolen_people_page_new (DolenSession *session)
{
  DolenPeoplePage *self = g_object_new (DOLEN_TYPE_PEOPLE_PAGE, NULL);

  self->session = g_object_ref (session);
  self->gate = DOLEN_VAULT_GATE (dolen_vault_gate_new (session, make_content, self));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->gate));
  g_signal_connect_object (session, "locking", G_CALLBACK (on_locking), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
dolen_people_page_add (DolenPeoplePage *self)
{
  g_return_if_fail (DOLEN_IS_PEOPLE_PAGE (self));

  if (view_of (self) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (view_of (self)), "people.add", NULL);
}

void
dolen_people_page_refer_in (DolenPeoplePage *self)
{
  g_return_if_fail (DOLEN_IS_PEOPLE_PAGE (self));

  if (view_of (self) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (view_of (self)), "people.refer-in", NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-result.h"

struct _DolenResult {
  GObject parent_instance;
  DolenFinding finding;
  DolenServiceCard *card; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (DolenResult, dolen_result, G_TYPE_OBJECT)

static void
dolen_result_finalize (GObject *object)
{
  g_clear_pointer (&DOLEN_RESULT (object)->card, dolen_service_card_free);
  G_OBJECT_CLASS (dolen_result_parent_class)->finalize (object);
}

static void
dolen_result_class_init (DolenResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dolen_result_finalize;
}

static void
dolen_result_init (DolenResult *self)
{
}

DolenResult *
dolen_result_new (const DolenFinding *finding, DolenServiceCard *card)
{
  DolenResult *self = g_object_new (DOLEN_TYPE_RESULT, NULL);

  self->finding = *finding;
  self->card = card;
  return self;
}

const DolenFinding *
dolen_result_get_finding (DolenResult *self)
{
  g_return_val_if_fail (DOLEN_IS_RESULT (self), NULL);
  return &self->finding;
}

const DolenServiceCard *
dolen_result_get_card (DolenResult *self)
{
  g_return_val_if_fail (DOLEN_IS_RESULT (self), NULL);
  return self->card;
}

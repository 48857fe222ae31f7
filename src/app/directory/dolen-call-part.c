/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-call-part.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "directory/dolen-edit-parts.h"
#include "directory/dolen-fact-age.h"

const DolenListingPartForm *
dolen_call_part_form (const char *code, const DolenService *service)
{
  if (g_str_equal (code, dolen_fact_code (DOLEN_FACT_TIMES)) && service->schedules->len <= 1)
    return &dolen_listing_schedule_form;
  /* Words alone are changed as words. */
  if (g_str_equal (code, dolen_fact_code (DOLEN_FACT_COST)) && service->costs->len == 1)
    return &dolen_listing_cost_form;
  return NULL;
}

/* (transfer full): the listing with the part of @json (nullable). */
static DolenService *
with_part (const DolenListingPartForm *form, const DolenService *service, const char *json)
{
  DolenService *copy = dolen_service_copy (service);

  if (json == NULL || dolen_part_from_json ("service", copy, form->part, json))
    return copy;
  dolen_service_free (copy);
  return dolen_service_copy (service);
}

DolenListingValues *
dolen_call_part_read (const DolenListingPartForm *form,
                      const DolenService *service,
                      const char *json)
{
  g_autoptr (DolenService) copy = with_part (form, service, json);
  GPtrArray *list = dolen_listing_part_form_list (form, copy);

  return list->len > 0 ? form->read (list->pdata[0]) : dolen_listing_values_new (form->fields);
}

char *
dolen_call_part_get (const DolenListingPartForm *form, const DolenService *service)
{
  return dolen_part_to_json ("service", service, form->part);
}

char *
dolen_call_part_write (const DolenListingPartForm *form,
                       const DolenService *service,
                       const DolenListingValues *values)
{
  g_autoptr (DolenService) copy = dolen_service_copy (service);
  GPtrArray *list = dolen_listing_part_form_list (form, copy);
  g_autofree char *key = list->len > 0 ? form->key (list->pdata[0]) : dolen_id_new ();

  dolen_listing_part_form_put (form, copy, key, values);
  return dolen_part_to_json ("service", copy, form->part);
}

char *
dolen_call_part_tell (const DolenListingPartForm *form,
                      const DolenService *service,
                      const char *json)
{
  g_autoptr (DolenService) copy = with_part (form, service, json);

  return dolen_listing_part_form_tell (form, copy, dolen_language_current ());
}

/* ---- written while the call is saved ---- */

typedef struct {
  char *service, *part, *json;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->service);
  g_free (step->part);
  g_free (step->json);
  g_free (step);
}

static gint64
write_part (DolenDirectory *dir, gpointer data, const char *who, GError **error)
{
  const Step *step = data;
  g_autoptr (DolenService) service = dolen_directory_get_service (dir, step->service, error);

  if (service == NULL)
    return 0;
  if (!dolen_part_from_json ("service", service, step->part, step->json)) {
    g_set_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID, "“%s”", step->part);
    return 0;
  }
  return dolen_edit_set_part (dir, "service", step->part, service, who, error);
}

void
dolen_call_part_add_step (
    DolenCall *call, const char *service, const char *fact, const char *part, const char *json)
{
  Step *step = g_new0 (Step, 1);

  step->service = g_strdup (service);
  step->part = g_strdup (part);
  step->json = g_strdup (json);
  dolen_call_add_step (call, write_part, step, step_free, service, fact);
}

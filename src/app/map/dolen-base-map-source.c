/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/map/dolen-base-map-source.h"

struct _DolenBaseMapSource {
  ShumateMapSource parent_instance;
  DolenBaseMap *map; /* (owned) */
  DolenLanguage language;
  gboolean dark;
  guint painted;
  guint asked;
};

G_DEFINE_FINAL_TYPE (DolenBaseMapSource, dolen_base_map_source, SHUMATE_TYPE_MAP_SOURCE)

typedef struct {
  DolenBaseMap *map; /* (owned) */
  int zoom, x, y;
  DolenLanguage language;
  gboolean dark;
} Job;

static void
job_free (Job *job)
{
  dolen_base_map_unref (job->map);
  g_free (job);
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (
        task,
        dolen_base_map_paint (job->map, job->zoom, job->x, job->y, job->language, job->dark),
        g_object_unref);
}

static void
on_painted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DolenBaseMapSource *self = DOLEN_BASE_MAP_SOURCE (source);
  g_autoptr (GTask) outer = user_data;
  ShumateTile *tile = g_task_get_task_data (outer);
  GError *error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  self->asked--;
  if (texture == NULL) {
    g_task_return_error (outer, error);
    return;
  }
  self->painted++;
  shumate_tile_set_paintable (tile, GDK_PAINTABLE (texture));
  shumate_tile_set_fade_in (tile, FALSE);
  shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
  g_task_return_boolean (outer, TRUE);
}

static void
dolen_base_map_source_fill_tile_async (ShumateMapSource *source,
                                       ShumateTile *tile,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  DolenBaseMapSource *self = DOLEN_BASE_MAP_SOURCE (source);
  GTask *outer = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) inner = g_task_new (self, cancellable, on_painted, outer);
  Job *job = g_new (Job, 1);

  self->asked++;
  g_task_set_source_tag (outer, dolen_base_map_source_fill_tile_async);
  g_task_set_task_data (outer, g_object_ref (tile), g_object_unref);
  *job = (Job){ dolen_base_map_ref (self->map),
                shumate_tile_get_zoom_level (tile),
                shumate_tile_get_x (tile),
                shumate_tile_get_y (tile),
                self->language,
                self->dark };
  g_task_set_task_data (inner, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (inner, paint_in_thread);
}

static gboolean
dolen_base_map_source_fill_tile_finish (ShumateMapSource *source,
                                        GAsyncResult *result,
                                        GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
dolen_base_map_source_finalize (GObject *object)
{
  dolen_base_map_unref (DOLEN_BASE_MAP_SOURCE (object)->map);
  G_OBJECT_CLASS (dolen_base_map_source_parent_class)->finalize (object);
}

static void
dolen_base_map_source_class_init (DolenBaseMapSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dolen_base_map_source_finalize;
  SHUMATE_MAP_SOURCE_CLASS (klass)->fill_tile_async = dolen_base_map_source_fill_tile_async;
  SHUMATE_MAP_SOURCE_CLASS (klass)->fill_tile_finish = dolen_base_map_source_fill_tile_finish;
}

static void
dolen_base_map_source_init (DolenBaseMapSource *self)
{
}

DolenBaseMapSource *
dolen_base_map_source_new (DolenBaseMap *map, DolenLanguage language, gboolean dark)
{
  DolenBaseMapSource *self;

  g_return_val_if_fail (map != NULL, NULL);
  self = g_object_new (DOLEN_TYPE_BASE_MAP_SOURCE,
                       "id",
                       dark ? "dolen-base-dark" : "dolen-base",
                       "name",
                       "Dolen",
                       "license",
                       dolen_base_map_credit (),
                       "min-zoom-level",
                       5,
                       "max-zoom-level",
                       16,
                       "tile-size",
                       256,
                       "projection",
                       SHUMATE_MAP_PROJECTION_MERCATOR,
                       NULL);
  self->map = dolen_base_map_ref (map);
  self->language = language;
  self->dark = dark;
  return self;
}

guint
dolen_base_map_source_get_painted (DolenBaseMapSource *self)
{
  g_return_val_if_fail (DOLEN_IS_BASE_MAP_SOURCE (self), 0);
  return self->painted;
}

gboolean
dolen_base_map_source_is_idle (DolenBaseMapSource *self)
{
  g_return_val_if_fail (DOLEN_IS_BASE_MAP_SOURCE (self), FALSE);
  return self->asked == 0 && self->painted > 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-ring-clip.h"

/* One edge of the window: what lies on its inner side has a distance of 0 or more. */
typedef struct {
  float a, b, c; /* distance = a x + b y + c */
} Edge;

static float
inside_by (const Edge *edge, const DolenMapPoint *p)
{
  return edge->a * p->x + edge->b * p->y + edge->c;
}

static void
cut (const Edge *edge, const GArray *ring, GArray *out)
{
  DolenMapPoint last;
  float last_by;

  g_array_set_size (out, 0);
  if (ring->len == 0)
    return;
  last = g_array_index (ring, DolenMapPoint, ring->len - 1);
  last_by = inside_by (edge, &last);
  for (guint i = 0; i < ring->len; i++) {
    DolenMapPoint p = g_array_index (ring, DolenMapPoint, i);
    float by = inside_by (edge, &p);

    if ((by >= 0) != (last_by >= 0)) {
      float t = last_by / (last_by - by);
      DolenMapPoint crossing = { last.x + t * (p.x - last.x), last.y + t * (p.y - last.y) };

      g_array_append_val (out, crossing);
    }
    if (by >= 0)
      g_array_append_val (out, p);
    last = p;
    last_by = by;
  }
}

void
dolen_ring_clip (const DolenRingClip *window, GArray *ring, GArray *spare)
{
  const Edge edges[] = {
    { 1, 0, -window->min_x },
    { -1, 0, window->max_x },
    { 0, 1, -window->min_y },
    { 0, -1, window->max_y },
  };

  /* An even number of passes: what is left ends in @ring again. */
  for (guint i = 0; i < G_N_ELEMENTS (edges); i += 2) {
    cut (&edges[i], ring, spare);
    cut (&edges[i + 1], spare, ring);
  }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/map/dolen-points-layer.h"

G_BEGIN_DECLS

/*
 * Pictures of pins and bubbles, painted once for each shape, number, scale and theme and then
 * reused: drawing them anew in each frame is ten times slower (feasibility, section 2).
 */
typedef struct _DolenPinTextures DolenPinTextures;

DolenPinTextures *dolen_pin_textures_new (void);
void dolen_pin_textures_free (DolenPinTextures *self);

/** dolen_pin_textures_set_theme: forgets all pictures if @dark or @scale (device pixels for one)
 *  changed. */
void dolen_pin_textures_set_theme (DolenPinTextures *self, gboolean dark, int scale);

/** dolen_pin_textures_pin: (transfer none): @radius is set to half its size in pixels. */
GdkTexture *dolen_pin_textures_pin (DolenPinTextures *self,
                                    DolenPinShape pin,
                                    gboolean selected,
                                    double *radius);

/** dolen_pin_textures_bubble: (transfer none): a bubble saying @n; @font is the widget's. */
GdkTexture *
dolen_pin_textures_bubble (DolenPinTextures *self, PangoContext *font, guint n, double *radius);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenPinTextures, dolen_pin_textures_free)

G_END_DECLS

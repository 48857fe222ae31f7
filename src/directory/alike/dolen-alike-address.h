/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** dolen_alike_url_key: (transfer full) (nullable): host and path of a web address without
 *  "www.", query and final slash, in lower case; of a page of Facebook its number, by whichever
 *  address it is given. @host: (out) (transfer full) (nullable). */
char *dolen_alike_url_key (const char *url, char **host);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/files/dolen-csv-cells.h"

G_BEGIN_DECLS

/** dolen_csv_put_contacts: telephones, e-mail and the person to ask for, as a row tells them. */
void dolen_csv_put_contacts (const DolenCsvCells *row, json_object *service);

G_END_DECLS

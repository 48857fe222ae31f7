/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The byte before a radical in the index, and before a query string that asks for any form: a
 * control character, which no term of a text can hold (unicode61 parts words at it) and which
 * nobody can type (dolen_search_terms() keeps letters and digits only). */
#define DOLEN_SEARCH_MARK '\x01'

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-text-message.h"

/* 3GPP TS 23.038, 6.2.1: what is neither a letter nor a digit of ASCII; and what counts twice. */
static const char once[] = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";
static const char twice[] = "^{}\\[~]|€\f";

enum {
  ALONE = 160,
  JOINED = 153,
  WIDE_ALONE = 70,
  WIDE_JOINED = 67,
};

/* 1 or 2; 0: not of the small alphabet. */
static guint
count_small (gunichar c)
{
  if (c < 128 && g_ascii_isalnum ((char) c))
    return 1;
  if (g_utf8_strchr (once, -1, c) != NULL)
    return 1;
  return g_utf8_strchr (twice, -1, c) != NULL ? 2 : 0;
}

DolenTextMessageSize
dolen_text_message_measure (const char *text)
{
  DolenTextMessageSize size = { 0 };
  guint small = 0, wide = 0, alone, joined;

  g_return_val_if_fail (text != NULL, size);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    guint n = count_small (c);

    size.wide |= n == 0;
    small += n;
    wide += c > 0xffff ? 2 : 1;
  }
  size.used = size.wide ? wide : small;
  alone = size.wide ? WIDE_ALONE : ALONE;
  joined = size.wide ? WIDE_JOINED : JOINED;
  size.parts = size.used <= alone ? size.used > 0 : (size.used + joined - 1) / joined;
  size.most = size.parts <= 1 ? alone : size.parts * joined;
  return size;
}

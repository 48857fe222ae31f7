/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool-secret.h"

#include "base/dolen-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define LONGEST 1024

/* One line, byte by byte: no buffer but ours sees it. */
static char *
read_line (int fd)
{
  char line[LONGEST];
  gsize n = 0;
  gssize got = 0;
  char *copy = NULL;

  while (n < sizeof line - 1) {
    got = read (fd, line + n, 1);
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0 || line[n] == '\n')
      break;
    n++;
  }
  if (got >= 0 && n > 0 && n < sizeof line - 1)
    copy = g_strndup (line, n);
  sodium_memzero (line, sizeof line);
  return copy;
}

static char *
read_unseen (int terminal, const char *prompt)
{
  struct termios before, silent;
  char *line = NULL;

  if (tcgetattr (terminal, &before) != 0)
    return NULL;
  silent = before;
  silent.c_lflag &= ~(tcflag_t) ECHO;
  if (write (terminal, prompt, strlen (prompt)) >= 0
      && tcsetattr (terminal, TCSAFLUSH, &silent) == 0) {
    line = read_line (terminal);
    tcsetattr (terminal, TCSAFLUSH, &before);
    if (write (terminal, "\n", 1) < 0)
      g_debug ("the terminal is gone");
  }
  return line;
}

static void
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_INVALID, sentence);
}

char *
dolen_tool_ask_secret (int fd, const char *prompt, GError **error)
{
  int terminal;
  char *line;

  if (fd >= 0) {
    line = read_line (fd);
    if (line == NULL)
      refuse (error, _ ("No passphrase came from the file descriptor."));
    return line;
  }
  terminal = open ("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0) {
    refuse (error, _ ("There is no terminal to ask on; use --passphrase-fd."));
    return NULL;
  }
  line = read_unseen (terminal, prompt);
  close (terminal);
  if (line == NULL)
    refuse (error, _ ("Nothing was typed."));
  return line;
}

// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QString>

namespace watchdesk::ctl {

/// A line of data to standard output.
void print(const QString &line);
void printLine(const QByteArray &utf8);
/// JSON to standard output. On a terminal its hidden and directing characters are written as \uXXXX, which means the
/// same and cannot move anything on the screen.
void printJson(const QByteArray &json);
/// A message or progress to standard error, made visible: it may quote what attackers wrote.
void say(const QString &message);
/// Says the error, with file and line where it has them; its exit status.
int sayError(const Error &error);

bool outputIsTerminal();
bool inputIsTerminal();
/// Asks on the terminal; true for "yes" in full.
bool confirm(const QString &question);

/// Standard input for "-", else the file. InvalidInput or Unreadable are said and give nothing.
std::optional<QByteArray> readAll(const QString &path);

} // namespace watchdesk::ctl

// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/output.h"

namespace watchdesk::ctl {

// The lines of JSON that a command without rows of its own answers with: as they are unless --format asks for more.
// Lines of JSON are printed as they come, the elements of a JSON array one behind; a table and CSV need all of them and
// come at the end. Main thread only.

void shapeAnswers(Format format);
/// One object.
void printAnswer(const QByteArray &json);
/// What was held back. Call it once, when the command has ended.
void endAnswers();

} // namespace watchdesk::ctl

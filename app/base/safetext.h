// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace watchdesk {

/// Attackers write names, command lines and titles. `visibleText` makes what hides visible: control characters,
/// bidi overrides and isolates, zero-width characters, lone surrogates and private-use code points become
/// "[U+202E]"-like marks; line breaks and tabs become "⏎" and "⇥". Nothing is interpreted as markup.
///
/// `limit` bounds the result (UTF-16 units); a longer text ends with "… (+N)".
QString visibleText(const QString &text, qsizetype limit = 4096);

/// True if `visibleText` would change anything but the length.
bool hasHiddenCharacters(const QString &text);

/// "hxxps[://]evil[.]example": text that no program turns into a link.
QString defanged(const QString &text);

} // namespace watchdesk

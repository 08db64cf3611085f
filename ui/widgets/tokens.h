// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QString>

namespace watchdesk::ui {

/// The design's colours as data: one set for dark, one for light. Names are the design's own (tokens.css).
struct Tokens
{
    bool dark = true;
    QColor w0, w1, w2, w3; ///< surfaces, from the window's ground to raised controls
    QColor line;           ///< borders and rules
    QColor tx, mu, fa;     ///< text: normal, muted, faint
    QColor ac, acbg;       ///< accent and its ground (selection)
    QColor hi, me, lo, in; ///< severities
    QColor ok;             ///< healthy
    QColor ex, exbg;       ///< everything external
};

Tokens darkTokens();
Tokens lightTokens();

/// The tokens in force. Painted widgets and delegates ask on every paint, so that a switch needs no bookkeeping;
/// `changed` is for those that cache. One a process, on the GUI thread; the shell's Theme sets it.
class Palette : public QObject
{
    Q_OBJECT

public:
    static Palette &instance();
    const Tokens &tokens() const { return m_tokens; }
    void setTokens(const Tokens &tokens);

Q_SIGNALS:
    void changed();

private:
    Palette();
    Tokens m_tokens;
};

inline const Tokens &tokens() { return Palette::instance().tokens(); }

/// `over` laid on `under` with the given share (0…1); opaque, for "45 % of the accent's ground".
QColor mixed(const QColor &over, const QColor &under, double share);

/// The interface's font (Inter, else the system's) and the data font (JetBrains Mono, else the system's fixed one), in
/// the design's pixels.
QFont uiFont(double pixels = 12.5, QFont::Weight weight = QFont::Normal);
QFont monoFont(double pixels = 11.5, QFont::Weight weight = QFont::Normal);

/// A severity's, risk's or state's colour by the API's word, in any case: "High", "Medium", "Low", "Informational".
QColor toneOf(const QString &word);

/// A tenant's colour by its name in the profile ("blue" …); not valid for none.
QColor tenantTone(const QString &colour);

} // namespace watchdesk::ui

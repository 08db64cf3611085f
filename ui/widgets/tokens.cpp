// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/tokens.h"

#include <QFontDatabase>
#include <QHash>

namespace watchdesk::ui {

namespace {

QColor rgb(quint32 value) { return QColor::fromRgb(value); }

/// The first installed family, or the platform's own for that purpose.
QString family(const QStringList &wanted, QFontDatabase::SystemFont fallback)
{
    const QStringList installed = QFontDatabase::families();
    for (const QString &name : wanted)
        if (installed.contains(name))
            return name;
    return QFontDatabase::systemFont(fallback).family();
}

QFont sized(const QString &name, double pixels, QFont::Weight weight)
{
    QFont font(name);
    font.setPointSizeF(pixels * 0.75); // 96 pixels an inch; the platform scales from there
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Shaping these fonts took half of a repaint, and their ligatures draw "!=" as another sign. Scripts that need
    // shaping are shaped all the same.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

} // namespace

Tokens darkTokens()
{
    return {.dark = true,
            .w0 = rgb(0x0e1116),
            .w1 = rgb(0x141820),
            .w2 = rgb(0x1a1f29),
            .w3 = rgb(0x222936),
            .line = rgb(0x272e3b),
            .tx = rgb(0xdbe2ec),
            .mu = rgb(0x8b96a8),
            .fa = rgb(0x5d6879),
            .ac = rgb(0x4d9fff),
            .acbg = rgb(0x17304f),
            .hi = rgb(0xf0565b),
            .me = rgb(0xf2973a),
            .lo = rgb(0xdcc04a),
            .in = rgb(0x6d7f97),
            .ok = rgb(0x41b883),
            .ex = rgb(0xb08cff),
            .exbg = rgb(0x2a2342)};
}

Tokens lightTokens()
{
    return {.dark = false,
            .w0 = rgb(0xeceff3),
            .w1 = rgb(0xffffff),
            .w2 = rgb(0xf4f6f9),
            .w3 = rgb(0xe6eaf0),
            .line = rgb(0xd5dbe4),
            .tx = rgb(0x1d2530),
            .mu = rgb(0x5c6878),
            .fa = rgb(0x8c97a6),
            .ac = rgb(0x0f6cd6),
            .acbg = rgb(0xdbeafe),
            .hi = rgb(0xcf2b33),
            .me = rgb(0xc96a0a),
            .lo = rgb(0x9a7d00),
            .in = rgb(0x5c6f86),
            .ok = rgb(0x16845a),
            .ex = rgb(0x6d45d6),
            .exbg = rgb(0xece5ff)};
}

Palette::Palette()
    : m_tokens(darkTokens())
{
}

Palette &Palette::instance()
{
    static Palette palette;
    return palette;
}

void Palette::setTokens(const Tokens &tokens)
{
    m_tokens = tokens;
    Q_EMIT changed();
}

QColor mixed(const QColor &over, const QColor &under, double share)
{
    const auto part = [share](float a, float b) { return float(a * share + b * (1 - share)); };
    return QColor::fromRgbF(part(over.redF(), under.redF()), part(over.greenF(), under.greenF()),
                            part(over.blueF(), under.blueF()));
}

QFont uiFont(double pixels, QFont::Weight weight)
{
    static const QString name = family({QStringLiteral("Inter"), QStringLiteral("Segoe UI"),
                                        QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")},
                                       QFontDatabase::GeneralFont);
    return sized(name, pixels, weight);
}

QFont monoFont(double pixels, QFont::Weight weight)
{
    static const QString name =
        family({QStringLiteral("JetBrains Mono"), QStringLiteral("Cascadia Mono"), QStringLiteral("DejaVu Sans Mono")},
               QFontDatabase::FixedFont);
    QFont font = sized(name, pixels, weight);
    font.setStyleHint(QFont::Monospace);
    return font;
}

QColor toneOf(const QString &word)
{
    const Tokens &t = tokens();
    const QString key = word.toLower();
    static const QHash<QString, QColor Tokens::*> tones = {
        {QStringLiteral("high"), &Tokens::hi},          {QStringLiteral("critical"), &Tokens::hi},
        {QStringLiteral("medium"), &Tokens::me},        {QStringLiteral("low"), &Tokens::lo},
        {QStringLiteral("informational"), &Tokens::in}, {QStringLiteral("active"), &Tokens::ok},
        {QStringLiteral("none"), &Tokens::mu},          {QStringLiteral("inactive"), &Tokens::fa},
        {QStringLiteral("block"), &Tokens::hi},         {QStringLiteral("blockandremediate"), &Tokens::hi},
        {QStringLiteral("alert"), &Tokens::me},         {QStringLiteral("alertandblock"), &Tokens::hi},
        {QStringLiteral("warn"), &Tokens::lo},          {QStringLiteral("audit"), &Tokens::tx},
        {QStringLiteral("allowed"), &Tokens::ok},       {QStringLiteral("allow"), &Tokens::ok},
        {QStringLiteral("succeeded"), &Tokens::ok},     {QStringLiteral("pending"), &Tokens::ac},
        {QStringLiteral("inprogress"), &Tokens::ac},    {QStringLiteral("failed"), &Tokens::hi},
        {QStringLiteral("cancelled"), &Tokens::mu},     {QStringLiteral("timeout"), &Tokens::me},
    };
    const auto tone = tones.constFind(key);
    return tone == tones.cend() ? t.mu : t.**tone;
}

QColor tenantTone(const QString &colour)
{
    static const QHash<QString, QColor Tokens::*> tones{
        {QStringLiteral("blue"), &Tokens::ac},   {QStringLiteral("green"), &Tokens::ok},
        {QStringLiteral("yellow"), &Tokens::lo}, {QStringLiteral("orange"), &Tokens::me},
        {QStringLiteral("red"), &Tokens::hi},    {QStringLiteral("violet"), &Tokens::ex}};
    const auto tone = tones.constFind(colour);
    return tone == tones.constEnd() ? QColor() : tokens().*tone.value();
}

} // namespace watchdesk::ui

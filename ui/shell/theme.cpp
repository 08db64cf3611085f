// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/theme.h"

#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QPalette>
#include <QProxyStyle>
#include <QRegularExpression>
#include <QStyleFactory>
#include <QToolTip>

namespace watchdesk::ui {

namespace {

QColor tokenNamed(const QString &name)
{
    const Tokens &t = tokens();
    const QHash<QString, QColor> all = {
        {QStringLiteral("w0"), t.w0}, {QStringLiteral("w1"), t.w1},     {QStringLiteral("w2"), t.w2},
        {QStringLiteral("w3"), t.w3}, {QStringLiteral("line"), t.line}, {QStringLiteral("tx"), t.tx},
        {QStringLiteral("mu"), t.mu}, {QStringLiteral("fa"), t.fa},     {QStringLiteral("ac"), t.ac},
        {QStringLiteral("hi"), t.hi}, {QStringLiteral("acbg"), t.acbg}, {QStringLiteral("me"), t.me},
        {QStringLiteral("lo"), t.lo}, {QStringLiteral("in"), t.in},     {QStringLiteral("ok"), t.ok},
        {QStringLiteral("ex"), t.ex}, {QStringLiteral("exbg"), t.exbg},
    };
    Q_ASSERT(all.contains(name));
    return all.value(name);
}

/// Fusion, with the menus' underlines only while Alt is held.
class QuietStyle : public QProxyStyle
{
public:
    QuietStyle()
        : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    {
    }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        if (hint == SH_UnderlineShortcut)
            return QGuiApplication::keyboardModifiers().testFlag(Qt::AltModifier) ? 1 : 0;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
};

QPalette paletteOfTokens()
{
    const Tokens &t = tokens();
    QPalette palette;
    palette.setColor(QPalette::Window, t.w0);
    palette.setColor(QPalette::WindowText, t.tx);
    palette.setColor(QPalette::Base, t.w1);
    palette.setColor(QPalette::AlternateBase, t.w2);
    palette.setColor(QPalette::Text, t.tx);
    palette.setColor(QPalette::PlaceholderText, t.mu);
    palette.setColor(QPalette::Button, t.w3);
    palette.setColor(QPalette::ButtonText, t.tx);
    palette.setColor(QPalette::Highlight, t.ac);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, t.w3);
    palette.setColor(QPalette::ToolTipText, t.tx);
    palette.setColor(QPalette::Link, t.ac);
    palette.setColor(QPalette::Light, t.w3);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.w0);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.fa);
    return palette;
}

} // namespace

QString styleSheetOfTokens()
{
    QFile file(QStringLiteral(":/style/watchdesk.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString source = QString::fromUtf8(file.readAll());
    static const QRegularExpression token(QStringLiteral("@([a-z0-9]+)(?:~([a-z0-9]+)~([0-9]+))?"));
    QString sheet;
    qsizetype done = source.indexOf(QStringLiteral("QMainWindow")); // the comments name tokens too
    for (auto it = token.globalMatch(source, done); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        QColor colour = tokenNamed(match.captured(1));
        if (!match.captured(2).isEmpty())
            colour = mixed(colour, tokenNamed(match.captured(2)), match.captured(3).toInt() / 100.0);
        sheet += source.mid(done, match.capturedStart() - done);
        sheet += colour.name();
        done = match.capturedEnd();
    }
    return QString(sheet % source.mid(done));
}

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    m_systemDark = QApplication::palette().color(QPalette::Window).lightness() < 128; // before we change it
    QApplication::setStyle(new QuietStyle);
    QApplication::setFont(uiFont());
    QToolTip::setFont(uiFont(12));
}

void Theme::choose(Choice choice)
{
    m_choice = choice;
    apply();
}

bool Theme::isDark() const { return m_choice == Choice::Dark || (m_choice == Choice::System && m_systemDark); }

void Theme::apply()
{
    Palette::instance().setTokens(isDark() ? darkTokens() : lightTokens());
    QApplication::setPalette(paletteOfTokens());
    QToolTip::setPalette(paletteOfTokens());
    qApp->setStyleSheet(styleSheetOfTokens());
    Q_EMIT changed();
}

std::optional<Theme::Choice> Theme::choiceFromName(const QString &name)
{
    for (const Choice choice : {Choice::Dark, Choice::Light, Choice::System})
        if (nameOf(choice) == name)
            return choice;
    return std::nullopt;
}

QString Theme::nameOf(Choice choice)
{
    switch (choice) {
    case Choice::Dark:
        return QStringLiteral("dark");
    case Choice::Light:
        return QStringLiteral("light");
    case Choice::System:
        break;
    }
    return QStringLiteral("system");
}

} // namespace watchdesk::ui

// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

#include <optional>

namespace watchdesk::ui {

/// Puts the tokens on the application: palette, fonts and one style sheet over Fusion. Switches live. Owned by the
/// executable, on the GUI thread, one a process.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Choice { Dark, Light, System };

    explicit Theme(QObject *parent = nullptr);

    void choose(Choice choice);
    Choice choice() const { return m_choice; }
    bool isDark() const;

    static std::optional<Choice> choiceFromName(const QString &name); ///< "dark", "light", "system"
    static QString nameOf(Choice choice);

Q_SIGNALS:
    void changed();

private:
    void apply();

    Choice m_choice = Choice::Dark;
    bool m_systemDark = true;
};

/// The style sheet of the design with the tokens in force filled in.
QString styleSheetOfTokens();

} // namespace watchdesk::ui

// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/defender/bodystep.h"

#include <QJsonArray>
#include <QWidget>

#include <vector>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace watchdesk::ui {

/// The steps of an action as a list to build: kinds are chosen from a menu, each step has a field for each of its
/// parameters. A new step is put where the order of the kinds wants it. GUI thread.
class StepEditor : public QWidget
{
    Q_OBJECT

public:
    explicit StepEditor(QList<defender::BodyStep> kinds, QWidget *parent = nullptr);

    /// Begins with these; a step of no known kind is left out.
    void setSteps(const QJsonArray &steps);
    QJsonArray steps() const;
    /// The menu's entry of that kind; for tests and shortcuts.
    void add(const QString &type);

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        const defender::BodyStep *kind = nullptr;
        QWidget *widget = nullptr;
        std::vector<std::pair<QString, QLineEdit *>> fields;
    };

    Row &insert(const defender::BodyStep &kind);
    QLineEdit *makeField(const defender::BodyStep &kind, const QString &parameter);
    void remove(const QWidget *widget);
    void number();

    QList<defender::BodyStep> m_kinds;
    QVBoxLayout *m_layout = nullptr;
    QPushButton *m_add = nullptr;
    std::vector<Row> m_rows;
};

} // namespace watchdesk::ui

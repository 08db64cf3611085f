// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/defender/resourceaction.h"

#include <QJsonObject>
#include <QMap>
#include <QWidget>

class QFormLayout;
class QLabel;

namespace watchdesk::ui {

/// An action's members as fields to fill in, made from its descriptor: lists of words, yes or no, texts, a file. The
/// comment is not among them. GUI thread.
class ActionFields : public QWidget
{
    Q_OBJECT

public:
    explicit ActionFields(QWidget *parent = nullptr);

    /// Begins anew. `asked` are the members to show, in that order; `given` are values that stand there first.
    void show(const defender::ResourceAction &action, const QStringList &asked, const QJsonObject &given);
    bool isEmpty() const { return m_editors.isEmpty(); }
    /// What is filled in; a member that is left empty is not in it.
    QJsonObject values() const { return m_values; }
    /// What is wrong with what was typed; "" = nothing.
    QString problem() const;
    QWidget *editor(const QString &member) const { return m_editors.value(member); }

Q_SIGNALS:
    void changed();

private:
    QWidget *makeEditor(const defender::BodyField &field, const QJsonValue &given);
    QWidget *makeChoice(const defender::BodyField &field, const QStringList &words, const QJsonValue &given);
    QWidget *makeText(const defender::BodyField &field, const QJsonValue &given);
    QWidget *makeSteps(const defender::BodyField &field, const QJsonValue &given);
    QWidget *makeFile(const defender::BodyField &field);
    void take(const defender::BodyField &field, const QString &text);
    void put(const QString &member, const QJsonValue &value);

    QFormLayout *m_form = nullptr;
    QMap<QString, QWidget *> m_editors;
    QJsonObject m_values;
    QMap<QString, QString> m_problems; ///< by member
};

/// "IsolationType" as "Isolation type": a member's name for people, translated where it is a common one.
QString memberTitle(const QString &member);

} // namespace watchdesk::ui

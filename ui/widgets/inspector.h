// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/pane.h"

#include <QList>

class QFormLayout;
class QGridLayout;
class QVBoxLayout;
class QPushButton;

namespace watchdesk::ui {

class FlowLayout;
class ProcessOutline;

/// One line of facts: what it is, its value, how it is drawn ("", "good", "warn", "bad", "muted", "mono", "external").
struct Fact
{
    QString label;
    QString value;
    QString look = {};
};

/// One running or finished action of the device.
struct ActionLine
{
    QString id;
    QString text;
    QString status; ///< the service's word
};

/// The pane at the right: facts of what is chosen, the responses that can be asked for, the process behind the alert,
/// the device's actions. Shows what it is told, fetches nothing. GUI thread.
class Inspector : public Pane
{
    Q_OBJECT

public:
    explicit Inspector(QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);
    /// The reasons of a correlation with their points; empty hides the section.
    void setReasons(const QString &summary, const QList<Fact> &reasons);
    /// A button of the RESPOND section. The caller connects and shows it.
    QPushButton *addResponse(const QString &text, const QString &what, bool dangerous);
    /// Why nothing can be asked for; empty where it can.
    void setResponseHint(const QString &text);
    ProcessOutline *process() const { return m_process; }
    void setActions(const QList<ActionLine> &actions);
    void setEmpty(const QString &text); ///< nothing is chosen

private:
    void buildSections();
    QWidget *section(const QString &title, QWidget *body);

    QWidget *m_all = nullptr;
    QLabel *m_nothing = nullptr;
    QGridLayout *m_facts = nullptr;
    QWidget *m_reasonsSection = nullptr;
    QLabel *m_reasonsTitle = nullptr;
    QGridLayout *m_reasons = nullptr;
    FlowLayout *m_responses = nullptr;
    QLabel *m_responseHint = nullptr;
    ProcessOutline *m_process = nullptr;
    QWidget *m_actionsSection = nullptr;
    QVBoxLayout *m_actions = nullptr;
};

/// "◔", "●", "✕" … for the service's word, so that colour is not all there is.
QString stateGlyph(const QString &status);

} // namespace watchdesk::ui

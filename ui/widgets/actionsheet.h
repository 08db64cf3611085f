// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/response/dryrun.h"
#include "app/response/machineaction.h"
#include "ui/widgets/pane.h"

#include <QPointer>

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace watchdesk::response {
class Gate;
}

namespace watchdesk::ui {

/// The sheet that stands before every action: what it would touch, exactly what will be sent, how it is undone, and a
/// comment that is required. Its button is never a default and stays off until the comment is there and no check
/// refuses. After sending it follows the action until the service calls it finished. Stands beside the view, so that
/// the analyst still sees what it is about. Runs through the gate only. GUI thread.
class ActionSheet : public Pane
{
    Q_OBJECT

public:
    explicit ActionSheet(QWidget *parent = nullptr);

    /// Begins anew for this request. `gate` must outlive what is run through it (the session does).
    void open(response::Gate *gate, const response::ActionRequest &request);
    bool isRunning() const { return m_running; }
    QPushButton *sendButton() const { return m_send; }
    QLineEdit *commentField() const { return m_comment; }

Q_SIGNALS:
    void closed();
    void sent(const QString &deviceId);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildHeadPart(QVBoxLayout *layout);
    void buildRequestPart(QVBoxLayout *layout);
    void buildCommentPart(QVBoxLayout *layout);
    void connectGate(response::Gate *gate);
    void askForDryRun();
    void show(const response::DryRun &dryRun);
    void showChecks(const QList<response::Check> &checks);
    void updateButton();
    void send();
    void addTrail(const QString &text, const char *look);
    void showState(const response::MachineAction &action);

    QPointer<response::Gate> m_gate;
    response::ActionRequest m_request;
    response::DryRun m_dryRun;
    bool m_known = false; ///< m_dryRun is of m_request
    bool m_running = false;
    bool m_done = false;
    int m_asked = 0;
    QString m_lastState;

    QLabel *m_consequence = nullptr;
    QVBoxLayout *m_facts = nullptr;
    QVBoxLayout *m_checks = nullptr;
    QWidget *m_typePart = nullptr;
    QComboBox *m_type = nullptr;
    QPlainTextEdit *m_code = nullptr;
    QLabel *m_undo = nullptr;
    QLineEdit *m_comment = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_cancel = nullptr;
    QLabel *m_trailTitle = nullptr;
    QVBoxLayout *m_trail = nullptr;
    QTimer *m_pause = nullptr;
};

} // namespace watchdesk::ui

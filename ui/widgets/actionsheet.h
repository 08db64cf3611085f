// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/pane.h"
#include "ui/widgets/sheetrequest.h"

#include <QPointer>

class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace watchdesk::defender {
struct ResourceAction;
}
namespace watchdesk::response {
struct Check;
struct DryRun;
class Gate;
} // namespace watchdesk::response

namespace watchdesk::ui {

class ActionFields;
class SheetRun;

/// The sheet that stands before every action: what it would touch, exactly what will be sent, how it is undone, how
/// long the quota makes it take, and a comment that is required. Its button is never a default and stays off until the
/// comment is there and some target is left that no check refuses; where several tenants are set up, what is of high
/// risk wants the tenant's name too. After sending it follows each to its end. Stands beside the view, so that the
/// analyst still sees what it is about. Runs through the gate only. GUI thread.
class ActionSheet : public Pane
{
    Q_OBJECT

public:
    explicit ActionSheet(QWidget *parent = nullptr);

    /// Begins anew for this request. `gate` must outlive what is run through it (the session does).
    void open(response::Gate *gate, const SheetRequest &request);
    bool isRunning() const;
    bool isDone() const { return m_done; } ///< it was sent, and every target has come to its end
    QPushButton *sendButton() const { return m_send; }
    QLineEdit *commentField() const { return m_comment; }
    QLineEdit *tenantField() const { return m_tenant; }
    ActionFields *fields() const { return m_fields; }

Q_SIGNALS:
    void closed();
    void done(const QString &action); ///< the descriptor's name; some of it may have failed

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildHeadPart(QVBoxLayout *layout);
    void buildRequestPart(QVBoxLayout *layout);
    void buildCommentPart();
    void buildTenantPart(QVBoxLayout *layout);
    QString nameToConfirm() const;
    void buildButtons(QVBoxLayout *layout);
    void connectRun();
    void clear();
    QJsonObject body() const;
    void askForDryRun();
    void showSheets();
    void showChecks(const QList<response::Check> &checks);
    void showManyChecks(const QList<response::DryRun> &sheets);
    void addCheck(const response::Check &check, const QString &prefix);
    void showPace();
    void updateButton();
    void send();
    void addTrail(const QString &text, const char *look);

    QPointer<response::Gate> m_gate;
    SheetRequest m_request;
    const defender::ResourceAction *m_action = nullptr;
    SheetRun *m_run = nullptr;
    bool m_known = false; ///< the dry runs are of what stands in the fields
    bool m_done = false;
    bool m_opening = false;

    QLabel *m_consequence = nullptr;
    QVBoxLayout *m_checks = nullptr;
    ActionFields *m_fields = nullptr;
    QPlainTextEdit *m_code = nullptr;
    QLabel *m_pace = nullptr;
    QLabel *m_undo = nullptr;
    QLabel *m_tenantLabel = nullptr;
    QLineEdit *m_tenant = nullptr;
    QLineEdit *m_comment = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_cancel = nullptr;
    QLabel *m_trailTitle = nullptr;
    QVBoxLayout *m_trail = nullptr;
    QTimer *m_pause = nullptr;
};

} // namespace watchdesk::ui

// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/response/dryrun.h"
#include "app/response/machineaction.h"
#include "ui/widgets/sheetrequest.h"

#include <QPointer>
#include <QSet>

namespace watchdesk::response {
class Gate;
}

namespace watchdesk::ui {

/// What a sheet asks for, target by target: first the dry run of each, then the run of those that nothing speaks
/// against, device actions and others alike. The gate sends each on its own and keeps to the quota. Latest request
/// wins. Owned by the sheet; GUI thread.
class SheetRun : public QObject
{
    Q_OBJECT

public:
    explicit SheetRun(QObject *parent = nullptr);

    void use(response::Gate *gate, const SheetRequest &request);
    /// Asks for the dry runs with this body and reason; looked() says when they are there.
    void look(const QJsonObject &body, const QString &comment);
    bool isLooking() const { return m_missing > 0; }
    const QList<response::DryRun> &sheets() const { return m_sheets; } ///< of the last look, a target each
    qsizetype ready() const;                                           ///< targets that nothing speaks against
    void start();
    bool isRunning() const { return m_open > 0; }
    QString nameOf(qsizetype target) const; ///< what people call it

Q_SIGNALS:
    void looked();
    void failed(const watchdesk::Error &error); ///< the dry runs could not be made
    /// Something new about one target; the look is that of a label ("good", "bad", "warn").
    void said(const QString &text, const char *look);
    void finished();

private:
    void lookAt(qsizetype target);
    void takeSheet(int look, qsizetype target, const Result<response::DryRun> &sheet);
    void runDevice(qsizetype target);
    void runOperation(qsizetype target);
    void showState(const response::MachineAction &action);
    void endOne();
    QString prefix(qsizetype target) const;

    QPointer<response::Gate> m_gate;
    SheetRequest m_request;
    QStringList m_targets; ///< one empty key for an action without
    QJsonObject m_body;
    QString m_comment;
    bool m_isDevice = false;
    QList<response::DryRun> m_sheets;
    QMap<QString, QString> m_states; ///< of device actions, by device
    int m_look = 0;
    int m_run = 0;
    qsizetype m_missing = 0;
    qsizetype m_open = 0;
};

} // namespace watchdesk::ui

// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/sheetrequest.h"

#include <QObject>

#include <functional>

class QMenu;
class QToolButton;

namespace watchdesk::response {
class Gate;
}

namespace watchdesk::ui {

class Grid;

/// "Take action" on the chosen rows of a result: what can be asked for about the devices, alerts, files and addresses
/// that their columns name (DeviceId, AlertId, SHA1, RemoteIP …). Rows of any engine, held ones too. Sends nothing:
/// wanted() says what a sheet is to be opened for. Owned by its view, GUI thread.
class ResultActions : public QObject
{
    Q_OBJECT

public:
    ResultActions(Grid *grid, QObject *parent);

    QToolButton *button() const { return m_button; }
    void useGate(response::Gate *gate) { m_gate = gate; }
    /// Nothing can be asked for while rows are still to come.
    void setWaiting(bool waiting);
    void fill(QMenu *menu);

Q_SIGNALS:
    void wanted(const watchdesk::ui::SheetRequest &request);

private:
    /// What the chosen rows name, each once.
    struct Named
    {
        QStringList devices;
        QStringList deviceNames;
        QStringList alerts;
        QStringList files; ///< SHA-1
        QStringList values;
        bool isCut = false; ///< more rows are chosen than one sheet takes
    };

    Named named() const;
    void fillDevices(QMenu *menu, const Named &named);
    void fillAlerts(QMenu *menu, const Named &named);
    void fillValues(QMenu *menu, const Named &named);
    void add(QMenu *menu, const QString &text, const QString &reason, std::function<SheetRequest()> request);
    QString whyNoDevice(const QString &verb, const Named &named) const;

    Grid *m_grid;
    QToolButton *m_button;
    response::Gate *m_gate = nullptr;
};

} // namespace watchdesk::ui

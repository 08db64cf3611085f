// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/selection.h"
#include "ui/widgets/sheetrequest.h"

#include <QList>
#include <QMap>
#include <QPointer>
#include <QStringList>

#include <functional>

class QMenu;
class QPushButton;

namespace watchdesk::session {
class Session;
}

namespace watchdesk::ui {

class Inspector;

/// What can be asked for about the selection: the buttons of the inspector's RESPOND section, and the menu with all of
/// it. The device's actions, the alert's changes, indicators for what the chosen row names, the cancelling of what
/// runs. What is not possible is grey and says why. Sends nothing: wanted() says what a sheet is to be opened for. GUI
/// thread.
class ResponseBar : public QObject
{
    Q_OBJECT

public:
    ResponseBar(Inspector *inspector, Selection *selection, std::shared_ptr<session::Session> session,
                QObject *parent = nullptr);
    ~ResponseBar() override;

    /// The device that the inspector shows, and whether the service calls it isolated.
    void setDevice(const QString &deviceId, bool isolated);
    /// The request of a device action for the chosen device; an empty action where none is chosen.
    SheetRequest deviceRequest(const QString &verb) const;
    void fillMenu(QMenu *menu);
    bool isSettled() const { return m_open == 0; }
    QStringList values() const { return m_values; } ///< of the chosen row, that can become indicators

Q_SIGNALS:
    void wanted(const watchdesk::ui::SheetRequest &request);
    void pushWanted(const QString &externalId);

private:
    struct Running
    {
        QString id;
        QString text;
    };

    QPushButton *addButton(const QString &text, const QString &what, bool dangerous, std::function<void()> run);
    void addDeviceButton(const QString &verb, const QString &text, const QString &what, bool dangerous = false);
    void buildButtons();
    void readValues();
    void takeValues(const Table &table);
    void update();
    QString whyNoDevice(const QString &verb) const;
    void ask(const QString &verb, const QString &value = {});
    void addToMenu(QMenu *menu, const QString &text, const QString &reason, std::function<void()> run);
    void fillDevicePart(QMenu *menu);
    void fillAlertPart(QMenu *menu);
    void fillValuePart(QMenu *menu);
    void fillIndicatorPart(QMenu *menu);

    QPointer<Inspector> m_inspector;
    Selection *m_selection;
    std::shared_ptr<session::Session> m_session;
    QString m_deviceId;
    bool m_isolated = false;
    QStringList m_values;
    QString m_sha1; ///< of the file that the alert is about
    QList<Running> m_running;
    QMap<QString, QPushButton *> m_buttons; ///< by verb
    QPushButton *m_more = nullptr;
    int m_run = 0;
    int m_open = 0;
};

} // namespace watchdesk::ui

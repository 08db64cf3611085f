// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/story/processtree.h"
#include "ui/models/selection.h"
#include "ui/widgets/inspector.h"

#include <QHash>
#include <QTimer>

namespace watchdesk::session {
class Session;
}

namespace watchdesk::ui {

/// Reads what the inspector shows of the selection: the record's and the device's facts, the correlation's reasons, the
/// process tree, the device's actions. All off the event loop; the latest selection wins. GUI thread.
class InspectorFeed : public QObject
{
    Q_OBJECT

public:
    InspectorFeed(Inspector *inspector, Selection *selection, std::shared_ptr<session::Session> session,
                  QObject *parent = nullptr);

    QString deviceId() const { return m_deviceId; }
    bool isIsolated() const { return m_isolated; } ///< by the last finished action the service told of
    bool isSettled() const { return m_open == 0; }

Q_SIGNALS:
    void deviceChanged();
    /// "0.97 · same flow · 3 s apart" of the chosen pair, or empty; the tip lists every reason.
    void pairDescribed(const QString &text, const QString &tip);

private:
    using Facts = QList<Fact>;
    void refresh();
    void ask(const QString &sql, const QString &key, void (InspectorFeed::*take)(const Table &));
    void takeSubject(const Table &table);
    void takeDevice(const Table &table);
    void takeContact(const Table &table);
    void takePair(const Table &table);
    void takeActions(const Table &table);
    void askForProcess(const QString &alertId);
    void takeProcess(const Result<story::ProcessTree> &tree);
    void showFacts();

    Inspector *m_inspector;
    Selection *m_selection;
    std::shared_ptr<session::Session> m_session;
    QTimer m_pause;
    Facts m_subjectFacts;
    Facts m_deviceFacts;
    Ticks m_reported = 0; ///< when the service last heard from the device, by its own report
    Ticks m_contact = 0;  ///< the newest event that is held of it, from m_contactSource
    QString m_contactSource;
    QString m_title;
    QString m_deviceId;
    QString m_shownAlert;
    bool m_isolated = false;
    int m_run = 0;
    int m_open = 0;
};

} // namespace watchdesk::ui

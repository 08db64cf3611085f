// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/defender/resource.h"
#include "ui/widgets/gridpane.h"

#include <QJsonObject>

namespace watchdesk::session {
class Session;
}

namespace watchdesk::ui {

class LookupBar;
class RowActions;

/// One resource as a grid over the store: a list, or what belongs to one entity. Says how complete it is and as of
/// when; loads it from the service when asked, and by itself what was never loaded. GUI thread.
class ResourcePane : public GridPane
{
    Q_OBJECT

public:
    explicit ResourcePane(const defender::Resource &resource, QWidget *parent = nullptr);

    const defender::Resource &resource() const { return m_resource; }
    void useSession(std::shared_ptr<session::Session> session);
    /// A relation: the parent's key; "" = nothing is chosen.
    void setParentKey(const QString &key);
    void load();
    LookupBar *lookup() const { return m_lookup; }    ///< nullptr for a list that needs to be told nothing
    RowActions *actions() const { return m_actions; } ///< nullptr where nothing can be done
    bool isLoading() const { return m_isLoading; }
    /// The row's record with its unknown properties; empty where it is not shown.
    QJsonObject record(const QString &key) const;
    /// What the row's relations are asked for by.
    QString relationKey(const QString &key) const;

Q_SIGNALS:
    void loadFailed(const QString &message);
    void found(const QString &key); ///< a single thing that was asked for by its key is there

protected:
    void showEvent(QShowEvent *event) override;

private:
    void lookUp();
    void loadOne(const QString &key);
    void showSource();
    void showKeyAlone(const QString &key);
    void watchState();
    void showState(const Table &state);
    QString stateName() const;

    const defender::Resource &m_resource;
    std::shared_ptr<session::Session> m_session;
    LiveQuery *m_state = nullptr;
    LookupBar *m_lookup = nullptr;
    RowActions *m_actions = nullptr;
    QMap<QString, QString> m_parameters;
    QString m_parentKey;
    bool m_isLoading = false;
    bool m_isShown = false;   ///< a source is set
    bool m_isMissing = false; ///< was never loaded
    int m_run = 0;
};

} // namespace watchdesk::ui

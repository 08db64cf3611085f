// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/table.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace watchdesk::store {
class Store;
}

namespace watchdesk::ui {

/// What the analyst looks at: one device, Defender alert, external alert or indicator, or nothing.
struct Subject
{
    enum class Kind { Nothing, Device, Alert, External, Indicator };

    Kind kind = Kind::Nothing;
    QString key; ///< machine id, alert id, ExternalId, indicator id

    bool operator==(const Subject &) const = default;
};

/// What hangs together with the subject, by kind; the subject itself is in it.
struct Related
{
    QSet<QString> devices;
    QSet<QString> alerts;
    QSet<QString> externals;
    QSet<QString> indicators;
    QString deviceId;   ///< the one device it is about, if one
    QString alertId;    ///< the alert to show a process for
    QString externalId; ///< likewise
};

/// The linked selection of a view: tell it the subject, it finds the related records in the store. Latest wins.
/// GUI thread.
class Selection : public QObject
{
    Q_OBJECT

public:
    explicit Selection(std::shared_ptr<store::Store> store, QObject *parent = nullptr);
    ~Selection() override;

    void choose(const Subject &subject);
    /// Looks for related records again: the data is newer.
    void refresh();
    const Subject &subject() const { return m_subject; }
    const Related &related() const { return m_related; }

Q_SIGNALS:
    void subjectChanged();
    void relatedChanged();
    void failed(const watchdesk::Error &error); ///< what is related could not be found

private:
    void take(int run, const Result<TablePointer> &result);

    std::shared_ptr<store::Store> m_store;
    Subject m_subject;
    Related m_related;
    FutureResult<TablePointer> m_future;
    int m_run = 0;
};

} // namespace watchdesk::ui

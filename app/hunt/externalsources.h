// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/kql/compile.h"
#include "app/net/networksettings.h"

#include <QObject>
#include <QStringList>

namespace watchdesk::hunt {

/// What the addresses of a query's externaldata may be read from: hosts for https, files and folders for this
/// computer. Links do not lead out of an allowed folder.
bool isAllowed(const QString &address, const QStringList &allowed);

/// What would have to be allowed for the address: its host, as it is asked for on the network, or its file's folder.
/// "" for an address of another kind, which is never read.
QString placeOf(const QString &address);

/// Reads what a query's externaldata names, one after the other, as far as it is allowed; the rest is left to the
/// compiler's refusal. Owned by an engine, lives on the main thread.
class ExternalSources : public QObject
{
    Q_OBJECT

public:
    explicit ExternalSources(const net::NetworkSettings &network, QObject *parent = nullptr);
    ~ExternalSources() override;

    FutureResult<kql::ExternalData> read(const QStringList &addresses, const QStringList &allowed);

private:
    FutureResult<kql::ExternalData> readNext(QStringList addresses, kql::ExternalData known);
    FutureResult<QByteArray> readOne(const QString &address);

    net::NetworkSettings m_network;
};

} // namespace watchdesk::hunt

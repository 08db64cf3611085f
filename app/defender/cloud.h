// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>

namespace watchdesk::defender {

/// Where one API of a cloud is, and for whom a token has to be made out so that it takes it. The two differ: Defender
/// for Endpoint answers at the newer host and wants tokens for the former one, any other gives 403 (auth pages).
struct Service
{
    QUrl url;
    QString audience;
    QMap<QString, QUrl> regions; ///< hosts that keep the traffic in a region, by the region's name

    QString scope() const { return audience + QStringLiteral("/.default"); }
};

/// One of Microsoft's clouds, as app/defender/clouds/clouds.json states it.
struct Cloud
{
    QString name;  ///< "commercial", "gcc", "gccHigh", "dod"
    QString title; ///< English
    QUrl authority;
    QUrl portal;
    Service defender;
    Service xdr;
    Service graph;
};

/// Read once; the commercial one first. Thread-safe.
const QList<Cloud> &clouds();
const Cloud *cloudNamed(const QString &name); ///< nullptr where there is none; without regard to case
/// The cloud that has this API host; the commercial one for a host of nobody's, such as a lab's.
const Cloud &cloudOf(const QUrl &apiUrl);

} // namespace watchdesk::defender

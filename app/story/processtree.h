// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/ticks.h"

#include <QList>
#include <QString>

#include <optional>

namespace watchdesk::store {
class Store;
}

namespace watchdesk::story {

/// One process of one device. The creation time tells it from others that had the same id; 0 = not known.
struct ProcessKey
{
    QString deviceId;
    qint64 processId = 0;
    Ticks creationTime = 0;

    bool operator==(const ProcessKey &) const = default;
};

/// A remote address a process talked with.
struct NetworkPeer
{
    QString address;
    int port = 0;
    QString protocol;
    QString name; ///< resolved name, where an event had one
    qint64 connections = 0;
    Ticks first = 0;
    Ticks last = 0;
    qint64 externalAlerts = 0; ///< of sensors, correlated with one of these connections
    QString worstSeverity;     ///< of those
};

/// An alert that hangs on a process.
struct ProcessAlert
{
    QString id;
    QString title;
    QString severity;
    QString source; ///< "Defender", "Suricata", ...
    Ticks at = 0;
    bool isExternal = false;
};

/// A process in the tree. `parent` and `children` index ProcessTree::nodes.
struct ProcessNode
{
    ProcessKey key;
    int parent = -1;
    QList<int> children;
    int depth = 0;
    qint64 moreChildren = 0; ///< children that were left out: "N more"
    bool isFocus = false;    ///< the process that was asked for
    bool isInferred = false; ///< its start was not recorded: known only from what it did or started
    Ticks seen = 0;          ///< its start, or the first event that names it
    QString fileName;
    QString folderPath;
    QString commandLine;
    QString account; ///< "domain\\name"
    QString integrityLevel;
    QString sha1;
    QString sha256;
    QString signer; ///< company of the version information; no proof of a signature
    qint64 fileEvents = 0;
    qint64 registryEvents = 0;
    qint64 networkEvents = 0;
    qint64 imageLoads = 0;
    qint64 otherEvents = 0;
    QList<NetworkPeer> peers; ///< bounded; the ones with alerts first
    qint64 morePeers = 0;
    QList<ProcessAlert> alerts;
};

/// Root first, every parent before its children, children by start.
struct ProcessTree
{
    QList<ProcessNode> nodes;
    int focus = -1;
    qint64 omitted = 0; ///< processes left out because of the bounds
};

struct ProcessTreeLimits
{
    int nodes = 400;
    int childrenPerNode = 40;
    int ancestors = 24;
    int peersPerNode = 20;
};

/// The process, its ancestors and everything it started, directly or not, with what they talked to and the alerts on
/// them. Names, ids and hashes come from recorded starts; a parent whose start was not recorded is inferred from its
/// child. A reused id never joins two processes: a child belongs to the parent whose creation time it names, else to
/// the latest start of that id before it. Siblings of ancestors are left out but counted as "N more". Nothing known of
/// the process → NotFound. Blocking: call it on a worker.
Result<ProcessTree> processTree(store::Store &store, const ProcessKey &process, const ProcessTreeLimits &limits = {});

/// What stands behind an alert.
struct ProcessBehind
{
    ProcessKey process;
    QString fileName;
    QString commandLine;
    QString alertId;    ///< the Defender alert, where there is one
    QString externalId; ///< the external alert it was asked for, where it was one
    double score = 1;   ///< of the correlation; 1 for evidence of a Defender alert
};

/// The process behind an external alert (by its correlation) or a Defender alert (its process evidence, the last
/// started first). Nothing where none is known. Blocking: call it on a worker.
Result<std::optional<ProcessBehind>> processBehind(store::Store &store, const QString &alertId);

} // namespace watchdesk::story

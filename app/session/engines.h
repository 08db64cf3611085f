// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hunt/engine.h"

#include <QList>
#include <QString>

#include <memory>

namespace watchdesk::session {

class Session;

/// A place where a session can hunt.
struct EngineOffer
{
    QString name;  ///< as in `--engine`: "local", "graph", "defender", "kusto", "both"
    QString title; ///< translated
};

/// What this session can hunt with, the usual choice first: the held data always; with a tenant its service, through
/// Graph first; both together; a Kusto cluster where the profile names one.
QList<EngineOffer> engineOffers(const Session &session);

/// Cut answers of the service and of a cluster are asked again in slices of time; their finished slices are kept in
/// `keepFolder`, "" = in memory. InvalidInput for an engine that this session does not offer. The session outlives it.
Result<std::unique_ptr<hunt::Engine>> makeEngine(const Session &session, const QString &name,
                                                 const QString &keepFolder = {});

} // namespace watchdesk::session

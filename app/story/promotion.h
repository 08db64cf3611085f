// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QJsonObject>

namespace watchdesk::store {
class Store;
}

namespace watchdesk::story {

/// An external alert as a Defender alert: what createAlertByReference is told (create-alert-by-reference). A value
/// type.
///
/// The service has no alerts of others: it raises one on an event that it holds itself. Machine, report id and time are
/// therefore those of the event that the correlation found, the words are the external alert's. They are in English
/// whatever the program's language is, as the service merges alerts by their title.
struct Promotion
{
    QString externalId;
    QString deviceId;
    QString deviceName; ///< "" = not known
    double score = 0;   ///< of the correlation
    QJsonObject body;
    QString alertId; ///< the open alert that was raised for this external alert already; "" = there is none
};

/// Reads it from the store; blocks for a few reads of single rows. NotFound: there is no such external alert. Refused:
/// no event of a device was found for it, with the reason.
Result<Promotion> promotionOf(const store::Store &store, const QString &externalId);

/// The API's category for what a sensor calls it, by its technique and else by its words; "SuspiciousActivity" where
/// neither tells.
QString defenderCategory(const QString &technique, const QString &words);

} // namespace watchdesk::story

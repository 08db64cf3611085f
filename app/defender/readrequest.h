// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/recordtexts.h"
#include "app/base/result.h"
#include "app/defender/resource.h"

#include <QJsonArray>
#include <QJsonObject>

namespace watchdesk::defender {

/// What a list is asked for.
struct ListOptions
{
    QString filter;                    ///< OData $filter, as it stands
    int top = 0;                       ///< $top of each page, at most the resource's topMax; 0 = topMax
    QStringList expand;                ///< of those that the resource offers
    QString of;                        ///< a relation: the parent's key
    QMap<QString, QString> parameters; ///< by name, of those that the resource has
    bool byFiles = false;              ///< an export by its files instead of by pages
};

/// A read as HTTP says it: the path with its query, percent-encoded, and the body of one that is a POST.
struct ReadTarget
{
    QString path;
    QString query;
    QJsonObject body;
};

/// Pure functions between a descriptor and a request. InvalidInput names what is missing or unknown.
Result<ReadTarget> listTarget(const Resource &resource, const ListOptions &options);
Result<QString> showPath(const Resource &resource, const QString &id);
/// An id becomes one segment of a path: nothing in it may end the segment or climb out of it.
Result<QString> pathSegment(const QString &id);

/// What kParentColumn holds of the rows of this read: the parent's key, or the parameters.
QString parentIdOf(const Resource &resource, const ListOptions &options);

/// The records in an answer that is one object: the object itself, a bare value as {"value": …}, and lists that some
/// answers wrap in one more "value".
QJsonArray recordsOf(const Resource &resource, const QJsonValue &answer);
/// The same of one page of a collection, whose records stay as they are where none is wrapped.
RecordTexts recordsOf(const Resource &resource, const RecordTexts &page);

} // namespace watchdesk::defender

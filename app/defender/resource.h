// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/tableschema.h"

#include <QMap>
#include <QStringList>

#include <chrono>

namespace watchdesk::defender {

/// One property of a resource, with the API's spelling.
struct ResourceField
{
    QString name;
    ColumnType type = ColumnType::String;
    QStringList values; ///< the enum, if it is one; the service may know more
    bool filterable = false;
    QStringList aliases;        ///< other spellings that answers were seen with
    QString meaning;            ///< one line, English
    QList<ResourceField> parts; ///< the properties of a Dynamic field's objects, where they are known
};

/// One field of an action's body. Names are case-sensitive.
struct BodyField
{
    QString name;
    ColumnType type = ColumnType::String;
    QStringList values;
    bool required = false;
    QString meaning;
};

/// Something that can be done to an entity.
struct ResourceAction
{
    enum class Risk { Low, Medium, High };
    /// How its end is seen: from the answer alone, or by reading machineactions/{id}.
    enum class Observed { Reply, MachineAction };

    QString name;  ///< the API's own: "unisolate"
    QString verb;  ///< the product's: "release"
    QString title; ///< "Release from isolation", English
    QString path;  ///< "/api/machines/{id}/unisolate"
    QString method;
    QList<BodyField> body;
    QStringList permissions; ///< any of them suffices
    QString quota;
    std::chrono::seconds patience{0}; ///< the service may take so long to answer; 0 = as usual
    Risk risk = Risk::High;
    QString undoneBy; ///< an action's name; "" = cannot be undone
    Observed observed = Observed::Reply;
    bool idempotent = false;
};

/// One resource group of the Defender API, as its descriptor (app/defender/resources/*.json) states it.
struct Resource
{
    QString name;  ///< "machines"
    QString table; ///< "Devices"; "" = not kept in the store
    QString path;  ///< "/api/machines"
    QString key;   ///< "id"
    QString meaning;
    QString page; ///< the documentation pages it follows
    QList<ResourceField> fields;
    QStringList expand;      ///< properties for $expand
    int topMax = 0;          ///< 0 = no $top
    bool emptyIs404 = false; ///< the collection answers 404 when it is empty
    QString quota;
    QMap<QString, int> limits; ///< other bounds of the service: "rows", "seconds", "days" ...
    QStringList permissions;   ///< to read; any of them suffices
    QList<ResourceAction> actions;

    const ResourceField *field(const QString &fieldName) const; ///< matched without case, as in $filter
    QStringList filterable() const;
};

/// Calls a minute and an hour that the service allows of each operation that names this quota (resources/quotas.json);
/// 0 = not stated.
struct Quota
{
    QString name;
    int perMinute = 0;
    int perHour = 0;
};

/// All descriptors, read once. Thread-safe.
const QList<Resource> &resources();
const Resource *resourceNamed(const QString &name); ///< by name or table; nullptr where there is none
/// By name or verb, over all resources; nullptr where there is none.
const ResourceAction *actionNamed(const QString &name);
const QList<Quota> &quotas();
Quota quotaNamed(const QString &name); ///< one that states nothing where there is none

/// Reads one descriptor; names what is missing or unknown in it.
Result<Resource> resourceFromJson(const QByteArray &json);

} // namespace watchdesk::defender

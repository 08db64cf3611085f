// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/defender/resourceaction.h"

#include <QMap>
#include <QStringList>

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

/// Something that a read can be told beside the key of what it is about.
struct ResourceParameter
{
    enum class Place { Path, Query, Body };

    QString name;
    Place place = Place::Query;
    ColumnType type = ColumnType::String;
    bool required = false;
    qint64 most = 0; ///< the largest number; 0 = no bound is stated
    QString meaning;
};

/// The same rows as gzip files of JSON lines at addresses that hold for some hours.
struct FileExport
{
    QString path; ///< "" = there is none
    QString page;
    QString quota;
    int hours = 1; ///< the longest that the addresses can be asked to hold
    QStringList permissions;
    QStringList delegated;
};

/// One thing that the Defender API lets be read, as its descriptor (app/defender/resources/*.json) states it: a
/// collection, or a relation of another resource's entities ("the software of a device").
struct Resource
{
    /// Collection: a list. Single: one object. Count: a bare number. Value: one text, such as a link, never kept.
    /// Files: an export that comes as files only. Entity: single entities by key, without a list. None: actions only.
    enum class Kind { Collection, Single, Count, Value, Files, Entity, None };

    QString name;  ///< "machines"; the command line's noun
    QString alias; ///< another noun: "devices"
    QString title; ///< "Devices", English
    QString family;
    ApiHost host = ApiHost::Defender;
    Kind kind = Kind::Collection;
    QString parent;      ///< the resource whose key stands for {id} in `path`; "" = none
    QString table;       ///< "Devices"; "" = not kept in the store
    QString path;        ///< "/api/machines"
    QString showPath;    ///< "/api/machines/{id}"; "" = single entities cannot be read
    bool isPost = false; ///< the read is a POST; its parameters are the body
    QString shape;       ///< the resource whose fields these are; "" = its own
    QString key;         ///< "id"; "" = rows have none
    QString relationKey; ///< the field that relations are asked for by, where that is not the key
    QString meaning;
    QString page; ///< the documentation pages it follows
    bool isPreview = false;
    QList<ResourceField> fields;
    QList<ResourceParameter> parameters;
    QStringList expand;      ///< properties for $expand
    int topMax = 0;          ///< 0 = no $top
    int pageMax = 0;         ///< the most that pageSize can be; 0 = no pageSize
    bool emptyIs404 = false; ///< the collection answers 404 when it is empty
    bool hasCount = false;   ///< takes $count=true
    QString increment;       ///< the property that tells what changed since; "" = whole lists only
    bool isSynced = false;   ///< part of every sync
    QString quota;
    QMap<QString, int> limits; ///< other bounds of the service: "rows", "seconds", "days" ...
    QStringList permissions;   ///< to read as an application; any of them suffices
    QStringList delegated;     ///< to read for a user; any of them suffices
    QString role;              ///< what a user must be allowed besides; "" = nothing is stated
    FileExport files;
    QList<ResourceAction> actions;

    const ResourceField *field(const QString &fieldName) const; ///< matched without case, as in $filter
    QStringList filterable() const;
    bool isRelation() const { return !parent.isEmpty(); }
    QString keyForRelations() const { return relationKey.isEmpty() ? key : relationKey; }
    bool canList() const { return !path.isEmpty() || !files.path.isEmpty(); }
    /// The rows of several reads share the table: each says in kParentColumn which read it comes from.
    bool hasParentColumn() const;
};

/// Calls a minute and an hour that the service allows of each operation that names this quota (resources/quotas.json),
/// and how many seconds they may run in sum; 0 = not stated.
struct Quota
{
    QString name;
    int perMinute = 0;
    int perHour = 0;
    int secondsPerHour = 0;
    int secondsPerDay = 0;
};

/// All descriptors, read once. Thread-safe. Relations stand behind their parent.
const QList<Resource> &resources();
const Resource *resourceNamed(const QString &name); ///< by name, alias or table; nullptr where there is none
QList<const Resource *> relationsOf(const QString &name);
/// By name, else by verb, over all resources; nullptr where there is none.
const ResourceAction *actionNamed(const QString &name);
/// The resource that has the action; `action` is one of the descriptors' own.
const Resource *resourceWith(const ResourceAction &action);
const QList<Quota> &quotas();
Quota quotaNamed(const QString &name); ///< one that states nothing where there is none

/// Reads one descriptor file: the resource and its relations. Names what is missing or unknown in it. The fields of a
/// resource that has another's shape are empty until resources() fills them in.
Result<QList<Resource>> resourcesFromJson(const QByteArray &json);

} // namespace watchdesk::defender

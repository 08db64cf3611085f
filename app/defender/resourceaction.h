// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/columntype.h"
#include "app/defender/bodystep.h"

#include <QList>
#include <QStringList>

#include <chrono>

namespace watchdesk::defender {

/// The three APIs. Each takes tokens of its own (auth pages): Defender for Endpoint, Defender XDR, Microsoft Graph.
enum class ApiHost { Defender, Xdr, Graph };

/// One field of an action's body. Names are case-sensitive.
struct BodyField
{
    QString name;
    ColumnType type = ColumnType::String;
    QStringList values;
    bool required = false;
    QString meaning;
    int most = 0;          ///< entries of a list; 0 = no bound is stated
    QList<BodyStep> steps; ///< the kinds of entries, in their order, where it is a list of steps
};

/// Something that can be done to an entity, or to many.
struct ResourceAction
{
    enum class Risk { Low, Medium, High };
    /// How its end is seen: from the answer alone, or by reading machineactions/{id}.
    enum class Observed { Reply, MachineAction };

    QString name;  ///< the API's own, unique: "unisolate"
    QString verb;  ///< the product's, unique within the resource: "release"
    QString title; ///< "Release from isolation", English
    ApiHost host = ApiHost::Defender;
    QString path; ///< "/api/machines/{id}/unisolate"
    QString method;
    bool isForm = false; ///< the body is multipart/form-data with a file
    QList<BodyField> body;
    QStringList permissions; ///< as an application; any of them suffices
    QStringList delegated;   ///< for a user; any of them suffices
    QString role;            ///< what a user must be allowed besides; "" = nothing is stated
    QString page;            ///< the documentation page
    bool isPreview = false;
    QStringList systems; ///< operating systems that support it; empty = nothing is stated
    QString quota;
    std::chrono::seconds patience{0}; ///< the service may take so long to answer; 0 = as usual
    Risk risk = Risk::High;
    QString undoneBy; ///< an action's name; "" = cannot be undone
    Observed observed = Observed::Reply;
    bool idempotent = false;

    bool hasTarget() const { return path.contains(QLatin1String("{id}")); }
    const BodyField *field(const QString &fieldName) const; ///< nullptr where there is none
};

} // namespace watchdesk::defender
